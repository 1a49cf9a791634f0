"""The language of a text: what the page declares, unless the text itself says otherwise."""
# ruff: noqa: SIM905

import re
from collections import Counter

SAMPLE = 2_000
SHORTEST = 60  # characters below which no guess is made
FEWEST = 40  # words below which a declared language is not doubted
_TYPICAL = 0.05  # share of its commonest words that a text in a language has at least
_CLEARLY = 1.5  # times as many of another language's commonest words make the declared one wrong

_SCRIPTS = {
    "latin": (re.compile(r"[A-Za-zÀ-ɏ]"), None),
    "cyrillic": (re.compile(r"[Ѐ-ӿ]"), frozenset("ru uk be bg sr mk kk ky mn tg uz tt bs".split())),
    "greek": (re.compile(r"[Ͱ-Ͽ]"), frozenset({"el"})),
    "hebrew": (re.compile(r"[֐-׿]"), frozenset({"he", "yi"})),
    "arabic": (re.compile(r"[؀-ۿ]"), frozenset("ar fa ur ps ku ckb sd ug".split())),
    "hangul": (re.compile(r"[가-힯]"), frozenset({"ko"})),
    "kana": (re.compile(r"[぀-ヿ]"), frozenset({"ja"})),
    "han": (re.compile(r"[一-鿿]"), frozenset({"zh", "yue"})),
    "thai": (re.compile(r"[฀-๿]"), frozenset({"th"})),
    "devanagari": (re.compile(r"[ऀ-ॿ]"), frozenset("hi mr ne sa".split())),
    "bengali": (re.compile(r"[ঀ-৿]"), frozenset({"bn", "as"})),
    "armenian": (re.compile(r"[԰-֏]"), frozenset({"hy"})),
    "georgian": (re.compile(r"[Ⴀ-ჿ]"), frozenset({"ka"})),
}
_SHARES = {
    "kana": 0.1
}  # of the letters of a text that must be of a script, where that is not half: kana stand among han
_ELSEWHERE = frozenset(x for name, (_, own) in _SCRIPTS.items() if own and name != "cyrillic" for x in own)
_LATIN = 0.7  # share of ASCII characters that only Latin text has: others have it in digits, marks and blanks
_WORD = re.compile(r"[^\W\d_]+")
# The commonest words of the languages that pages are most often wrong about.
_COMMON = {
    code: frozenset(words.split())
    for code, words in {
        "en": "the of and to in is that for on with as was by at from it are this be has have will not an its said",
        "de": "der die das und in den von zu mit im für auf ist nicht dem des ein eine sich auch als an bei nach wird hat",
        "fr": "le la les de des du et en un une que qui dans pour par sur au est pas plus avec ce il son a sont",
        "es": "el la los las de del y en que a un una por con para se su al como más es no lo este ha",
        "it": "il la le di del della e in che un una per con non è sono da dei si al nel come alla ha gli i",
        "pt": "o a os as de do da dos das e em que um uma para com por no na se não ao mais como é foi à",
        "nl": "de het een en van in is dat op te voor met zijn niet aan die er om ook als bij door naar heeft",
        "sv": "och i att det som en på är av för med den till har inte om ett de från kan vid",
        "da": "og i at det er en af på til for med den der har ikke som et de fra kan blev",
        "nb": "og i at det er en av på til for med den som har ikke et de fra kan ble å",
        "fi": "ja on ei että se oli hän mutta ovat myös joka kun ole sen mukaan sekä tai",
        "pl": "i w na z do się nie że o jest to po za od przez dla oraz jak które który są",
        "cs": "a v na se je že s z do o k i za pro ve který jako také po byl jsou by",
        "sk": "a v na sa je že s z do o k aj za pre vo ktorý ako po bol sú by",
        "hu": "a az és hogy nem is egy meg csak volt már el még kell vagy szerint mint ez",
        "ro": "de și în a la cu pe din care nu că este o un mai sau pentru fost prin ale al",
        "hr": "i u na je se da za su od s o koji ne kao iz to bi će što po",
        "tr": "ve bir bu için de da ile olarak olan daha en çok göre gibi olduğu kadar sonra ancak ise",
        "id": "yang dan di dari untuk dengan pada ini itu dalam tidak akan ke oleh juga adalah telah",
        "vi": "và của là có trong cho các được với một không đã người này để những từ khi",
        "uk": "і в на у що з до та не за про як це для від є його але який було які також під",
        "ru": "и в на что с по не из к как для это за от о он его но был также которые то при",
        "bg": "и на да в за се от с е че по не са като със до това при ще който",
        "la": "et in ut est ad non sed qui cum quod de ex ac ab si per eius sit sunt quam",  # what fills pages before they have a text
        "sr": "и у на је се да за су од са о који не као из то би ће што по",
    }.items()
}


def language_of(text: str, declared: str | None = None) -> str | None:
    """Give the language of a text (ISO 639-1): the declared one if script and commonest words are its own, else a guess.

    Many publishers leave the language of their content system's first page in every page.
    """
    sample = text[:SAMPLE]
    if declared is not None and _fits(sample, declared):
        return declared
    if len(sample) < SHORTEST:
        return declared
    return _guessed(sample)


def _fits(sample: str, language: str) -> bool:
    words = _WORD.findall(sample)
    script = _script_of(sample, words)
    if script is None:
        return True
    languages = _SCRIPTS[script][1]
    if language not in languages if languages is not None else language in _ELSEWHERE:
        return False
    return not _belied(words, language)


def _script_of(sample: str, words: list[str]) -> str | None:
    """Name the script that most letters are of; None if no one has the most."""
    if len(sample.encode("ascii", "ignore")) > _LATIN * len(sample):
        return "latin" if words else None
    letters = "".join(words)
    for script, (pattern, _) in _SCRIPTS.items():
        if len(pattern.findall(letters)) > _SHARES.get(script, 0.5) * len(letters):
            return script
    return None


def _belied(words: list[str], language: str) -> bool:
    """Whether the words of a text are so clearly another language's that the declared one is wrong."""
    own = _COMMON.get(language)
    if own is None or len(words) < FEWEST:
        return False
    counts = Counter(map(str.lower, words))
    share = _times(own, counts) / len(words)
    if share >= 6 * _TYPICAL:
        return False
    best = max(_times(common, counts) for common in _COMMON.values()) / len(words)
    return best >= 2 * _TYPICAL and best >= _CLEARLY * share


def _times(common: frozenset[str], counts: Counter[str]) -> int:
    """How often some words stand in a text."""
    return sum(map(counts.__getitem__, common & counts.keys()))


def _guessed(sample: str) -> str:
    """Tell a language by its script or its commonest words; where they leave it open, ask the language model.

    The model is loaded only then.
    """
    words = _WORD.findall(sample)
    own = _SCRIPTS[script][1] if (script := _script_of(sample, words)) else None
    if own is not None and len(own) == 1:
        return next(iter(own))
    if len(words) >= FEWEST:
        counts = Counter(map(str.lower, words))
        shares = sorted((_times(common, counts) / len(words), code) for code, common in _COMMON.items())
        (second, _), (best, code) = shares[-2:]
        if best >= 2 * _TYPICAL and best >= _CLEARLY * second:
            return code
    from py3langid import classify

    return str(classify(sample)[0])
