"""robots.txt (RFC 9309): fetched once a day per origin, obeyed on every hop, its delays too."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

from protego import Protego
from scrapy import Request
from scrapy.http.request import NO_CALLBACK

from crawler.answers import decoded, fault_of
from crawler.outcomes import Forbidden, Refused, StayAway, Stopping
from extract.urls import host_of
from warehouse.index import instant

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from crawler.session import Session

# RFC 9309 §2.4, §2.5: not older than a day, and not more than 500 KiB of it need be read.
FRESH = timedelta(days=1)
READ_AT_MOST = 500 * 1024
# Where it cannot be had any more, the last copy holds for a month; after that nothing may be fetched (§2.3.1.4).
LAST_COPY = timedelta(days=30)
AGENT = "defnews"
PRIORITY = 1000


@dataclass(frozen=True, slots=True)
class Rules:
    """One origin's robots.txt as it applies to us."""

    parsed: Protego | None
    problem: str | None = None
    """Why it cannot be had, and with it nothing else, in words."""

    refused: bool = False
    """Whether that is because the guard lets nobody ask there."""

    @property
    def delay(self) -> float:
        """Least seconds between two requests, by Crawl-delay and Request-rate."""
        if self.parsed is None:
            return 0.0
        rate = self.parsed.request_rate(AGENT)
        slowest = rate.seconds / rate.requests if rate is not None and rate.requests > 0 else 0.0
        return max(self.parsed.crawl_delay(AGENT) or 0.0, slowest)

    def allows(self, url: str) -> bool:
        """Whether a URL may be fetched."""
        return self.parsed is None or self.parsed.can_fetch(url, AGENT)


class RobotsMiddleware:
    """Lets through only requests that robots.txt allows, redirect targets included; takes the place of Scrapy's own.

    Scrapy's forgets the file after each run, ignores Crawl-delay and Request-rate, and crawls on where it answers 5xx.
    """

    def __init__(self, crawler: "Crawler") -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        """Make it as Scrapy does."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Raise `Forbidden`, or `StayAway` where nothing may be fetched for now."""
        if request.meta.get("robots"):
            return
        session: Session = self.crawler.spider.session  # type: ignore[union-attr]  # our spiders have one
        parts = urlsplit(request.url)
        origin = f"{parts.scheme}://{parts.netloc}"
        rules = await self._rules(session, origin)
        if rules.refused:
            raise Refused(rules.problem)
        if rules.problem:
            raise StayAway(host_of(request.url) or origin, f"{origin}/robots.txt {rules.problem}")
        session.pacer.at_least(host_of(request.url) or origin, rules.delay)
        if not rules.allows(request.url):
            raise Forbidden("robots.txt asks not to fetch it")

    async def _rules(self, session: "Session", origin: str) -> Rules:
        """One origin's rules; those who ask while it is being fetched share the answer."""
        known = session.robots.get(origin)
        if known is None:
            known = session.robots[origin] = asyncio.get_running_loop().create_future()
            try:
                rules = self._remembered(session, origin) or await self._fetched(session, origin)
            except Stopping:
                rules = Rules(None, "was not read before the run was ended")
            known.set_result(rules)
        return await known

    def _remembered(self, session: "Session", origin: str, age: timedelta = FRESH) -> Rules | None:
        row = session.state.connection.execute(
            "SELECT status, body FROM robots WHERE origin = ? AND fetched_at > ?",
            (origin, instant(session.now() - age)),
        ).fetchone()
        return _parsed(row["status"], row["body"]) if row else None

    async def _fetched(self, session: "Session", origin: str) -> Rules:
        request = Request(f"{origin}/robots.txt", callback=NO_CALLBACK, priority=PRIORITY, meta={"robots": True})
        problem = ""
        try:
            response: Response = await self.crawler.engine.download_async(request)
        except Stopping:
            raise
        except StayAway as error:
            problem = str(error)
        except Refused as error:
            return Rules(None, str(error), refused=True)
        except Exception as error:  # whatever kept it from being had: without it nothing may be fetched
            problem = f"cannot be had ({fault_of(error).words})"
        else:
            if response.status < 500 and response.status != 429:
                body = decoded(response)[:READ_AT_MOST]
                with session.state.transaction() as connection:
                    connection.execute(
                        "INSERT OR REPLACE INTO robots (origin, fetched_at, status, body) VALUES (?, ?, ?, ?)",
                        (origin, instant(session.now()), response.status, body if response.status == 200 else b""),
                    )
                return _parsed(response.status, body)
            problem = f"answers {response.status}"
        return self._remembered(session, origin, LAST_COPY) or Rules(None, problem)


def _parsed(status: int, body: bytes) -> Rules:
    """Read the file; any 4xx means that there is none, and everything may be fetched (RFC 9309 §2.3.1.3)."""
    if status != 200:
        return Rules(None)
    text = body.decode("utf-8", "replace").lstrip("\ufeff").replace("\x00", "")
    return Rules(Protego.parse("\n".join(text.splitlines())))
