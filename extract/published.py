"""When it was published and modified: all evidence a page gives, in order of trust."""
# ruff: noqa: SIM905

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import islice

from lxml.html import HtmlElement

from extract.date_lines import LONGEST, SHORT, DateLine, DateLines
from extract.dates import DateFound, parse_machine, parse_printed
from extract.page import Page
from extract.selector import compiled_selector
from extract.structured import itemprop_value
from extract.wording import plain, text_of

_PUBLISHED_META = tuple(
    """
    article:published_time og:published_time article:published og:article:published_time article.published
    datepublished parsely-pub-date sailthru.date cxenseparse:recs:publishtime dc.date.issued dcterms.issued
    dc.date dcterms.date dcterms.created dc.date.created pubdate publishdate publish_date publish-date
    publication_date publication-date published_time published-date article_date_original
    originalpublicationdate article.created rbpubdate citation_publication_date citation_online_date
    citation_date displaydate date release_date article:post_date news:date
    """.split()
)
_MODIFIED_META = tuple(
    """
    article:modified_time og:updated_time og:modified_time article:modified datemodified dcterms.modified
    dc.date.modified lastmod last-modified last_modified article.updated updated_time revision_date
    """.split()
)
_NAMED_PUBLISHED = re.compile(r"(?:^|[^a-z])publi(?:sh|cation)[a-z]*(?:[^a-z]?(?:date|time|at|on))?$|pub-?date$")
MOST_LETTERS = 16  # beside a date, in a line that is about nothing else: "Published on"
WEST, EAST = timedelta(hours=10), timedelta(hours=13)  # the zones that papers are published in
_IN_URL = re.compile(
    r"(?:^|[/_-])((?:19|20)\d{2})(?:([/_.-])(\d{1,2}|[a-z]{3,9})\2(\d{1,2})|(\d{2})(\d{2}))(?=[/_.-]|$)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A candidate for a date: where it was read, and what."""

    source: str
    found: DateFound
    where: str = ""
    """The property or tag that states it."""

    @property
    def stated(self) -> str:
        """How it is stated, for people: where, in which words, how exactly, and what had to be assumed."""
        notes: list[str] = [self.found.precision]
        notes += ["no zone stated"] if self.found.zone_assumed else []
        notes += ["day and month may be swapped"] if self.found.order_assumed else []
        return f"{self.where + ': ' if self.where else ''}{self.found.raw} ({', '.join(notes)})"


def published_candidates(page: Page, lines: DateLines) -> Iterator[Dated]:
    """Give all readable publication dates of a page, most trusted first (DESIGN, Dates)."""
    zone, latest = zone_of(page), page.capture.fetched_at.astimezone(UTC)
    data = page.structured
    if page.layout is not None and page.layout.published:
        yield from _selected(page, page.layout.published, page.layout.published_format, zone, latest)
    for node in (data.article, data.webpage):
        if node is not None:
            for key in ("datePublished", "uploadDate"):
                yield from _machine("json_ld", node.get(key), zone, latest, key)
    for key in _PUBLISHED_META:
        for content in data.meta.get(key, ()):
            yield from _machine("meta", content, zone, latest, key)
    for key in sorted(data.meta):
        if key not in _PUBLISHED_META and _NAMED_PUBLISHED.search(key):
            for content in data.meta[key]:
                yield from _machine("meta", content, zone, latest, key)
    for name in ("datePublished", "dateposted"):
        for element in data.microdata.get(name, ())[:3]:
            yield from _machine("microdata", itemprop_value(element), zone, latest, name)
            yield from _text("microdata", text_of(element), page, zone, latest)
    yield from _lines(page, lines.lines(updated=False), zone, latest)
    yield from _machine("hint", page.capture.hints.get("published"), zone, latest)
    yield from _in_url(page.capture.url, zone, latest)
    for node in (data.article, data.webpage):
        if node is not None:
            yield from _machine("json_ld", node.get("dateCreated"), zone, latest, "dateCreated")


def modified_candidates(page: Page, lines: DateLines) -> Iterator[Dated]:
    """Give all readable dates of modification, most trusted first."""
    zone, latest = zone_of(page), page.capture.fetched_at.astimezone(UTC)
    data = page.structured
    if page.layout is not None and page.layout.modified:
        yield from _selected(page, page.layout.modified, page.layout.published_format, zone, latest)
    for node in (data.article, data.webpage):
        if node is not None:
            yield from _machine("json_ld", node.get("dateModified"), zone, latest, "dateModified")
    for key in _MODIFIED_META:
        for content in data.meta.get(key, ()):
            yield from _machine("meta", content, zone, latest, key)
    for element in data.microdata.get("dateModified", ())[:3]:
        yield from _machine("microdata", itemprop_value(element), zone, latest, "dateModified")
    yield from _lines(page, lines.lines(updated=True), zone, latest)
    yield from _machine("hint", page.capture.hints.get("modified"), zone, latest)


def aside_candidates(page: Page, lines: DateLines, *, updated: bool) -> Iterator[Dated]:
    """Give dates from beside the text and below it, where some publishers print their own; a last resort."""
    yield from _lines(page, lines.asides(updated=updated), zone_of(page), page.capture.fetched_at.astimezone(UTC))


def lonely_candidate(page: Page, lines: DateLines) -> Iterator[Dated]:
    """Give the one day that a page prints on a line of its own, if it is the same wherever it does so; the last resort."""
    zone, latest = zone_of(page), page.capture.fetched_at.astimezone(UTC)
    found = [
        d
        for text in dict.fromkeys(lines.alone())
        for d in _text("text", text, page, zone, latest)
        if d.found.precision not in ("month", "year") and is_bare(DateLine("text", text, updated=False), d.found)
    ]
    if found and len({d.found.day for d in found}) == 1:
        yield best_of(found) or found[0]


def choose(candidates: Iterable[Dated], *, complete: bool) -> tuple[Dated | None, list[Dated]]:
    """Choose a date and give the candidates seen; ``complete`` asks for all though the choice is made before."""
    seen: list[Dated] = []
    for candidate in candidates:
        seen.append(candidate)
        if not complete and (best := best_of(seen)) and best.found.timed and not best.found.zone_assumed:
            break
    return best_of(seen), seen


def printed_before(chosen: Dated, modified: Dated | None, page: Page, lines: DateLines) -> Dated | None:
    """Give an earlier day that the page prints by its headline, where what it states for machines is its last change.

    Content systems that know one date state it as publication and as change, or state a publication after the last
    change; the page then prints the day it first appeared. Only a line that is a date and nothing else counts.
    """
    if modified is None or chosen.source not in ("json_ld", "meta"):
        return None
    if modified.found.value > chosen.found.value and not (chosen.found.timed and _same_clock(modified, chosen)):
        return None
    zone, latest = zone_of(page), page.capture.fetched_at.astimezone(UTC)
    own = (x for x in lines.lines(updated=False) if len(x.text) <= SHORT and not x.tabular)
    first = next(
        (d for line in own for d in islice(_lines(page, (line,), zone, latest), 1) if is_bare(line, d.found)), None
    )
    if first is None or first.found.precision in ("month", "year") or first.found.order_assumed:
        return None
    return first if first.found.day < chosen.found.day and not _one_day(first.found.day, chosen.found) else None


def is_bare(line: DateLine, found: DateFound) -> bool:
    """Whether a line is a date and nothing else but a word or two."""
    left = line.text.replace(found.raw, "") if found.raw in line.text else "" if line.machine else line.text
    return sum(map(str.isalpha, left)) <= MOST_LETTERS


def best_of(candidates: list[Dated]) -> Dated | None:
    """Choose a date: the most trusted, made more exact by another that agrees with it."""
    if not candidates:
        return None
    best = candidates[0]
    if best.found.order_assumed and best.found.swapped is not None:
        best = next((c for c in candidates if not c.found.order_assumed and c.found.day == best.found.swapped), best)
    if not best.found.timed:
        day = best.found.day
        timed = [c for c in candidates if c.found.timed]
        best = next((c for c in timed if day in (c.found.day, c.found.value.date())), best)
        if not best.found.timed:
            machine = (c for c in timed if c.source in ("json_ld", "meta") and c.source == best.source)
            best = next((c for c in machine if _one_day(day, c.found)), best)
    if best.found.zone_assumed:
        aware = next(
            (c for c in candidates if c.found.timed and not c.found.zone_assumed and _same_clock(c, best)), None
        )
        if aware is not None:
            best = aware
    return best


def _one_day(day: date, found: DateFound) -> bool:
    """Whether a day may be that of a date: its own as written, or, of an instant in UTC, that of some inhabited zone."""
    if day == found.day or day == found.value.date():
        return True
    if not found.timed or found.day != found.value.date():
        return False
    return (found.value - WEST).date() <= day <= (found.value + EAST).date()


def _same_clock(aware: Dated, naive: Dated) -> bool:
    """Whether two times differ by nothing but a zone: by quarter hours, and no more than zones do."""
    seconds = abs((aware.found.value - naive.found.value).total_seconds())
    exact = "second" in (aware.found.precision, naive.found.precision)
    rest = seconds % 900
    return seconds <= 14 * 3600 and (
        rest == 0 if exact and aware.found.precision == naive.found.precision else rest < 60
    )


def zone_of(page: Page) -> tzinfo:
    """Give the zone of times that name none: the site's, UTC where no site is known."""
    return page.site.zone if page.site is not None else UTC


def languages_of(page: Page) -> tuple[str, ...]:
    """Give the language tags that decide between readings of a printed date: the page's own, then the site's."""
    declared = (page.tree.get("lang") or page.tree.get("xml:lang") or "").replace("_", "-").lower()
    own = page.site.language if page.site is not None else None
    country = page.site.country if page.site is not None else None
    tags = [f"{own}-{country.lower()}"] if own and country else []
    return tuple(t for t in (*tags, declared, own, declared.partition("-")[0]) if t)


def _machine(source: str, value: object, zone: tzinfo, latest: datetime, where: str = "") -> Iterator[Dated]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, int) and not isinstance(one, bool):
            one = str(one)
        if isinstance(one, datetime):
            one = one.isoformat()
        if (text := plain(one)) and (found := parse_machine(text, zone, latest)):
            yield Dated(source, found, where)


def _text(source: str, text: str, page: Page, zone: tzinfo, latest: datetime) -> Iterator[Dated]:
    if (
        text
        and len(text) <= LONGEST
        and (found := parse_printed(text, zone=zone, latest=latest, languages=languages_of(page)))
    ):
        yield Dated(source, found)


def _selected(page: Page, selector: str, wanted: str | None, zone: tzinfo, latest: datetime) -> Iterator[Dated]:
    for one in _listed(compiled_selector(selector)(page.tree)):
        if isinstance(one, str):
            texts = [one]
        else:
            texts = [x for a in ("datetime", "content") if (x := one.get(a))] or [text_of(one)]
            if one.get("datetime") and wanted:
                texts.insert(0, text_of(one))
        for text in texts:
            found = None
            if wanted:
                found = parse_printed(text, zone=zone, latest=latest, languages=languages_of(page), format=wanted)
            found = found or parse_machine(text, zone, latest)
            if found:
                yield Dated("layout", found)


def _listed(value: object) -> list[HtmlElement | str]:
    return list(value) if isinstance(value, list) else [str(value)] if value else []


def _lines(page: Page, lines: Iterable[DateLine], zone: tzinfo, latest: datetime) -> Iterator[Dated]:
    for line in lines:
        machine = list(_machine(line.source, line.machine, zone, latest)) if line.machine else []
        yield from machine or _text(line.source, line.text, page, zone, latest)


def _in_url(url: str, zone: tzinfo, latest: datetime) -> Iterator[Dated]:
    """Read the day from a URL's path: /2025/03/09/, /2025-03-09-, /20250309/."""
    path = re.sub(r"^[a-z]+://[^/]*|[?#].*", "", url)
    for match in _IN_URL.finditer(path):
        year, month, day = match[1], match[3] or match[5], match[4] or match[6]
        text = f"{year}-{int(month):02}-{int(day):02}" if month.isdigit() else f"{day} {month} {year}"
        found = parse_printed(text, zone=zone, latest=latest)
        if found is not None:
            yield Dated("url", replace(found, raw=match[0].strip("/_-"), precision="day"))
