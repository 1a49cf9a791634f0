"""Queries read the warehouse, reach nothing else, and answer in every format."""

import contextlib
import csv
import fcntl
import io
import json
import os
import shutil
import struct
import subprocess
import sys
import termios
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from archived import SITES, START, Page, archive, site, story
from hypothesis import given
from hypothesis import strategies as st

from warehouse.database import WarehouseError
from warehouse.formats import FORMATS, shown
from warehouse.load import load
from warehouse.query import QueryError, run_query, run_saved, saved_queries

ROOT = Path(__file__).parent.parent
URL = "https://gazette.example/story/{}/frigate"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse with three articles, one of them corrected, and a reject."""
    folder = tmp_path_factory.mktemp("data")
    archive(folder, [Page(URL.format(n), story(n, "First"), hours=n) for n in range(3)])
    archive(folder, [Page(URL.format(1), story(1, "Second"), hours=5), Page(URL.format(9), b"", hours=6)])
    load(folder, SITES, workers=0)
    return folder


def asked(data: Path, sql: str, format: str = "csv", **parameters: object) -> str:  # noqa: A002
    stream = io.StringIO()
    run_query(data, sql, format=format, parameters=parameters, stream=stream)  # type: ignore[arg-type]
    return stream.getvalue()


def refusal(data: Path, sql: str, **parameters: object) -> str:
    with pytest.raises(QueryError) as refused:
        asked(data, sql, **parameters)
    assert "\n" not in str(refused.value)
    return str(refused.value)


def test_csv_is_read_back_as_it_was(data: Path) -> None:
    """Texts with paragraphs, lists and times survive a CSV reader."""
    sql = "SELECT url, body, authors, fetched_at FROM articles ORDER BY url"
    found = list(csv.DictReader(io.StringIO(asked(data, sql), newline="")))
    assert [row["url"] for row in found] == [URL.format(n) for n in range(3)]
    assert found[0]["body"].count("\n\n") == 2
    assert json.loads(found[0]["authors"]) == []
    assert found[0]["fetched_at"] == START.isoformat().replace("+00:00", "Z")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", " =1", "\r=1"])
def test_no_text_becomes_a_formula(data: Path, text: str) -> None:
    """A headline that a spreadsheet would run is marked as text; numbers stay numbers."""
    lines = list(csv.reader(io.StringIO(asked(data, "SELECT $text AS cell, -5 AS number", text=text), newline="")))
    assert lines == [["cell", "number"], ["'" + text, "-5"]]


def test_jsonl_keeps_types(data: Path) -> None:
    """Lists are lists, numbers numbers, unknown is null, times are ISO 8601 with Z."""
    line = asked(
        data, f"SELECT tags, word_count, byline, fetched_at FROM articles WHERE url = '{URL.format(0)}'", "jsonl"
    )
    found = json.loads(line)
    assert found == {
        "tags": [],
        "word_count": found["word_count"],
        "byline": None,
        "fetched_at": "2026-03-01T06:00:00Z",
    }
    assert isinstance(found["word_count"], int)


def test_parquet_keeps_everything(data: Path, tmp_path: Path) -> None:
    """All columns of all articles, in their types, in a file that appears whole."""
    output = tmp_path / "articles.parquet"
    assert run_query(data, "SELECT * FROM articles", format="parquet", output=output) == 3
    table = pq.read_table(output)
    assert table.num_rows == 3
    assert str(table.schema.field("fetched_at").type) == "timestamp[us, tz=UTC]"
    assert [p.name for p in tmp_path.iterdir()] == ["articles.parquet"]


def test_parquet_wants_a_file(data: Path) -> None:
    """Bytes are not poured into a terminal."""
    with pytest.raises(WarehouseError, match="add --output FILE"):
        asked(data, "SELECT 1", "parquet")


def test_a_failed_query_leaves_the_output_file_alone(data: Path, tmp_path: Path) -> None:
    """An error half-way neither truncates what was there nor leaves a part."""
    output = tmp_path / "answer.csv"
    output.write_text("earlier")
    sql = "SELECT CAST(if(n < 50000, '1', 'x') AS INTEGER) FROM range(60000) numbers(n)"
    with pytest.raises(WarehouseError):
        run_query(data, sql, format="csv", output=output)
    assert output.read_text() == "earlier"
    assert [p.name for p in tmp_path.iterdir()] == ["answer.csv"]


def test_markdown_cells_stay_cells(data: Path) -> None:
    """Bars and line breaks in a text do not break the table."""
    assert asked(data, "SELECT 'a|b' AS x, E'c\\nd' AS y, NULL AS z", "markdown") == (
        "| x | y | z |\n| --- | --- | --- |\n| a\\|b | c d | NULL |\n"
    )


def test_a_table_fits_and_says_how_much_there_is(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No line is wider than the terminal, cut cells say so, and so does a cut answer."""
    monkeypatch.setenv("COLUMNS", "72")
    stream = io.StringIO()
    run_query(data, "SELECT url, headline, word_count, byline FROM articles", stream=stream, max_rows=2)
    lines = stream.getvalue().splitlines()
    assert max(map(len, lines)) <= 72
    assert "…" in stream.getvalue()
    assert "NULL" in stream.getvalue()
    assert lines[-1].startswith("the first 2 rows of more")


def test_a_table_with_many_columns_is_shown_row_by_row(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Thirty-five columns are read one below the other, whole."""
    monkeypatch.setenv("COLUMNS", "100")
    text = asked(data, f"SELECT * FROM articles WHERE url = '{URL.format(0)}'", "table")
    assert "row 1" in text
    assert "gazette" in text
    assert max(map(len, text.splitlines())) <= 100


@given(st.text())
def test_no_cell_steers_the_terminal(text: str) -> None:
    """Escape sequences and direction marks in a headline are taken out."""
    assert not set(shown(text)) & {*map(chr, range(32)), "\x7f", "\x9b", "\u202e", "\u2066"}


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM articles",
        "INSERT INTO articles SELECT * FROM articles",
        "UPDATE articles SET headline = 'x'",
        "DROP TABLE articles",
        "CREATE TABLE x (a INTEGER)",
        "COPY articles TO '/tmp/x.csv'",
        "ATTACH '/tmp/x.duckdb'",
        "SET threads = 1",
        "INSTALL fts",
        "EXPORT DATABASE '/tmp/x'",
    ],
)
def test_what_does_not_read_is_refused(data: Path, sql: str) -> None:
    """Writing, files, settings and extensions are refused by name."""
    assert "is refused: the warehouse is for reading" in refusal(data, sql)


HOSTILE = [
    "SELECT * FROM {source}",
    "EXPLAIN ANALYZE SELECT * FROM {source}",
    "EXPLAIN ANALYZE COPY (SELECT 1) TO '{folder}/new.csv'",
    "EXPLAIN ANALYZE DELETE FROM articles",
    "FROM query('SELECT * FROM {source}')",
    "FROM query('DELETE FROM articles')",
    "WITH gone AS (DELETE FROM articles RETURNING *) SELECT * FROM gone",
    "SELECT 1; SELECT * FROM {source}",
    "/* SELECT */ -- SELECT\nDELETE FROM articles",
    "CREATE TEMP TABLE kept AS SELECT 1 AS pivot",
    'CREATE PERSISTENT SECRET "pivot" (TYPE http)',
    "PRAGMA profiling_output = '{folder}/new.json'",
    "PRAGMA enable_profiling = 'json'",
    "CALL enable_logging()",
    "PRAGMA import_database('{folder}')",
    "RESET enable_external_access",
    "SET GLOBAL enable_external_access = true",
    "SET lock_configuration = false",
    "PRAGMA enable_external_access = true",
    "LOAD json",
    "FORCE INSTALL httpfs FROM 'http://127.0.0.1:9/'",
    "ATTACH '{folder}/new.duckdb' AS new",
    "ATTACH ':memory:' AS new",
    "USE memory",
    "DETACH warehouse",
    "PREPARE asked AS SELECT 1",
    "VACUUM",
    "BEGIN",
]
SOURCES = [
    "'{folder}/secret.csv'",
    "read_csv('{folder}/secret.csv')",
    "read_text('{folder}/secret.csv')",
    "read_blob('{folder}/*')",
    "read_json('{folder}/secret.csv')",
    "read_parquet('{folder}/secret.parquet')",
    "parquet_schema('{folder}/secret.parquet')",
    "sniff_csv('{folder}/secret.csv')",
    "glob('{folder}/*')",
    "'{folder}/secret.duckdb'",
]


ATTEMPTS = [
    sql.replace("{source}", source.replace("'", "''") if "query('" in sql else source)
    for sql in HOSTILE
    for source in (SOURCES if "{source}" in sql else [""])
]


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_no_statement_reads_or_writes_outside_the_warehouse(data: Path, tmp_path: Path, attempt: str) -> None:
    """However it is wrapped: refused in a sentence, nothing of a file seen, nothing written, the warehouse as it was."""
    (tmp_path / "secret.csv").write_text("launch code,1234\n")
    pq.write_table(pa.table({"launch code": [1234]}), tmp_path / "secret.parquet")
    duckdb.connect(str(tmp_path / "secret.duckdb")).execute("CREATE TABLE secret AS SELECT 1234 AS code").close()
    before = {path: path.read_bytes() for path in (*tmp_path.iterdir(), data / "warehouse.duckdb")}
    assert "1234" not in refusal(data, attempt.replace("{folder}", str(tmp_path)))
    assert {path: path.read_bytes() for path in (*tmp_path.iterdir(), data / "warehouse.duckdb")} == before


@pytest.mark.parametrize(
    "source", ["read_csv('/etc/passwd')", "'/etc/passwd'", "glob('/etc/*')", "'https://x.example/a.csv'"]
)
def test_nothing_but_the_warehouse_is_within_reach(data: Path, source: str) -> None:
    """No file and no network from a query of whatever origin."""
    assert refusal(data, f"SELECT * FROM {source}")


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("SELECT\n  headlin FROM articles", 'line 2, column 3: Referenced column "headlin" not found'),
        ("SELECT 'ä', headlin FROM articles", "line 1, column 13: "),
        ("SELECT count(*) FROM article", "Table with name article does not exist; Did you mean"),
        ("", "there is no statement"),
        ("SELECT 1; SELECT 2", "one statement at a time"),
        ("SELECT $site", "$site has no value"),
    ],
)
def test_mistakes_get_one_sentence(data: Path, sql: str, said: str) -> None:
    """Where, what, and what was probably meant."""
    assert said in refusal(data, sql)


def test_an_unused_parameter_is_a_mistake(data: Path) -> None:
    """A misspelt parameter is not silently ignored."""
    assert "has no $sit" in refusal(data, "SELECT 1", sit="x")


@pytest.mark.parametrize(
    "sql",
    [
        "SHOW TABLES",
        "DESCRIBE articles",
        "EXPLAIN SELECT 1",
        "FROM articles",
        "SUMMARIZE articles",
        "PIVOT (SELECT site, revision FROM articles) ON revision USING count(*)",
        "VALUES (1)",
        "WITH a AS (FROM articles) SELECT count(*) FROM a;",
    ],
)
def test_all_that_reads_is_answered(data: Path, sql: str) -> None:
    """DuckDB's ways to look around work too."""
    assert asked(data, sql)


def test_no_warehouse_says_what_to_run(tmp_path: Path) -> None:
    """The first query of a new user tells him about `load`."""
    with pytest.raises(WarehouseError, match="run `defnews load` first"):
        asked(tmp_path, "SELECT 1")


@pytest.mark.parametrize("name", list(saved_queries()))
def test_every_saved_query_answers(data: Path, name: str) -> None:
    """Each runs with its defaults, says what it is for, and describes its parameters."""
    query = saved_queries()[name]
    assert query.description.endswith(".")
    given = {p.name: "frigate" for p in query.parameters if p.default is None}
    stream = io.StringIO()
    run_saved(data, name, given, format="csv", stream=stream)
    assert "," in stream.getvalue()


def test_saved_queries_give_what_they_promise(data: Path) -> None:
    """Corrections, first coverage and provenance on known articles."""
    streams = {name: io.StringIO() for name in ("corrections", "who_was_first", "provenance")}
    run_saved(data, "corrections", {}, format="jsonl", stream=streams["corrections"])
    run_saved(data, "who_was_first", {"words": "FRIGATE 2"}, format="jsonl", stream=streams["who_was_first"])
    run_saved(data, "provenance", {"url": URL.format(1)}, format="jsonl", stream=streams["provenance"])
    found = {name: [json.loads(line) for line in stream.getvalue().splitlines()] for name, stream in streams.items()}
    assert [(row["url"], row["changed"]) for row in found["corrections"]] == [(URL.format(1), ["body"])]
    assert [row["url"] for row in found["who_was_first"]] == [URL.format(2)]
    assert [row["revision"] for row in found["provenance"]] == [1, 2]


def test_saved_queries_name_their_mistakes(data: Path) -> None:
    """Unknown query, unknown parameter, missing parameter."""
    with pytest.raises(QueryError, match="there is no saved query 'nope': use corrections, "):
        run_saved(data, "nope", {})
    with pytest.raises(QueryError, match="corrections has no parameter 'day': it takes days"):
        run_saved(data, "corrections", {"day": "1"})
    with pytest.raises(QueryError, match="who_was_first needs a value: add words=VALUE"):
        run_saved(data, "who_was_first", {})


def test_an_explained_plan_can_be_read(data: Path) -> None:
    """A plan is a drawing: its lines stay lines."""
    lines = asked(data, "EXPLAIN SELECT max(headline) FROM articles", "table").splitlines()
    assert len(lines) > 3
    assert any("articles" in line and len(line) < 80 for line in lines)


def test_queries_of_the_user_stand_beside_ours(data: Path, tmp_path: Path) -> None:
    """A file in ``queries/`` of the data folder is a saved query, before ours of the same name; SQL in it is held as any."""
    own = Path(shutil.copytree(data, tmp_path / "data"))
    (own / "queries").mkdir()
    (own / "queries" / "mine.sql").write_text(
        "-- My question.\n-- site = gazette: where\nSELECT $site AS s\n-- not: this\n"
    )
    (own / "queries" / "corrections.sql").write_text("-- Ours no more.\nDELETE FROM articles")
    mine = saved_queries(own)["mine"]
    assert (mine.description, [(p.name, p.default, p.meaning) for p in mine.parameters]) == (
        "My question.",
        [("site", "gazette", "where")],
    )
    stream = io.StringIO()
    run_saved(own, "mine", {"site": "herald"}, format="csv", stream=stream)
    assert stream.getvalue() == "s\r\nherald\r\n"
    with pytest.raises(QueryError, match="DELETE is refused"):
        run_saved(own, "corrections", {})
    assert saved_queries(data)["corrections"].description.startswith("Articles whose text changed")
    (own / "queries" / "mine.sql").write_bytes(b"-- \xff")
    with pytest.raises(QueryError, match="cannot be read"):
        saved_queries(own)


def test_silence_and_news_by_site(tmp_path: Path) -> None:
    """A site that is silent longer than it ever was stands in ``silence``; ``new_articles`` counts the last week by site."""
    herald = site(stem="herald", homepage="https://herald.example/", hosts=["herald.example"], discover={})
    daily = [Page(URL.format(n), dated(n, day=n), hours=24 * n) for n in range(1, 21)]
    silent = [
        Page(f"https://herald.example/{n}", dated(n, day=n, site="herald"), hours=24 * n, site=herald)
        for n in range(1, 6)
    ]
    archive(tmp_path, daily + silent)
    load(tmp_path, SITES | {"herald": herald}, workers=0)

    def answered(name: str, **given: str) -> list[dict[str, object]]:
        stream = io.StringIO()
        run_saved(tmp_path, name, given, format="jsonl", stream=stream)
        return [json.loads(line) for line in stream.getvalue().splitlines()]

    (row,) = answered("silence")
    assert (row["site"], row["usual_hours"]) == ("herald", 24.0)
    assert row["silent_hours"] == 16 * 24 + 1
    assert answered("silence", times="100") == []
    assert [(row["site"], row["articles"]) for row in answered("new_articles")] == [("gazette", 8)]
    assert [(row["site"], row["articles"]) for row in answered("new_articles", days="30")] == [
        ("gazette", 20),
        ("herald", 5),
    ]
    assert answered("new_articles", days="1")[0]["newest_headline"] == "Frigate 20 is laid down"


def dated(number: int, *, day: int, site: str = "gazette") -> bytes:
    """A story with its day of publication, at an hour before it is fetched."""
    tag = f'<meta property="article:published_time" content="2026-03-{day:02}T05:00:00Z"><title>'.encode()
    return story(number, "First").replace(b"<title>", tag)


def test_a_long_table_goes_through_the_pager(data: Path, tmp_path: Path) -> None:
    """On a terminal that it does not fit; a short one and other formats do not."""
    pager = tmp_path / "pager"
    pager.write_text(f"#!/bin/sh\necho paged >> {tmp_path}/log\ncat\n")
    pager.chmod(0o755)

    def on_a_terminal(sql: str, *more: str) -> str:
        ours, theirs = os.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        process = subprocess.Popen(
            [sys.executable, "-m", "defnews", "query", sql, "--data", str(data), *more],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=os.environ | {"PAGER": str(pager), "TERM": "xterm"},
            cwd=ROOT,
        )
        os.close(theirs)
        shown = b""
        with contextlib.suppress(OSError):  # how a terminal says that the other end is gone
            while block := os.read(ours, 4096):
                shown += block
        os.close(ours)
        assert process.wait() == 0
        return shown.decode()

    assert "4,242" not in on_a_terminal("SELECT 1")
    assert not (tmp_path / "log").exists()
    assert "199" in on_a_terminal("FROM range(200)")
    assert (tmp_path / "log").read_text() == "paged\n"
    on_a_terminal("FROM range(200)", "--format", "csv")
    assert (tmp_path / "log").read_text() == "paged\n"


def test_asking_loads_neither_crawler_nor_extractor() -> None:
    """`defnews query` answers quickly: nothing heavy is imported for it."""
    program = "import sys, warehouse.query; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert not {"scrapy", "twisted", "trafilatura", "lxml", "warcio", "pyarrow", "rich"} & set(loaded)


def test_an_unknown_format_is_refused(data: Path) -> None:
    """The formats there are, are named."""
    with pytest.raises(QueryError, match=", ".join(FORMATS)):
        asked(data, "SELECT 1", "xml")
