"""Undo a response's content codings (RFC 9110 §8.4), never past a bound."""

import zlib
from collections.abc import Callable, Iterator

import brotli
import zstandard

CHUNK = 64 * 1024
NESTED_AT_MOST = 3


class TooManyCodings(ValueError):
    """More codings on top of each other than any honest server applies."""


def undo_codings(body: bytes, codings: str, at_most: int) -> bytes:
    """Undo the codings of a ``Content-Encoding`` header, the last applied first.

    What comes out is cut at ``at_most`` + 1 bytes, so that a caller sees that there was more. A body that is not coded
    as declared is given as it is; one that breaks off is given as far as it goes: both happen in the wild.
    """
    names = [name for c in codings.split(",") if (name := c.strip().lower()) and name != "identity"]
    if len(names) > NESTED_AT_MOST:
        raise TooManyCodings(f"{len(names)} content codings on top of each other")
    for name in reversed(names):
        decode = DECODERS.get(name)
        if decode is not None:
            body = _bounded(decode(body), at_most) or (b"" if _is_coded(body) else body)
    return body


def _bounded(pieces: Iterator[bytes], at_most: int) -> bytes:
    found = bytearray()
    try:
        for piece in pieces:
            found += piece
            if len(found) > at_most:
                return bytes(found[: at_most + 1])
    except (zlib.error, brotli.error, zstandard.ZstdError):
        pass
    return bytes(found)


def _inflate(body: bytes, window: int) -> Iterator[bytes]:
    while body:
        decoder = zlib.decompressobj(window)
        piece = decoder.decompress(body, CHUNK)
        yield piece
        while decoder.unconsumed_tail:
            yield decoder.decompress(decoder.unconsumed_tail, CHUNK)
        if not decoder.eof:
            yield decoder.flush()
            return
        body = decoder.unused_data if window > zlib.MAX_WBITS else b""


def _gzip(body: bytes) -> Iterator[bytes]:
    yield from _inflate(body, zlib.MAX_WBITS + 16)


def _deflate(body: bytes) -> Iterator[bytes]:
    # The standard says zlib, half the servers send it raw: the first two bytes tell (RFC 1950 §2.2).
    wrapped = len(body) > 1 and body[0] & 0x0F == 8 and (body[0] << 8 | body[1]) % 31 == 0
    yield from _inflate(body, zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)


def _brotli(body: bytes) -> Iterator[bytes]:
    decoder = brotli.Decompressor()
    yield decoder.process(body, output_buffer_limit=CHUNK)
    while not decoder.can_accept_more_data() or not decoder.is_finished():
        piece = decoder.process(b"", output_buffer_limit=CHUNK)
        if not piece:
            return
        yield piece


def _zstd(body: bytes) -> Iterator[bytes]:
    # The window is what a frame may demand of memory: 8 MiB is what RFC 8878 §3.1.1.1.2 asks decoders to support.
    with zstandard.ZstdDecompressor(max_window_size=8 << 20).stream_reader(body, read_across_frames=True) as reader:
        while piece := reader.read(CHUNK):
            yield piece


def _is_coded(body: bytes) -> bool:
    return body[:2] == b"\x1f\x8b" or body[:4] == b"\x28\xb5\x2f\xfd"


DECODERS: dict[str, Callable[[bytes], Iterator[bytes]]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
