"""The words of a text: how many there are, and which. Most texts fit a character set of one byte, whose words are found fast."""

import re
from collections.abc import Callable
from typing import Final

_NARROW: Final = "cp1252"
# Scripts written without spaces count letter by letter: Thai to Khmer, kana, Chinese characters.
_UNSPACED: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD: Final = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]++")
_ANY_UNSPACED: Final = re.compile(rf"[{_UNSPACED}]")
_COMPOUND: Final = re.compile(r"\w++(?:[’'.-]\w++)*+")
_OF_WORDS: Final = re.compile(r"\w")
_JOINTS: Final = "’'.-"


def _table(meaning: Callable[[str, int], int]) -> bytes:
    """A translation of all bytes by the characters they stand for."""
    characters = (bytes((number,)).decode(_NARROW, "replace") for number in range(256))
    return bytes(meaning(character, number) for number, character in enumerate(characters))


_LETTERS: Final = re.compile(r"[^\W\d_]+")
_ONLY_LETTERS: Final = _table(lambda character, number: number if _LETTERS.match(character) else ord(" "))
_ONLY_WORDS: Final = _table(lambda character, number: number if _OF_WORDS.match(character) else ord(" "))
_SHAPES: Final = _table(lambda c, _: ord("w" if _OF_WORDS.match(c) else "-" if c in _JOINTS else " "))
_NO_JOINTS: Final = bytes.maketrans(b"-", b" ")


def words_of(text: str) -> list[str]:
    """Give the runs of letters and digits in a text, in order."""
    try:
        narrow = text.encode(_NARROW)
    except UnicodeEncodeError:
        return _WORD.findall(text)
    return narrow.translate(_ONLY_WORDS).decode(_NARROW).split()


def letters_of(text: str) -> list[str]:
    """Give the runs of letters in a text, in order."""
    if text.isascii():  # in half the time
        return text.encode("ascii").translate(_ONLY_LETTERS).decode("ascii").split()
    try:
        narrow = text.encode(_NARROW)
    except UnicodeEncodeError:
        return _LETTERS.findall(text)
    return narrow.translate(_ONLY_LETTERS).decode(_NARROW).split()


def is_unspaced(text: str) -> bool:
    """Whether a text has signs of a script that is written without spaces: its words are single characters here."""
    return not text.isascii() and _ANY_UNSPACED.search(text) is not None


def word_count(text: str) -> int:
    """Words of a text; a number or a hyphenated compound is one word."""
    try:
        narrow = text.encode(_NARROW)
    except UnicodeEncodeError:
        return len(_COMPOUND.findall(text))
    shapes = narrow.translate(_SHAPES)
    # A joint between two words joins them: twice, for what stands between two joints is seen once only.
    joined = shapes.replace(b"w-w", b"ww").replace(b"w-w", b"ww")
    return len(joined.translate(_NO_JOINTS).split())
