"""How a line is worded: as publications speak of themselves and to their readers, or as the text of an article.

The weights in ``phrasing.txt``, of words, of how long ones begin and of pairs of words, are learned (``make training``) from lines of both
kinds: a logistic regression, whose sum of weights is the logarithm of the odds that a line is no text.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from pkgutil import get_data
from typing import Final

from extract.words import is_unspaced, words_of

_NUMBER: Final = "0"  # any word with a digit or a sign in it
_EDGE: Final = "^"  # where a line begins and where it ends
_SIZES: Final = (3, 8, 16, 30)  # words, up to which lines are of one size
_SIZED: Final = tuple(f"<size {number}>" for number in range(len(_SIZES) + 1))
_ENDED, _OPEN = "<ended>", "<open>"
_ENDS: Final = frozenset('.!?"”…:»。！？')
_STEM: Final = 6
_FEWEST: Final = 2  # words
_SAYING: Final = 0.3
_MOST_TELLING: Final = 3
_SIGNED: Final = re.compile(r"(?<=[.!?])\s?\([^()]{1,30}\)$")  # by an agency, as any sentence may be
NOWHERE: Final = float("-inf")  # how far a line leans none of whose words speaks against it
SUSPECT: Final = -1.5  # how far one leans at least that may be no text
_Weights = dict[str, float]


def features_of(text: str) -> list[str]:
    """What of a line is weighed: its size, whether it ends as sentences do, its words, and each two that stand side by side."""
    text = _unsigned(text)
    words = _words(text)
    edged = (_EDGE, *words, _EDGE)
    return [
        *_form(text, words),
        *words,
        *(f"{word[:_STEM]}*" for word in words if len(word) > _STEM),
        *map(" ".join, pairwise(edged)),
    ]


def _unsigned(text: str) -> str:
    return _SIGNED.sub("", text) if text.endswith(")") else text


def _words(text: str) -> list[str]:
    return [word if word.isalpha() else _NUMBER for word in words_of(text.lower())]


def _form(text: str, words: list[str]) -> tuple[str, str]:
    return _SIZED[bisect_left(_SIZES, len(words))], _ENDED if text[-1:] in _ENDS else _OPEN


def _read() -> Iterator[tuple[str, float]]:
    for line in (get_data("extract", "phrasing.txt") or b"").decode("utf-8").splitlines():
        if not line.startswith("#"):
            weight, feature = line.split(" ", 1)
            yield feature, int(weight) / 100


def _tables() -> tuple[_Weights, _Weights, _Weights, dict[str, _Weights]]:
    """The weights of what lines are like, of words, of their beginnings, and of words by the word before them."""
    forms: _Weights = {}
    single: _Weights = {}
    stems: _Weights = {}
    pairs: dict[str, _Weights] = {}
    for feature, weight in _read():
        before, blank, word = feature.partition(" ")
        if feature.startswith("<"):
            forms[feature] = weight
        elif blank:
            pairs.setdefault(before, {})[word] = weight
        elif feature.endswith("*"):
            stems[feature[:-1]] = weight
        else:
            single[feature] = weight
    return forms, single, stems, pairs


_FORMS, _SINGLE, _STEMS, _PAIRS = _tables()
_START: Final = _FORMS.get("<start>", 0.0)
_NO_PAIRS: Final[_Weights] = {}


def leaning(text: str) -> float:
    """How far a line leans towards what is no text: the natural logarithm of the odds, 0 where both are as likely.

    Size and end of a line alone say nothing: where its words do not, as in a language that was not learned, it is `NOWHERE`. So is a
    word by itself, and what is written without spaces: single characters stand in calls and in texts alike.
    """
    text = _unsigned(text)
    words = _words(text)
    if len(words) < _FEWEST or is_unspaced(text):
        return NOWHERE
    size, end = _form(text, words)
    lean = 0.0
    following = _PAIRS.get(_EDGE, _NO_PAIRS)
    for word in words:
        if word in _SINGLE:
            lean += _SINGLE[word]
        if len(word) > _STEM:
            lean += _STEMS.get(word[:_STEM], 0.0)
        if word in following:
            lean += following[word]
        following = _PAIRS.get(word, _NO_PAIRS)
    lean += following.get(_EDGE, 0.0)
    if lean <= 0:
        return NOWHERE
    return lean + _START + _FORMS.get(size, 0.0) + _FORMS.get(end, 0.0)


def _of_stem(word: str) -> float:
    return _STEMS.get(word[:_STEM], 0.0) if len(word) > _STEM else 0.0


def telling(text: str) -> str:
    """The words, or two of them, that speak most against a line: those that say the same again are left out."""
    words = _words(_unsigned(text))
    edged = (_EDGE, *words, _EDGE)
    weighed = {word: _SINGLE.get(word, 0.0) + _of_stem(word) for word in words}
    weighed |= {f"{a} {b}": _PAIRS[a][b] for a, b in pairwise(edged) if b in _PAIRS.get(a, _NO_PAIRS)}
    found: list[str] = []
    for said in sorted(weighed, key=lambda said: (-weighed[said], said)):
        plain = said.strip(f"{_EDGE} ")
        if weighed[said] > 0 and not any(plain in other or other in plain for other in found):
            found.append(plain)
    return ", ".join(found[:_MOST_TELLING])


def says_something(word: str) -> bool:
    """Whether a word alone makes a line lean towards what is no text."""
    return _SINGLE.get(word, 0.0) > _SAYING
