"""The warehouse for other programs: Parquet by site and month, JSON Lines, CSV."""

import json
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

import duckdb

from warehouse.database import WarehouseError, batches, count, faults, memory_limit, quoted, reading, schema_version
from warehouse.formats import replacing, write
from warehouse.swap import sync_folder

ExportFormat = Literal["parquet", "jsonl", "csv"]
FORMATS: tuple[str, ...] = get_args(ExportFormat)
TABLES = (
    "articles",
    "article_history",
    "article_stories",
    "stories",
    "captures",
    "rejects",
    "sites",
    "loads",
    "runs",
)
DATED = {
    "articles": "coalesce(published_at, first_seen_at)",
    "article_history": "coalesce(published_at, first_seen_at)",
    "stories": "coalesce(published_at, first_seen_at)",
}
MANIFEST = "_export.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportReport:
    """What was written."""

    rows: int
    files: int
    output: Path


def export(
    data: Path,
    output: Path,
    *,
    format: ExportFormat = "parquet",  # noqa: A002 (the word of the command line)
    table: str = "articles",
    site: str | None = None,
    since: str | None = None,
) -> ExportReport:
    """Write a table to ``output``: a folder of Parquet files, or one file of JSON Lines or CSV; whole or not at all.

    Articles and stories are parted by site and month of publication (of first sight, where that is unknown). An earlier export in
    the folder is replaced, anything else is left alone. Raises `WarehouseError`, `DiskFull`.
    """
    if format not in FORMATS:
        raise WarehouseError(f"there is no format {format!r}: use {', '.join(FORMATS)}")
    if table not in TABLES:
        raise WarehouseError(f"there is no table {table!r} to export: use {', '.join(TABLES)}")
    with reading(data) as connection, faults(output):
        connection.execute(f"SET memory_limit = '{memory_limit()}'")
        connection.execute(f"SET temp_directory = {quoted(output.with_name(f'.{output.name}.{os.getpid()}.spill'))}")
        chosen = _chosen(connection, table, site, since)
        if format == "parquet":
            return _write_folder(connection, output, table, chosen)
        output.parent.mkdir(parents=True, exist_ok=True)
        reader = batches(connection, chosen)
        with replacing(output) as target:
            rows = write(reader, format, target)
        return ExportReport(rows=rows, files=1, output=output)


def _chosen(connection: duckdb.DuckDBPyConnection, table: str, site: str | None, since: str | None) -> str:
    """The query for the rows asked for, with nothing in it that needs a parameter (COPY takes none)."""
    conditions = []
    if site is not None:
        conditions.append(f"site = {quoted(site)}")
    if since is not None:
        dated = DATED.get(table, "fetched_at")
        if table not in DATED and table not in ("captures", "rejects"):
            raise WarehouseError(f"{table} has no date to choose by: leave out --since")
        try:
            connection.execute("SELECT CAST(? AS TIMESTAMPTZ)", [since]).fetchall()
        except duckdb.ConversionException:
            raise WarehouseError(f"{since!r} is no date: write it as 2026-03-01") from None
        conditions.append(f"{dated} >= CAST({quoted(since)} AS TIMESTAMPTZ)")
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    return f"SELECT * FROM {table}{where}"  # noqa: S608 (a table of ours, literals quoted)


def _write_folder(connection: duckdb.DuckDBPyConnection, output: Path, table: str, chosen: str) -> ExportReport:
    if output.exists() and not (output / MANIFEST).is_file() and (not output.is_dir() or any(output.iterdir())):
        raise WarehouseError(f"{output} is there and no earlier export: name a folder that is new or empty")
    partial = output.with_name(f".{output.name}.{os.getpid()}.partial")
    replaced = output.with_name(f".{output.name}.{os.getpid()}.replaced")
    output.parent.mkdir(parents=True, exist_ok=True)
    try:
        if table in DATED:
            source = f"SELECT *, strftime({DATED[table]}, '%Y-%m') AS month FROM ({chosen})"  # noqa: S608
            options = "FORMAT parquet, COMPRESSION zstd, PARTITION_BY (site, month)"
            connection.execute(f"COPY ({source}) TO {quoted(partial)} ({options})")
        else:
            partial.mkdir()
            target = quoted(partial / f"{table}.parquet")
            connection.execute(f"COPY ({chosen}) TO {target} (FORMAT parquet, COMPRESSION zstd)")
        partial.mkdir(exist_ok=True)  # no rows, no files
        rows = count(connection, f"SELECT count(*) FROM ({chosen})")  # noqa: S608
        told = {"table": table, "rows": rows, "schema_version": schema_version(connection)}
        (partial / MANIFEST).write_text(json.dumps(told) + "\n", encoding="utf-8")
        if output.exists():
            output.rename(replaced)
        partial.rename(output)
        sync_folder(output.parent)
    finally:
        for leftover in (partial, replaced):
            with suppress(FileNotFoundError):
                shutil.rmtree(leftover)
    return ExportReport(rows=rows, files=sum(1 for _ in output.rglob("*.parquet")), output=output)
