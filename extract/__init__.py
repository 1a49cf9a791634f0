"""Pages in, articles out: pure functions over what was received. No network, no database, no clock."""

from typing import TYPE_CHECKING, Any

from extract.article import Article, Rejected
from extract.capture import Capture
from extract.site import Site, SiteFileError, load_sites
from extract.version import VERSION

if TYPE_CHECKING:
    from extract.core import extract_article

__all__ = ["VERSION", "Article", "Capture", "Rejected", "Site", "SiteFileError", "extract_article", "load_sites"]


def __getattr__(name: str) -> Any:
    # The extractor pulls in trafilatura (a second): those who only want the types must not pay for it.
    if name == "extract_article":
        from extract.core import extract_article

        return extract_article
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
