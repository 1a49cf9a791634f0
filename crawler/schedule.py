"""Crawls that come back by themselves: systemd units, a crontab line, or a loop for those without either."""

import shlex
import signal
import subprocess
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import FrameType

LOCKED = 4
INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Units:
    """A timer that starts a crawl of what is due, in two notations."""

    service: str
    timer: str
    crontab: str


def units(command: Sequence[str], minutes: int) -> Units:
    """Write the units that run a command every so many minutes (systemd.service(5), systemd.timer(5), crontab(5)).

    A run that finds another one at work ends with exit code 4, which is no failure here: the other does the work.
    """
    service = f"""[Unit]
Description=defnews: crawl what is due, then load it
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
ExecStart={" ".join(map(_systemd_word, command))}
SuccessExitStatus={LOCKED}
KillSignal=SIGTERM
TimeoutStopSec=120
Nice=10
"""
    timer = f"""[Unit]
Description=defnews: crawl what is due every {minutes} minutes

[Timer]
OnBootSec=2min
OnUnitActiveSec={minutes}min
RandomizedDelaySec=60

[Install]
WantedBy=timers.target
"""
    when = f"*/{minutes} * * * *" if minutes < 60 else f"0 */{max(1, minutes // 60)} * * *"
    # A percent sign ends a crontab command; a shell has to see the words as they are.
    crontab = f"{when} {shlex.join(command).replace('%', chr(92) + '%')}\n"
    return Units(service, timer, crontab)


def repeat(command: Sequence[str], minutes: int, say: Callable[[str], None]) -> int:
    """Run a command every so many minutes until SIGINT or SIGTERM, each time in a process of its own.

    A signal is handed on to the run at work, which ends cleanly. Returns 130.
    """
    stop = threading.Event()
    running: list[subprocess.Popen[bytes]] = []

    def asked(number: int, frame: FrameType | None) -> None:
        stop.set()
        for process in running:
            process.send_signal(signal.SIGTERM)

    before = {number: signal.signal(number, asked) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        while not stop.is_set():
            with subprocess.Popen(command, start_new_session=True) as process:  # noqa: S603 (our own command line)
                running.append(process)
                code = process.wait()
                running.remove(process)
            if not stop.is_set():
                say(f"ended with exit code {code}; the next crawl is in {minutes} minutes, Ctrl-C ends this")
                stop.wait(minutes * 60)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    return INTERRUPTED


def _systemd_word(word: str) -> str:
    """Quote one word for ExecStart: percent and dollar signs stand for themselves, blanks stay inside."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"' if any(c in word for c in " \t'\"\\;") or not word else escaped
