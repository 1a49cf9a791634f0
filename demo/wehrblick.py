"""A German publication: dated file names, an Atom feed of the newest, a JSON Feed of all, clutter in German."""

import json
from datetime import datetime
from zoneinfo import ZoneInfo

from demo.german import GERMAN, MONTHS
from demo.listings import AtomEntry, atom
from demo.markup import attribute, iso, parts, slug, text
from demo.prose import Story
from demo.publication import OPENED_AT, PICTURES, Maker, Publication, Resource, changed_at
from demo.truth import ArticleTruth, RelatedTruth, Trap

BERLIN = ZoneInfo("Europe/Berlin")
EDITORS = ("Wiebke Harmsen", "Jörg Ostertag", "Ayla Demirbaş")
IN_ATOM = 15
NOT_TO_BE_KEPT = "/artikel/2026-08-01-nur-zum-lesen.html"
NEWSLETTER = """<div class="artikel-newsletter"><h4>Newsletter abonnieren</h4>
<p>Jeden Freitag das Wichtigste aus Marine und Heer. Jetzt kostenlos anmelden!</p>
<input type="email"><button>Anmelden</button></div>"""
SITE_FILE = """\
name = "Wehrblick Demo"
homepage = "{url}"
hosts = ["{host}"]
country = "DE"
language = "de"
timezone = "Europe/Berlin"
examples = ["{example}"]

[discover]
feeds = ["/atom.xml", "/feed.json"]
accept = ['^https?://[^/]+/artikel/\\d{{4}}-\\d{{2}}-\\d{{2}}-[a-z0-9-]+\\.html(?:[?#]|$)']
delay = {delay}

[[layout]]
body = "div.artikel-text"
prune = [".artikel-teilen", ".artikel-newsletter", ".artikel-mehr"]
headline = "h1.artikel-titel"
subheadline = "p.artikel-vorspann"
byline = "span.artikel-autor"
published = "time.artikel-zeit"
section = "a.artikel-rubrik"
caption = "figure.artikel-bild figcaption"
"""


class Wehrblick(Publication):
    """A German magazine with a system of its own."""

    stem = "demo_wehrblick"
    name = "Wehrblick Demo"
    language = GERMAN

    def site_file(self) -> str:
        """Write the site file."""
        example = self.address(self.first_edition[0])
        return SITE_FILE.format(url=self.url, host=self.host, example=example, delay=self.delay)

    def path(self, story: Story) -> str:
        """Path of an article: the day, then the words of its headline."""
        return f"/artikel/{story.published_at.astimezone(BERLIN):%Y-%m-%d}-{slug(story.headline)}.html"

    def address(self, story: Story) -> str:
        """Address of an article."""
        return self.at(self.path(story))

    def truth(self, story: Story) -> ArticleTruth:
        """Say what is true of an article."""
        editor = EDITORS[story.number % len(EDITORS)]
        return ArticleTruth(
            url=self.address(story),
            headline=story.headline,
            subheadline=story.subheadline,
            byline=f"Von {editor}",
            authors=(editor,),
            published_at=story.published_at,
            modified_at=None,
            section=story.section,
            tags=(),
            blocks=story.blocks,
            caption=story.caption,
            image_url=self.at(f"/images/{story.number % PICTURES}.png"),
            related=self.related(story),
            view_count=None,
            language="de",
        )

    def related(self, story: Story) -> tuple[RelatedTruth, ...]:
        """Three others."""
        chosen = (self.first_edition[(story.number + step) % self.count] for step in (1, 2, 5))
        return tuple(RelatedTruth(s.headline, self.address(s)) for s in chosen if s.number != story.number)

    def routes(self) -> dict[str, Maker]:
        """List all addresses."""
        routes: dict[str, Maker] = {
            "/": self._home,
            "/robots.txt": lambda: Resource(
                body=b"User-agent: *\nDisallow: /suche\n", content_type="text/plain", modified_at=OPENED_AT
            ),
            "/atom.xml": self._atom,
            "/feed.json": self._json_feed,
            NOT_TO_BE_KEPT: lambda: Resource(body=self._reading_copy().encode(), modified_at=OPENED_AT),
        }
        for story in self.stories:
            routes[self.path(story)] = self._page(story)
        return routes

    def _page(self, story: Story) -> Maker:
        return lambda: Resource(body=self._article(story, self.address(story)).encode(), modified_at=changed_at(story))

    def _reading_copy(self) -> str:
        return self._article(self.stories[-1], self.at(NOT_TO_BE_KEPT), '<meta name="robots" content="noarchive">')

    def _article(self, story: Story, url: str, head: str = "") -> str:
        truth = self.truth(story)
        elements, published = parts(story.blocks), iso(story.published_at.astimezone(BERLIN))
        elements.insert(min(2, len(elements)), NEWSLETTER)
        more = "".join(f'<li><a href="{attribute(r.url)}">{text(r.headline)}</a></li>' for r in truth.related)
        content = f"""<article>
<a class="artikel-rubrik" href="/{slug(story.section)}/">{text(story.section)}</a>
<h1 class="artikel-titel">{text(story.headline)}</h1>
<p class="artikel-vorspann">{text(story.subheadline)}</p>
<p class="artikel-kopf"><span class="artikel-autor">{text(truth.byline or "")}</span> |
<time class="artikel-zeit" datetime="{published}">{printed_time(story.published_at)}</time></p>
<figure class="artikel-bild"><img src="/images/{story.number % PICTURES}.png" alt="">
<figcaption>{text(story.caption)}</figcaption></figure>
<div class="artikel-text">
{chr(10).join(elements)}
<div class="artikel-teilen">Teilen: <a href="#">WhatsApp</a> <a href="#">E-Mail</a> <a href="#">Drucken</a></div>
<div class="artikel-mehr"><h3>Das könnte Sie auch interessieren</h3><ul>{more}</ul></div>
</div>
</article>"""
        canonical = f'<link rel="canonical" href="{attribute(url)}">{head}'
        return self._frame(story.headline, content, canonical)

    def _home(self) -> Resource:
        rows = "\n".join(
            f'<h2><a href="{attribute(self.path(s))}">{text(s.headline)}</a></h2><p>{text(s.subheadline)}</p>'
            for s in self.stories[:12]
        )
        feeds = '<link rel="alternate" type="application/atom+xml" href="/atom.xml">'
        page = self._frame("Startseite", f"<h1>Aktuell</h1>\n{rows}", feeds)
        return Resource(body=page.encode(), modified_at=self._changed())

    def _frame(self, title: str, content: str, head: str) -> str:
        return f"""<!DOCTYPE html>
<html lang="de">
<head><meta charset="utf-8"><title>{text(title)} | {self.name}</title>{head}</head>
<body>
<div class="einwilligung"><p>Mit Ihrer Einwilligung verwenden wir Cookies.</p>
<button>Alle akzeptieren</button> <button>Ablehnen</button></div>
<nav><a href="/">Start</a> <a href="/marine/">Marine</a> <a href="/heer/">Heer</a> <a href="/abo/">Abo</a></nav>
<main>
{content}
</main>
<aside class="anzeige"><small>Anzeige</small> <a href="/mediadaten/">Hier könnte Ihre Werbung stehen</a></aside>
<footer><p>© 2026 {self.name}. Alle Rechte vorbehalten. <a href="/impressum/">Impressum</a>
<a href="/datenschutz/">Datenschutz</a></p></footer>
</body>
</html>
"""

    def _changed(self) -> datetime:
        return max(map(changed_at, self.stories))

    def _atom(self) -> Resource:
        entries = [
            AtomEntry(
                url=self.address(story),
                title=story.headline,
                published=story.published_at.astimezone(BERLIN),
                updated=changed_at(story),
                author=self.truth(story).authors[0],
                summary=story.subheadline,
            )
            for story in self.stories[:IN_ATOM]
        ]
        body = atom(self.name, self.url, self.at("/atom.xml"), entries, self._changed())
        return Resource(body=body, content_type="application/atom+xml; charset=utf-8", modified_at=self._changed())

    def _json_feed(self) -> Resource:
        items: list[dict[str, object]] = [
            {
                "id": self.path(story),
                "url": self.address(story),
                "title": story.headline,
                "summary": story.subheadline,
                "date_published": iso(story.published_at.astimezone(BERLIN)),
                "authors": [{"name": name} for name in self.truth(story).authors],
                "tags": list(story.tags),
            }
            for story in self.stories
        ]
        items.append({"id": NOT_TO_BE_KEPT, "url": self.at(NOT_TO_BE_KEPT), "title": "Nur zum Lesen"})
        feed = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.name,
            "home_page_url": self.url,
            "feed_url": self.at("/feed.json"),
            "language": "de",
            "items": items,
        }
        body = json.dumps(feed, ensure_ascii=False, indent=1).encode()
        return Resource(body=body, content_type="application/feed+json", modified_at=self._changed())

    @property
    def traps(self) -> tuple[Trap, ...]:
        """Addresses that ask for care."""
        why = "its robots meta asks not to be archived"
        return (self.trap("noarchive", NOT_TO_BE_KEPT, ("/feed.json",), "skipped", why),)


def printed_time(at: datetime) -> str:
    """``14. März 2026, 16:05 Uhr``, in Berlin."""
    local = at.astimezone(BERLIN)
    return f"{local.day}. {MONTHS[local.month - 1]} {local:%Y, %H:%M} Uhr"
