"""Lines that are worded like labels and notices go, in whichever language; with one word of news they stay."""

from pkgutil import get_data

import pytest
from captured import captured
from clutter_words import HEADLINES, PARAGRAPHS

from extract import Article, extract_article
from extract.furniture import furniture_kind, is_wording
from extract.wording import fold

LISTS = [
    line.split(": ", 1)
    for line in (get_data("extract", "furniture.txt") or b"").decode("utf-8").splitlines()
    if not line.startswith("#") and " alone:" not in line
]


def test_the_lists_are_whole_and_folded() -> None:
    """Each language has all three kinds; words are compared folded, so a word that is not would never be found."""
    kinds = {tuple(head.split()) for head, _ in LISTS}
    languages = {language for language, _ in kinds}
    assert len(languages) > 20
    assert kinds == {(language, kind) for language in languages for kind in ("hard", "soft", "around")}
    words = [word for _, listed in LISTS for word in listed.split()]
    assert [word for word in words if fold(word.rstrip("*")) != word.rstrip("*")] == []


def test_no_word_stands_twice_in_a_list() -> None:
    """Nor beside a stem that it begins with."""
    lists: dict[str, list[str]] = {}
    for head, listed in LISTS:
        lists.setdefault(head, []).extend(listed.split())
    for words in lists.values():
        known = set(words)
        assert len(known) == len(words)
        bare = [word for word in words if not word.endswith("*")]
        assert [w for w in bare if any(w[:size] + "*" in known for size in range(1, len(w) + 1))] == []


NOTICES = {
    "de": "Bitte aktivieren Sie die Cookies, um die Kommentare zu sehen.",
    "fr": "Vous avez déjà un compte ? Connectez-vous pour lire la suite.",
    "es": "Suscríbete a nuestro boletín y recibe lo mejor de la semana.",
    "it": "Iscriviti alla nostra newsletter per ricevere le ultime notizie.",
    "pt": "Assine a nossa newsletter e receba as notícias do dia.",
    "nl": "Meld je aan voor onze nieuwsbrief en ontvang het laatste nieuws.",
    "pl": "Zapisz się do naszego newslettera i bądź na bieżąco.",
    "ru": "Подпишитесь на нашу рассылку и читайте новости первыми.",
    "sv": "Prenumerera på vårt nyhetsbrev och få de senaste nyheterna.",
    "cs": "Přihlaste se k odběru našeho newsletteru.",
    "el": "Εγγραφείτε στο newsletter μας για όλα τα τελευταία νέα.",
    "ro": "Abonează-te la newsletter pentru cele mai noi știri.",
    "ar": "اشترك في نشرتنا البريدية لتصلك آخر الأخبار.",
    "he": "הירשמו לניוזלטר שלנו וקבלו את כל החדשות.",
}


@pytest.mark.parametrize("language", NOTICES)
def test_notices_in_many_languages_say_nothing_of_any_news(language: str) -> None:
    """All their words are on that language's lists, and one at least is about the publication."""
    assert furniture_kind(NOTICES[language]) == "furniture"


@pytest.mark.parametrize(
    "text",
    [
        "Bitte geben Sie die Fregatte frei, um die Werft zu sehen.",
        "Vous avez déjà un canon ? Montrez-le pour lire la suite.",
        "La armada recibe lo mejor de la semana.",
        "Il capitano ha ricevuto le ultime notizie.",
        "De marine krijgt het laatste nieuws van de werf.",
        "Читайте новости с верфи первыми, просит капитан.",
        "“Please click here”",
        "No one was available for comment.",
        "Telegram is blocked.",
        "Il a fait une erreur.",
        "Il n'y a aucun lien entre les deux.",
        "La sesión se abre hoy.",
        "Twitter'a erişim yok.",
        "Це була помилка.",
        "Никто не может войти.",
    ],
)
def test_a_word_of_news_makes_news_of_a_line(text: str) -> None:
    """One word that is on no list is enough, and so is a quotation."""
    assert furniture_kind(text) is None


@pytest.mark.parametrize(
    "text", ["in unserem Liveblog", "sur notre site", "en nuestra web", "w naszym serwisie", "our newsletter"]
)
def test_parts_of_a_publication_are_named(text: str) -> None:
    """Few words, one of which names a part of a publication or its page."""
    assert is_wording(text)


@pytest.mark.parametrize("text", ["in unserem Hafen", "sur notre frégate", "the shipyard", "", "2024"])
def test_other_things_are_no_parts_of_a_publication(text: str) -> None:
    """What is named is in the news."""
    assert not is_wording(text)


HERE = {
    "de": "Wie die Werft gerettet wurde, erfahren Sie {in diesem Text}.",
    "fr": "Notre récit de la tempête est à lire {par ici}.",
    "es": "Todas las noticias del astillero, {en nuestro especial}.",
    "uk": "Як рятували верф, читайте {у нашому матеріалі}.",
    "tr": "Tersanenin hikâyesini {buradan okuyabilirsiniz}.",
    "it": "La storia del cantiere si può leggere, guarda {qui}.",
    "pt": "A história do estaleiro pode ser lida {aqui}.",
    "nl": "Hoe de werf werd gered, {lees je in dit verhaal}.",
    "pl": "Historię stoczni przeczytasz {w naszym artykule}.",
    "sv": "Hela berättelsen om varvet {hittar du här}.",
    "cs": "Celý příběh loděnice si můžete přečíst {zde}.",
    "el": "Την ιστορία του ναυπηγείου μπορείτε να τη διαβάσετε {εδώ}.",
    "ja": "造船所の物語の全文は{こちら}からお読みいただけます。",
    "ko": "조선소 이야기의 전문은 {여기}에서 확인하실 수 있습니다.",
}


def body_with(line: str) -> list[str]:
    linked = line.replace("{", "<a href='/news/yard-saved'>").replace("}", "</a>")
    paragraphs = "".join(f"<p>{text}</p>" for text in PARAGRAPHS["en"][:5])
    html = f"<html><head><meta charset=utf-8></head><body><article><h1>{HEADLINES['en'][0]}</h1>{paragraphs}<p>{linked}</p><p>{PARAGRAPHS['en'][5]}</p></article></body></html>"
    found = extract_article(captured(html))
    assert isinstance(found, Article)
    return found.body.split("\n\n")


@pytest.mark.parametrize("language", HERE)
def test_a_sentence_that_links_to_where_to_read_goes(language: str) -> None:
    """Its link is on nothing but "here" or a part of the publication, and it tells to read, watch or listen."""
    assert body_with(HERE[language]) == PARAGRAPHS["en"][:6]


@pytest.mark.parametrize(
    "line",
    [
        "Wie die Werft gerettet wurde, steht im {Bericht des Prüfers}.",
        "Le récit de la tempête, à lire dans {le rapport de la marine}, compte cent pages.",
        "El capitán dijo que todo se puede leer {aquí}.",
        "Тому верф закрили, ідеться {у звіті аудиторів}.",
    ],
)
def test_a_sentence_that_links_to_what_it_tells_of_stays(line: str) -> None:
    """A link on a thing in the news, or in what somebody says, is part of the text."""
    assert line.replace("{", "").replace("}", "") in body_with(line)


@pytest.mark.parametrize(
    "text",
    ["You can find them at desk@courier.example.", "@harbour_desk", "desk@courier.example or +49 40 555 0123"],
)
def test_where_to_write_to_is_said_of_the_publication(text: str) -> None:
    """An address for mail makes a notice of words that news may be made of, too; one to look at does not."""
    assert furniture_kind(text) == "furniture"
    assert furniture_kind("You can find them at www.courier.example.") is None


def test_what_a_publication_calls_itself_is_no_news() -> None:
    """Its name counts for nothing, and is no reason by itself: it may be told of."""
    names = ("The Zephyr Courier",)
    assert furniture_kind("Subscribe to The Zephyr Courier today", names) == "furniture"
    assert furniture_kind("Subscribe to The Zephyr Courier today") is None
    assert furniture_kind("The Zephyr Courier was there.", names) is None
