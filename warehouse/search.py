"""Full-text search over the published warehouse: ranked, with the passage that answers, alone or as a table for SQL."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from warehouse.database import reading
from warehouse.search_index import OpenedIndex, SearchError, is_damage, open_index, publication
from warehouse.search_query import Understood, filtered, understand
from warehouse.snippets import Snippet, snippet
from warehouse.terms import stem_of

if TYPE_CHECKING:
    import duckdb

__all__ = ["Found", "Hit", "SearchError", "Wanted", "found_object", "is_current", "offer_hits", "search"]

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What to search for, and where."""

    words: str
    """Words, all of them; "phrases", OR, -not, (groups), begin*, headline: and other fields."""

    site: str | None = None
    language: str | None = None
    """ISO 639-1."""

    since: date | None = None
    """First day of publication, in UTC (of first sight, where publication is unknown)."""

    until: date | None = None
    """Last day of publication."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One article found."""

    url: str
    site: str
    headline: str
    published_at: datetime | None
    score: float
    """BM25 over headline, subheadline and body; comparable within one search only."""

    snippet: Snippet


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The best articles, and how many there are in all."""

    hits: tuple[Hit, ...]
    total: int
    current: bool
    """Whether the index shows the published warehouse; if not, the newest articles may be missing."""


def search(data: Path, wanted: Wanted, *, limit: int = 10) -> Found:
    """Find articles, the best first; equally good ones by address. Raises `SearchError`, `WarehouseError`."""
    with reading(data) as connection:
        opened = open_index(data)
        understood, scores, total = ranked(opened, wanted, limit)
        rows = connection.execute(
            """SELECT url_key, url, site, headline, published_at, body, language FROM articles
            WHERE rowid IN (SELECT rowid FROM articles WHERE url_key IN (SELECT unnest(?)))""",
            [list(scores)],
        ).fetchall()
        hits = [
            Hit(
                url=url,
                site=site,
                headline=headline,
                published_at=published_at.astimezone(UTC) if published_at else None,
                score=scores[key],
                snippet=_passage(understood, body, language),
            )
            for key, url, site, headline, published_at, body, language in rows
        ]
        hits.sort(key=lambda hit: (-hit.score, hit.url))
        return Found(hits=tuple(hits), total=total, current=opened.publication == publication(connection))


def offer_hits(connection: "duckdb.DuckDBPyConnection", data: Path, wanted: Wanted) -> None:
    """Give a connection to the warehouse the view ``hits(url, score, snippet)``: every article found.

    ``snippet`` is made only where a statement asks for it. Raises `SearchError`.
    """
    import pyarrow as pa

    opened = open_index(data)
    understood, scores, _ = ranked(opened, wanted, None)

    def passages(bodies: Any, languages: Any) -> Any:  # DuckDB reads these annotations
        made = zip(bodies.to_pylist(), languages.to_pylist(), strict=True)
        return pa.array([_passage(understood, body, language).marked() for body, language in made], pa.string())

    found = pa.table(
        {"url_key": pa.array(scores.keys(), pa.string()), "score": pa.array(scores.values(), pa.float64())}
    )
    connection.register("found", found)
    connection.execute("CREATE TEMP TABLE searched AS SELECT * FROM found")
    connection.unregister("found")
    register: Any = connection.create_function  # its type wants enumerations that each DuckDB keeps elsewhere
    register("passage", passages, ["VARCHAR", "VARCHAR"], "VARCHAR", type="arrow", null_handling="special")
    connection.execute(
        """CREATE TEMP VIEW hits AS SELECT url, searched.score, passage(body, language) AS snippet
        FROM searched JOIN warehouse.articles USING (url_key)"""
    )


def is_current(data: Path) -> bool:
    """Whether the index shows the published warehouse. Raises `SearchError`, `WarehouseError`."""
    with reading(data) as connection:
        return open_index(data).publication == publication(connection)


def ranked(opened: OpenedIndex, wanted: Wanted, limit: int | None) -> tuple[Understood, dict[str, float], int]:
    """What was understood, scores by `url_key` (all without ``limit``), and how many there are."""
    understood = understand(wanted.words, opened.index, opened.searcher)
    span = _seconds(wanted.since), _seconds(wanted.until + DAY if wanted.until else None)
    query = filtered(understood.query, opened.index.schema, site=wanted.site, language=wanted.language, span=span)
    searcher = opened.searcher
    try:
        answer: Any = searcher.search(query, max(limit or searcher.num_docs, 1))
        scores = {str(searcher.doc(address).get_first("url_key")): float(score) for score, address in answer.hits}
    except Exception as error:
        if not is_damage(error):
            raise
        raise SearchError(f"the search index cannot be read: run `defnews check --repair` ({error})") from None
    return understood, scores, int(answer.count)


def _passage(understood: Understood, body: str, language: str | None) -> Snippet:
    stem = stem_of(language)
    return snippet(body, stem, understood.sought[stem])


def _seconds(day: date | None) -> int | None:
    return int(datetime.combine(day, time(), UTC).timestamp()) if day else None


def found_object(found: Found) -> dict[str, Any]:
    """What was found, for machines; in snippets ``**`` stands before and after what was looked for."""
    hits = [
        {name: getattr(hit, name) for name in ("url", "site", "headline", "published_at")}
        | {"score": round(hit.score, 4), "snippet": hit.snippet.marked()}
        for hit in found.hits
    ]
    return {"total": found.total, "current": found.current, "hits": hits}
