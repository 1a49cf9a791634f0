"""Crawls of many sites that are killed at random moments and started again: what came of them."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from crawling import ROOT, command, run, site_file
from misbehaving import Server, article, rss, serving
from warcio.archiveiterator import ArchiveIterator

SITES = 8
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


@dataclass(frozen=True)
class Killed:
    """One crawl that was killed some times and then let run to its end."""

    kills: int
    expected: frozenset[str]
    """Addresses of the articles there are."""

    archived: Counter[str]
    """How often each article's page is in the archive."""

    asked: Counter[str]
    """How often each was asked for, by the servers' logs."""

    @property
    def repeated(self) -> int:
        """Requests that went out more than once."""
        return self.asked.total() - len(self.expected)

    def check(self, at_once: int) -> None:
        """Raise unless each article is there once and no request was repeated but the ``at_once`` a site in flight."""
        assert set(self.archived) == self.expected
        assert set(self.archived.values()) == {1}
        assert set(self.asked) == self.expected
        assert self.repeated <= self.kills * SITES * at_once, f"{self.repeated} requests repeated in {self.kills} kills"


def press(stack: ExitStack, folder: Path, articles: int, delay: float) -> tuple[list[Server], list[Path]]:
    """Eight sites on eight addresses."""
    servers, files = [], []
    for number in range(SITES):
        server = stack.enter_context(serving(f"127.0.0.{number + 2}"))
        numbers = range(number, articles, SITES)
        server.pages = {f"/news/{n}": article(n, "x" * 3000) for n in numbers}
        server.pages["/rss"] = rss(server.url, numbers)
        servers.append(server)
        settings = f'feeds = ["/rss"]\naccept = ["/news/"]\nkey = "/news/([0-9]+)"\ndelay = {delay}'
        files.append(site_file(folder, f"site{number}", server.url, settings))
    return servers, files


def killed_crawl(folder: Path, *, articles: int, delay: float, kills: int, moments: random.Random) -> Killed:
    """Crawl, kill it at random moments until it ends by itself or was killed often enough, then run it to its end."""
    data = folder / "data"
    with ExitStack() as stack:
        servers, files = press(stack, folder, articles, delay)
        killed = _kill(data, files, servers, kills, moments)
        run(data, files)
        asked = Counter(f"{s.url}{path}" for s in servers for path in s.paths() if path.startswith("/news/"))
        expected = {f"{s.url}{path}" for s in servers for path in s.pages if path.startswith("/news/")}
    return Killed(killed, frozenset(expected), responses(data), asked)


def responses(data: Path) -> Counter[str]:
    """How often each URL's page is in the archive, read from the files themselves, which `warcio check` must pass."""
    files = sorted((data / "archive").rglob("*.warc.gz"))
    checked = subprocess.run(
        [sys.executable, "-m", "warcio.cli", "check", *map(str, files)], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout
    assert not list((data / "archive").rglob("*.open"))
    found: Counter[str] = Counter()
    for path in files:
        with path.open("rb") as stream:
            found.update(
                record.rec_headers["WARC-Target-URI"]
                for record in ArchiveIterator(stream)
                if record.rec_type == "response"
            )
    return found


def _kill(data: Path, files: list[Path], servers: list[Server], limit: int, moments: random.Random) -> int:
    """Start the crawl and kill it at a random moment, until a run comes to its end. Returns the number of kills."""
    for kills in range(limit):
        process = subprocess.Popen(command(data, files), cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.DEVNULL)
        try:
            _let_run(process, servers, moments)
            return kills
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
    return limit


def _let_run(process: subprocess.Popen[bytes], servers: list[Server], moments: random.Random) -> None:
    """Return if a run ends before its moment has come, else raise `TimeoutExpired`.

    Mostly the moment is told by how far the crawl is, so that it means the same on a busy machine; sometimes it is
    within the first seconds, in which a run starts and mends what the last one left.
    """
    if moments.random() < 0.25:
        process.wait(moments.uniform(0.2, 2.5))
        return
    enough = sum(len(server.asked) for server in servers) + moments.randint(1, 40)
    while process.poll() is None and sum(len(server.asked) for server in servers) < enough:
        time.sleep(0.002)
    process.wait(moments.uniform(0, 0.15))
