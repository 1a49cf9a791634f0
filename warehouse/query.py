"""SQL over the published warehouse: reading only, nothing else within reach."""

import json
import os
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import duckdb

from warehouse.database import WarehouseError, batches, disk_full, memory_limit, quoted, reading
from warehouse.formats import FORMATS, Format, answer_in

if TYPE_CHECKING:
    import pyarrow as pa

    from warehouse.search import Wanted

READING = {"SELECT", "EXPLAIN", "PRAGMA", "CALL", "MULTI"}
HEADER = re.compile(r"^-- (?P<name>\w+)(?: = (?P<default>[^:]*))?: (?P<meaning>.+)$")


class QueryError(WarehouseError):
    """A query that cannot be answered: one sentence that says where and why."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a saved query asks for."""

    name: str
    default: str | None
    meaning: str


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A query kept in a file: one that ships with the program, or one in ``queries/`` of a data folder."""

    name: str
    description: str
    parameters: tuple[Parameter, ...]
    sql: str

    def values(self, given: Mapping[str, str]) -> dict[str, str]:
        """Values of all parameters, those given before the defaults. Raises `QueryError`."""
        names = [parameter.name for parameter in self.parameters]
        if unknown := sorted(set(given) - set(names)):
            known = f"it takes {', '.join(names)}" if names else "it takes none"
            raise QueryError(f"{self.name} has no parameter {unknown[0]!r}: {known}")
        values = {p.name: p.default for p in self.parameters if p.default is not None} | dict(given)
        if missing := [name for name in names if name not in values]:
            raise QueryError(f"{self.name} needs a value: add {missing[0]}=VALUE")
        return values


def run_query(
    data: Path,
    sql: str,
    *,
    format: Format = "table",  # noqa: A002 (the word of the command line)
    output: Path | None = None,
    parameters: Mapping[str, object] | None = None,
    stream: TextIO | None = None,
    max_rows: int | None = None,
    wanted: "Wanted | None" = None,
) -> int:
    """Answer one reading statement in the format asked for, to a file or a stream; return the number of rows written.

    ``max_rows`` bounds a table for people (default 1,000 rows). With ``wanted`` the statement may also name the table
    ``hits(url, score, snippet)``, every article that this search finds. Raises `QueryError`, `WarehouseError`, `DiskFull`.
    """
    if format not in FORMATS:
        raise QueryError(f"there is no format {format!r}: use {', '.join(FORMATS)}")
    with answer(data, sql, parameters, wanted) as reader, _failures(sql):
        return answer_in(reader, format, output=output, stream=stream or sys.stdout, max_rows=max_rows)


@contextmanager
def answer(
    data: Path, sql: str, parameters: Mapping[str, object] | None = None, wanted: "Wanted | None" = None
) -> Iterator["pa.RecordBatchReader"]:
    """Run one reading statement and give its rows in Arrow batches."""
    with querying(data, wanted) as connection:
        with _failures(sql):
            _refuse_writing(connection, sql, parameters or {})
            values = dict(parameters) if parameters else None
            try:
                reader = batches(connection, sql, values)
            except (duckdb.BinderException, duckdb.CatalogException):
                connection.execute(sql, values)  # fails likewise, and says where
                raise
        yield reader


@contextmanager
def querying(data: Path, wanted: "Wanted | None" = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the warehouse for queries of any origin: no files, no network, no settings, bounded memory."""
    with reading(data) as connection, tempfile.TemporaryDirectory(prefix="defnews-query-") as spill:
        connection.execute(f"SET memory_limit = '{memory_limit()}'")
        connection.execute(f"SET temp_directory = {quoted(spill)}")
        if wanted is not None:
            from warehouse.search import offer_hits  # late: most queries have no need of the index

            offer_hits(connection, data, wanted)
        connection.execute("SET errors_as_json = true")
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        yield connection
        connection.close()  # before its spill goes


def saved_queries(data: Path | None = None) -> dict[str, SavedQuery]:
    """The queries that ship with the program and those in ``queries/`` of a data folder, by name; the user's go first."""
    folders = [files("warehouse.queries"), *([data / "queries"] if data and (data / "queries").is_dir() else [])]
    found = {p.name.removesuffix(".sql"): p for folder in folders for p in folder.iterdir() if p.name.endswith(".sql")}
    try:
        return {name: _saved(name, p.read_text(encoding="utf-8")) for name, p in sorted(found.items())}
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"a saved query in {data}/queries cannot be read: {error}") from None


def run_saved(
    data: Path,
    name: str,
    given: Mapping[str, str],
    *,
    format: Format = "table",  # noqa: A002 (the word of the command line)
    output: Path | None = None,
    stream: TextIO | None = None,
    wanted: "Wanted | None" = None,
) -> int:
    """Answer a saved query with its parameters. Raises `QueryError`, `WarehouseError`, `DiskFull`."""
    queries = saved_queries(data)
    if name not in queries:
        raise QueryError(f"there is no saved query {name!r}: use {', '.join(queries)}")
    query = queries[name]
    values = query.values(given)
    return run_query(data, query.sql, format=format, output=output, parameters=values, stream=stream, wanted=wanted)


def _saved(name: str, text: str) -> SavedQuery:
    header = list(takewhile(lambda line: line.startswith("-- "), text.splitlines()))
    found = [match for line in header[1:] if (match := HEADER.match(line))]
    parameters = tuple(Parameter(m["name"], m["default"], m["meaning"]) for m in found)
    return SavedQuery(name, header[0].removeprefix("-- ") if header else "", parameters, text)


def _refuse_writing(connection: duckdb.DuckDBPyConnection, sql: str, parameters: Mapping[str, object]) -> None:
    statements = connection.extract_statements(sql)
    if not statements:
        raise QueryError('there is no statement: write SQL such as "SELECT count(*) FROM articles"')
    # Before 2.0 DuckDB takes a PIVOT apart into a temporary type and a query.
    pivots = len(statements) > 1 and "pivot" in sql.lower()
    kinds = [statement.type.name for statement in statements if not (pivots and statement.type.name == "CREATE")]
    if refused := [kind for kind in kinds if kind not in READING]:
        raise QueryError(f"{refused[0]} is refused: the warehouse is for reading, and only loads write it")
    if len(kinds) > 1:
        raise QueryError("give one statement at a time")
    wanted = {name for statement in statements for name in statement.named_parameters}
    if missing := sorted(wanted - set(parameters)):
        raise QueryError(f"${missing[0]} has no value: add {missing[0]}=VALUE")
    if unknown := sorted(set(parameters) - wanted):
        raise QueryError(f"the statement has no ${unknown[0]}: remove that parameter")


@contextmanager
def _failures(sql: str) -> Iterator[None]:
    try:
        yield
    except duckdb.Error as error:
        raise _explained(sql, error) from error
    except BrokenPipeError:
        # Whoever read our output has had enough, as `head` does; the interpreter must not trip over it at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _explained(sql: str, error: duckdb.Error) -> Exception:
    text = str(error)
    try:
        told = json.loads(text[text.index("{") :])
    except ValueError:
        told = {"exception_message": re.sub(r"^[A-Z][\w ]*Error: ", "", text.split("\n\n")[0])}
    message = " ".join(str(told.get("exception_message", text)).split("\tCandidate functions:")[0].split()).rstrip(".!")
    if "No space left" in message or "max_temp_directory_size" in message:
        return disk_full(Path(tempfile.gettempdir()))
    if isinstance(error, duckdb.PermissionException):
        reason = message.removesuffix(" - file system operations are disabled by configuration")
        return QueryError(f"{reason}: a query reaches the warehouse alone, no files and no network")
    if isinstance(error, duckdb.OutOfMemoryException):
        return QueryError(f"the query needs more memory than there is ({message}): select fewer columns or rows")
    message = re.sub(r" (Candidate bindings|Did you mean)", r"; \1", message.replace("!", ""))
    return QueryError(f"SQL error{_place(sql, told.get('position'))}: {message}")


def _place(sql: str, position: object) -> str:
    """Line and column of a position, which DuckDB counts in bytes."""
    if not isinstance(position, str) or not position.isdigit():
        return ""
    before = sql.encode()[: int(position)].decode(errors="replace")
    column = len(before) - (before.rfind("\n") + 1) + 1
    return f" at line {before.count(chr(10)) + 1}, column {column}"
