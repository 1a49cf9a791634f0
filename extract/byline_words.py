"""The words that bylines are made of besides names: openings, posts, ranks, desks, and what content systems fill in."""


def _alternatives(words: str) -> str:
    """Join a list of patterns, one a line or parted by two blanks, to one alternation."""
    return "|".join(w.strip() for line in words.splitlines() for w in line.split("  ") if w.strip())


# What opens a byline, by language; a capital must follow where the word means much else too.
OPENING = _alternatives(r"""
(?:about\s+)?the\s+authors?\b  (?:recipe|insights|guest\s+post|column)\s+(?:by|from)\b  authors?(?=\s+[A-Z])  meet\s+the\s+authors?\b
(?:(?:article|story|report|text|words|photos?\s+and\s+(?:story|text|words)|analysis|opinion|commentary|interview|column|exclusive|reviewed)(?:\s+and\s+(?:photos?|words))?\s+)?(?:(?:written|posted|published|reported|authored|compiled|edited|created|contributed|submitted|prepared)\s+)?(?:on\s.{6,30}?\s)?by\b
(?:authors?|written|writer|reporter|reporting|text|story|words|contributors?|correspondent|byline|name)\s*[:：]
(?:(?:eine?\s)?(?:(?:gast)?beitrag|artikel|kommentar|analyse|reportage|essay|kolumne|interview|bericht|porträt)\s)?von\b  (?:aus\s\S+\s|es\s)berichte(?:t|n)\b  (?:autor(?:in|en)?|verfasst\svon|redaktion|text)\s*:
(?:publié\s|écrit\s|rédigé\s|propos\srecueillis\s)?par\b  (?:auteur|autrice|rédaction)s?\s*:
(?:escrito\s|publicado\s|texto\s)?por\b  (?:autor(?:a|es)?|redacción|redação|texto|fuente)\s*:
(?:a\scura\s)?di(?=\s+[A-ZÀ-Ý])  dal(?:la)?\snostr[oa]\s(?:inviat[oa]|corrispondente)\b  da(?=\sredaç)  autore\s*:  door\b  av(?=\s+[A-ZÅÄÖØÆ])  af(?=\s+[A-ZÅÄÖØÆ])
tekst\s*:  autorzy\s*:  oprac(?:\.|owa(?:ł|ła|nie))\s*:?  írta\s*:  przez\b  napisała?\b  od(?=\s+[A-ZÁ-Ž])  de(?=\s+[A-ZȘȚĂÎ]\w+\s+[A-ZȘȚĂÎ])
автор(?:и|ы)?\s*:?(?=\s)  автор(?:и|ы)?$  текст\s*:  джерело\s*:  источник\s*:
yazar\s*:?  yazan\s*:  haber\s*:  muhabir\s*:  penulis\s*:  (?-i:oleh)\b  oleh(?=\s+\S+\s+\S)  oleh\s*:  tác\sgiả\s*:?
συντάκτης\s*:  του(?=\s)  بقلم\s*:?  كتبت?(?=\s)  نویسنده\s*:  מאת\s*:?  द्वारा(?=\s)  (?:लेखक|रिपोर्ट)\s*:
(?:作者|撰文|筆者|执笔|執筆|来源|來源)\s*[:：]  文\s*[:：/=＝]  (?:本报|本報)?(?:记者|記者)\s*[:：]?  기자\s*:
""")

# What closes the names: another note about the text, with all behind it.
CLOSING = _alternatives(r"""
updated?  published  posted  last\s(?:modified|updated)  modified  edited\sby  reviewed\sby  medically\sreviewed  fact[\s-]checked
photograph(?:s|y)?\sby  photos?\sby  illustrat\w+\sby  read\smore  min(?:ute)?s?\sread  read\stime  translated\sby  additional\sreporting  (?:责任编辑|責任編輯|责编|编辑|編輯)\s*[:：]
""")

# Words of a post, that follow a name and are not part of it.
ROLE = _alternatives(r"""
correspondent  reporter  editor  editors-in-chief  writer  columnist  contributor  journalist  producer  analyst  director  manager
president  founder  co-founder  ceo  cto  officer  chief  head\sof  fellow  professor  lecturer  researcher  expert  specialist
consultant  dietitian  nutritionist  coach  partner  strategist  engineer  author  blogger  intern  senior  freelance  associate
assistant  representative  educator  veterinarian  attorney  lawyer  physician  therapist  teacher  trainer  owner  member  candidate
public\saffairs  squadron  wing  brigade  division  command  commander  sgt\.?  photographer  mass\scommunication  spokes\w+
redakteur\w*  korrespondent\w*  journalistin  rédact\w+  correspondante?  correspondants?  envoyée?s?\sspéciale?s?  periodista  redactor\w*  corresponsal  giornalista  inviato
dziennikarz  redaktor  кореспондент  корреспондент  журналіст\w*  журналист  редактор  muhabir\w*  editör\w*  horticulturalist
""")

# Words of a desk, team, agency or authority: such a name is no person's.
COLLECTIVE = _alternatives(r"""
staff  team  desk  newsdesk  bureau  editors?  editorial  newsroom  redaktion  rédaction  redacción  redazione  agenc(?:y|ies)  press
news  redactie  redakcja  redakce  redaksjon\w*  redaktionen  toimitus  service  department  center  centre  ministry  office  редакція  редакция  agentur  agence  agencia  wire  board  reporters
coalition  association  institut[eo]?  foundation  council  universit\w+  committee  alliance  society  organi[sz]ation  forum  union
""")

# What content systems and page parts say where nobody is named.
NOBODY = _alternatives(r"""
admin(?:istrator|n)?  \w{0,3}_?admin  web\s?master  root  user\d*  unknown  null  none  undefined  n/?a  author  false  true  guest
by  posts?  wordpress  wpadmin  super\s?user  about  share  home  contributors?  view\s(?:all|more)\b.*  see\sall.*  -+  test  default
[0-9a-f]{8}-[0-9a-f-]+  \d+  http.*  (?:full\s)?bio.*  articles\sby.*  on  insights.*  \w+\.\w+\.\w[\w.]*  view\s(?:bio|profile).*
(?:mon|tue|wed|thu|fri|sat|sun)\w*  profile  follow  subscribe  comments?  email  the  more  read\smore.*  x  and  image  login
\d+\s(?:others?|more).*  courtesy(?:\sstory)?  getty(?:\simages)?.*  shutterstock.*  .*\bcopyright\b.*  sign\sin
""")

# Ranks and forms of address before a name.
RANK = _alternatives(r"""
(?:by|dr|prof|mr|mrs|ms|sir)\.?\s+(?=\w)  sergeant\s+  sgt\.?\s+(?:1st\s+class\s+|maj\.?\s+)?  capt(?:ain|\.)?\s+
(?:staff|tech|technical|master|senior\smaster|chief\smaster|gunnery|first|command)\s+(?:sergeant|sgt\.?)\s+(?:major\s+|maj\.?\s+)?
(?:1st|2nd|first|second)?\s*(?:lieutenant|lt\.?)\s+(?:cmdr\.?|col\.?|gen\.?|commander|colonel|general)?\s*  maj(?:or|\.)?\s+(?:gen\.?)?\s*
col(?:onel|\.)\s+  (?:brig\.?\s+)?gen(?:eral|\.)\s+  cpl\.?\s+  lance\s+cpl\.?\s+  spc\.?\s+  pfc\.?\s+  pvt\.?\s+  seaman\s+
airman\s+(?:1st|first)\s+class\s+  senior\s+airman\s+  (?:chief\s+)?petty\s+officer\s+(?:(?:1st|2nd|3rd|first|second|third)\s+class\s+)?
mass\s+communication\s+specialist\s+(?:(?:1st|2nd|3rd)\s+class\s+)?
""")

# Letters behind a name: degrees, licences, orders.
CREDENTIAL = _alternatives(r"""
(?:[A-Z]\.?){1,3}(?:[A-Z][a-z]?\.?){0,3}  Ph\.?\s?D\.?  Dr\.?  M\.?D\.?  [JS]r\.?  Esq\.?  [A-Z]{2,8}[®™]?(?:\s[A-Z]{2,8}[®™]?)*
(?:MS|BA|BS|RD|RN|LVT|VTS|CFP|CPA|E-RYT)\b.*
""")

PARTICLES = frozenset({
    "de", "del", "della", "der", "den", "di", "da", "do", "dos", "das", "du", "la", "le", "van", "von", "zu", "zum", "zur",
    "bin", "ibn", "al", "el", "ter", "ten", "y", "e", "af", "av",
})  # fmt: skip
