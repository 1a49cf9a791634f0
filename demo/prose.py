"""Stories from a grammar: the same ones every time, each different from every other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Literal

from demo.grammar import Angle, Dice, Paragraph, Topic, expand
from demo.language import Facts, Language

BlockKind = Literal["paragraph", "heading", "list_item", "quote"]
Block = tuple[BlockKind, str]

# All that was ever published here lies between these days, however much of it there is.
FIRST_DAY, LAST_DAY = date(2026, 1, 12), date(2026, 10, 28)
CORRECTED_AT = datetime(2026, 10, 30, 9, 30, tzinfo=UTC)
LONGEST_PAUSE = timedelta(days=9)
LONGEST_HEADLINE = 110
TRIES = 300
PERSONS = frozenset({"officer", "minister", "analyst"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One piece of news as its editors have it, before any publication prints it."""

    number: int
    headline: str
    subheadline: str
    section: str
    tags: tuple[str, ...]
    caption: str
    blocks: tuple[Block, ...]
    published_at: datetime
    modified_at: datetime | None = None
    town: str
    country: str
    company: str
    topic: Topic = field(repr=False, compare=False)
    angle: Angle = field(repr=False, compare=False)
    facts: Facts = field(repr=False, compare=False)


class Cast(Mapping[str, str]):
    """Facts of one text as they are mentioned: persons with name and post at first, by their last name afterwards."""

    def __init__(self, facts: Facts, introduced: frozenset[str] = frozenset()) -> None:
        self._facts = facts
        self._mentions: dict[str, int] = {}
        self.introduced = introduced

    def __getitem__(self, key: str) -> str:
        person = key.removesuffix("_last")
        if person in PERSONS:
            if person in self.introduced:
                key = f"{person}_last"
            elif key != person:
                key = f"{person}_introduced"
            self.introduced |= {person}
        value = self._facts[key]
        if isinstance(value, str):
            return value
        mention = self._mentions[key] = self._mentions.get(key, -1) + 1
        return value[mention % len(value)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._facts)

    def __len__(self) -> int:
        return len(self._facts)


@cache
def stories(publication: str, count: int, language: Language, home: str | None = None) -> tuple[Story, ...]:
    """Tell a publication's stories, the newest first; all of one country, if it has a home."""
    told: set[str] = set()
    pause = min(LONGEST_PAUSE, (LAST_DAY - FIRST_DAY) / max(count, 1))
    newest = datetime.combine(LAST_DAY, time(9), UTC)
    result = []
    for number in range(count):
        dice = Dice(f"{publication} {number}")
        at = newest - number * pause - timedelta(minutes=dice.below(max(int(pause.total_seconds() / 90), 1)))
        result.append(_story(number, at.replace(second=0, microsecond=0), language, home, dice, told))
    return tuple(result)


@cache
def corrected(story: Story, language: Language) -> Story:
    """The story as its editors corrected it: told under another headline, its second paragraph rewritten."""
    dice = Dice(f"correction {story.headline}")
    others = (_headline(story.angle, story.facts, language, dice) for _ in range(TRIES))
    headline = next(text for text in others if text != story.headline)
    cast = Cast(story.facts, PERSONS)
    kind = story.topic.paragraphs["detail"]
    rewritten = " ".join(
        expand(template, cast, dice) for template in (dice.pick(kind.opens), *dice.some(kind.follows, 2))
    )
    blocks = (story.blocks[0], ("paragraph", language.quotes(rewritten)), *story.blocks[2:])
    return replace(story, headline=headline, blocks=blocks, modified_at=CORRECTED_AT)


def _story(
    number: int, published_at: datetime, language: Language, home: str | None, dice: Dice, told: set[str]
) -> Story:
    topic = language.topics[(number + dice.below(3)) % len(language.topics)]
    for _ in range(TRIES):
        facts = language.facts(topic, published_at, dice, home)
        angle = dice.pick(topic.angles)
        headline = _headline(angle, facts, language, dice)
        if headline not in told and len(headline) <= LONGEST_HEADLINE:
            break
    else:
        raise RuntimeError(f"no headline is left for story {number}: write more templates")
    told.add(headline)
    blocks = tuple(_body(topic, angle, facts, language, dice, told))
    return Story(
        number=number,
        headline=headline,
        subheadline=language.quotes(expand(dice.pick(topic.subheadlines), Cast(facts), dice)),
        section=topic.section,
        tags=(*dice.some(topic.tags, 2), str(facts["country"]), str(facts["company"])),
        caption=language.quotes(expand(dice.pick(topic.captions), Cast(facts), dice)),
        blocks=blocks,
        published_at=published_at,
        town=str(facts["town"]),
        country=str(facts["country"]),
        company=str(facts["company"]),
        topic=topic,
        angle=angle,
        facts=facts,
    )


def _headline(angle: Angle, facts: Facts, language: Language, dice: Dice) -> str:
    return language.quotes(expand(dice.pick(angle.headlines), Cast(facts, PERSONS), dice))


def _body(topic: Topic, angle: Angle, facts: Facts, language: Language, dice: Dice, told: set[str]) -> Iterator[Block]:
    """Lead and details, then paragraphs of other kinds: five to ten; in some a heading, a list or a quote between."""
    cast = Cast(facts)
    kinds = ["lead", "detail", *dice.some([*language.paragraphs, "background", "detail"], 3 + dice.below(6))]
    heading_before = 3 if dice.chance(0.4) else None
    list_after = 2 + dice.below(3) if dice.chance(0.3) else None
    quote_after = 4 if dice.chance(0.25) else None
    said: set[str] = set()
    all_kinds = {**language.paragraphs, **topic.paragraphs, "lead": Paragraph((angle.lead,), topic.lead_follows)}
    for position, kind in enumerate(kinds):
        if position == heading_before:
            yield "heading", language.quotes(expand(dice.pick(language.headings), cast, dice))
        text = _paragraph(all_kinds[kind], cast, dice, said, told)
        yield "paragraph", language.quotes(text)
        if position == list_after:
            lead = _paragraph(Paragraph(language.list_leads, ()), cast, dice, said, told)
            yield "paragraph", language.quotes(lead)
            for template in dice.some(language.list_points, 3 + dice.below(2)):
                yield "list_item", language.quotes(expand(template, cast, dice))
        if position == quote_after:
            yield "quote", language.quotes(expand(dice.pick(language.block_quotes), cast, dice))


def _paragraph(kind: Paragraph, cast: Cast, dice: Dice, said: set[str], told: set[str]) -> str:
    """One paragraph that was not told before, of sentences that this story has not said yet."""
    introduced = cast.introduced
    for _ in range(TRIES):
        cast.introduced = introduced
        templates = [dice.pick([t for t in kind.opens if t not in said])]
        templates += dice.some([t for t in kind.follows if t not in said], 1 + dice.below(3))
        text = " ".join(expand(template, cast, dice) for template in templates)
        if text not in told:
            said.update(templates)
            told.add(text)
            return text
    raise RuntimeError("no new paragraph can be told: write more templates")
