"""Finds the element that holds the article: by layout, by name, by where the prose is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from extract.cues import line_kind
from extract.leaves import Leaf, Region
from extract.wording import fold

# Regions whose prose is never the article's, unless the page has hardly any other.
FOREIGN = frozenset(
    ("comments", "consent", "navigation", "footer", "related", "modal", "newsletter", "advertisement", "share")
)
_STOPS = frozenset(("p", "li", "ul", "ol", "blockquote", "pre", "a", "dl", "dd", "h1", "h2", "h3", "span"))
_BULK = 0.8
_MOST = 0.4
_FAR = 25  # leaves between a headline and its text
_LEDE = 200  # characters of an opening
_OPENING = frozenset(("body", "header"))  # regions in which an opening may stand


@dataclass(frozen=True, slots=True)
class Container:
    """The article's elements (one, or parts of an article cut in several) and why they were chosen."""

    elements: tuple[HtmlElement, ...]
    source: str
    detail: str


def find_container(
    root: HtmlElement, leaves: Sequence[Leaf], regions: Sequence[Region], declared: str | None = None
) -> Container:
    """Choose the article's element; the whole page if nothing speaks for a part of it."""
    titled: dict[Region, bool] = {}
    everything = sum(leaf.weight for leaf in leaves)
    own = [leaf for leaf in leaves if leaf.weight and not _foreign(leaf.region, titled, _MOST * everything)]
    if sum(leaf.weight for leaf in own) < 0.25 * everything:
        own = [leaf for leaf in leaves if leaf.weight]
    if not own:
        return Container((root,), "page", "there is no prose to go by")
    if declared and (elements := _holding(declared, own, root)) is not None:
        own = elements
    own = _one_article(own, root)
    weights = _weights(own, root)
    total = sum(leaf.weight for leaf in own)
    named = _named(regions, weights, total)
    if named:
        return Container(tuple(named), "name", describe(named[0]))
    node = root
    while (child := _heaviest(node, weights)) is not None and weights[child] >= _BULK * weights[node]:
        if child.tag in _STOPS:
            break
        node = child
    return Container((node,), "density", describe(node))


def lede_of(leaves: Sequence[Leaf], inside: Sequence[Leaf], headline: str, subheadline: str | None) -> list[Leaf]:
    """The paragraphs between the headline and the article's element: an opening set apart from the text it opens."""
    wanted = fold(headline)
    start = next((i for i, x in enumerate(leaves) if inside and x is inside[0]), 0)
    title = next(
        (
            i
            for i in range(start - 1, max(-1, start - _FAR), -1)
            if leaves[i].element.tag == "h1" or (leaves[i].heading and fold(leaves[i].text) == wanted)
        ),
        None,
    )
    if title is None:
        return []
    around = set(inside[0].element.iterancestors())
    repeated = {fold(x.text)[:80] for x in inside[:10]} | ({fold(subheadline)[:80]} if subheadline else set())
    lede = [
        leaf
        for leaf in leaves[title + 1 : start]
        if leaf.weight
        and _in_flow(leaf.region, around)
        and leaf.cell is None
        and fold(leaf.text)[:80] not in repeated
        and line_kind(leaf.text) is None
    ]
    # One line of its own is a line under the headline, not text.
    return lede if sum(leaf.weight for leaf in lede) >= _LEDE else []


def titled_before(leaves: Sequence[Leaf], inside: Sequence[Leaf], headline: str | None) -> bool:
    """Whether the headline stands on the page before the article's element."""
    wanted = fold(headline or "")
    for leaf in leaves:
        if not inside or leaf is inside[0]:
            break
        if leaf.heading and fold(leaf.text) == wanted:
            return True
    return False


def _in_flow(region: Region | None, around: set[HtmlElement]) -> bool:
    """Whether nothing between a leaf and what it shares with the text says that it is something else."""
    while region is not None and region.element not in around:
        if region.kind not in _OPENING:
            return False
        region = region.parent
    return True


def describe(element: HtmlElement) -> str:
    """An element as a reader of the page's source would look for it."""
    names = [f"#{i}" for i in [element.get("id")] if i] + [f".{c}" for c in (element.get("class") or "").split()[:3]]
    return f"{element.tag}{''.join(names)}"


def _foreign(region: Region | None, titled: dict[Region, bool], most: float) -> bool:
    """Whether a region's prose is somebody else's: not if it lies in what is named as the text, or the headline does too.

    Nor if it is most of what the page has to say: then the name is about something else (``sidebar-layout``).
    """
    while region is not None:
        if region.kind == "body":
            return False
        if region.kind in FOREIGN and (region.kind == "comments" or region.weight < most):
            if region not in titled:
                titled[region] = next(region.element.iter("h1"), None) is not None
            return not titled[region]
        region = region.parent
    return False


def _weights(leaves: Iterable[Leaf], root: HtmlElement) -> dict[HtmlElement, int]:
    """How much prose lies in each element."""
    weights: dict[HtmlElement, int] = {}
    for leaf in leaves:
        element: HtmlElement | None = leaf.element
        while element is not None:
            weights[element] = weights.get(element, 0) + leaf.weight
            if element is root:
                break
            element = element.getparent()
    return weights


def _heaviest(node: HtmlElement, weights: dict[HtmlElement, int]) -> HtmlElement | None:
    inside = [child for child in node if child in weights]
    return max(inside, key=lambda child: weights[child], default=None)


def _named(regions: Sequence[Region], weights: dict[HtmlElement, int], total: int) -> list[HtmlElement]:
    """The elements named as the article's text, if they hold most of the prose; innermost first chosen."""
    candidates = {r.element: r for r in regions if r.kind == "body" and weights.get(r.element, 0) >= 1}
    if not candidates:
        return []
    outer = [e for e in candidates if not any(a in candidates for a in e.iterancestors())]
    best = max(outer, key=lambda e: weights[e])
    parts = _parts(best, outer, weights)
    if len(parts) > 1 and sum(weights[e] for e in parts) >= 0.5 * total:
        whole = innermost_around(parts)
        return [whole] if weights[whole] <= 1.3 * sum(weights[e] for e in parts) else parts
    if weights[best] >= 0.5 * total:
        # A name inside a name: the inner one if it holds as much.
        while inner := [e for e in candidates if e is not best and best in e.iterancestors()]:
            heavier = max(inner, key=lambda e: weights[e])
            if weights[heavier] < 0.9 * weights[best]:
                break
            best = heavier
        return [best]
    return []


def _parts(best: HtmlElement, outer: Sequence[HtmlElement], weights: dict[HtmlElement, int]) -> list[HtmlElement]:
    """The elements that hold one text between them: of one name, in one article, none of them a copy of another."""
    article = next(best.iterancestors("article"), None)
    seen: set[int] = set()
    parts = []
    for element in outer:
        if element.tag != best.tag or element.get("class") != best.get("class") or not best.get("class"):
            continue
        if next(element.iterancestors("article"), None) is not article or weights[element] in seen:
            continue
        seen.add(weights[element])
        parts.append(element)
    return parts


def innermost_around(elements: Sequence[HtmlElement]) -> HtmlElement:
    """The innermost element around some elements."""
    others = [set(e.iterancestors()) for e in elements[1:]]
    return next(a for a in elements[0].iterancestors() if all(a in above for above in others))


def _one_article(leaves: list[Leaf], root: HtmlElement) -> list[Leaf]:
    """The leaves of the first article with the page's h1, where several stand side by side; else all."""
    owners: dict[HtmlElement, list[Leaf]] = {}
    for leaf in leaves:
        outermost = None
        for above in (leaf.element, *leaf.element.iterancestors()):
            if above.tag == "article":
                outermost = above
            if above is root:
                break
        if outermost is not None:
            owners.setdefault(outermost, []).append(leaf)
    if len(owners) < 2:
        return leaves
    titled = [e for e in owners if next(e.iter("h1"), None) is not None]
    if not titled or sum(x.weight for x in owners[titled[0]]) < 0.25 * sum(x.weight for x in leaves):
        return leaves
    return owners[titled[0]]


def _holding(declared: str, leaves: list[Leaf], root: HtmlElement) -> list[Leaf] | None:
    """The leaves that the page's own `articleBody` repeats, if it repeats enough of them to be trusted."""
    folded = fold(declared)
    found = [leaf for leaf in leaves if fold(leaf.text)[:80] in folded]
    if sum(leaf.weight for leaf in found) >= 0.6 * len(folded) and len(found) > 1:
        return found
    return None
