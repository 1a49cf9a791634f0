"""Lines that are worded as publications speak of themselves, in a text that is worded otherwise."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from lxml.html import HtmlElement

from extract.draft import FEW, Draft, rule_kind
from extract.insets import is_choice
from extract.leaves import Leaf
from extract.phrasing import SUSPECT, says_something, telling
from extract.pointers import WE_AND_YOU
from extract.reported import QUOTATION, is_reported, is_speech
from extract.single_lines import introduced
from extract.words import words_of

# What the place of a line says, in the measure of `leaning`: fitted on made pages and real ones, then rounded and held to the tests.
_ANY: Final = 0.2  # within an article's element
_APART: Final = 4.0  # in an element of another make than the paragraphs
_USUAL: Final = -2.2  # in one of many elements that are made alike
_BESIDE: Final = 1.4  # right beside what has gone
_AT_AN_END: Final = 2.7  # with no paragraph above it, or none below
_CLOSING: Final = 1.3  # as the first paragraph or the last
_HEADING: Final = -7.0
_PARAGRAPH: Final = -4.0  # in the form of prose of more than a sentence or two
_LEADING: Final = -2.4  # with a colon behind it, to what follows
_WITHIN: Final = -3.0  # with a link to another part of the page
_REPORTED: Final = -1.4  # what somebody is said to have said
_ON_TOPIC: Final = -7.5  # with all of its words in the text, too, the more of them the surer
_SPEAKING: Final = -4.7  # in a text that says "we" and "you" itself, in every other paragraph or more
_ITEMS: Final = 7
_LISTED: Final = 350  # characters of a short list
_TEXT_LIKE: Final = -2.0  # what an item leans at least
_AMID, _BELOW = 1.5, 0.5  # how far a short list leans that is none of the text: amid it, below it
_LONG: Final = 140  # characters of a paragraph
_RARE, _MANY = 2, 4  # elements of one make
_NEAR: Final = 11  # leaves behind a title, among which its text begins
_FIRST: Final = 2  # words by which lines are alike that have no label
_CONTENT: Final = 4  # letters of a word that may say what a line is about
# What goes from among the paragraphs without being a part of anything.
_LONELY: Final = frozenset(
    ("", "headline_again", "above_headline", "subheadline_again", "byline", "date", "caption", "ornament", "above_text", "hidden", "meta", "header")
)  # fmt: skip
# What was wrong in a text is part of it.
_CORRECTS: Final = re.compile(
    r"""(?ix)^\W*(?:corrections?|clarification|berichtigung|korrektur|richtigstellung|correction|rectificatif|correcci[óo]n|rectificaci[óo]n|fe\s+de\s+errores|виправлення|уточнення|исправление|уточнение
    |düzeltme|correzione|rettifica|correção|sprostowanie|oprava|rättelse|rectificatie)\s?[:(–—-]
    |\b(?:earlier|previous|first)\s+(?:version|headline|edition)\b.{0,80}\b(?:gave|said|named|stated|misspelled|misstated|misidentified|wrong\w*|incorrect\w*|contained)\b|\bwe\s+regret\s+the\s+error
    |\bin\s+einer\s+(?:ersten|früheren|vorherigen)\s+(?:version|fassung)\b|\bune\s+version\s+(?:antérieure|précédente)\b|\buna\s+versión\s+anterior\b|\b(?:попередній|першій)\s+(?:версії|редакції)\b|\bönceki\s+(?:sürüm|versiyon)\w*"""
)


def phrased(draft: Draft) -> None:
    """Drop lines that are worded like calls, notices and labels, and stand where such lines stand."""
    leans = {
        index: lean
        for index, leaf in enumerate(draft.leaves)
        if not leaf.rule and (lean := draft.lean(index)) > SUSPECT and _is_weighed(draft, index)
    }
    if not leans:
        return
    places = _Places(draft)
    waiting = list(reversed(leans))
    gone = []
    while waiting:
        index = waiting.pop()
        if not draft.leaves[index].rule and places.speaks_against(index, leans[index]):
            draft.drop(index, f"phrasing:{telling(draft.leaves[index].text)}")
            gone.append(draft.leaves[index])
            waiting.extend(i for i in (index + 1, index - 1) if i in leans)  # it speaks against what is beside it
    if sum(len(x.text) for x in gone) > sum(len(x.text) for x in draft.leaves if not x.rule):
        kept = gone  # that is how this text is worded
    else:
        alike = Counter(_begins(x.text) for x in gone)
        kept = [x for x in gone if alike[_begins(x.text)] > FEW]  # more of a kind are how this text is built
    for leaf in kept:
        leaf.rule = ""


def phrased_lists(draft: Draft) -> None:
    """Drop short lists whose items are worded so, one with another, or are answers to choose from, and to which no line leads."""
    lists: defaultdict[HtmlElement, list[int]] = defaultdict(list)
    last = -1
    for index, leaf in enumerate(draft.leaves):
        if leaf.rule or leaf.cell is not None:
            continue
        if leaf.item is None:
            last = index if leaf.weight else last
        elif (listed := leaf.item.getparent()) is not None:
            lists[listed].append(index)
    for indexes in lists.values():
        items = [draft.leaves[i] for i in indexes]
        lead = draft.leaves[indexes[0] - 1] if indexes[0] else items[0]
        if not 1 < len(items) <= _ITEMS or sum(len(x.text) for x in items) > _LISTED or lead.text.endswith(":"):
            continue
        if is_choice(items):
            for i in indexes:
                draft.drop(i, "poll")
            continue
        leans = [max(_TEXT_LIKE, draft.lean(i)) for i in indexes]
        if sum(leans) / len(leans) > (_BELOW if indexes[0] > last else _AMID):
            _, said = max(zip(leans, indexes, strict=True))
            for i in indexes:
                draft.drop(i, f"phrasing:{telling(draft.leaves[said].text)}")


def _begins(text: str) -> str:
    """How a line begins: the words before a colon, or its first two."""
    label, colon, _ = text.partition(":")
    return label if colon else " ".join(text.split(None, _FIRST)[:_FIRST])


def _is_weighed(draft: Draft, index: int) -> bool:
    leaf = draft.leaves[index]
    if leaf.cell is not None or leaf.element.tag == "pre" or (leaf.item is not None and _enumerates(leaf.item)):
        return False
    if QUOTATION.match(leaf.text) or (leaf.heading and draft.prose_follows(index, _NEAR)):
        return False
    box = leaf.element.getparent()
    if box is None or box in draft.above:
        return True
    # Beside words in quotation marks, in one box with them, stands who says them.
    if not any(QUOTATION.match(x.text) and x.element.getparent() is box for x in draft.beside(index)):
        return True
    far = (i for i in (index - _NEAR, index + _NEAR) if 0 <= i < len(draft.leaves))
    return any(draft.lies_in(i, box) for i in far)


def _points_within(leaf: Leaf) -> bool:
    """Whether a line leads to another part of the page."""
    return any(len(href) > 1 and href.startswith("#") for a in leaf.links if (href := a.get("href")))


def _enumerates(item: HtmlElement) -> bool:
    """Whether an item stands in a list of several, or of two beside a paragraph: others are rather boxes that are made as a list."""
    listed = item.getparent()
    if listed is None or len(listed) < 2:
        return False
    return len(listed) > 2 or any(x is not None and x.tag == "p" for x in (listed.getprevious(), listed.getnext()))


class _Places:
    """What the places of an article's lines say of them."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.leaves: Sequence[Leaf] = draft.leaves
        self.prose = [i for i, x in enumerate(self.leaves) if x.weight and not x.rule]
        self.text_alone = [i for i in self.prose if draft.lean(i) <= SUSPECT]
        self.first, self.last = (self.prose[0], self.prose[-1]) if self.prose else (len(self.leaves), -1)
        self.forms = list(map(draft.form, self.leaves))
        self.running = draft.running_forms(self.leaves)
        self.number = Counter(form for x, form in zip(self.leaves, self.forms, strict=True) if not x.rule)

    def speaks_against(self, index: int, lean: float) -> bool:
        """Whether a line that leans so far towards what is no text stands where such lines do."""
        text = self.leaves[index].text
        lean += self.stands(index)
        if lean > 0:  # what is dearer to know is asked of few
            lean += self.voice
        if lean > 0:
            lean += _ON_TOPIC * self.shared(index)
        if lean > 0 and is_reported(text):
            lean += _REPORTED
        return lean > 0 and not (is_speech(text) or _CORRECTS.search(text) or self.tells_who(text))

    def tells_who(self, text: str) -> bool:
        """Whether a line introduces somebody of whom the text tells."""
        surname = introduced(text)
        return surname != "" and surname.lower() in self.paragraphs

    def stands(self, index: int) -> float:
        """What the make of a line says, and what is around it."""
        leaf, form = self.leaves[index], self.forms[index]
        said = _ANY
        if form not in self.running:
            said += _APART if self.number[form] <= _RARE else _USUAL if self.number[form] > _MANY else 0.0
        if any(rule_kind(x) not in _LONELY for x in self.draft.beside(index)):
            said += _BESIDE
        if index <= self.first or index >= self.last:
            said += _CLOSING if leaf.weight else _AT_AN_END
        if leaf.heading:
            said += _HEADING
        if leaf.weight >= _LONG:
            said += _PARAGRAPH
        if leaf.text.endswith(":"):
            said += _LEADING
        if leaf.links and _points_within(leaf):
            said += _WITHIN
        return said

    @cached_property
    def voice(self) -> float:
        """What it says of any line how the text is worded: that of guides and letters is like a call itself."""
        own = [text for i in self.text_alone if not QUOTATION.search(text := self.leaves[i].text)]
        speaking = sum(not WE_AND_YOU.isdisjoint(words_of(text)) for text in own)
        return _SPEAKING * min(1.0, 2 * max(speaking - 1, 0) / (len(self.text_alone) or 1))

    @cached_property
    def paragraphs(self) -> Counter[str]:
        """Words, and how many of the paragraphs have them."""
        return Counter(word for i in self.prose for word in set(words_of(self.leaves[i].text.lower())))

    def shared(self, index: int) -> float:
        """The share of a line's words that the text has, too; of those that may say what the line is about."""
        leaf = self.leaves[index]
        words = {w for w in words_of(leaf.text.lower()) if len(w) >= _CONTENT and not says_something(w)}
        once = 1 if leaf.weight else 0
        return sum(self.paragraphs[word] > once for word in words) / (len(words) + 1)
