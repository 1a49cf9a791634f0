"""What an article said when: its texts in order, and what changed from each to the next."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from extract.site import Site, site_of
from extract.urls import clean_url, url_key
from warehouse.database import WarehouseError, reading
from warehouse.passages import Passage, passages

Text = tuple[str, str | None, str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One text of an article, and how it differs from the one before."""

    revision: int
    seen_from: datetime
    """First time this text was seen, in UTC."""

    seen_to: datetime
    """Last time this text was seen, in UTC."""

    headline: str
    word_count: int
    capture_id: str
    changed: tuple[str, ...] = ()
    """What differs from the text before: headline, subheadline, body."""

    words: int = 0
    """Words more (or fewer) than before."""

    headline_change: tuple[Passage, ...] = ()
    """What changed in headline and subheadline, word by word."""

    body_change: tuple[Passage, ...] = ()
    """What changed in the body: paragraphs that went, came or changed, these word by word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """All texts of one article, oldest first."""

    url: str
    site: str
    revisions: tuple[Revision, ...]


def history(data: Path, sites: Mapping[str, Site], address: str) -> History:
    """Give the history of the article at an address: the one shown, fetched, or any variant. Raises `WarehouseError`."""
    site = site_of(address, sites)
    names = (address, clean_url(address), site.url_key(address) if site else url_key(address))
    with reading(data) as connection:
        found = connection.execute(
            """
            SELECT url, site, revision, last_changed_at, last_seen_at, headline, subheadline, body, word_count, capture_id
            FROM article_history
            WHERE url_key IN (
                SELECT url_key FROM article_history WHERE list_contains($names, url) OR list_contains($names, url_key)
                UNION
                SELECT url_key FROM captures WHERE list_contains($names, url)
            )
            ORDER BY revision
            """,
            {"names": [name for name in names if name is not None]},
        ).fetchall()
    if not found:
        raise WarehouseError(f"no article is known at {address}: `defnews query` finds addresses by site or headline")
    revisions = []
    before: Text | None = None
    for _, _, number, seen_from, seen_to, headline, subheadline, body, words, capture in found:
        text = (headline, subheadline, body, words)
        revisions.append(
            Revision(
                revision=number,
                seen_from=seen_from,
                seen_to=seen_to,
                headline=headline,
                word_count=words,
                capture_id=capture,
                changed=_changed(before, text) if before else (),
                words=words - before[3] if before else 0,
                headline_change=passages(_title(before), _title(text)) if before else (),
                body_change=passages(before[2], text[2]) if before else (),
            )
        )
        before = text
    return History(url=found[-1][0], site=found[-1][1], revisions=tuple(revisions))


def _changed(before: Text, after: Text) -> tuple[str, ...]:
    names = ("headline", "subheadline", "body")
    return tuple(name for name, old, new in zip(names, before, after, strict=False) if old != new)


def _title(text: Text) -> str:
    headline, subheadline, _, _ = text
    return "\n\n".join(part for part in (headline, subheadline) if part)
