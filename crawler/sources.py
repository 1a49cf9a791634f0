"""Feeds, sitemaps and listings of one site: asked for conditionally, read into the frontier, walked page by page."""

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime, time
from itertools import islice
from typing import TYPE_CHECKING

from scrapy.http import Request, Response

from crawler.answers import decoded, fault_of, header
from crawler.discover import read_listing, read_source, sources_of
from crawler.entry import Found, Unreadable
from crawler.known import Observed
from crawler.outcomes import StayAway, TooLarge
from crawler.polls import Kind, Poll
from crawler.sitemaps import BYTES_AT_MOST
from extract.site import Listing
from extract.urls import host_of

if TYPE_CHECKING:
    from crawler.spider import SiteSpider

# Entered in one transaction: a sitemap of 50,000 neither fills memory nor holds up the other sites for long.
AT_A_TIME = 500
# Without a backfill, pages of a listing or feed are turned only as long as they name new articles, and no further
# than this.
PAGES_FOR_NEWS = 10
PAGES_AT_MOST = 10_000
# The protocol knows none inside another; some publishers do, and a server could go on for ever.
INDEXES_INSIDE = 2


class Sources:
    """One spider's feeds, sitemaps and listings."""

    def __init__(self, spider: "SiteSpider") -> None:
        self.spider = spider
        self.session = spider.session
        site = spider.site
        own = site.discover.feeds or site.discover.sitemaps or site.discover.listings
        self.homepage = "" if own else site.homepage
        """Read for the feeds that it names, where the site file names no source at all."""

        self.asked: set[str] = set()
        self.listings: dict[str, Listing] = {listing.url: listing for listing in site.discover.listings}
        sorting = site.discover.model_dump(mode="json", include={"accept", "reject", "key"}) | {"hosts": site.hosts}
        self.rules = hashlib.sha256(json.dumps(sorting, sort_keys=True).encode()).hexdigest()[:12]
        since = self.session.options.since
        self.since = datetime.combine(since, time(), UTC) if since else None

    def first_requests(self) -> Iterator[Request]:
        """Requests for the site's own sources; with ``due``, for those that are."""
        discover, now = self.spider.site.discover, self.session.now()
        named: list[tuple[str, Kind]] = [(url, "feed") for url in discover.feeds]
        named += [(url, "sitemap") for url in discover.sitemaps]
        named += [(listing.url, "listing") for listing in discover.listings]
        if not named:
            named = [(self.homepage, "feed")]
        with self.session.state.transaction():
            for url, kind in named:
                self.session.polls.enter(url, self.spider.site.stem, kind)
            self.session.polls.forget_but(self.spider.site.stem, [url for url, _ in named])
        polls = [poll for url, _ in named if (poll := self.session.polls.get(url)) is not None]
        for poll in polls + self.session.polls.adopted(self.homepage):
            if not self.session.options.due or poll.is_due(now):
                yield from self._requests(poll)

    def _requests(self, poll: Poll) -> Iterator[Request]:
        """Ask for a source's first page, and in a backfill for the one where it goes on."""
        self.asked.add(poll.url)
        yield self._request(poll, self._first_page(poll.url))
        if self.session.options.backfill and (walk := self._walk(poll)) is not None:
            yield walk

    async def answered(self, response: Response) -> list[Request]:
        """Read a source's answer into the frontier. Returns what to ask for next. Raises `ArchiveError`."""
        meta = response.meta
        source, page = meta["source"], meta["page"]
        poll = self.session.polls.get(source)
        if poll is None:
            return []
        if response.status == 304:
            self.spider.counts.not_modified += 1
            await self._remember(poll, page, response, Observed(), None)
            return self._children(poll)
        if response.status != 200:
            if page != self._first_page(source) and 400 <= response.status < 500:
                self._turned(poll, None)
                await self._walked_out(poll)  # the page after the last
                return []
            await self._failed(poll, f"answers {response.status}", response.status)
            return []
        try:
            if source == self.homepage and poll.kind == "feed":
                return await self._discover(response, poll)
            found = self._read(response, poll)
        except TooLarge as error:
            await self._failed(poll, f"is {error}", response.status)
            return []
        observed, children, problem = await self._observe(poll, found, page)
        if problem is None and not observed.entries and not children and page == self._first_page(source):
            problem = "names no article: check its address in the site file"
        if problem is not None and not observed.entries:
            if page != self._first_page(source):
                self._turned(poll, None)
                await self._walked_out(poll)
                return []
            await self._failed(poll, problem, response.status)
            return []
        await self._remember(poll, page, response, observed, problem)
        return self._children(poll) + self._next_page(poll, page, observed)

    async def failed(self, request: Request, error: BaseException) -> None:
        """Note what a source's request failed with. Raises `ArchiveError`."""
        if isinstance(error, StayAway):
            self.spider.stay_away(error)
        fault = fault_of(error)
        poll = self.session.polls.get(request.meta["source"])
        if fault.verdict == "left" or poll is None:
            return
        host = host_of(request.url)
        await self._failed(poll, f"cannot be had from {host}: {fault.words}", None)

    async def _discover(self, response: Response, homepage: Poll) -> list[Request]:
        """Take the feeds that a homepage names, for a site whose file names none."""
        feeds = sources_of(decoded(response), response.url)
        if not feeds:
            problem = "names no feed: add a feed, sitemap or listing to the site file"
            await self._failed(homepage, problem, response.status)
            return []
        with self.session.state.transaction():
            self.session.polls.adopt(homepage.url, self.spider.site.stem, feeds)
        await self._remember(homepage, None, response, Observed(), None)
        new = [poll for poll in self.session.polls.adopted(homepage.url) if poll.url not in self.asked]
        return [request for poll in new for request in self._requests(poll)]

    def _read(self, response: Response, poll: Poll) -> Found:
        listing = self.listings.get(poll.url)
        if listing is not None and poll.kind == "listing":
            return read_listing(decoded(response), listing, response.url)
        body = decoded(response, BYTES_AT_MOST)
        return read_source(body, header(response, "content-type"), response.url, self.spider.site.zone)

    async def _observe(self, poll: Poll, found: Found, page: int | None) -> tuple[Observed, int, str | None]:
        """Enter what was found, some at a time."""
        session, site, now = self.session, self.spider.site, self.session.now()
        total, problem, children = Observed(), found.problem, 0
        seen_before: list[str] = []
        try:
            while batch := list(islice(found.entries, AT_A_TIME)):
                with session.state.transaction():
                    total.add(session.frontier.observe(site, poll.url, batch, now, seen_before))
                    if page is not None and total.accepted and not session.options.backfill:
                        # Together with the entries: once they are known, nothing else tells that there is more.
                        session.polls.turned(poll.url, max(page + 1, poll.turn_page or 0))
                await session.pacer.breathe()
            while some := list(islice(found.children, AT_A_TIME)):
                with session.state.transaction():
                    children += session.polls.children(poll.url, site.stem, some)
                await session.pacer.breathe()
        except Unreadable as error:
            problem = str(error)
        with session.state.transaction():
            total.changed = session.frontier.look_again(seen_before, total.entries, now)
        counts = self.spider.counts
        counts.found += total.found
        counts.skipped += total.found - total.accepted
        counts.waiting += total.accepted + total.changed
        return total, children, problem

    async def _remember(
        self, poll: Poll, page: int | None, response: Response, observed: Observed, problem: str | None
    ) -> None:
        """Keep ETag and the rest once the entries are entered: a 304 must never hide what was not."""
        now = self.session.now()
        if page != self._first_page(poll.url):
            return
        etag, last_modified = header(response, "etag") or None, header(response, "last-modified") or None
        await self.session.committer.commit(
            lambda _: self.session.polls.answered(
                poll.url,
                now,
                status=response.status,
                grew=observed.accepted > 0,
                named=observed.named > 0,
                entries=observed.entries or None,
                etag=etag,
                last_modified=last_modified,
                rules=self.rules,
                problem=problem,
            )
        )

    async def _failed(self, poll: Poll, problem: str, status: int | None) -> None:
        now = self.session.now()
        self.spider.attention(f"{poll.url} {problem}")
        await self.session.committer.commit(
            lambda _: self.session.polls.failed(poll.url, now, problem=problem, status=status)
        )

    async def _walked_out(self, poll: Poll) -> None:
        """A backfill has reached the end of a source's pages."""
        await self.session.committer.commit(lambda _: self.session.polls.walked(poll.url, next_page=None, walked_to=""))

    def _children(self, index: Poll) -> list[Request]:
        """Requests for the sitemaps of an index that are worth it now."""
        if index.kind != "sitemap":
            return []
        if self._depth(index) >= INDEXES_INSIDE:
            return []
        options = self.session.options
        polls = self.session.polls.children_to_read(
            index.url, self.session.now(), everything=options.backfill, since=self.since
        )
        return [self._request(poll, None, later=options.backfill) for poll in polls]

    def _depth(self, poll: Poll) -> int:
        """How many indexes a sitemap lies inside."""
        depth, above = 0, poll.parent
        while above is not None and depth < INDEXES_INSIDE:
            depth, parent = depth + 1, self.session.polls.get(above)
            above = parent.parent if parent is not None else None
        return depth

    def _next_page(self, poll: Poll, page: int | None, observed: Observed) -> list[Request]:
        """The page after this one, where it is worth turning."""
        if page is None:
            return []
        listing, options = self.listings.get(poll.url), self.session.options
        last = listing.last_page if listing else PAGES_AT_MOST
        first = self._first_page(poll.url) or 0
        if page >= last:
            if options.backfill:
                self._walk_done(poll, "")
            else:
                self._turned(poll, None)
            return []
        if options.backfill:
            if page == first:
                return []  # `first_requests` has asked for where the walk goes on
            too_old = self.since is not None and observed.newest is not None and observed.newest < self.since
            if not observed.entries or too_old:
                self._walk_done(poll, str(options.since) if too_old else "")
                return []
            self._walk_on(poll, page + 1)
            return [self._request(poll, page + 1, later=True)]
        more_to_come = observed.accepted > 0 or page < (poll.turn_page or 0)  # an earlier run had come further
        if more_to_come and page - first + 1 < PAGES_FOR_NEWS:
            return [self._request(poll, page + 1)]
        self._turned(poll, None)
        return []

    def _walk(self, poll: Poll) -> Request | None:
        """The page where a source's backfill goes on; None if it is done."""
        first = self._first_page(poll.url)
        if first is None or poll.walked_to == "":
            return None
        wanted = str(self.session.options.since or "")
        if poll.walked_to is not None and wanted and poll.walked_to <= wanted:
            return None
        return self._request(poll, poll.walk_page or first + 1, later=True)

    def _turned(self, poll: Poll, next_page: int | None) -> None:
        with self.session.state.transaction():
            self.session.polls.turned(poll.url, next_page)

    def _walk_on(self, poll: Poll, page: int) -> None:
        with self.session.state.transaction():
            self.session.polls.walked(poll.url, next_page=page, walked_to=None)

    def _walk_done(self, poll: Poll, walked_to: str) -> None:
        with self.session.state.transaction():
            self.session.polls.walked(poll.url, next_page=poll.walk_page, walked_to=walked_to)

    def _first_page(self, source: str) -> int | None:
        """Number of a paged source's first page; None if it has no pages."""
        if "{page}" not in source:
            return None
        listing = self.listings.get(source)
        return listing.first_page if listing else 1

    def _request(self, poll: Poll, page: int | None, *, later: bool = False) -> Request:
        headers: dict[str, str] = {}
        if page == self._first_page(poll.url) and poll.rules == self.rules and poll.turn_page is None:
            known = {"If-None-Match": poll.etag, "If-Modified-Since": poll.last_modified}
            headers = {name: value for name, value in known.items() if value}
        return Request(
            poll.url.replace("{page}", str(page)),
            callback=self.spider.on_source,
            errback=self.spider.on_source_failed,
            headers=headers,
            meta={"source": poll.url, "page": page, "later": later, "download_maxsize": BYTES_AT_MOST},
            dont_filter=True,
        )
