"""The second reader: trafilatura on the same tree, asked when our own answer is weak."""

import trafilatura
from lxml import etree
from lxml.html import HtmlElement
from trafilatura.settings import Extractor, use_config

from extract.article import Block, BlockKind
from extract.wording import one_line

# Nothing that depends on earlier pages (dedup), on the clock (dates) or on the network; its slow comparison with other
# extractors stays off: the first reader is the comparison.
_OPTIONS = Extractor(
    config=use_config(), fast=True, comments=False, formatting=False, links=False, tables=True, dedup=False
)
_CELL = 600  # characters from which on a cell holds a page's column, not a value
_KINDS: dict[str, BlockKind] = {
    "p": "paragraph",
    "head": "heading",
    "quote": "quote",
    "code": "paragraph",
    "item": "list_item",
}


def second_reading(tree: HtmlElement) -> tuple[Block, ...]:
    """Give trafilatura's blocks of a tree; none if it finds no text. The tree is not changed."""
    document = trafilatura.bare_extraction(tree, options=_OPTIONS)
    body = getattr(document, "body", None)
    if body is None:
        return ()
    blocks: list[Block] = []
    for element in body:
        if element.tag == "list":
            blocks += [Block("list_item", text) for item in element.iter("item") if (text := _text(item))]
        elif element.tag == "table" and any(len(_text(cell)) > _CELL for cell in element.iter("cell")):
            blocks += [Block("paragraph", text) for cell in element.iter("cell") for text in _paragraphs(cell)]
        elif element.tag == "table":
            rows = ["\t".join(filter(None, map(_text, row.iter("cell")))) for row in element.iter("row")]
            if any(rows):
                blocks.append(Block("table", "\n".join(filter(None, rows))))
        else:
            kind = _KINDS.get(str(element.tag), "paragraph")
            blocks += [Block(kind, text) for text in _lines(element)]
    return tuple(blocks)


def _paragraphs(cell: etree._Element) -> list[str]:
    """The texts of a cell and of each paragraph in it."""
    parts = [cell.text or "", *(f"{_text(part)} {part.tail or ''}" for part in cell)]
    return [line for part in parts if (line := one_line(part))]


def _text(element: etree._Element) -> str:
    return one_line(" ".join(map(str, element.itertext())))


def _lines(element: etree._Element) -> list[str]:
    """The paragraphs of an element: its line breaks part them."""
    for line_break in element.iter("lb"):
        line_break.text = "\n"
    return [line for part in "".join(map(str, element.itertext())).split("\n") if (line := one_line(part))]
