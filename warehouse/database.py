"""The DuckDB file of a data folder: opening it, its schema and migrations, and faults in one sentence."""

import errno
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

if TYPE_CHECKING:
    import pyarrow as pa

    from warehouse.archive import DiskFull

FILE = "warehouse.duckdb"
STORAGE_VERSION = "v1.2.0"  # every DuckDB from 1.2 on opens it
MEMORY_SHARE = 0.4
MEMORY_AT_LEAST = 512 << 20
QUIET: dict[str, str | bool | int | float | list[str]] = {
    # Nothing is ever fetched: what the installed DuckDB brings along is all there is.
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "python_enable_replacements": False,  # a table is a table, never a variable of ours
}
NO_ROOM = ("No space left", "max_temp_directory_size", "Could not write all bytes", "File too large", "quota exceeded")
COMMENT = re.compile(r"^COMMENT ON (TABLE|VIEW|COLUMN) (\w+)(?:\.(\w+))? IS '((?:[^']|'')*)';$", re.M)


class WarehouseError(Exception):
    """The warehouse cannot be used: one sentence that says what to do."""


def warehouse_path(data: Path) -> Path:
    """Where a data folder's warehouse is published."""
    return data / FILE


def wal_of(path: Path) -> Path:
    """Where DuckDB would write the log of a file that somebody opens for writing."""
    return path.with_name(path.name + ".wal")


@contextmanager
def faults(path: Path) -> Iterator[None]:
    """Turn DuckDB's faults about a file into `WarehouseError` and `DiskFull`: one sentence that says what to do."""
    try:
        yield
    except duckdb.Error as error:
        raise fault(path, error) from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise disk_full(path) from error
        raise WarehouseError(f"{path}: {error.strerror or error}: mend that, then run this again") from error


def fault(path: Path, error: duckdb.Error) -> "WarehouseError | DiskFull":
    """Say what a DuckDB fault means for the user."""
    text = str(error)
    first = text.splitlines()[0] if text else type(error).__name__
    if any(sign in text for sign in NO_ROOM):
        return disk_full(path)
    if "Could not set lock" in text or "already open" in text:
        return WarehouseError(f"{path} is open for writing in another program: close it there, then run this again")
    if "but we can only read" in text or "newer version of DuckDB" in text or "higher than" in text:
        return WarehouseError(f"{path} was written by a newer DuckDB: upgrade with `pip install --upgrade duckdb`")
    if "not a valid DuckDB database" in text:
        return WarehouseError(f"{path} is no DuckDB file: `defnews check --repair` sets it aside and rebuilds it")
    if isinstance(error, duckdb.OutOfMemoryException):
        return WarehouseError(f"{path}: there is not enough memory ({first}): close other programs or add memory")
    if isinstance(error, duckdb.IOException | duckdb.FatalException | duckdb.InternalException):
        return WarehouseError(
            f"{path} cannot be read ({first}): `defnews check --repair` sets it aside and rebuilds it"
        )
    return WarehouseError(f"{path}: {first}")


def disk_full(path: Path) -> "DiskFull":
    """The fault of a full disk; what was published before is whole."""
    from warehouse.archive import DiskFull  # late: a query has no need of the archive

    return DiskFull(f"no room left for {path}: free some space, then run the same command again")


@contextmanager
def reading(data: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the published warehouse for reading. Raises `WarehouseError`, also if there is none yet."""
    path = warehouse_path(data)
    if not path.exists():
        raise WarehouseError(f"there is no warehouse in {data} yet: run `defnews load` first")
    refuse_foreign_log(path)
    with faults(path):
        # Attached to a database of its own: a file opened by path is shared with other connections of this process,
        # which would show a warehouse that was replaced since, and under their settings.
        connection = duckdb.connect(":memory:", config=QUIET)
        try:
            connection.execute("SET TimeZone = 'UTC'")
            connection.execute(f"ATTACH {quoted(path)} AS warehouse (READ_ONLY)")
            connection.execute("USE warehouse")
            refuse_other_schema(connection, path)
        except BaseException:
            connection.close()
            raise
    try:
        yield connection
    finally:
        connection.close()


def quoted(text: object) -> str:
    """Write a text as an SQL literal, where DuckDB takes no parameter."""
    return "'" + str(text).replace("'", "''") + "'"


def refuse_foreign_log(path: Path) -> None:
    """Refuse a warehouse with a write-ahead log beside it: ours never has one, so another program has written to it."""
    if wal_of(path).exists():
        raise WarehouseError(
            f"{wal_of(path)} exists, so another program has written to the warehouse: close it there; if the log "
            "stays, `defnews check --repair` sets both aside and rebuilds the warehouse"
        )


def refuse_other_schema(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Refuse a file that is no warehouse of ours, or one that a newer program has written."""
    version = schema_version(connection)
    if version == 0:
        raise WarehouseError(f"{path} is a DuckDB file but no defnews warehouse: move it away, then run `defnews load`")
    if version > (newest := len(migrations())):
        raise WarehouseError(
            f"{path} was written by a newer defnews (schema {version}, this program knows {newest}): upgrade this one"
        )


def schema_version(connection: duckdb.DuckDBPyConnection) -> int:
    """Newest migration applied to the connection's current database; 0 if it is no warehouse."""
    try:
        return count(connection, "SELECT max(version) FROM schema_version")
    except duckdb.CatalogException:
        return 0


def count(connection: duckdb.DuckDBPyConnection, query: str) -> int:
    """The one number that a query gives; 0 if that is null."""
    return int(connection.execute(query).fetchall()[0][0] or 0)  # all: from 2.0 on an unfinished result blocks the next


def batches(
    connection: duckdb.DuckDBPyConnection, query: str, parameters: object = None, size: int = 10_000
) -> "pa.RecordBatchReader":
    """Run a query and give its rows in Arrow batches."""
    answer: Any = connection.sql(query, params=parameters) if parameters else connection.sql(query)
    if answer is None:
        raise WarehouseError("the statement gives no rows: write a SELECT")
    read = getattr(answer, "to_arrow_reader", None) or answer.fetch_arrow_reader  # before 2.0 it had another name
    return read(size)


@cache
def migrations() -> list[tuple[str, str]]:
    """Name and text of every migration, in order."""
    scripts = (p for p in files("warehouse.migrations").iterdir() if re.fullmatch(r"warehouse_\d{4}\.sql", p.name))
    return [(p.name, p.read_text(encoding="utf-8")) for p in sorted(scripts, key=lambda p: p.name)]


def migrate(connection: duckdb.DuckDBPyConnection) -> bool:
    """Bring the current database to the newest schema, a transaction a migration; return whether it changed."""
    version = schema_version(connection)
    pending = migrations()[version:]
    for number, (name, script) in enumerate(pending, start=version + 1):
        connection.execute("BEGIN")
        connection.execute(script)
        connection.execute("INSERT INTO schema_version VALUES (?, ?, now())", [number, name])
        connection.execute("COMMIT")
    return _describe(connection) or bool(pending)


def descriptions() -> dict[tuple[str, str | None], str]:
    """What every table, view and column means, by table and column (None: the table itself)."""
    script = files("warehouse.migrations").joinpath("warehouse_comments.sql").read_text(encoding="utf-8")
    return {(m[2], m[3]): m[4].replace("''", "'") for m in COMMENT.finditer(script)}


def _describe(connection: duckdb.DuckDBPyConnection) -> bool:
    """Write the comments that differ from those in force."""
    found = connection.execute(
        """SELECT table_name, column_name, comment FROM duckdb_columns() WHERE database_name = current_database()
        UNION ALL SELECT table_name, NULL, comment FROM duckdb_tables() WHERE database_name = current_database()
        UNION ALL SELECT view_name, NULL, comment FROM duckdb_views() WHERE database_name = current_database()"""
    ).fetchall()
    present = {(table, column): comment for table, column, comment in found}
    script = files("warehouse.migrations").joinpath("warehouse_comments.sql").read_text(encoding="utf-8")
    wanting = [m[0] for m in COMMENT.finditer(script) if present.get((m[2], m[3])) != m[4].replace("''", "'")]
    for statement in wanting:
        connection.execute(statement)
    return bool(wanting)


def memory_limit() -> str:
    """How much memory DuckDB may take before it spills to disk."""
    total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return f"{max(MEMORY_AT_LEAST, int(total * MEMORY_SHARE)) >> 20}MiB"
