"""Copy and swap: the published warehouse is whole, ours, and never destroyed."""

import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

import warehouse.database as database
import warehouse.swap as swap
from warehouse.archive import DiskFull
from warehouse.database import WarehouseError, faults, migrate, migrations, reading, wal_of, warehouse_path
from warehouse.examination import MIGRATED, examine
from warehouse.stories import gather
from warehouse.swap import WorkingCopy, copy_file


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with an empty warehouse."""
    with WorkingCopy(tmp_path) as copy:
        copy.publish()
    return tmp_path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def note(copy: WorkingCopy, load_id: str) -> None:
    copy.connection.execute("INSERT INTO loads VALUES (?, 'load', now(), now(), 0, 0, 0, 0, '1')", [load_id])


def loads(data: Path) -> list[str]:
    with reading(data) as connection:
        return [row[0] for row in connection.execute("SELECT load_id FROM loads ORDER BY ALL").fetchall()]


def test_nothing_is_seen_before_it_is_published(data: Path) -> None:
    """Writing goes to a copy; readers see the old file until the rename, and the new one after."""
    with WorkingCopy(data) as copy:
        note(copy, "a")
        assert loads(data) == []
        copy.publish(proceed=True)
        assert loads(data) == ["a"]
        note(copy, "b")
        assert loads(data) == ["a"]
        copy.publish()
    assert loads(data) == ["a", "b"]


def test_an_unpublished_copy_leaves_no_trace(data: Path) -> None:
    """A load that fails leaves the folder as it was."""
    before = names(data), warehouse_path(data).read_bytes()

    with pytest.raises(WarehouseError), WorkingCopy(data) as copy, faults(copy.path):
        copy.connection.execute("INSERT INTO loads SELECT 'a'")
    assert (names(data), warehouse_path(data).read_bytes()) == before


def test_what_a_killed_load_left_is_removed(data: Path) -> None:
    """The next load removes a killed one's copy, its log and its spill."""
    with WorkingCopy(data) as copy:
        leftover = copy.path
    leftover.write_bytes(b"half a copy")
    wal_of(leftover).write_bytes(b"log")
    leftover.with_name(leftover.name + ".tmp").mkdir()
    (leftover.with_name(leftover.name + ".tmp") / "spill").write_bytes(b"x")
    with WorkingCopy(data) as copy:
        note(copy, "a")
        copy.publish()
    assert loads(data) == ["a"]
    assert names(data) == ["warehouse.duckdb"]


def test_the_published_file_has_no_log_and_cannot_be_written_by_mistake(data: Path) -> None:
    """A plain `duckdb.connect(path)` of an analyst must not become a writer."""
    assert not wal_of(warehouse_path(data)).exists()
    assert warehouse_path(data).stat().st_mode & 0o222 == 0


def test_storage_is_readable_by_old_duckdb(data: Path) -> None:
    """The file carries the storage version that every DuckDB from 1.2 on reads: 65."""
    header = warehouse_path(data).read_bytes()[:64]
    assert header[8:12] == b"DUCK"
    assert int.from_bytes(header[12:20], "little") <= 65


def test_long_texts_are_compressed(tmp_path: Path) -> None:
    """Bodies take a fraction of their length on disk."""
    with WorkingCopy(tmp_path) as copy:
        copy.connection.execute(
            """INSERT INTO articles BY NAME SELECT
            'https://example.com/' || i AS url, url AS url_key, url AS original_url, 'x' AS site, 'h' AS headline,
            [] AS authors, [] AS tags, repeat('The ministry signed a contract on day ' || i || '. ', 200) AS body,
            1 AS word_count, [] AS images, [] AS related, [] AS flags, now() AS first_seen_at, now() AS last_seen_at,
            now() AS last_changed_at, 1 AS revision, md5(url) AS content_digest, now() AS fetched_at,
            md5(url) AS capture_id, '1' AS extractor_version, 'l' AS load_id FROM range(4000) numbers(i)"""
        )
        copy.publish()
    written = 4000 * 200 * 40
    assert warehouse_path(tmp_path).stat().st_size < written / 4


def test_no_warehouse_says_how_to_make_one(tmp_path: Path) -> None:
    """Reading before the first load names the command that is missing."""
    with pytest.raises(WarehouseError, match="run `defnews load` first"), reading(tmp_path):
        pass


@pytest.mark.parametrize("content", [b"", b"this is a text, not a database", b"\0" * 20_000])
def test_a_file_that_is_no_duckdb_is_refused_and_kept(tmp_path: Path, content: bytes) -> None:
    """Neither reader nor loader touches a file that is not a warehouse."""
    path = warehouse_path(tmp_path)
    path.write_bytes(content)
    with pytest.raises(WarehouseError) as read, reading(tmp_path):
        pass
    with pytest.raises(WarehouseError) as written, WorkingCopy(tmp_path):
        pass
    assert "\n" not in str(read.value) + str(written.value)
    assert path.read_bytes() == content
    assert names(tmp_path) == ["warehouse.duckdb"]


def test_a_duckdb_of_somebody_else_is_refused_and_kept(tmp_path: Path) -> None:
    """A DuckDB file without our schema is another program's."""
    with duckdb.connect(str(warehouse_path(tmp_path))) as connection:
        connection.execute("CREATE TABLE theirs (a INTEGER)")
    for attempt in (reading(tmp_path), WorkingCopy(tmp_path)):
        with pytest.raises(WarehouseError, match="no defnews warehouse"), attempt:
            pass
    with duckdb.connect(str(warehouse_path(tmp_path)), read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM theirs").fetchall() == [(0,)]


def test_a_newer_schema_is_refused_and_kept(data: Path) -> None:
    """A warehouse of a newer program is not touched by an older one."""
    with WorkingCopy(data) as copy:
        copy.connection.execute("INSERT INTO schema_version VALUES (999, 'warehouse_0999.sql', now())")
        copy.publish()
    before = warehouse_path(data).read_bytes()
    for attempt in (reading(data), WorkingCopy(data)):
        with pytest.raises(WarehouseError, match=r"newer defnews \(schema 999"), attempt:
            pass
    assert warehouse_path(data).read_bytes() == before


def test_a_foreign_log_is_refused_and_kept(data: Path) -> None:
    """A log beside the warehouse was written by another program: it is nobody's to replay or to drop."""
    wal_of(warehouse_path(data)).write_bytes(b"theirs")
    for attempt in (reading(data), WorkingCopy(data)):
        with pytest.raises(WarehouseError, match="another program has written"), attempt:
            pass
    assert wal_of(warehouse_path(data)).read_bytes() == b"theirs"


def test_a_foreign_writer_is_refused(data: Path) -> None:
    """While another process has the file open for writing, no load may swap it from under its log."""
    path = warehouse_path(data)
    path.chmod(0o644)
    program = (
        f"import duckdb, sys; c = duckdb.connect({str(path)!r}); print('open', flush=True); sys.stdin.read(); c.close()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(WarehouseError, match="open for writing in another program"), WorkingCopy(data):
            pass
        other.communicate()
    with WorkingCopy(data) as copy:
        copy.publish()


def test_a_failed_migration_changes_nothing(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Migrations run inside the copy: one that fails half-way leaves the published file alone."""
    before = warehouse_path(data).read_bytes()
    broken = [*migrations(), ("warehouse_9999.sql", "CREATE TABLE halfway (a INTEGER); SELECT nonsense FROM nowhere;")]
    monkeypatch.setattr(database, "migrations", lambda: broken)
    with pytest.raises(WarehouseError), WorkingCopy(data):
        pass
    assert warehouse_path(data).read_bytes() == before
    assert names(data) == ["warehouse.duckdb"]


def test_a_new_migration_is_applied_and_recorded(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An older warehouse is brought forward by the next load; what was in it stays."""
    with WorkingCopy(data) as copy:
        note(copy, "a")
        copy.publish()
    newer = [*migrations(), ("warehouse_0099.sql", "CREATE TABLE added (a INTEGER);")]
    monkeypatch.setattr(database, "migrations", lambda: newer)
    with WorkingCopy(data) as copy:
        assert copy.changed_schema
        copy.publish()
    with reading(data) as connection:
        assert connection.execute("SELECT count(*) FROM added").fetchall() == [(0,)]
        assert connection.execute("SELECT max(version), count(*) FROM schema_version").fetchall() == [
            (len(newer), len(newer))
        ]
    assert loads(data) == ["a"]


def test_a_warehouse_of_the_first_schema_is_brought_forward(tmp_path: Path) -> None:
    """Its rows stay as they are; what later columns hold is unknown until it is extracted again."""
    name, script = migrations()[0]
    with duckdb.connect(str(warehouse_path(tmp_path))) as old:
        old.execute(script)
        old.execute("INSERT INTO schema_version VALUES (1, ?, now())", [name])
        for table in ("articles", "revisions"):
            old.execute(f"INSERT INTO {table} BY NAME {AN_ARTICLE}")
    assert [(f.remedy, f.repairable) for f in examine(tmp_path)[1]] == [(MIGRATED, True)]
    with WorkingCopy(tmp_path) as copy:
        gather(copy.connection)
        copy.publish()
    with reading(tmp_path) as connection:
        assert connection.execute("SELECT headline, fingerprint FROM article_history").fetchall() == [("h", None)] * 2
        assert connection.execute("SELECT site, articles FROM stories").fetchall() == [("x", 1)]
        assert connection.execute("SELECT max(version) FROM schema_version").fetchall() == [(len(migrations()),)]


AN_ARTICLE = """SELECT 'https://example.com/1' AS url, url AS url_key, url AS original_url, 'x' AS site, 'h' AS headline,
    [] AS authors, [] AS tags, 'b' AS body, 1 AS word_count, [] AS images, [] AS related, [] AS flags,
    now() AS first_seen_at, now() AS last_seen_at, now() AS last_changed_at, 1 AS revision, 'd' AS content_digest,
    now() AS fetched_at, 'c' AS capture_id, '1' AS extractor_version, 'l' AS load_id"""


def test_migrating_twice_changes_nothing() -> None:
    """The second time finds everything in place, comments too."""
    with duckdb.connect(":memory:", config={"python_enable_replacements": False}) as connection:
        assert migrate(connection)
        assert not migrate(connection)


def test_a_full_disk_is_noticed_before_the_copy(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without room for the copy nothing is written."""
    monkeypatch.setattr(swap.fcntl, "ioctl", _not_supported)
    monkeypatch.setattr(swap, "KEEP_FREE", 1 << 62)
    before = warehouse_path(data).read_bytes()
    with pytest.raises(DiskFull, match="free some space"), WorkingCopy(data):
        pass
    assert warehouse_path(data).read_bytes() == before
    assert names(data) == ["warehouse.duckdb"]


@pytest.mark.parametrize("in_kernel", [True, False])
def test_copies_are_equal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_kernel: bool) -> None:
    """By the kernel or by hand, in several portions, the copy is the file."""
    monkeypatch.setattr(swap.fcntl, "ioctl", _not_supported)
    monkeypatch.setattr(swap, "CHUNK", 1000)
    if not in_kernel:
        monkeypatch.setattr(os, "copy_file_range", _not_supported)
    content = os.urandom(12_345)
    (tmp_path / "a").write_bytes(content)
    copy_file(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b").read_bytes() == content


def _not_supported(*_: object, **__: object) -> int:
    raise OSError(95, "Operation not supported")
