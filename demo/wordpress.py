"""A publication on WordPress with Yoast's structured data: feed in pages, a sitemap index, boxes in the text."""

from datetime import datetime
from typing import Any

from demo.english import ENGLISH
from demo.listings import Item, gzipped, rss, sitemap, sitemap_index
from demo.markup import attribute, iso, rfc822, slug, text
from demo.prose import Story
from demo.publication import OPENED_AT, PICTURES, Maker, Publication, Resource, changed_at, moved
from demo.truth import ArticleTruth, RelatedTruth, Trap
from demo.wordpress_pages import amp_page, article_page, home_page, soft_404_page, tag_page, video_page

AUTHORS = ("Corinne Ashdown", "Matteo Reyes-Lund", "Siân Prothero", "Daniel Okonjo")
PER_FEED_PAGE, PER_SITEMAP = 10, 12
# Stories that can be had at a second address.
RENAMED, ALSO_AMP = 3, 5
OLD_PATH = "/2026/09/14/working-title-do-not-publish/"
VIDEO_PATH = "/2026/04/02/watch-a-bridge-layer-at-work/"
GONE_PATH = "/2026/05/05/this-story-has-left-us/"
TAG_PATH = "/tag/drones/"
SITE_FILE = """\
name = "The Demo Sentinel"
homepage = "{url}"
hosts = ["{host}"]
country = "GB"
language = "en"
base = "_wordpress"
examples = ["{example}"]

[discover]
feeds = ["/feed/"]
sitemaps = ["/sitemap_index.xml"]
accept = ['^https?://[^/]+/\\d{{4}}/\\d{{2}}/\\d{{2}}/[a-z0-9-]+/?(?:amp/?)?(?:[?#]|$)', '^https?://[^/]+/\\?p=\\d+$']
delay = {delay}

[[layout]]
body = "div.entry-content"
prune = [".newsletter-box", ".sharedaddy", ".related-posts", ".author-box", ".tags-links"]
headline = "h1.entry-title"
subheadline = "p.entry-standfirst"
byline = "span.byline"
caption = "figure.post-thumbnail figcaption"
section = "a.cat-link"
"""


class WordPress(Publication):
    """WordPress with a common theme."""

    stem = "demo_sentinel"
    name = "The Demo Sentinel"
    language = ENGLISH
    corrects = 1

    def site_file(self) -> str:
        """Write the site file."""
        return SITE_FILE.format(
            url=self.url, host=self.host, example=self.address(self.first_edition[0]), delay=self.delay
        )

    def path(self, story: Story) -> str:
        """Path of a post: its day and the words of its first headline."""
        first = self.first_edition[story.number]
        return f"/{first.published_at:%Y/%m/%d}/{slug(first.headline)}/"

    def address(self, story: Story) -> str:
        """Permanent link of a post."""
        return self.at(self.path(story))

    def post_id(self, story: Story) -> int:
        """Number of a post in the database."""
        return 20_000 + (self.count - story.number) * 7

    def truth(self, story: Story) -> ArticleTruth:
        """Say what is true of a post."""
        author = AUTHORS[story.number % len(AUTHORS)]
        return ArticleTruth(
            url=self.address(story),
            headline=story.headline,
            subheadline=story.subheadline,
            byline=f"By {author}",
            authors=(author,),
            published_at=story.published_at,
            modified_at=changed_at(story),
            section=story.section,
            tags=story.tags,
            blocks=story.blocks,
            caption=story.caption,
            image_url=self.at(f"/images/{story.number % PICTURES}.png"),
            related=self.related(story),
            view_count=None,
            language="en",
        )

    def related(self, story: Story) -> tuple[RelatedTruth, ...]:
        """Three others, under the headlines they were first published with."""
        chosen = (self.first_edition[(story.number + step) % self.count] for step in (2, 5, 6))
        return tuple(RelatedTruth(s.headline, self.address(s)) for s in chosen if s.number != story.number)

    def routes(self) -> dict[str, Maker]:
        """List all addresses."""
        current = self.stories
        routes: dict[str, Maker] = {
            "/": lambda: Resource(body=home_page(self).encode(), modified_at=self._changed()),
            "/robots.txt": lambda: Resource(
                body=f"User-agent: *\nDisallow: /wp-admin/\nAllow: /wp-admin/admin-ajax.php\n\n"
                f"Sitemap: {self.at('/sitemap_index.xml')}\n".encode(),
                content_type="text/plain; charset=utf-8",
                modified_at=OPENED_AT,
            ),
            "/sitemap_index.xml": self._sitemap_index,
            "/page-sitemap.xml": self._page_sitemap,
            VIDEO_PATH: lambda: Resource(body=video_page(self).encode(), modified_at=OPENED_AT),
            GONE_PATH: lambda: Resource(body=soft_404_page(self).encode(), modified_at=OPENED_AT),
            TAG_PATH: lambda: Resource(body=tag_page(self, "Drones").encode(), modified_at=self._changed()),
        }
        for number in range(-(-self.count // PER_SITEMAP)):
            routes[self._sitemap_path(number)] = self._post_sitemap(number)
        for page in range(-(-self.count // PER_FEED_PAGE)):
            routes[f"/feed/?paged={page + 1}"] = self._feed(page)
        routes["/feed/"] = self._feed(0)
        for story in current:
            routes[self.path(story)] = self._post(story)
            routes[f"/?p={self.post_id(story)}"] = self._short_link(story)
        for story in current[RENAMED : RENAMED + 1]:
            routes[OLD_PATH] = self._short_link(story)
        for story in current[ALSO_AMP : ALSO_AMP + 1]:
            routes[f"{self.path(story)}amp/"] = self._amp(story)
        return routes

    def structured_data(self, story: Story) -> dict[str, Any]:
        """The graph that Yoast writes into a post's head."""
        truth = self.truth(story)
        author = truth.authors[0]
        person = self.at(f"/#/schema/person/{slug(author)}")
        return {
            "@context": "https://schema.org",
            "@graph": [
                {
                    "@type": "NewsArticle",
                    "@id": f"{truth.url}#article",
                    "isPartOf": {"@id": truth.url},
                    "author": {"name": author, "@id": person},
                    "headline": story.headline,
                    "datePublished": iso(truth.published_at),
                    "dateModified": iso(changed_at(story)),
                    "mainEntityOfPage": {"@id": truth.url},
                    "wordCount": sum(len(paragraph.split()) for paragraph in truth.paragraphs),
                    "publisher": {"@id": self.at("/#organization")},
                    "image": {"@id": f"{truth.url}#primaryimage"},
                    "thumbnailUrl": truth.image_url,
                    "keywords": list(story.tags),
                    "articleSection": [story.section],
                    "isAccessibleForFree": True,
                    "inLanguage": "en-GB",
                },
                {
                    "@type": "WebPage",
                    "@id": truth.url,
                    "url": truth.url,
                    "name": f"{story.headline} - {self.name}",
                    "isPartOf": {"@id": self.at("/#website")},
                    "datePublished": iso(truth.published_at),
                    "dateModified": iso(changed_at(story)),
                    "breadcrumb": {"@id": f"{truth.url}#breadcrumb"},
                },
                {
                    "@type": "ImageObject",
                    "@id": f"{truth.url}#primaryimage",
                    "url": truth.image_url,
                    "caption": story.caption,
                },
                {
                    "@type": "BreadcrumbList",
                    "@id": f"{truth.url}#breadcrumb",
                    "itemListElement": [
                        {"@type": "ListItem", "position": 1, "name": "Home", "item": self.url},
                        {"@type": "ListItem", "position": 2, "name": story.headline},
                    ],
                },
                {"@type": "WebSite", "@id": self.at("/#website"), "url": self.url, "name": self.name},
                {"@type": "Organization", "@id": self.at("/#organization"), "name": self.name, "url": self.url},
                {"@type": "Person", "@id": person, "name": author, "url": self.at(f"/author/{slug(author)}/")},
            ],
        }

    def _post(self, story: Story) -> Maker:
        return lambda: Resource(body=article_page(self, story).encode(), modified_at=changed_at(story))

    def _amp(self, story: Story) -> Maker:
        return lambda: Resource(body=amp_page(self, story).encode(), modified_at=changed_at(story))

    def _short_link(self, story: Story) -> Maker:
        return lambda: moved(self.address(story))

    def _changed(self) -> datetime:
        return max(map(changed_at, self.stories))

    def _sitemap_path(self, number: int) -> str:
        return f"/post-sitemap{number + 1 if number else ''}.xml.gz"

    def _sitemap_index(self) -> Resource:
        rows = [
            (self.at(self._sitemap_path(number)), max(map(changed_at, self._in_sitemap(number))))
            for number in range(-(-self.count // PER_SITEMAP))
        ]
        rows.append((self.at("/page-sitemap.xml"), OPENED_AT))
        return Resource(body=sitemap_index(rows), content_type="text/xml; charset=UTF-8", modified_at=self._changed())

    def _in_sitemap(self, number: int) -> tuple[Story, ...]:
        """Posts of one sitemap: the first holds the oldest, the last is still growing."""
        oldest_first = self.stories[::-1]
        return oldest_first[number * PER_SITEMAP : (number + 1) * PER_SITEMAP]

    def _post_sitemap(self, number: int) -> Maker:
        def make() -> Resource:
            posts = self._in_sitemap(number)
            rows: list[tuple[str, datetime | None]] = []
            for story in posts:
                rows.append((self.address(story), changed_at(story)))
                if story.number == RENAMED:
                    rows.append((self.at(OLD_PATH), changed_at(story)))
                if story.number == ALSO_AMP:
                    rows.append((f"{self.address(story)}amp/", changed_at(story)))
            if number == 0:
                rows += [(self.at(VIDEO_PATH), OPENED_AT), (self.at(GONE_PATH), OPENED_AT)]
            body = gzipped(sitemap(rows))
            return Resource(body=body, content_type="application/x-gzip", modified_at=max(map(changed_at, posts)))

        return make

    def _page_sitemap(self) -> Resource:
        rows: list[tuple[str, datetime | None]] = [(self.url, None), (self.at(TAG_PATH), OPENED_AT)]
        return Resource(body=sitemap(rows), content_type="text/xml; charset=UTF-8", modified_at=OPENED_AT)

    def _feed(self, page: int) -> Maker:
        def make() -> Resource:
            posts = self.stories[page * PER_FEED_PAGE : (page + 1) * PER_FEED_PAGE]
            items = [self._item(story) for story in posts]
            built = max(map(changed_at, posts))
            body = rss(self.name, self.url, self.at("/feed/"), items, built)
            return Resource(body=body, content_type="application/rss+xml; charset=UTF-8", modified_at=built)

        return make

    def _item(self, story: Story) -> Item:
        truth = self.truth(story)
        content = "".join(f"<p>{text(paragraph)}</p>" for paragraph in truth.paragraphs)
        return Item(
            url=truth.url,
            title=story.headline,
            published=rfc822(story.published_at),
            modified=story.modified_at,
            guid=self.at(f"/?p={self.post_id(story)}"),
            authors=truth.authors,
            tags=(story.section, *story.tags),
            summary=f"{story.subheadline} […]",
            content=f'{content}<p>The post <a href="{attribute(truth.url)}">{text(story.headline)}</a> '
            f'appeared first on <a href="{self.url}">{self.name}</a>.</p>',
        )

    @property
    def traps(self) -> tuple[Trap, ...]:
        """Addresses that ask for care."""
        oldest = (self._sitemap_path(0),)

        def where(story: Story) -> tuple[str, ...]:
            return (self._sitemap_path((self.count - 1 - story.number) // PER_SITEMAP),)

        traps = [
            self.trap(
                "video", VIDEO_PATH, oldest, "rejected", "a video with a line of text, under the address of a post",
                reasons=("not_article", "empty_body"),
            ),
            self.trap(
                "soft_404", GONE_PATH, oldest, "rejected", "a post that is gone: the page says so, the status says 200",
                reasons=("soft_404",),
            ),
            self.trap("tag_page", TAG_PATH, ("/page-sitemap.xml",), "skipped", "a list of posts, and no post"),
        ]  # fmt: skip
        for story in self.first_edition[RENAMED : RENAMED + 1]:
            why = "the sitemap lists a post under its old address too, which answers 301"
            traps.append(self.trap("redirect", OLD_PATH, where(story), "article", why, story=story))
        for story in self.first_edition[ALSO_AMP : ALSO_AMP + 1]:
            why = "the sitemap lists a post and its AMP page, which names the post as canonical"
            traps.append(self.trap("amp", f"{self.path(story)}amp/", where(story), "article", why, story=story))
        return tuple(traps)
