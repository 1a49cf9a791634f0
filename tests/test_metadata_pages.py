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
    language: str, headline: str, byline: str, dateline: str, authors: tuple[str, ...], published: str, modified: str, shape: str
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
