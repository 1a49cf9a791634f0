"""Scrapy's spider-loader seam: each site file is a spider, so that `scrapy list` and `scrapy crawl SITE` just work."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Self

from scrapy.exceptions import UsageError

from crawler.spider import SiteSpider
from extract.site import Site, SiteFileError, load_sites, site_of

if TYPE_CHECKING:
    from scrapy import Request, Spider
    from scrapy.settings import BaseSettings


class SiteSpiderLoader:
    """Gives a spider class for each site file, the user's own included."""

    def __init__(self, sites: Mapping[str, Site]) -> None:
        self._sites = sites

    @classmethod
    def from_settings(cls, settings: "BaseSettings") -> Self:
        """Load the site files. Raises `UsageError` naming file, line and key of the first in error."""
        try:
            return cls(load_sites(Path(settings["DEFNEWS_DATA"]) / "sites"))
        except SiteFileError as error:
            raise UsageError(str(error)) from None

    def load(self, spider_name: str) -> "type[Spider]":
        """Give the spider of a site. Raises `KeyError`."""
        if spider_name not in self._sites:
            raise KeyError(f"Spider not found: {spider_name}")
        return spider_of(self._sites[spider_name])

    def find_by_request(self, request: "Request") -> list[str]:
        """Name the site that a request's URL lies on."""
        site = site_of(request.url, self._sites)
        return [site.stem] if site is not None else []

    def list(self) -> list[str]:  # Scrapy's name; last, as it hides the type from what follows
        """Name all sites."""
        return sorted(self._sites)


def spider_of(site: Site) -> type[SiteSpider]:
    """Make the spider class of a site."""
    return type(f"Spider_{site.stem}", (SiteSpider,), {"name": site.stem, "site": site, "__doc__": site.name})
