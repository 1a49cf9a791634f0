"""Whole lines that no fixed phrase can name, per kind: anchored patterns, and what spares most texts from them."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from extract.wording import first_word

# Each is anchored at both ends or to an imperative opening, so that a sentence about the same thing stays.
_X = r"(?ix)"
_NETWORK = (
    r"(?:facebook|twitter|instagram|linkedin|telegram|телеграм|фейсбук|whatsapp|viber|youtube|google|tiktok|bluesky|threads|mastodon|pinterest|reddit"
    r"|flipboard|messenger|(?:^|\W)x(?:\W|$)|social\\s+media|réseaux|redes|соцмереж|соцсет|sozialen|sosyal)"
)
_PATTERNS: Final = (
    (
        "copyright",
        re.compile(
            _X
            + r"""^\W*(?:(?:copyright|copyrights)\b\W*(?:©|\(c\)|\d{4})|©|\(c\)\s*(?:copyright|\d{4})
        |(?:all\s+rights\s+reserved|alle\s+rechte\s+vorbehalten|tous\s+droits\s+réservés|todos\s+los\s+derechos\s+reservados)(?:\W*$|\s*[.,;:|©–—(-]|\s+(?:by|von|par|à|por)\b|\s+(?:to|for|de)\b.{0,40}$)
        |(?:всі|усі)\s+права\s+захищен|все\s+права\s+защищен|(?:tüm|her)\s+hakkı?\s+saklıdır|tüm\s+hakları\s+saklıdır
        |todos\s+os\s+direitos\s+reservados|tutti\s+i\s+diritti\s+riservati|wszelkie\s+prawa\s+zastrzeżone
        |this\s+material\s+may\s+not\s+be\s+published)"""
        ),
    ),
    (
        "copyright",
        re.compile(
            _X
            + r""".{0,160}\b(?:all\s+rights\s+reserved|alle\s+rechte\s+vorbehalten|tous\s+droits\s+réservés
        |todos\s+los\s+derechos\s+reservados|(?:всі|усі)\s+права\s+захищені|все\s+права\s+защищены
        |her\s+hakkı\s+saklıdır|tüm\s+hakları\s+saklıdır|todos\s+os\s+direitos\s+reservados)\W*$"""
        ),
    ),
    (
        "first_appeared",
        re.compile(
            _X
            + r"""^\W*(?:an?\s+(?:earlier\s+)?(?:version\s+of\s+)?)?(?:this\s+(?:article|story|post|piece|report|column|essay|item|commentary|interview|analysis)|the\s+(?:article|story|post))
        \s+(?:(?:was|were|has\s+been|is)\s+)?(?:(?:first|originally|previously|also)\s+)+(?:appeared|published|posted|ran|run|featured|printed|co-?published|written\s+for)\b(?=.{0,200}$)"""
        ),
    ),
    (
        "first_appeared",
        re.compile(
            _X
            + r"""^\W*(?:the\s+post\s+.{5,200}\s+(?:appeared\s+first|first\s+appeared)\s+on
        |(?:originally|first)\s+(?:published|posted|appeared)\s+(?:on|at|by|in)\b[^,]{0,90}(?:,[^,]{0,24})?$
        |(?:dieser|der)\s+(?:artikel|beitrag|text|kommentar)\s+(?:ist|erschien|wurde)\s+(?:zuerst|zunächst|ursprünglich|erstmals)?.{0,60}(?:erschienen|veröffentlicht|zuerst|ursprünglich|zunächst)
        |(?:cet|l['’])\s*(?:article|texte)\s+(?:est|a)\s+(?:(?:été)\s+)?(?:d['’]abord|initialement|originellement)?\s*(?:paru|été\s+publié|publié)\b.{0,120}(?:initialement|d['’]abord|dans|sur|par)
        |(?:este|el)\s+(?:artículo|texto|reportaje)\s+(?:fue|se|apareció|ha\s+sido)\s+(?:publicó|publicado|originalmente|por\s+primera\s+vez)\b.{0,140}$
        |(?:ця|цей|це)\s+(?:стаття|матеріал|текст|публікація)\s+(?:була|був|вперше|спочатку|уперше|з['’]явил)\S*.{0,140}$
        |(?:эта|этот)\s+(?:статья|материал|текст)\s+(?:была|был|впервые)\s+.{0,140}$
        |bu\s+(?:yazı|makale|haber|içerik|metin)\s+(?:ilk\s+(?:olarak|kez|defa)|daha\s+önce|orijinal).{0,140}$)"""
        ),
    ),
    (
        "agency",
        re.compile(
            _X
            + r"""^\W*(?:\(?\s*(?:with|added)\s+(?:inputs?|reporting|additional\s+reporting|agency\s+inputs?|information|files?)\s+(?:from|by)\s+.{2,80}\)?\W*$
        |\(?\s*(?:this|the)\s+(?:story|article|report|news|copy|content)\s+(?:has|is|was)\s+(?:not\s+been\s+|been\s+)?(?:auto-?generated|edited|published|created|generated|sourced|taken|reproduced|supplied|provided|distributed)\b.{0,40}\b(?:staff|feed|agency|agencies|syndicated|wire|permission|licence|license)\b.{0,160}$
        |(?:(?:additional\s+)?(?:reporting|writing|editing|compiled|compilation)\s+by\s+[^.]{3,150}(?:;|$)(?:\s*(?:additional\s+)?(?:reporting|writing|editing|compiled)\s+by\s+[^.]{3,100})*\W*$)
        |our\s+standards:\s+the\s+thomson\s+reuters\s+trust\s+principles\W*(?:.{0,30})$
        |(?:source|sources|quelle|quellen|fuente|fuentes|джерело|источник|kaynak|fonte|źródło|bron)\s*[:：]\s*\S.{0,80}$
        |\(\s*(?:ani|pti|ians|afp|ap|reuters|dpa|efe|upi|aa|iha|dha|ukrinform|interfax|tass|xinhua|yonhap|bloomberg|cnn|ansa|anadolu|unian)(?:\s*[/,&]\s*\w+)*\s*\)\W*$
        |(?:dpa|afp|ap|reuters|efe|sid|kna|epd|pti|ani|ians|anadolu|aa|ukrinform|xinhua|tass)(?:\s*[/,]\s*[\w.-]+)*\W*$
        |(?:mit\s+material\s+(?:von|der)|con\s+información\s+de|за\s+матеріалами|по\s+материалам|за\s+інформацією)\s+(?:[^,]{0,80}|[^,]{1,30}(?:,\s[^,\s]{1,20}){1,4})$
        |avec\s+(?:l['’])?(?:afp|ap|agences?|reuters)\b.{0,60}$)"""
        ),
    ),
    (
        "read_time",
        re.compile(
            _X
            + r"""^\W*(?:(?:estimated\s+)?(?:reading|read)\s+time\W*)?(?:approx\.?\s*)?\d{1,3}\s*[-‐–]?\s*(?:min(?:ute)?s?\.?|minuten|хв(?:илин\w*|\.)?|мин(?:ут\w*|\.)?|dk\.?|dakika\w*)
        \s*(?:read|reading|to\s+read|lesezeit|lesedauer|de\s+lecture|de\s+lectura|читання|на\s+читання|чтения|okuma(?:\s+süresi)?|de\s+leitura|di\s+lettura|czytania|leestijd)?\W*$
        |^\W*(?:lesezeit|lesedauer|temps\s+de\s+lecture|lecture|tiempo\s+de\s+lectura|час\s+(?:на\s+)?читання|время\s+чтения|okuma\s+süresi|reading\s+time|read\s+time)\s*[:：]?\s*(?:ca\.?\s*)?\d{1,3}\s*\w*\.?\W*$"""
        ),
    ),
    (
        "gallery",
        re.compile(
            _X
            + r"""^\W*(?:(?:image|photo|slide|picture|bild|foto|imagen|фото|зображення|fotoğraf|resim|photo)?\s*\d{1,3}\s*(?:/|of|von|sur|de|з|із|из|-)\s*\d{1,3}(?:\s*(?:images?|photos?|slides?|bilder|fotos?|фото))?
        |(?:view|see|show|open|launch)\s+(?:all\s+)?(?:\d+\s+)?(?:photos?|images?|pictures|slides|gallery)(?:\s*\(\d+\))?
        |(?:alle\s+)?\d+\s+(?:bilder|fotos?|photos?|images)(?:\s+anzeigen)?)\W*$"""
        ),
    ),
    (
        "comments",
        re.compile(
            _X
            + r"""^\W*(?:(?:view|show|read|see|load)\s+(?:all\s+)?(?:\d+\s+|the\s+)?comments?|\d{1,5}\s+(?:comments?|kommentare?|commentaires?|comentarios?|коментар\w*|комментари\w*|yorum\w*|responses?|replies)
        |(?:comments?|kommentare|commentaires|comentarios|коментарі|комментарии|yorumlar)\s*[(\[]\s*\d*\s*[)\]]
        |(?:join|start|enter)\s+the\s+(?:conversation|discussion|debate)(?:\s*[(\[]?\s*\d*\s*(?:comments?)?\s*[)\]]?)
        |you\s+must\s+be\s+(?:logged|signed)\s+in\s+to\s+(?:post\s+a\s+)?comment.{0,60}
        |your\s+email\s+address\s+will\s+not\s+be\s+published.{0,80})\W*$"""
        ),
    ),
    (
        "newsletter",
        re.compile(
            _X
            + r"""^\W*(?:(?:please\s+)?(?:sign\s+up|subscribe|register|join|get|receive|enter|have|want|don['’]?t\s+miss|never\s+miss|stay|keep|start|begin|like\s+what|enjoy\w*|support|become|click\s+here\s+to\s+(?:sign|subscribe|join))\b
        .{0,220}\b(?:newsletters?|inbox|e-?mail(?:s|\s+alerts|\s+address|\s+updates)?|mailing\s+list|subscribers?|breaking\s+news\s+alerts?|daily\s+(?:brief(?:ing)?|digest)|whatsapp\s+channel|telegram\s+channel|(?:our\s+app|the\s+app(?=\W*$|\s+(?:for|to|and|on|now|today|here)\b)))\b.{0,160}$
        |(?:the\s+)?(?:latest|best|biggest|top|day['’]?s)\b.{0,80}\b(?:straight|direct(?:ly)?|delivered|sent)\s+to\s+your\s+(?:inbox|e-?mail|phone).{0,80}$
        |(?:melden\s+sie\s+sich|abonnieren\s+sie|jetzt\b.{0,40}\b(?:abonnieren|anmelden)|bestellen\s+sie|erhalten\s+sie|bleiben\s+sie|verpassen\s+sie|der\s+tag\s+in|holen\s+sie|hier\s+können\s+sie|mit\s+unserem)\b.{0,200}\b(?:newsletters?|postfach|e-?mail|app|kanal|abonnieren|push-\w+)\b.{0,120}$
        |(?:inscrivez|abonnez|recevez|ne\s+manquez|restez|retrouvez|chaque\s+(?:jour|matin|semaine))\b.{0,220}\b(?:newsletters?|lettres?\s+d['’]info\w*|infolettres?|boîte\s+(?:mail|de\s+réception|aux\s+lettres)|e-?mails?|chaîne|inscri\w+)\b.{0,140}$
        |(?:suscr[íi]b\w+|reg[íi]str\w+|recib[ae]\w*|apúnt\w+|únete|mantente|no\s+te\s+pierdas|quiere\w*)\b.{0,220}\b(?:newsletters?|bolet[íi]n(?:es)?|correo(?:\s+electrónico)?|e-?mail|bandeja(?:\s+de\s+entrada)?|canal)\b.{0,140}$
        |(?:підпи(?:шіться|суйтесь|суйтеся|шись)|отримуйте|приєднуйтесь|приєднуйтеся|хочете|долучайтесь|долучайтеся|щоб\s+не\s+пропустити|читайте\s+нас|стежте)\b.{0,220}(?:розсилк\w+|пошт\w+|e-?mail|канал\w*|telegram|телеграм\w*|facebook|viber|whatsapp|google).{0,140}$
        |(?:подпи(?:шитесь|сывайтесь)|получайте|присоединяйтесь)\b.{0,220}(?:рассылк\w+|почт\w+|канал\w*|telegram|телеграм\w*).{0,140}$
        |(?:[\w’'-]+\s+){0,8}(?:e-?bülten\w*|bülten\w*|haber\s+bülten\w*|whatsapp\s+kanal\w*|telegram\s+kanal\w*|youtube\s+kanal\w*)\b.{0,100}\b(?:abone\s+ol\w*|kaydol\w*|kayıt\s+ol\w*|katıl\w*|takip\s+ed\w*|üye\s+ol\w*).{0,80}$
        |(?:abone\s+ol\w*|kaydol\w*|üye\s+ol\w*|katılın)\b.{0,140}$
        |.{0,100}\bgelen\s+kutunuz\w*\b.{0,80}$)"""
        ),
    ),
    (
        "share",
        re.compile(
            _X
            + rf"""^\W*(?:(?:please\s+)?(?:follow|like|find|join|connect\s+with|add)\s+(?:us|me|our\s+(?:page|channel)|[\w .'-]{{2,40}})\s+(?:on|as\s+a\s+preferred\s+source\s+on)\s+.{{0,60}}{_NETWORK}.{{0,120}}$
        |share\s+(?:(?:this|the)\s+(?:article|story|post|page|news|content|link|video)|on|via|with|to)?\b.{{0,30}}(?:{_NETWORK}.{{0,60}}|\b(?:article|story|post|page|friends|others)\W*)$
        |click\s+(?:to|here\s+to)\s+(?:share|print|email).{{0,80}}$
        |(?:folgen\s+sie|folge|suivez|retrouvez|síguenos|síganos|siga\s+a|sigue\s+a|слідкуйте\s+за|стежте\s+за|підписуйтес[ья]|читайте\s+нас|следите\s+за|подписывайтесь|bizi|haberi|bu\s+haberi)\b.{{0,80}}{_NETWORK}.{{0,80}}$
        |(?:diesen\s+|den\s+)?(?:artikel|beitrag)\s+(?:teilen|drucken|merken|versenden|per\s+mail).{{0,40}}$|partage[rz]\s+(?:cet|l['’])\s*article.{{0,40}}$
        |(?:partage[rz]|compart[ei]r?|comparta|поділ(?:итися|итись|іться)|поширити|поделит(?:ься|есь))\s+(?:\S+\s+){{0,4}}\S*{_NETWORK}.{{0,40}}$
        |compart[ei]r?\s+(?:esta|este|la|el)\s+(?:noticia|artículo|nota|historia)\W*$|(?:bu\s+)?haberi?\s+paylaş\w*\W*$)"""
        ),
    ),
    (
        "consent",
        re.compile(
            _X
            + r"""^\W*(?:(?:we|this\s+(?:web)?site|our\s+(?:web)?site|our\s+partners|[\w.]+\s+and\s+(?:its|our)\s+partners)\s+(?:and\s+our\s+partners\s+)?(?:use|uses|may\s+use|store|stores)\s+(?:\w+\s+){0,3}cookies\b.{0,600}
        |by\s+(?:continuing|using|clicking|browsing)\b.{0,120}\b(?:you\s+(?:agree|accept|consent)|cookies)\b.{0,300}
        |(?:this|the)\s+content\s+(?:is\s+hosted|is\s+provided|is\s+served|comes|cannot\s+be|could\s+not\s+be)\b.{0,160}(?:third[\s-]party|cookies?|consent|privacy|accept|browser|loaded).{0,200}
        |(?:to\s+(?:view|see|display|watch)\s+(?:this|the)\s+(?:content|video|tweet|post|embed))\b.{0,160}(?:cookies?|consent|accept|enable|javascript).{0,200}
        |(?:please\s+)?(?:enable|accept|allow)\s+(?:\w+\s+)?(?:cookies|javascript)\b.{0,160}
        |(?:wir|diese\s+(?:web)?seite|unsere\s+(?:web)?seite)\s+(?:verwende[nt]|nutze[nt]|setze[nt])\s+(?:\w+\s+){0,3}cookies\b.{0,500}
        |(?:an\s+dieser\s+stelle|hier)\s+(?:finden\s+sie|steht|befindet\s+sich|sehen\s+sie)\s+.{0,60}(?:externe[nr]?\s+inhalt|inhalte?\s+von|empfohlene[nr]?\s+redaktionelle[nr]?\s+inhalt|einen\s+externen|der\s+den\s+artikel\s+ergänzt).{0,300}
        |ich\s+bin\s+damit\s+einverstanden,?\s+dass\s+mir\s+externe.{0,300}
        |(?:nous|ce\s+site|notre\s+site)\s+utilis(?:ons|e)\s+(?:\w+\s+){0,3}cookies\b.{0,500}|en\s+(?:continuant|poursuivant)\b.{0,160}\bcookies\b.{0,300}
        |(?:utilizamos|usamos|este\s+sitio\s+(?:web\s+)?(?:utiliza|usa)|nuestro\s+sitio\s+(?:web\s+)?(?:utiliza|usa)|al\s+continuar)\b.{0,120}\bcookies\b.{0,400}
        |(?:ми|цей\s+сайт|наш\s+сайт)\s+використову(?:ємо|є)\s+.{0,30}(?:cookies?|кукі|файли).{0,400}|продовжуючи\s+.{0,100}(?:cookies?|погоджуєтес).{0,300}
        |(?:мы|этот\s+сайт|наш\s+сайт)\s+использу(?:ем|ет)\s+.{0,30}(?:cookies?|куки|файлы).{0,400}
        |(?:bu\s+(?:web\s+)?site(?:si|miz)?|sitemiz(?:de)?|web\s+sitemiz(?:de)?|size\s+daha\s+iyi|deneyiminizi|sizlere)\b.{0,120}\b(?:çerez\w*|cookie\w*).{0,400})$"""
        ),
    ),
    (
        "author",
        re.compile(
            _X
            + r"""^\W*(?:(?:view|see|read)\s+all\s+(?:posts|articles|stories)\s+(?:by|from)\s+.{2,60}|more\s+(?:from|by|articles\s+by|stories\s+by|posts\s+by)\s+(?:this\s+author|the\s+author|the\s+same\s+author)
        |(?:mehr|alle\s+(?:artikel|beiträge))\s+von\s+(?:diesem|dieser)\s+autor\w*|(?:tous\s+les\s+articles|voir\s+tous\s+les\s+articles)\s+de\s+.{2,60}|(?:todos\s+los|ver\s+(?:todos\s+los|más))\s+artículos\s+de\s+.{2,60})\W*$"""
        ),
    ),
    (
        "tags",
        re.compile(
            _X
            + r"""^\W*(?:tags?|topics?|filed\s+(?:under|in)|posted\s+in|tagged(?:\s+(?:with|in|as))?|keywords?|categor(?:y|ies)|schlag(?:worte|wörter)|stichworte|themen|mots[-\s]clés|thèmes|étiquettes|etiquetas|temas|palabras\s+clave|теги|мітки|теми|метки|etiketler|etiket|konular|anahtar\s+kelimeler|tagi)\s*[:：]\s*.{1,300}$"""
        ),
    ),
)
# First words that a longer text of a kind can open with; a text that opens otherwise is spared the patterns.
_OPENERS: Final = {
    "copyright": "copyright copyrights c all alle tous todos всі усі все tüm her tutti wszelkie this ©",
    "first_appeared": "a an this the originally first dieser der cet l este el ця цей це эта этот bu",
    "agency": "ani pti ians afp ap reuters dpa efe upi aa iha dha ukrinform interfax tass xinhua yonhap bloomberg cnn ansa anadolu unian sid kna epd with added this the additional reporting writing editing compiled compilation our source sources quelle quellen fuente fuentes "
    "джерело источник kaynak fonte źródło bron mit avec con за по",
    "newsletter": "please sign subscribe register join get receive enter have want don don't dont never stay keep start begin like enjoy enjoyed enjoying "
    "support become click the latest best biggest top day day's melden abonnieren jetzt bestellen erhalten bleiben verpassen der holen hier mit inscrivez "
    "inscrivez-vous abonnez abonnez-vous recevez ne restez retrouvez chaque suscríbete suscríbase suscribirse suscribe regístrate regístrese recibe reciba recibir "
    "apúntate únete mantente no quiere quieres підпишіться підписуйтесь підписуйтеся підпишись отримуйте приєднуйтесь приєднуйтеся хочете долучайтесь "
    "долучайтеся щоб читайте стежте подпишитесь подписывайтесь получайте присоединяйтесь abone kaydol kaydolun üye katılın",
    "share": "please follow like find join connect add share click folgen diesen den artikel beitrag suivez suivez-nous partage partager partagez síguenos "
    "síganos siga comparte comparta compartir поділитися поділитись поділіться поширити слідкуйте стежте читайте поделиться поделитесь следите bizi bu haberi",
    "consent": "we this our by the to please enable accept allow wir diese unsere an hier ich nous ce notre en utilizamos usamos este nuestro al ми цей наш "
    "продовжуючи мы этот bu sitemiz sitemizde web size deneyiminizi sizlere",
    "comments": "join start enter you your view show read see load comments comment kommentare commentaires comentarios коментарі комментарии yorumlar",
    "gallery": "view see show open launch image photo slide picture bild foto imagen фото зображення fotoğraf resim alle",
    "author": "view see read more mehr alle tous voir todos ver",
    "read_time": "approx estimated reading read lesezeit lesedauer temps lecture tiempo час время okuma",
    "tags": "tag tags topic topics filed posted tagged keyword keywords category categories schlagworte schlagwörter stichworte themen mots mots-clés thèmes "
    "étiquettes etiquetas temas palabras теги мітки теми метки etiketler etiket konular anahtar tagi",
}  # fmt: skip
_OPENING_KINDS: Final = {
    word: frozenset(kind for kind, listed in _OPENERS.items() if word in listed.split())
    for words in _OPENERS.values()
    for word in words.split()
}
_SHORT_TEXT: Final = 90
_SHORTEST_DISCLOSURE: Final = 20
_RESERVED: Final = ("reserved", "vorbehalten", "réservés", "reservados", "защищены", "захищені", "saklıdır")
_RIGHTS: Final = ("right", "recht", "droit", "derech", "direit", "прав", "hakk", "hakl")
_MARKS: Final = " .,;:!?)]}*|/-–—_\"'“”’»©®™\u00a0"


def sentence_kind(text: str) -> str | None:
    """Kind of a line by the patterns that its first word, digits and marks leave possible."""
    if len(text) > 700:
        return None
    first = first_word(text)
    kinds = _OPENING_KINDS.get(first, _NO_KIND)
    if first[:1].isdigit() and len(text) <= _SHORT_TEXT:
        kinds |= _DIGIT_KINDS
    if len(text) < 250:
        opening = text[:20]
        if "©" in opening or ("(" in opening and "(c)" in opening.lower()) or _reserves(text):
            return "copyright"
        if not text.isascii() and any(map(text.__contains__, _TURKISH_CHANNELS)):
            kinds |= _NEWSLETTER_KIND
    if len(text) > _SHORTEST_DISCLOSURE and any(map(text.__contains__, _DISCLOSING)) and _DISCLOSURE.search(text):
        return "disclosure"
    if not kinds:
        return None
    return next((kind for kind, match in _matchers(kinds) if match(text)), None)


@lru_cache(maxsize=256)  # there are not so many sets of kinds
def _matchers(kinds: frozenset[str]) -> tuple[tuple[str, Callable[[str], re.Match[str] | None]], ...]:
    return tuple((kind, pattern.match) for kind, pattern in _PATTERNS if kind in kinds)


def _reserves(text: str) -> bool:
    """Whether a line ends with the words that reserve all rights."""
    end = text[-60:].rstrip(_MARKS).lower()
    return end.endswith(_RESERVED) and any(map(end.__contains__, _RIGHTS))


# What a publication earns by the links beside its text: said of "us" and of "you", which a report about it does not say.
_DISCLOSING: Final = (
    "ommission",
    "ffiliate",
    "rovision",
    "omisi",
    "коміс",
    "комис",
    "mazon Associate",
    "rowizj",
    "qualifying",
)
_DISCLOSURE: Final = re.compile(
    r"""(?ix)\b(?:we|our\s+\w+|[\w.&’'-]+)\s+(?:may|might|could|can|will)\s+(?:also\s+)?(?:earn|receive|get|make|collect|be\s+paid)\s+(?:\w+\s+){0,3}(?:commissions?|compensation|referral)
    |\bas\s+an?\s+amazon\s+associate|\bas\s+an\s+affiliate\b.{0,60}\bearn
    |\b(?:we|i)\s+(?:earn|receive|get|make)\s+(?:\w+\s+){0,3}commissions?\b.{0,80}\b(?:links?|purchas\w+|buy|products?)
    |\bpurchases?\b.{0,60}\b(?:earns?\s+us|may\s+earn)\b.{0,40}commissions?
    |\b(?:this|the|our)\s+(?:\w+\s+){0,2}(?:article|post|page|story|site|guide|review)\s+(?:may\s+)?(?:contains?|includes?|uses)\s+(?:\w+\s+){0,2}affiliate\s+links?
    |\b(?:wir|die\s+redaktion)\b.{0,80}\bprovision\b.{0,80}\b(?:links?|k[aä]uf\w*)|\baffiliate-links?\b.{0,120}\bprovision
    |\bliens?\s+affiliés?\b.{0,160}\bcommission|\benlaces?\s+de\s+afiliad\w+\b.{0,160}\bcomisi
    |\bearn\w*\s+from\s+qualifying\s+purchases|\b(?:erhalten|bekommen|verdienen|bekommt|erhält)\s+(?:wir|die\s+redaktion)\b.{0,40}\bprovision
    |\b(?:nous\s+(?:pouvons|pourrions)|[\w’' ]{2,30}\bpeut)\s+(?:percevoir|toucher|recevoir)\b.{0,30}\bcommission|\bpodemos\s+(?:recibir|ganar|obtener)\b.{0,20}\bcomisi
    |\b(?:отримувати|отримати|получать|получить)\s+(?:\w+\s+)?(?:коміс|комис)|\bkomisyon\s+(?:alabilir\w*|kazanabilir\w*)|\bprowizj\w+\b.{0,40}\b(?:zakup\w*|link\w*)
    |\b(?:riceviamo|potremmo\s+ricevere|guadagn\w+)\b.{0,40}\bcommission\w+|\b(?:recebemos|podemos\s+receber)\b.{0,30}\bcomiss"""
)
_NO_KIND: Final[frozenset[str]] = frozenset()
_DIGIT_KINDS: Final = frozenset(("read_time", "gallery", "comments"))
_NEWSLETTER_KIND: Final = frozenset(("newsletter",))
_TURKISH_CHANNELS: Final = ("bülten", "Bülten", "kanalı", "kutunuz")
