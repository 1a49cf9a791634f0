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
    "Ship & i": ["Ship & i"],
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


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ('By Jane Roe', ('Jane Roe',)),
        ('By JANE ROE and JOHN DOE', ('JANE ROE', 'JOHN DOE')),
        ('By Jane Roe, John Doe and Max Moe', ('Jane Roe', 'John Doe', 'Max Moe')),
        ('By Jane Roe in Kyiv and John Doe in Washington', ('Jane Roe', 'John Doe')),
        ('By Jane Roe, Defence Correspondent', ('Jane Roe',)),
        ('Jane Roe | Defence Editor', ('Jane Roe',)),
        ('By Associated Press', ('Associated Press',)),
        ('Reuters', ('Reuters',)),
        ('By Jane Roe, Associated Press', ('Jane Roe',)),
        ('By AFP', ('AFP',)),
        ('By Jane Roe and Reuters', ('Jane Roe', 'Reuters')),
        ('By JANE ROE (AP)', ('JANE ROE',)),
        ('Jane Roe, Reuters', ('Jane Roe',)),
        ('By Dr. Jane Roe and Prof. John Doe', ('Jane Roe', 'John Doe')),
        ('By Lt. Col. Jane Roe (Retd)', ('Jane Roe',)),
        ('By Maj. Gen. (Retd.) John Doe', ('John Doe',)),
        ('By Staff Writer', ('Staff Writer',)),
        ('PTI', ('PTI',)),
        ('ANI | Updated: 4 March 2025', ('ANI',)),
        ('By Jane Roe | Mar 4, 2025', ('Jane Roe',)),
        ('Published by Jane Roe', ('Jane Roe',)),
        ('Reported by Jane Roe; Edited by John Doe', ('Jane Roe',)),
        ('Jane Roe Senior Reporter', ('Jane Roe',)),
        ('Written by Jane Roe Updated March 4, 2025', ('Jane Roe',)),
        ('By Jane Roe for Example News', ('Jane Roe',)),
        ('By Jane Roe - March 4, 2025', ('Jane Roe',)),
        ('Jane Roe and John Doe, Example News', ('Jane Roe', 'John Doe')),
        ('Story by Jane Roe, CNN', ('Jane Roe',)),
        ("By Jane O'Roe-Smith and Seán Ó Murchú", ("Jane O'Roe-Smith", 'Seán Ó Murchú')),
        ('By Ludwig van der Berg', ('Ludwig van der Berg',)),
        ('By Abdul Aziz Al-Saud', ('Abdul Aziz Al-Saud',)),
        ('By J.R. Roe, Jr.', ('J.R. Roe',)),
        ('by Jane Roe, Ph.D.', ('Jane Roe',)),
        ('By Jane Roe jane.roe@example.com', ('Jane Roe',)),
        ('By Jane Roe @janeroe', ('Jane Roe',)),
        ('Analysis by Jane Roe', ('Jane Roe',)),
        ('By Jane Roe in London', ('Jane Roe',)),
        ('Von Max Müller', ('Max Müller',)),
        ('Von Max Müller und Anna Schmidt', ('Max Müller', 'Anna Schmidt')),
        ('Von Max Müller, Berlin', ('Max Müller',)),
        ('Eine Analyse von Max Müller', ('Max Müller',)),
        ('Ein Kommentar von Max Müller', ('Max Müller',)),
        ('Ein Gastbeitrag von Max Müller', ('Max Müller',)),
        ('Interview von Max Müller', ('Max Müller',)),
        ('Max Müller, Korrespondent in Kiew', ('Max Müller',)),
        ('Aus Kiew berichtet Max Müller', ('Max Müller',)),
        ('Von Max Müller, dpa', ('Max Müller',)),
        ('dpa', ('dpa',)),
        ('Autor: Max Müller', ('Max Müller',)),
        ('Par Jean Dupont', ('Jean Dupont',)),
        ('Par Jean Dupont et Marie Durand', ('Jean Dupont', 'Marie Durand')),
        ('Par Le Journal avec AFP', ('Le Journal', 'AFP')),
        ('Par Jean Dupont (à Kiev)', ('Jean Dupont',)),
        ('Par Jean Dupont, envoyé spécial à Kiev', ('Jean Dupont',)),
        ('Publié par Jean Dupont', ('Jean Dupont',)),
        ('Jean Dupont (avec AFP)', ('Jean Dupont',)),
        ('La rédaction', ('La rédaction',)),
        ('Por Juan Pérez', ('Juan Pérez',)),
        ('Por Juan Pérez y María García', ('Juan Pérez', 'María García')),
        ('Juan Pérez / Madrid', ('Juan Pérez',)),
        ('Por EFE', ('EFE',)),
        ('Escrito por Juan Pérez', ('Juan Pérez',)),
        ('Redacción', ('Redacción',)),
        ('Por: Juan Pérez', ('Juan Pérez',)),
        ('di Mario Rossi', ('Mario Rossi',)),
        ('di Mario Rossi e Anna Bianchi', ('Mario Rossi', 'Anna Bianchi')),
        ('a cura di Mario Rossi', ('Mario Rossi',)),
        ('dal nostro inviato Mario Rossi', ('Mario Rossi',)),
        ('di Redazione', ('Redazione',)),
        ('Por João Silva', ('João Silva',)),
        ('João Silva e Maria Souza', ('João Silva', 'Maria Souza')),
        ('Por João Silva, g1 — Brasília', ('João Silva',)),
        ('Da Redação', ('Redação',)),
        ('Door Jan de Vries', ('Jan de Vries',)),
        ('Door: Jan de Vries en Piet Bakker', ('Jan de Vries', 'Piet Bakker')),
        ('Autor: Jan Kowalski', ('Jan Kowalski',)),
        ('Jan Kowalski, Anna Nowak', ('Jan Kowalski', 'Anna Nowak')),
        ('Oprac. Jan Kowalski', ('Jan Kowalski',)),
        ('oprac.: Jan Kowalski', ('Jan Kowalski',)),
        ('Jan Novák, ČTK', ('Jan Novák',)),
        ('Autor: Jan Novák', ('Jan Novák',)),
        ('ČTK', ('ČTK',)),
        ('Автор: Іван Петренко', ('Іван Петренко',)),
        ('Іван Петренко', ('Іван Петренко',)),
        ('Автори: Іван Петренко, Олена Коваль', ('Іван Петренко', 'Олена Коваль')),
        ('Іван Петренко та Олена Коваль', ('Іван Петренко', 'Олена Коваль')),
        ('Іван Петренко — 4 березня 2025, 10:31', ('Іван Петренко',)),
        ('Автор: Иван Петров', ('Иван Петров',)),
        ('Иван Петров, корреспондент', ('Иван Петров',)),
        ('Текст: Иван Петров', ('Иван Петров',)),
        ('РИА Новости', ('РИА Новости',)),
        ('Yazar: Ahmet Yılmaz', ('Ahmet Yılmaz',)),
        ('Haber: Ahmet Yılmaz', ('Ahmet Yılmaz',)),
        ('Ahmet Yılmaz ve Ayşe Demir', ('Ahmet Yılmaz', 'Ayşe Demir')),
        ('Muhabir: Ahmet Yılmaz', ('Ahmet Yılmaz',)),
        ('Haber Merkezi', ('Haber Merkezi',)),
        ('بقلم: أحمد علي', ('أحمد علي',)),
        ('كتب أحمد علي', ('أحمد علي',)),
        ('أحمد علي، محمد حسن', ('أحمد علي', 'محمد حسن')),
        ('作者：王小明', ('王小明',)),
        ('记者 王小明', ('王小明',)),
        ('文/王小明', ('王小明',)),
        ('撰文：王小明', ('王小明',)),
        ('记者：王小明、李大伟', ('王小明', '李大伟')),
        ('来源：新华社', ('新华社',)),
        ('記者 王小明', ('王小明',)),
        ('記者王小明／台北報導', ('王小明',)),
        ('山田太郎', ('山田太郎',)),
        ('山田太郎、鈴木花子', ('山田太郎', '鈴木花子')),
        ('文＝山田太郎', ('山田太郎',)),
        ('筆者：山田太郎', ('山田太郎',)),
        ('編集部', ('編集部',)),
        ('김철수 기자', ('김철수',)),
        ('김철수 기자 kim@example.kr', ('김철수',)),
        ('기자 김철수', ('김철수',)),
        ('김철수·이영희 기자', ('김철수', '이영희')),
        ('서울=김철수 특파원', ('김철수',)),
        ('Written by: राम कुमार', ('राम कुमार',)),
        ('द्वारा राम कुमार', ('राम कुमार',)),
        ('लेखक: राम कुमार', ('राम कुमार',)),
        ('Oleh Budi Santoso', ('Budi Santoso',)),
        ('Penulis: Budi Santoso', ('Budi Santoso',)),
        ("Oleh Marchuk", ("Oleh Marchuk",)),
        ("By Oleh Marchuk", ("Oleh Marchuk",)),
        ('Af Lars Jensen', ('Lars Jensen',)),
        ('Av Lars Hansen', ('Lars Hansen',)),
        ('Text: Lars Svensson', ('Lars Svensson',)),
        ('Írta: Nagy János', ('Nagy János',)),
        ('Autor: Ion Popescu', ('Ion Popescu',)),
        ('De Ion Popescu', ('Ion Popescu',)),
        ('Του Γιώργου Παπαδόπουλου', ('Γιώργου Παπαδόπουλου',)),
        ('Συντάκτης: Γιώργος Παπαδόπουλος', ('Γιώργος Παπαδόπουλος',)),
        ('מאת: דוד כהן', ('דוד כהן',)),
        ('Tác giả: Nguyễn Văn An', ('Nguyễn Văn An',)),
        ('نویسنده: علی رضایی', ('علی رضایی',)),
        ('By By Jane Roe', ('Jane Roe',)),
        ('BY JANE ROE', ('JANE ROE',)),
        ('Jane Roe and 2 others', ('Jane Roe',)),
        ('Jane Roe & John Doe', ('Jane Roe', 'John Doe')),
        ('Jane Roe, John Doe', ('Jane Roe', 'John Doe')),
        ('By Jane Roe, Senior Writer, Example; John Doe, Reporter', ('Jane Roe', 'John Doe')),
        ('Agencies', ('Agencies',)),
        ('By Web Desk', ('Web Desk',)),
        ('Edited by: Jane Roe', ('Jane Roe',)),
        ('Edited By Jane Roe', ('Jane Roe',)),
        ('Lance Cpl. Jane Roe', ('Jane Roe',)),
        ('By Army Sgt. 1st Class Jane Roe, DOD News', ('Jane Roe',)),
        ('Story by Spc. Jane Roe', ('Jane Roe',)),
        ('By U.S. Navy Mass Communication Specialist 2nd Class Jane Roe', ('Jane Roe',)),
        ('U.S. Central Command Public Affairs', ('U.S. Central Command Public Affairs',)),
        ('By C. Todd Lopez', ('C. Todd Lopez',)),
        ("责任编辑：王小明", ()),
        ("Photos by Max Moe", ()),
        ("Mar 6 | Written By Jane Roe", ("Jane Roe",)),
        ("dpa/AFP", ("dpa", "AFP")),
    ],
)  # fmt: skip
def test_bylines_of_many_lands(byline: str, authors: tuple[str, ...]) -> None:
    """Openings, posts, places, agencies and several names, as papers print them."""
    assert authors_of(byline) == authors
