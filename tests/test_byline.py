"""Bylines: names and nothing but names, in the order they are printed."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extract.byline import authors_of, fold_names, looks_personal

BYLINES = {
    "By Jane Roe": ["Jane Roe"],
    "By Jane Roe in Kyiv": ["Jane Roe"],
    "By Jane Roe in Kyiv and Max Moe in New York": ["Jane Roe", "Max Moe"],
    "By Jane Roe and Max Moe": ["Jane Roe", "Max Moe"],
    "By Jane Roe, Max Moe, and Ann Poe": ["Jane Roe", "Max Moe", "Ann Poe"],
    "Jane Roe, Defence Correspondent": ["Jane Roe"],
    "By Jane Roe, Senior Editor, Example Weekly": ["Jane Roe"],
    "JANE ROE | The Example Post": ["JANE ROE"],
    "By Jane Roe (Content Manager)": ["Jane Roe"],
    "Jane Roe jane.roe@example.org": ["Jane Roe"],
    "By Jane Roe @janeroe": ["Jane Roe"],
    "Written by Jane Roe on May 3, 2024": ["Jane Roe"],
    "Jane Roe December 18, 2025 5 min read": ["Jane Roe"],
    "By Jane Roe • 5 min read": ["Jane Roe"],
    "Posted By: Jane Roe - 3 May 2024 10:31": ["Jane Roe"],
    "ByJane Roe": ["Jane Roe"],
    "Jane Roe, MD, PhD": ["Jane Roe"],
    "By Dr. Jane Roe": ["Jane Roe"],
    "By Sgt. 1st Class Jane Roe, 5th Example Wing Public Affairs": ["Jane Roe"],
    "By Airman 1st Class Jane Roe": ["Jane Roe"],
    "By Army Maj. Max Moe": ["Max Moe"],
    "By Max Moe, Jane Roe": ["Max Moe", "Jane Roe"],
    "Max Moe; max moe; MAX MOE": ["Max Moe"],
    "By Reuters": ["Reuters"],
    "AFP": ["AFP"],
    "By Staff": ["Staff"],
    "Staff Writer": ["Staff Writer"],
    "Example.com bureau": ["Example.com bureau"],
    "Centre for Research and Analysis": ["Centre for Research and Analysis"],
    "Von Max Müller und Eva Beispiel, Berlin": ["Max Müller", "Eva Beispiel"],
    "Par Jeanne Exemple (avec AFP)": ["Jeanne Exemple"],
    "Por Juan Ejemplo y María Muestra": ["Juan Ejemplo", "María Muestra"],
    "Di Maria Esempio": ["Maria Esempio"],
    "Автор: Іван Приклад": ["Іван Приклад"],
    "Іван Приклад та Олена Зразок": ["Іван Приклад", "Олена Зразок"],
    "Zeynep Örnek ve Ali Deneme": ["Zeynep Örnek", "Ali Deneme"],
    "Jan Przykład i Ewa Wzór": ["Jan Przykład", "Ewa Wzór"],
    "Marie d'Exemple et Jean-Paul de la Forme": ["Marie d'Exemple", "Jean-Paul de la Forme"],
}


@pytest.mark.parametrize("byline", BYLINES)
def test_names_are_read_and_the_rest_is_left(byline: str) -> None:
    """Openings, titles, ranks, places, posts, dates, houses and addresses are no names; agencies and teams are."""
    assert list(authors_of(byline)) == BYLINES[byline]


@pytest.mark.parametrize(
    "byline",
    ["", "By", ", and", "admin", "Administrator", "https://www.facebook.com/janeroe", "jane@example.org", "null", "x" * 500,
     "3 May 2024", "View all posts", "5 min read"],
)  # fmt: skip
def test_what_names_nobody_gives_nobody(byline: str) -> None:
    """Addresses, accounts of content systems, dates and empty openings name nobody."""
    assert authors_of(byline) == ()


def test_a_name_is_told_from_a_desk() -> None:
    """Only what is written like a person's name counts as one."""
    assert all(map(looks_personal, ["Jane Roe", "Ludwig van Beispiel", "J. R. R. Roe", "Іван Приклад", "Tom O’Roe"]))
    assert not any(
        map(looks_personal, ["Reuters", "Example Staff", "News Desk", "janeroe", "Jane_Roe 2", "Defence Editor"])
    )


def test_a_shorter_form_of_a_name_is_folded_into_the_fuller() -> None:
    """The same person is not named twice."""
    assert fold_names(["Jane Roe", "jane roe", "Jane Roe Smith"]) == ("Jane Roe Smith",)


@given(st.text(max_size=120))
@example("By , and | - By (")
@example("von und zu")
@example("\ud800 and By \x00")
def test_no_byline_raises_and_no_name_is_empty(byline: str) -> None:
    """Whatever is printed, names are short, not empty, and once each."""
    names = authors_of(byline)
    assert all(n.strip() == n and any(c.isalpha() for c in n) and len(n) <= 80 for n in names)
    assert len({n.casefold() for n in names}) == len(names)


NAME = st.tuples(
    st.sampled_from(["Jane", "Max", "Øyvind", "Łucja", "Олена", "Jean-Paul"]), st.sampled_from(["Roe", "Moe", "Müller", "Зразок", "O’Poe"])
).map(" ".join)  # fmt: skip


@given(
    st.lists(NAME, min_size=1, max_size=4, unique=True),
    st.sampled_from(["By {}", "{}", "{}, Example Staff", "By {} in Kyiv"]),
)
def test_names_come_out_as_they_went_in(names: list[str], shape: str) -> None:
    """Persons joined as papers join them are read back one by one, in order."""
    joined = names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
    assert list(authors_of(shape.format(joined))) == names
