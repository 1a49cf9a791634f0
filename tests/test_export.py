"""Exports hold every row, and appear whole or not at all."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import duckdb
import pyarrow.dataset
import pytest
from archived import SITES, Page, archive, rows, story
from searchable import publish

from warehouse.database import WarehouseError
from warehouse.export import TABLES, export
from warehouse.load import load

URL = "https://gazette.example/story/{}/frigate"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five articles in two months."""
    folder = tmp_path_factory.mktemp("data")
    archive(folder, [Page(URL.format(n), story(n, "First"), hours=n * 24 * 8) for n in range(5)])
    archive(folder, [Page(URL.format(1), story(1, "Second"), hours=24 * 40)])
    load(folder, SITES, workers=0)
    return folder


def test_parquet_is_parted_by_site_and_month(data: Path, tmp_path: Path) -> None:
    """What comes out is what went in; a reader finds site and month in the path."""
    report = export(data, tmp_path / "out")
    assert (report.rows, report.files) == (5, 2)
    assert {p.parent.name for p in (tmp_path / "out").rglob("*.parquet")} == {"month=2026-03", "month=2026-04"}
    source = f"read_parquet('{tmp_path}/out/**/*.parquet', hive_partitioning = true)"
    found = duckdb.sql(f"SELECT site, month, url, body FROM {source} ORDER BY url").fetchall()
    assert [row[2:] for row in found] == rows(data, "SELECT url, body FROM articles ORDER BY url")
    assert {row[0] for row in found} == {"gazette"}


def test_an_earlier_export_is_replaced_and_nothing_else(data: Path, tmp_path: Path) -> None:
    """Files of a user are never removed."""
    export(data, tmp_path / "out", since="2026-03-15")
    assert export(data, tmp_path / "out").rows == 5
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years of work")
    with pytest.raises(WarehouseError, match="no earlier export"):
        export(data, tmp_path / "mine")
    assert (tmp_path / "mine" / "thesis.txt").read_text() == "years of work"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["mine", "out"]


@pytest.mark.parametrize("table", TABLES)
def test_every_table_goes_out_in_every_format(data: Path, tmp_path: Path, table: str) -> None:
    """All formats hold the same number of rows."""
    ((expected,),) = rows(data, f"SELECT count(*) FROM {table}")
    assert export(data, tmp_path / "p", table=table).rows == expected
    assert export(data, tmp_path / "t.jsonl", table=table, format="jsonl").rows == expected
    assert export(data, tmp_path / "t.csv", table=table, format="csv").rows == expected
    lines = (tmp_path / "t.jsonl").read_text().splitlines()
    with (tmp_path / "t.csv").open(newline="") as stream:
        assert len(list(csv.DictReader(stream))) == len([json.loads(line) for line in lines]) == expected


def test_a_story_goes_out_with_its_copies(tmp_path: Path) -> None:
    """The list of copies stays a list in Parquet and JSON Lines, and is one cell in CSV."""
    archive(tmp_path, [Page(URL.format(1), story(1, "First", paragraphs=5), hours=1)])
    archive(tmp_path, [Page(URL.format(2), story(1, "First", paragraphs=5), hours=2)])
    load(tmp_path, SITES, workers=0)
    export(tmp_path, tmp_path / "p", table="stories", since="2026-01-01")
    export(tmp_path, tmp_path / "t.csv", table="stories", format="csv")
    export(tmp_path, tmp_path / "t.jsonl", table="stories", format="jsonl")
    parquet = f"read_parquet('{tmp_path}/p/**/*.parquet')"
    assert duckdb.sql(f"SELECT story_url, copied_by[1].url FROM {parquet}").fetchall() == [
        (URL.format(1), URL.format(2))
    ]
    (line,) = (tmp_path / "t.jsonl").read_text().splitlines()
    assert [copy["url"] for copy in json.loads(line)["copied_by"]] == [URL.format(2)]
    with (tmp_path / "t.csv").open(newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert URL.format(2) in row["copied_by"]


def test_no_exported_cell_becomes_a_formula(tmp_path: Path) -> None:
    """A headline, a text or a tag that a spreadsheet would run is marked as text; Parquet and JSON keep it as it is."""
    evil = ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", "\r\n=1", " =1"]
    articles = {
        f"n{n}": {"headline": text, "body": text, "byline": text, "tags": [text]} for n, text in enumerate(evil)
    }
    publish(tmp_path, articles)
    export(tmp_path, tmp_path / "out.csv", format="csv")
    with (tmp_path / "out.csv").open(newline="", encoding="utf-8") as stream:
        written = list(csv.DictReader(stream))
    assert [row["headline"] for row in written] == ["'" + text for text in evil]
    assert not [value for row in written for value in row.values() if value.lstrip()[:1] in tuple("=+-@")]
    export(tmp_path, tmp_path / "out.jsonl", format="jsonl")
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["headline"] for line in lines] == evil
    export(tmp_path, tmp_path / "out")
    assert sorted(
        pyarrow.dataset.dataset(tmp_path / "out", partitioning="hive").to_table()["headline"].to_pylist()
    ) == sorted(evil)


def test_a_killed_export_leaves_what_there_was(data: Path, tmp_path: Path) -> None:
    """Half an export never stands in the place of a whole one."""
    export(data, tmp_path / "out")
    before = {path: path.read_bytes() for path in (tmp_path / "out").rglob("*.parquet")}
    program = (
        "import os, sys; from pathlib import Path; import warehouse.export as e; "
        "e.schema_version = lambda _: os.kill(os.getpid(), 9); e.export(Path(sys.argv[1]), Path(sys.argv[2]))"
    )
    killed = subprocess.run([sys.executable, "-c", program, str(data), str(tmp_path / "out")], check=False)
    assert killed.returncode == -9
    assert {path: path.read_bytes() for path in (tmp_path / "out").rglob("*.parquet")} == before
    assert export(data, tmp_path / "out").rows == 5


def test_rows_are_chosen_by_site_and_day(data: Path, tmp_path: Path) -> None:
    """Both conditions hold together; what nobody has gives an empty export."""
    assert export(data, tmp_path / "a.csv", format="csv", since="2026-03-20", site="gazette").rows == 2
    assert export(data, tmp_path / "b", site="nobody").rows == 0
    assert export(data, tmp_path / "c.csv", format="csv", site="x' OR 'a' = 'a").rows == 0


def test_mistakes_get_a_sentence(data: Path, tmp_path: Path) -> None:
    """Unknown table, format, and a date that is none."""
    with pytest.raises(WarehouseError, match="use parquet, jsonl, csv"):
        export(data, tmp_path / "x", format="xml")  # type: ignore[arg-type]
    with pytest.raises(WarehouseError, match="there is no table 'nope'"):
        export(data, tmp_path / "x", table="nope")
    with pytest.raises(WarehouseError, match="'soon' is no date"):
        export(data, tmp_path / "x", since="soon")
    with pytest.raises(WarehouseError, match="sites has no date"):
        export(data, tmp_path / "x", table="sites", since="2026-03-01")
    assert list(tmp_path.iterdir()) == []
