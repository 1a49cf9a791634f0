"""The same text at several addresses is one story, told by its earliest copy.

Two articles are alike if their fingerprints say that one has the wording and the figures of the other, if they appeared
within a month of each other, and if they are not two texts of one site under different headlines. A story is gathered
round its lead: taken in the order in which they appeared, an article that is like no lead before it becomes one, every
other is a copy of the lead it resembles most. So nothing is in a story because it is like a copy of a copy.

The result depends on nothing but the table ``articles``. Only articles that a merge touched are compared anew, and only
the stories that they can reach over the table ``alike`` are gathered anew.
"""

from collections.abc import Iterable
from datetime import datetime

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from extract.fingerprint import FIGURES, HASHES_A_NUMBER, WORDING
from warehouse.database import count

DAYS_APART = 30
SHARED_AT_LEAST = 0.7
"""Share of the later text's word runs that the earlier one must have: who adds as much again has written another text."""

RESEMBLANCE_AT_LEAST = 0.3
"""Least Jaccard similarity of the word runs: a text quoted in one five times as long is no copy of it."""

FIGURES_AT_LEAST = 0.6
"""Least similarity of the figures, as a share of that of the wording: a form filled in anew keeps its wording only."""

SHORT = 100
"""Words below which texts are alike only under one headline and almost word by word: notices are the same everywhere."""

SHORT_AT_LEAST = 0.8
"""Least similarity of wording and figures of two texts of which one is short."""

PAIRS_AT_ONCE = 50_000
CHANCE = 1 / 256  # two values of eight bits are equal by chance

_APPEARED = "appeared({0}.first_seen_at, {0}.published_at, {0}.published_precision)"

UNGATHERED = "CREATE TEMP TABLE IF NOT EXISTS ungathered (url_key VARCHAR)"
"""Makes the table that takes the keys of articles whose stories are to be settled."""

_FORGET = """
CREATE OR REPLACE TEMP TABLE regather AS
SELECT url_key FROM ungathered
UNION SELECT url_key FROM alike WHERE other_url_key IN (SELECT url_key FROM ungathered)
UNION SELECT other_url_key FROM alike WHERE url_key IN (SELECT url_key FROM ungathered);

DELETE FROM alike
WHERE url_key IN (SELECT url_key FROM ungathered) OR other_url_key IN (SELECT url_key FROM ungathered);
"""

_COMPARED = f"""
CREATE OR REPLACE TEMP TABLE compared AS
SELECT rowid AS number, {_APPEARED.format("articles")} AS appeared_at, fingerprint[1:{WORDING}] AS wording
FROM articles
WHERE url_key IN (SELECT url_key FROM ungathered) AND len(fingerprint) > 0
"""  # noqa: S608 (our own expressions)

# Both sides hold nothing but numbers and times: a rebuild compares every article with every other.
_MEET = f"""
CREATE OR REPLACE TEMP TABLE met AS
WITH mine AS (
    SELECT number, appeared_at, unnest(wording) AS hashes FROM compared
),
near AS (
    SELECT rowid AS number, {_APPEARED.format("articles")} AS appeared_at, fingerprint[1:{WORDING}] AS wording
    FROM articles
    WHERE len(fingerprint) > 0
),
others AS (
    SELECT number, appeared_at, unnest(wording) AS hashes
    FROM near
    WHERE appeared_at BETWEEN (SELECT min(appeared_at) FROM compared) - INTERVAL {DAYS_APART} DAY
        AND (SELECT max(appeared_at) FROM compared) + INTERVAL {DAYS_APART} DAY
)
SELECT DISTINCT least(mine.number, others.number) AS one, greatest(mine.number, others.number) AS two
FROM mine JOIN others USING (hashes)
WHERE mine.number <> others.number
    AND others.appeared_at BETWEEN mine.appeared_at - INTERVAL {DAYS_APART} DAY
        AND mine.appeared_at + INTERVAL {DAYS_APART} DAY
"""  # noqa: S608 (our own expressions)

_PAIRS = f"""
SELECT
    one.url_key AS url_key, two.url_key AS other_url_key,
    one.fingerprint AS fingerprint, two.fingerprint AS other_fingerprint,
    one.word_count AS words, two.word_count AS other_words,
    one.site = two.site AS same_site,
    lower(trim(one.headline)) = lower(trim(two.headline)) AS same_headline,
    ({_APPEARED.format("one")}, one.url_key) < ({_APPEARED.format("two")}, two.url_key) AS in_order
FROM (SELECT * FROM met WHERE rowid >= $start AND rowid < $start + $number) AS met
JOIN articles AS one ON one.rowid = met.one
JOIN articles AS two ON two.rowid = met.two
"""  # noqa: S608 (our own expressions)

_WIDEN = """
INSERT INTO regather
SELECT other_url_key FROM alike
WHERE url_key IN (SELECT url_key FROM regather) AND other_url_key NOT IN (SELECT url_key FROM regather)
UNION
SELECT url_key FROM alike
WHERE other_url_key IN (SELECT url_key FROM regather) AND url_key NOT IN (SELECT url_key FROM regather)
RETURNING url_key
"""

_REACHED = f"""
SELECT
    pairs.url_key, pairs.other_url_key, pairs.resemblance,
    {_APPEARED.format("one")} AS appeared_at, {_APPEARED.format("two")} AS other_appeared_at
FROM {{pairs}} AS pairs
JOIN articles AS one ON one.url_key = pairs.url_key
JOIN articles AS two ON two.url_key = pairs.other_url_key
"""  # noqa: S608 (our own expressions)

_FALSE = """
SELECT (SELECT count(*) FROM ((FROM told_alike EXCEPT ALL FROM alike) UNION ALL (FROM alike EXCEPT ALL FROM told_alike)))
    + (SELECT count(*) FROM ((FROM told_copies EXCEPT ALL FROM copies) UNION ALL (FROM copies EXCEPT ALL FROM told_copies)))
"""

ALIKE = pa.schema([("url_key", pa.string()), ("other_url_key", pa.string()), ("resemblance", pa.float32())])
COPY = pa.schema([("url_key", pa.string()), ("lead_url_key", pa.string()), ("resemblance", pa.float32())])

Place = tuple[datetime, str]
"""Where an article stands among others: when it appeared, then its key."""


def gather(connection: duckdb.DuckDBPyConnection) -> None:
    """Bring ``alike`` and ``copies`` up to date with the articles named in the temporary table ``ungathered``; empty it."""
    connection.execute(UNGATHERED)
    connection.execute(_FORGET)
    _compare(connection, "alike")
    while connection.execute(_WIDEN).fetchall():
        pass
    connection.execute("DELETE FROM copies WHERE url_key IN (SELECT url_key FROM regather)")
    reached = "(SELECT * FROM alike WHERE url_key IN (SELECT url_key FROM regather))"
    _insert(connection, "copies", _copies(_pairs(connection, reached)))
    connection.execute("DELETE FROM ungathered")


def ungathered(connection: duckdb.DuckDBPyConnection) -> int:
    """Count rows of ``alike`` and ``copies`` that do not follow from the articles, or are missing."""
    connection.execute("CREATE OR REPLACE TEMP TABLE ungathered AS SELECT url_key FROM articles")
    connection.execute("CREATE OR REPLACE TEMP TABLE told_alike AS FROM alike LIMIT 0")
    connection.execute("CREATE OR REPLACE TEMP TABLE told_copies AS FROM copies LIMIT 0")
    _compare(connection, "told_alike")
    _insert(connection, "told_copies", _copies(_pairs(connection, "told_alike")))
    return count(connection, _FALSE)


def _compare(connection: duckdb.DuckDBPyConnection, target: str) -> None:
    """Insert the pairs of articles that are alike of which one is named in ``ungathered``."""
    connection.execute(_COMPARED)
    connection.execute(_MEET)
    for start in range(0, count(connection, "SELECT count(*) FROM met"), PAIRS_AT_ONCE):
        pairs = connection.sql(_PAIRS, params={"start": start, "number": PAIRS_AT_ONCE}).to_arrow_table()
        _insert(connection, target, _alike(pairs))


def _pairs(connection: duckdb.DuckDBPyConnection, source: str) -> list[tuple[str, str, float, datetime, datetime]]:
    return connection.execute(_REACHED.format(pairs=source)).fetchall()


def _alike(pairs: pa.Table) -> pa.Table:
    """Those of the candidate pairs that are alike, with their resemblance."""
    mine, others = (_values(pairs[name]) for name in ("fingerprint", "other_fingerprint"))
    split = WORDING * HASHES_A_NUMBER
    equal = mine == others
    wording, figures = (_similarity(part) for part in (equal[:, :split], equal[:, split:]))
    words, other_words = (pairs[name].to_numpy().astype(float) for name in ("words", "other_words"))
    same_site, same_headline, in_order = (pairs[n].to_numpy() for n in ("same_site", "same_headline", "in_order"))
    shared = wording * (words + other_words) / ((1 + wording) * np.where(in_order, other_words, words))
    short = np.minimum(words, other_words) < SHORT
    chosen = (
        (shared >= SHARED_AT_LEAST)
        & (wording >= RESEMBLANCE_AT_LEAST)
        & (figures >= FIGURES_AT_LEAST * wording)
        & (same_headline | ~(same_site | short))
        & (~short | (np.minimum(wording, figures) >= SHORT_AT_LEAST))
    )
    keys = [pairs[name].filter(pa.array(chosen)) for name in ("url_key", "other_url_key")]
    ordered = [pc.min_element_wise(*keys), pc.max_element_wise(*keys)]  # the same whichever was loaded first
    return pa.table([*ordered, pa.array(wording[chosen], pa.float32())], schema=ALIKE)


def _values(column: pa.ChunkedArray) -> npt.NDArray[np.uint8]:
    """Fingerprints as rows of single values."""
    flat: npt.NDArray[np.uint8] = column.combine_chunks().flatten().to_numpy().astype("<u4").view(np.uint8)
    return flat.reshape(len(column), (WORDING + FIGURES) * HASHES_A_NUMBER)


def _similarity(equal: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
    """Jaccard similarity that the share of equal values stands for, with what is equal by chance taken off."""
    similarity: npt.NDArray[np.float64] = np.maximum(0.0, (equal.mean(axis=1) - CHANCE) / (1 - CHANCE))
    return similarity


def _copies(pairs: Iterable[tuple[str, str, float, datetime, datetime]]) -> pa.Table:
    """Gather the articles of whole stories round their leads; give every other with its lead."""
    before: dict[Place, list[tuple[float, Place]]] = {}
    for key, other, resemblance, at, other_at in pairs:
        earlier, later = sorted(((at, key), (other_at, other)))
        before.setdefault(earlier, [])
        before.setdefault(later, []).append((resemblance, earlier))
    leads: set[Place] = set()
    rows = []
    for article in sorted(before):
        options = [(-resemblance, lead) for resemblance, lead in before[article] if lead in leads]
        if options:
            resemblance, lead = min(options)
            rows.append((article[1], lead[1], -resemblance))
        else:
            leads.add(article)
    columns = zip(*rows, strict=True) if rows else ([], [], [])
    return pa.table([pa.array(list(c), t) for c, t in zip(columns, COPY.types, strict=True)], schema=COPY)


def _insert(connection: duckdb.DuckDBPyConnection, name: str, rows: pa.Table) -> None:
    connection.register("gathered", rows)
    try:
        connection.execute(f"INSERT INTO {name} BY NAME SELECT * FROM gathered")  # noqa: S608 (our names)
    finally:
        connection.unregister("gathered")
