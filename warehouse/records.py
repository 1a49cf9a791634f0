"""WARC 1.1 records (ISO 28500:2017) to bytes and back. No other file knows the format."""

import hashlib
import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO
from uuid import UUID

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from warehouse.index import IndexedCapture, instant

Headers = Sequence[tuple[str, str]]

COMPRESSION = 6
READ_SIZE = 1 << 20
RECORD_AT_MOST = 256 << 20
PROFILE = "http://netpreserve.org/warc/1.1/revisit/"
SAME_PAYLOAD = PROFILE + "identical-payload-digest"
NOT_MODIFIED = PROFILE + "server-not-modified"
CONTROL = re.compile(r"[\x00-\x20\x7f]+")
# The body is kept as it came out of the transfer: these two headers would describe another one.
HOP_HEADERS = frozenset({"transfer-encoding", "content-length"})


class ReceivedHeaders(StatusAndHeaders):  # type: ignore[misc]  # the library ships no types
    """An HTTP header block written with the bytes that came, which need not be ASCII (RFC 9110 §5.5)."""

    def to_ascii_bytes(self, header_filter: object = None) -> bytes:
        """Give the block as bytes."""
        return str(self.to_str()).encode("latin-1", "replace") + b"\r\n"


@dataclass(frozen=True, slots=True)
class Reference:
    """The response that a revisit stands for (WARC-Refers-To and its URI and date)."""

    capture_id: str
    url: str
    fetched_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record as read: what it says of itself, and its payload as stored."""

    kind: str
    url: str
    fetched_at: datetime | None
    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    payload: bytes = b""
    digest: str = ""
    refers_to: Reference | None = None
    sound: bool = True
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """One gzip member of a segment: where it lies and what is in it."""

    offset: int
    length: int
    content: bytes


def payload_digest(payload: bytes) -> str:
    """Label and hash a payload as the archive does (WARC-Payload-Digest)."""
    return f"sha256:{hashlib.sha256(payload).hexdigest()}"


def response_record(row: IndexedCapture, headers: Headers, body: bytes) -> bytes:
    """Write a ``response`` (clause 6.3) as one gzip member; a ``resource`` (6.4) if it did not come over HTTP."""
    if not row.url.lower().startswith(("http://", "https://")):
        return _member("resource", row.url, _resource_fields(row), body, None)
    fields = _fields(row.capture_id, row.fetched_at) | {"WARC-Payload-Digest": row.digest}
    return _member("response", row.url, fields, body, _http_headers(row.status, headers, len(body)))


def revisit_record(row: IndexedCapture, headers: Headers, profile: str, original: IndexedCapture) -> bytes:
    """Write a ``revisit`` record (clause 6.7) as one gzip member: this visit's headers, an earlier one's payload."""
    fields = _fields(row.capture_id, row.fetched_at) | {
        "WARC-Profile": profile,
        "WARC-Payload-Digest": row.digest,
        "WARC-Refers-To": _record_id(original.capture_id),
        "WARC-Refers-To-Target-URI": _uri(original.url),
        "WARC-Refers-To-Date": instant(original.fetched_at),
    }
    return _member("revisit", row.url, fields, b"", _http_headers(row.status, headers, None))


def metadata_record(row: IndexedCapture, found: Mapping[str, Any]) -> bytes:
    """Write a ``metadata`` record (clause 6.6) as one gzip member: how the capture was found, as JSON."""
    own_id = hashlib.sha256(f"metadata of {row.capture_id}".encode()).hexdigest()[:32]
    fields = _fields(own_id, row.fetched_at) | {
        "WARC-Concurrent-To": _record_id(row.capture_id),
        "Content-Type": "application/json",
    }
    body = json.dumps(found, ensure_ascii=False, sort_keys=True, default=str).encode("utf-8", "replace")
    return _member("metadata", row.url, fields, body, None)


def read_members(stream: BinaryIO, start: int = 0) -> Iterator[Member]:
    """Read complete gzip members from ``start`` on; ends before the first that is torn, damaged or too large."""
    stream.seek(start)
    offset, buffer = start, b""
    while True:
        decoder = zlib.decompressobj(zlib.MAX_WBITS + 16)
        consumed, content = 0, bytearray()
        while not decoder.eof:
            if not buffer:
                buffer = stream.read(READ_SIZE)
                if not buffer:
                    return
            try:
                content += decoder.decompress(buffer, RECORD_AT_MOST)
            except zlib.error:
                return
            rest = decoder.unused_data if decoder.eof else decoder.unconsumed_tail
            consumed += len(buffer) - len(rest)
            buffer = rest
            if len(content) >= RECORD_AT_MOST:
                return
        yield Member(offset, consumed, bytes(content))
        offset += consumed


def read_records(content: bytes | BinaryIO, *, check: bool = False) -> Iterator[Record]:
    """Read the records of a stream, gzipped or not, ARC too; with ``check`` their digests are verified.

    What cannot be read any further ends the stream with a record of kind ``damaged`` that says why.
    """
    stream = BytesIO(content) if isinstance(content, bytes) else content
    try:
        for raw in ArchiveIterator(stream, no_record_parse=False, arc2warc=True, check_digests=check):
            yield _read(raw)
    except (
        ArchiveLoadFailed,
        zlib.error,
        EOFError,
        ValueError,
        OSError,
        UnicodeDecodeError,
        AttributeError,
        IndexError,
    ) as error:
        yield Record(
            kind="damaged", url="", fetched_at=None, sound=False, problems=(str(error) or type(error).__name__,)
        )


def read_file(path: Path, *, check: bool = False) -> Iterator[Record]:
    """Read the records of a file; see `read_records`."""
    with path.open("rb") as stream:
        yield from read_records(stream, check=check)


def _read(raw: Any) -> Record:
    fields = raw.rec_headers
    http = raw.http_headers
    payload = raw.raw_stream.read()
    if getattr(raw.raw_stream, "limit", 0) > 0:
        raise EOFError("its last record breaks off")
    if http is not None and (http.get_header("transfer-encoding") or "").lower() == "chunked":
        payload = _dechunk(payload)
    target = fields.get_header("WARC-Refers-To-Target-URI")
    when = _moment(fields.get_header("WARC-Refers-To-Date"))
    identity = re.sub(r"[^0-9a-f]", "", (fields.get_header("WARC-Refers-To") or "").removeprefix("<urn:uuid:").lower())
    status = http.get_statuscode() if http is not None else ""
    checker = getattr(raw, "digest_checker", None)
    headers = _joined(http.headers) if http is not None else {}
    if raw.rec_type == "resource":
        status, headers = "200", {"content-type": fields.get_header("Content-Type") or ""}
    return Record(
        kind=raw.rec_type,
        url=(fields.get_header("WARC-Target-URI") or "").strip("<>"),
        fetched_at=_moment(fields.get_header("WARC-Date")),
        status=int(status) if status and status.isdigit() else 0,
        headers=headers,
        payload=payload,
        digest=fields.get_header("WARC-Payload-Digest") or "",
        refers_to=Reference(identity, target or "", when) if when is not None else None,
        sound=checker is None or checker.passed is not False,
        problems=tuple(checker.problems) if checker is not None else (),
    )


def _joined(headers: Headers) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in headers:
        low = name.lower()
        found[low] = f"{found[low]}, {value}" if low in found else value
    return found


def _dechunk(payload: bytes) -> bytes:
    """Undo chunked transfer coding (RFC 9112 §7.1) in archives that kept it; what is not chunked is given as it is."""
    found, position = bytearray(), 0
    while True:
        end = payload.find(b"\r\n", position)
        size = re.match(rb"[0-9A-Fa-f]{1,8}(?=\s*(?:;|$))", payload[position:end]) if end >= 0 else None
        if size is None:
            return bytes(found) if position else payload
        length = int(size[0], 16)
        if length == 0:
            return bytes(found)
        found += payload[end + 2 : end + 2 + length]
        position = end + 2 + length + 2


def _moment(text: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _fields(capture_id: str, fetched_at: datetime) -> dict[str, str]:
    return {"WARC-Record-ID": _record_id(capture_id), "WARC-Date": instant(fetched_at)}


def _resource_fields(row: IndexedCapture) -> dict[str, str]:
    kind = {"Content-Type": row.mime or "application/octet-stream", "WARC-Payload-Digest": row.digest}
    return _fields(row.capture_id, row.fetched_at) | kind


def _record_id(capture_id: str) -> str:
    return f"<urn:uuid:{UUID(capture_id)}>"


def _uri(url: str) -> str:
    return CONTROL.sub("%20", url.strip()) or "urn:unknown"


def _http_headers(status: int, headers: Headers, length: int | None) -> StatusAndHeaders:
    try:
        phrase = HTTPStatus(status).phrase
    except ValueError:
        phrase = ""
    kept = [(CONTROL.sub("", n), re.sub(r"[\r\n\x00]+", " ", v)) for n, v in headers if n.lower() not in HOP_HEADERS]
    if length is not None:
        kept.append(("Content-Length", str(length)))
    return ReceivedHeaders(f"{status} {phrase}".strip(), kept, protocol="HTTP/1.1")


def _member(kind: str, url: str, fields: dict[str, str], body: bytes, http: StatusAndHeaders | None) -> bytes:
    plain = BytesIO()
    writer = WARCWriter(plain, gzip=False, warc_version="1.1")
    record = writer.create_warc_record(
        _uri(url),
        kind,
        payload=BytesIO(body),
        length=len(body),
        warc_content_type=fields.pop("Content-Type", ""),
        warc_headers_dict=fields,
        http_headers=http,
    )
    writer.write_record(record)
    return zlib.compress(plain.getvalue(), COMPRESSION, wbits=zlib.MAX_WBITS + 16)
