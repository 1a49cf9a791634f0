"""What leads elsewhere by links alone: lists of links, and lines that are nothing but one."""

from lxml.html import HtmlElement

from extract.draft import FEW, Draft
from extract.furniture import furniture_kind
from extract.leaves import Leaf, ends_sentence
from extract.pointers import OFFERED, STATED, points_elsewhere, points_there
from extract.single_lines import is_date_line
from extract.urls import host_of
from extract.wording import one_line


def lists(draft: Draft) -> None:
    """Drop lists and tables that are mostly links."""
    groups: dict[HtmlElement, list[int]] = {}
    for index, leaf in enumerate(draft.leaves):
        if not leaf.rule and (holder := _holder(leaf)) is not None and holder not in draft.above:
            groups.setdefault(holder, []).append(index)
    for holder, indexes in groups.items():
        leaves = [draft.leaves[i] for i in indexes]
        if holder.tag == "table":
            leaves = [x for x in leaves if x.element.tag != "th" and not is_date_line(x.text)]
        chars = sum(len(x.text) for x in leaves)
        linked = sum(x.link_chars for x in leaves)
        prose = sum(x.weight for x in leaves)
        if not 0 < 0.7 * chars <= linked or prose >= 0.3 * chars or _introduced(draft, indexes[0]):
            continue
        if holder.tag != "table" or _are_headlines(leaves):
            for i in indexes:
                draft.drop(i, "link_list")


def _holder(leaf: Leaf) -> HtmlElement | None:
    """The list or the table of data that a leaf lies in."""
    if leaf.item is not None:
        return leaf.item.getparent()
    return next(leaf.cell.iterancestors("table"), None) if leaf.cell is not None else None


def _are_headlines(leaves: list[Leaf]) -> bool:
    """Whether lines are several links on so many words as headlines have: names and titles of works in a table have fewer."""
    links = [x for x in leaves if x.link_share >= 0.85]
    return len(links) >= 2 and sum(len(x.text.split()) for x in links) >= 4 * len(links)


def _introduced(draft: Draft, index: int) -> bool:
    """Whether a sentence of the text leads to the list that begins with a leaf: "Three filings are public:"."""
    lead = draft.leaves[index - 1] if index else None
    return (
        lead is not None
        and not (lead.rule or lead.heading)
        and lead.text.endswith(":")
        and len(lead.text.split()) >= 4
        and lead.emphasised < 0.9 * len(lead.text)
        and draft.leading(index - 1) is None
        and not OFFERED.search(lead.text)
        and furniture_kind(lead.text) is None
    )


def linked(draft: Draft) -> None:
    """Drop paragraphs that are nothing but a link to another article."""
    # Where many headings are links, they head what follows; one or two are set between the paragraphs.
    few = sum(x.heading and x.link_share >= 0.85 and not x.rule for x in draft.leaves) <= FEW
    dated = sum(not x.rule and _is_dated_link(x) for x in draft.leaves)
    there = [
        i
        for i, x in enumerate(draft.leaves)
        if x.links and not (x.rule or x.heading) and x.item is None and points_there(x)
    ]
    for index in there if len(there) <= FEW else ():  # more are how this text is built
        draft.drop(index, "linked_paragraph")
    for index, leaf in enumerate(draft.leaves):
        if leaf.rule or not leaf.links or leaf.cell is not None:
            continue
        if len(leaf.links) >= 3 and leaf.link_share >= 0.6 and len(leaf.text.split()) <= 5 * len(leaf.links):
            if leaf.item is None and not ends_sentence(leaf.text):
                draft.drop(index, "navigation")
            continue
        if leaf.link_share < 0.85:
            if not leaf.heading and (points_elsewhere(leaf) or (dated <= FEW and _is_dated_link(leaf))):
                draft.drop(index, "linked_paragraph")
            continue
        words = len(leaf.text.split())
        if leaf.heading:
            if words >= 3 and (not draft.prose_follows(index) or (few and words >= 4 and _points_home(draft, leaf))):
                draft.drop(index, "linked_heading")
            continue
        if leaf.item is None and not (words >= 6 and leaf.weight == 0 and STATED.search(leaf.text)):
            draft.drop(index, "linked_paragraph")


def _is_dated_link(leaf: Leaf) -> bool:
    """Whether a line is a headline that is a link, and a date."""
    if len(leaf.links) != 1 or leaf.link_share < 0.4 or leaf.item is not None or len(leaf.text) > 220:
        return False
    headline = one_line("".join(leaf.links[0].itertext()))
    rest = leaf.text.replace(headline, " ", 1).strip(" -–—|•·,()")
    return len(headline.split()) >= 4 and 0 < len(rest) <= 40 and is_date_line(rest)


def _points_home(draft: Draft, leaf: Leaf) -> bool:
    """Whether a heading is no entry of a list, and leads to another page of the same publication."""
    if not leaf.text[0].isalpha() and leaf.text[0] not in "\"'“„«‘":
        return False
    host = host_of(leaf.links[0].get("href") or "")
    return not host or not draft.known.host or host == draft.known.host
