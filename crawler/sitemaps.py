"""Sitemaps and sitemap indexes to entries, element by element: memory stays flat over 50,000 of them."""

import zlib
from collections.abc import Iterator
from datetime import UTC, tzinfo
from io import BytesIO
from itertools import chain

from lxml import etree

from crawler.entry import Child, Entry, Found, Unreadable, moment
from extract.urls import absolute

# The protocol's own limits (sitemaps.org): 50,000 addresses and 50 MB in one file.
URLS_AT_MOST = 50_000
BYTES_AT_MOST = 52 << 20
GZIP_TWICE = 2


def unpacked(body: bytes) -> bytes:
    """Undo the gzip of a ``.xml.gz``, packed twice or not, up to the protocol's limit. Raises `Unreadable`."""
    for _ in range(GZIP_TWICE):
        if body[:2] != b"\x1f\x8b":
            break
        decoder = zlib.decompressobj(zlib.MAX_WBITS + 16)
        try:
            body = decoder.decompress(body, BYTES_AT_MOST + 1)
        except zlib.error:
            body = b""
        if not body and not decoder.eof:
            raise Unreadable("is a gzip file that cannot be unpacked")
        if len(body) > BYTES_AT_MOST:
            raise Unreadable("unpacks to more than 50 MB, more than a sitemap may be")
    return body


def read_sitemap(body: bytes, url: str, zone: tzinfo = UTC) -> Found:
    """Read a sitemap, a news sitemap or a sitemap index. Raises `Unreadable` if it is none."""
    elements = _elements(body)
    first = next(elements, None)
    if first is None:
        return Found()
    elements = chain([first], elements)
    if _name(first) == "sitemap":
        return Found(children=_children(elements, url, zone))
    return Found(entries=_entries(elements, url, zone))


def read_text_sitemap(body: bytes, url: str) -> Iterator[Entry]:
    """Give the entries of a sitemap that is a list of addresses, one a line."""
    for line in body.decode("utf-8", "replace").lstrip("\ufeff").split("\n", URLS_AT_MOST)[:URLS_AT_MOST]:
        if line.strip().startswith(("http://", "https://")):
            yield Entry(url=line.strip())


def _elements(body: bytes) -> Iterator[etree._Element]:
    """Each ``url`` and ``sitemap`` element in turn, whatever its namespace; forgotten once the next is asked for."""
    events = etree.iterparse(
        BytesIO(body),
        events=("end",),
        tag=("{*}url", "{*}sitemap"),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    count = 0
    try:
        for _, element in events:
            yield element
            count += 1
            element.clear()
            parent = element.getparent()
            while parent is not None and element.getprevious() is not None:
                del parent[0]
            if count >= URLS_AT_MOST:
                return
    except etree.XMLSyntaxError as error:
        if not count:
            raise Unreadable(f"is no readable XML ({' '.join(str(error).split())[:200]})") from None


def _entries(elements: Iterator[etree._Element], url: str, zone: tzinfo) -> Iterator[Entry]:
    for element in elements:
        if _name(element) != "url":
            continue
        said = _texts(element)
        if not said.get("loc") or (address := absolute(url, said["loc"])) is None:
            continue
        published, modified = said.get("publication_date"), said.get("lastmod")
        yield Entry(
            url=address,
            headline=said.get("news:title"),
            published=published,
            modified=modified,
            tags=tuple(t for part in said.get("keywords", "").split(",") if (t := part.strip())),
            said_at=moment(published or modified, zone),
        )


def _children(elements: Iterator[etree._Element], url: str, zone: tzinfo) -> Iterator[Child]:
    for element in elements:
        if _name(element) != "sitemap":
            continue
        said = _texts(element)
        if said.get("loc") and (address := absolute(url, said["loc"])) is not None:
            yield Child(url=address, said_at=moment(said.get("lastmod"), zone))


def _texts(element: etree._Element) -> dict[str, str]:
    """Text of what is inside, by local name; a title counts only inside ``news``, images and videos have titles too."""
    found: dict[str, str] = {}
    for part in element.iterdescendants():
        if not isinstance(part.tag, str):
            continue
        name, parent = _name(part), part.getparent()
        inside = _name(parent) if parent is not None else ""
        if name == "title":
            name = "news:title" if inside == "news" else ""
        elif name == "loc" and inside not in ("url", "sitemap"):
            name = ""
        if name and (text := " ".join((part.text or "").split())):
            found.setdefault(name, text)
    return found


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname
