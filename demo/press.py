"""The press as a whole: all publications, served on loopback until the block ends."""

from collections.abc import Sequence
from types import TracebackType
from typing import Self

from demo.arc import Arc
from demo.ministry import Ministry
from demo.mirror import Mirror
from demo.publication import Publication
from demo.server import RequestLog, Server
from demo.truth import ArticleTruth, Trap
from demo.wehrblick import Wehrblick
from demo.wordpress import WordPress

PUBLICATIONS: tuple[type[Publication], ...] = (Mirror, WordPress, Arc, Ministry, Wehrblick)


class Press:
    """A small defence press on 127.0.0.1, one port a publication.

    The same ports give the same bytes, on any day; ``ports`` are free ones of the system's choice if not given.
    Serves from the start of a ``with`` block to its end.
    """

    def __init__(
        self,
        ports: Sequence[int] | None = None,
        *,
        corrected: bool = False,
        articles_per_publication: int = 24,
        delay: float = 0.02,
    ) -> None:
        if ports is not None and len(ports) < len(PUBLICATIONS):
            raise ValueError(f"the press has {len(PUBLICATIONS)} publications: give as many ports, not {len(ports)}")
        if articles_per_publication < 1:
            raise ValueError("a publication needs at least one article: raise articles_per_publication")
        self.requests = RequestLog()
        self._servers: list[Server] = []
        try:
            for number in range(len(PUBLICATIONS)):
                self._servers.append(Server(ports[number] if ports else 0, self.requests))
        except OSError:
            self.close()
            raise
        self.publications: tuple[Publication, ...] = tuple(
            kind(server.port, articles_per_publication, delay)
            for kind, server in zip(PUBLICATIONS, self._servers, strict=True)
        )
        if corrected:
            self.correct()

    @property
    def articles(self) -> tuple[ArticleTruth, ...]:
        """What is true of every article of every publication, as published now."""
        return tuple(article for publication in self.publications for article in publication.articles)

    @property
    def traps(self) -> tuple[Trap, ...]:
        """All addresses that ask for care, and what should become of each."""
        return tuple(trap for publication in self.publications for trap in publication.traps)

    def publication(self, stem: str) -> Publication:
        """Give the publication with this file stem."""
        return next(publication for publication in self.publications if publication.stem == stem)

    def correct(self) -> None:
        """Publish the correction: one article's headline and text change, and all that lists it."""
        for publication in self.publications:
            publication.correct()

    @property
    def correction(self) -> tuple[ArticleTruth, ArticleTruth]:
        """The article that `correct` changes, before and after."""
        publication = next(p for p in self.publications if p.corrects is not None)
        return publication.correction

    def start(self) -> None:
        """Begin to serve."""
        for server, publication in zip(self._servers, self.publications, strict=True):
            server.start(publication)

    def close(self) -> None:
        """Stop serving and give the ports back."""
        for server in self._servers:
            server.stop()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
