"""Lines that are no text by their form or their links, the two ends of the text, and how a page's layout parts it."""

import pytest
from captured import captured
from clutter_words import HEADLINES, PARAGRAPHS
from hypothesis import given
from hypothesis import strategies as st

from extract import Article, extract_article
from extract.cues import line_kind
from extract.line_breaks import paragraphs_of
from extract.single_lines import is_byline, is_date_line

HEADLINE = HEADLINES["en"][0]
OTHER = HEADLINES["en"][9]
PROSE = PARAGRAPHS["en"][:6]
P = [f"<p>{text}</p>" for text in PROSE]


def read(body: str, head: str = "") -> Article:
    html = f"<html lang=en><head><meta charset=utf-8><title>{HEADLINE}</title>{head}</head><body>{body}</body></html>"
    found = extract_article(
        captured(html),
        explain=True,
    )
    assert isinstance(found, Article), found
    return found


def lines_of(body: str, head: str = "") -> list[str]:
    return read(body, head).body.split("\n\n")


def article(*blocks: str) -> str:
    return f"<article><h1>{HEADLINE}</h1>{''.join(blocks)}</article>"


def between(*blocks: str) -> str:
    """An article with something between its third and fourth paragraph."""
    return article(*P[:3], *blocks, *P[3:])


# --- links ---

LINKED = [
    f"<p><a href='/a'>{OTHER}</a></p>",
    f"<h3><a href='/a'>{OTHER}</a></h3>",
    f"<p>Background: <a href='/a'>{OTHER}</a></p>",
    f"<p>You can read more in <a href='/a'>{OTHER}</a></p>",
    f"<p>For more on the older gear, read <a href='/a'>{OTHER}</a></p>",
    f"<p>Take a look at <a href='/a'>{OTHER}</a></p>",
    f"<p><strong>From 2023: {OTHER}</strong></p>",
    "<p><a href='/a'>Navy</a> <a href='/b'>Yards</a> <a href='/c'>Ports</a></p>",
]
IN_THE_TEXT = [
    "<p><a href='/a'>The committee will publish its full report on the dry dock in June.</a></p>",
    "<p>The yard pointed to <a href='/a'>its own figures of last year</a> and to nothing else.</p>",
    f"<p>In the committee nobody had read <a href='/a'>{OTHER[0].lower()}{OTHER[1:]}</a> before the vote was taken.</p>",
    "<p>Read more in <a href='#note'>The Note on Winter Gear Below</a></p>",
    "<p><strong>Monday: the crane stood still.</strong></p>",
]


@pytest.mark.parametrize("html", LINKED)
def test_linked_headlines_and_labels_go(html: str) -> None:
    """A line that only leads to another article is none of this one's."""
    assert lines_of(between(html)) == PROSE


@pytest.mark.parametrize("html", IN_THE_TEXT)
def test_sentences_with_links_stay(html: str) -> None:
    """A sentence stays a sentence, even if all of it is a link."""
    assert len(lines_of(between(html))) == len(PROSE) + 1


def test_headings_that_are_links_head_sections_where_they_are_many() -> None:
    """One linked heading leads elsewhere; a list in which each entry is titled by one is the text."""
    titles = HEADLINES["en"][10:15]
    entries = [b for title, p in zip(titles, P, strict=False) for b in (f"<h3><a href='/x'>{title}</a></h3>", p)]
    assert [x for x in lines_of(article(*P[:1], *entries)) if x in titles] == titles


# --- dates, captions, credits ---


@pytest.mark.parametrize(
    "line",
    [
        "Last modified 2 April 2025", "3 days ago", "2025-04-02", "02.04.2025, 10:15", "Updated: April 2, 2025",
        "vor 3 Stunden", "il y a 2 jours", "hace 5 horas", "2 години тому", "3 gün önce", "5h", "Publié le 2 avril 2025",
    ],
)  # fmt: skip
def test_dates_are_told(line: str) -> None:
    """A line that is a date, or says how long ago it was."""
    assert is_date_line(line)
    assert lines_of(between(f"<p>{line}</p>")) == PROSE


@pytest.mark.parametrize(
    "line",
    [
        "2275 Market Street", "out of 148 total movers", "Pier 7", "May Day", "March", "12 radars", "Route 66 and 67",
        "The ship sank on 2 April 2025.", "a week", "2 April 2025 was the last day of the strike", "1908 tables and 12 charts", "Su-30",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_date_is_none(line: str) -> None:
    """Numbers, months and years alone make no date line, and a sentence is none."""
    assert not is_date_line(line)


@given(st.text(max_size=80))
def test_any_line_is_a_date_or_not(line: str) -> None:
    assert is_date_line(line) in (True, False)


CAPTIONS = [
    "<p>The tug at the eastern pier on Friday. (Photo by Jane Roe)</p>",
    "<p>The tug at the eastern pier on Friday. Photo: J. Roe</p>",
    "<p>The tug at the eastern pier. (File photo)</p>",
    "<p>Photo: Jane Roe / The Quay Review</p>",
    "<p>© Jane Roe</p>",
    "<div class='q'><img src='/t.jpg'><p><em>The tug at the eastern pier</em></p></div>",
    "<p><img src='/t.jpg'></p><p><small>The tug at the eastern pier on Friday</small></p>",
]


@pytest.mark.parametrize("html", CAPTIONS)
def test_captions_and_credits_go(html: str) -> None:
    """What a picture shows and whose it is, with the credit before, behind or only beside the picture."""
    assert lines_of(between(html)) == PROSE


@pytest.mark.parametrize(
    "text",
    [
        "The tug lay at the eastern pier on Friday (it had been towed there by two others).",
        "The image of the tug was shown to the court: nobody knew who had taken it, the clerk wrote.",
        "Video from the pier showed the tug rolling over in the swell.",
    ],
)
def test_sentences_about_pictures_stay(text: str) -> None:
    """A picture may be what the text is about."""
    assert text in lines_of(between(f"<p>{text}</p>"))


# --- the two ends ---


def test_comments_go_to_the_end() -> None:
    """Below their title all is the readers', whatever it looks like; a heading like it amid the text is none."""
    comment = "<div><p>{}</p></div>"
    said = [comment.format(text) for text in PARAGRAPHS["en"][6:9]]
    assert lines_of(article(*P, "<h3>3 comments</h3>", *said)) == PROSE
    assert lines_of(article(*P[:1], "<h3>Comments</h3>", *P[1:]))[-1] == PROSE[-1]
    box = "<div class=comments-area><h3>Post a comment</h3><p>In full sentences, please.</p></div>"
    assert lines_of(article(*P[:4], box, *P[4:])) == PROSE


def test_a_note_on_the_author_goes_below_its_label() -> None:
    """Wherever both stand, if it opens with who wrote the article; what tells of another stays."""
    head = "<meta name=author content='Jane Roe'>"
    note = "<p>Jane Roe has looked at docks for nine years and sailed in the merchant navy before that.</p>"
    assert lines_of(article(*P[:3], "<p>About the author</p>", note, *P[3:]), head) == PROSE
    other = "<p>Max Poe has looked at docks for nine years and sailed in the merchant navy before that.</p>"
    assert len(lines_of(article(*P[:3], "<p>About the author</p>", other, *P[3:]), head)) == len(PROSE) + 1


@pytest.mark.parametrize("player", ["00:00 / 03:41", "0:00/1:02:37"])
def test_how_far_a_player_has_come_is_no_text(player: str) -> None:
    """Two times are; a score or a ratio is something else."""
    assert lines_of(between(f"<p>{player}</p>")) == PROSE
    assert "1:0 / 2:1" in lines_of(between("<p>1:0 / 2:1</p>"))


def test_bylines_above_and_notes_on_authors_below_go() -> None:
    """Who wrote it stands in its own column."""
    note = "<p>Max Poe is a staff writer who covers harbours and what lies in them.</p>"
    assert lines_of(article("<p>By Jane Roe</p>", "<p>The Quay Review</p>", *P, note)) == PROSE
    news = "<p>Max Poe is the third skipper whom the court has heard, and says she saw nothing.</p>"
    assert len(lines_of(article(*P, news))) == len(PROSE) + 1


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("By Jane Roe and Max Poe", True), ("Von Jana Rohde, Emden", True), ("Par Claire Morel", True), ("Yazan: Deniz Kaya", True),
        ("By Monday the tug had gone.", False), ("Parliament", False),
    ],
)  # fmt: skip
def test_bylines_are_names_behind_by(line: str, is_one: bool) -> None:
    """What ends like a sentence is one."""
    assert is_byline(line) is is_one


# --- layout ---


def test_layout_made_of_tables_is_read_as_text() -> None:
    """A row of links and a cell with byline and text: only the text is left, and it is no table."""
    text = "<br><br>".join(PROSE)
    found = read(
        f"<table><tr><td><a href='/'>Home</a></td><td><a href='/n'>News</a></td><td><a href='/s'>Ships</a></td></tr></table>"
        f"<h1>{HEADLINE}</h1><table><tr><td>By Jane Roe<br><br>{text}</td></tr></table>"
    )
    assert [b.text for b in found.blocks] == PROSE
    assert {b.kind for b in found.blocks} == {"paragraph"}


def test_tables_of_data_stay() -> None:
    """Cells beside each other that hold little are data."""
    table = "<table><tr><td>Tug</td><td>Built</td></tr><tr><td>Alma</td><td>1971</td></tr></table>"
    assert "Tug\tBuilt\nAlma\t1971" in read(between(table)).body


@pytest.mark.parametrize("around", ["div", "p"])
def test_paragraphs_parted_by_single_breaks(around: str) -> None:
    """Full sentences of some length on each line are paragraphs, in whatever element they stand."""
    assert lines_of(article(f"<{around}>{'<br>'.join(PROSE)}</{around}>")) == PROSE


def test_lines_broken_to_be_short_are_one_paragraph() -> None:
    """A break amid a sentence parts nothing; an empty line does."""
    words = " ".join(PROSE[:2]).split()
    broken = "\n".join(" ".join(words[i : i + 9]) for i in range(0, len(words), 9))
    assert paragraphs_of(broken, False) == [" ".join(PROSE[:2])]
    assert paragraphs_of(f"{broken}\n\n{PROSE[2]}", True) == [" ".join(PROSE[:2]), PROSE[2]]


@given(st.lists(st.text(alphabet="ab. A", max_size=150), max_size=6), st.booleans())
def test_breaks_lose_nothing(lines: list[str], one: bool) -> None:
    """However lines are put together, their words stay, in order."""
    text = "\n".join(lines)
    assert " ".join(paragraphs_of(text, one)).split() == text.split()


def test_an_opening_set_apart_from_the_text_is_read() -> None:
    """Paragraphs between the headline and the element of the text are its beginning; one short line is not."""
    line = "It took them all winter, and nobody on the eastern pier was sorry when it was over."
    rest = f"<div class='entry-content'>{''.join(P[2:])}</div>"
    assert lines_of(f"<div><h1>{HEADLINE}</h1><div class='x1'>{P[0]}{P[1]}</div>{rest}</div>") == PROSE
    assert lines_of(f"<div><h1>{HEADLINE}</h1><div class='x1'><p>{line}</p></div>{rest}</div>") == PROSE[2:]


def test_a_text_in_parts_is_read_whole() -> None:
    """Elements of one name that hold the text between them are all of it; what stands between them is not."""
    part = "<div class='article-body'>{}</div>"
    between_parts = "".join(f"<div class='x2'><p>{text}</p></div>" for text in PARAGRAPHS["en"][6:9])
    html = f"<article><h1>{HEADLINE}</h1>{part.format(P[0] + P[1])}{between_parts}{part.format(P[2] + P[3])}{part.format(P[4] + P[5])}</article>"
    assert lines_of(html) == PROSE


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Copyright Harbour Courier, all rights reserved.", "copyright"),
        ("Das Hafenblatt, alle Rechte vorbehalten", "copyright"),
        ("Half of the berths on the lower quay are reserved.", None),
        ("Die Liegeplätze am unteren Kai sind der Küstenwache vorbehalten.", None),
    ],
)
def test_rights_are_reserved_and_so_may_be_berths(line: str, kind: str | None) -> None:
    """The last word alone makes no notice of a sentence."""
    assert line_kind(line) == kind
