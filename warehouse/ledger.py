"""What the warehouse says about its own making: loads, site files in force, crawl runs."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from extract.site import Site
from extract.version import VERSION
from warehouse.database import WarehouseError, count, migrations, quoted, reading, schema_version
from warehouse.rows import TEXTS, TIME, Row, table
from warehouse.state import State

SITE = pa.schema(
    [
        ("site", pa.string()),
        ("name", pa.string()),
        ("homepage", pa.string()),
        ("hosts", TEXTS),
        ("country", pa.string()),
        ("language", pa.string()),
        ("timezone", pa.string()),
        ("digest", pa.string()),
    ]
)
RUN_TIMES = ("started_at", "finished_at")
RUN_COUNTS = ("found", "fetched", "new", "unchanged", "failed", "skipped", "requests", "not_modified")
RUN = pa.schema(
    [
        ("run_id", pa.string()),
        ("site", pa.string()),
        *((name, TIME) for name in RUN_TIMES),
        *((name, pa.int64()) for name in RUN_COUNTS),
        ("outcome", pa.string()),
    ]
)


def write_load(
    connection: duckdb.DuckDBPyConnection, load_id: str, command: str, started_at: datetime, tally: Mapping[str, int]
) -> None:
    """Write a load into the ledger, or bring what it says up to date."""
    connection.execute("DELETE FROM loads WHERE load_id = ?", [load_id])
    connection.execute(
        "INSERT INTO loads VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            load_id,
            command,
            started_at,
            datetime.now(UTC),
            sum(tally.values()),
            tally.get("article", 0),
            tally.get("rejected", 0),
            tally.get("revisit", 0),
            VERSION,
        ],
    )


def keep_loads(connection: duckdb.DuckDBPyConnection, published: Path) -> None:
    """Take over the ledger of a warehouse that is about to be replaced, if it can still be read."""
    with suppress(duckdb.Error), _replaced(connection, published):
        connection.execute("INSERT INTO loads BY NAME SELECT * FROM replaced.loads")


def refuse_loss(connection: duckdb.DuckDBPyConnection, published: Path) -> None:
    """Refuse to replace a warehouse by one without some of its texts, the archive having lost their pages."""
    lost = 0
    with suppress(duckdb.Error), _replaced(connection, published):
        lost = count(connection, _LOST)
    if lost:
        raise WarehouseError(
            f"{lost:,} text{'' if lost == 1 else 's'} of {published} can no longer be read from the archive, and a "
            "rebuild would lose them: restore the segments that `defnews check` names, or move the warehouse away first"
        )


@contextmanager
def _replaced(connection: duckdb.DuckDBPyConnection, published: Path) -> Iterator[None]:
    """Attach a warehouse that is about to be replaced. Raises `duckdb.Error` if it cannot be read."""
    connection.execute(f"ATTACH {quoted(published)} AS replaced (READ_ONLY)")
    try:
        yield
    finally:
        connection.execute("DETACH replaced")


def copy_sites(connection: duckdb.DuckDBPyConnection, sites: Mapping[str, Site]) -> None:
    """Write the site files in force."""
    _replace(connection, "sites", table(_site_rows(sites), SITE))


def copy_runs(connection: duckdb.DuckDBPyConnection, state: State) -> None:
    """Copy the crawl runs from the state file."""
    _replace(connection, "runs", table(_run_rows(state), RUN))


def ledger_is_current(data: Path, sites: Mapping[str, Site], state: State) -> bool:
    """Whether the published warehouse has this schema, these site files and all crawl runs."""
    with reading(data) as connection:
        return (
            schema_version(connection) == len(migrations())
            and _present(connection, "sites", SITE) == _canonical(_site_rows(sites), SITE)
            and _present(connection, "runs", RUN) == _canonical(_run_rows(state), RUN)
        )


def _site_rows(sites: Mapping[str, Site]) -> list[Row]:
    columns = [name for name in SITE.names if name not in ("site", "hosts")]
    return [
        {"site": stem, "hosts": list(site.hosts)} | {name: getattr(site, name) for name in columns}
        for stem, site in sorted(sites.items())
    ]


def _run_rows(state: State) -> list[Row]:
    try:
        found = state.connection.execute(f"SELECT {', '.join(RUN.names)} FROM runs").fetchall()  # noqa: S608 (our names)
    except sqlite3.OperationalError:  # a state file without crawls
        return []
    return [
        {
            name: datetime.fromisoformat(row[name]) if name in RUN_TIMES and row[name] else row[name]
            for name in RUN.names
        }
        for row in found
    ]


def _canonical(rows: list[Row], schema: pa.Schema) -> list[dict[str, Any]]:
    """Rows as they will read in the warehouse, in an order of their own."""
    return sorted(table(rows, schema).to_pylist(), key=repr)


def _present(connection: duckdb.DuckDBPyConnection, name: str, schema: pa.Schema) -> list[dict[str, Any]]:
    found = connection.sql(f"SELECT {', '.join(schema.names)} FROM {name}").to_arrow_table()  # noqa: S608
    return sorted(found.cast(schema).to_pylist(), key=repr)


def _replace(connection: duckdb.DuckDBPyConnection, name: str, rows: pa.Table) -> None:
    connection.register("replacement", rows)
    try:
        connection.execute(f"DELETE FROM {name}")  # noqa: S608 (our names)
        connection.execute(f"INSERT INTO {name} BY NAME SELECT * FROM replacement")  # noqa: S608 (our names)
    finally:
        connection.unregister("replacement")


# What no rules have decided is what the archive could not give.
_LOST = """
SELECT count(*) FROM (SELECT capture_id FROM replaced.articles UNION SELECT capture_id FROM replaced.revisions)
WHERE capture_id NOT IN (SELECT capture_id FROM captures WHERE outcome <> 'rejected' OR extractor_version IS NOT NULL)
"""
