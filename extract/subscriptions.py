"""What a publication wants of its readers in one line: subscriptions, followers, money, accounts; per language."""

from typing import Final

_NETWORK: Final = (
    r"(?:whats\s?app|telegram|signal|viber|facebook|instagram|twitter|linkedin|you\s?tube|tik\s?tok|bluesky|threads|mastodon|google\s+news|google\s+discover"
    r"|flipboard|\bx\b(?=\W*(?:$|and|,|\.))|social\s+media|телеграм\w*|фейсбу[кц]\w*|ватсап\w*|вайбер\w*|ютуб\w*|соцмереж\w*|соцсет\w*)"
)
# Kind, needs, pattern: as in `extract.calls`.
SUBSCRIPTIONS: Final[tuple[tuple[str, str, str], ...]] = (
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
    ("donation", "bağı dest", r"""\b(?:bağış\s+yap(?:ın|abilirsiniz)\w*|bağış(?:ınız|larınız)\w*|destek\s+ol(?:un|abilirsiniz)\w*|desteğiniz\w*|bize\s+destek)\b"""),
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
    ("account", "abon giri okum otur", r"""\b(?:giriş\s+yap|oturum\s+aç)(?:ın|arak|ınız|manız|mak\s+için|abilirsiniz)?\b.{0,60}
        |\babonelere\s+özel\b
        |\bzaten\s+abone\b
        |\bokumaya\s+devam\s+etmek\s+için\b"""),
)  # fmt: skip
