"""What makes two texts the same: the digest and the word count of an article's text."""

import hashlib
import re

_WORD = re.compile(r"\w++(?:[’'.-]\w++)*+")


def content_digest(headline: str, subheadline: str | None, body: str) -> str:
    """SHA-256 of headline, subheadline and body with white space folded."""
    folded = "\n".join(" ".join(part.split()) for part in (headline, subheadline or "", body))
    return hashlib.sha256(folded.encode("utf-8", "replace")).hexdigest()


def word_count(body: str) -> int:
    """Words of a text; a number or a hyphenated compound is one word."""
    return len(_WORD.findall(body))
