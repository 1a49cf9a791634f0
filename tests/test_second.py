"""The second reader: trafilatura's answer as blocks."""

from extract.article import Block
from extract.second import second_reading
from extract.tree import parse

SENTENCE = "The yard on the river delivered tug number {} in May, its director told the council, and two more follow by autumn."


def test_a_table_that_lays_out_a_page_gives_its_paragraphs() -> None:
    """A cell with the whole text in it is a column; its paragraphs are not one row of a table."""
    sentences = [SENTENCE.format(n) for n in range(8)]
    column = "".join(f"<p><span>{s}</span></p>" for s in sentences)
    page = f"<html><body><table><tr><td>Home | World</td></tr><tr><td>{column}</td></tr></table></body></html>"
    assert second_reading(parse(page))[-8:] == tuple(Block("paragraph", s) for s in sentences)


def test_a_table_of_values_stays_one() -> None:
    """Cells of a row are parted by tabs, rows by line breaks."""
    text = "".join(f"<p>{SENTENCE.format(n)}</p>" for n in range(6))
    table = "<table><tr><td>Ship</td><td>Year</td></tr><tr><td>Heron</td><td>2021</td></tr></table>"
    found = second_reading(parse(f"<html><body><article><h1>Tugs</h1>{text}{table}</article></body></html>"))
    assert Block("table", "Ship\tYear\nHeron\t2021") in found
