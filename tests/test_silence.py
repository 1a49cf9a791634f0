"""Silence beyond a site's habit is named, ordinary quiet is not."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from crawling import run, site_file
from hypothesis import given
from hypothesis import strategies as st
from misbehaving import Page, article, rss, serving
from test_crawl import FEED, sql

from crawler.silence import silence
from crawler.status import status
from warehouse.index import instant
from warehouse.state import State

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    """A state file of one site that has been crawled for long."""
    opened = State(tmp_path / "state.sqlite")
    watched_since(opened, NOW - timedelta(days=500))
    yield opened
    opened.close()


def watched_since(state: State, moment: datetime) -> None:
    """Enter a first crawl at that time."""
    state.connection.execute("DELETE FROM runs")
    state.connection.execute(
        "INSERT INTO runs (run_id, site, started_at, outcome) VALUES ('1', 'x', ?, 'done')", (instant(moment),)
    )


def published(state: State, days_ago: Sequence[int], outcome: str = "archived") -> None:
    """Enter one article on each of these days."""
    with state.transaction() as connection:
        connection.execute("DELETE FROM frontier")
        for number, days in enumerate(days_ago):
            connection.execute(
                """INSERT INTO frontier (url_key, site, url, via, found_at, outcome, newest, hints, seen)
                    VALUES (?, 'x', '', '', '', ?, ?, '{}', '{}')""",
                (f"{outcome}{number}", outcome, instant(NOW - timedelta(days=days))),
            )


@pytest.mark.parametrize(
    ("days_ago", "silent"),
    [
        (range(5, 40), True),
        (range(4, 40), False),
        ([n for n in range(9, 60) if n % 7 not in (3, 4)], False),
        ([n for n in range(11, 60) if n % 7 not in (3, 4)], True),
        (range(20, 200, 7), False),
        (range(22, 200, 7), True),
        ([300, 301, 302, 303], False),
        ([], False),
    ],
    ids=["daily", "daily-recent", "workdays", "workdays-silent", "weekly", "weekly-silent", "too-few", "none"],
)
def test_silence_is_measured_by_habit(state: State, days_ago: Sequence[int], silent: bool) -> None:
    """Three times the longest usual pause, four days at least; without a habit nothing can be said."""
    published(state, days_ago)
    assert bool(silence(state, "x", NOW)) is silent


@given(st.lists(st.integers(0, 400), max_size=60, unique=True))
def test_a_site_that_published_within_its_habit_is_never_silent(days_ago: list[int]) -> None:
    """Whatever the past looked like, a site that published today is not silent, and no date is counted twice."""
    state = State(Path(":memory:"))
    watched_since(state, NOW - timedelta(days=500))
    published(state, [0, *days_ago])
    assert silence(state, "x", NOW) == []
    state.close()


def test_a_site_that_is_new_here_has_not_fallen_silent(state: State) -> None:
    """What a first crawl finds may be old: silence counts from when somebody was there to hear it."""
    published(state, range(100, 140))
    for days, silent in ((0, False), (4, False), (5, True)):
        watched_since(state, NOW - timedelta(days=days))
        assert bool(silence(state, "x", NOW)) is silent


def test_what_the_rules_leave_out_is_no_sign_of_life(state: State) -> None:
    """A feed that names only tag pages has fallen silent."""
    published(state, range(10, 40))
    state.connection.execute("UPDATE frontier SET outcome = 'skipped_rule' WHERE newest > ?", (instant(NOW),))
    assert len(silence(state, "x", NOW)) == 1
    assert silence(state, "y", NOW) == []


def daily(url: str, latest: datetime, items: int) -> Page:
    """A feed with an item a day, the first of them on the latest day."""
    named = "".join(
        f"<item><link>{url}/news/{n}</link><pubDate>{latest - timedelta(days=n):%a, %d %b %Y %H:%M:%S} +0000</pubDate></item>"
        for n in range(items)
    )
    return Page(f"<rss version='2.0'><channel>{named}</channel></rss>", "text/xml")


def test_a_feed_that_answers_and_no_longer_grows_is_named(tmp_path: Path) -> None:
    """A frozen feed beside a living one is named, run and `status` alike; the living one and a fresh start are not."""
    data = tmp_path / "data"
    today = datetime.now(UTC)
    with serving() as server:
        server.pages = {f"/news/{n}": article(n) for n in range(30)}
        server.pages["/rss"] = daily(server.url, today, 12)
        server.pages["/frozen"] = rss(server.url, range(20, 22), date=f"{today:%a, %d %b %Y} 00:00:00 +0000")
        file = site_file(tmp_path, "small", server.url, FEED.replace('"/rss"', '"/rss", "/frozen"'))
        assert run(data, [file])["attention"] == []
        long_ago = instant(today - timedelta(days=30))
        sql(data, "UPDATE polls SET grew_at = ?", long_ago)
        server.pages["/rss"] = Page(str(server.pages["/rss"].body).replace("/news/0<", "/news/29<"), "text/xml")
        report = run(data, [file])
    (sentence,) = report["attention"]
    assert f"{server.url}/frozen answers, but has named nothing new since {long_ago[:10]}" in sentence
    state = State(data / "state.sqlite")
    (site,) = status(state, ["small"])
    state.close()
    assert [problem for problem in site.problems if "frozen" in problem]


def test_a_silent_site_makes_the_run_one_to_look_at(tmp_path: Path) -> None:
    """A site that has not published for far longer than it used to is named, once for all its sources."""
    day = datetime.now(UTC) - timedelta(days=20)
    with serving() as server:
        server.pages = {f"/news/{n}": article(n) for n in range(8)}
        server.pages["/rss"] = daily(server.url, day, 8)
        file = site_file(tmp_path, "small", server.url, FEED)
        assert run(tmp_path / "data", [file])["attention"] == []
        sql(tmp_path / "data", "UPDATE runs SET started_at = ?", instant(day))
        report = run(tmp_path / "data", [file])
    assert report["attention"] == [
        f"small: nothing new since {day:%Y-%m-%d}, and it used to publish every day: see whether it has moved"
    ]
    assert report["sites"]["small"]["outcome"] == "attention"
