"""Feeds and sitemaps."""

import gzip
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from demo.markup import attribute, cdata, iso, rfc822, text

RSS_NAMESPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:atom="http://www.w3.org/2005/Atom"'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of a feed, as far as the feed says anything of it."""

    url: str
    title: str
    published: str | None
    guid: str | None = None
    summary: str = ""
    modified: datetime | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    content: str | None = None


def rss(title: str, url: str, feed_url: str, items: Iterable[Item], built: datetime) -> bytes:
    """Write an RSS 2.0 feed."""
    entries = "\n".join(map(_rss_item, items))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" {RSS_NAMESPACES}>
<channel>
<title>{text(title)}</title>
<link>{text(url)}</link>
<description>{text(title)}: news of defence</description>
<atom:link href="{text(feed_url)}" rel="self" type="application/rss+xml"/>
<lastBuildDate>{rfc822(built)}</lastBuildDate>
<language>en</language>
{entries}
</channel>
</rss>
""".encode()


def _rss_item(item: Item) -> str:
    fields = [f"<title>{text(item.title)}</title>", f"<link>{text(item.url)}</link>"]
    fields += [f"<dc:creator>{cdata(author)}</dc:creator>" for author in item.authors]
    if item.published:
        fields.append(f"<pubDate>{item.published}</pubDate>")
    if item.modified:
        fields.append(f"<atom:updated>{iso(item.modified)}</atom:updated>")
    fields += [f"<category>{cdata(tag)}</category>" for tag in item.tags]
    permanent = "true" if item.guid is None else "false"
    fields.append(f'<guid isPermaLink="{permanent}">{text(item.guid or item.url)}</guid>')
    fields.append(f"<description>{text(item.summary)}</description>")
    if item.content:
        fields.append(f"<content:encoded>{cdata(item.content)}</content:encoded>")
    return "<item>" + "".join(fields) + "</item>"


@dataclass(frozen=True, slots=True, kw_only=True)
class AtomEntry:
    """One entry of an Atom feed."""

    url: str
    title: str
    published: datetime
    updated: datetime
    author: str
    summary: str


def atom(title: str, url: str, feed_url: str, entries: Iterable[AtomEntry], updated: datetime) -> bytes:
    """Write an Atom feed."""
    rows = "\n".join(
        f"<entry><id>{text(e.url)}</id><title>{text(e.title)}</title>"
        f'<link rel="alternate" type="text/html" href="{attribute(e.url)}"/>'
        f"<published>{iso(e.published)}</published><updated>{iso(e.updated)}</updated>"
        f"<author><name>{text(e.author)}</name></author><summary>{text(e.summary)}</summary></entry>"
        for e in entries
    )
    return f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>{text(url)}</id>
<title>{text(title)}</title>
<link href="{attribute(url)}"/>
<link rel="self" href="{attribute(feed_url)}"/>
<updated>{iso(updated)}</updated>
{rows}
</feed>
""".encode()


def sitemap(entries: Iterable[tuple[str, datetime | None]]) -> bytes:
    """Write a sitemap of addresses and the days they were last changed."""
    rows = "\n".join(
        f"<url><loc>{text(url)}</loc>" + (f"<lastmod>{iso(changed)}</lastmod>" if changed else "") + "</url>"
        for url, changed in entries
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{rows}
</urlset>
""".encode()


def sitemap_index(entries: Iterable[tuple[str, datetime]]) -> bytes:
    """Write a sitemap index."""
    rows = "\n".join(
        f"<sitemap><loc>{text(url)}</loc><lastmod>{iso(changed)}</lastmod></sitemap>" for url, changed in entries
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{rows}
</sitemapindex>
""".encode()


def news_sitemap(publication: str, entries: Iterable[tuple[str, str, datetime, datetime]]) -> bytes:
    """Write a Google news sitemap of addresses, titles, publication and change dates."""
    rows = "\n".join(
        f"<url><loc>{text(url)}</loc><lastmod>{iso(changed)}</lastmod><news:news><news:publication>"
        f"<news:name>{text(publication)}</news:name><news:language>en</news:language></news:publication>"
        f"<news:publication_date>{iso(published)}</news:publication_date>"
        f"<news:title>{text(title)}</news:title></news:news></url>"
        for url, title, published, changed in entries
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
{rows}
</urlset>
""".encode()


def gzipped(body: bytes) -> bytes:
    """Pack bytes the same way every time."""
    return gzip.compress(body, compresslevel=6, mtime=0)
