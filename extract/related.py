"""What was dropped as "also read", as data: headline, address and date of each article it points to."""

from collections.abc import Iterable
from datetime import datetime, tzinfo
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag
from lxml import etree
from lxml.html import HtmlElement

from extract.article import Related
from extract.cues import fold, leading_cue, line_kind
from extract.dates import DateFound, parse_machine, parse_printed
from extract.urls import clean_url, url_key
from extract.wording import one_line

MAX_ENTRIES = 60
_MIN_WORDS = 3


def related_in(
    fragments: Iterable[HtmlElement], base: str, zone: tzinfo, latest: datetime, languages: tuple[str, ...] = ()
) -> tuple[Related, ...]:
    """Read the articles that some dropped blocks point to, in page order, each address once."""
    found: dict[str, Related] = {}
    own = url_key(base)
    for fragment in fragments:
        soup = BeautifulSoup(etree.tostring(fragment, encoding="unicode", method="html", with_tail=False), "lxml")
        for link in soup.find_all("a", href=True, limit=MAX_ENTRIES):
            entry = _entry(link, base, zone, latest, languages)
            if entry is None or entry.url is None or url_key(entry.url) == own:
                continue
            key = url_key(entry.url)
            if (key not in found and len(found) < MAX_ENTRIES) or (
                key in found and len(entry.headline) > len(found[key].headline) and found[key].published_at is None
            ):
                found[key] = entry
    return tuple(found.values())


def _entry(link: Tag, base: str, zone: tzinfo, latest: datetime, languages: tuple[str, ...]) -> Related | None:
    href = str(link["href"]).strip()
    url = clean_url(urljoin(base, href)) if not href.startswith(("#", "javascript:", "mailto:", "tel:")) else None
    heading = link.find(["h1", "h2", "h3", "h4", "h5", "h6", "strong"])
    text = one_line((heading or link).get_text(" "))
    cue = leading_cue(text)
    if cue is not None and cue.rest and cue.kind == "related" and cue.separator.strip():
        text = cue.rest
    if url is None or len(text.split()) < _MIN_WORDS or line_kind(text) or (cue is not None and not cue.rest):
        return None
    return Related(text, url, _date_beside(link, text, zone, latest, languages))


def _date_beside(link: Tag, text: str, zone: tzinfo, latest: datetime, languages: tuple[str, ...]) -> datetime | None:
    """The date printed in the same card as a link: within the smallest elements around it that hold no other link."""
    around = link
    for _ in range(4):
        if (time := around.find("time")) is not None and (found := _read_time(time, zone, latest, languages)):
            return found.value
        rest = one_line(around.get_text(" ").replace(text, " ")) if around is not link else ""
        if any(map(str.isdigit, rest)) and len(rest) < 80:
            printed = parse_printed(rest, zone=zone, latest=latest, languages=languages)
            if printed is not None:
                return printed.value
        parent = around.parent
        if parent is None or len({fold(str(a["href"])) for a in parent.find_all("a", href=True)}) > 1:
            break
        around = parent
    sibling = around.find_next_sibling()
    if sibling is not None and sibling.find("a") is None:
        rest = one_line(sibling.get_text(" "))
        after = (
            parse_printed(rest, zone=zone, latest=latest, languages=languages)
            if len(rest) < 60 and any(map(str.isdigit, rest))
            else None
        )
        if after is not None:
            return after.value
    return None


def _read_time(time: Tag, zone: tzinfo, latest: datetime, languages: tuple[str, ...]) -> DateFound | None:
    stated = time.get("datetime")
    if isinstance(stated, str) and (found := parse_machine(stated, zone, latest)):
        return found
    return parse_printed(one_line(time.get_text(" ")), zone=zone, latest=latest, languages=languages)
