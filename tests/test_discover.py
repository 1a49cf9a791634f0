"""Feeds, sitemaps and listings as they come, well-formed or not."""

import contextlib
import gzip
import json
import tracemalloc
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.discover import feeds_of, read_listing, read_source, sources_of
from crawler.entry import Entry, Unreadable, moment
from crawler.sitemaps import BYTES_AT_MOST
from extract.site import Listing

AT = "https://press.example/feed"


def entries(body: bytes | str, content_type: str = "", url: str = AT, zone: str = "UTC") -> list[Entry]:
    """Entries of a source that can be read."""
    found = read_source(body.encode() if isinstance(body, str) else body, content_type, url, ZoneInfo(zone))
    assert found.problem is None
    return list(found.entries)


def problem(body: bytes | str) -> str:
    """What is wrong with a source."""
    found = read_source(body.encode() if isinstance(body, str) else body, "", AT)
    if found.problem is None:
        with pytest.raises(Unreadable) as raised:
            list(found.entries)
        return str(raised.value)
    assert list(found.entries) == []
    return found.problem


ITEM = """<item><title>Frigate &amp;amp; crew</title><link>/news/1</link>
<pubDate>Mon, 02 Nov 2026 10:00:00 +0530</pubDate><author>desk@press.example (Ann Smith)</author>
<category>Navy</category><description>&lt;p&gt;Short.&lt;/p&gt;</description></item>"""


def test_rss_gives_links_made_absolute_with_their_hints() -> None:
    """An RSS item becomes an entry: absolute URL, plain headline, raw date, tags, and when that was."""
    (entry,) = entries(f'<rss version="2.0"><channel><link>https://press.example/</link>{ITEM}</channel></rss>')
    assert entry.url == "https://press.example/news/1"
    assert entry.headline == "Frigate & crew"
    assert entry.published == "Mon, 02 Nov 2026 10:00:00 +0530"
    assert entry.said_at == datetime(2026, 11, 2, 4, 30, tzinfo=UTC)
    assert entry.hints["tags"] == ["Navy"]
    assert entry.hints["summary"] == "Short."


@pytest.mark.parametrize(
    "feed",
    [
        f'<rss version="0.91"><channel>{ITEM}</channel></rss>',
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "rss.dtd">'
        f'<rss version="0.91"><channel>{ITEM}</channel></rss>',
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
        "<item><title>Frigate</title><link>/news/1</link></item></rdf:RDF>",
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Frigate</title><link href="/news/1"/>'
        "<updated>2026-11-02T10:00:00Z</updated></entry></feed>",
        f'<rss version="2.0"><channel>{ITEM}<item><title>cut of',
        '\ufeff<?xml version="1.0" encoding="utf-8"?><!-- made by hand -->'
        f'<rss version="2.0"><channel>{ITEM}</channel></rss>',
        f'<?xml version="1.0" encoding="utf-16"?><rss version="2.0"><channel>{ITEM}</channel></rss>',
        f'<rss version="2.0"><channel><title>A & B \x08</title>{ITEM}</channel></rss>',
        '{"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "/news/1", "title": "Frigate"}]}',
        '[{"link": "https://press.example/news/1", "date_gmt": "2026-11-02T04:30:00", "title": {"rendered": "F"}}]',
    ],
    ids=[
        "rss091",
        "doctype",
        "rss10",
        "atom",
        "cut-off",
        "bom",
        "wrong-encoding",
        "not-well-formed",
        "json",
        "wordpress",
    ],
)
def test_every_kind_of_feed_is_read(feed: str) -> None:
    """Old, new, JSON, WordPress and damaged feeds all give their entry."""
    assert [e.url for e in entries(feed)] == ["https://press.example/news/1"]


def test_utf16_feeds_are_read() -> None:
    """A feed in UTF-16 with its byte order mark is a feed."""
    feed = f'<?xml version="1.0" encoding="utf-16"?><rss version="2.0"><channel>{ITEM}</channel></rss>'
    assert len(entries(feed.encode("utf-16"))) == 1


def test_json_feed_keeps_authors_tags_and_dates() -> None:
    """A JSON Feed item's fields become hints; an item without an address is passed over."""
    (entry,) = entries(
        '{"items": [{"url": "/a", "title": "T", "date_published": "2026-11-02T10:00:00+02:00", "date_modified": '
        '"2026-11-03T10:00:00+02:00", "authors": [{"name": "Ann"}], "tags": ["Air"]}, {"title": "no address"}, 5]}'
    )
    assert entry.hints == {
        "headline": "T", "published": "2026-11-02T10:00:00+02:00", "modified": "2026-11-03T10:00:00+02:00",
        "authors": ["Ann"], "tags": ["Air"],
    }  # fmt: skip


def test_a_guid_that_is_an_address_stands_in_for_a_missing_link() -> None:
    """RSS items without a link but with an address as guid are found; those with neither are passed over."""
    found = entries(
        '<rss version="2.0"><channel><item><guid>https://press.example/news/2</guid></item>'
        "<item><guid isPermaLink='false'>x-2</guid></item></channel></rss>"
    )
    assert [e.url for e in found] == ["https://press.example/news/2"]


NEWS = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
 <url><loc> https://press.example/news/1 </loc><lastmod>2026-11-03</lastmod>
 <image:image><image:loc>https://press.example/i.jpg</image:loc><image:title>Photo</image:title></image:image>
 <n:news><n:publication><n:name>Press</n:name></n:publication><n:publication_date>2026-11-02T10:00:00Z</n:publication_date>
 <n:title>Frigate</n:title><n:keywords>navy, ships</n:keywords></n:news></url></urlset>"""


@pytest.mark.parametrize("pack", [0, 1, 2])
def test_news_sitemaps_keep_title_dates_and_keywords(pack: int) -> None:
    """News tags become hints whatever their prefix, image tags do not; packed once or twice with gzip or not at all."""
    body = NEWS.encode()
    for _ in range(pack):
        body = gzip.compress(body)
    (entry,) = entries(body, url="https://press.example/sitemap.xml.gz")
    assert entry.url == "https://press.example/news/1"
    assert entry.hints == {
        "headline": "Frigate", "published": "2026-11-02T10:00:00Z", "modified": "2026-11-03", "tags": ["navy", "ships"],
    }  # fmt: skip


def test_a_sitemap_index_gives_its_sitemaps() -> None:
    """An index names sitemaps with their dates and no entries."""
    found = read_source(
        b"<sitemapindex><sitemap><loc>/s1.xml</loc><lastmod>2026-11-02</lastmod></sitemap>"
        b"<sitemap><loc>/s2.xml</loc></sitemap></sitemapindex>",
        "",
        "https://press.example/sitemap.xml",
    )
    children = list(found.children)
    assert [c.url for c in children] == ["https://press.example/s1.xml", "https://press.example/s2.xml"]
    assert children[0].said_at == datetime(2026, 11, 2, tzinfo=UTC)
    assert list(found.entries) == []


def test_a_sitemap_of_plain_lines_is_read() -> None:
    """A list of addresses, one a line, is a sitemap too."""
    assert len(entries("https://press.example/news/1\r\nhttps://press.example/news/2\n\nnonsense\n")) == 2


def test_a_large_sitemap_is_read_in_flat_memory() -> None:
    """50,000 URLs are read one by one: what is held beside the document itself does not grow with their number."""
    one = "<url><loc>https://press.example/news/{}</loc><lastmod>2026-11-02</lastmod></url>"
    body = f"<urlset>{''.join(one.format(n) for n in range(60_000))}</urlset>".encode()
    tracemalloc.start()
    try:
        count = sum(1 for _ in read_source(body, "", AT).entries)
        assert tracemalloc.get_traced_memory()[1] < len(body) + (4 << 20)
    finally:
        tracemalloc.stop()
    assert count == 50_000


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("", "is empty"),
        (" \n", "is empty"),
        ("<!doctype html><html><body>hello</body></html>", "answers with a web page"),
        ("<html><head><title>x</title></head></html>", "answers with a web page"),
        ("just words", "is neither a feed nor a sitemap"),
        ("<svg xmlns='http://www.w3.org/2000/svg'/>", "is XML, but neither a feed nor a sitemap"),
        ('{"hello": 1}', "neither a JSON Feed"),
        ("[1, 2]", "not of WordPress posts"),
        ("{broken", "no readable JSON"),
        ('{"items":' + "[" * 200_000, "no readable JSON"),
        (
            '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel>&b;</channel></rss>',
            "declares XML entities",
        ),
        (
            '<!DOCTYPE u [<!ENTITY x SYSTEM "file:///etc/passwd">]><urlset><url><loc>&x;</loc></url></urlset>',
            "declares XML",
        ),
        (b"\x1f\x8b\x08\x00broken", "cannot be unpacked"),
        (gzip.compress(bytes(BYTES_AT_MOST + 1)), "unpacks to more than"),
    ],
)
def test_what_is_no_feed_is_told_in_words(body: bytes | str, said: str) -> None:
    """Whatever cannot be used is a problem in words, and never an exception."""
    assert said in problem(body)


def test_a_web_page_in_a_feeds_stead_names_the_feeds_it_has() -> None:
    """The advice for an address that answers with a page is the feed which that page declares."""
    page = '<html><head><link rel="alternate" type="application/rss+xml" href="/rss.xml"></head><body>x</body></html>'
    assert "https://press.example/rss.xml" in problem(page)
    assert feeds_of(page.encode(), "https://press.example/") == ("https://press.example/rss.xml",)


def test_no_entity_reaches_an_entry() -> None:
    """Even in UTF-16, where its declaration is not seen in the bytes as they came, an entity is not resolved."""
    bomb = (
        '<!DOCTYPE u [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        "<urlset><url><loc>https://press.example/&x;</loc></url></urlset>"
    )
    assert "entities" in problem(bomb.encode("utf-16"))


def test_listings_give_the_links_that_the_site_file_selects() -> None:
    """Links are made absolute, by the page's base where it has one, once each, with their text as headline."""
    listing = Listing(url="https://press.example/news?page={page}", links="h3", last_page=5)
    page = b"""<html><base href="https://press.example/en/"><h3><a href="news/1">Frigate <b>sails</b></a></h3>
        <h3><a href="news/1">again</a></h3><h3>no link</h3><h3><a href="javascript:x()">bad</a></h3>
        <a href="/other">x</a></html>"""
    found = list(read_listing(page, listing, "https://press.example/news?page=1").entries)
    assert [(e.url, e.headline) for e in found] == [("https://press.example/en/news/1", "Frigate sails")]


NO_ADDRESS = "https://[site_url]/news/2"  # a template that nobody filled in: a bracket opens an IPv6 address


@pytest.mark.parametrize(
    "source",
    [
        f'<rss version="2.0"><channel><item><link>{NO_ADDRESS}</link></item>{ITEM}</channel></rss>',
        f'<rss version="2.0"><channel><link>{NO_ADDRESS}</link>{ITEM}</channel></rss>',
        json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [{"url": NO_ADDRESS}, {"url": "/news/1"}]}),
        f"<urlset><url><loc>{NO_ADDRESS}</loc></url><url><loc>/news/1</loc></url></urlset>",
    ],
    ids=["rss", "rss channel", "json feed", "sitemap"],
)
def test_a_link_that_is_no_address_costs_itself_alone(source: str) -> None:
    """The other entries of a feed or sitemap are read all the same."""
    assert [entry.url for entry in entries(source)] == ["https://press.example/news/1"]


def test_a_sitemap_a_feed_and_a_page_that_are_no_addresses_cost_themselves_alone() -> None:
    """What else an index or a web page names is found."""
    index = (
        f"<sitemapindex><sitemap><loc>{NO_ADDRESS}</loc></sitemap><sitemap><loc>/s.xml</loc></sitemap></sitemapindex>"
    )
    assert [c.url for c in read_source(index.encode(), "", AT).children] == ["https://press.example/s.xml"]
    link = '<link rel="alternate" type="application/rss+xml" href="{}">'
    posts = f'<link rel="https://api.w.org/" href="{NO_ADDRESS}">'
    page = f"<html><head>{link.format(NO_ADDRESS)}{link.format('/rss')}{posts}</head><p>x</p></html>".encode()
    assert feeds_of(page, AT) == ("https://press.example/rss",)
    assert sources_of(page, AT) == ("https://press.example/rss",)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("2026-11-02", "2026-11-02T00:00:00+05:30"),
        ("2026-11", "2026-11-01T00:00:00+05:30"),
        ("2026-11-02T10:00:00.1234567Z", "2026-11-02T10:00:00.123456+00:00"),
        ("Mon, 02 Nov 2026 10:00:00 EST", "2026-11-02T10:00:00-05:00"),
        ("2016/6/29", "2016-06-29T00:00:00+05:30"),
        ("29 juin 2026 10:00", "2026-06-29T10:00:00+05:30"),
        ("14 Mart 2026", "2026-03-14T00:00:00+05:30"),
        ("yesterday", None),
        ("", None),
        (None, None),
        ("9999-99-99", None),
        ("2026 " + "x" * 200, None),
    ],
)
def test_dates_are_read_in_many_spellings_and_never_invented(raw: str | None, expected: str | None) -> None:
    """ISO, RFC 822 and other languages are read, naive ones in the site's zone; what says nothing gives nothing."""
    found = moment(raw, ZoneInfo("Asia/Kolkata"))
    assert found == (datetime.fromisoformat(expected) if expected else None)


@given(st.text(max_size=60))
def test_no_date_text_raises(raw: str) -> None:
    """Whatever stands where a date should, the answer is a moment in UTC or none."""
    found = moment(raw)
    assert found is None or found.tzinfo is UTC


FRAGMENTS = st.sampled_from(
    [
        "<rss>",
        "<channel>",
        "<item>",
        "<link>",
        "http://a/b",
        "</item>",
        "<urlset>",
        "<url>",
        "<loc>",
        "</loc>",
        "</url>",
        "{",
        "[",
        '"items":',
        "&#0;",
        "<![CDATA[",
        "]]>",
        "\x00",
        "<?xml",
        "?>",
        "<!DOCTYPE",
        "<feed",
        ">",
        "é",
    ]
)


@given(st.one_of(st.binary(max_size=200), st.lists(FRAGMENTS, max_size=20).map(lambda parts: "".join(parts).encode())))
def test_no_bytes_raise_anything_but_unreadable(body: bytes) -> None:
    """Whatever a server sends for a feed, it is read or told to be unreadable."""
    found = read_source(body, "text/xml", AT)
    with contextlib.suppress(Unreadable):
        assert all(e.url for e in found.entries)
        list(found.children)
