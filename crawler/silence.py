"""Sites that are silent beyond their habit, and feeds that answer but no longer grow: faults that raise no error."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from warehouse.index import instant
from warehouse.state import State

# A habit is the longest pause among this many days on which something was published; of fewer than five days nobody
# can tell one.
DAYS_OF_HABIT = 30
DAYS_AT_LEAST = 5
# Silence is three times that, and never less than a long weekend.
FAR_BEYOND = 3
SHORTEST_SILENCE = timedelta(days=4)


def silence(state: State, site: str, now: datetime) -> list[str]:
    """Say of a site whether it is silent, or else which of its sources are, one sentence each."""
    days = _days_published(state, site)
    if len(days) < DAYS_AT_LEAST:
        return []
    habit = max(later - earlier for earlier, later in pairwise(days))
    bound = max(habit * FAR_BEYOND, SHORTEST_SILENCE)
    watched = state.connection.execute("SELECT min(started_at) FROM runs WHERE site = ?", (site,)).fetchone()[0]
    if watched is None:
        return []
    # Of the time before the first crawl nothing is known: a site that is new here has not fallen silent.
    if now.astimezone(UTC).date() - max(days[-1], date.fromisoformat(watched[:10])) > bound:
        used_to = "every day" if habit.days == 1 else f"at least every {habit.days} days"
        return [f"nothing new since {days[-1]}, and it used to publish {used_to}: see whether it has moved"]
    rows = state.connection.execute(
        """SELECT url, grew_at FROM polls
            WHERE site = ? AND (parent IS NULL OR kind = 'feed') AND failures = 0 AND grew_at < ? AND polled_at > grew_at ORDER BY url""",
        (site, instant(now - bound)),
    )
    return [
        f"{row['url']} answers, but has named nothing new since {row['grew_at'][:10]}, while the site went on: "
        "correct its address in the site file, or take it out"
        for row in rows
    ]


def _days_published(state: State, site: str) -> list[date]:
    """The last days on which a site published something, as its sources say or else as it was found; in order."""
    rows = state.connection.execute(
        """WITH RECURSIVE days (day) AS (
                SELECT (SELECT substr(max(newest), 1, 10) FROM frontier WHERE site = :site AND outcome <> 'skipped_rule')
                UNION ALL
                SELECT (SELECT substr(max(newest), 1, 10) FROM frontier
                    WHERE site = :site AND outcome <> 'skipped_rule' AND newest < day) FROM days WHERE day IS NOT NULL
            ) SELECT day FROM days WHERE day IS NOT NULL LIMIT :days""",
        {"site": site, "days": DAYS_OF_HABIT},
    )
    return sorted(date.fromisoformat(row["day"]) for row in rows)
