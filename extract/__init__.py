"""Pages in, articles out: pure functions over what was received. No network, no database, no clock."""

from extract.article import Article, Rejected
from extract.capture import Capture
from extract.core import extract_article
from extract.site import Site, SiteFileError, load_sites
from extract.version import VERSION

__all__ = ["VERSION", "Article", "Capture", "Rejected", "Site", "SiteFileError", "extract_article", "load_sites"]
