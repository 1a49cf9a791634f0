"""What a grammar of one language consists of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from demo.grammar import Dice, Paragraph, Topic

Facts = dict[str, str | tuple[str, ...]]
"""What a story is about; of several values of one fact, each mention takes the next."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Language:
    """Topics and what their stories share, with the facts that stories are about."""

    topics: tuple[Topic, ...]
    paragraphs: Mapping[str, Paragraph]
    headings: tuple[str, ...]
    list_leads: tuple[str, ...]
    list_points: tuple[str, ...]
    block_quotes: tuple[str, ...]
    quotes: Callable[[str], str]
    """Turns typewriter quotes into those of the language."""

    facts: Callable[[Topic, datetime, Dice, str | None], Facts]
    """Facts of one story: names, places, sums; of the country given, if one is."""
