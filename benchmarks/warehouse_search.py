"""Search and SQL at sizes: what an index costs, what an update costs, how long answers take; beside the floor for each.

    python -m benchmarks.warehouse_search DIR [--articles N] [--new N]

DIR gets a generated warehouse (benchmarks/generated.py), or has one of that size already. Times are of this process, the
median of several runs; ``defnews`` itself starts in a fraction of a second more.
"""

import argparse
import io
import re
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import tantivy

from benchmarks.generated import generate
from warehouse.database import batches, count, reading, warehouse_path
from warehouse.query import run_query
from warehouse.search import Wanted, ranked, search
from warehouse.search_index import open_index, publication, search_folder
from warehouse.search_update import refresh

README = Path(__file__).parent.parent / "README.md"
QUESTION = re.compile(r"^-- (.+)\n([^;]+);", re.M)
SEARCHES = {
    "one rare word": "earth",
    "one common word": "military",
    "three words": "rare earth deal",
    "a phrase": '"rare earth deal"',
    "two common words": "army navy",
    "either": "frigate OR submarine OR destroyer",
    "one without the other": "missile NOT nuclear",
    "any ending": "deterr*",
    "in the headline": "headline:frigate",
}
SCANNED = "SELECT url FROM articles WHERE contains(lower(body), 'frigate') OR contains(lower(headline), 'frigate')"


def timed(call: Callable[[], Any], times: int = 5) -> float:
    """Median seconds of a call, after one to warm up."""
    call()
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        call()
        taken.append(time.perf_counter() - started)
    return median(taken)


def once(call: Callable[[], Any]) -> float:
    """Seconds of one call."""
    started = time.perf_counter()
    call()
    return time.perf_counter() - started


def bare(data: Path, folder: Path) -> None:
    """The floor for building: headlines and bodies in tantivy with its own English stemmer, and nothing else."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("url", stored=True, tokenizer_name="raw", index_option="basic")
    for name in ("headline", "body"):
        builder.add_text_field(name, tokenizer_name="en_stem")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    writer = tantivy.Index(builder.build(), str(folder)).writer(128 << 20, 1)
    with reading(data) as connection:
        for batch in batches(connection, "SELECT url, headline, body FROM articles", size=1000):
            for row in batch.to_pylist():
                writer.add_document(tantivy.Document(**row))
    writer.commit()
    writer.wait_merging_threads()


def size(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.warehouse_search", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--articles", type=int, default=200_000)
    parser.add_argument("--new", type=int, default=200, help="articles of the load that the index follows")
    options = parser.parse_args()
    data: Path = options.data
    if not warehouse_path(data).exists():
        generate(data, options.articles)
    with reading(data) as connection:
        articles = count(connection, "SELECT count(*) FROM articles")
    print(f"{articles:,} articles, warehouse {warehouse_path(data).stat().st_size / articles:,.0f} bytes an article")

    floor = once(lambda: bare(data, data / "bare"))
    shutil.rmtree(search_folder(data), ignore_errors=True)
    built = once(lambda: refresh(data))
    print(
        f"build: {built:.1f} s, {articles / built:,.0f} articles/s, {built / floor:.2f}x bare tantivy ({floor:.1f} s)"
    )
    print(
        f"size: {size(search_folder(data)) / articles:,.0f} bytes an article, {size(search_folder(data)) / size(data / 'bare'):.2f}x bare"
    )
    shutil.rmtree(data / "bare")

    with reading(data) as connection:
        scan = timed(lambda: connection.execute(SCANNED).fetchall(), 3)
    opened = once(lambda: open_index(data))
    print(
        f"search, 10 best with passages (opening the index: {1000 * opened:.1f} ms; reading all texts by SQL: {1000 * scan:,.0f} ms)"
    )
    index = open_index(data)
    for name, words in SEARCHES.items():
        wanted = Wanted(words=words)
        taken = timed(lambda wanted=wanted: search(data, wanted))  # type: ignore[misc]
        found = search(data, wanted).total
        inside = timed(lambda wanted=wanted: ranked(index, wanted, 10))  # type: ignore[misc]
        print(
            f"  {name:22} {1000 * taken:8.1f} ms, {1000 * inside:7.2f} ms of it in the index  "
            f"{found:9,} found  {scan / taken:6,.0f}x faster than the scan"
        )
    counted = "SELECT site, count(*) FROM hits JOIN articles USING (url) GROUP BY site"
    joined = timed(lambda: run_query(data, counted, stream=io.StringIO(), wanted=Wanted(words="frigate")), 3)
    print(f"  joined and counted     {1000 * joined:8.1f} ms")

    with reading(data) as connection:
        before = publication(connection)
    generate(data, articles + options.new, since=articles)
    with reading(data) as connection:
        new = [row[0] for row in connection.execute("SELECT url_key FROM articles OFFSET ?", [articles]).fetchall()]
    followed = once(lambda: refresh(data, touched=new, after=before))
    print(f"update by {len(new):,} new: {followed:.2f} s, {built / followed:,.0f}x faster than building")
    generate(data, articles + 2 * options.new, since=articles + options.new)
    mended = once(lambda: refresh(data))
    print(f"mending after a kill before the update: {mended:.2f} s, {built / mended:,.0f}x faster than building")

    print("the ten questions of the README (bare: counting one column)")
    column = timed(lambda: run_query(data, "SELECT count(site) FROM articles", stream=io.StringIO()), 3)
    print(f"  {1000 * column:8.1f} ms  (bare)")
    text = README.read_text(encoding="utf-8")
    for question, sql in QUESTION.findall(text[text.index("## Ten questions") : text.index("## Data folder")]):
        taken = timed(lambda sql=sql: run_query(data, sql, stream=io.StringIO()), 3)  # type: ignore[misc]
        print(f"  {1000 * taken:8.1f} ms  {question}")


if __name__ == "__main__":
    main()
