"""One load under way: results go in portions into a working copy, which is published when that pays."""

import os
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import duckdb

from extract.article import Article, Rejected
from extract.site import Site
from extract.version import VERSION
from warehouse.database import count, reading
from warehouse.index import Index, IndexedCapture
from warehouse.ledger import copy_runs, copy_sites, write_load
from warehouse.revisions import merge, settled
from warehouse.rows import ARTICLE, CAPTURE, REJECT, Row, article_row, capture_row, reject_row, table
from warehouse.search_index import publication
from warehouse.search_update import refresh
from warehouse.state import State
from warehouse.swap import WorkingCopy
from warehouse.worker import Limits, extract_here, site_for
from warehouse.workers import Workers

MERGE_ROWS = 20_000
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
        self._rows: dict[str, list[Row]] = {"articles": [], "captures": [], "rejects": []}
        self._characters = 0
        self._tally: Counter[str] = Counter()
        self._reasons: Counter[str] = Counter()
        self._before = self._sizes()
        self._publication = publication(self._connection)

    def run(self, captures: Iterable[IndexedCapture], total: int, *, publish_early: bool) -> None:
        """Extract captures and merge them; with ``publish_early`` a long load becomes visible and safe in portions."""
        published = time.monotonic()
        with self._extraction(total) as extract:
            for capture, result in extract(captures):
                self._add(capture, result)
                if self._progress is not None:
                    done, rejected = self._tally.total(), self._tally["rejected"]
                    found = self._tally["article"]
                    self._progress(LoadProgress(done=done, total=total, articles=found, rejected=rejected))
                waited = time.monotonic() - published
                due = publish_early and waited > max(PUBLISH_AFTER_SECONDS, PUBLISH_RATIO * self._copy.swap_seconds)
                if due or len(self._rows["captures"]) >= MERGE_ROWS or self._characters >= MERGE_CHARACTERS:
                    self._merge()
                if due:
                    self._publish(proceed=True)
                    published = time.monotonic()
            self._merge()

    def finish(self, state: State) -> LoadReport:
        """Write the ledger, publish, and say what was done."""
        copy_sites(self._connection, self._sites)
        copy_runs(self._connection, state)
        report = self.report()
        self._publish(proceed=False)
        return report

    def report(self) -> LoadReport:
        """What was done so far."""
        articles, revisions = self._sizes()
        return LoadReport(
            load_id=self.load_id,
            captures=self._tally.total(),
            with_article=self._tally["article"],
            rejected=self._tally["rejected"],
            revisits=self._tally["revisit"],
            new_articles=articles - self._before[0],
            new_revisions=revisions - self._before[1],
            articles=articles,
            reasons=dict(self._reasons.most_common()),
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

    def _add(self, capture: IndexedCapture, result: Article | Rejected | None) -> None:
        row = self._stage(capture, result)
        self._tally[row["outcome"]] += 1
        if isinstance(result, Rejected):
            self._reasons[result.reason] += 1

    def _stage(self, capture: IndexedCapture, result: Article | Rejected | None) -> Row:
        site = site_for(capture, self._sites)
        name = site.stem if site is not None else capture.site
        if isinstance(result, Article):
            row = article_row(result, capture, name, self.load_id)
            try:
                table([row], ARTICLE)
            except (ValueError, TypeError) as error:
                detail = f"a value that no column can hold: {error}"
                digest = site.digest if site is not None else None
                result = Rejected(reason="error", detail=detail, extractor_version=VERSION, site_digest=digest)
            else:
                self._rows["articles"].append(row)
                self._characters += len(result.body)
        if isinstance(result, Rejected):
            self._rows["rejects"].append(reject_row(result, capture, name, self.load_id))
        decided = capture_row(capture, result, name, self.load_id)
        self._rows["captures"].append(decided)
        return decided

    def _merge(self) -> None:
        """Merge what is staged; captures whose text is needed again are read again by the same road."""
        if not self._rows["captures"]:
            return
        while missing := merge(
            self._connection,
            table(self._rows["articles"], ARTICLE),
            table(self._rows["captures"], CAPTURE),
            table(self._rows["rejects"], REJECT),
        ):
            with self._extraction(len(missing)) as extract:
                for capture, result in extract(select(self._index, missing)):
                    self._stage(capture, result)
        for rows in self._rows.values():
            rows.clear()
        self._characters = 0

    def _publish(self, *, proceed: bool) -> None:
        """Publish what is merged, then let the search index follow; killed in between, the next load mends that."""
        write_load(self._connection, self.load_id, self._command, self._started, self._tally)
        before, self._publication = self._publication, publication(self._connection)
        touched = settled(self._connection)
        self._copy.publish(proceed=proceed)
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
