"""What discovery finds: an entry, and how the many spellings of a date in feeds and sitemaps are read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from email.utils import parsedate_to_datetime
from typing import Any

import dateparser

YEAR = re.compile(r"(?:19|20)\d\d")
DATE_AT_MOST = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One URL found in a feed, sitemap or listing, with what was said of it there."""

    url: str
    headline: str | None = None
    published: str | None = None
    """As written: the zone and precision are extraction's to judge. Likewise `modified`."""

    modified: str | None = None
    authors: tuple[str, ...] = ()
    section: str | None = None
    tags: tuple[str, ...] = ()
    summary: str | None = None
    said_at: datetime | None = None
    """When it was published (or else changed) as far as that can be read; aware."""

    @property
    def hints(self) -> dict[str, Any]:
        """What is handed to extraction beside the page."""
        names = ("headline", "published", "modified", "authors", "section", "tags", "summary")
        found = {name: getattr(self, name) for name in names}
        return {n: list(v) if isinstance(v, tuple) else v for n, v in found.items() if v}

    @property
    def says(self) -> str:
        """What is compared with the last time: when it differs, the article has changed."""
        return f"{self.modified or self.published or ''}|{self.headline or ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """A sitemap that a sitemap index names."""

    url: str
    said_at: datetime | None = None


@dataclass(slots=True, kw_only=True)
class Found:
    """What a feed, sitemap or listing held. Entries come as they are read: a sitemap may name 50,000."""

    entries: Iterator[Entry] = field(default_factory=lambda: iter(()))
    children: Iterator[Child] = field(default_factory=lambda: iter(()))
    problem: str | None = None
    """Why it cannot be used, in words that fit after its address."""


class Unreadable(Exception):
    """A feed or sitemap that cannot be used, in words that fit after its address."""


def moment(raw: str | None, zone: tzinfo = UTC) -> datetime | None:
    """Read a date as feeds and sitemaps write it; one without a zone is in the site's. None if it cannot be read."""
    text = " ".join((raw or "").split())
    if not text or len(text) > DATE_AT_MOST or not YEAR.search(text):
        return None
    found = _iso(text) or _rfc822(text) or _in_words(text)
    if found is None:
        return None
    try:
        return (found if found.tzinfo else found.replace(tzinfo=zone)).astimezone(UTC)
    except (OverflowError, ValueError):
        return None


def _iso(text: str) -> datetime | None:
    """W3C date-time, also with only a year and month, and with more digits of a second than there are."""
    text = re.sub(r"(\.\d{6})\d+", r"\1", text)
    if re.fullmatch(r"\d{4}-\d\d", text):
        text += "-01"
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _rfc822(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _in_words(text: str) -> datetime | None:
    """Other languages and orders; strict, so that a missing part is not filled in from today."""
    order = "YMD" if YEAR.match(text) else "DMY"
    try:
        found: datetime | None = dateparser.parse(text, settings={"STRICT_PARSING": True, "DATE_ORDER": order})
        return found
    except Exception:  # it has raised many kinds over strange input, and a date is never worth a crawl
        return None
