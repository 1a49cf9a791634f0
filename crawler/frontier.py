"""The frontier: every URL ever discovered and its one outcome, in SQLite. What it says is the truth of a crawl."""

import hashlib
import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, timedelta

from crawler.entry import Entry
from crawler.known import COLUMNS, OUTCOMES, Observed, Outcome, Row, row_of
from extract.site import Site
from extract.urls import clean_url, host_of, on_hosts
from warehouse.index import instant
from warehouse.state import State

# One article in six changes within a week, most of those within a day; after that it is left alone.
REVISIT_AFTER = (timedelta(days=1), timedelta(days=7))
# robots.txt may change its mind; once a week costs a site nothing.
ROBOTS_AGAIN = timedelta(days=7)
OPTOUT_AGAIN = timedelta(days=30)
FIRST_RETRY = timedelta(hours=1)
LAST_RETRY = timedelta(days=7)
TRIES_AT_MOST = 5
URL_AT_MOST = 2000

# A source that says of nearly everything that it changed, time and again, says nothing.
CHANGES_BELIEVED = 20
SHARE_BELIEVED = 0.8


class Frontier:
    """Reads and writes the table ``frontier``. Writing methods go inside the caller's transaction."""

    def __init__(self, state: State) -> None:
        self._connection = state.connection

    def observe(self, site: Site, source: str, entries: Iterable[Entry], now: datetime, changed: list[str]) -> Observed:
        """Enter what a feed, sitemap or listing names: new URLs, and what it says now of the known ones.

        Archived articles of which it says something else than the last time are added to ``changed``.
        """
        total = Observed()
        mark = _short(source)
        for entry in entries:
            total.entries += 1
            said_at = min(entry.said_at, now) if entry.said_at else None
            if said_at:
                total.newest = max(total.newest or said_at, said_at)
            url = clean_url(entry.url)
            if url is None or len(url) > URL_AT_MOST:
                continue
            key, refusal = site.url_key(url), refusal_of(url, site)
            says = _short(entry.says)
            known = self._connection.execute(
                "SELECT outcome, seen, hints FROM frontier WHERE url_key = ?", (key,)
            ).fetchone()
            if known is None:
                total.found += 1
                total.accepted += refusal is None
                total.named += refusal is None
                self._insert(key, site.stem, url, source, entry, said_at, now, refusal, {mark: says})
                if refusal is None and self._has_capture(key):  # imported, or from before the state file was lost
                    self.recovered([key], now)
                continue
            seen: dict[str, str] = json.loads(known["seen"])
            if known["outcome"] == "skipped_rule" and refusal is None:
                total.found += 1
                total.accepted += 1
                self._set(key, outcome="pending", reason=None, decided_at=None, url=url)
            if seen.get(mark) == says:
                continue
            if mark in seen and known["outcome"] in ("archived", "unchanged"):
                changed.append(key)
            total.named += mark not in seen and refusal is None
            hints = json.loads(known["hints"]) | entry.hints
            self._set(key, seen=_json(seen | {mark: says}), hints=_json(hints))
        return total

    def look_again(self, changed: Collection[str], entries: int, now: datetime) -> int:
        """Make articles due that their source, which named so many entries, says have changed. Returns how many."""
        if len(changed) > CHANGES_BELIEVED and len(changed) > SHARE_BELIEVED * entries:
            return 0
        for key in changed:
            self._set(key, next_try_at=instant(now))
        return len(changed)

    def draw(
        self,
        site: str,
        at_most: int,
        now: datetime,
        *,
        without: Collection[str] = (),
        since: date | None = None,
        new: bool = True,
    ) -> list[Row]:
        """Give the next URLs to fetch but those under way: ``new`` ones, the newest first, then what is due again."""
        wanted = at_most + len(without)
        after = "" if since is None else "AND (said_at IS NULL OR said_at >= :since)"
        values = {"site": site, "now": instant(now), "since": str(since), "wanted": wanted}
        rows: list[sqlite3.Row] = []
        if new:
            rows = self._connection.execute(
                f"""SELECT {COLUMNS} FROM frontier WHERE site = :site AND outcome = 'pending' {after}
                    ORDER BY newest DESC LIMIT :wanted""",  # noqa: S608 (columns and clause of our own)
                values,
            ).fetchall()
        if len(rows) < wanted:
            rows += self._connection.execute(
                f"""SELECT {COLUMNS} FROM frontier WHERE site = :site AND next_try_at <= :now AND outcome <> 'pending'
                    ORDER BY next_try_at LIMIT :wanted""",  # noqa: S608 (columns of our own)
                values,
            ).fetchall()
        return [row_of(r) for r in rows if r["url_key"] not in without][:at_most]

    def is_due(self, url_key: str, now: datetime) -> bool:
        """Whether a URL is to be fetched now."""
        row = self._connection.execute(
            "SELECT outcome = 'pending' OR next_try_at <= ? FROM frontier WHERE url_key = ?", (instant(now), url_key)
        ).fetchone()
        return bool(row and row[0])

    def get(self, url_key: str) -> Row | None:
        """One URL by its identity."""
        found = self._connection.execute(
            f"SELECT {COLUMNS} FROM frontier WHERE url_key = ?",  # noqa: S608 (columns of our own)
            (url_key,),
        ).fetchone()
        return row_of(found) if found else None

    def has_archived(self, url_key: str) -> bool:
        """Whether a URL's page is in the archive."""
        row = self._connection.execute("SELECT archived_at FROM frontier WHERE url_key = ?", (url_key,)).fetchone()
        return row is not None and row[0] is not None

    def archived(
        self,
        row: Row,
        now: datetime,
        *,
        changed: bool = True,
        final: tuple[str, str] | None = None,
        why: str | None = None,
    ) -> None:
        """Mark a URL whose page is in the archive, and with it the URL (identity, address) it was redirected to."""
        first = row.archived_at or now
        values = {
            "outcome": "archived" if changed else "unchanged",
            "reason": why,
            "decided_at": instant(now),
            "tries": 0,
            "next_try_at": next_visit(row.said_at or first, now),
            "archived_at": instant(first),
        }
        if final is None or final[0] == row.url_key:
            self._set(row.url_key, **values, final_key=row.final_key)
            return
        self._set(row.url_key, **values, final_key=final[0])
        key, url = final
        self._connection.execute(
            """INSERT INTO frontier (url_key, site, url, via, found_at, outcome, newest, hints, seen)
                VALUES (?, ?, ?, ?, ?, 'pending', ?, '{}', '{}') ON CONFLICT DO NOTHING""",
            (key, row.site, url, row.url, instant(now), instant(row.said_at or now)),
        )
        self._set(key, **values)
        # One article, one place to look at it again: the address it lives at.
        self._set(row.url_key, next_try_at=None)

    def same_as(self, row: Row, final_key: str, now: datetime) -> None:
        """Mark a URL that redirects to one which is archived already."""
        self._set(
            row.url_key, outcome="archived", reason="redirects to a URL archived before", tries=0,
            decided_at=instant(now), next_try_at=None, archived_at=instant(row.archived_at or now), final_key=final_key,
        )  # fmt: skip

    def skipped(self, row: Row, outcome: Outcome, why: str, now: datetime) -> None:
        """Mark a URL that is not fetched; robots.txt and opt-outs are asked again after a while."""
        again = {"skipped_robots": ROBOTS_AGAIN, "skipped_optout": OPTOUT_AGAIN}.get(outcome)
        self._set(
            row.url_key, outcome=outcome, reason=why, decided_at=instant(now), tries=0,
            next_try_at=instant(now + again) if again else None,
        )  # fmt: skip

    def failed(
        self, row: Row, why: str, now: datetime, *, for_good: bool = False, retry_at: datetime | None = None
    ) -> None:
        """Mark a URL that could not be had. An article that is archived stays so, and is tried again or left."""
        tries = row.tries + 1
        for_good = for_good or tries >= TRIES_AT_MOST
        wait = min(FIRST_RETRY * 4**row.tries, LAST_RETRY)
        outcome: Outcome = "failed" if for_good else "failed_temporary"
        self._set(
            row.url_key, outcome=row.outcome if row.archived_at else outcome, reason=why, decided_at=instant(now),
            tries=tries, next_try_at=None if for_good else instant(max(retry_at or now, now + wait)),
        )  # fmt: skip

    def archived_unmarked(self) -> set[str]:
        """Identities of pending URLs of which the index has a capture."""
        rows = self._connection.execute(
            """SELECT url_key FROM frontier WHERE outcome IN ('pending', 'failed_temporary')
                AND EXISTS (SELECT 1 FROM captures WHERE captures.url_key = frontier.url_key)"""
        )
        return {row[0] for row in rows}

    def recovered(self, url_keys: Iterable[str], now: datetime) -> None:
        """Mark URLs whose pages a killed run had archived, but not yet marked."""
        for key in url_keys:
            row = self.get(key)
            if row is not None and (row.outcome in ("pending", "failed_temporary") or row.archived_at is None):
                self.archived(row, now)

    def counts(self, site: str) -> dict[Outcome, int]:
        """How many of a site's URLs have each outcome; the sum is all that were ever discovered."""
        rows = self._connection.execute(
            "SELECT outcome, count(*) FROM frontier WHERE site = ? GROUP BY outcome", (site,)
        ).fetchall()
        return dict.fromkeys(OUTCOMES, 0) | {row[0]: row[1] for row in rows}

    def waiting(self, site: str, now: datetime) -> int:
        """How many of a site's URLs could be fetched now."""
        pending, due = "outcome = 'pending'", "outcome <> 'pending' AND next_try_at <= ?"
        row = self._connection.execute(
            f"""SELECT (SELECT count(*) FROM frontier WHERE site = ? AND {pending})
                + (SELECT count(*) FROM frontier WHERE site = ? AND {due})""",  # noqa: S608
            (site, site, instant(now)),
        ).fetchone()
        return int(row[0])

    def _has_capture(self, url_key: str) -> bool:
        return bool(self._connection.execute("SELECT 1 FROM captures WHERE url_key = ? LIMIT 1", (url_key,)).fetchone())

    def _insert(
        self,
        key: str,
        site: str,
        url: str,
        via: str,
        entry: Entry,
        said_at: datetime | None,
        now: datetime,
        refusal: str | None,
        seen: Mapping[str, str],
    ) -> None:
        self._connection.execute(
            """INSERT INTO frontier
                (url_key, site, url, via, found_at, outcome, reason, decided_at, said_at, newest, hints, seen)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (
                key, site, url, via, instant(now), "pending" if refusal is None else "skipped_rule", refusal,
                None if refusal is None else instant(now), instant(said_at) if said_at else None,
                instant(said_at or now), _json(entry.hints), _json(seen),
            ),
        )  # fmt: skip

    def _set(self, url_key: str, **values: object) -> None:
        assignments = ", ".join(f"{column} = ?" for column in values)
        self._connection.execute(
            f"UPDATE frontier SET {assignments} WHERE url_key = ?",  # noqa: S608 (columns of our own)
            (*values.values(), url_key),
        )


def refusal_of(url: str, site: Site) -> str | None:
    """Say why a site's rules leave a URL out; None if it may be an article."""
    if not on_hosts(url, site.hosts):
        return f"{host_of(url)} is none of the site's hosts"
    return None if site.discover.accepts(url) else "no article address by accept and reject"


def next_visit(since: datetime, now: datetime) -> str | None:
    """When to look at an article again: a day and a week after it appeared, as far as that is still to come."""
    again = next((since + wait for wait in REVISIT_AFTER if since + wait > now), None)
    return instant(again) if again else None


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _short(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:12]
