"""Boilerplate out of the article's element, with reasons. Names and words raise a suspicion; links, place, length and
neighbours decide."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Final

from lxml.html import HtmlElement

from extract.calls import LONGEST, call_kind, is_ticker
from extract.cues import Cue, kind_with, marked
from extract.draft import BOXES, FEW, Draft, Known, rule_kind
from extract.ends import after_end, closing, comments, opening, repeated_headline, repeated_subheadline
from extract.foreign_regions import regions
from extract.furniture import furniture_kind
from extract.insets import answers, beside_buttons, drop_insets, polls
from extract.leaves import Controls, Leaf, ends_sentence
from extract.linked_lines import linked, lists
from extract.phrased_lines import phrased, phrased_lists
from extract.phrasing import NOWHERE, SUSPECT
from extract.pointers import of_us, to_reader
from extract.quotes import emptied_quotes, pulled_quotes
from extract.related_groups import related_groups
from extract.single_lines import controls_kind, is_caption, is_date_line, is_under_picture
from extract.words import is_unspaced

_NO_CONTROLS: Final = Controls()
_UNLIKE: Final = -3.5  # how far a line leans that is worded like a text, though it has not the form of one
_WORDED: Final = 0.5  # how far a line leans that is worded as no section of a text is titled


def prune(
    leaves: list[Leaf],
    containers: Sequence[HtmlElement],
    known: Known,
    controls: Controls = _NO_CONTROLS,
) -> list[Leaf]:
    """Mark what is not the article with the rule that says so; give the leaves that stay.

    ``controls`` tells where buttons and fields stood.
    """
    draft = Draft(leaves, containers, known, controls)
    for step in _STEPS:
        step(draft)
    return [leaf for leaf in leaves if not leaf.rule]


def lines(draft: Draft) -> None:
    """Drop lines that by themselves are no text."""
    for index, leaf in enumerate(draft.leaves):
        if leaf.rule:
            continue
        text = leaf.text
        if len(text) > 700:
            continue
        kind = kind_with(draft.leading(index), text) or controls_kind(leaf)
        if (
            kind in _REPORTABLE
            and leaf.weight
            and len(text) <= LONGEST
            and "©" not in text
            and not _may_call(draft, index)
        ):
            kind = None
        if kind is not None and kind != "related" and _may_go(draft, index, leaf, kind):
            draft.drop(index, kind)
        elif _leads_on(draft.leading(index), leaf):
            draft.drop(index, "navigation")
        elif len(text) <= 60 and not leaf.heading and leaf.cell is None and is_date_line(text):
            draft.drop(index, "date")
        elif is_caption(leaf) or (leaf.pictured and len(text) <= 220 and is_under_picture(leaf, draft.above)):
            draft.drop(index, "caption")
        elif not any(map(str.isalnum, text)) or _THIRTY.fullmatch(text):
            draft.drop(index, "ornament")
        elif _PLAYED.fullmatch(text):
            draft.drop(index, "listen")


def _leads_on(cue: Cue | None, leaf: Leaf) -> bool:
    """Whether a line names the article before or after: "Next article: Why the yard is late"."""
    return (
        cue is not None
        and cue.kind == "navigation"
        and cue.strong
        and 0 < len(cue.rest) <= 160
        and " " in leaf.text[: len(leaf.text) - len(cue.rest)].strip(" :|›»→-–")
        and marked(cue)
        and not ends_sentence(cue.rest)
    )


def _may_go(draft: Draft, index: int, leaf: Leaf, kind: str) -> bool:
    """Whether a line of some kind is not the title of a section, an item or a cell."""
    if kind in ("copyright", "agency", "first_appeared", "newsletter", "share", "consent") and len(leaf.text) > 60:
        return leaf.weight < 0.25 * draft.total
    if leaf.heading or leaf.item is not None or leaf.cell is not None:
        # "Share", "Author", "Comments" may head a section of the text itself: then prose follows it.
        if kind in ("comments", "tags", "author", "navigation") and leaf.heading and kind != "comments":
            return not draft.prose_follows(index)
        return leaf.cell is None
    return True


def calls(draft: Draft) -> None:
    """Drop lines that ask something of the reader or tell how the text came to be."""
    pointing: defaultdict[str, list[int]] = defaultdict(list)
    for index, leaf in enumerate(draft.leaves):
        text = leaf.text
        if leaf.rule or leaf.cell is not None:
            continue
        if not _may_call(draft, index):
            if is_ticker(text):
                draft.drop(index, "ticker")
        elif kind := call_kind(text):
            draft.drop(index, kind)
            if kind == "related":
                pointing[text].append(index)
        elif (kind := furniture_kind(text, draft.known.names)) and _is_furniture(draft, index, leaf, kind):
            draft.drop(index, "furniture")
    for indexes in pointing.values():
        if len(indexes) > FEW:  # below each entry of a list, say: more of a kind are how this text is built
            for index in indexes:
                draft.leaves[index].rule = ""


def _may_call(draft: Draft, index: int) -> bool:
    """Whether a line is worth asking for patterns: what is worded like a text only happens to have their words.

    Of a label no word may be known, and no line of a script without spaces is weighed.
    """
    leaf, lean = draft.leaves[index], draft.lean(index)
    if lean == NOWHERE:
        return leaf.weight == 0 or is_unspaced(leaf.text)
    return lean > (SUSPECT if leaf.weight else _UNLIKE)


def _is_furniture(draft: Draft, index: int, leaf: Leaf, kind: str) -> bool:
    """Whether a line of nothing but such words is no title, item or sentence of the text itself."""
    if leaf.item is not None:
        return leaf.link_share > 0.6
    if leaf.heading or leaf.quote is not None:
        return False
    return kind == "furniture" or leaf.emphasised < 0.9 * len(leaf.text)


def beside_calls(draft: Draft) -> None:
    """Drop what the publication says of itself right beside a call that has gone, in a text that speaks to nobody."""
    leaves = draft.leaves
    called = [i for i, x in enumerate(leaves) if rule_kind(x) in _CALLING and any(map(_speaks, draft.beside(i)))]
    if not called:
        return
    prose = [x for x in draft.leaves if x.weight and not x.rule]
    if len(prose) < 5 or sum(to_reader(x.text) for x in prose) > 0.1 * len(prose):
        return
    for start in called:
        for way in (-1, 1):
            index = start + way
            while 0 <= index < len(draft.leaves) and _speaks(draft.leaves[index]):
                draft.drop(index, "beside_call")
                index += way


def _speaks(leaf: Leaf) -> bool:
    """Whether in a short line of its own the publication speaks of itself."""
    return (
        not (leaf.rule or leaf.heading or leaf.links)
        and leaf.item is None
        and leaf.cell is None
        and leaf.quote is None
        and len(leaf.text) <= 100
        and "?" not in leaf.text
        and of_us(leaf.text)
    )


def remnants(draft: Draft) -> None:
    """Drop labels that are all that is left of an element whose other text has gone."""
    for index, leaf in enumerate(draft.leaves):
        if leaf.rule or leaf.weight or len(leaf.text) > 120 or (ends_sentence(leaf.text) and not leaf.heading):
            continue
        if not any(rule_kind(x) in BOXES for x in draft.beside(index)):
            continue
        for element in draft.path(leaf.element):
            first, last = draft.span(index, element)
            if last - first > 1:
                if leaf.heading and index == last - 1 and draft.prose_follows(index):
                    break
                rules = {rule_kind(draft.leaves[i]) for i in range(first, last) if i != index}
                if rules <= BOXES and "" not in rules:
                    draft.drop(index, "remnant")
                break


def headings(draft: Draft) -> None:
    """Drop headings that have lost what they headed, and those after the end."""
    following: Leaf | None = None
    dropped_after = False
    prose_after = False
    for index in range(len(draft.leaves) - 1, -1, -1):
        leaf = draft.leaves[index]
        if leaf.rule:
            dropped_after = True
            continue
        if _heads_call(draft, index) or (
            (leaf.heading or _is_label(leaf) or _may_be_label(draft, index, prose_after=prose_after))
            and _heads_links(draft, index)
        ):
            draft.drop(index, "heading_of_links")
            dropped_after = True
            continue
        if leaf.heading and (
            following is None or (dropped_after and following.heading and _level(following) <= _level(leaf))
        ):
            draft.drop(index, "heading_of_nothing")
            dropped_after = True
            continue
        following = leaf
        dropped_after = False
        prose_after |= leaf.weight > 0


def _is_label(leaf: Leaf) -> bool:
    """Whether a line is set off and short, as titles are that nobody marked as such."""
    return leaf.emphasised >= 0.9 * len(leaf.text) and len(leaf.text.split()) <= 6 and leaf.item is None


def _may_be_label(draft: Draft, index: int, *, prose_after: bool) -> bool:
    """Whether a few words that nothing sets off are a title: at an end of the text, or worded as no section of a text is titled."""
    leaf = draft.leaves[index]
    if leaf.weight or leaf.item is not None or leaf.cell is not None or leaf.quote is not None:
        return False
    words = len(leaf.text.split())
    if leaf.text.endswith(":"):
        return words <= _LEAD  # what it leads to has gone
    return words <= 8 and not ends_sentence(leaf.text) and (not prose_after or draft.lean(index) > _WORDED)


def _heads_call(draft: Draft, index: int) -> bool:
    """Whether a few words stand right above a call that has gone: "The Morning Brief"."""
    leaf = draft.leaves[index]
    if leaf.weight or leaf.heading or leaf.item is not None or leaf.cell is not None or len(leaf.text.split()) > 8:
        return False
    below = draft.leaves[index + 1 : index + 2]
    called = bool(below) and rule_kind(below[0]) in (*_CALLING, "beside_call")
    return called and leaf.emphasised < 0.9 * len(leaf.text) and not ends_sentence(leaf.text)


def _heads_links(draft: Draft, index: int) -> bool:
    """Whether right under a title stands a list of links that has gone, without a title of its own."""
    kinds = {"link_list", "linked_inset", "linked_heading", "date"}
    named = furniture_kind(draft.leaves[index].text) is not None
    if named or not draft.leaves[index].heading:
        kinds.add("linked_paragraph")  # under a true heading such a line stands by chance
    links = 0
    for leaf in draft.leaves[index + 1 : index + 12]:
        kind = rule_kind(leaf)
        if kind not in kinds:
            break
        links += kind != "date"
    return links > (0 if named else 1)


def _level(leaf: Leaf) -> int:
    tag = leaf.element.tag
    return int(tag[1]) if isinstance(tag, str) and len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else 4


_PLAYED: Final = re.compile(r"\W*\d{1,2}:\d\d(?::\d\d)?\s*/\s*\d{1,2}:\d\d(?::\d\d)?\W*")  # how far a player has come
_LEAD: Final = 5  # words
_THIRTY: Final = re.compile(r"[-–—]+\s?30\s?[-–—]+")  # how wires and press offices end a text
# What the words of a sentence may say that reports on it.
_REPORTABLE: Final = frozenset(
    ("newsletter", "share", "account", "contact", "donation", "event", "comments", "feedback", "first_appeared", "copyright")
)  # fmt: skip
# What asks for something and often takes several lines to do so.
_CALLING: Final = frozenset(("newsletter", "donation", "account", "event"))
# Each step builds on what those before it have dropped.
_STEPS: Final[tuple[Callable[[Draft], None], ...]] = (
    regions,
    repeated_headline,
    repeated_subheadline,
    lines,
    comments,
    related_groups,
    lists,
    linked,
    calls,
    beside_calls,
    polls,
    drop_insets,
    beside_buttons,
    phrased,
    phrased_lists,
    answers,
    emptied_quotes,
    pulled_quotes,
    opening,
    after_end,
    closing,
    remnants,
    headings,
)
