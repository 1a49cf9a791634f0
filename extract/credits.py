"""Who wrote a text, where it stood before and what may be done with it: notes in one line, per language."""

from typing import Final

# Names of people and places, and what stands between them.
_NAMES: Final = (
    r"(?-i:[A-ZÀ-ÝА-ЯІЇЄҐİŞĞ][\w.’'-]*\w)"
    r"(?:(?:\s*(?:[,;&|]|\b(?:and|und|et|y|e|та|і|й|ve|in|for|at|from|of|de|editing|writing|reporting|by)\b)\s*|\s+)*(?-i:[A-ZÀ-ÝА-ЯІЇЄҐİŞĞ][\w.’'-]*\w)){0,12}"
)
# Kind, needs, pattern: as in `extract.calls`.
CREDITS: Final[tuple[tuple[str, str, str], ...]] = (
    ("agency", "^ addi comp edit grap illu phot repo rese stor text tran with writ", r"""^\W*(?:(?:additional|with)\s+)?(?:report(?:ing|ed)|edit(?:ing|ed)|writ(?:ing|ten)|compiled|photograph(?:y|ed|s)|photos|graphics?|illustrations?|translat(?:ion|ed)|research(?:ed)?|story|text)(?:\s+(?:and|&)\s+\w+)?\s+(?:by|from)\s*:?\s*""" + _NAMES + r"""\W*$"""),
    ("agency", "with avec mit con & afp ap reut dpa efe pti ani ians upi agen wire", r"""^[\W_]*(?:(?-i:[A-ZÀ-Ý])[\w.’'-]*\s+(?:(?-i:[A-ZÀ-Ý])[\w.’'-]*\s+)?)?(?:with|avec|mit|con)\s+(?:(?:inputs?|reports?|files|reporting|information(?:en)?|informations?|datos|material)\s+(?:from|by|of|von|de)\s+)?(?:l['’])?(?:the\s+)?(?:afp|ap|reuters|dpa|efe|pti|ani|ians|upi|agenc(?:y|ies)|agences?|agencias?|agenturen|agenturmaterial|wire)\b(?:\s+(?:inputs?|reports?|services?)\b)?(?:\s*(?:[,/&]|\b(?:and|et|und|y)\b)\s*\w+)*\W*$"""),
    ("agency", "^ sour", r"""^(?-i:SOURCE)\s+(?-i:[A-Z]).{2,70}$"""),
    ("agency", "^ вико испо копи копі пере при у цити циту", r"""^\W*(?:(?:при|у\s+разі)\s+)?(?:використанн\w+|копіюванн\w+|передрук\w*|цитуванн\w+)\s.{0,80}\b(?:посиланн\w+|дозвол\w+|гіперпосиланн\w+|заборон\w+|умов\w+)\b.{0,60}$|^\W*(?:использование|копирование|перепечатка|цитирование)\s.{0,80}\b(?:ссылк\w+|разрешен\w+|гиперссылк\w+|запрещен\w+)\b.{0,60}$"""),
    ("agency", "^ bu habe içer meti yazı", r"""^\W*(?:bu\s+)?(?:haber|içerik|yazı|metin)\w*\s.{0,60}\b(?:tarafından|ajans\w*)\b.{0,60}\b(?:servis|hazırlan\w+|yayınlan\w+|geçil\w+|alın\w+|oluştur\w+)\b.{0,20}$|^\W*haber(?:in)?\s+kaynağı\s*:.{2,40}$"""),
    ("agency", "izin kayn habe teli", r"""^.{0,60}\b(?:izinsiz|kaynak\s+gösteril\w+)\b.{0,80}\b(?:kopyalan\w+|yayınlan\w+|kullanıl\w+|alıntılan\w+|çoğaltıl\w+)\W*$|^.{0,30}\bhaberine\s+göre\s+hazırlan\w+\W*$|^.{0,30}\btelif\s+hakk\w+\b.{0,60}\bait\w*\W*$"""),
    ("first_appeared", "^ re read repr repu the this", r"""^\W*(?:this|the)\s+(?:article|story|piece|post|report|essay|column|interview)\s+(?:is|was|has\s+been)\s+(?:re-?published|reprinted|adapted|reproduced|excerpted|syndicated|provided)\b.{0,160}$|^\W*(?:this|the)\s+(?:article|story|piece|report)\s+was\s+(?:produced|published|co-?published|reported)\b.{0,80}\b(?:republished|permission|partnership|collaboration)\b.{0,60}$|^\W*(?:re-?published|reprinted|reproduced)\s+(?:here\s+)?(?:from|with|by|courtesy)\b.{0,100}$|^\W*read\s+the\s+original(?:\s+(?:article|story|post))?(?:\s+here)?\W*$"""),
    ("first_appeared", "^ re repr repu you", r"""^\W*(?:you\s+may\s+)?re-?(?:publish|print)\s+(?:this|our|these)\s+(?:article|story|stories|articles|content)\b.{0,100}$"""),
    ("first_appeared", "^ a this", r"""^\W*(?:a\s+version\s+of\s+)?this\s+(?:article|story|piece|report)\s+(?:also\s+|originally\s+|first\s+)?appear(?:s|ed)\s+(?:in|on)\b.{0,140}$"""),
    ("first_appeared", "^ publ", r"""^\W*published\s+in\s+(?:the\s+)?(?-i:[A-Z])[\w .’'&]{2,40},\s.{0,24}(?:19|20)\d\d\W*$"""),
    ("first_appeared", "^ the this", r"""^\W*th(?:e|is)\s+(?:post|article)\s+.{5,200}\s(?:appeared\s+first|first\s+appeared)\b.{0,60}$"""),
    ("first_appeared", "^ a arty der el het l la o wpis запи публ сооб стат", r"""^\W*(?:der\s+beitrag|l['’]article|la\s+entrada|el\s+artículo|l['’]articolo|o\s+post|a\s+publicação|het\s+bericht|artykuł|wpis|стаття|запис|публікація|сообщение|запись)\s.{5,200}\b(?:erschien\s+zuerst|est\s+apparu\s+en\s+premier|(?:se\s+publicó|apareció)\s+primero|proviene\s+da|apareceu\s+primeiro|verscheen\s+(?:eerst|als\s+eerste)|pochodzi\s+z|(?:спершу|вперше|спочатку)\s+з['’ʼ]яви\w+|появил\w+\s+сначала|впервые\s+появил\w+)\b.{0,60}$"""),
    ("first_appeared", "yazı habe & ilk daha", r"""^.{5,200}\s(?:yazısı|haberi)\s+(?:ilk\s+(?:önce|olarak)|daha\s+önce)\s.{2,60}\b(?:ortaya\s+çıktı|yayınlandı|yayımlandı|göründü)\W*$"""),
    ("first_appeared", "^ cet esta este publ впер мате нови спер споч стат текс упер цей цьог цю ця", r"""^\W*(?:(?:цей|ця|цю|цього)\s+)?(?:матеріал|стаття|статтю|текст|новина)?\s*(?:вперше|спершу|спочатку|уперше)\s+(?:опубліковано|оприлюднено|з['’]яви\w+|вийш\w+)\b.{0,100}$|^\W*(?:материал|статья|текст)?\s*впервые\s+опубликован\w*\b.{0,100}$|^\W*(?:esta|este)\s+(?:noticia|artículo|nota|texto|reportaje)\s+(?:fue|apareció|se|ha\s+sido)\b.{0,30}\b(?:originalmente|primera\s+vez|primero)\b.{0,100}$|^\W*publicad[oa]\s+(?:originalmente|por\s+primera\s+vez)\s[^,]{2,80}$|^\W*cet\s+article\s+(?:est|a|était)\s.{0,30}\b(?:apparu|paru|publié)\s.{0,20}\b(?:premier|initialement|d['’]abord|première)\b.{0,100}$"""),
    ("author", "^ bear edic edit escr habe mita muha prop recu reda rédi text écri авто підг реда текс", r"""^\W*(?:автор(?:ка)?|редактор(?:ка)?|підготува(?:в|ла)|muhabir|editör|haber|haber\s*-\s*foto|redaktion|mitarbeit|bearbeitung|rédigé\s+par|écrit\s+par|escrito\s+por|propos\s+recueillis\s+par|recueilli\s+par|redacción|edición|texto|texte|текст|автор(?:ка)?\s+(?:статті|тексту|матеріалу))\s*(?::|\s[–—-]\s|(?<=par)|(?<=por)|(?<=підготував)|(?<=підготувала))\s*""" + _NAMES + r"""\W*$"""),
    ("author", "kimd", r"""^\W*""" + _NAMES + r"""\s+kimdir\s*\?\W*$"""),
    ("notice", "^ chec habe more noti plea мате нови текс", r"""^\W*(?:please\s+)?check\s+back\s+(?:soon|later|often|regularly|throughout|for\s+(?:the\s+latest|updates|more))\b.{0,60}$|^\W*more\s+(?:to\s+(?:come|follow)|follows|details\s+(?:to\s+follow|soon))\b.{0,20}$|^\W*noticia\s+en\s+desarrollo\b.{0,40}$|^\W*(?:новина|матеріал|текст)\s+(?:оновлюється|доповнюється)\W*$|^\W*haber\s+güncelleniyor\W*$"""),
    ("notice", "^ noti мате нови текс", r"""^\W*noticia\s+en\s+desarrollo\b.{0,40}$|^\W*(?:новина|матеріал|текст)\s+(?:оновлюється|доповнюється)\W*$"""),
    ("disclaimer", "^ opin the view", r"""^\W*(?:the\s+)?(?:views?|opinions?)\s+(?:expressed\s+)?(?:here\s+|above\s+|in\s+this\s+\w+\s+)?are\s+(?:strictly\s+|purely\s+)?(?:personal|(?:the\s+(?:author|writer)['’]s|his|her|their|my)\s+own)\W*$"""),
    ("series", "^ part this", r"""^\W*this\s+is\s+(?:the\s+)?(?:first|second|third|fourth|fifth|last|final|part)\s+(?:\w+\s+)?(?:of|in)\s+(?:a|an|our|\w+)\s+(?:\w+[-\s])?(?:parts?|series|articles|stories)\b.{0,80}$|^\W*part\s+of\s+(?:our|a|the)\s+(?:\w+\s+){0,2}series\b.{0,80}$"""),
    ("series", "^ read you", r"""^\W*(?:you\s+can\s+)?read\s+(?:parts?\b|the\s+(?:first|second|third|other|previous|rest)\b).{0,50}\b(?:series|parts?|instal\w+|here)\b.{0,30}$"""),
    ("copyright", "^ nach proh repr tout verv weit", r"""^\W*(?:vervielfältigung|nachdruck|weiterverbreitung)\b.{0,40}\b(?:genehmigung|untersagt|verboten|zustimmung|erlaubnis)\b.{0,30}$|^\W*(?:toute\s+)?reproduction\s+.{0,30}\b(?:interdite|autorisation)\b.{0,40}$|^\W*prohibida\s+(?:su|la)\s+(?:reproducción|publicación|distribución)\b.{0,60}$"""),
    ("author", "^ unse", r"""^\W*unsere?\s+(?:autor(?:in)?|korrespondent(?:in)?|reporter(?:in)?|redakteur(?:in)?|mitarbeiter(?:in)?)\s.{5,160}$"""),
    ("first_appeared", "^ der dies über", r"""^\W*(?:der|dieser)\s+(?:text|artikel|beitrag|kommentar)\s+(?:erschien|erscheint)\s+(?:in|im|am|zuerst|auch)\s.{3,100}$|^\W*dieser\s+beitrag\s+wurde\s+am\s.{3,60}\b(?:gesendet|veröffentlicht|publiziert|ausgestrahlt)\W*$|^\W*über\s+dieses\s+thema\s+berichtet\w*\s.{3,120}$|^\W*dieses\s+thema\s+im\s+programm\b.{0,140}$"""),
    ("agency", "^ apa", r"""^\W*\(?apa,?\s+[\d. ]+\)?\W*$"""),
    ("agency", "dpa afp apa ap reut rtr sid epd kna", r"""^[\W_]*(?:\w{2,5}\s?[/,]\s?){1,3}(?:dpa|afp|apa|ap|reuters|rtr|sid|epd|kna)(?:[\s,/]+[\d.]+)?\W*$"""),
    ("notice", "^ der dies", r"""^\W*(?:dieser|der)\s+(?:artikel|text|beitrag)\s+(?:wurde|wird)\s+(?:zuletzt\s+|laufend\s+)?(?:am\s.{3,50}\s)?aktualisiert\W*$"""),
    ("first_appeared", "^ arti", r"""^\W*article\s+(?:original\s+)?(?:initialement\s+)?(?:publié|paru)\s+(?:sur|dans|le|en|par)\s.{3,100}$"""),
    ("agency", "^ habe", r"""^\W*haber\s*:\s*.{3,40}[-–/]\s*(?:kamera|foto\w*)\s*:\s*.{3,40}$"""),
    ("disclaimer", "görü & yans", r"""\b(?:yazarın|yazıdaki)\s+görüş\w*\s.{3,80}\byansıt\w*\W*$"""),
    ("translation", "^ auf leer lire read чита", r"""^\W*read\s+(?:this\s+)?(?:article\s+|story\s+)?in\s+(?-i:[A-Z])\w+\W*$|^\W*(?:leer|lire)\s+(?:este\s+artículo\s+|cet\s+article\s+)?en\s+\w+\W*$|^\W*(?:auf|читати)\s+(?:\w+\s+)?(?:deutsch|englisch|українською|російською|англійською)(?:\s+lesen)?\W*$"""),
    ("translation", "^ tran", r"""^\W*translated\s+with\b.{0,80}$"""),
    ("translation", "orig & arti stor text vers", r"""\boriginal\b.{0,30}\b(?:story|article|text|version)\b.{0,20}\b(?:found|read|available)\s+(?:here|at|on)\b"""),
    ("first_appeared", "^ post prin publ repo repr repu", r"""^\W*(?:re)?(?:published|posted|printed)\s+(?:here\s+)?(?:with|by)\s+(?:the\s+)?(?:kind\s+)?permission\b.{0,100}$"""),
    ("first_appeared", "^ arti text trib", r"""^\W*(?:tribune|article|texte)\s+(?:parue?|publiée?)\s+(?:le|dans)\b.{0,100}$"""),
    ("first_appeared", "ähnl", r"""\b(?:beitrag|artikel|text)\b.{0,40}\bin\s+ähnlicher\s+form\b.{0,80}"""),
    ("agency", "afp dpa ap reut epd kna sid", r"""^\W*(?-i:[a-z]{2,4})\s?/\s?(?-i:[a-z]{2,4})\s*\((?:afp|dpa|ap|reuters|epd|kna|sid)(?:,\s?(?:afp|dpa|ap|reuters|epd|kna|sid)){0,4}\)\W*$"""),
    ("agency", "^ text word", r"""^\W*(?:text|texte|texto|words)\s*:\s*(?-i:[A-ZÀ-Ý][\w.’-]+)(?:\s(?-i:[A-ZÀ-Ý][\w.’-]+)){1,3}$"""),
    ("series", "^ bu cet der dies", r"""^\W*(?:dieser|der)\s+(?:text|artikel|beitrag)\s+ist\s+teil\b.{0,160}$|^\W*cet\s+article\s+fait\s+partie\b.{0,160}$|^\W*bu\s+yazı\b.{0,60}\bsayısından\s+alın\w+.{0,40}$"""),
)  # fmt: skip
