"""The SQLite file of a data folder: crawl state and the capture index, with their migrations."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

BUSY_SECONDS = 30


class StateError(Exception):
    """The state file cannot be used: one sentence that says what to do."""


class State:
    """An open ``state.sqlite``, brought up to the newest schema; created if it is missing.

    In WAL mode with full synchronisation: what a committed transaction says survives a power cut, and a reader in
    another process never waits for the crawl. Raises `StateError`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            # Autocommit, so that `transaction` alone decides what belongs together. The archive may sync in a thread.
            self.connection = sqlite3.connect(
                path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False, cached_statements=256
            )
            self.connection.row_factory = sqlite3.Row
            self.connection.execute("PRAGMA journal_mode = WAL")
            self.connection.execute("PRAGMA synchronous = FULL")
            self.connection.execute("PRAGMA foreign_keys = ON")
            self._migrate()
        except (sqlite3.Error, OSError) as error:
            raise StateError(f"{path}: {_advice(error)}") from None

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Run statements that take effect together or not at all."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield self.connection
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def close(self) -> None:
        """Close the file; the WAL is folded into it if nobody else has it open."""
        self.connection.close()

    def _migrate(self) -> None:
        scripts = sorted(
            (p for p in files("warehouse.migrations").iterdir() if p.name.startswith("state_")), key=lambda p: p.name
        )
        newest = len(scripts)
        if self._version() > newest:
            raise StateError(f"{self.path}: written by a newer defnews: upgrade this one")
        while (version := self._version()) < newest:
            with self.transaction() as connection:
                if self._version() != version:  # another process migrated it while this one waited
                    continue
                for statement in _statements(scripts[version].read_text(encoding="utf-8")):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {version + 1}")

    def _version(self) -> int:
        return int(self.connection.execute("PRAGMA user_version").fetchone()[0])


def _statements(script: str) -> Iterator[str]:
    """Single statements of a script: `executescript` would commit the transaction that a migration must be."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _advice(error: Exception) -> str:
    if isinstance(error, sqlite3.DatabaseError) and "not a database" in str(error):
        return "is no SQLite file: move it away, then run `defnews check --repair` to rebuild it from the archive"
    if isinstance(error, sqlite3.OperationalError) and "disk" in str(error) and "full" in str(error):
        return "the disk is full: free some space, then run the same command again"
    if isinstance(error, PermissionError) or "readonly" in str(error) or "unable to open" in str(error):
        return "cannot be written: make the data folder writable, or name another with --data"
    return f"cannot be used ({error}): run `defnews check --repair`"
