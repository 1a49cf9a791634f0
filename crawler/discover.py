"""Bytes of a feed, sitemap or listing to entries. Pure: no network, no clock."""

import re
from collections.abc import Iterator
from datetime import UTC, tzinfo

from lxml import etree, html

from crawler.entry import Child, Entry, Found, Unreadable
from crawler.feeds import read_json_feed, read_xml_feed
from crawler.sitemaps import read_sitemap, read_text_sitemap, unpacked
from extract.site import Listing, compiled_selector
from extract.urls import absolute

# How far into a document its first element is looked for: comments and style sheet lines may come before it.
HEAD = 4096
ROOT = re.compile(rb"<\s*(?:[\w-]+:)?([A-Za-z][\w-]*)")
# Entities are what XML bombs and file readers are made of; no feed or sitemap has a use for declaring them.
DECLARES_ENTITIES = re.compile(rb"<!ENTITY", re.IGNORECASE)
FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/json")
# What a WordPress site calls its REST interface in a page's head (REST API handbook, "Discovery").
WORDPRESS = "https://api.w.org/"
COMMENTS = re.compile(r"(?i)/comments?(?:/|$)|[?&](?:feed=comments|type=comments)")
SOURCES_AT_MOST = 5
SITEMAP_ROOTS = frozenset({"urlset", "sitemapindex"})
FEED_ROOTS = frozenset({"rss", "feed", "rdf", "channel"})


def read_source(body: bytes, content_type: str, url: str, zone: tzinfo = UTC) -> Found:
    """Read whatever answers at the address of a feed or sitemap: what it is shows in its first bytes, not in its label.

    What cannot be used is told in ``problem``; entries may still raise `Unreadable` where that shows only later.
    """
    try:
        body = _as_utf8_signature(unpacked(body))
        start = body[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
        if not start:
            return Found(problem="is empty")
        if start[:1] in b"{[":
            return Found(entries=read_json_feed(body, url, zone))
        root = _root(start)
        if root is None:
            if re.match(rb"https?://", start):
                return Found(entries=read_text_sitemap(body, url))
            return Found(problem="is neither a feed nor a sitemap")
        if root == "html":
            return Found(problem=_web_page(body, url))
        if DECLARES_ENTITIES.search(body):
            return Found(problem="declares XML entities, which no feed needs: not read, as it could be an attack")
        if root in SITEMAP_ROOTS:
            return read_sitemap(body, url, zone)
        if root not in FEED_ROOTS and b"<rss" not in body[:HEAD] and b"<feed" not in body[:HEAD]:
            return Found(problem=f"is XML, but neither a feed nor a sitemap (it starts with <{root}>)")
        return Found(entries=read_xml_feed(body, content_type, url, zone))
    except Unreadable as error:
        return Found(problem=str(error))


def read_listing(body: bytes, listing: Listing, url: str) -> Found:
    """Read the article links of a listing page."""
    tree = _tree(body)
    if tree is None:
        return Found(problem="is empty")
    found = compiled_selector(listing.links)(tree)
    elements = [e for e in found if isinstance(e, etree._Element)] if isinstance(found, list) else []
    return Found(entries=_links(elements, _base(tree, url)))


def feeds_of(body: bytes, url: str) -> tuple[str, ...]:
    """Give the feeds that a web page says it has (``<link rel="alternate">``)."""
    tree = _tree(body)
    if tree is None:
        return ()
    base = _base(tree, url)
    found = (
        absolute(base, str(link.get("href")))
        for link in tree.iter("link")
        if link.get("href")
        and "alternate" in str(link.get("rel", "")).lower().split()
        and str(link.get("type", "")).lower().strip() in FEED_TYPES[:3]
    )
    return tuple(dict.fromkeys(filter(None, found)))


def sources_of(body: bytes, url: str) -> tuple[str, ...]:
    """Give where a homepage says its articles are listed: its feeds but those of comments, and WordPress's posts."""
    feeds = [feed for feed in feeds_of(body, url) if not COMMENTS.search(feed)]
    tree = _tree(body)
    for link in tree.iter("link") if tree is not None else ():
        root = str(link.get("href") or "").strip() if str(link.get("rel", "")).strip() == WORDPRESS else ""
        if root and (api := absolute(_base(tree, url), root.rstrip("/"))):
            feeds.append(f"{api}/wp/v2/posts{'&' if '?' in api else '?'}page={{page}}")
    return tuple(f for f in dict.fromkeys(feeds) if f.startswith(("http://", "https://")))[:SOURCES_AT_MOST]


def _links(elements: list[etree._Element], base: str) -> Iterator[Entry]:
    seen: set[str] = set()
    for element in elements:
        link = element if element.get("href") else next((a for a in element.iter("a") if a.get("href")), None)
        if link is None:
            continue
        url = absolute(base, str(link.get("href")))
        if url is not None and url not in seen and url.startswith(("http://", "https://")):
            seen.add(url)
            text = " ".join(" ".join(map(str, link.itertext())).split())
            yield Entry(url=url, headline=text[:500] or None)


def _root(start: bytes) -> str | None:
    """Local name of a document's first element, in lower case; None if it is no markup."""
    if start[:1] != b"<":
        return None
    rest = re.sub(rb"<!--.*?-->|<\?.*?\?>", b"", start, flags=re.DOTALL)
    if re.match(rb"\s*<!doctype\s+html", rest, re.IGNORECASE):
        return "html"
    rest = re.sub(rb"<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?[^>]*>", b"", rest, flags=re.IGNORECASE)
    match = ROOT.search(rest)
    name = match[1].decode().lower() if match else ""
    return "html" if name in ("html", "head", "body", "div", "script", "meta", "title") else name


def _as_utf8_signature(body: bytes) -> bytes:
    """UTF-16 as UTF-8, so that what a document is can be told from its first bytes."""
    for mark, name in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if body.startswith(mark):
            text = body.decode(name, "replace")
            return re.sub(r"(<\?xml[^>]*?)\s+encoding=[\"'][^\"']*[\"']", r"\1", text, count=1).encode()
    return body


def _web_page(body: bytes, url: str) -> str:
    feeds = feeds_of(body, url)
    advice = f"the page itself names {feeds[0]}" if feeds else "correct the address in the site file"
    return f"answers with a web page, not a feed or sitemap: {advice}"


def _tree(body: bytes) -> html.HtmlElement | None:
    if not body.strip():
        return None
    try:
        return html.document_fromstring(body, parser=html.HTMLParser(huge_tree=False, no_network=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _base(tree: html.HtmlElement, url: str) -> str:
    base = next((str(b.get("href")) for b in tree.iter("base") if b.get("href")), "")
    return absolute(url, base) or url


__all__ = ["Child", "Entry", "Found", "Unreadable", "feeds_of", "read_listing", "read_source", "sources_of"]
