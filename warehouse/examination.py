"""Does the warehouse agree with itself, with the index and with the search index?"""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import duckdb

from warehouse.archive import Archive
from warehouse.database import (
    WarehouseError,
    count,
    fault,
    migrations,
    reading,
    schema_version,
    warehouse_path,
)
from warehouse.findings import Finding
from warehouse.load import new_captures
from warehouse.revisions import unsettled
from warehouse.search_check import index_faults
from warehouse.state import State, StateError
from warehouse.stories import ungathered

TABLES = ("articles", "revisions", "alike", "copies", "captures", "rejects", "sites", "loads", "runs")
REBUILT = "the warehouse is set aside and rebuilt from the archive"
MIGRATED = "they are made, as `defnews load` does"
LOADED = "they are loaded, as `defnews load` does"


def examined(data: Path) -> tuple[int, list[Finding]]:
    """Look at the warehouse in a process of its own, since a damaged file may bring DuckDB down with it."""
    if not warehouse_path(data).exists():
        return 0, []
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["extract.core", "warehouse.examination"])  # a load may follow
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        try:
            return pool.submit(examine, data).result()
        except BrokenProcessPool:
            said = f"{warehouse_path(data)} is damaged: reading it ends the process"
            return 0, [Finding(part="warehouse", said=said, remedy=REBUILT)]


def examine(data: Path) -> tuple[int, list[Finding]]:
    """Read every row of the warehouse and compare it with itself, with the index and with the search index."""
    path = warehouse_path(data)
    findings: list[Finding] = []

    def tell(number: int, said: str, remedy: str = REBUILT) -> None:
        if number:
            findings.append(Finding(part="warehouse", said=f"{number:,} {said}", remedy=remedy))

    try:
        with reading(data) as connection:
            articles = count(connection, "SELECT count(*) FROM articles")
            if (schema := schema_version(connection)) < (newest := len(migrations())):
                tell(newest - schema, f"changes of the schema are not in {path}", MIGRATED)
                return articles, findings
            for table in TABLES:  # every block is read, and its checksum compared
                connection.execute(f"SELECT bit_xor(hash({table})) FROM {table}").fetchall()  # noqa: S608
            tell(count(connection, _DOUBLED), "captures, addresses or revisions are there twice")
            tell(unsettled(connection), "rows of articles and revisions do not follow from the captures")
            tell(ungathered(connection), "rows of stories do not follow from the articles")
            tell(count(connection, _UNTOLD), "rejected captures and rejects do not match")
            if not findings:  # a search index made from a sound warehouse
                told = index_faults(data, connection)
                findings += [Finding(part="search", said=said, remedy=remedy) for said, remedy in told]
            if (data / "state.sqlite").exists() and (lost := _against_index(data, connection)):
                said = f"{lost:,} captures of the warehouse are not in the archive"
                remedy = "restore their segments from a backup; until then the warehouse alone has their text"
                findings.append(Finding(part="warehouse", said=said, remedy=remedy, repairable=False))
        if (data / "state.sqlite").exists():
            state = State(data / "state.sqlite")
            try:
                late = len(new_captures(data, Archive(data, state).index))
            finally:
                state.close()
            tell(late, "captures of the index are not loaded", LOADED)
    except WarehouseError as error:
        return 0, [Finding(part="warehouse", said=str(error), remedy=REBUILT)]
    except duckdb.Error as error:
        return 0, [Finding(part="warehouse", said=str(fault(path, error)), remedy=REBUILT)]
    except StateError:
        pass  # told where the index is looked at
    return articles, findings


def _against_index(data: Path, connection: duckdb.DuckDBPyConnection) -> int:
    state = State(data / "state.sqlite")
    try:
        known = {capture_id for capture_id, _ in Archive(data, state).index.ids()}
    finally:
        state.close()
    loaded = connection.execute("SELECT capture_id FROM captures").fetchall()
    return sum(row[0] not in known for row in loaded)


_DOUBLED = """
SELECT (SELECT count(*) - count(DISTINCT capture_id) FROM captures)
    + (SELECT count(*) - count(DISTINCT url) FROM articles)
    + (SELECT count(*) - count(DISTINCT (url_key, revision)) FROM article_history)
"""
_UNTOLD = """
SELECT (SELECT count(*) FROM (SELECT capture_id FROM captures WHERE outcome = 'rejected' EXCEPT ALL
        SELECT capture_id FROM rejects))
    + (SELECT count(*) FROM (SELECT capture_id FROM rejects EXCEPT ALL
        SELECT capture_id FROM captures WHERE outcome = 'rejected'))
"""
