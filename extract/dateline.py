"""The place that opens a text: ``KYIV, Ukraine (AP) — …``, ``MOSKAU. …``."""

import re

_UPPER = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĻŁŃŅŇŌŐŘŚŞŠŤŪŮŰŲŹŻŽΑ-ΩΆΈΉΊΌΎΏА-ЯЁІЇЄҐ]"
_LINK = r"(?:de|del|da|do|di|am|an|der|la|le|of|the|na|nad|on|upon|sur|and|et|und)"
_PLACE = rf"{_UPPER}[\w.'’ʼ-]*(?:\s(?:{_LINK}\s)?{_UPPER}[\w.'’-]*){{0,4}}"
_REGION = rf"(?:,\s+{_PLACE})?"
_BRACKETS = r"(?:\s*[(\[][^()\[\]]{2,40}[)\]])?"
_DAY = r"(?:,\s+(?:[^\W\d_]{3,12}\.?\s+\d{1,2}|\d{1,2}\.?\s+(?:de\s+)?[^\W\d_]{3,12})(?:,?\s+\d{4})?)?"
_AGENCY = r"(?:\s*[,/.]\s*[A-Z][\w ./]{1,25}|\s*/\s*[A-Z][\w. ]{1,25}/)?"
_WITH_DASH = re.compile(
    rf"^(?P<place>{_PLACE}(?:/{_PLACE})?{_REGION}){_BRACKETS}{_DAY}\.?{_AGENCY}{_BRACKETS}\s*(?:[—–―]+|--+|-(?=\s))\s*(?=\S)"
)
_WITH_COLON = re.compile(
    rf"^(?P<place>{_PLACE}{_REGION}){_BRACKETS}{_DAY}(?:\s*[/(]\s*[A-ZА-ЯІЇЄ][\w .]{{1,25}}[/)])"
    r"(?:\s*[:.]|(?<=[A-Z][/)]))\s+(?=\S)"
)
_CAPITALS = re.compile(
    rf"^(?P<place>{_UPPER}{{3,}}[{_UPPER[1:-1]}\s.'-]{{0,30}}?(?:,\s+{_PLACE})?)(?:\s*\([^()]{{2,20}}\))?[.:]\s+(?={_UPPER})"
)
_LONGEST = 60
_NOT_A_PLACE = re.compile(
    r"(?i)^(?:update[ds]?|breaking|exclusive|opinion|analysis|watch|video|photos?|editor'?s note|note|correction"
    r"|related|read more|listen|live|news|background|summary|key points|why it matters|what happened|q|a"
    r"|eilmeldung|kommentar|the (?!hague\b|bronx\b|valley\b).*)$"
)


def dateline_of(paragraph: str) -> str | None:
    """Give the place that opens a body's first paragraph; None if it opens with none.

    A dash or an agency in brackets must part it from the text, or, behind a place in capitals, a full stop.
    """
    head = paragraph[:200]
    for pattern in (_WITH_DASH, _WITH_COLON, _CAPITALS):
        match = pattern.match(head)
        if match is None:
            continue
        place = match["place"].strip(" ,.")
        if len(place) > _LONGEST or _NOT_A_PLACE.match(place):
            continue
        bracketed = "(" in match[0] or "/" in match[0]
        if pattern is _WITH_DASH and not bracketed and not _opens_a_story(place, match[0]):
            continue
        return place
    return None


def _opens_a_story(place: str, opening: str) -> bool:
    """Whether a bare ``Place — text`` is a dateline: its first word is in capitals, or a day stands with it."""
    first = place.split(",")[0]
    return (
        (first.isupper() and len(first) > 4 and "," in place)
        or (first.isupper() and len(first) > 5)
        or bool(re.search(r"\s\d{1,2}\b", opening))
    )
