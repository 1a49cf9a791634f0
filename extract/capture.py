"""What extraction is given: one page exactly as it was received."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One response as received, with any transfer and content encodings already undone.

    Raises ``ValueError`` when ``fetched_at`` has no time zone: every date rule of extraction leans on it.
    """

    url: str
    """Address of the page after redirects."""

    fetched_at: datetime
    """When it was received; aware. No date in the article may be later."""

    status: int = 200
    """HTTP status code (RFC 9110 §15)."""

    headers: Mapping[str, str] = field(default_factory=dict)
    """Response headers: names lower-case, repeated values joined by a comma and a blank."""

    body: bytes = b""
    """The payload. Never a `str`: the choice of character set is extraction's, and is recorded."""

    hints: Mapping[str, Any] = field(default_factory=dict)
    """What the feed or sitemap said of it: `headline`, `published`, `modified`, `authors`, `section`, `tags`, `summary`."""

    def __post_init__(self) -> None:
        if self.fetched_at.tzinfo is None:
            raise ValueError("Capture.fetched_at needs a time zone: pass an aware datetime")
