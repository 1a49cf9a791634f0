"""What is set apart from the running text: elements of another make than those that hold its paragraphs."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from lxml.html import HtmlElement

from extract.leaves import Leaf

# Elements that texts are made of: one of these right between the paragraphs is nothing set apart.
_NATURAL = frozenset(
    ("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "blockquote", "table", "pre", "figure", "hr", "center")
)
_SHARE = 0.12  # of the prose, from which on a make of element counts as one that holds paragraphs
Path = Callable[[HtmlElement], tuple[HtmlElement, ...]]


def insets(leaves: Sequence[Leaf], path: Path) -> list[list[int]]:
    """Group the leaves that stand in elements set apart, by element, in reading order.

    ``path`` gives an element and those around it, up to the article's own (which is left out).
    """
    makes = [tuple(e.tag for e in path(leaf.element)) for leaf in leaves]
    weights: Counter[tuple[str, ...]] = Counter()
    for leaf, make in zip(leaves, makes, strict=True):
        if not leaf.rule and leaf.link_share < 0.5:
            weights[make] += leaf.weight
    total = weights.total()
    if not total:
        return []
    running = {make for make, weight in weights.items() if weight >= _SHARE * total}
    carriers = {
        element
        for leaf, make in zip(leaves, makes, strict=True)
        if leaf.weight and not leaf.rule and make in running
        for element in path(leaf.element)
    }
    groups: defaultdict[HtmlElement, list[int]] = defaultdict(list)
    for index, leaf in enumerate(leaves):
        if makes[index] in running:
            continue
        top = None
        for element in path(leaf.element):
            if element in carriers:
                break
            top = element
        if top is not None and top.tag not in _NATURAL:
            groups[top].append(index)
    return list(groups.values())
