"""Blocks of pointers to other articles: the cue that heads them and what belongs to it."""

from lxml.html import HtmlElement

from extract.cues import Cue
from extract.draft import FEW, Draft
from extract.pointers import is_labelled, is_related_line
from extract.single_lines import is_date_line


def related_groups(draft: Draft) -> None:
    """Drop lines that point to other articles, and blocks of them."""
    labelled = [i for i, x in enumerate(draft.leaves) if not x.rule and is_labelled(x)]
    for index in labelled if len(labelled) <= FEW else ():  # more are how this text is built
        draft.drop(index, "related")
    for index, leaf in enumerate(draft.leaves):
        if leaf.rule or len(leaf.text) > 500:
            continue
        cue = draft.related_cue(index)
        if cue is None:
            continue
        if not cue.rest:
            _drop_group(draft, index, cue)
        elif is_related_line(leaf, cue):
            draft.drop(index, "related")


def _drop_group(draft: Draft, index: int, cue: Cue) -> None:
    """Drop the block that a cue heads: all of the element around it, or the links that follow it."""
    leaf = draft.leaves[index]
    wrapper = _wrapper(draft, index)
    inside = range(index + 1, draft.span(index, wrapper)[1]) if wrapper is not None else range(0)
    if inside and any(draft.leaves[i].links for i in inside):
        for i in range(index, inside[-1] + 1):
            draft.drop(i, "related")
        return
    end = _end_of_links(draft, index)
    strong = cue.strong or cue.separator.strip()[:1] in (":", "»", "›", "→", "…")
    if end == index + 1 and not (strong and (leaf.links or not draft.prose_follows(index) or not leaf.heading)):
        return
    for i in range(index, end):
        draft.drop(i, "related")


def _wrapper(draft: Draft, index: int) -> HtmlElement | None:
    """The largest element around a cue that holds little prose and is not (around) the container."""
    best = None
    for element in draft.path(draft.leaves[index].element):
        if element in draft.above:
            break
        first, last = draft.span(index, element)
        inside = draft.leaves[first:last]
        prose = sum(x.weight for x in inside if x.link_share < 0.3)
        links = sum(x.link_chars for x in inside)
        if prose > 0.25 * draft.total or (prose > 250 and links < 0.3 * prose) or len(inside) > 80:
            break
        best = element
    return best


def _end_of_links(draft: Draft, index: int) -> int:
    """Where the links under a cue end."""
    head = draft.leaves[index]
    end = index + 1
    listed: HtmlElement | None = None
    for i in range(index + 1, min(len(draft.leaves), index + 60)):
        leaf = draft.leaves[i]
        if leaf.rule:
            if end == i:
                end = i + 1
            continue
        linky = leaf.link_share > 0.6
        if linky and not (
            leaf.heading and head.heading and draft.prose_follows(i) and leaf.element.tag <= head.element.tag
        ):
            end = i + 1
            if leaf.item is not None:
                listed = leaf.item.getparent()
            continue
        if listed is not None and leaf.item is not None and leaf.item.getparent() is listed:
            end = i + 1
            continue
        if leaf.item is not None and i == index + 1 and not leaf.weight:
            listed = leaf.item.getparent()  # a list of bare headlines right under the cue
            end = i + 1
            continue
        if len(leaf.text) <= 60 and is_date_line(leaf.text):
            end = i + 1
            continue
        break
    return end
