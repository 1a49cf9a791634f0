"""What a response asks of its guests: to wait, to stay away, not to be kept or mined."""

import json
import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from protego import Protego

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

# A server that asks for ten years has a bug: after a day it is asked once more.
RETRY_AFTER_AT_MOST = timedelta(days=1)

# Opt-outs that speak of what is done here: keeping a copy, mining text, use by machines that analyse it, searching. Of
# training a model (`notrain`, Content-Signal's `ai-train`) or feeding one (`ai-input`) nothing is done here, so those
# are recorded only.
OBEYED = frozenset({"noarchive", "noai", "tdm-reservation", "search=no"})
DIRECTIVES = ("noarchive", "noai", "noimageai", "notrain", "nocache")
AGENT_PREFIX = re.compile(r"^\s*([\w.*-]+)\s*:\s*(.*)$")

RESERVATIONS_AT_MOST = 1000
LOCATION = re.compile(r"[/*][^\s#]{0,500}")

HEAD = 64 * 1024
META = re.compile(rb"<meta\b[^>]{0,1000}>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")


def retry_after(value: str | None, now: datetime) -> datetime | None:
    """Read a Retry-After header (RFC 9110 §10.2.3): until when to wait, a day at most; None for nonsense."""
    text = (value or "").strip()
    if re.fullmatch(r"\d{1,12}", text):
        until = now + min(timedelta(seconds=min(int(text), 10**9)), RETRY_AFTER_AT_MOST)
    else:
        try:
            until = parsedate_to_datetime(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
        until = until if until.tzinfo else until.replace(tzinfo=UTC)
    if until <= now:
        return None
    return min(until, now + RETRY_AFTER_AT_MOST)


def opt_outs(headers: Iterable[tuple[str, str]], body: bytes, agent: str) -> frozenset[str]:
    """Give the opt-outs that a page declares: X-Robots-Tag, TDM-Reservation (TDMRep), Content-Signal, robots meta."""
    found: set[str] = set()
    for name, value in headers:
        match name.lower():
            case "x-robots-tag":
                found |= _directives(value, agent)
            case "tdm-reservation" if value.strip() == "1":
                found.add("tdm-reservation")
            case "content-signal":
                found |= _refusals(value)
    for name, value in _metas(body):
        if name in ("robots", agent.lower()):
            found |= _directives(value, agent)
        elif name == "tdm-reservation" and value.strip() == "1":
            found.add("tdm-reservation")
    return frozenset(found)


def obeyed(settings: "BaseSettings") -> frozenset[str]:
    """Opt-outs that keep a page out, by the one policy setting. Raises `ValueError` for one that there is not."""
    policy = settings["DEFNEWS_OPT_OUTS"]
    if policy not in ("obey", "record"):
        raise ValueError(f"DEFNEWS_OPT_OUTS is {policy!r}: set it to 'obey' or 'record'")
    return OBEYED if policy == "obey" else frozenset()


def content_signals(lines: Iterable[str], agent: str) -> frozenset[str]:
    """What the Content-Signal lines of a robots.txt say no to, by the group that names us, or else the one for all."""
    found: dict[str, set[str]] = {}
    agents: list[str] = []
    naming = False
    for line in lines:
        name, _, value = line.partition("#")[0].partition(":")
        match name.strip().lower():
            case "user-agent":
                agents = [*agents, value.strip().lower()] if naming else [value.strip().lower()]
                naming = True
                for each in agents:
                    found.setdefault(each, set())
            case "content-signal":
                naming = False
                for each in agents or ["*"]:
                    found.setdefault(each, set()).update(_refusals(value))
            case text if text:
                naming = False
    return frozenset(found.get(agent.lower(), found.get("*", set())))


def reservations(text: str) -> tuple[tuple[Protego, bool], ...]:
    """Read a tdmrep.json (TDMRep §6.1): patterns of paths, written as in robots.txt, and whether mining is reserved."""
    try:
        rules = json.loads(text)
    except (ValueError, RecursionError):
        return ()
    found = []
    for rule in rules[:RESERVATIONS_AT_MOST] if isinstance(rules, list) else ():
        location = rule.get("location") if isinstance(rule, dict) else None
        if isinstance(location, str) and LOCATION.fullmatch(location):
            matcher = Protego.parse(f"User-agent: *\nDisallow: {location}")
            found.append((matcher, str(rule.get("tdm-reservation")) == "1"))
    return tuple(found)


def reserved(rules: Iterable[tuple[Protego, bool]], url: str) -> bool:
    """Whether the first rule that fits a URL reserves its mining."""
    return next((reservation for matcher, reservation in rules if not matcher.can_fetch(url, "*")), False)


def _refusals(value: str) -> set[str]:
    """What a list of content signals (``search=yes, ai-train=no``) says no to."""
    signals = ("".join(part.split()).lower() for part in value.split(","))
    return {signal for signal in signals if signal.endswith("=no")}


def _directives(value: str, agent: str) -> set[str]:
    """Directives of an X-Robots-Tag that are meant for everybody or for us."""
    found: set[str] = set()
    ours = True
    for part in value.split(","):
        text = part.strip().lower()
        if (prefix := AGENT_PREFIX.match(text)) and prefix[1] not in ("unavailable_after", "max-snippet"):
            ours = prefix[1] in ("*", agent.lower())
            text = prefix[2].strip()
        if ours and text in DIRECTIVES:
            found.add("noarchive" if text == "nocache" else text)
    return found


def _metas(body: bytes) -> Iterable[tuple[str, str]]:
    """Names and contents of the ``meta`` elements in a page's head."""
    head = body[:HEAD]
    if b"<meta" not in head and b"<META" not in head:
        return
    for tag in META.findall(_uncommented(head)):
        text = tag.decode("utf-8", "replace")
        attributes = {n.lower(): a or b or c for n, a, b, c in ATTRIBUTE.findall(text)}
        if attributes.get("name"):
            yield attributes["name"].strip().lower(), attributes.get("content", "")


def _uncommented(page: bytes) -> bytes:
    """A page without its comments; one that is never closed is none, as browsers have it in a head."""
    kept = []
    while b"<!--" in page and b"-->" in page:
        before, _, rest = page.partition(b"<!--")
        kept.append(before)
        _, closed, after = rest.partition(b"-->")
        page = after if closed else rest
    return b"".join([*kept, page])
