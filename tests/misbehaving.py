"""A small real web server on loopback for the crawler's tests: pages that behave, and one class for each way not to."""

import contextlib
import gzip
import hashlib
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Asked:
    """One request as the server saw it."""

    at: float
    path: str
    headers: dict[str, str]


@dataclass
class Page:
    """A well-behaved page: ETag, 304, any headers."""

    body: bytes | str = b""
    content_type: str = "text/html; charset=utf-8"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    etag: bool = True

    def answer(self, handler: "Handler") -> None:
        body = self.body.encode() if isinstance(self.body, str) else self.body
        tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        if self.etag and handler.headers.get("If-None-Match") == tag:
            handler.say(304, {"ETag": tag})
            return
        tags = {"ETag": tag} if self.etag and self.status == 200 else {}
        handler.say(self.status, {"Content-Type": self.content_type, **tags, **self.headers}, body)


@dataclass
class Redirect:
    """A redirect; to nowhere, if there is no target."""

    target: str | None
    status: int = 301

    def answer(self, handler: "Handler") -> None:
        handler.say(self.status, {"Location": self.target} if self.target is not None else {})


@dataclass
class Sequence:
    """Another answer each time; the last stays."""

    answers: list[Any]

    def answer(self, handler: "Handler") -> None:
        first = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        first.answer(handler)


@dataclass
class Bomb:
    """A few bytes that unpack to many."""

    coding: str = "gzip"
    size: int = 200 << 20
    content_type: str = "text/html"

    def answer(self, handler: "Handler") -> None:
        headers = {"Content-Type": self.content_type, "Content-Encoding": self.coding}
        handler.say(200, headers, bomb(self.coding, self.size))


@dataclass
class Drip:
    """One byte at a time, without end."""

    every: float = 0.05

    def answer(self, handler: "Handler") -> None:
        handler.say(200, {"Content-Type": "text/html", "Content-Length": "100000"}, None)
        with contextlib.suppress(OSError):
            while not handler.server.closing.wait(self.every):
                handler.wfile.write(b"x")
                handler.wfile.flush()


@dataclass
class Endless:
    """A chunked body that never ends."""

    def answer(self, handler: "Handler") -> None:
        handler.say(200, {"Content-Type": "text/html", "Transfer-Encoding": "chunked"}, None)
        piece = b"x" * 65536
        with contextlib.suppress(OSError):
            while not handler.server.closing.is_set():
                handler.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))


@dataclass
class Silent:
    """Takes the request and never answers."""

    def answer(self, handler: "Handler") -> None:
        handler.server.closing.wait()
        handler.close_connection = True


@dataclass
class Slow:
    """Takes its time before it answers."""

    answered: Any
    seconds: float = 0.3

    def answer(self, handler: "Handler") -> None:
        handler.server.closing.wait(self.seconds)
        self.answered.answer(handler)


@dataclass
class HangsUp:
    """Closes the connection in the middle of a body."""

    def answer(self, handler: "Handler") -> None:
        handler.say(200, {"Content-Type": "text/html", "Content-Length": "5000"}, None)
        handler.wfile.write(b"<html>half")
        handler.close_connection = True


@dataclass
class Raw:
    """Whatever bytes, in an answer's stead."""

    content: bytes

    def answer(self, handler: "Handler") -> None:
        with contextlib.suppress(OSError):
            handler.wfile.write(self.content)
        handler.close_connection = True


@dataclass
class HeaderBomb:
    """Header lines without end."""

    def answer(self, handler: "Handler") -> None:
        with contextlib.suppress(OSError):
            handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
            while not handler.server.closing.is_set():
                handler.wfile.write(b"X-Header: " + b"x" * 1000 + b"\r\n")
        handler.close_connection = True


class Handler(BaseHTTPRequestHandler):
    """Looks the path up among the server's pages."""

    protocol_version = "HTTP/1.1"
    server: "Server"

    def do_GET(self) -> None:
        self.server.asked.append(Asked(time.monotonic(), self.path, {k.lower(): v for k, v in self.headers.items()}))
        page = self.server.pages.get(self.path) or self.server.otherwise(self.path)
        (page or Page("not here", status=404)).answer(self)

    def say(self, status: int, headers: dict[str, str], body: bytes | None = b"") -> None:
        """Send status and headers, and the body unless it is None."""
        self.send_response_only(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if body is not None and status != 304 and "Content-Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if body and status != 304:
            self.wfile.write(body)
        self.wfile.flush()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """The server; ``pages`` may be changed while it runs."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, address: str = "127.0.0.1", port: int = 0, tls: Any = None) -> None:
        super().__init__((address, port), Handler)
        if tls is not None:
            self.socket = tls.wrap_socket(self.socket, server_side=True)
        self.scheme = "https" if tls else "http"
        self.asked: list[Asked] = []
        self.pages: dict[str, Any] = {}
        self.otherwise: Callable[[str], Any] = lambda path: None
        self.closing = threading.Event()

    @property
    def host(self) -> str:
        """Address and port."""
        return f"{self.server_address[0]}:{self.server_address[1]}"

    @property
    def url(self) -> str:
        """Where it is."""
        return f"{self.scheme}://{self.host}"

    def paths(self) -> list[str]:
        """Paths asked for, in order."""
        return [asked.path for asked in self.asked]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is no error here."""


@contextlib.contextmanager
def serving(address: str = "127.0.0.1", tls: Any = None) -> Iterator[Server]:
    """Serve while the body runs."""
    server = Server(address, tls=tls)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@cache
def bomb(codings: str, size: int) -> bytes:
    """So many zeros, with some content codings applied one after the other."""
    body = bytes(size)
    for coding in codings.split(","):
        body = packed(coding.strip(), body)
    return body


def packed(coding: str, plain: bytes) -> bytes:
    """Apply a content coding."""
    import zlib

    import brotli
    import zstandard

    match coding:
        case "gzip":
            return gzip.compress(plain, mtime=0)
        case "deflate":
            return zlib.compress(plain)
        case "br":
            return bytes(brotli.compress(plain, quality=5))
        case "zstd":
            return zstandard.compress(plain)
    raise ValueError(coding)


def article(number: int, text: str = "") -> Page:
    """An article's page."""
    title = f"Article {number}"
    return Page(f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{text} Text.</p></body></html>")


def rss(url: str, numbers: Any, *, date: str = "Mon, 02 Nov 2026 10:00:00 +0000") -> Page:
    """A feed of articles ``/news/N``."""
    items = "".join(
        f"<item><title>Article {n}</title><link>{url}/news/{n}</link><pubDate>{date}</pubDate></item>" for n in numbers
    )
    return Page(
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>{items}</channel></rss>',
        "application/rss+xml",
    )
