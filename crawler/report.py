"""What a crawl is asked to do, and what it says of itself while it runs and when it has ended."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlOptions:
    """What a crawl is asked to do."""

    limit: int | None = None
    """At most so many new articles of a site."""

    since: date | None = None
    """Leave out what its feed or sitemap dates before this day."""

    backfill: bool = False
    """Walk the site's past too, newest first, going on where the last backfill stopped."""

    due: bool = False
    """Read only sources that are due, and leave alone sites without any."""

    contact: str | None = None
    """Address or page for the user agent, where a publisher reaches whoever runs this."""


@dataclass(slots=True, kw_only=True)
class SiteCounts:
    """Numbers of one site's crawl."""

    found: int = 0
    """URLs never seen before."""

    fetched: int = 0
    """Article pages received."""

    new: int = 0
    """Articles archived for the first time."""

    unchanged: int = 0
    """Articles looked at again that had not changed."""

    failed: int = 0
    skipped: int = 0
    requests: int = 0
    """All requests, those for robots.txt, feeds and redirects included."""

    not_modified: int = 0
    """Answers 304, of feeds, sitemaps and articles."""

    waiting: int = 0
    """URLs still to fetch."""

    seconds: float = 0.0
    outcome: str = "running"
    """running, done, attention, interrupted, disk_full."""


@dataclass(frozen=True, slots=True)
class CrawlProgress:
    """Where a crawl stands."""

    sites: Mapping[str, SiteCounts]
    seconds: float


@dataclass(slots=True, kw_only=True)
class CrawlReport:
    """What a crawl came to."""

    run_id: str
    sites: dict[str, SiteCounts] = field(default_factory=dict)
    attention: list[str] = field(default_factory=list)
    """What somebody should look at, one sentence each."""

    interrupted: bool = False
    disk_full: bool = False
    not_due: list[str] = field(default_factory=list)
    """Sites left alone because nothing of theirs was due."""
