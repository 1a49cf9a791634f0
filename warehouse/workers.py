"""Pages into results, in processes that can be killed: a page that hangs, grows or crashes costs itself alone."""

import multiprocessing
import pickle
import signal
import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path

from extract.article import Article, Reason, Rejected
from extract.site import Site
from extract.version import VERSION
from warehouse.database import WarehouseError
from warehouse.index import IndexedCapture
from warehouse.worker import Extract, Limits, serve, site_for

START_ATTEMPTS = 3
PAGES_AHEAD = 8


@dataclass(slots=True)
class Task:
    """One page on its way."""

    capture: IndexedCapture
    site: Site | None
    result: Article | Rejected | None = None
    finished: bool = False
    attempts: int = 0


@dataclass(slots=True)
class Worker:
    """One process and the page it is at."""

    process: BaseProcess
    connection: Connection
    ready: bool = False
    task: Task | None = None
    deadline: float = field(default=float("inf"))
    served: int = 0


class Workers:
    """A set of processes that read captures from the archive and extract them.

    Each worker has a pipe of its own: nothing is shared that a worker killed at a bad moment could leave locked or
    half-written. The processes are not forked from this one, whose DuckDB threads would not survive that.
    """

    def __init__(
        self,
        data: Path,
        sites: Mapping[str, Site],
        *,
        count: int,
        limits: Limits | None = None,
        extract: Extract | None = None,
    ) -> None:
        self._data = data
        self._extract = extract
        self._sites = dict(sites)
        self._count = max(1, count)
        self._limits = limits or Limits()
        self._workers: list[Worker] = []
        self._failed_starts = 0
        self._context = _context()

    def results(self, captures: Iterable[IndexedCapture]) -> Iterator[tuple[IndexedCapture, Article | Rejected | None]]:
        """Give each capture with its result, in the order they came; None for a revisit, which holds no page.

        No more than a few pages a worker are under way or waiting to be taken.
        """
        source = iter(captures)
        ordered: deque[Task] = deque()
        backlog: deque[Task] = deque()
        exhausted = False
        while True:
            while ordered and ordered[0].finished:
                task = ordered.popleft()
                yield task.capture, task.result
            while not exhausted and len(ordered) < self._count * PAGES_AHEAD:
                capture = next(source, None)
                if capture is None:
                    exhausted = True
                    break
                task = Task(capture, site_for(capture, self._sites), finished=capture.kind == "revisit")
                ordered.append(task)
                if not task.finished:
                    backlog.append(task)
            if not ordered:
                return
            if not ordered[0].finished:
                self._dispatch(backlog)
                self._collect(backlog)

    def close(self) -> None:
        """End all workers; they hold nothing that would need a farewell."""
        for worker in self._workers:
            self._end(worker)
        self._workers.clear()

    def _dispatch(self, backlog: deque[Task]) -> None:
        busy = sum(worker.task is not None for worker in self._workers)
        while len(self._workers) < min(self._count, busy + len(backlog)):
            self._workers.append(self._start())
        for worker in list(self._workers):
            if not backlog:
                return
            if worker.ready and worker.task is None:
                task = backlog.popleft()
                task.attempts += 1
                worker.task, worker.deadline = task, time.monotonic() + self._limits.seconds
                try:
                    worker.connection.send((task.capture, task.site.stem if task.site else None))
                except OSError:
                    self._crashed(worker, backlog)

    def _collect(self, backlog: deque[Task]) -> None:
        """Wait until some worker answers, ends, or has had its time."""
        by_handle: dict[object, Worker] = {worker.connection: worker for worker in self._workers}
        by_handle |= {worker.process.sentinel: worker for worker in self._workers}
        patience = min((worker.deadline for worker in self._workers), default=0.0) - time.monotonic()
        spoken = wait(list(by_handle), timeout=None if patience == float("inf") else max(0.0, patience))  # type: ignore[arg-type]
        seen: set[int] = set()
        for handle in spoken:
            worker = by_handle[handle]
            if id(worker) not in seen:
                seen.add(id(worker))
                self._hear(worker, backlog)
        now = time.monotonic()
        for worker in [w for w in self._workers if w.task is not None and w.deadline <= now]:
            detail = f"extraction took longer than {self._limits.seconds:g} seconds"
            self._finish(worker, _rejected("timeout", detail, worker.task))
            self._remove(worker)

    def _hear(self, worker: Worker, backlog: deque[Task]) -> None:
        try:
            if not worker.connection.poll():
                raise EOFError
            message = worker.connection.recv()
        except (EOFError, OSError, pickle.UnpicklingError):
            self._crashed(worker, backlog)
            return
        if not worker.ready:
            if isinstance(message, str):
                raise WarehouseError(f"the extraction workers do not start: {message}")
            worker.ready = True
            self._failed_starts = 0
            return
        worker.served += 1
        result, fit = message
        self._finish(worker, result)
        if not fit or worker.served >= self._limits.pages:
            self._remove(worker)

    def _crashed(self, worker: Worker, backlog: deque[Task]) -> None:
        """A worker ended by itself: its page gets a second chance, since another's hunger may have killed it."""
        worker.process.join(1)
        code = worker.process.exitcode
        self._remove(worker)
        if worker.task is None:
            if not worker.ready:
                self._failed_starts += 1
                if self._failed_starts >= START_ATTEMPTS:
                    raise WarehouseError(f"the extraction workers do not start: they end with code {code}")
        elif worker.task.attempts < 2 and code != -signal.SIGXCPU:
            backlog.appendleft(worker.task)
        else:
            reason = f"signal {signal.Signals(-code).name}" if code is not None and code < 0 else f"code {code}"
            detail = f"extraction ended its process ({reason})"
            self._finish(worker, _rejected("timeout" if code == -signal.SIGXCPU else "error", detail, worker.task))

    def _finish(self, worker: Worker, result: Article | Rejected) -> None:
        if worker.task is not None:
            worker.task.result, worker.task.finished = result, True
        worker.task, worker.deadline = None, float("inf")

    def _start(self) -> Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(  # type: ignore[attr-defined]
            target=serve,
            args=(theirs, self._data, self._sites, self._limits, self._extract),
            daemon=True,
            name="defnews-extract",
        )
        try:
            process.start()
        except (EOFError, OSError) as error:
            reason = str(error) or "their server ended"
            raise WarehouseError(f"the extraction workers do not start: {reason}") from error
        theirs.close()
        return Worker(process, ours)

    def _remove(self, worker: Worker) -> None:
        self._end(worker)
        self._workers.remove(worker)

    def _end(self, worker: Worker) -> None:
        worker.connection.close()
        worker.process.kill()
        worker.process.join()


def _rejected(reason: Reason, detail: str, task: Task | None) -> Rejected:
    digest = task.site.digest if task is not None and task.site is not None else None
    return Rejected(reason=reason, detail=detail, extractor_version=VERSION, site_digest=digest)


def _context() -> BaseContext:
    """Start workers from a small server process that has already loaded what they need."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["extract.core", "warehouse.worker"])
    return context
