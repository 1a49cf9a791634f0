"""Feeds to entries: RSS, Atom, JSON Feed, and the posts of a WordPress REST address."""

import html
import json
import re
from calendar import timegm
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, tzinfo
from itertools import islice
from typing import Any

import feedparser

from crawler.entry import Entry, Unreadable, moment
from extract.urls import absolute

ENTRIES_AT_MOST = 5_000
# While one is read nothing else is: the largest feeds in the wild have two megabytes and some 50,000 tags.
FEED_AT_MOST = 8 << 20
TAGS_AT_MOST = 200_000
SUMMARY_AT_MOST = 2_000
# What begins with single bytes is not in UTF-16, whatever it declares.
WRONG_UTF16 = re.compile(rb"\A(\s*<\?xml[^>]{0,100}?)\s+encoding=[\"']utf-?(?:16|32)\w*[\"']", re.IGNORECASE)
ITEM = re.compile(rb"<(?:\w{1,20}:)?(?:item|entry)[\s>]", re.IGNORECASE)
TAG = re.compile(r"<[^<>]{0,2000}>")  # no `<` inside: thousands of them would each be followed to the bound


def read_xml_feed(body: bytes, content_type: str, url: str, zone: tzinfo = UTC) -> Iterator[Entry]:
    """Give the entries of an RSS or Atom feed, however badly it is formed. Raises `Unreadable` if it is none."""
    if len(body) > FEED_AT_MOST:
        raise Unreadable("is larger than 8 MB, more than a feed may be")
    headers = {"content-location": url} | ({"content-type": content_type} if content_type else {})
    body = WRONG_UTF16.sub(rb"\1", body, count=1)
    # Cut off rather than thrown away when it is read: reading is what takes long.
    if (beyond := next(islice(ITEM.finditer(body), ENTRIES_AT_MOST, None), None)) is not None:
        body = body[: beyond.start()]
    if body.count(b"<") > TAGS_AT_MOST:
        raise Unreadable("holds more tags than a feed may have")
    # Its own sanitising and link rewriting cost far more than the reading, and no markup is kept.
    parsed = feedparser.parse(body, response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    if not parsed.version and not parsed.entries:
        why = str(parsed.get("bozo_exception") or "no feed known to us")
        raise Unreadable(f"is no readable feed ({' '.join(why.split())[:200]})")
    base = absolute(url, str(parsed.feed.get("link") or "")) or url
    for item in parsed.entries[:ENTRIES_AT_MOST]:
        link = item.get("feedburner_origlink") or _link(item)
        if not link or (address := absolute(base, str(link))) is None:
            continue
        # Past feedparser's own `get`, which warns and gives the one date where the other is missing.
        published, modified = dict.get(item, "published"), dict.get(item, "updated")
        yield Entry(
            url=address,
            headline=_plain(item.get("title")),
            published=published or None,
            modified=modified if modified and modified != published else None,
            authors=tuple(_authors(item)),
            tags=tuple(t for tag in item.get("tags") or () if (t := _plain(tag.get("term") or tag.get("label")))),
            summary=_plain(item.get("summary"), SUMMARY_AT_MOST),
            said_at=moment(published or modified, zone) or _tuple_moment(item),
        )


def read_json_feed(body: bytes, url: str, zone: tzinfo = UTC) -> Iterator[Entry]:
    """Give the entries of a JSON Feed (1.0, 1.1) or a list of WordPress posts. Raises `Unreadable` if it is neither."""
    try:
        document = json.loads(body)
    except (ValueError, RecursionError):
        raise Unreadable("is no readable JSON") from None
    if isinstance(document, list):
        yield from _wordpress_posts(document, zone)
        return
    items = document.get("items") if isinstance(document, dict) else None
    if not isinstance(items, list):
        raise Unreadable("is JSON, but neither a JSON Feed nor a list of WordPress posts")
    for item in items[:ENTRIES_AT_MOST]:
        link = (item.get("url") or item.get("external_url") or item.get("id")) if isinstance(item, dict) else None
        if not isinstance(link, str) or (address := absolute(url, link)) is None:
            continue
        published, modified = _text(item.get("date_published")), _text(item.get("date_modified"))
        authors = item.get("authors") if isinstance(item.get("authors"), list) else [item.get("author")]
        yield Entry(
            url=address,
            headline=_plain(item.get("title")),
            published=published,
            modified=modified if modified != published else None,
            authors=tuple(n for a in authors or () if isinstance(a, dict) and (n := _plain(a.get("name")))),
            tags=tuple(t for tag in _list(item.get("tags")) if (t := _plain(tag))),
            summary=_plain(item.get("summary"), SUMMARY_AT_MOST),
            said_at=moment(published or modified, zone),
        )


def _wordpress_posts(posts: list[Any], zone: tzinfo) -> Iterator[Entry]:
    """Entries of ``/wp-json/wp/v2/posts`` (the WordPress REST API handbook's post schema)."""
    for post in posts[:ENTRIES_AT_MOST]:
        if not isinstance(post, dict) or not isinstance(link := post.get("link"), str):
            raise Unreadable("is a JSON list, but not of WordPress posts")
        published = _utc(post.get("date_gmt")) or _text(post.get("date"))
        modified = _utc(post.get("modified_gmt")) or _text(post.get("modified"))
        yield Entry(
            url=link,
            headline=_plain(_rendered(post.get("title"))),
            published=published,
            modified=modified if modified != published else None,
            summary=_plain(_rendered(post.get("excerpt")), SUMMARY_AT_MOST),
            said_at=moment(published, zone),
        )


def _authors(item: Mapping[str, Any]) -> Iterator[str]:
    named = [a.get("name") for a in item.get("authors") or () if isinstance(a, Mapping)] or [item.get("author")]
    for name in named:
        if plain := _plain(name):
            yield plain


def _link(item: Mapping[str, Any]) -> str | None:
    """The link, for which feedparser lets a guid stand in; one that is said to be no link may still be an address."""
    guid = str(item.get("id") or "")
    return item.get("link") or (guid if guid.startswith(("http://", "https://")) else None)


def _tuple_moment(item: dict[str, Any]) -> datetime | None:
    """What feedparser makes of dates that only it can read; always UTC."""
    parsed = dict.get(item, "published_parsed") or dict.get(item, "updated_parsed")
    try:
        return datetime.fromtimestamp(timegm(parsed), UTC) if parsed else None
    except (ValueError, TypeError, OverflowError, OSError):
        return None


def _plain(value: object, at_most: int = 500) -> str | None:
    """Text without markup and entities, on one line."""
    if not isinstance(value, str):
        return None
    text = " ".join(html.unescape(TAG.sub(" ", value[: at_most * 10])).split())
    return text[:at_most] or None


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _utc(value: object) -> str | None:
    return f"{value}Z" if isinstance(value, str) and value and not value.endswith("Z") else _text(value)


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _rendered(value: object) -> object:
    return value.get("rendered") if isinstance(value, dict) else value
