"""A warehouse of generated articles, written straight into DuckDB: for figures at sizes that no test wants to crawl.

    python -m benchmarks.generated DIR [--articles N]

The text is random words, as frequent as words are (Zipf), from a list of defence words and a long tail of made-up ones;
one article in 500 has a phrase planted that can be searched for. The same N gives the same articles.
"""

import argparse
import time
from datetime import UTC, datetime
from pathlib import Path

from warehouse.ledger import write_load
from warehouse.swap import WorkingCopy

PHRASE = "rare earth deal"
COMMON = """
the of to and in a for on with that is was by as at from it be has its said an will are have not which their been or
but this they more who one after also new would had were when than other two over about up out into could first last
military defence defense army navy air force forces government ministry minister officials security missile aircraft
war russia ukraine china united states nato weapons nuclear president systems system country year years million billion
contract program programme ships ship submarine fighter jet drone drones tank tanks artillery ammunition troops soldiers
border region attack attacks strike strikes operation operations exercise base training command general commander fleet
frigate destroyer carrier radar satellite space launch missiles rockets helicopter helicopters production industry budget
procurement delivery shipyard hull brigade battalion regiment division corps marine marines infantry cavalry armoured
vehicle vehicles engine turret howitzer mortar munitions interceptor sensor sensors electronic warfare cyber intelligence
surveillance reconnaissance sanctions export exports agreement treaty ally allies partner partners alliance summit talks
ceasefire conflict crisis deterrence readiness mobilisation conscription recruits veterans casualties wounded prisoners
""".split()  # noqa: SIM905 (a list of two hundred would fill a screen)
TAIL = 40_000
SITES = 20
WORDS, PARAGRAPHS = 70, 6


def generate(data: Path, articles: int, *, since: int = 0) -> None:
    """Write articles ``since … articles - 1`` into the warehouse of a data folder, as one load."""
    started = datetime.now(UTC)
    load_id = started.strftime("%Y%m%dT%H%M%S.%fZ")
    with WorkingCopy(data) as copy:
        connection = copy.connection
        connection.execute(_VOCABULARY, {"common": COMMON, "tail": TAIL})
        for begin in range(since, articles, 50_000):
            end = min(begin + 50_000, articles)
            connection.execute(
                _ARTICLES,
                {"begin": begin, "end": end, "sites": SITES, "many": len(COMMON) + TAIL, "words": WORDS, "paragraphs": PARAGRAPHS,
                 "phrase": PHRASE, "load_id": load_id},
            )  # fmt: skip
        connection.execute(_CAPTURES, {"load_id": load_id})
        counts = {"article": articles - since}
        write_load(connection, load_id, "load", started, counts)
        copy.publish()


_VOCABULARY = """
SET VARIABLE words = $common || [array_to_string([
    ['ba','ko','ri','ten','mal','dor','ve','sin','ar','lo','pra','gu','nev','tis','ol','ham'][1 + CAST((hash(n * 7 + i) >> 24) % 16 AS BIGINT)]
    for i in range(2 + n % 3)], '') for n in range($tail)]
"""
# log-uniform ranks: a word's frequency falls with its rank, as Zipf found it does
_ARTICLES = """
INSERT INTO articles BY NAME
WITH written AS (
    SELECT n,
        array_to_string([getvariable('words')[1 + CAST(floor(pow($many, ((hash(n, w, 7) >> 20) % 1000000) / 1000000.0)) AS BIGINT)
            % $many] for w in range(8)], ' ') AS headline,
        array_to_string([array_to_string([
            getvariable('words')[1 + CAST(floor(pow($many, ((hash(n, p, w) >> 20) % 1000000) / 1000000.0)) AS BIGINT) % $many]
            for w in range($words)], ' ') || '.' for p in range($paragraphs)], E'\\n\\n')
            || (CASE WHEN n % 500 = 0 THEN ' ' || $phrase ELSE '' END) AS body
    FROM range($begin, $end) numbers(n)
)
SELECT
    'https://site' || n % $sites || '.example/news/' || n AS url,
    'site' || n % $sites || '.example/news/' || n AS url_key,
    url AS original_url,
    'site' || n % $sites AS site,
    headline,
    CAST([] AS VARCHAR[]) AS authors,
    TIMESTAMPTZ '2016-01-01 00:00:00+00' + to_seconds(CAST(n * 300 AS BIGINT)) AS published_at,
    'json_ld' AS published_source,
    'second' AS published_precision,
    CAST([] AS VARCHAR[]) AS tags,
    'en' AS language,
    body,
    $words * $paragraphs AS word_count,
    CAST([] AS STRUCT(url VARCHAR, caption VARCHAR, credit VARCHAR)[]) AS images,
    CAST([] AS STRUCT(headline VARCHAR, url VARCHAR, published_at TIMESTAMPTZ)[]) AS related,
    CAST([] AS VARCHAR[]) AS flags,
    published_at + INTERVAL 1 HOUR AS first_seen_at,
    first_seen_at AS last_seen_at,
    first_seen_at AS last_changed_at,
    1 AS revision,
    'sha256:' || sha256(headline || body) AS content_digest,
    first_seen_at AS fetched_at,
    sha256(url) AS capture_id,
    'generated' AS extractor_version,
    $load_id AS load_id
FROM written
ORDER BY n
"""
_CAPTURES = """
INSERT INTO captures BY NAME
SELECT capture_id, site, original_url AS url, fetched_at, 'response' AS kind, 200 AS status, 'text/html' AS mime,
    'sha256:' || capture_id AS digest, 'article' AS outcome, url AS article_url, url_key, content_digest,
    extractor_version, load_id
FROM articles WHERE load_id = $load_id
"""


def main() -> None:
    """Generate and say how long it took."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.generated", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="data folder to write the warehouse into")
    parser.add_argument("--articles", type=int, default=200_000)
    options = parser.parse_args()
    started = time.monotonic()
    generate(options.data, options.articles)
    size = (options.data / "warehouse.duckdb").stat().st_size
    print(
        f"{options.articles:,} articles in {time.monotonic() - started:.0f} s, {size / options.articles:,.0f} bytes each"
    )


if __name__ == "__main__":
    main()
