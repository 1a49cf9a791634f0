"""What a response asks of its guests: to wait, to stay away, not to be kept or mined."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

# A server that asks for ten years has a bug: after a day it is asked once more.
RETRY_AFTER_AT_MOST = timedelta(days=1)

# Opt-outs that speak of what is done here: keeping a copy, mining text, use by machines that analyse it. Of training a
# model (`notrain`, Content-Signal's `ai-train`) nothing is done here, so those are recorded only.
OBEYED = frozenset({"noarchive", "noai", "tdm-reservation"})
DIRECTIVES = ("noarchive", "noai", "noimageai", "notrain", "nocache")
AGENT_PREFIX = re.compile(r"^\s*([\w.*-]+)\s*:\s*(.*)$")

HEAD = 64 * 1024
META = re.compile(rb"<meta\b[^>]{0,1000}>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)


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


def opt_outs(headers: Iterable[tuple[str, str]], body: bytes, agent: str) -> tuple[str, ...]:
    """List the opt-outs that a page declares: X-Robots-Tag, TDM-Reservation (TDMRep), Content-Signal, robots meta."""
    found: set[str] = set()
    for name, value in headers:
        match name.lower():
            case "x-robots-tag":
                found |= _directives(value, agent)
            case "tdm-reservation" if value.strip() == "1":
                found.add("tdm-reservation")
            case "content-signal":
                found |= {s for part in value.split(",") if (s := part.strip().lower()).endswith("=no")}
    for name, value in _metas(body):
        if name in ("robots", agent.lower()):
            found |= _directives(value, agent)
        elif name == "tdm-reservation" and value.strip() == "1":
            found.add("tdm-reservation")
    return tuple(sorted(found))


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
    for tag in META.findall(COMMENT.sub(b"", head)):
        text = tag.decode("utf-8", "replace")
        attributes = {n.lower(): a or b or c for n, a, b, c in ATTRIBUTE.findall(text)}
        if attributes.get("name"):
            yield attributes["name"].strip().lower(), attributes.get("content", "")
