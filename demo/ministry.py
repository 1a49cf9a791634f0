"""A ministry's newsroom: no feed, a list in pages, times as print only, some pages in windows-1252."""

from datetime import datetime
from zoneinfo import ZoneInfo

from demo.english import ENGLISH
from demo.markup import PDF, attribute, parts, slug, text
from demo.prose import Story
from demo.publication import OPENED_AT, PICTURES, Maker, Publication, Resource, changed_at
from demo.truth import ArticleTruth, Trap

VIENNA = ZoneInfo("Europe/Vienna")
PER_PAGE = 10
# Encodings of the pages in turn: what the bytes are, what the header says, what the page says.
ENCODINGS = (
    ("utf-8", "text/html; charset=utf-8", "utf-8"),
    ("windows-1252", "text/html; charset=windows-1252", None),
    ("windows-1252", "text/html", "windows-1252"),
)
EMBARGOED = ("/newsroom/embargoed/visit-of-the-minister-9001", "/newsroom/embargoed/new-year-honours-9002")
MISSING = "/newsroom/2026/statement-on-a-rumour-9003"
LEAFLET = "/newsroom/files/annual-report-2026.pdf"
ROBOTS = b"""\
# Ministry of Defence of Halvania
User-agent: *
Disallow: /newsroom/embargoed/
Disallow: /intranet/
"""
SITE_FILE = """\
name = "Ministry of Defence of Halvania: Newsroom"
homepage = "{url}"
hosts = ["{host}"]
language = "en"
timezone = "Europe/Vienna"
examples = ["{example}"]

[discover]
listings = [{{ url = "/newsroom?page={{page}}", links = "ol.news-list h3 a", last_page = {last_page} }}]
accept = ['^https?://[^/]+/newsroom/(?:\\d{{4}}|embargoed)/[a-z0-9-]+-\\d+(?:[?#]|$)']
key = '/newsroom/(?:\\d{{4}}|embargoed)/[a-z0-9-]+-(\\d+)(?:[?#]|$)'
delay = {delay}

[[layout]]
body = "div.gov-body"
prune = [".gov-callout", ".gov-contact"]
headline = "h1.gov-title"
subheadline = "p.gov-lede"
published = "dd.gov-date"
published_format = "%d %B %Y, %H:%M"
section = "dd.gov-topic"
caption = "p.gov-caption"
"""


class Ministry(Publication):
    """A newsroom in the manner of governments."""

    stem = "demo_ministry"
    name = "Ministry of Defence of Halvania"
    language = ENGLISH
    home = "Halvania"

    def site_file(self) -> str:
        """Write the site file."""
        example = self.address(self.first_edition[0])
        return SITE_FILE.format(
            url=self.url, host=self.host, example=example, delay=self.delay, last_page=-(-self.count // PER_PAGE)
        )

    def path(self, story: Story) -> str:
        """Path of a release: its year, its title, its number."""
        return f"/newsroom/2026/{slug(story.headline)}-{3000 + (self.count - story.number) * 2}"

    def address(self, story: Story) -> str:
        """Address of a release."""
        return self.at(self.path(story))

    def truth(self, story: Story) -> ArticleTruth:
        """Say what is true of a release."""
        return ArticleTruth(
            url=self.address(story),
            headline=story.headline,
            subheadline=story.subheadline,
            byline=None,
            authors=(),
            published_at=story.published_at,
            modified_at=None,
            section=story.section,
            tags=(),
            blocks=story.blocks,
            caption=story.caption,
            image_url=self.at(f"/images/{story.number % PICTURES}.png"),
            related=(),
            view_count=None,
            language="en",
            encoding=ENCODINGS[story.number % len(ENCODINGS)][0],
        )

    def routes(self) -> dict[str, Maker]:
        """List all addresses."""
        routes: dict[str, Maker] = {
            "/": self._home,
            "/robots.txt": lambda: Resource(
                body=ROBOTS,
                content_type="text/plain",
                modified_at=OPENED_AT,
            ),
            "/newsroom": self._list(1),
            LEAFLET: lambda: Resource(body=PDF, content_type="application/pdf", modified_at=OPENED_AT),
        }
        for number in range(1, -(-self.count // PER_PAGE) + 1):
            routes[f"/newsroom?page={number}"] = self._list(number)
        for story in self.stories:
            routes[self.path(story)] = self._release(story)
        for path in EMBARGOED:
            routes[path] = self._release(self.stories[-1])
        return routes

    def _release(self, story: Story) -> Maker:
        def make() -> Resource:
            encoding, content_type, declared = ENCODINGS[story.number % len(ENCODINGS)]
            body = self._page(story.headline, self._article(story), declared)
            return Resource(body=body.encode(encoding), content_type=content_type, modified_at=changed_at(story))

        return make

    def _article(self, story: Story) -> str:
        elements = parts(story.blocks)
        callout = (
            '<aside class="gov-callout"><h4>Stay informed</h4><p>Releases can be had by post on request.</p></aside>'
        )
        elements.insert(min(2, len(elements)), callout)
        return f"""<article class="gov-release">
<h1 class="gov-title">{text(story.headline)}</h1>
<p class="gov-lede">{text(story.subheadline)}</p>
<dl class="gov-meta"><dt>Published</dt><dd class="gov-date">{printed_time(story.published_at)}</dd>
<dt>Topic</dt><dd class="gov-topic">{text(story.section)}</dd></dl>
<div class="gov-picture"><img src="/images/{story.number % PICTURES}.png" alt="">
<p class="gov-caption">{text(story.caption)}</p></div>
<div class="gov-body">
{chr(10).join(elements)}
</div>
<div class="gov-contact"><h2>Press contact</h2>
<p>Press office of the ministry, room 114. Calls from 9 to 16 hours.</p></div>
</article>"""

    def _list(self, number: int) -> Maker:
        return lambda: Resource(
            body=self._page("Newsroom", self._rows(number), "utf-8").encode(), modified_at=self._changed()
        )

    def _rows(self, number: int) -> str:
        shown = self.stories[(number - 1) * PER_PAGE : number * PER_PAGE]
        rows = [
            f'<li><h3><a href="{attribute(self.path(s))}">{text(s.headline)}</a></h3>'
            f'<span class="when">{s.published_at.astimezone(VIENNA):%d %B %Y}</span><p>{text(s.subheadline)}</p></li>'
            for s in shown
        ]
        if number == 1:
            others = (*EMBARGOED, MISSING, LEAFLET)
            rows += [f'<li><h3><a href="{path}">Notice {n}</a></h3></li>' for n, path in enumerate(others, 1)]
        last = -(-self.count // PER_PAGE)
        pages = " ".join(f'<a href="/newsroom?page={n}">{n}</a>' for n in range(1, last + 1))
        return f"""<h1>Newsroom</h1>
<ol class="news-list">
{chr(10).join(rows)}
</ol>
<nav class="pagination">{pages}</nav>"""

    def _home(self) -> Resource:
        content = """<h1>Ministry of Defence</h1>
<p>Welcome. Our releases are in the <a href="/newsroom?page=1">newsroom</a>.</p>"""
        return Resource(body=self._page("Welcome", content, "utf-8").encode(), modified_at=OPENED_AT)

    def _changed(self) -> datetime:
        return max(map(changed_at, self.stories))

    def _page(self, title: str, content: str, declared: str | None) -> str:
        charset = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
        return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html lang="en">
<head>{charset}<title>{text(title)} | {self.name}</title></head>
<body>
<div class="gov-banner">An official website of the government of Halvania</div>
<div id="cookies"><p>This website sets one cookie, for the language. <a href="/cookies">More</a></p></div>
<div id="nav">
<a href="/">Home</a> | <a href="/newsroom?page=1">Newsroom</a> |
<a href="/ministry">Ministry</a> | <a href="/careers">Careers</a></div>
<div id="main">
{content}
</div>
<div id="footer"><p>&copy; 2026 {self.name}. Text may be reused with attribution. <a href="/imprint">Imprint</a></p>
</div>
</body>
</html>
"""

    @property
    def traps(self) -> tuple[Trap, ...]:
        """Addresses that ask for care."""
        listed = ("/newsroom?page=1",)
        traps = [
            self.trap("missing", MISSING, listed, "failed", "the list still names a release that answers 404"),
            self.trap("pdf", LEAFLET, listed, "skipped", "a report among the releases: no article by its address"),
        ]
        for path in EMBARGOED:
            why = "robots.txt keeps it out, though it is listed and would be served"
            traps.append(self.trap("robots", path, listed, "disallowed", why))
        for story, says in zip(self.first_edition[1:3], ("only the header says", "only the page says"), strict=False):
            why = f"its letters are windows-1252, as {says}"
            traps.append(self.trap("windows_1252", self.path(story), listed, "article", why, story=story))
        return tuple(traps)


def printed_time(at: datetime) -> str:
    """``14 March 2026, 16:05``, in Vienna, which it does not say."""
    return f"{at.astimezone(VIENNA):%d %B %Y, %H:%M}"
