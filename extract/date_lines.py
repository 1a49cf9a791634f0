"""Where dates are printed on a page: the short lines near the headline that can hold the article's own."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from extract.date_words import LABEL, PUBLISHED, UPDATED
from extract.page import Page
from extract.vicinity import is_clutter, is_of_a_card, nearest
from extract.wording import DIGIT, one_line, text_of

_YEAR = re.compile(r"(?:19|20|25)\d\d|\d[./-]\d\d?\b|['’]\d\d\b|[٠-٩۰-۹०-९]{4}")
_CLOCK = re.compile(r"(?i)today|current[-_]?(?:date|time)|\bclock\b|live[-_]?date|date[-_]?now|server[-_]?time")
_IN_A_LINE = frozenset({"span", "a", "b", "strong", "em", "i", "font", "u", "small", "abbr"})
_UNSEEN = frozenset({"script", "style", "title", "option", "textarea"})
_FOR_MACHINES = re.compile(r"^data-.*(?:date|time|publish|stamp|utc|epoch)")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
LONGEST = 220  # characters of a line that may hold a date among other things
SHORT = 90  # characters of a line that is about a date only
BEFORE, AFTER = 40, 120  # elements around the headline among which its date stands
FAR_BEFORE, FAR_AFTER = 150, 200  # the same for dates in places that are named for them
MANY = 200  # dated texts from which on a page is a list or a table
MOST = 30  # lines of one kind
_BIG = 60  # elements in what is no line any more


@dataclass(frozen=True, slots=True)
class DateLine:
    """A short text that has a year in it, or a ``<time>``."""

    source: str
    text: str
    updated: bool
    """It says that it is about an update."""

    machine: str | None = None
    """What a ``<time>`` says for machines."""

    tabular: bool = False
    """It stands in a table that does not hold the headline: a value among others."""


class DateLines:
    """The date lines of a page, looked for once and only as far as they are asked for."""

    def __init__(self, page: Page, headline: HtmlElement | None) -> None:
        self.page = page
        self.headline = headline
        self.holders = frozenset(headline.iterancestors()) if headline is not None else frozenset()
        self._found: dict[str, list[DateLine]] = {}

    def lines(self, *, updated: bool) -> Iterator[DateLine]:
        """Give ``<time>`` elements, then lines in places named for dates, then any beside the headline."""
        for name, read in (("times", self._times), ("marked", self._marked), ("beside", self._beside)):
            if name not in self._found:
                # "Originally published on …" is surer than a date that says nothing.
                self._found[name] = sorted(read(), key=lambda line: PUBLISHED.search(line.text) is None)
            yield from (line for line in self._found[name] if line.updated is updated)

    def asides(self, *, updated: bool) -> Iterator[DateLine]:
        """Give what stands beside and below the text, and what is labelled anywhere; a last resort."""
        yield from (x for x in self._times(aside=False) if x.updated is updated)
        yield from (x for x in self._marked(aside=False) if x.updated is updated)
        yield from (x for x in self._labelled() if x.updated is updated)

    def alone(self) -> Iterator[str]:
        """Give the short lines with a year in them from all of the page that is not about other articles."""
        dated = list(islice(_dated_texts(self.page.structured.elements), MANY + 1))
        for text, _, holder in dated if len(dated) <= MANY else ():
            line = one_line(text)
            if holder.tag in _UNSEEN:
                continue
            if holder.tag in _IN_A_LINE and (block := holder.getparent()) is not None:
                line = line_of(block)  # a date in the middle of a sentence is no line of its own
            if (
                len(line) <= SHORT
                and not is_update(line)
                and not is_clutter(holder, aside=False)
                and not _is_clock(holder)
                and not is_of_a_card(holder, self.holders)
            ):
                yield line

    def _labelled(self) -> Iterator[DateLine]:
        for element in self.page.structured.elements:
            text = element.text
            if not text or len(text) > SHORT or text.isspace() or not has_year(text):
                continue
            line = one_line(text)
            if LABEL.match(line) and not is_clutter(element, aside=False):
                yield DateLine("text", line, is_update(line))

    def _times(self, *, aside: bool = True) -> Iterator[DateLine]:
        for element in islice(nearest(self.page.structured.times, self.headline, aside=aside), MOST):
            if is_of_a_card(element, self.holders):
                continue
            around, own = element.getparent(), text_of(element)
            before = ""
            if own and around is not None and len(context := line_of(around)) < LONGEST:
                before = context.partition(own)[0][-40:]
            names = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
            updated = is_update(f"{before} {own}" if PUBLISHED.search(before) else f"{names} {before} {own}")
            yield DateLine("time", own, updated, element.get("datetime"))

    def _marked(self, *, aside: bool = True) -> Iterator[DateLine]:
        marked = self.page.structured.marked
        seen: set[str] = set()
        around = self._around(aside)
        for marks in (("date",), ("meta", "byline")):
            places = {e for mark in marks for e in marked.get(mark, ())}
            ordered = [e for e in around if e in places]
            for element in islice(nearest(ordered, self.headline, aside=aside), MOST):
                text, machine = line_of(element), _attribute(element) if marks == ("date",) else None
                if machine and not is_of_a_card(element, self.holders):
                    yield DateLine(
                        "time", text, is_update(f"{element.get('class')} {label_of(element)} {text}"), machine
                    )
                if text and len(text) <= LONGEST and text not in seen and has_year(text):
                    seen.add(text)
                    if any(map(_is_clock, element.iter())) or is_of_a_card(element, self.holders):
                        continue
                    label = "" if len(text) > SHORT else label_of(element)
                    yield DateLine("text", text, is_update(f"{label} {text[:40]}"))

    def _around(self, aside: bool) -> list[HtmlElement]:
        """Give the elements among which an article's dates stand: near the headline; all of them where it is asked."""
        elements = self.page.structured.elements
        if not aside or self.headline is None:
            return elements
        position = elements.index(self.headline)
        return elements[max(0, position - FAR_BEFORE) : position + FAR_AFTER]

    def _beside(self) -> Iterator[DateLine]:
        if self.headline is None:
            return
        elements = self.page.structured.elements
        position = elements.index(self.headline)
        seen: set[str] = set()
        after, before = elements[position + 1 : position + AFTER], elements[max(0, position - BEFORE) : position]
        for text, element, holder in _dated_texts([*after, *reversed(before)]):
            line = one_line(text)
            if line not in seen and not is_clutter(element, self.holders) and not _is_clock(holder):
                seen.add(line)
                if is_of_a_card(holder, self.holders):
                    continue
                table = next(holder.iterancestors("table"), None)
                tabular = table is not None and table not in self.holders
                yield DateLine("text", line, is_update(f"{label_of(holder)} {line}"), tabular=tabular)


def _dated_texts(elements: Iterable[HtmlElement]) -> Iterator[tuple[str, HtmlElement, HtmlElement]]:
    """Give the short texts with a year in them, each with the element it begins or follows, and the one it stands in."""
    for element in elements:
        text = element.text
        if text and len(text) <= SHORT and not text.isspace() and has_year(text):
            yield text, element, element
        text = element.tail
        if not text or len(text) > SHORT or text.isspace() or not has_year(text):
            continue
        if (holder := element.getparent()) is not None:
            yield text, element, holder


def _attribute(element: HtmlElement) -> str | None:
    """Give what an element named for a date says for machines beside what it shows ("2 hours ago")."""
    for name, value in element.attrib.items():
        if (
            value
            and len(value) <= 60
            and (name in ("datetime", "title") or _FOR_MACHINES.search(name))
            and (has_year(value) or _EPOCH.fullmatch(value))
        ):
            return str(value)
    return None


def _is_clock(element: HtmlElement) -> bool:
    """Whether an element is named for showing today's date."""
    near = (element, *islice(element.iterancestors(), 2))
    return any(_CLOCK.search(names) for e in near if (names := f"{e.get('class') or ''} {e.get('id') or ''}") != " ")


def has_year(text: str) -> bool:
    """Whether a text has something in it that can be a year, or a day by numbers."""
    return DIGIT.search(text) is not None and _YEAR.search(text) is not None


def is_update(text: str) -> bool:
    """Whether a line is about an update and not (also) about the publication."""
    found = UPDATED.search(text)
    return found is not None and not PUBLISHED.search(text[: found.start()])


def line_of(element: HtmlElement) -> str:
    """Give an element's text if it can be a line; empty for what holds much."""
    if sum(1 for _ in islice(element.iter(), _BIG + 1)) > _BIG:
        return ""
    return text_of(element)


def label_of(element: HtmlElement) -> str:
    """Give the words that stand just before an element and may say what its date is of."""
    previous = element.getprevious()
    parent = element.getparent()
    if previous is not None:
        words = one_line(previous.tail or "") or line_of(previous)
    else:
        words = one_line(parent.text or "") if parent is not None else ""
    return "" if any(map(str.isdigit, words)) else words[-40:]  # with a number, it is a date of its own
