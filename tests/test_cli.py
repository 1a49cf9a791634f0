"""The command line: help for every command, one sentence for every fault, an exit code of its kind."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer

import defnews as program
from warehouse.lock import hold

ROOT = Path(__file__).parent.parent
COMMANDS = {c.name or c.callback.__name__: c for c in program.app.registered_commands}  # type: ignore[union-attr]
SITE = 'name = "Tiny"\nhomepage = "http://127.0.0.1:9/"\nhosts = ["127.0.0.1:9"]\n[discover]\nfeeds = ["/feed.xml"]\n'

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """The program in a process of its own, on an empty data folder."""

    def run(*arguments: str, data: Path | None = tmp_path / "data") -> subprocess.CompletedProcess[str]:
        place = ["--data", str(data)] if data else []
        command = [sys.executable, "-m", "defnews", *arguments, *place]
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
        assert "Traceback" not in done.stderr, done.stderr
        return done

    return run


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help_and_stands_in_the_readme(name: str) -> None:
    """A command that nobody explains does not exist: help for it and each of its options, and a line in README."""
    command = typer.main.get_command(program.app).commands[name]  # type: ignore[attr-defined]
    assert command.help
    assert [p.name for p in command.params if p.name != "help" and not getattr(p, "help", "-")] == []
    assert re.search(rf"\| `defnews {name}\b", (ROOT / "README.md").read_text(encoding="utf-8"))


def test_data_folder_may_stand_before_the_command(run: Run, tmp_path: Path) -> None:
    """`defnews --data DIR sites check` and `defnews sites check --data DIR` are the same."""
    (tmp_path / "data" / "sites").mkdir(parents=True)
    (tmp_path / "data" / "sites" / "bad.toml").write_text("nme = 1")
    before = run("--data", str(tmp_path / "data"), "sites", "check", data=None)
    after = run("sites", "check")
    assert (before.returncode, before.stderr) == (after.returncode, after.stderr) == (2, before.stderr)
    assert "bad.toml:1: nme" in before.stderr


def test_every_broken_site_file_is_named(run: Run, tmp_path: Path) -> None:
    """`sites check` goes on after the first fault; a command that needs the sites stops with it."""
    folder = tmp_path / "data" / "sites"
    folder.mkdir(parents=True)
    (folder / "one.toml").write_text("name = [")
    (folder / "two.toml").write_text('name = "x"\nhomepage = "http://127.0.0.1/"\nhosts = ["127.0.0.1"]\nfeds = 1\n')
    done = run("sites", "check")
    assert done.returncode == 2
    assert re.search(r"one\.toml:1: ", done.stderr)
    assert re.search(r"two\.toml:4: feds: ", done.stderr)
    assert run("crawl", "two").returncode == 2


def test_second_crawl_at_once_says_so_and_leaves(run: Run, tmp_path: Path) -> None:
    """While another run has the archive, a crawl or an import ends with exit code 4 and touches nothing."""
    (tmp_path / "data" / "sites").mkdir(parents=True)
    (tmp_path / "data" / "sites" / "tiny.toml").write_text(SITE)
    (tmp_path / "text.txt").write_text("A headline\n\nA text.")
    with hold(tmp_path / "data", "crawl"):
        for arguments in (("crawl", "tiny"), ("import", str(tmp_path / "text.txt"))):
            done = run(*arguments)
            assert done.returncode == 4
            assert "another run is crawling or importing" in done.stderr
    assert run("import", str(tmp_path / "text.txt")).returncode == 0


def test_second_load_at_once_says_so_and_leaves(run: Run, tmp_path: Path) -> None:
    """While another run loads, a load ends with exit code 4; queries and crawls are free."""
    (tmp_path / "text.txt").write_text("A headline\n\nA text of some words that stands for an article.")
    assert run("import", str(tmp_path / "text.txt")).returncode == 0
    with hold(tmp_path / "data", "load"):
        assert run("load").returncode == 4
        assert run("reextract").returncode == 4
        assert run("query", "SELECT count(*) FROM articles").returncode == 0


def test_file_in_the_place_of_the_data_folder(run: Run, tmp_path: Path) -> None:
    """A data folder that is a file is named, and the file is left alone."""
    path = tmp_path / "file"
    path.write_text("precious")
    for arguments in (("load",), ("crawl", "defensemirror"), ("sites", "list")):
        done = run(*arguments, data=path)
        assert (done.returncode, "name a folder with --data" in done.stderr) == (2, True), done.stderr
    assert path.read_text() == "precious"


def test_warehouse_that_is_no_duckdb(run: Run, tmp_path: Path) -> None:
    """A foreign file in the warehouse's place is named and left alone, for reading and for loading."""
    (tmp_path / "text.txt").write_text("A headline\n\nA text of some words that stands for an article.")
    run("import", str(tmp_path / "text.txt"), "--no-load")
    path = tmp_path / "data" / "warehouse.duckdb"
    path.write_bytes(b"not a database " * 400)
    for arguments in (("query", "SELECT 1"), ("load",)):
        done = run(*arguments)
        assert (done.returncode, "is no DuckDB file" in done.stderr) == (2, True), done.stderr
    assert path.read_bytes().startswith(b"not a database")


@pytest.mark.parametrize(
    ("sql", "sentence"),
    [
        ("SELEC 1", "SQL error"),
        ("DELETE FROM articles", "refused"),
        ("SELECT * FROM '/etc/passwd'", "does not exist"),
        ("SELECT * FROM read_text('/etc/passwd')", "reaches the warehouse alone"),
        ("COPY articles TO '/tmp/x.csv'", "refused"),
        ("SELECT 1; DROP TABLE articles", "refused"),
    ],
)
def test_query_only_reads_the_warehouse(run: Run, tmp_path: Path, sql: str, sentence: str) -> None:
    """SQL that is wrong, writes, or looks outside the warehouse ends in one sentence."""
    (tmp_path / "text.txt").write_text("A headline\n\nA text of some words that stands for an article.")
    run("import", str(tmp_path / "text.txt"))
    done = run("query", sql)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert sentence in done.stderr


def test_preview_of_a_saved_page(run: Run, tmp_path: Path) -> None:
    """`explain FILE` says what a page on disk would give, without a data folder, and as JSON too."""
    page = tmp_path / "page.html"
    sentences = "".join(
        f"<p>The yard delivered hull number {n} to the navy before the first frost.</p>" for n in range(9)
    )
    page.write_text(
        '<html><head><link rel="canonical" href="https://www.example.com/a/hulls"><title>Hulls delivered</title></head>'
        f"<body><article><h1>Hulls delivered</h1>{sentences}<p><b>Also Read:</b> <a href='/b'>More hulls</a></p>"
        "</article></body></html>"
    )
    shown = run("explain", str(page))
    assert shown.returncode == 0
    assert "Hulls delivered" in shown.stdout
    assert "More hulls" in shown.stdout
    assert '"outcome": "article"' in run("explain", str(page), "--json").stdout
