"""Keeping the search index with the warehouse: what a load changed, all that differs, or everything anew."""

import json
import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tantivy

from warehouse.database import batches, disk_full, reading
from warehouse.search_index import (
    LAYOUT,
    MARK,
    REWRITTEN,
    STEMMED,
    OpenedIndex,
    SearchError,
    is_damage,
    open_index,
    publication,
    schema,
    search_folder,
)
from warehouse.swap import sync_folder
from warehouse.terms import PLAIN, stem_of, terms

if TYPE_CHECKING:
    import duckdb

HEAP = 128 << 20
AT_A_TIME = 1000

# All that a document is made of; two articles with one stamp would be one article.
_STAMP = """md5_number_lower(concat_ws(chr(31), url_key, site, language, content_digest, byline,
    array_to_string(authors, ','), array_to_string(tags, ','), epoch_us(coalesce(published_at, first_seen_at))))"""
_COLUMNS = f"""url_key, {_STAMP} AS stamp, site, language, headline, subheadline, body, byline, authors, tags,
    CAST(floor(epoch(coalesce(published_at, first_seen_at))) AS BIGINT) AS dated_at"""
# By row number: DuckDB then decodes the texts of these rows alone.
_AMONG = "WHERE rowid IN (SELECT rowid FROM articles WHERE url_key IN (SELECT url_key FROM wanted_keys))"


def refresh(data: Path, *, touched: Collection[str] | None = None, after: str | None = None) -> None:
    """Make the index show the published warehouse; for use under the ``load`` lock.

    ``touched`` are the `url_key`s of all articles that may differ from the publication ``after``. If the index shows
    that one, only they are looked at; else all are compared. Without a usable index a new one is built.
    Raises `SearchError`, `WarehouseError`, `DiskFull`.
    """
    shutil.rmtree(data / ".search.replaced", ignore_errors=True)  # of a kill at the end of a build
    with reading(data) as connection:
        now = publication(connection)
        with suppress(SearchError):
            opened = open_index(data)
            if opened.publication == now:
                return
            known = touched is not None and opened.publication == after
            try:
                renew = _differing(opened, connection, touched if known else None)
                _write(search_folder(data), opened.index, connection, now, renew)
            except BaseException as error:
                _raise_if_full(data, error)
                if not is_damage(error):
                    raise
            else:
                return
        _build(data, connection, now)


def differing(data: Path, connection: "duckdb.DuckDBPyConnection") -> set[str]:
    """The `url_key`s of all articles that the index does not show as the warehouse has them. Raises `SearchError`."""
    return _differing(open_index(data), connection, None)


def _build(data: Path, connection: "duckdb.DuckDBPyConnection", now: str) -> None:
    """Build the index beside its place and move it there once it is whole."""
    folder, building, replaced = search_folder(data), data / ".search.building", data / ".search.replaced"
    for leftover in (building, replaced):
        shutil.rmtree(leftover, ignore_errors=True)
    try:
        building.mkdir()
        _write(building, tantivy.Index(schema(), str(building)), connection, now, None)
        if folder.exists():
            folder.rename(replaced)
        building.rename(folder)
        sync_folder(data)
    except BaseException as error:
        _raise_if_full(data, error)
        if is_damage(error):
            raise SearchError(
                f"{folder} cannot be written ({_first_line(error)}): mend that, then run `defnews load`"
            ) from None
        raise
    finally:
        for leftover in (building, replaced):
            shutil.rmtree(leftover, ignore_errors=True)


def _differing(
    opened: OpenedIndex, connection: "duckdb.DuckDBPyConnection", touched: Collection[str] | None
) -> set[str]:
    """Which articles the index lacks, has otherwise or has too many: all, or those among ``touched``."""
    sql = f"SELECT url_key, {_STAMP} FROM articles"  # noqa: S608 (our columns)
    if touched is None:
        wanted = {stamp: key for key, stamp in connection.execute(sql).fetchall()}
        queries: Iterable[tuple[tantivy.Query, int]] = [(tantivy.Query.all_query(), opened.searcher.num_docs)]
    else:
        with _keys(connection, touched):
            wanted = {stamp: key for key, stamp in connection.execute(f"{sql} {_AMONG}").fetchall()}
        queries = (
            (tantivy.Query.term_set_query(opened.index.schema, "url_key", keys), 2 * len(keys))
            for keys in _in_portions(touched)
        )
    astray = set()
    for query, limit in queries:
        found = [address for _, address in opened.searcher.search(query, max(limit, 1), count=False).hits]
        for address, stamp in zip(found, opened.searcher.fast_field_values("stamp", found), strict=True):
            if stamp is not None and wanted.pop(int(stamp), None) is None:
                astray.add(str(opened.searcher.doc(address).get_first("url_key")))
    return astray | set(wanted.values())


def _write(
    folder: Path, index: tantivy.Index, connection: "duckdb.DuckDBPyConnection", now: str, renew: Collection[str] | None
) -> None:
    """Commit what the warehouse has of these articles, or of all to an empty index, and the mark, in one."""
    writer = index.writer(HEAP, 1)
    try:
        if renew is None:
            _add(writer, connection, f"SELECT {_COLUMNS} FROM articles")  # noqa: S608 (our columns)
        else:
            for key in (MARK, *renew):
                writer.delete_documents_by_term("url_key", key)
            with _keys(connection, renew):
                _add(writer, connection, f"SELECT {_COLUMNS} FROM articles {_AMONG}")  # noqa: S608 (our columns)
        mark = json.dumps({"layout": LAYOUT, "publication": now})
        writer.add_document(tantivy.Document(url_key=MARK, mark=mark))
        writer.commit()
    except BaseException:
        with suppress(Exception):
            writer.rollback()
        raise
    finally:
        writer.wait_merging_threads()
        for path in (folder / name for name in REWRITTEN):
            path.chmod(folder.stat().st_mode & 0o666)


def _add(writer: tantivy.IndexWriter, connection: "duckdb.DuckDBPyConnection", sql: str) -> None:
    for batch in batches(connection, sql, size=AT_A_TIME):
        for row in batch.to_pylist():
            writer.add_document(_document(row))


def _document(row: dict[str, Any]) -> tantivy.Document:
    stem = stem_of(row["language"])
    document = tantivy.Document()
    document.add_text("url_key", row["url_key"])
    document.add_unsigned("stamp", row["stamp"])
    document.add_integer("dated_at", row["dated_at"])
    document.add_text("site", row["site"].lower())
    document.add_text("language", (row["language"] or "").lower())
    document.add_text("stem", stem)
    for name in STEMMED:
        if row[name]:
            document.add_text(name, " ".join(terms(row[name], stem)))
    for name, text in (("byline", "\n".join((row["byline"] or "", *row["authors"]))), ("tags", "\n".join(row["tags"]))):
        document.add_text(name, " ".join(terms(text, PLAIN)))
    return document


class _keys:  # noqa: N801 (used as a verb: with _keys(...))
    """Make keys a table that SQL can join."""

    def __init__(self, connection: "duckdb.DuckDBPyConnection", keys: Collection[str]) -> None:
        import pyarrow as pa

        self._connection = connection
        self._table = pa.table({"url_key": pa.array(list(keys), pa.string())})

    def __enter__(self) -> None:
        self._connection.register("wanted_keys", self._table)

    def __exit__(self, *_: object) -> None:
        self._connection.unregister("wanted_keys")


def _in_portions(keys: Iterable[str]) -> Iterator[list[str]]:
    remaining = iter(keys)
    while portion := list(islice(remaining, AT_A_TIME)):
        yield portion


def _raise_if_full(data: Path, error: BaseException) -> None:
    if "No space left" in str(error) or "Disk quota" in str(error) or "File too large" in str(error):
        raise disk_full(search_folder(data)) from None


def _first_line(error: BaseException) -> str:
    return str(error).partition("\n")[0]
