"""Blocks of pointers to other articles: the cue that heads them and what belongs to it."""

import re

from lxml.html import HtmlElement

from extract.cues import Cue, leading_cue
from extract.draft import FEW, TEASER, Draft
from extract.furniture import furniture_kind
from extract.leaves import Leaf
from extract.pointers import is_labelled, is_related_line
from extract.single_lines import is_date_line
from extract.wording import one_line

_PAID = re.compile(r"(?i)sponsor|promot|partner")


def related_groups(draft: Draft) -> None:
    """Drop lines that point to other articles, and blocks of them."""
    labelled = [i for i, x in enumerate(draft.leaves) if not x.rule and is_labelled(x)]
    for index in labelled if len(labelled) <= FEW else ():  # more are how this text is built
        draft.drop(index, "related")
    for index, leaf in enumerate(draft.leaves):
        if leaf.rule or len(leaf.text) > 500:
            continue
        cue = draft.related_cue(index)
        if cue is not None and not cue.rest:
            _drop_group(draft, index, cue)
        elif (cue is not None and is_related_line(leaf, cue)) or (leaf.links and _is_badged(leaf)):
            draft.drop(index, "related")
        else:
            _drop_section(draft, index)


def _is_badged(leaf: Leaf) -> bool:
    """Whether a cue stands in an element of its own before a headline that is a link, with nothing between them."""
    element = leaf.element
    if len(element) < 2 or len(leaf.text) > 400 or (element.text or "").strip():
        return False
    badge = element[0]
    if badge.tag not in ("span", "b", "strong", "em", "small", "label") or (badge.tail or "").strip():
        return False
    cue = leading_cue(one_line("".join(badge.itertext())))
    return cue is not None and cue.kind == "related" and not cue.rest and leaf.link_share >= 0.2


def _drop_section(draft: Draft, index: int) -> None:
    """Drop a section of headlines below the text whose title says nothing but that it is one: "Latest videos"."""
    leaf = draft.leaves[index]
    titled = leaf.heading or (leaf.item is None and leaf.emphasised >= 0.9 * len(leaf.text))
    named = titled and furniture_kind(leaf.text) is not None
    if not named and not (leaf.heading and index + 1 < len(draft.leaves) and draft.leaves[index + 1].heading):
        return
    end = _end_of_links(draft, index)
    links = [x for x in draft.leaves[index + 1 : end] if x.link_share > 0.6]
    if not named and not all(x.heading for x in links):
        return
    within = sum(x.weight for x in draft.leaves[index + 1 : end] if not x.rule)
    after = sum(x.weight for x in draft.leaves[end:] if not x.rule)
    if (
        len(links) > 1
        and after < 0.1 * draft.total
        and within < 0.3 * draft.total
        and all(len(x.text.split()) >= 4 for x in links)
    ):
        for i in range(index, end):
            draft.drop(i, "related")


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
        if leaf.item is not None and i == index + 1 and not leaf.weight and not _PAID.search(head.text):
            listed = leaf.item.getparent()  # a list of bare headlines right under the cue
            end = i + 1
            continue
        if len(leaf.text) <= 60 and is_date_line(leaf.text):
            end = i + 1
            continue
        if end == i and _is_teaser(draft, i):
            end = i + 1
            continue
        break
    return end


def _is_teaser(draft: Draft, index: int) -> bool:
    """Whether a short text stands between a headline that is a link and the next one, or nothing more."""
    leaf, above = draft.leaves[index], draft.leaves[index - 1]
    if not (above.heading and above.link_share > 0.6) or len(leaf.text) > TEASER or leaf.quote is not None:
        return False
    after = next((x for x in draft.leaves[index + 1 :] if not x.rule), None)
    if after is None or (after.heading and after.link_share > 0.6):
        return True
    if index < 3:
        return False
    before = draft.leaves[index - 2]  # of several the last is made as the one before it
    return (
        not before.heading
        and draft.leaves[index - 3].link_share > 0.6
        and draft.leaves[index - 3].heading
        and (before.element.tag, before.element.get("class")) == (leaf.element.tag, leaf.element.get("class"))
    )
