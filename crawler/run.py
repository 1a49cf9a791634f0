"""Crawls in this process: many sites at once, progress while it goes, a report at the end."""

import asyncio
import logging
import signal
import time
from collections.abc import Callable, Mapping
from copy import copy
from pathlib import Path
from typing import Any

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings

import crawler.settings
from crawler.logs import log_to
from crawler.report import CrawlOptions, CrawlProgress, CrawlReport, SiteCounts
from crawler.session import Session
from crawler.spiderloader import spider_of
from extract.site import Site

PROGRESS_SECONDS = 0.2
# A terminal that is closed asks as politely as Ctrl-C and systemd do.
ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

__all__ = ["CrawlOptions", "CrawlProgress", "CrawlReport", "SiteCounts", "crawl"]


def crawl(
    data: Path,
    sites: Mapping[str, Site],
    *,
    options: CrawlOptions,
    progress: Callable[[CrawlProgress], None] | None = None,
    settings: Mapping[str, Any] | None = None,
) -> CrawlReport:
    """Crawl sites until nothing is left to do, then report. Once in a process: its reactor cannot be started again.

    SIGINT, SIGTERM and SIGHUP end it after what is in flight; a second one at once. ``settings`` override those of Scrapy.
    Raises `Locked`, `FolderNotWritable`, `StateError`, `ArchiveError`.
    """
    session = Session(data, sites, options)
    try:
        process = AsyncCrawlerProcess(_settings(data, options, settings or {}))
        log_to(data / "logs", options.log_format)
        begun = [stem for stem in sites if session.is_due(stem)]
        session.report.not_due = [stem for stem in sites if stem not in begun]
        if begun:
            _run(process, session, [sites[stem] for stem in begun], progress)
    finally:
        session.close()
    return session.report


def _run(
    process: AsyncCrawlerProcess,
    session: Session,
    sites: list[Site],
    progress: Callable[[CrawlProgress], None] | None,
) -> None:
    loop = asyncio.get_event_loop()
    started = time.monotonic()
    session.on_stop = lambda: _keep(loop.create_task(process.stop()))

    def interrupt() -> None:
        if session.report.interrupted:
            process._stop_reactor()  # asked twice: what is in flight is left to the next run's recovery
        session.interrupt()

    def tell() -> None:
        if progress is not None:
            seconds = time.monotonic() - started
            for counts in session.counts.values():
                if counts.outcome == "running":
                    counts.seconds = seconds
            counts_now = {stem: copy(counts) for stem, counts in session.counts.items()}
            progress(CrawlProgress(counts_now, seconds, session.options.limit))
            loop.call_later(PROGRESS_SECONDS, tell)

    for number in ENDING:
        if number == signal.SIGHUP and signal.getsignal(number) is signal.SIG_IGN:  # as nohup has it
            continue
        try:
            loop.add_signal_handler(number, interrupt)
        except (ValueError, RuntimeError):  # not in the main thread: whoever runs us there handles signals
            break
    for site in sites:
        task = process.crawl(spider_of(site), session=session)
        task.add_done_callback(lambda task, site=site: _note_crash(session, site, task))  # type: ignore[misc]
    loop.call_soon(tell)
    process.start(install_signal_handlers=False)
    for number in ENDING:
        loop.remove_signal_handler(number)


def _note_crash(session: Session, site: Site, task: "asyncio.Task[None]") -> None:
    """Report a spider that never came to run, which is a fault of ours."""
    error = None if task.cancelled() else task.exception()
    if error is not None:
        logging.getLogger("crawler").error("%s could not be crawled", site.stem, exc_info=error)
        session.attention(f"{site.stem}: could not be crawled ({type(error).__name__}: {error}); the log says more")


_tasks: set["asyncio.Task[None]"] = set()


def _keep(task: "asyncio.Task[None]") -> None:
    """Hold on to a task until it is done: the loop does not."""
    _tasks.add(task)
    task.add_done_callback(_tasks.discard)


def _settings(data: Path, options: CrawlOptions, overrides: Mapping[str, Any]) -> Settings:
    settings = Settings()
    settings.setmodule(crawler.settings, priority="project")
    settings.set("DEFNEWS_DATA", str(data), priority="cmdline")
    settings.set("LOG_INSTALL_ROOT_HANDLER", False, priority="cmdline")  # `log_to` says where to
    settings.update(dict(overrides), priority="cmdline")
    if options.opt_outs is not None:
        settings.set("DEFNEWS_OPT_OUTS", options.opt_outs, priority="cmdline")
    if contact := options.contact or settings["DEFNEWS_CONTACT"]:
        settings.set("USER_AGENT", user_agent(contact), priority="cmdline")
    return settings


def user_agent(contact: str) -> str:
    """Name ourselves with an address at which whoever runs this can be reached."""
    plain = "".join(c for c in contact if c.isprintable() and c not in "()")[:200].strip()
    return f"{crawler.settings.AGENT} (press archive; +{plain})"
