"""What the names in ``class`` and ``id`` say about an element. Names hint; content confirms."""
# ruff: noqa: SIM905

import re
from functools import lru_cache
from operator import add
from typing import Final, NamedTuple

from extract.name_words import BODY, KINDS, MARKS

# Names with these in front say what an element is about, looks like or can do, not what it holds.
_PREFIXES: Final = frozenset(
    "tag category cat topic section type status format post postid page term tax has is no not with without js hentry wp elementor et fl "
    "vc wpb col row uk mt mb ml mr pt pb pl pr px py mx my sm md lg xl font text bg flex grid d w h u l o".split()
)
_SKIPPED: Final = re.compile(
    rf"^(?:{'|'.join(sorted(_PREFIXES - {'wp'}))}|wp-block-(?:group|columns?|post-content|paragraph|list|heading|quote))[-_:]"
    r"(?!tags?$|meta$|nav|share|sharing|author|related|social|comments?|date|info$|views?$|content|body|entry|text$)"
)
_SPLIT: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[^\x00-\x7f\W]+")
# What build tools append to a name: letters and digits in turns spell "ad" or "nav" by chance.
_HASH: Final = re.compile(r"(?<![A-Za-z0-9])(?=[A-Za-z]*[0-9]+[A-Za-z]+[0-9])[A-Za-z0-9]{5,}(?![A-Za-z0-9])")
_HASHED: Final = re.compile(r"[0-9][A-Za-z]")
_LONGEST: Final = 80
_DIGITS: Final = "0123456789"
_PARTING: Final = ("-", "_")
_MOST_WORDS: Final = 8
_KIND: Final = {name: kind for kind, names in KINDS.items() for name in names.split()}
_KINDS: Final = frozenset(_KIND)
_BODY: Final = frozenset(BODY.split())
# Words that are boilerplate only as the last or whole word of a name: "ad-free", "menu-order", "header-author-wrap" are not.
_PREFIX_ONLY: Final = frozenset(
    [
        "no",
        "not",
        "non",
        "without",
        "open",
        "closed",
        "has",
        "is",
        "hide",
        "show",
        "enable",
        "disable",
        "count",
        "toggle",
        "before",
        "after",
    ]
)
_WRAPPERS: Final = frozenset(("wrap", "wrapper", "with", "layout", "page", "site", "body"))
_AMBIGUOUS: Final = frozenset(
    [
        "legend",
        "views",
        "updated",
        "modified",
        "published",
        "bio",
        "follow",
        "share",
        "rail",
        "promo",
        "player",
        "hide",
        "hidden",
        "cta",
        "banner",
        "slider",
        "author",
        "writer",
        "readers",
    ]
)


_MARK_OF: Final = {word: mark for mark, words in MARKS.items() for word in words.split()}
_MARKS: Final = frozenset(_MARK_OF)
# What says something: a word, or words side by side, the first two of which begin what they say together.
_SAYING: Final = frozenset((*_KIND, *_BODY, *_MARK_OF))
_OPENING: Final = frozenset(name[:size] for name in _SAYING for size in range(2, len(name) + 1))


class Said(NamedTuple):
    """What names say of an element."""

    kind: str
    """The kind of boilerplate it holds, ``body`` for the article's text, or an empty string."""

    marks: tuple[str, ...]
    """What of an article is told in it: byline, date, meta, deck, views, paywall."""


_NOTHING: Final = Said("", ())


@lru_cache(maxsize=32_768)
def said_by(names: str) -> Said:
    """Give what a ``class`` or ``id`` says of its element."""
    said = [one for name in names.split() if (one := _said_by_name(_unnumbered(name))) is not _NOTHING]
    if len(said) < 2:
        return said[0] if said else _NOTHING
    kinds = [one.kind for one in said if one.kind]
    return Said(
        "body" if "body" in kinds else kinds[0] if kinds else "",
        tuple(dict.fromkeys(mark for one in said for mark in one.marks)),
    )


def _unnumbered(name: str) -> str:
    """A name without the number behind it: ``menu-item-2041`` says what ``menu-item`` says."""
    bare = name.rstrip(_DIGITS)
    return bare.rstrip("-_") if bare is not name and bare[-1:] in _PARTING else name


@lru_cache(maxsize=32_768)
def _said_by_name(name: str) -> Said:
    if not 2 <= len(name) <= _LONGEST:
        return _NOTHING
    words = _words_of(name)
    if _SAYING.isdisjoint(words) and _OPENING.isdisjoint(map(add, words, words[1:])):  # most names
        return _NOTHING
    pairs = list(map(add, words, words[1:]))
    kind = _kind_of_words(name, words[:_MOST_WORDS], pairs[: _MOST_WORDS - 1])
    if _MARKS.isdisjoint(words) and _MARKS.isdisjoint(pairs):
        return _said_of(kind, ())
    marks = [_MARK_OF[both] for pair in zip(words, ["", *pairs], strict=True) for both in pair if both in _MARK_OF]
    return _said_of(kind, tuple(dict.fromkeys(marks)))


@lru_cache(maxsize=1_024)  # there are not so many things to say
def _said_of(kind: str, marks: tuple[str, ...]) -> Said:
    return Said(kind, marks) if kind or marks else _NOTHING


def _words_of(name: str) -> list[str]:
    """The words of a name in lower case, parted at dashes, underscores, digits and inner capitals."""
    if name.islower() and name.isascii():
        parted = name.replace("_", " ").replace("-", " ")
        if parted.replace(" ", "").isalpha():
            return parted.split()  # most names
    words = _SPLIT.findall(_HASH.sub(" ", name) if _HASHED.search(name) else name)
    return words if name.islower() else [word.lower() for word in words]


def _kind_of_words(name: str, words: list[str], pairs: list[str]) -> str:
    first = words[0]
    if len(words) == 1:
        return "body" if first in _BODY else _KIND.get(first, "")
    if first in _PREFIX_ONLY or ("sidebar" in words and not _WRAPPERS.isdisjoint(words)):
        return ""
    if min(map(len, words)) == 1:  # a letter by itself begins no name
        pairs = [pair if len(word) > 1 else "" for word, pair in zip(words, pairs, strict=False)]
    triples = [pair and pair + word for pair, word in zip(pairs, words[2:], strict=False)]
    whole = "".join(words)
    if whole in _BODY or (triples and not _BODY.isdisjoint((pairs[0], pairs[-1], triples[0], triples[-1]))):
        kind = "body"
    elif not _KINDS.isdisjoint(together := (*triples, *pairs, whole)):
        kind = next(_KIND[x] for x in together if x in _KIND)
    elif not _KINDS.isdisjoint(words):
        kind = next((_KIND[w] for i, w in enumerate(words) if _is_kind(name, words, i)), "")
    else:
        return ""
    return "" if first in _PREFIXES and _SKIPPED.match(name) else kind


def _is_kind(name: str, words: list[str], index: int) -> bool:
    """Whether a word of a name tells a kind by itself, and is neither ambiguous among others nor letters at random (``sc-6sFAd``)."""
    word = words[index]
    if word not in _KIND or (word in _AMBIGUOUS and len(words) > 3):
        return False
    return len(word) > 3 or word in _DELIMITER.split(name.lower()) or all(len(w) > 2 for w in _beside(words, index))


def _beside(words: list[str], index: int) -> list[str]:
    return [*words[max(0, index - 1) : index], *words[index + 1 : index + 2]]


_DELIMITER: Final = re.compile(r"[-_:./]")
