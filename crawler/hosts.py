"""What is remembered of hosts from run to run: failures in a row, and until when to stay away."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from warehouse.index import instant
from warehouse.state import State

# So many failures in a row are an outage or a refusal; then a host is left alone, longer each time.
FAILURES = 5
FIRST_CLOSED = timedelta(minutes=10)
LONGEST_CLOSED = timedelta(hours=24)


@dataclass(slots=True)
class Memory:
    """One host as remembered."""

    failures: int = 0
    closed_until: datetime | None = None
    closed_times: int = 0
    reason: str | None = None


class Hosts:
    """The circuit breakers of all hosts, in the table ``hosts``.

    A breaker opens after some failures in a row and lets one request through when its time is over: if that fails too,
    it closes the host again at once, for twice as long.
    """

    def __init__(self, state: State) -> None:
        self._connection = state.connection
        self._known: dict[str, Memory] = {}

    def get(self, host: str) -> Memory:
        """What is remembered of a host."""
        if (memory := self._known.get(host)) is None:
            row = self._connection.execute(
                "SELECT failures, closed_until, closed_times, reason FROM hosts WHERE host = ?", (host,)
            ).fetchone()
            memory = Memory(*row) if row else Memory()
            if isinstance(memory.closed_until, str):
                memory.closed_until = datetime.fromisoformat(memory.closed_until).astimezone(UTC)
            self._known[host] = memory
        return memory

    def closed(self, host: str, now: datetime) -> datetime | None:
        """Until when a host is left alone; None if it may be asked."""
        until = self.get(host).closed_until
        return until if until is not None and until > now else None

    def succeeded(self, host: str) -> None:
        """Remember an answer."""
        memory = self.get(host)
        if memory.failures or memory.closed_until or memory.closed_times:
            self._known[host] = Memory()
            self._keep(host)

    def failed(self, host: str, reason: str, now: datetime) -> None:
        """Remember a failure of the host itself: no connection, a server error, a wall."""
        memory = self.get(host)
        memory.failures += 1
        memory.reason = reason
        if memory.failures >= FAILURES:
            memory.closed_until = now + min(FIRST_CLOSED * 2**memory.closed_times, LONGEST_CLOSED)
            memory.closed_times = min(memory.closed_times + 1, 10)
            memory.failures = FAILURES - 1
        self._keep(host)

    def close(self, host: str, until: datetime, reason: str) -> None:
        """Leave a host alone until it said."""
        memory = self.get(host)
        memory.closed_until = max(until, memory.closed_until or until)
        memory.reason = reason
        self._keep(host)

    def _keep(self, host: str) -> None:
        memory = self._known[host]
        closed_until = instant(memory.closed_until) if memory.closed_until else None
        self._connection.execute(
            "INSERT OR REPLACE INTO hosts (host, failures, closed_until, closed_times, reason) VALUES (?, ?, ?, ?, ?)",
            (host, memory.failures, closed_until, memory.closed_times, memory.reason),
        )
