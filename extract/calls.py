"""What is said to the reader about the publication, not about the news: calls, notices and controls, per language."""

import re
from itertools import repeat
from operator import itemgetter
from typing import Final

from extract.asian_calls import asian_call
from extract.asks import ASKS
from extract.credits import CREDITS
from extract.newsroom import NEWSROOM
from extract.reported import is_reported
from extract.subscriptions import SUBSCRIPTIONS
from extract.wording import DIGIT
from extract.words import letters_of

# Longer texts tell something; these only ask, offer or warn.
LONGEST: Final = 280
_NAMING: Final = frozenset(("first_appeared", "series"))  # what names other texts, in quotation marks or not
_X = r"(?ix)"
# Kind; how words begin (four letters) without which the pattern cannot match; the pattern. Words parted by `&` must all be
# there, one of each group; after `^` they are what the line's first word begins with, and the pattern holds that place.
_CALLS: Final = (*SUBSCRIPTIONS, *NEWSROOM, *ASKS, *CREDITS)
_PATTERNS: Final = tuple((kind, re.compile(_X + pattern)) for kind, _, pattern in _CALLS)
_NEEDS: Final = tuple(
    tuple(frozenset(group.split()) for group in needs.removeprefix("^").split("&")) for _, needs, _ in _CALLS
)


def _index(*, first: bool) -> dict[str, tuple[int, ...]]:
    """The rows by the words of their first group, of those that hold a line's beginning or of the others."""
    found: dict[str, tuple[int, ...]] = {}
    for number, (_, needs, _) in enumerate(_CALLS):
        if needs.startswith("^") is first:
            for beginning in _NEEDS[number][0]:
                found[beginning] = (*found.get(beginning, ()), number)
    return found


_OPENINGS: Final = _index(first=True)
_BEGINNINGS: Final = _index(first=False)
_BEGINNING: Final = itemgetter(slice(4))
_PRICE: Final = re.compile(r"^[(\[]?[+\-−–▲▼]?[$€£¥₺₴]?\d[\d.,]*\s?[%€$₺₴]?[)\]]?$")
_CHANGE: Final = re.compile(r"(?<![\w.,])[+\-−–]\s?\d+[.,]\d+\s?%")
_MOVE: Final = re.compile(r"[+\-−–]\s?\d+[.,]\d+|\d[.,]\d\d(?!\d)|\d\s?%")


def is_ticker(text: str) -> bool:
    """Whether a line is prices beside names: ``LMT +1.24% RTX -0.42%``."""
    if len(text) > 140 or not DIGIT.search(text):
        return False
    moved = "▲" in text or "▼" in text or _CHANGE.search(text) is not None
    if len(_MOVE.findall(text)) < 2 and not (moved and len(text) <= 40):
        return False
    words = text.replace("|", " ").replace("·", " ").split()
    prices = sum(bool(_PRICE.match(word)) for word in words)
    return (
        prices >= 2
        and prices >= 0.4 * len(words)
        and all(w[0].isupper() or not w[0].isalpha() for w in words if not _PRICE.match(w))
    )


def call_kind(text: str) -> str | None:
    """What a line asks of its reader or tells about itself; None for a line that tells something else."""
    if len(text) > LONGEST:
        return None
    if is_ticker(text):
        return "ticker"
    for number in possible(text):
        kind, pattern = _PATTERNS[number]
        if pattern.search(text):
            if kind in _NAMING:  # these patterns hold headlines, quotations and all
                return kind
            told = len(text) > 60 or text[0] in '"“„«‘'
            return None if told and is_reported(text) else kind
    return asian_call(text)


def possible(text: str) -> list[int]:
    """The rows whose words a text has, in their order."""
    words = list(map(_BEGINNING, letters_of(text.lower())))
    if not words:
        return []
    numbers = set(_OPENINGS.get(words[0], ()))
    for beginning in _BEGINNINGS.keys() & words:
        for number in _BEGINNINGS[beginning]:
            needs = _NEEDS[number]
            if len(needs) == 1 or not any(map(frozenset.isdisjoint, needs, repeat(words))):
                numbers.add(number)
    return sorted(numbers)
