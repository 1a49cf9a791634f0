"""One page into a result: what a worker process does, and the limits it does it under."""

import gc
import logging
import multiprocessing
import os
import resource
import signal
import threading
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from pathlib import Path

from extract.article import Article, Rejected
from extract.capture import Capture
from extract.site import Site, site_of
from extract.version import VERSION
from warehouse.archive import Archive, ArchiveError
from warehouse.index import IndexedCapture
from warehouse.state import State

Extract = Callable[[Capture, Site | None], Article | Rejected]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one page may cost."""

    seconds: float = 30.0
    memory: int = 2 << 30
    """Address space that pages may take beyond what a worker needs to start, in bytes."""
    pages: int = 1000
    """Pages after which a worker is replaced, since parsers leak."""


def site_for(capture: IndexedCapture, sites: Mapping[str, Site]) -> Site | None:
    """The site file whose rules a capture is read by: the one it was stored under, else the one that names its host."""
    return sites.get(capture.site) or site_of(capture.url, sites)


def extract_here(
    data: Path, sites: Mapping[str, Site], captures: Iterable[IndexedCapture]
) -> Iterator[tuple[IndexedCapture, Article | Rejected | None]]:
    """Give the same results in this process, without limits: for debuggers and profilers."""
    state = State(data / "state.sqlite")
    archive = Archive(data, state)
    extract = _own_extract()
    try:
        for capture in captures:
            if capture.kind == "revisit":
                yield capture, None
            else:
                yield capture, _extracted(extract, archive, capture, site_for(capture, sites))
    finally:
        archive.close()
        state.close()


def serve(
    connection: Connection, data: Path, sites: Mapping[str, Site], limits: Limits, extract: Extract | None
) -> None:
    """Be a worker: answer each capture with its result until the parent hangs up."""
    try:
        _confine()
        extract = extract or _own_extract()  # heavy to import: done before the first page's time runs
        _cap_memory(limits)
        archive = Archive(data, State(data / "state.sqlite"))
        gc.freeze()  # what is loaded stays: looking for garbage in it again and again took a twentieth of the time
    except Exception as error:
        connection.send(f"{type(error).__name__}: {error}")
        return
    connection.send(None)
    while True:
        try:
            capture, stem = connection.recv()
        except (EOFError, OSError):
            return
        spent = sum(os.times()[:2])
        # The parent's deadline is the rule; this one also holds when the parent is gone and the page never ends.
        resource.setrlimit(resource.RLIMIT_CPU, (int(spent + 2 * limits.seconds) + 1, resource.RLIM_INFINITY))
        site = sites[stem] if stem is not None else None
        try:
            result = _extracted(extract, archive, capture, site)
        except MemoryError:
            result = Rejected(
                reason="too_large",
                detail=f"extraction needed more than {limits.memory >> 20} MiB",
                extractor_version=VERSION,
                site_digest=site.digest if site else None,
            )
        # A process that ran out of memory once may be left with holes: it is replaced.
        fit = not (isinstance(result, Rejected) and result.reason == "too_large")
        try:
            connection.send((result, fit))
        except OSError:
            return


def _own_extract() -> Extract:
    """Extraction, and with its result what shows that articles are alike."""
    from extract.core import extract_article
    from extract.fingerprint import fingerprint

    def extract(capture: Capture, site: Site | None) -> Article | Rejected:
        result = extract_article(capture, site)
        return replace(result, fingerprint=fingerprint(result.body)) if isinstance(result, Article) else result

    return extract


def _extracted(extract: Extract, archive: Archive, capture: IndexedCapture, site: Site | None) -> Article | Rejected:
    try:
        page = archive.read(capture)
    except ArchiveError as error:
        # No version: no rules have seen it, so `reextract --stale` tries again once the archive is mended.
        return Rejected(reason="error", detail=str(error))
    try:
        return extract(page, site)
    except MemoryError:
        raise
    except Exception as error:
        return Rejected(
            reason="error",
            detail=f"{type(error).__name__}: {error}",
            extractor_version=VERSION,
            site_digest=site.digest if site else None,
        )


def is_unread(result: Article | Rejected | None) -> bool:
    """Whether the archive could not give the page, so that no rules have seen it."""
    return isinstance(result, Rejected) and result.reason == "error" and not result.extractor_version


def _confine() -> None:
    """Keep this process quiet and without core dumps; it ends with its parent, and leaves Ctrl-C to it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_die_with, args=(parent.sentinel,), daemon=True).start()


def _cap_memory(limits: Limits) -> None:
    """Cap what pages may take, beyond what is mapped already: libraries reserve address space that they never use."""
    try:
        mapped = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    except OSError:  # not on Linux: the cap is then a little tighter
        mapped = 0
    resource.setrlimit(resource.RLIMIT_AS, (mapped + limits.memory, resource.RLIM_INFINITY))


def _die_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
