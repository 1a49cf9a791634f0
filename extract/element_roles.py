"""What elements are to the walk over a page: blocks, items, links, and regions that tag, role or name give away."""

import re
from collections.abc import Sequence
from typing import Final

from lxml.html import HtmlElement

from extract.tokens import said_by

BLOCKS: Final = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section",
        "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "amp-ad", "amp-embed",
        "amp-social-share", "amp-sidebar", "amp-accordion", "amp-carousel",
    )
)  # fmt: skip
HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# Never text of an article, whatever they hold.
NOISE: Final = (
    "script", "style", "noscript", "template", "iframe", "object", "embed", "video", "audio", "canvas", "map",
    "textarea", "input", "datalist", "meter", "progress", "head", "link", "meta", "amp-ad", "amp-analytics",
    "amp-consent", "source", "track",
)  # fmt: skip
# Never text either, but often left unclosed: one that holds much is a mistake of the page, and only its tag goes.
CONTROLS: Final = ("button", "select", "svg")
# Inline elements that may carry a region of their own; a class on <a> or <em> says nothing about the text around it.
_INLINE_REGIONS: Final = frozenset(("span", "small", "label", "time", "cite", "font"))
_EMPHASIS: Final = frozenset(("b", "strong", "em", "i"))
# What an element is to the walk.
BLOCK, NAMED, ITEM, QUOTE, CELL, LINK, BOLD, LINE_BREAK, REGION, PICTURE = (1 << n for n in range(10))
HOLDER: Final = ITEM | QUOTE | CELL  # what leaves are told to lie in
ROLES: Final[dict[str, int]] = {
    **dict.fromkeys(_INLINE_REGIONS, NAMED),
    **dict.fromkeys(_EMPHASIS, BOLD),
    **dict.fromkeys(BLOCKS, BLOCK | NAMED),
    "li": BLOCK | NAMED | ITEM,
    "blockquote": BLOCK | NAMED | QUOTE,
    "td": BLOCK | NAMED | CELL,
    "th": BLOCK | NAMED | CELL,
    "a": LINK,
    "br": LINE_BREAK,
    "img": PICTURE,
    "amp-img": PICTURE,
    "picture": PICTURE,
}
_REGION_TAGS: Final = {
    "nav": "navigation", "footer": "footer", "aside": "aside", "figure": "caption", "figcaption": "caption", "form": "form",
    "dialog": "modal", "amp-sidebar": "navigation", "amp-social-share": "share", "menu": "navigation",
}  # fmt: skip
TELLING_TAGS: Final = frozenset(_REGION_TAGS)
_REGION_ROLES: Final = {
    "navigation": "navigation", "banner": "header", "contentinfo": "footer", "complementary": "aside", "search": "form",
    "dialog": "modal", "alertdialog": "modal", "menu": "navigation", "menubar": "navigation", "tablist": "navigation",
    "toolbar": "share", "doc-toc": "navigation",
}  # fmt: skip
_TELLING: Final = frozenset(
    (
        "hidden", "itemprop", "role", "style", "data-testid", "data-component", "data-module", "data-block",
        "data-type", "data-component-type", "data-widget",
    )
)  # fmt: skip
_HIDDEN_STYLE: Final = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")


def region_named(tag: str, attributes: Sequence[tuple[str, str]]) -> tuple[str, str] | None:
    """The kind of region that an element opens by its tag and attributes, and what says so; empty for one of its names."""
    if tag == "body":  # its names are about the page: what it can do, what it has open
        return None
    named = identity = ""
    telling: list[tuple[str, str]] = []
    for key, value in attributes:
        if key == "class":
            named = value
        elif key == "id":
            identity = value
        elif key in _TELLING:
            telling.append((key, value))
    if named or identity:
        kind = said_by(named).kind
        if kind != "body" and identity:
            also = said_by(identity).kind
            kind = also if also == "body" else kind or also
        if kind and (kind != "body" or tag not in _REGION_TAGS):
            return kind, ""
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
    kind = said_by(value).kind
    return (kind, f"[{key}={value[:40]}]") if kind and kind != "body" else None


def name_of_kind(element: HtmlElement, kind: str) -> str:
    """The class or id that gives an element its kind, as a selector."""
    for mark, attribute in ((".", "class"), ("#", "id")):
        for name in (element.get(attribute) or "").split():
            if said_by(name).kind == kind:
                return f"{mark}{name}"
    return str(element.tag)
