"""Pages of our own in a data folder's archive, and what the warehouse made of them."""

import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from extract.capture import Capture
from extract.site import Site
from warehouse.archive import Archive
from warehouse.database import reading
from warehouse.lock import hold
from warehouse.state import State

START = datetime(2026, 3, 1, 6, tzinfo=UTC)
RULES: dict[str, Any] = {
    "stem": "gazette",
    "name": "The Gazette",
    "homepage": "https://gazette.example/",
    "hosts": ["gazette.example", "www.gazette.example"],
    "language": "en",
    "timezone": "UTC",
    "discover": {"key": r"/story/(\d+)"},
    "layout": [{"body": "div.text", "headline": "h1"}],
}


def site(**changes: Any) -> Site:
    """The Gazette's site file, with some keys changed."""
    return Site.model_validate(RULES | changes, strict=False)


SITE = site()
HERALD = site(
    stem="herald", name="The Herald", homepage="https://herald.example/", hosts=["herald.example"], discover={}
)
SITES = {SITE.stem: SITE}
BOTH = {SITE.stem: SITE, HERALD.stem: HERALD}


@dataclass(frozen=True)
class Page:
    """One answer of a server."""

    url: str
    body: bytes
    hours: float = 0
    site: Site | str = SITE

    @property
    def capture(self) -> Capture:
        return Capture(
            url=self.url,
            fetched_at=START + timedelta(hours=self.hours),
            headers={"content-type": "text/html; charset=utf-8"},
            body=self.body,
        )


def story(
    number: int, text: str, *, canonical: str | None = None, headline: str | None = None, paragraphs: int = 3
) -> bytes:
    """A page with an article on it, whose text is recognisable."""
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    told = "".join(
        f"<p>{text}: in paragraph {n} of story {number} the ministry says that the frigate programme of the navy "
        f"will deliver its next hull to the yard within the year, as officials told reporters.</p>"
        for n in range(paragraphs)
    )
    return (
        f"<!doctype html><html lang='en'><head><title>x</title>{link}</head><body><nav>Home</nav>"
        f"<h1>{headline or f'Frigate {number} is laid down'}</h1><div class='text'>{told}</div></body></html>"
    ).encode()


NO_STORY = b"<!doctype html><html><head><title>Contact</title></head><body><h1>Contact</h1></body></html>"


def archive(data: Path, pages: Iterable[Page]) -> list[str]:
    """Archive pages as a crawl does; return their capture ids."""
    with hold(data, "crawl"):
        state = State(data / "state.sqlite")
        files = Archive(data, state)
        files.recover()
        written = []
        for page in pages:
            written.append(files.write(page.capture, site=page.site))
            with files.durable():  # one by one, so that a page seen again is a revisit of the one before
                pass
        files.close()
        state.close()
    return [row.capture_id for row in written]


def rows(data: Path, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
    """Answer a query on the published warehouse."""
    with reading(data) as connection:
        return connection.execute(sql, list(parameters)).fetchall()


def contents(data: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All that a rebuild must reproduce: every row, without the ids of loads."""
    tables = {
        "articles": "SELECT * EXCLUDE (load_id) FROM articles ORDER BY url",
        "revisions": "SELECT * EXCLUDE (load_id) FROM revisions ORDER BY url_key, revision",
        "captures": "SELECT * EXCLUDE (load_id) FROM captures ORDER BY capture_id",
        "rejects": "SELECT * EXCLUDE (load_id) FROM rejects ORDER BY capture_id",
        "sites": "SELECT * FROM sites ORDER BY site",
        "alike": "SELECT * FROM alike ORDER BY ALL",
        "copies": "SELECT * FROM copies ORDER BY ALL",
        "stories": "SELECT * FROM stories ORDER BY ALL",
    }
    with reading(data) as connection:
        return {name: connection.execute(sql).fetchall() for name, sql in tables.items()}


def start(program: str, *arguments: object) -> subprocess.Popen[str]:
    """A second process that runs the program from the project's folder, with pipes to what it says."""
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parent.parent,
    )
