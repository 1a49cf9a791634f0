"""Captures of an article into its history, in SQL: which texts it had, since when, and which row shows each.

An article is all captures with one ``url_key``. In the order they were fetched, a run of equal ``content_digest`` is
one revision. The row of a revision is read from the last response in its run. The result depends on nothing but the
table ``captures``, so loads may come in any order, in any portions, and as often as they like.
"""

import duckdb
import pyarrow as pa

from warehouse.database import count
from warehouse.rows import ARTICLE
from warehouse.stories import UNGATHERED

_PREPARE = """
CREATE TEMP TABLE IF NOT EXISTS touched (url_key VARCHAR);
CREATE TEMP TABLE IF NOT EXISTS touched_urls (article_url VARCHAR);
CREATE TEMP TABLE IF NOT EXISTS settled (url_key VARCHAR);  -- all that were touched since the copy was begun

"""

_READ_ANEW = "SELECT count(*) FROM captures WHERE capture_id IN (SELECT capture_id FROM staged_captures)"

# What captures that are read anew said before. A first load has none: it is spared looking for them four times.
_TAKE_BACK = """
INSERT INTO touched SELECT url_key FROM captures
    WHERE url_key IS NOT NULL AND capture_id IN (SELECT capture_id FROM staged_captures);
INSERT INTO touched_urls SELECT article_url FROM captures
    WHERE article_url IS NOT NULL AND capture_id IN (SELECT capture_id FROM staged_captures);
DELETE FROM captures WHERE capture_id IN (SELECT capture_id FROM staged_captures);
DELETE FROM rejects WHERE capture_id IN (SELECT capture_id FROM staged_captures);
"""

_TAKE_IN = """
INSERT INTO captures BY NAME SELECT * FROM staged_captures;
INSERT INTO rejects BY NAME SELECT * FROM staged_rejects;

-- A revisit shows what the response shows that it refers to, whichever of the two came first.
UPDATE captures AS revisit
SET article_url = original.article_url, url_key = original.url_key, content_digest = original.content_digest
FROM captures AS original
WHERE revisit.kind = 'revisit' AND original.kind = 'response' AND original.capture_id = revisit.refers_to
    AND (revisit.capture_id IN (SELECT capture_id FROM staged_captures)
        OR original.capture_id IN (SELECT capture_id FROM staged_captures));

INSERT INTO touched SELECT url_key FROM captures
    WHERE url_key IS NOT NULL AND capture_id IN (SELECT capture_id FROM staged_captures);
INSERT INTO touched SELECT url_key FROM captures
    WHERE url_key IS NOT NULL AND article_url IN (SELECT article_url FROM touched_urls);
"""

# Two identities that show one address (rules changed in between) are settled together: only one can have the address.
_WIDEN = """
INSERT INTO touched
SELECT DISTINCT other.url_key
FROM captures AS mine
JOIN captures AS other ON other.article_url = mine.article_url
WHERE mine.url_key IN (SELECT url_key FROM touched) AND other.url_key NOT IN (SELECT url_key FROM touched)
RETURNING url_key
"""

_DECIDE = """
CREATE OR REPLACE TEMP TABLE wanted AS
WITH seen AS (
    SELECT *, content_digest IS DISTINCT FROM lag(content_digest) OVER in_time AS changed
    FROM captures
    WHERE url_key IN (SELECT url_key FROM touched)
    WINDOW in_time AS (PARTITION BY url_key ORDER BY fetched_at, capture_id)
),
numbered AS (
    SELECT *, CAST(sum(CAST(changed AS INTEGER)) OVER in_time AS INTEGER) AS revision
    FROM seen
    WINDOW in_time AS (PARTITION BY url_key ORDER BY fetched_at, capture_id ROWS UNBOUNDED PRECEDING)
),
runs AS (
    SELECT
        url_key,
        revision,
        min(fetched_at) AS last_changed_at,
        max(fetched_at) AS last_seen_at,
        coalesce(
            arg_max(capture_id, row(fetched_at, capture_id)) FILTER (kind = 'response'),
            arg_max(refers_to, row(fetched_at, capture_id)) FILTER (kind = 'revisit')
        ) AS capture_id
    FROM numbered
    GROUP BY url_key, revision
),
placed AS (
    SELECT
        runs.*,
        captures.article_url,
        min(runs.last_changed_at) OVER article AS first_seen_at,
        runs.revision = max(runs.revision) OVER article AS newest
    FROM runs
    JOIN captures ON captures.capture_id = runs.capture_id
    WINDOW article AS (PARTITION BY runs.url_key)
)
SELECT
    *,
    newest AND row_number() OVER (PARTITION BY newest, article_url ORDER BY last_seen_at DESC, url_key) = 1 AS current
FROM placed;
"""

_MISSING = """
SELECT capture_id FROM wanted
EXCEPT SELECT capture_id FROM staged_articles
EXCEPT SELECT capture_id FROM articles
EXCEPT SELECT capture_id FROM revisions
ORDER BY capture_id
"""

_APPLY = """
-- Rows that are already in their place; of these only the sightings change.
CREATE OR REPLACE TEMP TABLE kept AS
SELECT wanted.url_key, wanted.revision, wanted.current
FROM wanted JOIN articles USING (url_key, capture_id)
WHERE wanted.current AND wanted.capture_id NOT IN (SELECT capture_id FROM staged_articles)
UNION ALL
SELECT wanted.url_key, wanted.revision, wanted.current
FROM wanted JOIN revisions USING (url_key, capture_id, revision)
WHERE NOT wanted.current AND wanted.capture_id NOT IN (SELECT capture_id FROM staged_articles);

CREATE OR REPLACE TEMP TABLE moving AS
SELECT url_key, revision, capture_id, current FROM wanted
WHERE (url_key, revision) NOT IN (SELECT (url_key, revision) FROM kept);

CREATE OR REPLACE TEMP TABLE moved AS
SELECT * EXCLUDE (first_seen_at, last_seen_at, last_changed_at, revision) FROM article_history
WHERE capture_id IN (SELECT capture_id FROM moving EXCEPT SELECT capture_id FROM staged_articles)
    AND url_key IN (SELECT url_key FROM touched)
QUALIFY row_number() OVER (PARTITION BY capture_id ORDER BY revision) = 1;

DELETE FROM articles WHERE url_key IN (SELECT url_key FROM touched)
    AND url_key NOT IN (SELECT url_key FROM kept WHERE current);
DELETE FROM revisions WHERE url_key IN (SELECT url_key FROM touched)
    AND (url_key, revision) NOT IN (SELECT (url_key, revision) FROM kept WHERE NOT current);

UPDATE articles
SET first_seen_at = wanted.first_seen_at, last_seen_at = wanted.last_seen_at,
    last_changed_at = wanted.last_changed_at, revision = wanted.revision
FROM wanted
WHERE wanted.current AND wanted.url_key = articles.url_key AND wanted.capture_id = articles.capture_id
    AND (articles.first_seen_at, articles.last_seen_at, articles.last_changed_at, articles.revision)
        IS DISTINCT FROM (wanted.first_seen_at, wanted.last_seen_at, wanted.last_changed_at, wanted.revision);
UPDATE revisions
SET first_seen_at = wanted.first_seen_at, last_seen_at = wanted.last_seen_at,
    last_changed_at = wanted.last_changed_at
FROM wanted
WHERE NOT wanted.current AND wanted.url_key = revisions.url_key AND wanted.revision = revisions.revision
    AND (revisions.first_seen_at, revisions.last_seen_at, revisions.last_changed_at)
        IS DISTINCT FROM (wanted.first_seen_at, wanted.last_seen_at, wanted.last_changed_at);
"""

_INSERT = """
INSERT INTO {target} BY NAME
SELECT {columns}, wanted.first_seen_at, wanted.last_seen_at, wanted.last_changed_at, wanted.revision
FROM {source} AS text
JOIN moving ON moving.capture_id = text.capture_id
JOIN wanted ON wanted.url_key = moving.url_key AND wanted.revision = moving.revision
WHERE {condition}
"""


def merge(
    connection: duckdb.DuckDBPyConnection, articles: pa.Table, captures: pa.Table, rejects: pa.Table
) -> list[str]:
    """Bring decided captures into the warehouse and settle the history of every article they touch.

    Their stories are for `stories.gather` to settle. Returns the captures that must be read again first, because a row has to show them whose text is not at hand: call
    again with these added. ``articles`` and ``revisions`` are left alone until nothing is missing.
    """
    staged = {"staged_articles": articles, "staged_captures": captures, "staged_rejects": rejects}
    for name, rows in staged.items():
        connection.register(name, rows)
    try:
        connection.execute(_PREPARE)
        if count(connection, _READ_ANEW):
            connection.execute(_TAKE_BACK)
        connection.execute(_TAKE_IN)
        while connection.execute(_WIDEN).fetchall():
            pass
        connection.execute(_DECIDE)
        missing = [row[0] for row in connection.execute(_MISSING).fetchall()]
        if not missing:
            connection.execute(_APPLY)
            for target, condition in (("articles", "moving.current"), ("revisions", "NOT moving.current")):
                for source in ("staged_articles", "moved"):
                    columns = ", ".join(f"text.{name}" for name in ARTICLE.names)
                    connection.execute(
                        _INSERT.format(target=target, columns=columns, source=source, condition=condition)
                    )
            connection.execute(UNGATHERED)
            connection.execute("INSERT INTO ungathered SELECT DISTINCT url_key FROM touched")
            connection.execute("INSERT INTO settled SELECT DISTINCT url_key FROM touched")
            connection.execute("DELETE FROM touched; DELETE FROM touched_urls")
            connection.execute("DROP TABLE moved")
    finally:
        for name in staged:
            connection.unregister(name)
    return missing


def settled(connection: duckdb.DuckDBPyConnection) -> set[str]:
    """The `url_key`s of all articles whose rows the merges into this working copy may have changed."""
    try:
        return {row[0] for row in connection.execute("SELECT DISTINCT url_key FROM settled").fetchall()}
    except duckdb.CatalogException:  # nothing was merged
        return set()


_UNSETTLED = """
WITH told AS (
    SELECT url_key, revision, capture_id, first_seen_at, last_seen_at, last_changed_at, TRUE AS current FROM articles
    UNION ALL
    SELECT url_key, revision, capture_id, first_seen_at, last_seen_at, last_changed_at, FALSE AS current FROM revisions
),
due AS (
    SELECT url_key, revision, capture_id, first_seen_at, last_seen_at, last_changed_at, current FROM wanted
)
SELECT (SELECT count(*) FROM (FROM told EXCEPT ALL FROM due)) + (SELECT count(*) FROM (FROM due EXCEPT ALL FROM told))
"""


def unsettled(connection: duckdb.DuckDBPyConnection) -> int:
    """Count rows of ``articles`` and ``revisions`` that do not follow from the captures, or are missing."""
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE touched AS SELECT DISTINCT url_key FROM captures WHERE url_key IS NOT NULL"
    )
    connection.execute(_DECIDE)
    return count(connection, _UNSETTLED)
