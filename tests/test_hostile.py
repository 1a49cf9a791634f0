"""Servers that mean harm: each attack ends in its named outcome, within the memory it may have, and alone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from crawling import run, site_file
from misbehaving import (
    Bomb,
    Drip,
    Endless,
    HangsUp,
    HeaderBomb,
    Page,
    Raw,
    Redirect,
    Server,
    Silent,
    article,
    bomb,
    packed,
    rss,
    serving,
)
from test_crawl import FEED, captures, outcomes, reason

# A crawl of nothing needs about 120 MB; a body may be 16 MiB, and a few copies of it are made.
PEAK_MB = 330
QUICK = {"DOWNLOAD_TIMEOUT": 1.5, "RETRY_TIMES": 0}


@pytest.fixture
def server() -> Iterator[Server]:
    """A web server."""
    with serving() as opened:
        yield opened


def crawl_with(server: Server, tmp_path: Path, answer: Any, **settings: Any) -> dict[str, Any]:
    """Crawl a site of two articles of which the first answers so."""
    if isinstance(answer, Bomb):
        bomb(answer.coding, answer.size)  # packing it takes longer than a crawl waits
    server.pages |= {"/news/0": answer, "/news/1": article(1), "/rss": rss(server.url, [0, 1])}
    report = run(tmp_path / "data", [site_file(tmp_path, "small", server.url, FEED)], settings=QUICK | settings)
    assert outcomes(tmp_path / "data")["/news/1"] == "archived"
    assert report["peak_mb"] < PEAK_MB
    return report


@pytest.mark.parametrize(
    ("answer", "outcome", "why"),
    [
        (Bomb("gzip"), "failed", "too large"),
        (Bomb("br"), "failed", "too large"),
        (Bomb("zstd"), "failed", "too large"),
        (Bomb("deflate"), "failed", "too large"),
        (Bomb("gzip, gzip"), "failed", "too large"),
        (Bomb("gzip, gzip, gzip, gzip", size=1000), "failed", "too large"),
        (Endless(), "failed", "too large"),
        (Page(b"x" * (17 << 20), etag=False), "failed", "too large"),
        (Raw(b"HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\nx"), "failed", "too large"),
        (Drip(), "failed_temporary", "no full answer in time"),
        (Silent(), "failed_temporary", "no full answer in time"),
        (HangsUp(), "failed_temporary", "broke off"),
        (HeaderBomb(), "failed_temporary", "broke off"),
        (Raw(b""), "failed_temporary", "broke off"),
        (Raw(b"SSH-2.0-OpenSSH_9.0\r\n\r\n"), "failed_temporary", "broke off"),
        (Raw(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n"), "failed_temporary", "broke off"),
        (Raw(b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nx"), "failed_temporary", "broke off"),
        (
            Raw(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabcde"),
            "failed_temporary",
            "broke off",
        ),
        (Raw(b"HTTP/1.1 206 Partial Content\r\nContent-Length: 2\r\n\r\nab"), "failed_temporary", "206"),
        (Raw(b"HTTP/1.1 204 No Content\r\n\r\n"), "failed_temporary", "204"),
        (Raw(b"HTTP/1.1 304 Not Modified\r\n\r\n"), "failed_temporary", "304"),
        (Raw(b"HTTP/1.1 200 OK\r\nno colon here\r\nContent-Length: 2\r\n\r\nab"), "archived", "None"),
        (Raw(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nabcdef"), "archived", "None"),
        (Raw(b"HTTP/1.1 200 OK\r\n\r\nno length, no type"), "archived", "None"),
        (Page("not packed at all", headers={"Content-Encoding": "gzip"}), "archived", "None"),
        (Page(packed("gzip", b"cut off" * 900)[:40], headers={"Content-Encoding": "gzip"}), "archived", "None"),
        (Page("unknown", headers={"Content-Encoding": "rot13"}), "archived", "None"),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_an_attack_ends_in_its_outcome(server: Server, tmp_path: Path, answer: Any, outcome: str, why: str) -> None:
    """Bombs, drips, endless bodies and broken protocol cost a page at most, and no more memory than it may have."""
    crawl_with(server, tmp_path, answer)
    assert outcomes(tmp_path / "data")["/news/0"] == outcome
    assert why in reason(tmp_path / "data", "/news/0")


@pytest.mark.parametrize("answer", [Bomb("gzip", content_type="text/xml"), Endless(), Drip(), HeaderBomb(), HangsUp()])
def test_an_attack_by_a_feed_ends_in_a_sentence(server: Server, tmp_path: Path, answer: Any) -> None:
    """The same from a feed's address is told in the report, and the other feed is read."""
    if isinstance(answer, Bomb):
        bomb(answer.coding, answer.size)
    server.pages |= {"/bad": answer, "/news/1": article(1), "/rss": rss(server.url, [1])}
    file = site_file(tmp_path, "small", server.url, FEED.replace('"/rss"', '"/bad", "/rss"'))
    report = run(tmp_path / "data", [file], settings=QUICK)
    assert report["sites"]["small"]["new"] == 1
    assert any(f"{server.url}/bad" in sentence for sentence in report["attention"])
    assert report["peak_mb"] < PEAK_MB + 150  # a sitemap may be 50 MB


def test_a_robots_file_of_ten_megabytes_is_read_in_part(server: Server, tmp_path: Path) -> None:
    """Of a huge robots.txt the first 500 KiB count, as RFC 9309 has it."""
    server.pages["/robots.txt"] = Page(
        b"User-agent: *\nDisallow: /news/0\n" + b"Disallow: /x\n" * 900_000, "text/plain"
    )
    crawl_with(server, tmp_path, article(0))
    assert outcomes(tmp_path / "data")["/news/0"] == "skipped_robots"


@pytest.mark.parametrize(
    ("robots", "allowed"),
    [
        (Page("<!doctype html><title>no robots here</title>"), True),
        (Page("", status=404), True),
        (Page("", status=403), True),
        (Page(b"\xef\xbb\xbfUser-agent: *\r\nDisallow: /news/0\r\n", "text/plain"), False),
        (Page(b"User-agent: *\rDisallow: /news/0\r", "text/plain"), False),
        (Page("User-agent: *\nDisallow: /*/0$", "text/plain"), False),
        (Page("User-agent: *\nDisallow: /%6eews/0", "text/plain"), False),
        (Page("User-agent: *\nDisallow: /\nAllow: /news/\nAllow: /rss", "text/plain"), True),
        (Page("User-agent: other\nDisallow: /", "text/plain"), True),
        (Page("User-agent: other\nUser-agent: defnews\nDisallow: /news/0", "text/plain"), False),
        (Page("User-agent: *\nCrawl-delay: -1\nCrawl-delay: abc\nRequest-rate: x/y", "text/plain"), True),
        (Redirect("/elsewhere.txt"), False),
        (Redirect("/robots.txt"), None),
    ],
    ids=lambda value: repr(value)[:60],
)
def test_robots_files_as_they_come(server: Server, tmp_path: Path, robots: Any, allowed: bool | None) -> None:
    """Every way to write robots.txt badly is read as crawlers read it; one that cannot be had forbids everything."""
    server.pages["/elsewhere.txt"] = Page("User-agent: *\nDisallow: /news/0\nAllow: /rss", "text/plain")
    server.pages |= {"/robots.txt": robots, "/news/0": article(0), "/rss": rss(server.url, [0])}
    report = run(tmp_path / "data", [site_file(tmp_path, "small", server.url, FEED)], settings=QUICK)
    if allowed is None:
        assert "robots.txt" in report["attention"][0]
        assert "/rss" not in server.paths()
    else:
        assert outcomes(tmp_path / "data")["/news/0"] == ("archived" if allowed else "skipped_robots")


def test_no_credentials_or_cookies_travel(server: Server, tmp_path: Path) -> None:
    """Cookies set are never sent, and user info in a redirect is dropped, on the same host or another."""
    server.pages["/news/0"] = Redirect(server.url.replace("http://", "http://user:secret@") + "/news/2")
    server.pages["/news/2"] = Page("<p>x</p>", headers={"Set-Cookie": "id=1; Domain=.example"})
    server.pages["/robots.txt"] = Page("", "text/plain", headers={"Set-Cookie": "id=2"})
    server.pages |= {"/news/1": article(1), "/rss": rss(server.url, [0, 1])}
    run(tmp_path / "data", [site_file(tmp_path, "small", server.url, FEED)], settings=QUICK)
    assert "/news/2" in server.paths()
    for asked in server.asked:
        assert {"cookie", "authorization", "proxy-authorization", "referer"}.isdisjoint(asked.headers)


def test_a_referrer_policy_is_only_a_header(server: Server, tmp_path: Path) -> None:
    """A Referrer-Policy that names a Python callable is not run (GHSA-cwxj-rr6w-m6w7)."""
    policy = {"Referrer-Policy": "scrapy.core.downloader.handlers.file.FileDownloadHandler"}
    crawl_with(server, tmp_path, Page("<p>x</p>", headers=policy))
    assert outcomes(tmp_path / "data")["/news/0"] == "archived"


def test_no_server_chooses_a_path(server: Server, tmp_path: Path) -> None:
    """Paths, headers and titles full of slashes, quotes and control characters stay inside the archive's own files."""
    evil = "/news/..%2f..%2f..%2fetc%2fpasswd';DROP TABLE frontier;--"
    page = Page(
        "<p>x</p>", headers={"Content-Disposition": 'attachment; filename="../../../tmp/x"', "ETag": '"\'; DROP"'}
    )
    feed = rss(server.url, []).body
    item = f"<item><title>'); DROP TABLE polls;--</title><link>{server.url}{evil}</link></item>"
    server.pages["/rss"] = Page(str(feed).replace("</channel>", item + "</channel>"), "text/xml")
    server.otherwise = lambda path: page if path.startswith("/news/..") else None
    before = set(tmp_path.parent.iterdir())
    run(tmp_path / "data", [site_file(tmp_path, "small", server.url, FEED)], settings=QUICK)
    assert len(captures(tmp_path / "data")) == 1
    assert set(tmp_path.parent.iterdir()) == before
    assert {p.name for p in (tmp_path / "data").iterdir()} <= {
        "archive", "logs", "state.sqlite", "state.sqlite-wal", "state.sqlite-shm", ".crawl.lock",
    }  # fmt: skip


def test_an_index_that_contains_itself_is_read_once(server: Server, tmp_path: Path) -> None:
    """A sitemap index that names itself, or two that name each other, end."""
    one, two = f"{server.url}/one.xml", f"{server.url}/two.xml"
    index = "<sitemapindex><sitemap><loc>{}</loc></sitemap><sitemap><loc>{}</loc></sitemap></sitemapindex>"
    server.pages |= {
        "/one.xml": Page(index.format(one, two), "text/xml"),
        "/two.xml": Page(index.format(one, f"{server.url}/three.xml"), "text/xml"),
        "/three.xml": Page(f"<urlset><url><loc>{server.url}/news/1</loc></url></urlset>", "text/xml"),
        "/news/1": article(1),
    }
    file = site_file(tmp_path, "small", server.url, 'sitemaps = ["/one.xml"]\ndelay = 0')
    report = run(tmp_path / "data", [file], settings=QUICK)
    assert report["sites"]["small"]["new"] == 1
    assert max(server.paths().count(p) for p in server.pages) == 1
