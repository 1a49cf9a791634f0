"""What makes two texts the same."""

import hashlib


def content_digest(headline: str, subheadline: str | None, body: str) -> str:
    """SHA-256 of headline, subheadline and body with white space folded."""
    folded = "\n".join(map(_folded, (headline, subheadline or "", body)))
    return hashlib.sha256(folded.encode("utf-8", "replace")).hexdigest()


def _folded(text: str) -> str:
    line = text.replace("\n\n", " ")
    # Extraction folds its paragraphs: most bodies only have their breaks left.
    sound = line.isprintable() and "  " not in line and line[:1] != " " != line[-1:]
    return line if sound else " ".join(text.split())
