"""What a single line is by its form: a date, a caption, a byline, a note about its author."""

import re
from collections.abc import Container
from typing import Final

from lxml.html import HtmlElement

from extract.cues import line_kind
from extract.date_words import tells_when
from extract.leaves import Leaf, ends_sentence
from extract.printed_dates import month_named
from extract.reported import QUOTATION, is_reported
from extract.wording import DIGIT, first_word, one_line

_ONLY_LETTERS: Final = re.compile(r"[^\W\d_]+")
_NUMERIC_DATE: Final = re.compile(r"(?<!\d)\d{1,4}([./-])\d{1,2}\1\d{1,4}(?!\d)")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_UNITS: Final = (
    r"(?:s|m|h|d|w|min|hrs?|std|godz|seconds?|minutes?|hours?|days?|weeks?|months?|stunden?|minuten?|tagen?|heures?|jours?|horas?|días?|minutos?|ore|giorni|dias|години?|годин|днів|дні|хвилин\w*"
    r"|часов|часа?|дней|минут\w*|saat|dakika|gün|godzin\w*|dni|uur|dagen|дн|год|ч|хв)"
)
_DAYS: Final = r"(?:just\s+now|today|yesterday|gestern|heute|aujourd['’]hui|ayer|hoy|ieri|oggi|ontem|hoje|сьогодні|вчора|сегодня|вчера|bugün|dün|dziś|wczoraj|vandaag|gisteren)"
_AGO: Final = re.compile(
    rf"(?i)^\W*(?:(?:updated|modified|posted|published)\W*)?(?:(?:an?|\d{{1,3}})\s*{_UNITS}\.?\s*(?:ago|temu|önce|тому|назад|fa|atrás|geleden|sedan|siden)|(?:vor|hace|il\s+y\s+a|há)\s+(?:\w+|\d{{1,3}})\s*{_UNITS}|\d{{1,3}}[hmd]|{_DAYS})\W*$"
)
_BYLINE: Final = re.compile(
    r"(?:(?i:by|von|par|por|від|автор:?|yazan:?|author:?|written by|reported by|story by|text:|texte|redakce|autor:?|auteur:?|"
    r"di|door|av|af)\s+)[^\W\d_][\w.’'-]+(?:[\s,&|·-]+(?:and\s+|und\s+|et\s+|y\s+|та\s+|ve\s+)?[^\W\d_][\w.’'@-]*){0,9}"
)
_CAPTION: Final = re.compile(
    r"(?i)^\W*(?:(?:file\s+|stock\s+|representational\s+|representative\s+)?(?:photo|image|picture|pic|photograph|illustration|graphic|screengrab|screenshot|"
    r"foto|bild|fotos|imagen|ілюстрація|фото|скріншот|fotoğraf|görsel|crédit|crédits|credit|credits|video)\s*"
    r"(?:credits?|courtesy|by|via|source|de|von|par|illustrati\w+|nachweis)?\s*[:：©/|-]\s*\S|©\s*\S|\((?:photo|image|picture|foto|bild|фото|ap|file)\b)"
)
_CAPTION_WORDS: Final = frozenset(
    [
        "file",
        "stock",
        "representational",
        "representative",
        "photo",
        "image",
        "picture",
        "pic",
        "photograph",
        "illustration",
        "graphic",
        "screengrab",
        "screenshot",
        "foto",
        "bild",
        "fotos",
        "imagen",
        "ілюстрація",
        "фото",
        "скріншот",
        "fotoğraf",
        "görsel",
        "crédit",
        "crédits",
        "credit",
        "credits",
        "video",
        "ap",
    ]
)
_CREDIT_BEHIND: Final = re.compile(
    r"""(?ix)[.!?)"”»|]\s*\(?(?:(?:file|stock|handout)\s+)?(?:photos?|images?|pictures?|fotos?|bild(?:er)?|imagen|crédits?|credits?|фото|ілюстрація|fotoğraf)\s*(?:credits?\s*|courtesy\s*|by\s*)?[:：/©]\s*\S.{0,60}$
    |\((?:[\w.\s/]{0,40}\s)?(?:photo|image|picture|foto|фото|bild)s?\s+(?:by|von|de|di|courtesy|credit|via)\b.{0,60}\)\W*$|\([\w-]*(?:bild|foto|photo|фото|imagen|image)s?\s*:\s*[^()]{3,60}\)\W*$|\((?:ap|afp|reuters|getty|epa|dpa|efe)[^)]{0,20}(?:photo|images?|via)[^)]{0,40}\)\W*$|[.!?]\s*[©|]\s*\S.{0,40}$
    |[.\w]\s*\((?:[A-Z][\w.]*\s+){1,4}?[\w.]+/[A-Z][\w.\s/]{1,40}\)\W*$|\((?:file|archive|archives|handout|illustrative|representative|archiv|archivo|archives|архів|архив|arşiv|archivio|arquivo|archiwum)(?:\s+(?:photo|image|picture|foto|фото))?\)\W*$|[.!?]\s*courtesy\s+(?:of\s+)?\S.{0,40}$|[.!?]\s*(?:credit|crédit|quelle|source|via)\s*:\s*\S.{0,40}$"""
)
# Picture agencies at the end of what is no sentence: "A street after the attack Getty Images".
_AGENCY_BEHIND: Final = re.compile(
    r"""(?x)[\w)»”"][\s|/–—-]+(?:(?:[A-ZÀ-ÝА-ЯІЇЄҐ][\w.-]+\s+){1,3}/\s?)?(?:Getty\s+Images|Shutterstock|Alamy(?:\s+Stock\s+Photo)?|[Ii]mago(?:\s+[Ii]mages)?|[Pp]icture\s+[Aa]lliance|iStock|Depositphotos|Unsplash|Adobe\s+Stock|AP\s+Photo|EPA(?:-EFE)?|Europa\s+Press|Keystone|LETA|PAP|MTI|ČTK|ANP|NTB|TT|LaPresse|Hans\s+Lucas|SIPA|NurPhoto|Abaca|Kyodo)
    (?:\s?[/|]\s?[\w.\s-]{2,40})?\W*$
    |\s(?:[Ff]ot|[Ff]oto|[Pp]hoto|[Ff]otos|Фото|фото|[Zz]dj)[.:]?\s+[A-ZÀ-ÝА-ЯІЇЄҐ][\w./-]+(?:\s+[A-ZÀ-ÝА-ЯІЇЄҐ][\w./-]+){0,3}$"""
)
_AGENCY: Final = 90  # characters at the end of a line in which they stand
_CREDIT: Final = 130  # characters at the end of a caption that name whose picture it is
_BEHIND: Final = 8  # marks at most behind a closing bracket
_BIO: Final = re.compile(
    r"(?i)\b(?:is|was|are|has|writes|covers|reports|joined|served|teaches|specializes|specialises|works|ist|schreibt|arbeitet|"
    r"berichtet|war|est|écrit|travaille|couvre|es|escribe|cubre|trabaja|fue|пише|працює|працював|висвітлює|є|журналіст\w*|кореспондент\w*|"
    r"yazar\w*|muhabir\w*|gazeteci\w*|çalışıyor|görev\w*)\b|[—–:|-]\s*\S"
)
_BIO_ROLE: Final = re.compile(
    r"(?i)\b(?:reporter|correspondent|editor|journalist|writer|author|columnist|fellow|professor|analyst|director|contributor|freelance\w*|"
    r"blogger|researcher|staff|producer|redakteur\w*|korrespondent\w*|journaliste?\w*|autor\w*|rédact\w+|correspondant\w*|"
    r"reporter\w*|redactor\w*|corresponsal|periodista|editor\w*|журналіст\w*|кореспондент\w*|редактор\w*|оглядач\w*|muhabir\w*|yazar\w*|editör\w*|gazeteci\w*|"
    r"he|she|him|her|twitter|follow|e-?mail|covers|writes|reports|schreibt|berichtet|écrit|couvre|escribe|cubre|пише|висвітлює)\b|@"
)
# "Jane Roe is a staff writer who covers navies": a name, and what it does for the publication.
_STAFF: Final = re.compile(
    r"""(?x)^\W*(?:[A-ZÀ-ÝА-ЯІЇЄҐ][\w.’'-]*,?\s+){2,4}(?:\([^)]{2,40}\)\s+)?(?:(?<=\S,\s)[^,.]{3,60},\s+)?(?:is|was|works|ist|arbeitet|est|travaille|es|trabaja|—|–|-|є)\s+(?:as\s+|als\s+|comme\s+|como\s+)?(?:an?\s+|the\s+|our\s+|eine?\s+|une?\s+|una?\s+)?
    (?:[\w’'-]+\s+){0,5}?(?i:reporter\w*|correspondent|editor|editor-in-chief|journalist\w*|columnist|(?:staff|freelance|senior)\s+writer|contributor|contributing\s+\w+|redakteur\w*|korrespondent\w*|journaliste|rédact\w+|periodista|redactor\w*|corresponsal|журналіст\w*|кореспондент\w*|редактор\w*)\b(?!\s+(?:said|told|says))"""
)
# "The writer is a former ambassador": said below a text of who wrote it.
_OF_THE_AUTHOR: Final = re.compile(
    r"(?i)^[(\[*—–-]?\s?(?:(?:the|this)\s+(?:author|writer|columnist|contributor)s?\s+(?:(?:is|are|was)\s+(?:an?|the|also|currently|based)|teaches|works)|(?:der|die)\s+autor(?:in)?\s+ist|l['’]aut(?:eur|rice)\s+est|(?:el|la)\s+autora?\s+es|автор(?:ка)?\s*(?:[–—-]|є|–))\s"
)
_NOTE: Final = re.compile(
    r"(?i)\b(?:is\s+(?:an?|the|based|currently)|was\s+(?:an?|the)|writes|covers|reports|teaches|joined|tweets|lives|works\s+(?:as|for|at)|has\s+(?:been\s+)?(?:writ\w+|cover\w+|report\w+|work\w+)|\w+['’]s\s+\w+\s+(?:editor|correspondent)"
    r"|ist|schreibt|berichtet|arbeitet|est|écrit|couvre|suit|travaille|es|escribe|cubre|trabaja|пише|висвітлює|працює|журналіст\w*|кореспондент\w*|yazar\w*|muhabir\w*|gazeteci\w*)\b|^[^.]{3,40},\s(?:a|an|the)\s"
)
# "Senior reporter at the Post": what stands under a name.
_TRADE: Final = re.compile(
    r"^(?:(?:Senior|Chief|Staff|Political|Defen[cs]e|Pentagon|Foreign|National|Military)\s+(?:\w+\s+)?(?:reporter|correspondent|writer|editor)\b|(?:Redakteur|Korrespondent|Reporter)(?:in)?\s+(?:im|in|bei|der|für)\s"
    r"|Journaliste\s+(?:au|à|chez|indépendante?|spécialis\w+)\s|(?:Periodista|Redactora?|Corresponsal)\s+(?:de|en|del|especializad\w+|freelance)\s|Es\s+licenciad[oa]\s|[А-ЯІЇЄҐ][\w’'-]+\s+[А-ЯІЇЄҐ][\w’'-]+\s?(?:,|–|—)\s(?:(?:військовий|політичний|спеціально)\s)?(?:для|журналіст\w*|оглядач\w*|кореспондент\w*|аналітик\w*)\b"
    r"|[A-ZİŞÇÖÜ]\w+\s+[A-ZİŞÇÖÜ]\w+,?\s.{3,60}\b(?:yazıyor|temsilcisidir|muhabiridir|yazarıdır)\W*$)"
)
# "Jane Roe covers navies for the Post": said of who wrote it.
_COVERS: Final = re.compile(
    r"^(?:[A-ZÀ-ÝА-ЯІЇЄҐ][\w.’'-]*\s+){2,3}(?:covers|writes\s+(?:about|for|on)|reports\s+(?:on|for|from)|schreibt\s+(?:über|für|als)|berichtet\s+(?:über|für|aus|als)|couvre|suit\s+(?:les|la|l['’])|écrit\s+(?:sur|pour)|cubre|escribe\s+(?:sobre|para|en)|пише\s+(?:про|для)|висвітлює|освещает|пишет\s+(?:о|об|для))\s[^.!?]{5,160}\.?$"
)
_INTRODUCED: Final = re.compile(
    r"""(?x)^[(\[*—–-]?\s?(?:(?:Dr|Prof|Gen|Col|Lt|Adm|Sir|Dame)\.?\s+)?((?:[A-ZÀ-ÝŁŚŻА-ЯІЇЄҐİŞ][\w.’'-]+\s+){1,3}?[A-ZÀ-ÝŁŚŻА-ЯІЇЄҐİŞ][\w’'-]+)(?:,\s[^,.]{2,60},)?\s
    (?:is|was|has|covers|writes|reports|teaches|ist|war|schreibt|berichtet|arbeitet|lehrt|est|écrit|couvre|travaille|enseigne|es|escribe|cubre|trabaja|è|scrive|insegna|é|escreve|is|schrijft|werkt|jest|pisze|pracuje|är|skriver|er|on|kirjoittaa|je|píše
    |є|пише|працює|висвітлює|—|–|пишет|работает|освещает)\s"""
)
_TRADES: Final = re.compile(
    r"""(?ix)\b(?:reporter|correspondent|editor|journalist|writer|columnist|fellow|professor|lecturer|analyst|contributor|freelance\w*|blogger|researcher|covers|writes\s+(?:about|for|on)|author\s+of
    |redakteur\w*|korrespondent\w*|reporter\w*|journalistin|autor(?:in)?\s+(?:von|des|der)|schreibt\s+(?:seit|über|für|als)|berichtet\s+(?:seit|über|für|aus|als)|professor\w*
    |journaliste|rédact\w+|correspondante?|chercheu\w+|professeure?|écrit\s+(?:sur|pour)|periodista|redactora?|corresponsal|profesora?|investigador\w*|analista|escribe\s+(?:sobre|para|en)
    |giornalista|corrispondente|docente|scrive\s+(?:di|per|su)|jornalista|repórter|escreve\s+(?:sobre|para)|redacteur|verslaggever|correspondent|schrijft\s+(?:over|voor|sinds)|dziennikar\w+|publicyst\w+|korespondent\w*|analityk\w*|pisze\s+(?:o|dla)
    |redaktör|skriver\s+(?:om|för)|skribent|toimittaja|kirjoittaa|redaktor\w*|novinář\w*|píše\s+o|журналіст\w*|кореспондент\w*|редактор\w*|оглядач\w*|аналітик\w*|пише\s+(?:про|для)|журналист\w*|корреспондент\w*|обозревател\w*|аналитик\w*|пишет\s+(?:о|об|для))\b"""
)
_COMMENTS: Final = re.compile(
    r"(?i)\d|comment|kommentar|comentar|коментар|комментар|yorum|reacti|reageer|komentarz|commenti"
)


def is_date_line(text: str) -> bool:
    """Whether a line is a date, with at most a few words of what happened then."""
    if not DIGIT.search(text) or ends_sentence(text):
        return bool(_AGO.match(text))
    words = _ONLY_LETTERS.findall(text)
    months = sum(month_named(word) is not None for word in words)
    others = len(words) - months
    year = _YEAR.search(text) is not None
    dated = _NUMERIC_DATE.search(text) or (months == 1 and (year or others <= 1 or tells_when(text)))
    return bool((dated and others <= (6 if tells_when(text) else 3)) or _AGO.match(text))


def is_caption(leaf: Leaf) -> bool:
    """Whether a line tells what a picture shows or whose it is."""
    text = leaf.text
    if len(text) > 300:
        return False
    if leaf.weight < 250 and _opens_caption(text) and _CAPTION.match(text):
        return True
    if leaf.heading or leaf.cell is not None:
        return False
    if not leaf.weight and leaf.item is None and _AGENCY_BEHIND.search(text, max(0, len(text) - _AGENCY)):
        return True
    return _may_credit(text[-_CREDIT:]) and _CREDIT_BEHIND.search(text, max(0, len(text) - _CREDIT)) is not None


def _may_credit(end: str) -> bool:
    """Whether the end of a line has any of the marks that credits are set with."""
    return (
        ")" in end[-_BEHIND:] or ":" in end or "|" in end or "©" in end or "/" in end or "ourtesy" in end or "：" in end
    )


def _opens_caption(text: str) -> bool:
    """Whether a line begins with one of the words or the mark that captions begin with."""
    return first_word(text).partition("-")[0] in _CAPTION_WORDS or "©" in text[:8]


def is_under_picture(leaf: Leaf, above: Container[HtmlElement]) -> bool:
    """Whether a line stands with a picture in one element, or in small type right under it."""
    element = leaf.element
    if leaf.heading or leaf.cell is not None or leaf.parts > 1 or element in above:
        return False
    small = element.tag == "small" or element.find(".//small") is not None
    if element.find(".//img") is None:
        return small and leaf.weight < 200
    alone = len("".join(element.itertext())) <= 2 * len(leaf.text)
    return alone and (small or leaf.emphasised >= 0.9 * len(leaf.text) or not ends_sentence(leaf.text))


def is_byline(text: str) -> bool:
    """Whether a line is "by" and names."""
    words = len(text.split())
    return words <= 16 and _BYLINE.fullmatch(text) is not None and (words <= 5 or not ends_sentence(text))


def is_staff_note(text: str) -> bool:
    """Whether a text is a name and what it does for the publication."""
    return (
        _STAFF.match(text) is not None
        or _OF_THE_AUTHOR.match(text) is not None
        or _COVERS.match(text) is not None
        or _TRADE.match(text) is not None
    )


def is_about_author(text: str) -> bool:
    """Whether a text that opens with an author's name tells who that is."""
    return len(text.split()) <= 6 or (_BIO.search(text) is not None and _BIO_ROLE.search(text) is not None)


def introduced(text: str) -> str:
    """The surname of a person whom a text does nothing but introduce as one who writes, teaches or reports; empty for other texts."""
    found = _INTRODUCED.match(text)
    if found is None or len(text) > 350 or is_reported(text) or _TRADES.search(text) is None:
        return ""
    return found[1].split()[-1]


def is_note(text: str) -> bool:
    """Whether a text says of a person what notes on authors say, in no more words than they take."""
    return len(text) <= 350 and not QUOTATION.search(text) and _NOTE.search(text) is not None


def is_bio(text: str) -> bool:
    """Whether a text under an author's name tells of a trade: "Born in Bursa, he is the paper's defence reporter"."""
    return _BIO_ROLE.search(text) is not None and not QUOTATION.search(text) and ":" not in text[:30]


def is_comments_title(text: str) -> bool:
    """Whether a line may head the comments of readers."""
    return len(text) <= 60 and _COMMENTS.search(text) is not None


def controls_kind(leaf: Leaf) -> str | None:
    """Kind of a run of controls set side by side without any text of their own around them; None for other leaves."""
    element = leaf.element
    if (
        len(leaf.text) > 120
        or leaf.parts > 1
        or len(element) < 2
        or (element.text or "").strip()
        or any((e.tail or "").strip() for e in element)
    ):
        return None
    first = None
    for part in element:
        if text := one_line("".join(part.itertext())):
            kind = line_kind(text)
            if kind is None:
                return None
            first = first or kind
    return first
