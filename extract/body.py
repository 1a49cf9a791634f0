"""The article's text: its element found, boilerplate out, the rest as typed blocks."""

import html
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC

from lxml.html import HtmlElement

from extract.article import Block, Dropped, Related
from extract.blocks import blocks_of
from extract.container import Container, describe, find_container, lede_of, titled_before
from extract.cues import line_kind
from extract.draft import Known
from extract.headlines import names_of
from extract.leaves import Leaf
from extract.metadata import Metadata
from extract.page import Page
from extract.prune import prune
from extract.related import dropped_fragments, related_in
from extract.selector import elements_of
from extract.tree import take_out
from extract.urls import host_of
from extract.walk import read_leaves, strip_noise
from extract.wording import one_line, plain

WEAK = 500  # characters below which a second reader is asked
LITTLE = 150  # characters below which its answer need not be much longer
_PARTING = ["p", "div", "li", "h1", "h2", "h3", "h4", "blockquote", "tr"]
Record = Callable[[str, str, object, bool], None]


@dataclass(frozen=True, slots=True)
class Text:
    """The article's text and what was found on the way to it."""

    blocks: tuple[Block, ...]
    related: tuple[Related, ...]
    dateline: str | None
    flags: tuple[str, ...]
    leaves: tuple[Leaf, ...]
    """All leaves of the article's element; dropped ones have their rule."""

    page: tuple[Leaf, ...]
    """All leaves of the page."""

    cut: tuple[Dropped, ...]
    """What the layout told to take out."""

    @property
    def body(self) -> str:
        return "\n\n".join(block.text for block in self.blocks)

    @property
    def dropped(self) -> list[Dropped]:
        return [*self.cut, *(Dropped(leaf.rule, leaf.text) for leaf in self.leaves if leaf.rule)]

    @property
    def first_heading(self) -> str | None:
        return next((leaf.text for leaf in self.page if leaf.heading), None)


def text_of_page(page: Page, metadata: Metadata, record: Record | None) -> Text:
    """Find the article's element, prune it and give its text. Changes the page's tree: read all else before."""
    body = page.tree.find("body")
    root = page.tree if body is None else body
    cut, fragments = _cut_by_layout(page, root)
    controls = strip_noise(root)
    declared = _by_layout(page)
    if declared is not None:
        leaves = [leaf for element in declared.elements for leaf in read_leaves(element)[0]]
        container, inside = declared, leaves
    else:
        leaves, regions = read_leaves(root)
        container = find_container(root, leaves, regions, declared_body(page))
        inside = leaves_in(leaves, container)
        inside[:0] = lede_of(leaves, inside, metadata.headline or "", metadata.subheadline)
    if record:
        record("body", container.source, container.detail, True)
    known = Known(
        headline=metadata.headline or "",
        subheadline=metadata.subheadline,
        authors=metadata.authors,
        host=host_of(page.capture.url) or "",
        names=tuple(dict.fromkeys(name for name in names_of(page) if " " in name)),
        headline_above=titled_before(leaves, inside, metadata.headline),
    )
    kept = prune(inside, container.elements, known, controls)
    blocks = blocks_of(kept)
    flags: tuple[str, ...] = ()
    if container.source != "layout" and is_weak(kept, leaves):
        blocks, flags = _better(blocks, page, root, record)
    related = related_in(
        [*fragments, *dropped_fragments(inside, container.elements)],
        page.capture.url,
        page.site.zone if page.site else UTC,
        page.capture.fetched_at,
        (metadata.language,) if metadata.language else (),
    )
    return Text(blocks, related, None, flags, tuple(inside), tuple(leaves), cut)


def declared_body(page: Page) -> str | None:
    """The text that the page's structured data gives as the article's; None if it gives none worth the name."""
    value = page.structured.article.get("articleBody") if page.structured.article else None
    text = plain(value)
    return text if text and len(text) > 300 else None


def is_weak(kept: list[Leaf], leaves: list[Leaf]) -> bool:
    """Whether so little came out that another reader should have a look."""
    found = sum(len(leaf.text) for leaf in kept)
    return found < WEAK or sum(leaf.weight for leaf in kept) < 0.15 * sum(leaf.weight for leaf in leaves)


def _better(
    blocks: tuple[Block, ...], page: Page, root: HtmlElement, record: Record | None
) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """Choose between a weak answer, trafilatura's and what the page declares: the clearly longer one."""
    from extract.second import second_reading  # few pages need trafilatura, and it takes its time and memory to load

    own = sum(len(block.text) for block in blocks)
    second = tuple(b for b in second_reading(root) if line_kind(b.text) is None)
    other = sum(len(block.text) for block in second)
    longer = other > (1.5 if own < LITTLE else 3) * own
    if record:
        record("body", "second_reader", f"{other} characters against {own}", longer)
    if longer:
        blocks, own = second, other
        flags: tuple[str, ...] = ("second_reader",)
    else:
        flags = ()
    declared = declared_body(page)
    if declared is not None and len(declared) > 2 * own:
        if record:
            record("body", "json_ld", f"{len(declared)} characters against {own}", True)
        return tuple(Block("paragraph", text) for text in declared_paragraphs(page)), ("body_declared",)
    return blocks, flags


def declared_paragraphs(page: Page) -> list[str]:
    """The declared text by its line breaks, and by its elements where it is marked up."""
    raw = page.structured.article.get("articleBody") if page.structured.article else ""
    if not isinstance(raw, str):
        return []
    text = html.unescape(raw) if "&lt;" in raw else raw
    if "<" in text:
        from bs4 import BeautifulSoup  # few pages need it, and it takes its time to load

        soup = BeautifulSoup(text, "lxml")
        for line_break in soup.find_all("br"):
            line_break.replace_with("\n")
        for block in soup.find_all(_PARTING):
            block.insert_before("\n")
            block.insert_after("\n")
        text = soup.get_text()
    return [line for x in text.splitlines() if (line := plain(x)) and line_kind(line) is None]


def leaves_in(leaves: list[Leaf], container: Container) -> list[Leaf]:
    """The leaves that lie in a container."""
    elements = set(container.elements)
    within: dict[HtmlElement | None, bool] = {None: False}  # most leaves share what they lie in

    def lies_within(element: HtmlElement) -> bool:
        parent = element.getparent()
        if parent not in within:
            within[parent] = parent in elements or any(a in elements for a in parent.iterancestors())
        return within[parent]

    return [x for x in leaves if x.element in elements or lies_within(x.element)]


def _by_layout(page: Page) -> Container | None:
    """The elements that the site's layout names; None if it names none that are on the page."""
    if page.layout is None or page.layout.body is None:
        return None
    found = [e for e in elements_of(page.layout.body, page.tree) if isinstance(e, HtmlElement)]
    outer = [e for e in found if not any(a in found for a in e.iterancestors())]
    outer = [e for e in outer if not "".join(e.itertext()).isspace()]
    return Container(tuple(outer), "layout", f"{page.layout.body} → {describe(outer[0])}") if outer else None


def _cut_by_layout(page: Page, root: HtmlElement) -> tuple[tuple[Dropped, ...], list[HtmlElement]]:
    """Take out what the layout prunes; keep the texts for `explain` and the elements for their links."""
    dropped: list[Dropped] = []
    fragments: list[HtmlElement] = []
    for selector in page.layout.prune if page.layout else ():
        for element in elements_of(selector, page.tree):
            if isinstance(element, HtmlElement) and element is not root and element.getparent() is not None:
                if text := one_line(" ".join(element.itertext())):
                    dropped.append(Dropped(f"prune:layout:{selector}", text))
                    fragments.append(element)
                take_out(element)
    return tuple(dropped), [e for e in fragments if e.find(".//a") is not None]
