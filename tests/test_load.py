"""Loading: rows are a function of archive and rules, however the loads went."""

import shutil
import tempfile
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from archived import BOTH, HERALD, NO_STORY, RULES, SITE, SITES, START, Page, archive, contents, rows, site, story
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

import warehouse.loading as loading
from warehouse.database import WarehouseError, warehouse_path
from warehouse.load import load
from warehouse.lock import Locked, hold
from warehouse.reextract import reextract
from warehouse.state import State

URL = "https://gazette.example/story/{}/frigate"


class Killed(BaseException):
    """Stands for the end of the process at this point."""


def test_an_article_arrives_with_its_provenance(tmp_path: Path) -> None:
    """A row says which capture, rules and load it comes from, and the ledger has that load."""
    (capture_id,) = archive(tmp_path, [Page(URL.format(1), story(1, "First"))])
    report = load(tmp_path, SITES, workers=1)
    assert (report.captures, report.with_article, report.rejected, report.new_articles) == (1, 1, 0, 1)
    found = rows(
        tmp_path,
        "SELECT url, site, headline, capture_id, site_digest, load_id, revision, first_seen_at FROM articles",
    )
    assert found == [
        (URL.format(1), "gazette", "Frigate 1 is laid down", capture_id, SITE.digest, report.load_id, 1, START)
    ]
    assert rows(tmp_path, "SELECT load_id, command, captures, articles FROM loads") == [(report.load_id, "load", 1, 1)]


def test_a_load_without_anything_new_writes_nothing(tmp_path: Path) -> None:
    """The second load finds nothing to do and leaves the file alone."""
    archive(tmp_path, [Page(URL.format(1), story(1, "First"))])
    load(tmp_path, SITES, workers=0)
    before = warehouse_path(tmp_path).stat().st_ino
    report = load(tmp_path, SITES, workers=0)
    assert report.load_id is None
    assert report.articles == 1
    assert warehouse_path(tmp_path).stat().st_ino == before


def test_a_changed_site_file_is_noted_without_new_captures(tmp_path: Path) -> None:
    """The table of sites shows the site files in force."""
    archive(tmp_path, [Page(URL.format(1), story(1, "First"))])
    load(tmp_path, SITES, workers=0)
    renamed = site(name="The New Gazette")
    load(tmp_path, {SITE.stem: renamed}, workers=0)
    assert rows(tmp_path, "SELECT name FROM sites") == [("The New Gazette",)]


def test_sums_add_up(tmp_path: Path) -> None:
    """Every capture has one outcome, every rejected one its reason."""
    archive(
        tmp_path,
        [
            Page(URL.format(1), story(1, "First")),
            Page(URL.format(1), story(1, "First"), hours=1),
            Page("https://gazette.example/contact", NO_STORY),
            Page(URL.format(2), b"", hours=2),
        ],
    )
    report = load(tmp_path, SITES, workers=0)
    assert report.captures == report.with_article + report.rejected + report.revisits == 4
    assert rows(tmp_path, "SELECT outcome, count(*) FROM captures GROUP BY ALL ORDER BY ALL") == [
        ("article", 1),
        ("rejected", 2),
        ("revisit", 1),
    ]
    assert sum(report.reasons.values()) == rows(tmp_path, "SELECT count(*) FROM rejects")[0][0] == 2


def test_history_follows_the_captures_in_time(tmp_path: Path) -> None:
    """Text that comes, goes and comes back makes three revisions; sightings extend the one they show."""
    archive(
        tmp_path,
        [
            Page(URL.format(1), story(1, "First")),
            Page(URL.format(1), story(1, "First"), hours=1),
            Page(URL.format(1), story(1, "Second"), hours=2),
            Page(URL.format(1), story(1, "First"), hours=3),
            Page(URL.format(1), story(1, "First"), hours=5),
        ],
    )
    load(tmp_path, SITES, workers=0)
    found = rows(
        tmp_path,
        """SELECT revision, split_part(body, ':', 1), first_seen_at, last_changed_at, last_seen_at
        FROM article_history ORDER BY revision""",
    )

    def at(hours: float) -> object:
        return START + timedelta(hours=hours)

    assert found == [
        (1, "First", at(0), at(0), at(1)),
        (2, "Second", at(0), at(2), at(2)),
        (3, "First", at(0), at(3), at(5)),
    ]
    assert rows(tmp_path, "SELECT revision FROM articles") == [(3,)]
    assert rows(tmp_path, "SELECT revision FROM articles_as_of(?)", [at(2.5)]) == [(2,)]
    assert rows(tmp_path, "SELECT revision FROM articles_as_of(?)", [at(-1)]) == []
    changes = rows(tmp_path, "SELECT revision, changed, headline_before FROM corrections ORDER BY revision")
    assert changes == [(2, ["body"], "Frigate 1 is laid down"), (3, ["body"], "Frigate 1 is laid down")]


def test_a_run_split_by_a_late_capture_gets_its_text_back(tmp_path: Path) -> None:
    """An old capture between two equal ones needs a row that no load has kept: it is read from the archive again."""
    archive(tmp_path, [Page(URL.format(1), story(1, "First")), Page(URL.format(1), story(1, "First"), hours=4)])
    load(tmp_path, SITES, workers=0)
    archive(tmp_path, [Page(URL.format(1), story(1, "Second"), hours=2)])
    load(tmp_path, SITES, workers=0)
    found = rows(tmp_path, "SELECT revision, split_part(body, ':', 1) FROM article_history ORDER BY revision")
    assert found == [(1, "First"), (2, "Second"), (3, "First")]


def test_a_story_that_two_sites_print_is_one(tmp_path: Path) -> None:
    """From archived pages to the view: the earlier page leads, and a revision that parts the texts parts the story."""
    archive(tmp_path, [Page("https://herald.example/1", story(1, "First", paragraphs=5), 2, HERALD)])
    load(tmp_path, BOTH, workers=0)
    archive(tmp_path, [Page(URL.format(1), story(1, "First", paragraphs=6, headline="Own words"), 1)])
    load(tmp_path, BOTH, workers=0)
    assert rows(tmp_path, "SELECT site, articles, copied_by[1].site FROM stories") == [("gazette", 2, "herald")]
    archive(tmp_path, [Page(URL.format(1), story(1, "First", paragraphs=1, headline="Own words"), 3)])
    load(tmp_path, BOTH, workers=0)
    assert rows(tmp_path, "SELECT site, articles FROM stories ORDER BY site") == [("gazette", 1), ("herald", 1)]


def test_variants_of_an_address_are_one_article(tmp_path: Path) -> None:
    """Canonical address and key group captures; the address shown is that of the latest."""
    archive(
        tmp_path,
        [
            Page(URL.format(1), story(1, "First")),
            Page("https://www.gazette.example/story/1/other-words?utm_source=x", story(1, "Second"), hours=1),
            Page("https://gazette.example/p/77", story(1, "Third", canonical=URL.format(1)), hours=2),
        ],
    )
    load(tmp_path, SITES, workers=0)
    assert rows(tmp_path, "SELECT url, revision FROM articles") == [(URL.format(1), 3)]


def test_two_identities_with_one_address_leave_one_row(tmp_path: Path) -> None:
    """Where rules changed in between and rows of both are there, the address still belongs to one article."""
    archive(tmp_path, [Page(URL.format(1), story(1, "First"))])
    load(tmp_path, SITES, workers=0)
    unkeyed = {SITE.stem: site(discover={})}
    archive(tmp_path, [Page(URL.format(1), story(1, "Second"), hours=1)])
    load(tmp_path, unkeyed, workers=0)
    assert rows(tmp_path, "SELECT url, split_part(body, ':', 1) FROM articles") == [(URL.format(1), "Second")]
    assert rows(tmp_path, "SELECT count(*) FROM article_history") == [(2,)]
    reextract(tmp_path, unkeyed, workers=0)
    assert rows(tmp_path, "SELECT revision, split_part(body, ':', 1) FROM articles") == [(2, "Second")]
    fresh = contents(tmp_path)
    load(tmp_path, unkeyed, workers=0, rebuild=True)
    assert contents(tmp_path) == fresh


def test_reextraction_touches_exactly_the_stale_rows(tmp_path: Path) -> None:
    """After a changed layout the rows of that site are made anew, and no other row is touched."""
    other = site(stem="herald", homepage="https://herald.example/", hosts=["herald.example"], discover={})
    archive(tmp_path, [Page(URL.format(n), story(n, "First")) for n in range(3)])
    archive(tmp_path, [Page("https://herald.example/9", story(9, "First"), site=other)])
    first = load(tmp_path, SITES | {"herald": other}, workers=0)
    assert reextract(tmp_path, SITES | {"herald": other}, workers=0).load_id is None
    narrower = site(layout=[{"body": "div.text", "headline": "h1", "prune": ["p:first-child"]}])
    changed = {SITE.stem: narrower, "herald": other}
    told = reextract(tmp_path, changed, workers=0, diff=True)
    assert [(c.kind, c.fields) for c in told.changes] == [("changed", ("body", "word_count"))] * 3  # type: ignore[union-attr]
    assert "-First: in paragraph 0 of story 0" in told.changes[0].body  # type: ignore[union-attr]
    assert rows(tmp_path, "SELECT DISTINCT load_id FROM articles") == [(first.load_id,)]
    second = reextract(tmp_path, changed, workers=0)
    found = dict(rows(tmp_path, "SELECT site, list(DISTINCT load_id) FROM articles GROUP BY site"))
    assert found == {"gazette": [second.load_id], "herald": [first.load_id]}
    assert rows(tmp_path, "SELECT count(*) FROM articles WHERE body LIKE '%paragraph 0%' AND site = 'gazette'") == [
        (0,)
    ]
    incremental = contents(tmp_path)
    load(tmp_path, changed, workers=0, rebuild=True)
    assert contents(tmp_path) == incremental


def test_rejected_captures_become_articles_when_the_rules_allow(tmp_path: Path) -> None:
    """Re-extraction finds stale rejects too, and their reject goes when they become an article."""
    blind = {SITE.stem: site(discover=RULES["discover"] | {"reject": ["/story/"]})}
    archive(tmp_path, [Page(URL.format(1), story(1, "First")), Page("https://gazette.example/contact", NO_STORY)])
    load(tmp_path, SITES, workers=0)
    load(tmp_path, blind, workers=0, rebuild=True)
    before = contents(tmp_path)
    reextract(tmp_path, SITES, workers=0)
    assert rows(tmp_path, "SELECT count(*) FROM articles") == [(1,)]
    assert rows(tmp_path, "SELECT count(*) FROM rejects") == [(1,)]
    reextract(tmp_path, blind, workers=0)
    assert contents(tmp_path) == before


def test_a_second_load_leaves_at_once(tmp_path: Path) -> None:
    """Two loads never write the same folder."""
    archive(tmp_path, [Page(URL.format(1), story(1, "First"))])
    with hold(tmp_path, "load"), pytest.raises(Locked):
        load(tmp_path, SITES, workers=0)


def halved_segment(data: Path) -> tuple[Path, bytes]:
    """Cut the archive's segment in the middle; where it lies, and what it held."""
    segment = next(data.glob("archive/**/*.warc.gz"))
    whole = segment.read_bytes()
    segment.write_bytes(whole[: len(whole) // 2])
    return segment, whole


def test_a_lost_page_is_rejected_and_tried_again(tmp_path: Path) -> None:
    """A damaged archive costs the pages in it; once it is mended, re-extraction reads them."""
    archive(tmp_path, [Page(URL.format(1), story(1, "First")), Page(URL.format(2), story(2, "First"))])
    segment, whole = halved_segment(tmp_path)
    report = load(tmp_path, SITES, workers=0)
    assert (report.with_article, dict(report.reasons), report.unread) == (1, {"error": 1}, 1)
    segment.write_bytes(whole)
    again = reextract(tmp_path, SITES, workers=0)
    assert (again.captures, again.new_articles) == (1, 1)  # type: ignore[union-attr]


def test_reextraction_leaves_the_rows_of_a_lost_page(tmp_path: Path) -> None:
    """A text whose page the archive no longer gives is kept: the warehouse is the only one that still has it."""
    archive(tmp_path, [Page(URL.format(1), story(1, "First")), Page(URL.format(2), story(2, "First"))])
    load(tmp_path, SITES, workers=0)
    before = contents(tmp_path)
    segment, _ = halved_segment(tmp_path)
    report = reextract(tmp_path, SITES, scope="all", workers=0)
    assert (report.captures, report.unread, report.new_articles) == (1, 1, 0)  # type: ignore[union-attr]
    assert contents(tmp_path) == before
    segment.unlink()
    assert reextract(tmp_path, SITES, scope="all", workers=1).unread == 2  # type: ignore[union-attr]
    assert contents(tmp_path) == before
    assert reextract(tmp_path, SITES, scope="all", workers=0, diff=True).captures == 0


def test_a_rebuild_never_loses_a_text(tmp_path: Path) -> None:
    """Where the archive has lost a page, or the index its place, a rebuild is refused before anything is replaced."""
    archive(tmp_path, [Page(URL.format(1), story(1, "First")), Page(URL.format(2), story(2, "First"))])
    load(tmp_path, SITES, workers=0)
    before = contents(tmp_path)
    halved_segment(tmp_path)
    with pytest.raises(WarehouseError, match=r"1 text .* no longer be read from the archive"):
        load(tmp_path, SITES, workers=0, rebuild=True)
    with closing(State(tmp_path / "state.sqlite")) as state, state.transaction() as connection:
        connection.execute("DELETE FROM captures")
    with pytest.raises(WarehouseError, match=r"2 texts .* no longer be read from the archive"):
        load(tmp_path, SITES, workers=0, rebuild=True)
    assert contents(tmp_path) == before


def test_a_rebuild_keeps_the_ledger(tmp_path: Path) -> None:
    """What earlier loads did stays known."""
    archive(tmp_path, [Page(URL.format(1), story(1, "First"))])
    first = load(tmp_path, SITES, workers=0)
    second = load(tmp_path, SITES, workers=0, rebuild=True)
    found = rows(tmp_path, "SELECT load_id, command FROM loads ORDER BY started_at")
    assert found == [(first.load_id, "load"), (second.load_id, "rebuild")]


def test_a_rebuild_needs_no_readable_warehouse(tmp_path: Path) -> None:
    """A warehouse that is beyond reading is replaced by a rebuild, and by nothing less."""
    archive(tmp_path, [Page(URL.format(1), story(1, "First"))])
    load(tmp_path, SITES, workers=0)
    warehouse_path(tmp_path).chmod(0o644)
    warehouse_path(tmp_path).write_bytes(b"junk")
    with pytest.raises(WarehouseError, match="no DuckDB file"):
        load(tmp_path, SITES, workers=0)
    load(tmp_path, SITES, workers=0, rebuild=True)
    assert rows(tmp_path, "SELECT count(*) FROM articles") == [(1,)]


def test_a_long_load_is_published_in_portions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a killed load had published stays, and the next load goes on from there."""
    monkeypatch.setattr(loading, "PUBLISH_AFTER_SECONDS", 0.0)
    monkeypatch.setattr(loading, "PUBLISH_RATIO", 0)
    archive(tmp_path, [Page(URL.format(n), story(n, "First"), hours=n) for n in range(5)])

    def kill(progress: loading.LoadProgress) -> None:
        if progress.done == 4:
            raise Killed

    with pytest.raises(Killed):
        load(tmp_path, SITES, workers=0, progress=kill)
    assert rows(tmp_path, "SELECT count(*) FROM articles") == [(3,)]
    assert rows(tmp_path, "SELECT captures, articles FROM loads") == [(3, 3)]
    report = load(tmp_path, SITES, workers=0)
    assert (report.captures, report.articles) == (2, 5)


def visit(number: int, variant: int, text: str, hours: int, cut: int) -> Page:
    """A page with an article, under one of its addresses or printed by the other site; or one without."""
    url = (
        URL.format(number),
        f"https://www.gazette.example/story/{number}/other?utm_source=x",
        f"https://gazette.example/p/{number}",
        f"https://herald.example/{number}",
    )[variant]
    canonical = URL.format(number) if variant == 2 else None
    shown = NO_STORY if text == "None" else story(number, text, canonical=canonical, paragraphs=6 - cut)
    return Page(url, shown, hours, HERALD if variant == 3 else SITE)


PAGES = st.builds(
    visit,
    st.integers(1, 2),
    st.sampled_from([0, 1, 2, 3, 3]),
    st.sampled_from(["First", "Second", "None"]),
    st.integers(0, 6),
    st.integers(0, 2),
)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    visits=st.lists(st.lists(PAGES, max_size=5), min_size=1, max_size=4),
    kills=st.lists(st.integers(1, 6) | st.none(), max_size=3),
    portion=st.integers(1, 4),
    publish=st.booleans(),
)
def test_the_warehouse_is_a_function_of_archive_and_rules(
    visits: list[list[Page]], kills: list[int | None], portion: int, publish: bool
) -> None:
    """Any split, order, repetition and interruption of loads gives the rows of a rebuild from nothing."""
    folder = Path(tempfile.mkdtemp())
    patience = 0.0 if publish else 1e9
    try:
        with (
            patch.object(loading, "MERGE_ROWS", portion),
            patch.object(loading, "PUBLISH_AFTER_SECONDS", patience),
            patch.object(loading, "PUBLISH_RATIO", 0),
        ):
            for visit, kill in zip(visits, [*kills, None, None, None, None], strict=False):
                archive(folder, visit)

                def stop(progress: loading.LoadProgress, kill: int | None = kill) -> None:
                    if progress.done == kill:
                        raise Killed

                try:
                    load(folder, BOTH, workers=0, progress=stop)
                except Killed:
                    continue
            load(folder, BOTH, workers=0)
        incremental = contents(folder)
        event(f"{len(incremental['copies'])} copies")
        load(folder, BOTH, workers=0, rebuild=True)
        assert contents(folder) == incremental
    finally:
        shutil.rmtree(folder)
