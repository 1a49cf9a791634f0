"""Bylines to names: persons, agencies and collectives, without titles, places, dates and addresses."""

import re

from extract.byline_words import CLOSING, COLLECTIVE, CREDENTIAL, NOBODY, OPENING, PARTICLES, RANK, ROLE
from extract.printed_dates import month_named, printed_dates
from extract.wording import one_line

LONGEST = 400  # characters; a longer "byline" is a paragraph
_WORDS_IN_NAME = 7

_OPENING = re.compile(rf"(?i)^[\s:,;.|•·*–—-]*(?:{OPENING})\s*:?\s*")
_GLUED = re.compile(r"^(?:[Ww]ritten |[Pp]osted )?[Bb]y(?=[A-Z][a-zà-ÿ])")
_ADDRESS = re.compile(
    r"""(?xi) \S+@\S+\.\w+ | (?:https?://|www\.)\S+ | \b[\w-]+\.(?:com|org|net)/\S* | (?<!\w)@\w{2,} | \(\s*\)
    | \bfollow\s+(?:him|her|them|us|on)\b.* | \b(?:twitter|facebook|linkedin|instagram|x\.com)\b\s*:?.*"""
)
# Marks that part the names from what follows them, and notes that end them; never the whole byline.
_END = re.compile(
    rf"(?i)\s*(?:[|•·⋅/｜／]|\s[-–—]+\s|^[-–—]|\bon\b(?=\s+\w+\s+\d)|\bat\b(?=\s+\d))\s*|\b(?:{CLOSING})\b.*"
    r"|\b\d{1,2}[:.]\d{2}\b.*|\b(?:19|20)\d{2}\b.*|\b\d+\s*(?:min(?:ute)?s?|hours?|days?|views|comments?)\b.*"
)
_BEFORE_DATE = re.compile(
    r"(?i)[\s,]*\b(?:on|at|am|le|el)?\s*,?\s*(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?)?\s*,?\s*$"
)
_PLACE = re.compile(
    r"\s+(?:in|aus|à|en|i|w|в|у|at)\s+(?:[A-ZÀ-ÝА-ЯІЇЄ][\w.'’-]*)(?:[\s,]+(?:and|und|et|y|[A-ZÀ-ÝА-ЯІЇЄ][\w.'’-]*))*\s*$"
)
_AND = re.compile(
    r"(?i)\s*(?:[;&/+]|\s(?:and|und|et|och|og|ja|та|и|і|ve|και|with|mit|avec|con|as told to)\s)\s*",
)
_AND_SHORT = re.compile(r"(?<=[a-zà-ÿа-яіїє.])\s+(?:y|e|i|en|és|a)\s+(?=[A-ZÀ-ÝА-ЯІЇЄ])")
_HANGUL = re.compile(r"[가-힣]")
_KOREAN_POST = re.compile(
    r"(?<=[가-힣])\s*(?:선임|수석|객원|인턴|전문)?\s*(?:기자|특파원|논설위원|통신원)(?=$|[\s,·/|(=])"
)
_KOREAN_PLACE = re.compile(r"^\W*[가-힣]{1,6}\s*=\s*")
_ACRONYM = re.compile(r"[A-ZÀ-ÝА-Я]{2,6}|dpa|epd|afp|ap|tass")
_POST_BEHIND = re.compile(
    r"(?:\s+(?:Senior|Staff|Chief|Lead|Deputy|Managing|Contributing|Associate|Special|Military|Defen[cs]e|Security|Political|Foreign"
    r"|National|Pentagon|Naval|Science|Business|Technology))*\s+(?:Reporter|Correspondent|Editor|Writer|Contributor|Columnist|Journalist)$"
)
_FOR = re.compile(r"\s+(?:special(?:ly)?\s+)?(?:for|to)\s+(?:the\s+)?[A-Z].*$")
_CREDENTIAL = re.compile(CREDENTIAL)
_ROLE = re.compile(rf"(?i)\b(?:{ROLE})\b")
_COLLECTIVE = re.compile(rf"(?i)\b(?:{COLLECTIVE})\b")
_NOBODY = re.compile(rf"(?i)(?:{NOBODY})")
_RANK = re.compile(rf"(?i)^(?:(?:u\.?s\.?\s+)?(?:army|navy|air\sforce|marine\scorps|coast\sguard)\s+)?(?:{RANK})")


def authors_of(byline: str) -> tuple[str, ...]:
    """Read the names out of a byline, in order and once each; empty if it names nobody.

    A person's titles, posts, place and addresses are left out; an agency or a team counts as a name.
    """
    line = one_line(byline)
    if not line or len(line) > LONGEST:
        return ()
    line = _GLUED.sub("By ", line)
    opened = _OPENING.match(line) is not None
    line = _ADDRESS.sub(" ", _without_opening(line))
    if _HANGUL.search(line):
        line = _without_opening(
            re.sub(r"^기자\s+", "", _KOREAN_POST.sub("", _KOREAN_PLACE.sub("", line))).replace("·", ",")
        )
    if any(c.isdigit() for c in line) and (dated := next(printed_dates(line), None)) and dated.precision == "day":
        line = f"{_BEFORE_DATE.sub('', line[: dated.start])} | {line[dated.end :]}"
    names: list[str] = []
    segments = [s for s in map(str.strip, _END.split(line)) if s and not _is_day(s)]
    for position, segment in enumerate(segments):
        if not position and not opened:
            opened = _OPENING.match(segment) is not None
        found = _names_in(_without_opening(segment))
        if position and len(names) == 1 and _ACRONYM.fullmatch(names[0]) and _ACRONYM.fullmatch(segment):
            names.append(segment)  # dpa/AFP
            continue
        if position and names and not (opened and position == 1 and all(map(looks_personal, found))):
            # Behind a bar or a dash stand posts, places, publications; a person there is rare and stays with the first.
            break
        names += found
    return fold_names(names)


def _is_day(segment: str) -> bool:
    """Whether a piece of a byline is a day without a year: Mar 6, 6. März."""
    words = re.findall(r"[^\W\d_]+|\d+", segment)
    return len(words) == 2 and any(map(str.isdigit, words)) and any(month_named(w) for w in words if not w.isdigit())


def fold_names(names: list[str]) -> tuple[str, ...]:
    """Drop repeated names, whatever their case, and a name that is the beginning of a fuller one."""
    kept: dict[str, str] = {}
    for name in names:
        kept.setdefault(" ".join(re.findall(r"\w+", name.casefold())), name)
    return tuple(
        n for k, n in kept.items() if k and not any(o != k and o.startswith(f"{k} ") and " " in k for o in kept)
    )


def looks_personal(name: str) -> bool:
    """Whether a name is written like a person's: two to five words, capitalised, and no word of a post or a desk."""
    words = name.split()
    if not 2 <= len(words) <= 5 or re.search(r"[\d@_/]", name) or _COLLECTIVE.search(name) or _ROLE.search(name):
        return False
    return all(not w[0].islower() or w.lower() in PARTICLES for w in words) and not words[-1][0].islower()


def is_collective(name: str) -> bool:
    """Whether a name has a word of a desk, team, agency or authority."""
    return _COLLECTIVE.search(name) is not None


def _without_opening(line: str) -> str:
    for _ in range(3):
        shorter = _OPENING.sub("", line, count=1)
        if shorter == line:
            break
        line = shorter
    return line


def _names_in(segment: str) -> list[str]:
    names: list[str] = []
    if (written_for := _FOR.search(segment)) and looks_personal(segment[: written_for.start()].strip(" ,")):
        segment = segment[: written_for.start()]
    whole = _cleaned(segment)
    if (
        _COLLECTIVE.search(segment)
        and not _ROLE.search(segment)
        and len(whole.split()) <= _WORDS_IN_NAME
        and "," not in whole
    ):
        return [whole] if whole and not _NOBODY.fullmatch(whole) else []  # Center for Research and Development
    parts = _AND.split(_AND_SHORT.sub(" & ", segment))
    if whole and any(part and re.fullmatch(r"\W*[A-Za-z]\W*", part) for part in parts):
        return [whole]  # Mac & i: one name, that of a publication
    for part in parts:
        named = False
        for piece in re.split(r"\s*[,،、，]\s*", part or ""):
            name = _cleaned(piece)
            if not name or _NOBODY.fullmatch(name) or not any(map(str.isalpha, name)):
                continue
            if names and not named and (_ROLE.search(name) and not looks_personal(name)):
                break  # Jane Roe, Home and Digital Security Expert
            if named and name[0].islower() and looks_personal(names[-1]):
                break  # what goes on in small letters is about the person
            if named and (_CREDENTIAL.fullmatch(name) or _ROLE.search(name)):
                if _ROLE.search(name):
                    break  # what follows a post belongs to it: the house, the years of service
                continue
            if len(name.split()) > _WORDS_IN_NAME or len(name) > 80:
                continue
            if named and looks_personal(names[-1]) and (_COLLECTIVE.search(name) or " " not in name):
                continue  # Max Müller, Berlin; David Axe, Forbes Staff
            names.append(name)
            named = True
    return names


def _cleaned(piece: str) -> str:
    name = re.sub(r"\s*[(\[].*?[)\]]", "", piece).strip(" .:;,*–—-\"'“”«»‘’()[]|/")
    name = re.sub(r"(?i)^(?:and|und|et|with|the\sauthor)\s+", "", name)
    shorter = _RANK.sub("", name)
    if " " in shorter or shorter == name:
        name = shorter
    if (alone := _POST_BEHIND.sub("", name)) != name and looks_personal(alone):
        name = alone
    if not _COLLECTIVE.search(name):
        name = _PLACE.sub("", name)
    return name.strip()
