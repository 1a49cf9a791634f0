"""The history of an article: every text, and what changed."""

from datetime import timedelta
from pathlib import Path

import pytest
from archived import SITES, START, Page, archive, story

from warehouse.database import WarehouseError
from warehouse.history import history
from warehouse.load import load

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


def test_the_diff_holds_the_changed_paragraphs_alone(data: Path) -> None:
    """What stayed the same is not repeated."""
    first, headline, body = history(data, SITES, URL).revisions
    assert first.diff == ""
    assert headline.diff.splitlines()[1:] == ["-Frigate 1 is laid down", "+Frigate is launched"]
    lines = [line for line in body.diff.splitlines() if not line.startswith("@@")]
    assert [line[:7] for line in lines] == ["-First:"] * 3 + ["+Second"] * 3


@pytest.mark.parametrize("address", [URL, "http://www.gazette.example/story/1/other", URL + "#comments"])
def test_any_address_of_the_article_finds_it(data: Path, address: str) -> None:
    """Shown, fetched or with decoration: the same history."""
    assert len(history(data, SITES, address).revisions) == 3


def test_an_unknown_address_gets_a_sentence(data: Path) -> None:
    """There is no empty answer that looks like one."""
    with pytest.raises(WarehouseError, match=r"no article is known at https://gazette\.example/none"):
        history(data, SITES, "https://gazette.example/none")
