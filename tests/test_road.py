"""The whole road, as a user walks it: crawl, load, query, correct, re-extract, kill, repeat."""

import csv
import io
import json
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from demo.press import Press

ROOT = Path(__file__).parent.parent
Run = Callable[..., subprocess.CompletedProcess[str]]


def stems(press: Press) -> list[str]:
    return [p.stem for p in press.publications]


def rows(defnews: Run, sql: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in defnews("query", sql, "--format", "jsonl").stdout.splitlines()]


def published(data: Path, sql: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(data / "warehouse.duckdb"), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def assert_archive_verifies(data: Path) -> None:
    files = [str(p) for p in (data / "archive").rglob("*.warc.gz")]
    assert files
    done = subprocess.run([sys.executable, "-m", "warcio.cli", "check", *files], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_every_article_of_the_press_arrives_once_with_its_words(press: Press, data: Path, defnews: Run) -> None:
    """One crawl brings every article, each once, with the body, headline and time that were published."""
    defnews("crawl", *stems(press), code=None)
    assert_archive_verifies(data)
    found = {str(r["url"]): r for r in rows(defnews, "SELECT * FROM articles")}
    truths = {a.url: a for p in press.publications for a in p.articles}
    assert set(found) == set(truths)
    wrong = []
    for url, truth in truths.items():
        row = found[url]
        expected = "\n\n".join(truth.paragraphs)
        if (row["headline"], row["body"]) != (truth.headline, expected):
            wrong.append((url, row["headline"], row["body"], expected))
    assert not wrong, wrong[0]
    times = dict(published(data, "SELECT url, published_at FROM articles"))
    assert {u: times[u] for u in truths} == {u: a.published_at for u, a in truths.items()}


def test_sums_add_up(press: Press, data: Path, defnews: Run) -> None:
    """Every capture has one outcome; every rejected one its reason; nothing disappears."""
    defnews("crawl", *stems(press), code=None)
    (captures, with_article, rejected), *_ = published(
        data,
        "SELECT count(*), count(*) FILTER (outcome = 'article'), count(*) FILTER (outcome = 'rejected') FROM captures",
    )
    assert captures == with_article + rejected  # type: ignore[operator]
    assert published(data, "SELECT count(*) FROM rejects") == [(rejected,)]
    assert published(data, "SELECT count(*) FROM rejects WHERE reason IS NULL OR detail IS NULL") == [(0,)]


def test_second_crawl_fetches_nothing_twice(press: Press, data: Path, defnews: Run) -> None:
    """Over unchanged sites only feeds, sitemaps and listings are asked, and nearly all of them answer 304."""
    defnews("crawl", *stems(press), code=None)
    before = len(press.requests)
    report = json.loads(defnews("crawl", *stems(press), "--no-load", "--json", code=None).stdout)
    articles = {a.url for p in press.publications for a in p.articles}
    asked = list(press.requests)[before:]
    urls = {p.stem: p.url.rstrip("/") for p in press.publications}
    assert not [r for r in asked if urls[r.publication] + r.path in articles]
    assert sum(site["new"] for site in report["sites"].values()) == 0
    assert [r.path for r in asked if r.status not in (304, 301, 404) and "robots" not in r.path] == []


def test_correction_becomes_a_revision(press: Press, data: Path, defnews: Run) -> None:
    """A corrected article is fetched again, alone, and its superseded text stays queryable."""
    defnews("crawl", *stems(press), code=None)
    count = published(data, "SELECT count(*) FROM articles")
    press.correct()
    report = json.loads(defnews("crawl", *stems(press), "--json", code=None).stdout.splitlines()[0])
    assert sum(site["fetched"] for site in report["sites"].values()) == 1
    assert published(data, "SELECT count(*) FROM articles") == count
    ((url, revision),) = published(data, "SELECT url, revision FROM articles WHERE revision > 1")
    assert revision == 2
    texts = published(data, f"SELECT body FROM article_history WHERE url = '{url}' ORDER BY revision")
    assert len({t for (t,) in texts}) == 2


def test_changed_layout_changes_exactly_that_sites_rows(press: Press, data: Path, defnews: Run) -> None:
    """After a layout edit `reextract` makes that site's rows anew, from the archive alone, and no other row."""
    defnews("crawl", *stems(press), code=None)
    stem = press.publications[0].stem
    before = published(data, "SELECT site, url, load_id, site_digest FROM articles ORDER BY ALL")
    requests = len(press.requests)
    path = data / "sites" / f"{stem}.toml"
    text = path.read_text()
    path.write_text(text + ('\n[[layout]]\nsection = ".no-such"\n' if "[[layout]]" not in text else "\n"))
    if "[[layout]]" in text:
        path.write_text(
            text.replace("[[layout]]", '[[layout]]\nview_count = ".no-such-element"', 1)
            if "view_count" not in text
            else text.replace("[[layout]]", '[[layout]]\nmodified = ".no-such"', 1)
        )
    defnews("reextract")
    after = published(data, "SELECT site, url, load_id, site_digest FROM articles ORDER BY ALL")
    changed = {b[1] for b, a in zip(before, after, strict=True) if b != a}
    assert changed == {b[1] for b in before if b[0] == stem}
    assert len(press.requests) == requests
    loads = published(data, "SELECT count(*) FROM loads")
    defnews("reextract")
    assert published(data, "SELECT count(*) FROM loads") == loads


def test_rebuild_gives_the_same_rows(press: Press, data: Path, defnews: Run) -> None:
    """The warehouse is a function of archive and rules: load ids and times aside, a rebuild changes nothing."""
    query = "SELECT * EXCLUDE (load_id) FROM article_history ORDER BY url, revision"
    defnews("crawl", stems(press)[0], "--limit", "5", code=None)
    defnews("crawl", *stems(press), code=None)
    press.correct()
    defnews("crawl", *stems(press), code=None)
    before = published(data, query)
    defnews("load", "--rebuild")
    assert published(data, query) == before
    (data / "warehouse.duckdb").unlink()
    defnews("load")
    assert published(data, query) == before


HOLDER = """
import duckdb, os, sys
path, stop = sys.argv[1:]
held = duckdb.connect(path, read_only=True)
first = held.execute("SELECT count(*), sum(word_count) FROM articles").fetchone()
print("ready", flush=True)
rounds = 0
while not os.path.exists(stop):
    assert held.execute("SELECT count(*), sum(word_count) FROM articles").fetchone() == first
    rounds += 1
print(rounds)
"""
REOPENER = """
import duckdb, os, sys
path, stop = sys.argv[1:]
seen = []
print("ready", flush=True)
while not os.path.exists(stop):
    with duckdb.connect(path, read_only=True) as fresh:
        count, = fresh.execute("SELECT count(*) FROM articles WHERE length(body) > 0").fetchone()
    if count not in seen:
        seen.append(count)
print(len(seen))
"""


def test_open_reader_and_load_never_meet(press: Press, data: Path, defnews: Run, tmp_path: Path) -> None:
    """Processes that hold the warehouse open, or open it again and again, read on through loads, and never stop one."""
    defnews("crawl", stems(press)[0], code=None)
    stop = tmp_path / "stop"
    readers = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(data / "warehouse.duckdb"), str(stop)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for script in (HOLDER, REOPENER)
    ]
    for reader in readers:
        assert reader.stdout is not None
        assert reader.stdout.readline() == "ready\n"
    defnews("crawl", *stems(press), code=None)
    defnews("load", "--rebuild")
    stop.touch()
    for reader, least in zip(readers, (1, 2), strict=True):
        said, complaint = reader.communicate(timeout=60)
        assert reader.returncode == 0, complaint
        assert int(said) >= least
    assert published(data, "SELECT count(*) FROM articles") == [(len(press.articles),)]
    assert not list(data.glob("*.wal"))


def test_kill_at_random_moments_then_the_same_command(press: Press, data: Path, defnews: Run) -> None:
    """SIGKILL during `defnews crawl`, again and again; the same command then finishes with each article once."""
    chance = random.Random(2)
    command = [sys.executable, "-m", "defnews", "crawl", *stems(press), "--data", str(data)]
    for _ in range(10):
        before = len(press.requests)
        aim = chance.randint(1, 30)
        with subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True, cwd=ROOT
        ) as running:
            while len(press.requests) - before < aim and running.poll() is None:
                time.sleep(0.001)
            running.send_signal(signal.SIGKILL)
    defnews("crawl", *stems(press), code=None)
    assert_archive_verifies(data)
    articles = sorted(a.url for p in press.publications for a in p.articles)
    assert [u for (u,) in published(data, "SELECT url FROM articles ORDER BY url")] == articles
    defnews("check")


def test_scrapy_speaks_too(press: Press, data: Path, defnews: Run) -> None:
    """`scrapy list` names the sites and `scrapy crawl` fetches one into the same archive."""
    stem = stems(press)[0]
    setting = ["-s", f"DEFNEWS_DATA={data}"]
    scrapy = [sys.executable, "-m", "scrapy"]
    listed = subprocess.run([*scrapy, "list", *setting], capture_output=True, text=True, cwd=ROOT, check=True)
    assert set(stems(press)) <= set(listed.stdout.split())
    subprocess.run([*scrapy, "crawl", stem, *setting], capture_output=True, text=True, cwd=ROOT, check=True)
    defnews("load")
    assert published(data, "SELECT DISTINCT site FROM articles") == [(stem,)]


def test_query_formats_agree(press: Press, data: Path, defnews: Run, tmp_path: Path) -> None:
    """Table, CSV, JSON Lines and Parquet hold the same answer."""
    stem = stems(press)[0]
    defnews("crawl", stem, "--limit", "3", code=None)
    sql = "SELECT url, word_count FROM articles ORDER BY url"
    expected = published(data, sql)
    as_csv = list(csv.reader(io.StringIO(defnews("query", sql, "--format", "csv").stdout)))
    assert as_csv[0] == ["url", "word_count"]
    assert [(u, int(n)) for u, n in as_csv[1:]] == expected
    assert [(r["url"], r["word_count"]) for r in rows(defnews, sql)] == expected
    file = tmp_path / "answer.parquet"
    defnews("query", sql, "--format", "parquet", "--output", str(file))
    assert duckdb.sql(f"SELECT * FROM '{file}' ORDER BY url").fetchall() == expected
    assert str(expected[0][1]) in defnews("query", sql).stdout


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("crawl", "no_such_site"), 2, "there is no site 'no_such_site'"),
        (("query", "SELECT 1"), 2, "run `defnews load` first"),
        (("load",), 2, "run `defnews crawl` or `defnews import` first"),
        (("reextract", "--stale", "--all"), 2, "exclude each other"),
        (("explain", "https://www.example.com/nothing"), 2, "run `defnews crawl`"),
        (("import", "/no/such/file"), 1, "No such file"),
    ],
)
def test_wrong_use_is_one_sentence(defnews: Run, arguments: tuple[str, ...], code: int, sentence: str) -> None:
    """What cannot be done is said in a sentence that says what to do instead, with the exit code of its kind."""
    done = defnews(*arguments, code=code)
    assert sentence in done.stderr
