"""What is said to the reader about the publication, not about the news: calls, notices and controls, per language."""

import re
from itertools import repeat
from typing import Final

from extract.asks import ASKS
from extract.credits import CREDITS

# Longer texts tell something; these only ask, offer or warn.
LONGEST: Final = 280
_X = r"(?ix)"
_NETWORK = (
    r"(?:whats\s?app|telegram|signal|viber|facebook|instagram|twitter|linkedin|you\s?tube|tik\s?tok|bluesky|threads|mastodon|google\s+news|google\s+discover"
    r"|flipboard|\bx\b(?=\W*(?:$|and|,|\.))|social\s+media|телеграм\w*|фейсбу[кц]\w*|ватсап\w*|вайбер\w*|ютуб\w*|соцмереж\w*|соцсет\w*)"
)
# A report that quotes or cites tells of such things as news.
_REPORTED: Final = re.compile(
    r"""(?ix)["“”„«»]|\b(?:said|says|told|according\s+to|announced|reported|added|warned|recalled|argued|explained|noted|wrote|asked|sagte|erklärte|teilte|laut|a\s+(?:déclaré|demandé|dit|ajouté|affirmé|expliqué|indiqué|précisé|assuré)|selon|dijo|afirmó|según|anunció|informó
    |ha\s+detto|secondo|disse|segundo|afirmou|powiedział\w*|według|повідоми\w+|сказа\w+|заяви\w+|зазначи\w+|за\s+словами|сообщи\w+|заяви\w+|по\s+словам
    |söyledi|açıkladı|belirtti|dedi|göre)\b"""
)
# Kind; how words begin (four letters) without which the pattern cannot match; the pattern. Words parted by `&` must all be
# there, one of each group; after `^` they are what the line's first word begins with, and the pattern holds that place.
_CALLS: Final[tuple[tuple[str, str, str], ...]] = (
    # --- newsletters and subscriptions ---
    ("newsletter", "^ clic ente get join plea rece regi sign subs to", r"""^\W*(?:(?:please|click\s+here\s+to|to)\s+)?(?:sign\s+up|subscribe|register|join|get|receive|enter)\b.{0,140}\b(?:newsletters?|briefings?|bulletin|inbox|mailing\s+list|digest|e-?mail\s+(?:alerts|updates|address)|(?:daily|weekly)\s+e-?mails?|morning\s+brief)\b"""),
    ("newsletter", "brie bull dige emai inbo mail news & deli dire sent sign stra subs", r"""^(?=.*\b(?:our|(?-i:us)|your|you|here)\b).*\b(?:sign(?:ing)?\s+up|subscrib(?:e|ing)|delivered|sent|straight|direct)\b.{0,140}\b(?:newsletters?|briefings?|bulletin|inbox|mailing\s+list|digest|e-?mail\s+(?:alerts|updates|address)|(?:daily|weekly)\s+e-?mails?|morning\s+brief)\b"""),
    ("newsletter", "inbo morn week & anal head news repo stor", r"""\b(?:top|best|latest|biggest)\s+(?:\w+\s+)?(?:stories|news|headlines|reporting|analysis)\b.{0,60}\b(?:to\s+your\s+inbox|every\s+(?:week)?day\s+morning|every\s+(?:morning|week)|in\s+your\s+inbox)"""),
    ("newsletter", "inbo mail", r"""^.{0,60}\b(?:in|to)\s+your\s+(?:inbox|mailbox)\W*$"""),
    ("newsletter", "memb subs & alre aren not", r"""\b(?:not|already|aren['’]t\s+you)\s+(?:yet\s+)?an?\s+(?:\w+\s+)?(?:subscriber|member)\b"""),
    ("newsletter", "join", r"""\bjoin\s+(?:over\s+|more\s+than\s+|the\s+)?(?:[\d.,]+\s*(?:k|m|million)?\+?|thousands\s+of|millions\s+of)\s+(?:\w+\s+){0,2}(?:readers|subscribers|people|professionals|members|followers)\b"""),
    ("newsletter", "clic ente prov regi sign subm subs & by & agre cons poli priv term", r"""\bby\s+(?:signing\s+up|subscribing|registering|submitting|entering|providing|clicking)\b.{0,160}\b(?:terms|privacy|agree|consent|policy)\b"""),
    ("newsletter", "^ stay", r"""^\W*stay\s+(?:informed|updated|up\s+to\s+date|in\s+the\s+(?:know|loop)|ahead|connected|tuned)\W*$"""),
    ("newsletter", "^ do enjo like love", r"""^\W*(?:enjoy\w*|(?:do\s+you\s+)?(?:like|love)d?)\s+(?:this|what|our|reading)\b.{0,50}\?.{0,20}\b(?:sign\s+up|subscribe|join|support|share|follow|get|become)\b"""),
    ("newsletter", "^ подо", r"""^\W*подобаються\s+наші\b.{0,80}"""),
    ("newsletter", "підп", r"""\bпідпи\w+\s+(?:тут|на\s+нас)\b"""),
    ("newsletter", "^ get if join look plea sign subs to want woul", r"""^\W*(?:if\s+you|want\b|would\s+you|looking\s+for|please|to\s+(?:get|receive|support|subscribe)|get\b|sign\b|join\b|subscribe\b).{0,120}\bhere\W*$"""),
    ("newsletter", "join regi sign subs & here", r"""\b(?:join|sign\s+up|subscribe|register)\s+here\W*$"""),
    ("newsletter", "^ onze", r"""^\W*onze\s+nieuwsbrief\W*$"""),
    ("newsletter", "nieu", r"""\b(?:meld|schrijf|abonneer)\b.{0,60}\bnieuwsbrief\b
        |\bnieuwsbrief\b.{0,60}\b(?:aanmelden|inschrijven|ontvang\w*|gratis)\b"""),
    ("newsletter", "^ afme", r"""^\W*afmelden\s+kan\b.{0,40}$"""),
    ("newsletter", "opt unsu", r"""\b(?:unsubscribe|opt\s+out)\b.{0,40}\b(?:any\s*time|whenever\s+you)\b"""),
    ("newsletter", "regi sign subs & than", r"""\b(?:thanks|thank\s+you)\s+for\s+(?:signing\s+up|subscribing|registering)\b"""),
    ("newsletter", "deli text & get rece", r"""\b(?:get|receive)\b.{0,80}\b(?:delivered|texted)\b.{0,30}\byour\b"""),
    ("newsletter", "^ das der unse", r"""^\W*(?:der|unser|das)\s+(?:[\w-]+\s+)?(?:morgen|abend|wochen)?-?newsletter\W*$"""),
    ("newsletter", "news & abon anme best hier jetz kost regi", r"""\bnewsletter\b.{0,80}\b(?:abonn\w+|bestell\w+|anmeld\w+|hier|kostenlos|jetzt|registrier\w+)\b"""),
    ("newsletter", "news & abon anme best jetz kost", r"""\b(?:abonn\w+|bestell\w+|anmeld\w+|jetzt|kostenlos\w*)\b.{0,80}\bnewsletter\b"""),
    ("newsletter", "der ihre", r"""\bmit\s+(?:der|ihrer)\s+(?:anmeldung|registrierung|bestellung)\b.{0,120}\b(?:stimmen|akzeptieren|datenschutz\w*|agb)\b"""),
    ("newsletter", "verp", r"""\bkeine\s+(?:nachricht|meldung|news)\w*\s+(?:mehr\s+)?verpassen\b"""),
    ("newsletter", "noch", r"""\bnoch\s+kein\w*\s+abo(?:nnent\w*)?\b"""),
    ("newsletter", "dire morg tägl & emai mail post", r"""\b(?:direkt|täglich|morgens)\b.{0,60}\bins?\s+(?:(?:ihr|dein)\s+)?(?:e-?mail-?)?postfach\b"""),
    ("newsletter", "abon insc rece & aler boît info lett news", r"""\b(?:inscri\w+|abonn\w+|recevez|recevoir)\b.{0,120}\b(?:newsletters?|lettres?\s+d['’]information\w*|infolettres?|lettre\s+quotidienne|alertes|boîte\s+(?:mail|de\s+réception|aux\s+lettres))\b"""),
    ("newsletter", "abon", r"""\bpas\s+encore\s+abonné\b"""),
    ("newsletter", "en", r"""\ben\s+(?:vous\s+inscrivant|cliquant|validant)\b.{0,120}\b(?:acceptez|conditions|confidentialité)\b"""),
    ("newsletter", "votr", r"""\bdans\s+votre\s+boîte\b"""),
    ("newsletter", "al apún insc reci regí susc te tu", r"""\b(?:suscr[íi]b\w+|apúnt\w+|regístr\w+|recib[ae]\w*|inscríb\w+)\b.{0,120}\b(?:newsletters?|bolet[íi]n\w*|correo|alertas|aquí)\b
        |\baún\s+no\s+(?:eres|es)\s+suscriptor\b
        |te\s+gusta\s+este\s+(?:contenido|artículo)\b
        |\bal\s+(?:suscribirte|registrarte|inscribirte|enviar)\b.{0,120}\b(?:aceptas|condiciones|privacidad)\b
        |\ben\s+tu\s+(?:correo|bandeja)\b"""),
    ("newsletter", "odbě się отри почт підп расс реєс розс", r"""\b(?:підпи\w+|отриму\w+|реєстру\w+|підпиш\w+)\b.{0,100}(?:розсилк\w+|бюлетен\w+|листи|пошт\w+)
        |\bще\s+не\s+підписа\w+
        |\b(?:подпи\w+|получа\w+)\b.{0,100}(?:рассылк\w+|почт\w+)
        |\bрозсилк\w+\b.{0,60}\b(?:підпи\w+|тут|щодня|щоранку|щотижня)
        |\bзапиши\w*\s+się\b.{0,60}\bnewsletter\w*
        |\bzapisz\s+się\b.{0,80}\bnewsletter\w*
        |\bodběr\w*\s+newsletter\w*"""),
    ("newsletter", "bült ebül henü kayd", r"""\b(?:bülten\w*|e-?bülten\w*)\b.{0,80}\b(?:abone|kaydol\w*|kayıt|ücretsiz|tıklay\w*)
        |\b(?:abone|kaydol\w*)\b.{0,60}\bbülten\w*
        |\bhenüz\s+abone\s+değil\w*
        |\bkaydolarak\b.{0,100}\bkabul"""),
    ("newsletter", "może", r"""\bw\s+każdej\s+chwili\s+możesz\b.{0,40}
        |\bmożesz\s+zrezygnować\b"""),
    ("newsletter", "^ zapi", r"""^\W*zapisz\s+się\b.{0,80}\botrzym\w+\b"""),
    ("newsletter", "^ la nasz noss notr nues onze unse vår", r"""^\W*(?:nasz|unser|notre|nuestr[oa]|la\s+nostra|nosso|onze|vår)\s+newsletter\W*$"""),
    ("newsletter", "abbo iscr rice", r"""\b(?:iscriv\w+|ricev\w+|abbon\w+)\b.{0,100}\b(?:newsletter|casella|e-?mail|notifiche)\b"""),
    ("newsletter", "bole emai mail news notí & assi cada insc rece", r"""\b(?:inscreva|assine|receba|cadastre)\S*.{0,100}\b(?:newsletter|boletim|e-?mail|notícias)\b"""),
    # --- apps and channels ---
    ("share", "app & down get inst try", r"""\b(?:download|get|install|try)\s+(?:our|the|[\w’' ]{2,25}['’]s)\s+(?:[\w’-]+\s+){0,3}app\b(?=\W*(?:$|for\b|from\b|in\b|to\b|and\b|on\b|now\b|today\b|here\b))"""),
    ("share", "play stor & app goog & avai down get now", r"""\b(?:available|download|get\s+it|now)\b.{0,40}\bon\s+(?:the\s+)?(?:app\s+store|google\s+play)\b"""),
    ("share", "^ add be clic conn find foll join like plea subs you", r"""^\W*(?:you\s+can\s+(?:also\s+)?|please\s+|click\s+here\s+to\s+|be\s+sure\s+to\s+)?(?:(?:follow|join|like|add|subscribe\s+to)\s+(?:(?-i:us)|me|our|[\w.’' -]{2,40}?)|(?:find|connect\s+with)\s+(?:(?-i:us)|me|our))\b.{0,60}""" + _NETWORK),
    ("share", "app & our", r"""^.{0,60}\bour\s+(?:\w+\s+){0,2}app\b.{0,60}$"""),
    ("share", "what tele sign vibe face inst twit link yout tube goog blue thre tikt tok mast flip x medi теле фейс ватс вайб ютуб соцм соцс", r"""^(?=.{0,140}$)(?=.*\b(?:our|(?-i:us)|here|tap|we(?:['’]re|\s+are)\s+on)\b|.*(?:t\.me/|@\w))(?=\W*(?:get|join|follow|tap|click|find|subscribe|we\b|you\s+can|add|like|visit|connect|stay|keep|check|message|text|chat|talk|more\s+on|write)\b).*?\b""" + _NETWORK),
    ("share", "^ acti allo enab get rece turn want", r"""^\W*(?:turn\s+on|enable|get|activate|allow|receive|want)\b.{0,40}\bpush\s+(?:alerts?|notifications?|messages?)\b"""),
    ("share", "miss", r"""\bnever\s+miss\s+(?:a|an|our)\s+(?:\w+\s+)?(?:story|update|post|article|episode|thing)\b"""),
    ("share", "foll join & our", r"""\b(?:follow|join)\s+our\s+[\w ]{2,20}\s?(?:channel|page|group|account)\b"""),
    ("share", "folg jetz lade sie", r"""\b(?:laden\s+sie|lade|jetzt|holen\s+sie)\b.{0,60}\bapp\b.{0,80}\b(?:herunter|laden|download\w*|aufs?\s+handy)
        |\b(?:folgen\s+sie|folge|folgt)\s+(?:uns|unserem|unserer)\b.{0,80}"""),
    ("share", "inst télé & app appl", r"""\b(?:téléchargez|installez)\b.{0,40}\bapp(?:li(?:cation)?)?\b"""),
    ("share", "nous", r"""\b(?:suivez|rejoignez|retrouvez)[-\s]nous\s+(?:sur\s+)?(?:nos\b|les\s+réseaux|""" + _NETWORK + r""")"""),
    ("share", "notr", r"""\b(?:suivez|rejoignez)\s+notre\s+(?:chaîne|page|compte|groupe)\b"""),
    ("share", "apli app & desc inst", r"""\b(?:descarga|descargue|descárgate|instala)\b.{0,30}\b(?:app|aplicación)\b"""),
    ("share", "nues síga sígu únas", r"""\b(?:síguenos|síganos|sigue\s+nuestro|únete\s+a\s+nuestro|únase\s+a)\b.{0,80}"""),
    ("share", "^ подп приє підп след слід стеж чита", r"""^\W*(?:підписуй\w+|стежте|слідкуй\w+|читайте\s+нас|приєднуй\w+|подписывай\w+|следите|читайте\s+нас)\b.{0,120}(?:канал\w*|сторінк\w+|нами|нас|""" + _NETWORK + r""")"""),
    ("share", "apli дода заст прил", r"""\b(?:завантаж\w+|встанов\w+)\b.{0,40}(?:застосун\w+|додаток|додатк\w+)
        |\b(?:скача\w+|установи\w+)\b.{0,30}приложени\w+
        |\b(?:pobierz|zainstaluj)\b.{0,40}\baplikacj\w+"""),
    ("share", "bizi hesa kana uygu", r"""\b(?:uygulama\w*)\b.{0,40}\b(?:indir\w*|yükle\w*)
        |\b(?:bizi|kanalımız\w*|hesabımız\w*)\b.{0,60}\b(?:takip|katıl\w*|abone)"""),
    ("share", "^ dołą obse polu śled", r"""^\W*(?:dołącz|obserwuj|śledź|polub)\b.{0,80}(?:kanał\w*|nas\b|nasz\w*|""" + _NETWORK + r""")"""),
    ("share", "baix", r"""\bbaixe\s+(?:o\s+)?(?:nosso\s+)?(?:app|aplicativo)\b.{0,80}"""),
    ("share", "^ down inst", r"""^\W*(?:download|installeer)\s+(?:onze|de)\s+(?:\w+\s+)?app\b.{0,60}"""),
    ("share", "^ abon följ følg volg", r"""^\W*(?:volg|abonneer|følg|följ)\s+(?:ons|oss|os)\b.{0,60}"""),
    ("share", "^ entr iscr segu unis", r"""^\W*(?:iscriviti|seguici|unisciti|entra)\b.{0,60}(?:canale|gruppo|pagina|""" + _NETWORK + r""")"""),
    ("share", "baix desc nel scar segu siga", r"""\b(?:scarica|baixe|descarregue)\b.{0,30}\bapp\b
        |\b(?:seguici|siga-nos|siga\s+o\s+nosso|entra\s+nel\s+nostro)\b.{0,80}"""),
    # --- money ---
    ("donation", "back fund supp sust & jour medi news our repo us", r"""\b(?:support|fund|sustain|back)\s+(?:us\b|our\s+(?:\w+\s+)?(?:work|journalism|reporting|newsroom|mission|coverage)|(?:free,?\s+)?(?:independent|quality|local|non-?profit|public\s+interest)\s+(?:journalism|reporting|media|news))"""),
    ("donation", "fund & our this", r"""\b(?:this|our)\s+fund\s*(?:drive|raiser)\b.{0,30}(?:today|would|could|$)"""),
    ("donation", "fund & our", r"""\bour\s+(?:journalism|reporting|work)\b.{0,60}\bfunded\b"""),
    ("donation", "cont dona & cons make & a", r"""\b(?:make|consider)\s+(?:a|making\s+a)\s+(?:[\w-]+\s+)?(?:donation|contribution)\b"""),
    ("donation", "chip cont dona & here now our toda us", r"""\b(?:donate|chip\s+in|contribute)\s+(?:now|today|here|to\s+(?:us|our))\b"""),
    ("donation", "cont dona gift & help jour keep make our us & read your", r"""\b(?:your|our\s+readers['’])\s+(?:donation|contribution|gift)s?\b.{0,80}\b(?:us|our|help\w*|keep\w*|make\w*|journalism)\b"""),
    ("donation", "read & like", r"""\breaders?\s+like\s+you\b"""),
    ("donation", "depe need rely & we & dona help peop read supp", r"""\bwe\s+(?:need|rely\s+on|depend\s+on)\s+(?:your\s+(?:help|support|donations?)|(?:readers|people|supporters)\s+like\s+you)\b"""),
    ("donation", "^ read", r"""^\W*readers\s+(?:fund|support|power)\s+(?:this|our|us)\b.{0,60}"""),
    ("donation", "^ beco", r"""^\W*become\s+an?\s+(?:\w+\s+)?(?:member|patron|supporter|subscriber)\b"""),
    ("donation", "jour & poss read", r"""\bour\s+journalism\b.{0,60}\b(?:free\s+to\s+read|possible|readers)\b"""),
    ("donation", "dona gave give & each ever", r"""\bif\s+(?:everyone|every\s+reader|each\s+of\s+you)\b.{0,60}\b(?:gave|donated|gives)\b"""),
    ("donation", "^ if", r"""^\W*if\s+you\s+(?:like|liked|value|enjoy\w*|appreciate)\s+(?:this|our|what)\b.{0,60}\b(?:article|story|work|journalism|reporting|post|piece|content|coverage)\b.{0,120}"""),
    ("donation", "bitt ihre jetz sie", r"""\b(?:mit\s+)?ihrer?\s+spende\b
        |\b(?:jetzt|bitte)\s+spenden\b
        |\bunterstützen\s+sie\b.{0,40}\b(?:uns|unsere?n?|unabhängig\w*|journalismus|redaktion)\b
        |\bspenden\s+sie\b"""),
    ("donation", "la le nos notr nous un une vos votr", r"""\b(?:faites|faire)\s+un\s+don\b
        |\bsoutenez(?:-nous|\s+(?:notre|nos|le\s+journalisme|une\s+presse|la\s+presse))\b
        |\b(?:votre|vos)\s+dons?\b.{0,60}\b(?:nous|permet\w*|aide\w*)\b"""),
    ("donation", "apoy su tu una", r"""\b(?:haz|haga|hacer)\s+(?:tu|una|su)\s+donación\b
        |\b(?:tu|su)\s+(?:donación|aporte|aportación|apoyo)\b.{0,60}\b(?:nos|permite|ayuda)\b
        |\bapoya\w*\b.{0,30}\b(?:periodismo|nuestro\s+trabajo)\b"""),
    ("donation", "wesp wspi внес подд підт", r"""\bпідтрима(?:йте|ти|й)\b.{0,40}(?:журналіст\w+|нас\b|редакці\w+|проєкт|видання)
        |\b(?:ваш|твій)\s+внесок\b
        |\bподдержите?\b.{0,40}(?:журналист\w+|нас\b|редакци\w+|издание)
        |\b(?:wesprzyj|wspieraj)\b.{0,40}\b(?:nas|dziennikarstwo|redakcję)\b"""),
    ("donation", "sost tua tuo una", r"""\bsostieni\b.{0,40}\b(?:giornalismo|noi|nostro|nostra|il\s+progetto)\b
        |\b(?:il\s+tuo|la\s+tua)\s+(?:contributo|donazione|sostegno)\b
        |\b(?:fai|fate)\s+una\s+donazione\b"""),
    ("donation", "apoi sua uma", r"""\bapoie\b.{0,40}\b(?:jornalismo|nós|nosso)\b
        |\b(?:a\s+)?sua\s+(?:doação|contribuição)\b
        |\bfaça\s+uma\s+doação\b"""),
    ("donation", "done steu", r"""\bsteun\b.{0,40}\b(?:ons|journalistiek)\b
        |\bdoneer\b.{0,30}"""),
    ("donation", "bağı dest", r"""\b(?:bağış\w*|destek\s+ol\w*|desteğiniz\w*|bize\s+destek)\b"""),
    # --- accounts and walls ---
    ("account", "log sign & acce comm cont read save unlo view & in", r"""\b(?:sign|log)\s+in\s+to\s+(?:continue|read|view|access|comment|unlock|save)\b"""),
    ("account", "hit reac used & arti limi stor", r"""\b(?:reached|used|hit)\s+(?:your|all\s+(?:of\s+)?your)\b.{0,40}\b(?:limit|free\s+(?:articles|stories))\b"""),
    ("account", "left rema & arti", r"""\b(?:\d+\s+)?free\s+articles?\s+(?:left|remaining)\b"""),
    ("account", "acco & free", r"""\b(?:create|open)\s+(?:a|your)\s+free\s+account\b"""),
    ("account", "unlo", r"""\bunlock\s+(?:this|the|full|unlimited|all)\b.{0,30}\b(?:article|story|access|content|report)\b"""),
    ("account", "^ for subs", r"""^\W*(?:for\s+)?subscribers?\s+only\W*$"""),
    ("account", "memb payi prem regi subs & anal arti cont post repo stor & is", r"""\b(?:this|the)\s+(?:article|story|content|post|report|analysis)\s+is\s+(?:only\s+)?(?:exclusively\s+)?(?:available\s+)?(?:for|to|exclusive\s+to|reserved\s+for)\s+(?:\w+\s+)?(?:subscribers|members|premium|paying|registered)\b"""),
    ("account", "alre & regi subs", r"""\balready\s+(?:registered|subscribed)\b"""),
    ("account", "subs & cont keep read", r"""\bsubscribe\s+(?:now\s+)?to\s+(?:continue|read|keep)\b"""),
    ("account", "alre", r"""\balready\s+have\s+an\s+account\s*(?:\W*$|\?|log|sign)"""),
    ("account", "^ buy enjo get star unlo", r"""^\W*(?:get|enjoy|start|buy|unlock)\b.{0,30}\bunlimited\s+(?:digital\s+)?access\b"""),
    ("account", "^ crea log regi sign", r"""^\W*(?:log|sign)\s+in\s+or\s+(?:register|sign\s+up|create|subscribe)\b.{0,60}$
        |^\W*(?:register|create\s+an?\s+account)\b.{0,40}\b(?:free|read|continue)\b.{0,40}$"""),
    ("account", "gift", r"""\bremaining\s+gifts?\b"""),
    ("account", "read & cont", r"""\bcontinue\s+reading\s+(?:this|with|,|please|create|for)\b"""),
    ("account", "^ forg rese", r"""^\W*(?:forgot|reset)\s+(?:your\s+)?password\b"""),
    ("account", "^ exkl", r"""^\W*exklusiv\s+für\s+abonnent\w*\W*$"""),
    ("account", "bere ist komm lese nur weit", r"""\b(?:melden\s+sie\s+sich\s+an|anmelden|einloggen|registrieren\s+sie\s+sich)\b.{0,60}\b(?:weiterzulesen|weiterlesen|kommentieren|lesen)\b
        |\bbereits\s+(?:abonnent\w*|registriert|kunde|abo)\b
        |\b(?:dieser|der)\s+artikel\s+ist\b.{0,40}\b(?:abonnent\w*|exklusiv|nur\s+für)\b
        |\bnur\s+für\s+abonnent\w*\b
        |\bweiterlesen\s+mit\b"""),
    ("account", "abon vous", r"""\b(?:connectez-vous|identifiez-vous)\b.{0,60}
        |\b(?:déjà|vous\s+êtes\s+déjà)\s+abonné\b
        |\b(?:article|contenu)\s+réservé\s+(?:à\s+nos|aux)\s+abonnés\b
        |\bil\s+vous\s+reste\b.{0,40}\bà\s+lire\b
        |\bréservé\s+aux\s+abonnés\b"""),
    ("account", "^ inic", r"""^\W*inicia(?:r)?\s+sesión\W*$"""),
    ("account", "leye sesi susc", r"""\binicia\w*\s+sesión\b.{0,60}\b(?:para|y)\b
        |ya\s+(?:eres|es)\s+suscriptor\b
        |\b(?:contenido|artículo)\s+(?:exclusivo|solo)\s+para\s+suscriptor\w*
        |\bsolo\s+para\s+suscriptores\b
        |\bpara\s+seguir\s+leyendo\b"""),
    ("account", "авто вже войд для заре увій", r"""\b(?:увійдіть|зареєструйтесь|зареєструйтеся|авторизуйтесь)\b.{0,60}
        |\b(?:войдите|зарегистрируйтесь|авторизуйтесь)\b.{0,60}
        |\b(?:лише|тільки)\s+для\s+(?:передплатник\w+|підписник\w+)
        |\bтолько\s+для\s+подписчик\w+
        |\bвже\s+(?:передплатник|підписа\w+)"""),
    ("account", "^ abbo acce regi", r"""^\W*(?:accedi|registrati|abbonati)\b.{0,60}$"""),
    ("account", "abbo hai", r"""\b(?:contenuto|articolo)\s+(?:riservato|esclusivo)\b.{0,40}\babbonati\b
        |\bhai\s+già\s+un\s+(?:account|abbonamento)\b"""),
    ("account", "^ zalo", r"""^\W*zaloguj\s+się\b.{0,60}$"""),
    ("account", "dla masz", r"""\b(?:tylko|wyłącznie)\s+dla\s+(?:subskrybentów|prenumeratorów|abonentów)\b
        |\bmasz\s+już\s+(?:konto|prenumeratę)\b"""),
    ("account", "^ entr faça já", r"""^\W*(?:faça\s+login|já\s+é\s+assinante|entre\s+ou\s+assine)\b.{0,60}"""),
    ("account", "excl", r"""\b(?:conteúdo|matéria)\s+exclusiv\w+\s+para\s+assinantes\b"""),
    ("account", "abon giri okum otur", r"""\b(?:giriş\s+yap\w*|oturum\s+aç\w*)\b.{0,60}
        |\babonelere\s+özel\b
        |\bzaten\s+abone\b
        |\bokumaya\s+devam\s+etmek\s+için\b"""),
    # --- the newsroom ---
    ("contact", "^ cont do e emai foll got have know lett mess news reac seen tip tips twee writ you", r"""^\W*(?:you\s+can\s+)?(?:contact|reach|e-?mail|write\s+to|message|tweet|follow)\s+(?:out\s+to\s+)?(?:the\s+)?[\w.’' -]{2,60}?\s+(?:at|on|via|directly|by|through)\b.{0,60}(?:@|[+(]\d\d|\d{3}[-.\s/]\d{3}[-.\s]?\d|https?:|twitter|\bx\b|linkedin|signal|e-?mail)
        |^\W*(?:do\s+you\s+)?(?:got|have|know|seen)\s+(?:a|any|an|some|something|more)\b.{0,40}\b(?:tips?|news|stor(?:y|ies)|info(?:rmation)?|photos?|videos?|questions?|corrections?|comments?)\b.{0,80}(?:\b(?:us|newsdesk|newsroom|reporters?|editors?|securely|here)\b|@).{0,120}
        |^\W*(?:tips?|news\s+tips?|letters)\s*(?:\?|:).{0,80}@"""),
    ("contact", "send", r"""\bsend\s+(?:us\s+)?(?:your\s+)?(?:tips?|letters?|photos?|it\s+securely|them\s+to)\b.{0,80}"""),
    ("contact", "arti repo stor & cont & has have", r"""\b(?:has|have)\s+contributed\s+to\s+this\s+(?:report|story|article)\W*$"""),
    ("contact", "^ kont schr", r"""^\W*(?:kontakt\s+zu[mr]?|schreiben\s+sie)\b.{0,80}(?:autor\w*|redaktion|@)"""),
    ("contact", "sie", r"""\bhaben\s+sie\s+(?:hinweise|informationen|fragen|anregungen|einen\s+(?:hinweis|tipp))\b.{0,120}"""),
    ("contact", "à", r"""\b(?:une|des)\s+informations?\s+à\s+nous\s+(?:transmettre|communiquer)\b.{0,120}"""),
    ("contact", "cont écri", r"""\b(?:écrivez|contactez)\b.{0,40}(?:@|l['’]auteur|la\s+rédaction|-nous)"""),
    ("contact", "tien", r"""tien(?:es|e)\s+(?:una|alguna)\s+(?:pista|información|historia)\b.{0,120}"""),
    ("contact", "cont escr", r"""\b(?:escríb[ae]nos|contacta|contacte)\b.{0,60}(?:@|autor\w*|redacción)"""),
    ("contact", "знае инфо маєт надс напи пиши пиші", r"""\bмаєте\s+(?:інформацію|новину|що\s+розповісти)\b.{0,120}
        |\b(?:пишіть|напишіть|надсилайте)\b.{0,60}(?:@|нам\b|автор\w*|редакці\w+)
        |\b(?:есть\s+информация|знаете)\b.{0,60}@
        |\bпишите\b.{0,40}@"""),
    ("contact", "^ cont scri", r"""^\W*(?:scrivi|scriveteci|contatta)\b.{0,60}(?:@|redazione|autor\w*)"""),
    ("contact", "hai", r"""\bhai\s+(?:una\s+segnalazione|informazioni|una\s+notizia|domande)\b.{0,120}"""),
    ("contact", "^ napi skon", r"""^\W*(?:napisz|skontaktuj)\b.{0,60}(?:@|do\s+nas|autor\w*|redakcj\w+)"""),
    ("contact", "masz", r"""\bmasz\s+(?:temat|informacj\w+|sygnał|pytania)\b.{0,120}"""),
    ("contact", "our & chan cond corr cove edit ethi jour news podc read repo subs", r"""^(?=.{0,130}$).*\bour\s+(?:\w+\s+){0,2}(?:reporters?|newsroom|newsdesk|readers|journalism|newsletters?|channels?|coverage|podcasts?|subscribers|correspondents?|editors?|code\s+of\s+(?:ethics|conduct)|corrections?\s+policy|editorial\s+\w+)\b"""),
    ("contact", "^ to", r"""^\W*to\s+(?:contact|reach)\s+the\s+(?:reporter|author|writer|editor)s?\b.{0,120}"""),
    ("contact", "cont reac & be & can may", r"""\b(?:can|may)\s+be\s+(?:reached|contacted)\s+(?:at|on|by|via)\s+(?:\S*@|e-?mail|[+(]\d\d|\d{3}[-.\s/]\d{3}[-.\s]?\d)"""),
    ("contact", "^ comm conc corr ques tip tips", r"""^\W*(?:questions?|comments?|tips?|corrections?|concerns?)(?:(?:\s*,\s*|\s+(?:or|and)\s+)\w+){0,2}(?:\s+(?:about|on|regarding)\s+(?:this|our)\b.{0,30})?\s*[?:].{0,60}(?:@|write|email|e-mail|contact|let\s+us)"""),
    ("contact", "bize ihba yaza", r"""\b(?:haber\s+ihbar\w*|ihbar\s+hattı|bize\s+(?:yazın|ulaşın|bildirin)|yazara?\s+ulaş\w*)\b.{0,100}"""),
    ("correction", "^ flag repo sugg", r"""^\W*(?:report|flag|suggest)\s+(?:an?|this|the)\s+(?:error|mistake|typo|correction|bug|problem)\b"""),
    ("correction", "erro inac mist typo", r"""\b(?:found|spotted|see|notice|noticed|seen)\s+(?:an?|any)\s+(?:error|mistake|typo|inaccurac\w+)\b"""),
    ("correction", "^ repo requ send subm sugg", r"""^\W*(?:submit|request|suggest|send)\s+(?:a\s+|us\s+a\s+)?correction\b.{0,30}$
        |^\W*report\s+(?:this|inappropriate|a\s+problem\s+with)\s*(?:content|article|page|ad)?\W*$"""),
    ("correction", "^ find lear read see", r"""^\W*(?:learn|read|find\s+out|see)\s+(?:more\s+)?(?:about|on)?\s*(?:our|how\s+we)\b.{0,60}(?:process|standards|policy|policies|guidelines|work|ethics|mission|journalism)\W*$"""),
    ("correction", "ctrl", r"""\bctrl\s*\+\s*enter\b"""),
    ("correction", "accu fair & stri", r"""\bwe\s+strive\s+for\s+(?:accuracy|fairness)\b"""),
    ("correction", "^ pour waru why", r"""^\W*(?:pourquoi\s+nous\s+faire\s+confiance|warum\s+sie\s+uns\s+vertrauen|why\s+(?:you\s+can\s+)?trust\s+us)\b.{0,80}"""),
    ("correction", "^ abou comm corr edit ethi fact our priv read see the trus", r"""^\W*(?:(?:read|see|about)\s+)?(?:our\b|the\s+[\w ]{2,30})?\s*(?:editorial|ethics?|corrections?|fact-?check\w*|comment(?:ing)?|privacy|trust)\s+(?:standards|policy|policies|guidelines|principles|code|charter)\W*$
        |^\W*our\s+standards\s*:.{0,80}$"""),
    ("correction", "^ fehl korr", r"""^\W*(?:fehler\s+melden|korrekturen)\W*$"""),
    ("correction", "entd gefu meld", r"""\b(?:fehler|rechtschreibfehler)\b.{0,30}\b(?:melden|gefunden|entdeckt)\b"""),
    ("correction", "une", r"""\b(?:signaler|signalez)\s+une\s+(?:erreur|faute)\b"""),
    ("correction", "^ notr", r"""^\W*notre\s+charte\b.{0,40}$"""),
    ("correction", "erro", r"""\b(?:informar|reportar|avisar)\s+(?:de\s+)?(?:un\s+)?error\b"""),
    ("correction", "los", r"""\bconforme\s+a\s+los\s+criterios\b.{0,60}"""),
    ("correction", "^ реда", r"""^\W*(?:редакційна|редакционная)\s+(?:політика|политика)\W*$"""),
    ("correction", "ошиб поми", r"""\b(?:повідомити|повідомте)\s+про\s+помилку\b
        |\b(?:помітили|знайшли|побачили)\s+помилку\b.{0,80}
        |\b(?:нашли|заметили)\s+ошибку\b.{0,80}
        |\bсообщить\s+об\s+ошибке\b"""),
    ("correction", "^ yayı", r"""^\W*yayın\s+ilkeleri\w*\W*$"""),
    ("correction", "hata", r"""\bhata\s+bildir\w*"""),
    ("correction", "^ reda stan unse", r"""^\W*(?:standards\s+éditoriaux|redaktionelle\s+richtlinien|unsere\s+standards)\W*$"""),
    ("correction", "fout segn zgło", r"""\bsegnala\s+(?:un\s+)?errore\b
        |\bzgłoś\s+błąd\b
        |\bfout(?:je)?\s+(?:gezien|gevonden|melden)\b.{0,60}"""),
    ("feedback", "arti cont info page post stor & this & did is was", r"""\b(?:was|is|did\s+you\s+find)\s+this\s+(?:article|story|page|content|information|post)\s+(?:helpful|useful|interesting|informative)\b"""),
    ("feedback", "^ did do", r"""^\W*(?:did|do)\s+you\s+(?:find|like|enjoy|think)\s+this\b.{0,40}\?\W*$"""),
    ("feedback", "czy dit è útil", r"""\bti\s+è\s+stat[oa]\s+utile\b
        |\bczy\s+(?:ten\s+)?(?:artykuł|tekst)\b.{0,30}\b(?:pomocny|przydatny|ciekawy)\b
        |\bwas\s+dit\s+artikel\s+nuttig\b
        |\b(?:isto|este\s+artigo)\s+foi\s+útil\b"""),
    ("feedback", "^ rate", r"""^\W*rate\s+this\s+(?:article|story|post|page)\b"""),
    ("feedback", "let & us", r"""\blet\s+us\s+know\s+(?:what\s+you\s+think|if\s+you\s+have\s+(?:any\s+)?feedback|in\s+the\s+comments)\b"""),
    ("feedback", "hear & d", r"""\bwe['’]d\s+(?:love|like)\s+to\s+hear\s+from\s+you\b"""),
    ("feedback", "did", r"""\bwhat\s+did\s+you\s+think\s+of\s+(?:this|our)\s+(?:article|story)\b"""),
    ("feedback", "ayud beğe dies fayd te vous yara útil стат", r"""\b(?:war|ist)\s+dieser\s+(?:artikel|beitrag)\s+(?:hilfreich|nützlich|interessant)\b
        |\bcet\s+article\s+vous\s+a-t-il\b
        |\bavez-vous\s+(?:trouvé|aimé)\s+cet\s+article\b
        |te\s+ha\s+(?:resultado|parecido|gustado)\b.{0,40}\b(?:artículo|noticia|útil)\b
        |(?:fue|es|era)\s+(?:útil|de\s+ayuda)\s+(?:este|esta)\b
        |\bчи\s+була\s+(?:ця\s+)?стаття\s+корисн\w+
        |\bбыла\s+ли\s+статья\s+полезн\w+
        |\bbu\s+(?:haber|yazı|makale|içerik)\s+(?:faydalı|yararlı)\b
        |\bbeğendiniz\s+mi\b"""),
    ("event", "^ feat next upco", r"""^\W*(?:upcoming|next|featured)\s+(?:events?|webinars?)\s*[:|-]"""),
    ("event", "join", r"""\bjoin\s+us\s+(?:in|at|on|for|live|this|next)\b.{0,140}\b(?:tickets?|register|conference|summit|webinar|event|forum|expo|rsvp|live)\b"""),
    ("event", "plac seat spot tick toda & book buy get regi", r"""(?:^|[.!?|]\s*)(?:register|book|get|buy)\s+(?:your\s+)?(?:today|tickets?|(?:a\s+|your\s+)?(?:seat|place|spot))\b.{0,60}$"""),
    ("event", "book regi & now", r"""(?:^|[.!?|]\s*)(?:register|book)\s+now\b.{0,40}$"""),
    ("event", "hiri", r"""\bwe(?:['’]re|\s+are)\s+hiring\b.{0,120}"""),
    ("event", "now & appl", r"""\bapply\s+now\b"""),
    ("event", "^ do don", r"""^\W*(?:don['’]t|do\s+not)\s+miss\s+our\b.{0,140}"""),
    ("event", "bird", r"""\bearly[-\s]bird\s+(?:tickets?|registration|rates?|prices?)\b"""),
    ("event", "^ iscr regi zapi zare", r"""^\W*(?:zapisz|zarejestruj)\s+się\b.{0,80}\b(?:forum|konferencj\w+|webinar\w*|wydarzen\w+)
        |^\W*(?:iscriviti|registrati)\b.{0,80}\b(?:evento|convegno|webinar|conferenza|forum)\b"""),
    ("event", "anme bewe sich", r"""\b(?:jetzt|hier)\s+(?:anmelden|tickets?\s+sichern|bewerben)\b"""),
    ("event", "wir", r"""\bwir\s+suchen\b.{0,60}\(m/w/d\)"""),
    ("event", "vera", r"""\bveranstaltungs(?:hinweis|tipp)\b"""),
    ("event", "rése vous", r"""\b(?:inscrivez-vous|réservez)\b.{0,60}\b(?:place|webinaire|conférence|colloque|événement)\b"""),
    ("event", "nous", r"""\bnous\s+recrutons\b"""),
    ("event", "insc regí rese & conf even jorn plaz semi", r"""\b(?:inscríbete|regístrate|reserva)\b.{0,60}\b(?:plaza|seminario|evento|jornada|conferencia)\b"""),
    ("event", "próx yakl évén поді", r"""\b(?:próximo\s+evento|prochain\s+événement|найближча\s+подія|yaklaşan\s+etkinlik)\b"""),
    ("event", "заре реєс", r"""\b(?:реєструйтесь|зареєструйтесь)\b.{0,60}(?:вебінар|конференці|форум|подію)"""),
    ("event", "webi веби вебі", r"""\b(?:вебінар|вебинар|webinar)\b.{0,80}\b(?:реєстрац\w+|регистрац\w+|anmeld\w+|inscri\w+|kayıt)"""),
    ("event", "kayı", r"""\bkayıt\s+ol\w*\b"""),
    ("poll", "^ cast poll ques quiz surv take vote", r"""^\W*(?:poll|vote|quiz|survey|question\s+of\s+the\s+day)\s*[:|-]\s*.{3,140}\?\W*$
        |^\W*(?:cast\s+your\s+vote|take\s+(?:our|the)\s+(?:poll|quiz|survey))\b.{0,60}$"""),
    ("poll", "^ abst anke anki encu enqu sond stel umfr опит опро", r"""^\W*(?:umfrage|abstimmung|sondage|sonda|stelling|encuesta|опитування|опрос|anket|sondaggio|enquete|ankieta)\s*[:|-]\s*.{3,140}\?\W*$"""),
    # --- how the text came to be, and how to take it in ---
    ("translation", "^ also avai in list mach read see this tran view", r"""^\W*(?:machine\s+)?(?:translated|translation)\s*(?:from|by|into|:)\b.{0,50}$
        |^\W*(?:(?:read|view|see|listen)\s+)?(?:this\s+(?:article|story|page)\s+)?(?:(?:also\s+)?available\s+)?in\s*:?\s+(?:english|ukrainian|russian|german|french|spanish|arabic|chinese|polish|turkish|other\s+languages)\b.{0,60}$"""),
    ("translation", "publ tran & been is was", r"""\b(?:this|the)\s+(?:article|text|story|post|page|content|translation)\s+(?:was|has\s+been|is)\s+(?:originally\s+)?(?:\w+[-\s])?(?:translated|published\s+in)\b.{0,100}"""),
    ("translation", "^ adap mach orig", r"""^\W*adapted\s+from\s+the\s+\w+\b.{0,60}$
        |^\W*machine\s+translat\w+\b.{0,60}$
        |^\W*original\s+(?:text|article|version|story)\s+in\s+\w+\b.{0,80}$"""),
    ("translation", "^ aus trad tłum çevi über пере", r"""^\W*(?:aus\s+dem\s+\w+\s+)?übersetz(?:t|ung)\b.{0,50}$
        |^\W*(?:traduction|traduit|traducción|traducido|traduzione|tradução|переклад|перевод|tłumaczenie|çeviri|çeviren)\s*(?::|\b(?:de|del|par|por|da|di|з|с|od|:))\s*.{0,60}$"""),
    ("translation", "fue sido çevr été über пере", r"""\b(?:dieser|der)\s+(?:artikel|text|beitrag)\s+(?:wurde|ist)\b.{0,60}\bübersetzt\b
        |\b(?:cet\s+article|ce\s+texte)\s+a\s+été\s+traduit\b.{0,80}
        |\b(?:este\s+(?:artículo|texto))\s+(?:ha\s+sido|fue)\s+traducido\b.{0,80}
        |\b(?:цей|цю|текст|стаття)\b.{0,20}\bперекладен\w+\b.{0,80}
        |\bпереклад\b.{0,40}\b(?:автоматично|виконано|штучн\w+)
        |\b(?:bu\s+(?:metin|haber|yazı))\b.{0,60}\bçevril\w+"""),
    ("machine", "^ ask", r"""^\W*ask\s+(?:a\s+question|ai|our\s+\w+)\b.{0,40}\b(?:article|story)\b"""),
    ("machine", "auto crea gene mach narr prod summ writ & ai arti auto comp edit feed tool", r"""\b(?:this|the|ai)\s+(?:summary|article|audio|voice|content|text|image|recap|overview)\s+(?:was|is|has\s+been|were)\s+(?:(?:auto|machine)-?|ai-)?(?:generated|created|produced|narrated|written|summari[sz]ed)\b.{0,80}\b(?:ai|artificial\s+intelligence|editors?|automatic\w*|feedback|computer|tool)\b"""),
    ("machine", "auto", r"""\bauto-?generated\b.{0,60}$"""),
    ("machine", "gene & ai arti & by usin with", r"""\bgenerated\s+(?:by|with|using)\s+(?:ai|artificial\s+intelligence)\b"""),
    ("machine", "^ rias stre", r"""^\W*riassunto\b.{0,30}\bintelligenza\s+artificiale\b
        |^\W*streszczenie\b.{0,60}\b(?:ai|sztuczn\w+)\b"""),
    ("machine", "este ia mith résu yapa zusa созд ство", r"""\b(?:diese|die)\s+zusammenfassung\b.{0,60}\b(?:ki|künstliche\w*)\b
        |\bmithilfe\s+von\s+ki\b
        |\b(?:ce|le)\s+résumé\b.{0,60}\b(?:ia|intelligence\s+artificielle)\b
        |\beste\s+resumen\b.{0,60}\b(?:ia|inteligencia\s+artificial)\b
        |\bgenerado\s+(?:por|con)\s+ia\b
        |\bстворено\s+(?:за\s+допомогою\s+)?(?:ші|штучн\w+)
        |\bсоздано\s+(?:с\s+помощью\s+)?(?:ии|искусственн\w+)
        |\byapay\s+zek[âa]\b.{0,60}\b(?:özet\w*|çevril\w*|oluşturul\w*)
        |\bçevril\w*\b.{0,30}\byapay\s+zek[âa]"""),
    ("listen", "^ hear list now play watc", r"""^\W*(?:listen|hear)\s+(?:to\s+)?(?:this|the|our|an?)\s+(?:article|story|audio|podcast|episode|version)\b.{0,60}$
        |^\W*now\s+playing\b.{0,120}$
        |^\W*(?:play|watch)\s+(?:video|now|live)\W*$
        |^\W*(?:play|watch)(?:\s+(?:video|now|live))?\s*[:|].{0,80}$
        |^\W*watch\s+(?:the\s+moment|how|as|what)\b[^.]{0,80}$"""),
    ("listen", "^ arti asco escu habe ouvi posł écou слух слуш", r"""^\W*(?:artikel\s+anhören|écouter\s+(?:cet\s+|l['’])article|escuch\w+\s+(?:este\s+|el\s+)?artículo|слухати\s+статтю|слушать\s+статью|haberi\s+dinle\w*|ascolta\s+(?:questo\s+)?articolo|ouvir\s+(?:este\s+)?artigo|posłuchaj)\b.{0,60}$"""),
    ("advertisement", "^ a ad ads adve arti back comm cont from keep more paid plea post rest resu scro stor text the this", r"""^\W*(?:more|back)\s+after\s+(?:the\s+|this\s+)?(?:break|ad|advert\w*)\W*$
        |^\W*(?:(?:this|the)\s+)?(?:(?:article|story|text|content|post)\s+)?(?:continues?|resumes?)\s+(?:reading\s+)?(?:below|after)\b.{0,40}$
        |^\W*(?:commercial|ads?\s+by\s+\w+)\W*$
        |^\W*(?:paid\s+)?advert(?:s|isement|ising)?\b\W*(?:(?:continue|scroll|story|article|keep)\b.{0,50})?$
        |^\W*(?:keep|continue|please\s+keep)\s+(?:scrolling|reading)\b.{0,50}$
        |^\W*scroll\s+(?:down\s+)?(?:to|for)\s+(?:continue|keep|more|read)\b.{0,40}$
        |^\W*(?:the\s+)?(?:rest\s+of\s+the\s+)?(?:story|article|text)\s+(?:follows|goes\s+on)\b.{0,40}$
        |^\W*(?:a\s+message\s+)?from\s+our\s+sponsors?\W*$
        |^\W*advert\w*\W+(?:remove|hide|skip|close)\b.{0,20}$
        |^\W*(?:this\s+)?(?:ad|advertisement|content)\s+(?:is\s+)?(?:paid|sponsored)\s+(?:for\s+)?by\b.{0,40}$"""),
    ("advertisement", "^ a arti beit ciąg cont dals der habe l la nach sigu text yazı горт прод прок", r"""^\W*nach\s+der\s+(?:anzeige|werbung)\b.{0,30}$
        |^\W*(?:гортайте|прокрутіть)\s+(?:далі|вниз)\b.{0,30}$
        |^\W*(?:der\s+)?(?:artikel|text|beitrag)\s+(?:wird|geht)\b.{0,30}\b(?:nach|unter)\b.{0,30}(?:anzeige|werbung)\b.{0,30}$
        |^\W*la\s+(?:noticia|nota)\s+continúa\b.{0,40}$
        |^\W*(?:continua|l['’]articolo\s+continua)\b.{0,20}\b(?:dopo|sotto)\b.{0,30}$
        |^\W*(?:dalsza|ciąg\s+dalszy|dalszy\s+ciąg)\b.{0,40}\b(?:reklam\w+|pod)\b.{0,20}$
        |^\W*(?:continua|a\s+matéria\s+continua)\b.{0,20}\bapós\b.{0,30}$
        |^\W*la\s+suite\s+(?:de\s+l['’]article\s+)?après\b.{0,30}$
        |^\W*(?:sigue|continúa)\b.{0,30}\b(?:después\s+del?|tras|debajo)\b.{0,30}\b(?:publicidad|anuncio)\b.{0,10}$
        |^\W*продовження\s+(?:статті\s+|тексту\s+)?(?:після|нижче)\b.{0,30}$
        |^\W*продолжение\s+(?:статьи\s+)?после\b.{0,30}$
        |^\W*(?:haber|yazı|haberin\s+devamı)\b.{0,30}\b(?:reklam\w*|aşağıda)\b.{0,30}$"""),
    ("disclaimer", "^ opin the view", r"""^\W*(?:the\s+)?(?:views?|opinions?)(?:\s*(?:and|,|/|or)\s*(?:views?|opinions?))?\s+expressed\b.{0,260}\b(?:author|authors|writer|contributor|his|her|their|own|necessarily|reflect)\b"""),
    ("disclaimer", "^ pres spon this", r"""^\W*(?:this\s+is\s+a\s+(?:press\s+release|sponsored|paid|partner)|(?:press\s+release|sponsored\s+post)\s+distributed)\b.{0,200}"""),
    ("disclaimer", "resp & publ", r"""\bthe\s+publisher\s+(?:takes|accepts)\s+no\s+responsibility\b"""),
    ("disclaimer", "resp & not", r"""\b(?:is|are)\s+not\s+responsible\s+for\s+(?:it|this|its|the\s+content)\b"""),
    ("disclaimer", "^ disc lega", r"""^\W*(?:legal\s+)?disclaimer\s*:.{10,}"""),
    ("disclaimer", "agen feed synd wire & publ sour take", r"""\b(?:this|the)\s+(?:story|article|report)\s+(?:has\s+been|was|is)\s+(?:published|sourced|taken)\s+from\b.{0,160}\b(?:wire|agenc|syndicat|feed)"""),
    ("disclaimer", "^ cont this", r"""^\W*(?:this\s+)?content\s+is\s+provided\s+by\b.{0,160}"""),
    ("disclaimer", "^ apar exce othe", r"""^\W*(?:except|apart|other)\s+(?:from|than|for)\s+the\s+headline\b.{0,120}"""),
    ("first_appeared", "^ dist lice publ repu synd", r"""^\W*(?:distributed|syndicated|licensed|(?:re)?published\s+(?:under\s+licen[sc]e|with\s+permission))\s+(?:by|from|via|of)\b[^,]{0,80}$"""),
    ("disclosure", "link & arti page post stor", r"""\blinks\s+(?:on|in)\s+this\s+(?:page|article|post|story)\s+(?:are|may\s+be)\b"""),
    ("first_appeared", "^ a an this", r"""^\W*(?:a|an?\s+\w+)\s+version\s+of\s+this\s+(?:article|story|column|report|piece)\b.{0,140}$
        |^\W*this\s+(?:article|story|report|content|series)\s+(?:was|is)\s+(?:produced|published|created|made)\s+(?:in\s+(?:partnership|collaboration|association)\s+with|with\s+(?:the\s+)?support)\b.{0,140}$"""),
    ("copyright", "^ any copy nach repr repu ripr unau відт пере", r"""^\W*(?:any\s+)?(?:unauthori[sz]ed\s+)?(?:reproduction|republication|copying)\b.{0,60}\b(?:prohibited|forbidden|permission)\b.{0,60}$
        |^\W*(?:reprodução|reproducción|riproduzione|reproduction|nachdruck|відтворення|передрук)\b.{0,80}\b(?:proibid\w+|prohibid\w+|riservata|vietata|interdite|verboten|заборонен\w+|untersagt)\b.{0,40}$"""),
    ("first_appeared", "^ dit", r"""^\W*dit\s+(?:artikel|verhaal|stuk)\s+(?:verscheen|is)\b.{0,40}\b(?:eerder|eerst|verschenen|gepubliceerd)\b.{0,80}$"""),
    ("disclosure", "wij", r"""\bwij\s+kunnen\s+(?:een\s+)?commissie\b.{0,60}"""),
    ("disclaimer", "niet não", r"""\bnão\s+reflete\b.{0,40}\bopinião\b.{0,60}
        |\bniet\s+noodzakelijk\w*\b.{0,60}\bmening\b.{0,60}"""),
    ("series", "^ ce cet der dies este part ques the this цей ця", r"""^\W*(?:this|the)\s+(?:article|report|story|piece|text|post|interview)\s+(?:is\s+(?:\w+\s+)?(?:part|an?\s+excerpt)|belongs|forms\s+part)\s+(?:of|to|from)\b.{0,160}$
        |^\W*this\s+is\s+(?:part\s+\w+|an?\s+excerpt)\b.{0,160}$
        |^\W*part\s+(?:\w+)\s+of\s+(?:\w+)\s*[.:(].{0,80}$
        |^\W*(?:dieser|der)\s+(?:text|artikel|beitrag)\s+ist\s+teil\b.{0,140}$
        |^\W*(?:cet\s+article|ce\s+texte)\s+(?:fait\s+partie|est\s+extrait)\b.{0,140}$
        |^\W*este\s+(?:artículo|texto|reportaje)\s+(?:forma\s+parte|es\s+parte|pertenece)\b.{0,140}$
        |^\W*questo\s+articolo\s+fa\s+parte\b.{0,140}$
        |^\W*(?:цей|ця)\s+(?:матеріал|текст|стаття)\s+є\s+частиною\b.{0,140}$"""),
    ("end_mark", "^ end ende ends fin кіне", r"""^[\W_]*(?:ends?|ende|fin|кінець(?:\s+повідомлення)?)[\W_]*$"""),
    ("ticker", "^ data mark pric quot", r"""^\W*(?:market\s+)?(?:data|quotes?|prices?)\b.{0,40}\b(?:by|from|delayed)\b.{0,40}$
        |^\W*(?:quotes?|prices?)\s+delayed\b.{0,40}$"""),
    ("embed", "^ a load", r"""^\W*loading\s+(?:tweet|post|video|comments?|content|player|map|chart|more)?\s*(?:\.\.\.|…)\W*$
        |^\W*a\s+(?:post|photo|video|reel|tweet)\s+(?:shared|posted)\s+by\b.{0,80}$"""),
    ("consent", "^ here", r"""^\W*here\s+we\s+would\s+like\s+to\s+show\b.{0,160}"""),
    ("consent", "have & agre cons & not t", r"""\b(?:have\s+not|haven['’]t)\s+(?:agreed|consented)\s+to\b.{0,120}"""),
    ("contact", "^ cont for medi note pres rück", r"""^\W*(?:media|press)\s+(?:contacts?|enquiries|inquiries)\s*:.{3,120}$
        |^\W*contact\s+presse\b.{0,100}$
        |^\W*rückfragehinweis\b.{0,80}$
        |^\W*notes\s+to\s+editors\W*$
        |^\W*for\s+(?:further|more)\s+information\b.{0,30}\b(?:journalists|media|press|contact)\b.{0,120}$"""),
    ("correction", "^ e emai lett our send subm", r"""^\W*(?:send|e-?mail|submit)\s+(?:your\s+)?(?:corrections|letters|comments|feedback|questions)\s+to\b.{0,80}$
        |^\W*letters\s+to\s+the\s+editor\b.{0,100}$
        |^\W*our\s+policy\s+on\s+corrections\b.{0,80}$"""),
    ("disclaimer", "forw", r"""\bforward-looking\s+statements\b.{0,200}"""),
    ("first_appeared", "^ also cros", r"""^\W*cross-?posted\s+(?:from|on|at)\b.{0,80}$
        |^\W*also\s+published\s+(?:in|on|at)\b.{0,60}$"""),
    ("share", "page & our", r"""\blike\s+our\s+(?:\w+\s+)?page\b"""),
    ("notice", "^ this", r"""^\W*this\s+is\s+a\s+(?:developing|breaking)\s+(?:news\s+)?story\b.{0,80}$"""),
    ("disclaimer", "ansi görü les mein opin sin une été мнен може не", r"""\b(?:die|in\s+diesem)\s+(?:beitrag|artikel|kommentar)?\s*(?:geäußerten?|vertretenen?|wiedergegebenen?)\s+(?:ansichten|meinungen?)\b.{0,160}
        |\bles\s+(?:opinions|propos)\s+exprimé\w+\b.{0,160}
        |\ble\s+opinioni\s+(?:espresse|contenute)\b.{0,160}
        |\b(?:tekst|artykuł)\s+wyraża\b.{0,20}\bopini\w+\b.{0,120}
        |\bas\s+opiniões\s+expressas\b.{0,160}
        |\blas\s+opiniones\s+(?:expresadas|vertidas)\b.{0,160}
        |\b(?:cet\s+article|cette\s+dépêche)\s+est\s+issue?\s+d['’]une\s+dépêche\b.{0,120}
        |\b(?:cette|cet)\s+(?:dépêche|article)\b.{0,40}\bn['’]a\s+pas\s+été\s+modifié\w*\b.{0,80}
        |\besta\s+(?:nota|noticia)\b.{0,60}\bagencia\b.{0,120}\bsin\s+(?:modific\w+|edit\w+)
        |\b(?:думка|погляд\w*|позиція)\s+(?:автора|редакції)\b.{0,120}\b(?:не\s+(?:збіга\w+|відобража\w+)|може)\b.{0,80}
        |\bмнение\s+(?:автора|редакции)\b.{0,120}
        |\b(?:yazıda|makalede)\s+(?:ifade\s+edilen|yer\s+alan)\s+görüş\w*\b.{0,120}"""),
    ("consent", "^ allo", r"""^\W*allow\s+[\w.]+(?:\s+[\w.]+)?\s+content\b.{0,200}"""),
    ("consent", "embe exte thir & cont elem medi", r"""\b(?:external|third[-\s]party|embedded)\s+(?:element|content|media)\b.{0,80}\b(?:could\s+not|cannot|can['’]t|not\s+be|blocked|privacy|consent|cookies?)\b.{0,80}"""),
    ("consent", "perm & ask", r"""\bwe\s+ask\s+for\s+your\s+permission\b"""),
    ("consent", "disp load play show & cons cook priv", r"""\b(?:can\s?not|could\s+not|can['’]t)\s+be\s+(?:shown|displayed|loaded|played)\b.{0,60}\b(?:cookies?|consent|privacy)\b"""),
    ("consent", "exte & load show", r"""\b(?:load|show)\s+external\s+content\b.{0,120}"""),
    ("consent", "vede visu & ques", r"""\bper\s+(?:vedere|visualizzare)\s+quest\w+\s+contenut\w+\b.{0,80}"""),
    ("consent", "treś", r"""\baby\s+(?:zobaczyć|wyświetlić)\s+(?:tę|te|ten)\s+treś\w+\b.{0,80}"""),
    ("consent", "ver", r"""\bpara\s+ver\s+este\s+conteúdo\b.{0,80}"""),
    ("consent", "ce este içer um щоб", r"""\bpara\s+(?:ver|mostrar)\s+este\s+contenido\b.{0,80}\bcookies\b
        |\bpour\s+(?:voir|afficher)\s+ce\s+contenu\b.{0,80}
        |\bum\s+diesen\s+inhalt\b.{0,100}
        |\bщоб\s+(?:переглянути|побачити)\s+(?:цей\s+)?(?:вміст|контент)\b.{0,80}
        |\bbu\s+içeriği\s+(?:görmek|görüntülemek)\b.{0,80}"""),
    *ASKS,
    *CREDITS,
)  # fmt: skip
_PATTERNS: Final = tuple((kind, re.compile(_X + pattern)) for kind, _, pattern in _CALLS)
_NEEDS: Final = tuple(
    tuple(frozenset(group.split()) for group in needs.removeprefix("^").split("&")) for _, needs, _ in _CALLS
)


def _index(*, first: bool) -> dict[str, tuple[int, ...]]:
    """The rows by the words of their first group, of those that hold a line's beginning or of the others."""
    found: dict[str, tuple[int, ...]] = {}
    for number, (_, needs, _) in enumerate(_CALLS):
        if needs.startswith("^") is first:
            for beginning in _NEEDS[number][0]:
                found[beginning] = (*found.get(beginning, ()), number)
    return found


_OPENINGS: Final = _index(first=True)
_BEGINNINGS: Final = _index(first=False)
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_DIGIT: Final = re.compile(r"\d")
_PRICE: Final = re.compile(r"^[(\[]?[+\-−–▲▼]?[$€£¥₺₴]?\d[\d.,]*\s?[%€$₺₴]?[)\]]?$")
_CHANGE: Final = re.compile(r"(?<![\w.,])[+\-−–]\s?\d+[.,]\d+\s?%")
_MOVE: Final = re.compile(r"[+\-−–]\s?\d+[.,]\d+|\d[.,]\d\d(?!\d)|\d\s?%")


def is_ticker(text: str) -> bool:
    """Whether a line is prices beside names: ``LMT +1.24% RTX -0.42%``."""
    if len(text) > 140 or not _DIGIT.search(text):
        return False
    moved = "▲" in text or "▼" in text or _CHANGE.search(text) is not None
    if len(_MOVE.findall(text)) < 2 and not (moved and len(text) <= 40):
        return False
    words = text.replace("|", " ").replace("·", " ").split()
    prices = sum(bool(_PRICE.match(word)) for word in words)
    return (
        prices >= 2
        and prices >= 0.4 * len(words)
        and all(w[0].isupper() or not w[0].isalpha() for w in words if not _PRICE.match(w))
    )


def call_kind(text: str) -> str | None:
    """What a line asks of its reader or tells about itself; None for a line that tells something else."""
    if len(text) > LONGEST:
        return None
    if is_ticker(text):
        return "ticker"
    for number in possible(text):
        kind, pattern = _PATTERNS[number]
        if pattern.search(text):
            if kind == "first_appeared":  # its patterns hold headlines, quotations and all
                return kind
            told = len(text) > 60 or text[0] in '"“„«‘'
            return None if told and _REPORTED.search(text) else kind
    return None


def possible(text: str) -> list[int]:
    """The rows whose words a text has, in their order."""
    words = [word[:4] for word in _LETTERS.findall(text.lower())]
    if not words:
        return []
    numbers = set(_OPENINGS.get(words[0], ()))
    for beginning in _BEGINNINGS.keys() & words:
        for number in _BEGINNINGS[beginning]:
            needs = _NEEDS[number]
            if len(needs) == 1 or not any(map(frozenset.isdisjoint, needs, repeat(words))):
                numbers.add(number)
    return sorted(numbers)
