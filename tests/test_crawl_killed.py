"""`kill -9` in the middle of a crawl, again and again: nothing lost, nothing twice."""

import os
import random
import signal
import subprocess
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from crawling import ROOT, command, run, site_file
from misbehaving import Server, article, rss, serving
from warcio.archiveiterator import ArchiveIterator

SITES = 8
# DEFNEWS_KILLS=200 is the long run (`make` targets keep to the short one).
KILLS = int(os.environ.get("DEFNEWS_KILLS", "8"))
ARTICLES = 500 if KILLS > 50 else 120
DELAY = 0.02
SEED = int(os.environ.get("DEFNEWS_SEED", "1"))


def press(stack: ExitStack, folder: Path) -> tuple[list[Server], list[Path]]:
    """Eight sites on eight addresses."""
    servers, files = [], []
    for number in range(SITES):
        server = stack.enter_context(serving(f"127.0.0.{number + 2}"))
        articles = range(number, ARTICLES, SITES)
        server.pages = {f"/news/{n}": article(n, "x" * 3000) for n in articles}
        server.pages["/rss"] = rss(server.url, articles)
        servers.append(server)
        settings = f'feeds = ["/rss"]\naccept = ["/news/"]\nkey = "/news/([0-9]+)"\ndelay = {DELAY}'
        files.append(site_file(folder, f"site{number}", server.url, settings))
    return servers, files


def responses(data: Path) -> Counter[str]:
    """How often each URL's page is in the archive, read from the files themselves; every record must be whole."""
    found: Counter[str] = Counter()
    for path in (data / "archive").rglob("*.warc.gz"):
        with path.open("rb") as stream:
            for record in ArchiveIterator(stream, check_digests="raise"):
                record.content_stream().read()
                if record.rec_type == "response":
                    found[record.rec_headers["WARC-Target-URI"]] += 1
    assert not list((data / "archive").rglob("*.open"))
    return found


def kill_until_done(data: Path, files: list[Path], moments: random.Random, limit: int) -> int:
    """Start the crawl and kill it at a random moment, until a run comes to its end. Returns the number of kills."""
    kills = 0
    while kills < limit:
        process = subprocess.Popen(
            command(data, files), cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.DEVNULL
        )
        # Mostly while it crawls, sometimes while it starts, recovers or ends.
        try:
            process.wait(moments.uniform(0.3, 3.0))
            return kills
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            kills += 1
    return kills


def test_a_killed_crawl_goes_on_where_it_was(tmp_path: Path) -> None:
    """After kills at random moments the same command brings in the rest: each article once, in whole records.

    No request is repeated but those that were in flight.
    """
    moments = random.Random(SEED)
    kills = rounds = 0
    while kills < KILLS:
        rounds += 1
        folder = tmp_path / f"round{rounds}"
        data = folder / "data"
        with ExitStack() as stack:
            servers, files = press(stack, folder)
            killed = kill_until_done(data, files, moments, KILLS - kills)
            run(data, files)
            asked = Counter(f"{s.url}{path}" for s in servers for path in s.paths() if path.startswith("/news/"))
            expected = {f"{s.url}{path}" for s in servers for path in s.pages if path.startswith("/news/")}
        kills += killed
        found = responses(data)
        assert set(found) == expected
        assert set(found.values()) == {1}
        repeated = sum(asked.values()) - len(expected)
        # One request a host is under way at a time, and one more may wait for its commit.
        assert repeated <= killed * SITES * 2


def test_a_stopped_crawl_finishes_what_is_in_flight(tmp_path: Path) -> None:
    """SIGTERM ends a crawl soon and cleanly: it reports itself interrupted, and the next run needs no request twice."""
    with ExitStack() as stack:
        servers, files = press(stack, tmp_path)
        process = subprocess.Popen(
            command(tmp_path / "data", files), cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        deadline = time.monotonic() + 60
        while sum(len(s.asked) for s in servers) < 40 and time.monotonic() < deadline:
            time.sleep(0.01)
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=60)
        assert process.returncode == 0, err
        assert '"interrupted": true' in out
        assert "Traceback" not in err
        run(tmp_path / "data", files)
        asked = Counter(f"{s.url}{path}" for s in servers for path in s.paths() if path.startswith("/news/"))
        assert set(asked.values()) == {1}
        assert len(asked) == ARTICLES
