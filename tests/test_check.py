"""`check` finds what does not agree, and `--repair` mends it without deleting anything."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from archived import NO_STORY, SITES, Page, archive, contents, rows, story

from warehouse.check import check
from warehouse.database import wal_of, warehouse_path
from warehouse.load import load
from warehouse.swap import WorkingCopy

URL = "https://gazette.example/story/{}/frigate"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound data folder: five stories, one seen again, one corrected, one rejected page."""
    folder = tmp_path_factory.mktemp("sound")
    archive(folder, [Page(URL.format(n), story(n, "First"), hours=n) for n in range(5)])
    archive(folder, [Page(URL.format(1), story(1, "First"), hours=6), Page(URL.format(2), story(2, "B"), hours=7)])
    archive(folder, [Page("https://gazette.example/contact", NO_STORY, hours=8)])
    load(folder, SITES, workers=0)
    return folder


@pytest.fixture
def data(sound: Path, tmp_path: Path) -> Path:
    """A copy of it to spoil."""
    return Path(shutil.copytree(sound, tmp_path / "data"))


def segment(data: Path) -> Path:
    (found,) = data.glob("archive/**/*.warc.gz")
    return found


def said(data: Path) -> list[tuple[str, str]]:
    return [(finding.part, finding.said) for finding in check(data, SITES).findings]


def mended(data: Path) -> tuple[str, ...]:
    """Repair; what is left to complain about must be nothing."""
    report = check(data, SITES, repair=True, workers=0)
    assert report.findings == ()
    return report.repaired


def test_a_sound_folder_is_found_sound(data: Path) -> None:
    """Nothing is reported, nothing is written, and repair finds nothing to do."""
    before = {path: path.read_bytes() for path in data.rglob("*.gz")} | {
        warehouse_path(data): warehouse_path(data).read_bytes()
    }
    report = check(data, SITES)
    assert report.sound
    assert (report.segments, report.captures, report.articles) == (1, 8, 5)
    assert check(data, SITES, repair=True, workers=0).repaired == ()
    assert {path: path.read_bytes() for path in before} == before


def test_an_empty_folder_is_sound(tmp_path: Path) -> None:
    """Before the first crawl there is nothing to complain about."""
    assert check(tmp_path, SITES).sound
    assert list(tmp_path.iterdir()) == []


def test_what_is_not_loaded_is_told_and_loaded(data: Path) -> None:
    """The warehouse lags behind the index until the next load."""
    archive(data, [Page(URL.format(9), story(9, "First"))])
    assert said(data) == [("warehouse", "1 captures of the index are not loaded")]
    assert mended(data) == ("loaded 1 captures: 6 articles in the warehouse",)


def test_a_torn_tail_is_cut_off_and_kept(data: Path) -> None:
    """Half a record at the end of a segment goes into a file beside it."""
    path = segment(data)
    whole = path.read_bytes()
    path.write_bytes(whole + whole[:100])
    assert [part for part, _ in said(data)] == ["archive"]
    assert "half a record" in said(data)[0][1]
    mended(data)
    assert path.read_bytes() == whole
    (torn,) = path.parent.glob("*.torn")
    assert torn.read_bytes() == whole[:100]


def test_a_damaged_record_costs_itself_alone(data: Path) -> None:
    """A flipped bit is found and named; captures behind it stay readable; only a backup can bring it back."""
    path = segment(data)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0x40
    path.write_bytes(content)
    before = contents(data)
    report = check(data, SITES)
    assert any(finding.part == "archive" and not finding.repairable for finding in report.findings)
    assert report.captures >= 6
    check(data, SITES, repair=True, workers=0)
    assert contents(data)["articles"] == before["articles"]
    assert path.read_bytes() == content


@pytest.mark.parametrize("damage", ["missing", "junk", "empty"])
def test_a_lost_index_is_rebuilt_from_the_archive(data: Path, damage: str) -> None:
    """Without the state file every capture is found again in the segments, and the warehouse agrees."""
    before = contents(data)
    for path in data.glob("state.sqlite*"):
        path.unlink()
    if damage != "missing":
        (data / "state.sqlite").write_bytes(b"junk" * 1000 if damage == "junk" else b"")
    assert "index" in [part for part, _ in said(data)]
    mended(data)
    assert contents(data) == before
    kept = [path.name for path in data.glob("state.sqlite.*.aside")]
    assert len(kept) == (damage == "junk")
    load(data, SITES, workers=0, rebuild=True)
    assert contents(data) == before


def test_index_rows_that_went_astray_are_put_right(data: Path) -> None:
    """One capture forgotten, one pointing nowhere, one at the wrong place."""
    before = contents(data)
    with closing(sqlite3.connect(data / "state.sqlite", isolation_level=None)) as state:
        names = [row[0] for row in state.execute("SELECT capture_id FROM captures ORDER BY fetched_at")]
        state.execute("DELETE FROM captures WHERE capture_id = ?", names[:1])
        state.execute('UPDATE captures SET "offset" = "offset" + 3 WHERE capture_id = ?', names[1:2])
        state.execute(
            "UPDATE captures SET capture_id = 'nowhere', file = 'x/2026/01/x.warc.gz' WHERE capture_id = ?", names[2:3]
        )
    parts = dict.fromkeys(part for part, _ in said(data))
    assert "index" in parts
    mended(data)
    assert contents(data) == before
    assert list(data.glob("state.sqlite.*.aside"))


@pytest.mark.parametrize("damage", ["junk", "truncated", "flipped", "log"])
def test_a_damaged_warehouse_is_set_aside_and_rebuilt(data: Path, damage: str) -> None:
    """Whatever happened to it, the archive has all that is needed; the damaged file is kept."""
    before = contents(data)
    path = warehouse_path(data)
    path.chmod(0o644)
    content = bytearray(path.read_bytes())
    match damage:
        case "junk":
            content[:] = b"junk" * 5000
        case "truncated":
            del content[len(content) // 2 :]
        case "flipped":
            needle = content.find(b"frigate")
            assert needle > 0
            content[needle] ^= 1
        case "log":
            wal_of(path).write_bytes(b"theirs")
    path.write_bytes(content)
    assert [part for part, _ in said(data)] == ["warehouse"]
    mended(data)
    assert contents(data) == before
    assert [kept.read_bytes() for kept in data.glob("warehouse.duckdb.2*.aside")] == [content]
    assert len(list(data.glob("warehouse.duckdb.wal.*.aside"))) == (damage == "log")


@pytest.mark.parametrize(
    "tampering",
    [
        "DELETE FROM articles WHERE revision = 2",
        "UPDATE articles SET last_seen_at = last_seen_at + INTERVAL 1 DAY WHERE revision = 2",
        "INSERT INTO captures SELECT * FROM captures LIMIT 1",
        "INSERT INTO revisions SELECT * FROM revisions",
        "INSERT INTO copies SELECT url_key, 'nowhere', 1 FROM articles LIMIT 1",
    ],
)
def test_rows_that_do_not_follow_from_the_captures_are_found(data: Path, tampering: str) -> None:
    """A warehouse that contradicts itself is not believed."""
    before = contents(data)
    with WorkingCopy(data) as copy:
        copy.connection.execute(tampering)
        copy.publish()
    assert {part for part, _ in said(data)} == {"warehouse"}
    mended(data)
    assert contents(data) == before


def test_texts_whose_archive_is_lost_stay_in_the_warehouse(data: Path) -> None:
    """A lost segment is told; the warehouse, now the only copy, is not rebuilt without it."""
    segment(data).unlink()
    found = check(data, SITES, repair=True, workers=0).findings
    assert [(finding.part, finding.repairable) for finding in found] == [("warehouse", False)]
    assert rows(data, "SELECT count(*) FROM articles") == [(5,)]
