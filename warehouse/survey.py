"""Does the index agree with the archive, and the archive with its digests?"""

import mmap
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from warehouse.archive import Archive, ArchiveError
from warehouse.findings import Finding, Part
from warehouse.index import IndexedCapture
from warehouse.state import State, StateError

GZIP = b"\x1f\x8b\x08"
NAMED = 3  # findings of one kind are counted; so many are named


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
