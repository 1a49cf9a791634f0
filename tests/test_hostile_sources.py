"""Feeds, sitemaps and robots.txt that are wrong in small ways: each is read as far as it goes, and counted once."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from crawling import run, site_file
from misbehaving import Page, Redirect, Server, article, packed, rss, serving
from test_crawl import FEED, outcomes, query, reason

from crawler.pacer import LONGEST_DELAY, Pacer
from crawler.policies import Document
from crawler.robots import RobotsMiddleware


@pytest.fixture
def server() -> Iterator[Server]:
    """A web server with ten articles."""
    with serving() as opened:
        opened.pages = {f"/news/{n}": article(n) for n in range(10)}
        yield opened


def feed(server: Server, *items: str) -> Page:
    """A feed of these items; {url} stands for the server."""
    text = "".join(f"<item>{item}</item>" for item in items).replace("{url}", server.url)
    return Page(f'<rss version="2.0"><channel><title>x</title>{text}</channel></rss>', "text/xml")


def test_guids_that_repeat_or_change_are_no_identity(server: Server, tmp_path: Path) -> None:
    """Articles are told apart by address: one guid for all costs none, a new guid each time fetches none again."""
    data, file = tmp_path / "data", site_file(tmp_path, "small", server.url, FEED)
    server.pages["/rss"] = feed(server, *(f"<guid>same</guid><link>{{url}}/news/{n}</link>" for n in range(4)))
    assert run(data, [file])["sites"]["small"]["new"] == 4
    server.pages["/rss"] = feed(server, *(f"<guid>new {n}</guid><link>{{url}}/news/{n}</link>" for n in range(4)))
    server.asked.clear()
    assert run(data, [file])["sites"]["small"]["found"] == 0
    assert server.paths() == ["/rss"]


def test_dates_in_the_future_missing_or_in_words_cost_no_article(server: Server, tmp_path: Path) -> None:
    """A future date counts as now, one that cannot be read as none; none of them is later than the crawl."""
    later = datetime.now(UTC) + timedelta(days=400)
    dates = [
        f"{later:%a, %d %b %Y} 10:00:00 +0000",
        "",
        "5 Kasım 2026 10:30",
        "2026-11-03 10:00",
        "soon",
        "31 Feb 2026",
    ]
    server.pages["/rss"] = feed(
        server, *(f"<link>{{url}}/news/{n}</link><pubDate>{date}</pubDate>" for n, date in enumerate(dates))
    )
    report = run(tmp_path / "data", [site_file(tmp_path, "small", server.url, FEED)])
    assert report["sites"]["small"]["new"] == len(dates)
    said = dict(query(tmp_path / "data", "SELECT substr(url, -1), substr(said_at, 1, 16) FROM frontier"))
    assert said["0"] < f"{datetime.now(UTC) + timedelta(minutes=1):%Y-%m-%dT%H:%M}"
    assert (said["1"], said["2"], said["3"], said["4"]) == (None, "2026-11-05T10:30", "2026-11-03T10:00", None)


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_packed_sources_are_unpacked(server: Server, tmp_path: Path, coding: str) -> None:
    """Feeds and sitemaps under any content coding are read; a .gz inside a coding too."""
    plain = f"<urlset><url><loc>{server.url}/news/1</loc></url></urlset>".encode()
    server.pages["/map.xml.gz"] = Page(packed(coding, packed("gzip", plain)), headers={"Content-Encoding": coding})
    server.pages["/rss"] = Page(
        packed(coding, str(rss(server.url, [2]).body).encode()), "text/xml", headers={"Content-Encoding": coding}
    )
    file = site_file(tmp_path, "small", server.url, f'sitemaps = ["/map.xml.gz"]\n{FEED}')
    assert run(tmp_path / "data", [file])["sites"]["small"]["new"] == 2


def test_entries_of_other_hosts_and_look_alikes_are_not_fetched(server: Server, tmp_path: Path) -> None:
    """Cross-host entries, look-alike names, user info and other ports are none of the site's."""
    host = server.host
    links = [f"http://{host}@evil.example/news/1", "http://127.0.0.1:22/news/1", "http://127.0.0.1\u0585/news/1",
             "http://evil.example/news/1", f"http://evil.example#{host}/news/1", "gopher://x/news/1", "//[/news/1"]  # fmt: skip
    server.pages["/rss"] = feed(server, *(f"<link>{link}</link>" for link in links), "<link>/news/1</link>")
    report = run(tmp_path / "data", [site_file(tmp_path, "small", server.url, FEED)])
    assert report["sites"]["small"]["new"] == 1
    assert [path for path in server.paths() if path.startswith("/news")] == ["/news/1"]
    assert {o for (o,) in query(tmp_path / "data", "SELECT outcome FROM frontier")} == {"archived", "skipped_rule"}


def test_indexes_inside_indexes_without_end_are_left(server: Server, tmp_path: Path) -> None:
    """An index in an index is read, one in that is not followed: a server that makes them up is asked three times."""

    def index(path: str) -> Page | None:
        if not path.startswith("/map"):
            return None
        names = "".join(f"<sitemap><loc>{server.url}{path}{n}</loc></sitemap>" for n in range(2))
        return Page(f"<sitemapindex>{names}</sitemapindex>", "text/xml")

    server.otherwise = index
    server.pages["/rss"] = rss(server.url, [1])
    file = site_file(tmp_path, "small", server.url, f'sitemaps = ["/map"]\n{FEED}')
    for backfill in (False, True):
        run(tmp_path / "data", [file], backfill=backfill)
    assert max(len(path) for path in server.paths() if path.startswith("/map")) == len("/map00")
    assert query(tmp_path / "data", "SELECT count(*) FROM frontier") == [(1,)]


@pytest.mark.parametrize(("hops", "outcome"), [(5, "archived"), (6, "failed")])
def test_redirects_are_bounded(server: Server, tmp_path: Path, hops: int, outcome: str) -> None:
    """Five redirects are followed, a sixth is not."""
    for hop in range(hops):
        server.pages[f"/news/hop{hop}"] = Redirect(f"/news/hop{hop + 1}", (301, 302, 303, 307, 308)[hop % 5])
    server.pages[f"/news/hop{hops}"] = article(1)
    server.pages["/rss"] = feed(server, "<link>{url}/news/hop0</link>")
    run(tmp_path / "data", [site_file(tmp_path, "small", server.url, FEED)])
    assert outcomes(tmp_path / "data")["/news/hop0"] == outcome
    if outcome == "failed":
        assert reason(tmp_path / "data", "/news/hop0") == "redirects too often"


@pytest.mark.parametrize(
    "page",
    [
        Page('<meta http-equiv="refresh" content="0; url=/news/1">', "text/html"),
        Page(b"\x00\x00\x00\x18ftypmp42" + bytes(500), "text/html"),
        Page(b"\xff\xfe", ""),
        Page("<p>x</p>", "text/html; charset=\x00nonsense"),
    ],
    ids=["meta-refresh", "film-as-page", "no-type", "odd-charset"],
)
def test_odd_pages_are_archived_as_they_came(server: Server, tmp_path: Path, page: Page) -> None:
    """What calls itself a page is kept byte for byte, asked for once; extraction judges it later."""
    server.pages |= {"/news/1": page, "/rss": rss(server.url, [1])}
    run(tmp_path / "data", [site_file(tmp_path, "small", server.url, FEED)])
    assert outcomes(tmp_path / "data") == {"/news/1": "archived"}
    assert server.paths().count("/news/1") == 1


@pytest.mark.parametrize(
    ("robots", "delay"),
    [
        ("User-agent: *\nCrawl-delay: 7", 7),
        ("User-agent: *\nRequest-rate: 2/30", 15),
        ("User-agent: *\nCrawl-delay: 3\nRequest-rate: 1/20", 20),
        ("User-agent: other\nCrawl-delay: 9", 2),
        ("User-agent: *\nCrawl-delay: 1e9", LONGEST_DELAY),
        ("User-agent: *\nCrawl-delay: -1", 2),
        ("User-agent: *\nCrawl-delay: nan", 2),
        ("User-agent: *\nCrawl-delay: 0\nRequest-rate: 100/1", 2),
        ("User-agent: *\nRequest-rate: 0/5", 2),
    ],
)
def test_robots_can_only_slow_a_site_down(robots: str, delay: float) -> None:
    """Crawl-delay and Request-rate raise the site file's delay, five minutes at most; nonsense changes nothing."""
    from scrapy.utils.test import get_crawler

    middleware = RobotsMiddleware(get_crawler(settings_dict={"DEFNEWS_OPT_OUTS": "obey"}))
    pacer = Pacer()
    lane = pacer._lane("press.example", 2)
    pacer.at_least("press.example", middleware._rules("https://press.example", Document(robots)).delay)
    assert lane.pause == delay
