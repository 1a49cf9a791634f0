"""The archive keeps what it says it keeps: byte for byte, after kills, full disks and damage."""

import errno
import gzip
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import brotli
import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.capture import Capture
from extract.site import load_sites
from warehouse.archive import Archive, ArchiveError, DiskFull, site_name
from warehouse.index import instant
from warehouse.lock import Locked, hold
from warehouse.records import read_file
from warehouse.segments import Segments
from warehouse.state import State, StateError

NOON = datetime(2026, 3, 14, 12, 0, 0, 123456, tzinfo=UTC)


def page(number: int = 1, body: bytes = b"<p>text</p>", at: datetime = NOON, **more: object) -> Capture:
    headers = {"content-type": "text/html; charset=utf-8", "etag": f'"{number}"'}
    return Capture(
        url=f"https://www.example.com/news/{number}",
        fetched_at=at,
        status=200,
        headers=headers | dict(more.pop("headers", {})),  # type: ignore[call-overload]
        body=body,
        **more,  # type: ignore[arg-type]
    )


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    opened = State(tmp_path / "state.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def archive(tmp_path: Path, state: State) -> Iterator[Archive]:
    opened = Archive(tmp_path, state)
    yield opened
    opened.close()


def warcio_check(folder: Path) -> None:
    files = [str(p) for p in folder.rglob("*.warc.gz*") if not p.name.endswith(".torn")]
    done = subprocess.run([sys.executable, "-m", "warcio.cli", "check", "-v", *files], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "fail" not in done.stdout


def test_capture_comes_back_as_it_was(archive: Archive, tmp_path: Path) -> None:
    """What was written is read back: body, headers, hints, time to the microsecond."""
    hints = {"headline": "Fähre & “Ünï”", "authors": ["A. B."]}
    capture = page(body="<p>Größe €</p>".encode() + bytes(range(256)), hints=hints, headers={"x-odd": "é"})
    row = archive.write(capture, site="example.com", via="https://www.example.com/rss")
    with archive.durable():
        pass
    got = archive.read(row)
    assert (got.url, got.fetched_at, got.status, got.body, got.hints) == (capture.url, NOON, 200, capture.body, hints)
    assert got.headers["x-odd"] == "é"
    archive.close()
    assert row.file == "example.com/2026/03/example.com-202603-00001.warc.gz"
    assert (tmp_path / "archive" / row.file).is_file()
    warcio_check(tmp_path)


@pytest.mark.parametrize(
    ("coding", "encode"),
    [("gzip", gzip.compress), ("br", brotli.compress), ("zstd", zstandard.compress), ("GZIP ", gzip.compress)],
)
def test_codings_stay_on_disk_and_come_off_on_reading(archive: Archive, coding: str, encode) -> None:  # type: ignore[no-untyped-def]
    """The archive keeps the coded bytes; extraction sees the plain ones."""
    plain = b"<p>words</p>" * 500
    row = archive.write(page(body=encode(plain), headers={"content-encoding": coding}), site="example.com")
    with archive.durable():
        pass
    assert archive.read(row).body == plain
    assert "content-encoding" not in archive.read(row).headers
    stored = next(r for f in archive.segments.files() for r in read_file(f) if r.kind == "response")
    assert stored.payload == encode(plain)


def test_bomb_is_cut_at_the_bound(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small body that inflates without end gives one byte more than the bound, never more."""
    monkeypatch.setattr("warehouse.archive.DECODED_AT_MOST", 1 << 20)
    for number, bomb in enumerate((gzip.compress(bytes(50 << 20)), gzip.compress(gzip.compress(bytes(50 << 20))))):
        coding = "gzip, gzip" if number else "gzip"
        row = archive.write(page(number, body=bomb, headers={"content-encoding": coding}), site="example.com")
        with archive.durable():
            pass
        assert len(archive.read(row).body) == (1 << 20) + 1


def test_same_payload_again_is_a_revisit(archive: Archive, tmp_path: Path) -> None:
    """The same bytes seen again cost a revisit record, and read as the page they stand for."""
    first = archive.write(page(), site="example.com")
    with archive.durable():
        pass
    again = archive.write(page(at=NOON + timedelta(days=1)), site="example.com")
    other = archive.write(page(body=b"<p>changed</p>", at=NOON + timedelta(days=2)), site="example.com")
    with archive.durable():
        pass
    assert (first.kind, again.kind, other.kind) == ("response", "revisit", "response")
    assert again.refers_to == first.capture_id
    assert archive.read(again).body == b"<p>text</p>"
    assert archive.read(again).fetched_at == NOON + timedelta(days=1)
    warcio_check(tmp_path)


def test_not_modified_is_a_revisit(archive: Archive) -> None:
    """An answer 304 is a sighting of what is already kept; without that there is nothing to refer to."""
    assert archive.write_unchanged(url=page().url, fetched_at=NOON, headers={}, site="example.com") is None
    archive.write(page(), site="example.com")
    with archive.durable():
        pass
    later = NOON + timedelta(hours=3)
    row = archive.write_unchanged(url=page().url, fetched_at=later, headers={"etag": '"1"'}, site="example.com")
    with archive.durable():
        pass
    assert row is not None
    assert (row.kind, row.status) == ("revisit", 304)
    assert archive.read(row).body == b"<p>text</p>"
    assert archive.read(row).status == 200


def test_text_without_address_is_a_resource(archive: Archive, tmp_path: Path) -> None:
    """What did not come over HTTP is kept as a WARC resource, and read and indexed like any other capture."""
    text = Capture(url="urn:sha256:00ff", fetched_at=NOON, headers={"content-type": "text/plain"}, body=b"HTTP/1.1 x")
    row = archive.write(text, site="unknown")
    with archive.durable():
        pass
    got = archive.read(row)
    assert (got.body, got.status, got.headers["content-type"]) == (b"HTTP/1.1 x", 200, "text/plain")
    assert [s.row for f in archive.segments.files() for s in archive.scan(f)[0]] == [row]
    warcio_check(tmp_path)


def test_writing_the_same_capture_twice_keeps_one(archive: Archive) -> None:
    """A capture is known by what it is: importing it again adds nothing."""
    for _ in range(2):
        archive.write(page(), site="example.com")
        with archive.durable():
            pass
    assert archive.index.count() == 1


def test_segment_is_reopened_by_the_next_run(tmp_path: Path, state: State) -> None:
    """Frequent runs append to the month's segment, and records of earlier runs stay readable."""
    rows = []
    for number in range(5):
        archive = Archive(tmp_path, state)
        archive.recover()
        rows.append(archive.write(page(number), site="example.com"))
        with archive.durable():
            pass
        archive.close()
    assert len(list(tmp_path.rglob("*.warc.gz"))) == 1
    assert [Archive(tmp_path, state).read(r).url for r in rows] == [r.url for r in rows]
    warcio_check(tmp_path)


def test_full_segment_is_followed_by_another(archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A segment that reached its size is closed; the next record opens a new one."""
    monkeypatch.setattr("warehouse.segments.SEGMENT_BYTES", 2000)
    for number in range(12):
        archive.write(page(number, body=os.urandom(400)), site="example.com")
    with archive.durable():
        pass
    archive.close()
    names = sorted(p.name for p in tmp_path.rglob("*.warc.gz"))
    assert len(names) > 2
    assert archive.index.count() == 12


def test_index_is_rebuilt_from_the_archive_alone(archive: Archive) -> None:
    """Reading the segments gives the very rows that writing them gave."""
    sites = load_sites()
    mirror = Capture(url="https://www.defensemirror.com/news/4711/Some_Title", fetched_at=NOON, body=b"<p>x</p>")
    archive.write(page(), site="example.com", requested_url="http://example.com/r/1")
    archive.write(mirror, site=sites["defensemirror"])
    with archive.durable():
        pass
    archive.write(page(at=NOON + timedelta(days=1)), site="example.com")
    with archive.durable():
        pass
    found = [s for f in archive.segments.files() for s in archive.scan(f)[0]]
    assert sorted((s.row for s in found), key=lambda r: r.capture_id) == sorted(
        archive.index.all(), key=lambda r: r.capture_id
    )
    assert "http://example.com/r/1" in {s.requested_url for s in found}


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(cut=st.floats(0.02, 0.999))
def test_torn_tail_is_set_aside_and_the_rest_recovered(tmp_path_factory: pytest.TempPathFactory, cut: float) -> None:
    """Whatever byte the power went at: complete records are indexed, the torn one lies beside, nothing is gone."""
    folder = tmp_path_factory.mktemp("torn")
    state = State(folder / "state.sqlite")
    archive = Archive(folder, state)
    for number in range(4):
        archive.write(page(number, body=b"<p>%d</p>" % number), site="example.com")
    archive.close()
    (path,) = archive.segments.left_open()
    whole = path.read_bytes()
    keep = int(len(whole) * cut)
    os.truncate(path, keep)
    again = Archive(folder, state)
    recovery = again.recover()
    assert not again.segments.left_open()
    kept = b"".join(p.read_bytes() for p in (*folder.rglob("*.warc.gz"), *recovery.torn))
    assert kept == whole[:keep]
    assert again.index.count() == len(recovery.recovered)
    for scanned in recovery.recovered:
        assert again.read(scanned.row).body.startswith(b"<p>")
    assert again.recover() == type(recovery)()
    state.close()


WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from extract.capture import Capture
from warehouse.archive import Archive
from warehouse.state import State
data = Path(sys.argv[1])
state = State(data / "state.sqlite")
archive = Archive(data, state)
archive.recover()
start = archive.index.count()
for number in range(start, start + 100000):
    body = (b"%d " % number) * 3000
    capture = Capture(url=f"https://e.com/{number}", fetched_at=datetime(2026, 1, 1, tzinfo=UTC), body=body)
    archive.write(capture, site="e.com")
    if number % 3 == 0:
        with archive.durable():
            pass
        print(number, flush=True)
"""


def test_kill_at_random_moments_loses_nothing_that_counted(tmp_path: Path) -> None:
    """SIGKILL in the middle of writing, again and again: all that was reported durable is there, once, and verifies."""
    chance = random.Random(7)
    durable = -1
    for _ in range(12):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        assert writer.stdout is not None
        for _ in range(chance.randint(1, 25)):
            durable = int(writer.stdout.readline())
        writer.send_signal(signal.SIGKILL)
        for line in writer.stdout:
            durable = int(line)
        writer.wait()
        writer.stdout.close()
    state = State(tmp_path / "state.sqlite")
    archive = Archive(tmp_path, state)
    archive.recover()
    numbers = sorted(int(r.url.rpartition("/")[2]) for r in archive.index.all())
    assert numbers == list(range(len(numbers)))
    assert len(numbers) > durable
    for row in archive.index.all():
        assert archive.read(row).body.split()[0].decode() == row.url.rpartition("/")[2]
    warcio_check(tmp_path)
    state.close()


def unindexed(data: Path, state: State) -> Archive:
    """An archive with captures of three sites on disk that are not indexed yet."""
    archive = Archive(data, state)
    for number in range(12):
        archive.write(page(number, body=os.urandom(900)), site=f"{number % 3}.example")
    archive.segments.sync()
    return archive


def abandoned(data: Path, state: State) -> None:
    """Leave such an archive as a writer that is killed does."""
    unindexed(data, state).segments.close(finish=False)


def test_kill_during_recovery_loses_nothing(tmp_path: Path, state: State, monkeypatch: pytest.MonkeyPatch) -> None:
    """A segment is closed only once its captures are indexed: killed at any segment, the next start finds them."""
    monkeypatch.setattr("warehouse.segments.SEGMENT_BYTES", 2000)
    abandoned(tmp_path, state)
    finish = Segments.finish
    for survived in range(3):
        calls: list[Path] = []

        def killed(self: Segments, path: Path, calls: list[Path] = calls, survived: int = survived) -> None:
            if len(calls) == survived:
                raise KeyboardInterrupt
            calls.append(path)
            finish(self, path)

        monkeypatch.setattr(Segments, "finish", killed)
        with pytest.raises(KeyboardInterrupt):
            Archive(tmp_path, state).recover()
    monkeypatch.setattr(Segments, "finish", finish)
    again = Archive(tmp_path, state)
    again.recover()
    assert again.index.count() == 12
    assert not again.segments.left_open()


def test_recovery_and_what_follows_from_it_are_one(tmp_path: Path, state: State) -> None:
    """What a caller marks for recovered captures takes effect with their index rows, or neither does."""
    abandoned(tmp_path, state)

    def fails(connection: object, recovered: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Archive(tmp_path, state).recover(fails)
    assert Archive(tmp_path, state).index.count() == 0
    marked: list[str] = []
    Archive(tmp_path, state).recover(lambda _, recovered: marked.extend(s.row.url for s in recovered))
    assert len(marked) == 12


def test_captures_that_could_not_be_indexed_are_recovered(
    tmp_path: Path, state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the index fails once the pages are on disk, closing leaves the segments for the next start to look at."""
    monkeypatch.setattr("warehouse.segments.SEGMENT_BYTES", 2000)
    archive = unindexed(tmp_path, state)
    full = sqlite3.OperationalError("database or disk is full")
    monkeypatch.setattr(archive.index, "add", lambda rows: (_ for _ in ()).throw(full))
    with pytest.raises(DiskFull), archive.durable():
        pass
    archive.close()
    again = Archive(tmp_path, state)
    again.recover()
    assert again.index.count() == 12
    warcio_check(tmp_path)


def test_full_disk_leaves_whole_records(archive: Archive, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A write that finds no room leaves nothing half-written, says so in one sentence, and later writes go on."""
    archive.write(page(1), site="example.com")
    with archive.durable():
        pass
    write = os.write

    def full(descriptor: int, content: bytes) -> int:
        write(descriptor, bytes(content)[:40])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(DiskFull, match="free some space"):
        archive.write(page(2), site="example.com")
    monkeypatch.setattr(os, "write", write)
    archive.write(page(3), site="example.com")
    with archive.durable():
        pass
    archive.close()
    assert [r.url[-1] for r in archive.index.all()] == ["1", "3"]
    warcio_check(tmp_path)


def test_nearly_full_disk_is_noticed_before_damage(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last megabytes are left alone, so that the state file can still be closed."""
    usage = shutil.disk_usage("/")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1 << 20))
    with pytest.raises(DiskFull):
        archive.write(page(), site="example.com")


def test_damaged_payload_is_never_given_out(archive: Archive, tmp_path: Path) -> None:
    """A flipped bit in the archive is an error that names the place, not a wrong article."""
    row = archive.write(page(body=os.urandom(5000)), site="example.com")
    with archive.durable():
        pass
    archive.close()
    path = tmp_path / "archive" / row.file
    content = bytearray(path.read_bytes())
    content[row.length // 2] ^= 0x10
    path.write_bytes(content)
    with pytest.raises(ArchiveError, match="defnews check"):
        archive.read(row)


def test_missing_segment_is_named(archive: Archive, tmp_path: Path) -> None:
    """A segment that is gone is an error that says which."""
    row = archive.write(page(), site="example.com")
    with archive.durable():
        pass
    shutil.rmtree(tmp_path / "archive")
    with pytest.raises(ArchiveError, match="cannot be read"):
        archive.read(row)
    with pytest.raises(ArchiveError, match="cannot be written"):
        archive.close()


@given(host=st.text(max_size=60))
def test_folder_of_a_host_stays_inside_the_archive(host: str) -> None:
    """No host, however written, reaches another folder."""
    name = site_name(f"https://{host}/x", None)
    assert "/" not in name
    assert name not in ("", ".", "..")
    assert not name.startswith(".")


LOCKER = """
import sys
from pathlib import Path
from warehouse.lock import Locked, hold
try:
    with hold(Path(sys.argv[1]), "crawl"):
        print("got it")
except Locked as error:
    print(error)
"""


def test_second_writer_is_told_to_wait(tmp_path: Path) -> None:
    """A lock is held once, freed by leaving, and by nothing that is left lying about."""
    command = [sys.executable, "-c", LOCKER, str(tmp_path)]
    with hold(tmp_path, "crawl"), hold(tmp_path, "load"):
        assert "another run is crawling" in subprocess.run(command, capture_output=True, text=True).stdout
        with pytest.raises(Locked), hold(tmp_path, "crawl"):
            pass
    assert subprocess.run(command, capture_output=True, text=True).stdout == "got it\n"


def test_state_file_that_is_none(tmp_path: Path) -> None:
    """A foreign file in the place of the state file is left alone and named."""
    path = tmp_path / "state.sqlite"
    path.write_bytes(b"not a database at all, but long enough to be looked at" * 50)
    with pytest.raises(StateError, match="no SQLite file"):
        State(path)
    assert path.read_bytes().startswith(b"not a database")


def test_state_of_a_newer_program_is_refused(tmp_path: Path, state: State) -> None:
    """A state file from the future is not touched."""
    state.connection.execute("PRAGMA user_version = 9999")
    with pytest.raises(StateError, match="newer defnews"):
        State(tmp_path / "state.sqlite")


@given(st.datetimes(min_value=datetime(1970, 1, 2), timezones=st.timezones()))  # noqa: DTZ001
def test_instants_sort_by_time(moment: datetime) -> None:
    """The text of a time is UTC and comes back as that time."""
    assert datetime.fromisoformat(instant(moment)) == moment.astimezone(UTC)
