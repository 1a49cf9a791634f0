"""Does everything agree? Archive with its digests, index with archive, warehouse with index, search with warehouse."""

import mmap
import multiprocessing
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import duckdb

from extract.site import Site
from warehouse.archive import Archive, ArchiveError
from warehouse.database import (
    WarehouseError,
    count,
    fault,
    migrations,
    reading,
    schema_version,
    warehouse_path,
)
from warehouse.index import IndexedCapture
from warehouse.load import new_captures
from warehouse.revisions import unsettled
from warehouse.search_check import index_faults
from warehouse.state import State, StateError
from warehouse.stories import ungathered

Part = Literal["archive", "index", "warehouse", "search"]
TABLES = ("articles", "revisions", "alike", "copies", "captures", "rejects", "sites", "loads", "runs")
GZIP = b"\x1f\x8b\x08"
REBUILT = "the warehouse is set aside and rebuilt from the archive"
MIGRATED = "they are made, as `defnews load` does"
LOADED = "they are loaded, as `defnews load` does"
NAMED = 3  # findings of one kind are counted; so many are named


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that does not agree."""

    part: Part
    said: str
    """What is wrong, in a sentence."""

    remedy: str
    """What ``--repair`` would do about it, or what only the user can do."""

    repairable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What was looked at, what is wrong with it, and what was done about it."""

    segments: int = 0
    captures: int = 0
    articles: int = 0
    findings: tuple[Finding, ...] = ()
    repaired: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether everything agrees."""
        return not self.findings


@dataclass(slots=True)
class Survey:
    """What the archive holds, and how the index agrees with it."""

    findings: list[Finding] = field(default_factory=list)
    segments: int = 0
    captures: int = 0
    torn: dict[Path, int] = field(default_factory=dict)
    """Segments with half a record at their end, and where the last whole one ends."""

    unindexed: list[IndexedCapture] = field(default_factory=list)
    unfounded: list[IndexedCapture] = field(default_factory=list)
    """Index rows where the archive has no such record."""


CheckProgress = Callable[[int, int], None]


def check(
    data: Path,
    sites: Mapping[str, Site],
    *,
    repair: bool = False,
    workers: int | None = None,
    progress: CheckProgress | None = None,
) -> CheckReport:
    """Compare all that is at rest; with ``repair`` mend what can be mended. Nothing is deleted, only set aside.

    Without ``repair`` nothing is written and no run is held up: segments that a crawl has open are left out.
    Raises `Locked` (with ``repair``), `DiskFull`.
    """
    from warehouse.repair import mend  # it needs this module

    done = mend(data, sites, workers=workers) if repair else []
    findings: list[Finding] = []
    survey = Survey()
    if (state := opened(data, findings)) is not None:
        try:
            survey = surveyed(data, state, progress)
        finally:
            state.close()
        findings += survey.findings
    articles, found = examined(data)
    return CheckReport(
        segments=survey.segments,
        captures=survey.captures,
        articles=articles,
        findings=(*findings, *found),
        repaired=tuple(done),
    )


def opened(data: Path, findings: list[Finding]) -> State | None:
    """Open the state file if there is a sound one; else say in ``findings`` what is wrong."""
    path = data / "state.sqlite"
    remedy = "it is set aside, and the index is rebuilt from the archive"
    if not path.exists():
        if any((data / "archive").glob("*/*/*/*.warc.gz*")):
            findings.append(Finding(part="index", said=f"{path} is missing", remedy="it is rebuilt from the archive"))
        return None
    try:
        state = State(path)
    except StateError as error:
        findings.append(Finding(part="index", said=str(error), remedy=remedy))
        return None
    try:
        problems = [row[0] for row in state.connection.execute("PRAGMA quick_check(1)") if row[0] != "ok"]
    except sqlite3.DatabaseError as error:
        problems = [str(error)]
    if not problems:
        return state
    state.close()
    findings.append(Finding(part="index", said=f"{path} is damaged: {problems[0]}", remedy=remedy))
    return None


def surveyed(data: Path, state: State, progress: CheckProgress | None = None) -> Survey:
    """Read the whole archive and compare it with the index, both ways."""
    archive = Archive(data, state)
    survey = Survey()
    files = [path for path in archive.segments.files() if path not in set(archive.segments.left_open())]
    open_now = {archive.segments.name(path) for path in archive.segments.left_open()}
    indexed = {row.capture_id: row for row in archive.index.all() if row.file not in open_now}
    total = sum(path.stat().st_size for path in files)
    read = 0
    seen: set[str] = set()
    for path in files:
        survey.segments += 1
        for row in _scanned(archive, path, survey):
            if row.capture_id in seen:
                continue  # the same capture once more is no harm: the index names one of the two
            seen.add(row.capture_id)
            survey.captures += 1
            known = indexed.pop(row.capture_id, None)
            if known is None or (known.file, known.offset, known.length) != (row.file, row.offset, row.length):
                survey.unindexed.append(row)
            else:
                _read(archive, known, survey)
        read += path.stat().st_size
        if progress is not None:
            progress(read, total)
    survey.unfounded = list(indexed.values())
    _tell(
        survey,
        "index",
        "captures of the archive are not in the index",
        [f"{row.url} in {row.file}" for row in survey.unindexed],
        "they are indexed",
    )
    _tell(
        survey,
        "index",
        "captures of the index are not in the archive",
        [f"{row.url} in {row.file}" for row in survey.unfounded],
        "their index rows are set aside; restore the segments from a backup to have them back",
    )
    return survey


def examined(data: Path) -> tuple[int, list[Finding]]:
    """Look at the warehouse in a process of its own, since a damaged file may bring DuckDB down with it."""
    if not warehouse_path(data).exists():
        return 0, []
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["extract.core", "warehouse.check"])  # a load may follow
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        try:
            return pool.submit(examine, data).result()
        except BrokenProcessPool:
            said = f"{warehouse_path(data)} is damaged: reading it ends the process"
            return 0, [Finding(part="warehouse", said=said, remedy=REBUILT)]


def examine(data: Path) -> tuple[int, list[Finding]]:
    """Read every row of the warehouse and compare it with itself, with the index and with the search index."""
    path = warehouse_path(data)
    findings: list[Finding] = []

    def tell(number: int, said: str, remedy: str = REBUILT) -> None:
        if number:
            findings.append(Finding(part="warehouse", said=f"{number:,} {said}", remedy=remedy))

    try:
        with reading(data) as connection:
            articles = count(connection, "SELECT count(*) FROM articles")
            if (schema := schema_version(connection)) < (newest := len(migrations())):
                tell(newest - schema, f"changes of the schema are not in {path}", MIGRATED)
                return articles, findings
            for table in TABLES:  # every block is read, and its checksum compared
                connection.execute(f"SELECT bit_xor(hash({table})) FROM {table}").fetchall()  # noqa: S608
            tell(count(connection, _DOUBLED), "captures, addresses or revisions are there twice")
            tell(unsettled(connection), "rows of articles and revisions do not follow from the captures")
            tell(ungathered(connection), "rows of stories do not follow from the articles")
            tell(count(connection, _UNTOLD), "rejected captures and rejects do not match")
            if not findings:  # a search index made from a sound warehouse
                told = index_faults(data, connection)
                findings += [Finding(part="search", said=said, remedy=remedy) for said, remedy in told]
            if (data / "state.sqlite").exists() and (lost := _against_index(data, connection)):
                said = f"{lost:,} captures of the warehouse are not in the archive"
                remedy = "restore their segments from a backup; until then the warehouse alone has their text"
                findings.append(Finding(part="warehouse", said=said, remedy=remedy, repairable=False))
        if (data / "state.sqlite").exists():
            state = State(data / "state.sqlite")
            try:
                late = len(new_captures(data, Archive(data, state).index))
            finally:
                state.close()
            tell(late, "captures of the index are not loaded", LOADED)
    except WarehouseError as error:
        return 0, [Finding(part="warehouse", said=str(error), remedy=REBUILT)]
    except duckdb.Error as error:
        return 0, [Finding(part="warehouse", said=str(fault(path, error)), remedy=REBUILT)]
    except StateError:
        pass  # told where the index is looked at
    return articles, findings


def _against_index(data: Path, connection: duckdb.DuckDBPyConnection) -> int:
    state = State(data / "state.sqlite")
    try:
        known = {capture_id for capture_id, _ in Archive(data, state).index.ids()}
    finally:
        state.close()
    loaded = connection.execute("SELECT capture_id FROM captures").fetchall()
    return sum(row[0] not in known for row in loaded)


def _scanned(archive: Archive, path: Path, survey: Survey) -> Iterator[IndexedCapture]:
    """The captures of a segment, those behind a damaged stretch too."""
    size, start = path.stat().st_size, 0
    while True:
        found, end = archive.scan(path, start)
        yield from (scanned.row for scanned in found)
        if end >= size:
            return
        start = _next_member(archive, path, end)
        if start < 0:
            survey.torn[path] = end
            said = f"{path}: the last {size - end:,} bytes are half a record"
            survey.findings.append(Finding(part="archive", said=said, remedy="they are cut off into a .torn file"))
            return
        said = f"{path}: {start - end:,} bytes at {end:,} are damaged, and the capture in them"
        remedy = "restore the segment from a backup; nothing else is affected"
        survey.findings.append(Finding(part="archive", said=said, remedy=remedy, repairable=False))


def _next_member(archive: Archive, path: Path, end: int) -> int:
    """Where the next readable capture begins; -1 if there is none."""
    with path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as content:
        position = content.find(GZIP, end + 1)
        while position >= 0 and not archive.scan(path, position)[0]:
            position = content.find(GZIP, position + 1)
        return position


def _read(archive: Archive, row: IndexedCapture, survey: Survey) -> None:
    try:
        archive.read(row)
    except ArchiveError as error:
        remedy = "restore the segment from a backup; the other captures are not affected"
        survey.findings.append(Finding(part="archive", said=str(error), remedy=remedy, repairable=False))


def _tell(survey: Survey, part: Part, said: str, names: list[str], remedy: str) -> None:
    if names:
        some = "; ".join(names[:NAMED]) + (f"; and {len(names) - NAMED:,} more" if len(names) > NAMED else "")
        survey.findings.append(Finding(part=part, said=f"{len(names):,} {said}: {some}", remedy=remedy))


_DOUBLED = """
SELECT (SELECT count(*) - count(DISTINCT capture_id) FROM captures)
    + (SELECT count(*) - count(DISTINCT url) FROM articles)
    + (SELECT count(*) - count(DISTINCT (url_key, revision)) FROM article_history)
"""
_UNTOLD = """
SELECT (SELECT count(*) FROM (SELECT capture_id FROM captures WHERE outcome = 'rejected' EXCEPT ALL
        SELECT capture_id FROM rejects))
    + (SELECT count(*) FROM (SELECT capture_id FROM rejects EXCEPT ALL
        SELECT capture_id FROM captures WHERE outcome = 'rejected'))
"""
