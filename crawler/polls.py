"""When each feed, sitemap and listing was read, when it is due again, and how far a backfill has walked."""

import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from crawler.entry import Child
from warehouse.index import instant
from warehouse.state import State

Kind = Literal["feed", "sitemap", "listing"]

# Often enough for news, seldom enough for a guest; in between, what a source yields decides.
SHORTEST = timedelta(minutes=15)
FIRST = timedelta(hours=1)
LONGEST = timedelta(hours=24)
# Failing sources are asked ever more seldom, but never given up: publishers repair them.
LONGEST_AFTER_FAILURES = timedelta(days=3)

# An index of few sitemaps is read whole; of many, those that say they changed lately, which holds the news.
CHILDREN_READ_WHOLE = 10
CHILDREN_WITHOUT_DATES = 3
RECENT = timedelta(days=8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """One source and what is remembered of it."""

    url: str
    site: str
    kind: Kind
    parent: str | None
    said_at: str | None
    polled_at: str | None
    next_poll_at: str | None
    every_seconds: int
    failures: int
    etag: str | None
    last_modified: str | None
    rules: str | None
    grew_at: str | None
    turn_page: int | None
    walk_page: int | None
    walked_to: str | None

    def is_due(self, now: datetime) -> bool:
        """Whether it should be read; also if it never was."""
        return self.next_poll_at is None or self.next_poll_at <= instant(now)


_COLUMNS = ", ".join(Poll.__slots__)


class Polls:
    """Reads and writes the table ``polls``. Writing methods go inside the caller's transaction."""

    def __init__(self, state: State) -> None:
        self._connection = state.connection

    def get(self, url: str) -> Poll | None:
        """One source by its address."""
        row = self._connection.execute(f"SELECT {_COLUMNS} FROM polls WHERE url = ?", (url,)).fetchone()  # noqa: S608
        return _poll(row) if row else None

    def enter(
        self, url: str, site: str, kind: Kind, *, parent: str | None = None, said_at: datetime | None = None
    ) -> None:
        """Enter a source if it is new; one that its index says has changed is due."""
        said = instant(said_at) if said_at else None
        self._connection.execute(
            """INSERT INTO polls (url, site, kind, parent, said_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (url) DO UPDATE SET said_at = excluded.said_at,
                    next_poll_at = CASE WHEN excluded.said_at IS NOT polls.said_at THEN NULL ELSE next_poll_at END""",
            (url, site, kind, parent, said),
        )

    def children(self, index: str, site: str, children: Iterable[Child]) -> int:
        """Enter the sitemaps that an index names, itself excepted. Returns how many it names."""
        count = 0
        for child in children:
            if child.url != index:
                self.enter(child.url, site, "sitemap", parent=index, said_at=child.said_at)
                count += 1
        return count

    def adopt(self, homepage: str, site: str, feeds: Collection[str]) -> None:
        """Enter the feeds that a homepage names, and forget those that it names no more."""
        for url in feeds:
            self.enter(url, site, "feed", parent=homepage)
        for poll in self.adopted(homepage):
            if poll.url not in feeds:
                self._connection.execute("DELETE FROM polls WHERE url = ?", (poll.url,))

    def adopted(self, homepage: str) -> list[Poll]:
        """The feeds that a homepage named when it was read last."""
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM polls WHERE parent = ? AND kind = 'feed' ORDER BY url",  # noqa: S608
            (homepage,),
        )
        return [_poll(row) for row in rows]

    def forget_but(self, site: str, sources: Collection[str]) -> None:
        """Forget what a site's file names no more, with all that was found through it."""
        rows = self._connection.execute("SELECT url FROM polls WHERE site = ? AND parent IS NULL", (site,)).fetchall()
        for row in rows:
            if row["url"] not in sources:
                self._connection.execute("DELETE FROM polls WHERE ? IN (url, parent)", (row["url"],))

    def children_to_read(
        self, index: str, now: datetime, *, everything: bool, since: datetime | None = None
    ) -> list[Poll]:
        """Give an index's sitemaps to read now, the newest first: ``everything`` of it, or else the lively ones.

        Those whose date is older than their last reading are left out: nothing in them can be new.
        """
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM polls WHERE parent = ? ORDER BY said_at DESC, url DESC",  # noqa: S608
            (index,),
        ).fetchall()
        polls = [_poll(row) for row in rows]
        if since is not None:
            polls = [p for p in polls if p.said_at is None or p.said_at >= instant(since)]
        if not everything and len(polls) > CHILDREN_READ_WHOLE:
            dated = [p for p in polls if p.said_at is not None]
            recent = [p for p in dated if (p.said_at or "") >= instant(now - RECENT)]
            polls = recent[:CHILDREN_READ_WHOLE] if dated else _ends(polls)
        return [p for p in polls if p.polled_at is None or p.said_at is None or p.said_at >= p.polled_at[:10]]

    def answered(
        self,
        url: str,
        now: datetime,
        *,
        status: int,
        grew: bool,
        named: bool,
        entries: int | None = None,
        etag: str | None = None,
        last_modified: str | None = None,
        rules: str | None = None,
        problem: str | None = None,
    ) -> None:
        """Remember a reading once its entries are entered; the next is sooner where it ``grew``, later where not.

        It grew if it named a URL that nobody had named before; ``named`` is whether it named one that itself had not.
        """
        poll = self.get(url)
        if poll is None:
            return
        every = timedelta(seconds=poll.every_seconds)
        every = max(SHORTEST, every / 2) if grew else min(LONGEST, every * 3 / 2)
        kept = status == 304
        self._connection.execute(
            """UPDATE polls SET polled_at = ?, next_poll_at = ?, every_seconds = ?, status = ?, problem = ?,
                failures = 0, etag = ?, last_modified = ?, rules = ?, entries = coalesce(?, entries),
                grew_at = coalesce(?, grew_at) WHERE url = ?""",
            (
                instant(now), instant(now + every), int(every.total_seconds()), status, problem,
                poll.etag if kept else etag, poll.last_modified if kept else last_modified, rules, entries,
                instant(now) if named else None, url,
            ),
        )  # fmt: skip

    def failed(self, url: str, now: datetime, *, problem: str, status: int | None = None) -> None:
        """Remember that a source could not be read; what was known of it stays."""
        poll = self.get(url)
        if poll is None:
            return
        wait = min(FIRST * 2 ** min(poll.failures, 10), LONGEST_AFTER_FAILURES)
        self._connection.execute(
            "UPDATE polls SET next_poll_at = ?, status = ?, problem = ?, failures = failures + 1 WHERE url = ?",
            (instant(now + wait), status, problem, url),
        )

    def turned(self, url: str, next_page: int | None) -> None:
        """Remember which page is to be read next for news, so that a kill between two pages loses none."""
        self._connection.execute("UPDATE polls SET turn_page = ? WHERE url = ?", (next_page, url))

    def walked(self, url: str, *, next_page: int | None, walked_to: str | None) -> None:
        """Remember how far a backfill has walked through a source's pages."""
        self._connection.execute(
            "UPDATE polls SET walk_page = ?, walked_to = ? WHERE url = ?", (next_page, walked_to, url)
        )

    def due(self, site: str, now: datetime) -> bool:
        """Whether any of a site's own sources should be read; also if none ever was."""
        row = self._connection.execute(
            """SELECT count(*), coalesce(sum(next_poll_at IS NULL OR next_poll_at <= ?), 0)
                FROM polls WHERE site = ? AND (parent IS NULL OR kind = 'feed')""",
            (instant(now), site),
        ).fetchone()
        return bool(row[0] == 0 or row[1] > 0)


def _ends(polls: list[Poll]) -> list[Poll]:
    """Where no sitemap says when it changed, the last and the first by name: one of them has the news."""
    return [*polls[:CHILDREN_WITHOUT_DATES], *polls[-1:]]


def _poll(row: sqlite3.Row) -> Poll:
    return Poll(**{name: row[name] for name in Poll.__slots__})
