"""Pieces that the publications' pages are put together from."""

import html
import json
import struct
import zlib
from datetime import UTC, datetime
from email.utils import format_datetime
from itertools import groupby

from demo.prose import Block

# A leaflet of one empty page.
PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF
"""


def text(value: str) -> str:
    """Escape a text for HTML or XML."""
    return html.escape(value, quote=False)


def attribute(value: str) -> str:
    """Escape an attribute's value."""
    return html.escape(value, quote=True)


def cdata(value: str) -> str:
    """Wrap markup for XML that shall not be parsed."""
    return "<![CDATA[" + value.replace("]]>", "]]]]><![CDATA[>") + "]]>"


def ld_json(value: object) -> str:
    """Make a JSON-LD script element; no text in it can end it early."""
    encoded = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    return f'<script type="application/ld+json">{encoded}</script>'


def parts(blocks: tuple[Block, ...], link: tuple[str, str] | None = None) -> list[str]:
    """Give the body's elements one by one; the first mention of ``link``'s words is linked to its address."""
    elements = []
    for kind, group in groupby(blocks, key=lambda block: block[0]):
        texts = [text(value) for _, value in group]
        if kind == "list_item":
            elements.append("<ul>" + "".join(f"<li>{value}</li>" for value in texts) + "</ul>")
        elif kind == "quote":
            elements += [f"<blockquote><p>{value}</p></blockquote>" for value in texts]
        else:
            tag = "h3" if kind == "heading" else "p"
            elements += [f"<{tag}>{value}</{tag}>" for value in texts]
    if link:
        words, address = text(link[0]), attribute(link[1])
        for number, element in enumerate(elements):
            if element.startswith("<p>") and words in element:
                elements[number] = element.replace(words, f'<a href="{address}">{words}</a>', 1)
                break
    return elements


def rfc822(at: datetime) -> str:
    """``Wed, 25 Feb 2026 05:01:00 +0000``."""
    return format_datetime(at)


def iso(at: datetime) -> str:
    """``2026-02-25T05:01:00+00:00``."""
    return at.isoformat(timespec="seconds")


def iso_z(at: datetime) -> str:
    """``2026-02-25T05:01:00.000Z``."""
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.000Z"


def slug(title: str) -> str:
    """Letters and digits in lower case, joined by hyphens."""
    plain = title.lower()
    for letters, plainer in (("àáâãåä", "a"), ("èéêë", "e"), ("ìíîï", "i"), ("òóôõöø", "o"), ("ùúûü", "u"), ("ñ", "n")):
        plain = "".join(plainer if letter in letters else letter for letter in plain)
    plain = plain.replace("ß", "ss").replace("\N{RIGHT SINGLE QUOTATION MARK}", "").replace("'", "")
    words = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in plain).split()
    return "-".join(words[:12])


def picture(number: int) -> bytes:
    """Draw a PNG of the sea under a sky, the hour by the picture's number."""
    width, height = 96, 54
    shade = number * 37 % 90
    rows = b"".join(
        b"\0"
        + bytes((70 + shade, 110 + shade + y // 2, 170 + y) if y < height * 2 // 3 else (25, 60 + shade // 2, 90))
        * width
        for y in range(height)
    )
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows, 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )
