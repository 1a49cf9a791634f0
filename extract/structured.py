"""What a page says of itself for machines: JSON-LD, microdata, meta tags and links, read in one pass over the tree."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, cast

from lxml import etree
from lxml.html import HtmlElement

from extract.jsonld import Node, article_of, ids_of, kinds_of, nodes_of, read_json
from extract.wording import plain, text_of

_NAMED = etree.XPath("//*[@itemprop or @class]", smart_strings=False)
# What publishers call the places of what we look for, in class names.
_MARKS = (
    ("byline", re.compile(r"(?i)byline|author|writer|reporter|contributor|\bby\b|autor|auteur|firma\b|signature")),
    ("date", re.compile(r"(?i)date|publish|posted|time|datum|fecha|fech|data\b|tarih|clock")),
    ("meta", re.compile(r"(?i)meta|info|byline|credit|post-?head|article-?head|entry-?head|details")),
    ("deck", re.compile(
        r"(?i)sub-?_?head|sub-?_?title|stand-?first|\bdeck|\bdek\b|strapline|(?:article|post|entry|story)(?:-|__|_)?"
        r"(?:intro|lead|lede|summary|excerpt|description|deck)\b|\blede\b|\bchapo|\bchapeau|entradilla|vorspann|spot\b"
    )),
    ("views", re.compile(r"(?i)\bviews?\b|view-?_?count|post-?views|hits\b|pageviews|page-views")),
    ("paywall", re.compile(r"(?i)paywall|piano-?(?:offer|inline)|subscribe-?to-?read|meteredcontent|regwall|locked-content")),
)  # fmt: skip
# Microdata that is about the article itself: values inside a comment, a person or a product are not.
_ARTICLE_SCOPES = ("article", "posting", "report", "webpage", "creativework", "recipe", "howto")
_READ = ("meta", "link", "script", "time", "title", "h1")
_VALUE_ATTRIBUTES = ("content", "datetime", "href", "src")


@dataclass(frozen=True, slots=True)
class Structured:
    """Machine-readable statements of a page, as found; values are cleaned by who uses them."""

    url: str
    article: Node | None = None
    """The JSON-LD object of the article this page is; None if there is none or it cannot be told."""

    articles: tuple[Node, ...] = ()
    """All article objects that stand on their own on the page (not items of a list)."""

    webpage: Node | None = None
    """The JSON-LD object of the page, where it has one."""

    nodes: tuple[Node, ...] = ()
    """All free-standing JSON-LD objects in page order."""

    ids: Mapping[str, Node] = field(default_factory=dict)
    """JSON-LD objects by their ``@id``."""

    types: frozenset[str] = frozenset()
    """The ``@type`` of every free-standing JSON-LD object, without its prefix."""

    meta: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Contents of meta tags by lower-case name or property, in page order."""

    links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Addresses of link tags by each lower-case word of ``rel``."""

    microdata: Mapping[str, tuple[HtmlElement, ...]] = field(default_factory=dict)
    """Elements by ``itemprop``, those of the article or of no item at all."""

    marked: Mapping[str, tuple[HtmlElement, ...]] = field(default_factory=dict)
    """Elements by what their class says they hold: byline, date, meta, deck, views, paywall."""

    times: tuple[HtmlElement, ...] = ()
    headings: tuple[HtmlElement, ...] = ()
    title: str | None = None
    flags: tuple[str, ...] = ()

    def first_meta(self, *names: str) -> tuple[str, str] | None:
        """Give the first of some meta tags that says anything, with its name."""
        for name in names:
            for content in self.meta.get(name, ()):
                if value := plain(content):
                    return name, value
        return None

    def resolve(self, value: Any) -> Any:
        """Follow a JSON-LD reference (an object with nothing but ``@id``) to what it names, if that is on the page."""
        if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
            return self.ids.get(value["@id"], value)
        return value


def read(tree: HtmlElement, url: str) -> Structured:
    """Read all of a page's structured data."""
    meta: dict[str, list[str]] = {}
    links: dict[str, list[str]] = {}
    scripts: list[str] = []
    times: list[HtmlElement] = []
    headings: list[HtmlElement] = []
    title = None
    for element in tree.iter(*_READ):
        match element.tag:
            case "meta":
                name = element.get("property") or element.get("name") or element.get("itemprop") or ""
                content = element.get("content")
                if name and content:
                    for word in name.lower().split():
                        meta.setdefault(word, []).append(content)
            case "link":
                for word in (element.get("rel") or "").lower().split():
                    if href := element.get("href"):
                        links.setdefault(word, []).append(href)
            case "script":
                if "ld+json" in (element.get("type") or "").lower() and (text := "".join(element.itertext())):
                    scripts.append(text)
            case "time":
                times.append(element)
            case "h1":
                headings.append(element)
            case "title":
                parent = element.getparent()
                if title is None and (parent is None or parent.tag != "svg"):
                    title = plain("".join(element.itertext()))
    flags, documents = set(), []
    for text in scripts:
        parsed, damaged = read_json(text)
        documents += parsed
        if damaged:
            flags.add("json_ld_damaged")
    nodes = tuple(nodes_of(documents))
    microdata, marked = _named(tree)
    canonical = links.get("canonical", [None])[0]
    article, articles = article_of(nodes, (url, canonical, *meta.get("og:url", ())), title)
    return Structured(
        url=url,
        article=article,
        articles=articles,
        webpage=next((n for n in nodes if any(k.endswith("Page") for k in kinds_of(n))), None),
        nodes=nodes,
        ids=ids_of(documents),
        types=frozenset(kind for node in nodes for kind in kinds_of(node)),
        meta={k: tuple(v) for k, v in meta.items()},
        links={k: tuple(v) for k, v in links.items()},
        microdata=microdata,
        marked=marked,
        times=tuple(times),
        headings=tuple(headings),
        title=title,
        flags=tuple(sorted(flags)),
    )


def itemprop_value(element: HtmlElement) -> str | None:
    """Give the value of a microdata property (HTML, "values": content, datetime, href, src, else its text)."""
    for attribute in _VALUE_ATTRIBUTES:
        if value := plain(element.get(attribute)):
            return value
    return text_of(element) or None


def _named(tree: HtmlElement) -> tuple[dict[str, tuple[HtmlElement, ...]], dict[str, tuple[HtmlElement, ...]]]:
    """Find elements by the microdata property, and by the marks in the class, that they carry."""
    properties: dict[str, list[HtmlElement]] = {}
    marked: dict[str, list[HtmlElement]] = {}
    for element in cast("list[HtmlElement]", _NAMED(tree)):
        for mark in _marks_of(element.get("class") or ""):
            marked.setdefault(mark, []).append(element)
        if names := element.get("itemprop"):
            scope = _scope(element)
            if not scope or any(kind in scope for kind in _ARTICLE_SCOPES):
                for name in names.split():
                    properties.setdefault(name.rpartition("/")[2], []).append(element)
    return {k: tuple(v) for k, v in properties.items()}, {k: tuple(v) for k, v in marked.items()}


@lru_cache(maxsize=20_000)
def _marks_of(class_names: str) -> tuple[str, ...]:
    return tuple(mark for mark, pattern in _MARKS if pattern.search(class_names))


def _scope(element: HtmlElement) -> str:
    """Name the type of the item that a property belongs to, in lower case; empty without one."""
    for ancestor in element.iterancestors():
        if ancestor.get("itemscope") is not None:
            return (ancestor.get("itemtype") or "thing").rpartition("/")[2].lower()
    return ""
