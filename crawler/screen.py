"""What a crawl looks like to a person: a table that moves on a terminal, plain lines elsewhere, a closing table."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime, timedelta

from rich.console import Console, Group
from rich.live import Live
from rich.table import Table
from rich.text import Text

from crawler.logs import LogFormat
from crawler.report import CrawlProgress, CrawlReport, SiteCounts
from crawler.status import SiteStatus

PLAIN_EVERY_SECONDS = 10.0
COLUMNS = ("found", "new", "same", "failed", "skipped", "requests", "304")


@contextmanager
def crawl_progress(
    console: Console, *, quiet: bool = False, log_format: LogFormat | None = None
) -> Iterator[Callable[[CrawlProgress], None] | None]:
    """Show a crawl while it runs: a table on a terminal, else lines, of JSON if asked for; nothing if ``quiet``."""
    if log_format == "json":
        yield _json_lines(console)
        return
    if quiet:
        yield None
        return
    if not console.is_terminal:
        yield _plain_lines(console)
        return
    with Live(console=console, transient=True, auto_refresh=False) as live:

        def move(progress: CrawlProgress) -> None:
            live.update(Group(_table(progress.sites, progress), Text(_summary(progress))), refresh=True)

        yield move


def print_report(console: Console, report: CrawlReport) -> None:
    """Print the closing table and one line that sums it up."""
    if report.sites:
        console.print(_table(report.sites))
    if report.not_due:
        console.print(f"not due yet: {', '.join(report.not_due)}", markup=False)
    counts = report.sites.values()
    new, requests = sum(s.new for s in counts), sum(s.requests for s in counts)
    unmodified = sum(s.not_modified for s in counts)
    changed = max(0, sum(s.fetched - s.new - s.unchanged for s in counts))
    parts = [f"{n} {word} page{'' if n == 1 else 's'}" for n, word in ((new, "new"), (changed, "changed")) if n]
    said = ", ".join(parts) or "nothing new"
    asked = f"{requests} request{'' if requests == 1 else 's'}"
    console.print(f"{said}: {asked}, {unmodified} answered 304 (not modified)", markup=False)
    if report.interrupted:
        console.print("interrupted: what was fetched is kept; the same command goes on from here", markup=False)


def print_status(console: Console, sites: Sequence[SiteStatus], now: datetime) -> None:
    """Print how each site stands, what its sources failed with, and which were never crawled."""
    crawled = [site for site in sites if site.last_run_at is not None]
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column("site", no_wrap=True)
    for name in ("known", "archived", "waiting", "skipped", "failed", "new"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("last success", no_wrap=True)
    table.add_column("next due", no_wrap=True)
    for site in crawled:
        outcomes = site.outcomes
        skipped = sum(count for outcome, count in outcomes.items() if outcome.startswith("skipped"))
        failed = outcomes["failed"] + outcomes["failed_temporary"]
        archived = outcomes["archived"] + outcomes["unchanged"]
        numbers = (site.known, archived, outcomes["pending"], skipped, failed, site.new_lately)
        due = "now" if site.next_due_at is None or site.next_due_at <= now else f"in {_ago(site.next_due_at - now)}"
        success = f"{_ago(now - site.last_success_at)} ago" if site.last_success_at else "never"
        table.add_row(Text(site.site), *map(str, numbers), success, due)
    if crawled:
        console.print(table)
        console.print("new: pages archived for the first time within seven days", style="dim")
    for site in sites:
        for problem in site.problems:
            console.print(f"{site.site}: {problem}", markup=False)
    if never := [site.site for site in sites if site.last_run_at is None]:
        console.print(f"never crawled: {', '.join(never)}", markup=False)


def _ago(span: timedelta) -> str:
    return _duration(span.total_seconds()) if span < timedelta(days=2) else f"{span.days} days"


def _plain_lines(console: Console) -> Callable[[CrawlProgress], None]:
    return _now_and_then(lambda progress: console.print(_summary(progress), markup=False))


def _json_lines(console: Console) -> Callable[[CrawlProgress], None]:
    def lines(progress: CrawlProgress) -> None:
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        for site, counts in sorted(progress.sites.items()):
            seconds = progress.seconds_left(site)
            line = {"at": at, "event": "progress", "site": site, **asdict(counts), "rate": round(counts.rate, 3)}
            line["seconds_left"] = None if seconds is None else round(seconds)
            console.out(json.dumps(line, ensure_ascii=False), highlight=False)

    return _now_and_then(lines)


def _now_and_then(say: Callable[[CrawlProgress], None]) -> Callable[[CrawlProgress], None]:
    said_at = 0.0

    def sometimes(progress: CrawlProgress) -> None:
        nonlocal said_at
        if progress.seconds - said_at >= PLAIN_EVERY_SECONDS:
            said_at = progress.seconds
            say(progress)

    return sometimes


def _summary(progress: CrawlProgress) -> str:
    """One line about all sites together; they are crawled side by side, so the slowest says when it ends."""
    counts = progress.sites.values()
    fetched, failed = sum(s.fetched for s in counts), sum(s.failed for s in counts)
    rate = sum(s.settled for s in counts) / progress.seconds if progress.seconds else 0.0
    waiting = sum(progress.left(site) for site in progress.sites)
    times = [t for site in progress.sites if progress.left(site) and (t := progress.seconds_left(site)) is not None]
    left = f", about {_duration(max(times))} left" if times else ""
    took = _duration(progress.seconds)
    return f"{took}: {fetched} pages fetched, {rate:.1f} a second, {failed} failed, {waiting} waiting{left}"


def _table(sites: Mapping[str, SiteCounts], progress: CrawlProgress | None = None) -> Table:
    """The sites' numbers; with how it goes on while it does, else with how it ended."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column("site", no_wrap=True)
    for name in (*COLUMNS, *(("waiting", "a second", "left") if progress else ("outcome",))):
        table.add_column(name, justify="left" if name == "outcome" else "right", no_wrap=True)
    for site, c in sorted(sites.items()):
        numbers = (c.found, c.new, c.unchanged, c.failed, c.skipped, c.requests, c.not_modified)
        last = [c.outcome.replace("_", " ")]
        if progress is not None:
            seconds = progress.seconds_left(site)
            last = [str(progress.left(site)), f"{c.rate:.1f}", "" if seconds is None else _duration(seconds)]
        table.add_row(Text(site), *map(str, numbers), *last)
    return table


def _duration(seconds: float) -> str:
    whole = int(seconds)
    if whole < 60:
        return f"{whole} s"
    return f"{whole // 60} min" if whole < 7200 else f"{whole // 3600} h {whole % 3600 // 60:02d} min"
