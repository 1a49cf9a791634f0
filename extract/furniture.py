"""Lines all of whose words are those of labels, buttons and notices: they name no person, place or thing of any news."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pkgutil import get_data
from typing import Final

from extract.wording import WORD, fold

LONGEST: Final = 160
_MOST_WORDS: Final = 20
_LABEL_WORDS: Final = 9  # of a line that ends as no sentence does
_HARD, _SOFT, _AROUND = 0, 1, 2
_PLACES: Final = ("hard", "soft", "around")
# What labels and notices are not written with: quotations, code, sums.
_FOREIGN: Final = re.compile(r"[“”„«»\"_#=≠<>{}\[\]\\^~+]|^\W*[‘']")
_STATED: Final = re.compile(r"[.?。؟…][\s'’)\]]*$")


def _lists() -> Iterator[tuple[str, str, str]]:
    """Language, kind and listed words or phrases, as the lines of the file give them."""
    for line in (get_data("extract", "furniture.txt") or b"").decode("utf-8").splitlines():
        if not line.startswith("#"):
            head, listed = line.split(": ", 1)
            language, kind = head.split()
            yield language, kind, listed


def _tables() -> tuple[dict[str, tuple[int, int, int]], dict[str, tuple[int, int, int]], frozenset[str]]:
    """Word (or stem) → the languages, as bits, in which it is hard, soft or around; and what is a label when it stands alone."""
    whole: dict[str, list[int]] = {}
    stems: dict[str, list[int]] = {}
    bits: dict[str, int] = {}
    alone: set[str] = set()
    for language, kind, listed in _lists():
        if kind == "alone":
            alone.update(map(fold, listed.split(" / ")))
            continue
        bit, place = bits.setdefault(language, 1 << len(bits)), _PLACES.index(kind)
        for word in listed.split():
            table = stems if word.endswith("*") else whole
            table.setdefault(word.rstrip("*"), [0, 0, 0])[place] |= bit
    found, begun = ({w: (b[0], b[1], b[2]) for w, b in table.items()} for table in (whole, stems))
    return found, begun, frozenset(alone)


_WHOLE, _STEM, _ALONE = _tables()
_SIZES: Final = sorted({len(stem) for stem in _STEM})
_SHORT: Final = 60
_MARKS: Final = " .…:|»›>→+↓▼▾•-"
_NAMED: Final = r"(?:\s+(?:[A-ZÀ-ÝА-ЯІЇЄҐİŞ][\w.’'&-]*|of|the|and)){1,4}"
# "More from Navy", "Latest in World": a label and the name of a part of the publication.
_MORE_FROM: Final = re.compile(
    r"^(?:The\s+)?(?:[Mm]ore|[Ll]atest|[Tt]rending|[Pp]opular|[Mm]ost\s+(?:read|popular|viewed|shared)|[Tt]op\s+stories|[Rr]ead\s+more|[Ss]ee\s+(?:more|all)|[Ff]eatured)"
    r"(?:\s+(?:articles|stories|posts|news|columns|coverage))?\s+(?:from|by|in|on)" + _NAMED + r"\W*$"
    r"|^More\s+(?:[A-Z]\w+\s+){1,2}(?:[Nn]ews|[Ss]tories|[Hh]eadlines)$"
    r"|^About\s+[A-Z][\w.’'-]+\s+[A-Z][\w.’'-]+$"
    r"|^(?:Mehr|Alles?|Alle\s+Artikel|Weitere\s+Artikel|Neues)\s+(?:von|aus|vom|zu|zum)" + _NAMED + r"$"
    r"|^(?:Plus\s+d['’]articles|Tous\s+les\s+articles|Plus\s+d['’]actualités|Les\s+articles)\s+(?:de|sur|en)"
    + _NAMED
    + r"$"
    r"|^(?:Más|Lo\s+último|Más\s+(?:artículos|noticias)|Todas\s+las\s+noticias)\s+(?:de|en|sobre)" + _NAMED + r"$"
    r"|^(?:Більше|Ще|Усі\s+матеріали|Всі\s+статті)\s+(?:від|про|з|у)" + _NAMED + r"$"
    r"|^(?:Rubrik|Kategorie|Категорія|Рубрика|Kategori|Categoría|Catégorie|Rubrique|Category|Section)\s*:"
    + _NAMED
    + r"$"
)
# Where to write to; and where to look or to call, which news may tell, too.
_MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)@\w{3,30}")
_PLACE: Final = re.compile(
    r"(?:https?://|www\.)\S+|\b[\w-]+\.(?:com|org|net|info|eu|co\.uk|in|mil|int|ua|tr|de|fr|es)\b(?:/\S*)?|\+\d[\d\s().-]{6,}\d"
)
_NOWHERE: Final = (0, 0, 0)


@lru_cache(maxsize=16_384)
def _languages(written: str) -> tuple[int, int, int]:
    """The languages in which a word is hard, soft or around."""
    word = fold(written).strip("'")
    hard, soft, around = _WHOLE.get(word, _NOWHERE)
    for size in _SIZES:
        if size > len(word):
            break
        if found := _STEM.get(word[:size]):
            hard, soft, around = hard | found[_HARD], soft | found[_SOFT], around | found[_AROUND]
    return hard, soft, around


def _worded(text: str) -> tuple[int, int, int] | None:
    """How many words a line has, and in which of the languages that list them all it has hard and soft ones; None if in none."""
    languages, hard, soft, words = -1, 0, 0, 0
    for match in WORD.finditer(text):
        word = match[0]
        if word.isdigit():
            continue
        words += 1
        found = _languages(word)
        languages &= found[_HARD] | found[_SOFT] | found[_AROUND]
        if not languages or words > _MOST_WORDS:
            return None
        hard |= found[_HARD]
        soft |= found[_SOFT]
    return words, hard & languages, soft & languages


def is_wording(text: str) -> bool:
    """Whether a few words name nothing but a part of the publication or its page: "in our live blog"."""
    found = _worded(text)
    return found is not None and found[1] | found[2] != 0


@lru_cache(maxsize=256)  # a line is asked about in several places
def furniture_kind(text: str, names: tuple[str, ...] = ()) -> str | None:
    """``"furniture"`` for a line that speaks of nothing but the publication and its page, ``"label"`` if only its form says so.

    A label may also be the title of a section: what follows decides. None for text. ``names`` are the publication's own.
    """
    if len(text) > LONGEST:
        return None
    for name in names:
        text = text.replace(name, " ")
    addressed = False
    if "@" in text or "." in text or "+" in text:
        text, mails = _MAIL.subn(" ", text)
        text = _PLACE.sub(" ", text)
        addressed = mails > 0
    if len(text) <= _SHORT and (fold(text).strip(_MARKS) in _ALONE or _MORE_FROM.match(text)):
        return "label"
    if (found := _worded(text)) is None:
        return None
    words, hard, soft = found
    if not words:
        return "furniture" if addressed else None
    if _FOREIGN.search(text) or (text.endswith(":") and words > 2):
        return None
    if addressed or hard:
        return "furniture"
    if soft and 1 < words <= _LABEL_WORDS and not _STATED.search(text) and not any(map(str.isdigit, text)):
        return "label"
    return None
