"""One line of text from whatever a page holds: entities, mark-up, invisible characters and white space made plain."""
# ruff: noqa: SIM905

import html
import re
import unicodedata
from functools import lru_cache
from typing import Any

from lxml.html import HtmlElement

_TAG = re.compile(r"<(?:/?[a-zA-Z][^<>]{0,500}|!--.{0,500}?--)>", re.S)
# Control characters, lone surrogates, zero-width and direction marks, the BOM and soft hyphens. U+200C and U+200D
# stay: Persian, Hindi and emoji are written with them.
_INVISIBLE = re.compile(
    "[\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ud800-\udfff\ufeff]"
)
_DEEPEST = 200
_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "button", "select", "iframe"})
_INLINE = frozenset(
    "a abbr b bdi bdo cite code data dfn em font i kbd mark q s small span strong sub sup time u var wbr".split()
)

DIGIT = re.compile(r"\d")
WORD = re.compile(r"[^\W_]+(?:['’ʼ‘`-][^\W_]+)*['’]?")
_APOSTROPHES = re.compile("[’ʼ‘`]")
_DASHES = re.compile(r"[‐‑‒–—―−]")


def one_line(text: str) -> str:
    """Fold text to one line without invisible characters."""
    line = " ".join(text.split())
    return line if line.isprintable() else " ".join(_INVISIBLE.sub("", text).split())


def fold(text: str) -> str:
    """Fold a text for comparison: compatibility forms, case, apostrophes, dashes and white space."""
    if text.isascii():
        return " ".join(text.lower().replace("`", "'").split())
    text = unicodedata.normalize("NFKC", text).casefold().replace("i\u0307", "i").replace("ı", "i")
    return " ".join(_DASHES.sub("-", _APOSTROPHES.sub("'", text)).split())


@lru_cache(maxsize=16)  # several questions are asked of a line one after the other
def first_word(text: str) -> str:
    """The first word of a line, folded; empty if it stands far behind the beginning or there is none."""
    found = WORD.search(text, 0, 160)
    if found is None or found.start() > 40:
        return ""
    word = found[0]
    return (word.lower().replace("`", "'") if word.isascii() else fold(word)).strip("'")


def plain(value: Any) -> str | None:
    """Give a string of structured data as plain text, mark-up and (doubly) escaped entities resolved; None if empty."""
    if not isinstance(value, str):
        return None
    if "&" in value:
        value = html.unescape(html.unescape(value))
    if "<" in value:
        value = html.unescape(_TAG.sub(" ", value))
    return one_line(value) or None


def text_of(element: HtmlElement, gap: str = " ") -> str:
    """Give the text of an element as one line; ``gap`` parts what stands in separate blocks."""
    parts: list[str] = []
    _gather(element, parts, gap, 0)
    line = one_line("".join(parts))
    if gap == " ":
        return line
    return gap.join(piece for x in line.split(gap.strip()) if (piece := x.strip()))


def _gather(element: HtmlElement, parts: list[str], gap: str, depth: int) -> None:
    if element.tag in _SILENT or depth > _DEEPEST:
        return
    inline = element.tag in _INLINE
    if not inline:
        parts.append(gap)
    if element.text:
        parts.append(element.text)
    for child in element:
        _gather(child, parts, gap, depth + 1)
        if child.tail:
            parts.append(child.tail)
    if not inline:
        parts.append(gap)
