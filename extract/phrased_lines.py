"""Lines that are worded as publications speak of themselves, in a text that is worded otherwise."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from extract.draft import RUNNING, Draft, rule_kind
from extract.leaves import Leaf
from extract.phrasing import says_something, telling
from extract.pointers import WE_AND_YOU
from extract.reported import QUOTATION, is_reported
from extract.single_lines import introduced
from extract.words import words_of

_SUSPECT: Final = -1.5  # how far a line must lean for its place to be looked at
# What the place of a line says, in the measure of `leaning`: fitted on made pages and real ones, then rounded and held to the tests.
_ANY: Final = 0.5  # within an article's element
_APART: Final = 4.2  # in an element of another make than the paragraphs
_USUAL: Final = -3.6  # in one of many elements that are made alike
_BESIDE: Final = 2.0  # right beside what has gone
_AT_AN_END: Final = 1.8  # with no paragraph above it, or none below
_BOLD, _LINKED = 1.2, 1.3
_TITLE: Final = -1.5  # in bold, with prose behind it
_SENTENCE, _PARAGRAPH = -1.1, -5.6  # in the form of prose; of more than a sentence or two
_HEADING: Final = -4.4
_REPORTED: Final = -3.0  # what somebody is said to have said
_ON_TOPIC: Final = -4.3  # with all of its words in the text, too
_SPEAKING: Final = -8.6  # in a text that says "we" and "you" itself, in every other paragraph or more
_LONG: Final = 140  # characters of a paragraph
_RARE, _MANY = 2, 4
_NEAR: Final = 11  # leaves behind a title, among which its text begins
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
        if not leaf.rule and (lean := draft.lean(index)) > _SUSPECT and _is_weighed(draft, index)
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
        for leaf in gone:  # that is how this text is worded
            leaf.rule = ""


def _is_weighed(draft: Draft, index: int) -> bool:
    leaf = draft.leaves[index]
    if leaf.item is not None or leaf.cell is not None or leaf.element.tag == "pre":
        return False
    if QUOTATION.match(leaf.text) or (leaf.heading and draft.prose_follows(index, _NEAR)):
        return False
    box = leaf.element.getparent()
    if box is None or box in draft.above:
        return True
    # Beside words in quotation marks, in one box with them, stands who says them.
    return not any(QUOTATION.match(x.text) and x.element.getparent() is box for x in draft.beside(index))


class _Places:
    """What the places of an article's lines say of them."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.leaves: Sequence[Leaf] = draft.leaves
        self.prose = [i for i, x in enumerate(self.leaves) if x.weight and not x.rule]
        self.text_alone = [i for i in self.prose if draft.lean(i) <= _SUSPECT]
        self.first, self.last = (self.prose[0], self.prose[-1]) if self.prose else (len(self.leaves), -1)
        self.makes = [(draft.make(x.element), x.element.get("class")) for x in self.leaves]
        weights: Counter[tuple[int, str | None]] = Counter()
        self.number: Counter[tuple[int, str | None]] = Counter()
        for leaf, make in zip(self.leaves, self.makes, strict=True):
            if not leaf.rule:
                weights[make] += leaf.weight
                self.number[make] += 1
        least = RUNNING * weights.total()
        self.minor = {make for make in self.number if weights[make] < least}

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
        return lean > 0 and not _CORRECTS.search(text) and not self.tells_who(text)

    def tells_who(self, text: str) -> bool:
        """Whether a line introduces somebody of whom the text tells."""
        surname = introduced(text)
        return surname != "" and surname.lower() in self.paragraphs

    def stands(self, index: int) -> float:
        """What the make of a line says, and what is around it."""
        leaf, make = self.leaves[index], self.makes[index]
        said = _ANY
        if make in self.minor:
            said += _APART if self.number[make] <= _RARE else _USUAL if self.number[make] > _MANY else 0.0
        if any(rule_kind(x) not in _LONELY for x in self.draft.beside(index)):
            said += _BESIDE
        if index < self.first or index > self.last:
            said += _AT_AN_END
        if leaf.heading:
            said += _HEADING
        elif leaf.emphasised >= 0.9 * len(leaf.text):
            said += _TITLE if leaf.weight == 0 and self.draft.prose_follows(index, _NEAR) else _BOLD
        if leaf.weight:
            said += _SENTENCE if len(leaf.text) < _LONG else _PARAGRAPH
        elif leaf.links:  # sentences link to their sources
            said += _LINKED
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
        return sum(self.paragraphs[word] > once for word in words) / (len(words) or 1)
