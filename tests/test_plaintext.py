"""Plain text: headline, metadata, body, related entries and footer told apart by their look alone."""

from datetime import UTC, datetime

import pytest

from extract import Article, Capture, Rejected, Site, extract_article
from extract.plaintext import site_named_in

HEADLINE = "Harbour Brigade Orders Forty Ferries From Valley Yard"
PARAGRAPHS = [
    "The harbour brigade has ordered forty ferries from a yard in the valley, the quartermaster said on Monday.",
    "“We will paint them grey ourselves,” she told visitors, adding that the first would be delivered before the thaw.",
    "The yard employs 300 people. It has not built a ferry since 2009, and its slipway was used as a skating rink.",
]
FULL = f"""{HEADLINE}

The deal is the largest that the valley has seen since the bridge was built in the last century.
  • Courier staff
  • 09:15 PM, March 3, 2024
  • 2,041
{HEADLINE}
A ferry on the slipway

{PARAGRAPHS[0]}

{PARAGRAPHS[1]}

{PARAGRAPHS[2]}

Also Read

Northern Brigade Tests New Sleds in Deep Snow

March 1, 2024 @ 07:16 AM

Valley Yard Reopens "Old Slip" After Fifteen Years...

February 27, 2024 @ 11:02 PM
FEATURES/OPINION
© 2024 HarbourCourier.example - ALL RIGHTS RESERVED
"""


def site(name: str = "Harbour Courier", host: str = "harbourcourier.example") -> Site:
    return Site(
        stem=host.partition(".")[0],
        name=name,
        homepage=f"https://{host}/",
        hosts=(host,),
        language="en",
        timezone="Asia/Kolkata",
    )


def read(text: str, owner: Site | None = None, **more: object) -> Article | Rejected:
    capture = Capture(
        url="https://harbourcourier.example/news/1",
        fetched_at=datetime(2025, 1, 1, tzinfo=UTC),
        headers={"content-type": "text/plain; charset=utf-8"},
        body=text.encode(),
    )
    return extract_article(capture, owner, **more)


def article(text: str, owner: Site | None = None) -> Article:
    found = read(text, owner)
    assert isinstance(found, Article), found
    return found


def test_saved_page_is_told_apart() -> None:
    """Headline, subheadline, bullets, repeated headline, caption, body, related entries and footer find their fields."""
    found = article(FULL, site())
    assert found.headline == HEADLINE
    assert (
        found.subheadline
        == "The deal is the largest that the valley has seen since the bridge was built in the last century."
    )
    assert found.byline == "Courier staff"
    assert found.published_at == datetime(2024, 3, 3, 15, 45, tzinfo=UTC)
    assert (found.published_source, found.published_precision) == ("text", "minute")
    assert found.view_count == 2041
    assert found.lead_image is not None
    assert found.lead_image.caption == "A ferry on the slipway"
    assert found.body.split("\n\n") == PARAGRAPHS
    assert [(r.headline, r.published_at) for r in found.related] == [
        ("Northern Brigade Tests New Sleds in Deep Snow", datetime(2024, 3, 1, 1, 46, tzinfo=UTC)),
        ('Valley Yard Reopens "Old Slip" After Fifteen Years...', datetime(2024, 2, 27, 17, 32, tzinfo=UTC)),
    ]


def test_headline_and_paragraphs_alone() -> None:
    """A text with nothing but headline and paragraphs has no subheadline, byline, date or caption."""
    found = article("\n\n".join([HEADLINE, *PARAGRAPHS]))
    assert found.body.split("\n\n") == PARAGRAPHS
    assert (found.subheadline, found.byline, found.published_at, found.lead_image) == (None, None, None, None)
    assert found.related == ()


def test_byline_and_date_without_bullets() -> None:
    """A byline that says "By" and a bare date line above the text are metadata."""
    found = article("\n\n".join([HEADLINE, "By Orla Venn", "Published: 3 March 2024", *PARAGRAPHS]))
    assert found.authors == ("Orla Venn",)
    assert found.published_at == datetime(2024, 3, 3, tzinfo=UTC)
    assert found.published_precision == "day"
    assert found.body.split("\n\n") == PARAGRAPHS


def test_related_block_in_the_middle() -> None:
    """Text after an "Also Read" block in the middle of the article is text again."""
    middle = ["Also Read", "Northern Brigade Tests New Sleds in Deep Snow"]
    found = article("\n\n".join([HEADLINE, PARAGRAPHS[0], *middle, *PARAGRAPHS[1:]]))
    assert found.body.split("\n\n") == PARAGRAPHS
    assert [r.headline for r in found.related] == [middle[1]]


def test_related_on_one_line() -> None:
    """A line "Also read: …" is a related entry, a sentence that opens alike is text."""
    lookalike = "Read more about the slipway in section 4 of the annex, the yard advises its guests."
    found = article(
        "\n\n".join([HEADLINE, PARAGRAPHS[0], "Also read: Old Slip Reopens After Years", lookalike, *PARAGRAPHS[1:]])
    )
    assert found.body.split("\n\n") == [PARAGRAPHS[0], lookalike, *PARAGRAPHS[1:]]
    assert [r.headline for r in found.related] == ["Old Slip Reopens After Years"]


def test_headings_and_lists_inside_the_text() -> None:
    """A short line before prose is a heading, bullets in the text are list items."""
    found = article(
        "\n\n".join(
            [HEADLINE, PARAGRAPHS[0], "What the yard builds", PARAGRAPHS[1], "• ferries\n• tugs", PARAGRAPHS[2]]
        )
    )
    assert [b.kind for b in found.blocks] == [
        "paragraph",
        "heading",
        "paragraph",
        "list_item",
        "list_item",
        "paragraph",
    ]


def test_folded_lines_are_joined() -> None:
    """Paragraphs folded at a fixed width become one line each."""
    import textwrap

    folded = "\n\n".join(textwrap.fill(p, 60) for p in PARAGRAPHS)
    assert article(f"{HEADLINE}\n\n{folded}").body.split("\n\n") == PARAGRAPHS


def test_share_tags_and_comments_go() -> None:
    """Share lines, tags and everything from the comments on are dropped."""
    tail = ["Share this article", "Tags: ferries, yards", "Comments", "I served there in the eighties"]
    found = article("\n\n".join([HEADLINE, *PARAGRAPHS, *tail]))
    assert found.body.split("\n\n") == PARAGRAPHS


@pytest.mark.parametrize("text", ["", "   \n\n", HEADLINE, "One\nTwo\nThree"])
def test_text_without_a_paragraph_is_rejected(text: str) -> None:
    """A text without a single paragraph is no article."""
    found = read(text)
    assert isinstance(found, Rejected)
    assert found.reason == "empty_body"


def test_site_is_named_by_the_copyright_line() -> None:
    """The copyright line names the site by name or host; a mention in the text does not, nor do two equal names."""
    ours, other = site(), site("Quay Review", "quay.example")
    assert site_named_in(FULL, [other, ours]) is ours
    assert site_named_in(FULL.replace("©", "").replace("ALL RIGHTS RESERVED", ""), [other, ours]) is None
    assert site_named_in("The Quay Review wrote so.\n© 2024 Nobody", [other, ours]) is None


def test_explanation_names_each_dropped_line() -> None:
    """With explain, dropped lines carry the rule that dropped them."""
    found = read(FULL, site(), explain=True)
    assert found.explanation is not None
    rules = {d.text: d.rule for d in found.explanation.dropped}
    assert rules["Also Read"] == "text:related"
    assert rules["FEATURES/OPINION"] == "text:after_the_end"
    assert rules["A ferry on the slipway"] == "text:caption"
