"""Bring in what others kept: foreign WARC and WACZ files, saved pages, plain text. It all goes through the archive."""

import gzip
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from lxml import etree, html

from extract.capture import Capture
from extract.plaintext import site_named_in
from extract.site import Site, site_of
from extract.urls import clean_url, url_key
from warehouse.archive import Archive, site_name
from warehouse.index import capture_id
from warehouse.records import Record, payload_digest, read_records

FILE_AT_MOST = 64 << 20
HEAD_AT_MOST = 512 << 10  # a page says its address at its head; libxml2 may take minutes over a crowd of attributes
SYNC_EVERY = 200
PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain")
SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
SINGLE_FILE = re.compile(rb"<!--\s*Page saved with SingleFile\s+url:\s*(\S+)")
UTF_16 = (b"\xff\xfe", b"\xfe\xff")  # byte order marks
MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|div|p)\b", re.IGNORECASE)


class NotImportable(Exception):
    """A file that cannot be brought in: one sentence that says what to do."""


@dataclass(slots=True)
class Imported:
    """What came of one file or several."""

    new: int = 0
    known: int = 0
    skipped: dict[str, int] = field(default_factory=dict)
    """Records left out, by reason."""

    problems: list[str] = field(default_factory=list)
    """One sentence for each file or record that could not be read."""

    def skip(self, reason: str) -> None:
        """Count one record left out."""
        self.skipped[reason] = self.skipped.get(reason, 0) + 1


def import_files(
    archive: Archive,
    paths: list[Path],
    sites: Mapping[str, Site],
    *,
    site: Site | None = None,
    url: str | None = None,
    progress: Callable[[Path, Imported], None] | None = None,
) -> Imported:
    """Bring files into the archive; a file that cannot be read is named in ``problems`` and the others go on.

    ``site`` limits WARC files to its hosts and says whose a saved page or text is; ``url`` is the address of a single
    saved page or text that does not name its own. Raises `warehouse.archive.DiskFull`.
    """
    imported = Imported()
    for path in paths:
        try:
            _import_file(archive, path, sites, site, url, imported)
        except NotImportable as error:
            imported.problems.append(str(error))
        except OSError as error:
            imported.problems.append(f"{path}: cannot be read ({error.strerror or error}): name a readable file")
        finally:
            with archive.durable():
                pass
        if progress is not None:
            progress(path, imported)
    return imported


def _import_file(
    archive: Archive, path: Path, sites: Mapping[str, Site], site: Site | None, url: str | None, imported: Imported
) -> None:
    if path.is_dir():
        raise NotImportable(f"{path}: is a folder: name the files in it")
    with path.open("rb") as stream:
        head = _unzipped_head(stream)
        if head.startswith((b"WARC/", b"filedesc://")):
            _import_records(archive, read_records(stream), path, sites, site, imported)
        elif head.startswith(b"PK\x03\x04"):
            _import_wacz(archive, stream, path, sites, site, imported)
        elif head.startswith(b"\x28\xb5\x2f\xfd"):
            raise NotImportable(f"{path}: is compressed with zstd: unpack it with `zstd -d` first")
        else:
            _import_page(archive, path, sites, site, url, imported)


def _import_wacz(
    archive: Archive,
    stream: BinaryIO,
    path: Path,
    sites: Mapping[str, Site],
    site: Site | None,
    imported: Imported,
) -> None:
    try:
        with zipfile.ZipFile(stream) as package:
            names = [n for n in package.namelist() if n.endswith((".warc.gz", ".warc"))]
            if not names:
                raise NotImportable(f"{path}: there is no WARC in this zip file: name a WACZ, WARC, HTML or text file")
            for name in names:
                with package.open(name) as member:
                    _import_records(archive, read_records(member), path, sites, site, imported)  # type: ignore[arg-type]
    except zipfile.BadZipFile:
        raise NotImportable(f"{path}: is a damaged zip file: fetch it again") from None


def _import_records(
    archive: Archive,
    records: Iterator[Record],
    path: Path,
    sites: Mapping[str, Site],
    site: Site | None,
    imported: Imported,
) -> None:
    for number, record in enumerate(records, 1):
        if record.kind == "damaged":
            imported.problems.append(
                f"{path}: cannot be read after {number - 1} records ({record.problems[0]}): those before it are kept"
            )
            return
        if record.kind in ("response", "resource", "revisit"):
            _import_record(archive, record, sites, site, imported)
        if number % SYNC_EVERY == 0:
            with archive.durable():
                pass


def _import_record(
    archive: Archive, record: Record, sites: Mapping[str, Site], site: Site | None, imported: Imported
) -> None:
    url = clean_url(record.url)
    owner = site_of(record.url, sites)
    if url is None or record.fetched_at is None:
        return imported.skip("no web address or no date")
    if site is not None and (owner is None or owner.stem != site.stem):
        return imported.skip("another site")
    folder = owner if owner is not None else site_name(record.url, None)
    if record.kind == "revisit":
        row = archive.write_unchanged(url=record.url, fetched_at=record.fetched_at, headers=record.headers, site=folder)
        if row is None:
            return imported.skip("revisit of a page that is not in the archive")
        imported.new += 1
        return None
    if record.kind == "response" and record.status != 200:
        return imported.skip(f"status {record.status}")
    mime = record.headers.get("content-type", "").partition(";")[0].strip().lower()
    if mime and mime not in PAGE_TYPES:
        return imported.skip("no page")
    if len(record.payload) > FILE_AT_MOST:
        return imported.skip("too large")
    capture = Capture(
        url=record.url, fetched_at=record.fetched_at, status=200, headers=record.headers, body=record.payload
    )
    return _keep(archive, capture, folder, None, imported)


def saved_page(
    path: Path,
    sites: Mapping[str, Site],
    site: Site | None = None,
    url: str | None = None,
    *,
    nameless: bool = False,
) -> tuple[Capture, Site | None]:
    """Read a saved page or plain text as a capture of the day the file was written, and the site it belongs to.

    A page needs an address, its own or ``url``, but with ``nameless``. Raises `NotImportable`, ``OSError``.
    """
    with path.open("rb") as stream:
        body = _whole(stream, path)
    if not body.strip():
        raise NotImportable(f"{path}: is empty: name a file with a page in it")
    start = body[:131072]
    if start.startswith(UTF_16):
        start = start.decode("utf-16", "replace").encode()
    is_page = MARKUP.search(start[:65536]) is not None
    own_url = url or (_address_in(body) if is_page else None)
    if is_page and own_url is None and not nameless:
        raise NotImportable(f"{path}: does not say where it was saved from: name its address with --url")
    if site is None and own_url is not None:
        site = site_of(own_url, sites)
    elif site is None:
        site = site_named_in(body.decode("utf-8", "replace"), sites.values())
    capture = Capture(
        url=own_url or f"urn:sha256:{sha256(body).hexdigest()}",
        fetched_at=datetime.fromtimestamp(path.stat().st_mtime, UTC),
        status=200,
        headers={"content-type": "text/html" if is_page else "text/plain"},
        body=body,
    )
    return capture, site


def _import_page(
    archive: Archive,
    path: Path,
    sites: Mapping[str, Site],
    site: Site | None,
    url: str | None,
    imported: Imported,
) -> None:
    capture, owner = saved_page(path, sites, site, url)
    last = archive.index.last_response(owner.url_key(capture.url) if owner else url_key(capture.url))
    if last is not None and last.digest == payload_digest(capture.body):
        imported.known += 1
        return
    _keep(archive, capture, owner if owner is not None else site_name(capture.url, None), path.name, imported)


def _keep(archive: Archive, capture: Capture, folder: Site | str, file: str | None, imported: Imported) -> None:
    identity = capture_id(capture.url, capture.fetched_at, payload_digest(capture.body))
    if archive.index.get(identity) is not None:
        imported.known += 1
        return
    archive.write(capture, site=folder, via="import", found={"file": file} if file else None)
    imported.new += 1


def _address_in(body: bytes) -> str | None:
    """The address a saved page names as its own: what the browser noted on saving, else its canonical link."""
    for pattern in (SAVED_FROM, SINGLE_FILE):
        if found := pattern.search(body[:8192]):
            return clean_url(found[1].decode("utf-8", "replace"))
    try:
        tree = html.document_fromstring(body[:HEAD_AT_MOST])
    except (etree.LxmlError, ValueError):
        return None
    links = (link.get("href", "") for link in tree.iter("link") if link.get("rel", "").lower() == "canonical")
    metas = (meta.get("content", "") for meta in tree.iter("meta") if meta.get("property") == "og:url")
    candidates = map(clean_url, chain(links, metas))
    return next((address for address in candidates if address), None)


def _unzipped_head(stream: BinaryIO) -> bytes:
    head = stream.read(512)
    stream.seek(0)
    if head[:2] == b"\x1f\x8b":
        try:
            with gzip.open(stream) as plain:
                head = plain.read(512)
        except (OSError, EOFError, zlib.error):
            head = b""
        stream.seek(0)
    return head.lstrip(b"\r\n")


def _whole(stream: BinaryIO, path: Path) -> bytes:
    body = stream.read(FILE_AT_MOST + 1)
    if body[:2] == b"\x1f\x8b":
        try:
            with gzip.open(BytesIO(body)) as plain:
                body = plain.read(FILE_AT_MOST + 1)
        except (OSError, EOFError, zlib.error):
            raise NotImportable(f"{path}: is a damaged gzip file: fetch it again") from None
    if len(body) > FILE_AT_MOST:
        raise NotImportable(f"{path}: is larger than {FILE_AT_MOST >> 20} MiB: no article page is")
    if b"\x00" in body[:1024] and not body.startswith(UTF_16):
        raise NotImportable(f"{path}: is neither a WARC, a page nor text: name one of those")
    return body
