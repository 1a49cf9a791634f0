"""A second and a third try within a run, ever later; what fails then is left to the frontier for another day."""

import random
import time
from typing import TYPE_CHECKING, Self

from scrapy.http import Request, Response

from crawler.answers import NETWORK

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

PASSING = frozenset({408, 429, 500, 502, 503, 504, 522, 524})


class RetryMiddleware:
    """Takes the place of Scrapy's, which asks again at once and so adds to whatever is wrong."""

    def __init__(self, crawler: "Crawler") -> None:
        self.crawler = crawler
        self.times = crawler.settings.getint("RETRY_TIMES")
        self.first = crawler.settings.getfloat("DEFNEWS_FIRST_BACKOFF")

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        """Make it as Scrapy does."""
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Request | Response:
        """Ask again after an error that may pass."""
        return (self._again(request) or response) if response.status in PASSING else response

    def process_exception(self, request: Request, exception: Exception) -> Request | None:
        """Ask again after a fault of the network."""
        return self._again(request) if isinstance(exception, NETWORK) else None

    def _again(self, request: Request) -> Request | None:
        done = request.meta.get("retries", 0)
        if done >= self.times:
            return None
        wait = self.first * 4**done * random.uniform(1, 1.5)  # noqa: S311 (nothing secret about it)
        return request.replace(meta=request.meta | {"retries": done + 1, "not_before": time.monotonic() + wait})
