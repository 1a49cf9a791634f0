"""robots.txt (RFC 9309) and tdmrep.json (TDMRep): asked for before anything else of an origin, obeyed on every hop."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

from protego import Protego
from scrapy import Request

from crawler.outcomes import Forbidden, OptedOut, Refused, StayAway
from crawler.policies import Document, document
from crawler.politeness import content_signals, obeyed, reservations, reserved
from extract.urls import host_of

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from crawler.session import Session

AGENT = "defnews"
TDMREP = "/.well-known/tdmrep.json"


@dataclass(frozen=True, slots=True)
class Rules:
    """One origin's robots.txt as it applies to us."""

    parsed: Protego
    signals: frozenset[str]
    """What its Content-Signal lines say no to."""

    @property
    def delay(self) -> float:
        """Least seconds between two requests, by Crawl-delay and Request-rate."""
        rate = self.parsed.request_rate(AGENT)
        slowest = rate.seconds / rate.requests if rate is not None and rate.requests > 0 else 0.0
        return max(self.parsed.crawl_delay(AGENT) or 0.0, slowest)

    def allows(self, url: str) -> bool:
        """Whether a URL may be fetched."""
        return self.parsed.can_fetch(url, AGENT)


class RobotsMiddleware:
    """Lets through only requests that robots.txt allows, redirect targets included; takes the place of Scrapy's own.

    Scrapy's forgets the file after each run, ignores Crawl-delay and Request-rate, and crawls on where it answers 5xx.
    """

    def __init__(self, crawler: "Crawler") -> None:
        self.crawler = crawler
        self._obeyed = obeyed(crawler.settings)
        self._parsed: dict[str, Rules] = {}
        self._reserved: dict[str, tuple[tuple[Protego, bool], ...]] = {}

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        """Make it as Scrapy does."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Raise `Forbidden` or `OptedOut`, or `StayAway` where nothing may be fetched for now."""
        if request.meta.get("policy"):
            return
        session: Session = self.crawler.spider.session  # type: ignore[union-attr]  # our spiders have one
        parts = urlsplit(request.url)
        origin = f"{parts.scheme}://{parts.netloc}"
        host = host_of(request.url) or origin
        found = await document(self.crawler, f"{origin}/robots.txt")
        if found.refused:
            raise Refused(found.problem)
        if found.problem:
            raise StayAway(host, f"{origin}/robots.txt {found.problem}")
        rules = self._rules(origin, found)
        session.pacer.at_least(host, rules.delay)
        if not rules.allows(request.url):
            raise Forbidden("robots.txt asks not to fetch it")
        if "row" in request.meta:
            declared = rules.signals | await self._declared(origin, request.url, rules)
            request.meta["opt_outs"] = declared
            if no := self._obeyed & declared:
                raise OptedOut(", ".join(sorted(no)))

    async def _declared(self, origin: str, url: str, rules: Rules) -> frozenset[str]:
        """Whether the origin's tdmrep.json reserves the mining of a URL; one that cannot be had says nothing."""
        if not rules.allows(origin + TDMREP):
            return frozenset()
        found = await document(self.crawler, origin + TDMREP, worth=lambda text: bool(reservations(text)))
        if (rows := self._reserved.get(origin)) is None:
            rows = self._reserved[origin] = reservations(found.text)
        return frozenset({"tdm-reservation"}) if reserved(rows, url) else frozenset()

    def _rules(self, origin: str, found: Document) -> Rules:
        if (rules := self._parsed.get(origin)) is None:
            lines = found.text.splitlines()  # a lone CR ends a line too, which Protego does not know
            rules = self._parsed[origin] = Rules(Protego.parse("\n".join(lines)), content_signals(lines, AGENT))
        return rules
