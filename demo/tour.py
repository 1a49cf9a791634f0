"""The guided tour: serve the press, call the command line as a user would, ask the warehouse two questions.

Imports nothing of the program it shows: every step is a command, printed before it runs.
"""

import re
import shlex
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from demo.press import PUBLICATIONS, Press

QUESTIONS = (
    (
        "Which publication wrote how much, and when last?",
        "SELECT site, count(*) AS articles, sum(word_count) AS words, max(published_at) AS newest "
        "FROM articles GROUP BY site ORDER BY site",
    ),
    (
        "Which articles changed after they were published?",
        "SELECT site, revision, published_at, last_changed_at, headline FROM articles WHERE revision > 1",
    ),
)
NEEDS_ATTENTION = 1  # one page of the press is a challenge page, and the crawl says so
REJECTED = "SELECT reason, count(*) AS pages FROM rejects GROUP BY reason ORDER BY reason"


class TourFailed(Exception):
    """The tour cannot go on: one sentence that says what to do."""


def tour(data: Path, port: int, say: Callable[[str], None]) -> None:
    """Run the road twice over the press, with a correction between, and print what a user would ask next.

    In a folder where the tour was run before, only what changed since is fetched. Raises `TourFailed`.
    """
    seen = (data / "warehouse.duckdb").exists()
    ports = _ports(data) or _free_ports(port)
    try:
        press = Press(ports, corrected=seen)
        press.__enter__()
    except OSError:
        taken = f"ports {ports[0]} to {ports[-1]} are taken"
        raise TourFailed(f"{taken}: free them, or name another folder and port with --data and --port") from None
    try:
        _write_sites(data, press)
        stems = [p.stem for p in press.publications]
        count = sum(len(p.articles) for p in press.publications)
        say(f"A defence press of {len(stems)} publications and {count} articles is served from this machine:")
        for publication in press.publications:
            say(f"  {publication.url}  {publication.name}")
        _run(say, data, "crawl", *stems)
        if not seen:
            say("\nOne publication corrects an article. Again: only what changed is fetched, the rest is answered 304.")
            press.correct()
            _run(say, data, "crawl", *stems)
        for question, sql in QUESTIONS:
            say(f"\n{question}")
            _run(say, data, "query", sql)
        say("\nPages that are no articles are kept and counted, with the reason:")
        _run(say, data, "query", REJECTED)
    finally:
        press.__exit__(None, None, None)
    say(f"\nAll of it is in {data}/. Run the tour again and nothing new is fetched. Next:")
    url = press.publications[0].articles[0].url
    say(f"  {_written(data, 'explain', url)}")
    say(f"  {_written(data, 'query', 'DESCRIBE articles')}")


def _run(say: Callable[[str], None], data: Path, *arguments: str) -> None:
    say(f"\n$ {_written(data, *arguments)}")
    done = subprocess.run([sys.executable, "-m", "defnews", *arguments, "--data", str(data)], check=False)  # noqa: S603
    if done.returncode not in (0, NEEDS_ATTENTION):
        raise TourFailed(
            f"`{_written(data, *arguments)}` ended with exit code {done.returncode}: see its message above"
        )


def _written(data: Path, *arguments: str) -> str:
    return shlex.join(["defnews", *arguments, "--data", str(data)])


def _write_sites(data: Path, press: Press) -> None:
    folder = data / "sites"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for publication in press.publications:
            (folder / f"{publication.stem}.toml").write_text(publication.site_file(), encoding="utf-8")
    except OSError as error:
        raise TourFailed(f"{folder} cannot be written ({error.strerror}): name another folder with --data") from None


def _ports(data: Path) -> list[int]:
    """The ports the site files of an earlier tour name: a publication's address must not change under its articles."""
    found = [
        re.search(r'"127\.0\.0\.1:(\d+)"', path.read_text(encoding="utf-8"))
        for path in sorted((data / "sites").glob("demo_*.toml"))
    ]
    numbers = sorted(int(match[1]) for match in found if match)
    return numbers if len(numbers) == len(PUBLICATIONS) else []


def _free_ports(first: int) -> list[int]:
    """The first block of neighbouring ports from ``first`` on that nobody listens on."""
    for start in range(first, min(first + 500, 65000), len(PUBLICATIONS)):
        block = list(range(start, start + len(PUBLICATIONS)))
        if all(map(_is_free, block)):
            return block
    raise TourFailed(f"no free ports from {first} on: name another first port with --port")


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0
