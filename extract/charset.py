"""Guess the character set of bytes that do not say, or say wrongly, by how plausible each reading is as a text."""

import re

SAMPLE = 200_000  # bytes looked at: enough for any statistics below, little enough to stay fast
PLAINLY_WRONG = 0.35  # share of implausible words from which a declared character set is not believed

# A word that holds at least one letter outside ASCII.
_WORD = re.compile(r"[A-Za-z]*[^\W\d_A-Za-z][^\W\d_]*")
_LATIN = re.compile(r"[\u00aa-\u024f]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_GREEK = re.compile(r"[\u0370-\u03ff]")
_SEMITIC = re.compile(r"[\u0590-\u06ff]")
_OTHER = re.compile(r"[^\W\d_A-Za-z\u00aa-\u024f\u0370-\u03ff\u0400-\u04ff\u0590-\u06ff]")
_ASCII = re.compile(r"[A-Za-z]")
_CASE_BREAK = re.compile(
    r"[a-z\u00df-\u00f6\u00f8-\u00ff\u0430-\u045f\u03ac-\u03ce][A-Z\u00c0-\u00de\u0400-\u042f\u0391-\u03a9]"
)
_NO_TEXT = re.compile(r"[\u0080-\u009f\ufffd]")
_SYMBOL_IN_WORD = re.compile(r"(?<=[^\W\d_])[¤¦§¨©ª¬®¯°±²³¶¸¹º¼½¾¿×÷¡¢£¥†‡‰€™](?=[^\W\d_])|[†‡‰ˆ˜][^\W\d_]")
_COMMON_CYRILLIC = re.compile(r"[оеаинтсрвлОЕАИНТСРВЛіІ]")
_CAPITAL_CYRILLIC = re.compile(r"[\u0400-\u042f]")

# Languages whose texts, where no character set is declared or the declared one fails, are in one of these.
_BY_LANGUAGE = {
    "bg be mk ru uk kk mn sr": ("cp1251", "koi8-u"),
    "cs hr hu pl ro sk sl bs sq": ("cp1250", "iso8859-2"),
    "tr az": ("cp1254",),
    "el": ("cp1253",),
    "he": ("cp1255",),
    "ar fa ur": ("cp1256",),
    "et lt lv": ("cp1257",),
}
_SINGLE_BYTE = ("cp1252", "cp1251", "koi8-u", "cp1253", "cp1250", "cp1254", "cp1255", "cp1256")
# Which byte pairs fill a text (kana, the usual syllables, the usual ideographs), and from which share they prove it.
_PAIRS = (
    ("cp932", re.compile(rb"\x82[\x9f-\xf1]|\x83[\x40-\x96]"), 0.2),
    ("euc_jp", re.compile(rb"\xa4[\xa1-\xf3]|\xa5[\xa1-\xf6]"), 0.2),
    ("cp949", re.compile(rb"[\xb0-\xc8][\xa1-\xfe]"), 0.85),
    ("gb18030", re.compile(rb"[\xb0-\xd7\xa3][\xa1-\xfe]|\xa1[\xa2-\xbf\xf0-\xfe]"), 0.8),
    ("big5hkscs", re.compile(rb"[\xa4-\xc6][\x40-\x7e\xa1-\xfe]|\xa1[\x40-\x4f]"), 0.8),
)
_LANGUAGE = re.compile(rb"""(?i)<html[^>]{0,500}?\blang\s*=\s*["']?\s*([a-z]{2})\b""")


def implausible(text: str) -> float:
    """Give the share of words (among those not in plain ASCII) that nobody would write; 0 where there are none."""
    words = _WORD.findall(text[:SAMPLE])
    noise = len(_NO_TEXT.findall(text, 0, SAMPLE)) + len(_SYMBOL_IN_WORD.findall(text, 0, SAMPLE))
    if not words:
        return 1.0 if noise else 0.0
    cyrillic = len(_CYRILLIC.findall(text, 0, SAMPLE))
    common = len(_COMMON_CYRILLIC.findall(text, 0, SAMPLE))
    if cyrillic > 20 and (common < 0.4 * cyrillic or 2 * len(_CAPITAL_CYRILLIC.findall(text, 0, SAMPLE)) > cyrillic):
        return 1.0  # another script read as Cyrillic: its commonest letters are missing, or it is all capitals
    return min(1.0, (sum(map(_is_odd, words)) + noise) / len(words))


def _is_odd(word: str) -> bool:
    latin, cyrillic = len(_LATIN.findall(word)), len(_CYRILLIC.findall(word))
    scripts = [latin + len(_ASCII.findall(word)), cyrillic, *(len(x.findall(word)) for x in (_GREEK, _SEMITIC, _OTHER))]
    if sum(map(bool, scripts)) > 1 or _CASE_BREAK.search(word):
        return True
    return latin > 2 and latin * 5 > len(word) * 3


def guess(data: bytes) -> str | None:
    """Name the character set in which bytes (no UTF) read most like text; None if they read like none."""
    sample = data[:SAMPLE]
    if (found := _east_asian(sample)) is not None:
        return found
    language = _LANGUAGE.search(sample)
    preferred = next((v for k, v in _BY_LANGUAGE.items() if language and language[1].decode().lower() in k.split()), ())
    scores = [
        (implausible(sample.decode(name, "replace")), position, name)
        for position, name in enumerate((*preferred, *(x for x in _SINGLE_BYTE if x not in preferred)))
    ]
    # A little worse is not worse: the first in order of likelihood wins unless another one reads clearly better.
    best = min(scores)[0]
    score, _, name = next(x for x in scores if x[0] <= best + 0.03)
    return name if score < PLAINLY_WRONG else None


def _east_asian(sample: bytes) -> str | None:
    """Tell Shift_JIS, EUC-JP, EUC-KR, Big5 and GB18030 by the byte pairs that fill any text in them."""
    high = len(re.findall(rb"[\x80-\xff]", sample))
    if high < 8:
        return None
    pairs = re.findall(rb"[\x81-\xfe][\x40-\xfe]", sample)
    for name, common, share in _PAIRS:
        if sum(map(bool, map(common.fullmatch, pairs))) > share * len(pairs) and _decodes(sample, name):
            return name
    return None


def _decodes(sample: bytes, name: str) -> bool:
    try:
        sample.decode(name)
    except UnicodeDecodeError as error:
        return error.start > len(sample) - 4  # the sample may end inside a character
    return True
