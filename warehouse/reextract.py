"""Stored pages read again by the rules of now: the same road as a load, over captures it has been down before."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal, overload

import duckdb
import pyarrow as pa

from extract.site import Site, site_of
from extract.version import VERSION
from warehouse.changes import Diff, compare
from warehouse.database import faults, reading, warehouse_path
from warehouse.loading import Loading, LoadReport, Progress, count_articles, opened_index, select
from warehouse.lock import hold
from warehouse.search_update import refresh
from warehouse.swap import WorkingCopy
from warehouse.worker import Limits

Scope = Literal["stale", "all"]
ORIGIN = r"^[A-Za-z]+://[^/?#]*"


@overload
def reextract(
    data: Path,
    sites: Mapping[str, Site],
    *,
    site: str | None = ...,
    scope: Scope = ...,
    workers: int | None = ...,
    progress: Progress | None = ...,
    limits: Limits | None = ...,
    diff: Literal[False] = ...,
) -> LoadReport: ...
@overload
def reextract(
    data: Path,
    sites: Mapping[str, Site],
    *,
    site: str | None = ...,
    scope: Scope = ...,
    workers: int | None = ...,
    progress: Progress | None = ...,
    limits: Limits | None = ...,
    diff: bool,
) -> LoadReport | Diff: ...
def reextract(
    data: Path,
    sites: Mapping[str, Site],
    *,
    site: str | None = None,
    scope: Scope = "stale",
    workers: int | None = None,
    progress: Progress | None = None,
    limits: Limits | None = None,
    diff: bool = False,
) -> LoadReport | Diff:
    """Read stored captures again by the rules of now: the stale ones, or all; of one site, or of every site.

    Stale is what other rules decided: another extractor version, or another version of the site file. With ``diff``
    nothing is written, and what would change is told. The rows of a page that the archive no longer gives stay as they
    are. Raises `Locked`, `WarehouseError`, `DiskFull`, `StateError`.
    """
    with hold(data, "load"), opened_index(data) as (index, state):
        wanted = decided_otherwise(data, sites, site=site, scope=scope)
        if not wanted:
            if diff:
                return Diff(captures=0, changes=())
            refresh(data)
            return LoadReport(articles=count_articles(data))
        with (
            WorkingCopy(data) as copy,
            faults(warehouse_path(data)),
            Loading(data, sites, copy, index, "reextract", workers, progress, limits) as loading,
        ):
            loading.run(select(index, wanted), len(wanted), publish_early=not diff)
            if diff:
                return Diff(captures=loading.report().captures, changes=compare(copy.connection, warehouse_path(data)))
            return loading.finish(state)


def decided_otherwise(data: Path, sites: Mapping[str, Site], *, site: str | None, scope: Scope) -> set[str]:
    """Ids of the loaded captures that other rules than those of now decided; with scope ``all``, of all."""
    with reading(data) as connection:
        connection.register("rules", _rules_in_force(connection, sites))
        found = connection.execute(
            """
            SELECT capture_id FROM captures
            JOIN rules ON rules.site = captures.site AND rules.origin = regexp_extract(captures.url, $origin)
            WHERE kind = 'response'
                AND ($site IS NULL OR $site IN (captures.site, rules.name))
                AND ($everything OR extractor_version IS DISTINCT FROM $version
                    OR site_digest IS DISTINCT FROM rules.digest OR captures.site <> rules.name)
            """,
            {"origin": ORIGIN, "site": site, "everything": scope == "all", "version": VERSION},
        ).fetchall()
        return {row[0] for row in found}


def _rules_in_force(connection: duckdb.DuckDBPyConnection, sites: Mapping[str, Site]) -> pa.Table:
    """For every site and origin in ``captures``: the site's name now, and the digest of its rules."""
    found = connection.execute(
        "SELECT DISTINCT site, regexp_extract(url, ?) FROM captures WHERE kind = 'response'", [ORIGIN]
    ).fetchall()
    rules = [(name, origin, sites.get(name) or site_of(origin, sites)) for name, origin in found]
    return pa.table(
        {
            "site": pa.array([name for name, _, _ in rules], pa.string()),
            "origin": pa.array([origin for _, origin, _ in rules], pa.string()),
            "name": pa.array([site.stem if site else name for name, _, site in rules], pa.string()),
            "digest": pa.array([site.digest if site else None for _, _, site in rules], pa.string()),
        }
    )
