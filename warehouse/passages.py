"""What changed from one text to the next, to be read by people: passages with the words that went and those that came."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

CONTEXT = 12  # words shown around a change
ALIKE = 0.4  # paragraphs less alike than this are another paragraph, not a changed one
LONGEST = 3000  # words of a paragraph that is compared word by word

Kind = Literal["same", "removed", "added"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stayed, went or came."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph that changed, one that went or one that came; what stayed is cut down to some words around."""

    kind: Literal["changed", "removed", "added"]
    pieces: tuple[Piece, ...]

    def __str__(self) -> str:
        marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
        return " ".join(marks[piece.kind].format(piece.text) for piece in self.pieces)


def passages(before: str, after: str) -> tuple[Passage, ...]:
    """Compare two texts by paragraph, and changed paragraphs by word."""
    return tuple(_passages(before.split("\n\n") if before else [], after.split("\n\n") if after else []))


def _passages(before: Sequence[str], after: Sequence[str]) -> Iterator[Passage]:
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        old, new = before[i1:i2], after[j1:j2]
        for one, other in zip(old, new, strict=False):
            yield from _paragraph(one, other)
        yield from (_whole("removed", text) for text in old[len(new) :])
        yield from (_whole("added", text) for text in new[len(old) :])


def _paragraph(before: str, after: str) -> Iterator[Passage]:
    old, new = before.split(), after.split()
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if max(len(old), len(new)) > LONGEST or matcher.ratio() < ALIKE:
        yield _whole("removed", before)
        yield _whole("added", after)
    elif pieces := tuple(_pieces(old, new, matcher)):
        yield Passage("changed", pieces)


def _pieces(old: Sequence[str], new: Sequence[str], matcher: "SequenceMatcher[str]") -> Iterator[Piece]:
    steps = matcher.get_opcodes()
    for number, (kind, i1, i2, j1, j2) in enumerate(steps):
        if kind == "equal":
            words = list(old[i1:i2])
            first, last = number == 0, number == len(steps) - 1
            if first and not last and len(words) > CONTEXT:
                words = ["…", *words[-CONTEXT:]]
            elif last and not first and len(words) > CONTEXT:
                words = [*words[:CONTEXT], "…"]
            elif len(words) > 2 * CONTEXT:
                words = [*words[:CONTEXT], "…", *words[-CONTEXT:]]
            if not (first and last):  # white space alone is no change to show
                yield Piece("same", " ".join(words))
            continue
        if i2 > i1:
            yield Piece("removed", " ".join(old[i1:i2]))
        if j2 > j1:
            yield Piece("added", " ".join(new[j1:j2]))


def _whole(kind: Literal["removed", "added"], text: str) -> Passage:
    return Passage(kind, (Piece(kind, " ".join(text.split())),))
