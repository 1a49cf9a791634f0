"""Stories: the same text at several addresses is one story, and nothing else is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.copies import Piece, pieces
from benchmarks.stories import compared, decided
from extract.article import Article
from extract.fingerprint import FIGURES, WORDING, fingerprint
from warehouse.database import QUIET, migrate
from warehouse.revisions import merge, unsettled
from warehouse.rows import Decided, articles_table, captures_table, rejects_table
from warehouse.stories import gather, ungathered

DAY = datetime(2026, 3, 1, 6, tzinfo=UTC)
TEXT = "\n\n".join(
    f"In part {n} the ministry {verb} that {n + 11} frigates of the northern squadron, which were laid down {n + 3} "
    f"years ago in {town}, will leave the yard by {month} and join the fleet at its base on the western coast, where "
    f"{n + 40} officers and {n + 300} sailors have been training with {tool} since the beginning of the last winter."
    for n, (verb, town, month, tool) in enumerate(
        (
            ("said", "Lindhaven", "March", "simulators"),
            ("announced", "Graymouth", "June", "wooden models"),
            ("admitted", "Port Aurel", "July", "borrowed radars"),
            ("promised", "Rovik", "October", "old launches"),
            ("repeated", "Velmar", "December", "retired crews"),
            ("denied", "Stavmoor", "May", "foreign teachers"),
        )
    )
)
PARTS = TEXT.split("\n\n")


def piece(site: str, body: str, hours: float = 0, headline: str | None = None) -> Piece:
    return Piece("", "", site, headline or f"As {site} has it", body, DAY + timedelta(hours=hours))


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    """An empty warehouse in memory."""
    with empty() as connection:
        yield connection


def empty() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(":memory:", config=QUIET)
    connection.execute("SET TimeZone = 'UTC'")
    connection.execute("SET threads = 1")
    migrate(connection)
    return connection


def bring(connection: duckdb.DuckDBPyConnection, results: Sequence[Decided], archive: Sequence[Decided] = ()) -> None:
    """Merge results as a load does: what must be read again comes from the archive."""
    stored = {one.capture.capture_id: one for one in archive}
    results = list(results)
    while missing := merge(
        connection, *(make(results, "l") for make in (articles_table, captures_table, rejects_table))
    ):
        results += [stored[capture_id] for capture_id in missing]
    gather(connection)


def leads(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Each article's lead, by site."""
    found = connection.execute(
        "SELECT articles.site, leads.site FROM article_stories AS articles JOIN articles AS leads ON story_url = leads.url"
    )
    return dict(found.fetchall())


def test_who_copied_whom_is_found_and_near_misses_are_not() -> None:
    """Pinned: of two hundred pairs found one may be wrong, and nearly nine in ten are found (`python -m benchmarks.stories` tells more)."""
    made = list(pieces(100))
    found, true = compared(made)
    assert len(found & true) / len(found) > 0.995
    assert len(found & true) / len(true) > 0.87


def test_a_story_is_told_by_its_earliest_copy(connection: duckdb.DuckDBPyConnection) -> None:
    """View `stories`: one row, the lead's, with its copies in the order they appeared."""
    bring(
        connection,
        [
            decided(1, piece("late", TEXT, 9)),
            decided(2, piece("cut", "\n\n".join(PARTS[:4]), 5)),
            decided(3, piece("first", TEXT, 1, "Six squadrons")),
            decided(4, piece("other", TEXT.replace("frigates", "tanks")[::-1], 2)),
        ],
    )
    found = connection.execute(
        "SELECT site, headline, articles, sites, list_transform(copied_by, lambda c: c.site) FROM stories ORDER BY site"
    ).fetchall()
    assert found == [("first", "Six squadrons", 3, 3, ["cut", "late"]), ("other", "As other has it", 1, 1, [])]
    assert connection.execute("SELECT site, is_lead FROM article_stories ORDER BY site").fetchall() == [
        ("cut", False), ("first", True), ("late", False), ("other", True),
    ]  # fmt: skip


def test_an_earlier_copy_that_is_found_later_becomes_the_lead(connection: duckdb.DuckDBPyConnection) -> None:
    """The order of loads does not matter, that of publication does."""
    bring(connection, [decided(1, piece("second", TEXT, 5)), decided(2, piece("third", TEXT, 6))])
    assert leads(connection) == {"second": "second", "third": "second"}
    bring(connection, [decided(3, piece("first", TEXT, 1))])
    assert leads(connection) == dict.fromkeys(("first", "second", "third"), "first")


def test_a_lead_that_is_rewritten_leaves_its_story(connection: duckdb.DuckDBPyConnection) -> None:
    """Stories are made of latest texts: the copies find another lead among themselves."""
    results = [decided(n, piece(site, TEXT, n)) for n, site in enumerate(("first", "second", "third"))]
    bring(connection, results)
    assert set(leads(connection).values()) == {"first"}
    article = results[0].result
    assert isinstance(article, Article)
    body = "We regret that the report which stood here was wrong. " * 20
    changed = replace(article, body=body, content_digest="other", fingerprint=fingerprint(body))
    capture = replace(results[0].capture, capture_id="c" * 32, fetched_at=DAY + timedelta(days=1))
    bring(connection, [Decided(capture, "first", changed)])
    assert leads(connection) == {"first": "first", "second": "second", "third": "second"}


def test_copies_of_copies_do_not_chain(connection: duckdb.DuckDBPyConnection) -> None:
    """A text that drifts away from the lead is another story, though each step was small."""
    drift = ["\n\n".join([*PARTS[n:], *(p[::-1] for p in PARTS[:n])]) for n in range(5)]
    bring(connection, [decided(n, piece(f"site{n}", text, n)) for n, text in enumerate(drift)])
    found = leads(connection)
    assert found["site1"] == "site0"
    assert found["site4"] != "site0"


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (piece("other", TEXT, 24 * 29), True),
        (piece("other", TEXT, 24 * 32), False),  # printed again, as every year
        (piece("first", TEXT, 2, "Another"), False),  # one site, two headlines: a notice, or a report that goes on
        (piece("first", TEXT, 2, "As first has it"), True),  # one site, two addresses
        (piece("other", PARTS[0], 2), False),  # too short to prove anything
        (piece("other", TEXT + "\n\n" + "\n\n".join(p[::-1] for p in PARTS), 2), False),  # as much again
    ],
)
def test_what_is_the_same_story(connection: duckdb.DuckDBPyConnection, other: Piece, same: bool) -> None:
    """Time, site, length and headline draw the line where the text alone cannot."""
    bring(connection, [decided(1, piece("first", TEXT)), decided(2, other)])
    assert connection.execute("SELECT count(*) FROM copies").fetchall() == [(int(same),)]


ARTICLES = st.lists(
    st.builds(
        lambda number, drop, text, hours, seen: (number, drop, text, hours, seen),
        st.integers(0, 5),
        st.integers(0, 3),
        st.integers(0, 1),
        st.integers(0, 3),
        st.integers(0, 4),
    ),
    min_size=2,
    max_size=9,
    unique_by=lambda a: (a[0], a[4]),
)


def capture_of(number: int, drop: int, text: int, hours: int, seen: int) -> Decided:
    """One capture of one of six articles: the whole text, a part of it, or an altered one."""
    parts = [part.replace("frigates", "corvettes") if text else part for part in PARTS]
    made = decided(number, piece(f"site{number % 5}", "\n\n".join(parts[drop:]), hours, f"Headline {number % 2}"))
    capture = replace(made.capture, capture_id=f"{number}-{seen}", fetched_at=DAY + timedelta(hours=10 + seen))
    return Decided(capture, made.site, made.result)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=ARTICLES, order=st.randoms(use_true_random=False), portion=st.integers(2, 5), again=st.integers(0, 3))
def test_stories_do_not_depend_on_the_order_of_loads(
    connection: duckdb.DuckDBPyConnection, made: list[Any], order: Any, portion: int, again: int
) -> None:
    """Any order, split and repetition gives the stories that all articles at once give; `check` agrees."""
    results = [capture_of(*one) for one in made]
    clear(connection)
    bring(connection, results)
    expected = told(connection)
    shuffled = [*results, *results[:again]]
    order.shuffle(shuffled)
    clear(connection)
    for start in range(0, len(shuffled), portion):
        once = {one.capture.capture_id: one for one in shuffled[start : start + portion]}
        bring(connection, list(once.values()), results)
    assert told(connection) == expected
    assert unsettled(connection) == 0
    assert ungathered(connection) == 0
    connection.execute("UPDATE copies SET lead_url_key = url_key")
    assert (ungathered(connection) > 0) == bool(expected["copies"])


def clear(connection: duckdb.DuckDBPyConnection) -> None:
    for name in ("articles", "revisions", "captures", "alike", "copies"):
        connection.execute(f"DELETE FROM {name}")


def told(connection: duckdb.DuckDBPyConnection) -> dict[str, list[Any]]:
    return {
        name: connection.execute(f"SELECT * FROM {name} ORDER BY ALL").fetchall()
        for name in ("articles", "alike", "copies", "stories")
    }


def test_a_fingerprint_is_the_same_everywhere_and_always() -> None:
    """Pinned: fingerprints of different versions of the library could not be compared; then raise `VERSION`."""
    found = fingerprint(TEXT)
    assert len(found) == WORDING + FIGURES
    assert found[:3] + found[-3:] == (3449983542, 3882054449, 15159703, 3101313457, 324812595, 2847170012)


def test_what_a_fingerprint_does_not_see() -> None:
    """Case, white space and marks are the typesetter's."""
    assert fingerprint(TEXT) == fingerprint(TEXT.upper().replace(",", " –").replace("\n\n", "\n"))
    assert fingerprint(TEXT) != fingerprint(TEXT.replace("northern", "southern"))
    assert fingerprint("too short " * 14) == () == fingerprint("")


def test_scripts_without_spaces_have_words_too() -> None:
    """A Chinese text that was edited in one place still resembles itself."""
    text = "国防部周三表示，新型护卫舰将于明年三月交付海军，并在西海岸基地开始服役，届时将有三百名水兵接受训练。" * 2
    other = text.replace("三百", "四百").replace("周三", "周四")
    shared = sum(a == b for a, b in zip(fingerprint(text)[:WORDING], fingerprint(other)[:WORDING], strict=True))
    assert shared > WORDING / 4
