"""The archive: captures into WARC segments and out again. What it says is durable survives a power cut."""

import errno
import json
import re
import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
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
    metadata_record,
    payload_digest,
    read_members,
    read_records,
    response_record,
    revisit_record,
)
from warehouse.segments import Segments, set_aside
from warehouse.state import State

DECODED_AT_MOST = 64 << 20
UNSAFE = re.compile(r"[^a-z0-9._-]+")


class ArchiveError(Exception):
    """The archive cannot be read or written: one sentence that says what to do."""


class DiskFull(ArchiveError):
    """There is no room for another record; what was written before is whole."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """A capture found by reading a segment, and the URL it was asked for under, before redirects."""

    row: IndexedCapture
    requested_url: str


@dataclass(frozen=True, slots=True)
class Recovery:
    """What a writer's start-up found left over from one that was killed."""

    recovered: tuple[Scanned, ...] = ()
    """Complete captures that the index did not know."""

    torn: tuple[Path, ...] = ()
    """Files into which half-written records were set aside."""


class Archive:
    """The WARC files below ``<data>/archive`` with their index.

    Reading needs no lock. Writing does (`warehouse.lock.hold(data, "crawl")`), and `recover` goes before the first
    write.
    """

    def __init__(self, data: Path, state: State) -> None:
        self.index = Index(state)
        self.segments = Segments(data / "archive")
        self._state = state
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
        """Append a capture as received, its content codings still on.

        It becomes a response, or a revisit if the URL's last payload was the same. ``raw_headers`` are the headers in
        their order where `Capture.headers` folds them; ``found`` is added to the metadata record. The capture counts
        once `durable` has ended. Raises `DiskFull`, `ArchiveError`.
        """
        digest = payload_digest(capture.body)
        key = _key(capture.url, site)
        last = self.index.last_response(key)
        original = last if last is not None and last.digest == digest else None
        row = _row(capture, _folder(site), key, digest, original)
        if (known := self.index.get(row.capture_id)) is not None:
            return known
        headers = raw_headers if raw_headers is not None else list(capture.headers.items())
        record = (
            revisit_record(row, headers, SAME_PAYLOAD, original)
            if original is not None
            else response_record(row, headers, capture.body)
        )
        story = _origin(row, via, requested_url, capture.hints) | dict(found or {})
        return self._append(row, record + metadata_record(row, story))

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
        row = _row(capture, _folder(site), key, last.digest, last)
        record = revisit_record(row, list(headers.items()), NOT_MODIFIED, last)
        return self._append(row, record + metadata_record(row, _origin(row, via, url, capture.hints)))

    @contextmanager
    def durable(self) -> Iterator[sqlite3.Connection]:
        """Make all captures written so far count: sync the segments, then index them and run the body's statements.

        Index rows and the body's statements are one transaction. Raises `DiskFull`, `ArchiveError`; nothing counts
        then, and nothing is lost that counted before.
        """
        with self._lock:
            try:
                self.segments.sync()
                with self._state.transaction() as connection:
                    self.index.add(self._pending)
                    yield connection
                self._pending.clear()
                self.segments.finish_full()
            except (OSError, sqlite3.OperationalError) as error:
                raise self.fault(error) from error

    def read(self, row: IndexedCapture) -> Capture:
        """Give a capture as extraction wants it: content codings undone, hints beside it.

        A revisit has the payload it refers to, and its own time. Raises `ArchiveError` if the record is not where the
        index says or the payload is not what it was.
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

    def recover(self, mark: Callable[[sqlite3.Connection, Sequence[Scanned]], None] | None = None) -> Recovery:
        """Mend what a killed writer left.

        Torn tails are set aside as ``*.torn``, complete captures that the index does not know are indexed, and then
        segments are closed: once closed, none is looked at again. What ``mark`` does is one with the indexing.
        """
        recovered: list[Scanned] = []
        torn: list[Path] = []
        try:
            left_open = self.segments.left_open()
            for path in left_open:
                found, end = self.scan(path, self.index.end_of(self.segments.name(path)))
                if end < path.stat().st_size:
                    torn.append(set_aside(path, end))
                recovered += found
            with self._state.transaction() as connection:
                self.index.add(scanned.row for scanned in recovered)
                if mark is not None:
                    mark(connection, recovered)
            for path in left_open:
                self.segments.finish(path)
        except (OSError, sqlite3.OperationalError) as error:
            raise self.fault(error) from error
        return Recovery(tuple(recovered), tuple(torn))

    def scan(self, path: Path, start: int = 0) -> tuple[list[Scanned], int]:
        """Read one segment: the captures in it, and where its last complete record ends (its size if it is sound)."""
        found: list[Scanned] = []
        end = start
        with path.open("rb") as stream:
            for member, record in _records(stream, start):
                end = member.offset + member.length
                if record.kind in ("response", "resource", "revisit"):
                    found.append(Scanned(_scanned(record, member, self.segments.name(path)), record.url))
                elif record.kind == "metadata" and found and record.url == found[-1].row.url:
                    row, story = found[-1].row, _story(record)
                    key = str(story.get("url_key") or row.url_key)
                    row = replace(row, length=end - row.offset, url_key=key)
                    found[-1] = Scanned(row, str(story.get("requested_url") or row.url))
        return found, end

    def close(self) -> None:
        """Close the open segments; what was written and not made durable is left for `recover`."""
        with self._lock:
            try:
                self.segments.close(finish=not self._pending)
            except OSError as error:
                raise self.fault(error) from error
            finally:
                self._pending.clear()

    def _append(self, row: IndexedCapture, content: bytes) -> IndexedCapture:
        with self._lock:
            try:
                file, offset = self.segments.append(row.site, row.fetched_at, content)
            except OSError as error:
                raise self.fault(error) from error
            placed = replace(row, file=file, offset=offset, length=len(content))
            self._pending.append(placed)
            return placed

    def _record(self, row: IndexedCapture) -> tuple[Record, dict[str, Any]]:
        try:
            records = list(read_records(self.segments.read(row.file, row.offset, row.length)))
        except OSError as error:
            raise ArchiveError(f"{row.file}: cannot be read ({error.strerror}): run `defnews check`") from error
        if not records or (records[0].kind == "revisit") != (row.kind == "revisit"):
            raise ArchiveError(f"{row.file} at {row.offset}: no record of {row.url}: run `defnews check --repair`")
        return records[0], _story(records[1]) if len(records) > 1 else {}

    def fault(self, error: Exception) -> ArchiveError:
        """Say what an error of the file system or of the state file means: one sentence that says what to do."""
        folder = self.segments.folder
        if getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT) or "disk is full" in str(error):
            return DiskFull(f"no room left for {folder.parent}: free some space, then run the same command again")
        reason = getattr(error, "strerror", None) or str(error)
        return ArchiveError(f"{folder.parent} cannot be written ({reason}): mend that, then run the same command again")


def site_name(url: str, site: Site | None) -> str:
    """What a capture's site is called: the site file's stem, else the host."""
    return _folder(site if site is not None else (host_of(url) or "unknown").removeprefix("www."))


def _records(stream: BinaryIO, start: int) -> Iterator[tuple[Member, Record]]:
    for member in read_members(stream, start):
        record = next(iter(read_records(member.content)), None)
        if record is None or record.kind == "damaged":
            return
        yield member, record


def _row(
    capture: Capture, site: str, key: str, digest: str, original: IndexedCapture | None, kind: str | None = None
) -> IndexedCapture:
    mime = capture.headers.get("content-type", "").partition(";")[0].strip().lower()
    return IndexedCapture(
        capture_id=capture_id(capture.url, capture.fetched_at, digest),
        site=site,
        url=capture.url,
        url_key=key,
        fetched_at=capture.fetched_at.astimezone(UTC),
        kind="revisit" if original is not None or kind == "revisit" else "response",
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


def _scanned(record: Record, member: Member, name: str) -> IndexedCapture:
    moment = record.fetched_at or datetime.fromtimestamp(0, UTC)
    capture = Capture(url=record.url, fetched_at=moment, status=record.status, headers=record.headers)
    digest = record.digest or payload_digest(record.payload)
    row = _row(capture, name.partition("/")[0], url_key(record.url), digest, None, record.kind)
    refers_to = record.refers_to.capture_id if record.refers_to else None
    return replace(row, refers_to=refers_to, file=name, offset=member.offset, length=member.length)


def _key(url: str, site: Site | str) -> str:
    return site.url_key(url) if isinstance(site, Site) else url_key(url)


def _folder(site: Site | str) -> str:
    """Name of a site's folder; never a path that a server could have chosen."""
    return site.stem if isinstance(site, Site) else UNSAFE.sub("-", site.lower()).strip(".-") or "unknown"


def _origin(
    row: IndexedCapture, via: str | None, requested_url: str | None, hints: Mapping[str, Any]
) -> dict[str, Any]:
    return {"via": via, "requested_url": requested_url or row.url, "url_key": row.url_key, "hints": dict(hints)}


def _story(record: Record) -> dict[str, Any]:
    try:
        found = json.loads(record.payload)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
