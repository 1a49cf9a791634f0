"""Articles of our own, written straight into a warehouse, where a test is about search and not about how they came."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from extract.digest import content_digest
from warehouse.ledger import write_load
from warehouse.rows import ARTICLE
from warehouse.search_update import refresh
from warehouse.swap import WorkingCopy

SEEN = datetime(2026, 3, 1, 6, tzinfo=UTC)


def publish(data: Path, articles: Mapping[str, Mapping[str, Any]], *, load_id: str = "1") -> None:
    """Publish a warehouse of exactly these articles, by name, and let the index follow."""
    rows = []
    for name, given in articles.items():
        row: dict[str, Any] = dict.fromkeys(ARTICLE.names) | {
            "url": f"https://gazette.example/{name}",
            "url_key": f"gazette.example/{name}",
            "original_url": f"https://gazette.example/{name}",
            "site": "gazette",
            "headline": "Untitled",
            "body": "Nothing.",
            "language": "en",
            "published_at": SEEN,
            "word_count": 1,
            "fetched_at": SEEN,
            "capture_id": name,
            "extractor_version": "1",
            "load_id": load_id,
        }
        row |= {field: [] for field in ("authors", "tags", "images", "related", "flags")} | dict(given)
        rows.append(row | {"content_digest": content_digest(row["headline"], row["subheadline"], row["body"])})
    with WorkingCopy(data) as copy:
        copy.connection.register("given", pa.Table.from_pylist(rows, ARTICLE))
        copy.connection.execute("DELETE FROM articles")
        copy.connection.execute(
            "INSERT INTO articles BY NAME SELECT *, fetched_at AS first_seen_at, fetched_at AS last_seen_at, "
            "fetched_at AS last_changed_at, 1 AS revision FROM given"
        )
        write_load(copy.connection, load_id, "load", SEEN, {"article": len(rows)})
        copy.publish()
    refresh(data)
