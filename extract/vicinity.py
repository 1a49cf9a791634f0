"""What stands near a headline: bylines and dates that are printed there, as against those of other articles."""

import re
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import cast

from lxml import etree
from lxml.html import HtmlElement

from extract.date_words import PUBLISHED, UPDATED
from extract.wording import text_of

_CARD_DEPTH = 5  # steps from a card's date up to the box that holds its headline too
_CARD_PARTS = 80  # elements in a card
_CARD_LENGTH = 500  # characters in a card
_CARD_WORDS = 6  # words of a link that is a headline
_LENGTH = etree.XPath("string-length(normalize-space(.))")
_HEADED = etree.XPath("boolean(.//a[.//h2 or .//h3 or .//h4] | .//h2[.//a] | .//h3[.//a] | .//h4[.//a])")
MOST = 400  # elements looked at: a page with more of them is a list
FOREIGN, ASIDE = 1, 2
_FOREIGN_TAGS = frozenset({"nav", "form", "figcaption", "select", "noscript", "template"})
_CLUTTER_TAGS = _FOREIGN_TAGS | {"aside", "footer"}
# Parts that are about other articles, or about nothing; names as in class and id.
_FOREIGN = re.compile(
    r"related|also-?read|see-?also|read-?next|you-?may|comment|popular|recommend|latest|trending|teaser|\bpromo\b|newsletter(?![-_]*(?:article|detail|content|post|story|body|head|hero|meta|title|info))|carousel|slider|read-?more|more-(?:from|news|posts)"
    r"|next-?post|prev-?post|post-nav|\bmenu\b|navbar|\bnav\b|(?:^|\s|site-?|page-?|global-?|main-?)footer|popup|modal|cookie|search-"
)
_ASIDE = re.compile(r"sidebar|side-bar|\bwidget-area|widget_|sidewidget|rail\b")


def is_of_a_card(element: HtmlElement, around: Container[HtmlElement] = ()) -> bool:
    """Whether an element stands in a small box with the linked headline of another article: the box is about that one."""
    for ancestor in islice(element.iterancestors(), _CARD_DEPTH):
        if ancestor in around or ancestor.tag in ("body", "html", "main"):
            return False
        if sum(1 for _ in islice(ancestor.iter(), _CARD_PARTS + 1)) > _CARD_PARTS:
            return False
        if cast("float", _LENGTH(ancestor)) > _CARD_LENGTH:
            return False
        if _HEADED(ancestor):
            return True
        if any(_is_headline(text_of(a)) for a in islice(ancestor.iter("a"), 9)):
            text = text_of(ancestor)
            return not (PUBLISHED.search(text) or UPDATED.search(text))
    return False


def _is_headline(link: str) -> bool:
    return len(link.split()) >= _CARD_WORDS and not link.startswith(("By ", "by "))


def is_clutter(element: HtmlElement, around: Container[HtmlElement] = (), *, aside: bool = True) -> bool:
    """Whether an element stands in something that is not the article: a sidebar, a teaser, a comment, a footer.

    What holds the headline too (one of ``around``) is no clutter, whatever it is called. ``aside`` says whether what
    stands beside the text is: some publishers put their own byline and date there.
    """
    for ancestor in (element, *element.iterancestors()):
        if ancestor in around or ancestor.tag in ("body", "html", "main"):
            return False
        if ancestor is not element and ancestor.tag in (_CLUTTER_TAGS if aside else _FOREIGN_TAGS):
            return True
        names, identity = ancestor.get("class"), ancestor.get("id")
        if names and (place := _place_of(names)) and (aside or place == FOREIGN):
            return True
        if identity and (place := _place_of(identity)) and (aside or place == FOREIGN):
            return True
    return False


@lru_cache(maxsize=20_000)
def _place_of(names: str) -> int:
    names = names.lower()
    return FOREIGN if _FOREIGN.search(names) else ASIDE if _ASIDE.search(names) else 0


def nearest(found: Sequence[HtmlElement], headline: HtmlElement | None, *, aside: bool = True) -> Iterator[HtmlElement]:
    """Give those of some elements that stand outside clutter: closest to the headline first, then in page order."""
    levels = {a: n for n, a in enumerate(headline.iterancestors())} if headline is not None else {}
    ranked: list[tuple[int, int, HtmlElement]] = []
    for position, element in enumerate(found[:MOST]):
        level = next((levels[a] for a in (element, *element.iterancestors()) if a in levels), 99)
        ranked.append((level, position, element))
    for _, _, element in sorted(ranked, key=lambda r: r[:2]):
        if not is_clutter(element, levels, aside=aside):
            yield element
