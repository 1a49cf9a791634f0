"""Structured data as it is found in the wild: broken, nested, several at once, in the wrong place."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.jsonld import read_json
from extract.structured import Structured, itemprop_value, read
from extract.tokens import said_by
from extract.tree import parse
from extract.wording import plain, text_of

URL = "https://example.org/news/frigate"
ARTICLE = {"@type": "NewsArticle", "headline": "Frigate launched", "datePublished": "2025-05-01T10:00:00Z", "url": URL}
OTHER = {
    "@type": "NewsArticle",
    "headline": "Tank sold",
    "datePublished": "2024-01-01",
    "url": "https://example.org/news/tank",
}


def page(*scripts: str, body: str = "", head: str = "") -> Structured:
    tags = "".join(f'<script type="application/ld+json">{s}</script>' for s in scripts)
    return read(parse(f"<html><head>{head}{tags}</head><body>{body}</body></html>"), URL)


@pytest.mark.parametrize(
    "document",
    [
        ARTICLE,
        [ARTICLE],
        [None, [], {}, ARTICLE],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"}, ARTICLE]},
        {"@graph": {"@type": "WebPage", "mainEntity": ARTICLE}},
        ARTICLE | {"@type": ["Article", "http://schema.org/NewsArticle"]},
        [{"@type": "Event", "name": "Fair", "startDate": "2026-01-01"}, {"@type": "BreadcrumbList"}, ARTICLE],
        [OTHER, ARTICLE],
        [ARTICLE, OTHER, OTHER | {"url": "https://example.org/news/ship"}],
        [OTHER, OTHER | {"url": None}, ARTICLE | {"url": None, "mainEntityOfPage": {"@id": URL + "/?utm_source=x"}}],
    ],
)
def test_the_pages_own_article_is_found(document: object) -> None:
    """Lists, graphs, nesting and other articles beside it do not hide the article that the page is."""
    found = page(json.dumps(document))
    assert found.article is not None
    assert found.article["headline"] == "Frigate launched"
    assert found.flags == ()


def test_among_articles_of_a_list_none_is_the_pages_own() -> None:
    """A page that describes three other articles has no article of its own to speak of."""
    others = [OTHER | {"url": f"https://example.org/{n}", "headline": f"Story number {n}"} for n in range(3)]
    found = page(json.dumps(others), head="<title>Latest news</title>")
    assert found.article is None
    assert len(found.articles) == 3


def test_articles_inside_a_list_or_a_comment_are_not_free_standing() -> None:
    """Items of an ItemList and parts of something else are not the page's article."""
    document = {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": OTHER}], "comment": [ARTICLE]}
    assert page(json.dumps(document)).article is None


@pytest.mark.parametrize(
    "script",
    [
        "<!-- " + json.dumps(ARTICLE) + " -->",
        "//<![CDATA[\n" + json.dumps(ARTICLE) + "\n//]]>",
        json.dumps(ARTICLE) + ";",
        json.dumps(ARTICLE).replace("}", ",}"),
        json.dumps(ARTICLE) + json.dumps(OTHER),
        json.dumps(ARTICLE).replace('"', "&quot;"),
        json.dumps(ARTICLE | {"description": "it@s"}).replace("it@s", r"it\'s"),
        json.dumps(ARTICLE)[:-1] + ', "description": "an "unescaped" quote"}',
        json.dumps(ARTICLE)[:-1],
    ],
)
def test_broken_json_is_repaired_or_its_plain_values_saved(script: str) -> None:
    """Wrappers, stray commas, bad escapes, unescaped quotes and a missing end do not cost headline and date."""
    found = page(script)
    assert found.article is not None
    assert (found.article["headline"], found.article["datePublished"]) == ("Frigate launched", ARTICLE["datePublished"])
    assert found.flags == ("json_ld_damaged",)


def test_line_breaks_and_tabs_in_json_strings_are_no_damage() -> None:
    """Raw control characters in strings are read as white space."""
    found = page('{"@type": "NewsArticle", "headline": "Frigate\n\tlaunched"}')
    assert found.article is not None
    assert plain(found.article["headline"]) == "Frigate launched"
    assert found.flags == ()


def test_names_are_saved_from_broken_json() -> None:
    """Authors are read from an object that does not parse."""
    documents, damaged = read_json(
        '{"@type":"NewsArticle","author":[{"@type":"Person","name":"Jane Roe"}],"x":"a "b" c"}'
    )
    assert damaged
    assert documents[0]["author"] == ["Jane Roe"]


@pytest.mark.parametrize(
    "script", ["", " ", "null", "[]", "{", "not json", "[[[[", '{"@type": null}', '{"@graph": 7}', "[" * 5000]
)
def test_rubbish_gives_nothing(script: str) -> None:
    """What says nothing is no article, and breaks nothing."""
    assert page(script).article is None


def test_references_are_followed() -> None:
    """An author given by `@id` is the object of that id, wherever it stands; an unknown id stays what it is."""
    person = {"@type": "Person", "@id": "#jane", "name": "Jane Roe"}
    found = page(
        json.dumps({"@graph": [ARTICLE | {"author": {"@id": "#jane"}}, {"@type": "WebSite", "publisher": person}]})
    )
    assert found.article is not None
    assert found.resolve(found.article["author"])["name"] == "Jane Roe"
    assert found.resolve({"@id": "#nobody"}) == {"@id": "#nobody"}


def test_values_are_made_plain() -> None:
    """Entities, escaped twice or once, mark-up, invisible characters and half surrogates do not reach a value."""
    assert plain("Arms &amp;amp; <b>men</b> &#8211; \u200bI\u00adsing\x00 \ud83d") == "Arms & men – Ising"
    assert plain("a < b and c > d") == "a < b and c > d"
    assert plain(7) is None
    assert plain(" \n ") is None


def test_meta_tags_and_links_are_read_by_every_usual_attribute() -> None:
    """Property, name and itemprop name a meta tag; repeated ones are kept in order; names are lower-cased."""
    found = page(
        head='<meta property="og:title" content="A &amp;amp; B"><meta name="Author" content="Jane Roe"><meta name=author content="Max Moe">'
        '<meta itemprop="datePublished" content="2025-05-01"><meta name=empty content=""><link rel="Canonical" href="/x">'
    )  # fmt: skip
    assert found.first_meta("nothing", "og:title") == ("og:title", "A & B")
    assert found.meta["author"] == ("Jane Roe", "Max Moe")
    assert found.meta["datepublished"] == ("2025-05-01",)
    assert "empty" not in found.meta
    assert found.links["canonical"] == ("/x",)


def test_microdata_of_comments_and_persons_is_not_the_articles() -> None:
    """A property counts only inside the article's item, or outside any."""
    found = page(
        body='<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Frigate</h1>'
        '<time itemprop="datePublished" datetime="2025-05-01">May</time></div>'
        '<div itemscope itemtype="https://schema.org/Comment"><span itemprop="datePublished">2020-01-01</span></div>'
        '<div itemscope itemtype="https://schema.org/Product"><span itemprop="headline">Buy</span></div>'
    )
    assert [itemprop_value(e) for e in found.microdata["datePublished"]] == ["2025-05-01"]
    assert [itemprop_value(e) for e in found.microdata["headline"]] == ["Frigate"]


def test_class_names_are_read_word_by_word() -> None:
    """Camel case, dashes and underscores part words; a word inside another one is not found."""
    found = page(
        body='<p class="ArticleDate_date__x1">1</p><p class="post-date">2</p><p class="update candidate">3</p>'
        '<p class="c-byline__item">4</p><p class="entry_meta">5</p>'
    )
    assert [text_of(e) for e in found.marked["date"]] == ["1", "2"]
    assert [text_of(e) for e in found.marked["byline"]] == ["4"]
    assert [text_of(e) for e in found.marked["meta"]] == ["5"]


def test_blocks_are_not_glued_and_scripts_are_silent() -> None:
    """The text of an element keeps apart what stands in separate blocks, and has no code in it."""
    tree = parse("<div><p>Jane <b>R</b>oe</p><p>Editor</p>one<br>two<script>x()</script></div>")
    assert text_of(tree) == "Jane Roe Editor one two"
    assert text_of(tree, " | ") == "Jane Roe | Editor | one | two"


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.text(max_size=8)
    | st.sampled_from(["NewsArticle", URL, "2025-05-01"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "@type",
                    "@id",
                    "@graph",
                    "mainEntity",
                    "mainEntityOfPage",
                    "author",
                    "headline",
                    "name",
                    "url",
                    "image",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(json_values)
def test_any_json_is_read(document: object) -> None:
    """No shape of structured data breaks the page that carries it."""
    found = page(json.dumps(document))
    assert found.article is None or isinstance(found.article, dict)


@given(st.text(max_size=80), st.integers(0, 200))
def test_any_cut_or_spoilt_json_is_read(noise: str, cut: int) -> None:
    """Neither a cut nor noise in a script raises."""
    text = json.dumps([ARTICLE, OTHER])
    documents, _ = read_json(text[:cut] + noise + text[cut:])
    assert isinstance(documents, list)


def test_a_number_behind_a_name_says_nothing() -> None:
    """Content systems count their boxes; a name of one word more would be another name."""
    assert said_by("our-share-box-12") == said_by("our-share-box")
    assert said_by("our-share-box").kind == "share"
    assert said_by("remark42").kind == "comments"
