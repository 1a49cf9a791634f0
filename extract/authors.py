"""Who wrote it: where a page names its authors, for machines and in print."""

import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from extract.byline import authors_of, fold_names
from extract.page import Page
from extract.structured import itemprop_value
from extract.vicinity import nearest
from extract.wording import plain, text_of

_META = (
    "author", "article:author", "dc.creator", "dcterms.creator", "dc.contributor", "citation_author", "byl", "byline",
    "parsely-author", "sailthru.author", "article:author_name", "og:author", "article.author", "authors", "creator",
    "cxenseparse:author", "rbauthors", "twitter:creator:name",
)  # fmt: skip
_NO_BYLINE = re.compile(r"(?i)bio|about|image|avatar|photo|box|social|share|desc|comment|related|more|count|date|list$")
_BY = re.compile(r"(?i)^\s*(?:by|von|par|por|di|door|автор|written by|posted by|autor)\b")
_LONGEST = 200


def byline_candidates(page: Page, headline: HtmlElement | None) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Give candidates for byline and authors, best first: source, the line as stated, the names in it."""
    data = page.structured
    for node in (data.article, *(n for n in data.articles if n is data.article)):
        if node is not None:
            for key in ("author", "creator"):
                if names := fold_names(list(_named(page, node.get(key), 0))):
                    yield "json_ld", ", ".join(names), names
    stated = [x for key in _META for content in data.meta.get(key, ()) if (x := plain(content))]
    for line in dict.fromkeys(stated):
        if names := authors_of(line):
            yield "meta", line, names
    if (label := data.first_meta("twitter:label1")) and re.search(r"(?i)written|author|by|von|par|por|автор", label[1]):
        if (value := data.first_meta("twitter:data1")) and (names := authors_of(value[1])):
            yield "meta", value[1], names
    if lines := [x for e in data.microdata.get("author", ()) if (x := _microdata_name(e))]:
        if names := fold_names([n for line in lines for n in authors_of(line)]):
            yield "microdata", ", ".join(lines), names
    yield from _printed(page, headline)
    hint = page.capture.hints.get("authors")
    hinted = [x for h in (hint if isinstance(hint, list | tuple) else [hint]) if (x := plain(h))]
    if names := fold_names([n for line in hinted for n in authors_of(line)]):
        yield "hint", ", ".join(hinted), names


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
    name = element.find(".//*[@itemprop='name']")
    value = itemprop_value(element if name is None else name)
    if value and value.startswith(("http:", "https:", "/")):
        value = text_of(element)
    return value


def _printed(page: Page, headline: HtmlElement | None) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    seen = 0
    for element in nearest(page.structured.marked.get("byline", ()), headline):
        marks = " ".join(filter(None, (element.get("class"), element.get("id"))))
        line = text_of(element)
        if not line or len(line) > _LONGEST or (_NO_BYLINE.search(marks) and not _BY.match(line)):
            continue
        if names := authors_of(line):
            yield "printed", line, names
            seen += 1
        if seen == 5:
            return
