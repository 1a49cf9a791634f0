"""A publication in the shape of Defense Mirror: numbered addresses, printed times in India, nothing for machines."""

import re
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from demo.english import ENGLISH_TYPEWRITTEN
from demo.listings import Item, rss
from demo.markup import PDF, attribute, parts, rfc822, text
from demo.prose import Story
from demo.publication import OPENED_AT, PICTURES, Maker, Publication, Resource, changed_at
from demo.truth import ArticleTruth, RelatedTruth, Trap

FIRST_NUMBER = 41200
KOLKATA = ZoneInfo("Asia/Kolkata")
BYLINE = "DemoMirror.com bureau"
# Stories that the feed treats badly.
TRACKED, NUMBER_ONLY, WITHOUT_ZONE, WITHOUT_DATE = 2, 4, 6, 8
MISSING = f"/news/{FIRST_NUMBER - 1}/Withdrawn__Notes_on_a_Cancelled_Tender"
LEAFLET = "/files/naval-forces-2026.pdf"
TRACKERS = "?utm_source=rss&utm_medium=feed"
SITE_FILE = """\
name = "Demo Mirror"
homepage = "{url}"
hosts = ["{host}"]
country = "IN"
language = "en"
timezone = "Asia/Kolkata"
examples = ["{example}"]

[discover]
feeds = ["/rss"]
accept = ['^https?://[^/]+/news/\\d{{3,6}}(?:[/?#]|$)']
key = '/news/(\\d{{3,6}})(?:[/?#]|$)'
delay = {delay}

[[layout]]
body = "div.news-text"
prune = [".also-read", ".share-strip"]
headline = "h1.news-title"
subheadline = "h2.news-summary"
byline = "ul.news-meta li:nth-child(1)"
published = "ul.news-meta li:nth-child(2)"
published_format = "%I:%M %p, %B %d, %Y"
view_count = "ul.news-meta li:nth-child(3)"
caption = ".media-content p.caption"
"""


class Mirror(Publication):
    """Defense Mirror's shape."""

    stem = "demo_mirror"
    name = "Demo Mirror"
    language = ENGLISH_TYPEWRITTEN

    def site_file(self) -> str:
        """Write the site file."""
        return SITE_FILE.format(
            url=self.url, host=self.host, example=self.address(self.first_edition[0]), delay=self.delay
        )

    def id_of(self, story: Story) -> int:
        """Ids rise with time."""
        return FIRST_NUMBER + (self.count - story.number) * 3

    def path(self, story: Story) -> str:
        """Path as the feed gives it; the title in it stays the first one."""
        title = re.sub(r"[^A-Za-z0-9]", "_", self.first_edition[story.number].headline)
        return f"/news/{self.id_of(story)}/{title}"

    def address(self, story: Story) -> str:
        """Address of an article."""
        return self.at(self.path(story))

    def truth(self, story: Story) -> ArticleTruth:
        """Say what is true of an article."""
        return ArticleTruth(
            url=self.address(story),
            headline=story.headline,
            subheadline=story.subheadline,
            byline=BYLINE,
            authors=(BYLINE,),
            published_at=story.published_at,
            modified_at=None,
            section=None,
            tags=(),
            blocks=story.blocks,
            caption=story.caption,
            image_url=self.at(f"/images/{story.number % PICTURES}.png"),
            related=tuple(self._related(story)),
            view_count=211 + story.number * 7919 % 8831,
            language="en",
        )

    def routes(self) -> dict[str, Maker]:
        """List all addresses."""
        routes: dict[str, Maker] = {
            "/": self._home,
            "/rss": self._feed,
            "/robots.txt": lambda: Resource(
                body=b"User-agent: *\nDisallow: /search\nDisallow: /print/\nCrawl-delay: 0.01\n",
                content_type="text/plain",
                modified_at=OPENED_AT,
            ),
            LEAFLET: lambda: Resource(body=PDF, content_type="application/pdf", modified_at=OPENED_AT),
        }
        for story in self.stories:
            routes[f"/news/{self.id_of(story)}"] = self._page(story)
        return routes

    def _make(self, target: str) -> Resource:
        # What follows the number is decoration, as on the sites that this one is like.
        if match := re.match(r"/news/(\d+)(?:[/?]|$)", target):
            target = f"/news/{match[1]}"
        return super()._make(target)

    def _page(self, story: Story) -> Maker:
        return lambda: Resource(body=self._article(story).encode(), modified_at=changed_at(story))

    def _related(self, story: Story) -> list[RelatedTruth]:
        """Three others, under the headlines they were first published with."""
        chosen = [self.first_edition[(story.number + step) % self.count] for step in (1, 3, 4)]
        return [RelatedTruth(s.headline, self.address(s), s.published_at) for s in chosen if s.number != story.number]

    def _article(self, story: Story) -> str:
        truth = self.truth(story)
        related = "\n".join(
            f'<div class="also-read-item"><h5><a href="{attribute(r.url)}">{text(r.headline)}</a></h5>'
            f'<span class="date">{related_time(r.published_at or OPENED_AT)}</span></div>'
            for r in truth.related
        )
        features = "".join(
            f'<li><a href="{attribute(self.address(s))}">{text(s.headline)}</a></li>' for s in self.first_edition[5:9]
        )
        return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{text(story.headline)}</title>
<meta name="description" content="{attribute(story.subheadline)}">
<meta property="og:title" content="{attribute(story.headline)}">
<meta property="og:image" content="{truth.image_url}">
<link rel="canonical" href="{attribute(truth.url)}">
<link rel="stylesheet" href="/css/bootstrap.min.css">
</head>
<body>
<div class="cookie-bar">We use cookies to count our readers. <button>Accept all</button>
<a href="/privacy">Privacy policy</a></div>
<header class="top"><a class="logo" href="/">Demo Mirror</a>
<ul class="nav"><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li>
<a href="/interviews">Interviews</a></li>\
<li><a href="/companies">Companies</a></li><li><a href="/contact">Contact us</a></li></ul></header>
<div class="container"><div class="row">
<div class="col-md-8 news-detail">
<h1 class="news-title">{text(story.headline)}</h1>
<h2 class="news-summary">{text(story.subheadline)}</h2>
<ul class="news-meta">
<li>{BYLINE}</li>
<li>{printed_time(story.published_at)}</li>
<li>{truth.view_count}</li>
</ul>
<div class="share-strip"><a href="#">Share on Facebook</a> <a href="#">Tweet</a> <a href="#">Print</a></div>
<div class="media-content"><img src="/images/{story.number % PICTURES}.png" alt="{attribute(story.headline)}">
<div class="img-title">{text(story.headline)}</div>
<p class="caption">{text(story.caption)}</p></div>
<div class="news-text">
{chr(10).join(parts(story.blocks))}
<div class="also-read">
<h4>Also Read</h4>
{related}
</div>
</div>
</div>
<div class="col-md-4 side">
<div class="ad">ADVERTISEMENT<br><a href="/advertise">Your banner here</a></div>
<h4>FEATURES/INTERVIEWS</h4>
<ul>{features}</ul>
</div>
</div></div>
<footer><p>&copy; 2026 DemoMirror.com - ALL RIGHTS RESERVED</p></footer>
</body>
</html>
"""

    def _home(self) -> Resource:
        rows = "\n".join(
            f'<h3><a href="{attribute(self.address(s))}">{text(s.headline)}</a></h3><p>{text(s.subheadline)}</p>'
            for s in self.stories[:20]
        )
        page = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Demo Mirror</title>
<link rel="alternate" type="application/rss+xml" title="Demo Mirror" href="/rss"></head>
<body><h1>Demo Mirror</h1>
{rows}
<p><a href="{LEAFLET}">Naval Forces 2026 (PDF)</a></p>
<footer>&copy; 2026 DemoMirror.com - ALL RIGHTS RESERVED</footer></body></html>
"""
        return Resource(body=page.encode(), modified_at=self._changed())

    def _changed(self) -> datetime:
        return max(map(changed_at, self.stories))

    def _feed(self) -> Resource:
        items = []
        for story in self.stories:
            address, published = self.address(story), story.published_at.astimezone(KOLKATA)
            item = Item(url=address, title=story.headline, published=rfc822(published), summary=story.subheadline)
            if story.number == WITHOUT_ZONE:
                item = replace(item, published=f"{published:%a, %d %b %Y %H:%M:%S}")
            elif story.number == WITHOUT_DATE:
                item = replace(item, published=None)
            items.append(item)
            if story.number == TRACKED:
                items.append(replace(item, url=address + TRACKERS))
            if story.number == NUMBER_ONLY:
                items.append(replace(item, url=self.at(f"/news/{self.id_of(story)}")))
        items += [
            Item(url=self.at(MISSING), title="Withdrawn: Notes on a Cancelled Tender", published=None),
            Item(url=self.at(LEAFLET), title="Naval Forces 2026 (PDF)", published=None),
        ]
        body = rss(self.name, self.url, self.at("/rss"), items, self._changed())
        return Resource(body=body, content_type="application/rss+xml; charset=utf-8", modified_at=self._changed())

    @property
    def traps(self) -> tuple[Trap, ...]:
        """Addresses that ask for care."""
        listed = ("/rss",)
        stories = self.first_edition
        traps = [
            self.trap("missing", MISSING, listed, "failed", "the feed still lists an article that answers 404"),
            self.trap("pdf", LEAFLET, (*listed, "/"), "skipped", "a leaflet in the feed: no article by its address"),
        ]
        for story in stories[TRACKED : TRACKED + 1]:
            why = "the feed lists one article with and without trackers"
            traps.append(self.trap("tracker", self.path(story) + TRACKERS, listed, "article", why, story=story))
        for story in stories[NUMBER_ONLY : NUMBER_ONLY + 1]:
            why = "the feed lists one article with and without its title: the number alone names it"
            traps.append(self.trap("decoration", f"/news/{self.id_of(story)}", listed, "article", why, story=story))
        for story in stories[WITHOUT_ZONE : WITHOUT_ZONE + 1]:
            why = "its date in the feed names no zone: it is in the site's own"
            traps.append(self.trap("date_without_zone", self.path(story), listed, "article", why, story=story))
        for story in stories[WITHOUT_DATE : WITHOUT_DATE + 1]:
            why = "the feed gives no date: only the page does, in print"
            traps.append(self.trap("no_feed_date", self.path(story), listed, "article", why, story=story))
        return tuple(traps)


def printed_time(at: datetime) -> str:
    """``10:31 AM, February 25, 2026``, in India, which it does not say."""
    return f"{at.astimezone(KOLKATA):%I:%M %p, %B %d, %Y}"


def related_time(at: datetime) -> str:
    """``February 24, 2026 @ 07:16 AM``, in India too."""
    return f"{at.astimezone(KOLKATA):%B %d, %Y @ %I:%M %p}"
