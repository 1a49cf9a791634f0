"""Metadata: each field from the best evidence a page gives, and told why."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.article import Image
from extract.capture import Capture
from extract.dateline import dateline_of
from extract.language import language_of
from extract.metadata import Metadata, read_metadata
from extract.page import Page
from extract.pictures import split_credit
from extract.site import Layout, Site
from extract.structured import read
from extract.topics import view_count_of
from extract.tree import parse

URL = "https://www.example.org/news/frigate-1234"
FETCHED = datetime(2025, 6, 1, 12, 0, tzinfo=UTC)
SITE = Site.model_validate(
    {
        "stem": "example",
        "name": "Example Defence",
        "homepage": "https://www.example.org/",
        "hosts": ("www.example.org",),
        "country": "IN",
        "language": "en",
        "timezone": "Asia/Kolkata",
    }
)
TEXT = "<p>The frigate was launched on Thursday in front of her future crew and many guests.</p>" * 5


def opened(
    head: str = "", body: str = "", *, site: Site | None = None, layout: Layout | None = None, **capture: Any
) -> Page:
    url = capture.pop("url", URL)
    received = Capture(url=url, fetched_at=capture.pop("fetched_at", FETCHED), **capture)
    tree = parse(f"<html lang='en-GB'><head>{head}</head><body>{body}</body></html>")
    return Page(received, site, layout, tree, read(tree, url))


def described(head: str = "", body: str = "", **more: Any) -> Metadata:
    return read_metadata(opened(head, body, **more))


def ld(**values: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **values})}</script>'


def meta(**values: str) -> str:
    return "".join(f'<meta property="{k.replace("__", ":")}" content="{v}">' for k, v in values.items())


class TestHeadline:
    def test_the_printed_heading_wins_over_what_is_declared(self) -> None:
        """A heading that agrees with the declared headline is the headline, as it is printed."""
        head = meta(og__title="Frigate launched in Goa | Example Defence") + ld(headline="Frigate launched")
        assert described(head, "<h1>Frigate<br>launched in Goa</h1>").headline == "Frigate launched in Goa"

    def test_the_sites_name_is_no_headline(self) -> None:
        """A logo set as the first heading is passed over for the heading that the page declares."""
        head = "<title>Frigate launched in Goa - Example Defence</title>"
        body = "<h1>Example Defence</h1><h1>Frigate launched in Goa</h1><h1>More news</h1>"
        assert described(head, body).headline == "Frigate launched in Goa"

    def test_a_lower_heading_may_be_it(self) -> None:
        """Where the site's name is the only first heading, the second-level one that is declared is taken."""
        head = "<title>Frigate launched in Goa | Example</title>"
        assert (
            described(head, "<h1>Example</h1><h2>Latest</h2><h2>Frigate launched in Goa</h2>").headline
            == "Frigate launched in Goa"
        )

    @pytest.mark.parametrize(
        ("title", "headline"),
        [
            ("Frigate launched | Example Defence", "Frigate launched"),
            ("Frigate launched - News - Example Defence", "Frigate launched - News"),
            ("Example Defence – Frigate launched", "Frigate launched"),
            ("F-16 – the old jet – flies on | example.org", "F-16 – the old jet – flies on"),
            ("Frigate launched", "Frigate launched"),
        ],
    )
    def test_without_a_heading_the_sites_name_comes_off(self, title: str, headline: str) -> None:
        """A declared title loses the publication's name at either end, and nothing else."""
        head = f"<title>{title}</title>" + meta(og__site_name="Example Defence")
        assert described(head, TEXT).headline == headline

    def test_the_feed_speaks_last(self) -> None:
        """A page that says nothing has the headline that the feed gave it; without a feed, none."""
        assert described("", TEXT, hints={"headline": "Frigate launched"}).headline == "Frigate launched"
        assert described("", TEXT).headline is None

    def test_the_line_under_it_says_something_else(self) -> None:
        """The standfirst is taken, not a repeated headline, a label or a box that holds half the page."""
        body = '<h1>Frigate launched</h1><p class="article-subtitle">The second of four ships is to join the fleet in 2027.</p>'
        assert described("", body + TEXT).subheadline == "The second of four ships is to join the fleet in 2027."
        box = f'<h1>Frigate launched</h1><div class="subtitle">{TEXT * 3}</div><p class="deck">Analysis</p>'
        assert described("", box).subheadline is None

        section = "<h2 class=subtitle>The second of four ships is to join the fleet in 2027.</h2>"
        assert described("", f"<h1>Frigate launched</h1>{TEXT}{TEXT}{section}{TEXT}").subheadline is None


class TestByline:
    @pytest.mark.parametrize(
        "author",
        [
            "Jane Roe",
            ["Jane Roe", "jane roe"],
            {"@type": "Person", "name": "Jane Roe"},
            [{"@type": "Person", "name": "Jane Roe", "url": "https://example.org/jane"}],
            {"@type": "Person", "name": ["Jane Roe"]},
            {"name": {"name": "Jane Roe"}},
            [None, 7, {"name": None}, {"name": "Jane Roe, Defence Editor"}],
        ],
    )
    def test_json_ld_names_authors_in_every_shape(self, author: object) -> None:
        """A string, an object, a list, nested or with holes: it is the same person once."""
        assert described(ld(headline="x", author=author)).authors == ("Jane Roe",)

    def test_a_printed_name_beats_the_publishers(self) -> None:
        """Where the page is signed by its publisher or an account for machines, the printed byline names the author."""
        body = '<h1>Frigate launched</h1><div class="byline">By Jane Roe in Goa</div>'
        for stated in ("Example Defence", "jroe_77", "admin"):
            head = meta(og__site_name="Example Defence") + ld(headline="Frigate launched", author={"name": stated})
            found = described(head, body + TEXT)
            assert (found.byline, found.authors) == ("By Jane Roe in Goa", ("Jane Roe",))

    def test_an_agency_stays_unless_somebody_signed(self) -> None:
        """A name in a teaser does not take the place of an agency; a signature does."""
        head = ld(headline="Frigate launched", author="Reuters")
        assert described(head, '<h1>Frigate launched</h1><a class="author">Max Moe</a>' + TEXT).authors == ("Reuters",)
        assert described(head, '<h1>Frigate launched</h1><p class="author">By Max Moe</p>' + TEXT).authors == (
            "Max Moe",
        )

    @pytest.mark.parametrize(
        "signature",
        [
            '<span class="post__author-name">Jane Roe</span>',
            "<p>By <a href='/authors/jane-roe'>Jane Roe</a></p>",
            "<p><span>By </span><b>Jane Roe</b></p>",
            "<a href='/staff/jane-roe/'>Jane Roe</a>",
            "<ul><li class='byline'>Jane Roe | Defence Correspondent</li></ul>",
            "<address><a rel='author' href='/x'>Jane Roe</a></address>",
        ],
    )
    def test_a_printed_signature_is_found(self, signature: str) -> None:
        """Class, "By", a link to a profile or its rel make a signature."""
        assert described("", f"<h1>Frigate launched</h1>{signature}{TEXT}").authors == ("Jane Roe",)

    def test_signatures_of_other_articles_are_not_its_own(self) -> None:
        """Bylines in related articles, comments and sidebars are left where they are."""
        body = (
            f"<h1>Frigate launched</h1>{TEXT}<div class='related'><p class='author'>By Max Moe</p></div>"
            "<div id='comments'><span class='author'>By Ann Poe</span></div><nav><a rel='author'>Tom Poe</a></nav>"
        )
        assert described("", body).authors == ()

    def test_a_layouts_byline_is_kept_even_if_it_names_nobody(self) -> None:
        """What the site file points at is the byline as printed."""
        layout = Layout(byline=".who")
        found = described(ld(author="Jane Roe"), "<p class='who'>Web desk</p>", site=SITE, layout=layout)
        assert (found.byline, found.authors) == ("Web desk", ("Web desk",))

    def test_facebook_pages_are_no_authors(self) -> None:
        """An address in an author tag names nobody."""
        assert described(meta(article__author="https://www.facebook.com/example")).authors == ()


class TestDates:
    def test_the_order_of_evidence(self) -> None:
        """Each source is believed only where none before it speaks."""
        sources = [
            ("hint", {"hints": {"published": "Sat, 10 May 2025 10:00:00 GMT"}}, "", "", 10),
            ("text", {}, "", "<p class='date'>11 May 2025 10:00 UTC</p>", 11),
            ("time", {}, "", "<time datetime='2025-05-12T10:00:00Z'>x</time>", 12),
            ("microdata", {}, "", "<b itemprop='datePublished' content='2025-05-13T10:00:00Z'></b>", 13),
            ("meta", {}, meta(article__published_time="2025-05-14T10:00:00Z"), "", 14),
            ("json_ld", {}, ld(datePublished="2025-05-15T10:00:00Z", dateCreated="2025-05-01T10:00:00Z"), "", 15),
        ]
        head, body, more = "", "<h1>Frigate launched</h1>", {}
        for source, capture, in_head, in_body, day in sources:
            head, body, more = head + in_head, body + in_body, {**more, **capture}
            found = described(head, body, url="https://www.example.org/2025/05/09/frigate", **more)
            assert (found.published_source, found.published_at) == (source, datetime(2025, 5, day, 10, tzinfo=UTC))
            assert found.published_precision in ("second", "minute")
        assert described("", body[:0], url="https://www.example.org/2025/05/09/frigate").published_at == datetime(
            2025, 5, 9, tzinfo=UTC
        )

    def test_a_day_is_made_exact_by_a_time_of_that_day_only(self) -> None:
        """JSON-LD with a bare date does not beat a meta tag with the time; a time of another day does not count."""
        same = described(ld(datePublished="2025-05-15") + meta(article__published_time="2025-05-15T10:30:00+02:00"))
        assert (same.published_at, same.published_precision) == (datetime(2025, 5, 15, 8, 30, tzinfo=UTC), "second")
        other = described(ld(datePublished="2025-05-15") + meta(article__published_time="2025-05-17T10:30:00+02:00"))
        assert (other.published_at, other.published_precision) == (datetime(2025, 5, 15, tzinfo=UTC), "day")

    def test_a_naive_time_takes_the_zone_of_one_that_agrees(self) -> None:
        """The same minute with an offset elsewhere settles the zone; without it the site's is taken, or UTC with a flag."""
        naive = ld(datePublished="2025-05-15T10:30:00")
        settled = described(naive + meta(article__published_time="2025-05-15T10:30:00+02:00"))
        assert settled.published_at == datetime(2025, 5, 15, 8, 30, tzinfo=UTC)
        assert "zone_assumed" not in settled.flags
        assert described(naive, site=SITE).published_at == datetime(2025, 5, 15, 5, 0, tzinfo=UTC)
        alone = described(naive)
        assert alone.published_at == datetime(2025, 5, 15, 10, 30, tzinfo=UTC)
        assert "zone_assumed" in alone.flags

    def test_nothing_is_later_than_the_capture(self) -> None:
        """A date in the future is passed over for one that is not."""
        found = described(
            ld(datePublished="2025-12-24T10:00:00Z") + meta(article__published_time="2025-05-15T10:30:00Z")
        )
        assert found.published_source == "meta"
        assert described(ld(datePublished="2025-12-24T10:00:00Z")).published_at is None

    def test_a_created_date_never_beats_a_published_one(self) -> None:
        """`dateCreated` counts only where nothing else says when."""
        assert described(ld(dateCreated="2025-05-01T10:00:00Z")).published_at == datetime(2025, 5, 1, 10, tzinfo=UTC)
        found = described(ld(dateCreated="2025-05-01T10:00:00Z"), "<h1>x y</h1><p>Published 3 May 2025</p>")
        assert found.published_at == datetime(2025, 5, 3, tzinfo=UTC)

    def test_an_update_is_no_publication(self) -> None:
        """A line that says "Updated" gives the change; where it is all there is, it stands for both, and is flagged."""
        body = "<h1>Frigate launched</h1><p class='date'>Updated 4 May 2025 10:00 UTC</p>"
        both = described("", body + "<p class='date'>Published 3 May 2025 09:00 UTC</p>")
        assert both.published_at == datetime(2025, 5, 3, 9, tzinfo=UTC)
        assert both.modified_at == datetime(2025, 5, 4, 10, tzinfo=UTC)
        alone = described("", body)
        assert alone.published_at == alone.modified_at == datetime(2025, 5, 4, 10, tzinfo=UTC)
        assert "published_is_modified" in alone.flags

    def test_a_change_before_the_publication_is_none(self) -> None:
        """A modification date that lies before the publication contradicts it and is dropped."""
        assert (
            described(ld(datePublished="2025-05-15T10:00:00Z", dateModified="2025-05-14T10:00:00Z")).modified_at is None
        )

    def test_dates_of_other_articles_are_not_its_own(self) -> None:
        """Teasers, comments and related articles have dates too."""
        body = f"<h1>Frigate launched</h1>{TEXT}<div class='related'><time datetime='2025-05-20'>x</time></div>" \
            "<ol class='comment-list'><li><time datetime='2025-05-21'>x</time></li></ol>"  # fmt: skip
        assert described("", body).published_at is None

    def test_a_layout_decides(self) -> None:
        """A site file's selector and format come before everything, in the site's zone."""
        layout = Layout(published=".meta li:nth-child(2)", published_format="%I:%M %p, %B %d, %Y")
        body = "<ul class='meta'><li>Web desk</li><li>10:31 AM, February 25, 2025</li></ul>"
        found = described(ld(datePublished="2025-05-15T10:00:00Z"), body, site=SITE, layout=layout)
        assert (found.published_source, found.published_at) == ("layout", datetime(2025, 2, 25, 5, 1, tzinfo=UTC))
        assert (found.published_raw, found.published_precision) == ("10:31 AM, February 25, 2025", "minute")

    def test_far_from_the_headline_a_labelled_date_is_the_articles(self) -> None:
        """Below a long text a date counts as a last resort, and one with a word before it that says of what it is first."""
        found = described("", f"<h1>Frigate launched</h1>{TEXT * 40}<p>Published on 3 May 2024</p><p>5 June 2023</p>")
        assert found.published_at == datetime(2024, 5, 3, tzinfo=UTC)


class TestRest:
    def test_the_canonical_address_counts_on_the_sites_own_hosts_only(self) -> None:
        """A canonical link to another host, or to the front page, is not the article's address."""
        assert described('<link rel="canonical" href="/news/frigate">').url == "https://www.example.org/news/frigate"
        for foreign in ("https://other.example/news/frigate", "https://www.example.org/", "javascript:x"):
            assert described(f'<link rel="canonical" href="{foreign}">').url == URL
        amp = described(
            '<link rel="canonical" href="https://example.org/news/frigate-1234">', url=URL + "/amp?utm_source=x"
        )
        assert amp.url_key == "https://example.org/news/frigate-1234"

    def test_section_and_tags(self) -> None:
        """Section from JSON-LD, meta or breadcrumb; tags from the publisher's own list, parted and once each."""
        assert described(ld(articleSection=["Naval", "Asia"])).section == "Naval"
        assert described(meta(article__section="Naval")).section == "Naval"
        crumbs = {
            "@type": "BreadcrumbList",
            "itemListElement": [{"name": "Home"}, {"item": {"name": "Naval"}}, {"name": "Frigate"}],
        }
        assert described(f'<script type="application/ld+json">{json.dumps(crumbs)}</script>').section == "Naval"
        assert described(ld(keywords="frigate, Goa,frigate , ")).tags == ("frigate", "Goa")
        tags = '<meta property="article:tag" content="Ships, big and small"><meta property="article:tag" content="Goa">'
        assert described(tags).tags == ("Ships, big and small", "Goa")

    def test_language_is_declared_or_read(self) -> None:
        """The declared language holds unless the script belies it."""
        assert described().language == "en"
        ukrainian = (
            "Міністерство оборони України повідомило про нові поставки озброєння, які надійдуть наступного тижня."
        )
        assert language_of(ukrainian, "uk") == "uk"
        assert language_of(ukrainian, "en") == "uk"
        assert (
            language_of("Die Marine hat am Montag ein neues Schiff in Dienst gestellt, das zweite von vier.", None)
            == "de"
        )
        assert language_of("Ship", None) is None

    @pytest.mark.parametrize(
        ("stated", "value"), [(True, True), ("False", False), ("true", True), (None, None), ("maybe", None)]
    )
    def test_free_access_is_what_the_page_declares(self, stated: object, value: bool | None) -> None:
        """True and false in every spelling; null where it does not say."""
        assert described(ld(headline="x", isAccessibleForFree=stated)).free_access is value

    def test_a_paywall_is_flagged_beside_what_is_declared(self) -> None:
        """Marks of a paywall do not change the declaration; they are said beside it."""
        found = described(ld(headline="x", isAccessibleForFree=True), '<div class="paywall-offer">Subscribe</div>')
        assert (found.free_access, "paywall" in found.flags) == (True, True)

    def test_views(self) -> None:
        """A printed count is read where a place is named for it, or a layout points there."""
        assert described("", '<span class="post-views">1,057 views</span>').view_count == 1057
        assert described("", "<ul><li>1057</li></ul>", site=SITE, layout=Layout(view_count="li")).view_count == 1057
        assert [view_count_of(x) for x in ("12.345", "7 of 9", "1.2K views", "none")] == [12345, None, None, None]

    def test_pictures_with_caption_and_credit(self) -> None:
        """The lead picture is the declared one, with the caption and credit printed under it."""
        body = (
            '<figure><img src="/i/frigate-800x600.jpg"><figcaption>The frigate at her berth. (Photo: Jane Roe)</figcaption></figure>'
            '<figure><img data-src="/i/crew.jpg" src="data:image/gif;base64,x"><figcaption>Crew</figcaption></figure>'
            '<aside><figure><img src="/i/ad.jpg"></figure></aside>'
        )
        found = described(meta(og__image="https://www.example.org/i/frigate.jpg"), body)
        assert found.lead_image == Image(
            "https://www.example.org/i/frigate.jpg", "The frigate at her berth.", "Jane Roe"
        )
        assert [i.url for i in found.images] == [
            "https://www.example.org/i/frigate-800x600.jpg",
            "https://www.example.org/i/crew.jpg",
        ]

    @pytest.mark.parametrize(
        ("caption", "parts"),
        [
            ("A tank. Photo by Max Moe", ("A tank.", "Max Moe")),
            ("A tank © Example Agency", ("A tank", "Example Agency")),
            ("A tank (Example/AFP via Agency)", ("A tank", "Example/AFP via Agency")),
            ("A tank crosses a river", ("A tank crosses a river", None)),
            ("Photo: Max Moe", (None, "Max Moe")),
        ],
    )
    def test_a_credit_is_parted_from_its_caption(self, caption: str, parts: tuple[str | None, str | None]) -> None:
        """What the picture shows and whose it is are two things."""
        assert split_credit(caption) == parts

    @pytest.mark.parametrize(
        ("opening", "place"),
        [
            ("KYIV, Ukraine (AP) — Russia said on Monday", "KYIV, Ukraine"),
            ("WASHINGTON — The Pentagon said", "WASHINGTON"),
            ("Berlin (dpa) - Der Kanzler hat", "Berlin"),
            ("PARIS, 3 mai (AFP) – Le ministre", "PARIS"),
            ("КИЇВ (Укрінформ) — Міністр", "КИЇВ"),
            ("MARINE CORPS BASE EXAMPLE, Va. -- Marines", "MARINE CORPS BASE EXAMPLE, Va"),
            ("NATO — the alliance — said", None),
            ("Kyiv – the capital – was quiet", None),
            ("Exclusive — Something happened", None),
            ("F-35 — the jet", None),
            ("", None),
        ],
    )
    def test_datelines(self, opening: str, place: str | None) -> None:
        """A place that opens the text is told from any other words before a dash."""
        assert dateline_of(opening) == place


def test_what_is_explained_is_what_is_chosen() -> None:
    """Asked for its reasons, a page gives the same metadata, each field's chosen candidate among all that there were."""
    head = ld(
        headline="Frigate launched", author="Example", datePublished="2025-05-15", dateModified="2025-05-16T10:00:00Z"
    )
    head += meta(
        article__published_time="2025-05-15T10:00:00Z", og__title="Frigate launched in Goa", og__site_name="Example"
    )
    body = f"<h1>Frigate launched</h1><p class='byline'>By Jane Roe</p><time datetime='2025-05-15'>x</time>{TEXT}"
    page = opened(head, body)
    told: list[tuple[str, str, object, bool]] = []
    assert read_metadata(page, lambda *evidence: told.append(evidence)) == read_metadata(page)
    found = read_metadata(page)
    for field in ("headline", "byline", "authors", "published_at", "modified_at", "url"):
        chosen = [value for name, _, value, taken, *_ in told if name == field and taken]
        assert chosen[:1] == [getattr(found, field)], field
    assert len([1 for name, *_ in told if name == "published_at"]) >= 3


fragments = st.lists(
    st.sampled_from(
        ["<h1>", "</h1>", "<time datetime='2025'>", "<p class='date byline deck views'>", "</p>", "By ", "Jane Roe ", "3 May 2025 ", "Updated",
         "<figure><img src='x'><figcaption>", "</figure>", "<meta name=author content='x, y'>", "<div itemscope itemprop='author headline'>",
         "<meta property='og:title' content=' | - '>", "<link rel=canonical href='http://['>", "<title>|</title>", "1,2 ", "©", "&#xd800;", "<svg>"]
    ),
    max_size=14,
)  # fmt: skip


@given(fragments, st.text(max_size=20))
def test_no_page_breaks_its_metadata(parts: list[str], noise: str) -> None:
    """Any heap of mark-up has metadata, the same with and without a listener."""
    page = opened("", "".join(parts) + noise)
    assert read_metadata(page) == read_metadata(page, lambda *_: None)
