"""What was dropped as "also read", as data: headline, address and date of each article it points to."""

from collections.abc import Iterable, Sequence
from datetime import datetime, tzinfo
from itertools import islice

from lxml.html import HtmlElement

from extract.article import Related
from extract.cues import leading_cue, line_kind
from extract.dates import DateFound, parse_machine, parse_printed
from extract.draft import POINTERS, rule_kind
from extract.leaves import Leaf
from extract.urls import clean_url, url_key
from extract.wording import one_line

MAX_ENTRIES = 60
_MOST_CARDS = 40
_MIN_WORDS = 3
_NO_PAGE = ("#", "javascript:", "mailto:", "tel:")


def dropped_fragments(leaves: Sequence[Leaf], containers: Iterable[HtmlElement]) -> list[HtmlElement]:
    """The elements of what was dropped as pointers to other articles, with all that went with them, in page order."""
    outside = {a for c in containers for a in c.iterancestors()} | set(containers)
    found: dict[HtmlElement, None] = {}
    for index, leaf in enumerate(leaves):
        if leaf.links and rule_kind(leaf) in POINTERS and len(leaf.text.split()) > 3 and leaf.link_share > 0.2:
            found[_whole(leaves, index, outside)] = None
    return [e for e in found if not any(a in found for a in e.iterancestors())]


def _whole(leaves: Sequence[Leaf], index: int, outside: set[HtmlElement]) -> HtmlElement:
    """The largest element around a dropped leaf in which nothing was kept, unless it holds very much."""
    best = leaves[index].element
    first = last = index
    for element in best.iterancestors():
        if element in outside:
            break
        while last - first <= _MOST_CARDS and first > 0 and element in leaves[first - 1].element.iterancestors():
            first -= 1
        while (
            last - first <= _MOST_CARDS
            and last + 1 < len(leaves)
            and element in leaves[last + 1].element.iterancestors()
        ):
            last += 1
        if last - first > _MOST_CARDS or not all(leaf.rule for leaf in leaves[first : last + 1]):
            break
        best = element
    return best


def related_in(
    fragments: Iterable[HtmlElement], base: str, zone: tzinfo, latest: datetime, languages: tuple[str, ...] = ()
) -> tuple[Related, ...]:
    """Read the articles that some dropped blocks point to, in page order, each address once."""
    found: dict[str, Related] = {}
    own = url_key(base)
    for fragment in fragments:
        dated = any(map(str.isdigit, "".join(fragment.itertext()))) or fragment.find(".//time") is not None
        for link in islice(fragment.iter("a"), MAX_ENTRIES):
            url = _target(link, base)
            if url is None or (key := url_key(url)) == own or (headline := _headline(link)) is None:
                continue
            known = found.get(key)
            if known is None:
                if len(found) >= MAX_ENTRIES:
                    continue
            elif len(headline) <= len(known.headline) or known.published_at is not None:
                continue
            date = _date_beside(link, fragment, headline, zone, latest, languages) if dated else None
            found[key] = Related(headline, url, date)
    return tuple(found.values())


def _target(link: HtmlElement, base: str) -> str | None:
    href = (link.get("href") or "").strip()
    return None if not href or href.startswith(_NO_PAGE) else clean_url(href, base)


def _headline(link: HtmlElement) -> str | None:
    heading = next(link.iter("h1", "h2", "h3", "h4", "h5", "h6", "strong"), link)
    text = _text(heading)
    cue = leading_cue(text)
    if cue is not None and cue.rest and cue.kind == "related" and cue.separator.strip():
        text = cue.rest
    if len(text.split()) < _MIN_WORDS or line_kind(text) or (cue is not None and not cue.rest):
        return None
    return text


def _date_beside(
    link: HtmlElement, fragment: HtmlElement, text: str, zone: tzinfo, latest: datetime, languages: tuple[str, ...]
) -> datetime | None:
    """The date printed in the same card as a link: within the smallest elements around it that hold no other link."""

    def printed(line: str, longest: int) -> DateFound | None:
        if len(line) >= longest or not any(map(str.isdigit, line)):
            return None
        return parse_printed(line, zone=zone, latest=latest, languages=languages)

    around = link
    for _ in range(4):
        if (time := next(around.iter("time"), None)) is not None and (
            found := _read_time(time, zone, latest, languages)
        ):
            return found.value
        if around is not link and (found := printed(one_line(_text(around).replace(text, " ")), 80)):
            return found.value
        parent = around.getparent()
        if around is fragment or parent is None:
            return None
        if len({(a.get("href") or "").casefold() for a in parent.iter("a")}) > 1:
            break
        around = parent
    sibling = around.getnext()
    if sibling is not None and next(sibling.iter("a"), None) is None and (after := printed(_text(sibling), 60)):
        return after.value
    return None


def _read_time(time: HtmlElement, zone: tzinfo, latest: datetime, languages: tuple[str, ...]) -> DateFound | None:
    stated = time.get("datetime")
    if stated and (found := parse_machine(stated, zone, latest)):
        return found
    return parse_printed(_text(time), zone=zone, latest=latest, languages=languages)


def _text(element: HtmlElement) -> str:
    return one_line(" ".join(element.itertext()))
