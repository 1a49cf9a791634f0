"""Extraction is pure: no network, no clock, no framework, and the same result in any process and order."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
CHILD = """
import socket, sys, time, json, datetime

def refused(*args, **kwargs):
    raise AssertionError("extraction opened a socket")

socket.socket.connect = socket.socket.bind = socket.socket.sendto = socket.getaddrinfo = refused
shift = float(sys.argv[1])
real = time.time
time.time = lambda: real() + shift

class Moved(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return datetime.datetime.fromtimestamp(real() + shift, tz)
    @classmethod
    def utcnow(cls):
        return cls.now()
    @classmethod
    def today(cls):
        return cls.now()

moved, kept = Moved, datetime.datetime
sys.path[:0] = [sys.argv[2], sys.argv[2] + "/tests"]
import clutter
from extract import Capture, extract_article
pages = [clutter.make(seed, language).html for language in ("en", "uk", "tr") for seed in (3, 4)]
pages += ["<html><title>Just a moment...</title></html>", "<p>" + "A short page of 3 March 2024. " * 20]
if sys.argv[3] == "backwards":
    pages.reverse()
out = []
extract_article(Capture(url="https://a.example/1", fetched_at=kept(2024, 6, 1, tzinfo=datetime.UTC), body=b"<p>warm"))
datetime.datetime = moved
for page in pages:
    capture = Capture(url="https://a.example/1", fetched_at=kept(2024, 6, 1, tzinfo=datetime.UTC), body=page.encode())
    out.append(repr(extract_article(capture, explain=True)) + repr(extract_article(capture, explain=True).explanation))
if sys.argv[3] == "backwards":
    out.reverse()
loaded = sorted({name.partition(".")[0] for name in sys.modules} & {"scrapy", "twisted", "duckdb", "warcio", "crawler", "warehouse"})
print(json.dumps({"out": out, "loaded": loaded}))
"""


def run(shift: float, order: str, seed: str) -> dict[str, list[str]]:
    """Extract in a child process: clock shifted, hashes seeded, pages in a given order."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(shift), str(ROOT), order],
        capture_output=True,
        text=True,
        env={"PYTHONHASHSEED": seed, "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


def test_same_input_same_output() -> None:
    """Two processes with different clocks, hash seeds and orders of pages give the same results; no socket, no framework."""
    one, two = run(0, "forwards", "1"), run(4e8, "backwards", "2")
    assert one["out"] == two["out"]
    assert one["loaded"] == two["loaded"] == []
