"""When it was published and modified: all evidence a page gives, in order of trust."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo

from lxml.html import HtmlElement

from extract.dates import DateFound, parse_machine, parse_printed
from extract.page import Page
from extract.selector import compiled_selector
from extract.structured import itemprop_value
from extract.vicinity import is_clutter, nearest
from extract.wording import one_line, plain, text_of

_PUBLISHED_META = (
    "article:published_time", "og:published_time", "article:published", "og:article:published_time", "article.published",
    "datepublished", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "dc.date.issued",
    "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "dc.date.created", "pubdate", "publishdate",
    "publish_date", "publish-date", "publication_date", "publication-date", "published_time", "published-date",
    "article_date_original", "originalpublicationdate", "article.created", "rbpubdate", "citation_publication_date",
    "citation_online_date", "citation_date", "displaydate", "date", "release_date", "article:post_date", "news:date",
)  # fmt: skip
_MODIFIED_META = (
    "article:modified_time", "og:updated_time", "og:modified_time", "article:modified", "datemodified", "dcterms.modified",
    "dc.date.modified", "lastmod", "last-modified", "last_modified", "article.updated", "updated_time", "revision_date",
)  # fmt: skip
_UPDATED = re.compile(
    r"(?i)updat|modif|revis|\bedited|aktualis|geändert|mis à jour|màj|actualiz|aggiorna|atualiz|bijgewerkt|güncel|zaktualiz"
    r"|оновлен|обновлен|uppdater|opdater|oppdater|päivitetty|aktualiz|frissít|ενημέρ|最終更新|更新"
)
_IN_URL = re.compile(
    r"(?:^|[/_-])((?:19|20)\d{2})(?:([/_.-])(\d{1,2}|[a-z]{3,9})\2(\d{1,2})|(\d{2})(\d{2}))(?=[/_.-]|$)", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20|25)\d\d|\d[./]\d\d\b")
_LONGEST = 220
_SHORT = 90  # characters of a line that is only about a date
BEFORE, AFTER = 40, 120  # elements around the headline among which its date stands


@dataclass(frozen=True, slots=True)
class Dated:
    """A candidate for a date: where it was read, and what."""

    source: str
    found: DateFound


def published_candidates(page: Page, headline: HtmlElement | None) -> Iterator[Dated]:
    """Give all readable publication dates of a page, most trusted first (DESIGN, Dates)."""
    zone, latest = zone_of(page), page.capture.fetched_at.astimezone(UTC)
    data = page.structured
    if page.layout is not None and page.layout.published:
        yield from _selected(page, page.layout.published, page.layout.published_format, zone, latest)
    for node in (data.article, data.webpage):
        if node is not None:
            for key in ("datePublished", "uploadDate"):
                yield from _machine("json_ld", node.get(key), zone, latest)
    for key in _PUBLISHED_META:
        for content in data.meta.get(key, ()):
            yield from _machine("meta", content, zone, latest)
    for name in ("datePublished", "dateposted"):
        for element in data.microdata.get(name, ())[:3]:
            yield from _machine("microdata", itemprop_value(element), zone, latest)
            yield from _text("microdata", text_of(element), page, zone, latest)
    yield from _times(page, headline, zone, latest, updated=False)
    yield from _printed(page, headline, zone, latest, updated=False)
    yield from _beside_headline(page, headline, zone, latest, updated=False)
    yield from _machine("hint", page.capture.hints.get("published"), zone, latest)
    yield from _in_url(page.capture.url, zone, latest)
    for node in (data.article, data.webpage):
        if node is not None:
            yield from _machine("json_ld", node.get("dateCreated"), zone, latest)


def modified_candidates(page: Page, headline: HtmlElement | None) -> Iterator[Dated]:
    """Give all readable dates of modification, most trusted first."""
    zone, latest = zone_of(page), page.capture.fetched_at.astimezone(UTC)
    data = page.structured
    if page.layout is not None and page.layout.modified:
        yield from _selected(page, page.layout.modified, page.layout.published_format, zone, latest)
    for node in (data.article, data.webpage):
        if node is not None:
            yield from _machine("json_ld", node.get("dateModified"), zone, latest)
    for key in _MODIFIED_META:
        for content in data.meta.get(key, ()):
            yield from _machine("meta", content, zone, latest)
    for element in data.microdata.get("dateModified", ())[:3]:
        yield from _machine("microdata", itemprop_value(element), zone, latest)
    yield from _times(page, headline, zone, latest, updated=True)
    yield from _printed(page, headline, zone, latest, updated=True)
    yield from _beside_headline(page, headline, zone, latest, updated=True)
    yield from _machine("hint", page.capture.hints.get("modified"), zone, latest)


def asides(page: Page, headline: HtmlElement | None) -> Iterator[Dated]:
    """Give dates from beside the text and below it, where some publishers print their own; a last resort."""
    zone, latest = zone_of(page), page.capture.fetched_at.astimezone(UTC)
    yield from _times(page, headline, zone, latest, updated=False, aside=False)
    yield from _printed(page, headline, zone, latest, updated=False, aside=False)


def best_of(candidates: list[Dated]) -> Dated | None:
    """Choose a date: the most trusted, made more exact by another that agrees with it."""
    if not candidates:
        return None
    best = candidates[0]
    if not best.found.timed:
        day = best.found.day
        best = next((c for c in candidates if c.found.timed and day in (c.found.day, c.found.value.date())), best)
    if best.found.zone_assumed:
        aware = next(
            (c for c in candidates if c.found.timed and not c.found.zone_assumed and _same_clock(c, best)), None
        )
        if aware is not None:
            best = aware
    return best


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


def _machine(source: str, value: object, zone: tzinfo, latest: datetime) -> Iterator[Dated]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, int) and not isinstance(one, bool):
            one = str(one)
        if isinstance(one, datetime):
            one = one.isoformat()
        if (text := plain(one)) and (found := parse_machine(text, zone, latest)):
            yield Dated(source, found)


def _text(source: str, text: str, page: Page, zone: tzinfo, latest: datetime) -> Iterator[Dated]:
    if (
        text
        and len(text) <= _LONGEST
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


def _times(
    page: Page, headline: HtmlElement | None, zone: tzinfo, latest: datetime, *, updated: bool, aside: bool = True
) -> Iterator[Dated]:
    """Read the ``<time>`` elements that are the article's own, those nearest the headline first."""
    ranked = nearest(page.structured.times, headline, aside=aside)
    for element in list(ranked)[:12]:
        around, own = element.getparent(), text_of(element)
        says = f"{element.get('class') or ''} {element.get('itemprop') or ''} {own} "
        if own and around is not None and len(context := text_of(around)) < _LONGEST:
            says += context.partition(own)[0][-40:]
        if bool(_UPDATED.search(says)) is updated:
            stated = element.get("datetime")
            machine = list(_machine("time", stated, zone, latest)) if stated else []
            printed = list(_text("time", own, page, zone, latest))
            yield from machine or printed


def _printed(
    page: Page, headline: HtmlElement | None, zone: tzinfo, latest: datetime, *, updated: bool, aside: bool = True
) -> Iterator[Dated]:
    """Read dates printed in elements that are named for it, near the headline."""
    marked = (*page.structured.marked.get("date", ()), *page.structured.marked.get("meta", ()))
    for seen, element in enumerate(nearest(marked, headline, aside=aside)):
        text = text_of(element)
        if seen > 40:
            return
        if text and len(text) <= _LONGEST and bool(_UPDATED.search(text[:40])) is updated:
            yield from _text("text", text, page, zone, latest)


def _beside_headline(
    page: Page, headline: HtmlElement | None, zone: tzinfo, latest: datetime, *, updated: bool
) -> Iterator[Dated]:
    """Read dates that stand in short lines of their own just before and after the headline, whatever they are in."""
    elements = page.structured.elements
    if headline is None:
        return
    position = elements.index(headline)
    around = set(headline.iterancestors())
    lines: dict[str, None] = {}
    for element in [
        *elements[position + 1 : position + AFTER],
        *reversed(elements[max(0, position - BEFORE) : position]),
    ]:
        for text in (element.text, element.tail):
            if text and len(text) <= _SHORT and _YEAR.search(text) and not is_clutter(element, around):
                holder = element if text is element.text else element.getparent()
                parent = holder.getparent() if holder is not None else None
                whole = text_of(parent) if parent is not None and len(parent) < 8 else ""
                lines[whole if 0 < len(whole) <= _SHORT else one_line(text)] = None
    for line in list(lines)[:12]:
        if bool(_UPDATED.search(line)) is updated:
            yield from _text("text", line, page, zone, latest)


def _in_url(url: str, zone: tzinfo, latest: datetime) -> Iterator[Dated]:
    """Read the day from a URL's path: /2025/03/09/, /2025-03-09-, /20250309/."""
    path = re.sub(r"^[a-z]+://[^/]*|[?#].*", "", url)
    for match in _IN_URL.finditer(path):
        year, month, day = match[1], match[3] or match[5], match[4] or match[6]
        text = f"{year}-{int(month):02}-{int(day):02}" if month.isdigit() else f"{day} {month} {year}"
        found = parse_printed(text, zone=zone, latest=latest)
        if found is not None:
            yield Dated("url", replace(found, raw=match[0].strip("/_-"), precision="day"))
