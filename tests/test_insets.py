"""What is set apart from the text goes where it speaks to the reader, asks or only labels; what the text is built of stays."""

import pytest
from captured import captured
from clutter_words import HEADLINES, PARAGRAPHS
from lxml.html import HtmlElement

from extract import Article, Site, extract_article
from extract.draft import Draft

HOST = "courier.example"
HEADLINE = HEADLINES["en"][0]
PROSE = PARAGRAPHS["en"][:6]


def page(*blocks: str, head: str = "") -> str:
    return (
        f"<html lang=en><head><meta charset=utf-8><title>{HEADLINE}</title></head><body><article>"
        f"<h1>{HEADLINE}</h1>{head}{''.join(blocks)}</article></body></html>"
    )


def paragraphs(texts: list[str], form: str = "<p>{}</p>") -> list[str]:
    return [form.format(text) for text in texts]


def read(html: str) -> Article:
    found = extract_article(
        captured(html),
        Site.model_validate(
            {"stem": "courier", "name": "Courier", "homepage": f"https://{HOST}/", "hosts": (HOST,)}, strict=False
        ),
        explain=True,
    )
    assert isinstance(found, Article), found
    return found


def body_of(html: str) -> list[str]:
    return read(html).body.split("\n\n")


def between(*blocks: str, form: str = "<p>{}</p>") -> str:
    """A page with something between its third and fourth paragraph."""
    prose = paragraphs(PROSE, form)
    return page(*prose[:3], *blocks, *prose[3:])


def rules(html: str) -> dict[str, str]:
    found = read(html)
    assert found.explanation is not None
    return {d.text: d.rule for d in found.explanation.dropped}


BOXES = {
    "label": ("<div class='x7'><div>The harbour desk</div></div>", "The harbour desk"),
    "form": ("<div class='x7'><div>Every Friday, from the harbour desk.</div><input><button>Go</button></div>", "Every Friday, from the harbour desk."),
    "caption": (
        "<div class='x7'><img src='/i.jpg'><div>The two hulls on the slipway in May.</div><div><small>Foto: A. Roe</small></div></div>",
        "The two hulls on the slipway in May.",
    ),
    "poll": ("<div class='x7'><div>Does the pier need a roof?</div><div>Yes</div><div>No</div><div>Not sure</div></div>", "Does the pier need a roof?"),
    "box": ("<div class='x7'><div>Out on the water</div><div>Every other week we take you along the quay.</div></div>", "Every other week we take you along the quay."),
    "linked_inset": (
        "<div class='x7'><div><a href='/a'>Mast and keel</a> part four</div>"
        "<div><a href='/b'>Sea and shore</a> part five</div></div>",
        "Mast and keel part four",
    ),
    "remnant": (
        "<div class='x7'><div>Sign up for our newsletter about the yards.</div>"
        "<div>The Monday Mast has told since 1999 what happens between the locks and the roads.</div></div>",
        "The Monday Mast has told since 1999 what happens between the locks and the roads.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("rule", BOXES)
def test_boxes_between_paragraphs_go(rule: str) -> None:
    """Each for its reason: only labels, a form, a choice, "you" and "our", links, the rest of what has gone."""
    html, text = BOXES[rule]
    assert body_of(between(html)) == PROSE
    assert rules(between(html))[text] == f"prune:{rule}"


def test_a_line_beside_a_button_goes_and_questions_with_answers_stay() -> None:
    """A button anywhere in its box speaks against a line; one at each of several lines is how they are unfolded."""
    line = "<div><div>{}</div><div><button>Go</button></div></div>"
    assert body_of(between(line.format("The harbour desk rings when a ship is late."))) == PROSE
    asked = [f"Who pays for pier {n}?" for n in range(3)]
    whole = body_of(between(*(line.format(text) + f"<p>{PROSE[0]} {n}</p>" for n, text in enumerate(asked))))
    assert [text for text in whole if text in asked] == asked
    two = ["It was rung by hand until the great fire of 1871.", "Since then a clockwork does it every evening."]
    box = f"<div>{''.join(f'<p>{text}</p>' for text in two)}<div><button>Go</button></div></div>"
    assert [text for text in body_of(between(box)) if text in two] == two
    code = "<div><pre>tide --port north</pre><button>Copy</button></div>"
    assert "tide --port north" in body_of(between(code))


def test_answers_to_choose_from_go_with_those_that_have_gone() -> None:
    """Below a question, where one of them or the question is told to be a poll's; answers of another kind stay."""
    poll = ["<p>Umfrage: Braucht der Hafen eine zweite Mole?</p>", "<p>Ja, bald</p>", "<p>Nein</p>", "<p>Abstimmen</p>"]
    assert body_of(between(*poll)) == PROSE
    listed = "<ul class=x7><li>Does the pier need a roof?</li><li>Yes, every time</li><li>No</li></ul>"
    assert body_of(between(listed)) == PROSE
    asked = ["<p>What does a skipper need?</p>", "<p>Tallow</p>", "<p>Oakum</p>"]
    assert [x for x in body_of(between(*asked)) if x in ("Tallow", "Oakum")] == ["Tallow", "Oakum"]


def test_what_a_label_calls_an_advertisement_goes_with_it() -> None:
    """All of the small box that the label stands in."""
    assert (
        body_of(
            between("<section class=x7><h2>Promoted</h2><p>Small yard? Move your moorings in a week.</p></section>")
        )
        == PROSE
    )


def test_a_title_a_line_and_a_few_words_to_click_are_a_box() -> None:
    """However it is worded; three of a make are how a text is built, and a line that a sentence's link ends stays."""
    box = "<div><h4>The Tide Table</h4><p>Gossip from quay and lock.</p><p><a href='/list'>Get the sheet</a></p></div>"
    assert body_of(between(box)) == PROSE
    entries = [
        f"<div><h4>Tug {n}</h4><p>Built in {n} at the lower yard.</p><p><a href='/{n}'>The drawings</a></p></div>"
        for n in (1951, 1962, 1973)
    ]
    assert "Built in 1962 at the lower yard." in body_of(between(*entries))
    linked = "<div><h4>The lower yard</h4><p>It was sold in May, as <a href='/a'>the deed shows</a>.</p></div>"
    assert "It was sold in May, as the deed shows." in body_of(between(linked))


def test_a_button_beside_many_lines_is_looked_at_once_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether a line stands alone is asked of its neighbours, not of all that the element holds."""
    asked = 0
    real = Draft.lies_in

    def counted(draft: Draft, index: int, element: HtmlElement) -> bool:
        nonlocal asked
        asked += 1
        return real(draft, index, element)

    monkeypatch.setattr(Draft, "lies_in", counted)
    lines = [f"The tug at berth {n} is idle." for n in range(300)]
    box = f"<div>{''.join(f'<p>{line}</p>' for line in lines)}<button>Go</button></div>"
    assert body_of(between(box)) == [*PROSE[:3], *lines, *PROSE[3:]]
    assert asked < 20 * len(lines)


@pytest.mark.parametrize(
    "form",
    [
        "<ul><li><label><input type=radio name=q> {}</label></li><li><label><input type=radio name=q> {}</label></li></ul>",
        "<p><input type=radio name=q id=a><label for=a>{}</label></p><p><input type=radio name=q id=b><label for=b>{}</label></p>",
    ],
)
def test_answers_to_choose_from_go_with_their_question(form: str) -> None:
    """Even in elements of the make that paragraphs are of."""
    poll = f"<div><p><strong>The question of the day: does the pier need a roof?</strong></p>{form.format('Yes, and soon', 'No')}</div>"
    for html in (page(*paragraphs(PROSE, "<div><p>{}</p></div>"), poll), between(poll)):
        assert body_of(html) == PROSE
    asked = "Does the pier need a roof?"
    assert asked in body_of(between(f"<p>{asked}</p>", "<p>No.</p>"))


def test_a_picture_in_a_table_has_its_caption_with_it_and_a_table_of_data_its_titles() -> None:
    """Old content systems frame pictures so."""
    frame = "<table width=300><tr><td><img src='/i.jpg'></td></tr><tr><td>A street behind the harbour Getty Images</td></tr></table>"
    assert body_of(between(frame)) == PROSE
    table = "<table><tr><td>Beginners</td></tr><tr><td>Monday</td><td>two miles</td></tr><tr><td>Friday</td><td>five miles</td></tr></table>"
    assert "Beginners" in "\n".join(body_of(between(table)))


def test_a_paragraph_under_a_picture_stays() -> None:
    """A short text may come in one box with a picture: only a line or two are a caption."""
    text = "The yard has stood at the river since 1871, was rebuilt after the fire and sold to the town in the year in which the locks were closed."
    box = f"<div class='x7'><img src='/i.jpg'><p>{text}</p></div>"
    assert text in body_of(page(*paragraphs(PARAGRAPHS["en"]), box, *paragraphs([p[::-1] for p in PARAGRAPHS["en"]])))


@pytest.mark.parametrize("rule", ["label", "box", "poll"])
def test_boxes_go_from_pages_built_of_components(rule: str) -> None:
    """Where each paragraph has its own wrapper, a wrapper alone sets nothing apart, and boxes still do."""
    form = "<div class='component'><div class='inner'><p>{}</p></div></div>"
    assert body_of(between(form=form)) == PROSE
    assert body_of(between(BOXES[rule][0], form=form)) == PROSE


KEPT = {
    "a list": ("<ul><li>two tugs</li><li>a floating crane</li></ul>", ["two tugs", "a floating crane"]),
    "a statement": (
        "<div class='x7'><div>The yard has stood at the river since 1871 and was rebuilt after the fire.</div></div>",
        ["The yard has stood at the river since 1871 and was rebuilt after the fire."],
    ),
    "somebody's words": (
        "<div class='x7'><div>Boatswain, 41</div><div>“We know what you want from us, and it is too much.”</div></div>",
        ["Boatswain, 41", "“We know what you want from us, and it is too much.”"],
    ),
    "a heading under a call": (
        "<div class='x7'><div>Sign up for our newsletter about the yards.</div><h2>Older hulls</h2></div>",
        ["Older hulls"],
    ),
    "a heading of prose": ("<div class='x7'><h2>Older hulls</h2></div>", ["Older hulls"]),
    "the US and a number of jets": (
        "<div class='x7'><div>On both sides</div><div>The US flew eleven sorties, with Su-30 jets in answer to them.</div></div>",
        ["On both sides", "The US flew eleven sorties, with Su-30 jets in answer to them."],
    ),
}


@pytest.mark.parametrize("what", KEPT)
def test_what_is_set_apart_and_tells_something_stays(what: str) -> None:
    """Another element is no reason by itself."""
    html, texts = KEPT[what]
    assert body_of(between(html)) == [*PROSE[:3], *texts, *PROSE[3:]]


def test_what_repeats_is_how_the_text_is_built() -> None:
    """A page of entries, each under a label of the same make, stays whole; a few such labels are set apart."""
    label = "<div class='x7'><div>{}</div></div>"
    names = ["Tug Alma", "Tug Berta", "Tug Clara", "Tug Dora", "Tug Emma", "Tug Frida"]
    entries = [
        block for name, text in zip(names, PROSE, strict=True) for block in (label.format(name), f"<p>{text}</p>")
    ]
    whole = body_of(page(*paragraphs(PARAGRAPHS["en"][6:8]), *entries))
    assert [text for text in whole if text in names] == names
    few = body_of(page(*paragraphs(PARAGRAPHS["en"][6:8]), *entries[:4], *paragraphs(PROSE[2:])))
    assert not [text for text in few if text in names]


def test_pulled_quotes_go_and_other_quotes_stay() -> None:
    """Words shown large that a paragraph holds word for word are no text of their own; others are."""
    pulled = "nobody here has learned to like them"
    assert any(pulled in text for text in PROSE)
    assert body_of(between(f"<blockquote><p>“{pulled}”</p></blockquote>")) == PROSE
    assert rules(between(f"<blockquote><p>“{pulled}”</p></blockquote>"))[f"“{pulled}”"] == "prune:pulled_quote"
    other = "“Nobody at the pier had learned to swim in winter.”"
    assert body_of(between(f"<blockquote><p>{other}</p></blockquote>")) == [*PROSE[:3], other, *PROSE[3:]]
