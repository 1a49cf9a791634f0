"""What a re-extraction would change: articles before and after, field by field, with a short diff of the text."""

import difflib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import duckdb

from warehouse.database import quoted
from warehouse.rows import ARTICLE

PROVENANCE = {"fetched_at", "capture_id", "extractor_version", "site_digest", "load_id", "url_key"}
DERIVED = {"content_digest", "fingerprint"}
COMPARED = [name for name in ARTICLE.names if name not in PROVENANCE | DERIVED] + ["revision"]
DIFF_LINES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One article that would appear, go, or read otherwise."""

    kind: Literal["added", "removed", "changed"]
    url: str
    site: str
    headline: str
    fields: tuple[str, ...] = ()
    """Columns that differ."""

    reason: str | None = None
    """Of a removed article: why its capture would be rejected."""

    body: str = ""
    """Unified diff of the body by paragraph, cut after some lines; empty if the body stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diff:
    """What a re-extraction would do."""

    captures: int
    """Captures read again."""

    changes: tuple[Change, ...]

    def __str__(self) -> str:
        lines = []
        for change in self.changes:
            said = ", ".join(change.fields) if change.fields else change.reason or ""
            lines.append(f"{change.kind:7} {change.url}{'  ' + said if said else ''}")
            lines += [f"    {line}" for line in change.body.splitlines()]
        kinds = Counter(change.kind for change in self.changes)
        told = ", ".join(f"{kinds[kind]} {kind}" for kind in ("added", "changed", "removed"))
        return "\n".join([*lines, f"{self.captures} captures read again; articles: {told}; nothing was written", ""])


def compare(connection: duckdb.DuckDBPyConnection, published: Path) -> tuple[Change, ...]:
    """Compare the articles of the current database with those published."""
    connection.execute(f"ATTACH {quoted(published)} AS published (READ_ONLY)")
    try:
        return tuple(_changes(connection))
    finally:
        connection.execute("DETACH published")


def unified(before: str, after: str, *, lines: int = DIFF_LINES) -> str:
    """Unified diff of two texts by paragraph; cut after so many lines, and says so."""
    parts = list(difflib.unified_diff(before.split("\n\n"), after.split("\n\n"), "before", "after", n=0, lineterm=""))[
        2:
    ]
    if len(parts) > lines:
        parts = [*parts[:lines], f"… {len(parts) - lines} lines more"]
    return "\n".join(parts)


def _changes(connection: duckdb.DuckDBPyConnection) -> Iterator[Change]:
    differs = ", ".join(
        f"CASE WHEN before.{name} IS DISTINCT FROM after.{name} THEN {quoted(name)} END" for name in COMPARED
    )
    found = connection.execute(
        f"""
        SELECT before.url, after.url, coalesce(after.site, before.site), coalesce(after.headline, before.headline),
            before.body, after.body, [{differs}], rejects.reason
        FROM published.articles AS before
        FULL JOIN articles AS after ON after.url_key = before.url_key
        LEFT JOIN rejects ON rejects.capture_id = before.capture_id AND after.url IS NULL
        WHERE before.url IS NULL OR after.url IS NULL
            OR (after.capture_id, after.load_id) IS DISTINCT FROM (before.capture_id, before.load_id)
        ORDER BY coalesce(after.site, before.site), coalesce(after.url, before.url)
        """  # noqa: S608 (column names of our own)
    ).fetchall()
    for url_before, url_after, site, headline, body_before, body_after, fields, reason in found:
        if url_before is None:
            yield Change(kind="added", url=url_after, site=site, headline=headline)
        elif url_after is None:
            yield Change(kind="removed", url=url_before, site=site, headline=headline, reason=reason)
        elif changed := tuple(name for name in fields if name is not None):
            body = unified(body_before, body_after) if body_before != body_after else ""
            yield Change(kind="changed", url=url_after, site=site, headline=headline, fields=changed, body=body)
