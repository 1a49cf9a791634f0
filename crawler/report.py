"""What a crawl is asked to do, and what it says of itself while it runs and when it has ended."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal


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

    opt_outs: Literal["obey", "record"] | None = None
    """Pages that ask not to be kept or mined are left out, or kept with a note that they ask; as the settings say."""

    log_format: Literal["text", "json"] = "text"
    """How the log is written."""


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

    settled: int = 0
    """Articles asked for that have their outcome."""

    seconds: float = 0.0
    outcome: str = "running"
    """running, done, attention, interrupted, disk_full."""

    @property
    def rate(self) -> float:
        """Articles settled a second."""
        return self.settled / self.seconds if self.seconds else 0.0


@dataclass(frozen=True, slots=True)
class CrawlProgress:
    """Where a crawl stands."""

    sites: Mapping[str, SiteCounts]
    seconds: float
    limit: int | None = None

    def left(self, site: str) -> int:
        """How many articles a site still has to fetch in this run, as far as is known by now."""
        counts = self.sites[site]
        return counts.waiting if self.limit is None else min(counts.waiting, max(0, self.limit - counts.new))

    def seconds_left(self, site: str) -> float | None:
        """How long that takes at its rate so far; None while that cannot be told."""
        rate = self.sites[site].rate
        return self.left(site) / rate if rate else None


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
