"""One walk over a page: its text as leaves in reading order, each with its links and the regions it lies in."""

from itertools import islice
from typing import Final

from lxml import etree
from lxml.html import HtmlElement

from extract.container import innermost_around
from extract.element_roles import (
    BLOCK,
    BLOCKS,
    BOLD,
    CELL,
    CONTROLS,
    HEADINGS,
    HOLDER,
    ITEM,
    LINE_BREAK,
    LINK,
    NAMED,
    NOISE,
    PICTURE,
    QUOTE,
    REGION,
    ROLES,
    TELLING_TAGS,
    region_named,
)  # fmt: skip
from extract.leaves import Controls, Leaf, Region, prose_weight
from extract.line_breaks import paragraphs_of
from extract.wording import one_line

# Regions that are not even walked if nothing in them is as long as a paragraph.
_SKIPPED: Final = frozenset(("navigation", "footer", "consent", "form"))
_PARAGRAPH: Final = 150  # characters that no label or entry of a menu has
_SHORT_PARAGRAPH: Final = 60
_SEVERAL: Final = 3
_CONTROL_TEXT: Final = 400  # characters that no button or list of choices has


def strip_noise(root: HtmlElement) -> Controls:
    """Take out of the tree what is never text; give the elements in which buttons and fields stood."""
    fields, choices = set(), set()
    for element in root.iter("input", "textarea", "button", "select"):
        if (parent := element.getparent()) is not None:
            fields.add(parent)
            if element.get("type", "").lower() == "radio":
                choices.add(next((a for a in element.iterancestors() if a.tag in BLOCKS), parent))
    etree.strip_elements(root, *NOISE, with_tail=False)
    for element in list(root.iter(*CONTROLS)):
        if element is not root:
            element.tag = _GONE if sum(map(len, element.itertext())) <= _CONTROL_TEXT else _OPENED
    # Not by drop_tree: it sets texts, and a page may hold characters that no text may be set to.
    etree.strip_elements(root, _GONE, with_tail=False)
    etree.strip_tags(root, _OPENED)
    return Controls(frozenset(fields), frozenset(choices))


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


def _text_in(region: HtmlElement) -> HtmlElement | None:
    """What shows that a region holds text: a page's title, anything as long as a paragraph, or several short ones.

    Content systems wrap whole pages in one form, or in an element that they call a menu's.
    """
    if (title := next(region.iter("h1"), None)) is not None:
        return title
    longest = max(map(len, region.itertext()), default=0)
    for element in region.iter() if longest > _PARAGRAPH else ():
        if len(element.text or "") > _PARAGRAPH:
            return element
        if element is not region and len(element.tail or "") > _PARAGRAPH:
            return element.getparent()
    short = (p for p in region.iter("p") if len("".join(p.itertext())) > _SHORT_PARAGRAPH)
    several = list(islice(short, _SEVERAL))
    return innermost_around(several) if len(several) == _SEVERAL else None


_GONE, _OPENED = "gone", "opened"
_PARTS: Final = ("p", "div", "h1", "h2", "h3", "h4", "ul", "ol", "table", "section")


class _Walk:
    """The state of one walk: the elements it is in, and the run of text since the last block boundary."""

    def __init__(self) -> None:
        self.leaves: list[Leaf] = []
        self.regions: list[Region] = []
        self.blocks: list[HtmlElement] = []
        self.items: list[HtmlElement] = []
        self.quotes: list[HtmlElement] = []
        self.cells: list[HtmlElement] = []
        self.parts: list[str] = []
        self.links: list[HtmlElement] = []
        self.link_parts: list[str] = []
        self.bold = 0
        self.pictured = False
        self.holders: set[HtmlElement] = set()

    def run(self, root: HtmlElement) -> tuple[list[Leaf], list[Region]]:
        blocks, parts = self.blocks, self.parts
        inside = {ITEM: self.items, QUOTE: self.quotes, CELL: self.cells}
        region: Region | None = None
        links: list[HtmlElement] = []
        bold = 0
        roles: list[int] = []
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                role = self.role_of(element)
                roles.append(role)
                text = element.text
                if role & BLOCK:
                    if parts:
                        self.flush(region)
                    blocks.append(element)
                    if role & REGION:
                        region = Region(*self.named, element, region)
                        self.regions.append(region)
                        if region.kind in _SKIPPED and element is not root and not self.holds_text(element):
                            walk.skip_subtree()
                            continue
                    if role & HOLDER:
                        inside[role & HOLDER].append(element)
                elif role & LINK:
                    links.append(element)
                elif role & BOLD:
                    bold += 1
                elif role & LINE_BREAK:
                    parts.append("\n")
                elif role & PICTURE:
                    self.pictured = True
            else:
                role = roles.pop()
                text = element.tail
                if role & BLOCK:
                    if parts:
                        self.flush(region)
                    blocks.pop()
                    if role & REGION and region is not None:
                        region = region.parent
                    if role & HOLDER and (held := inside[role & HOLDER]) and held[-1] is element:
                        held.pop()
                elif role & LINK:
                    links.pop()
                elif role & BOLD:
                    bold -= 1
                if element is root:
                    break
            if text and (parts or not text.isspace()):
                parts.append(text.replace("\n", " ") if "\n" in text else text)
                if bold:
                    self.bold += len(text.strip())
                if links and (stripped := text.strip()):
                    self.link_parts.append(stripped)
                    if not self.links or self.links[-1] is not links[-1]:
                        self.links.append(links[-1])
        for region in reversed(self.regions):  # inner ones come after those around them
            region.add_to_parent()
        return self.leaves, self.regions

    def holds_text(self, region: HtmlElement) -> bool:
        """Whether a region is worth walking; what was found in one speaks for the regions within it, too."""
        if region not in self.holders:
            found = _text_in(region)
            if found is None:
                return False
            self.holders.update((found, *found.iterancestors()))
        return True

    def role_of(self, element: HtmlElement) -> int:
        """What an element is to the walk; `named` tells the region that it opens."""
        tag = element.tag
        role = ROLES.get(tag)
        if role is None:
            role = BLOCK | NAMED if "-" in tag else 0
        if role & NAMED:
            attributes = element.items()
            named = region_named(tag, attributes) if attributes or tag in TELLING_TAGS else None
            # Within a line a name says nothing, unless that it is not to be seen.
            if named and (role & BLOCK or named[0] == "hidden" or not any(map(str.strip, self.parts))):
                self.named = named
                return role | BLOCK | REGION
        return role

    def flush(self, region: Region | None) -> None:
        """End the run of text: make leaves of it."""
        joined = "".join(self.parts)
        links, link_texts, bold = self.links, self.link_parts, self.bold
        self.links, self.link_parts, self.bold = [], [], 0
        self.parts.clear()
        blocks = self.blocks
        if not blocks or joined.isspace():
            return
        element = blocks[-1]
        heading = element.tag in HEADINGS or (len(blocks) > 1 and blocks[-2].tag in HEADINGS)
        pieces = paragraphs_of(joined, element.tag == "p") if "\n" in joined and not heading else [one_line(joined)]
        for piece in pieces:
            if not piece:
                continue
            mine = links
            if len(pieces) > 1 and links:
                mine = [a for a in links if (t := one_line("".join(a.itertext()))) and t in piece]
                link_chars = sum(len(t) for t in link_texts if one_line(t) in piece)
            else:
                link_chars = sum(map(len, link_texts))
            leaf = Leaf(
                element,
                piece,
                min(link_chars, len(piece)),
                mine,
                min(bold, len(piece)),
                region,
                self.items[-1] if self.items else None,
                self.quotes[-1] if self.quotes else None,
                self.cells[-1] if self.cells else None,
                heading,
                parts=len(pieces),
                pictured=self.pictured,
            )
            self.pictured = False
            leaf.weight = prose_weight(leaf)
            self.leaves.append(leaf)
            if region is not None:
                region.add(leaf)
