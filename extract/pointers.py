"""What tells a pointer to another article from a sentence with a link."""

import re
from typing import Final

from extract.cues import Cue, marked
from extract.furniture import is_wording
from extract.leaves import Leaf, ends_sentence
from extract.reported import is_reported
from extract.wording import one_line

# How a sentence of a text ends and a headline does not.
STATED: Final = re.compile(r"""[^.…]\.["'”’»)]*$""")
# "From 2023: Pilots warned of cracked hulls": a label, and what has the form of a headline.
_LABELLED: Final = re.compile(r"^(?:[\w’'-]+\s+){0,3}[\w’'-]+\s?[:|]\s+(?:\S+\s+){3,14}[^\s.!?…]+$")
_ARROWS: Final = "»›→►▶➤"
_LABEL_MARKS: Final = (":", "|", "：", "–", "—", "»", "›", "→", "▶", "►", "·", "•", "?", "!")
# What leads to a headline in a sentence that says where to read it.
_POINTING: Final = re.compile(
    r"""(?ix)\b(?:read|learn|find\s+out|see|hear)\s+more\b|\bfor\s+more\b.{0,60}\b(?:read|see|check|visit|click)\b|\bto\s+(?:find\s+out|learn|read)\s+more\b|\b(?:check\s+out|click)\s+(?:our|here|the)\b
    |\b(?:our|the)\s+(?:full|latest|previous|earlier|in-?depth)\s+(?:story|report|coverage|article|interview|guide|explainer)\b|^\W*(?:you\s+can\s+)?(?:also\s+)?(?:read|see|watch|listen\s+to)\s+(?:also\b|our\b|this\b|the\s+full\b)|\bin\s+our\s+(?:story|report|article|explainer|guide|overview|coverage)\b|\b(?:re-?read|revisit)\s+our\b
    |\b(?:mehr\s+(?:dazu|zum\s+thema|darüber|hierzu)|lesen\s+sie|hier\s+lesen|finden\s+sie\s+(?:hier|in\s+unser\w+)|unser\w*\s+(?:überblick|bericht|artikel|analyse|liveticker|dossier))\b
    |\b(?:pour\s+en\s+savoir\s+plus|(?:re)?lire\s+(?:aussi|notre|l['’]|la\s+suite)|(?:re)?lisez\s+(?:aussi|notre)|(?:re)?lire\b.{0,20}\bnotre|retrouvez|à\s+(?:lire|voir|écouter)|consultez\s+notre|notre\s+(?:dossier|article|entretien|enquête))\b
    |\b(?:puede[ns]?\s+(?:consultar|leer)|lea\b|lee\b|consulte|más\s+información|nuestro\s+(?:especial|reportaje|artículo|análisis)|nuestra\s+(?:entrevista|cobertura)|te\s+contamos)\b
    |\b(?:читайте|читати|дивіться|докладніше|детальніше|більше\s+про\s+це|у\s+нашому\s+(?:тексті|матеріалі)|подробнее|читать|смотрите|в\s+нашем\s+(?:тексте|материале))\b
    |\b(?:okuyun|okuyabilirsiniz|haberimiz\w*|yazımız\w*|ayrıntı\w*\s+için|tıklay\w*|izleyin)\b|\b(?:leggi|approfondisci|leia|saiba\s+mais|veja|czytaj|przeczytaj|więcej|lees|bekijk|läs|les\s+mer|læs|lue)\b"""
)
# Small letters where they count: "US", "Su-30" and "sie" are none of these.
READER: Final = (
    r"(?:[Yy]ou|[Yy]ours?|[Ww]e|[Oo]ur|us|(?<!^)Ihre?[nrsm]?|(?<=\w )Sie|[Uu]nser\w*|[Ww]ir|[Vv]ous|[Vv]otre|[Vv]os|[Nn]otre|[Nn]ous|[Uu]sted|tu|te|[Nn]uestr\w+|[Ww]am|[Вв]ас|[Вв]ам|[Вв]аш\w*|[Нн]аш\w*|[Мм]и|[Вв]и|[Вв]ы|[Мм]ы"
    r"|[Ss]iz(?:i|e|in|ler\w*)?|[Bb]iz(?:e|im|i)?|tuo|tua|[Nn]ostr[oaie]|[Vv]ocê|noss[oa]s?|twój|twoj\w+|[Nn]asz\w*|jouw|uw|ons|onze)"
)
# The same where words are looked up, whole ones that mean nothing else ("ihre" may be hers), as they are written within a sentence ("US" is a country) and at its beginning.
_PLAIN: Final = (
    "you your we our wir unser unsere unseren unserem unserer vous votre vos nous notre nos usted ustedes nosotros nuestro nuestra nuestros nuestras "
    "вас вам ваш ваша ваші ваше нам наш наша наші наше ви вы мы siz sizi size sizin bize bizim voi vostro nostro nostra nostri nostre "
    "você vocês nosso nossa nossos nossas twój twoja wam nasz nasza nasze jouw uw onze vår våra våre vores"
)
WE_AND_YOU: Final = frozenset((*_PLAIN.split(), *_PLAIN.title().split(), "us", "uns", "ми", "biz"))
# How a list of other texts is offered, as against one that the sentence before it speaks of.
OFFERED: Final = re.compile(
    r"""(?ix)\binterested\s+in\b|\b(?:might|may|will|could)\s+(?:also\s+)?(?:like|enjoy)\b|\bliked\b|\b(?:check\s+out|take\s+a\s+look)\b|\b(?:following|other|more|our|these|recent|latest)\s+(?:\w+\s+){0,2}(?:articles|stories|posts|reports|guides|pages|news|headlines)\b
    |\b(?:artikel|beiträge|meldungen|interess\w+|articles|lire|artículos|noticias|notas|статт\w+|новин\w*|матеріал\w*|новост\w*|читайте|haber\w*|yazı\w*|articoli|artigos|artikelen|artykuł\w*)\b"""
)
_TO_READER: Final = re.compile(
    rf"\b{READER}\b|(?i:(?:^|[?!.]\s)\W*(?:also\s+)?(?:read|see|try|check|take\s+a\s+look|watch|listen|revisit|catch\s+up|don['’]t\s+miss|dig|go|meet|explore|discover|get)\b)"
)


PRONOUN: Final = re.compile(rf"\b{READER}\b")


def to_reader(text: str) -> bool:
    """Whether a text says "you" or "we" and neither quotes nor reports anybody."""
    return PRONOUN.search(text) is not None and not is_reported(text)


_US: Final = re.compile(
    r"\b(?:[Ww]e|[Oo]ur|us|[Uu]nser\w*|[Ww]ir|[Nn]otre|[Nn]os|[Nn]ous|[Nn]uestr\w+|[Нн]аш\w*|[Мм]и|[Bb]iz\w*|\w{3,}(?:larımız|lerimiz)\w*|[Nn]ostr[oaie]|noss[oa]s?|[Nn]asz\w*|ons|onze)\b"
)


def of_us(text: str) -> bool:
    """Whether a text says "we" and neither quotes nor reports anybody."""
    return _US.search(text) is not None and not is_reported(text)


# What says where to click: "here", or a part of the publication.
_HERE: Final = re.compile(
    r"""(?ix)\b(?:here|this\s+link|our\s+(?:\w+\s+){0,3}(?:page|section|homepage|home\s+page|website|site|live\s?blog|coverage)|hier|(?:in|auf)\s+unser\w*\s\w+|ici|en\s+cliquant|notre\s+(?:\w+\s+)?(?:site|direct|page|dossier|rubrique)|aquí|nuestr[oa]\s+(?:\w+\s+)?(?:portada|directo|web|sección|especial|página)
    |тут|за\s+(?:цим\s+)?посиланням|у\s+наш\w+\s\w+|на\s+нашому\s+\w+|здесь|по\s+ссылке|в\s+нашем\s+\w+|buradan?|buraya|tıklay\w+|qui|aqui|neste\s+link|tutaj|klik\s+hier)\b"""
)
# How a sentence begins that tells the reader to go there, and what is there: what a publication prints.
_GO: Final = re.compile(
    r"""(?ix)^\W*(?:(?:please|you\s+can(?:\s+also)?)\s+|(?:to|for)\s[^.]{3,60}?[,\s]\s*)?(?:(?:re-?)?read|see|find|follow|catch\s+up|check|watch|listen|hear|visit|continue|keep\s+up|have\s+a\s+look|take\s+a\s+look|click|view|browse|explore|stay|go)\b(?=.*\b(?:story|stories|article|articles|news|coverage|headlines|interview|explainer|live\s+(?:updates|blog|coverage)|reporting)\b)
    |^\W*the\s+full\s+(?:interview|story|article|statement)\b.{0,20}\b(?:can|is)\b.{0,30}\b(?:read|found|heard|seen|available)\b|^\W*visit\s+our\s+(?:web)?site\b
    |^\W*for\s+more\s+(?:[\w’'-]+\s+){0,4}?(?:news|stories|headlines|coverage|updates)\b.{0,60}\b(?:visit|go\s+to|see|check)\b
    |^\W*(?:mehr|alle|alles|weitere|den\s+ganzen|die\s+ganze|das\s+ganze|lesen|hier|verfolgen)\b(?=.*\b(?:lesen|finden|dazu|zum\s+thema|artikel|meldungen|nachrichten|liveticker|liveblog|newsticker|informationen|entwicklungen)\b)
    |^\W*(?:retrouvez|suivez|cliquez|consultez|découvrez|lisez|lire|pour\s.{3,40},)\s?
    |^\W*(?:siga|sigue|lea|lee|puede[ns]?|consulte|consulta|haga|haz|vea|mira|más\s+noticias|para\s.{3,40}\s(?:haga|haz|pulse|visite|clic|consulte))\b
    |^\W*(?:більше|детальніше|докладніше|усі|всі|повн\w+|читайте|дивіться|слідкуйте|стежте|останні|оперативні)\b(?=.*\b(?:чита\w+|дивіться|новин\w*|посилання\w*|стежте|слідкуйте)\b)|^\W*(?:подробнее|больше|все|полн\w+|читайте|смотрите)\b(?=.*\b(?:чита\w+|смотрите|новост\w*|ссылк\w+)\b)
    |.\b(?:tıklay\w+|okuyabilirsiniz|ulaşabilirsiniz)\W*$
    |^\W*(?:leggi|segui|clicca|scopri|leia|veja|saiba|clique|lees|bekijk|klik|czytaj|zobacz|kliknij)\b"""
)
# Links on nothing but where to click, in languages in which what is there may be told before and behind: "in diesem Text".
_ONLY_HERE: Final = re.compile(
    r"""(?ix)^\W*(?:(?:\w+\s+){0,3}(?:hier|(?:in|auf|bei|unter)\s+(?:dies\w+|unser\w*)\s+[\w-]+)|(?:\w+\s+){0,3}(?:(?:par\s+)?ici|(?:dans|sur)\s+(?:ce|cet|cette|notre|nos)\s+(?:\w+\s+)?\w+)
    |(?:\w+\s+){0,3}(?:aqu[ií]|(?:en|neste|nesta|n[oa])\s*(?:este|esta|nuestr[oa]s?|noss[oa])?\s*(?:enlace|link|artículo|artigo|directo|especial|sección\s+de\s+\w+|canal|web|site|página|reportaje|reportagem))
    |(?:\w+\s+){0,3}(?:qui|in\s+quest[oa']\s?\w+|(?:su|sul|nel|nella)\s+nostr[oa]\s+\w+)|(?:\w+\s+){0,3}(?:hier|(?:in|op|via)\s+(?:dit|deze|ons|onze)\s+\w+)
    |(?:\w+\s+){0,3}(?:tutaj|tu|w\s+(?:tym|naszym|naszej|tej|relacji)\s+\w+(?:\s+\w+)?|pod\s+tym\s+linkiem)|(?:\w+\s+){0,3}(?:тут|здесь|(?:за|по)\s+(?:цим\s+|этой\s+)?(?:посиланням|ссылке)|(?:у|в|на)\s+(?:наш\w+|цьому|цій|этом|этой)\s+[\w-]+)
    |bura\w*(?:\s+\w+)?|haberimiz\w*|yazımız\w*|(?:\w+\s+){0,3}(?:här|her|tästä|täältä|täällä|zde|tady|tu|itt|ide\s+kattintva|aici|la\s+acest\s+link|ovdje|ovde|тук|εδώ|στον\s+σύνδεσμο)|(?:\w+\s+){0,2}(?:هنا|هذا\s+الرابط|الرابط|اینجا|כאן|בקישור(?:\s+הזה)?)
    |(?:こちら|ここ|リンク先|この記事|여기|이곳|링크|이\s?기사|这里|此处|這裡|点击这里|di\s+sini)\w*)\W*$"""
)
_READS: Final = re.compile(
    r"""(?ix)\b(?:(?:lesen|erfahren|finden|sehen|hören|verfolgen|können)\s+sie|(?:liest|findest|erfährst|siehst)\s+du|nachzulesen|nachlesen|zu\s+(?:lesen|sehen|hören|finden)
    |à\s+(?:lire|voir|écouter|retrouver|découvrir|consulter)|(?:re)?(?:lisez|trouvez|gardez)|retrouvez|découvrez|consultez|écoutez|regardez|suivez|vous\s+pouvez
    |(?:siga|sigue|lea|lee|vea|mira|consulte|consulta|escuche|escucha|puedes?|pueden)\b|tod[oa]s?\s+l[oa]s?\b|(?:pode|podem)\b|leia|veja|confira|acompanhe|ouça
    |(?:puoi|potete|può|leggi|leggete|trovi|trovate|segui|guarda|ascolta)\b|(?:lees|vind|vindt|bekijk|beluister|volg)\s?(?:je|u)?\b|kunt\s+u|kun\s+je
    |(?:czytaj|przeczytaj|przeczytasz|znajdziesz|znajdziecie|zobacz|zobaczysz|obejrzyj|śledź|sprawdź|można\s+przeczytać)\b|(?:читайте|дивіться|слухайте|дізнайтес\w|стежте|слідкуйте|можна\s+(?:прочитати|переглянути)|читать|читайте|смотрите|слушайте|узнайте|можно\s+(?:прочитать|посмотреть))\b
    |(?:tıklay\w+|okuy(?:un|abilirsiniz)|izley(?:in|ebilirsiniz)|ulaşabilirsiniz|bulabilirsiniz|dinleyebilirsiniz)\b|(?:läs|läser|hittar|kan)\s+du|läs\b|(?:læs|les)\b|(?:finder|finner|kan)\s+(?:du|man)|(?:lue|löydät|voit)\b|(?:čtěte|přečtěte|přečíst|přečítať|najdete|nájdete|sledujte)\b
    |(?:olvassa|olvashat\w*|megtekinthet\w*|elolvashat\w*)\b|(?:citiți|citește|puteți|găsiți)\b|(?:διαβάστε|διαβάσετε|δείτε|βρείτε|παρακολουθήσετε)|(?:pročitajte|pogledajte|možete)\b|(?:прочетете|вижте)\b|(?:يمكنكم?|اقرأ\w*|اقرؤوا|شاهد\w*|تابعوا?|للاطلاع|לקריאה|קראו|צפו|לצפייה|ניתן\s+לקרוא|بخوانید|مشاهده\s+کنید)
    |baca|simak)|お読み|ご覧|読め|確認(?:でき|いただ)|볼\s?수|보실|읽을\s?수|읽으실|확인하실|확인할|阅读|閱讀|查看|点击|點擊"""
)
# The same said to one or many who are to do so, and to nobody else.
_TELLING: Final = re.compile(
    r"""(?ix)\b(?:(?:lesen|erfahren|finden|sehen|hören|verfolgen|klicken|besuchen)\s+sie|(?:re)?lisez|retrouvez|découvrez|consultez|écoutez|regardez|suivez|cliquez|à\s+(?:lire|voir|écouter|retrouver|découvrir|consulter)
    |siga|lea|vea|consulte|escuche|visite|conozca|entérese|leggi|leggete|scopri|guarda|ascolta|clicca|leia|veja|confira|acompanhe|ouça
    |читайте|дивіться|слухайте|дізнайтес\w|дізнайтеся|стежте|слідкуйте|переходьте|смотрите|слушайте|узнайте|узнавайте|переходите|czytaj|przeczytaj|przeczytasz|znajdziesz|zobacz|obejrzyj|sprawdź|śledź
    |lees|bekijk|beluister|tıklay\w+|okuyun|okuyabilirsiniz|izleyin|izleyebilirsiniz|ulaşabilirsiniz|läs|læs|lue|katso|čtěte|přečtěte|přečtete|olvassa|citiți|citește|διαβάστε|δείτε|pročitajte|pogledajte|прочетете|вижте
    |اقرأ\w*|اقرؤوا|شاهدوا?|تابعوا?|يمكنكم|קראו|צפו|לקריאה|לצפייה|بخوانید|baca|simak)\b"""
)
_THING: Final = 60  # characters of a link on a part of the publication
_WORDS_THERE: Final = 28
_BEHIND: Final = 24  # characters at most behind such a link: marks, or a verb where verbs come last


def points_there(leaf: Leaf) -> bool:
    """Whether a sentence with a link only tells the reader where something else is to be read: "Read the full report here"."""
    text = leaf.text
    if not 0 < len(leaf.links) <= 2 or len(text) > 220 or len(text.split()) > _WORDS_THERE:
        return False
    if any((a.get("href") or "").startswith("#") for a in leaf.links):
        return False
    return bool((_HERE.search(text) and _GO.search(text)) or _links_here(leaf)) and not is_reported(text)


def _links_here(leaf: Leaf) -> bool:
    """Whether a sentence ends in a link on nothing but where to click, and tells to read, watch or listen."""
    linked = one_line("".join(leaf.links[-1].itertext()))
    _, found, rest = leaf.text.rpartition(linked) if linked else ("", "", "")
    if not found or len(rest) > _BEHIND:
        return False
    if _ONLY_HERE.match(linked) and _READS.search(leaf.text):
        return True
    return len(linked) <= _THING and _TELLING.search(leaf.text) is not None and is_wording(linked)


def is_labelled(leaf: Leaf) -> bool:
    """Whether a line of its own, all set off, is a label and a headline."""
    if leaf.text[0] in _ARROWS and not leaf.heading and leaf.item is None and leaf.cell is None:
        whole = not leaf.links or max(leaf.link_chars, leaf.emphasised) >= 0.8 * len(leaf.text)
        return whole and 3 <= len(leaf.text.split()) <= 20 and not ends_sentence(leaf.text)
    capitals = leaf.text.partition(":")[0].isupper()
    set_off = (
        (capitals or leaf.emphasised >= 0.9 * len(leaf.text))
        and not leaf.heading
        and leaf.item is None
        and leaf.cell is None
    )
    return set_off and len(leaf.text) <= 160 and bool(_LABELLED.match(leaf.text))


def points_elsewhere(leaf: Leaf) -> bool:
    """Whether a line is a few words and the headline that they point to as a link: a label, or "You can read more in"."""
    linked = one_line("".join(leaf.links[-1].itertext()))
    if not linked:
        return False
    lead, headline, rest = leaf.text.partition(linked)
    if not headline or len(lead) > 110 or len(headline.split()) < 4 or len(leaf.links) > 1:
        return False
    if len(rest) > 12 and not (len(rest) <= 40 and re.fullmatch(r"(?i)\W*(?:also\s+)?(?:read|see|check)\W*", lead)):
        return False
    if any((a.get("href") or "").startswith("#") for a in leaf.links):
        return False
    if leaf.link_share >= 0.5 and len(lead.split()) <= 5 and lead.rstrip()[-1:] in _LABEL_MARKS:
        return not STATED.search(headline)
    if leaf.link_share < 0.3:
        return False
    if leaf.quote is not None and headline[0].isupper() and not rest:
        return not STATED.search(headline)  # set like a quotation, and leads to an article
    said_to_reader = (
        headline[0].isupper() and len(lead.split()) <= 10 and leaf.link_share >= 0.4 and _TO_READER.search(lead)
    )
    return bool(_POINTING.search(lead) or said_to_reader)


def is_related_line(leaf: Leaf, cue: Cue) -> bool:
    """Whether a line that a cue opens points to another article, rather than being a sentence of the text."""
    text = leaf.text
    share = leaf.link_share
    if leaf.links and all((a.get("href") or "").startswith("#") for a in leaf.links):
        return False
    if marked(cue):
        if leaf.heading and not leaf.links and not cue.strong:
            return False
        if leaf.links:
            return share >= 0.3 or (cue.strong and len(text) <= 250)
        capitals = text[: len(text) - len(cue.rest)].strip(" :|-–—»›>→").isupper()
        ended = bool(STATED.search(cue.rest)) if cue.strong else ends_sentence(cue.rest)
        set_off = (
            capitals
            or cue.strong
            or leaf.emphasised >= 0.9 * len(text)
            or cue.separator.strip()[:1] in (":", "：", "|")
        )
        return len(cue.rest) <= 220 and set_off and (not ended or (capitals and len(cue.rest) <= 120))
    if not leaf.links:
        return False
    if cue.strong:
        return share >= 0.4 and len(text) <= 300
    if len(text) > 250:
        return False
    before = text.partition(one_line("".join(leaf.links[0].itertext())) or text)[0].rstrip()
    return share >= 0.6 or (share >= 0.35 and before.endswith((":", "：", "–", "—", "»", "→")))
