"""How each site's crawl stands, from the state file alone: what is known, what came of it, what is due."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from crawler.known import OUTCOMES
from crawler.silence import silence
from warehouse.index import instant
from warehouse.state import State

LATELY = timedelta(days=7)
ENDED_WELL = ("done", "attention")


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteStatus:
    """One site's crawl. ``known`` is the sum of ``outcomes``."""

    site: str
    known: int
    """URLs ever discovered."""

    outcomes: dict[str, int] = field(default_factory=dict)
    """How many of them have each outcome; all are named."""

    new_lately: int = 0
    """Pages archived for the first time within seven days."""

    last_run_at: datetime | None = None
    last_success_at: datetime | None = None
    """End of the last run that was neither interrupted nor killed."""

    next_due_at: datetime | None = None
    """When its first source is due; null if none was ever read."""

    problems: tuple[str, ...] = ()
    """What its sources last failed with, and where there is silence beyond its habit."""


def status(state: State, sites: Iterable[str], now: datetime | None = None) -> list[SiteStatus]:
    """Say how the named sites stand, and any other that the state file knows."""
    now = now or datetime.now(UTC)
    rows = state.connection.execute(
        "SELECT site, outcome, count(*) AS urls, sum(archived_at >= ?) AS lately FROM frontier GROUP BY site, outcome",
        (instant(now - LATELY),),
    ).fetchall()
    runs = state.connection.execute(
        """SELECT site, max(finished_at) AS last_run, max(CASE WHEN outcome IN (?, ?) THEN finished_at END) AS success
            FROM runs GROUP BY site""",
        ENDED_WELL,
    ).fetchall()
    polls = state.connection.execute(
        "SELECT site, url, next_poll_at, problem, failures FROM polls WHERE parent IS NULL OR kind = 'feed' ORDER BY url"
    ).fetchall()
    names = sorted({*sites, *(r["site"] for r in (*rows, *runs, *polls))})
    found = []
    for name in names:
        outcomes = dict.fromkeys(OUTCOMES, 0) | {r["outcome"]: r["urls"] for r in rows if r["site"] == name}
        run = next((r for r in runs if r["site"] == name), None)
        due = [r["next_poll_at"] for r in polls if r["site"] == name and r["next_poll_at"]]
        found.append(
            SiteStatus(
                site=name,
                known=sum(outcomes.values()),
                outcomes=outcomes,
                new_lately=sum(r["lately"] or 0 for r in rows if r["site"] == name),
                last_run_at=_moment(run["last_run"]) if run else None,
                last_success_at=_moment(run["success"]) if run else None,
                next_due_at=_moment(min(due)) if due else None,
                problems=(
                    *(f"{r['url']} {r['problem']}" for r in polls if r["site"] == name and r["problem"]),
                    *silence(state, name, now),
                ),
            )
        )
    return found


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
