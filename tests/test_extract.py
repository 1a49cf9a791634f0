"""What `extract_article` makes of whatever it is given: an article, or a refusal with its reason; never an exception."""

import hashlib
import json
from datetime import UTC, datetime

import clutter
import pytest
from clutter_words import HEADLINES, PARAGRAPHS
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from extract import VERSION, Article, Capture, Rejected, Site, extract_article, tree
from extract.article import REASONS
from extract.digest import content_digest
from extract.tree import MAX_DEPTH, TooLarge, elements_in, parse

HEADLINE = HEADLINES["en"][0]
TEXT = PARAGRAPHS["en"]
PROSE = "".join(f"<p>{clutter.write(p)}</p>" for p in TEXT)
URL = "https://courier.example/news/17-story"


def read(
    body: str | bytes,
    *,
    url: str = URL,
    status: int = 200,
    site: Site | None = None,
    kind: str = "text/html; charset=utf-8",
) -> Article | Rejected:
    capture = Capture(
        url=url,
        fetched_at=datetime(2024, 6, 1, tzinfo=UTC),
        status=status,
        headers={"content-type": kind},
        body=body.encode("utf-8", "surrogatepass") if isinstance(body, str) else body,
    )
    return extract_article(capture, site)


def article(body: str | bytes, **more: object) -> Article:
    found = read(body, **more)
    assert isinstance(found, Article), found
    return found


def refusal(body: str | bytes, **more: object) -> str:
    found = read(body, **more)
    assert isinstance(found, Rejected), found
    assert found.reason in REASONS
    assert found.detail
    assert found.extractor_version == VERSION
    return found.reason


def page(inside: str, *, title: str = HEADLINE, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}</title>{head}</head><body>{inside}</body></html>"


def story(inside: str = PROSE) -> str:
    return page(f"<article><h1>{HEADLINE}</h1>{inside}</article>")


def links(count: int, teaser: str = "") -> str:
    return "".join(
        f'<div class="e{n % 3}"><h3><a href="/n/{n}">{h}</a></h3>{teaser}</div>'
        for n, h in enumerate(HEADLINES["en"][:count])
    )


def test_an_article_is_whole() -> None:
    """Body, blocks, word count and digest agree with each other."""
    found = article(story())
    assert found.body.split("\n\n") == TEXT
    assert found.body == "\n\n".join(b.text for b in found.blocks)
    assert found.word_count > 200
    assert found.content_digest == content_digest(found.headline, found.subheadline, found.body)
    assert found.flags == tuple(sorted(found.flags))


@given(st.text("ab \t\n\r\u00a0\u2003\u200b\u200d\x1cé", max_size=30))
@example("a b\n\nc")
def test_a_digest_is_of_the_folded_text_however_it_was_folded(text: str) -> None:
    """What extraction has folded already is told so; any other text is folded first."""
    folded = "\n".join(("h", "", " ".join(text.split())))
    assert content_digest("h", None, text) == hashlib.sha256(folded.encode()).hexdigest()


def test_digest_ignores_white_space_alone() -> None:
    """Other white space is the same text, another word is not."""
    assert content_digest("A  b", None, "c\n\nd") == content_digest("A b", None, "c d")
    assert content_digest("A b", None, "c d") != content_digest("A b", None, "c e")
    assert content_digest("A", "b", "c") != content_digest("A", None, "b c")


# --- pages that are no articles ---


def test_challenge_pages() -> None:
    """A check for humans is a challenge page, whatever status it comes with."""
    waiting = page(
        "<h1>courier.example</h1><p>Checking if the site connection is secure. Enable JavaScript and cookies to continue.</p>",
        title="Just a moment...",
    )
    assert refusal(waiting) == "challenge_page"
    assert refusal(waiting, status=403) == "challenge_page"
    robot = page(
        "<p>Please verify you are a human by completing the security check below before you go on to the page.</p>",
        title="courier.example",
    )
    assert refusal(robot) == "challenge_page"


def test_article_about_a_challenge_stays() -> None:
    """An article that only speaks of captchas and missing pages is an article."""
    about = PROSE + "<p>Readers were told to verify you are human, and then that the page was not found.</p>"
    assert "verify you are human" in article(story(about)).body


def test_soft_404_in_several_languages() -> None:
    """A page that says it is not there is a soft 404, and so is an honest one that was stored."""
    for words in (
        "Page not found",
        "404",
        "Seite nicht gefunden",
        "Página no encontrada",
        "Сторінку не знайдено",
        "Sayfa bulunamadı",
        "Page introuvable",
    ):
        assert (
            refusal(
                page(
                    f"<h1>{words}</h1><p>Perhaps the search helps you to find what you were looking for on our pages.</p>",
                    title=words,
                )
            )
            == "soft_404"
        )
    assert refusal(story(), status=404) == "soft_404"
    assert refusal(story(), status=500) == "not_article"


def test_listings() -> None:
    """Home, tag and index pages are listings, with teasers or without."""
    teaser = "<p>The yard has built boats since the old bridge was taken down.</p>"
    assert refusal(page(links(20)), url="https://courier.example/") == "listing"
    assert refusal(page(links(20, teaser)), url="https://courier.example/tag/boats/") == "listing"
    assert refusal(page(links(24)), url="https://courier.example/overview") == "listing"


def test_article_with_many_links_beside_it_stays() -> None:
    """An article is not a listing for the links under and beside it."""
    assert (
        article(page(f"<article><h1>{HEADLINE}</h1>{PROSE}</article><div>{links(30)}</div>")).body.split("\n\n") == TEXT
    )


def test_video_stub() -> None:
    """A video with a line of text is no article."""
    head = '<meta property="og:type" content="video.other">'
    assert (
        refusal(
            page(
                f"<h1>{HEADLINE}</h1><video src=x></video><p>{clutter.write(TEXT[0])} {clutter.write(TEXT[1])}</p>",
                head=head,
            )
        )
        == "not_article"
    )


@pytest.mark.parametrize(
    "body",
    [
        "",
        " \n ",
        "\ufeff",
        "<html></html>",
        "<html><body><script>var a = 1</script></body></html>",
        "<p>Too short.</p>",
    ],
)
def test_empty_pages(body: str) -> None:
    """A page without text has an empty body."""
    assert refusal(body) == "empty_body"


@pytest.mark.parametrize("body", [b"%PDF-1.7 ...", b"\x89PNG\r\n\x1a\n123", b"\xff\xd8\xff\xe0JFIF"])
def test_binaries(body: bytes) -> None:
    """A file that is no text is undecodable, whatever its content type says."""
    assert refusal(body) == "undecodable"


# --- pages that are hard to read ---


def test_unclosed_and_misplaced_markup() -> None:
    """Text after a premature end of the body, in unclosed buttons and in unclosed paragraphs is found."""
    body = "".join(f"<p>{clutter.write(p)}" for p in TEXT)
    assert (
        article(f"<html><body><header>x</header></body></html><article><h1>{HEADLINE}</h1>{body}</article>").body.split(
            "\n\n"
        )
        == TEXT
    )
    assert article(story(f"<button>{body}")).body.split("\n\n") == TEXT


def test_text_parted_by_line_breaks_alone() -> None:
    """Two line breaks part paragraphs."""
    assert article(story(f"<div>{'<br><br>'.join(map(clutter.write, TEXT))}</div>")).body.split("\n\n") == TEXT


def test_text_in_divs() -> None:
    """A page without a single p has paragraphs."""
    assert article(story("".join(f"<div>{clutter.write(p)}</div>" for p in TEXT))).body.split("\n\n") == TEXT


def test_text_cut_in_two_containers() -> None:
    """An article whose text lies in two elements of one name, with an advertisement between, is whole."""
    paragraphs = [f"<p>{clutter.write(p)}</p>" for p in TEXT]
    inside = f'<div class="article-body">{"".join(paragraphs[:5])}</div><div class="ad-slot"><p>Advertisement</p></div><div class="article-body">{"".join(paragraphs[5:])}</div>'
    assert article(story(inside)).body.split("\n\n") == TEXT


def test_second_article_below_is_not_taken() -> None:
    """Of articles loaded one below the other the first is taken."""
    other = "".join(f"<p>Second: {clutter.write(p)}</p>" for p in TEXT[:5])
    found = article(
        page(f"<article><h1>{HEADLINE}</h1>{PROSE}</article><article><h2>{HEADLINES['en'][7]}</h2>{other}</article>")
    )
    assert found.body.split("\n\n") == TEXT


def test_text_only_in_structured_data() -> None:
    """A page that draws its text with scripts is read from the text it declares, and says so."""
    data = json.dumps({"@type": "NewsArticle", "headline": HEADLINE, "articleBody": "\n\n".join(TEXT)})
    found = article(page('<div id="app"></div>', head=f'<script type="application/ld+json">{data}</script>'))
    assert found.body.split("\n\n") == TEXT
    assert "body_declared" in found.flags


def test_invisible_characters_go() -> None:
    """Zero-width marks, soft hyphens and NULs leave no trace in the text; right-to-left text stays as it is."""
    found = article(
        story(
            PROSE
            + "<p>The con\u00adtract\u200b was\0 signed in a small room above the harbour.</p><p>وقعت الوزارة العقد صباح اليوم في الميناء القديم بحضور الوزير.</p>"
        )
    )
    assert "The contract was signed in a small room above the harbour." in found.body
    assert "وقعت الوزارة العقد صباح اليوم في الميناء القديم بحضور الوزير." in found.body


def test_script_like_text_stays() -> None:
    """Text that shows markup is text."""
    sentence = "The form said <script>alert(1)</script> in red letters, the clerk recalled on Friday."
    assert sentence in article(story(PROSE + f"<p>{clutter.write(sentence)}</p>")).body


def test_correction_note_at_the_end_stays() -> None:
    """A correction is part of the article."""
    note = "Correction: An earlier version of this article misstated the number of radars."
    assert note in article(story(PROSE + f"<p><em>{note}</em></p>")).body


HARD = {
    "nested": "<div>" * 100_000 + "x" + "</div>" * 100_000,
    "nested_900": "<div>" * 900 + PROSE + "</div>" * 900,
    "menus_in_menus": "<nav>" * 900 + '<a href="/x">ab</a>' * 30_000 + PROSE + "</nav>" * 900,
    "nested_inline": "<b><i><span>" * 300 + PROSE,
    "paragraphs": "<article>" + "<p>A short line.</p>" * 50_000,
    "rows": "<table>" + "<tr><td>1</td><td>2</td></tr>" * 1_000_000,
    "some_rows": "<table>" + "<tr><td>Yard</td><td>41</td></tr>" * 20_000,
    "text_node": "<p>" + "word " * 1_000_000,
    "one_word": "<p>" + "w" * 5_000_000,
    "breaks": "<p>" + "line<br>" * 50_000,
    "links": "<p>" + '<a href="/x">Five words of a headline</a>' * 20_000,
    "lists": "<ul><li>" * 400 + "x",
    "attributes": "<p " + "a" * 500_000 + "=1 class='" + "c " * 100_000 + "'>" + TEXT[0],
    "entities": "<p>" + "&amp;&#x0;&#xD800;&bogus;" * 50_000,
    "quotes": "<p>Also read: " + '"' * 200_000,
    "spaces": "<p>" + " \n\t" * 500_000 + "x",
    "dates": "<p>" + "1 2 3 4 5 6 7 8 9 " * 50_000,
}  # fmt: skip


@pytest.mark.timeout(120)  # what is quadratic takes hours
@pytest.mark.parametrize("name", HARD)
def test_huge_and_hostile_pages_end(name: str) -> None:
    """Pages that are made to hang or explode end in an article or a refusal that is no error."""
    found = read(HARD[name])
    assert not (isinstance(found, Rejected) and found.reason == "error"), found


@pytest.mark.parametrize("wide", [0, 3, 700])
@pytest.mark.parametrize(("depth", "deep"), [(MAX_DEPTH - 2, False), (MAX_DEPTH - 1, True), (MAX_DEPTH + 400, True)])
def test_a_nest_is_too_deep_from_its_first_element_beyond_the_bound(depth: int, wide: int, deep: bool) -> None:
    """Whatever stands beside it, before and after; html and body count."""
    beside = "<i>x</i>" * wide
    root = parse(f"<html><body>{beside}{'<div>' * depth}{'</div>' * depth}{beside}</body></html>")
    if deep:
        with pytest.raises(TooLarge):
            elements_in(root)
    else:
        assert len(elements_in(root)) == 2 + depth + 2 * wide


def test_a_wide_page_is_asked_for_its_depth_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many elements in half too deep a nest are no reason to ask many times."""
    asked: list[object] = []
    monkeypatch.setattr(tree, "_TOO_DEEP", lambda root: asked.append(root) or False)
    assert len(elements_in(parse(f"<html><body>{'<div>' * 700}{'<i>x</i>' * 9000}</body></html>"))) == 9702
    assert len(asked) == 1


def test_too_large_is_said() -> None:
    """What is beyond the bounds is too_large, with what is too large."""
    assert refusal(HARD["rows"]) == "too_large"
    assert refusal(HARD["nested"]) == "too_large"
    assert refusal("x" * 25_000_000) == "too_large"


def test_layout_that_fits_nothing_falls_back() -> None:
    """Where a layout's body is not on the page, the generic way is taken."""
    site = Site.model_validate(
        {
            "stem": "courier",
            "name": "C",
            "homepage": "https://courier.example/",
            "hosts": ("courier.example",),
            "layout": ({"body": "div.gone"},),
        },
        strict=False,
    )
    assert article(story(), site=site).body.split("\n\n") == TEXT


def test_fault_inside_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug inside becomes Rejected("error") with its kind, never an exception."""
    monkeypatch.setattr("extract.core.read_metadata", lambda *_: 1 / 0)
    assert refusal(story()) == "error"


FRAGMENTS = st.sampled_from(
    ["<p>", "</p>", "<div class=related>", "</div>", "<a href='/x'>", "</a>", "<h1>", "</h1>", "<ul><li>", "</ul>", "<table><tr><td>", "</table>", "<br><br>",
     "<script>", "</script>", "<!--", "-->", "<script type='application/ld+json'>{", "}</script>", "<meta name=author content='", "'>", "<time datetime='",
     "<blockquote>", "<figure><figcaption>", "</figure>", "<aside>", "&#", "\ud800", "\0", "Also read: ", "By ", "© ", TEXT[0], TEXT[3], HEADLINE, "3 March 2024"]
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(FRAGMENTS, st.text(max_size=20)), max_size=60).map("".join))
def test_no_markup_is_an_error(body: str) -> None:
    """Whatever markup comes, the result is an article or a refusal other than an error, and the same again."""
    found = read(body)
    assert not (isinstance(found, Rejected) and found.reason == "error"), found
    assert read(body) == found


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=400),
    st.sampled_from(
        ["text/html", "text/plain", "text/html; charset=utf-16", "text/html; charset=bogus", "application/pdf", ""]
    ),
)
def test_no_bytes_are_an_error(body: bytes, kind: str) -> None:
    """Whatever bytes come, the result is an article or a refusal other than an error."""
    found = read(body, kind=kind)
    assert not (isinstance(found, Rejected) and found.reason == "error"), found


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from([HEADLINE, *TEXT, "Also Read", "• By Orla Venn", "© 2024", "", "1,057"]),
            st.text(max_size=60),
        ),
        max_size=25,
    ).map("\n".join)
)
def test_no_plain_text_is_an_error(body: str) -> None:
    """Whatever plain text comes, the result is an article or a refusal other than an error."""
    found = read(body, kind="text/plain; charset=utf-8")
    assert not (isinstance(found, Rejected) and found.reason == "error"), found


def test_declared_text_is_parted_by_its_markup() -> None:
    """A page without its text in the open gives what it declares, by paragraphs, whether they are marked up or not."""
    for joint in ("\n\n", "</p><p>", "<br><br>", "&lt;/p&gt;&lt;p&gt;"):
        data = {"@type": "NewsArticle", "headline": HEADLINE, "articleBody": joint.join(TEXT)}
        found = article(page(f'<h1>{HEADLINE}</h1><script type="application/ld+json">{json.dumps(data)}</script>'))
        assert found.body.split("\n\n") == TEXT, joint
        assert "body_declared" in found.flags


@pytest.mark.parametrize("reference", ["&#8;", "&#x1;", "&#xFFFE;", "&#xFFFF;", "\x0b", "\x01", "\uffff"])
def test_characters_that_no_tree_takes_are_no_fault(reference: str) -> None:
    """A control character beside what is taken out of the page, by us or by a layout, costs nothing."""
    inside = f"{PROSE}<p>{reference}<button>Go</button>{reference}a line of text in the middle of it all.</p>"
    assert article(story(inside)).body.split("\n\n")[: len(TEXT)] == TEXT
    rules = {
        "stem": "courier",
        "name": "C",
        "homepage": "https://courier.example/",
        "hosts": ("courier.example",),
        "layout": ({"prune": ("b.gone",)},),
    }
    pruned = story(f"{PROSE}<p>{reference}<b class=gone>x</b>{reference}a line of text, in the middle.</p>")
    assert article(pruned, site=Site.model_validate(rules, strict=False)).body.split("\n\n")[: len(TEXT)] == TEXT
