"""The history of an article: every text, and what changed."""

import json
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from archived import SITES, START, Page, archive, story
from hypothesis import given
from hypothesis import strategies as st

from defnews import main
from warehouse.database import WarehouseError
from warehouse.history import history
from warehouse.load import load
from warehouse.passages import passages

URL = "https://gazette.example/story/1/frigate"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An article whose headline is corrected, then its text."""
    folder = tmp_path_factory.mktemp("data")
    other = "https://www.gazette.example/story/1/other?utm_source=x"
    archive(
        folder,
        [
            Page(URL, story(1, "First")),
            Page(URL, story(1, "First", headline="Frigate is launched"), hours=2),
            Page(other, story(1, "Second", headline="Frigate is launched"), hours=4),
            Page(URL, story(1, "Second", headline="Frigate is launched"), hours=6),
        ],
    )
    load(folder, SITES, workers=0)
    return folder


def test_each_text_is_told_with_what_changed(data: Path) -> None:
    """Headline and body are told apart; times say when each text was seen."""
    told = history(data, SITES, URL)
    assert (told.url, told.site) == ("https://www.gazette.example/story/1/other", "gazette")
    assert [r.changed for r in told.revisions] == [(), ("headline",), ("body",)]
    assert [(r.seen_from, r.seen_to) for r in told.revisions] == [
        (START + timedelta(hours=a), START + timedelta(hours=b)) for a, b in ((0, 0), (2, 2), (4, 6))
    ]


def test_what_changed_is_told_word_by_word(data: Path) -> None:
    """What stayed the same is not repeated, beyond some words around."""
    first, headline, body = history(data, SITES, URL).revisions
    assert (first.headline_change, first.body_change) == ((), ())
    assert [str(p) for p in headline.headline_change] == ["Frigate [-1-] is [-laid down-] {+launched+}"]
    assert headline.body_change == ()
    changed = [str(passage) for passage in body.body_change]
    assert changed[0] == "[-First:-] {+Second:+} in paragraph 0 of story 1 the ministry says that the frigate …"
    assert len(changed) == 3


@pytest.mark.parametrize("address", [URL, "http://www.gazette.example/story/1/other", URL + "#comments"])
def test_any_address_of_the_article_finds_it(data: Path, address: str) -> None:
    """Shown, fetched or with decoration: the same history."""
    assert len(history(data, SITES, address).revisions) == 3


def test_an_unknown_address_gets_a_sentence(data: Path) -> None:
    """There is no empty answer that looks like one."""
    with pytest.raises(WarehouseError, match=r"no article is known at https://gazette\.example/none"):
        history(data, SITES, "https://gazette.example/none")


def test_paragraphs_that_come_and_go_are_told_whole() -> None:
    """A paragraph that resembles the old one is changed; any other went or came."""
    before = "One two three four.\n\nStays as it is.\n\nThis one goes away."
    after = "One two three five.\n\nStays as it is.\n\nAnother stands here now, unlike that.\n\nAnd a last line."
    assert [(p.kind, str(p)) for p in passages(before, after)] == [
        ("changed", "One two three [-four.-] {+five.+}"),
        ("removed", "[-This one goes away.-]"),
        ("added", "{+Another stands here now, unlike that.+}"),
        ("added", "{+And a last line.+}"),
    ]
    assert passages("a  b", "a b") == passages("", "") == ()


@given(
    st.lists(st.sampled_from(["a b c d", "e f g", "a x c d", "h"])), st.lists(st.sampled_from(["a b c d", "h", "e z"]))
)
def test_nothing_that_changed_is_left_out(before: list[str], after: list[str]) -> None:
    """Words that went or came are those by which the texts differ."""
    told = passages("\n\n".join(before), "\n\n".join(after))
    counts: Counter[str] = Counter()
    for piece in (piece for passage in told for piece in passage.pieces if piece.kind != "same"):
        for word in piece.text.split():
            counts[word] += 1 if piece.kind == "added" else -1
    expected = Counter(" ".join(after).split())
    expected.subtract(" ".join(before).split())
    assert {w: n for w, n in counts.items() if n} == {w: n for w, n in expected.items() if n}


def test_the_command_shows_it_to_people_and_machines(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Plain text without colours off a terminal; one JSON object with --json; a sentence if there is none."""
    assert run("history", URL, "--data", str(data)) == 0
    shown = capsys.readouterr().out
    assert "revision 2, seen 2026-03-01 08:00 UTC, 96 words: headline changed" in shown
    assert "  Frigate [-1-] is [-laid down-] {+launched+}\n" in shown
    assert run("history", URL, "--json", "--data", str(data)) == 0
    told = json.loads(capsys.readouterr().out)
    assert [r["changed"] for r in told["revisions"]] == [[], ["headline"], ["body"]]
    assert run("history", "https://gazette.example/none", "--data", str(data)) == 2
    assert capsys.readouterr().err.startswith("error: no article is known at https://gazette.example/none")


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    return int(str(ended.value.code))
