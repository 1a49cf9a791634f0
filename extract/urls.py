"""URL identity: which addresses are the same article, and the address shown for it."""

import re
from collections.abc import Iterable
from contextlib import suppress
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from w3lib.url import canonicalize_url, safe_url_string

# Parameters that say how a reader came, never what he reads. Data, not a guess: a parameter that is not
# listed may choose the article and stays.
TRACKERS = re.compile(
    r"""(?ix)^(?:
    utm_\w+ | mtm_\w+ | pk_\w+ | matomo_\w+ | hsa_\w+ | _hs\w+ | mc_[ce]id | mkt_tok | oly_(?:anon|enc)_id | vero_\w+
    | ga_\w+
    | (?:fb|gc|gb|dc|tw|tt|yc|ys)clid | msclkid
    | gbraid | wbraid | igshid | igsh | gclsrc | _ga | _gl | s_kwcid | li_fat_id
    | at_(?:medium|campaign|custom\d|link\w*|format|ptr_name|bbc_team) | ns_(?:campaign|mchannel|source|linkname|fee)
    | fb_(?:action_\w+|source|ref) | ref_src | ref_url | cmpid | ncid | sr_share | s_cid | soc_\w+
    | smid | smtyp | xtor | spm
    | guccounter | guce_\w+ | __twitter_impression | trk | trkcampaign | wt_?mc | wt_zmc | cx_\w+
    | phpsessid | jsessionid | aspsessionid\w* | cfid | cftoken
    )$"""
)
AMP_PARAMETERS = re.compile(r"(?i)^(?:amp|outputtype=amp|amp=\w*|amp_\w+(?:=.*)?)$")
AMP_PATH = re.compile(r"(?i)(?:/amp|\.amp(?=\.html?$|$))(?=/*$|\.html?$)")
# An address that is what it would be cleaned to: nothing to quote, to resolve or to leave out. Most are.
PLAIN = re.compile(
    r"https?://[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+(?:/(?!\.)[A-Za-z0-9_~.-]*)+"
)
DEFAULT_PORTS = {"http": 80, "https": 443}
SESSION_IN_PATH = re.compile(r"(?i);jsessionid=[^/?#]*")


def split_http(url: str) -> SplitResult | None:
    """Split an http(s) URL; None for any other scheme, a missing host or a malformed address."""
    try:
        parts = urlsplit(url.strip())
        _ = parts.port
    except ValueError:
        return None
    return parts if parts.scheme.lower() in DEFAULT_PORTS and parts.hostname else None


def host_of(url: str) -> str | None:
    """Host of a URL: lower case, punycode, its port unless that is the scheme's own; the form site files name hosts in."""
    parts = split_http(url)
    return _host(parts) if parts else None


def absolute(base: str, link: str) -> str | None:
    """Resolve a link against the address of what it stands in (RFC 3986, 5.2); None if it is malformed."""
    try:
        return urljoin(base, link.strip())
    except ValueError:  # a bracket that opens no IPv6 address, as in a template that nobody filled in
        return None


def clean_url(url: str, base: str | None = None) -> str | None:
    """Give the address to show for a URL: absolute, safely quoted (RFC 3986), without fragment, user info and trackers.

    Scheme, host and path stay those of the publisher, so that the address can be opened. None if it is not http(s).
    """
    if PLAIN.fullmatch(url):
        return url
    if base and url[:1] == "/" != url[1:2] and PLAIN.fullmatch(rooted := "/".join(base.split("/", 3)[:3]) + url):
        return rooted
    resolved = absolute(base, url) if base else url.strip()
    if resolved is None:
        return None
    try:
        parts = split_http(safe_url_string(resolved))
    except ValueError:
        return None
    if parts is None:
        return None
    path = SESSION_IN_PATH.sub("", parts.path) or "/"
    query = "&".join(p for p in parts.query.split("&") if p and not TRACKERS.match(p.partition("=")[0]))
    return f"{parts.scheme.lower()}://{_host(parts)}{path}{'?' + query if query else ''}"


def url_key(url: str, key_pattern: re.Pattern[str] | None = None, namespace: str = "") -> str:
    """Give the identity of a URL: equal for all variants of one article's address, and its own identity (idempotent).

    Folded are scheme, ``www.``, trailing slashes, fragment, trackers, parameter order and AMP variants. Where the site
    file has a ``key``, what it captures decides alone: pass it as ``key_pattern`` with the site's stem as ``namespace``.
    An address that is not http(s) is its own identity.
    """
    if key_pattern is not None and (match := key_pattern.search(unquote(url))):
        found = [g for g in match.groups() if g is not None] or [match.group()]
        return f"{namespace}:{'/'.join(found)}"
    cleaned = clean_url(url)
    if cleaned is None:
        return url.strip()
    if PLAIN.fullmatch(cleaned):
        host, _, path = cleaned.partition("://")[2].partition("/")
        path, query = f"/{path}", ""
    else:
        parts = urlsplit(canonicalize_url(cleaned))
        host, path, query = _host(parts), parts.path, parts.query
    while host.startswith(("www.", "amp.")) and host.count(".") > 1:
        host = host[4:]
    while (shorter := AMP_PATH.sub("", path.rstrip("/"))) != path:
        path = shorter
    query = "&".join(p for p in query.split("&") if p and not AMP_PARAMETERS.match(p))
    return f"https://{host}{path}{'?' + query if query else ''}"


def on_hosts(url: str, hosts: Iterable[str]) -> bool:
    """Whether a URL lies on one of a site's hosts; ``www.`` makes no difference."""
    host = host_of(url)
    return host is not None and host.removeprefix("www.") in {h.removeprefix("www.") for h in hosts}


def _host(parts: SplitResult) -> str:
    name = (parts.hostname or "").rstrip(".")
    if not name.isascii():
        # As w3lib does to every URL that is fetched, so that a host is one host in either spelling.
        with suppress(UnicodeError):
            name = name.encode("idna").decode("ascii")
    if ":" in name:
        name = f"[{name}]"
    port = parts.port
    return name if port is None or port == DEFAULT_PORTS.get(parts.scheme.lower()) else f"{name}:{port}"
