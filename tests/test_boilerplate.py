"""Boilerplate of every usual shape goes, in six languages, with and without a layout; what only looks like it stays."""

from typing import Any

import clutter
import pytest
from captured import captured
from clutter_words import HEADLINES, LOOKALIKES, PARAGRAPHS, WORDS
from lxml import html

from extract import Article, Site, extract_article
from extract.leaves import Leaf
from extract.related import dropped_fragments
from extract.walk import read_leaves

LANGUAGES = sorted(PARAGRAPHS)
SHAPES = sorted({*clutter.BETWEEN, *clutter.AFTER})
HOST = "courier.example"
LAYOUT = {"body": "div.entry-content"}


def read(page: str, site: Site | None = None, *, explain: bool = False) -> Article:
    capture = captured(page)
    found = extract_article(capture, site, explain=explain)
    assert isinstance(found, Article), found
    return found


def with_layout(**layout: object) -> Site:
    return Site.model_validate(
        {"stem": "courier", "name": "Courier", "homepage": f"https://{HOST}/", "hosts": (HOST,), "layout": (layout,)},
        strict=False,
    )


def page_of(language: str, shape: str, place: int, count: int = 6) -> tuple[str, list[str], clutter.Piece]:
    """A page of plain paragraphs with one piece of clutter at a place."""
    import random

    piece: clutter.Piece = getattr(clutter.Clutter(language, random.Random(place)), shape)()
    paragraphs = PARAGRAPHS[language][:count]
    blocks = [f"<p>{clutter.write(p)}</p>" for p in paragraphs]
    blocks.insert(place, piece.html)
    headline = HEADLINES[language][0]
    html = (
        f'<html lang="{language}"><head><meta charset="utf-8"><title>{clutter.write(headline)}</title></head><body>'
        f"{clutter.FRAMES['blog'](clutter.write(headline), '', ''.join(blocks))}</body></html>"
    )
    return html, paragraphs, piece


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shape", clutter.BETWEEN)
@pytest.mark.parametrize("layout", [False, True], ids=["generic", "layout"])
def test_clutter_between_paragraphs_goes(language: str, shape: str, layout: bool) -> None:
    """Each shape, set between true paragraphs, goes without a trace and without taking text along."""
    html, paragraphs, _ = page_of(language, shape, 3)
    assert read(html, with_layout(**LAYOUT) if layout else None).body.split("\n\n") == paragraphs


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("layout", [False, True], ids=["generic", "layout"])
def test_clutter_after_the_text_goes(language: str, shape: str, layout: bool) -> None:
    """Each shape, set after the last paragraph, goes."""
    html, paragraphs, _ = page_of(language, shape, 6)
    assert read(html, with_layout(**LAYOUT) if layout else None).body.split("\n\n") == paragraphs


@pytest.mark.parametrize(
    "shape",
    [
        "heading_and_list",
        "related_div",
        "related_aside",
        "related_table",
        "strong_and_link",
        "plain_link",
        "bare_link",
        "cards",
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_related_links_become_entries(language: str, shape: str) -> None:
    """What is dropped as related is kept beside the body: headline and address of each."""
    html, _, piece = page_of(language, shape, 3)
    found = read(html)
    assert [r.headline for r in found.related] == piece.related
    assert all(r.url and r.url.startswith("https://") for r in found.related)


class Looked(list[Leaf]):
    """Leaves that count how often one of them is looked at."""

    times = 0

    def __getitem__(self, index: Any) -> Any:
        Looked.times += 1
        return super().__getitem__(index)


def test_a_list_of_very_many_links_is_not_walked_again_for_each() -> None:
    """Whether all of it has gone is asked of as many leaves as a block of cards has."""
    root = html.fromstring(
        "<main><div><ul>" + "<li><a href='/a'>The yard sells two docks</a></li>" * 600 + "</ul></div></main>"
    )
    leaves = Looked(read_leaves(root)[0])
    for leaf in leaves:
        leaf.rule = "prune:link_list"
    assert len(dropped_fragments(leaves, [root])) == 600
    assert Looked.times < 600 * 200


def test_related_cards_keep_their_dates() -> None:
    """The date printed in a card belongs to that card's entry."""
    html, _, _ = page_of("en", "cards", 6)
    assert all(r.published_at is not None and r.published_at.year == 2024 for r in read(html).related)


@pytest.mark.parametrize("wrapper", ["<form id=aspnetForm>{}</form>", "<div class=off-canvas-menu>{}</div>"])
def test_a_page_of_short_paragraphs_within_a_form_or_a_menu_is_read(wrapper: str) -> None:
    """Content systems wrap whole pages so: what holds several paragraphs, however short, is more than its name."""
    paragraphs = [f"The yard on the river delivered tug number {n} in May, its director said." for n in range(2, 8)]
    text = "".join(f"<p><span>{p}</span></p>" for p in paragraphs)
    menu = "<table><tr><td><a href='/1'>World</a> | <a href='/2'>Ports</a></td></tr></table>"
    page = f"<html><head><title>Tugs delivered</title></head><body>{wrapper.format(menu + '<h2>Tugs delivered</h2>' + text)}</body></html>"
    found = read(page)
    assert found.body.split("\n\n") == paragraphs
    assert "second_reader" not in found.flags


@pytest.mark.parametrize("ending", ["(dpa)", "(bsc)", "(AFP/Reuters)"])
def test_a_last_paragraph_signed_by_who_wrote_it_stays(ending: str) -> None:
    """Initials or an agency in brackets behind the last sentence make no label of it, however short it is."""
    paragraphs = [*PARAGRAPHS["en"][:4], f"The yard employs four hundred people in two halls. {ending}"]
    body = "".join(f"<p>{clutter.write(p)}</p>" for p in paragraphs)
    found = read(f"<html><body><article><h1>{HEADLINES['en'][0]}</h1>{body}</article></body></html>")
    assert found.body.split("\n\n") == paragraphs


def within(*lines: str) -> str:
    """A page of plain paragraphs with some lines before the last."""
    paragraphs = [f"<p>{clutter.write(p)}</p>" for p in PARAGRAPHS["en"][:6]]
    paragraphs[5:5] = lines
    return f"<html><body><article><h1>{HEADLINES['en'][0]}</h1>{''.join(paragraphs)}</article></body></html>"


def test_what_a_publication_says_of_itself_beside_a_call_goes_with_it() -> None:
    """The same words stay where no call has gone."""
    call, beside = "Sign up for our free weekly newsletter", "Our desk reads every log so that few have to."
    assert read(within(f"<p>{call}</p>", f"<p>{beside}</p>")).body.split("\n\n") == PARAGRAPHS["en"][:6]
    assert beside in read(within(f"<p>{beside}</p>")).body


def ending(*lines: str) -> list[str]:
    """The paragraphs of a text whose page has some lines below its last."""
    body = "".join(f"<p>{clutter.write(p)}</p>" for p in [*PARAGRAPHS["en"][:6], *lines])
    page = f"<html><head><meta charset=utf-8></head><body><article><h1>{HEADLINES['en'][0]}</h1>{body}</article></body></html>"
    return read(page).body.split("\n\n")


@pytest.mark.parametrize(
    "note",
    [
        "Orla Venn is a senior fellow at the Harbour Institute in Delft.",
        "Piet Maas schrijft sinds 2012 over havens en de kustwacht.",
        "Jana Novotná je redaktorka a píše o přístavech.",
        "Lucia Bruni, storica del mare, scrive per il Corriere del Porto.",
    ],
)
def test_who_is_introduced_at_the_end_and_was_not_heard_of_wrote_the_text(note: str) -> None:
    """Though the page names no author; somebody of whom the text told before is part of it."""
    assert ending(note) == PARAGRAPHS["en"][:6]
    told = f"A paper by {' '.join(note.replace(',', '').split()[:2])} had warned of the crack three winters ago."
    last = PARAGRAPHS["en"][6]
    assert ending(told, last, note) == [*PARAGRAPHS["en"][:6], told, last, note]


def test_who_says_something_at_the_end_is_part_of_the_text() -> None:
    """A person may come into a report with its last sentence."""
    said = "Orla Venn is a professor of harbours in Delft and said that the pier would stand for a century."
    assert ending(said)[-1] == said


@pytest.mark.parametrize(
    "line",
    [
        "The old pier in May Getty Images",
        "Recruits on the quay. (Archivbild: picture alliance/dpa)",
        "Dockers at the gate Fot. A. Nowak",
        "This text is part of our series “Harbours at night”. All parts",
        "Dieser Text ist Teil unserer Serie „Häfen bei Nacht“. Alle Folgen",
    ],
)
def test_credits_and_series_go_between_paragraphs(line: str) -> None:
    """Agencies and titles stand in them, the latter in quotation marks."""
    assert read(within(f"<p>{line}</p>")).body.split("\n\n") == PARAGRAPHS["en"][:6]


def test_the_sign_of_an_end_goes() -> None:
    """As wires set it; a number in brackets is no such sign."""
    found = read(within("<p>-30-</p>", "<p>(30)</p>"))
    assert "-30-" not in found.body
    assert "(30)" in found.body


def test_a_rule_names_the_class_or_id_that_it_goes_by() -> None:
    """So that whoever asks why a block went finds it in the page's source."""
    bar = (
        "<div class='row share-bar'><a href='/s'>Facebook</a></div><div id=share-links><a href='/t'>Telegram</a></div>"
    )
    found = read(within(bar), explain=True)
    assert found.explanation is not None
    assert {d.rule for d in found.explanation.dropped} >= {"prune:share:.share-bar", "prune:share:#share-links"}


def test_a_pointer_without_an_address_costs_itself_alone() -> None:
    """A link as a template left it (`http://[site_url]/…`) is dropped like the others, and is no entry."""
    links = '<li><a href="http://[site_url]/1">Yard lays off forty welders</a></li><li><a href="/2">Harbour gets a third tug</a></li>'
    body = "".join(f"<p>{clutter.write(p)}</p>" for p in PARAGRAPHS["en"][:4])
    found = read(
        f"<html><body><article><h1>{HEADLINES['en'][0]}</h1>{body}<h3>Related</h3><ul>{links}</ul></article></body></html>"
    )
    assert found.body.split("\n\n") == PARAGRAPHS["en"][:4]
    assert [r.headline for r in found.related] == ["Harbour gets a third tug"]


@pytest.mark.parametrize(("language", "sentence"), [(x, s) for x in LANGUAGES for s in LOOKALIKES[x]])
def test_lookalikes_stay(language: str, sentence: str) -> None:
    """A sentence that opens like boilerplate is text."""
    paragraphs = [*PARAGRAPHS[language][:3], sentence, *PARAGRAPHS[language][3:6]]
    body = "".join(f"<p>{clutter.write(p)}</p>" for p in paragraphs)
    html = f"<html lang={language}><meta charset=utf-8><title>{HEADLINES[language][1]}</title><body>{clutter.FRAMES['bare'](HEADLINES[language][1], '', body)}</body></html>"
    assert read(html).body.split("\n\n") == paragraphs


def test_headline_never_opens_the_body() -> None:
    """An h1 above the text is no part of it, even if the page declares another headline."""
    body = "".join(f"<p>{clutter.write(p)}</p>" for p in PARAGRAPHS["en"][:4])
    found = read(
        f"<html><head><title>Ferries</title></head><body><div><h1>{HEADLINES['en'][0]}</h1>{body}</div></body></html>"
    )
    assert found.body.split("\n\n") == PARAGRAPHS["en"][:4]


def test_lookalike_with_a_link_stays() -> None:
    """A sentence that opens like a pointer but links only a word, or a place on the same page, is text."""
    sentence = (
        'Read more about the gearbox in <a href="#s4">section 4</a> of the annex, the report advises its readers.'
    )
    other = 'Related costs rose by <a href="/data">12 percent</a> in the same period, the auditors wrote on Monday.'
    body = "".join(f"<p>{clutter.write(p)}</p>" for p in PARAGRAPHS["en"][:4]) + f"<p>{sentence}</p><p>{other}</p>"
    found = read(f"<html><body><article><h1>{HEADLINES['en'][0]}</h1>{body}</article></body></html>")
    assert "Read more about the gearbox in section 4 of the annex" in found.body
    assert "Related costs rose by 12 percent" in found.body


STORIES = (
    "Orchestra plays on through the power cut",
    "Auditor finds a gap in the harbour budget",
    "Coach never watched the tape",
)
TABLES = {
    "links": "<table>" + "".join(f"<tr><td><a href=/{n}>{x}</a></td></tr>" for n, x in enumerate(STORIES)) + "</table>",
    "dates": "<table><tr><th>Story</th><th>Date</th></tr>"
    + "".join(f"<tr><td><a href=/{n}>{x}</a></td><td>{n + 3} May 2024</td></tr>" for n, x in enumerate(STORIES))
    + "</table>",
}


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("place", [3, 6])
def test_a_table_of_headlines_goes(table: str, place: int) -> None:
    """What is nothing but links to articles, with their dates, is no table of the text."""
    paragraphs = PARAGRAPHS["en"][:6]
    blocks = [f"<p>{p}</p>" for p in paragraphs]
    blocks.insert(place, TABLES[table])
    assert read(f"<article><h1>{HEADLINES['en'][0]}</h1>{''.join(blocks)}</article>").body.split("\n\n") == paragraphs


@pytest.mark.parametrize(
    "rows",
    [
        [("<a href=/a>USS Carl Vinson</a>", "5,680"), ("<a href=/b>USS Nimitz</a>", "5,012")],
        [
            ("<a href=/a>Old Goat</a>", "<a href=/c>Ruth Vane</a>"),
            ("<a href=/b>The Fjord</a>", "<a href=/d>Ole Lund</a>"),
        ],
    ],
    ids=["values", "names"],
)
def test_a_table_with_links_stays(rows: list[tuple[str, str]]) -> None:
    """Names in it may lead to pages of theirs."""
    table = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in rows)
    paragraphs = [f"<p>{p}</p>" for p in PARAGRAPHS["en"][:6]]
    found = read(f"<article><h1>{HEADLINES['en'][0]}</h1>{''.join(paragraphs)}<table>{table}</table></article>")
    assert [b.kind for b in found.blocks].count("table") >= 1


LIST = "<ul>" + "".join(f"<li><a href=/{n}>{x}</a></li>" for n, x in enumerate(STORIES)) + "</ul>"


@pytest.mark.parametrize(
    ("label", "place"), [("Loudest right now", 3), ("From the quays:", 3), ("Bookshelf", 6), ("Coming and going", 6)]
)
def test_a_bare_title_of_a_list_of_links_goes_with_it(label: str, place: int) -> None:
    """After the text any few words that nothing sets off, in it those that are worded like such a title."""
    paragraphs = PARAGRAPHS["en"][:6]
    blocks = [f"<p>{p}</p>" for p in paragraphs]
    blocks.insert(place, f"<p>{label}</p>{LIST}")
    assert read(f"<article><h1>{HEADLINES['en'][0]}</h1>{''.join(blocks)}</article>").body.split("\n\n") == paragraphs


@pytest.mark.parametrize("line", ["Doubts in parliament", "The pier had been too short for years."])
def test_a_line_above_a_list_of_links_amid_the_text_stays(line: str) -> None:
    """It may be the title of what comes after the list, and a sentence is one anywhere."""
    blocks = [f"<p>{p}</p>" for p in PARAGRAPHS["en"][:6]]
    blocks.insert(3, f"<p>{line}</p>{LIST}")
    assert line in read(f"<article><h1>{HEADLINES['en'][0]}</h1>{''.join(blocks)}</article>").body.split("\n\n")


@pytest.mark.parametrize("lead", ["On another note, yet not quite:", "How long does a drone last?"])
def test_a_pointer_set_like_a_quotation_goes(lead: str) -> None:
    """Its link is a headline."""
    paragraphs = PARAGRAPHS["en"][:6]
    blocks = [f"<p>{p}</p>" for p in paragraphs]
    blocks.insert(3, f"<blockquote>{lead} <a href=/b>{STORIES[1]}</a></blockquote>")
    assert read(f"<article><h1>{HEADLINES['en'][0]}</h1>{''.join(blocks)}</article>").body.split("\n\n") == paragraphs


def test_a_quotation_with_a_link_stays() -> None:
    """It ends like a sentence, or its link is a part of one."""
    for quote in (
        "We never sold <a href=/c>the yard's old dry dock</a>.",
        "I saw it. <a href=/c>We all saw it that night.</a>",
    ):
        blocks = [f"<p>{p}</p>" for p in PARAGRAPHS["en"][:6]]
        blocks.insert(3, f"<blockquote>{quote}</blockquote>")
        found = read(f"<article><h1>{HEADLINES['en'][0]}</h1>{''.join(blocks)}</article>")
        assert any(b.kind == "quote" for b in found.blocks), quote


def test_layout_prunes_and_says_so() -> None:
    """What a layout prunes is dropped under the layout's own rule; its links still become related entries."""
    head = HEADLINES["en"][5]
    box = f'<div class="odd"><p>Our editor likes this one: <a href="/x/1">{head}</a> and says so at length every day.</p></div>'
    html, paragraphs, _ = page_of("en", "advertisement", 2)
    html = html.replace("</div></div></div>", f"{box}</div></div></div>")
    found = read(html, with_layout(body="div.entry-content", prune=("div.odd",)), explain=True)
    assert found.body.split("\n\n") == paragraphs
    assert [r.headline for r in found.related] == [head]
    assert found.explanation is not None
    assert [d.text for d in found.explanation.dropped if d.rule == "prune:layout:div.odd"] == [
        f"Our editor likes this one: {head} and says so at length every day."
    ]


def test_explanation_names_the_rule_of_each_dropped_block() -> None:
    """Every block that was dropped is listed with its rule; the body's container has its evidence."""
    html, _, piece = page_of("en", "heading_and_list", 3)
    found = read(html, explain=True)
    assert found.explanation is not None
    rules = {d.text: d.rule for d in found.explanation.dropped}
    assert {rules[text] for text in piece.texts} == {"prune:related"}
    assert any(e.field == "body" and e.chosen for e in found.explanation.evidence)
    assert read(html).explanation is None


def test_headings_lists_quotes_and_tables_are_blocks() -> None:
    """What structures the text stays, typed."""
    p = [f"<p>{clutter.write(x)}</p>" for x in PARAGRAPHS["en"]]
    html = (
        f"<html><body><article><h1>{HEADLINES['en'][0]}</h1>{p[0]}{p[1]}<h2>What comes next</h2>{p[2]}<ul><li>twelve radars</li><li>their masts</li></ul>{p[3]}"
        f"<blockquote><p>Nobody told us anything, and nobody will.</p></blockquote>{p[4]}"
        f"<table><tr><th>Year</th><th>Boats</th></tr><tr><td>2023</td><td>4</td></tr></table>{p[5]}</article></body></html>"
    )
    found = read(html)
    kinds = [b.kind for b in found.blocks]
    assert kinds == [
        "paragraph",
        "paragraph",
        "heading",
        "paragraph",
        "list_item",
        "list_item",
        "paragraph",
        "quote",
        "paragraph",
        "table",
        "paragraph",
    ]
    assert found.blocks[9].text == "Year\tBoats\n2023\t4"
    assert found.body == "\n\n".join(b.text for b in found.blocks)


def test_words_of_each_language_are_known() -> None:
    """The six languages of the fixtures name the same kinds of clutter."""
    assert len({tuple(sorted(words)) for words in WORDS.values()}) == 1
