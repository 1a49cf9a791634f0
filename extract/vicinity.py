"""What stands near a headline: bylines and dates that are printed there, as against those of other articles."""

import re
from collections.abc import Container, Iterator, Sequence

from lxml.html import HtmlElement

MOST = 400  # elements looked at: a page with more of them is a list
_CLUTTER_TAGS = frozenset({"aside", "footer", "nav", "form", "figcaption", "select", "noscript", "template"})
_CLUTTER = re.compile(
    r"(?i)related|sidebar|side-bar|comment|footer|popular|recommend|widget|latest|trending|teaser|promo|newsletter"
    r"|\bmenu\b|\bnav|carousel|slider|read-?more|more-(?:from|news|posts)|next-?post|prev|banner|popup|modal|search"
)


def is_clutter(element: HtmlElement, around: Container[HtmlElement] = ()) -> bool:
    """Whether an element stands in something that is not the article: a sidebar, a teaser, a comment, a footer.

    What holds the headline too (one of ``around``) is no clutter, whatever it is called.
    """
    for ancestor in (element, *element.iterancestors()):
        if ancestor in around or ancestor.tag in ("body", "html", "main"):
            return False
        if ancestor is not element and ancestor.tag in _CLUTTER_TAGS:
            return True
        if _CLUTTER.search(f"{ancestor.get('class') or ''} {ancestor.get('id') or ''}"):
            return True
    return False


def nearest(found: Sequence[HtmlElement], headline: HtmlElement | None) -> Iterator[HtmlElement]:
    """Give those of some elements that stand outside clutter: closest to the headline first, then in page order."""
    levels = {a: n for n, a in enumerate(headline.iterancestors())} if headline is not None else {}
    ranked: list[tuple[int, int, HtmlElement]] = []
    for position, element in enumerate(found[:MOST]):
        level = next((levels[a] for a in (element, *element.iterancestors()) if a in levels), 99)
        ranked.append((level, position, element))
    for _, _, element in sorted(ranked, key=lambda r: r[:2]):
        if not is_clutter(element, levels):
            yield element
