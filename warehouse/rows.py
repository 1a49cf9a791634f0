"""What extraction and the index say, as rows of the warehouse: columns, their Arrow types, and the conversion."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import pyarrow as pa

from extract.article import Article, Rejected
from warehouse.index import IndexedCapture

TIME = pa.timestamp("us", tz="UTC")
TEXTS = pa.list_(pa.string())
IMAGE = pa.struct([("url", pa.string()), ("caption", pa.string()), ("credit", pa.string())])
RELATED = pa.struct([("headline", pa.string()), ("url", pa.string()), ("published_at", TIME)])

# The columns of `articles` that one capture decides; the others follow from all captures of the article.
ARTICLE = pa.schema(
    [
        ("url", pa.string()),
        ("url_key", pa.string()),
        ("original_url", pa.string()),
        ("site", pa.string()),
        ("headline", pa.string()),
        ("subheadline", pa.string()),
        ("byline", pa.string()),
        ("authors", TEXTS),
        ("published_at", TIME),
        ("published_raw", pa.string()),
        ("published_source", pa.string()),
        ("published_precision", pa.string()),
        ("modified_at", TIME),
        ("dateline", pa.string()),
        ("section", pa.string()),
        ("tags", TEXTS),
        ("language", pa.string()),
        ("body", pa.string()),
        ("word_count", pa.int32()),
        ("lead_image", IMAGE),
        ("images", pa.list_(IMAGE)),
        ("related", pa.list_(RELATED)),
        ("view_count", pa.int64()),
        ("free_access", pa.bool_()),
        ("flags", TEXTS),
        ("content_digest", pa.string()),
        ("fetched_at", TIME),
        ("capture_id", pa.string()),
        ("extractor_version", pa.string()),
        ("site_digest", pa.string()),
        ("load_id", pa.string()),
    ]
)

CAPTURE = pa.schema(
    [
        ("capture_id", pa.string()),
        ("site", pa.string()),
        ("url", pa.string()),
        ("fetched_at", TIME),
        ("kind", pa.string()),
        ("status", pa.int32()),
        ("mime", pa.string()),
        ("digest", pa.string()),
        ("refers_to", pa.string()),
        ("outcome", pa.string()),
        ("article_url", pa.string()),
        ("url_key", pa.string()),
        ("content_digest", pa.string()),
        ("extractor_version", pa.string()),
        ("site_digest", pa.string()),
        ("load_id", pa.string()),
    ]
)

REJECT = pa.schema(
    [
        ("capture_id", pa.string()),
        ("site", pa.string()),
        ("url", pa.string()),
        ("fetched_at", TIME),
        ("status", pa.int32()),
        ("mime", pa.string()),
        ("reason", pa.string()),
        ("detail", pa.string()),
        ("extractor_version", pa.string()),
        ("site_digest", pa.string()),
        ("load_id", pa.string()),
    ]
)

Result = Article | Rejected | None
Row = dict[str, Any]


def article_row(article: Article, capture: IndexedCapture, site: str, load_id: str) -> Row:
    """The row of ``articles`` that a capture gives, without its place in history."""
    row = {name: getattr(article, name, None) for name in ARTICLE.names}
    row["lead_image"] = asdict(article.lead_image) if article.lead_image else None
    row["images"] = [asdict(image) for image in article.images]
    row["related"] = [asdict(related) for related in article.related]
    return row | {
        "site": site,
        "fetched_at": capture.fetched_at,
        "capture_id": capture.capture_id,
        "load_id": load_id,
    }


def capture_row(capture: IndexedCapture, result: Result, site: str, load_id: str) -> Row:
    """The row of ``captures``; ``result`` is None for a revisit, whose text is that of what it refers to."""
    article = result if isinstance(result, Article) else None
    return {
        "capture_id": capture.capture_id,
        "site": site,
        "url": capture.url,
        "fetched_at": capture.fetched_at,
        "kind": capture.kind,
        "status": capture.status,
        "mime": capture.mime,
        "digest": capture.digest,
        "refers_to": capture.refers_to,
        "outcome": "revisit" if result is None else "article" if article else "rejected",
        "article_url": article.url if article else None,
        "url_key": article.url_key if article else None,
        "content_digest": article.content_digest if article else None,
        "extractor_version": result.extractor_version or None if result else None,
        "site_digest": result.site_digest if result else None,
        "load_id": load_id,
    }


def reject_row(rejected: Rejected, capture: IndexedCapture, site: str, load_id: str) -> Row:
    """The row of ``rejects``."""
    return {
        "capture_id": capture.capture_id,
        "site": site,
        "url": capture.url,
        "fetched_at": capture.fetched_at,
        "status": capture.status,
        "mime": capture.mime,
        "reason": rejected.reason,
        "detail": rejected.detail,
        "extractor_version": rejected.extractor_version or None,
        "site_digest": rejected.site_digest,
        "load_id": load_id,
    }


def table(rows: Sequence[Mapping[str, Any]], schema: pa.Schema) -> pa.Table:
    """Rows as an Arrow table. Raises ``ValueError`` or ``TypeError`` for a value that no column can hold."""
    try:
        return pa.table(
            [pa.array([row[field.name] for row in rows], type=field.type) for field in schema], schema=schema
        )
    except (pa.ArrowException, OverflowError, UnicodeError) as error:
        raise ValueError(str(error)) from error
