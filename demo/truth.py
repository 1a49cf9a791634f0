"""What is true of an article and of a trap: what a crawl and an extraction should come to."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from demo.prose import Block


@dataclass(frozen=True, slots=True)
class RelatedTruth:
    """Another article that a page points to."""

    headline: str
    url: str
    published_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleTruth:
    """What a reader sees of one article, without anything that is not the article."""

    url: str
    """Its canonical address."""

    headline: str
    subheadline: str | None
    byline: str | None
    authors: tuple[str, ...]
    published_at: datetime
    modified_at: datetime | None
    section: str | None
    tags: tuple[str, ...]
    blocks: tuple[Block, ...]
    caption: str | None
    image_url: str | None
    related: tuple[RelatedTruth, ...]
    view_count: int | None
    language: str
    dateline: str | None = None
    encoding: str = "utf-8"

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Texts of the body in order: paragraphs, headings, points and quotes."""
        return tuple(text for _, text in self.blocks)

    @property
    def body(self) -> str:
        """The body as one text, its parts parted by blank lines."""
        return "\n\n".join(self.paragraphs)


Outcome = Literal["article", "rejected", "failed", "skipped", "disallowed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trap:
    """An address that asks for care, and what should become of it."""

    publication: str
    kind: str
    url: str

    listed_in: tuple[str, ...]
    """Addresses of the feeds, sitemaps, listings and pages that name it."""

    outcome: Outcome
    """``article``: it ends up as `article_url`, once; ``rejected``: kept, but no article; ``failed``: asked for, and
    nothing came that could be kept; ``skipped``: no article by the site file, or not to be kept; ``disallowed``: never
    asked for, by robots.txt."""

    why: str
    article_url: str | None = None
    reasons: tuple[str, ...] = ()
    """Reasons for rejecting it that are right, where it came to be kept."""
