"""The capture index: every capture of the archive, in SQLite, found by URL or place."""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from warehouse.state import State

COLUMNS = (
    "capture_id", "site", "url", "url_key", "fetched_at", "kind", "status", "mime", "digest", "etag", "last_modified",
    "refers_to", "file", "offset", "length",
)  # fmt: skip
_INSERT = f"""INSERT INTO captures ({", ".join(f'"{c}"' for c in COLUMNS)}) VALUES ({", ".join("?" * len(COLUMNS))})
    ON CONFLICT (capture_id) DO NOTHING"""  # noqa: S608 (column names of our own)


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedCapture:
    """One row of the index: what was captured, and where in the archive it lies."""

    capture_id: str
    site: str
    url: str
    url_key: str
    fetched_at: datetime
    kind: Literal["response", "revisit"]
    status: int
    mime: str | None
    digest: str
    etag: str | None
    last_modified: str | None
    refers_to: str | None
    file: str
    offset: int
    length: int


def capture_id(url: str, fetched_at: datetime, digest: str) -> str:
    """Identify a capture by what it is, so that it has the same id in every archive and import."""
    return hashlib.sha256(f"{url}\n{instant(fetched_at)}\n{digest}".encode(errors="surrogatepass")).hexdigest()[:32]


def instant(moment: datetime) -> str:
    """Write an aware time as UTC text that sorts by time (ISO 8601, microseconds)."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


class Index:
    """Look-ups in the table ``captures`` of the state file."""

    def __init__(self, state: State) -> None:
        self._connection = state.connection

    def last(self, url_key: str) -> IndexedCapture | None:
        """Newest capture of a URL, revisits included."""
        return self._one("url_key = ? ORDER BY fetched_at DESC, capture_id DESC LIMIT 1", url_key)

    def last_response(self, url_key: str) -> IndexedCapture | None:
        """Newest capture of a URL that holds a payload."""
        return self._one("url_key = ? AND kind = 'response' ORDER BY fetched_at DESC, capture_id DESC LIMIT 1", url_key)

    def get(self, capture_id: str) -> IndexedCapture | None:
        """One capture by its id."""
        return self._one("capture_id = ?", capture_id)

    def all(self, *, site: str | None = None) -> Iterator[IndexedCapture]:
        """All captures in the order they lie on disk."""
        where, values = ("site = ?", (site,)) if site is not None else ("TRUE", ())
        yield from map(_row, self._select(f'{where} ORDER BY file, "offset"', *values))

    def ids(self) -> Iterator[tuple[str, str]]:
        """Capture id and site of all captures."""
        for row in self._connection.execute("SELECT capture_id, site FROM captures"):
            yield row["capture_id"], row["site"]

    def count(self) -> int:
        """How many captures there are."""
        return int(self._connection.execute("SELECT count(*) FROM captures").fetchone()[0])

    def end_of(self, file: str) -> int:
        """Where the indexed part of a segment ends."""
        query = 'SELECT max("offset" + length) FROM captures WHERE file = ?'
        return int(self._connection.execute(query, (file,)).fetchone()[0] or 0)

    def add(self, rows: Iterable[IndexedCapture]) -> int:
        """Add captures inside the caller's transaction and say how many were new; known ones are left as they are."""
        before = self._connection.total_changes
        self._connection.executemany(_INSERT, (_values(row) for row in rows))
        return self._connection.total_changes - before

    def clear(self) -> None:
        """Forget all captures inside the caller's transaction, before the archive is read anew."""
        self._connection.execute("DELETE FROM captures")

    def _one(self, where: str, *values: str) -> IndexedCapture | None:
        row = self._select(where, *values).fetchone()
        return _row(row) if row else None

    def _select(self, where: str, *values: str) -> sqlite3.Cursor:
        return self._connection.execute(f"SELECT * FROM captures WHERE {where}", values)  # noqa: S608 (clauses of our own)


def _row(row: sqlite3.Row) -> IndexedCapture:
    values = dict(row)
    return IndexedCapture(**values | {"fetched_at": datetime.fromisoformat(values["fetched_at"])})


def _values(row: IndexedCapture) -> tuple[object, ...]:
    return tuple(instant(row.fetched_at) if c == "fetched_at" else getattr(row, c) for c in COLUMNS)
