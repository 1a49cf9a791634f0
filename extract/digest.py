"""What makes two texts the same."""

import hashlib


def content_digest(headline: str, subheadline: str | None, body: str) -> str:
    """SHA-256 of headline, subheadline and body with white space folded."""
    folded = "\n".join(" ".join(part.split()) for part in (headline, subheadline or "", body))
    return hashlib.sha256(folded.encode("utf-8", "replace")).hexdigest()
