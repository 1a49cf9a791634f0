"""Bylines to names: persons, agencies and collectives, without titles, places, dates and addresses."""
# ruff: noqa: RUF001

import re

from extract.printed_dates import printed_dates
from extract.wording import one_line

LONGEST = 400  # characters; a longer "byline" is a paragraph
_WORDS_IN_NAME = 7

_OPENING = re.compile(
    r"""(?xi) ^ [\s:,;.|•·*–—-]* (?:
    (?: (?:about\s+)? the\s+ authors? \b | (?:recipe|insights|guest\ post|column)\s+(?:by|from)\b | authors? (?=\s+[A-Z]) | written\ by
    | (?:article|story|report|text|words|photos?|analysis|opinion|commentary|interview|column|exclusive|reviewed)
        (?:\s+and\s+(?:photos?|words))? \s+ )?
      (?:(?:written|posted|published|reported|authored|compiled|edited|created|contributed|submitted|prepared) \s+)?
      (?:on \s .{6,30}? \s)? by \b (?!\s+the\s+(?:time|way)\b)
    | (?:authors?|written|writer|reporter|reporting|text|story|words|contributors?|correspondent|byline|name) \s* [:：]
    | about\ the\ authors?\b | meet\ the\ authors?\b
    | (?:ein\ (?:beitrag|artikel|gastbeitrag|kommentar)\ )? von \b | (?:autor(?:in|en)?|verfasst\ von|redaktion|text) \s* :
    | (?:publié\ |écrit\ |rédigé\ |propos\ recueillis\ )? par \b | (?:auteur|autrice|rédaction)s? \s* :
    | (?:escrito\ |publicado\ |texto\ )? por \b | (?:autor(?:a|es)?|redacción|redação|texto|fuente) \s* :
    | (?:a\ cura\ )? di (?=\s+[A-ZÀ-Ý]) | autore \s* : | door \b | av (?=\s+[A-ZÅÄÖØÆ]) | af (?=\s+[A-ZÅÄÖØÆ])
    | tekst \s* : | autorzy \s* : | przez \b | napisał[a]? \b | od (?=\s+[A-ZÁ-Ž]) | de (?=\s+[A-ZȘȚĂÎ]\w+\s+[A-ZȘȚĂÎ])
    | автор(?:и|ы)? \s* :? (?=\s) | автор(?:и|ы)? $ | текст \s* : | джерело \s* : | источник \s* :
    | yazar \s* :? | yazan \s* : | haber \s* : | muhabir \s* : | penulis \s* : | oleh \b | tác\ giả \s* :?
    | συντάκτης \s* : | του (?=\s) | بقلم | كتب | 作者 \s* [:：] | 文 \s* [:：/] | 記者 | 기자 \s* :
    ) \s* :? \s*"""
)
_ADDRESS = re.compile(
    r"""(?xi) \S+@\S+\.\w+ | (?:https?://|www\.)\S+ | \b[\w-]+\.(?:com|org|net)/\S* | (?<!\w)@\w{2,} | \(\s*\)
    | \bfollow\s+(?:him|her|them|us|on)\b.* | \b(?:twitter|facebook|linkedin|instagram|x\.com)\b\s*:?.*"""
)
# What closes the names: a date, a reading time, another note. Only behind a name, never the whole byline.
_CLOSING = re.compile(
    r"""(?xi) \s*(?:[|•·/]|\s[-–—]+\s|^[-–—]|\bon\b(?=\s+\w+\s+\d)|\bat\b(?=\s+\d)) \s*
    | \b(?:updated?|published|posted|last\ (?:modified|updated)|modified|edited\ by|reviewed\ by|medically\ reviewed
         |fact[\s-]checked|photograph(?:s|y)?\ by|photos?\ by|illustrat\w+\ by|read\ more|min(?:ute)?s?\ read|read\ time
         |translated\ by|additional\ reporting) \b .*
    | \b\d{1,2}[:.]\d{2}\b.* | \b(?:19|20)\d{2}\b.* | \b\d+\s*(?:min(?:ute)?s?|hours?|days?|views|comments?)\b.*"""
)
_PLACE = re.compile(
    r"\s+(?:in|aus|à|en|i|w|в|у|at)\s+(?:[A-ZÀ-ÝА-ЯІЇЄ][\w.'’-]*)(?:[\s,]+(?:and|und|et|y|[A-ZÀ-ÝА-ЯІЇЄ][\w.'’-]*))*\s*$"
)
_AND = re.compile(r"(?i)\s*(?:[;&/+]|\s(?:and|und|et|och|og|ja|та|и|і|ve|και|with|mit|avec|con|as told to)\s)\s*")
_AND_SHORT = re.compile(r"(?<=[a-zà-ÿа-яіїє.])\s+(?:y|e|i|en|és|a)\s+(?=[A-ZÀ-ÝА-ЯІЇЄ])")
_CREDENTIAL = re.compile(
    r"""(?x) (?:[A-Z]\.?){1,3}(?:[A-Z][a-z]?\.?){0,3} | Ph\.?\s?D\.? | Dr\.?|M\.?D\.?|[JS]r\.?|Esq\.? | [A-Z]{2,8}[®™]?(?:\s[A-Z]{2,8}[®™]?)*
    | (?:MS|BA|BS|RD|RN|LVT|VTS|CFP|CPA|E-RYT)\b.*"""
)
_ROLE = re.compile(
    r"""(?xi) \b(?: correspondent|reporter|editor|editors-in-chief|writer|columnist|contributor|journalist|producer|analyst|director
    | manager|president|founder|co-founder|ceo|cto|officer|chief|head\ of|fellow|professor|lecturer|researcher|expert|specialist
    | consultant|dietitian|nutritionist|coach|partner|strategist|engineer|author|blogger|intern|senior|freelance|staff\ writer
    | public\ affairs|squadron|wing|brigade|division|command|commander|sgt\.?|photographer|mass\ communication|spokes\w+
    | redakteur\w*|korrespondent\w*|journalistin|rédact\w+|correspondante?|periodista|redactor\w*|corresponsal|giornalista|inviato
    | dziennikarz|redaktor|кореспондент|корреспондент|журналіст\w*|журналист|редактор|muhabir\w*|editör\w*|associate|assistant
    | representative|educator|veterinarian|attorney|lawyer|physician|therapist|teacher|trainer|owner|member|candidate|horticulturalist
    )\b"""
)
_COLLECTIVE = re.compile(
    r"(?i)\b(?:staff|team|desk|newsdesk|bureau|editors?|editorial|newsroom|redaktion|rédaction|redacción|redazione|agenc(?:y|ies)"
    r"|press|news|service|department|center|centre|ministry|office|редакція|редакция|agentur|agence|agencia|wire|board|reporters)\b"
)
# Names that content systems fill in where nobody is named.
_NOBODY = re.compile(
    r"""(?xi) (?: admin(?:istrator|n)? | \w{0,3}_?admin | web\s?master | root | user\d* | unknown | null | none | undefined | n/?a | author | false | true
    | guest | by | posts? | wordpress | wpadmin | super\s?user | about | share | home | contributors? | view\ all\ posts.* | see\ all.* | -+ | test
    | [0-9a-f]{8}-[0-9a-f-]+ | \d+ | http.* | (?:full\ )?bio.* | articles\ by.* | on | insights.* | (?:mon|tue|wed|thu|fri|sat|sun)\w* | \w+\.\w+\.\w[\w.]* | view\ (?:bio|profile).* | bio | profile | follow | subscribe | comments? | email | default | the
    | more | read\ more.* | x | and | image | getty(?:\ images)?.* | shutterstock.* | .*\bcopyright\b.* | login | sign\ in )"""
)
_MILITARY = re.compile(
    r"""(?xi) ^ (?: (?:u\.?s\.?\s+)?(?:army|navy|air\ force|marine\ corps|coast\ guard)\s+)? (?: (?:by|dr|prof|mr|mrs|ms|sir)\.?\s+(?=\w)
    | (?:staff|tech|technical|master|senior\ master|chief\ master|gunnery|first|command)\s+(?:sergeant|sgt\.?)\s+ | sergeant\s+ | sgt\.?\s+
    | (?:1st|2nd|first|second)?\s*(?:lieutenant|lt\.?)\s+(?:cmdr\.?|col\.?|gen\.?|commander|colonel|general)?\s* | capt(?:ain|\.)?\s+ | maj(?:or|\.)?\s+(?:gen\.?)?\s*
    | col(?:onel|\.)\s+ | (?:brig\.?\s+)?gen(?:eral|\.)\s+ | cpl\.?\s+ | lance\s+cpl\.?\s+ | spc\.?\s+ | pfc\.?\s+ | pvt\.?\s+
    | airman\s+(?:1st|first)\s+class\s+ | senior\s+airman\s+ | petty\s+officer\s+(?:1st|2nd|3rd|first|second|third)\s+class\s+
    | mass\s+communication\s+specialist\s+(?:1st|2nd|3rd)\s+class\s+ | (?:chief\s+)?petty\s+officer\s+ | seaman\s+ )"""
)
_BEFORE_DATE = re.compile(
    r"(?i)[\s,]*\b(?:on|at|am|le|el)?\s*,?\s*(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?)?\s*,?\s*$"
)
_GLUED = re.compile(r"^(?:Written |Posted )?By(?=[A-Z][a-zà-ÿ])")
_PARTICLES = frozenset(
    "de del della der den di da do dos das du la le van von zu zum zur bin ibn al el ter ten y e o'".split()
)
_LETTER = re.compile(r"[^\W\d_]")


def authors_of(byline: str) -> tuple[str, ...]:
    """Read the names out of a byline, in order and once each; empty if it names nobody.

    A person's titles, posts, place and addresses are left out; an agency or a team counts as a name.
    """
    line = one_line(byline)
    if not line or len(line) > LONGEST:
        return ()
    line = _GLUED.sub("By ", line)
    opening, line = bool(_OPENING.match(line)), _without_opening(line)
    line = _ADDRESS.sub(" ", line)
    if any(c.isdigit() for c in line) and (dated := next(printed_dates(line), None)) and dated.precision == "day":
        line = f"{_BEFORE_DATE.sub('', line[: dated.start])} | {line[dated.end :]}"
    names: list[str] = []
    for position, segment in enumerate(s for s in _CLOSING.split(line) if s and s.strip()):
        found = _names_in(segment.strip())
        if position and names and not (opening and position == 1 and all(map(looks_personal, found))):
            # Behind a bar or a dash stand posts, places, publications; a person there is rare and stays with the first.
            break
        names += found
    return fold_names(names)


def fold_names(names: list[str]) -> tuple[str, ...]:
    """Drop repeated names, whatever their case, and a name that is the beginning of a fuller one."""
    kept: dict[str, str] = {}
    for name in names:
        kept.setdefault(" ".join(re.findall(r"\w+", name.casefold())), name)
    return tuple(
        n for k, n in kept.items() if k and not any(o != k and o.startswith(f"{k} ") and " " in k for o in kept)
    )


def _without_opening(line: str) -> str:
    for _ in range(3):
        shorter = _OPENING.sub("", line, count=1)
        if shorter == line:
            break
        line = shorter
    return line


def _names_in(segment: str) -> list[str]:
    names: list[str] = []
    for part in _AND.split(_AND_SHORT.sub(" & ", segment)):
        for position, piece in enumerate(re.split(r"\s*[,،、，]\s*", part or "")):
            name = _cleaned(piece)
            if not name or _NOBODY.fullmatch(name) or not _LETTER.search(name):
                continue
            if position and names and (_CREDENTIAL.fullmatch(name) or _ROLE.search(name)):
                continue
            if len(name.split()) > _WORDS_IN_NAME or len(name) > 80:
                continue
            names.append(name)
    return names


def _cleaned(piece: str) -> str:
    name = re.sub(r"\s*[(\[].*?[)\]]", "", piece).strip(" .:;,*–—-\"'“”«»‘’()[]|/")
    name = re.sub(r"(?i)^(?:and|und|et|with|the\ author)\s+", "", name)
    shorter = _MILITARY.sub("", name)
    if " " in shorter or shorter == name:
        name = shorter
    if not _COLLECTIVE.search(name):
        name = _PLACE.sub("", name)
    return name.strip()


def looks_personal(name: str) -> bool:
    """Whether a name is written like a person's: two to five words, capitalised, and no word of a post or a desk."""
    words = name.split()
    if not 2 <= len(words) <= 5 or re.search(r"[\d@_/]", name) or _COLLECTIVE.search(name) or _ROLE.search(name):
        return False
    return all(not w[0].islower() or w.lower() in _PARTICLES for w in words) and not words[-1][0].islower()
