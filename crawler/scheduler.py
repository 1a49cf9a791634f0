"""What to ask for next: redirects and retries, then feeds and sitemaps, then articles drawn from the frontier."""

import time
from collections import deque
from typing import TYPE_CHECKING, Self

from scrapy.core.scheduler import BaseScheduler
from scrapy.http import Request

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.crawler import Crawler

    from crawler.known import Row
    from crawler.spider import SiteSpider

# Drawn at a time: enough to spare the database, few enough that memory does not depend on how many wait.
WINDOW = 32
# An empty frontier is looked at again when something may have been added, or after this.
LOOK_AGAIN_SECONDS = 1.0


class FrontierScheduler(BaseScheduler):
    """Draws requests from the frontier in small windows; holds nothing that a `kill -9` could lose."""

    spider: "SiteSpider"

    def __init__(self) -> None:
        self._soon: deque[Request] = deque()
        self._later: deque[Request] = deque()
        self._window: deque[Row] = deque()
        self._dry_until = 0.0

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        """Make it as Scrapy does."""
        return cls()

    def open(self, spider: "Spider") -> None:
        """Learn whose requests these are."""
        self.spider = spider  # type: ignore[assignment]  # the only spider there is
        self.spider.scheduler = self

    def close(self, reason: str) -> None:
        """Let go; everything that counts is in the frontier."""
        self._soon.clear()
        self._later.clear()
        self._window.clear()

    def has_pending_requests(self) -> bool:
        """Whether there is anything left to ask for in this run."""
        return bool(self._soon) or (not self._stopped and (self._fill() or (bool(self._later) and self._wanted())))

    def enqueue_request(self, request: Request) -> bool:
        """Take a request that a spider or middleware made; those marked ``later`` wait until no article does."""
        if request.meta.get("later") and "retries" not in request.meta:
            self._later.append(request)
        else:
            self._soon.append(request)
        return True

    def next_request(self) -> Request | None:
        """Give the next request; None if there is none at the moment."""
        if self._soon:
            return self._reading(self._soon.popleft())
        if self._stopped:
            return None
        if self._fill():
            return self.spider.article_request(self._window.popleft())
        # Walking on before the last page's articles are in would run ahead of what is newest.
        if self._later and self._wanted() and not self.spider.reading and not self.spider.under_way:
            return self._reading(self._later.popleft())
        return None

    def refresh(self) -> None:
        """Look at the frontier again: something was added to it."""
        self._dry_until = 0.0

    def _reading(self, request: Request) -> Request:
        """Note which sources are being read."""
        if "source" in request.meta:
            self.spider.reading.add((request.meta["source"], request.meta["page"]))
        return request

    @property
    def _stopped(self) -> bool:
        return self.spider.session.stopping or self.spider.stayed_away

    def _wanted(self) -> bool:
        """Whether more new articles are wanted, counting those under way as had."""
        limit = self.spider.session.options.limit
        return limit is None or self.spider.new_and_under_way() < limit

    def _fill(self) -> bool:
        """Draw the next window if the last is used up; whether there is anything in it."""
        while self._window and not self._fetchable(self._window[0]):
            self._window.popleft()
        if self._window:
            return True
        now = time.monotonic()
        if now < self._dry_until:
            return False
        session, under_way = self.spider.session, self.spider.under_way
        rows = session.frontier.draw(
            self.spider.site.stem,
            WINDOW,
            session.now(),
            without=under_way.keys() | self.spider.left,
            since=session.options.since,
            new=self._wanted(),
        )
        self._window.extend(rows)
        if not self._window:
            self._dry_until = now + LOOK_AGAIN_SECONDS
        return bool(self._window)

    def _fetchable(self, row: "Row") -> bool:
        """Whether a row drawn a while ago is still to be fetched: not settled by a redirect, within the limit."""
        if row.url_key in self.spider.under_way or row.url_key in self.spider.left:
            return False
        session = self.spider.session
        return session.frontier.is_due(row.url_key, session.now()) and (row.archived_at is not None or self._wanted())
