"""Which addresses may be connected to, in whatever notation and however often a name changes its mind."""

import asyncio
import socket
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path
from typing import Any

import pytest
from crawling import run, site_file
from hypothesis import given
from hypothesis import strategies as st
from misbehaving import Page, Redirect, article, rss, serving

from crawler.guard import Guard, is_public, literals
from crawler.outcomes import Refused, UnknownHost

PRIVATE = (
    "127.0.0.1", "127.8.9.1", "0.0.0.0", "10.0.0.1", "172.16.5.4", "192.168.1.1", "169.254.169.254", "100.64.0.1",
    "100.100.100.200", "192.0.0.192", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1",
    "::", "::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1", "::10.0.0.1", "fe80::1", "fc00::1", "fd00:ec2::254",
    "64:ff9b::a00:1", "64:ff9b::7f00:1", "2002:a00:1::", "2002:7f00:1::1", "2001:0:a00:1::f5ff:fffe", "ff02::1",
    "2001:db8::1",
)  # fmt: skip
NOTATIONS = (
    "2130706433",
    "0x7f000001",
    "0177.0.0.1",
    "127.1",
    "0x7f.1",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "0",
    "LOCALHOST",
)


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_not_public(address: str) -> None:
    """Private, loopback, link-local, shared, metadata and reserved addresses are not public, wrapped in IPv6 or not."""
    assert not is_public(ip_address(address))


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:8.8.8.8"]
)
def test_public_addresses_are(address: str) -> None:
    """Addresses of the public internet pass."""
    assert is_public(ip_address(address))


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_is_judged_alike_inside_ipv6(address: IPv4Address) -> None:
    """Mapped or behind a translator, an IPv4 address is what it is alone."""
    for prefix in ("::ffff:", "64:ff9b::"):
        assert is_public(IPv6Address(prefix + str(address))) == is_public(address)


@pytest.mark.parametrize("host", [*PRIVATE, *NOTATIONS])
def test_no_notation_of_a_private_address_passes(host: str) -> None:
    """Decimal, octal, hexadecimal and short forms resolve to what they are and are refused, or are no host at all."""
    with pytest.raises((Refused, UnknownHost)):
        asyncio.run(Guard().check(host, 80, ["press.example"]))


def test_the_literals_of_a_sites_own_hosts_pass() -> None:
    """A literal in the site's hosts passes at its port, not at another; a name there opens nothing."""
    guard = Guard()
    assert asyncio.run(guard.check("127.0.0.1", 8000, ["127.0.0.1:8000"])) == (IPv4Address("127.0.0.1"),)
    for host, port in (("127.0.0.1", 8001), ("127.0.0.2", 8000)):
        with pytest.raises(Refused):
            asyncio.run(guard.check(host, port, ["127.0.0.1:8000"]))
    assert literals(["press.example", "press.example:8000"]) == frozenset()
    assert literals(["[::1]:80"]) == {(IPv6Address("::1"), 80)}


def answers(monkeypatch: pytest.MonkeyPatch, *addresses: list[str]) -> None:
    """Let the name server give one list of addresses after the other."""
    given = list(addresses)

    async def getaddrinfo(self: Any, host: str, port: int, **_: Any) -> list[Any]:
        found = given.pop(0) if len(given) > 1 else given[0]
        return [(socket.AF_INET6 if ":" in a else socket.AF_INET, 1, 6, "", (a, port)) for a in found]

    monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", getaddrinfo)


def test_a_name_with_a_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that points into the private network is refused; of several addresses the public ones are used."""
    answers(monkeypatch, ["10.0.0.1"])
    with pytest.raises(Refused, match=r"10\.0\.0\.1"):
        asyncio.run(Guard().check("press.example", 443, ["press.example"]))
    answers(monkeypatch, ["10.0.0.1", "8.8.8.8", "fc00::1"])
    assert asyncio.run(Guard().check("press.example", 443, [])) == (IPv4Address("8.8.8.8"),)
    answers(monkeypatch, ["fc00::1"])
    with pytest.raises(Refused):
        asyncio.run(Guard().check("press.example", 443, []))


def test_a_name_that_changes_between_check_and_connection_is_connected_where_it_was_checked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The resolver that connects gives out only addresses it has checked itself, so a second answer gains nothing."""
    answers(monkeypatch, ["8.8.8.8"], ["127.0.0.1"])
    guard = Guard()

    async def check_then_connect() -> Any:
        await guard.check("press.example", 443, [])
        first = await guard.connectable("press.example", 443)
        guard._known.clear()  # as after five minutes
        with pytest.raises(Refused):
            await guard.connectable("press.example", 443)
        return first

    assert asyncio.run(check_then_connect()) == (IPv4Address("8.8.8.8"),)


@pytest.mark.parametrize(
    ("port", "passes"), [(80, True), (443, True), (8080, True), (22, False), (25, False), (6, False)]
)
def test_ports_of_other_services_are_refused(monkeypatch: pytest.MonkeyPatch, port: int, passes: bool) -> None:
    """A server cannot send the crawler to talk to a mail server or a shell."""
    answers(monkeypatch, ["8.8.8.8"])
    if passes:
        assert asyncio.run(Guard().check("press.example", port, []))
    else:
        with pytest.raises(Refused, match="port"):
            asyncio.run(Guard().check("press.example", port, []))


def test_a_crawl_is_not_led_to_a_private_address(tmp_path: Path) -> None:
    """Feeds, sitemaps and redirects that lead to other services of this machine are named and not followed."""
    with serving() as server, serving("127.0.0.2") as inner:
        inner.otherwise = lambda path: Page("secret")
        server.pages = {
            "/rss": rss(server.url, [1]),
            "/rss2": Redirect(f"{inner.url}/rss"),
            "/sitemap.xml": Page(
                f"<sitemapindex><sitemap><loc>{inner.url}/s.xml</loc></sitemap></sitemapindex>", "text/xml"
            ),
            "/news/1": article(1),
        }
        file = site_file(
            tmp_path, "led", server.url,
            f'feeds = ["/rss", "/rss2", "{inner.url}/rss"]\nsitemaps = ["/sitemap.xml"]\naccept = ["/news/"]\n'
            "delay = 0",
        )  # fmt: skip
        report = run(tmp_path / "data", [file])
        assert inner.asked == []
    refusals = [s for s in report["attention"] if "address refused" in s and "127.0.0.2" in s]
    assert len(refusals) == 3
    assert report["sites"]["led"]["new"] == 1
