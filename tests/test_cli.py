"""The command line: help for every command, one sentence for every fault, an exit code of its kind."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import duckdb
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


@pytest.fixture
def texts(run: Run, tmp_path: Path) -> None:
    """Two articles in the warehouse."""
    paths = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for path, headline in zip(paths, ("Frigates at sea", "A rare earth deal"), strict=True):
        path.write_text(
            f"{headline}\n\nThe \x1b[31mminister said that a frigate would be built at the yard by next year."
        )
    run("import", *map(str, paths))


@pytest.mark.usefixtures("texts")
def test_search_shows_and_tells(run: Run, tmp_path: Path) -> None:
    """For people: headline, place, passage, how many of how many; for machines: one object; for SQL: a table."""
    shown = run("search", "frigate", "--limit", "1")
    assert shown.stdout.splitlines()[0] == "Frigates at sea"
    assert shown.stdout.splitlines()[-1] == "1 of 2 articles"
    assert "said that a frigate would" in " ".join(shown.stdout.split())
    assert "\x1b" not in shown.stdout
    told = json.loads(run("search", "rare", "earth", "--json").stdout)
    assert (told["total"], told["current"], [hit["headline"] for hit in told["hits"]]) == (
        1,
        True,
        ["A rare earth deal"],
    )
    assert set(told["hits"][0]) == {"url", "site", "headline", "published_at", "score", "snippet"}
    sql = "SELECT headline FROM hits JOIN articles USING (url)"
    assert run("query", sql, "--search", '"rare earth"', "--format", "csv").stdout == "headline\nA rare earth deal\n"
    assert run("search", "nothing").stdout == "0 articles\n"


@pytest.mark.usefixtures("texts")
def test_search_says_what_it_lacks(run: Run, tmp_path: Path) -> None:
    """Words that cannot be read, no index, an index that is behind: one sentence each; the last still answers."""
    wrong = run("search", '"rare')
    assert (wrong.returncode, wrong.stderr.count("\n"), "missing delimiter" in wrong.stderr) == (2, 1, True)
    wrong = run("query", "SELECT 1", "--search", "(")
    assert (wrong.returncode, wrong.stderr.count("\n")) == (2, 1)
    index = tmp_path / "data" / "search"
    shutil.copytree(index, tmp_path / "kept")
    (tmp_path / "three.txt").write_text("A third\n\nThe minister said that another frigate would be built at the yard.")
    run("import", str(tmp_path / "three.txt"))
    shutil.rmtree(index)
    missing = run("search", "frigate")
    assert (missing.returncode, "run `defnews load`" in missing.stderr) == (2, True)
    (tmp_path / "kept").rename(index)
    for command in (("search", "frigate", "--json"), ("query", "SELECT * FROM hits", "--search", "frigate")):
        behind = run(*command)
        assert (behind.returncode, "`defnews load` brings it up to date" in behind.stderr) == (0, True)
    assert run("load").returncode == 0
    assert json.loads(run("search", "frigate", "--json").stdout)["total"] == 3


@pytest.mark.usefixtures("texts")
def test_shell_is_duckdbs_own_where_there_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With `duckdb` on the path it is started on the warehouse, reading only; without, Python; neither can write."""
    command = [sys.executable, "-m", "defnews", "shell", "--data", str(tmp_path / "data")]
    asked = (
        "print(warehouse.sql('SELECT count(*) FROM articles').fetchall())\n"
        "warehouse.execute('DELETE FROM articles')\nwarehouse.execute('CREATE TEMP TABLE mine AS SELECT 42 AS n')\n"
        "print(warehouse.sql('SELECT n FROM mine').fetchall())\n"
    )
    monkeypatch.setenv("PATH", str(tmp_path))
    python = subprocess.run(command, input=asked, capture_output=True, text=True, cwd=ROOT, check=True)
    assert "[(2,)]" in python.stdout
    assert "[(42,)]" in python.stdout
    assert "read-only" in python.stderr
    program = tmp_path / "duckdb"
    program.write_text('#!/bin/sh\nprintf "%s|" "$@"\n')
    program.chmod(0o755)
    theirs = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True).stdout
    flag, begin, rest = theirs.split("|")
    assert (flag, rest) == ("-cmd", "")
    connection = duckdb.connect()
    connection.execute(begin)
    assert connection.execute("SELECT count(*) FROM articles").fetchall() == [(2,)]
    with pytest.raises(duckdb.Error, match="read-only"):
        connection.execute("DELETE FROM articles")
    connection.close()


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


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_preview_of_a_page_that_names_no_address(run: Run, tmp_path: Path, encoding: str) -> None:
    """To look at a page, nobody needs to know where it came from; in UTF-16 it is a page as well."""
    page = tmp_path / "page.html"
    sentences = "".join(
        f"<p>The yard delivered hull number {n} to the navy before the first frost.</p>" for n in range(9)
    )
    page.write_text(f"<html><body><article><h1>Hulls delivered</h1>{sentences}</article></body></html>", encoding)
    shown = run("explain", str(page), "--json")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert json.loads(shown.stdout)["headline"] == "Hulls delivered"


@pytest.mark.parametrize("name", ["no-such-page.html", "pages/no-such-page.html", "no-such-page"])
def test_preview_of_a_page_that_is_not_there(run: Run, name: str) -> None:
    """A mistyped file is told as one, and nobody is sent to crawl for it."""
    shown = run("explain", name)
    assert shown.returncode == 2
    assert " ".join(shown.stderr.split()) == f"error: there is no file {name}, and addresses begin with https://"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the device that is always full is Linux's")
def test_a_table_that_finds_no_room(tmp_path: Path) -> None:
    """Output to a full disk ends in a sentence that says so, with the exit code for it."""
    page = tmp_path / "page.html"
    page.write_text(
        f"<article><h1>Hulls delivered</h1>{'<p>The yard delivered a hull before the frost.</p>' * 900}</article>"
    )
    for arguments in (["explain", str(page)], ["explain", str(page), "--json"], ["sites", "list"]):
        with Path("/dev/full").open("w") as full:
            command = [sys.executable, "-m", "defnews", *arguments]
            done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, cwd=ROOT)
        assert done.returncode == 3
        assert (
            " ".join(done.stderr.split())
            == "error: no room left on the disk: free some space, then run the same command again"
        )


def test_an_archive_without_its_index(run: Run, tmp_path: Path) -> None:
    """A lost state file is named by every command that needs it, none begins anew, and `check --repair` makes it again."""
    text = tmp_path / "text.txt"
    text.write_text("A headline\n\nA text of some words that stands for an article.")
    assert run("import", str(text)).returncode == 0
    for path in (tmp_path / "data").glob("state.sqlite*"):
        path.unlink()
    for arguments in (("status",), ("load",), ("crawl", "defensemirror"), ("import", str(text))):
        done = run(*arguments)
        assert (done.returncode, "`defnews check --repair` makes it again" in done.stderr) == (2, True), done.stderr
    assert not (tmp_path / "data" / "state.sqlite").exists()
    assert run("check", "--repair").returncode == 0
    assert "1 known already" in run("import", str(text)).stdout


def test_version_is_the_installed_one(run: Run) -> None:
    """What a report of a fault needs."""
    done = run("--version", data=None)
    assert (done.returncode, done.stdout) == (0, f"defnews {version('defnews')}\n")


def test_a_pipe_gets_whole_names(run: Run, tmp_path: Path) -> None:
    """Where no terminal sets the width, a table has room for the longest site's name: others read it."""
    (tmp_path / "data" / "sites").mkdir(parents=True)
    (tmp_path / "data" / "sites" / "a-site-of-a-very-long-name.toml").write_text(SITE)
    assert re.search(r"│ a-site-of-a-very-long-name +│ Tiny", run("sites", "list").stdout)
