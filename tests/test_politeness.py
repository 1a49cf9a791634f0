"""What publishers ask of their guests, in headers, pages and files, and that it is done: read from a server's own log."""

import os
import signal
import subprocess
import time
from collections import Counter
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from crawling import ROOT, command, run, site_file
from hypothesis import given
from hypothesis import strategies as st
from misbehaving import HangsUp, Page, Raw, Redirect, Sequence, Server, Slow, article, rss, serving
from test_crawl import FEED, outcomes, query, reason

from crawler.politeness import content_signals, opt_outs, reservations, reserved, retry_after

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        (" 5 ", 5),
        ("Wed, 25 Nov 2026 12:01:00 GMT", 60),
        ("Wednesday, 25-Nov-26 12:02:00 GMT", 120),
        ("0", None),
        ("-60", None),
        ("Wed, 25 Nov 2026 11:00:00 GMT", None),
        ("soon", None),
        ("", None),
        (None, None),
        ("315360000", 86_400),
        ("9" * 12, 86_400),
        ("Wed, 25 Nov 2036 12:00:00 GMT", 86_400),
        ("9" * 400, None),
    ],
)
def test_retry_after_is_read_and_capped(value: str | None, seconds: int | None) -> None:
    """Seconds and dates count, a day at most; what lies in the past, is negative or makes no sense does not."""
    assert retry_after(value, NOW) == (NOW + timedelta(seconds=seconds) if seconds else None)


@given(st.text(max_size=40))
def test_no_retry_after_raises(value: str) -> None:
    """Whatever stands there, it is a moment within a day, or nothing."""
    until = retry_after(value, NOW)
    assert until is None or NOW < until <= NOW + timedelta(days=1)


@pytest.mark.parametrize(
    ("headers", "body", "found"),
    [
        ([("X-Robots-Tag", "noarchive")], "", {"noarchive"}),
        ([("X-Robots-Tag", "otherbot: noarchive"), ("X-Robots-Tag", "defnews: noai")], "", {"noai"}),
        ([("X-Robots-Tag", "otherbot: noarchive, noai")], "", set()),
        ([("X-Robots-Tag", "unavailable_after: 25 Jun 2030, noarchive")], "", {"noarchive"}),
        ([("TDM-Reservation", " 1 ")], "", {"tdm-reservation"}),
        ([("TDM-Reservation", "0")], "", set()),
        ([("Content-Signal", "search=yes, ai-train = no,ai-input=no")], "", {"ai-train=no", "ai-input=no"}),
        ([], '<META NAME="robots" CONTENT="NOINDEX, NoArchive">', {"noarchive"}),
        ([], "<meta content='noai, noimageai' name='robots'>", {"noai", "noimageai"}),
        ([], "<meta name=defnews content=notrain>", {"notrain"}),
        ([], '<meta name="googlebot" content="noarchive">', set()),
        ([], '<meta name="tdm-reservation" content="1">', {"tdm-reservation"}),
        ([], '<!-- <meta name="robots" content="noai"> -->', set()),
        ([], '<meta property="og:title" content="noai">', set()),
    ],
)
def test_opt_outs_of_a_page(headers: list[tuple[str, str]], body: str, found: set[str]) -> None:
    """Each way to opt out is seen where it is meant for everybody or for us, and nowhere else."""
    assert opt_outs(headers, body.encode(), "defnews") == found


@pytest.mark.parametrize(
    ("robots", "found"),
    [
        ("User-agent: *\nContent-Signal: search=yes, ai-train=no\nAllow: /", {"ai-train=no"}),
        ("content-signal:ai-input=no", {"ai-input=no"}),
        ("User-agent: otherbot\nContent-Signal: search=no\n\nUser-agent: *\nAllow: /", set()),
        ("User-agent: *\nContent-Signal: search=no\nUser-agent: DefNews\nAllow: /", set()),
        ("User-agent: a\nUser-agent: defnews # us\nContent-Signal: search=no # no", {"search=no"}),
        ("# Content-Signal: search=no", set()),
    ],
)
def test_content_signals_of_robots(robots: str, found: set[str]) -> None:
    """Of robots.txt the group that names us counts, or else the one for all."""
    assert content_signals(robots.splitlines(), "defnews") == found


TDM = """[{"location": "/news/free/*", "tdm-reservation": 0}, {"location": "/news/", "tdm-reservation": 1},
    {"location": "*.pdf$", "tdm-reservation": 1}, {"location": "/x\\nAllow: /", "tdm-reservation": 1}, 7, {}]"""


@pytest.mark.parametrize(
    ("path", "reservation"),
    [("/news/1", True), ("/news/free/1", False), ("/about", False), ("/a/b.pdf", True), ("/a/b.pdf?x", False)],
)
def test_the_first_rule_of_tdmrep_that_fits_decides(path: str, reservation: bool) -> None:
    """tdmrep.json is read in order, with robots.txt's patterns; rules that are none are passed over."""
    assert reserved(reservations(TDM), f"https://press.example{path}") is reservation


@given(st.one_of(st.text(max_size=60), st.recursive(st.none() | st.text(), st.lists).map(str)))
def test_no_tdmrep_raises(text: str) -> None:
    """Whatever answers at its address, it says something or nothing."""
    assert reserved(reservations(text), "https://press.example/x") in (True, False)


@pytest.mark.parametrize("policy", ["obey", "record"])
def test_what_a_site_reserves_for_all_its_pages(tmp_path: Path, policy: str) -> None:
    """Obeyed, what tdmrep.json and robots.txt's Content-Signal reserve is not even asked for; recorded, it is noted.

    Both files are asked for once a day.
    """
    with serving() as server:
        server.pages = {f"/news/{n}": article(n) for n in range(3)} | {"/free/3": article(3)}
        server.pages["/rss"] = Page(str(rss(server.url, range(3)).body).replace("/news/2", "/free/3"), "text/xml")
        server.pages["/robots.txt"] = Page("User-agent: *\nContent-Signal: ai-train=no", "text/plain")
        server.pages["/.well-known/tdmrep.json"] = Page(
            '[{"location": "/news/", "tdm-reservation": 1}]', "application/json"
        )
        file = site_file(tmp_path, "small", server.url, FEED.replace('"/news/"', '"/news/", "/free/"'))
        for _ in range(2):
            run(tmp_path / "data", [file], opt_outs=policy)
    assert server.paths().count("/.well-known/tdmrep.json") == server.paths().count("/robots.txt") == 1
    found = outcomes(tmp_path / "data")
    assert found["/free/3"] == "archived"
    if policy == "obey":
        assert found["/news/0"] == found["/news/1"] == "skipped_optout"
        assert reason(tmp_path / "data", "/news/0") == "tdm-reservation"
        assert not [path for path in server.paths() if path.startswith("/news/")]
    else:
        assert set(found.values()) == {"archived"}


@pytest.mark.parametrize("answer", [Page("[broken", "application/json"), Page("x", status=500), HangsUp()], ids=repr)
def test_a_tdmrep_that_cannot_be_read_says_nothing(tmp_path: Path, answer: object) -> None:
    """Unlike robots.txt it keeps nobody out if it cannot be had."""
    with serving() as server:
        server.pages = {"/news/1": article(1), "/rss": rss(server.url, [1]), "/.well-known/tdmrep.json": answer}
        run(tmp_path / "data", [site_file(tmp_path, "small", server.url, FEED)], settings={"RETRY_TIMES": 0})
    assert outcomes(tmp_path / "data") == {"/news/1": "archived"}


def test_robots_that_fail_after_a_day_keep_us_out_until_they_are_back(tmp_path: Path) -> None:
    """A robots.txt that was fine and now answers 5xx means to stay away, whatever the old copy said."""
    with serving() as server:
        server.pages = {f"/news/{n}": article(n) for n in range(4)} | {"/rss": rss(server.url, range(4))}
        server.pages["/robots.txt"] = Sequence([Page("", "text/plain"), Page("x", status=500), Page("", "text/plain")])
        file = site_file(tmp_path, "small", server.url, FEED)
        quick = {"RETRY_TIMES": 0}
        assert run(tmp_path / "data", [file], settings=quick, limit=1)["sites"]["small"]["new"] == 1
        query_age(tmp_path / "data")
        server.asked.clear()
        report = run(tmp_path / "data", [file], settings=quick)
        assert server.paths() == ["/robots.txt"]
        assert "answers 500" in report["attention"][0]
        assert run(tmp_path / "data", [file], settings=quick)["sites"]["small"]["new"] == 3


def query_age(data: Path) -> None:
    """Make what is remembered of robots.txt two days old."""
    from test_crawl import sql

    sql(data, "UPDATE policies SET fetched_at = '2026-01-01T00:00:00.000000Z'")


DELAY = 0.15


def guests(stack: ExitStack, folder: Path) -> tuple[list[Server], list[Path]]:
    """Three sites, two of them on one address: redirects, passing errors, answers that break off, a Crawl-delay."""
    servers, files = [], []
    for number, address in enumerate(("127.0.0.2", "127.0.0.2", "127.0.0.3")):
        server = stack.enter_context(serving(address))
        server.pages = {f"/news/{n}": article(n) for n in range(9)} | {"/rss": rss(server.url, range(9))}
        server.pages["/news/1"] = Redirect("/moved/news/1")
        server.pages["/moved/news/1"] = article(1)
        server.pages["/news/2"] = Sequence([Page("busy", status=503, headers={"Retry-After": "0"}), article(2)])
        server.pages["/news/3"] = Sequence([Raw(b""), article(3)])
        server.pages["/news/4"] = Sequence([HangsUp(), article(4)])
        if number == 2:
            server.pages["/robots.txt"] = Page(f"User-agent: *\nCrawl-delay: {2 * DELAY}", "text/plain")
        servers.append(server)
        discover = FEED.replace("delay = 0", f"delay = {DELAY if number < 2 else 0.01}")
        files.append(site_file(folder, f"site{number}", server.url, discover))
    return servers, files


def test_no_two_requests_are_ever_closer_than_the_delay(tmp_path: Path) -> None:
    """By the servers' own clocks: whatever goes wrong, and over runs that are killed and started again at once.

    Hosts of one address keep a quarter of their delay between them.
    """
    data = tmp_path / "data"
    with ExitStack() as stack:
        servers, files = guests(stack, tmp_path)
        for asked_for in (4, 14, 24):
            process = subprocess.Popen(
                command(data, files), cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.DEVNULL
            )
            deadline = time.monotonic() + 60
            while sum(len(s.asked) for s in servers) < asked_for and time.monotonic() < deadline:
                time.sleep(0.005)
            process.send_signal(signal.SIGKILL)
            process.wait()
        run(data, files)
        run(data, files)
        logs = [[asked.at for asked in server.asked] for server in servers]
    assert set(Counter(o for (o,) in query(data, "SELECT outcome FROM frontier"))) <= {"archived"}
    for log, delay in zip(logs, (DELAY, DELAY, 2 * DELAY), strict=True):
        assert len(log) >= 14
        assert min(later - earlier for earlier, later in pairwise(log)) >= delay
    together = sorted(logs[0] + logs[1])
    # The servers note an arrival when its thread gets to run, so that one may seem a little late and the next not.
    assert min(later - earlier for earlier, later in pairwise(together)) >= DELAY / 4 - 0.02


@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_says_too_much_is_left_in_peace(tmp_path: Path, status: int) -> None:
    """Nothing at all goes to it for as long as it asks, and then less often than before."""
    with serving() as server:
        busy = Page("too much", status=status, headers={"Retry-After": "1"})
        server.pages = {f"/news/{n}": article(n) for n in range(3)} | {"/rss": rss(server.url, range(3))}
        server.pages["/news/0"] = server.pages["/news/1"] = server.pages["/news/2"] = Sequence([busy, article(0)])
        file = site_file(tmp_path, "small", server.url, FEED.replace("delay = 0", "delay = 0.05"))
        assert run(tmp_path / "data", [file])["sites"]["small"]["new"] == 3
        first = next(number for number, asked in enumerate(server.asked) if asked.path.startswith("/news/"))
        gaps = [later.at - earlier.at for earlier, later in pairwise(server.asked[first:])]
    assert len(gaps) == 3
    assert min(gaps) >= 1.0


def test_a_slow_host_is_asked_less_often(tmp_path: Path) -> None:
    """The time that a server takes to answer is left to it again before the next request."""
    with serving() as server:
        server.pages = {f"/news/{n}": Slow(article(n)) for n in range(4)} | {"/rss": rss(server.url, range(4))}
        run(tmp_path / "data", [site_file(tmp_path, "small", server.url, FEED.replace("delay = 0", "delay = 0.01"))])
        times = [asked.at for asked in server.asked if asked.path.startswith("/news/")]
    gaps = [later - earlier for earlier, later in pairwise(times)]
    assert len(gaps) == 3
    assert gaps[-1] >= 0.3 + 0.2  # what it took, and the average of what it took lately
