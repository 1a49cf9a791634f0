"""Worker processes: one bad page costs itself alone, and results come in the order of their pages."""

import hashlib
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from archived import SITES, Page, archive, story

from extract import Article, Capture, Rejected, Site, extract_article
from extract.fingerprint import fingerprint
from extract.version import VERSION
from warehouse.database import WarehouseError
from warehouse.index import Index, IndexedCapture
from warehouse.state import State
from warehouse.worker import Limits, extract_here
from warehouse.workers import Workers

LIMITS = Limits(seconds=20, memory=1 << 30)
URL = "https://gazette.example/story/{}"


def misbehave(capture: Capture, site: Site | None) -> Article | Rejected:
    """An extractor that does what the page tells it to."""
    match capture.body:
        case b"hang":
            while True:
                pass
        case b"grow":
            kept = []
            while True:
                kept.append(bytearray(64 << 20))
        case b"crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        case b"leave":
            os._exit(7)
        case b"raise":
            raise RuntimeError("a bug")
        case b"wait":
            time.sleep(0.2)
    return Rejected(reason="not_article", detail=capture.body.decode(errors="replace")[:20], extractor_version=VERSION)


def process_of(capture: Capture, site: Site | None) -> Article | Rejected:
    """An extractor that tells which process it runs in."""
    return Rejected(reason="not_article", detail=str(os.getpid()), extractor_version=VERSION)


def archived_as(data: Path, bodies: list[bytes]) -> list[IndexedCapture]:
    archive(data, [Page(URL.format(n), body) for n, body in enumerate(bodies)])
    state = State(data / "state.sqlite")
    found = list(Index(state).all())
    state.close()
    return found


def outcome(data: Path, bodies: list[bytes], *, limits: Limits = LIMITS, count: int = 2) -> list[tuple[str, str]]:
    workers = Workers(data, SITES, count=count, limits=limits, extract=misbehave)
    try:
        results = [result for _, result in workers.results(archived_as(data, bodies))]
    finally:
        workers.close()
    return [(result.reason, result.detail) for result in results if isinstance(result, Rejected)]


def test_results_come_in_the_order_of_the_pages(tmp_path: Path) -> None:
    """A slow page holds back those after it, and none is lost."""
    bodies = [b"wait" if n % 5 == 0 else str(n).encode() for n in range(40)]
    assert [detail for _, detail in outcome(tmp_path, bodies)] == [body.decode() for body in bodies]


@pytest.mark.parametrize(
    ("body", "reason", "detail"),
    [
        (b"grow", "too_large", "extraction needed more than 1024 MiB"),
        (b"crash", "error", "extraction ended its process (signal SIGSEGV)"),
        (b"leave", "error", "extraction ended its process (code 7)"),
        (b"raise", "error", "RuntimeError: a bug"),
    ],
)
def test_a_bad_page_costs_itself_alone(tmp_path: Path, body: bytes, reason: str, detail: str) -> None:
    """Its neighbours, before and after, are extracted as if it were not there."""
    found = outcome(tmp_path, [b"1", b"2", body, b"3", b"4"])
    assert found[2] == (reason, detail)
    assert [d for _, d in found[:2] + found[3:]] == ["1", "2", "3", "4"]


def test_a_page_that_hangs_is_given_up(tmp_path: Path) -> None:
    """At its deadline its worker is killed; the others go on."""
    found = outcome(tmp_path, [b"1", b"hang", b"2"], limits=Limits(seconds=0.5))
    assert found == [
        ("not_article", "1"),
        ("timeout", "extraction took longer than 0.5 seconds"),
        ("not_article", "2"),
    ]


def test_a_worker_killed_from_outside_costs_nothing(tmp_path: Path) -> None:
    """The page of a worker that the kernel killed once, for another's hunger, is tried again."""
    bodies = [b"wait", *(str(n).encode() for n in range(5))]
    workers = Workers(tmp_path, SITES, count=1, limits=LIMITS, extract=misbehave)
    try:
        results = workers.results(archived_as(tmp_path, bodies))
        first = next(results)
        workers._workers[0].process.kill()
        found = [first, *results]
    finally:
        workers.close()
    assert [result.detail for _, result in found if isinstance(result, Rejected)] == [b.decode() for b in bodies]


def test_workers_are_replaced_after_so_many_pages(tmp_path: Path) -> None:
    """What parsers leak is given back."""
    workers = Workers(tmp_path, SITES, count=1, limits=Limits(pages=3), extract=process_of)
    try:
        found = workers.results(archived_as(tmp_path, [str(n).encode() for n in range(9)]))
        processes = [result.detail for _, result in found if isinstance(result, Rejected)]
    finally:
        workers.close()
    assert [processes.count(process) for process in dict.fromkeys(processes)] == [3, 3, 3]


def test_workers_extract_what_this_process_would(tmp_path: Path) -> None:
    """Same capture, same result, in any process; a worker adds what articles are compared by."""
    found = archived_as(tmp_path, [story(0, "First"), story(1, "Second"), b"\xff\xfe nothing"])
    workers = Workers(tmp_path, SITES, count=2)
    try:
        results = {row.url: result for row, result in workers.results(found)}
    finally:
        workers.close()
    page = Page(URL.format(1), story(1, "Second"))
    here = extract_article(page.capture, SITES["gazette"])
    assert isinstance(here, Article)
    assert here.fingerprint == () != fingerprint(here.body)
    assert results[page.url] == replace(here, fingerprint=fingerprint(here.body))
    assert results == {row.url: result for row, result in extract_here(tmp_path, SITES, found)}


def test_workers_that_cannot_start_say_so(tmp_path: Path) -> None:
    """What keeps every worker from starting ends the load with a sentence, not with rejected pages."""
    found = archived_as(tmp_path, [b"1"])
    for path in tmp_path.glob("state.sqlite*"):
        path.write_bytes(b"no database" * 1000)
    workers = Workers(tmp_path, SITES, count=1, extract=misbehave)
    try:
        with pytest.raises(WarehouseError, match="workers do not start: StateError"):
            list(workers.results(found))
    finally:
        workers.close()


def test_workers_end_with_the_load(tmp_path: Path) -> None:
    """When the loading process is killed, a worker at a page without end does not outlive it."""
    archived_as(tmp_path, [b"hang"])
    program = f"""
import sys
from dataclasses import replace
from pathlib import Path
sys.path.insert(0, {str(Path(__file__).parent)!r})
from archived import SITES
from test_workers import misbehave
from warehouse.index import Index
from warehouse.state import State
from warehouse.worker import Limits, extract_here
from warehouse.workers import Workers

data = Path({str(tmp_path)!r})
workers = Workers(data, SITES, count=1, limits=Limits(seconds=600), extract=misbehave)
worker = workers._start()
print(worker.process.pid, flush=True)
workers._workers.append(worker)
list(workers.results(Index(State(data / "state.sqlite")).all()))
"""
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        parent.kill()
    while _runs(pid):
        time.sleep(0.02)


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_limits_do_not_change_results(tmp_path: Path) -> None:
    """Fewer workers, smaller portions: the same results."""
    bodies = [hashlib.sha256(str(n).encode()).hexdigest().encode() for n in range(20)]
    assert outcome(tmp_path, bodies, count=1) == outcome(tmp_path, bodies, limits=Limits(pages=2), count=3)
