"""The lines to learn from, and what each counts."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from extract.calls import LONGEST

LINES = Path(__file__).with_name("lines")
MEASURE = "en"  # the language of which there are enough texts
HARD = 3  # what a line counts of a text that is worded almost like what stands around texts


class Line(NamedTuple):
    """A line to learn from."""

    text: str
    around: bool
    """Whether it is what stands around an article, not in it."""
    language: str
    hard: bool = False
    """Whether it is of a text and has the words of what is not."""


def our_lines(folder: Path = LINES) -> Iterator[Line]:
    """Read the lines that were written to learn from: sign, kind and text, parted by tabs, one file a language.

    Raises `ValueError` for a line in another form.
    """
    for path in sorted(folder.glob("*.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            fields = line.split("\t")
            if len(fields) != 3 or fields[0] not in ("+", "-") or not all(map(str.strip, fields)):
                raise ValueError(f"{path}, line {number}: expected + or -, a kind and a text, parted by tabs.")
            yield Line(fields[2].strip(), fields[0] == "+", path.stem, fields[:2] == ["-", "hard"])


def short(lines: Iterable[Line]) -> list[Line]:
    """Those lines that are weighed in a page, each once, in an order of their own."""
    return sorted({line for line in lines if len(line.text) <= LONGEST})


def importance(lines: list[Line]) -> list[float]:
    """Give what each line counts: texts of each language as much against its other lines as in the language of the corpus.

    Else a language of which there are few texts would look like clutter as such. Lines that are easily mistaken count `HARD` times.
    """
    counts: defaultdict[str, Counter[bool]] = defaultdict(Counter)
    for line in lines:
        counts[line.language][line.around] += 1
    usual = counts[MEASURE][False] / max(counts[MEASURE][True], 1)
    factors = {language: usual * count[True] / max(count[False], 1) for language, count in counts.items()}
    return [1.0 if line.around else max(1.0, factors[line.language]) * (HARD if line.hard else 1) for line in lines]
