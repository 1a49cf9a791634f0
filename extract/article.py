"""What extraction gives back: an `Article`, or `Rejected` with its reason."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, get_args

Reason = Literal[
    "not_article",
    "listing",
    "challenge_page",
    "soft_404",
    "empty_body",
    "undecodable",
    "timeout",
    "too_large",
    "error",
]
REASONS: tuple[str, ...] = get_args(Reason)

BlockKind = Literal["paragraph", "heading", "list_item", "quote", "table", "caption"]
Precision = Literal["second", "minute", "hour", "day", "month", "year"]


@dataclass(frozen=True, slots=True)
class Block:
    """One typed piece of the body; joined by blank lines, the blocks' texts are the body."""

    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the article."""

    url: str | None
    caption: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Related:
    """Another article that the page points to ("Also read"): boilerplate in the body, data beside it."""

    headline: str
    url: str | None = None
    published_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One candidate value of a field, for `explain`; the first of a field with `chosen` set is the one taken."""

    field: str
    source: str
    value: Any
    chosen: bool = False
    detail: str = ""
    """Where in the source it stands and in which words, where that says more than the value."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """One block that was taken out of the page, with the rule that did it, for `explain`."""

    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a result is as it is; carried only on request."""

    evidence: tuple[Evidence, ...] = ()
    dropped: tuple[Dropped, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article. Every field but `blocks` and `explanation` is a column of the warehouse, described in the same words."""

    url: str
    """Address of the article: its canonical URL if that lies on the site's hosts, else the final URL; trackers removed."""

    url_key: str
    """Identity of the article: equal for every variant of its URL (scheme, www, trailing slash, fragment, trackers, AMP)."""

    original_url: str
    """Address the text was fetched from, after redirects."""

    headline: str
    """Title line of the article, without the site's name; schema.org headline."""

    body: str
    """Clean text; paragraphs are parted by a blank line."""

    blocks: tuple[Block, ...]
    """The same text as typed blocks."""

    word_count: int
    """Words in the body."""

    content_digest: str
    """SHA-256 of headline, subheadline and body with white space folded; a change makes a new revision."""

    extractor_version: str
    """Version of the extraction rules that made this row."""

    site_digest: str | None = None
    """Digest of the site file's extraction rules that made this row; null without a site file."""

    subheadline: str | None = None
    """Line under the headline; null if the page has none."""

    byline: str | None = None
    """Author line as printed; null if the page has none."""

    authors: tuple[str, ...] = ()
    """Names of persons and agencies read from the byline or the page's metadata, in order; empty if none is named."""

    published_at: datetime | None = None
    """When it was published, in UTC; null if unknown, never later than the capture."""

    published_raw: str | None = None
    """The publication date as the page states it."""

    published_source: str | None = None
    """Where the publication date was read: layout, json_ld, meta, microdata, time, text, hint or url."""

    published_precision: Precision | None = None
    """How exact published_at is: second, minute, hour, day, month or year."""

    modified_at: datetime | None = None
    """When it was last modified according to the page, in UTC; null if unknown."""

    dateline: str | None = None
    """Place that opens the text (KYIV); null if there is none."""

    section: str | None = None
    """Section of the publication it appeared in."""

    tags: tuple[str, ...] = ()
    """Publisher's keywords."""

    language: str | None = None
    """Language of the text, ISO 639-1."""

    lead_image: Image | None = None
    """Main picture: url, caption and credit."""

    images: tuple[Image, ...] = ()
    """Pictures inside the article."""

    related: tuple[Related, ...] = ()
    """Articles the page points to: headline, url and publication date in UTC."""

    view_count: int | None = None
    """Views as printed on the page when it was captured; null if none is printed."""

    free_access: bool | None = None
    """Readable without paying, as the page declares it (schema.org isAccessibleForFree); null if it does not say."""

    flags: tuple[str, ...] = ()
    """What to know before trusting the row, sorted: encoding choices, damaged text, paywall evidence and the like."""

    # Made by the workers of a load, not by extraction: only a warehouse compares articles.
    fingerprint: tuple[int, ...] = ()
    """What shows that other articles have nearly the same text (MinHash); empty if the text is too short to tell."""

    explanation: Explanation | None = field(default=None, compare=False)
    """Evidence per field and dropped blocks, when asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A capture that yields no article: an outcome that is stored and counted, not a fault."""

    reason: Reason
    """One of the closed set `REASONS`."""

    detail: str = ""
    """One sentence for the reader: what was seen."""

    extractor_version: str = ""
    """Version of the extraction rules that said so."""

    site_digest: str | None = None
    """Digest of the site file's extraction rules; null without a site file."""

    explanation: Explanation | None = field(default=None, compare=False)
    """Evidence and dropped blocks, when asked for."""

    def __post_init__(self) -> None:
        if self.reason not in REASONS:
            raise ValueError(f"unknown reason {self.reason!r}: use one of {', '.join(REASONS)}")
