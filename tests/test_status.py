"""What `defnews status` says adds up, and names what somebody should look at."""

import json
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from crawler.known import OUTCOMES
from crawler.status import status
from demo.press import Press
from warehouse.state import State


def test_status_adds_up_after_a_crawl(
    press: Press, data: Path, defnews: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    """URLs known are the sum of their outcomes; the crawled site has a success and a next due time."""
    stem = press.publications[0].stem
    defnews("crawl", stem, "--no-load", code=None)
    found = {s["site"]: s for s in json.loads(defnews("status", "--json").stdout)}
    site = found[stem]
    assert set(site["outcomes"]) == set(OUTCOMES)
    assert site["known"] == sum(site["outcomes"].values())
    assert site["outcomes"]["pending"] == 0
    assert site["new_lately"] == site["outcomes"]["archived"] >= len(press.publications[0].articles)
    assert datetime.fromisoformat(site["last_success_at"]) <= datetime.fromisoformat(site["next_due_at"])
    assert f"never crawled: {', '.join(sorted(s for s in found if s != stem))}" in defnews("status").stdout


def test_source_that_failed_is_named(tmp_path: Path) -> None:
    """A feed whose last reading failed stands in the site's problems; a run that was killed is no success."""
    state = State(tmp_path / "state.sqlite")
    now = datetime(2026, 5, 1, 12, tzinfo=UTC)
    early, late = (t.strftime("%Y-%m-%dT%H:%M:%S.%fZ") for t in (now - timedelta(hours=2), now))
    state.connection.execute(
        """INSERT INTO polls (url, site, kind, problem, next_poll_at)
            VALUES ('http://x/feed', 'x', 'feed', 'answers 500', ?)""",
        (late,),
    )
    for run, outcome, at in (("1", "done", early), ("2", "killed", late)):
        state.connection.execute(
            "INSERT INTO runs (run_id, site, started_at, finished_at, outcome) VALUES (?, 'x', ?, ?, ?)",
            (run, at, at, outcome),
        )
    x, y = status(state, ["y"], now)
    state.close()
    assert (x.site, y.site) == ("x", "y")
    assert x.problems == ("http://x/feed answers 500",)
    assert (x.last_run_at, x.last_success_at, x.next_due_at) == (now, now - timedelta(hours=2), now)
    assert (y.known, y.last_run_at, y.problems) == (0, None, ())
