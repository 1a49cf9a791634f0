"""Words of texts: found fast in texts of one byte a character, and the same as in any other."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from extract import words
from extract.words import word_count, words_of

WESTERN = st.text("abÄéœÿªº²µßXYZ019_ \t\n\u00a0'’.-–—…“”€$%/(),;:!?", max_size=60)


@given(st.one_of(WESTERN, st.text(max_size=60)))
@example("F-35.A-B-C d'une 1.5 U.S.-built --x- a--b 'tis o’clock")
def test_words_are_the_same_however_they_are_found(text: str) -> None:
    """The fast way gives what the patterns give."""
    assert words_of(text) == words._WORD.findall(text)
    assert word_count(text) == len(re.findall(r"\w+(?:[’'.-]\w+)*", text))


def test_scripts_without_spaces_count_letter_by_letter_where_words_are_compared() -> None:
    """Runs of several such letters are what two texts share."""
    assert words_of("F-35 戦闘機") == ["F", "35", "戦", "闘", "機"]


def test_compounds_and_numbers_are_one_word() -> None:
    """As people count."""
    assert word_count("The U.S.-built F-35A cost $1.5 billion – or more.") == 9
