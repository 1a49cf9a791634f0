"""Bytes to text: which character set a page is in, why we think so, and what was damaged."""

import re
from dataclasses import dataclass, field

from w3lib.encoding import html_body_declared_encoding, http_content_type_encoding, read_bom, resolve_encoding

from extract.capture import Capture
from extract.charset import PLAINLY_WRONG, guess, implausible
from extract.double_encoding import undo

MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP file"),
    (b"\x1f\x8b", "gzip data"),
    (b"(\xb5/\xfd", "zstd data"),
    (b"\x00\x00\x00\x18ftyp", "an MP4 film"),
    (b"\x00\x00\x00\x20ftyp", "an MP4 film"),
    (b"OggS", "an Ogg file"),
    (b"ID3", "an MP3 file"),
    (b"RIFF", "a RIFF file"),
)
WEB_NAMES = {
    "cp1252": "windows-1252", "cp1251": "windows-1251", "cp1250": "windows-1250", "cp1253": "windows-1253",
    "cp1254": "windows-1254", "cp1255": "windows-1255", "cp1256": "windows-1256", "cp1257": "windows-1257",
    "cp932": "shift_jis", "cp949": "euc-kr", "big5hkscs": "big5", "euc_jp": "euc-jp", "iso2022_jp": "iso-2022-jp",
}  # fmt: skip
LATE_META = re.compile(rb"""(?i)<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w-]+)""")
CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
STATEFUL = ("iso2022", "hz")  # these write other scripts in ASCII bytes, so valid UTF-8 proves nothing
SURROGATE_PAIR = re.compile(rb"\xed([\xa0-\xaf])([\x80-\xbf])\xed([\xb0-\xbf])([\x80-\xbf])")
LONE_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
STRAY = re.compile("[\udc80-\udcff]+")
NOT_ASCII = re.compile(r"[^\x00-\x7f]")
LATIN_TEXT = re.compile("[\u0080-\u024f\u2000-\u2122]")


class Undecodable(Exception):
    """Bytes that are no text; says in one sentence what they are."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's text with the character set it was read in; `flags` is empty for sound UTF-8."""

    text: str
    encoding: str
    flags: tuple[str, ...]
    utf8: bytes = field(default=b"", compare=False, repr=False)
    """The text in UTF-8, as it goes to the parser."""


def decode(capture: Capture) -> Decoded:
    """Turn a capture's body into text: BOM, sound UTF-8, HTTP header, ``<meta>``, then detection.

    Bytes that are valid UTF-8 (and not plain ASCII) are UTF-8, whatever is declared: chance does not produce them.
    Raises `Undecodable` if the body is no text.
    """
    body = capture.body
    for start, name in MAGIC:
        if body.startswith(start):
            raise Undecodable(f"the body is {name}, not text")
    bom_encoding, bom = read_bom(body)
    if bom_encoding is not None and bom is not None:
        return _by_bom(body[len(bom) :], bom_encoding)
    if b"\0" in body[:4096] and (wide := _utf16(body)) is not None:
        return _finish(body.decode(wide, "replace"), wide, ["encoding_source:detected"])
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(body, capture)
    declared = _declared(body, capture)
    if declared and declared[0].startswith(STATEFUL) and _sound(body, declared[0]):
        return _finish(body.decode(declared[0], "replace"), declared[0], [f"encoding_source:{declared[1]}"])
    overruled = declared is not None and declared[0] != "utf-8" and not body.isascii()
    return _finish(text, "utf-8", ["encoding_overruled"] if overruled else [], body)


def _by_bom(body: bytes, encoding: str) -> Decoded:
    if encoding != "utf-8":
        return _finish(body.decode(encoding, "replace"), encoding, ["encoding_source:bom"])
    text = body.decode("utf-8", "surrogateescape")
    return _mended(text) if STRAY.search(text) else _finish(text, encoding, [])


def _utf16(body: bytes) -> str | None:
    """Name the byte order of UTF-16 without a BOM: markup is ASCII, so every second byte of it is zero."""
    sample = body[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if b"<\0" in sample and odd > 0.05 * len(sample) and even < 0.1 * odd:
        return "utf-16-le"
    if b"\0<" in sample and even > 0.05 * len(sample) and odd < 0.1 * even:
        return "utf-16-be"
    return None


def _declared(body: bytes, capture: Capture) -> tuple[str, str] | None:
    """Give the declared character set and where it is declared: HTTP header, then ``<meta>`` wherever it stands."""
    if header := http_content_type_encoding(capture.headers.get("content-type")):
        return header, "http_header"
    if meta := html_body_declared_encoding(body):
        return _ascii_compatible(meta), "meta"
    if (late := LATE_META.search(body, 0, 500_000)) and (meta := resolve_encoding(late[1].decode("ascii"))):
        return _ascii_compatible(meta), "meta"
    return None


def _ascii_compatible(encoding: str) -> str:
    """Correct a `<meta>` that claims UTF-16: it could not have been read (HTML, "prescan a byte stream")."""
    return "utf-8" if encoding.startswith(("utf-16", "utf-32")) else encoding


def _legacy(body: bytes, capture: Capture) -> Decoded:
    """Decode what is not valid UTF-8: UTF-8 with damage, a declared character set, or one that is guessed."""
    if len(CONTROLS.findall(body, 0, 100_000)) > 0.05 * min(len(body), 100_000):
        raise Undecodable("the body is binary data, not text")
    mended = LONE_SURROGATE.sub(b"\xef\xbf\xbd", SURROGATE_PAIR.sub(_one_character, body))
    text = mended.decode("utf-8", "surrogateescape")
    damaged = sum(map(len, STRAY.findall(text)))
    if len(NOT_ASCII.findall(text)) - damaged >= damaged:  # chance does not make so many sound UTF-8 characters
        return _mended(text)
    declared = _declared(body, capture)
    flags: list[str] = []
    if declared is not None:
        encoding, source = declared
        if encoding != "utf-8" and _sound(body, encoding):
            text = body.decode(encoding, "replace")
            if implausible(text) < PLAINLY_WRONG:
                return _finish(text, encoding, [f"encoding_source:{source}"])
        flags.append("encoding_overruled")
    encoding = guess(body) or "cp1252"
    return _finish(body.decode(encoding, "replace"), encoding, [*flags, "encoding_source:detected"])


def _sound(body: bytes, encoding: str) -> bool:
    """Whether bytes decode, but for a few strays such as a cut character at the end."""
    try:
        text = body.decode(encoding, "replace")
    except (LookupError, UnicodeError):
        return False
    return text.count("\ufffd") <= 3 + len(body) // 20_000


def _one_character(match: re.Match[bytes]) -> bytes:
    """Join a surrogate pair that was written as two UTF-8 sequences (CESU-8)."""
    return match[0].decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass").decode("utf-16").encode("utf-8")


def _mended(text: str) -> Decoded:
    """Finish UTF-8 that has stray bytes (as lone surrogates): in Latin text one alone is windows-1252, else damage."""
    latin = 2 * len(LATIN_TEXT.findall(text)) > len(NOT_ASCII.findall(text)) - len(STRAY.findall(text))

    def character(match: re.Match[str]) -> str:
        stray = match[0].encode("utf-8", "surrogateescape")
        if not latin or len(stray) > 1 or stray in (b"\xc2", b"\xc3"):
            return "\ufffd"  # the remains of a longer UTF-8 character
        return stray.decode("cp1252", "replace")

    mended = STRAY.sub(character, text)
    return _finish(mended, "utf-8", ["mixed_encoding", "encoding_source:detected"])


def _finish(text: str, encoding: str, flags: list[str], utf8: bytes | None = None) -> Decoded:
    """Name what was chosen and what is damaged; take out what no parser may see (NULs, lone surrogates)."""
    name = WEB_NAMES.get(encoding, encoding)
    if flags or name != "utf-8":
        flags.append(f"encoding:{name}")
    if utf8 is None:
        utf8 = text.encode("utf-8", "replace")
    damaged = bool(flags) and "\ufffd" in text
    if b"\0" in utf8:
        text, utf8, damaged = text.replace("\0", ""), utf8.replace(b"\0", b""), True
    if (undone := undo(text, utf8)) is not text:
        flags.append("double_encoding")
        text, utf8 = undone, undone.encode("utf-8", "replace")
        damaged = damaged or "\ufffd" in text
    if damaged:
        flags.append("damaged_text")
    return Decoded(text, name, tuple(sorted(flags)), utf8)
