"""Sentences from templates: ``{fact}``, ``{3..9}`` for a number, ``[this|that]`` for a choice, ``a~`` for a or an."""

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

INNERMOST = re.compile(r"\[([^\[\]]*)\]")
NUMBER = re.compile(r"\{(\d+)\.\.(\d+)\}")
FACT = re.compile(r"\{(\w+)\}")
# Letters at the start of a word that is not spoken as it is written: a unit, a European, a one-off; an hour.
ARTICLE = re.compile(r"\b([Aa])~\s+(?=(\S+))")
SPOKEN_WITH_CONSONANT = re.compile(r"(?i)(?:uni|use|eur|one|ut)")
SPOKEN_WITH_VOWEL = re.compile(r"(?i)[aeiou]|hour|hon(?:est|our)|8|11\b|18\b|[FHLMNRSX][A-Z-]")
# Small numbers are written out, but for measures and in headlines, where the next word is large.
SMALL = re.compile(
    r"(?<![\w,.%/-])([2-9])(?=(?: (?!per cent|[mb]illion|kilo|metres|tonnes|knots|degrees|cubic)[a-z]|-week))"
)
WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine")


class Dice:
    """Seeded chance, from `random.Random.random` alone: it is promised to give the same numbers in every Python."""

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)  # noqa: S311

    def below(self, limit: int) -> int:
        """Give a number from 0 to ``limit`` - 1."""
        return int(self._random.random() * limit)

    def pick(self, items: Sequence[T]) -> T:
        """Give one of the items."""
        return items[self.below(len(items))]

    def some(self, items: Sequence[T], count: int) -> list[T]:
        """Give ``count`` different items in random order."""
        rest = list(items)
        return [rest.pop(self.below(len(rest))) for _ in range(min(count, len(rest)))]

    def chance(self, probability: float) -> bool:
        """Say yes that often."""
        return self._random.random() < probability


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A kind of paragraph: sentences that can open it, and sentences that can follow."""

    opens: tuple[str, ...]
    follows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Angle:
    """What a story says first, and the headlines that say the same."""

    lead: str
    headlines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What stories of one kind are made of."""

    section: str
    tags: tuple[str, ...]
    service: str
    facts: Mapping[str, tuple[str, ...]]
    angles: tuple[Angle, ...]
    lead_follows: tuple[str, ...]
    subheadlines: tuple[str, ...]
    captions: tuple[str, ...]
    paragraphs: Mapping[str, Paragraph]


def lines(text: str) -> tuple[str, ...]:
    """Templates, one a line."""
    return tuple(line.strip() for line in text.strip().splitlines() if line.strip())


def paragraph(opens: str, follows: str) -> Paragraph:
    """Make a kind of paragraph of two blocks of templates."""
    return Paragraph(lines(opens), lines(follows))


def angles(text: str) -> tuple[Angle, ...]:
    """Read leads, one a line, each followed by its headlines, which start with ``>``."""
    found: list[Angle] = []
    for line in lines(text):
        if line.startswith(">"):
            last = found.pop()
            found.append(Angle(last.lead, (*last.headlines, line[1:].strip())))
        else:
            found.append(Angle(line, ()))
    return tuple(found)


def expand(template: str, facts: Mapping[str, str], dice: Dice) -> str:
    """Say one template: choices made, facts filled in, first letter large."""
    while match := INNERMOST.search(template):
        template = template[: match.start()] + dice.pick(match[1].split("|")) + template[match.end() :]
    template = NUMBER.sub(lambda m: str(int(m[1]) + dice.below(int(m[2]) - int(m[1]) + 1)), template)
    text = FACT.sub(lambda m: facts[m[1]], template)
    text = SMALL.sub(lambda m: WORDS[int(m[1]) - 2], text)
    text = " ".join(ARTICLE.sub(_article, text).split())
    start = 1 if text.startswith('"') else 0
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


def curly(text: str) -> str:
    """Typewriter quotes as a typesetter's."""
    text = re.sub(r'(^|[\s(\N{EN DASH}\N{EM DASH}])"', "\\1\N{LEFT DOUBLE QUOTATION MARK}", text)
    text = text.replace('"', "\N{RIGHT DOUBLE QUOTATION MARK}")
    return text.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")


def german(text: str) -> str:
    """Typewriter quotes as a German typesetter's."""
    text = re.sub(r'(^|[\s(\N{EN DASH}\N{EM DASH}])"', "\\1\N{DOUBLE LOW-9 QUOTATION MARK}", text)
    return text.replace('"', "\N{LEFT DOUBLE QUOTATION MARK}")


def _article(match: re.Match[str]) -> str:
    word = match[2]
    vowel = SPOKEN_WITH_VOWEL.match(word) and not SPOKEN_WITH_CONSONANT.match(word)
    return f"{match[1]}n " if vowel else f"{match[1]} "
