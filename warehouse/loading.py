"""One load under way: results go in portions into a working copy, which is published when that pays."""

import os
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, Self

import duckdb
import pyarrow as pa

from extract.article import Article, Rejected
from extract.site import Site
from warehouse.database import count, reading
from warehouse.index import Index, IndexedCapture
from warehouse.ledger import copy_runs, copy_sites, write_load
from warehouse.revisions import merge, settled
from warehouse.search_index import publication
from warehouse.search_update import refresh
from warehouse.staging import Staging, Tables
from warehouse.state import State
from warehouse.stories import gather
from warehouse.swap import ROW_GROUP_ROWS, WorkingCopy
from warehouse.worker import Limits, extract_here, is_unread, site_for
from warehouse.workers import Workers

MERGE_ROWS = 2 * ROW_GROUP_ROWS  # whole row groups are written at once, and not touched again
MERGE_CHARACTERS = 64 << 20
PUBLISH_AFTER_SECONDS = 120.0
PUBLISH_RATIO = 20  # extract at least this many times as long as a publication takes

Command = Literal["load", "rebuild", "reextract"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadProgress:
    """How far a load is; handed to ``progress`` after every capture."""

    done: int
    total: int
    articles: int
    rejected: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadReport:
    """What a load did. Sums add up: ``captures = with_article + rejected + revisits``."""

    load_id: str | None = None
    """None if there was nothing to do and nothing was written."""

    captures: int = 0
    with_article: int = 0
    rejected: int = 0
    revisits: int = 0
    new_articles: int = 0
    """Articles more than before."""

    new_revisions: int = 0
    """Superseded texts more than before."""

    articles: int = 0
    """Articles in the warehouse now."""

    reasons: Mapping[str, int] = field(default_factory=dict)
    """Rejected captures by reason."""

    unread: int = 0
    """Captures that the archive could not give. A load counts them as rejected; re-extraction leaves their rows alone."""

    seconds: float = 0.0


Progress = Callable[[LoadProgress], None]
Decided = tuple[IndexedCapture, Article | Rejected | None]


class Loading:
    """One load under way: results go in portions into a working copy, which is published when that pays."""

    def __init__(
        self,
        data: Path,
        sites: Mapping[str, Site],
        copy: WorkingCopy,
        index: Index,
        command: Command,
        workers: int | None,
        progress: Progress | None,
        limits: Limits | None,
    ) -> None:
        self._data, self._sites, self._copy, self._index = data, sites, copy, index
        self._command = command
        self._count = (os.cpu_count() or 1) if workers is None else workers
        self._progress = progress
        self._limits = limits
        self._started = datetime.now(UTC)
        self.load_id = self._started.strftime("%Y%m%dT%H%M%S.%fZ")
        self._clock = time.monotonic()
        self._staging = Staging(self.load_id)
        self._unread = 0
        self._merger = ThreadPoolExecutor(1, "defnews-merge")
        self._merging: tuple[Tables, Future[list[str]]] | None = None
        self._before = self._sizes()
        self._publication = publication(self._connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Wait for a merge under way: the copy that it writes is about to be closed."""
        self._merger.shutdown(wait=True, cancel_futures=True)

    def run(self, captures: Iterable[IndexedCapture], total: int, *, publish_early: bool) -> None:
        """Extract captures and merge them; with ``publish_early`` a long load becomes visible and safe in portions."""
        published = time.monotonic()
        with self._extraction(total) as extract:
            for capture, result in extract(captures):
                self._add(capture, result)
                if self._progress is not None:
                    tally = self._staging.tally
                    self._progress(
                        LoadProgress(
                            done=tally.total(), total=total, articles=tally["article"], rejected=tally["rejected"]
                        )
                    )
                waited = time.monotonic() - published
                due = publish_early and waited > max(PUBLISH_AFTER_SECONDS, PUBLISH_RATIO * self._copy.swap_seconds)
                if due or self._staging.captures >= MERGE_ROWS or self._staging.characters >= MERGE_CHARACTERS:
                    self._merge()
                if due:
                    self._settle()
                    self._publish(proceed=True)
                    published = time.monotonic()
            self._merge()
            self._settle()

    def finish(self, state: State) -> LoadReport:
        """Settle the stories, write the ledger, publish, and say what was done."""
        copy_sites(self._connection, self._sites)
        copy_runs(self._connection, state)
        report = self.report()
        self._publish(proceed=False)
        return report

    def report(self) -> LoadReport:
        """What was done so far."""
        articles, revisions = self._sizes()
        tally = self._staging.tally
        return LoadReport(
            load_id=self.load_id,
            captures=tally.total(),
            with_article=tally["article"],
            rejected=tally["rejected"],
            revisits=tally["revisit"],
            new_articles=articles - self._before[0],
            new_revisions=revisions - self._before[1],
            articles=articles,
            reasons=dict((+self._staging.reasons).most_common()),
            unread=self._unread,
            seconds=time.monotonic() - self._clock,
        )

    @property
    def _connection(self) -> duckdb.DuckDBPyConnection:
        return self._copy.connection  # another one after each publication

    @contextmanager
    def _extraction(self, total: int) -> Iterator[Callable[[Iterable[IndexedCapture]], Iterator[Decided]]]:
        if self._count == 0:
            yield lambda captures: extract_here(self._data, self._sites, captures)
            return
        workers = Workers(self._data, self._sites, count=min(self._count, max(1, total)), limits=self._limits)
        try:
            yield workers.results
        finally:
            workers.close()

    def _add(self, capture: IndexedCapture, result: Article | Rejected | None, *, to: Staging | None = None) -> None:
        if to is None and is_unread(result):
            self._unread += 1
            if self._command == "reextract":
                return  # the warehouse may be the only one that still has the text
        site = site_for(capture, self._sites)
        (to or self._staging).add(capture, site.stem if site is not None else capture.site, result)

    def _merge(self) -> None:
        """Merge what is staged, in a thread of its own: while DuckDB writes, the next results are taken in."""
        self._settle()
        if self._staging.captures:
            tables = self._staging.tables()
            self._staging.clear()
            self._merging = tables, self._merger.submit(merge, self._connection, *tables)

    def _settle(self) -> None:
        """Wait until what was staged is merged; captures whose text is needed again are read again by the same road."""
        while self._merging is not None:
            tables, merging = self._merging
            missing = merging.result()
            self._merging = None
            if missing:
                again = Staging(self.load_id)
                with self._extraction(len(missing)) as extract:
                    for capture, result in extract(select(self._index, missing)):
                        self._add(capture, result, to=again)
                tables = tuple(pa.concat_tables(parts) for parts in zip(tables, again.tables(), strict=True))
                self._merging = tables, self._merger.submit(merge, self._connection, *tables)

    def _publish(self, *, proceed: bool) -> None:
        """Publish what is merged, then let the search index follow; killed in between, the next load mends that."""
        gather(self._connection)
        write_load(self._connection, self.load_id, self._command, self._started, self._staging.tally)
        before, self._publication = self._publication, publication(self._connection)
        touched = settled(self._connection)
        self._copy.publish(proceed=proceed)
        self._renew_index(touched, before)

    def _renew_index(self, touched: Collection[str], before: str) -> None:
        refresh(self._data, touched=touched, after=before)

    def _sizes(self) -> tuple[int, int]:
        articles = count(self._connection, "SELECT count(*) FROM articles")
        return articles, count(self._connection, "SELECT count(*) FROM revisions")


def select(index: Index, wanted: Collection[str] | None) -> Iterator[IndexedCapture]:
    """Index rows in the order they lie on disk: all, or those wanted."""
    if wanted is None:
        yield from index.all()
    elif len(wanted) * 4 < index.count():
        found = [row for capture_id in wanted if (row := index.get(capture_id)) is not None]
        yield from sorted(found, key=lambda row: (row.file, row.offset))
    else:
        yield from (row for row in index.all() if row.capture_id in wanted)


def count_articles(data: Path) -> int:
    """How many articles the published warehouse has."""
    with reading(data) as connection:
        return count(connection, "SELECT count(*) FROM articles")


@contextmanager
def opened_index(data: Path) -> Iterator[tuple[Index, State]]:
    """Open the capture index, and the state file it is in."""
    state = State(data / "state.sqlite")
    try:
        yield Index(state), state
    finally:
        state.close()
