"""UTF-8 that somebody before us read as Latin-1 or windows-1252 and wrote as UTF-8 again: ``â€™`` for an apostrophe."""

import re
from typing import Final

# What a byte from 0x80 on is read as: in Latin-1 the character of that number, in windows-1252 often another.
_READ_AS: Final = {bytes((n,)).decode("cp1252", "ignore"): n for n in range(0x80, 0xA0)} | {
    chr(n): n for n in range(0x80, 0x100)
}
_REST: Final = "[" + re.escape("".join(c for c, n in _READ_AS.items() if c and n < 0xC0)) + "]"
_SEQUENCE: Final = re.compile(f"[\xc2-\xdf]{_REST}|[\xe0-\xef]{_REST}{{2}}|[\xf0-\xf4]{_REST}{{3}}")
# Dashes and quotation marks: no language writes an "â" with what stands behind it here.
_PUNCTUATION: Final = re.compile(f"\xe2[€\x80]{_REST}")
# The same in bytes, for a quick look: what begins such a sequence, and what must stand behind it.
_SUSPECT: Final = re.compile(
    rb"\xc3[\x82-\xb4](?:\xc2[\x80-\xbf]|\xc5[\x92-\xbe]|\xc6\x92|\xcb[\x86\x9c]|\xe2[\x80\x82\x84])"
)
_MOST: Final = 0.8  # of the characters beyond ASCII, so that no others can have come by themselves
_FEW: Final = 4  # so many pairs may stand by chance in a text that hardly has other such characters


def undo(text: str, utf8: bytes) -> str:
    """Give the text as it was before it was encoded a second time; the same text if it never was, or nothing is sure.

    ``utf8`` is the text's UTF-8. A whole page must speak for it, or its punctuation: "é »" is a word's end in French.
    """
    if b"\xc3" not in utf8 or _SUSPECT.search(utf8) is None:
        return text
    found = [sequence for sequence in _SEQUENCE.findall(text) if _decoded(sequence) is not None]
    if len(found) >= _FEW or any(len(sequence) > 2 for sequence in found):
        beyond = len(text) - len(text.encode("ascii", "ignore"))
        if sum(map(len, found)) >= _MOST * beyond:
            return _SEQUENCE.sub(_replaced, text)
    return _PUNCTUATION.sub(_replaced, text) if len(_PUNCTUATION.findall(text)) > 1 else text


def _decoded(sequence: str) -> str | None:
    try:
        return bytes(_READ_AS[character] for character in sequence).decode("utf-8")
    except UnicodeDecodeError:
        return None


def _replaced(match: re.Match[str]) -> str:
    return _decoded(match[0]) or match[0]
