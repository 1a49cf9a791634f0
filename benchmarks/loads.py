"""Measure loads: from finished extractions to the published warehouse, against a bare INSERT of the same rows.

    python -m benchmarks.loads [--articles N] [--add N] [--disk DIR] [--without-search]

Extraction is left out: what is measured is all that a load does besides it, stories included. The search index, which is
made from the published file, is told apart. The bare insert writes the same rows into the same tables with the same keys,
from a DuckDB file, and checkpoints. Both run in this process, one after the other.
"""

import argparse
import gc
import hashlib
import os
import random
import resource
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import wait
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import numpy as np

from extract.article import Article, Image, Related
from extract.digest import content_digest
from extract.fingerprint import FIGURES, WORDING
from extract.site import Site
from extract.version import VERSION
from extract.words import word_count
from warehouse.database import count, quoted, reading, warehouse_path
from warehouse.index import IndexedCapture, capture_id
from warehouse.loading import Decided, Loading, LoadReport, opened_index
from warehouse.swap import WorkingCopy, copy_file

SITES = 60
MADE_AT_ONCE = 200_000  # held in memory; between portions the load stands still, which costs it time by the clock
START = datetime(2026, 1, 1, tzinfo=UTC)


class Words:
    """Texts of random words, frequent ones often, rare ones seldom: they pack about as well as news does."""

    def __init__(self) -> None:
        dice = np.random.default_rng(1)
        letters = np.array(list("eeeeetttaaaooiinnssrrhhlldcumfpgwybvkxjqz"))
        lengths = dice.integers(3, 11, 40_000)
        self._words = ["".join(dice.choice(letters, size)) for size in lengths]
        weights = 1 / np.arange(1, len(self._words) + 1) ** 1.05
        self._bounds = np.cumsum(weights / weights.sum())

    def sentences(self, dice: np.random.Generator, number: int) -> str:
        """About that many words, in sentences."""
        picked = np.searchsorted(self._bounds, dice.random(number))
        words = [self._words[n] for n in picked]
        for end in range(17, number, 18):
            words[end] += "."
        return " ".join(words).capitalize() + "."


@cache
def paragraphs() -> tuple[list[str], list[str]]:
    """A stock of paragraphs and of short lines, from which articles are put together."""
    words, dice = Words(), np.random.default_rng(2)
    return (
        [words.sentences(dice, int(n)) for n in dice.integers(25, 75, 60_000)],
        [words.sentences(dice, 2 + n % 14) for n in range(20_000)],
    )


def decided(number: int, copies: int = 20) -> Decided:
    """One capture and its article; every ``copies``-th is the text of the one before, at another site."""
    stock, lines = paragraphs()
    copied = number % copies == 0 and number > 0
    dice, own = random.Random(number - copied), random.Random(-number)  # noqa: S311 (filler)
    texts = [dice.choice(stock) for _ in range(dice.randrange(6, 14))]
    numbers = [dice.getrandbits(32) for _ in range(WORDING + FIGURES)]  # drawn, not computed: that is extraction's work
    if copied:
        texts, numbers[0] = texts[:-1], own.getrandbits(32)
    headline, body = own.choice(lines), "\n\n".join(texts)
    site = f"site{number % SITES:02}"
    url = f"https://www.{site}.example/news/{number}/{'-'.join(headline.lower().rstrip('.').split())}"
    at = START + timedelta(seconds=150 * number)
    digest = "sha256:" + hashlib.sha256(url.encode()).hexdigest()
    capture = IndexedCapture(
        capture_id=capture_id(url, at, digest), site=site, url=url, url_key=url.removeprefix("https://www."),
        fetched_at=at, kind="response", status=200, mime="text/html", digest=digest, etag=None, last_modified=None,
        refers_to=None, file=f"{site}/2026/01/a.warc.gz", offset=number, length=1,
    )  # fmt: skip
    names = [own.choice(lines)[:18].title() for _ in range(1 + number % 2)]
    published = at - timedelta(minutes=30)
    return capture, Article(
        url=url, url_key=capture.url_key, original_url=url, headline=headline, body=body, blocks=(),
        word_count=word_count(body), content_digest=content_digest(headline, None, body), extractor_version=VERSION,
        site_digest="0" * 64, subheadline=own.choice(lines) if number % 3 else None,
        byline="By " + " and ".join(names), authors=tuple(names), published_at=published,
        published_raw=published.isoformat(), published_source="json_ld", published_precision="second",
        section="News", tags=tuple(own.choice(lines)[:12] for _ in range(4)), language="en",
        lead_image=Image(f"https://cdn.{site}.example/{number}.jpg", own.choice(lines), "Agency"),
        related=tuple(Related(own.choice(lines), f"{url}?{n}", None) for n in range(2)),
        flags=(), fingerprint=tuple(numbers),
    )  # fmt: skip


@dataclass
class Spent:
    """Seconds by the clock, and of processor time."""

    wall: float
    processor: float

    @classmethod
    def now(cls) -> "Spent":
        """The clocks as they stand."""
        return cls(time.perf_counter(), time.process_time())

    def since(self, start: "Spent") -> "Spent":
        """What went by from another reading on."""
        return Spent(self.wall - start.wall, self.processor - start.processor)

    def __add__(self, other: "Spent") -> "Spent":
        return Spent(self.wall + other.wall, self.processor + other.processor)


class Finished(Loading):
    """A load whose extraction was done before: only the rest of it takes time."""

    making = Spent(0, 0)
    searching = Spent(0, 0)

    def give(self, results: Iterator[Decided], *, search: bool) -> "Finished":
        """Take results from here; the time spent making them is not the load's."""
        self._results, self._search = results, search
        return self

    def _renew_index(self, touched: Collection[str], before: str) -> None:
        started = Spent.now()
        if self._search:
            super()._renew_index(touched, before)
        self.searching += Spent.now().since(started)

    @contextmanager
    def _extraction(self, total: int) -> Iterator[Callable[[Iterable[IndexedCapture]], Iterator[Decided]]]:
        yield self._timed

    def _timed(self, captures: Iterable[IndexedCapture]) -> Iterator[Decided]:
        while True:
            if self._merging is not None:
                wait([self._merging[1]])  # or it would go on in time that is not counted
            started = Spent.now()
            made = list(islice(self._results, MADE_AT_ONCE))
            gc.freeze()  # a load holds no such heap: its own collections need not go through it
            self.making += Spent.now().since(started)
            if not made:
                gc.unfreeze()
                return
            yield from made


@cache
def sites() -> dict[str, Site]:
    """Site files of the sites that the articles are of."""
    names = [f"site{number:02}" for number in range(SITES)]
    return {
        name: Site.model_validate(
            {"stem": name, "name": name, "homepage": f"https://{name}.example/", "hosts": [f"www.{name}.example"]},
            strict=False,
        )
        for name in names
    }


def load(
    data: Path, results: Iterable[Decided], total: int, *, fresh: bool, search: bool
) -> tuple[LoadReport, Spent, Spent]:
    """Load results as `warehouse.load.load` does; give the report, what the load spent, and the search index."""
    started = Spent.now()
    with (
        opened_index(data) as (index, state),
        WorkingCopy(data, fresh=fresh) as copy,
        Finished(data, sites(), copy, index, "load", 0, None, None) as loading,
    ):
        loading.give(iter(results), search=search).run([], total, publish_early=False)
        report = loading.finish(state)
    return report, Spent.now().since(started).since(loading.making + loading.searching), loading.searching


def bare(data: Path, target: Path) -> Spent:
    """Insert the rows of a published warehouse into an empty one with the same schema; give what that took."""
    with WorkingCopy(target, fresh=True) as empty:
        empty.publish()
    file = warehouse_path(target)
    file.chmod(0o644)
    started = Spent.now()
    with duckdb.connect(":memory:") as connection:
        connection.execute(f"ATTACH {quoted(warehouse_path(data))} AS source (READ_ONLY)")
        connection.execute(f"ATTACH {quoted(file)} AS target")
        for table in ("articles", "captures"):
            connection.execute(f"INSERT INTO target.{table} SELECT * FROM source.{table}")  # noqa: S608 (our names)
        connection.execute("CHECKPOINT target")
    with file.open("rb") as stream:
        os.fsync(stream.fileno())
    return Spent.now().since(started)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=200_000)
    parser.add_argument("--add", type=int, default=200, help="articles of the incremental loads that follow")
    parser.add_argument("--disk", metavar="DIR", help="where the warehouses are written")
    parser.add_argument("--without-search", action="store_true", help="make no search index")
    given = parser.parse_args()
    search = not given.without_search
    with TemporaryDirectory(dir=given.disk) as folder:
        data, other = Path(folder) / "data", Path(folder) / "bare"
        data.mkdir()
        other.mkdir()
        report, ours, index = load(data, map(decided, range(given.articles)), given.articles, fresh=True, search=search)
        size, number = warehouse_path(data).stat().st_size, report.captures
        with reading(data) as connection:
            texts = count(connection, "SELECT sum(strlen(body)) FROM articles")
            copies = count(connection, "SELECT count(*) FROM copies")
        print(f"{number:,} articles of {texts / number:,.0f} bytes of text, {copies:,} of them copies")
        told("load", ours, number)
        if search:
            told("search index", index, number)
        print(f"  peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10:,} MiB")
        floor = bare(data, other)
        told("bare INSERT", floor, number)
        ratios = ours.wall / floor.wall, ours.processor / floor.processor
        print(f"  the load takes {ratios[0]:.2f} times as long and {ratios[1]:.2f} times the processor time")
        plain = warehouse_path(other).stat().st_size
        print(
            f"  file {size / 1e6:,.0f} MB, {size / number:,.0f} bytes an article; the bare insert's {plain / 1e6:,.0f} MB"
        )
        for turn in range(3):
            start = given.articles + turn * given.add
            added = [decided(n) for n in range(start, start + given.add)]
            report, ours, index = load(data, added, given.add, fresh=False, search=search)
            started = Spent.now()
            copy_file(warehouse_path(data), data / "copy")
            copied = Spent.now().since(started)
            (data / "copy").unlink()
            print(
                f"  {report.captures} more: {ours.wall:.2f} s, {ours.processor:.2f} s processor; "
                f"copying the file alone {copied.wall:.2f} s; the search index {index.wall:.2f} s, "
                f"{index.processor:.2f} s processor"
            )
        print(f"  file then {warehouse_path(data).stat().st_size / 1e6:,.0f} MB")


def told(name: str, spent: Spent, number: int) -> None:
    """Print a rate."""
    rate = f"{number / spent.wall:8,.0f} articles a second"
    print(f"  {name:12} {spent.wall:6.1f} s  {rate}, {spent.processor:6.1f} s processor")


if __name__ == "__main__":
    main()
