"""A publication on Arc XP: dated section paths, outbound feeds, other stories inside the article's element."""

from datetime import datetime
from typing import Any

from demo.arc_pages import article_page, challenge_page, home_page
from demo.english import ENGLISH
from demo.listings import Item, news_sitemap, rss, sitemap, sitemap_index
from demo.markup import iso_z, rfc822, slug, text
from demo.prose import Story
from demo.publication import OPENED_AT, PICTURES, Maker, Publication, Resource, changed_at
from demo.truth import ArticleTruth, RelatedTruth, Trap

REPORTERS = ("Rowan Castell", "Mina Farrokh", "José Aldana", "Greta Lindholm", "Theo Barnaby")
SECTIONS = {
    "Naval": "naval",
    "Unmanned": "unmanned",
    "Air Defense": "air",
    "Land": "land",
    "Exercises": "training-sim",
    "Policy": "pentagon/budget",
}
PER_FEED, PER_SITEMAP = 25, 100
RSS = "/arc/outboundfeeds/rss/?outputType=xml"
NEWS_SITEMAP = "/arc/outboundfeeds/sitemap-news/?outputType=xml"
SITEMAP_INDEX = "/arc/outboundfeeds/sitemap-index/?outputType=xml"
# The story that is filed under two sections, those that robots.txt keeps out, the one behind a wall.
FILED_TWICE = 4
EMBARGOED = (
    "/internal/2026/10/20/seating-plan-for-the-autumn-reception/",
    "/internal/2026/10/22/canteen-hours-change/",
)
ALLIES = "global/allies"
GUARDED = "/land/2026/06/11/what-the-gate-keeper-saw/"
SITE_FILE = """\
name = "Demo Defense Weekly"
homepage = "{url}"
hosts = ["{host}"]
country = "US"
language = "en"
base = "_arc"
examples = ["{example}"]

[discover]
sitemaps = ["/arc/outboundfeeds/sitemap-news/?outputType=xml"]
delay = {delay}

[[layout]]
byline = "div.c-attribution > span"
section = "div.m-overline a"
"""


class Arc(Publication):
    """Arc XP as the American defence weeklies use it."""

    stem = "demo_weekly"
    name = "Demo Defense Weekly"
    language = ENGLISH

    def site_file(self) -> str:
        """Write the site file: its family says nearly all."""
        return SITE_FILE.format(
            url=self.url, host=self.host, example=self.address(self.first_edition[0]), delay=self.delay
        )

    def path(self, story: Story, section: str | None = None) -> str:
        """Path of a story: section, day, words of its headline."""
        return f"/{section or SECTIONS[story.section]}/{story.published_at:%Y/%m/%d}/{slug(story.headline)}/"

    def address(self, story: Story) -> str:
        """Canonical address of a story."""
        return self.at(self.path(story))

    def reporters(self, story: Story) -> tuple[str, ...]:
        """One or two names."""
        first, second = (REPORTERS[(story.number + step) % len(REPORTERS)] for step in (0, 2))
        return (first, second) if story.number % 5 == 0 else (first,)

    def truth(self, story: Story) -> ArticleTruth:
        """Say what is true of a story."""
        reporters = self.reporters(story)
        blocks, dateline = story.blocks, None
        if story.number % 3 == 0:
            dateline = f"{story.town.upper()}, {story.country}"
            blocks = (("paragraph", f"{dateline} — {blocks[0][1]}"), *blocks[1:])
        return ArticleTruth(
            url=self.address(story),
            headline=story.headline,
            subheadline=None,
            byline="By " + " and ".join(reporters),
            authors=reporters,
            published_at=story.published_at,
            modified_at=changed_at(story),
            section=story.section,
            tags=story.tags,
            blocks=blocks,
            caption=story.caption,
            image_url=self.at(f"/images/{story.number % PICTURES}.png"),
            related=self.related(story),
            view_count=None,
            language="en",
            dateline=dateline,
        )

    def related(self, story: Story) -> tuple[RelatedTruth, ...]:
        """The story linked within the text, then those listed below it."""
        chosen = (self.first_edition[(story.number + step) % self.count] for step in (1, 2, 7, 9))
        return tuple(RelatedTruth(s.headline, self.address(s)) for s in chosen if s.number != story.number)

    def routes(self) -> dict[str, Maker]:
        """List all addresses."""
        routes: dict[str, Maker] = {
            "/": lambda: Resource(body=home_page(self, map(self.at, EMBARGOED)).encode(), modified_at=self._changed()),
            "/robots.txt": lambda: Resource(
                body=f"User-agent: *\nDisallow: /internal/\nDisallow: /pf/\nCrawl-delay: 0.01\n"
                f"Sitemap: {self.at(NEWS_SITEMAP)}\nSitemap: {self.at(SITEMAP_INDEX)}\n".encode(),
                content_type="text/plain;charset=utf-8",
                modified_at=OPENED_AT,
            ),
            RSS: self._feed,
            NEWS_SITEMAP: self._news_sitemap,
            SITEMAP_INDEX: self._sitemap_index,
            GUARDED: lambda: Resource(body=challenge_page(self).encode(), modified_at=OPENED_AT),
        }
        for start in range(0, self.count, PER_SITEMAP):
            routes[self._sitemap_path(start)] = self._sitemap(start)
        for story in self.stories:
            routes[self.path(story)] = self._page(story)
        for story in self.stories[FILED_TWICE : FILED_TWICE + 1]:
            routes[self.path(story, ALLIES)] = self._page(story)
        for path in EMBARGOED:
            routes[path] = self._page(self.stories[-1])
        return routes

    def structured_data(self, story: Story) -> dict[str, Any]:
        """What the page says of itself to machines."""
        truth = self.truth(story)
        return {
            "@context": "http://schema.org",
            "@type": "NewsArticle",
            "headline": story.headline,
            "description": story.subheadline,
            "datePublished": iso_z(truth.published_at),
            "dateModified": iso_z(changed_at(story)),
            "mainEntityOfPage": {"@type": "WebPage", "@id": truth.url},
            "image": {"@type": "ImageObject", "url": truth.image_url, "caption": story.caption},
            "author": [{"@type": "Person", "name": name} for name in truth.authors],
            "publisher": {"@type": "NewsMediaOrganization", "name": self.name},
            "articleSection": story.section,
            "keywords": list(story.tags),
            "isAccessibleForFree": True,
        }

    def _page(self, story: Story) -> Maker:
        return lambda: Resource(body=article_page(self, story).encode(), modified_at=changed_at(story))

    def _changed(self) -> datetime:
        return max(map(changed_at, self.stories))

    def _feed(self) -> Resource:
        items = [
            Item(
                url=self.address(story),
                title=story.headline,
                published=rfc822(story.published_at),
                authors=self.reporters(story),
                tags=story.tags,
                summary=story.subheadline,
                content="".join(f"<p>{text(paragraph)}</p>" for paragraph in self.truth(story).paragraphs),
            )
            for story in self.stories[:PER_FEED]
        ]
        items.append(Item(url=self.at(EMBARGOED[0]), title="Seating Plan for the Autumn Reception", published=None))
        body = rss(self.name, self.url, self.at(RSS), items, self._changed())
        return Resource(body=body, content_type="application/rss+xml; charset=utf-8", modified_at=self._changed())

    def _news_sitemap(self) -> Resource:
        rows = []
        for story in self.stories:
            rows.append((self.address(story), story.headline, story.published_at, changed_at(story)))
            if story.number == FILED_TWICE:
                again = self.at(self.path(story, ALLIES))
                rows.append((again, story.headline, story.published_at, changed_at(story)))
        rows.append((self.at(GUARDED), "What the Gate Keeper Saw", OPENED_AT, OPENED_AT))
        rows += [(self.at(path), "Internal", OPENED_AT, OPENED_AT) for path in EMBARGOED]
        body = news_sitemap(self.name, rows)
        return Resource(body=body, content_type="application/xml; charset=utf-8", modified_at=self._changed())

    def _sitemap_path(self, start: int) -> str:
        return "/arc/outboundfeeds/sitemap/?outputType=xml" + (f"&from={start}" if start else "")

    def _sitemap_index(self) -> Resource:
        rows = [
            (self.at(self._sitemap_path(start)), changed_at(self.stories[start]))
            for start in range(0, self.count, PER_SITEMAP)
        ]
        body = sitemap_index(rows)
        return Resource(body=body, content_type="application/xml; charset=utf-8", modified_at=self._changed())

    def _sitemap(self, start: int) -> Maker:
        chosen = self.stories[start : start + PER_SITEMAP]
        body = sitemap((self.address(story), changed_at(story)) for story in chosen)
        return lambda: Resource(
            body=body, content_type="application/xml; charset=utf-8", modified_at=max(map(changed_at, chosen))
        )

    @property
    def traps(self) -> tuple[Trap, ...]:
        """Addresses that ask for care."""
        listed = (NEWS_SITEMAP,)
        wall = "a wall that says Just a moment... with status 200"
        traps = [self.trap("challenge", GUARDED, listed, "failed", wall, reasons=("challenge_page",))]
        for path in EMBARGOED:
            why = "robots.txt keeps it out, though it is listed and would be served"
            traps.append(self.trap("robots", path, (*listed, "/"), "disallowed", why))
        for story in self.first_edition[FILED_TWICE : FILED_TWICE + 1]:
            why = "one story is filed under two sections: only its canonical link tells"
            traps.append(self.trap("two_sections", self.path(story, ALLIES), listed, "article", why, story=story))
        return tuple(traps)
