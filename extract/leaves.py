"""A page's text as leaves, the runs of text between two block boundaries, and the regions they lie in."""

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from lxml.html import HtmlElement

# A mark with a footnote's number behind it ends a sentence, one between digits is part of a number or a time; so does one with
# who wrote it behind it: "… by autumn. (dpa)".
_SENTENCE_END: Final = re.compile(
    r"""(?:(?<!\d)[.!?…。！？।۔؟][\s"'“”’»›)\]]*\d{1,2}|[.!?…。！？।۔؟:;][\s"'“”’»›)\]]*|[.!?…。！？]["”’»“]?\s\([^().]{1,30}\))$"""
)
_CLOSING: Final = " \t\n'\"“”’»›)]"
_ENDING: Final = ".!?…。！？।۔؟:;"
_WIDE: Final = re.compile(r"[぀-ヿ㐀-鿿가-힯฀-๿]")


@dataclass(slots=True, eq=False)
class Region:
    """An element whose tag, role or name says what it is for."""

    kind: str
    name: str
    """What said so: an attribute or the tag; empty for a class or id."""
    element: HtmlElement
    parent: "Region | None"
    chars: int = 0
    link_chars: int = 0
    weight: int = 0
    prose: int = 0

    def add(self, leaf: "Leaf") -> None:
        """Count a leaf that lies in the region and in no other within it."""
        self.chars += len(leaf.text)
        self.link_chars += leaf.link_chars
        if leaf.weight:
            self.weight += leaf.weight
            self.prose += 1

    def add_to_parent(self) -> None:
        """Count what lies in the region for the one around it."""
        if (parent := self.parent) is not None:
            parent.chars += self.chars
            parent.link_chars += self.link_chars
            parent.weight += self.weight
            parent.prose += self.prose


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


class Controls(NamedTuple):
    """The elements in which a page's buttons and fields stood."""

    fields: frozenset[HtmlElement] = frozenset()
    choices: frozenset[HtmlElement] = frozenset()
    """Those of fields of which one is to be chosen."""


def prose_weight(leaf: Leaf) -> int:
    """Length of a leaf that reads as prose: long enough, a sentence, mostly not link; else 0."""
    text = leaf.text
    size = len(text) * (3 if not text.isascii() and _WIDE.search(text) else 1)
    if size < 50 or leaf.heading or leaf.link_chars > 0.5 * len(text):
        return 0
    if size < 140 and not ends_sentence(text):
        return 0
    return min(size, 1500)


def ends_sentence(text: str) -> bool:
    """Whether a line ends as sentences do: with their marks, whatever closes behind them."""
    last = text.rstrip(_CLOSING)[-1:]
    if last in _ENDING:
        return last != ""
    return (last.isdigit() or text.endswith(")")) and _SENTENCE_END.search(text) is not None
