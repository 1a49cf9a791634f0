"""Search finds what an analyst means: word forms, designations, phrases, languages; and says what it cannot read."""

import io
import json
import subprocess
import sys
import unicodedata
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from searchable import publish

from warehouse.query import QueryError, run_query
from warehouse.search import SearchError, Wanted, search
from warehouse.search_query import Sought
from warehouse.snippets import snippet
from warehouse.terms import PLAIN, STEMS, placed_terms, terms

ARTICLES: dict[str, dict[str, Any]] = {
    "frigate": {"headline": "Frigate enters service", "body": "The yard delivered her.", "site": "mirror"},
    "hull": {
        "headline": "Yard lays down a hull",
        "body": "It is the third of five frigates for the navy.\n\nShe is long.",
    },
    "jets": {
        "headline": "Lot 17 agreed",
        "body": "The F-35A and the F35B are built in one plant.",
        "byline": "By Ann Lee",
    },
    "jets-not": {"headline": "Grade 35 steel", "body": "Form F is due. 35 of them were sent."},
    "earths": {
        "headline": "Mines",
        "body": "A rare earth deal was signed; Ukraine’s ministry said so.",
        "tags": ["mining"],
    },
    "earths-not": {"headline": "Deal", "body": "It is rare that the earth shakes here."},
    "de": {
        "headline": "Neue Fregatten",
        "body": "Die Fregatte der Marine wurde getauft. Größe zählt.",
        "language": "de",
    },
    "uk": {"headline": "Нова ракета", "body": "Зв'язок з об’єктом відновлено. Ракети влучили.", "language": "uk"},
    "zh": {"headline": "稀土协议签署", "body": "国防部宣布歼-20战斗机列装。", "language": "zh"},
    "ja": {"headline": "護衛艦が就役", "body": "海上自衛隊の護衛艦がＦ－３５を載せる。", "language": "ja"},
    "fr": {"headline": "L'armée française", "body": "Les marins de la défense embarquent.", "language": "fr"},
    "old": {"headline": "Frigate of old", "published_at": datetime(1999, 12, 31, 23, 59, 59, tzinfo=UTC)},
    "undated": {"headline": "Undated submarine", "published_at": None},
    "minutes": {"headline": "Walk", "body": "It took 5 min."},
    "dateless": {"headline": "", "body": "minen", "language": None},
}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse of these articles, and its index."""
    folder = tmp_path_factory.mktemp("data")
    publish(folder, ARTICLES)
    return folder


def names(data: Path, words: str, **narrowed: Any) -> list[str]:
    found = search(data, Wanted(words=words, **narrowed), limit=100)
    assert found.total == len(found.hits)
    return [hit.url.rpartition("/")[2] for hit in found.hits]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("FRIGATES", {"frigate", "hull", "old"}),
        ("frigate yard", {"frigate", "hull"}),
        ("F-35", {"jets", "ja"}),
        ("F35", {"jets", "ja"}),
        ("f 35a", {"jets"}),
        ('"rare earth"', {"earths"}),
        ("rare earth", {"earths", "earths-not"}),
        ('"rare deal"~1', {"earths"}),
        ('"earth rare"', set()),
        ("Ukraine's ministry", {"earths"}),
        ("Ukraine", {"earths"}),
        ('"Ukraine ministry"', {"earths"}),
        ("frigate OR submarine", {"frigate", "hull", "old", "undated"}),
        ("frigate -yard", {"old"}),
        ("frigate NOT (yard OR old)", set()),
        ("headline:frigate", {"frigate", "old"}),
        ("headline:(frigate service)", {"frigate"}),
        ("byline:lee", {"jets"}),
        ("tags:mining", {"earths"}),
        ("submar*", {"undated"}),
        ("frigates*", {"frigate", "hull", "old"}),
        ('"rare ear"*', {"earths"}),
        ("site:mirror", {"frigate"}),
        ("site: IN [mirror nowhere]", {"frigate"}),
        ("language:de", {"de"}),
        ("Fregatten", {"de"}),
        ("fregatte", {"de"}),
        ("grosse", {"de"}),
        ("ракети", {"uk"}),
        ("зв’язок", {"uk"}),
        ("звʼязок об'єктом", {"uk"}),
        ("ракет*", {"uk"}),
        ("稀土", {"zh"}),
        ("土稀", set()),
        ("歼-20", {"zh"}),
        ("战斗机", {"zh"}),
        ("護衛艦", {"ja"}),
        ("armee francaise", {"fr"}),
        ("marine", {"de", "fr"}),
        ("defense", {"fr"}),
        ("défenses", {"fr"}),
        ("nowhere", set()),
    ],
)
def test_what_is_meant_is_found(data: Path, words: str, expected: set[str]) -> None:
    """Word forms, designations, phrases, operators and scripts, and nothing else with them."""
    assert set(names(data, words)) == expected


def test_a_stemmer_speaks_for_its_own_language_alone(data: Path) -> None:
    """The German stem of a word does not find what merely looks like it elsewhere."""
    assert terms("minen", "german") == ["min"]
    assert names(data, "minen") == ["dateless"]
    assert names(data, "min") == ["minutes"]


def test_headlines_count_more_than_texts(data: Path) -> None:
    """The article about a thing comes before the one that mentions it."""
    found = search(data, Wanted(words="frigate"))
    assert [hit.url.rpartition("/")[2] for hit in found.hits][-1] == "hull"
    scores = [hit.score for hit in found.hits]
    assert scores == sorted(scores, reverse=True)
    assert scores[-1] > 0


def test_filters_narrow_and_leave_the_score_alone(data: Path) -> None:
    """Site, language, first and last day, both inclusive; where publication is unknown, the day of first sight."""
    assert names(data, "frigate", site="mirror") == ["frigate"]
    assert names(data, "frigate", site="MIRROR", language="EN") == ["frigate"]
    assert names(data, "frigate", language="de") == []
    assert names(data, "frigate", until=date(1999, 12, 31)) == ["old"]
    assert names(data, "frigate", until=date(1999, 12, 30)) == []
    assert "old" not in names(data, "frigate", since=date(2000, 1, 1))
    assert names(data, "submarine", since=date(2026, 3, 1), until=date(2026, 3, 1)) == ["undated"]
    assert names(data, "submarine", since=date(2026, 3, 2)) == []
    (narrow,) = search(data, Wanted(words="frigate", site="mirror")).hits
    assert {narrow.score} == {hit.score for hit in search(data, Wanted(words="frigate")).hits if hit.url == narrow.url}


def test_a_negation_alone_is_all_but_that(data: Path) -> None:
    """Every article is counted once, and the index's own mark never."""
    assert len(names(data, "NOT frigate")) == len(ARTICLES) - 3


def test_the_limit_bounds_what_is_shown_and_not_what_is_counted(data: Path) -> None:
    """Ten of three hundred are ten of three hundred."""
    found = search(data, Wanted(words="frigate"), limit=1)
    assert (len(found.hits), found.total) == (1, 3)


def test_a_passage_shows_what_was_found(data: Path) -> None:
    """Marked are whole words as they are printed, a phrase as one."""
    (hit,) = search(data, Wanted(words='"rare earth" ukraine')).hits
    assert hit.snippet.marked() == "A **rare earth** deal was signed; **Ukraine’s** ministry said so."
    (hit,) = search(data, Wanted(words="F-35 plant")).hits
    assert hit.snippet.marked() == "The **F-35**A and the **F35**B are built in one **plant**."
    (hit,) = search(data, Wanted(words="護衛艦")).hits
    assert "**護衛艦**" in hit.snippet.marked()
    (hit,) = search(data, Wanted(words="frigates hull -nothing")).hits
    assert hit.snippet.marked() == "It is the third of five **frigates** for the navy. She is long."


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "there is nothing to search for"),
        ("  ", "there is nothing to search for"),
        ("&&", "there is no word in"),
        ('"rare earth', "missing delimiter"),
        ("(rare", "expected ')'"),
        ("rare OR", "an operator or a bracket has nothing beside it"),
        ("heading:frigate", "there is no field 'heading': use headline, subheadline, body"),
        ("https://example.com/a", "put the words in quotes if none is meant"),
        ("fri*te", "* may stand only at the end of a word"),
        ("*", "needs the beginning of a word"),
        ("/fri.*/", "patterns between slashes"),
        ("dated:[1 TO 2]", "use --since and --until"),
    ],
)
def test_what_cannot_be_read_gets_one_sentence(data: Path, words: str, said: str) -> None:
    """What is wrong, and what would be right."""
    with pytest.raises(SearchError) as refused:
        search(data, Wanted(words=words))
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


SIGNS = st.text(alphabet="ab*\"'():-+~^[]{}/\\!?&|<>=.,% 35TOANDR稀ёʼ’", max_size=12)


@example(words='"a"~99999999999999999999')
@example(words="a^99999999999999999999999999999999999999999999")
@example(words="a" * 70_000)
@example(words="(" * 500)
@given(words=st.one_of(SIGNS, st.text(max_size=20)))
@settings(max_examples=100, deadline=None)
def test_no_words_break_it(data: Path, words: str) -> None:
    """Whatever is typed is answered, or refused in a sentence of one line."""
    said = ""
    try:
        search(data, Wanted(words=words), limit=1)
    except SearchError as refused:
        said = str(refused)
    assert "\n" not in said


@given(st.text(), st.sampled_from(STEMS))
def test_a_passage_is_part_of_the_text(text: str, stem: str) -> None:
    """Marks lie in it, in order, each around something; every word of a text finds itself in it."""
    found = terms(text, stem)
    shown = snippet(text, stem, [Sought((term,)) for term in found], width=80)
    assert len(shown.text) <= 80 + 4
    at = 0
    for start, stop in shown.marks:
        assert at <= start < stop <= len(shown.text)
        at = stop
    assert bool(shown.marks) == bool(found) or len(text) > 40
    assert shown.marked("", "") == shown.text


@given(st.text(alphabet=st.sampled_from("aé'’ʼs 5٣_稀ぁ각ไक्षिंاِ́Ж.-²"), max_size=30))
def test_quick_ways_to_words_are_the_way(text: str) -> None:
    """Texts in usual scripts are cut by simpler rules, to the same words."""
    placed = [term for term, _, _ in placed_terms(unicodedata.normalize("NFC", text), PLAIN)]
    assert terms(text, PLAIN) == placed


@given(st.text(alphabet="abEéяґß-’'0123 .", max_size=30))
def test_terms_do_not_depend_on_case_or_accent_form(text: str) -> None:
    """Composed or decomposed, capital or small: the same terms."""
    assert terms(text, PLAIN) == terms(unicodedata.normalize("NFD", text), PLAIN)
    assert terms(text.replace("ß", "s"), PLAIN) == terms(
        text.replace("ß", "s").upper().replace("’S", "’s").replace("'S", "'s"), PLAIN
    )


def asked(data: Path, sql: str, words: str) -> list[dict[str, Any]]:
    stream = io.StringIO()
    run_query(data, sql, format="jsonl", stream=stream, wanted=Wanted(words=words))
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_sql_joins_what_was_found(data: Path) -> None:
    """``hits`` has every article found, with its score and passage; SQL does the rest."""
    sql = "SELECT articles.site, hits.url, round(score, 3) AS score, snippet FROM hits JOIN articles USING (url) ORDER BY score DESC"
    found = asked(data, sql, "frigate")
    best = search(data, Wanted(words="frigate"))
    assert sorted(row["url"] for row in found) == sorted(hit.url for hit in best.hits)
    assert [row["score"] for row in found] == [round(hit.score, 3) for hit in best.hits]
    passages = {row["url"]: row["snippet"] for row in found}
    assert passages == {hit.url: hit.snippet.marked() for hit in best.hits}
    assert asked(data, "SELECT count(*) AS n FROM hits", "nowhere") == [{"n": 0}]


def test_sql_over_hits_reads_and_does_nothing_else(data: Path) -> None:
    """The table of hits opens no door: files, settings and writing stay refused."""
    for sql in (
        "SELECT * FROM read_text('/etc/passwd'), hits",
        "DROP VIEW hits",
        "INSERT INTO hits VALUES ('a', 1, 'b')",
    ):
        with pytest.raises(QueryError):
            asked(data, sql, "frigate")
    with pytest.raises(QueryError, match="hits"):
        run_query(data, "SELECT * FROM hits", stream=io.StringIO())


def test_only_a_search_pays_for_search() -> None:
    """A query without it loads no search engine."""
    program = "import sys, warehouse.query; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert "tantivy" not in loaded
