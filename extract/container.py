"""Finds the element that holds the article: by layout, by name, by where the prose is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from extract.cues import fold
from extract.leaves import Leaf, Region

# Regions whose prose is never the article's, unless the page has hardly any other.
FOREIGN = frozenset(
    ("comments", "consent", "navigation", "footer", "related", "modal", "newsletter", "advertisement", "share")
)
_STOPS = frozenset(("p", "li", "ul", "ol", "blockquote", "tr", "pre", "a", "dl", "dd", "h1", "h2", "h3", "span"))
_BULK = 0.8


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
    own = [leaf for leaf in leaves if leaf.weight and not _foreign(leaf.region, titled)]
    everything = sum(leaf.weight for leaf in leaves)
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


def describe(element: HtmlElement) -> str:
    """An element as a reader of the page's source would look for it."""
    names = [f"#{i}" for i in [element.get("id")] if i] + [f".{c}" for c in (element.get("class") or "").split()[:3]]
    return f"{element.tag}{''.join(names)}"


def _foreign(region: Region | None, titled: dict[Region, bool]) -> bool:
    """Whether a region's prose is somebody else's: not if it lies in what is named as the text, or the headline does too."""
    while region is not None:
        if region.kind == "body":
            return False
        if region.kind in FOREIGN:
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
    candidates = [r.element for r in regions if r.kind == "body" and weights.get(r.element, 0) >= 1]
    if not candidates:
        return []
    outer = [e for e in candidates if not any(a in candidates for a in e.iterancestors())]
    best = max(outer, key=lambda e: weights[e])
    alike = [e for e in outer if e is best or _is_part(e, best)]
    if len(alike) > 1 and sum(weights[e] for e in alike) >= 0.5 * total:
        return alike
    if weights[best] >= 0.5 * total:
        # A name inside a name: the inner one if it holds as much.
        while inner := [e for e in candidates if e is not best and best in e.iterancestors()]:
            heavier = max(inner, key=lambda e: weights[e])
            if weights[heavier] < 0.9 * weights[best]:
                break
            best = heavier
        return [best]
    return []


def _is_part(element: HtmlElement, best: HtmlElement) -> bool:
    """Whether two elements are parts of one text: same name, beside each other, neither with a headline of its own."""
    if element.tag != best.tag or element.get("class") != best.get("class") or not best.get("class"):
        return False
    one, two = element.getparent(), best.getparent()
    if one is None or two is None:
        return False
    beside = one is two or (
        one.getparent() is two.getparent() and one.tag == two.tag and one.get("class") == two.get("class")
    )
    return beside and next(one.iter("h1"), None) is (next(two.iter("h1"), None) if one is two else None)


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
