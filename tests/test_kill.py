"""Readers and loads in processes of their own: nobody waits, nobody sees half a warehouse, and kills cost nothing."""

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest
from archived import SITES, Page, archive, contents, rows, start, story

from warehouse.database import wal_of, warehouse_path
from warehouse.load import load

URL = "https://gazette.example/story/{}/frigate"
HERE = Path(__file__).parent
# Enough to notice what is broken; DEFNEWS_KILLS=100 DEFNEWS_LOADS=100 for the night.
KILLS = int(os.environ.get("DEFNEWS_KILLS", "4"))
LOADS = int(os.environ.get("DEFNEWS_LOADS", "8"))

LOADER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from archived import SITES
import warehouse.loading as loading
from warehouse.load import load

loading.PUBLISH_AFTER_SECONDS, loading.PUBLISH_RATIO, loading.MERGE_ROWS = 0.05, 0, 7
load(Path(sys.argv[2]), SITES, workers=int(sys.argv[3]), progress=lambda p: print(p.done, flush=True))
"""

# Sums that hold in every published state: each capture has its outcome, each article its newest revision.
READER = """
import sys
import duckdb

path, kept = sys.argv[1], None
while True:
    with duckdb.connect(path, read_only=True) as connection:
        whole, texts, articles = connection.execute('''
            SELECT (SELECT count(*) FROM captures) = (SELECT sum(captures) FROM loads),
                (SELECT count(*) FROM article_history) = (SELECT sum(revision) FROM articles),
                (SELECT count(*) FROM articles)''').fetchone()
        connection.execute("SELECT max(body), max(headline) FROM article_history").fetchall()
    assert whole and texts, "half a warehouse"
    if kept is None:
        kept = duckdb.connect(path, read_only=True)  # and one that stays open from the first state on
        seen = articles
    assert kept.execute("SELECT count(*) FROM articles").fetchall() == [(seen,)]
    print(articles, flush=True)
"""


def test_readers_see_whole_states_through_many_loads(tmp_path: Path) -> None:
    """Readers that come, go and stay while loads run see no error and no half state; no load fails for them."""
    archive(tmp_path, [Page(URL.format(0), story(0, "First"))])
    load(tmp_path, SITES, workers=0)
    readers = [start(READER, warehouse_path(tmp_path)) for _ in range(2)]
    try:
        for reader in readers:
            assert reader.stdout is not None
            assert reader.stdout.readline() == "1\n"
        for number in range(1, LOADS + 1):
            text = "First" if number % 3 else "Second"
            archive(tmp_path, [Page(URL.format(number % 10), story(number % 10, text), hours=number)])
            assert load(tmp_path, SITES, workers=0).captures == 1
        assert [reader.poll() for reader in readers] == [None, None]
    finally:
        said = []
        for reader in readers:
            reader.kill()
            said.append(reader.communicate())
    assert [errors for _, errors in said] == ["", ""]
    seen = [int(line) for line in said[0][0].splitlines()]
    assert seen == sorted(seen)


@pytest.mark.parametrize("workers", [0, 1])
def test_a_killed_load_leaves_the_old_or_the_new_warehouse(tmp_path: Path, workers: int) -> None:
    """`kill -9` at random moments: what is published is valid, and loading again gives what a rebuild gives."""
    chance = random.Random(20260301 + workers)
    pages = [Page(URL.format(n % 20), story(n % 20, f"Text {n // 30}"), hours=n) for n in range(60)]
    archive(tmp_path, pages[:30])
    load(tmp_path, SITES, workers=0)
    archive(tmp_path, pages[30:])
    started = time.monotonic()
    with start(LOADER, HERE, _copied(tmp_path), workers) as undisturbed:
        assert undisturbed.wait() == 0, undisturbed.communicate()
    whole_run = time.monotonic() - started
    for _ in range(KILLS):
        loader = start(LOADER, HERE, tmp_path, workers)
        time.sleep(chance.uniform(0.2, 1.1) * whole_run)
        loader.kill()
        loader.communicate()
        assert not wal_of(warehouse_path(tmp_path)).exists()
        ((captures, told, texts, revisions),) = rows(
            tmp_path,
            """SELECT (SELECT count(*) FROM captures), (SELECT sum(captures) FROM loads),
                (SELECT count(*) FROM article_history), (SELECT sum(revision) FROM articles)""",
        )
        assert captures == told
        assert texts == revisions
        assert captures in range(30, 61)
        if captures == 60:  # done: back to the start, so that later kills meet a load too
            shutil.rmtree(tmp_path / "archive")
            for leftover in tmp_path.glob("state.sqlite*"):
                leftover.unlink()
            warehouse_path(tmp_path).unlink()
            archive(tmp_path, pages[:30])
            load(tmp_path, SITES, workers=0)
            archive(tmp_path, pages[30:])
    load(tmp_path, SITES, workers=0)
    assert [path.name for path in tmp_path.glob(".warehouse*")] == []
    after = contents(tmp_path)
    load(tmp_path, SITES, workers=0, rebuild=True)
    assert contents(tmp_path) == after


def _copied(data: Path) -> Path:
    return Path(shutil.copytree(data, data.with_name(data.name + "-copy")))


def test_an_open_reader_keeps_its_state(tmp_path: Path) -> None:
    """A connection opened before a load answers from its own state after it, in the same process too."""
    archive(tmp_path, [Page(URL.format(0), story(0, "First"))])
    load(tmp_path, SITES, workers=0)
    with duckdb.connect(str(warehouse_path(tmp_path)), read_only=True) as kept:
        archive(tmp_path, [Page(URL.format(1), story(1, "First"))])
        assert load(tmp_path, SITES, workers=0).new_articles == 1
        assert kept.execute("SELECT count(*) FROM articles").fetchall() == [(1,)]
        assert rows(tmp_path, "SELECT count(*) FROM articles") == [(2,)]


FILLING = """
import random, resource, shutil, signal, subprocess, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from archived import SITES, Page, archive, rows, story
import warehouse.swap as swap
from warehouse.archive import DiskFull
from warehouse.database import warehouse_path
from warehouse.load import load

data, how, room = Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
if how == "disk":
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", data], check=True)
dice = random.Random(1)
pages = [Page(f"https://gazette.example/story/{n}/x", story(n, "%x" % dice.getrandbits(2**18)), n) for n in range(20)]
archive(data, pages[:10])
load(data, SITES, workers=0)
archive(data, pages[10:])
path = warehouse_path(data)
before, size = path.read_bytes(), path.stat().st_size
swap.KEEP_FREE = 0  # nothing kept back: the disk must fill up half-way
if how == "disk":
    (data / "ballast").write_bytes(bytes(shutil.disk_usage(data).free - size - room))
else:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + room, resource.RLIM_INFINITY))
try:
    load(data, SITES, workers=0)
except DiskFull as error:
    assert "free some space" in str(error)
else:
    raise SystemExit("it fitted")
assert path.read_bytes() == before
assert not list(data.glob(".warehouse*"))
if how == "disk":
    (data / "ballast").unlink()
else:
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
assert load(data, SITES, workers=0).captures == 10
assert rows(data, "SELECT count(*) FROM articles") == [(20,)]
"""


@pytest.mark.parametrize("room", [100_000, 700_000])
@pytest.mark.parametrize("how", ["disk", "limit"])
def test_a_disk_that_fills_up_leaves_the_old_warehouse(tmp_path: Path, how: str, room: int) -> None:
    """No room half-way through a load: a sentence, the old warehouse, no leftovers; and all is well once there is room."""
    apart = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--mount"]
    if how == "disk" and subprocess.run([*apart, "mount", "-t", "tmpfs", "tmpfs", tmp_path]).returncode:
        pytest.skip("this machine allows no disk of one's own")
    command = [sys.executable, "-c", FILLING, str(HERE), str(tmp_path), how, str(room)]
    done = subprocess.run(
        [*apart, *command] if how == "disk" else command, capture_output=True, text=True, cwd=HERE.parent
    )
    assert done.returncode == 0, done.stderr
