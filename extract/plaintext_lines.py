"""Lines of a saved text: folded ones joined again, and what each looks like."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.cues import leading_cue, marked
from extract.wording import one_line

BULLET = re.compile(r"^[•◦▪▫■□●○‣⁃∙·*–—-]\s+(?=\S)")
SENTENCE_END = re.compile(r"""(?<!\.\.)(?<!…)[.!?:;。！？।۔؟]["'”’»›)\]]*$""")
INNER_STOP = re.compile(r"""[.!?]["'”’»)]*\s+["'“«„(]*[^\W\d_a-zа-яёіїєґ]""")
WRAPPED = (40, 100)  # a text file whose lines all end in this range was folded at a fixed width


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text (or folded lines joined), with what its layout says."""

    text: str
    bullet: bool
    after_blank: bool


def lines_of(text: str) -> Iterator[Line]:
    """Lines of a text; those that were folded at a fixed width are joined again."""
    groups: list[list[str]] = [[]]
    for raw in text.splitlines():
        line = one_line(raw)
        if line:
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    for group in groups:
        if _is_wrapped(group):
            group = [" ".join(group)]
        for number, line in enumerate(group):
            bullet = BULLET.match(line)
            yield Line(line[bullet.end() :] if bullet else line, bool(bullet), number == 0)


def _is_wrapped(group: list[str]) -> bool:
    if len(group) < 2 or any(BULLET.match(line) for line in group):
        return False
    full = group[:-1]
    longest = max(map(len, group))
    if not WRAPPED[0] <= longest <= WRAPPED[1] or len(group[-1]) > longest:
        return False
    # A folded line breaks where the next word no longer fits.
    fits = [len(line) + 1 + len(after.split()[0]) > longest for line, after in zip(full, group[1:], strict=True)]
    return all(fits) and sum(bool(SENTENCE_END.search(line)) for line in full) <= len(full) / 2


def is_prose(text: str) -> bool:
    """Whether a line reads as a paragraph: it ends a sentence and is longer than a headline, or holds several."""
    if leading_cue(text) and (cue := leading_cue(text)) and cue.strong and cue.kind == "related" and marked(cue):
        return False
    words = len(text.split())
    if SENTENCE_END.search(text):
        return words >= 9 or len(text) >= 60 or bool(INNER_STOP.search(text))
    return words >= 35 or (words >= 15 and bool(INNER_STOP.search(text)))


def is_heading(line: Line) -> bool:
    """Whether a line has the look of a heading: short, no sentence."""
    return not line.bullet and len(line.text) <= 90 and not SENTENCE_END.search(line.text)


def is_section(text: str) -> bool:
    """Whether a line is the name of a section: all capitals, and short."""
    letters = [c for c in text if c.isalpha()]
    return len(text) <= 50 and len(letters) >= 4 and all(c.isupper() for c in letters) and len(text.split()) <= 6
