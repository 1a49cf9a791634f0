"""A text's fingerprint: texts that are nearly the same have nearly the same fingerprint, whatever their titles."""

import re
import struct
from typing import Final

from rensa import RMinHash

from extract.words import words_of

WORDING: Final = 32
"""Numbers that stand for the wording: runs of four words."""

FIGURES: Final = 8
"""Numbers after these that stand for the figures in the text, each with the word behind it."""

SHORTEST: Final = 30
"""Words below which a text proves nothing and has no fingerprint."""

RUN = 4
HASHES_A_NUMBER = 4
SEED = 20261125

_FIGURE = re.compile(r"(\d\d*+)\W*+(\w*+)")  # \d twice: a search looks for a first character, not for a repetition


def fingerprint(body: str) -> tuple[int, ...]:
    """Give `WORDING` + `FIGURES` numbers below 2³², or none for a text that is too short to prove anything.

    Each number holds four MinHash values (Broder 1997) of eight bits. The share of equal values of two texts estimates
    the Jaccard similarity of their word runs, or of their figures; two texts of which no single number is equal at the
    same place are hardly alike.
    """
    lower = body.lower()
    words = words_of(lower)
    if len(words) < SHORTEST:
        return ()
    runs = list(map(" ".join, zip(*(words[start:] for start in range(RUN)), strict=False)))
    figures = [" ".join(found) for found in _FIGURE.findall(lower.replace(".", "").replace(",", ""))]
    return _sketch(runs, WORDING) + _sketch(figures, FIGURES)


def _sketch(features: list[str], numbers: int) -> tuple[int, ...]:
    sketch = RMinHash(num_perm=numbers * HASHES_A_NUMBER, seed=SEED)
    sketch.update(features)
    return struct.unpack(f"<{numbers}I", bytes(value & 0xFF for value in sketch.digest()))
