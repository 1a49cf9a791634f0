"""The one parse of a page, bounded before it starts and before anything walks the result."""

import re
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement, HTMLParser

MAX_CHARACTERS = 24_000_000
MAX_TAGS = 600_000
MAX_DEPTH = 1_000
_PARSER = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, collect_ids=False)
# One class for all elements, given out without asking Python code for each.
_PARSER.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
_ENDS = re.compile(rb"</(?:body|html|BODY|HTML)\s*>")
_HALF = MAX_DEPTH // 2
_TOO_DEEP = etree.XPath("boolean(" + "/".join(["/*"] + ["*"] * MAX_DEPTH) + ")", smart_strings=False)


# What a page may hold (as a character reference, say) and no text of a tree may be set to (XML 1.0, Char).
_NO_TEXT = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class TooLarge(Exception):
    """A page beyond what extraction will look at; says in one sentence what is too large."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


def parse(text: str, utf8: bytes = b"") -> HtmlElement:
    """Parse a page once, as browsers would forgive it; comments and processing instructions are left out.

    ``utf8`` is the text as bytes, if somebody has it already.

    Raises `TooLarge` for a page with too many characters or tags.
    """
    if len(text) > MAX_CHARACTERS:
        raise TooLarge(f"the page has {len(text):,} characters, more than {MAX_CHARACTERS:,}")
    if len(text) > MAX_TAGS and (tags := text.count("<")) > MAX_TAGS:
        raise TooLarge(f"the page has {tags:,} tags, more than {MAX_TAGS:,}")
    # What comes after a premature end of the body is still shown by browsers, and is lost to libxml2.
    encoded = _ENDS.sub(b"", utf8 or text.encode("utf-8", "replace"))
    try:
        root = etree.fromstring(encoded, _PARSER) if encoded.strip() else None
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        root = etree.fromstring(b"<html><body></body></html>", _PARSER)
    assert isinstance(root, HtmlElement)  # noqa: S101 (what the parser's lookup makes of any root)
    return root


def elements_in(root: HtmlElement) -> list[HtmlElement]:
    """All elements of a page in its order. Raises `TooLarge` for one that nests them too deep to be walked."""
    elements = list(root.iter())
    # An element in the middle of too deep a nest holds half as many that stand one after the other: one of them is looked at.
    if any(map(_is_deep, elements[_HALF::_HALF])) and _TOO_DEEP(root):
        raise TooLarge(f"the page nests elements more than {MAX_DEPTH:,} deep")
    return elements


def _is_deep(element: HtmlElement) -> bool:
    return next(islice(element.iterancestors(), _HALF - 1, None), None) is not None


def take_out(element: HtmlElement) -> None:
    """Take an element out of its tree; the text behind it stays."""
    parent, previous = element.getparent(), element.getprevious()
    if element.tail:
        element.tail = _NO_TEXT.sub("", element.tail)
        if previous is not None and previous.tail:
            previous.tail = _NO_TEXT.sub("", previous.tail)
        elif previous is None and parent is not None and parent.text:
            parent.text = _NO_TEXT.sub("", parent.text)
    element.drop_tree()
