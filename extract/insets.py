"""What is set apart from the running text: elements of another make than those that hold its paragraphs."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from lxml.html import HtmlElement

from extract.draft import BOXES, POINTERS, RUNNING, TEASER, Draft, rule_kind
from extract.furniture import furniture_kind
from extract.leaves import Leaf, ends_sentence
from extract.pointers import PRONOUN, STATED

# Elements that texts are made of: one of these right between the paragraphs is nothing set apart.
_NATURAL: Final = frozenset(
    ("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "blockquote", "table", "pre", "figure", "hr", "center")
)
# Kinds of lines that tell what the element around them is for.
_TELLING: Final = frozenset(
    (
        "newsletter", "related", "share", "comments", "consent", "navigation", "gallery", "donation", "account", "contact", "correction", "feedback",
        "event", "poll", "translation", "machine", "listen", "ticker", "advertisement",
    )
)  # fmt: skip
_BOX: Final = 500  # characters of a box that speaks to the reader
_PICTURES: Final = ("img", "picture", "amp-img")
_CAPTION: Final = 220  # characters
_CAPTION_LINES: Final = 3  # what it shows, whose it is, and a word or two
_SHORT_CAPTION: Final = 120  # characters of a paragraph that may stand below a picture: longer ones are rather text
_FEW: Final = 2  # more lines with a button beside each are how the text is built
_FEW_WORDS: Final = 6
_BUTTON_LINE: Final = 130  # characters of what a button is for
_ANSWER: Final = 160  # characters
_MOST_ANSWERS: Final = 8
_POLLED: Final = frozenset(("poll", "phrasing", "furniture"))
_QUESTION: Final = ("?", "？", "؟")
_ASKING: Final = (*_QUESTION, ";", ":")
_USUAL: Final = 4  # so many elements of one make are no insets but how the text is built
QUOTED: Final = re.compile(r"[“”„«»]|\"\w")


def drop_insets(draft: Draft) -> None:
    """Drop elements set apart from the text where more than that speaks against them."""
    found = insets(draft)
    groups = draft.insets = list(found.values())
    makes = Counter(draft.form(draft.leaves[indexes[0]]) for indexes in groups)
    plain = Counter(draft.form(draft.leaves[indexes[0]]) for indexes in groups if _is_plain(draft, indexes))
    for element, indexes in found.items():
        kept = [i for i in indexes if not draft.leaves[i].rule]
        # What is set apart again and again in the same way is how this text is built.
        make = draft.form(draft.leaves[indexes[0]])
        usual = plain[make] > _USUAL or makes[make] > 2 * _USUAL
        leaves = [draft.leaves[i] for i in kept]
        if not kept:
            continue
        why = "caption" if _is_captioned(draft, element, leaves) else _why_inset(draft, indexes, leaves, usual)
        if not why and makes[make] <= _FEW:
            why = _why_rare(draft, element, indexes, leaves)
        if why:
            for i in kept:
                draft.drop(i, why)


def beside_buttons(draft: Draft) -> None:
    """Drop the one or two lines of a text that stand alone in an element with a button or a field, whatever they say."""
    found = []
    for index, leaf in enumerate(draft.leaves if draft.controlled else ()):
        if leaf.rule or not _is_line(leaf):
            continue
        box = next((a for a in draft.around(leaf.element) if a in draft.controlled), None)
        beside = (i for i in (index - 1, index + 1) if 0 <= i < len(draft.leaves))
        if box is not None and not any(draft.lies_in(i, box) for i in beside):
            found.append(index)
    if len(found) <= _FEW:
        for index in found:
            if any(x.weight and not x.rule for x in draft.leaves[:index]):
                draft.drop(index, "form")


def _is_plain(draft: Draft, indexes: list[int]) -> bool:
    """Whether an inset has nothing but text of its own."""
    return not any(draft.leaves[i].rule or draft.leaves[i].links for i in indexes) and not _controlled(
        draft, indexes[0]
    )


def _is_captioned(draft: Draft, element: HtmlElement, kept: list[Leaf]) -> bool:
    """Whether an inset is a picture, a line on what it shows, and whose it is."""
    return (
        len(kept) <= _CAPTION_LINES
        and sum(x.weight for x in kept) < 0.1 * draft.total
        and not any(
            x.heading or x.cell is not None or x.item is not None or x.quote is not None or len(x.text) > _CAPTION
            for x in kept
        )
        and not any(map(_leads_away, kept))
        and next(element.iter(*_PICTURES), None) is not None
        and not (len(kept) == 1 and kept[0].element.tag == "p" and len(kept[0].text) > _SHORT_CAPTION)
    )


def insets(draft: Draft) -> dict[HtmlElement, list[int]]:
    """Group the leaves that stand in elements set apart, by element, in reading order."""
    leaves = draft.leaves
    makes = [draft.make(leaf.element) for leaf in leaves]
    weights: Counter[int] = Counter()
    for leaf, make in zip(leaves, makes, strict=True):
        if not leaf.rule and leaf.link_share < 0.5:
            weights[make] += leaf.weight
    total = weights.total()
    if not total:
        return {}
    running = draft.running = {make for make, weight in weights.items() if weight >= RUNNING * total}
    carriers = {
        element
        for leaf, make in zip(leaves, makes, strict=True)
        if leaf.weight and not leaf.rule and make in running
        for element in draft.path(leaf.element)
    }
    groups: defaultdict[HtmlElement, list[int]] = defaultdict(list)
    for index, leaf in enumerate(leaves):
        if makes[index] in running:
            continue
        top = None
        for element in draft.path(leaf.element):
            if element in carriers:
                break
            top = element
        if top is not None and (top.tag not in _NATURAL or (top.tag == "table" and _is_framed(top))):
            groups[top].append(index)
    return groups


def _is_framed(table: HtmlElement) -> bool:
    """Whether a table does nothing but hold a picture and what is said of it."""
    return next(table.iter(*_PICTURES), None) is not None and len("".join(table.itertext())) <= _BOX


def _why_inset(draft: Draft, indexes: list[int], kept: list[Leaf], usual: bool) -> str:
    """What speaks against an inset: what has gone of it already, links, controls, or that it is only labels."""
    prose = sum(x.weight for x in kept if x.link_share < 0.5)
    gone = [draft.leaves[i] for i in indexes if rule_kind(draft.leaves[i]) in BOXES]
    if prose < 0.25 * draft.total and _are_teasers(gone, kept):
        return "teaser"
    if prose > 0.1 * draft.total or any(
        x.cell is not None or x.quote is not None or x.element.tag == "pre" for x in kept
    ):
        return ""
    if kept[-1].heading and not draft.leaves[indexes[-1]].rule and draft.prose_follows(indexes[-1]):
        return ""
    chars = sum(len(x.text) for x in kept)
    lost = sum(len(x.text) for x in gone)
    stated = any(ends_sentence(x.text) and x.link_share < 0.8 for x in kept)
    told = any(rule_kind(x) in _TELLING for x in gone)
    if (
        (told and prose < 400 and not usual)
        or lost > (chars if told else 3 * chars)
        or (lost > chars and not prose and not stated)
    ):
        return "remnant"
    linked = sum(x.link_chars for x in kept)
    if linked >= 0.5 * chars and not prose and not stated:
        return "linked_inset"
    if (
        not usual
        and chars <= _BOX
        and sum(x.item is not None for x in kept) < 3
        and all(len(x.text) <= 220 for x in kept)
        and speaks_to_reader(kept)
    ):
        return "box"
    if not usual and is_choice(kept):
        return "poll"
    if not usual and chars <= _BOX and _controlled(draft, indexes[0]):
        return "form"
    if usual or prose or any(x.heading for x in kept):
        return ""
    if not stated and chars <= 120 and not any(x.item is not None for x in kept):
        return "label"
    return ""


def _why_rare(draft: Draft, element: HtmlElement, indexes: list[int], kept: list[Leaf]) -> str:
    """What speaks against an inset that has hardly its like: a line beside a button, or a box that leads to a link."""
    if len(kept) == 1 and element in draft.controlled and _is_line(kept[0]):
        return "form"
    return "box" if _leads_to_a_link([draft.leaves[i] for i in indexes]) else ""


def _are_teasers(gone: list[Leaf], kept: list[Leaf]) -> bool:
    """Whether what is left are the lines under headlines that lead to other articles."""
    headlines = sum(_leads_away(x) and rule_kind(x) in POINTERS for x in gone)
    if kept[0].heading and furniture_kind(kept[0].text):  # a section, and its title says so
        headlines += sum(map(_leads_away, kept))
    return (
        headlines > 0
        and len(kept) <= 3 * headlines + 1
        and all(len(x.text) <= TEASER for x in kept)
        and all(
            (headlines > 1 and _leads_away(x) and x.element.tag != "h2")
            or (furniture_kind(x.text) if x.heading else _is_summary(x))
            for x in kept
        )
        and sum(x.weight > 0 for x in kept) <= headlines
    )


def _leads_away(leaf: Leaf) -> bool:
    """Whether a line is a headline that is a link."""
    return leaf.link_share >= 0.85 and len(leaf.text.split()) >= 4


def _is_summary(leaf: Leaf) -> bool:
    """Whether a line may stand under the headline of another article: a sentence, or a word or two on its kind."""
    return not leaf.links and (STATED.search(leaf.text) is not None or len(leaf.text.split()) <= 3)


def answers(draft: Draft) -> None:
    """Drop what is left of the answers to choose from below a question, where others of them have gone."""
    leaves = draft.leaves
    for index, leaf in enumerate(leaves):
        if not leaf.text.rstrip().endswith(_QUESTION) or len(leaf.text) > _ANSWER:
            continue
        end = index + 1
        while end < len(leaves) and end - index <= _MOST_ANSWERS and _is_answer(leaves[end]):
            end += 1
        chosen = range(index + 1, end)
        if any(rule_kind(leaves[i]) in _POLLED for i in chosen) or (rule_kind(leaf) == "poll" and len(chosen) > 1):
            for i in chosen:
                draft.drop(i, "poll")


def _is_answer(leaf: Leaf) -> bool:
    """Whether a line is a few words that are no sentence, nor anything but a line."""
    if leaf.heading or leaf.weight or leaf.item is not None or leaf.cell is not None or leaf.quote is not None:
        return False
    return _is_brief(leaf)


def _is_brief(leaf: Leaf) -> bool:
    """Whether a line is a few words that neither ask nor state."""
    return len(leaf.text.split()) <= _FEW_WORDS and "?" not in leaf.text and not ends_sentence(leaf.text)


def is_choice(kept: list[Leaf]) -> bool:
    """Whether lines are a question and short answers to choose from."""
    return (
        len(kept) > 1
        and sum(map(_is_brief, kept)) == len(kept) - 1
        and any(x.text.rstrip().endswith("?") for x in kept)
    )


def _controlled(draft: Draft, index: int) -> bool:
    """Whether buttons or fields to fill in stand in the same element as a leaf."""
    return not draft.controls.fields.isdisjoint(draft.path(draft.leaves[index].element))


def _leads_to_a_link(leaves: list[Leaf]) -> bool:
    """Whether a box is a line or two under a title, and below them a few words to click: "Get the note"."""
    *told, last = leaves
    return (
        0 < len(told) <= _CAPTION_LINES
        and last.link_share >= 0.85
        and len(last.text.split()) <= _FEW_WORDS
        and not any(x.cell is not None or x.item is not None or x.quote is not None for x in leaves)
        and not last.heading
        and all(len(x.text) <= _CAPTION for x in told)
        and (told[0].heading or told[0].emphasised >= 0.9 * len(told[0].text) or len(told) == 1)
    )


def _is_line(leaf: Leaf) -> bool:
    """Whether a leaf is a line as stand beside buttons that do what it says."""
    plain = not leaf.heading and leaf.item is None and leaf.cell is None and leaf.quote is None
    return len(leaf.text) <= _BUTTON_LINE and plain and leaf.element.tag != "pre"


def speaks_to_reader(leaves: Sequence[Leaf]) -> bool:
    """Whether lines, labels among them, say "we" or "you" without quoting anybody."""
    labels = sum(not ends_sentence(x.text) or len(x.text) <= 25 for x in leaves)
    text = " ".join(x.text for x in leaves)
    return bool(labels and len(leaves) > 1 and PRONOUN.search(text)) and not QUOTED.search(text)


def polls(draft: Draft) -> None:
    """Drop answers to choose from, and the question above them."""
    if not draft.controls.choices:
        return
    for index, leaf in enumerate(draft.leaves):
        if leaf.rule or len(leaf.text) > _ANSWER or draft.controls.choices.isdisjoint(draft.path(leaf.element)):
            continue
        draft.drop(index, "poll")
        above = draft.leaves[index - 1] if index else leaf
        if not above.rule and len(above.text) <= _CAPTION and above.text.rstrip().endswith(_ASKING):
            draft.drop(index - 1, "poll")
