"""What extraction and the index say, as rows of the warehouse: columns, their Arrow types, and the conversion."""

from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Any, Literal, NamedTuple

import pyarrow as pa

from extract.article import Article, Rejected
from warehouse.index import IndexedCapture

TIME = pa.timestamp("us", tz="UTC")
TEXTS = pa.list_(pa.string())
IMAGE = pa.struct([("url", pa.string()), ("caption", pa.string()), ("credit", pa.string())])
RELATED = pa.struct([("headline", pa.string()), ("url", pa.string()), ("published_at", TIME)])

_image = attrgetter(*(field.name for field in IMAGE))
_related = attrgetter(*(field.name for field in RELATED))

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
        ("fingerprint", pa.list_(pa.uint32())),
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


class Decided(NamedTuple):
    """A capture, the name of its site, and its result: None for a revisit, whose text is that of what it refers to."""

    capture: IndexedCapture
    site: str
    result: Result


def articles_table(decided: Sequence[Decided], load_id: str) -> pa.Table:
    """The rows of ``articles`` that captures give, without their place in history. Raises ``ValueError``."""
    found = [(one.capture, one.site, one.result) for one in decided if isinstance(one.result, Article)]
    articles = [article for _, _, article in found]
    columns: dict[str, Sequence[object]] = {
        "lead_image": [article.lead_image and _image(article.lead_image) for article in articles],
        "images": [list(map(_image, article.images)) for article in articles],
        "related": [list(map(_related, article.related)) for article in articles],
        "site": [site for _, site, _ in found],
        "fetched_at": [capture.fetched_at for capture, _, _ in found],
        "capture_id": [capture.capture_id for capture, _, _ in found],
        "load_id": [load_id] * len(found),
    }
    return _columns(
        {name: columns[name] if name in columns else list(map(attrgetter(name), articles)) for name in ARTICLE.names},
        ARTICLE,
    )


def captures_table(decided: Sequence[Decided], load_id: str) -> pa.Table:
    """The rows of ``captures``. Raises ``ValueError``."""
    shown = [one.result if isinstance(one.result, Article) else None for one in decided]
    columns = _of_captures(decided, load_id) | {
        "outcome": [outcome(one.result) for one in decided],
        "article_url": [article.url if article else None for article in shown],
        "url_key": [article.url_key if article else None for article in shown],
        "content_digest": [article.content_digest if article else None for article in shown],
    }
    for name in ("kind", "digest", "refers_to"):
        columns[name] = [getattr(one.capture, name) for one in decided]
    return _columns(columns, CAPTURE)


def rejects_table(decided: Sequence[Decided], load_id: str) -> pa.Table:
    """The rows of ``rejects``. Raises ``ValueError``."""
    rejected = [one for one in decided if isinstance(one.result, Rejected)]
    columns = _of_captures(rejected, load_id)
    for name in ("reason", "detail"):
        columns[name] = [getattr(one.result, name) for one in rejected]
    return _columns(columns, REJECT)


def outcome(result: Result) -> Literal["article", "rejected", "revisit"]:
    """What became of a capture, in a word."""
    return "revisit" if result is None else "article" if isinstance(result, Article) else "rejected"


def _of_captures(decided: Sequence[Decided], load_id: str) -> dict[str, list[object]]:
    """Columns that ``captures`` and ``rejects`` share."""
    columns: dict[str, list[object]] = {
        name: [getattr(one.capture, name) for one in decided]
        for name in ("capture_id", "url", "fetched_at", "status", "mime")
    }
    return columns | {
        "site": [one.site for one in decided],
        "extractor_version": [one.result.extractor_version or None if one.result else None for one in decided],
        "site_digest": [one.result.site_digest if one.result else None for one in decided],
        "load_id": [load_id] * len(decided),
    }


def table(rows: Sequence[Mapping[str, Any]], schema: pa.Schema) -> pa.Table:
    """Rows as an Arrow table. Raises ``ValueError`` for a value that no column can hold."""
    return _columns({name: [row[name] for row in rows] for name in schema.names}, schema)


def _columns(columns: Mapping[str, Sequence[object]], schema: pa.Schema) -> pa.Table:
    try:
        return pa.table([pa.array(columns[field.name], type=field.type) for field in schema], schema=schema)
    except (pa.ArrowException, OverflowError, UnicodeError, TypeError) as error:
        raise ValueError(str(error)) from error
