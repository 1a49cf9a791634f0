"""The tables of a site file as types: what may be written in each, and what it means."""

import re
from datetime import date
from functools import cache

from pydantic import BaseModel, ConfigDict, Field, model_validator

from extract.site_values import (
    Country,
    DateFormat,
    ElementSelector,
    KeyRegex,
    Language,
    ListedAddress,
    Regex,
    Selector,
    Zone,
)


class KeyedError(ValueError):
    """A value that is wrong beside others: the sentence, and the keys that lead to it from where it is raised."""

    def __init__(self, sentence: str, *keys: str | int) -> None:
        super().__init__(sentence)
        self.keys = keys


class Rules(BaseModel):
    """A table of a site file: unknown keys are refused, values are of the type asked, and never change once loaded."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Listing(Rules):
    """Pages of a site that list articles, for sites (or pasts) that no feed covers."""

    url: ListedAddress
    """Address; ``{page}`` stands for the page number."""

    links: ElementSelector
    """The links to articles on it."""

    first_page: int = Field(default=1, ge=0)
    last_page: int = Field(default=1, ge=0)

    @model_validator(mode="after")
    def _pages(self) -> "Listing":
        if unknown := re.search(r"\{(?!page\})[^}]*\}?", self.url):
            raise KeyedError(f"{unknown[0]} is not known: only {{page}} stands for something", "url")
        if self.last_page < self.first_page:
            raise KeyedError(f"last_page comes before first_page, which is {self.first_page}", "last_page")
        if self.last_page > self.first_page and "{page}" not in self.url:
            raise KeyedError("last_page needs {page} in the url", "url")
        return self


class Discover(Rules):
    """Where a site's articles are found."""

    feeds: tuple[ListedAddress, ...] = ()
    sitemaps: tuple[ListedAddress, ...] = ()
    listings: tuple[Listing, ...] = ()
    accept: tuple[Regex, ...] = ()
    reject: tuple[Regex, ...] = ()
    key: KeyRegex | None = None
    delay: float = Field(default=2.0, ge=0, le=3600)

    def accepts(self, url: str) -> bool:
        """Whether a URL may be an article: some ``accept`` matches (or there is none) and no ``reject`` does."""
        if any(pattern(reject).search(url) for reject in self.reject):
            return False
        return not self.accept or any(pattern(accept).search(url) for accept in self.accept)


class Layout(Rules):
    """Rules for a period of the site's markup. The newest has no ``until``."""

    until: date | None = None
    body: ElementSelector | None = None
    prune: tuple[ElementSelector, ...] = ()
    headline: Selector | None = None
    subheadline: Selector | None = None
    byline: Selector | None = None
    published: Selector | None = None
    modified: Selector | None = None
    section: Selector | None = None
    caption: Selector | None = None
    view_count: Selector | None = None
    published_format: DateFormat | None = None
    """``strptime`` format of the printed date, tried before anything is guessed."""

    @property
    def last_day(self) -> date:
        """``until``, or the end of days for the newest layout: the order of layouts in time."""
        return self.until or date.max


class Family(Rules):
    """What the sites of one content management system share: a file whose name starts with ``_``."""

    country: Country | None = None
    language: Language | None = None
    timezone: Zone = "UTC"
    discover: Discover = Discover()
    layout: tuple[Layout, ...] = ()

    @model_validator(mode="after")
    def _consistent(self) -> "Family":
        refuse_equal_periods(self.layout)
        return self


def refuse_equal_periods(layouts: tuple[Layout, ...]) -> None:
    """Raise `KeyedError` if two layouts end on the same day, or two have no end: no page would tell which is meant."""
    for number, layout in enumerate(layouts):
        for earlier in range(number):
            if layouts[earlier].until == layout.until:
                same = f"ends on {layout.until} too" if layout.until else "has no until either"
                sentence = f"layout {earlier + 1} {same}: give each but the newest its own last day"
                raise KeyedError(sentence, "layout", number, "until")


@cache
def pattern(regex: str) -> re.Pattern[str]:
    """Compile a site file's regular expression once; `re` itself forgets them when there are many sites."""
    return re.compile(regex)
