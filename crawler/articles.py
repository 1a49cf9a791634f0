"""Answers for articles: into the archive and the frontier, or why not."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from scrapy.http import Response

from crawler.answers import decoded, fault_of, folded, header, headers_of
from crawler.challenges import is_challenge
from crawler.outcomes import SameArticle, StayAway, TooLarge, UnderWay
from crawler.politeness import obeyed, opt_outs
from crawler.robots import AGENT
from extract.capture import Capture
from extract.urls import host_of

if TYPE_CHECKING:
    from crawler.known import Outcome, Row
    from crawler.spider import SiteSpider

# Never an article, often huge. Documents (PDF, Word) are kept: ministries publish as such, and the loader says what
# they are.
MEDIA = ("image/", "video/", "audio/", "font/", "application/zip", "application/octet-stream", "application/x-")
GONE = frozenset({404, 410, 451})


class Articles:
    """One spider's articles."""

    def __init__(self, spider: "SiteSpider") -> None:
        self.spider = spider
        self.session = spider.session
        self.obeyed = obeyed(spider.settings)

    def conditions(self, row: "Row") -> dict[str, str]:
        """Headers that spare the server an answer that we have already (RFC 9110 §13.1)."""
        if row.archived_at is None:
            return {}
        last = self.session.archive.index.last_response(row.final_key or row.url_key)
        if last is None:
            return {}
        found = {"If-None-Match": last.etag, "If-Modified-Since": last.last_modified}
        return {name: value for name, value in found.items() if value}

    async def answered(self, row: "Row", response: Response) -> None:
        """Archive a page, or note why not. Raises `ArchiveError`."""
        now = self.session.now()
        status = response.status
        if status == 304:
            await self._not_modified(row, response, now)
            return
        try:
            body = decoded(response)
        except TooLarge as error:
            await self._failed(row, f"too large: {error}", for_good=True)
            return
        headers = headers_of(response)
        if is_challenge(status, folded(headers), body):
            host = host_of(response.url) or ""
            self.session.hosts.failed(host, "answers with a challenge page", now)
            self.spider.attention(
                f"{host} answers with a challenge page: nothing is done to get past it; ask the publisher for access"
            )
            await self._failed(row, "challenge page")
        elif status == 200:
            await self._page(row, response, headers, body, now)
        elif status in (429, 503):
            await self._left(row)
        elif status in GONE:
            await self._failed(row, f"gone: the server answers {status}", for_good=True)
        elif 300 <= status < 400:
            await self._failed(row, f"the server answers {status} without a target that can be followed", for_good=True)
        else:
            await self._failed(row, f"the server answers {status}")

    async def failed(self, row: "Row", error: BaseException) -> None:
        """Note what a request failed with. Raises `ArchiveError`."""
        if isinstance(error, SameArticle):
            final_key, now = error.final_key, self.session.now()
            self.spider.counts.skipped += 1
            await self.session.committer.commit(lambda _: self.session.frontier.same_as(row, final_key, now))
            return
        fault = fault_of(error)
        if isinstance(error, StayAway):
            self.spider.stay_away(error)
        if isinstance(error, UnderWay):
            if error.final_key not in self.spider.under_way:  # it has come in meanwhile: draw this one again
                return
            self.spider.awaited.setdefault(error.final_key, []).append(row)
        match fault.verdict:
            case "left":
                await self._left(row)
            case "skipped_robots" | "skipped_rule" | "skipped_optout":
                await self._skipped(row, fault.verdict, fault.words)
            case _:
                await self._failed(row, fault.words, for_good=fault.verdict == "failed")

    async def _page(
        self, row: "Row", response: Response, headers: list[tuple[str, str]], body: bytes, now: datetime
    ) -> None:
        mime = header(response, "content-type").partition(";")[0].strip().lower()
        if mime.startswith(MEDIA):
            await self._skipped(row, "skipped_rule", f"no page but {mime}")
            return
        found: dict[str, Any] = {}
        if declared := opt_outs(headers, body, AGENT) | response.meta["opt_outs"]:
            found["opt_outs"] = sorted(declared)
            if no := self.obeyed & declared:
                await self._skipped(row, "skipped_optout", ", ".join(sorted(no)))
                return
        session, site, counts = self.session, self.spider.site, self.spider.counts
        capture = Capture(
            url=response.url, fetched_at=now, status=200, headers=folded(headers), body=response.body, hints=row.hints
        )
        written = session.archive.write(
            capture, site=site, via=row.via, requested_url=row.url, raw_headers=headers, found=found
        )
        final = (site.url_key(response.url), response.url)
        changed = written.kind == "response"
        await session.committer.commit(
            lambda _: session.frontier.archived(row, now, changed=changed or row.archived_at is None, final=final)
        )
        counts.fetched += 1
        counts.new += row.archived_at is None
        counts.unchanged += row.archived_at is not None and not changed

    async def _not_modified(self, row: "Row", response: Response, now: datetime) -> None:
        session = self.session
        written = session.archive.write_unchanged(
            url=response.url, fetched_at=now, headers=folded(headers_of(response)), site=self.spider.site, via=row.via
        )
        if written is None:
            await self._failed(row, "the server answers 304, though there is no copy of it here")
            return
        await session.committer.commit(lambda _: session.frontier.archived(row, now, changed=False))
        self.spider.counts.unchanged += 1
        self.spider.counts.not_modified += 1

    async def _skipped(self, row: "Row", outcome: "Outcome", why: str) -> None:
        now = self.session.now()
        self.spider.counts.skipped += 1
        await self.session.committer.commit(lambda _: self.session.frontier.skipped(row, outcome, why, now))

    async def _failed(self, row: "Row", why: str, *, for_good: bool = False) -> None:
        now = self.session.now()
        self.spider.counts.failed += 1
        await self.session.committer.commit(lambda _: self.session.frontier.failed(row, why, now, for_good=for_good))

    async def _left(self, row: "Row") -> None:
        self.spider.left.add(row.url_key)
