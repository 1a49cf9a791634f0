"""What README shows runs as it is written."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from archived import NO_STORY, SITES, Page, archive, story

import defnews as program
from warehouse.export import export
from warehouse.load import load
from warehouse.query import run_query

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```", README, re.M | re.S)
PYTHON = [text for language, text in BLOCKS if language == "python"]
QUESTIONS = [q.strip() for language, text in BLOCKS if language == "sql" for q in text.split(";") if q.strip()]
COMMANDS = [
    line.removeprefix("$ ").partition("  #")[0]
    for language, text in BLOCKS
    if language == ""
    for line in text.splitlines()
    if re.match(r"(\$ )?defnews ", line)
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where README's reader stands: a folder with ``data``, ``demo-data`` and ``export`` in it."""
    here = tmp_path_factory.mktemp("reader")
    url = "https://gazette.example/story/{}/frigate"
    archive(here / "data", [Page(url.format(n), story(n, "First"), hours=n) for n in range(3)])
    archive(here / "data", [Page(url.format(1), story(1, "Second"), hours=9), Page(url.format(9), NO_STORY, hours=9)])
    load(here / "data", SITES, workers=0)
    export(here / "data", here / "export")
    shutil.copytree(here / "data", here / "demo-data")
    return here


def test_there_are_ten_questions() -> None:
    """As the heading says."""
    assert len(QUESTIONS) == 10


@pytest.mark.parametrize("sql", QUESTIONS)
def test_questions_are_answered(folder: Path, sql: str) -> None:
    """Every statement runs; the format is one that shows all columns."""
    run_query(folder / "data", sql, format="csv", output=folder / "answer.csv")
    assert (folder / "answer.csv").stat().st_size > 0


@pytest.mark.parametrize("code", PYTHON)
def test_python_runs(folder: Path, code: str) -> None:
    """Every block by itself; those for pandas and Polars where these are installed."""
    for name in re.findall(r"^import (\w+)", code, re.M):
        pytest.importorskip(name)
    shown = f"{code}\nprint(*(len(v) for k, v in list(globals().items()) if k in ('rows', 'arrow', 'frame', 'polar', 'recent')))"
    done = subprocess.run([sys.executable, "-c", shown], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert set(done.stdout.split()) == {"3"}


@pytest.mark.parametrize("line", COMMANDS)
def test_commands_are_read(line: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command exists and takes the options that it is shown with."""
    monkeypatch.chdir(folder)
    name, *arguments = shlex.split(line)[1:]
    command = typer.main.get_command(program.app).commands[name]  # type: ignore[attr-defined]
    command.make_context(name, arguments, resilient_parsing=False)


@pytest.mark.parametrize("line", [line for line in COMMANDS if re.match(r"defnews (query|search|export)", line)])
def test_commands_that_read_answer(line: str, folder: Path) -> None:
    """What needs no network is run."""
    shutil.rmtree(folder / "export", ignore_errors=True)
    words = [sys.executable, "-m", "defnews", *shlex.split(line)[1:]]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    export(folder / "data", folder / "export")
