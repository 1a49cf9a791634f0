"""The last step before the network: the address is checked, the turn awaited, the host's state noted."""

import time
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
)
from scrapy.exceptions import NotConfigured
from scrapy.http import Request, Response
from twisted.web._newclient import HEADER, STATUS, HTTP11ClientProtocol

from crawler.answers import NETWORK, fault_of, header
from crawler.guard import Guard, GuardedResolver
from crawler.outcomes import StayAway, UnknownHost
from crawler.politeness import retry_after
from extract.urls import host_of

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from twisted.internet.defer import Deferred
    from twisted.internet.interfaces import IAddress
    from twisted.web._newclient import Request as TxRequest
    from twisted.web.iweb import IResponse

    from crawler.spider import SiteSpider

# A wait up to this is waited out; for a longer one the host is left to another run.
PATIENCE = timedelta(seconds=60)
# Where a host says "too many" and not how long to wait: so many times the first back-off.
TOO_MANY = 10


# More than any honest server says before the body (browsers stop at about as much).
HEADERS_AT_MOST = 256 * 1024


class BoundedProtocol(_LenientHTTP11ClientProtocol):
    """Scrapy's side of a connection, hanging up on header lines without end: Twisted collects them without bound."""

    _head = 0

    def request(self, request: "TxRequest") -> "Deferred[IResponse]":
        """Ask, and count the answer's head from nothing."""
        self._head = 0
        return super().request(request)

    def dataReceived(self, data: bytes) -> None:  # noqa: N802 (Twisted's name)
        """Take in bytes, while the head is not over only so many."""
        if self._parser is not None and self._parser.state in (STATUS, HEADER):
            self._head += len(data)
            if self._head > HEADERS_AT_MOST and self.transport is not None:
                self.transport.abortConnection()
                return
        super().dataReceived(data)  # type: ignore[no-untyped-call]


class _BoundedFactory(_LenientHTTP11ClientFactory):
    """Makes bounded connections."""

    def buildProtocol(self, addr: "IAddress | None") -> HTTP11ClientProtocol:  # noqa: N802 (Twisted's name)
        """Make one."""
        return BoundedProtocol(self._quiescentCallback)  # type: ignore[no-untyped-call]


class PoliteDownloadHandler(HTTP11DownloadHandler):
    """Scrapy's own download handler, one request to a host at a time."""

    def __init__(self, crawler: "Crawler") -> None:
        super().__init__(crawler)
        self._pool._factory = _BoundedFactory
        self._pool.retryAutomatically = False  # that would ask again at once; `RetryMiddleware` waits its turn
        self.guard = _guard()
        self.first_backoff = crawler.settings.getfloat("DEFNEWS_FIRST_BACKOFF")
        self.guard.allow(self._spider.site.hosts)

    @property
    def _spider(self) -> "SiteSpider":
        return self._crawler.spider  # type: ignore[return-value]  # the only spider there is

    async def download_request(self, request: Request) -> Response:
        """Ask for a page when it is its turn. Raises what `crawler.answers.fault_of` judges."""
        session, site = self._spider.session, self._spider.site
        parts = urlsplit(request.url)
        host = host_of(request.url) or parts.netloc
        if (not_before := request.meta.pop("not_before", None)) is not None:
            await session.pacer.sleep(not_before - time.monotonic())
        try:
            addresses = await self.guard.check(
                parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80), site.hosts
            )
        except UnknownHost as error:
            session.hosts.failed(host, str(error), session.now())
            raise
        async with session.pacer.turn(host, str(addresses[0]), site.discover.delay):
            if (until := session.hosts.closed(host, session.now())) is not None:
                why = session.hosts.get(host).reason or "it failed too often"
                raise StayAway(host, f"is left alone until {until:%Y-%m-%d %H:%M} UTC: {why}", until)
            session.counts[site.stem].requests += 1
            try:
                response = await super().download_request(request)
            except NETWORK as error:
                session.hosts.failed(host, fault_of(error).words, session.now())
                raise
        self._note(host, response)
        return response

    def _note(self, host: str, response: Response) -> None:
        """Keep what a status says of the host as a whole."""
        session = self._spider.session
        now = session.now()
        if response.status not in (429, 503):
            if response.status >= 500:
                session.hosts.failed(host, f"answers {response.status}", now)
            else:
                session.hosts.succeeded(host)
            return
        session.hosts.failed(host, f"answers {response.status}", now)
        until = retry_after(header(response, "retry-after"), now)
        if until is not None and until - now > PATIENCE:
            session.hosts.close(host, until, f"answers {response.status} and asks to wait until then")
            return
        wait = (until - now).total_seconds() if until else self.first_backoff * TOO_MANY
        session.pacer.hold(host, min(wait, PATIENCE.total_seconds()))
        session.pacer.slower(host)


def _guard() -> Guard:
    from twisted.internet import reactor

    resolver = getattr(reactor, "nameResolver", None)
    if not isinstance(resolver, GuardedResolver):
        raise NotConfigured("TWISTED_DNS_RESOLVER must be crawler.guard.GuardedResolver: nothing else checks addresses")
    return resolver.guard
