"""An article's leaves while it is judged which of them stay."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lxml.html import HtmlElement

from extract.calls import LONGEST
from extract.cues import Cue, leading_cue
from extract.leaves import Controls, Leaf
from extract.phrasing import NOWHERE, leaning

# What goes as a whole box: a label beside nothing but such text goes with it.
BOXES: Final = frozenset(
    (
        "newsletter", "related", "linked_paragraph", "linked_heading", "link_list", "share", "author", "comments",
        "consent", "advertisement", "navigation", "tags", "gallery", "donation", "account", "contact", "correction",
        "feedback", "event", "poll", "phrasing", "translation", "machine", "listen", "ticker", "disclaimer", "disclosure",
    )
)  # fmt: skip
# What pointed to other articles.
POINTERS: Final = frozenset(("related", "linked_paragraph", "linked_heading", "link_list", "aside"))
TEASER: Final = 250  # characters of the text under a headline that leads to another article
RUNNING: Final = 0.12  # of the prose, from which on a make of element counts as one that holds paragraphs
FEW: Final = 3  # more of a kind are how this text is built

Form = tuple[int, str | None]


@dataclass(slots=True)
class Known:
    """What is known of the article before its text is read, to tell it from what repeats it."""

    headline: str = ""
    subheadline: str | None = None
    authors: tuple[str, ...] = ()
    host: str = ""
    names: tuple[str, ...] = ()
    """What the publication calls itself: of several words, for one alone may be a thing in the news."""

    headline_above: bool = False
    """The headline stands before the article's element: where it stands in it too, it has nothing to do with what is above."""


class Draft:
    """One container's leaves, where they stand and what has been told apart so far."""

    def __init__(self, leaves: list[Leaf], containers: Sequence[HtmlElement], known: Known, controls: Controls) -> None:
        self.leaves = leaves
        self.known = known
        self.controls = controls
        self.total = sum(leaf.weight for leaf in leaves) or 1
        self.above = {a for c in containers for a in c.iterancestors()} | frozenset(containers)
        self.controlled: set[HtmlElement] = set()
        """The elements in which buttons or fields to fill in stand."""
        for field in controls.fields:
            element: HtmlElement | None = field
            while element is not None and element not in self.above and element not in self.controlled:
                self.controlled.add(element)
                element = element.getparent()
        self.insets: list[list[int]] = []
        self.running: set[int] = set()
        """The makes of the elements that hold the text's paragraphs."""
        self.cues: dict[int, Cue | None] = {}
        self.leans: dict[int, float] = {}
        self.paths: dict[HtmlElement, tuple[HtmlElement, ...]] = {}
        self.makes: dict[tuple[str, int], int] = {}
        self.made: dict[HtmlElement, int] = {}

    def drop(self, index: int, rule: str) -> None:
        """Mark a leaf with the rule that drops it; the first rule stands."""
        if not self.leaves[index].rule:
            self.leaves[index].rule = f"prune:{rule}"

    def path(self, element: HtmlElement) -> tuple[HtmlElement, ...]:
        """An element and those around it, up to the article's own, which is left out."""
        return element, *self.around(element)

    def around(self, element: HtmlElement) -> tuple[HtmlElement, ...]:
        """The elements around one, innermost first, up to the article's own, which is left out."""
        parent = element.getparent()
        if parent is None or parent in self.above:
            return ()
        found = self.paths.get(parent)  # by parent: a page may have very many elements side by side, and deep
        if found is None:
            chain = [parent]
            for above in parent.iterancestors():
                if above in self.above:
                    break
                chain.append(above)
            found = self.paths[parent] = tuple(chain)
        return found

    def make(self, element: HtmlElement) -> int:
        """A number that elements share whose paths have the same tags."""
        made = self.made
        if element in made:
            return made[element]
        chain = [element]
        outer = element.getparent()
        while outer is not None and outer not in self.above and outer not in made:
            chain.append(outer)
            outer = outer.getparent()
        number = 0 if outer is None or outer in self.above else made[outer]
        for inner in reversed(chain):
            number = made[inner] = self.makes.setdefault((inner.tag, number), len(self.makes) + 1)
        return number

    def form(self, leaf: Leaf) -> Form:
        """What a leaf's element shares with others that are made alike: its make and its class."""
        return self.make(leaf.element), leaf.element.get("class")

    def running_forms(self, leaves: Sequence[Leaf]) -> set[Form]:
        """The forms of what holds paragraphs, among some leaves that stay."""
        weights: Counter[Form] = Counter()
        for leaf in leaves:
            if not leaf.rule:
                weights[self.form(leaf)] += leaf.weight
        return {form for form, weight in weights.items() if weight >= RUNNING * weights.total()}

    def lies_in(self, index: int, element: HtmlElement) -> bool:
        """Whether a leaf lies in an element of the article."""
        inner = self.leaves[index].element
        return inner is element or element in self.around(inner)

    def span(self, index: int, element: HtmlElement) -> tuple[int, int]:
        """The leaves around one that lie in the same element: they stand together in reading order."""
        first = last = index
        while first > 0 and self.lies_in(first - 1, element):
            first -= 1
        while last + 1 < len(self.leaves) and self.lies_in(last + 1, element):
            last += 1
        return first, last + 1

    def beside(self, index: int) -> list[Leaf]:
        """The leaf before one and the leaf behind it, where there are such."""
        return [*self.leaves[max(0, index - 1) : index], *self.leaves[index + 1 : index + 2]]

    def prose_follows(self, index: int, within: int = 2) -> bool:
        """Whether what stays of so many leaves behind one begins with prose."""
        after = next((x for x in self.leaves[index + 1 : index + 1 + within] if not x.rule), None)
        return after is not None and after.weight > 0

    def leading(self, index: int) -> Cue | None:
        """The cue that opens a leaf."""
        if index not in self.cues:
            self.cues[index] = leading_cue(self.leaves[index].text)
        return self.cues[index]

    def lean(self, index: int) -> float:
        """How far a leaf leans by its words towards what is no text; long texts lean nowhere."""
        if index not in self.leans:
            text = self.leaves[index].text
            self.leans[index] = leaning(text) if len(text) <= LONGEST else NOWHERE
        return self.leans[index]

    def related_cue(self, index: int) -> Cue | None:
        """The cue that opens a leaf, if other articles are announced with it."""
        found = self.leading(index)
        return found if found is not None and found.kind == "related" else None


def rule_kind(leaf: Leaf) -> str:
    """What a dropped leaf was taken for; empty for one that stays."""
    return leaf.rule.partition(":")[2].partition(":")[0]
