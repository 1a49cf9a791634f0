"""Scrapy's security advisories, one test each: what happened there does not happen here.

GHSA-cwxj-rr6w-m6w7 (Referrer-Policy run as a callable) is in `test_hostile`, redirects to other schemes
(GHSA-23j4-mw76-5v7h) also in `test_crawl`, addresses in `test_guard`.
"""

import json
import os
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest
from crawling import ROOT, run, site_file
from misbehaving import Page, Redirect, article, bomb, rss, serving
from test_crawl import FEED, outcomes, reason

import crawler.settings
from crawler.challenges import is_challenge
from crawler.discover import read_source
from crawler.entry import Unreadable
from crawler.feeds import ENTRIES_AT_MOST
from crawler.politeness import opt_outs
from warehouse.codings import undo_codings


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_no_piece_of_a_bomb_passes_the_bound(coding: str) -> None:
    """CVE-2025-6176, GHSA-7j7m-v7m3-jqm7: the bound is on what comes out, in the first piece as in the last."""
    packed = bomb(coding, 64 << 20)
    tracemalloc.start()
    try:
        assert len(undo_codings(packed, coding, 1 << 20)) == (1 << 20) + 1
        assert tracemalloc.get_traced_memory()[1] < 8 << 20
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_nothing_secret_crosses_hosts_ports_or_schemes(tmp_path: Path, status: int) -> None:
    """GHSA-cw9j-q3vf-hrrv, GHSA-4qqq-9vqf-3h3f, GHSA-cjvr-mfj7-j4j8, GHSA-mfjm-vh54-3f96, bodies resent on redirects.

    A server that sets cookies, asks for credentials and redirects to another port of the site gets nothing there.
    """
    with serving() as server, serving() as other:
        cookie = {"Set-Cookie": "id=1; Path=/", "WWW-Authenticate": 'Basic realm="x"'}
        server.pages = {
            "/rss": Page(rss(server.url, [0, 1]).body, "text/xml", headers=cookie),
            "/news/0": Page("no", status=401, headers=cookie),
            "/news/1": Redirect(f"{other.url.replace('//', '//user:secret@')}/news/2", status),
        }
        other.pages = {"/news/2": Page("<p>x</p>", headers={"Set-Cookie": "id=2; Domain=1"})}
        file = site_file(tmp_path, "small", server.url, FEED)
        file.write_text(file.read_text().replace('hosts = ["', f'hosts = ["{other.host}", "'))
        run(tmp_path / "data", [file])
        asked = server.asked + other.asked
    assert "/news/2" in other.paths()
    for one in asked:
        assert {"cookie", "authorization", "proxy-authorization", "referer", "content-length"}.isdisjoint(one.headers)


@pytest.mark.parametrize("target", ["file:///etc/hostname", "data:text/html,x", "s3://bucket/key", "ftp://127.0.0.1/x"])
def test_no_other_scheme_is_followed(tmp_path: Path, target: str) -> None:
    """GHSA-23j4-mw76-5v7h, GHSA-76g3-c3x4-crvx: a redirect to a file, a bucket or FTP ends there, and has no handler."""
    with serving() as server:
        server.pages = {"/rss": rss(server.url, [0]), "/news/0": Redirect(target)}
        run(tmp_path / "data", [site_file(tmp_path, "small", server.url, FEED)])
    assert outcomes(tmp_path / "data") == {"/news/0": "failed"}
    assert "without a target" in reason(tmp_path / "data", "/news/0")
    assert {scheme for scheme, handler in crawler.settings.DOWNLOAD_HANDLERS.items() if handler} == {"http", "https"}


def test_no_proxy_of_the_environment_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """GHSA-jm3v-qxmh-hxwv, credentials for proxies: behind one nobody could check where a connection goes."""
    with serving() as server, serving("127.0.0.2") as proxy:
        for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY"):
            monkeypatch.setenv(name, proxy.url.replace("//", "//user:secret@"))
        server.pages = {"/rss": rss(server.url, [0]), "/news/0": article(0)}
        assert run(tmp_path / "data", [site_file(tmp_path, "small", server.url, FEED)])["sites"]["small"]["new"] == 1
    assert proxy.asked == []


@pytest.mark.timeout(60)
def test_no_pattern_of_ours_takes_for_ever() -> None:
    """GHSA-cc65-xxvf-f7r9: megabytes of half-open markup are read in linear time, or not at all."""
    walled = b"<title>Just a moment</title>"
    for piece in (b"<script>", b"<", b"<!--", b"</style"):
        is_challenge(200, {}, (walled + piece * 40_000)[: 256 * 1024])
        opt_outs([("X-Robots-Tag", (piece * 10_000).decode())], b"<meta" + piece * 100_000, "defnews")
    channel = b"<rss version='2.0'><channel>"
    for start, piece in (
        (b"", b"<!--"), (b"", b"<!DOCTYPE a ["), (b"", b"<?xml"), (channel, b"<a>"), (channel, b"<item>"),
        (channel, b"<item><link>http://a/</link></item>"), (channel + b"<item><title>", b"&lt;"),
        (b"<urlset>", b"<url>"), (b"<urlset><url><loc>", b"x"), (b"[", b"["), (b'{"items":', b"["),
    ):  # fmt: skip
        found = read_source(start + piece * (7_000_000 // len(piece)), "text/xml", "https://press.example/")
        try:
            assert sum(1 for _ in found.entries) <= ENTRIES_AT_MOST
        except Unreadable:
            continue


LISTENING = """
import json, os, sys
from pathlib import Path
from crawler.run import CrawlOptions, crawl
from extract.site import load_site
path = Path(sys.argv[1])
found = set()
def look(progress):
    own = {os.readlink(f"/proc/self/fd/{fd}") for fd in os.listdir("/proc/self/fd") if os.path.exists(f"/proc/self/fd/{fd}")}
    for table in ("tcp", "tcp6"):
        for line in Path(f"/proc/self/net/{table}").read_text().splitlines()[1:]:
            fields = line.split()
            if fields[3] == "0A" and f"socket:[{fields[9]}]" in own:
                found.add(fields[1])
crawl(path.parent / "data", {path.stem: load_site(path)}, options=CrawlOptions(), progress=look)
print(json.dumps(sorted(found)))
"""


def test_no_console_listens(tmp_path: Path) -> None:
    """Telnet console and remote control open to other programs (2.6.2, 2.5.1, 1.5.2): a crawl listens on no port."""
    with serving() as server:
        server.pages = {f"/news/{n}": article(n) for n in range(5)} | {"/rss": rss(server.url, range(5))}
        file = site_file(tmp_path, "small", server.url, FEED.replace("delay = 0", "delay = 0.1"))
        done = subprocess.run(
            [sys.executable, "-c", LISTENING, str(file)],
            cwd=ROOT, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True,
        )  # fmt: skip
    assert json.loads(done.stdout) == []


def test_requests_that_no_spider_made_are_guarded_too(tmp_path: Path) -> None:
    """Offsite check skipped for non-callback requests (2.11.2): robots.txt and tdmrep.json lead nowhere else either."""
    with serving() as server, serving("127.0.0.2") as inner:
        inner.otherwise = lambda path: Page("User-agent: *\nAllow: /", "text/plain")
        server.pages = {
            "/rss": rss(server.url, [0]),
            "/news/0": article(0),
            "/.well-known/tdmrep.json": Redirect(f"{inner.url}/tdmrep.json"),
        }
        file = site_file(tmp_path, "small", server.url, FEED)
        assert run(tmp_path / "data", [file])["sites"]["small"]["new"] == 1
        server.pages["/robots.txt"] = Redirect(f"{inner.url}/robots.txt")
        report = run(tmp_path / "elsewhere", [file])
        assert inner.asked == []
    assert report["sites"]["small"]["new"] == 0
    assert "robots.txt" in report["attention"][0] or "no public address" in report["attention"][0]


@pytest.mark.parametrize("host", ["2130706434", "0x7f000002", "0177.0.0.2", "127.2", "[::ffff:127.0.0.2]"])
def test_no_notation_leads_a_feed_to_this_machine(tmp_path: Path, host: str) -> None:
    """No filter for private addresses in Scrapy: however a redirect writes one, nobody is asked there."""
    with serving() as server, serving("127.0.0.2") as inner:
        inner.otherwise = lambda path: rss(server.url, [1])
        port = inner.host.rpartition(":")[2]
        server.pages = {"/rss": Redirect(f"http://{host}:{port}/rss"), "/two": Redirect("http://127.0.0.1:22/")}
        file = site_file(tmp_path, "small", server.url, FEED.replace('"/rss"', '"/rss", "/two"'))
        report = run(tmp_path / "data", [file])
        assert inner.asked == []
    assert len([sentence for sentence in report["attention"] if "address refused" in sentence]) == 2
