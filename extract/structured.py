"""What a page says of itself for machines: JSON-LD, microdata, meta tags and links, read in one pass over the tree."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml.html import HtmlElement

from extract.jsonld import Node, article_of, ids_of, is_article, kinds_of, nodes_of, read_json
from extract.tokens import said_by
from extract.tree import elements_in
from extract.wording import plain, text_of

_MOST_TITLES = 5
_TIMES = ("time", "relative-time", "time-ago", "local-time")
_LOWER = ("h2", "h3", "h4")
_READ = frozenset({"meta", "link", "script", "h1", "title", "figure", *_LOWER, *_TIMES})
# Microdata that is about the article itself: values inside a comment, a person or a product are not.
_ARTICLE_SCOPES = ("article", "posting", "report", "webpage", "creativework", "recipe", "howto")
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
    """``<h1>`` elements."""

    lower_headings: tuple[HtmlElement, ...] = ()
    """``<h2>`` to ``<h4>`` elements."""

    figures: tuple[HtmlElement, ...] = ()
    title: str | None = None
    flags: tuple[str, ...] = ()

    elements: list[HtmlElement] = field(default_factory=list, repr=False)
    """All elements in page order. As long as they are held, lxml makes the Python object of each only once."""

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
    """Read all of a page's structured data. Raises `TooLarge` for a page that nests its elements too deep."""
    meta: dict[str, list[str]] = {}
    links: dict[str, list[str]] = {}
    scripts: list[str] = []
    times: list[HtmlElement] = []
    headings: list[HtmlElement] = []
    lower: list[HtmlElement] = []
    figures: list[HtmlElement] = []
    title = None
    properties: dict[str, list[HtmlElement]] = {}
    marked: dict[str, list[HtmlElement]] = {}
    elements = elements_in(tree)
    for element in elements:
        if (names := element.get("itemprop")) and _is_of_the_article(element):
            for name in names.split():
                properties.setdefault(name.rpartition("/")[2], []).append(element)
        if class_names := element.get("class"):
            for mark in said_by(class_names).marks:
                marked.setdefault(mark, []).append(element)
        tag = element.tag
        if tag not in _READ:
            continue
        match tag:
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
            case "figure":
                figures.append(element)
            case "h2" | "h3" | "h4":
                lower.append(element)
            case "h1":
                headings.append(element)
            case "title":
                parent = element.getparent()
                if title is None and (parent is None or parent.tag != "svg"):
                    title = text_of(element) or None
            case _:
                times.append(element)
    flags, documents = set(), []
    for text in scripts:
        parsed, damaged = read_json(text)
        documents += parsed
        if damaged:
            flags.add("json_ld_damaged")
    nodes = tuple(nodes_of(documents))
    canonical = links.get("canonical", [None])[0]
    article, articles = article_of(nodes, (url, canonical, *meta.get("og:url", ())), _titles(title, headings, nodes))
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
        microdata={k: tuple(v) for k, v in properties.items()},
        marked={k: tuple(v) for k, v in marked.items()},
        elements=elements,
        times=tuple(times),
        headings=tuple(headings),
        lower_headings=tuple(lower),
        figures=tuple(figures),
        title=title,
        flags=tuple(sorted(flags)),
    )


def _titles(title: str | None, headings: list[HtmlElement], nodes: Sequence[Node]) -> str:
    """Give what the page is titled, if there is more than one article to tell apart by it."""
    if sum(map(is_article, nodes)) < 2:
        return ""
    return "\n".join(filter(None, (title, *map(text_of, headings[:_MOST_TITLES]))))


def itemprop_value(element: HtmlElement) -> str | None:
    """Give the value of a microdata property (HTML, "values": content, datetime, href, src, else its text)."""
    for attribute in _VALUE_ATTRIBUTES:
        if value := plain(element.get(attribute)):
            return value
    return text_of(element) or None


def _is_of_the_article(element: HtmlElement) -> bool:
    """Whether a property belongs to an article, to the page or to no item at all."""
    for ancestor in element.iterancestors():
        if ancestor.get("itemscope") is not None:
            scope = (ancestor.get("itemtype") or "thing").rpartition("/")[2].lower()
            return not scope or any(kind in scope for kind in _ARTICLE_SCOPES)
    return True
