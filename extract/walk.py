"""One walk over a page: its text as leaves in reading order, each with its links and the regions it lies in."""

from collections.abc import Iterator
from typing import Final

from lxml import etree
from lxml.html import HtmlElement

from extract.element_roles import (
    BLOCK,
    BOLD,
    CELL,
    CONTROLS,
    HEADINGS,
    ITEM,
    LINE_BREAK,
    LINK,
    NAMED,
    NOISE,
    PICTURE,
    QUOTE,
    REGION,
    ROLES,
    region_named,
)  # fmt: skip
from extract.leaves import Leaf, Region, prose_weight
from extract.line_breaks import paragraphs_of
from extract.wording import one_line

# Regions that are not even walked if nothing in them is as long as a paragraph.
_SKIPPED: Final = frozenset(("navigation", "footer", "consent", "form"))
_HOLDS_TEXT: Final = etree.XPath(
    "boolean(.//*[self::p or self::div or self::li or self::td or self::section or self::span][text()[string-length(.) > 150]] | .//h1)",
    smart_strings=False,
)
_CONTROL_TEXT: Final = 400  # characters that no button or list of choices has


def strip_noise(root: HtmlElement) -> frozenset[HtmlElement]:
    """Take out of the tree what is never text; give the elements in which buttons and fields stood."""
    controls = {p for e in root.iter("input", "textarea", "button", "select") if (p := e.getparent()) is not None}
    etree.strip_elements(root, *NOISE, with_tail=False)
    for element in list(root.iter(*CONTROLS)):
        if element is not root:
            element.tag = _GONE if sum(map(len, element.itertext())) <= _CONTROL_TEXT else _OPENED
    # Not by drop_tree: it sets texts, and a page may hold characters that no text may be set to.
    etree.strip_elements(root, _GONE, with_tail=False)
    etree.strip_tags(root, _OPENED)
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
    if row is None or len(row) < 2 or len("".join(cell.itertext())) >= 600:
        return False
    return sum(1 for _ in cell.iter(*_PARTS)) < 3


_GONE, _OPENED = "gone", "opened"
_PARTS: Final = ("p", "div", "h1", "h2", "h3", "h4", "ul", "ol", "table", "section")


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
                role = ROLES.get(tag)
                if role is None:
                    role = BLOCK | NAMED if "-" in tag else 0
                if role == LINE_BREAK:
                    parts.append("\n")
                else:
                    kind = ""
                    if (
                        role & NAMED
                        and (named := region_named(child, tag))
                        and (role & BLOCK or named[0] == "hidden" or not any(map(str.strip, parts)))
                    ):
                        kind, name = named
                        role |= BLOCK
                    if role & BLOCK:
                        if parts:
                            self.flush(blocks, region, items, quotes, cells)
                            parts = self.parts
                        blocks.append(child)
                        if kind:
                            region = Region(kind, child, region, name)
                            self.regions.append(region)
                            role |= REGION
                        if role & ITEM:
                            items.append(child)
                        elif role & QUOTE:
                            quotes.append(child)
                        elif role & CELL:
                            cells.append(child)
                    elif role & LINK:
                        links.append(child)
                    elif role & PICTURE:
                        self.pictured = True
                    elif role & BOLD:
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
            if role & BLOCK:
                if parts:
                    self.flush(blocks, region, items, quotes, cells)
                    parts = self.parts
                blocks.pop()
                if role & REGION and region is not None:
                    region = region.parent
                if role & ITEM:
                    items.pop()
                elif role & QUOTE:
                    quotes.pop()
                elif role & CELL:
                    cells.pop()
            elif role & LINK:
                links.pop()
            elif role & BOLD:
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
        pieces = paragraphs_of(joined, element.tag == "p") if "\n" in joined and not heading else [one_line(joined)]
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
