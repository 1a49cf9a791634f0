"""Pictures of the article: the one it is shown with, and those inside it, with caption and credit."""

import re
from collections.abc import Iterator
from typing import Any, cast

from lxml.html import HtmlElement

from extract.article import Image
from extract.page import Page
from extract.selector import compiled_selector
from extract.urls import clean_url
from extract.vicinity import is_clutter
from extract.wording import plain, text_of

MOST = 60
_SOURCES = ("src", "data-src", "data-original", "data-lazy-src", "data-url", "data-image")
_CREDIT_CLASS = re.compile(r"(?i)credit|source|copyright|photographer|courtesy|attribution")
_CREDIT = re.compile(
    r"(?i)[\s(\[|]*\b((?:photos?|image|picture|foto|credit|bild|crédit|fotograf\w*|фото|source|quelle)"
    r"\s*(?:credit|by|courtesy(?:\ of)?|:|/|©)\s*[:\s]*(?P<name>[^()\[\]]{2,80}?))[\s)\]]*$"
    r"|[\s(\[]*(?:©|\(c\)|courtesy(?:\s+of)?:?)\s*(?P<holder>[^()\[\]]{2,80}?)[\s)\]]*$"
    r"|\((?P<agency>[^()]{2,60}?(?:/|\bvia\b|\bphoto\b)[^()]{2,60}?)\)\s*$"
)
_NO_PICTURE = re.compile(
    r"(?i)(?:logo|icon|avatar|sprite|placeholder|blank|spacer|pixel|gravatar)[^/]*$|^data:|\.svg(?:\?|$)"
)


def images_of(page: Page) -> tuple[Image | None, tuple[Image, ...]]:
    """Give the lead picture, and all that stand in the article's figures."""
    base = page.capture.url
    found: dict[str, Image] = {}
    for figure in page.structured.figures[:MOST]:
        if not is_clutter(figure) and (image := _from_figure(figure, base)) and image.url:
            found.setdefault(image.url, image)
    lead = _declared(page)
    caption = _layout_caption(page)
    if lead is None and found:
        lead = next(iter(found.values()))
    if lead is not None and lead.url:
        printed = found.get(lead.url) or next((i for i in found.values() if _same(i.url, lead.url)), None)
        text, credit = split_credit(caption) if caption else (None, None)
        lead = Image(
            lead.url,
            text or (printed.caption if printed else None) or lead.caption,
            credit or (printed.credit if printed else None) or lead.credit,
        )
    elif caption:
        lead = Image(None, *split_credit(caption))
    return lead, tuple(found.values())


def split_credit(caption: str) -> tuple[str | None, str | None]:
    """Part a caption into what the picture shows and whose it is."""
    match = _CREDIT.search(caption)
    if match is None:
        return caption or None, None
    credit = match["name"] or match["holder"] or match["agency"]
    return caption[: match.start()].strip(" -–—|/") or None, credit.strip(" .:")


def _from_figure(figure: HtmlElement, base: str) -> Image | None:
    pictures = list(figure.iter("img"))
    url = next((u for p in pictures if (u := _address(p, base))), None)
    text = next((text_of(c) for c in figure.iter("figcaption")), "")
    marked = next(
        (text_of(c) for c in figure.iter() if c is not figure and _CREDIT_CLASS.search(c.get("class") or "")), ""
    )
    caption, credit = split_credit(text)
    if marked and len(marked) <= 120:
        caption = (text.replace(marked, "").strip(" -–—|/") if text != marked else "") or None
        credit = re.sub(
            r"(?i)^\W*(?:photo|image|picture|credit|foto|source)?s?\s*(?:credit|by)?\s*[:©]\s*", "", marked
        ).strip("() ")
    return Image(url, caption, credit or None) if url else None


def _address(picture: HtmlElement, base: str) -> str | None:
    for name in _SOURCES:
        if (value := plain(picture.get(name))) and not _NO_PICTURE.search(value):
            return _absolute(value, base)
    return None


def _declared(page: Page) -> Image | None:
    data = page.structured
    for value in (
        data.article.get("image") if data.article else None,
        data.webpage.get("primaryImageOfPage") if data.webpage else None,
    ):
        for image in _from_json(page, value, 0):
            return image
    for name in ("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src"):
        for content in data.meta.get(name, ()):
            if (text := plain(content)) and (url := _absolute(text, page.capture.url)):
                return Image(url)
    for element in data.microdata.get("image", ())[:1]:
        if (text := plain(element.get("src") or element.get("content") or element.get("href"))) and (
            url := _absolute(text, page.capture.url)
        ):
            return Image(url)
    return None


def _from_json(page: Page, value: Any, depth: int) -> Iterator[Image]:
    value = page.structured.resolve(value)
    if isinstance(value, list) and depth < 4:
        for one in value[:5]:
            yield from _from_json(page, one, depth + 1)
    elif isinstance(value, dict):
        address = value.get("url") or value.get("contentUrl") or value.get("@id")
        credit = value.get("creditText") or value.get("creator")
        if isinstance(credit, dict):
            credit = credit.get("name")
        if (text := plain(address)) and (url := _absolute(text, page.capture.url)):
            yield Image(url, plain(value.get("caption")), plain(credit))
    elif (text := plain(value)) and (url := _absolute(text, page.capture.url)):
        yield Image(url)


def _absolute(address: str, base: str) -> str | None:
    """Give the full address of a picture. Nothing but what is needed is changed in it: it is no article's identity."""
    if address.isascii() and " " not in address and address.startswith(("http://", "https://")):
        return address
    return clean_url(address, base)


def _same(one: str | None, other: str) -> bool:
    """Whether two addresses are sizes of one picture."""
    return one is not None and _stem(one) == _stem(other)


def _stem(url: str) -> str:
    return re.sub(r"[-_]?\d{2,4}x\d{2,4}|-scaled|\.\w{3,4}$", "", url.partition("?")[0].rpartition("/")[2])


def _layout_caption(page: Page) -> str | None:
    if page.layout is None or not page.layout.caption:
        return None
    found = compiled_selector(page.layout.caption)(page.tree)
    for one in found if isinstance(found, list) else [found]:
        if text := plain(one) if isinstance(one, str) else text_of(cast("HtmlElement", one)):
            return text
    return None
