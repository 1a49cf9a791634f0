"""Where the line breaks in a run of text part paragraphs, and where they only break a line."""

import re
from itertools import pairwise
from typing import Final

from extract.leaves import ends_sentence
from extract.wording import one_line

_BREAK: Final = re.compile(r"[ \t\r\f\v]*\n[ \t\r\f\v]*")


def paragraphs_of(text: str, one: bool) -> list[str]:
    """Split a run at empty lines (two line breaks), and at single ones where each line is a paragraph by itself."""
    lines = [one_line(line) for line in _BREAK.split(text)]
    # A line that goes on in the middle of a sentence: broken to be short, not to part anything.
    goes_on = any(line and above and line[0].islower() for above, line in pairwise(lines))
    full = [line for line in lines if line]
    if len(full) < 2:
        return full
    if all(len(line) >= 80 and ends_sentence(line) for line in full[:-1]) and len(full[-1]) > 40:
        return full
    if not goes_on and all(len(line) < 140 and not (len(line) > 60 and ends_sentence(line)) for line in full):
        return full
    if (
        not one
        and not goes_on
        and sum(40 < len(line) < 110 and not ends_sentence(line) for line in full) < 0.5 * len(full)
    ):
        return full
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line:
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    return [" ".join(p) for p in paragraphs if p]
