"""The kinds of values a site file holds: each says, when a value is wrong, what to write instead."""

import difflib
import re
import warnings
from datetime import UTC, datetime
from typing import Annotated
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator

from extract.selector import compiled_selector, selects_elements
from extract.urls import host_of

_HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.(?=.))?)+(?::\d+)?|\[[0-9a-f:.]+\](?::\d+)?")
_USUAL_PORT = re.compile(r":(?:80|443)?/*$")
_DIRECTIVE = re.compile(r"%[-#]?[a-zA-Z]")


def _selector(value: str) -> str:
    compiled_selector(value)
    return value


def _element_selector(value: str) -> str:
    if not selects_elements(value):
        raise ValueError(f"{value!r} selects texts or attributes: leave out its last step, so that it selects elements")
    return value


def _regex(value: str) -> str:
    if not value:
        raise ValueError("an empty regular expression matches every address: remove it or write one")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            re.compile(value)
    except (re.error, OverflowError, RecursionError, Warning) as error:
        raise ValueError(f"{value!r} is not a regular expression: {error}") from None
    return value


def _key_regex(value: str) -> str:
    if re.compile(_regex(value)).groups < 1:
        raise ValueError(f"{value!r} needs a group in brackets around what identifies an article")
    return value


def _zone(value: str) -> str:
    try:
        # EST, CET and their like are fixed or ambiguous, and `localtime` is another zone on every machine.
        if value != "UTC" and not re.match(r"[A-Z]\w+/", value):
            raise ValueError("no name of a place")
        ZoneInfo(value)
    except (KeyError, ValueError, OSError):
        close = difflib.get_close_matches(value, sorted(available_timezones()), n=1)
        hint = f"did you mean {close[0]}?" if close and "/" in close[0] else "use UTC or a name such as Asia/Kolkata"
        raise ValueError(f"{value!r} is no time zone: {hint}") from None
    return value


def _host(value: str) -> str:
    """Hosts are kept as URLs hold them once parsed: lower case, punycode, a port only where it is not the usual one."""
    plain = not re.search(r"[\s/?#@\\]", value) and not _USUAL_PORT.search(value)
    host = host_of(f"http://{value}/") if plain else None
    if host is None or not _HOST.fullmatch(host) or (value.isascii() and value != host):
        meant = host_of(_USUAL_PORT.sub("", value if "//" in value else f"http://{value.strip()}"))
        advice = f"write {meant}" if meant and _HOST.fullmatch(meant) else "write it such as www.example.com"
        raise ValueError(f"{value!r} is no host: {advice}")
    return host


def _web_address(value: str) -> str:
    if host_of(value) is None or re.search(r"\s", value):
        raise ValueError(f"{value!r} is no web address: start it with https://")
    return value


def _listed_address(value: str) -> str:
    """Families and sites may leave out the homepage's host; ``www.example.com/feed`` is a slip, not a path."""
    if value.startswith("/") and not re.search(r"\s", value):
        return value
    if host_of(value) is None or re.search(r"\s", value):
        raise ValueError(f"{value!r} is no web address: start it with https://, or with / on the homepage's host")
    return value


def _country(value: str) -> str:
    if not re.fullmatch(r"[A-Z]{2}", value) or value == "UK":
        hint = "GB" if value.upper() == "UK" else "US"
        raise ValueError(f"{value!r} is no country: write its two capital letters of ISO 3166-1, such as {hint}")
    return value


def _language(value: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}", value):
        raise ValueError(f"{value!r} is no language: write its small letters of ISO 639, such as en")
    return value


def _date_format(value: str) -> str:
    if not _DIRECTIVE.search(value):
        raise ValueError(f"{value!r} is no date format: write it as strptime does, such as %d %B %Y")
    if not re.search(r"%[yYcx]", value):
        raise ValueError(f"{value!r} has no year: add %Y")
    if "%I" in value and "%p" not in value:
        raise ValueError(f"{value!r} does not tell morning from evening: add %p, or write %H for 24 hours")
    sample = datetime(2024, 11, 23, 16, 45, 30, tzinfo=UTC)
    try:
        day = datetime.strptime(sample.strftime(value), value).date()  # noqa: DTZ007
    except ValueError as error:
        raise ValueError(f"{value!r} is no date format: {error}") from None
    if day != sample.date():
        raise ValueError(f"{value!r} does not name a day: it needs day, month and year")
    return value


Selector = Annotated[str, AfterValidator(_selector)]
ElementSelector = Annotated[str, AfterValidator(_element_selector)]
Regex = Annotated[str, AfterValidator(_regex)]
KeyRegex = Annotated[str, AfterValidator(_key_regex)]
Zone = Annotated[str, AfterValidator(_zone)]
Host = Annotated[str, AfterValidator(_host)]
WebAddress = Annotated[str, AfterValidator(_web_address)]
ListedAddress = Annotated[str, AfterValidator(_listed_address)]
Country = Annotated[str, AfterValidator(_country)]
Language = Annotated[str, AfterValidator(_language)]
DateFormat = Annotated[str, AfterValidator(_date_format)]
