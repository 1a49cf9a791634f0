"""What a newsroom says of itself and of how a text came to be, in one line: contacts, corrections, notices; per language."""

from typing import Final

# Kind, needs, pattern: as in `extract.calls`.
NEWSROOM: Final[tuple[tuple[str, str, str], ...]] = (
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
        |^\W*letters\s+to\s+the\s+editor\b(?:\W*$|[:,]|\s+(?:should|must|may|can|are|to)\b).{0,100}$
        |^\W*our\s+policy\s+on\s+corrections\b.{0,80}$"""),
    ("disclaimer", "forw", r"""\bforward-looking\s+statements\b.{0,200}"""),
    ("first_appeared", "^ also cros", r"""^\W*cross-?posted\s+(?:from|on|at)\b.{0,80}$
        |^\W*also\s+published\s+(?:in|on|at)\b.{0,60}$"""),
    ("share", "page & our", r"""\blike\s+our\s+(?:\w+\s+)?page\b"""),
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
)  # fmt: skip
