"""The language of a text: what the page declares, unless the script it is written in says otherwise."""
# ruff: noqa: SIM905

import re

SAMPLE = 4_000
SHORTEST = 60  # characters below which no guess is made

_SCRIPTS = {
    "cyrillic": (re.compile(r"[Ѐ-ӿ]"), frozenset("ru uk be bg sr mk kk ky mn tg uz tt bs".split())),
    "greek": (re.compile(r"[Ͱ-Ͽ]"), frozenset({"el"})),
    "hebrew": (re.compile(r"[֐-׿]"), frozenset({"he", "yi"})),
    "arabic": (re.compile(r"[؀-ۿ]"), frozenset("ar fa ur ps ku ckb sd ug".split())),
    "kana": (re.compile(r"[぀-ヿ]"), frozenset({"ja"})),
    "hangul": (re.compile(r"[가-힯]"), frozenset({"ko"})),
    "han": (re.compile(r"[一-鿿]"), frozenset({"zh", "ja", "yue"})),
    "thai": (re.compile(r"[฀-๿]"), frozenset({"th"})),
    "devanagari": (re.compile(r"[ऀ-ॿ]"), frozenset("hi mr ne sa".split())),
    "armenian": (re.compile(r"[԰-֏]"), frozenset({"hy"})),
    "georgian": (re.compile(r"[Ⴀ-ჿ]"), frozenset({"ka"})),
    "latin": (re.compile(r"[A-Za-z]"), None),
}
# Most texts are Latin: asked first. No other order matters, since only one script can be that of most letters but Han and kana.
_IN_ORDER = [_SCRIPTS["latin"], *(v for k, v in _SCRIPTS.items() if k != "latin")]
_NEVER_LATIN = frozenset().union(
    *(languages for k, (_, languages) in _SCRIPTS.items() if languages and k != "cyrillic")
)
_LATIN = 0.7  # share of ASCII characters that only Latin text has: others have it in digits, marks and blanks
_LETTER = re.compile(r"[^\W\d_]")


def language_of(text: str, declared: str | None = None) -> str | None:
    """Give the language of a text (ISO 639-1): the declared one if its script is that of the text, else a guess."""
    sample = text[:SAMPLE]
    if declared is not None and _fits(sample, declared):
        return declared
    if len(sample) < SHORTEST:
        return declared
    return _guessed(sample)


def _fits(sample: str, language: str) -> bool:
    if len(sample.encode("ascii", "ignore")) > _LATIN * len(sample):
        return _accepts(language, None)
    letters = len(_LETTER.findall(sample))
    if not letters:
        return True
    for pattern, languages in _IN_ORDER:
        if len(pattern.findall(sample)) > 0.5 * letters:
            return _accepts(language, languages)
    return True


def _accepts(language: str, languages: frozenset[str] | None) -> bool:
    """Whether a language is written in a script."""
    if languages is not None:
        return language in languages
    return language not in _NEVER_LATIN


def _guessed(sample: str) -> str:
    """Ask the language model, which is loaded only when a page leaves its language open."""
    from py3langid import classify

    return str(classify(sample)[0])
