"""`kill -9` in the middle of a crawl, again and again; signals that ask it to end; disks and folders that fail."""

import errno
import json
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

import pytest
from crawling import ROOT, command, run, site_file
from killing import ENVIRONMENT, killed_crawl, press, responses
from misbehaving import Server, Silent, article, rss, serving

KILLS = 8
ARTICLES = 120
DELAY = 0.02


def test_a_killed_crawl_goes_on_where_it_was(tmp_path: Path) -> None:
    """After kills at random moments the same command brings in the rest: each article once, in whole records.

    No request is repeated but those that were in flight. `benchmarks/kills.py` does it two hundred times.
    """
    moments = random.Random(1)
    kills = rounds = 0
    while kills < KILLS:
        rounds += 1
        folder = tmp_path / f"round{rounds}"
        done = killed_crawl(folder, articles=ARTICLES, delay=DELAY, kills=KILLS - kills, moments=moments)
        kills += done.kills
        # One request a host is under way at a time, and one more may wait for its commit.
        done.check(at_once=2)


def started(data: Path, files: list[Path], servers: list[Server], requests: int) -> subprocess.Popen[str]:
    """A crawl that has sent so many requests."""
    process = subprocess.Popen(
        command(data, files),
        cwd=ROOT,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_DFL),  # the tests may run under nohup
    )
    deadline = time.monotonic() + 60
    while sum(len(s.asked) for s in servers) < requests and time.monotonic() < deadline:
        time.sleep(0.01)
    return process


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP], ids=lambda number: number.name)
def test_a_stopped_crawl_finishes_what_is_in_flight(tmp_path: Path, number: signal.Signals) -> None:
    """A signal ends a crawl soon and cleanly: it reports itself interrupted, and the next run needs no request twice."""
    with ExitStack() as stack:
        servers, files = press(stack, tmp_path, ARTICLES, DELAY)
        process = started(tmp_path / "data", files, servers, 40)
        process.send_signal(number)
        out, err = process.communicate(timeout=60)
        assert process.returncode == 0, err
        assert '"interrupted": true' in out
        assert "Traceback" not in err
        run(tmp_path / "data", files)
        asked = Counter(f"{s.url}{path}" for s in servers for path in s.paths() if path.startswith("/news/"))
        assert set(asked.values()) == {1}
        assert len(asked) == ARTICLES


def test_ctrl_c_twice_ends_at_once_and_loses_nothing(tmp_path: Path) -> None:
    """A second Ctrl-C does not wait for a server that never answers; the next run takes up what was archived."""
    with serving() as server:
        server.pages = {f"/news/{n}": article(n) for n in range(4)} | {"/rss": rss(server.url, range(5))}
        server.otherwise = lambda path: Silent() if path == "/news/4" else None
        file = site_file(tmp_path, "small", server.url, 'feeds = ["/rss"]\naccept = ["/news/"]\ndelay = 0')
        process = started(tmp_path / "data", [file], [server], 8)
        process.send_signal(signal.SIGINT)
        time.sleep(0.3)  # two signals at once are one
        assert process.poll() is None
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)
        server.pages["/news/4"] = article(4)
        assert run(tmp_path / "data", [file])["sites"]["small"]["new"] == 1
        assert max(Counter(server.paths())[f"/news/{n}"] for n in range(4)) == 1


FULL = """
import sys
from pathlib import Path
import shutil
import defnews
from warehouse import segments
written = Path(sys.argv[1])
real = shutil.disk_usage
def usage(folder):
    size = sum(p.stat().st_size for p in written.rglob("*") if p.is_file())
    return real(folder)._replace(free=segments.KEEP_FREE + 6_000 - size)
shutil.disk_usage = usage
defnews.main(sys.argv[2:])
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A data folder for a crawl by the command line."""
    (tmp_path / "data" / "sites").mkdir(parents=True)
    return tmp_path / "data"


def crawl(data: Path, *, script: str | None = None) -> subprocess.CompletedProcess[str]:
    """`defnews crawl small`."""
    program = ["-m", "defnews"] if script is None else ["-c", script, str(data / "archive")]
    site = "small" if (data / "sites").exists() else "defensemirror"
    arguments = ["crawl", site, "--no-load", "--data", str(data)]
    return subprocess.run(
        [sys.executable, *program, *arguments], cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )


def test_a_full_disk_is_exit_code_3_and_the_same_command_goes_on(tmp_path: Path, site: Path) -> None:
    """Where there is no room for another record the run ends before damage; with room again nothing is fetched twice."""
    with serving() as server:
        server.pages = {f"/news/{n}": article(n) for n in range(10)} | {"/rss": rss(server.url, range(10))}
        site_file(site / "sites", "small", server.url, 'feeds = ["/rss"]\naccept = ["/news/"]\ndelay = 0.05')
        done = crawl(site, script=FULL)
        assert done.returncode == 3, done.stderr
        assert "free some space, then run the same command again" in done.stderr
        assert "Traceback" not in done.stderr
        kept = Counter(server.paths())
        assert 0 < sum(kept[f"/news/{n}"] for n in range(10)) < 10
        assert crawl(site).returncode == 0
        asked = Counter(path for path in server.paths() if path.startswith("/news/"))
    assert len(asked) == 10
    assert sum(asked.values()) <= 10 + 2  # what came in when there was no room is asked for again


FULL_STATE = """
import sys
import defnews
from warehouse.state import State
real = State.__init__
def init(self, path):
    real(self, path)
    pages = self.connection.execute("PRAGMA page_count").fetchone()[0]
    self.connection.execute(f"PRAGMA max_page_count = {pages + SPARE}")
State.__init__ = init
defnews.main(sys.argv[2:])
"""


@pytest.mark.parametrize(("entries", "spare"), [(100, 18), (400, 12)], ids=["while-fetching", "while-discovering"])
def test_a_full_state_file_is_exit_code_3_too(tmp_path: Path, site: Path, entries: int, spare: int) -> None:
    """Where the state file finds no room, in whatever step, nothing half-known is left: the next run has it all."""
    with serving() as server:
        server.pages["/rss"] = rss(server.url, range(entries))
        server.otherwise = lambda path: article(int(path[6:]), "x" * 500) if path.startswith("/news/") else None
        site_file(site / "sites", "small", server.url, 'feeds = ["/rss"]\naccept = ["/news/"]\ndelay = 0')
        done = crawl(site, script=FULL_STATE.replace("SPARE", str(spare)))
        assert done.returncode == 3, done.stdout + done.stderr
        assert any(path.startswith("/news/") for path in server.paths()) is (entries == 100)
        assert "free some space, then run the same command again" in done.stderr
        assert "Traceback" not in done.stderr
        assert crawl(site).returncode == 0
    assert set(responses(site).values()) == {1}
    assert len(responses(site)) == entries


def test_a_folder_that_cannot_be_written_is_a_sentence() -> None:
    """A data folder where nobody may write, root included, is exit code 2 and says which."""
    done = crawl(Path("/proc/defnews"))
    assert done.returncode == 2
    assert "/proc/defnews cannot be written" in done.stderr


BROKEN = """
import os, sys
import defnews
real = os.fdatasync
def fdatasync(descriptor):
    if len(done) > 2:
        raise OSError({number}, os.strerror({number}))
    done.append(descriptor)
    real(descriptor)
done = []
os.fdatasync = fdatasync
defnews.main(sys.argv[2:])
"""


@pytest.mark.parametrize(("number", "code"), [(errno.EIO, 1), (errno.ENOSPC, 3)], ids=["EIO", "ENOSPC"])
def test_a_disk_that_fails_while_syncing_ends_the_run(tmp_path: Path, site: Path, number: int, code: int) -> None:
    """What could not be synced does not count: it is set aside or taken up by the next run, and every article is there."""
    with serving() as server:
        server.pages = {f"/news/{n}": article(n) for n in range(10)} | {"/rss": rss(server.url, range(10))}
        site_file(site / "sites", "small", server.url, 'feeds = ["/rss"]\naccept = ["/news/"]\ndelay = 0.05')
        done = crawl(site, script=BROKEN.replace("{number}", str(number)))
        assert done.returncode == code, done.stderr
        assert "run the same command again" in done.stderr
        assert "Traceback" not in done.stderr
        assert crawl(site).returncode == 0
    checked = subprocess.run(
        [sys.executable, "-m", "defnews", "check", "--json", "--data", str(site)],
        cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert json.loads(checked.stdout)["captures"] == 10
