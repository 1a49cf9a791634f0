"""Turns: when the next request may go to a host, and to an address that several hosts share."""

import asyncio
import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from crawler.outcomes import Stopping

# A host that asks for less than nothing gets at most so many requests at once.
AT_ONCE = 8
# Sites of one address share its machine: together they may ask four times as often as one of them.
SHARE_OF_ADDRESS = 0.25
# Up to a tenth is added to every delay, so that many crawlers do not march in step. Never taken off.
JITTER = 0.1
LONGEST_DELAY = 300.0
SLOWER_FROM, SLOWER_TO = 1.0, 60.0
# How much of a slow server's own time is left to it between two requests.
PATIENCE_WITH_SLOW = 1.0


@dataclass(slots=True)
class Lane:
    """The requests to one host."""

    delay: float
    ended: float
    """When the last request to it ended; before the first, the last of the run before."""

    held_until: float = 0.0
    stretch: float = 1.0
    """By how much this one pause is longer than need be."""

    active: int = 0
    latency: float = 0.0
    entering: asyncio.Lock = field(default_factory=asyncio.Lock)
    freed: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def pause(self) -> float:
        """Least seconds from the end of one request to the start of the next: a slow server gets more."""
        return max(self.delay, min(self.latency * PATIENCE_WITH_SLOW, LONGEST_DELAY)) if self.delay else 0.0

    @property
    def ready_at(self) -> float:
        """When the next request may start; reckoned when asked, as robots.txt may have raised the delay since."""
        return max(self.held_until, self.ended + self.pause * self.stretch)

    @property
    def at_once(self) -> int:
        """How many requests may be under way together."""
        return 1 if self.delay else AT_ONCE


class Pacer:
    """Gives turns to requests, in the order they ask, for all sites of a run together.

    The delay counts from the end of a request to the start of the next, so that a server never sees two of them closer
    than that, whatever the network does. ``quiet_for`` is how many seconds ago the run before ended: a crawl that is
    killed and started again keeps its distance to itself.
    """

    def __init__(self, quiet_for: float = LONGEST_DELAY) -> None:
        self._began = time.monotonic() - quiet_for
        self._lanes: dict[str, Lane] = {}
        self._addresses: dict[str, float] = {}
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """Turn away whoever waits and whoever comes."""
        self._stopping.set()

    def at_least(self, host: str, delay: float) -> None:
        """Raise a host's delay; what asks for more than five minutes gets five."""
        lane = self._lane(host, 0.0)
        lane.delay = min(max(lane.delay, delay), max(LONGEST_DELAY, lane.delay))

    def hold(self, host: str, seconds: float) -> None:
        """Let nothing go to a host for a while."""
        lane = self._lane(host, 0.0)
        lane.held_until = max(lane.held_until, time.monotonic() + seconds)

    def slower(self, host: str) -> None:
        """Double a host's delay for the rest of the run, up to a minute, because it said that it was too much."""
        lane = self._lane(host, 0.0)
        lane.delay = max(lane.delay, min(max(lane.delay * 2, SLOWER_FROM), SLOWER_TO))

    async def sleep(self, seconds: float) -> None:
        """Wait, but not past the end of the run. Raises `Stopping`."""
        if seconds > 0:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), seconds)
        if self._stopping.is_set():
            raise Stopping("the run is being ended")

    async def breathe(self) -> None:
        """Let others have a go during long work."""
        await asyncio.sleep(0)

    @asynccontextmanager
    async def turn(self, host: str, address: str, delay: float) -> AsyncIterator[None]:
        """Hold a turn while the body asks the host. Raises `Stopping`."""
        lane = self._lane(host, delay)
        async with lane.entering:
            while lane.active >= lane.at_once:
                lane.freed.clear()
                await lane.freed.wait()
            while (wait := max(lane.ready_at, self._addresses.get(address, 0.0)) - time.monotonic()) > 0:
                await self.sleep(wait)
            await self.sleep(0)
            if lane.pause:
                self._addresses[address] = time.monotonic() + lane.pause * SHARE_OF_ADDRESS
            lane.active += 1
        started = time.monotonic()
        try:
            yield
        finally:
            ended = time.monotonic()
            lane.latency = (lane.latency + ended - started) / 2 if lane.latency else ended - started
            lane.ended = ended
            lane.stretch = 1 + random.uniform(0, JITTER)  # noqa: S311 (nothing secret about it)
            lane.active -= 1
            lane.freed.set()

    def _lane(self, host: str, delay: float) -> Lane:
        host = host.removeprefix("www.")  # one server in all but name
        lane = self._lanes.get(host)
        if lane is None:
            lane = self._lanes[host] = Lane(delay, ended=self._began)
        lane.delay = max(lane.delay, delay)
        return lane
