"""The archive: captures into WARC segments and out again. What it says is durable survives a power cut."""

import errno
import os
import re
import shutil
import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from extract.capture import Capture
from extract.site import Site
from extract.urls import host_of, url_key
from warehouse.codings import TooManyCodings, undo_codings
from warehouse.index import Index, IndexedCapture, capture_id
from warehouse.records import (
    NOT_MODIFIED,
    SAME_PAYLOAD,
    Member,
    Record,
    Reference,
    metadata_record,
    payload_digest,
    read_members,
    read_records,
    response_record,
    revisit_record,
)
from warehouse.state import State

SEGMENT_BYTES = 512 << 20
DECODED_AT_MOST = 64 << 20
KEEP_FREE = 16 << 20
OPEN = ".open"
SUFFIX = ".warc.gz"
UNSAFE = re.compile(r"[^a-z0-9._-]+")


class ArchiveError(Exception):
    """The archive cannot be read or written: one sentence that says what to do."""


class DiskFull(ArchiveError):
    """There is no room for another record; what was written before is whole."""


@dataclass(frozen=True, slots=True)
class Recovery:
    """What a writer's start-up found left over from one that was killed."""

    recovered: tuple[IndexedCapture, ...] = ()
    """Complete captures that the index did not know."""

    requested_keys: tuple[str, ...] = ()
    """Identities of the URLs they were asked for under, before redirects."""

    torn: tuple[Path, ...] = ()
    """Files into which half-written records were set aside."""


@dataclass(slots=True)
class Segment:
    """One site's segment being written."""

    path: Path
    stream: BinaryIO
    size: int
    month: str
    dirty: bool = False


@dataclass(slots=True)
class Scanned:
    """A capture found by reading a segment, and what its metadata record says."""

    row: IndexedCapture
    requested_url: str | None = None
    found: dict[str, Any] = field(default_factory=dict)


class Archive:
    """The WARC files below ``<data>/archive`` with their index.

    Reading needs no lock. Writing does (`warehouse.lock.hold(data, "crawl")`), and `recover` goes before the first write.
    """

    def __init__(self, data: Path, state: State) -> None:
        self.folder = data / "archive"
        self.index = Index(state)
        self._state = state
        self._segments: dict[str, Segment] = {}
        self._pending: list[IndexedCapture] = []
        self._lock = threading.RLock()

    def write(
        self,
        capture: Capture,
        *,
        site: Site | str,
        via: str | None = None,
        requested_url: str | None = None,
        raw_headers: Sequence[tuple[str, str]] | None = None,
        found: Mapping[str, Any] | None = None,
    ) -> IndexedCapture:
        """Append a capture as received, its content codings still on: a response, or a revisit if the URL's last payload was the same.

        ``raw_headers`` are the headers in their order where `Capture.headers` would fold them; ``found`` is added to the
        metadata record. It counts once `durable` has ended. Raises `DiskFull`, `ArchiveError`.
        """
        digest = payload_digest(capture.body)
        key = _key(capture.url, site)
        last = self.index.last_response(key)
        headers = list(raw_headers) if raw_headers is not None else list(capture.headers.items())
        row = self._row(capture, site, key, digest, last if last is not None and last.digest == digest else None)
        if (known := self.index.get(row.capture_id)) is not None:
            return known
        common = {"url": row.url, "capture_id": row.capture_id, "fetched_at": row.fetched_at}
        http = {"status": row.status, "headers": headers, "digest": digest}
        if row.kind == "revisit" and last is not None:
            reference = Reference(last.capture_id, last.url, last.fetched_at)
            record = revisit_record(**common, **http, profile=SAME_PAYLOAD, refers_to=reference)
        else:
            record = response_record(**common, **http, body=capture.body)
        story = {"via": via, "requested_url": requested_url or capture.url, "hints": dict(capture.hints)} | dict(found or {})
        return self._append(row, record + metadata_record(**common, found=story))

    def write_unchanged(
        self,
        *,
        url: str,
        fetched_at: datetime,
        headers: Mapping[str, str],
        site: Site | str,
        via: str | None = None,
        hints: Mapping[str, Any] | None = None,
    ) -> IndexedCapture | None:
        """Append a revisit for an answer 304 (RFC 9110 §15.4.5); None if the archive has no response of that URL."""
        key = _key(url, site)
        last = self.index.last_response(key)
        if last is None:
            return None
        capture = Capture(url=url, fetched_at=fetched_at, status=304, headers=headers, hints=hints or {})
        row = self._row(capture, site, key, last.digest, last)
        common = {"url": row.url, "capture_id": row.capture_id, "fetched_at": row.fetched_at}
        record = revisit_record(
            **common,
            status=304,
            headers=list(headers.items()),
            digest=last.digest,
            profile=NOT_MODIFIED,
            refers_to=Reference(last.capture_id, last.url, last.fetched_at),
        )
        story = {"via": via, "requested_url": url, "hints": dict(capture.hints)}
        return self._append(row, record + metadata_record(**common, found=story))

    @contextmanager
    def durable(self) -> Iterator[sqlite3.Connection]:
        """Make all captures written so far count: sync the segments, then index them together with the body's own statements.

        Raises `DiskFull` if that finds no room; nothing counts then, and nothing is lost that counted before.
        """
        with self._lock:
            try:
                for segment in self._segments.values():
                    if segment.dirty:
                        segment.stream.flush()
                        os.fdatasync(segment.stream.fileno())
                        segment.dirty = False
                with self._state.transaction() as connection:
                    self.index.add(self._pending)
                    yield connection
            except (OSError, sqlite3.OperationalError) as error:
                raise _fault(error, self.folder) from error
            self._pending.clear()

    def read(self, row: IndexedCapture) -> Capture:
        """Give a capture as extraction wants it: content codings undone, hints beside it; a revisit has its original's payload.

        Raises `ArchiveError` if the record is not where the index says or the payload is not what it was.
        """
        record, story = self._record(row)
        payload, headers = record.payload, dict(record.headers)
        if row.kind == "revisit":
            original = self.index.get(row.refers_to or "")
            if original is None or original.kind != "response":
                raise ArchiveError(f"the payload of {row.url} is not in the archive: run `defnews check`")
            source, older = self._record(original)
            payload, headers = source.payload, {**source.headers, **headers}
            story = {**older, **{k: v for k, v in story.items() if v}}
        if payload_digest(payload) != row.digest:
            raise ArchiveError(f"{row.file} at {row.offset}: the payload of {row.url} is damaged: run `defnews check`")
        try:
            body = undo_codings(payload, headers.pop("content-encoding", ""), DECODED_AT_MOST)
        except TooManyCodings:
            body = payload
        hints = story.get("hints")
        return Capture(
            url=row.url,
            fetched_at=row.fetched_at,
            status=200 if row.status == 304 else row.status,
            headers=headers,
            body=body,
            hints=hints if isinstance(hints, dict) else {},
        )

    def recover(self) -> Recovery:
        """Mend what a killed writer left: torn tails are set aside as ``*.torn``, complete captures indexed, segments closed."""
        recovered: list[Scanned] = []
        torn: list[Path] = []
        for path in sorted(self.folder.glob(f"*/*/*/*{SUFFIX}{OPEN}")):
            name = self._name(path)
            start = self.index.end_of(name)
            with path.open("rb") as stream:
                found, end = self._scan(stream, name, start)
            if end < path.stat().st_size:
                torn.append(_set_aside(path, end))
            recovered += found
            self._close(path)
        if recovered:
            with self._state.transaction():
                self.index.add(scanned.row for scanned in recovered)
        keys = {_key(s.requested_url, s.row.site) for s in recovered if s.requested_url}
        return Recovery(tuple(s.row for s in recovered), tuple(sorted(keys)), tuple(torn))

    def files(self) -> list[Path]:
        """All segments, open ones too, in order."""
        return sorted(p for p in self.folder.glob("*/*/*/*") if p.name.endswith((SUFFIX, SUFFIX + OPEN)))

    def scan(self, path: Path) -> tuple[list[IndexedCapture], int]:
        """Read one segment: the captures in it, and where its last complete record ends (the file's size if it is sound)."""
        with path.open("rb") as stream:
            found, end = self._scan(stream, self._name(path), 0)
        return [s.row for s in found], end

    def close(self) -> None:
        """Close the open segments; what was written and not made durable is left for `recover`."""
        with self._lock:
            for segment in self._segments.values():
                segment.stream.close()
                if not segment.dirty and not self._pending:
                    self._close(segment.path)
            self._segments.clear()

    def _row(self, capture: Capture, site: Site | str, key: str, digest: str, original: IndexedCapture | None) -> IndexedCapture:
        mime = capture.headers.get("content-type", "").partition(";")[0].strip().lower()
        return IndexedCapture(
            capture_id=capture_id(capture.url, capture.fetched_at, digest),
            site=_folder(site),
            url=capture.url,
            url_key=key,
            fetched_at=capture.fetched_at.astimezone(UTC),
            kind="response" if original is None else "revisit",
            status=capture.status,
            mime=mime or None,
            digest=digest,
            etag=capture.headers.get("etag"),
            last_modified=capture.headers.get("last-modified"),
            refers_to=original.capture_id if original else None,
            file="",
            offset=0,
            length=0,
        )

    def _append(self, row: IndexedCapture, content: bytes) -> IndexedCapture:
        with self._lock:
            try:
                if shutil.disk_usage(self.folder.parent).free < len(content) + KEEP_FREE:
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
                segment = self._segment(row)
                try:
                    segment.stream.write(content)
                    segment.stream.flush()
                except OSError:
                    segment.stream.close()  # a half-written record is cut off again, now and not at the next start
                    self._segments.pop(row.site)
                    os.truncate(segment.path, segment.size)
                    raise
            except OSError as error:
                raise _fault(error, self.folder) from error
            place = {"file": self._name(segment.path), "offset": segment.size, "length": len(content)}
            segment.size += len(content)
            segment.dirty = True
            placed = IndexedCapture(**{f: getattr(row, f) for f in IndexedCapture.__slots__} | place)
            self._pending.append(placed)
            return placed

    def _segment(self, row: IndexedCapture) -> Segment:
        month = row.fetched_at.strftime("%Y/%m")
        segment = self._segments.get(row.site)
        if segment is not None and (segment.month != month or segment.size >= SEGMENT_BYTES):
            segment.stream.flush()
            os.fdatasync(segment.stream.fileno())
            segment.stream.close()
            self._close(segment.path)
            segment = None
        if segment is None:
            folder = self.folder / row.site / month
            folder.mkdir(parents=True, exist_ok=True)
            path = self._reopened(folder) or self._created(folder, row)
            segment = Segment(path, path.open("ab"), path.stat().st_size, month)
            self._segments[row.site] = segment
        return segment

    def _reopened(self, folder: Path) -> Path | None:
        """The month's newest segment, if there is room in it: frequent runs do not litter the archive with small files."""
        closed = sorted(folder.glob(f"*{SUFFIX}"))
        if not closed or closed[-1].stat().st_size >= SEGMENT_BYTES:
            return None
        path = closed[-1].with_name(closed[-1].name + OPEN)
        closed[-1].rename(path)
        return path

    def _created(self, folder: Path, row: IndexedCapture) -> Path:
        number = len(list(folder.glob("*"))) + 1
        path = folder / f"{row.site}-{row.fetched_at:%Y%m}-{number:05d}{SUFFIX}{OPEN}"
        while path.exists() or path.with_name(path.name.removesuffix(OPEN)).exists():
            number += 1
            path = folder / f"{row.site}-{row.fetched_at:%Y%m}-{number:05d}{SUFFIX}{OPEN}"
        path.touch()
        for made in (folder, *folder.parents[:4]):
            _sync_folder(made)
        return path

    def _close(self, path: Path) -> None:
        if path.stat().st_size == 0:
            path.unlink()
        else:
            path.rename(path.with_name(path.name.removesuffix(OPEN)))
        _sync_folder(path.parent)

    def _name(self, path: Path) -> str:
        return path.relative_to(self.folder).as_posix().removesuffix(OPEN)

    def _record(self, row: IndexedCapture) -> tuple[Record, dict[str, Any]]:
        content = self._slice(row)
        records = list(read_records(content))
        if not records or records[0].kind != row.kind:
            raise ArchiveError(f"{row.file} at {row.offset}: there is no record of {row.url}: run `defnews check --repair`")
        return records[0], _story(records[1]) if len(records) > 1 else {}

    def _slice(self, row: IndexedCapture) -> bytes:
        path = self.folder / row.file
        for candidate in (path, path.with_name(path.name + OPEN), path):  # it may be closed or reopened meanwhile
            try:
                with candidate.open("rb") as stream:
                    return os.pread(stream.fileno(), row.length, row.offset)
            except FileNotFoundError:
                continue
            except OSError as error:
                raise ArchiveError(f"{candidate}: cannot be read ({error.strerror}): run `defnews check`") from error
        raise ArchiveError(f"{path}: the segment is missing: restore it, or run `defnews check --repair`")

    def _scan(self, stream: BinaryIO, name: str, start: int) -> tuple[list[Scanned], int]:
        found: list[Scanned] = []
        end = start
        for member in read_members(stream, start):
            record = next(iter(read_records(member.content)), None)
            if record is None or record.kind == "damaged":
                break
            end = member.offset + member.length
            if record.kind in ("response", "revisit"):
                found.append(Scanned(_scanned_row(record, member, name)))
            elif record.kind == "metadata" and found and record.url == found[-1].row.url:
                last = found[-1]
                last.found = _story(record)
                last.requested_url = str(last.found.get("requested_url") or last.row.url)
                last.row = _replaced(last.row, length=end - last.row.offset)
        return found, end


def _scanned_row(record: Record, member: Member, name: str) -> IndexedCapture:
    site = name.partition("/")[0]
    moment = record.fetched_at or datetime.fromtimestamp(0, UTC)
    digest = record.digest or payload_digest(record.payload)
    return IndexedCapture(
        capture_id=capture_id(record.url, moment, digest),
        site=site,
        url=record.url,
        url_key=_key(record.url, site),
        fetched_at=moment,
        kind="response" if record.kind == "response" else "revisit",
        status=record.status,
        mime=record.headers.get("content-type", "").partition(";")[0].strip().lower() or None,
        digest=digest,
        etag=record.headers.get("etag"),
        last_modified=record.headers.get("last-modified"),
        refers_to=record.refers_to.capture_id if record.refers_to else None,
        file=name,
        offset=member.offset,
        length=member.length,
    )


def _replaced(row: IndexedCapture, **changes: Any) -> IndexedCapture:
    return IndexedCapture(**{f: getattr(row, f) for f in IndexedCapture.__slots__} | changes)


def _key(url: str, site: Site | str) -> str:
    return site.url_key(url) if isinstance(site, Site) else url_key(url)


def _folder(site: Site | str) -> str:
    """Name of a site's folder; never a path that a server could have chosen."""
    return site.stem if isinstance(site, Site) else UNSAFE.sub("-", site.lower()).strip(".-") or "unknown"


def site_name(url: str, site: Site | None) -> str:
    """What a capture's site is called: the site file's stem, else the host."""
    return _folder(site if site is not None else (host_of(url) or "unknown").removeprefix("www."))


def _story(record: Record) -> dict[str, Any]:
    import json

    try:
        found = json.loads(record.payload)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _set_aside(path: Path, end: int) -> Path:
    number = 1
    while (torn := path.with_name(f"{path.name.removesuffix(OPEN)}.{number}.torn")).exists():
        number += 1
    with path.open("rb") as source, torn.open("wb") as target:
        source.seek(end)
        shutil.copyfileobj(source, target)
        target.flush()
        os.fsync(target.fileno())
    _sync_folder(path.parent)
    os.truncate(path, end)
    with path.open("rb") as stream:
        os.fsync(stream.fileno())
    return torn


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _fault(error: Exception, folder: Path) -> ArchiveError:
    if getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT) or "disk is full" in str(error):
        return DiskFull(f"no room left for {folder}: free some space, then run the same command again")
    reason = getattr(error, "strerror", None) or str(error)
    return ArchiveError(f"{folder} cannot be written ({reason}): mend that, then run the same command again")
