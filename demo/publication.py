"""A publication: its articles, and what it answers at each of its addresses."""

import hashlib
import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from demo.language import Language
from demo.markup import picture
from demo.prose import Story, corrected, stories
from demo.truth import ArticleTruth, Outcome, Trap

TRACKERS = re.compile(r"(?:utm_\w+|fbclid|gclid)=[^&]*&?")
PICTURE = re.compile(r"/images/(\d{1,5})\.png")
PICTURES = 40
# When the parts of a site that never change were put up.
OPENED_AT = datetime(2026, 1, 5, 8, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """What a server answers, before anything is negotiated."""

    body: bytes
    content_type: str = "text/html; charset=utf-8"
    modified_at: datetime | None = None
    status: int = 200
    location: str | None = None

    @property
    def digest(self) -> str:
        """What its ETag is made of."""
        return hashlib.sha256(self.body).hexdigest()[:20]


Maker = Callable[[], Resource]


class Publication(ABC):
    """One publication on its own port; the same content on every day, but for `correct`."""

    stem: str
    name: str
    language: Language
    home: str | None = None
    corrects: int | None = None
    """Number of the story that `correct` changes; None if nothing is ever corrected here."""

    def __init__(self, port: int, count: int, delay: float) -> None:
        self.port = port
        self.count = count
        self.delay = delay
        self.is_corrected = False
        self._answers: dict[str, Resource] = {}
        self._editions: dict[bool, dict[str, Maker]] = {}

    @property
    def host(self) -> str:
        """Host and port."""
        return f"127.0.0.1:{self.port}"

    @property
    def url(self) -> str:
        """The homepage."""
        return f"http://{self.host}/"

    def at(self, path: str) -> str:
        """Give the full address of a path."""
        return f"http://{self.host}{path}"

    @cached_property
    def first_edition(self) -> tuple[Story, ...]:
        """The stories as first published, the newest first."""
        return stories(self.stem, self.count, self.language, self.home)

    @property
    def stories(self) -> tuple[Story, ...]:
        """The stories as published now."""
        return tuple(map(self.current, self.first_edition))

    def current(self, story: Story) -> Story:
        """A story as published now."""
        if not self.is_corrected or self.corrects is None or story.number != self.corrects % self.count:
            return story
        return corrected(story, self.language)

    @property
    def articles(self) -> tuple[ArticleTruth, ...]:
        """What is true of every article that a crawl should find, the newest first."""
        return tuple(self.truth(story) for story in self.stories)

    @property
    def correction(self) -> tuple[ArticleTruth, ArticleTruth]:
        """The article that `correct` changes, before and after."""
        if self.corrects is None:
            raise ValueError(f"nothing is ever corrected in {self.name}: ask the publication that has corrects")
        before = self.first_edition[self.corrects % self.count]
        return self.truth(before), self.truth(corrected(before, self.language))

    @abstractmethod
    def truth(self, story: Story) -> ArticleTruth:
        """Say what is true of the article made of a story."""

    @abstractmethod
    def site_file(self) -> str:
        """Write the site file that describes this publication."""

    @abstractmethod
    def routes(self) -> dict[str, Maker]:
        """List all addresses (path and query) with what makes their content."""

    @property
    def traps(self) -> tuple[Trap, ...]:
        """Addresses that ask for care."""
        return ()

    def trap(
        self,
        kind: str,
        path: str,
        listed_in: Sequence[str],
        outcome: Outcome,
        why: str,
        *,
        story: Story | None = None,
        reasons: tuple[str, ...] = (),
    ) -> Trap:
        """Describe a trap of this publication; ``story`` is what its article tells."""
        return Trap(
            publication=self.stem,
            kind=kind,
            url=self.at(path),
            listed_in=tuple(map(self.at, listed_in)),
            outcome=outcome,
            why=why,
            article_url=self.truth(story).url if story else None,
            reasons=reasons,
        )

    def correct(self) -> None:
        """Publish the correction."""
        self.is_corrected = self.corrects is not None
        self._answers = {}

    def answer(self, target: str) -> Resource:
        """Answer a request's target; made when first asked for."""
        answers = self._answers
        known = answers.get(target)
        if known is None:
            known = self._make(target)
            if known.status != 404:
                answers[target] = known
        return known

    def _make(self, target: str) -> Resource:
        routes = self._routes
        bare = TRACKERS.sub("", target).rstrip("?&")
        for address in (target, bare):
            if address in routes:
                return routes[address]()
        if f"{bare}/" in routes:
            return moved(self.at(f"{bare}/"))
        if (match := PICTURE.fullmatch(bare)) and int(match[1]) < PICTURES:
            return Resource(body=picture(int(match[1])), content_type="image/png")
        return self.not_found()

    @property
    def _routes(self) -> dict[str, Maker]:
        edition = self.is_corrected
        if edition not in self._editions:
            self._editions[edition] = self.routes()
        return self._editions[edition]

    def not_found(self) -> Resource:
        """The page for addresses that lead nowhere."""
        head, body = f"<title>Not Found | {self.name}</title>", "<h1>Not Found</h1>"
        page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
        return Resource(body=page.encode(), status=404)


def moved(url: str) -> Resource:
    """Answer that an address has moved for good."""
    return Resource(body=b"", status=301, location=url)


def changed_at(story: Story) -> datetime:
    """When a story's page last changed."""
    return story.modified_at or story.published_at
