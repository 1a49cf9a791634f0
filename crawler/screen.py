"""What a crawl looks like to a person: a table that moves on a terminal, plain lines elsewhere, a closing table."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta

from rich.console import Console, Group
from rich.live import Live
from rich.table import Table
from rich.text import Text

from crawler.report import CrawlProgress, CrawlReport, SiteCounts
from crawler.status import SiteStatus

PLAIN_EVERY_SECONDS = 10.0
COLUMNS = ("found", "new", "same", "failed", "skipped", "requests", "304")


@contextmanager
def crawl_progress(console: Console, *, quiet: bool = False) -> Iterator[Callable[[CrawlProgress], None] | None]:
    """Show a crawl while it runs; nothing if ``quiet``."""
    if quiet:
        yield None
        return
    if not console.is_terminal:
        yield _plain_lines(console)
        return
    with Live(console=console, transient=True, auto_refresh=False) as live:

        def move(progress: CrawlProgress) -> None:
            fetched = sum(s.fetched for s in progress.sites.values())
            rate = fetched / progress.seconds if progress.seconds else 0.0
            waiting = sum(s.waiting for s in progress.sites.values())
            left = f", about {_duration(waiting / rate)} left" if rate and waiting else ""
            line = Text(
                f"{fetched} pages in {_duration(progress.seconds)}, {rate:.1f} a second, {waiting} waiting{left}"
            )
            live.update(Group(_table(progress.sites, waiting=True), line), refresh=True)

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
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False)
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
    said_at = 0.0

    def line(progress: CrawlProgress) -> None:
        nonlocal said_at
        if progress.seconds - said_at >= PLAIN_EVERY_SECONDS:
            said_at = progress.seconds
            counts = progress.sites.values()
            console.print(
                f"{_duration(progress.seconds)}: {sum(s.fetched for s in counts)} pages fetched, "
                f"{sum(s.waiting for s in counts)} waiting, {sum(s.failed for s in counts)} failed",
                markup=False,
            )

    return line


def _table(sites: Mapping[str, SiteCounts], *, waiting: bool = False) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column("site", no_wrap=True)
    for name in (*COLUMNS, *(("waiting",) if waiting else ("outcome",))):
        table.add_column(name, justify="left" if name == "outcome" else "right")
    for site, c in sorted(sites.items()):
        numbers = (c.found, c.new, c.unchanged, c.failed, c.skipped, c.requests, c.not_modified)
        last = str(c.waiting) if waiting else c.outcome.replace("_", " ")
        table.add_row(Text(site), *map(str, numbers), last)
    return table


def _duration(seconds: float) -> str:
    whole = int(seconds)
    if whole < 60:
        return f"{whole} s"
    return f"{whole // 60} min" if whole < 7200 else f"{whole // 3600} h {whole % 3600 // 60:02d} min"
