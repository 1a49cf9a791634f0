"""The passage of a text that shows why it was found, with what was looked for marked."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from warehouse.search_query import Sought
from warehouse.terms import placed_terms

WIDTH = 240
BEFORE = 60  # characters of context before the first match


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage on one line, and where in it the matches begin and end."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()

    def marked(self, begin: str = "**", end: str = "**") -> str:
        """The passage with a sign before and after each match."""
        parts, at = [], 0
        for start, stop in self.marks:
            parts += [self.text[at:start], begin, self.text[start:stop], end]
            at = stop
        return "".join([*parts, self.text[at:]])


def snippet(text: str, stem: str, sought: Sequence[Sought], width: int = WIDTH) -> Snippet:
    """The passage of a text, about ``width`` characters, with most of what was looked for; its beginning if nothing is."""
    text = " ".join(unicodedata.normalize("NFC", text).split())
    found = _matches(text, stem, sought)
    if not found:
        return _cut(text, 0, width, ())
    best, best_score = 0, (0, 0)
    last = 0
    for first in range(len(found)):
        last = max(last, first)
        while last + 1 < len(found) and found[last + 1][1] - found[first][0] <= width - BEFORE:
            last += 1
        score = (len({kind for _, _, kind in found[first : last + 1]}), last - first)
        if score > best_score or first == 0:
            best, best_score = first, score
    start = max(0, found[best][0] - BEFORE)
    return _cut(text, start, start + width, tuple((begin, end) for begin, end, _ in found))


def _matches(text: str, stem: str, sought: Sequence[Sought]) -> list[tuple[int, int, int]]:
    """Where each match begins and ends and which one it is, in order, none inside another."""
    placed = list(placed_terms(text, stem))
    firsts = {s.terms[0]: True for s in sought if not (s.open_end and len(s.terms) == 1)}
    beginnings = tuple(s.terms[0] for s in sought if s.open_end and len(s.terms) == 1)
    found: list[tuple[int, int, int]] = []
    for at, (term, begin, _) in enumerate(placed):
        if term not in firsts and not (beginnings and term.startswith(beginnings)):
            continue
        for kind, one in enumerate(sought):
            run = placed[at : at + len(one.terms)]
            if len(run) == len(one.terms) and _same([t for t, _, _ in run], one):
                end = run[-1][2]
                if found and begin < found[-1][1]:
                    found[-1] = (found[-1][0], max(end, found[-1][1]), found[-1][2])
                else:
                    found.append((begin, end, kind))
    return found


def _same(run: Sequence[str], one: Sought) -> bool:
    *before, last = one.terms
    return list(run[:-1]) == before and (run[-1].startswith(last) if one.open_end else run[-1] == last)


def _cut(text: str, start: int, stop: int, marks: tuple[tuple[int, int], ...]) -> Snippet:
    """A stretch of a text, cut between words, with the marks that lie in it."""
    if start > 0:
        space = text.find(" ", start, start + BEFORE // 2)
        start = space + 1 if space >= 0 else start
    stop = min(stop, len(text))
    if stop < len(text):
        space = text.rfind(" ", start + (stop - start) // 2, stop)
        stop = space if space >= 0 else stop
    lead, tail = "… " if start > 0 else "", " …" if stop < len(text) else ""
    inside = tuple(
        (begin - start + len(lead), end - start + len(lead)) for begin, end in marks if begin >= start and end <= stop
    )
    return Snippet(lead + text[start:stop] + tail, inside)
