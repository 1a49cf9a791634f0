"""Paged listings and feeds, sitemap indexes, backfill and what is due: crawls against a real server."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from crawling import run, site_file
from misbehaving import Page, Server, article, rss, serving
from test_crawl import outcomes, query, sql

PAGES = 12
A_PAGE = 5


@pytest.fixture
def server() -> Iterator[Server]:
    """A web server with sixty articles, listed newest first on twelve pages."""
    with serving() as opened:
        opened.otherwise = lambda path: paged(opened, path)
        yield opened


def day(number: int) -> datetime:
    """Publication day of an article: number 0 is the newest, one a day."""
    return datetime(2026, 11, 1, tzinfo=UTC) - timedelta(days=number)


def on_page(path: str) -> range | None:
    """Numbers of the articles on a page; None after the last."""
    page = int(parse_qs(urlsplit(path).query).get("page", ["1"])[0])
    return range((page - 1) * A_PAGE, page * A_PAGE) if 1 <= page <= PAGES else None


def paged(server: Server, path: str) -> Any:
    """Listing, feed and WordPress posts, a page at a time, and the articles."""
    name = urlsplit(path).path
    if name.startswith("/news/"):
        return article(int(name.rpartition("/")[2]))
    if name not in ("/list", "/feed", "/wp-json/wp/v2/posts") or (numbers := on_page(path)) is None:
        return None
    if name == "/list":
        return Page("".join(f'<h3><a href="/news/{n}">Article {n}</a></h3>' for n in numbers))
    if name == "/feed":
        dates = {n: f"{day(n):%a, %d %b %Y} 10:00:00 +0000" for n in numbers}
        items = "".join(
            f"<item><title>{n}</title><link>{server.url}/news/{n}</link><pubDate>{date}</pubDate></item>"
            for n, date in dates.items()
        )
        return Page(f'<rss version="2.0"><channel>{items}</channel></rss>', "text/xml")
    posts = ",".join(f'{{"link": "{server.url}/news/{n}", "date_gmt": "{day(n):%Y-%m-%d}T10:00:00"}}' for n in numbers)
    return Page(f"[{posts}]", "application/json")


LISTING = """listings = [{ url = "/list?page={page}", links = "h3 a", last_page = 12 }]
accept = ["/news/"]
delay = 0"""
FEED = 'feeds = ["/feed?page={page}"]\naccept = ["/news/"]\ndelay = 0'
POSTS = 'feeds = ["/wp-json/wp/v2/posts?page={page}"]\naccept = ["/news/"]\ndelay = 0'


def listed(server: Server) -> list[str]:
    """Pages of listings and feeds asked for, in order."""
    return [p for p in server.paths() if not p.startswith(("/news/", "/robots", "/.well-known"))]


@pytest.mark.parametrize("discover", [LISTING, FEED, POSTS], ids=["listing", "feed", "wordpress"])
def test_pages_are_turned_only_while_they_name_news(server: Server, tmp_path: Path, discover: str) -> None:
    """Without a backfill ten pages are turned at first, and afterwards only the first, unless it is all new."""
    file = site_file(tmp_path, "paged", server.url, discover)
    assert run(tmp_path / "data", [file])["sites"]["paged"]["new"] == 10 * A_PAGE
    server.asked.clear()
    run(tmp_path / "data", [file])
    assert len(listed(server)) == 1


@pytest.mark.parametrize("discover", [LISTING, FEED, POSTS], ids=["listing", "feed", "wordpress"])
def test_a_backfill_walks_to_the_end_once(server: Server, tmp_path: Path, discover: str) -> None:
    """A backfill finds everything, newest first, and when it has reached the end the next one does not walk again."""
    file = site_file(tmp_path, "paged", server.url, discover)
    assert run(tmp_path / "data", [file], backfill=True)["sites"]["paged"]["new"] == PAGES * A_PAGE
    assert set(outcomes(tmp_path / "data").values()) == {"archived"}
    order = [int(p.rpartition("/")[2]) // A_PAGE for p in server.paths() if p.startswith("/news/")]
    assert order == sorted(order)
    server.asked.clear()
    run(tmp_path / "data", [file], backfill=True)
    assert len(listed(server)) == 1


def test_a_backfill_resumes_where_it_stopped(server: Server, tmp_path: Path) -> None:
    """With a limit a backfill stops; the next goes on with the page it had come to, not from the start."""
    file = site_file(tmp_path, "paged", server.url, LISTING)
    report = run(tmp_path / "data", [file], backfill=True, limit=22)
    assert report["sites"]["paged"]["new"] == 22
    seen = set(listed(server))
    assert len(seen) < 8
    server.asked.clear()
    report = run(tmp_path / "data", [file], backfill=True)
    assert report["sites"]["paged"]["new"] == PAGES * A_PAGE - 22
    again = set(listed(server)) & seen
    assert len(again) <= 2


def test_a_backfill_ends_at_since_and_goes_on_from_there_for_an_earlier_one(server: Server, tmp_path: Path) -> None:
    """A dated source is walked until it is older than `since`; an earlier `since` walks on."""
    file = site_file(tmp_path, "paged", server.url, FEED)
    report = run(tmp_path / "data", [file], backfill=True, since=str(day(21).date()))
    assert report["sites"]["paged"]["new"] == 22
    assert len(listed(server)) <= 6
    server.asked.clear()
    assert run(tmp_path / "data", [file], backfill=True, since=str(day(21).date()))["sites"]["paged"]["new"] == 0
    assert len(listed(server)) == 1
    report = run(tmp_path / "data", [file], backfill=True, since=str(day(40).date()))
    assert report["sites"]["paged"]["new"] == 19


def sitemaps(server: Server, count: int, *, dated: bool = True) -> None:
    """A sitemap index of so many sitemaps of two articles each, the newest last."""
    said = [f"<lastmod>{day((count - n) * 30):%Y-%m-%d}</lastmod>" if dated else "" for n in range(count)]
    entries = "".join(f"<sitemap><loc>{server.url}/s{n:02}.xml</loc>{said[n]}</sitemap>" for n in range(count))
    server.pages["/index.xml"] = Page(f"<sitemapindex>{entries}</sitemapindex>", "text/xml")
    for n in range(count):
        urls = "".join(f"<url><loc>{server.url}/news/{i}</loc></url>" for i in (2 * n, 2 * n + 1))
        server.pages[f"/s{n:02}.xml"] = Page(f"<urlset>{urls}</urlset>", "text/xml")


INDEX = 'sitemaps = ["/index.xml"]\naccept = ["/news/"]\ndelay = 0'


def test_a_small_sitemap_index_is_read_whole_and_then_conditionally(server: Server, tmp_path: Path) -> None:
    """All sitemaps of a small index are read; run again, the unchanged are not asked for, or answered 304."""
    sitemaps(server, 4)
    file = site_file(tmp_path, "mapped", server.url, INDEX)
    assert run(tmp_path / "data", [file])["sites"]["mapped"]["new"] == 8
    server.asked.clear()
    report = run(tmp_path / "data", [file])
    assert report["sites"]["mapped"]["fetched"] == 0
    assert listed(server) == ["/index.xml"]
    sitemaps(server, 4, dated=False)
    run(tmp_path / "data", [file])
    server.asked.clear()
    counts = run(tmp_path / "data", [file])["sites"]["mapped"]
    assert (counts["requests"], counts["not_modified"]) == (5, 5)


@pytest.mark.parametrize("dated", [True, False])
def test_of_a_large_index_only_the_lively_sitemaps_are_read(server: Server, tmp_path: Path, dated: bool) -> None:
    """Of many sitemaps the lately changed are read, or some at the ends where none says; a backfill reads all."""
    sitemaps(server, 40, dated=dated)
    if dated:
        now = datetime.now(UTC).strftime("%Y-%m-%d")
        index = server.pages["/index.xml"]
        last = f"<loc>{server.url}/s39.xml</loc>"
        index.body = str(index.body).replace(last, f"{last}<lastmod>{now}</lastmod>", 1)
    file = site_file(tmp_path, "mapped", server.url, INDEX)
    run(tmp_path / "data", [file])
    assert "/s39.xml" in server.paths()
    assert len(listed(server)) <= 6
    server.asked.clear()
    run(tmp_path / "data", [file], backfill=True)
    assert len(outcomes(tmp_path / "data")) == 80
    assert set(outcomes(tmp_path / "data").values()) == {"archived"}


def test_only_what_is_due_is_crawled(server: Server, tmp_path: Path) -> None:
    """With `due` a site read lately is left alone and named; sources that yield nothing are due ever later."""
    server.pages["/rss"] = rss(server.url, range(3))
    file = site_file(tmp_path, "small", server.url, 'feeds = ["/rss"]\naccept = ["/news/"]\ndelay = 0')
    data = tmp_path / "data"
    assert run(data, [file], due=True)["sites"]["small"]["new"] == 3
    every = query(data, "SELECT every_seconds FROM polls")[0][0]
    server.asked.clear()
    report = run(data, [file], due=True)
    assert report["not_due"] == ["small"]
    assert report["sites"] == {}
    assert server.asked == []
    for _ in range(3):
        sql(data, "UPDATE polls SET next_poll_at = '2020-01-01T00:00:00.000000Z'")
        run(data, [file], due=True)
    assert len(server.asked) == 3
    assert query(data, "SELECT every_seconds FROM polls")[0][0] > 3 * every


def test_changed_rules_have_an_unchanged_source_read_again(server: Server, tmp_path: Path) -> None:
    """When accept or reject change, a source is asked for unconditionally: its 304 would hide what now counts."""
    server.pages["/rss"] = rss(server.url, range(4))
    site_file(tmp_path, "small", server.url, 'feeds = ["/rss"]\naccept = ["/news/[01]"]\ndelay = 0')
    assert run(tmp_path / "data", [tmp_path / "small.toml"])["sites"]["small"]["new"] == 2
    site_file(tmp_path, "small", server.url, 'feeds = ["/rss"]\naccept = ["/news/"]\ndelay = 0')
    assert run(tmp_path / "data", [tmp_path / "small.toml"])["sites"]["small"]["new"] == 2


def test_a_source_that_says_everything_changed_is_not_believed(server: Server, tmp_path: Path) -> None:
    """A sitemap whose every lastmod moves at each reading does not have the whole site fetched again."""

    def sitemap(date: str) -> Page:
        urls = "".join(f"<url><loc>{server.url}/news/{n}</loc><lastmod>{date}</lastmod></url>" for n in range(30))
        return Page(f"<urlset>{urls}</urlset>", "text/xml")

    server.pages["/sitemap.xml"] = sitemap("2026-01-01")
    file = site_file(tmp_path, "mapped", server.url, 'sitemaps = ["/sitemap.xml"]\ndelay = 0')
    assert run(tmp_path / "data", [file])["sites"]["mapped"]["new"] == 30
    server.pages["/sitemap.xml"] = sitemap("2026-01-02")
    server.asked.clear()
    run(tmp_path / "data", [file])
    assert server.paths() == ["/sitemap.xml"]


def test_a_site_without_sources_is_found_through_its_homepage(server: Server, tmp_path: Path) -> None:
    """Where a site file names none, the feeds of the homepage are read, comments excepted, and WordPress's posts."""
    server.pages["/"] = Page(
        """<html><head><link rel="alternate" type="application/rss+xml" href="/rss">
        <link rel="alternate" type="application/rss+xml" href="/comments/feed/">
        <link rel="https://api.w.org/" href="/wp-json/"></head><body>x</body></html>"""
    )
    server.pages["/rss"] = rss(server.url, [100])
    file = site_file(tmp_path, "homely", server.url, 'accept = ["/news/"]\ndelay = 0')
    report = run(tmp_path / "data", [file])
    assert report["attention"] == []
    assert report["sites"]["homely"]["new"] == 10 * A_PAGE + 1
    assert "/comments/feed/" not in server.paths()
    server.asked.clear()
    counts = run(tmp_path / "data", [file])["sites"]["homely"]
    assert sorted(listed(server)) == ["/", "/rss", "/wp-json/wp/v2/posts?page=1"]
    assert (counts["requests"], counts["not_modified"]) == (3, 3)
    server.pages["/"] = Page("<html><body>a page that names nothing</body></html>")
    report = run(tmp_path / "data", [file])
    assert "names no feed: add a feed, sitemap or listing" in report["attention"][0]


def test_a_source_that_the_site_file_names_no_more_is_forgotten(server: Server, tmp_path: Path) -> None:
    """A dead feed taken out of the site file is neither due for ever nor a problem in `status`."""
    server.pages["/rss"] = rss(server.url, range(3))
    data = tmp_path / "data"
    run(data, [site_file(tmp_path, "small", server.url, 'feeds = ["/rss", "/dead"]\ndelay = 0')])
    assert query(data, "SELECT count(*) FROM polls WHERE problem IS NOT NULL") == [(1,)]
    run(data, [site_file(tmp_path, "small", server.url, 'feeds = ["/rss"]\ndelay = 0')])
    assert query(data, "SELECT url FROM polls") == [(f"{server.url}/rss",)]
