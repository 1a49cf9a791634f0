"""Crawls that come back by themselves: units systemd takes, a line cron takes, a loop that ends when asked."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.schedule import units

COMMAND = [
    sys.executable,
    "-m",
    "defnews",
    "crawl",
    "--due",
    "--data",
    "/srv/de%f news/$HOME",
    "--contact",
    "a'b@x.org",
]


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd on this machine")
@pytest.mark.parametrize("manager", ["--system", "--user"])
def test_systemd_finds_no_fault(tmp_path: Path, manager: str) -> None:
    """`systemd-analyze verify` has nothing to say of the units, odd paths included, for a machine or for a user."""
    made = units(COMMAND, 15)
    (tmp_path / "defnews.service").write_text(made.service)
    (tmp_path / "defnews.timer").write_text(made.timer)
    files = [str(tmp_path / "defnews.service"), str(tmp_path / "defnews.timer")]
    done = subprocess.run(
        ["systemd-analyze", manager, "verify", *files], capture_output=True, text=True,
        env={**os.environ, "XDG_RUNTIME_DIR": str(tmp_path)},
    )  # fmt: skip
    ours = [line for line in done.stderr.splitlines() if "defnews" in line]
    assert (ours, done.returncode) == ([], 0)


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\n\r\0"), min_size=1), min_size=1, max_size=5))
def test_crontab_line_is_one_command_of_the_same_words(words: list[str]) -> None:
    """Whatever is in a path or address, cron's shell sees the very words; no percent sign ends the command early."""
    line = units(words, 30).crontab
    assert line.startswith("*/30 * * * * ")
    command = line.removeprefix("*/30 * * * * ").removesuffix("\n")
    unescaped = command.replace("\\%", "%")
    assert "%" not in command.replace("\\%", "")
    assert shlex.split(unescaped) == words


@pytest.mark.parametrize(
    ("minutes", "when"), [(1, "*/1 * * * *"), (59, "*/59 * * * *"), (60, "0 */1 * * *"), (180, "0 */3 * * *")]
)
def test_crontab_knows_hours(minutes: int, when: str) -> None:
    """Cron counts minutes within an hour only."""
    assert units(["x"], minutes).crontab == f"{when} x\n"


LOOP = """
import sys
from crawler.schedule import repeat
command = [sys.executable, "-c", sys.argv[1]]
sys.exit(repeat(command, 60, lambda text: print(text, flush=True)))
"""


@pytest.mark.parametrize(
    ("run", "last_words"),
    [
        ("print('run', flush=True)", "Ctrl-C ends this"),
        (
            "import signal, time; signal.signal(15, lambda *a: exit(0)); print('run', flush=True); time.sleep(600)",
            "run",
        ),
    ],
)
def test_loop_ends_when_asked(run: str, last_words: str) -> None:
    """SIGTERM ends the loop while it waits, and while a run is at work, which is asked to end first."""
    with subprocess.Popen([sys.executable, "-c", LOOP, run], stdout=subprocess.PIPE, text=True) as loop:
        assert loop.stdout is not None
        for line in loop.stdout:
            if last_words in line:
                break
        loop.send_signal(signal.SIGTERM)
        assert loop.wait(timeout=60) == 130
