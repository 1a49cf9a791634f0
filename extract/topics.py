"""What else a page declares: section, tags, language, free access, views."""

import re
from collections.abc import Iterator
from typing import Any

from extract.page import Page
from extract.structured import itemprop_value
from extract.wording import plain, text_of

_HOME = re.compile(r"(?i)home(?:page)?|start(?:seite)?|inicio|accueil|главная|головна|ana ?sayfa|news ?home|\W*")
# What content systems keep among the keywords for themselves: displayType: gallery, contentId: 1234.
_NO_TAG = re.compile(
    r"^[a-z]+(?:[A-Z_-][a-z]+)*\s?:|^(?i:type|format|display|layout|template|channel|site|content|locale|page|post):|^https?://|^\d+$"
)
_VIEWS = re.compile(r"(?<![\d.,])(\d{1,3}(?:[.,  ’']\d{3})+|\d{1,9})(?![\d.,])")
_LANGUAGES = {
    "ua": "uk", "iw": "he", "in": "id", "jp": "ja", "gr": "el", "cz": "cs", "kr": "ko", "cn": "zh", "eng": "en",
    "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "ukr": "uk", "rus": "ru", "tur": "tr",
    "pol": "pl", "ita": "it", "por": "pt", "nld": "nl", "ara": "ar", "heb": "he", "zho": "zh",
    "jpn": "ja", "kor": "ko", "fas": "fa", "nob": "nb",
}  # fmt: skip


def section_candidates(page: Page) -> Iterator[tuple[str, str]]:
    """Give candidates for the section, best first."""
    data = page.structured
    if data.article is not None:
        yield from (("json_ld", x) for x in _texts(data.article.get("articleSection")))
    for name in (
        "article:section",
        "og:section",
        "parsely-section",
        "section",
        "cxenseparse:section",
        "sailthru.section",
    ):
        if found := data.first_meta(name):
            yield "meta", found[1]
    for element in data.microdata.get("articleSection", ())[:1]:
        if value := itemprop_value(element):
            yield "microdata", value
    for node in data.nodes:
        if node.get("@type") == "BreadcrumbList" and isinstance(node.get("itemListElement"), list):
            names = [n for i in node["itemListElement"] if isinstance(i, dict) and (n := _crumb(i))]
            yield from (("breadcrumb", n) for n in names[:-1] if not _HOME.fullmatch(n))
    for hint in _texts(page.capture.hints.get("section")):
        yield "hint", hint


def tag_candidates(page: Page) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give candidates for the tags, the publisher's own list first."""
    data = page.structured
    sources: list[tuple[str, list[str]]] = [("meta", [x for c in data.meta.get("article:tag", ()) if (x := plain(c))])]
    if data.article is not None:
        sources.append(("json_ld", _texts(data.article.get("keywords"))))
    sources += [
        ("meta", [x for c in data.meta.get(name, ()) if (x := plain(c))])
        for name in ("news_keywords", "parsely-tags", "sailthru.tags", "keywords")
    ]
    hints = page.capture.hints.get("tags")
    sources.append(
        ("hint", _texts(hints if isinstance(hints, list) else list(hints) if isinstance(hints, tuple) else hints))
    )
    for source, stated in sources:
        single = stated if len(stated) > 1 else [t for s in stated for t in re.split(r"\s*[,;|،、，]\s*", s)]
        tags = dict.fromkeys(t for s in single if (t := s.strip(" #")) and len(t) <= 80 and not _NO_TAG.search(t))
        if tags:
            yield source, tuple(tags)[:50]


def language_candidates(page: Page) -> Iterator[tuple[str, str]]:
    """Give the languages that the page declares, as ISO 639-1 where there is such a code."""
    data = page.structured
    stated = [
        (
            "html",
            page.tree.get("lang")
            or page.tree.get("xml:lang")
            or page.tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
        )
    ]
    if data.article is not None:
        stated.append(("json_ld", plain(data.article.get("inLanguage"))))
    for name in ("content-language", "og:locale", "dc.language", "dcterms.language", "language"):
        stated += [("meta", plain(c)) for c in data.meta.get(name, ())[:1]]
    if page.site is not None and page.site.language:
        stated.append(("site", page.site.language))
    for source, tag in stated:
        if tag and (match := re.match(r"\s*([A-Za-z]{2,3})(?![A-Za-z])", tag)):
            code = match[1].lower()
            yield source, _LANGUAGES.get(code, code)


def free_access_candidates(page: Page) -> Iterator[tuple[str, bool]]:
    """Give what the page declares of its being readable without paying."""
    data = page.structured
    for node in (data.article, data.webpage):
        if node is not None and (value := _truth(node.get("isAccessibleForFree"))) is not None:
            yield "json_ld", value
    for element in data.microdata.get("isAccessibleForFree", ())[:1]:
        if (value := _truth(itemprop_value(element))) is not None:
            yield "microdata", value
    if tier := data.first_meta("article:content_tier"):
        yield "meta", tier[1].lower() == "free"


def shows_paywall(page: Page) -> bool:
    """Whether the page has the marks of a paywall, whatever it declares."""
    data = page.structured
    tier = data.first_meta("article:content_tier")
    return "paywall" in data.marked or (tier is not None and tier[1].lower() in ("locked", "metered"))


def view_counts(page: Page) -> Iterator[tuple[str, int]]:
    """Give how often it was viewed, as stated for machines or printed in a place named for it."""
    data = page.structured
    statistics = data.article.get("interactionStatistic") if data.article is not None else None
    for one in statistics if isinstance(statistics, list) else [statistics]:
        if isinstance(one, dict) and re.search(r"(?i)view|read|watch", str(one.get("interactionType"))):
            count = view_count_of(str(one.get("userInteractionCount")))
            if count is not None:
                yield "json_ld", count
    for element in data.marked.get("views", ())[:10]:
        text = text_of(element)
        if len(text) <= 30 and (count := view_count_of(text)) is not None:
            yield "printed", count


def view_count_of(text: str) -> int | None:
    """Read a count such as ``1,057 views``; None if there is not exactly one number."""
    found = _VIEWS.findall(text)
    return int(re.sub(r"\D", "", found[0])) if len(found) == 1 and not re.search(r"\d\s*[kKmM]\b", text) else None


def _crumb(item: dict[str, Any]) -> str | None:
    inner = item.get("item")
    return plain(item.get("name")) or (plain(inner.get("name")) if isinstance(inner, dict) else None)


def _truth(value: Any) -> bool | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}.get(
        str(value).strip().lower()
    )


def _texts(value: Any) -> list[str]:
    found = [
        plain(v.get("name") if isinstance(v, dict) else v) for v in (value if isinstance(value, list) else [value])
    ]
    return [x for x in found if x]
