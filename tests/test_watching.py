"""What a crawl says of itself while it runs and after: tables, lines, JSON for machines, and the exit code."""

import io
import json
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from crawling import ROOT, site_file
from killing import ENVIRONMENT
from misbehaving import Page, article, rss, serving
from rich.console import Console
from test_crawl import FEED, query, sql

from crawler.logs import JsonLines, log_event, log_to
from crawler.report import CrawlProgress, SiteCounts
from crawler.screen import crawl_progress

COUNTS = SiteCounts(
    found=90, fetched=20, new=18, unchanged=2, failed=5, requests=40, waiting=60, settled=25, seconds=50.0
)


def shown(progress: CrawlProgress, *, terminal: bool, **options: str) -> str:
    """What is written of a crawl that stands so."""
    console = Console(file=io.StringIO(), force_terminal=terminal, width=160, highlight=False)
    with crawl_progress(console, **options) as tell:  # type: ignore[arg-type]
        assert tell is not None
        tell(progress)
    return console.file.getvalue()  # type: ignore[attr-defined,no-any-return]


def test_progress_names_each_site_with_rate_and_time_left() -> None:
    """On a terminal a table: found, new, unchanged, failed, what waits, how fast, how long; and one line for all."""
    said = shown(CrawlProgress({"small": COUNTS}, 50.0), terminal=True)
    for heading in ("found", "same", "failed", "waiting", "a second", "left"):
        assert heading in said
    assert "0.5" in said
    assert "2 min" in said


def test_progress_without_a_terminal_is_a_line() -> None:
    """In a log file one plain line now and then, nothing that moves."""
    said = shown(CrawlProgress({"small": COUNTS}, 50.0), terminal=False)
    assert said == "50 s: 20 pages fetched, 0.5 a second, 5 failed, 60 waiting, about 2 min left\n"


def test_a_limit_bounds_what_is_left() -> None:
    """With a limit, what waits beyond it is not counted as still to come."""
    progress = CrawlProgress({"small": COUNTS}, 50.0, limit=20)
    assert progress.left("small") == 2
    assert progress.seconds_left("small") == 4.0
    assert CrawlProgress({"new": SiteCounts(waiting=3)}, 0.0).seconds_left("new") is None


def test_progress_for_machines() -> None:
    """`--log-format json`: one object a site and line, with its numbers, terminal or not."""
    (line,) = shown(CrawlProgress({"small": COUNTS}, 50.0), terminal=True, log_format="json").splitlines()
    said = json.loads(line)
    assert datetime.fromisoformat(said["at"]).utcoffset() == timedelta(0)
    assert (said["event"], said["site"], said["found"], said["rate"], said["seconds_left"]) == (
        "progress", "small", 90, 0.5, 120,
    )  # fmt: skip


def test_a_json_log_keeps_values_and_exceptions_apart(tmp_path: Path) -> None:
    """Each line is an object whatever is in the message; an event's values are fields."""
    log_to(tmp_path, "json")
    import logging

    logger = logging.getLogger("crawler")
    try:
        log_event("site_ended", site='a "b"\nc', new=3)
        try:
            raise ValueError("no\nway")
        except ValueError:
            logger.exception("while\ntesting")
        lines = [json.loads(line) for line in (tmp_path / "crawl.log").read_text().splitlines()]
    finally:
        for handler in logger.handlers:
            handler.close()
        for name in ("scrapy", "twisted", "crawler", "asyncio", "py.warnings"):
            logging.getLogger(name).handlers = []
    assert [line["level"] for line in lines] == ["info", "error"]
    assert (lines[0]["event"], lines[0]["site"], lines[0]["new"]) == ("site_ended", 'a "b"\nc', 3)
    assert "ValueError" in lines[1]["exception"]
    assert isinstance(JsonLines(), logging.Formatter)


def crawl(data: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """`defnews crawl small`."""
    return subprocess.run(
        [sys.executable, "-m", "defnews", "crawl", "small", "--no-load", "--data", str(data), *options],
        cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_a_crawl_in_json_from_end_to_end(tmp_path: Path) -> None:
    """Standard error and the log hold JSON lines alone; the report is one object; attention is exit code 1."""
    data = tmp_path / "data"
    with serving() as server:
        server.pages = {"/news/0": article(0), "/rss": rss(server.url, [0]), "/bad": Page("", status=404)}
        site_file(data / "sites", "small", server.url, FEED.replace('"/rss"', '"/rss", "/bad"'))
        done = crawl(data, "--json", "--log-format", "json", "--opt-outs", "record")
    assert done.returncode == 1
    assert json.loads(done.stdout)["sites"]["small"]["new"] == 1
    said = [json.loads(line) for line in done.stderr.splitlines()]
    assert [line["sentence"] for line in said if line["event"] == "attention"] == [
        f"small: {server.url}/bad answers 404"
    ]
    log = [json.loads(line) for line in (data / "logs" / "crawl.log").read_text().splitlines()]
    (ended,) = [line for line in log if line.get("event") == "site_ended"]
    assert (ended["site"], ended["new"], ended["outcome"]) == ("small", 1, "attention")


@pytest.mark.parametrize("silent", [False, True])
def test_nothing_new_is_fine_and_silence_is_not(tmp_path: Path, silent: bool) -> None:
    """A run that finds nothing new is exit code 0, with a row of its own; a site silent beyond its habit makes it 1."""
    data = tmp_path / "data"
    with serving() as server:
        dates = {n: f"{datetime.now() - timedelta(days=40 + n):%a, %d %b %Y} 10:00:00 +0000" for n in range(8)}  # noqa: DTZ005
        items = "".join(
            f"<item><link>{server.url}/news/{n}</link><pubDate>{date}</pubDate></item>" for n, date in dates.items()
        )
        server.pages = {f"/news/{n}": article(n) for n in range(8)}
        server.pages["/rss"] = Page(f"<rss version='2.0'><channel>{items}</channel></rss>", "text/xml")
        site_file(data / "sites", "small", server.url, FEED)
        assert crawl(data).returncode == 0
        if silent:
            sql(data, "UPDATE runs SET started_at = '2020-01-01T00:00:00.000000Z'")
        done = crawl(data)
    assert done.returncode == int(silent)
    assert ("small: nothing new since" in done.stderr) is silent
    assert query(data, "SELECT outcome, new FROM runs ORDER BY started_at, new DESC") == (
        [("done", 8), ("attention", 0)] if silent else [("done", 8), ("done", 0)]
    )
