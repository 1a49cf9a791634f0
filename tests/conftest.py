"""What every test stands on: no network beyond this machine, and a small defence press to crawl."""

import ipaddress
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from demo.press import Press

# Machines are noisy: what takes long fails by the timeout of all tests, never by a stopwatch on one example.
settings.register_profile("defnews", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("defnews")

ROOT = Path(__file__).parent.parent
connect = socket.socket.connect


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection that would leave this machine."""

    def guarded(self: socket.socket, address: object) -> None:
        if isinstance(address, tuple) and not ipaddress.ip_address(address[0]).is_loopback:
            raise AssertionError(f"a test wants to connect to {address}")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture
def press() -> Iterator[Press]:
    """A press of its own for one test, so that its request log and its corrections are the test's alone."""
    with Press() as opened:
        yield opened


@pytest.fixture
def data(tmp_path: Path, press: Press) -> Path:
    """A data folder with the press's site files in it."""
    folder = tmp_path / "data"
    (folder / "sites").mkdir(parents=True)
    for publication in press.publications:
        (folder / "sites" / f"{publication.stem}.toml").write_text(publication.site_file(), encoding="utf-8")
    return folder


@pytest.fixture
def defnews(data: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """The command line, in a process of its own, on the test's data folder."""

    def run(*arguments: str, code: int | None = 0) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "defnews", *arguments, "--data", str(data)],
            capture_output=True,
            text=True,
            cwd=ROOT,
            check=False,
        )
        said = done.stdout + done.stderr
        assert "Traceback" not in said, said
        assert code is None or done.returncode == code, said
        return done

    return run
