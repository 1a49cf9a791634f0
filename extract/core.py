"""`extract_article`, top to bottom: bytes to text, one parse, metadata, the article's element, boilerplate out, blocks."""

from dataclasses import dataclass, field
from datetime import UTC

from extract.article import Article, Dropped, Evidence, Explanation, Reason, Rejected
from extract.body import text_of_page
from extract.capture import Capture
from extract.dateline import dateline_of
from extract.decode import Decoded, Undecodable, decode
from extract.digest import content_digest
from extract.gates import refused_early, refused_late
from extract.language import language_of
from extract.metadata import Record, read_metadata
from extract.page import Page
from extract.plaintext import extract_plaintext
from extract.site import Site
from extract.structured import read
from extract.tree import TooLarge, parse
from extract.version import VERSION
from extract.words import word_count


@dataclass(slots=True)
class Notes:
    """Evidence and dropped blocks while they are gathered, if they were asked for."""

    wanted: bool
    evidence: list[Evidence] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)

    @property
    def record(self) -> Record | None:
        """What fields report their candidates to; None if nobody wants to know."""
        return self.add if self.wanted else None

    def add(self, name: str, source: str, value: object, chosen: bool, detail: str = "") -> None:
        self.evidence.append(Evidence(name, source, value, chosen, detail))

    def explanation(self) -> Explanation | None:
        return Explanation(tuple(self.evidence), tuple(self.dropped)) if self.wanted else None


def extract_article(capture: Capture, site: Site | None = None, *, explain: bool = False) -> Article | Rejected:
    """Make an article of a capture, or say why it is none. The same capture and site give the same result anywhere.

    Never raises: a fault inside is ``Rejected("error")``. ``explain`` adds the evidence for each field and each dropped
    block. Time and memory are the caller's to bound: run it in a worker.
    """
    notes = Notes(explain)
    try:
        return _extract(capture, site, notes)
    except Undecodable as error:
        return _rejected(site, notes, "undecodable", error.detail)
    except TooLarge as error:
        return _rejected(site, notes, "too_large", error.detail)
    except MemoryError:
        return _rejected(site, notes, "too_large", "the page needs more memory than the worker has")
    except Exception as error:  # promised: one bad page must never end a run
        return _rejected(site, notes, "error", f"extraction failed: {type(error).__name__}: {error}"[:500])


def _extract(capture: Capture, site: Site | None, notes: Notes) -> Article | Rejected:
    decoded = decode(capture)
    if _is_plaintext(capture):
        return extract_plaintext(capture, decoded.text, site, decoded.flags, explain=notes.wanted)
    if not decoded.text.strip("\ufeff \t\r\n"):
        return _rejected(site, notes, "empty_body", "the body is empty")
    page = _page(capture, site, decoded)
    if refusal := refused_early(page, decoded.text):
        return _rejected(site, notes, refusal.reason, refusal.detail)
    metadata = read_metadata(page, notes.record)
    text = text_of_page(page, metadata, notes.record)
    if notes.wanted:
        notes.dropped.extend(text.dropped)
    words = word_count(text.body)
    if refusal := refused_late(page, text, words):
        return _rejected(site, notes, refusal.reason, refusal.detail)
    headline = metadata.headline or text.first_heading
    if not headline:
        return _rejected(site, notes, "not_article", "the page has a text but no headline")
    opening = next((block.text for block in text.blocks if block.kind == "paragraph"), "")
    return Article(
        **{name: getattr(metadata, name) for name in _FROM_METADATA},
        original_url=capture.url,
        headline=headline,
        body=text.body,
        blocks=text.blocks,
        related=text.related,
        dateline=dateline_of(opening),
        language=language_of(text.body, metadata.language),
        word_count=words,
        content_digest=content_digest(headline, metadata.subheadline, text.body),
        extractor_version=VERSION,
        site_digest=site.digest if site else None,
        flags=tuple(sorted({*metadata.flags, *text.flags})),
        explanation=notes.explanation(),
    )


_FROM_METADATA = (
    "url",
    "url_key",
    "subheadline",
    "byline",
    "authors",
    "published_at",
    "published_raw",
    "published_source",
    "published_precision",
    "modified_at",
    "section",
    "tags",
    "lead_image",
    "images",
    "view_count",
    "free_access",
)


def _page(capture: Capture, site: Site | None, decoded: Decoded) -> Page:
    tree = parse(decoded.text, decoded.utf8)
    layout = site.layout_at(capture.fetched_at.astimezone(UTC)) if site else None
    return Page(capture, site, layout, tree, read(tree, capture.url), decoded.flags)


def _is_plaintext(capture: Capture) -> bool:
    return capture.headers.get("content-type", "").partition(";")[0].strip().lower() == "text/plain"


def _rejected(site: Site | None, notes: Notes, reason: Reason, detail: str) -> Rejected:
    return Rejected(
        reason=reason,
        detail=detail,
        extractor_version=VERSION,
        site_digest=site.digest if site else None,
        explanation=notes.explanation(),
    )
