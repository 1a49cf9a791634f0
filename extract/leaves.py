"""One walk over a page: its text as leaves in reading order, each with its links and the regions it lies in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from lxml import etree
from lxml.html import HtmlElement

from extract.tokens import kind_of
from extract.wording import one_line

BLOCKS: Final = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "amp-ad",
        "amp-embed",
        "amp-social-share",
        "amp-sidebar",
        "amp-accordion",
        "amp-carousel",
    ]
)
HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# Never text of an article, whatever they hold.
_NOISE: Final = [
    "script",
    "style",
    "noscript",
    "template",
    "iframe",
    "object",
    "embed",
    "video",
    "audio",
    "canvas",
    "map",
    "textarea",
    "input",
    "datalist",
    "meter",
    "progress",
    "head",
    "link",
    "meta",
    "amp-ad",
    "amp-analytics",
    "amp-consent",
    "source",
    "track",
]
# Never text either, but often left unclosed: one that holds much is a mistake of the page, and only its tag goes.
_CONTROLS: Final = ("button", "select", "svg")
_CONTROL_TEXT = 400
_REGION_TAGS: Final = {
    "nav": "navigation", "footer": "footer", "aside": "aside", "figure": "caption", "figcaption": "caption", "form": "form",
    "dialog": "modal", "amp-sidebar": "navigation", "amp-social-share": "share", "menu": "navigation",
}  # fmt: skip
_REGION_ROLES: Final = {
    "navigation": "navigation", "banner": "header", "contentinfo": "footer", "complementary": "aside", "search": "form",
    "dialog": "modal", "alertdialog": "modal", "menu": "navigation", "menubar": "navigation", "tablist": "navigation",
    "toolbar": "share", "doc-toc": "navigation",
}  # fmt: skip
# Regions that are not even walked if nothing in them is as long as a paragraph.
_SKIPPED: Final = frozenset(("navigation", "footer", "consent", "form"))
_HOLDS_TEXT: Final = etree.XPath(
    "boolean(.//*[self::p or self::div or self::li or self::td or self::section or self::span][text()[string-length(.) > 150]] | .//h1)",
    smart_strings=False,
)
_TELLING: Final = frozenset(
    (
        "hidden",
        "itemprop",
        "role",
        "style",
        "data-testid",
        "data-component",
        "data-module",
        "data-block",
        "data-type",
        "data-component-type",
        "data-widget",
    )
)
_HIDDEN_STYLE: Final = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
# Inline elements that may carry a region of their own; a class on <a> or <em> says nothing about the text around it.
_INLINE_REGIONS: Final = frozenset(("span", "small", "label", "time", "cite", "font"))
_EMPHASIS: Final = frozenset(("b", "strong", "em", "i"))
# What an element is to the walk.
_BLOCK, _NAMED, _ITEM, _QUOTE, _CELL, _LINK, _BOLD, _LINE_BREAK, _REGION, _PICTURE = (1 << n for n in range(10))
_ROLES: Final[dict[str, int]] = {
    **dict.fromkeys(_INLINE_REGIONS, _NAMED),
    **dict.fromkeys(_EMPHASIS, _BOLD),
    **dict.fromkeys(BLOCKS, _BLOCK | _NAMED),
    "li": _BLOCK | _NAMED | _ITEM,
    "blockquote": _BLOCK | _NAMED | _QUOTE,
    "td": _BLOCK | _NAMED | _CELL,
    "th": _BLOCK | _NAMED | _CELL,
    "a": _LINK,
    "br": _LINE_BREAK,
    "img": _PICTURE,
    "amp-img": _PICTURE,
    "picture": _PICTURE,
}
_BREAK: Final = re.compile(r"[ \t\r\f\v]*\n[ \t\r\f\v]*")
SENTENCE_END: Final = re.compile(r"""[.!?…。！？।۔؟:;]["'”’»›)\]]*\d{0,2}$""")
_WIDE: Final = re.compile(r"[぀-ヿ㐀-鿿가-힯฀-๿]")


@dataclass(slots=True, eq=False)
class Region:
    """An element whose tag, role or name says what it is for."""

    kind: str
    element: HtmlElement
    parent: "Region | None"
    name: str
    """What said so: a class or id, or the tag."""
    chars: int = 0
    link_chars: int = 0
    weight: int = 0
    leaves: int = 0
    prose: int = 0


@dataclass(slots=True, eq=False)
class Leaf:
    """A run of text between two block boundaries."""

    element: HtmlElement
    """The nearest block element."""
    text: str
    link_chars: int
    links: list[HtmlElement]
    emphasised: int
    """Characters in bold or italics."""
    region: Region | None
    item: HtmlElement | None
    """The list item it lies in."""
    quote: HtmlElement | None
    cell: HtmlElement | None
    """The cell of a table of data it lies in."""
    heading: bool
    weight: int = 0
    """How much prose it is: its length if it reads as prose, else nothing."""
    rule: str = ""
    """The rule that dropped it."""
    pictured: bool = False
    """A picture stands between it and the leaf before."""
    parts: int = field(default=1)

    @property
    def link_share(self) -> float:
        return self.link_chars / len(self.text) if self.text else 0.0


def strip_noise(root: HtmlElement) -> frozenset[HtmlElement]:
    """Take out of the tree what is never text; give the elements in which buttons and fields stood."""
    controls = {p for e in root.iter("input", "textarea", "button", "select") if (p := e.getparent()) is not None}
    etree.strip_elements(root, *_NOISE, with_tail=False)
    for element in list(root.iter(*_CONTROLS)):
        if element.getparent() is None:
            continue
        if sum(map(len, element.itertext())) <= _CONTROL_TEXT:
            element.drop_tree()
        else:
            element.drop_tag()
    return frozenset(controls)


def read_leaves(root: HtmlElement) -> tuple[list[Leaf], list[Region]]:
    """Walk a tree once; give its leaves in reading order and the regions with what they hold."""
    leaves, regions = _Walk().run(root)
    data: dict[HtmlElement, bool] = {}
    for leaf in leaves:
        if leaf.cell is not None and not (
            data[leaf.cell] if leaf.cell in data else data.setdefault(leaf.cell, _is_data(leaf.cell))
        ):
            leaf.cell = None
    return leaves, regions


def _is_data(cell: HtmlElement) -> bool:
    """Whether a cell belongs to a table of data rather than to a layout made of tables."""
    row = cell.getparent()
    return row is not None and len(row) > 1 and len("".join(cell.itertext())) < 600


class _Walk:
    """The state of one walk."""

    def __init__(self) -> None:
        self.leaves: list[Leaf] = []
        self.regions: list[Region] = []
        self.parts: list[str] = []
        self.links: list[HtmlElement] = []
        self.link_parts: list[str] = []
        self.bold = 0
        self.pictured = False

    def run(self, root: HtmlElement) -> tuple[list[Leaf], list[Region]]:
        blocks: list[HtmlElement] = []
        region: Region | None = None
        items: list[HtmlElement] = []
        quotes: list[HtmlElement] = []
        cells: list[HtmlElement] = []
        links: list[HtmlElement] = []
        bold = 0
        parts = self.parts
        element, children, opened = root, iter((root,)), 0
        stack: list[tuple[HtmlElement, Iterator[HtmlElement], int]] = []
        while True:
            child = next(children, None)
            if child is not None:
                tag = child.tag
                role = _ROLES.get(tag)
                if role is None:
                    role = _BLOCK | _NAMED if "-" in tag else 0
                if role == _LINE_BREAK:
                    parts.append("\n")
                else:
                    kind = ""
                    if (
                        role & _NAMED
                        and (named := _names(child, tag))
                        and (role & _BLOCK or named[0] == "hidden" or not any(map(str.strip, parts)))
                    ):
                        kind, name = named
                        role |= _BLOCK
                    if role & _BLOCK:
                        if parts:
                            self.flush(blocks, region, items, quotes, cells)
                            parts = self.parts
                        blocks.append(child)
                        if kind:
                            region = Region(kind, child, region, name)
                            self.regions.append(region)
                            role |= _REGION
                        if role & _ITEM:
                            items.append(child)
                        elif role & _QUOTE:
                            quotes.append(child)
                        elif role & _CELL:
                            cells.append(child)
                    elif role & _LINK:
                        links.append(child)
                    elif role & _PICTURE:
                        self.pictured = True
                    elif role & _BOLD:
                        bold += 1
                    if not (kind in _SKIPPED and child is not root and not _HOLDS_TEXT(child)):
                        if (text := child.text) and (parts or not text.isspace()):
                            self.add(text, links, bold)
                        if len(child):
                            stack.append((element, children, opened))
                            element, children, opened = child, iter(child), role
                            continue
                ended = child
            else:
                if not stack:
                    return self.leaves, self.regions
                ended, role = element, opened
                element, children, opened = stack.pop()
            if role & _BLOCK:
                if parts:
                    self.flush(blocks, region, items, quotes, cells)
                    parts = self.parts
                blocks.pop()
                if role & _REGION and region is not None:
                    region = region.parent
                if role & _ITEM:
                    items.pop()
                elif role & _QUOTE:
                    quotes.pop()
                elif role & _CELL:
                    cells.pop()
            elif role & _LINK:
                links.pop()
            elif role & _BOLD:
                bold -= 1
            if (tail := ended.tail) and ended is not root and (parts or not tail.isspace()):
                self.add(tail, links, bold)

    def add(self, text: str, links: list[HtmlElement], bold: int) -> None:
        self.parts.append(text.replace("\n", " ") if "\n" in text else text)
        if links and (stripped := text.strip()):
            self.link_parts.append(stripped)
            if not self.links or self.links[-1] is not links[-1]:
                self.links.append(links[-1])
        if bold:
            self.bold += len(text.strip())

    def flush(
        self,
        blocks: list[HtmlElement],
        region: Region | None,
        items: list[HtmlElement],
        quotes: list[HtmlElement],
        cells: list[HtmlElement],
    ) -> None:
        joined = "".join(self.parts)
        links, link_chars, bold = self.links, sum(map(len, self.link_parts)), self.bold
        link_texts = self.link_parts
        self.parts, self.links, self.link_parts, self.bold = [], [], [], 0
        if joined.isspace() or not blocks:
            return
        element = blocks[-1]
        heading = element.tag in HEADINGS or (len(blocks) > 1 and blocks[-2].tag in HEADINGS)
        pieces = _paragraphs(joined, element.tag == "p") if "\n" in joined and not heading else [one_line(joined)]
        for piece in pieces:
            if not piece:
                continue
            if len(pieces) == 1:
                mine, linked = links, link_chars
            else:
                mine = [a for a in links if (t := one_line("".join(a.itertext()))) and t in piece]
                linked = sum(len(t) for t in link_texts if one_line(t) in piece)
            leaf = Leaf(
                element,
                piece,
                min(linked, len(piece)),
                mine,
                min(bold, len(piece)),
                region,
                items[-1] if items else None,
                quotes[-1] if quotes else None,
                cells[-1] if cells else None,
                heading,
                parts=len(pieces),
                pictured=self.pictured,
            )
            self.pictured = False
            leaf.weight = prose_weight(leaf)
            self.leaves.append(leaf)
            above = region
            while above is not None:
                above.chars += len(piece)
                above.link_chars += leaf.link_chars
                above.weight += leaf.weight
                above.leaves += 1
                above.prose += leaf.weight > 0
                above = above.parent


def prose_weight(leaf: Leaf) -> int:
    """Length of a leaf that reads as prose: long enough, a sentence, mostly not link; else 0."""
    text = leaf.text
    size = len(text) * (3 if not text.isascii() and _WIDE.search(text) else 1)
    if size < 50 or leaf.heading or leaf.link_chars > 0.5 * len(text):
        return 0
    if size < 140 and not SENTENCE_END.search(text):
        return 0
    return min(size, 1500)


def _paragraphs(text: str, one: bool) -> list[str]:
    """Split a run at empty lines (two line breaks), and at single ones where each line is a paragraph by itself."""
    lines = [one_line(line) for line in _BREAK.split(text)]
    # A line that goes on in the middle of a sentence: broken to be short, not to part anything.
    goes_on = any(line and above and line[0].islower() for above, line in pairwise(lines))
    full = [line for line in lines if line]
    if len(full) < 2:
        return full
    if all(len(line) >= 80 and SENTENCE_END.search(line) for line in full[:-1]) and len(full[-1]) > 40:
        return full
    if not goes_on and all(len(line) < 140 and not (len(line) > 60 and SENTENCE_END.search(line)) for line in full):
        return full
    if (
        not one
        and not goes_on
        and sum(40 < len(line) < 110 and not SENTENCE_END.search(line) for line in full) < 0.5 * len(full)
    ):
        return full
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line:
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    return [" ".join(p) for p in paragraphs if p]


def _names(element: HtmlElement, tag: str) -> tuple[str, str] | None:
    """The kind of region an element opens, and what says so."""
    if tag == "body":  # its names are about the page: what it can do, what it has open
        return None
    named = identity = ""
    telling: list[tuple[str, str]] = []
    for key, value in element.items():
        if key == "class":
            named = value
        elif key == "id":
            identity = value
        elif key in _TELLING:
            telling.append((key, value))
    if named or identity:
        names = f"{named} {identity}" if named and identity else named or identity
        if (kind := kind_of(names)) and (kind != "body" or tag not in _REGION_TAGS):
            return kind, _first_name(names)
    for key, value in telling:
        if found := _told(key, value):
            return found
    if kind := _REGION_TAGS.get(tag, ""):
        return kind, tag
    return None


def _told(key: str, value: str) -> tuple[str, str] | None:
    """What an attribute other than class and id says an element is for."""
    if key == "hidden":
        return None if value == "until-found" else ("hidden", "hidden")
    if key == "itemprop":
        return ("body", "articleBody") if value == "articleBody" else None
    if key == "role":
        return (_REGION_ROLES[value], f"[role={value}]") if value in _REGION_ROLES else None
    if key == "style":
        return ("hidden", "display:none") if "n" in value and _HIDDEN_STYLE.search(value) else None
    kind = kind_of(value)
    return (kind, f"[{key}={value[:40]}]") if kind and kind != "body" else None


def _first_name(names: str) -> str:
    """The one of several names that gave the kind."""
    return next((f".{name}" for name in names.split() if kind_of(name)), f".{names.split()[0]}")
