"""Measure how well stories are gathered: precision and recall over pairs of articles of our own making.

    python -m benchmarks.stories [--stories N] [--wrong]

Each pair of articles that the warehouse puts into one story is right if both were made from one story; each pair that
was is found if the warehouse has it. Near misses are among them: forms filled in anew, live reports that go on, notices,
releases with the same closing paragraph, the same text a year later.
"""

import argparse
import time
from collections import Counter
from collections.abc import Sequence
from datetime import UTC
from itertools import combinations

import duckdb

from benchmarks.copies import Piece, pieces
from extract.article import Article
from extract.digest import content_digest
from extract.fingerprint import fingerprint
from extract.words import word_count
from warehouse.database import QUIET, migrate
from warehouse.index import IndexedCapture
from warehouse.revisions import merge
from warehouse.rows import Decided, articles_table, captures_table, rejects_table
from warehouse.stories import gather

Pair = tuple[int, int]


def decided(number: int, piece: Piece) -> Decided:
    """A capture with the article on it."""
    url = f"https://{piece.site}.example/{number}"
    capture = IndexedCapture(
        capture_id=f"{number:032}", site=piece.site, url=url, url_key=url, fetched_at=piece.published_at.astimezone(UTC),
        kind="response", status=200, mime="text/html", digest="", etag=None, last_modified=None, refers_to=None, file="",
        offset=0, length=0,
    )  # fmt: skip
    article = Article(
        url=url, url_key=url, original_url=url, headline=piece.headline, body=piece.body, blocks=(),
        word_count=word_count(piece.body), content_digest=content_digest(piece.headline, None, piece.body),
        extractor_version="", published_at=piece.published_at, published_precision="minute",
        fingerprint=fingerprint(piece.body),
    )  # fmt: skip
    return Decided(capture, piece.site, article)


def gathered(made: Sequence[Piece], portion: int = 5000) -> dict[int, int]:
    """Bring articles into a warehouse in portions; give each one's lead, by number."""
    results = [decided(number, piece) for number, piece in enumerate(made)]
    with duckdb.connect(":memory:", config=QUIET) as connection:
        connection.execute("SET TimeZone = 'UTC'")
        migrate(connection)
        for start in range(0, len(results), portion):
            part = results[start : start + portion]
            merge(connection, *(make(part, "l") for make in (articles_table, captures_table, rejects_table)))
            gather(connection)
        found = connection.execute("SELECT url, story_url FROM article_stories").fetchall()
    return {int(url.rpartition("/")[2]): int(lead.rpartition("/")[2]) for url, lead in found}


def paired(groups: dict[int, object]) -> set[Pair]:
    """All pairs of numbers that are in one group."""
    together: dict[object, list[int]] = {}
    for number, group in groups.items():
        together.setdefault(group, []).append(number)
    return {pair for numbers in together.values() for pair in combinations(sorted(numbers), 2)}


def compared(made: Sequence[Piece]) -> tuple[set[Pair], set[Pair]]:
    """Pairs that are found, and pairs that are true."""
    return paired(dict(gathered(made))), paired({number: piece.story for number, piece in enumerate(made)})


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--stories", type=int, default=300)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--wrong", action="store_true", help="name the pairs that are wrong")
    given = parser.parse_args()
    made = list(pieces(given.stories, given.seed))
    started = time.perf_counter()
    found, true = compared(made)
    seconds = time.perf_counter() - started
    right = found & true
    print(f"{len(made)} articles, {len(true)} true pairs, {len(found)} found, {seconds:.1f} s")
    print(f"  precision {len(right) / len(found):.4f}  recall {len(right) / len(true):.4f}")
    kinds: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for pair in true:
        kind = next((made[n].made for n in pair[::-1] if made[n].made != "original"), "original")
        kinds[kind] += 1
        hits[kind] += pair in found
    for kind, number in kinds.most_common():
        print(f"  {kind:24} {hits[kind] / number:.3f} of {number}")
    wrong = Counter(tuple(sorted((made[a].made, made[b].made))) for a, b in found - true)
    for kinds_of_pair, number in wrong.most_common():
        print(f"  wrong: {number} of {' and '.join(kinds_of_pair)}")
    if given.wrong:
        for a, b in sorted(found - true)[:20]:
            print(made[a], made[b], sep="\n", end="\n\n")


if __name__ == "__main__":
    main()
