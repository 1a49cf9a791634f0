"""One writer at a time: locks of a data folder that die with the process that holds them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from filelock import FileLock, Timeout

Name = Literal["crawl", "load"]

WHO = {
    "crawl": "another run is crawling or importing into",
    "load": "another run is loading",
}


class Locked(Exception):
    """Another process holds the lock: one sentence that says so."""


class FolderNotWritable(Exception):
    """The data folder cannot be written: one sentence that says what to do."""


@contextmanager
def hold(data: Path, name: Name) -> Iterator[None]:
    """Hold a data folder's lock while the body runs; ``crawl`` guards the archive's writer, ``load`` the warehouse's.

    The kernel frees it when the process ends in whatever way, so that a stale lock file never needs a hand.
    Raises `Locked` at once if another process has it, `FolderNotWritable` if there is no writing here.
    """
    lock = FileLock(data / f".{name}.lock")
    try:
        data.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout:
        raise Locked(f"{WHO[name]} {data}: wait until it has ended, then run this again") from None
    except OSError as error:
        raise FolderNotWritable(
            f"{data} cannot be written ({error.strerror}): make it writable, or name another folder with --data"
        ) from None
    try:
        yield
    finally:
        lock.release()
