"""What came back for a request: its body without codings, its headers, and in plain words what went wrong."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    NotSupported,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)
from scrapy.http import Response
from twisted.internet.error import ConnectError, ConnectionDone, ConnectionLost

from crawler.outcomes import (
    Forbidden,
    OffSite,
    OptedOut,
    Refused,
    SameArticle,
    StayAway,
    Stopping,
    TooLarge,
    UnderWay,
    UnknownHost,
)
from warehouse.codings import TooManyCodings, undo_codings

# Both as received and with its codings undone: beyond this a page is a mistake or an attack.
BODY_AT_MOST = 16 << 20

NETWORK = (
    UnknownHost, CannotResolveHostError, DownloadConnectionRefusedError, DownloadFailedError, DownloadTimeoutError,
    ResponseDataLossError, ConnectError, ConnectionDone, ConnectionLost, OSError,
)  # fmt: skip


Verdict = Literal["left", "skipped_robots", "skipped_rule", "skipped_optout", "failed", "failed_temporary"]


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a request came to nothing, in words, and what follows for its URL; ``left`` leaves it as it was."""

    verdict: Verdict
    words: str


def fault_of(error: BaseException) -> Fault:
    """Judge what a request failed with."""
    match error:
        case Stopping() | StayAway() | UnderWay():
            return Fault("left", str(error))
        case Forbidden():
            return Fault("skipped_robots", str(error))
        case OptedOut():
            return Fault("skipped_optout", str(error))
        case OffSite() | SameArticle():
            return Fault("skipped_rule", str(error))
        case UnknownHost() | CannotResolveHostError():
            return Fault("failed_temporary", "its host name has no address")
        case Refused():
            return Fault("failed", f"address refused: {error}")
        case TooLarge() | DownloadCancelledError():
            return Fault("failed", "too large")
        case UnsupportedURLSchemeError() | NotSupported():
            return Fault("failed", "not http(s)")
        case DownloadTimeoutError():
            return Fault("failed_temporary", "no full answer in time")
        case DownloadConnectionRefusedError() | ConnectError():
            return Fault("failed_temporary", "no connection")
        case ResponseDataLossError():
            return Fault("failed_temporary", "the answer broke off")
        case IgnoreRequest():
            return Fault("failed", _redirects(str(error)))
    if "certificate" in str(error).lower() or "VerificationError" in str(error):  # the latter for another host's
        return Fault("failed_temporary", "its certificate is not valid")
    if "SSL" in str(error):
        return Fault("failed_temporary", "no secure connection")
    return Fault("failed_temporary", "the connection broke off")


def decoded(response: Response, at_most: int = BODY_AT_MOST) -> bytes:
    """Give a response's body with its content codings undone. Raises `TooLarge`."""
    try:
        body = undo_codings(response.body, header(response, "content-encoding"), at_most)
    except TooManyCodings:
        raise TooLarge("more codings on top of each other than any page has") from None
    if len(body) > at_most:
        raise TooLarge("larger than a page may be once unpacked")
    return body


def headers_of(response: Response) -> list[tuple[str, str]]:
    """Give a response's headers in order, repeated ones apart; what is not ASCII is kept byte for byte (latin-1)."""
    return [
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, values in response.headers.items()
        for value in (values if isinstance(values, list) else [values])
    ]


def folded(headers: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Headers by lower-case name, repeated ones joined as RFC 9110 §5.3 does."""
    found: dict[str, str] = {}
    for name, value in headers:
        key = name.lower()
        found[key] = f"{found[key]}, {value}" if key in found else value
    return found


def header(response: Response, name: str) -> str:
    """One header of a response; empty if it is not there."""
    return b", ".join(response.headers.getlist(name)).decode("latin-1")


def _redirects(text: str) -> str:
    return "redirects too often" if re.match("max redirections", text) else text or "not fetched"
