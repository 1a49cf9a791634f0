"""Calls to the reader go, in ten languages; sentences that tell of such things stay; no pattern is hidden from a line."""

import random
import re
from re import _constants as op  # the grammar of our own patterns: no other reading of them would be the same
from re import _parser as grammar
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import calls
from extract.asian_calls import asian_call
from extract.calls import LONGEST, call_kind
from extract.reported import is_reported

CALLS = {
    "newsletter": [
        "Sign up for The Signal, our weekly newsletter about the shipyards.",
        "The best naval reporting, delivered straight to your inbox every Friday.",
        "Join more than 40,000 readers of our Monday briefing.",
        "By signing up you accept our terms and the privacy policy.",
        "Stay up to date",
        "You can unsubscribe at any time.",
        "Jetzt den kostenlosen Werft-Newsletter abonnieren!",
        "Mit Ihrer Anmeldung stimmen Sie den Hinweisen zum Datenschutz zu.",
        "Recevez chaque lundi notre lettre d’information sur la marine.",
        "Pas encore abonné ?",
        "Suscríbete a nuestro boletín de defensa y mar.",
        "Al registrarte aceptas las condiciones de uso.",
        "Iscriviti alla newsletter della redazione.",
        "Zapisz się na nasz cotygodniowy newsletter.",
        "W każdej chwili możesz się wypisać.",
        "Inscreva-se e receba o boletim da semana por e-mail.",
        "Onze newsletter",
        "Підпишіться на щотижневу розсилку про флот.",
        "Haftalık bültenimize ücretsiz abone olun.",
        "Enter your email and our Friday dispatch is yours.",
        "The harbour digest lands every other Sunday.",
        "Like what you read? There is more in our Monday memo.",
        "E-Mail-Adresse eintragen und nichts verpassen",
        "Saisissez votre adresse e-mail",
        "Escribe tu correo y te lo enviamos.",
        "Введіть свою електронну пошту",
        "E-posta adresinizi yazın",
    ],
    "share": [
        "Download our free app to follow the story.",
        "Follow The Quay Review on Telegram for daily updates.",
        "Follow us on Google News.",
        "Turn on push alerts for this story.",
        "Folgen Sie uns auf WhatsApp für das Neueste aus den Häfen.",
        "Rejoignez notre chaîne WhatsApp.",
        "Síguenos en Telegram y no te pierdas nada.",
        "Seguici sul canale Telegram del giornale: iscriviti.",
        "Dołącz do nas na kanale Telegram.",
        "Siga-nos no Instagram.",
        "Volg ons op Bluesky.",
        "Стежте за нами в телеграмі: щодня свіжі новини.",
        "Bizi Telegram kanalımızdan takip edin.",
    ],
    "donation": [
        "Support our journalism with a monthly gift.",
        "Readers like you make this work possible.",
        "Please consider making a small contribution.",
        "Become a supporter of the harbour desk.",
        "Reader gifts keep the harbour desk at work. Give today.",
        "We have no billionaire owner, only readers.",
        "Before you close this tab",
        "Jede Spende zählt, auch eine kleine.",
        "Chaque don compte pour notre rédaction.",
        "Кожен донат важливий для редакції.",
        "Unterstützen Sie unsere Redaktion mit einer Spende.",
        "Faites un don : votre soutien fait vivre la rédaction.",
        "Haz una donación y apoya el periodismo local.",
        "Sostieni il nostro giornalismo con un piccolo contributo.",
        "Wesprzyj nas i naszą redakcję.",
        "Apoie o nosso jornalismo.",
        "Steun ons met een kleine bijdrage.",
        "Підтримайте нашу редакцію донатом.",
        "Bize destek olun.",
    ],
    "account": [
        "Log in to continue",
        "You have used all of your free articles this month.",
        "This report is only available to subscribers.",
        "Already have an account? Log in.",
        "Bitte melden Sie sich an, um weiterzulesen.",
        "Connectez-vous pour lire la suite.",
        "Contenido exclusivo para suscriptores.",
        "Accedi per leggere tutto.",
        "Treść tylko dla subskrybentów.",
        "Conteúdo exclusivo para assinantes.",
        "Увійдіть, щоб читати далі.",
        "Zaten abone misiniz?",
    ],
    "contact": [
        "Do you have a tip for us? Write to desk@courier.example.",
        "Got a tip? Message our newsroom on Signal.",
        "The reporter can be reached at roe@courier.example.",
        "Haben Sie Hinweise zu dieser Recherche? Schreiben Sie uns.",
        "Une information à nous transmettre ? Écrivez-nous.",
        "¿Tienes una pista sobre este caso?",
        "Hai una segnalazione? Scrivi alla redazione.",
        "Masz temat? Napisz do nas.",
        "Маєте інформацію про цей завод? Пишіть нам.",
        "Bize ulaşın: masa@courier.example",
    ],
    "correction": [
        "Spotted an error? Tell us.",
        "Report a typo",
        "Our standards: how the desk works",
        "Fehler gefunden? Bitte melden.",
        "Signaler une erreur",
        "Informar de un error",
        "Segnala un errore",
        "Zgłoś błąd",
        "Foutje gezien? Mail de redactie.",
        "Помітили помилку? Виділіть її.",
        "Hata bildirin",
    ],
    "feedback": [
        "Was this article helpful?",
        "War dieser Artikel hilfreich?",
        "Avez-vous trouvé cet article utile ?",
        "¿Te ha resultado útil este artículo?",
        "Ti è stato utile?",
        "Czy ten artykuł był pomocny?",
        "Isto foi útil?",
        "Was dit artikel nuttig?",
        "Чи була ця стаття корисною?",
        "Bu yazı yararlı mıydı?",
    ],
    "event": [
        "Join us in Bremen for the shipbuilding summit: tickets from May.",
        "Upcoming webinar: mines in shallow water",
        "We are hiring a night editor.",
        "Early-bird tickets until Friday",
        "Jetzt Tickets sichern: Forum Marine 2025",
        "Inscrivez-vous à la conférence du port.",
        "Regístrate en el seminario sobre fragatas.",
        "Iscriviti al convegno sulla marina.",
        "Zarejestruj się na konferencję o flocie.",
        "Реєструйтесь на вебінар про дрони.",
        "Çalıştaya kayıt olun",
    ],
    "poll": [
        "Poll: Should the yard build two more?",
        "Take our quiz",
        "Umfrage: Brauchen die Häfen mehr Schlepper?",
        "Sondage : faut-il un second porte-avions ?",
        "Encuesta: ¿debe el puerto cerrar de noche?",
        "Sondaggio: servono altre fregate?",
        "Ankieta: czy port powinien rosnąć?",
        "Опитування: чи потрібен другий док?",
        "Anket: İkinci havuz gerekli mi?",
    ],
    "translation": [
        "This article was translated from the Danish.",
        "Read in Ukrainian",
        "Aus dem Polnischen übersetzt von A. Weber",
        "Traduit de l'anglais par C. Morel",
        "Traducción de Marta Gil",
        "Переклад з англійської: О. Лис",
        "Çeviri: Deniz Kaya",
    ],
    "machine": [
        "This summary was generated with the help of AI and checked by editors.",
        "Ask a question about this article",
        "Diese Zusammenfassung wurde mithilfe von KI erstellt.",
        "Ce résumé a été rédigé par une intelligence artificielle.",
        "Este resumen fue hecho con inteligencia artificial.",
        "Riassunto fatto con intelligenza artificiale",
        "Streszczenie przygotowała AI",
    ],
    "listen": [
        "Listen to this story",
        "Now playing: The harbour podcast",
        "Artikel anhören (4 Minuten)",
        "Écouter cet article",
        "Escucha este artículo",
        "Ascolta questo articolo",
        "Posłuchaj artykułu",
        "Ouvir este artigo",
        "Слухати статтю",
        "Haberi dinleyin",
    ],
    "advertisement": [
        "More after the break",
        "The article continues below",
        "Der Artikel wird nach der Anzeige fortgesetzt",
        "La noticia continúa después de la publicidad",
        "L'articolo continua dopo la pubblicità",
        "Dalsza część artykułu pod reklamą",
        "Continua após a publicidade",
    ],
    "disclaimer": [
        "The views expressed here are the author's own.",
        "Except for the headline, nothing here was edited by the desk.",
        "Die in diesem Beitrag geäußerten Meinungen sind die der Autorin.",
        "Les opinions exprimées ici n'engagent que leur auteur.",
        "Las opiniones expresadas son responsabilidad de su autora.",
        "Le opinioni espresse sono dell'autore.",
        "Artykuł wyraża opinie autora.",
        "As opiniões expressas são dos autores.",
    ],
    "disclosure": [
        "Some of the links in this article are affiliate links.",
    ],
    "first_appeared": [
        "A version of this column ran in the spring issue.",
        "Syndicated from The Quay Review",
    ],
    "consent": [
        "This external content could not be loaded without your consent.",
        "Um diesen Inhalt zu sehen, brauchen wir Ihre Zustimmung.",
        "Pour voir ce contenu, acceptez les traceurs.",
        "Para ver este contenido, acepta las cookies.",
        "Per visualizzare questo contenuto serve il consenso.",
        "Aby zobaczyć tę treść, zmień ustawienia.",
        "Щоб переглянути цей вміст, дайте згоду.",
        "Bu içeriği görmek için onay verin.",
    ],
    "ticker": [
        "HUL +1.24% DCK -0.42% MST +3.1%",
    ],
}
LOOKALIKES = [
    "Before you go to sea, the master checks the ballast and signs the log.",
    "The ferry lands every other Sunday at the old pier.",
    "Tickets are free for children under six and for soldiers in uniform.",
    "Readers of the report may secure your place in history to chance.",
    "The company has no billionaire owner and 4,000 small shareholders.",
    "The captain entered your email into evidence, the clerk told the court.",
    "The US Navy signed up two yards on Friday to repair the tender.",
    "The US Navy joined the search on Telegram Island at dawn.",
    "Checks on US accounts at Facebook rose by a third last year.",
    "Find US hulls named on Facebook and count those still afloat.",
    "Joining our neighbours on Telegram, the mayor lost his reserve.",
    "Su-30 jets of the regiment flew over the strait on Sunday.",
    "Su-30",
    "Advertising spending fell by a tenth in the defence sector last year.",
    "Subscribers to the satellite service lost their signal for two hours.",
    "Sign-up bonuses for sailors will double from January.",
    "The ministry posted the video on Telegram late on Tuesday.",
    "“Join us or stay out of the way,” the admiral told the crews.",
    '"Support our troops with a donation," read the banner at the gate.',
    "First published in 1908, the tables are still used by pilots.",
    "Watch now and then slipped to three men on the bridge.",
    "Follow-on orders for the frigate are expected in the spring.",
    "Readers of the tide tables know the shoal well.",
    "The newsletter of the veterans' club printed the list of the missing.",
    "A member of the crew logged in to the system at 04:10, the inquiry found.",
    "Contact with the submarine was lost at 300 metres.",
    "The island can be reached by 200-seat ferries from the mainland.",
    "The poll closed at eight and the base voted against the pier.",
    "Donations from the diaspora paid for the ambulance.",
    "The report was taken from the captain's safe.",
    "Listen carefully and the hull tells how old it is.",
    "Register tonnage fell for a third year in a row.",
    "The agreement was translated into Finnish before the vote.",
    "Der Newsletter der Werft erschien zuletzt im März.",
    "Die Spende ging an das Seemannsheim in Emden.",
    "Das Abo der Zeitschrift lief in der Kaserne weiter.",
    "La chaîne Telegram de la brigade compte cent abonnés.",
    "Le sondage donne le maire perdant dans le quartier du port.",
    "El canal de Telegram del regimiento fue cerrado en mayo.",
    "La encuesta mostró un rechazo amplio en los astilleros.",
    "Il canale Telegram del reparto è stato chiuso a maggio.",
    "L'articolo 5 del trattato continua a valere per le isole.",
    "Kanał Telegram brygady zamknięto w maju.",
    "O boletim da marinha saiu com um dia de atraso.",
    "De nieuwsbrief van de werf verscheen voor het laatst in maart.",
    "Канал бригади в телеграмі закрили у травні.",
    "Опитування показало, що містяни проти нового причалу.",
    "Tugayın Telegram kanalı mayıs ayında kapatıldı.",
    "Hollanda'nın bağışladığı iki römorkör limanda bekletiliyor.",
    "Müşteriler pazar günü boyunca hesaplarına giriş yapamadı.",
    "Our newsroom was never searched, the publisher of the seized weekly testified on Monday.",
    "The essay first appeared in a students' weekly in 1962.",
    "All rights reserved to the pilots under the treaty of 1868 remain in force, the court held.",
    "Letters to the editor about the pier filled the weekly for a month.",
    "Con información de los prácticos, la patrulla encontró la barca vacía.",
    "Publicado originalmente en 1931, el manual sigue en uso en la escuela naval.",
    "За інформацією лоцманів, баржа сіла на мілину вночі.",
    "Üye ülkeler toplantıya pazartesi günü başladı.",
]
ASIAN = {
    "related": [
        "続きは本紙の夕刊をご覧ください。",
        "更多内容请点击本站专题。",
        "자세한 내용은 잡지 5월호에서 확인하실 수 있습니다.",
    ],
    "account": ["この記事は会員限定です。", "登录后即可继续阅读全文", "이 기사는 로그인하셔야 볼 수 있습니다."],
    "newsletter": ["港のメールマガジンに登録しませんか。", "订阅我们的电子报", "매주 뉴스레터를 받아보세요."],
    "share": ["公式チャンネルをフォローしてください。", "扫码关注港口周报", "채널 구독 부탁드립니다."],
    "copyright": ["本サイトの記事の無断転載を禁じます。", "未经本报许可，不得转载。", "무단 전재 및 재배포 금지"],
    "author": ["김하늘 기자 sky@harbour.example"],
    "agency": ["（责任编辑：李小明）"],
}
ASIAN_NEWS = [
    "海運会社は無断転載をめぐる裁判で敗れたと述べた。",
    "港の写真を拡大すると、船体の傷が見える。",
    "部队在演习后下载了全部航行数据。",
    "会员国代表星期一在首都开会。",
    "해군은 새 호위함의 사진을 공개했다.",
    "시민들은 구독료 인상에 반대했다고 협회가 밝혔다.",
]
LINES = [(kind, line) for kind, lines in CALLS.items() for line in lines]


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, lines in ASIAN.items() for line in lines])
def test_calls_in_scripts_without_blanks_are_told(kind: str, line: str) -> None:
    """Japanese, Chinese and Korean have patterns of their own: their words are not told apart by blanks."""
    assert call_kind(line) == kind


@pytest.mark.parametrize("line", ASIAN_NEWS)
def test_news_in_scripts_without_blanks_is_news(line: str) -> None:
    """The same words in a report, or a report of what somebody says, are news."""
    assert call_kind(line) is None


def by_full_scan(text: str) -> str | None:
    """The kind that trying every pattern on a line gives."""
    if calls.is_ticker(text):
        return "ticker"
    found = next((kind for kind, pattern in calls._PATTERNS if pattern.search(text)), None)
    if found is None:
        return asian_call(text)
    return None if len(text) > 60 and is_reported(text) else found


@pytest.mark.parametrize(("kind", "line"), LINES, ids=[line for _, line in LINES])
def test_calls_are_told_by_kind(kind: str, line: str) -> None:
    """What asks, offers or warns is found, and for what it is; the short cut to the patterns changes nothing."""
    assert call_kind(line) == kind == by_full_scan(line)


@pytest.mark.parametrize("line", LOOKALIKES)
def test_sentences_about_such_things_stay(line: str) -> None:
    """A sentence of the text is none, whatever words it shares with calls."""
    assert call_kind(line) is None


def test_quoted_calls_are_news() -> None:
    """Who reports what somebody asks for does not ask for it."""
    call = "Support our journalism with a gift"
    assert call_kind(f"{call}.") == "donation"
    assert call_kind(f"“{call},” the editor of the exiled paper had asked from Riga.") is None
    assert call_kind(f"{call}, the editor of the exiled paper said in an appeal from Riga.") is None


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("HUL +1.24% DCK -0.42%", True),
        ("HUL 12.40 DCK 8.15 MST 3.05", True),
        ("Steel rose 2% and copper 3% in London", False),
        ("The yard lost 4.25% in Oslo and 3.10% in Copenhagen.", False),
    ],
)
def test_tickers_are_prices_beside_names(line: str, is_one: bool) -> None:
    """Names in capitals with moves are a ticker, a sentence with two of them is not."""
    assert calls.is_ticker(line) is is_one


@given(st.text(max_size=LONGEST + 40))
def test_any_text_has_a_kind_or_none(text: str) -> None:
    """Nothing makes it fail, and long texts tell something."""
    kind = call_kind(text)
    assert kind is None or len(text) <= LONGEST


@given(st.sampled_from(LINES), st.text(alphabet="abc de", min_size=LONGEST, max_size=LONGEST + 50))
def test_long_texts_tell_something(line: tuple[str, str], more: str) -> None:
    """A call with a page behind it is none."""
    assert call_kind(f"{line[1]} {more}") is None


def written(tree: Any, choose: random.Random) -> str:
    """A text by a pattern's grammar: a branch of each choice, no assertions."""
    parts: list[str] = []
    for code, value in tree:
        if code is op.LITERAL:
            parts.append(chr(value))
        elif code is op.ANY:
            parts.append(choose.choice(" 7"))
        elif code is op.IN:
            parts.append(one_of(value, choose))
        elif code is op.BRANCH:
            parts.append(written(choose.choice(value[1]), choose))
        elif code is op.SUBPATTERN:
            parts.append(written(value[3], choose))
        elif code in (op.MAX_REPEAT, op.MIN_REPEAT):
            least, most, inner = value
            parts.extend(
                written(inner, choose) for _ in range(least if choose.random() < 0.7 else min(most, least + 1))
            )
        elif code is op.ASSERT and value[0] == 1 and choose.random() < 0.7:
            parts.append(written(value[1], choose))
    return "".join(parts)


def one_of(members: Any, choose: random.Random) -> str:
    if members[0][0] is op.NEGATE:
        return choose.choice(" 7")
    code, value = choose.choice(members)
    if code is op.LITERAL:
        return chr(value)
    if code is op.RANGE:
        return chr(choose.randint(*value))
    return {op.CATEGORY_SPACE: " ", op.CATEGORY_DIGIT: "7", op.CATEGORY_WORD: "q"}.get(value, " ")


@pytest.mark.parametrize("number", range(len(calls._CALLS)))
def test_no_pattern_is_hidden_by_its_beginnings(number: int) -> None:
    """Whatever a pattern can match has one of its listed beginnings: else a call would be missed for its wording alone."""
    pattern: re.Pattern[str] = calls._PATTERNS[number][1]
    tree, choose = grammar.parse(pattern.pattern), random.Random(number)
    texts = {" ".join(written(tree, choose).split()) for _ in range(400)}
    matched = [text for text in texts if len(text) <= LONGEST and pattern.search(text)]
    assert matched
    hidden = [x for x in matched if number not in calls.possible(x)]
    assert not hidden


def test_beginnings_are_four_letters() -> None:
    """A longer one would be compared with nothing."""
    listed = [beginning for needs in calls._NEEDS for group in needs for beginning in group]
    assert all(len(b) <= 4 and b == b.lower() and b.isalpha() for b in listed)
