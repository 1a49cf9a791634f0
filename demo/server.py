"""HTTP/1.1 for one publication: conditional requests, gzip, keep-alive; every request is written down."""

import socket
import socketserver
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import Any, cast

from demo.listings import gzipped
from demo.publication import Publication, Resource

LOOPBACK = "127.0.0.1"
COMPRESSIBLE = (
    "text/",
    "application/rss+xml",
    "application/xml",
    "application/json",
    "application/feed+json",
    "application/atom",
)


@dataclass(frozen=True, slots=True)
class Request:
    """One request as the press saw it."""

    at: float
    """Seconds of the monotonic clock."""

    publication: str
    method: str
    path: str
    status: int
    headers: Mapping[str, str]
    """Names in lower case."""


class RequestLog:
    """Requests in the order they were answered; safe to read while others write."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: list[Request] = []

    def add(self, request: Request) -> None:
        """Write one down."""
        with self._lock:
            self._requests.append(request)

    def __iter__(self) -> Iterator[Request]:
        with self._lock:
            return iter(tuple(self._requests))

    def __len__(self) -> int:
        with self._lock:
            return len(self._requests)

    def of(self, publication: str) -> tuple[Request, ...]:
        """Give the requests to one publication."""
        return tuple(request for request in self if request.publication == publication)

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._requests.clear()


class Server(socketserver.ThreadingTCPServer):
    """One publication's server, a thread a connection; stopping closes connections that are kept alive."""

    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, port: int, log: RequestLog) -> None:
        self.log = log
        self.publication: Publication | None = None
        self._connections: set[socket.socket] = set()
        self._lock = threading.Lock()
        super().__init__((LOOPBACK, port), Handler)

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self.server_address[1])

    def start(self, publication: Publication) -> None:
        """Serve a publication in a thread of its own."""
        self.publication = publication
        threading.Thread(
            target=self.serve_forever, kwargs={"poll_interval": 0.02}, name=f"press {publication.stem}", daemon=True
        ).start()

    def stop(self) -> None:
        """Stop, and end what is still open."""
        if self.publication is not None:
            self.shutdown()
        self.server_close()
        with self._lock:
            for connection in self._connections:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Remember a connection while it lasts."""
        with self._lock:
            self._connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """Forget a connection that has ended."""
        with self._lock:
            self._connections.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of clients that hang up; anything else is a fault of ours and is shown."""
        if not isinstance(sys.exception(), (ConnectionError, TimeoutError)):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    """Answers from the server's publication."""

    protocol_version = "HTTP/1.1"
    server_version = "DemoPress"
    sys_version = ""
    timeout = 60
    disable_nagle_algorithm = True
    wbufsize = -1

    def do_GET(self) -> None:
        """Answer with the content."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Answer without the content."""
        self._answer(with_body=False)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Print nothing: requests are in the log."""

    def _answer(self, *, with_body: bool) -> None:
        server = cast(Server, self.server)
        publication = cast(Publication, server.publication)
        resource = publication.answer(self.path)
        asked = {name.lower(): value for name, value in self.headers.items()}
        headers: dict[str, str] = {}
        body, status = resource.body, resource.status
        if status == HTTPStatus.OK:
            packed = accepts_gzip(asked.get("accept-encoding", "")) and resource.content_type.startswith(COMPRESSIBLE)
            # What is packed differs byte for byte, so that its tag can only be a weak one.
            headers["ETag"] = f'{"W/" if packed else ""}"{resource.digest}"'
            if resource.modified_at:
                headers["Last-Modified"] = format_datetime(resource.modified_at.astimezone(UTC), usegmt=True)
            headers["Vary"] = "Accept-Encoding"
            if unchanged(asked, resource):
                status, body = HTTPStatus.NOT_MODIFIED, b""
            elif packed:
                body = gzipped(body)
                headers["Content-Encoding"] = "gzip"
        if resource.location:
            headers["Location"] = resource.location
        if status != HTTPStatus.NOT_MODIFIED:
            headers["Content-Type"] = resource.content_type
            headers["Content-Length"] = str(len(body))
        server.log.add(
            Request(
                at=time.monotonic(),
                publication=publication.stem,
                method=self.command,
                path=self.path,
                status=int(status),
                headers=asked,
            )
        )
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if with_body:
            self.wfile.write(body)


def unchanged(headers: Mapping[str, str], resource: Resource) -> bool:
    """Whether a client has this already (RFC 9110 §13.2.2): its tags decide; its date only if it sends none."""
    tags = headers.get("if-none-match")
    if tags is not None:
        given = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
        return "*" in given or f'"{resource.digest}"' in given
    since = headers.get("if-modified-since")
    if since is None or resource.modified_at is None:
        return False
    try:
        known: datetime = parsedate_to_datetime(since)
    except (ValueError, TypeError):
        return False
    return resource.modified_at.replace(microsecond=0) <= (known if known.tzinfo else known.replace(tzinfo=UTC))


def accepts_gzip(accept: str) -> bool:
    """Whether an Accept-Encoding header allows gzip."""
    for part in accept.lower().split(","):
        name, _, quality = part.partition(";")
        if name.strip() in ("gzip", "*"):
            return quality.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False
