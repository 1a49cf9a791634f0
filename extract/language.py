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
    letters = len(_LETTER.findall(sample))
    if not letters:
        return True
    for pattern, languages in _SCRIPTS.values():
        if len(pattern.findall(sample)) > 0.5 * letters:
            if languages is not None:
                return language in languages
            return not any(language in other for name, (_, other) in _SCRIPTS.items() if other and name != "cyrillic")
    return True


def _guessed(sample: str) -> str:
    """Ask the language model, which is loaded only when a page leaves its language open."""
    from py3langid import classify

    return str(classify(sample)[0])
