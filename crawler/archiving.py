"""What responses decide goes into archive and frontier many at a time, and is on disk before it counts."""

import asyncio
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field

from warehouse.archive import Archive

# One sync for all that came in this while: a disk can do few of them a second, and nobody waits for this.
GATHER_SECONDS = 0.03
GATHER_AT_MOST = 64

Mark = Callable[[sqlite3.Connection], None]


@dataclass(slots=True)
class Batch:
    """Marks that take effect together, with the captures written before them."""

    marks: list[Mark] = field(default_factory=list)
    done: asyncio.Future[None] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


class Committer:
    """Commits in groups: whoever hands in a mark goes on once it, and every capture written before it, is durable."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._batch: Batch | None = None
        self._timer: asyncio.TimerHandle | None = None

    async def commit(self, mark: Mark) -> None:
        """Apply a mark in the same transaction as the captures it speaks of. Raises `ArchiveError`."""
        if self._batch is None:
            self._batch = Batch()
            self._timer = asyncio.get_running_loop().call_later(GATHER_SECONDS, self.flush)
        batch = self._batch
        batch.marks.append(mark)
        if len(batch.marks) >= GATHER_AT_MOST:
            self.flush()
        await asyncio.shield(batch.done)

    def flush(self) -> None:
        """Commit what was gathered; if that fails, all who wait are told."""
        batch, self._batch = self._batch, None
        if self._timer is not None:
            self._timer.cancel()
        if batch is None:
            return
        try:
            with self._archive.durable() as connection:
                for mark in batch.marks:
                    mark(connection)
        except Exception as error:  # of whatever kind: those who wait must hear of it
            batch.done.set_exception(error)
            batch.done.exception()  # looked at here, in case nobody waits any more
        else:
            batch.done.set_result(None)
