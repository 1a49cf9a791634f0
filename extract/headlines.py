"""Headline and the line under it: as printed, told from site names by what the page says of itself for machines."""

import re
from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from lxml.html import HtmlElement

from extract.page import Page
from extract.printed_dates import printed_dates
from extract.vicinity import is_clutter, nearest
from extract.wording import plain, text_of

LONGEST = 400  # characters of a headline; what is longer is text
_TOKEN = re.compile(r"\w+")
_SEPARATOR = re.compile(r"\s+(?:[|•·»«~]|[-–—]|::|//|<|>)+\s+|\s*[|｜]\s*|\s+[-–—]|[-–—]\s+")
_LOOSE_MARK = re.compile(r"\s+(?:/|::?)\s+|\s*[(\[]\s*|[,:]\s+")  # parts a name only if it is exactly that
_CUT = ("…", "...")
_SAME = 0.8  # from this likeness on, a lower heading is the headline though there is an <h1>
MOST = 60  # headings looked at
SHORTEST_DECK = 25  # characters; what is shorter is a label
_DECK_PARTS = 8  # elements in a line under the headline; what has more is a part of the page
_IN_NAME = 4  # words behind a bar at the end of a title: a publication, a rubric
_UNPARTED = re.compile(r"[぀-ヿ一-鿿가-힯]")
_FEWEST = 4  # words of a heading that is the headline though nothing declares it
_AGREES = 0.5  # from this likeness on, a heading and a declared headline are the same headline


@lru_cache(maxsize=512)
def _tokens(text: str) -> Counter[str]:
    return Counter(_TOKEN.findall(text.casefold()))


def likeness(a: str, b: str) -> float:
    """Give the share of words that two lines have in common (F1), 0 to 1."""
    left, right = _tokens(a), _tokens(b)
    shared = sum((left & right).values())
    return 2 * shared / (left.total() + right.total()) if shared else 0.0


def names_of(page: Page) -> list[str]:
    """Give what the publication calls itself, as stated."""
    data = page.structured
    names = [
        data.meta[k][0] for k in ("og:site_name", "application-name", "twitter:site", "copyright") if k in data.meta
    ]
    for node in data.nodes:
        publisher = data.resolve(node.get("publisher"))
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            names.append(publisher["name"])
        if node.get("@type") in ("WebSite", "Organization", "NewsMediaOrganization") and isinstance(
            node.get("name"), str
        ):
            names.append(node["name"])
    if page.site is not None:
        names.append(page.site.name)
    return [name for n in names if (name := plain(n))]


def own_names(page: Page) -> frozenset[str]:
    """Give what the publication calls itself, and its host, as `squeezed` compares them."""
    host = re.sub(r"^https?://(?:www\.)?|[/:].*", "", page.capture.url)
    return frozenset(s for n in (*names_of(page), host, host.rpartition(".")[0]) if (s := squeezed(n)))


def without_site_name(title: str, names: Collection[str]) -> str:
    """Take the publication's name (squeezed) off the end, or the beginning, of a title, and rubrics that stand with it."""
    for mark in _LOOSE_MARK.finditer(title):
        if squeezed(title[mark.end() :]) in names:
            title = title[: mark.start()]
            break
        if ":" in mark[0] and squeezed(title[: mark.start()]) in names:
            title = title[mark.end() :]
            break
    start, end = 0, len(title)
    marks = list(_SEPARATOR.finditer(title))
    if marks and squeezed(title[: marks[0].start()]) in names:
        start = marks.pop(0).end()
    for position, mark in enumerate(marks):
        following = marks[position + 1].start() if position + 1 < len(marks) else end
        if squeezed(title[mark.end() : following]) in names:
            marks, end = marks[:position], mark.start()  # what comes after the name is a rubric
            break
    while marks and _is_name(title[marks[-1].end() : end], names, title[start : marks[-1].start()], marks[-1][0]):
        end = marks.pop().start()
    if marks and not start and _is_name(title[: marks[0].start()], names):
        start = marks[0].end()
    return title[start:end].strip() or title


@lru_cache(maxsize=4096)
def squeezed(text: str) -> str:
    """Give a name without what its spellings differ in: case, blanks, marks, an article before it."""
    return re.sub(r"[\W_]+|^the\s+", "", text.casefold().replace("&", "and"))


def _is_name(piece: str, names: Collection[str], rest: str = "", mark: str = "") -> bool:
    """Whether a piece of a title is the publication's name, or a rubric behind a bar; ``rest`` is what it was parted from."""
    squeezed_piece = squeezed(piece)
    if not squeezed_piece:
        return True
    words = len(piece.split())
    if any(n == squeezed_piece or (len(n) > 4 and (n in squeezed_piece or squeezed_piece in n)) for n in names if n):
        return words <= 8
    if piece.rstrip().endswith(_CUT) and len(squeezed_piece) > 4 and any(n.startswith(squeezed_piece) for n in names):
        return True
    initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", piece.casefold()))
    return ("|" in mark and words <= _IN_NAME and words <= len(rest.split())) or (
        len(initials) > 2 and initials in names
    )


def headline_element(page: Page, stated: Iterable[tuple[str, str]], own: Container[str] = ()) -> HtmlElement | None:
    """Give the printed heading that is the article's: one that says what the page declares, else the first or only one.

    Some sites print their name as ``<h1>`` and the headline on a lower level.
    """
    declared = list(dict.fromkeys(text for _, text in stated if squeezed(text) not in own))
    headings = [(h, t) for h, t in _headings(page) if squeezed(t) not in own]
    if not declared:
        return headings[0][0] if len(headings) == 1 else max(headings, key=lambda x: len(x[1]), default=(None,))[0]
    best, element = _most_like(headings, declared)
    if best < _SAME and (lower := _most_like(_headings(page, lower=True), declared))[0] >= _SAME:
        return lower[1]
    if best >= _SAME:
        return element
    own_words = [h for h, t in headings if _says_enough(t) and not is_clutter(h)]
    if best >= _AGREES:
        return element if element in own_words[:1] or not own_words else own_words[0]
    return own_words[0] if len(own_words) == 1 else None


def _says_enough(heading: str) -> bool:
    """Whether a heading is more than a label: a few words, or as many characters where words are not parted."""
    return len(heading.split()) >= _FEWEST or len(_UNPARTED.findall(heading)) >= 2 * _FEWEST


def anchor_of(page: Page, headline: HtmlElement | None) -> HtmlElement | None:
    """Give the element near which byline and date stand: the headline, else the first ``<h1>`` with a text."""
    return headline if headline is not None else next((h for h, _ in _headings(page)), None)


def _headings(page: Page, *, lower: bool = False) -> list[tuple[HtmlElement, str]]:
    found = page.structured.lower_headings if lower else page.structured.headings
    texts = [(h, text_of(h)) for h in found[:MOST]]
    return [(h, t) for h, t in texts if t and len(t) <= LONGEST]


def _most_like(headings: list[tuple[HtmlElement, str]], declared: list[str]) -> tuple[float, HtmlElement | None]:
    """Give the first heading that is most like one of the declared headlines, and how like it is."""
    rated = [(max(likeness(t, d) for d in declared), -n) for n, (_, t) in enumerate(headings)]
    best, position = max(rated, default=(0.0, 0))
    return best, headings[-position][0] if rated else None


def declared_headlines(page: Page, names: Collection[str]) -> Iterator[tuple[str, str]]:
    """Give what the page declares as its headline, with the source: JSON-LD, microdata, meta tags, its title."""
    data = page.structured
    if data.article is not None:
        for key in ("headline", "name", "alternativeHeadline"):
            if text := plain(data.article.get(key)):
                yield "json_ld", without_site_name(text, names)
                break
    for element in data.microdata.get("headline", ())[:1]:
        if text := text_of(element) or plain(element.get("content")):
            yield "microdata", without_site_name(text, names)
    for keys in (("og:title",), ("twitter:title",), ("dc.title", "dcterms.title", "sailthru.title", "parsely-title")):
        if found := data.first_meta(*keys):
            yield "meta", without_site_name(found[1], names)
    if title := plain(data.title):
        yield "title", without_site_name(title, names)


def headline_candidates(
    page: Page, heading: HtmlElement | None, stated: Sequence[tuple[str, str]], own: Container[str] = ()
) -> Iterator[tuple[str, str]]:
    """Give candidates for the headline, best first: the printed heading, what is declared, what the feed said."""
    if heading is not None and (text := _printed(heading, own)):
        yield "printed", _without_date(text, stated)
    named = [(source, text) for source, text in stated if squeezed(text) not in own]
    yield from sorted(named, key=lambda x: x[1].endswith(_CUT) and any(_goes_on(x[1], whole) for _, whole in named))
    if text := plain(page.capture.hints.get("headline")):
        yield "hint", text
    if heading is None:
        for h1 in page.structured.headings[:1]:
            if text := _printed(h1, ()):
                yield "printed", text
    yield from ((source, text) for source, text in stated if squeezed(text) in own)


def _goes_on(cut: str, whole: str) -> bool:
    """Whether a headline is the beginning of another that is not cut off."""
    return not whole.endswith(_CUT) and whole.startswith(cut.rstrip("….").rstrip())


def _printed(heading: HtmlElement, own: Container[str]) -> str | None:
    """Give a heading's text, the publication's own name taken off its end; a lone ``<br>`` in it is what it is about."""
    text = text_of(heading)
    if "</" in text or "<" not in text:
        text = plain(text) or ""
    marks = list(_SEPARATOR.finditer(text))
    if marks and squeezed(text[marks[-1].end() :]) in own:
        text = text[: marks[-1].start()]
    return text.strip() or None


def _without_date(text: str, stated: Iterable[tuple[str, str]]) -> str:
    """Give the declared headline that a heading holds, if what else is in it is a date: "12 May 2025 Frigate launched"."""
    if not any(map(str.isdigit, text)):
        return text
    for _, declared in stated:
        before, found, after = text.partition(declared)
        if found and (before or after) and next(printed_dates(f"{before} {after}".strip()), None):
            return declared
    return text


_SENTENCE = 80  # characters from which on a line counts as text
_PARAGRAPHS = 300  # characters of text below which no line stands that belongs to the headline


def subheadline_candidates(page: Page, heading: HtmlElement | None, headline: str | None) -> Iterator[tuple[str, str]]:
    """Give candidates for the line under the headline, which says something else than the headline."""
    data = page.structured
    if data.article is not None and (text := plain(data.article.get("alternativeHeadline"))):
        yield "json_ld", text
    for element in data.microdata.get("alternativeHeadline", ())[:1]:
        yield "microdata", text_of(element)
    for element in islice(nearest(data.marked.get("deck", ()), heading), 3):
        if sum(1 for _ in islice(element.iter(), _DECK_PARTS + 1)) > _DECK_PARTS or element.tag in (
            "a",
            "button",
            "label",
        ):
            continue
        text = text_of(element)
        if (
            SHORTEST_DECK <= len(text) <= LONGEST
            and not (headline and headline in text)
            and not _is_below_text(page, heading, element)
        ):
            yield "printed", text


def _is_below_text(page: Page, heading: HtmlElement | None, element: HtmlElement) -> bool:
    """Whether paragraphs stand between the headline and an element: then it is the title of a section, or far away."""
    if heading is None:
        return False
    elements = page.structured.elements
    between = elements[elements.index(heading) + 1 : elements.index(element)]
    told = 0
    for other in between:
        text = "".join(other.itertext()) if other.tag == "p" else other.text
        told += len(text) if text and len(text) >= _SENTENCE else 0
        if told > _PARAGRAPHS:
            return True
    return False
