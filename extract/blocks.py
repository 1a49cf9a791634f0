"""Kept leaves into typed blocks."""

from collections.abc import Sequence

from lxml.html import HtmlElement

from extract.article import Block, BlockKind
from extract.leaves import Leaf


def blocks_of(leaves: Sequence[Leaf]) -> tuple[Block, ...]:
    """Give the typed blocks of kept leaves; cells of one table row stand on one line."""
    blocks: list[Block] = []
    row: HtmlElement | None = None
    table: HtmlElement | None = None
    for leaf in leaves:
        cell = leaf.cell
        if cell is not None:
            this_row = cell.getparent()
            this_table = next(cell.iterancestors("table"), None)
            if table is not None and this_table is table and blocks and blocks[-1].kind == "table":
                joint = "\t" if this_row is row else "\n"
                blocks[-1] = Block("table", f"{blocks[-1].text}{joint}{leaf.text}")
            else:
                blocks.append(Block("table", leaf.text))
            row, table = this_row, this_table
            continue
        row = table = None
        blocks.append(Block(_kind(leaf), leaf.text))
    return tuple(blocks)


def _kind(leaf: Leaf) -> BlockKind:
    if leaf.heading:
        return "heading"
    if leaf.item is not None:
        return "list_item"
    if leaf.quote is not None:
        return "quote"
    return "paragraph"
