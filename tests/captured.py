"""A page of ours as a crawl would have stored it."""

from datetime import UTC, datetime

from extract import Capture


def captured(page: str, url: str = "https://courier.example/news/17-story") -> Capture:
    """Give the capture of an HTML page in UTF-8."""
    return Capture(
        url=url,
        fetched_at=datetime(2024, 6, 1, tzinfo=UTC),
        headers={"content-type": "text/html; charset=utf-8"},
        body=page.encode(),
    )
