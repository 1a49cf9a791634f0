"""All that a page says about its article besides the text: one function a field, evidence in a stated order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from lxml.html import HtmlElement

from extract.article import Image, Precision
from extract.authors import Signature, choose_signature
from extract.byline import authors_of
from extract.date_lines import DateLines
from extract.headlines import (
    anchor_of,
    declared_headlines,
    headline_candidates,
    headline_element,
    likeness,
    own_names,
    subheadline_candidates,
)
from extract.page import Page
from extract.pictures import images_of
from extract.published import (
    aside_candidates,
    choose,
    lonely_candidate,
    modified_candidates,
    printed_before,
    published_candidates,
)
from extract.selector import compiled_selector
from extract.topics import (
    free_access_candidates,
    language_candidates,
    section_candidates,
    shows_paywall,
    tag_candidates,
    view_count_of,
    view_counts,
)
from extract.urls import clean_url, host_of, on_hosts, split_http, url_key
from extract.wording import plain, text_of


class Record(Protocol):
    """Who is told of candidates: field, source, value, whether it was taken, and how it is stated."""

    def __call__(self, name: str, source: str, value: object, chosen: bool, detail: str = "", /) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The fields of an `Article` that do not come from its text."""

    url: str
    url_key: str
    headline: str | None
    subheadline: str | None
    byline: str | None
    authors: tuple[str, ...]
    published_at: datetime | None
    published_raw: str | None
    published_source: str | None
    published_precision: Precision | None
    modified_at: datetime | None
    section: str | None
    tags: tuple[str, ...]
    language: str | None
    lead_image: Image | None
    images: tuple[Image, ...]
    view_count: int | None
    free_access: bool | None
    flags: tuple[str, ...]


def read_metadata(page: Page, record: Record | None = None) -> Metadata:
    """Read every field; ``record`` is told each candidate of each field with its source, and which was chosen."""
    flags: set[str] = {*page.flags, *page.structured.flags}
    own = own_names(page)
    stated = list(declared_headlines(page, own))
    printed = headline_element(page, stated, own)
    headline = _first(
        "headline", _with_layout(page, "headline", headline_candidates(page, printed, stated, own)), record
    )
    heading = anchor_of(page, printed)
    subheadline = _subheadline(page, heading, headline, record)
    byline, authors = _byline(page, heading, own, record)
    lines, complete = DateLines(page, heading), record is not None
    chosen, published = choose(published_candidates(page, lines), complete=complete)
    modified, changes = choose(modified_candidates(page, lines), complete=complete)
    if chosen is not None and (earlier := printed_before(chosen, modified, page, lines)):
        chosen, published = earlier, [*published, earlier]
        flags.add("date_conflict")
    if chosen is None or chosen.found.precision in ("month", "year"):
        last, more = choose(aside_candidates(page, lines, updated=False), complete=complete)
        if chosen is None or (last is not None and last.found.precision not in ("month", "year")):
            chosen, published = last or chosen, [*published, *more]
    if chosen is None and modified is None:
        modified, changes = choose(aside_candidates(page, lines, updated=True), complete=complete)
    if chosen is None and modified is None:
        chosen, published = choose(lonely_candidate(page, lines), complete=complete)
    if chosen is None and modified is not None:
        chosen, published = modified, [modified]
        flags.add("published_is_modified")
    if record:
        for name, candidates, taken in (("published_at", published, chosen), ("modified_at", changes, modified)):
            for candidate in candidates:
                record(name, candidate.source, candidate.found.value, candidate is taken, candidate.stated)
    modified_at = modified.found.value if modified is not None else None
    if chosen is not None and modified_at is not None and modified_at < chosen.found.value:
        modified_at = None
    if chosen is not None:
        if chosen.found.zone_assumed and page.site is None:
            flags.add("zone_assumed")
        if chosen.found.order_assumed:
            flags.add("date_order_assumed")
    url = _url(page, record)
    site_key = page.site.url_key if page.site is not None else url_key
    lead_image, images = images_of(page)
    if record and lead_image:
        record("lead_image", "page", lead_image, True)
        for image in images:
            record("images", "figure", image, True)
    if shows_paywall(page):
        flags.add("paywall")
    free_access = _first("free_access", free_access_candidates(page), record)
    return Metadata(
        url=url,
        url_key=site_key(url),
        headline=headline,
        subheadline=subheadline,
        byline=byline,
        authors=authors,
        published_at=chosen.found.value if chosen else None,
        published_raw=chosen.found.raw if chosen else None,
        published_source=chosen.source if chosen else None,
        published_precision=chosen.found.precision if chosen else None,
        modified_at=modified_at,
        section=_first("section", _with_layout(page, "section", section_candidates(page)), record),
        tags=_first("tags", tag_candidates(page), record) or (),
        language=_first("language", language_candidates(page), record),
        lead_image=lead_image,
        images=images,
        view_count=_first("view_count", _counts(page), record),
        free_access=free_access,
        flags=tuple(sorted(flags)),
    )


def _first(field: str, candidates: Iterable[tuple[str, Any]], record: Record | None) -> Any:
    """Take the first candidate; where someone listens, tell of all."""
    if record is None:
        return next((value for _, value in candidates), None)
    chosen = None
    for number, (source, value) in enumerate(candidates):
        record(field, source, value, number == 0)
        chosen = value if number == 0 else chosen
    return chosen


def _with_layout(page: Page, field: str, candidates: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Put what the layout's selector finds before all else."""
    yield from (("layout", text) for text in selected(page, field))
    yield from candidates


def selected(page: Page, field: str) -> list[str]:
    """Give the texts that the layout's selector for a field finds."""
    selector = getattr(page.layout, field, None) if page.layout is not None else None
    if selector is None:
        return []
    found = compiled_selector(selector)(page.tree)
    texts = [plain(x) if isinstance(x, str) else text_of(x) for x in (found if isinstance(found, list) else [found])]
    return [t for t in texts if t]


def _counts(page: Page) -> Iterator[tuple[str, int]]:
    for text in selected(page, "view_count"):
        if (count := view_count_of(text)) is not None:
            yield "layout", count
    yield from view_counts(page)


def _subheadline(page: Page, heading: HtmlElement | None, headline: str | None, record: Record | None) -> str | None:
    candidates = _with_layout(page, "subheadline", subheadline_candidates(page, heading, headline))
    found: str | None = _first(
        "subheadline", ((s, t) for s, t in candidates if likeness(t, headline or "") < 0.9), record
    )
    return found


def _byline(
    page: Page, heading: HtmlElement | None, own: frozenset[str], record: Record | None
) -> tuple[str | None, tuple[str, ...]]:
    """Give the byline and its names; what a layout selects is kept as printed even if it names nobody."""
    printed = " ".join(selected(page, "byline"))
    layout = [Signature("layout", printed, authors_of(printed))] if printed else []
    chosen, seen = (
        (layout[0], []) if layout and not record else choose_signature(page, heading, own, complete=record is not None)
    )
    if layout:
        chosen = layout[0]
    if record is not None:
        for signature in [*layout, *seen]:
            record("byline", signature.source, signature.line, signature is chosen)
            record("authors", signature.source, signature.names, signature is chosen)
    return (chosen.line, chosen.names) if chosen is not None else (None, ())


def _url(page: Page, record: Record | None) -> str:
    """Take the canonical address if it lies on the publication's hosts and is no front page, else the final one."""
    final = clean_url(page.capture.url) or page.capture.url
    hosts = page.site.hosts if page.site is not None else (host_of(final) or "",)
    stated = [*page.structured.links.get("canonical", ())[:1], *page.structured.meta.get("og:url", ())[:1]]
    chosen = None
    for source, address in [*(("canonical", a) for a in stated), ("final", final)]:
        if chosen is not None and record is None:
            break
        url = final if address in (final, page.capture.url) else clean_url(address, final)
        accepted = url is not None and (
            source == "final" or (on_hosts(url, hosts) and not (_is_front(url) and not _is_front(final)))
        )
        taken = url is not None and accepted and chosen is None
        if taken:
            chosen = url
        if record:
            record("url", source, url or address, taken, "" if address == url else address)
    return chosen or final


def _is_front(url: str) -> bool:
    parts = split_http(url)
    return parts is not None and not parts.path.strip("/") and not parts.query
