"""Metadata of whole pages as the press of many countries prints them, and of data as content systems really write it."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from extract.capture import Capture
from extract.metadata import Metadata, read_metadata
from extract.page import Page
from extract.structured import read
from extract.tree import parse

FETCHED = datetime(2025, 6, 1, 12, 0, tzinfo=UTC)
URL = "https://www.example.org/news/frigate-1234"
PROSE = "<p>The frigate left the yard on Thursday morning, watched by her crew and by a few hundred guests.</p>" * 4


def described(head: str, body: str, language: str = "en", url: str = URL, **hints: Any) -> Metadata:
    tree = parse(f"<html lang='{language}'><head>{head}</head><body>{body}</body></html>")
    page = Page(Capture(url=url, fetched_at=FETCHED, hints=hints), None, None, tree, read(tree, url))
    told: list[tuple[Any, ...]] = []
    found = read_metadata(page)
    assert read_metadata(page, lambda *evidence: told.append(evidence)) == found
    assert told
    return found


def ld(value: object) -> str:
    return f'<script type="application/ld+json">{value if isinstance(value, str) else json.dumps(value)}</script>'


def article(**values: Any) -> dict[str, Any]:
    return {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Frigate launched in Goa", **values}


@pytest.mark.parametrize(
    ("language", "headline", "byline", "dateline", "authors", "published", "modified"),
    [
        ("en", "Frigate leaves the yard", "By Jane Roe, Naval Correspondent", "Published: March 4, 2025 10:31 am EST <br> Updated: March 5, 2025 9:00 am EST",
         ("Jane Roe",), "2025-03-04T15:31", "2025-03-05T14:00"),
        ("en-IN", "Frigate leaves the yard", "By Web Desk", "Updated - March 05, 2025 09:00 pm IST<br>Published - March 04, 2025 10:31 pm IST",
         ("Web Desk",), "2025-03-04T17:01", "2025-03-05T15:30"),
        ("de", "Fregatte verlässt die Werft", "Von Max Müller und Anna Schmidt", "Veröffentlicht am 04.03.2025, 10:31 Uhr MEZ<br>Aktualisiert am 05.03.2025, 9:00 Uhr MEZ",
         ("Max Müller", "Anna Schmidt"), "2025-03-04T09:31", "2025-03-05T08:00"),
        ("fr", "La frégate quitte le chantier", "Par Jean Dupont, envoyé spécial à Lorient", "Publié le 4 mars 2025 à 10h31<br>Mis à jour le 5 mars 2025 à 9h00",
         ("Jean Dupont",), "2025-03-04T10:31", "2025-03-05T09:00"),
        ("es", "La fragata deja el astillero", "Por Juan Pérez y María García", "Publicado el 4 de marzo de 2025, 10:31 CET<br>Actualizado el 5 de marzo de 2025, 9:00 CET",
         ("Juan Pérez", "María García"), "2025-03-04T09:31", "2025-03-05T08:00"),
        ("it", "La fregata lascia il cantiere", "di Mario Rossi", "Pubblicato il 4 marzo 2025 alle 10:31<br>Aggiornato il 5 marzo 2025 alle 09:00",
         ("Mario Rossi",), "2025-03-04T10:31", "2025-03-05T09:00"),
        ("pt-BR", "A fragata deixa o estaleiro", "Por João Silva", "Publicado em 04/03/2025 às 10h31<br>Atualizado em 05/03/2025 às 09h00",
         ("João Silva",), "2025-03-04T10:31", "2025-03-05T09:00"),
        ("nl", "Fregat verlaat de werf", "Door Jan de Vries", "Gepubliceerd op 4 maart 2025 om 10:31<br>Bijgewerkt op 5 maart 2025 om 9:00",
         ("Jan de Vries",), "2025-03-04T10:31", "2025-03-05T09:00"),
        ("pl", "Fregata opuszcza stocznię", "Autor: Jan Kowalski", "Opublikowano: 4 marca 2025, 10:31<br>Zaktualizowano: 5 marca 2025, 9:00",
         ("Jan Kowalski",), "2025-03-04T10:31", "2025-03-05T09:00"),
        ("cs", "Fregata opouští loděnici", "Autor: Jan Novák", "Publikováno 4. března 2025 10:31<br>Aktualizováno 5. března 2025 9:00",
         ("Jan Novák",), "2025-03-04T10:31", "2025-03-05T09:00"),
        ("uk", "Фрегат залишає верф", "Автор: Іван Петренко", "Опубліковано 4 березня 2025, 10:31<br>Оновлено 5 березня 2025, 09:00",
         ("Іван Петренко",), "2025-03-04T10:31", "2025-03-05T09:00"),
        ("ru", "Фрегат покидает верфь", "Автор: Иван Петров", "Опубликовано 4 марта 2025 в 10:31 (МСК)<br>Обновлено 5 марта 2025 в 9:00 (МСК)",
         ("Иван Петров",), "2025-03-04T07:31", "2025-03-05T06:00"),
        ("tr", "Fırkateyn tersaneden ayrıldı", "Yazar: Ahmet Yılmaz", "Yayınlanma: 04.03.2025 - 10:31<br>Güncelleme: 05.03.2025 - 09:00",
         ("Ahmet Yılmaz",), "2025-03-04T10:31", "2025-03-05T09:00"),
        ("ar", "الفرقاطة تغادر الحوض", "بقلم: أحمد علي", "نُشر في ٤ مارس ٢٠٢٥ ١٠:٣١<br>آخر تحديث ٥ مارس ٢٠٢٥ ٠٩:٠٠",
         ("أحمد علي",), "2025-03-04T10:31", "2025-03-05T09:00"),
        ("zh", "护卫舰驶离船厂", "记者：王小明", "发布时间：2025年3月4日 10:31<br>更新时间：2025年3月5日 09:00",
         ("王小明",), "2025-03-04T10:31", "2025-03-05T09:00"),
        ("ja", "フリゲートが造船所を離れる", "筆者：山田太郎", "公開 2025年3月4日 10時31分<br>更新 2025年3月5日 9時00分",
         ("山田太郎",), "2025-03-04T10:31", "2025-03-05T09:00"),
        ("ko", "호위함 조선소를 떠나다", "김철수 기자", "입력 2025.03.04. 오전 10:31<br>수정 2025.03.05. 오전 9:00",
         ("김철수",), "2025-03-04T10:31", "2025-03-05T09:00"),
        ("hi", "युद्धपोत ने शिपयार्ड छोड़ा", "लेखक: राम कुमार", "प्रकाशित: 4 मार्च 2025, 10:31 AM IST<br>अपडेट: 5 मार्च 2025, 9:00 AM IST",
         ("राम कुमार",), "2025-03-04T05:01", "2025-03-05T03:30"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("shape", ["named", "bare", "times"])
def test_a_page_that_only_prints(
    language: str,
    headline: str,
    byline: str,
    dateline: str,
    authors: tuple[str, ...],
    published: str,
    modified: str,
    shape: str,
) -> None:
    """Headline, names, publication and change are read from print alone, and a card's date below is not."""
    first, second = dateline.split("<br>")
    if shape == "named":
        lines = f"<p class='byline'>{byline}</p><p class='date'>{first}</p><p class='date'>{second}</p>"
    elif shape == "times":
        lines = f"<p class='author'>{byline}</p><p><time>{first}</time></p><p><time>{second}</time></p>"
    else:
        lines = f"<div><span class='author-name'>{byline}</span></div><div><span>{first}</span></div><div><span>{second}</span></div>"
    cards = "<section class='related-stories'><a href='/b'>More</a> <time datetime='2025-05-20T10:00Z'>20.05.2025</time></section>"
    found = described("<title>Example</title>", f"<h1>{headline}</h1>{lines}{PROSE}{cards}", language)
    assert found.headline == headline
    assert found.authors == authors
    assert found.published_at is not None
    assert found.modified_at is not None
    assert found.published_at.isoformat()[:16] == published
    assert found.modified_at.isoformat()[:16] == modified


@pytest.mark.parametrize(
    "script",
    [
        article(datePublished="2025-05-15T10:30:00+02:00", author=[{"@type": "Person", "name": "Jane Roe"}]),
        [None, article(datePublished="2025-05-15T10:30:00+02:00", author="Jane Roe"), {"@type": "WebSite", "name": "Example"}],
        {"@graph": [{"@type": "Person", "@id": "#jane", "name": "Jane Roe"}, article(datePublished="2025-05-15T10:30:00+02:00", author={"@id": "#jane"})]},
        article(datePublished=["2025-05-15T10:30:00+02:00"], author={"@type": "Person", "name": "Jane Roe", "jobTitle": "Editor"}, dateModified=None),
        '{"@type":"NewsArticle","headline":"Frigate launched in Goa","datePublished":"2025-05-15T10:30:00+02:00","author":{"name":"Jane Roe",},}',
        '/* article */ {"@type":"NewsArticle","headline":"Frigate launched in Goa","datePublished":"2025-05-15T10:30:00+02:00","author":{"name":"Jane Roe"}}',
        '// <![CDATA[\n{"@type":"NewsArticle","headline":"Frigate launched in Goa",\n// when\n"datePublished":"2025-05-15T10:30:00+02:00","author":"Jane Roe"}\n// ]]>',
        '{"@type":"NewsArticle","headline":"Frigate\nlaunched\tin Goa","datePublished":"2025-05-15T10:30:00+02:00","author":"Jane Roe"}',
        '{"@type":"NewsArticle","headline":"Frigate launched in Goa","description":"The "second" of four","datePublished":"2025-05-15T10:30:00+02:00","author":{"@type":"Person","name":"Jane Roe"}}',
        '{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;headline&quot;:&quot;Frigate launched in Goa&quot;,&quot;datePublished&quot;:&quot;2025-05-15T10:30:00+02:00&quot;,&quot;author&quot;:&quot;Jane Roe&quot;}',
        '{"@type":"NewsArticle","headline":"Frigate launched in Goa","datePublished":"2025-05-15T10:30:00+02:00","author":"Jane Roe"} {"@type":"Organization","name":"Example"}',
        '<!-- {"@type":"NewsArticle","headline":"Frigate launched in Goa","datePublished":"2025-05-15T10:30:00+02:00","author":"Jane Roe"} -->',
        '{"@type":"NewsArticle","headline":"Frigate launched in Goa","datePublished":"2025-05-15T10:30:00+02:00","author":"Jane Roe"',
        '{"@type":"NewsArticle","headline":"Frigate launched in Goa","x":undefined,"datePublished":"2025-05-15T10:30:00+02:00","author":"Jane Roe"}',
        '{"@type":"NewsArticle","headline":"Frigate launched in Goa","x":\'y\',"datePublished":"2025-05-15T10:30:00+02:00","author":"Jane Roe"};',
    ],
)  # fmt: skip
def test_json_ld_as_it_is_written(script: object) -> None:
    """Lists, graphs, references, holes, comments, trailing commas, raw line breaks and cut ends hide nothing."""
    found = described(ld(script), PROSE)
    assert found.headline == "Frigate launched in Goa"
    assert found.authors == ("Jane Roe",)
    assert found.published_at == datetime(2025, 5, 15, 8, 30, tzinfo=UTC)


def test_among_articles_the_one_that_the_page_is_headed_with_is_its_own() -> None:
    """Where addresses tell nothing and the title is another, the printed heading picks the article; its neighbours keep their dates."""
    others = [
        article(headline=f"Story number {n}", datePublished="2025-01-01T00:30:00Z", author="Max Moe") for n in range(3)
    ]
    own = article(datePublished="2025-05-15T08:30:00Z", author="Jane Roe")
    found = described("<title>She floats</title>" + ld([*others, own]), f"<h1>Frigate launched in Goa</h1>{PROSE}")
    assert (found.authors, found.published_at) == (("Jane Roe",), datetime(2025, 5, 15, 8, 30, tzinfo=UTC))


@pytest.mark.parametrize(
    ("head", "source"),
    [
        ('<meta property="article:published_time" content="2025-05-15T10:30:00+02:00">', "meta"),
        ('<meta name="DC.date.issued" content="2025-05-15T10:30:00+02:00">', "meta"),
        ('<meta name="parsely-pub-date" content="2025-05-15T08:30:00Z">', "meta"),
        ('<meta name="sailthru.date" content="Thu, 15 May 2025 08:30:00 +0000">', "meta"),
        ('<meta itemprop="datePublished" content="2025-05-15T10:30:00+02:00">', "meta"),
        ('<meta name="cXenseParse:recs:publishtime" content="2025-05-15T08:30:00.000Z">', "meta"),
        ('<meta name="publish-date" content="2025-05-15 10:30 +0200">', "meta"),
        ('<meta property="og:article:published_time" content="2025-05-15T10:30:00+02:00">', "meta"),
        ('<meta name="date" content="Thu May 15 2025 10:30:00 GMT+0200 (CEST)">', "meta"),
    ],
)  # fmt: skip
def test_every_usual_date_tag_is_read(head: str, source: str) -> None:
    """Open Graph, Dublin Core, Parse.ly, Sailthru and the like: one instant, whatever the tag is called."""
    found = described(head, f"<h1>Frigate launched in Goa</h1>{PROSE}")
    assert (found.published_source, found.published_at) == (source, datetime(2025, 5, 15, 8, 30, tzinfo=UTC))


@pytest.mark.parametrize(
    "body",
    [
        "<span itemprop='datePublished' content='2025-05-15T10:30:00+02:00'>a while ago</span>",
        "<time itemprop='datePublished' datetime='2025-05-15T10:30:00+02:00'>15 May</time>",
        "<time class='entry-date' datetime='2025-05-15T08:30:00Z'>15 May</time>",
        "<time pubdate datetime='2025-05-15T10:30:00+0200'>15 May</time>",
        "<span class='date' data-timestamp='1747297800'>2 hours ago</span>",
        "<span class='published' data-datetime='2025-05-15T10:30:00+02:00'>2 hours ago</span>",
        "<span class='timestamp' data-published-at='1747297800000'></span>",
        "<abbr class='published' title='2025-05-15T10:30:00+02:00'>15 May</abbr>",
        "<relative-time datetime='2025-05-15T08:30:00Z'>15 May</relative-time>",
        "<span class='date' title='15 May 2025 10:30 CEST'>15 May</span>",
        "<p class='meta'>By Jane Roe | 15 May 2025, 10:30 CEST | 5 min read</p>",
        "<p class='meta'>15 May 2025 - 10:30 CEST</p>",
    ],
)  # fmt: skip
def test_marked_up_dates_are_read(body: str) -> None:
    """Microdata, `<time>`, and attributes that hold for machines what is shown as "2 hours ago"."""
    card = "<div class='teaser'><time datetime='2025-05-01T10:00Z'>1 May 2025</time></div>"
    found = described("", f"<h1>Frigate launched in Goa</h1>{body}{PROSE}{card}")
    assert found.published_at == datetime(2025, 5, 15, 8, 30, tzinfo=UTC)


def test_dates_of_cards_are_never_taken() -> None:
    """What stands with other headlines is theirs, above the text as below it, named for it or not."""
    cards = "".join(
        f"<li class='item'><a href='/{n}'><h3>Another ship, number {n}</h3></a><time datetime='2025-05-{n + 10}'>x</time></li>"
        for n in range(5)
    )
    for before, after in (
        (cards, ""),
        ("", f"<h2>You may also like</h2>{cards}"),
        ("", f"<div class='grid'>{cards}</div>"),
    ):
        found = described("", f"<ul>{before}</ul><main><h1>Frigate launched in Goa</h1>{PROSE}<ul>{after}</ul></main>")
        assert found.published_at is None


def test_a_date_in_the_future_is_refused_everywhere() -> None:
    """An event, a typing error or an embargo is no publication, wherever it stands."""
    later = "2025-07-01T10:00:00Z"
    body = f"<h1>Frigate launched in Goa</h1><time datetime='{later}'>1 July 2025</time><p class='date'>1 July 2025</p>"
    head = ld(article(datePublished=later)) + f'<meta property="article:published_time" content="{later}">'
    assert (
        described(head, body + PROSE, url="https://www.example.org/2025/07/01/frigate", published=later).published_at
        is None
    )


@pytest.mark.parametrize(
    ("stated", "headline"),
    [
        ("<title>Frigate launched in Goa | Example Defence</title>", "Frigate launched in Goa"),
        ("<title>Frigate launched in Goa - Example Defence</title>", "Frigate launched in Goa"),
        ("<title>Frigate launched in Goa – Example Defence – News</title>", "Frigate launched in Goa"),
        ("<title>Frigate launched in Goa — Example Defence</title>", "Frigate launched in Goa"),
        ("<title>Frigate launched in Goa :: Example Defence</title>", "Frigate launched in Goa"),
        ("<title>Frigate launched in Goa » Example Defence</title>", "Frigate launched in Goa"),
        ("<title>Frigate launched in Goa • Example Defence</title>", "Frigate launched in Goa"),
        ("<title>Example Defence | Frigate launched in Goa</title>", "Frigate launched in Goa"),
        ("<title>Example Defence: Frigate launched in Goa</title>", "Frigate launched in Goa"),
        ("<title>Frigate launched in Goa | Naval | Example Defence</title>", "Frigate launched in Goa"),
        ("<title>Frigate launched in Goa |Example Defence</title>", "Frigate launched in Goa"),
        ("<title>Frigate launched in Goa ｜ Example Defence</title>", "Frigate launched in Goa"),
        ("<title>Frigate launched in Goa / Example Defence</title>", "Frigate launched in Goa"),
        ("<title>Frigate launched in Goa (Example Defence)</title>", "Frigate launched in Goa"),
        ("<title>Frigate launched in Goa, Example Defence</title>", "Frigate launched in Goa"),
        ("<title>Frigate launched in Goa, second of four - Example Def...</title>", "Frigate launched in Goa, second of four"),
        ("<title>Frigate &amp;#8216;Goa&amp;#8217; launched - Example Defence</title>", "Frigate ‘Goa’ launched"),
        ('<title>Frigate launched in…</title><meta property="og:title" content="Frigate launched in..."><meta name="twitter:title" content="Frigate launched in Goa">',
         "Frigate launched in Goa"),
        ('<title>x</title><meta property="og:title" content="F-16 - the old jet - flies on">', "F-16 - the old jet - flies on"),
    ],
)  # fmt: skip
def test_the_publications_name_comes_off_a_title(stated: str, headline: str) -> None:
    """Whatever parts them, on either side, shortened or with a rubric between: the headline alone is left."""
    head = stated + '<meta property="og:site_name" content="Example Defence">'
    assert described(head, PROSE, url="https://www.exampledefence.org/a").headline == headline


def test_of_three_headlines_the_printed_one_is_taken() -> None:
    """JSON-LD is cut at 110 characters, Open Graph is written for sharing: the page's own heading is neither."""
    long = "Frigate launched in Goa after nine years of work, second of four ships that the navy ordered from the yard in 2016"
    head = ld(article(headline=long[:90] + "...")) + '<meta property="og:title" content="She floats! Watch the launch">'
    assert described(head, f"<h1>{long}</h1>{PROSE}").headline == long


def test_the_rest_of_what_a_page_says() -> None:
    """Subheadline, section, tags, picture, canonical address, access, views and language from one page."""
    head = ld(
        article(
            alternativeHeadline="The second of four ships is to join the fleet in 2027",
            articleSection="Naval",
            keywords=["frigate", "Goa", "frigate"],
            isAccessibleForFree="False",
            inLanguage="en-GB",
            image={
                "@type": "ImageObject",
                "url": "/i/frigate.jpg",
                "caption": "At her berth",
                "creditText": "Jane Roe",
            },
            interactionStatistic=[
                {"interactionType": "https://schema.org/ReadAction", "userInteractionCount": "1,057"}
            ],
        )
    )
    head += '<link rel="canonical" href="https://example.org/news/frigate-1234?utm_source=x">'
    found = described(head, f"<h1>Frigate launched in Goa</h1>{PROSE}<div class='paywall'>Subscribe to read on</div>")
    assert found.subheadline == "The second of four ships is to join the fleet in 2027"
    assert (found.section, found.tags) == ("Naval", ("frigate", "Goa"))
    assert found.lead_image is not None
    assert (found.lead_image.url, found.lead_image.caption, found.lead_image.credit) == (
        "https://www.example.org/i/frigate.jpg", "At her berth", "Jane Roe",
    )  # fmt: skip
    assert found.url == "https://example.org/news/frigate-1234"
    assert (found.free_access, "paywall" in found.flags) == (False, True)
    assert (found.view_count, found.language) == (1057, "en")


@pytest.mark.parametrize(
    "piece",
    [
        "<p>1/1/2024</p>",
        "<time>3 May 2024</time>",
        "<li><a href='/x'>Another ship, of which much is told here</a> <span class='date'>3 May 2024</span></li>",
        "<p class='byline'>By Jane Roe and John Doe, 3 May 2024</p>",
        "<h2>Frigate launched</h2>",
        "<figure><img src='x.jpg'><figcaption>Ship</figcaption></figure>",
        "<i itemscope><b itemprop='datePublished author headline'>3 May 2024</b></i>",
    ],
)
def test_lists_without_end_are_read(piece: str) -> None:
    """Twenty thousand dates, names or headings are walked over once: looking from each at all others would not end."""
    found = described(
        "<title>Frigate launched in Goa</title>", f"<h1>Frigate launched in Goa</h1><div>{piece * 20_000}</div>"
    )
    assert found.headline == "Frigate launched in Goa"
