"""Who wrote it: where a page names its authors, for machines and in print, and whom to believe."""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from extract.byline import authors_of, fold_names, is_collective, looks_personal
from extract.date_lines import AFTER, BEFORE, line_of
from extract.headlines import squeezed
from extract.page import Page
from extract.structured import itemprop_value
from extract.vicinity import is_clutter, nearest
from extract.wording import plain, text_of

_META = (
    "author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "byl", "byline", "parsely-author",
    "sailthru.author", "article:author_name", "og:author", "article.author", "authors", "creator", "cxenseparse:author",
    "rbauthors", "dc.contributor", "author-name", "article:author:name",
)  # fmt: skip
_SURNAME_FIRST = frozenset({"citation_author", "dc.creator", "dcterms.creator", "dc.contributor"})
_LABEL = re.compile(
    r"(?i)written|author|^by\b|^von\b|^par\b|^por\b|автор|verfasst|autor|escrito|écrit|scritto|geschreven|yazar"
)
_BY = re.compile(
    r"(?i)^\W*(?:(?:written|posted|published|story|article|words|reported|text|report)\s+)?(?:by\b|von\s|par\s|por\s|door\s|(?-i:oleh)\s)|^\W*автор"
)
_NOT_A_BYLINE = re.compile(
    r"(?i)(?:^|[\s_-])(?:bio|about|image|avatar|photo|share|social|desc\w*|comments?|related|count)(?:$|[\s_-])"
)
_PROFILE = re.compile(
    r"(?i)/(?:authors?|by|byline|people|staff|contributors?|reporters?|writers?|journalists?|auteurs?|autor(?:en|es)?|redaktion|team|profile|user)/[^/]"
)
_ONLY_BY = re.compile(r"(?i)\W*(?:(?:written|posted|published|story|article)\s+)?(?:by|von|par|por|автор)\W*")
_ACCOUNT = re.compile(
    r"[^\s]*[\d_.@][^\s]*|[^\sA-Z][^\s]*|[A-Z][a-z]+[A-Z]|(?i:(?:.*\s)?admin|web\s?team|content team)"
)
_LONGEST = 200
_SHORT = 90
MOST = 6


@dataclass(frozen=True, slots=True)
class Signature:
    """A candidate for the byline: where it was found, the line as stated, and the names in it."""

    source: str
    line: str
    names: tuple[str, ...]


def stated_signatures(page: Page) -> Iterator[Signature]:
    """Give whom the page names for machines: JSON-LD, meta tags, microdata."""
    data = page.structured
    if data.article is not None:
        for key in ("author", "creator"):
            if names := fold_names(list(_named(page, data.article.get(key), 0))):
                yield Signature("json_ld", ", ".join(names), names)
    for key in _META:
        lines = list(dict.fromkeys(x for content in data.meta.get(key, ()) if (x := plain(content))))
        if key in _SURNAME_FIRST:
            lines = [re.sub(r"^([^,]{2,30}), ([^,]{1,30})$", r"\2 \1", line) for line in lines]
        if names := fold_names([n for line in lines for n in authors_of(line)]):
            yield Signature("meta", ", ".join(lines), names)
    for number in ("1", "2"):
        label, value = data.first_meta(f"twitter:label{number}"), data.first_meta(f"twitter:data{number}")
        if label and value and _LABEL.search(label[1]) and (names := authors_of(value[1])):
            yield Signature("meta", value[1], names)
    lines = [x for e in data.microdata.get("author", ())[:10] if not is_clutter(e) and (x := _microdata_name(e))]
    if names := fold_names([n for line in lines for n in authors_of(line)]):
        yield Signature("microdata", ", ".join(lines), names)


def printed_signatures(page: Page, headline: HtmlElement | None) -> Iterator[Signature]:
    """Give who is named in print: in places named for it, by links to profiles, behind "By"; nearest first."""
    marked = list(islice(_marked(page, headline), MOST))
    # A place that only says "By Jane Roe" is surer than one that says more.
    yield from (s for s in marked if _BY.match(s.line))
    beside = list(islice(_beside(page, headline), MOST))
    yield from (s for s in beside if _BY.match(s.line))
    yield from (s for s in marked if not _BY.match(s.line))
    yield from (s for s in beside if not _BY.match(s.line))
    linked = [e for e in page.tree.iter("a") if "author" in e.get("rel", "").lower().split()]
    yield from islice(_lines(nearest(linked, headline, aside=False)), 2)
    if not marked:
        yield from islice(_marked(page, headline, aside=False), 2)


def hinted_signatures(page: Page) -> Iterator[Signature]:
    """Give whom the feed named."""
    hint = page.capture.hints.get("authors")
    lines = [x for h in (hint if isinstance(hint, list | tuple) else [hint]) if (x := plain(h))]
    if names := fold_names([n for line in lines for n in authors_of(line)]):
        yield Signature("hint", ", ".join(lines), names)


def choose_signature(
    page: Page, headline: HtmlElement | None, own: Container[str], *, complete: bool
) -> tuple[Signature | None, list[Signature]]:
    """Choose whom to believe: the first that names a person; an account or the publication only if nobody is named.

    Content systems often state the publisher, or an account, where the page prints who wrote it. An organisation that
    is not the publication, such as an agency, yields only to a printed "By". ``complete`` asks for all candidates
    though the choice is made before.
    """
    seen: list[Signature] = []
    best: Signature | None = None
    for signatures in (stated_signatures(page), printed_signatures(page, headline), hinted_signatures(page)):
        for signature in signatures:
            seen.append(signature)
            if best is None or _beats(signature, best, own):
                best = signature
            if not complete and best.source != "meta" and _rank(best, own) == PERSON:
                return best, seen
        if not complete and best is not None and _rank(best, own) == PERSON:
            break
    return best, seen


PERSON, SOMEBODY, NOBODY = 3, 2, 1


def _beats(signature: Signature, best: Signature, own: Container[str]) -> bool:
    rank, held = _rank(signature, own), _rank(best, own)
    if rank == held == PERSON and signature.source == best.source == "meta":
        return len(signature.names) > len(best.names) and set(best.names) <= set(signature.names)
    if held == SOMEBODY and rank == PERSON and signature.source == "printed":
        return _BY.match(signature.line) is not None
    return rank > held


def _rank(signature: Signature, own: Container[str]) -> int:
    named = [n for n in signature.names if squeezed(n) not in own and not _ACCOUNT.fullmatch(n)]
    return PERSON if any(map(looks_personal, named)) else SOMEBODY if named else NOBODY


def _named(page: Page, value: Any, depth: int) -> Iterator[str]:
    """Walk through an author in JSON-LD: a string, an object, a reference, or a list of them, however nested."""
    value = page.structured.resolve(value)
    if depth > 6 or value is None:
        return
    if isinstance(value, list):
        for one in value[:60]:
            yield from _named(page, one, depth + 1)
    elif isinstance(value, dict):
        yield from _named(page, value.get("name") or value.get("alternateName"), depth + 1)
    elif isinstance(value, str) and (line := plain(value)):
        yield from authors_of(line)


def _microdata_name(element: HtmlElement) -> str | None:
    name = next((e for e in element.iter() if e is not element and "name" in (e.get("itemprop") or "").split()), None)
    value = itemprop_value(element if name is None else name)
    if value and value.startswith(("http:", "https:", "/")):
        value = text_of(element)
    return value


def _marked(page: Page, headline: HtmlElement | None, *, aside: bool = True) -> Iterator[Signature]:
    for element in nearest(page.structured.marked.get("byline", ()), headline, aside=aside):
        if not line_of(element):
            continue
        line = text_of(element, " | ")
        names = " ".join(filter(None, (element.get("class"), element.get("id"))))
        if len(line) > _LONGEST or (_NOT_A_BYLINE.search(names) and not _BY.match(line)):
            continue
        if (found := authors_of(line)) and (_BY.match(line) or any(map(_may_be_named, found))):
            yield Signature("printed", line, found)


def _may_be_named(name: str) -> bool:
    """Whether a name that stands without "By" can be one: "Personal finance" is a rubric."""
    return looks_personal(name) or is_collective(name) or not any(w[0].islower() for w in name.split()[1:])


def _lines(elements: Iterable[HtmlElement]) -> Iterator[Signature]:
    for element in elements:
        if (line := line_of(element)) and len(line) <= _SHORT and (found := authors_of(line)):
            yield Signature("printed", line, found)


def _beside(page: Page, headline: HtmlElement | None) -> Iterator[Signature]:
    """Read links to profiles, and lines that begin with "By", just after the headline and just before it."""
    if headline is None:
        return
    elements = page.structured.elements
    position = elements.index(headline)
    around = set(headline.iterancestors())
    after, before = elements[position + 1 : position + AFTER], elements[max(0, position - BEFORE) : position]
    for element in [*after, *reversed(before)]:
        linked = element.tag == "a" and _PROFILE.search(element.get("href") or "") is not None
        if not linked and not (element.text and _BY.match(element.text)):
            continue
        if is_clutter(element, around):
            continue
        line = line_of(element)
        parent = element.getparent()
        if not linked and _ONLY_BY.fullmatch(line) and parent is not None:
            line = line_of(parent)
        if line and len(line) <= _SHORT and (found := authors_of(line)):
            yield Signature("printed", line, found)
