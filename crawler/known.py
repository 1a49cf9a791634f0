"""What the frontier says of one URL, and what observing a source came to."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

Outcome = Literal[
    "pending", "archived", "unchanged", "skipped_rule", "skipped_robots", "skipped_optout", "failed_temporary", "failed"
]
OUTCOMES: tuple[Outcome, ...] = (
    "pending", "archived", "unchanged",
    "skipped_rule", "skipped_robots", "skipped_optout",
    "failed_temporary", "failed",
)  # fmt: skip

COLUMNS = "url_key, site, url, via, outcome, tries, said_at, hints, archived_at, final_key"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One URL to fetch."""

    url_key: str
    site: str
    url: str
    via: str
    outcome: Outcome
    tries: int
    said_at: datetime | None
    hints: Mapping[str, Any]
    archived_at: datetime | None
    final_key: str | None


@dataclass(slots=True, kw_only=True)
class Observed:
    """What observing entries came to."""

    entries: int = 0
    found: int = 0
    """URLs never seen before."""

    accepted: int = 0
    """Those of them that may be articles."""

    named: int = 0
    """Those that this source had not named before, whoever else had."""

    changed: int = 0
    """Known articles of which the source says something else now."""

    newest: datetime | None = None

    def add(self, other: "Observed") -> None:
        """Take in what a further part of the same source came to."""
        self.entries += other.entries
        self.found += other.found
        self.accepted += other.accepted
        self.named += other.named
        dates = [d for d in (self.newest, other.newest) if d is not None]
        self.newest = max(dates, default=None)


def row_of(row: sqlite3.Row) -> Row:
    """Make one of a row of the table, of which the columns above were selected."""
    return Row(
        **{name: row[name] for name in ("url_key", "site", "url", "via", "outcome", "tries", "final_key")},
        said_at=moment_of(row["said_at"]),
        hints=json.loads(row["hints"]),
        archived_at=moment_of(row["archived_at"]),
    )


def moment_of(text: str | None) -> datetime | None:
    """Read a moment as the state file keeps it."""
    return datetime.fromisoformat(text).astimezone(UTC) if text else None
