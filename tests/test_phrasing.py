"""Lines worded as publications speak of themselves go where such lines stand; those that are not, or stand elsewhere, stay."""

import math
from pathlib import Path

import pytest
from captured import captured
from clutter_words import HEADLINES, LOOKALIKES, PARAGRAPHS
from hypothesis import given
from hypothesis import strategies as st
from test_calls import LINES

from extract import Article, draft, extract_article, phrasing
from extract.calls import call_kind
from extract.cues import line_kind
from extract.phrasing import NOWHERE, SUSPECT, features_of, leaning, telling
from training.lines import HARD, Line, importance, our_lines, short

# In wordings that neither a list of ours nor a line to learn from has.
NOTICES = {
    "en": [
        "Our newsletter team writes to subscribers each Monday, free.",
        "Sign up and our editors will email you the latest from this section.",
        "You can listen to more episodes of our podcast in the app.",
    ],
    "de": ["Melden Sie sich für unseren Newsletter an und lesen Sie jeden Morgen mehr.", "Diskutieren Sie mit uns in den Kommentaren unter dem Beitrag."],
    "fr": ["Inscrivez-vous à notre infolettre et lisez la suite dans l'application.", "Retrouvez tous nos podcasts et abonnez-vous sur notre site."],
    "es": ["Apúntese a nuestro boletín y reciba cada mañana las noticias en su correo.", "Escuche nuestro pódcast y síganos en la aplicación."],
    "uk": ["Підписуйтеся на нашу розсилку й читайте більше новин на нашому сайті.", "Слухайте наш подкаст і стежте за нами у застосунку."],
    "tr": ["Bültenimize kaydolun, haberlerimizi her sabah e-postanıza gönderelim.", "Podcastimizi uygulamamızdan dinleyin ve bizi takip edin."],
}  # fmt: skip
MOTTO = "The week at the yards, told by our editors, for whoever missed it"
PLAIN = "Three hulls were moved to the outer basin before the first frost."
LATIN_UNKNOWN = "Zgrub vantel orsimo pelquat"


def page(*blocks: str, language: str = "en", prose: list[str] | None = None) -> str:
    texts = [f"<p>{text}</p>" for text in prose or PARAGRAPHS[language][:6]]
    headline = HEADLINES[language][0]
    return (
        f"<html lang={language}><head><meta charset=utf-8><title>{headline}</title></head><body><article><h1>{headline}</h1>"
        f"{''.join(texts[:3])}{''.join(blocks)}{''.join(texts[3:])}</article></body></html>"
    )


def read(html: str) -> tuple[list[str], dict[str, str]]:
    """The paragraphs of a page, and the rules of what was dropped from it."""
    found = extract_article(captured(html), explain=True)
    assert isinstance(found, Article), found
    assert found.explanation is not None
    return found.body.split("\n\n"), {d.text: d.rule for d in found.explanation.dropped}


@pytest.mark.parametrize(("language", "text"), [(language, text) for language in NOTICES for text in NOTICES[language]])
def test_notices_in_words_of_their_own_lean_and_go(language: str, text: str) -> None:
    """They lean further than any paragraph or look-alike of the language, and do not come out."""
    others = [t for t in (*PARAGRAPHS[language], *LOOKALIKES[language]) if len(t) <= 240]
    assert leaning(text) > max(0.5, *map(leaning, others))
    assert read(page(f"<p>{text}</p>", language=language))[0] == PARAGRAPHS[language][:6]


def test_explained_by_the_words_that_spoke_against_it() -> None:
    """The rule names them."""
    rule = read(page(f"<p>{MOTTO}</p>"))[1][MOTTO]
    assert rule == f"prune:phrasing:{telling(MOTTO)}"
    assert telling(MOTTO)
    assert all(words in MOTTO.lower() for words in telling(MOTTO).split(", "))


def test_text_between_notices_stays() -> None:
    """What is beside a sentence does not take it along."""
    assert read(page(f"<p>{MOTTO}</p>", f"<p>{PLAIN}</p>", f"<p>{MOTTO}</p>"))[0][3] == PLAIN


LINE = "Walrus calves dozed upon driftwood."
GUIDE = [
    f"You will need {n} tools for this, and we tell you where to put each of them before you begin."
    for n in range(4, 10)
]
STEEL = [f"{text} Walrus calves dozed upon the driftwood." for text in PARAGRAPHS["en"][:6]]


@pytest.mark.parametrize(
    ("lean", "html", "stays"),
    [
        pytest.param(0.5, page(f"<p>{LINE}</p>"), False, id="one of the paragraphs"),
        pytest.param(-1.2, page(f"<p>{LINE}</p>"), True, id="one of the paragraphs that leans little"),
        pytest.param(
            -1.0, page(f"<x-note class=k2><span>{LINE}</span></x-note>"), False, id="in an element of another make"
        ),
        pytest.param(
            -1.6, page(f"<x-note class=k2><span>{LINE}</span></x-note>"), True, id="never if it leans to the text"
        ),
        pytest.param(-1.0, page(f"<p>{MOTTO}</p>", f"<p>{LINE}</p>"), False, id="beside what has gone"),
        pytest.param(3.0, page(f"<p>{LINE}</p>", prose=GUIDE), True, id="in a text that says we and you"),
        pytest.param(9.0, page(f"<p>{LINE}</p>", prose=GUIDE), False, id="even there if it leans far"),
        pytest.param(3.0, page(f"<p>{LINE}</p>", prose=STEEL), True, id="with the words of the text"),
        pytest.param(9.0, page(f"<p>“{LINE}”</p>"), True, id="in quotation marks"),
        pytest.param(9.0, page(f"<p>”{LINE}”</p>"), True, id="in the quotation marks of the North"),
        pytest.param(
            9.0,
            page("<p>The pilot was sure. “Walrus calves dozed upon driftwood,” he said.</p>"),
            True,
            id="with words that somebody says",
        ),
        pytest.param(0.2, page(f"<p>{LINE} That is what the pilot said.</p>"), True, id="as somebody said"),
        pytest.param(9.0, page(f"<p>Correction: {LINE}</p>"), True, id="in a correction"),
        pytest.param(
            1.5, page("<p>Walrus calves dozed upon driftwood beside the whalebones.</p>"), False, id="a sentence"
        ),
        pytest.param(9.0, page(f"<h3>{LINE}</h3>"), True, id="as the title of what follows"),
        pytest.param(
            9.0,
            page(f"<h3>{LINE}</h3>", "<p>Advertisement</p>", "<p>Share this</p>"),
            True,
            id="as the title, behind what has gone",
        ),
        pytest.param(2.0, page(f"<ul><li>{LINE}</li><li>{PLAIN}</li></ul>"), True, id="in a list"),
        pytest.param(9.0, page(f"<ul><li>{LINE}</li><li>Rain at noon</li></ul>"), False, id="in a list that leans"),
        pytest.param(9.0, page(f"<p>They saw:</p><ul><li>{LINE}</li><li>Rain at noon</li></ul>"), True, id="led to"),
        pytest.param(9.0, page(f"<div><ul><li>{LINE}</li></ul></div>"), False, id="alone in a list"),
        pytest.param(0.5, page(f"<p>{LINE[:-1]}:</p>"), True, id="with a colon"),
        pytest.param(
            1.0,
            page("<p>Walrus calves <a href='#calves'>dozed</a> upon driftwood.</p>"),
            True,
            id="to a part of the page",
        ),
        pytest.param(
            9.0, f"<section>{page(f'<p>“{MOTTO}”</p><p>{LINE}</p>')}</section>", False, id="beside a quotation"
        ),
    ],
)
def test_the_place_of_a_line_decides(lean: float, html: str, stays: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """What leans a little goes where such lines stand, what leans far goes almost anywhere."""
    words = leaning
    monkeypatch.setattr(draft, "leaning", lambda text: lean if "Walrus" in text and len(text) < 90 else words(text))
    assert any("Walrus" in text and len(text) < 90 for text in read(html)[0]) is stays


def test_a_text_of_nothing_but_such_lines_stays() -> None:
    """Then they are how it is worded; where there is more other text, they go."""
    places = [
        "yards",
        "docks",
        "slips",
        "locks",
        "cranes",
        "piers",
        "basins",
        "wharves",
        "moles",
        "quays",
        "ferries",
        "tugs",
    ]
    calls = [f"Stories from the {place} are in print this week, by our team." for place in places]
    assert all(leaning(call) > 2 for call in calls)
    few = PARAGRAPHS["en"][:2]
    assert read(page(*[f"<p>{call}</p>" for call in calls], prose=few))[0] == [*few, *calls]
    assert read(page(*[f"<p>{call}</p>" for call in calls[:3]]))[0] == PARAGRAPHS["en"][:6]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les riverains peuvent s’inscrire aux alertes par SMS en mairie ; 640 foyers sur 900 l’ont déjà fait."),
        ("tr", "Aylık abonman ücreti öğrenciler için 240 lira olarak belirlendi, hafta sonu kartı ise kaldırıldı."),
        (
            "en",
            "The story first appeared in a magazine for railway clerks and was reprinted eleven times before he learned of it.",
        ),
        ("en", "This is the third in a series of fires at the depot, and investigators no longer believe in chance."),
    ],
)
def test_sentences_that_only_have_the_words_of_a_call_stay(language: str, text: str) -> None:
    """What is worded like a text is not asked for patterns."""
    assert call_kind(text) or line_kind(text)
    assert text in read(page(f"<p>{text}</p>", language=language))[0]


def test_a_notice_with_the_mark_for_it_goes_whatever_its_names() -> None:
    """Names of firms lean nowhere."""
    notice = "The-CNN-Wire ™ & © 2013 Cable News Network, Inc., a Time Warner Company. All rights reserved."
    assert leaning(notice) < SUSPECT
    assert read(page(f"<p>{notice}</p>"))[0] == PARAGRAPHS["en"][:6]


def test_a_pointer_below_each_of_several_entries_stays() -> None:
    """More than a few are how a text is built."""
    pointing = "<p>Read our full review here.</p>"
    entries = [f"<p>{text}</p>{pointing}" for text in PARAGRAPHS["en"][6:10]]
    assert read(page(*entries))[0].count("Read our full review here.") == 4
    assert read(page(*entries[:2]))[0].count("Read our full review here.") == 0


def test_many_lines_that_begin_alike_stay() -> None:
    """More than a few are how a text is built."""
    founded = [f"Stories so far, this week: {number}" for number in range(4)]
    assert all(leaning(line) > 2 for line in founded)
    assert read(page(*[f"<p>{line}</p>" for line in founded]))[0] == [
        *PARAGRAPHS["en"][:3],
        *founded,
        *PARAGRAPHS["en"][3:6],
    ]


@pytest.mark.parametrize(
    "text",
    ["", " ", LATIN_UNKNOWN, "𐀀𐀁", "۱۲۳", "Newsletter", "订阅我们的电子报", "港のメールマガジンに登録しませんか。"],
)
def test_lines_without_a_known_word_lean_nowhere(text: str) -> None:
    """Size and form alone say nothing, in a language that was not learned least of all; nor do single words and signs."""
    assert leaning(text) == NOWHERE


def test_calls_in_scripts_without_blanks_are_asked_their_patterns() -> None:
    """They lean nowhere, and go all the same."""
    notice = "本サイトの記事・写真の無断転載を禁じます。著作権は港湾新聞社またはその情報提供者に属します。すべての内容は日本の著作権法ならびに国際条約により保護されています。"
    assert len(notice) > 60
    assert notice not in read(page(f"<p>{notice}</p>"))[0]


@given(st.text(max_size=300))
def test_any_text_has_a_leaning(text: str) -> None:
    """It is a number or nowhere, and the sum of the features' weights."""
    weights = {**phrasing._FORMS, **phrasing._SINGLE} | {f"{stem}*": w for stem, w in phrasing._STEMS.items()}
    weights |= {f"{a} {b}": w for a, after in phrasing._PAIRS.items() for b, w in after.items()}
    lean = leaning(text)
    assert lean == NOWHERE or math.isclose(
        lean, weights["<start>"] + sum(weights.get(f, 0) for f in features_of(text)), abs_tol=1e-9
    )
    telling(text)


def test_sentences_signed_by_an_agency_lean_as_without() -> None:
    """Who sent a sentence says nothing of it."""
    assert leaning(f"{PLAIN} (dpa)") == leaning(PLAIN)


@pytest.mark.parametrize("line", [line for _, line in LINES if len(line) > 60])
def test_no_call_is_hidden_by_its_words(line: str) -> None:
    """Of a longer line no word of which speaks against it no pattern is asked: the words of calls do."""
    assert leaning(line) > NOWHERE


def test_lines_to_learn_from_are_sound() -> None:
    """No line is learned as both; each language has lines of both kinds."""
    lines = short(our_lines())
    around = {(x.language, x.text) for x in lines if x.around}
    texts = {(x.language, x.text) for x in lines if not x.around}
    assert not around & texts
    assert {language for language, _ in around} == {language for language, _ in texts} >= set(PARAGRAPHS)
    assert len(around) > 10_000
    assert len(texts) > 10_000


def test_lines_in_another_form_are_named(tmp_path: Path) -> None:
    """Whoever adds a line is told where it is wrong."""
    (tmp_path / "xx.tsv").write_text("+\tnewsletter\tGet it daily.\n+ newsletter Get it weekly.\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"xx\.tsv, line 2: expected \+ or -, a kind and a text, parted by tabs"):
        list(our_lines(tmp_path))


def test_texts_count_alike_in_all_languages() -> None:
    """A language with few texts is no more suspect than that with many."""
    lines = [Line(f"n{i}", True, "en") for i in range(10)] + [Line(f"t{i}", False, "en") for i in range(60)]
    lines += [Line(f"n{i}", True, "xx") for i in range(8)] + [Line(f"t{i}", False, "xx") for i in range(4)]
    counts = importance(lines)
    total = {(x.language, x.around): 0.0 for x in lines}
    for line, count in zip(lines, counts, strict=True):
        total[line.language, line.around] += count
    assert importance([Line("t", False, "en", hard=True), *lines])[0] == HARD * counts[10]
    assert total["en", False] / total["en", True] == total["xx", False] / total["xx", True] == 6
