"""What may be connected to: public addresses, and the address literals that a site's own file names."""

import asyncio
import socket
import time
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Any, Protocol

from scrapy.exceptions import IgnoreRequest
from twisted.internet.address import IPv4Address as TCP4Address
from twisted.internet.address import IPv6Address as TCP6Address
from twisted.internet.interfaces import IHostnameResolver
from zope.interface import implementer  # type: ignore[import-untyped]

from crawler.outcomes import Refused, UnknownHost

Address = IPv4Address | IPv6Address

# Long enough to spare the name server, short enough to follow a publisher that moves.
REMEMBER_SECONDS = 300
REMEMBER_AT_MOST = 10_000
WEB_PORTS = frozenset({80, 443})
LOWEST_USER_PORT = 1024

# IPv6 addresses that carry an IPv4 address, which is the one that is reached: NAT64 (RFC 6052 §2.1, RFC 8215).
NAT64 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))


# Special-purpose blocks that the ipaddress module of Python 3.11 does not know yet (IANA's registries, 2024).
SPECIAL: tuple[IPv4Network | IPv6Network, ...] = (
    IPv4Network("192.0.0.0/24"),  # some clouds answer with secrets at 192.0.0.192
    IPv6Network("2001::/23"),
    IPv6Network("3fff::/20"),
    IPv6Network("5f00::/16"),
)


def is_public(address: Address) -> bool:
    """Whether an address lies on the public internet, an IPv4 address inside an IPv6 one included."""
    if isinstance(address, IPv6Address):
        carried = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if any(address in network for network in NAT64):
            carried = IPv4Address(int(address) & 0xFFFFFFFF)
        if carried is not None:
            return is_public(carried)
        if int(address) >> 32 == 0:  # ::a.b.c.d, long deprecated, still routed by some (RFC 4291 §2.5.5.1)
            return False
    if any(address.version == network.version and address in network for network in SPECIAL):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def literals(hosts: Iterable[str]) -> frozenset[tuple[Address, int]]:
    """Give the addresses, with ports, that some of a site's hosts are literals of; ``localhost`` counts as one."""
    found: set[tuple[Address, int]] = set()
    for host in hosts:
        name, port = _split(host)
        ports = (port,) if port is not None else tuple(WEB_PORTS)
        names = ("127.0.0.1", "::1") if name == "localhost" else (name,)
        for literal in names:
            try:
                found |= {(ip_address(literal), p) for p in ports}
            except ValueError:
                continue
    return frozenset(found)


class Guard:
    """Resolves names and lets through only addresses that may be connected to.

    Whoever connects must use an address given here: the check and the connection see the same answer, however often
    a name server changes its mind.
    """

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[str, int], tuple[float, tuple[Address, ...]]] = OrderedDict()
        self._allowed: frozenset[tuple[Address, int]] = frozenset()

    def allow(self, hosts: Iterable[str]) -> None:
        """Let the literals among a crawled site's hosts pass at connect time."""
        self._allowed |= literals(hosts)

    async def check(self, host: str, port: int, hosts: Iterable[str]) -> tuple[Address, ...]:
        """Give the addresses of a host that a site may connect to. Raises `Refused`, `UnknownHost`."""
        return self._pick(host, port, await self.resolve(host, port), literals(hosts))

    async def connectable(self, host: str, port: int) -> tuple[Address, ...]:
        """Give the addresses that any of the crawled sites may connect to. Raises `Refused`, `UnknownHost`."""
        return self._pick(host, port, await self.resolve(host, port), self._allowed)

    async def resolve(self, host: str, port: int) -> tuple[Address, ...]:
        """Give all addresses of a host, however it is written; a fresh answer is remembered for a while."""
        name = host.strip("[]").lower()
        now = time.monotonic()
        known = self._known.get((name, port))
        if known is not None and now - known[0] < REMEMBER_SECONDS:
            return known[1]
        try:
            answers = await asyncio.get_running_loop().getaddrinfo(name, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            raise UnknownHost(f"{host} has no address") from None
        found = tuple(dict.fromkeys(ip_address(str(answer[4][0]).partition("%")[0]) for answer in answers))
        self._known[name, port] = (now, found)
        while len(self._known) > REMEMBER_AT_MOST:
            self._known.popitem(last=False)
        return found

    @staticmethod
    def _pick(
        host: str, port: int, addresses: Sequence[Address], allowed: frozenset[tuple[Address, int]]
    ) -> tuple[Address, ...]:
        named = tuple(a for a in addresses if (a, port) in allowed)
        if named:
            return named
        if port not in WEB_PORTS and port < LOWEST_USER_PORT:
            raise Refused(f"port {port} of {host} is none that web servers use")
        public = tuple(a for a in addresses if is_public(a))
        if not public:
            raise Refused(f"{host} is at {addresses[0]}, which is no public address")
        return public


class _Receiver(Protocol):
    """What Twisted hands a resolver to report to (IResolutionReceiver)."""

    def resolutionBegan(self, resolution: object) -> None: ...  # noqa: N802 (Twisted's name)
    def addressResolved(self, address: object) -> None: ...  # noqa: N802
    def resolutionComplete(self) -> None: ...  # noqa: N802


class _Resolution:
    """Twisted's handle of a resolution under way (IHostResolution)."""

    def __init__(self, name: str) -> None:
        self.name = name

    def cancel(self) -> None:
        """Let it run out: an answer that nobody waits for does no harm."""


@implementer(IHostnameResolver)
class GuardedResolver:
    """The reactor's name resolver: every connection goes to an address that the guard has just let through.

    Scrapy's setting TWISTED_DNS_RESOLVER names it.
    """

    def __init__(self, reactor: Any) -> None:
        self.reactor = reactor
        self.guard = Guard()
        self._running: set[asyncio.Future[None]] = set()

    @classmethod
    def from_crawler(cls, crawler: object, reactor: Any) -> "GuardedResolver":
        """Make it as Scrapy does."""
        return cls(reactor)

    def install_on_reactor(self) -> None:
        """Take the place of the reactor's own resolver."""
        self.reactor.installNameResolver(self)

    def resolveHostName(  # noqa: N802 (Twisted's name)
        self,
        resolutionReceiver: _Receiver,  # noqa: N803
        hostName: str,  # noqa: N803
        portNumber: int = 0,  # noqa: N803
        addressTypes: object = None,  # noqa: N803
        transportSemantics: str = "TCP",  # noqa: N803
    ) -> _Resolution:
        """Report a host's connectable addresses; none at all where the guard refuses."""
        resolution = _Resolution(hostName)
        resolutionReceiver.resolutionBegan(resolution)

        async def report() -> None:
            try:
                addresses = await self.guard.connectable(hostName, portNumber)
            except IgnoreRequest:
                addresses = ()
            for address in addresses:
                kind = TCP4Address if isinstance(address, IPv4Address) else TCP6Address
                resolutionReceiver.addressResolved(kind("TCP", str(address), portNumber))
            resolutionReceiver.resolutionComplete()

        running = asyncio.ensure_future(report())
        self._running.add(running)  # the loop itself keeps no hold of it
        running.add_done_callback(self._running.discard)
        return resolution


def _split(host: str) -> tuple[str, int | None]:
    """Part a site file's host into its name and port."""
    if host.startswith("["):
        name, _, rest = host[1:].partition("]")
        port = rest.removeprefix(":")
    elif host.count(":") == 1:
        name, _, port = host.partition(":")
    else:
        name, port = host, ""
    return name.lower(), int(port) if port.isdigit() else None
