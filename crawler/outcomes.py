"""Why a request is not carried out: each is an outcome that the frontier records, none a fault of the crawler."""

from datetime import datetime

from scrapy.exceptions import IgnoreRequest


class Stopping(IgnoreRequest):
    """The run is being ended: what waits for its turn is left for the next."""


class Refused(IgnoreRequest):
    """An address that no server may send the crawler to."""


class UnknownHost(IgnoreRequest):
    """A host name that has no address."""


class Forbidden(IgnoreRequest):
    """A URL that robots.txt asks not to fetch."""


class OptedOut(IgnoreRequest):
    """A URL whose publisher reserves what would be done with it."""


class StayAway(IgnoreRequest):
    """A host that is to be left alone for now: because it says so, or because it is not well."""

    def __init__(self, host: str, why: str, until: datetime | None = None) -> None:
        super().__init__(why)
        self.host = host
        self.until = until


class TooLarge(IgnoreRequest):
    """A body beyond the bound, as received or decoded."""


class OffSite(IgnoreRequest):
    """A redirect of an article to a host that is none of the site's."""


class SameArticle(IgnoreRequest):
    """A redirect to a URL that is archived already."""

    def __init__(self, final_key: str) -> None:
        super().__init__("redirects to a URL archived before")
        self.final_key = final_key


class UnderWay(IgnoreRequest):
    """A redirect to a URL that is being fetched at this moment."""

    def __init__(self, final_key: str) -> None:
        super().__init__("redirects to a URL that is being fetched")
        self.final_key = final_key
