"""Redirects: bounded, to http(s) alone, articles only within their site, and never twice to the same article."""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.http import Request, Response

from crawler.outcomes import OffSite, SameArticle, UnderWay
from extract.urls import host_of, on_hosts

if TYPE_CHECKING:
    from scrapy import Spider

    from crawler.spider import SiteSpider


class SiteRedirectMiddleware(RedirectMiddleware):
    """Scrapy's, with the site's rules on top."""

    def _engine_started(self) -> None:
        """Look for no referer middleware, as Scrapy's does: no page is told where we come from."""

    def process_response(
        self, request: Request, response: Response, spider: "Spider | None" = None
    ) -> Request | Response:
        """Follow a redirect, or raise why not."""
        try:
            result = super().process_response(request, response)
        except ValueError:  # a target that is no address at all
            return response
        if not isinstance(result, Request):
            return result
        parts = urlsplit(result.url)
        if parts.username is not None or parts.password is not None:  # no credentials of a server's choosing
            result = result.replace(url=parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl())
        row = request.meta.get("row")
        if row is None:
            return result
        ours: SiteSpider = self.crawler.spider  # type: ignore[assignment]  # the only spider there is
        if not on_hosts(result.url, ours.site.hosts):
            raise OffSite(f"redirects to {host_of(result.url)}, which is none of the site's hosts")
        key = ours.site.url_key(result.url)
        if key != row.url_key:
            if key in ours.under_way:
                raise UnderWay(key)
            if row.archived_at is None and ours.session.frontier.has_archived(key):
                raise SameArticle(key)
        return result
