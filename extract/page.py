"""A page while it is read: what every field's function is given."""

from dataclasses import dataclass

from lxml.html import HtmlElement

from extract.capture import Capture
from extract.site import Layout, Site
from extract.structured import Structured


@dataclass(frozen=True, slots=True)
class Page:
    """A capture with its one tree and what the page says of itself in machine-readable form."""

    capture: Capture
    site: Site | None
    layout: Layout | None
    tree: HtmlElement
    structured: Structured
    flags: tuple[str, ...] = ()
    """What decoding had to say."""
