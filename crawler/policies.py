"""Documents in which a publisher speaks for a whole origin: fetched once a day, remembered, shared by all who ask."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from scrapy import Request
from scrapy.http.request import NO_CALLBACK

from crawler.answers import decoded, fault_of
from crawler.outcomes import Refused, StayAway, Stopping
from warehouse.index import instant

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from crawler.session import Session

# RFC 9309 §2.4, §2.5: not older than a day, and not more than 500 KiB of it need be read.
FRESH = timedelta(days=1)
READ_AT_MOST = 500 * 1024
PRIORITY = 1000


@dataclass(frozen=True, slots=True)
class Document:
    """One such document. Any status but 200 means that there is none (RFC 9309 §2.3.1.3)."""

    text: str = ""
    problem: str | None = None
    """Why it cannot be had, in words."""

    refused: bool = False
    """Whether that is because the guard lets nobody ask there."""


async def document(crawler: "Crawler", url: str, *, worth: Callable[[str], bool] = bool) -> Document:
    """Give a document, as remembered or else fetched; of one that is not ``worth`` it nothing is remembered."""
    session: Session = crawler.spider.session  # type: ignore[union-attr]  # our spiders have one
    known = session.documents.get(url)
    if known is None:
        known = session.documents[url] = asyncio.get_running_loop().create_future()
        try:
            found = _remembered(session, url) or await _fetched(crawler, session, url, worth)
        except Stopping:
            found = Document(problem="was not read before the run was ended")
        except BaseException:  # of whatever kind: those who wait must hear of it
            known.set_result(Document(problem="could not be kept"))
            raise
        known.set_result(found)
    return await known


def _remembered(session: "Session", url: str) -> Document | None:
    row = session.state.connection.execute(
        "SELECT body FROM policies WHERE url = ? AND fetched_at > ?", (url, instant(session.now() - FRESH))
    ).fetchone()
    return Document(_text(row["body"])) if row else None


async def _fetched(crawler: "Crawler", session: "Session", url: str, worth: Callable[[str], bool]) -> Document:
    request = Request(url, callback=NO_CALLBACK, priority=PRIORITY, meta={"policy": True})
    try:
        response: Response = await crawler.engine.download_async(request)
        body = decoded(response)[:READ_AT_MOST] if response.status == 200 else b""
    except Stopping:
        raise
    except StayAway as error:
        return Document(problem=str(error))
    except Refused as error:
        return Document(problem=str(error), refused=True)
    except Exception as error:  # whatever kept it from being had
        return Document(problem=f"cannot be had ({fault_of(error).words})")
    if response.status >= 500 or response.status == 429:
        return Document(problem=f"answers {response.status}")
    if not worth(_text(body)):
        body = b""
    with session.state.transaction() as connection:
        connection.execute(
            "INSERT OR REPLACE INTO policies (url, fetched_at, status, body) VALUES (?, ?, ?, ?)",
            (url, instant(session.now()), response.status, body),
        )
    return Document(_text(body))


def _text(body: bytes) -> str:
    return body.decode("utf-8", "replace").lstrip("\ufeff").replace("\x00", "")
