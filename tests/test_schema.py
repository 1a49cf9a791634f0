"""The schema, the comments on it and the type that extraction returns say the same."""

import ast
import inspect
from collections.abc import Iterator
from dataclasses import fields
from itertools import pairwise
from pathlib import Path

import duckdb
import pytest

from extract.article import REASONS, Article, Image, Related
from warehouse.database import descriptions, migrate, migrations, reading
from warehouse.ledger import RUN, SITE
from warehouse.rows import ARTICLE, CAPTURE, REJECT
from warehouse.swap import WorkingCopy

NOT_COLUMNS = {"blocks", "explanation"}
HISTORY = {"first_seen_at", "last_seen_at", "last_changed_at", "revision"}


@pytest.fixture(scope="module")
def schema() -> Iterator[duckdb.DuckDBPyConnection]:
    """A database with the newest schema."""
    with duckdb.connect(":memory:", config={"python_enable_replacements": False}) as connection:
        migrate(connection)
        yield connection


def described_fields() -> dict[str, str]:
    """Fields of `Article` with the sentence under each."""
    body = ast.parse(inspect.getsource(Article)).body[0].body  # type: ignore[attr-defined]
    return {
        field.target.id: sentence.value.value
        for field, sentence in pairwise(body)
        if isinstance(field, ast.AnnAssign) and isinstance(sentence, ast.Expr)
    }


def columns(schema: duckdb.DuckDBPyConnection, table: str) -> dict[str, str]:
    query = "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index"
    return dict(schema.execute(query, [table]).fetchall())


def test_every_field_of_an_article_is_a_column(schema: duckdb.DuckDBPyConnection) -> None:
    """A field added to `Article` must get a column, and no column of the page's is invented here."""
    page = {f.name for f in fields(Article)} - NOT_COLUMNS
    ours = {"site", "fetched_at", "capture_id", "load_id"} | HISTORY
    assert set(columns(schema, "articles")) == page | ours
    assert set(ARTICLE.names) == page | ours - HISTORY


def test_articles_and_revisions_have_the_same_columns(schema: duckdb.DuckDBPyConnection) -> None:
    """What is superseded keeps all that it was."""
    assert columns(schema, "articles") == columns(schema, "revisions")
    assert columns(schema, "article_history") == columns(schema, "articles")


def test_columns_of_the_page_are_described_in_the_words_of_article() -> None:
    """A SQL user reads the sentence that the extractor's author wrote."""
    told = descriptions()
    assert set(described_fields()) == {f.name for f in fields(Article)}
    for name, sentence in described_fields().items():
        if name not in NOT_COLUMNS:
            assert told["articles", name] == told["revisions", name] == sentence


def test_every_table_view_and_column_is_described(schema: duckdb.DuckDBPyConnection) -> None:
    """`duckdb_columns()` answers for every column, `duckdb_tables()` and `duckdb_views()` for the rest."""
    undescribed = schema.execute(
        """SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND comment IS NULL
        UNION ALL SELECT table_name, NULL FROM duckdb_tables() WHERE comment IS NULL
        UNION ALL SELECT view_name, NULL FROM duckdb_views() WHERE NOT internal AND comment IS NULL"""
    ).fetchall()
    assert undescribed == []
    described = {key for key in descriptions() if key[1] is not None}
    present = schema.execute("SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal").fetchall()
    assert described == set(present)


@pytest.mark.parametrize(
    ("table", "written"),
    [("captures", CAPTURE), ("rejects", REJECT), ("sites", SITE), ("runs", RUN), ("articles", ARTICLE)],
)
def test_what_is_written_is_what_the_table_has(schema: duckdb.DuckDBPyConnection, table: str, written: object) -> None:
    """The Arrow columns that a load writes are the table's, and of its types."""
    present = columns(schema, table)
    schema.register("written", written.empty_table())  # type: ignore[attr-defined]
    types = dict(row[:2] for row in schema.execute("DESCRIBE written").fetchall())
    schema.unregister("written")
    assert types == {name: kind for name, kind in present.items() if name not in HISTORY}


def test_struct_columns_have_the_fields_of_their_types(schema: duckdb.DuckDBPyConnection) -> None:
    """`Image` and `Related` reach SQL with all that they hold."""
    present = columns(schema, "articles")
    for column, kind in (("lead_image", Image), ("images", Image), ("related", Related)):
        inner = present[column].removeprefix("STRUCT(").removesuffix("[]").removesuffix(")")
        assert [part.split()[0] for part in inner.split(", ")] == [f.name for f in fields(kind)]


def test_reasons_are_told() -> None:
    """The comment on `rejects.reason` names the closed set."""
    told = descriptions()["rejects", "reason"]
    assert all(reason in told for reason in REASONS)


def test_migrations_are_numbered_without_gaps() -> None:
    """A migration's number is its place, so that a warehouse's version says what it has."""
    names = [name for name, _ in migrations()]
    assert names == [f"warehouse_{number:04}.sql" for number in range(1, len(names) + 1)]


def test_comments_survive_publication(tmp_path: Path) -> None:
    """They are in the file that readers open, not in the program alone."""
    with WorkingCopy(tmp_path) as copy:
        copy.publish()
    with reading(tmp_path) as connection:
        query = "SELECT comment FROM duckdb_columns() WHERE table_name = 'articles' AND column_name = 'dateline'"
        assert connection.execute(query).fetchall() == [(described_fields()["dateline"],)]
