"""Mending what `check` finds: half records are cut off, the index and the warehouse made again. Nothing is deleted."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from extract.site import Site
from warehouse.archive import Archive
from warehouse.database import wal_of, warehouse_path
from warehouse.examination import REBUILT, examined
from warehouse.findings import Finding
from warehouse.index import Index
from warehouse.load import load
from warehouse.lock import hold
from warehouse.search_check import BUILT_ANEW
from warehouse.search_index import search_folder
from warehouse.search_update import refresh
from warehouse.segments import set_aside
from warehouse.state import State
from warehouse.survey import opened, surveyed


def mend(data: Path, sites: Mapping[str, Site], *, workers: int | None = None) -> list[str]:
    """Mend archive, index and warehouse in this order; say what was done. Raises `Locked`, `DiskFull`."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    done: list[str] = []
    with hold(data, "crawl"):
        _mend_index(data, stamp, done)
    with hold(data, "load"):
        search_behind = _set_aside_warehouse(data, stamp, done)
    if (data / "state.sqlite").exists():
        report = load(data, sites, workers=workers)
        if report.load_id is not None:
            done.append(f"loaded {report.captures:,} captures: {report.articles:,} articles in the warehouse")
    elif warehouse_path(data).exists():
        with hold(data, "load"):
            refresh(data)
    if search_behind:
        done.append(f"made {search_folder(data)} show the warehouse")
    return done


def _mend_index(data: Path, stamp: str, done: list[str]) -> None:
    findings: list[Finding] = []
    state = opened(data, findings)
    if state is None:
        if not findings:
            return
        parts = (data / "state.sqlite", data / "state.sqlite-wal", data / "state.sqlite-shm")
        done += [f"set aside {_aside(path, stamp)}" for path in parts if path.exists()]
        state = State(data / "state.sqlite")
    try:
        recovery = Archive(data, state).recover()
        done += [f"cut half a record off into {path}" for path in recovery.torn]
        survey = surveyed(data, state)
        for path, end in survey.torn.items():
            done.append(f"cut half a record off into {set_aside(path, end)}")
        if survey.unfounded:
            kept = data / f"state.sqlite.{stamp}.aside"
            with closing(sqlite3.connect(kept)) as target:
                state.connection.backup(target)
            done.append(f"copied the index to {kept}")
        if survey.unfounded or survey.unindexed:
            changed = [row.capture_id for row in (*survey.unfounded, *survey.unindexed)]
            with state.transaction() as connection:
                connection.executemany("DELETE FROM captures WHERE capture_id = ?", [(name,) for name in changed])
                Index(state).add(survey.unindexed)
            done.append(f"indexed {len(survey.unindexed):,} captures, took {len(survey.unfounded):,} out of the index")
    finally:
        state.close()


def _set_aside_warehouse(data: Path, stamp: str, done: list[str]) -> bool:
    """Set the warehouse or its search index aside if loading does not mend it; return whether the latter has a fault."""
    path = warehouse_path(data)
    if not path.exists():
        return False
    _, findings = examined(data)
    remedies = {finding.remedy for finding in findings}
    if REBUILT in remedies:
        done += [f"set aside {_aside(file, stamp)}" for file in (path, wal_of(path)) if file.exists()]
    if BUILT_ANEW in remedies:
        done.append(f"set aside {_aside(search_folder(data), stamp)}")
    return any(finding.part == "search" for finding in findings)


def _aside(path: Path, stamp: str) -> Path:
    target = path.with_name(f"{path.name}.{stamp}.aside")
    path.rename(target)
    return target
