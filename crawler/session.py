"""What the spiders of one run share: archive, frontier, memory of hosts, turns, counts."""

import asyncio
import logging
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from crawler.archiving import Committer
from crawler.frontier import Frontier
from crawler.hosts import Hosts
from crawler.logs import log_event
from crawler.pacer import LONGEST_DELAY, Pacer
from crawler.policies import Document
from crawler.polls import Polls
from crawler.report import CrawlOptions, CrawlReport, SiteCounts
from extract.site import Site, site_of
from extract.urls import url_key
from warehouse.archive import Archive, ArchiveError, DiskFull, Scanned
from warehouse.index import instant
from warehouse.lock import hold
from warehouse.state import State

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

COUNTED = ("found", "fetched", "new", "unchanged", "failed", "skipped", "requests", "not_modified")


class Session:
    """One run over a data folder. It holds the crawl lock from `open` to `close`."""

    def __init__(self, data: Path, sites: Mapping[str, Site], options: CrawlOptions) -> None:
        """Open the folder and mend what a killed run left. Raises `Locked`, `StateError`, `ArchiveError`."""
        self.data = data
        self.sites = sites
        self.options = options
        self.report = CrawlReport(run_id=f"{self.now():%Y%m%dT%H%M%S}-{uuid4().hex[:8]}")
        self.documents: dict[str, asyncio.Future[Document]] = {}
        self.on_stop: Callable[[], None] = lambda: None
        self.stopping = False
        with ExitStack() as opened:
            opened.enter_context(hold(data, "crawl"))
            self.state = State(data / "state.sqlite")
            opened.callback(self.state.close)
            self.archive = Archive(data, self.state)
            opened.callback(self.archive.close)
            self.frontier, self.polls, self.hosts = Frontier(self.state), Polls(self.state), Hosts(self.state)
            self._recover()
            self.pacer = Pacer(self._quiet_for())
            self.committer = Committer(self.archive)
            self._opened = opened.pop_all()

    @classmethod
    def from_settings(cls, settings: "BaseSettings", site: Site) -> "Session":
        """Open a run for one site, as `scrapy crawl` needs it."""
        data = Path(settings["DEFNEWS_DATA"])
        return cls(data, {site.stem: site}, CrawlOptions())

    @property
    def counts(self) -> dict[str, SiteCounts]:
        """Numbers of each site begun so far."""
        return self.report.sites

    @staticmethod
    def now() -> datetime:
        """The time."""
        return datetime.now(UTC)

    def attention(self, sentence: str) -> None:
        """Tell whoever reads the report, once."""
        if sentence not in self.report.attention:
            self.report.attention.append(sentence)
            log_event("attention", logging.WARNING, run=self.report.run_id, sentence=sentence)

    def is_due(self, site: str) -> bool:
        """Whether a site is to be crawled in this run: always, unless only what is due was asked for."""
        now = self.now()
        return not self.options.due or self.polls.due(site, now) or self.frontier.waiting(site, now) > 0

    def begin(self, site: str) -> None:
        """Enter that a site's crawl has begun."""
        self.counts[site] = SiteCounts(waiting=self.frontier.waiting(site, self.now()))
        with self.state.transaction() as connection:
            connection.execute(
                "INSERT INTO runs (run_id, site, started_at, outcome) VALUES (?, ?, ?, 'running')",
                (self.report.run_id, site, instant(self.now())),
            )
        log_event("site_begun", run=self.report.run_id, site=site, waiting=self.counts[site].waiting)

    def finish(self, site: str, *, attention: bool) -> None:
        """Enter what a site's crawl came to."""
        counts = self.counts[site]
        if counts.outcome != "running":
            return
        report = self.report
        counts.outcome = (
            "disk_full"
            if report.disk_full
            else "interrupted"
            if report.interrupted
            else "attention"
            if attention
            else "done"
        )
        counts.waiting = self.frontier.waiting(site, self.now())
        assignments = ", ".join(f"{name} = ?" for name in COUNTED)
        values = [getattr(counts, name) for name in COUNTED]
        try:
            with self.state.transaction() as connection:
                connection.execute(
                    f"UPDATE runs SET finished_at = ?, outcome = ?, {assignments} WHERE run_id = ? AND site = ?",  # noqa: S608
                    (instant(self.now()), counts.outcome, *values, report.run_id, site),
                )
        except sqlite3.Error:
            if not report.disk_full:  # then there is no room to say so either; the next start enters it as killed
                raise
        named = dict(zip(COUNTED, values, strict=True))
        log_event("site_ended", run=report.run_id, site=site, outcome=counts.outcome, **named)

    def interrupt(self) -> None:
        """End the run: what is in flight is finished, nothing new begun."""
        self.report.interrupted = True
        self._stop()

    def give_up(self, error: Exception) -> None:
        """End the run because nothing can be kept any more."""
        error = error if isinstance(error, ArchiveError) else self.archive.fault(error)
        self.report.disk_full = self.report.disk_full or isinstance(error, DiskFull)
        self.attention(str(error))
        self._stop()

    def close(self) -> None:
        """Commit what is left, close the archive's segments, free the lock."""
        try:
            self.committer.flush()
        finally:
            self._opened.close()

    def _stop(self) -> None:
        if not self.stopping:
            self.stopping = True
            self.pacer.stop()
            self.on_stop()

    def _quiet_for(self) -> float:
        """Seconds since the last run asked anybody for anything, as far as the pauses between requests go."""
        ended = self.state.connection.execute("SELECT max(finished_at) FROM runs").fetchone()[0]
        if ended is None:
            return LONGEST_DELAY
        return min(max((self.now() - datetime.fromisoformat(ended)).total_seconds(), 0.0), LONGEST_DELAY)

    def _recover(self) -> None:
        """Take up what a killed run had archived and not yet marked: index and frontier in one transaction."""
        now = self.now()

        def mark(connection: sqlite3.Connection, recovered: Sequence[Scanned]) -> None:
            killed = connection.execute(
                "UPDATE runs SET outcome = 'killed', finished_at = ? WHERE outcome = 'running'", (instant(now),)
            ).rowcount
            keys: set[str] = set()
            for scanned in recovered:
                key = self._key(scanned.row.url)
                keys |= {key, self._key(scanned.requested_url)}
                if key != scanned.row.url_key:  # the archive alone does not know what identifies a site's articles
                    connection.execute(
                        "UPDATE captures SET url_key = ? WHERE capture_id = ?", (key, scanned.row.capture_id)
                    )
            if killed or recovered:  # an import may have indexed what a killed crawl left
                keys |= self.frontier.archived_unmarked()
            self.frontier.recovered(keys, now)

        self.archive.recover(mark)

    def _key(self, url: str) -> str:
        site = site_of(url, self.sites)
        return site.url_key(url) if site is not None else url_key(url)
