"""What others kept comes in once, with its own address and time, and nothing of it is lost on the way."""

import gzip
import os
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from extract.site import load_sites
from warehouse.archive import Archive
from warehouse.importing import Imported, import_files
from warehouse.state import State

PAGE = b"<!doctype html><html><head><title>t</title></head><body><article><p>words</p></article></body></html>"
WHEN = "2025-11-05T06:07:08Z"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    state = State(tmp_path / "data" / "state.sqlite")
    opened = Archive(tmp_path / "data", state)
    yield opened
    opened.close()
    state.close()


def bring(archive: Archive, *paths: Path, **options: object) -> Imported:
    return import_files(archive, list(paths), load_sites(), **options)  # type: ignore[arg-type]


def foreign_warc(
    path: Path, *records: tuple[str, str, bytes, dict[str, str]], compress: bool = True, version: str = "1.0"
) -> Path:
    """Write a WARC as other crawlers do: (kind, url, body, http headers)."""
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=compress, warc_version=version)
        writer.write_record(writer.create_warcinfo_record("x.warc", {"software": "somebody"}))
        for kind, url, body, headers in records:
            status = headers.pop("status", "200 OK")
            http = StatusAndHeaders(status, list(headers.items()), protocol="HTTP/1.1") if kind == "response" else None
            fields = {"WARC-Date": WHEN} | ({"Content-Type": headers["content-type"]} if kind == "resource" else {})
            writer.write_record(
                writer.create_warc_record(
                    url, kind, payload=BytesIO(body), length=len(body), http_headers=http, warc_headers_dict=fields
                )
            )
    return path


HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.mark.parametrize("compress", [True, False])
def test_foreign_warc_comes_in_with_its_time_and_address(archive: Archive, tmp_path: Path, compress: bool) -> None:
    """Pages of a foreign WARC become captures of the day they were fetched; images, scripts and errors stay out."""
    path = foreign_warc(
        tmp_path / "crawl.warc",
        ("request", "https://www.example.com/news/1", b"GET / HTTP/1.1\r\n\r\n", {}),
        ("response", "https://www.example.com/news/1", PAGE, dict(HTML)),
        ("response", "https://www.defensemirror.com/news/40001/Some_Title", PAGE, dict(HTML)),
        ("response", "https://www.example.com/a.png", b"\x89PNG", {"Content-Type": "image/png"}),
        ("response", "https://www.example.com/gone", b"gone", {"status": "404 Not Found"} | HTML),
        ("response", "dns:www.example.com", b"1.2.3.4", {"Content-Type": "text/dns"}),
        compress=compress,
    )
    imported = bring(archive, path)
    assert (imported.new, imported.known, imported.problems) == (2, 0, [])
    assert imported.skipped == {"no page": 1, "status 404": 1, "no web address or no date": 1}
    rows = {r.site: r for r in archive.index.all()}
    assert set(rows) == {"example.com", "defensemirror"}
    assert rows["defensemirror"].url_key == "defensemirror:40001"
    capture = archive.read(rows["example.com"])
    assert (capture.body, capture.fetched_at) == (PAGE, datetime(2025, 11, 5, 6, 7, 8, tzinfo=UTC))
    again = bring(archive, path)
    assert (again.new, again.known, archive.index.count()) == (0, 2, 2)


def test_site_limits_a_foreign_warc(archive: Archive, tmp_path: Path) -> None:
    """With a site named, what lies on other hosts stays out and is counted."""
    path = foreign_warc(
        tmp_path / "crawl.warc.gz",
        ("response", "https://www.example.com/news/1", PAGE, dict(HTML)),
        ("response", "https://www.defensemirror.com/news/40001", PAGE, dict(HTML)),
    )
    imported = bring(archive, path, site=load_sites()["defensemirror"])
    assert (imported.new, imported.skipped) == (1, {"another site": 1})


def test_chunked_and_coded_payloads_are_undone(archive: Archive, tmp_path: Path) -> None:
    """Crawlers that keep the transfer coding in the record are read like those that do not."""
    coded = gzip.compress(PAGE)
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(coded), coded)
    headers = HTML | {"Content-Encoding": "gzip", "Transfer-Encoding": "chunked"}
    path = foreign_warc(
        tmp_path / "wget.warc.gz",
        ("response", "https://www.example.com/1", chunked, dict(headers)),
        ("response", "https://www.example.com/2", coded, dict(headers)),
        ("resource", "https://www.example.com/3", PAGE, {"content-type": "text/html"}),
    )
    assert bring(archive, path).new == 3
    assert [archive.read(r).body for r in archive.index.all()] == [PAGE] * 3


def test_wacz_is_unpacked(archive: Archive, tmp_path: Path) -> None:
    """The WARC files inside a WACZ package are read."""
    inner = foreign_warc(tmp_path / "data.warc.gz", ("response", "https://www.example.com/1", PAGE, dict(HTML)))
    package = tmp_path / "crawl.wacz"
    with zipfile.ZipFile(package, "w") as made:
        made.write(inner, "archive/data.warc.gz")
        made.writestr("pages/pages.jsonl", "{}")
    assert bring(archive, package).new == 1


def test_truncated_warc_keeps_what_was_whole(archive: Archive, tmp_path: Path) -> None:
    """What can be read of a torn file comes in, and the sentence says how far that was."""
    path = foreign_warc(
        tmp_path / "torn.warc.gz",
        *[("response", f"https://www.example.com/{n}", PAGE + os.urandom(900), dict(HTML)) for n in range(5)],
    )
    os.truncate(path, path.stat().st_size - 700)
    imported = bring(archive, path)
    assert imported.new == 4
    assert len(imported.problems) == 1
    assert "those before it are kept" in imported.problems[0]


@pytest.mark.parametrize(
    ("page", "url"),
    [
        (b"<!-- saved from url=(0031)https://www.example.com/news/77 -->" + PAGE, "https://www.example.com/news/77"),
        (
            PAGE.replace(b"<title>", b'<link rel="canonical" href="https://www.example.com/c/1?utm_source=x"><title>'),
            "https://www.example.com/c/1",
        ),
        (
            PAGE.replace(b"<title>", b'<meta property="og:url" content="https://www.example.com/og"><title>'),
            "https://www.example.com/og",
        ),
        (PAGE.replace(b"<html>", b"<html><!--\n Page saved with SingleFile \n url: https://example.com/s \n-->"),
         "https://example.com/s"),
    ],
)  # fmt: skip
def test_saved_page_says_where_it_is_from(archive: Archive, tmp_path: Path, page: bytes, url: str) -> None:
    """A page saved from a browser is filed under the address it names, gzipped or not, once."""
    (tmp_path / "saved.html").write_bytes(page)
    (tmp_path / "saved.html.gz").write_bytes(gzip.compress(page))
    imported = bring(archive, tmp_path / "saved.html", tmp_path / "saved.html.gz")
    assert (imported.new, imported.known, imported.problems) == (1, 1, [])
    (row,) = archive.index.all()
    assert row.url == url
    assert archive.read(row).body == page


def test_saved_page_without_address_needs_one(archive: Archive, tmp_path: Path) -> None:
    """Without an address a page is refused with a sentence that names the flag, and with the flag it comes in."""
    path = tmp_path / "page.html"
    path.write_bytes(PAGE)
    assert "--url" in bring(archive, path).problems[0]
    assert bring(archive, path, url="https://www.defensemirror.com/news/40404").new == 1
    assert next(archive.index.all()).site == "defensemirror"


def test_plain_text_is_filed_under_the_site_it_names(archive: Archive, tmp_path: Path) -> None:
    """A text whose copyright line names a known site belongs to it; its identity is its content."""
    path = tmp_path / "article.txt"
    path.write_text("A headline\n\nSome words of text.\n\n© 2025 DefenseMirror.com - ALL RIGHTS RESERVED", "utf-8")
    assert bring(archive, path).new == 1
    os.utime(path, (1, 1_800_000_000))
    assert bring(archive, path).known == 1
    (row,) = archive.index.all()
    assert row.site == "defensemirror"
    assert row.url.startswith("urn:sha256:")
    assert row.mime == "text/plain"


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("empty.html", b"", "is empty"),
        ("blank.txt", b" \n\n", "is empty"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00", "neither a WARC, a page nor text"),
        ("broken.zip", b"PK\x03\x04 and no more", "damaged zip"),
        ("broken.gz", b"\x1f\x8b\x08 and no more", "damaged gzip"),
        ("pages.zst", b"\x28\xb5\x2f\xfd....", "zstd -d"),
    ],
)
def test_unreadable_file_is_named_and_the_others_come_in(
    archive: Archive, tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    """One bad file costs one sentence, not the run."""
    bad, good = tmp_path / name, tmp_path / "good.txt"
    bad.write_bytes(content)
    good.write_text("A headline\n\nSome words.")
    imported = bring(archive, bad, tmp_path / "missing.warc", tmp_path, good)
    assert imported.new == 1
    assert len(imported.problems) == 3
    assert sentence in imported.problems[0]
    assert "missing.warc: cannot be read (No such file or directory)" in imported.problems[1]
    assert "is a folder" in imported.problems[2]


def test_inflated_file_is_bounded(archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file that unpacks to a large one is refused."""
    monkeypatch.setattr("warehouse.importing.FILE_AT_MOST", 1 << 20)
    bomb = tmp_path / "bomb.html.gz"
    bomb.write_bytes(gzip.compress(b"<html>" + bytes(8 << 20)))
    assert "is larger than" in bring(archive, bomb).problems[0]
