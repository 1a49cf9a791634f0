"""The only spider: a site file's sources to entries, entries to requests, answers to the archive and the frontier."""

import sqlite3
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any, ClassVar, Self

import scrapy
from scrapy import signals
from scrapy.http import Request, Response
from twisted.python.failure import Failure

from crawler.articles import Articles
from crawler.outcomes import SameArticle, StayAway
from crawler.report import SiteCounts
from crawler.session import Session
from crawler.silence import silence
from crawler.sources import Sources
from extract.site import Site
from extract.urls import on_hosts
from warehouse.archive import ArchiveError

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from crawler.known import Row
    from crawler.scheduler import FrontierScheduler


class SiteSpider(scrapy.Spider):
    """Crawls one site; `crawler.spiderloader` makes a subclass of it for each site file."""

    site: ClassVar[Site]
    session: Session
    scheduler: "FrontierScheduler"

    @classmethod
    def from_crawler(cls, crawler: "Crawler", *args: Any, session: Session | None = None, **kwargs: Any) -> Self:
        """Make it as Scrapy does; without a session, as from `scrapy crawl`, one is opened for this spider alone."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        if session is None:
            session = Session.from_settings(crawler.settings, cls.site)
            crawler.signals.connect(session.close, signals.engine_stopped)
        spider._begin(session)
        crawler.signals.connect(spider._finish, signals.spider_closed)
        return spider

    def _begin(self, session: Session) -> None:
        self.session = session
        self.under_way: dict[str, Row] = {}
        """URLs being fetched, by identity: taken out again once what became of them is durable."""

        self.reading: set[tuple[str, int | None]] = set()
        """Sources being read, with their page."""

        self.left: set[str] = set()
        """URLs tried in this run and left as they were."""

        self.awaited: dict[str, list[Row]] = {}
        """URLs that redirect to one that is being fetched, by its identity."""

        self.stayed_away = False
        """Whether the site's host wants to be left alone: nothing more of it is asked for in this run."""

        self.needs_attention = False
        session.begin(self.site.stem)
        self.articles = Articles(self)
        self.sources = Sources(self)

    @property
    def counts(self) -> SiteCounts:
        """This site's numbers."""
        return self.session.counts[self.site.stem]

    def new_and_under_way(self) -> int:
        """How many articles are new in this run, or may be yet."""
        return self.counts.new + sum(row.archived_at is None for row in self.under_way.values())

    def attention(self, sentence: str) -> None:
        """Tell whoever reads the report about this site."""
        self.needs_attention = True
        self.session.attention(f"{self.site.stem}: {sentence}")

    async def start(self) -> AsyncIterator[Any]:
        """Ask for the site's own feeds, sitemaps and listings; all else follows from those and the frontier."""
        for request in self.sources.first_requests():
            yield request

    def article_request(self, row: "Row") -> Request:
        """Ask for a URL drawn from the frontier."""
        self.under_way[row.url_key] = row
        return Request(
            row.url,
            callback=self.on_article,
            errback=self.on_article_failed,
            headers=self.articles.conditions(row),
            meta={"row": row},
            dont_filter=True,
        )

    async def on_article(self, response: Response) -> None:
        """Archive an article's page, or note why not."""
        row: Row = response.meta["row"]
        try:
            await self.articles.answered(row, response)
        except Exception as error:
            self._cannot_keep(error)
        finally:
            await self._done(row)

    async def on_article_failed(self, failure: Failure) -> None:
        """Note what an article's request failed with."""
        request: Request = failure.request  # type: ignore[attr-defined]  # Scrapy puts it there
        row: Row = request.meta["row"]
        try:
            await self.articles.failed(row, self._kept(failure))
        except Exception as error:
            self._cannot_keep(error)
        finally:
            await self._done(row)

    async def on_source(self, response: Response) -> AsyncIterator[Request]:
        """Read a feed, sitemap or listing."""
        try:
            for request in await self.sources.answered(response):
                yield request
        except Exception as error:
            self._cannot_keep(error)
        finally:
            self._read(response.meta)

    async def on_source_failed(self, failure: Failure) -> None:
        """Note what a source's request failed with."""
        request: Request = failure.request  # type: ignore[attr-defined]  # Scrapy puts it there
        try:
            await self.sources.failed(request, self._kept(failure))
        except Exception as error:
            self._cannot_keep(error)
        finally:
            self._read(request.meta)

    def stay_away(self, error: StayAway) -> None:
        """Ask nothing more of the site in this run, if it is its own host and not one that only keeps a feed of it."""
        self.stayed_away = self.stayed_away or on_hosts(f"https://{error.host}/", self.site.hosts)
        self.attention(f"{error.host} {error}" if error.until else str(error))

    def _read(self, meta: dict[str, Any]) -> None:
        """Take a source off the list of those being read."""
        self.reading.discard((meta["source"], meta["page"]))
        self.scheduler.refresh()

    async def _done(self, row: "Row") -> None:
        """Take a URL off the list of those being fetched, and settle those that redirect to it."""
        self.under_way.pop(row.url_key, None)
        self.counts.waiting = max(0, self.counts.waiting - 1)
        self.counts.settled += 1
        for waiting in self.awaited.pop(row.url_key, ()):
            if self.session.frontier.has_archived(row.url_key):
                await self.articles.failed(waiting, SameArticle(row.url_key))
            self.left.discard(waiting.url_key)
        self.scheduler.refresh()

    @staticmethod
    def _kept(failure: Failure) -> BaseException:
        """What a request failed with; what is no fault of the server's but of our own disk is raised."""
        error = failure.value or Exception()
        if isinstance(error, ArchiveError | sqlite3.Error):
            raise error
        return error

    def _cannot_keep(self, error: Exception) -> None:
        """End the run where nothing can be kept; anything else is a fault of ours, and only this page's."""
        if isinstance(error, ArchiveError | sqlite3.Error):
            self.session.give_up(error)
            return
        self.logger.error("while handling an answer", exc_info=error)
        self.attention(f"a page could not be handled ({type(error).__name__}); the log says more")

    def _finish(self, spider: scrapy.Spider, reason: str) -> None:
        if not self.session.stopping and not self.stayed_away:
            for sentence in silence(self.session.state, self.site.stem, self.session.now()):
                self.attention(sentence)
        self.session.finish(self.site.stem, attention=self.needs_attention)
