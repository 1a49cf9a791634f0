"""Archive to rows: the one road by which captures become articles."""

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa

from extract.site import Site
from warehouse.database import faults, reading, warehouse_path
from warehouse.index import Index
from warehouse.ledger import keep_loads, ledger_is_current, refuse_loss
from warehouse.loading import Command, Loading, LoadProgress, LoadReport, Progress, count_articles, opened_index, select
from warehouse.lock import hold
from warehouse.search_update import refresh
from warehouse.swap import WorkingCopy
from warehouse.worker import Limits

__all__ = ["LoadProgress", "LoadReport", "Progress", "load", "new_captures"]


def load(
    data: Path,
    sites: Mapping[str, Site],
    *,
    rebuild: bool = False,
    workers: int | None = None,
    progress: Progress | None = None,
    limits: Limits | None = None,
) -> LoadReport:
    """Extract and load the captures that the warehouse does not have; all if there is none, or with ``rebuild``.

    A rebuild that would lose a text, since the archive has lost its page, is refused. ``workers`` is the number of processes (default: one a core); 0 extracts in this process, without limits.
    Raises `Locked`, `WarehouseError`, `DiskFull`, `StateError`.
    """
    with hold(data, "load"), opened_index(data) as (index, state):
        fresh = rebuild or not warehouse_path(data).exists()
        wanted = None if fresh else new_captures(data, index)
        if wanted is not None and not wanted and ledger_is_current(data, sites, state):
            refresh(data)
            return LoadReport(articles=count_articles(data))
        total = index.count() if wanted is None else len(wanted)
        with WorkingCopy(data, fresh=fresh) as copy, faults(warehouse_path(data)):
            if rebuild and warehouse_path(data).exists():
                keep_loads(copy.connection, warehouse_path(data))
            command: Command = "rebuild" if rebuild else "load"
            with Loading(data, sites, copy, index, command, workers, progress, limits) as loading:
                loading.run(select(index, wanted), total, publish_early=not rebuild)
                if rebuild and warehouse_path(data).exists():
                    refuse_loss(copy.connection, warehouse_path(data))
                return loading.finish(state)


def new_captures(data: Path, index: Index) -> set[str]:
    """Ids of the captures that the index has and the published warehouse has not."""
    with reading(data) as connection:
        known = pa.table({"capture_id": pa.array([capture_id for capture_id, _ in index.ids()], type=pa.string())})
        connection.register("known", known)
        query = "SELECT capture_id FROM known WHERE capture_id NOT IN (SELECT capture_id FROM captures)"
        return {row[0] for row in connection.execute(query).fetchall()}
