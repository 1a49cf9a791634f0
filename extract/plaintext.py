"""Plain text in, article out: the text of a page as a reader saved it, without any markup to go by."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from extract.article import Article, Block, Dropped, Evidence, Explanation, Image, Rejected, Related
from extract.byline import authors_of
from extract.capture import Capture
from extract.cues import leading_cue, line_kind, marked
from extract.dates import DateFound, parse_printed
from extract.digest import content_digest, word_count
from extract.fingerprint import fingerprint
from extract.site import Site
from extract.urls import clean_url, url_key
from extract.version import VERSION
from extract.wording import fold, one_line

BULLET = re.compile(r"^[•◦▪▫■□●○‣⁃∙·*–—-]\s+(?=\S)")
COPYRIGHT = re.compile(r"(?i)©|\(c\)\s*\d{4}|\bcopyright\b|all rights reserved")
VIEWS = re.compile(
    r"(?i)(?:views?|reads?|hits|aufrufe|vues|visitas|перегляд\w*|просмотр\w*|görüntülenme|okunma)?\s*[:：]?\s*"
    r"(\d{1,3}(?:[.,\s]\d{3})+|\d{1,9})\s*(?:views?|reads?|hits|aufrufe|vues|visitas|перегляд\w*|просмотр\w*|görüntülenme|okunma)?"
)
DATE_LABEL = re.compile(
    r"(?i)^(?:(?:first\s+)?published|posted|date|updated|last\s+(?:updated|modified)|modified|veröffentlicht|stand|"
    r"aktualisiert|publié|mis\s+à\s+jour|publicado|actualizado|опубліковано|оновлено|yayınlanma|güncelleme)"
    r"(?:\s+(?:on|at|le|am|el))?\s*(?:tarihi)?\s*[:：]?\s+"
)
MODIFIED = re.compile(r"(?i)^(?:updated|last|modified|stand|aktualisiert|mis\s+à|actualizado|оновлено|güncelleme)")
BYLINE = re.compile(r"(?i)^(?:by|von|par|por|от|автор|yazan|author|written by|reported by)\s*[:：]?\s+\S")
CAPTION = re.compile(
    r"(?i)^(?:photo|image|picture|file photo|illustration|foto|bild|fotos|crédit|fotoğraf|фото)\b.{0,3}[:：]|"
    r"\((?:photo|image|picture|file photo|foto|bild|фото)\b[^)]*\)\s*$"
)
SENTENCE_END = re.compile(r"""(?<!\.\.)(?<!…)[.!?:;。！？।۔؟]["'”’»›)\]]*$""")
INNER_STOP = re.compile(r"""[.!?]["'”’»)]*\s+["'“«„(]*[^\W\d_a-zа-яёіїєґ]""")
WRAPPED = (40, 100)  # a text file whose lines all end in this range was folded at a fixed width


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text (or folded lines joined), with what its layout says."""

    text: str
    bullet: bool
    after_blank: bool


@dataclass(slots=True)
class Parts:
    """What has been told apart so far."""

    headline: str = ""
    subheadline: str | None = None
    byline: str | None = None
    published: DateFound | None = None
    modified: DateFound | None = None
    view_count: int | None = None
    caption: str | None = None
    blocks: list[Block] = field(default_factory=list)
    related: list[Related] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)

    def drop(self, rule: str, line: Line) -> None:
        self.dropped.append(Dropped(rule, line.text))


@dataclass(frozen=True, slots=True)
class Dating:
    """How this text's printed dates are read."""

    site: Site | None
    latest: datetime

    def read(self, text: str) -> DateFound | None:
        """Read a line that is nothing but a date, with or without a label before it."""
        bare = DATE_LABEL.sub("", text)
        if not 6 <= len(bare) <= 60 or not any(map(str.isdigit, bare)) or len(bare.split()) > 9:
            return None
        layout = self.site.layout_at(self.latest) if self.site else None
        found = parse_printed(
            bare,
            zone=self.site.zone if self.site else UTC,
            latest=self.latest,
            languages=(self.site.language,) if self.site and self.site.language else (),
            format=layout.published_format if layout else None,
        )
        if found is None or sum(map(str.isalpha, bare.replace(found.raw, ""))) > 8:
            return None
        return found


def extract_plaintext(
    capture: Capture, text: str, site: Site | None, flags: tuple[str, ...], *, explain: bool = False
) -> Article | Rejected:
    """Read a saved text from its first line to its footer."""
    lines = list(_lines(text))
    dating = Dating(site, capture.fetched_at)
    parts = Parts()
    start = _prelude(lines, parts, dating)
    _body(lines[start:], parts, dating)
    body = "\n\n".join(block.text for block in parts.blocks)
    explanation = Explanation(tuple(_evidence(parts)), tuple(parts.dropped)) if explain else None
    site_digest = site.digest if site else None
    if not any(block.kind == "paragraph" for block in parts.blocks):
        return Rejected(
            reason="empty_body",
            detail="the text has no paragraph under its headline",
            extractor_version=VERSION,
            site_digest=site_digest,
            explanation=explanation,
        )
    published = parts.published
    url = clean_url(capture.url) or capture.url
    return Article(
        url=url,
        url_key=site.url_key(url) if site else url_key(url),
        original_url=capture.url,
        headline=parts.headline,
        subheadline=parts.subheadline,
        byline=parts.byline,
        authors=authors_of(parts.byline) if parts.byline else (),
        published_at=published.value if published else None,
        published_raw=published.raw if published else None,
        published_source="text" if published else None,
        published_precision=published.precision if published else None,
        modified_at=parts.modified.value if parts.modified else None,
        language=site.language if site else None,
        lead_image=Image(None, caption=parts.caption) if parts.caption else None,
        related=tuple(parts.related),
        view_count=parts.view_count,
        body=body,
        blocks=tuple(parts.blocks),
        word_count=word_count(body),
        content_digest=content_digest(parts.headline, parts.subheadline, body),
        extractor_version=VERSION,
        site_digest=site_digest,
        flags=tuple(sorted({*flags, "plain_text"})),
        fingerprint=fingerprint(body),
        explanation=explanation,
    )


def site_named_in(text: str, sites: Iterable[Site]) -> Site | None:
    """The site that a text names in its copyright line, by name or host; None if none or no single one is named."""
    named = [_letters(line) for line in text.splitlines() if COPYRIGHT.search(line) and len(line) < 300]
    found: dict[str, tuple[int, Site]] = {}
    for site in sites:
        marks = {_letters(site.name), *(_letters(host.removeprefix("www.")) for host in site.hosts)}
        longest = max((len(mark) for mark in marks for line in named if len(mark) > 3 and mark in line), default=0)
        if longest:
            found[site.stem] = (longest, site)
    ranked = sorted(found.values(), key=lambda pair: -pair[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text)))


def _lines(text: str) -> Iterator[Line]:
    """Lines of a text; those that were folded at a fixed width are joined again."""
    groups: list[list[str]] = [[]]
    for raw in text.splitlines():
        line = one_line(raw)
        if line:
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    for group in groups:
        if _is_wrapped(group):
            group = [" ".join(group)]
        for number, line in enumerate(group):
            bullet = BULLET.match(line)
            yield Line(line[bullet.end() :] if bullet else line, bool(bullet), number == 0)


def _is_wrapped(group: list[str]) -> bool:
    if len(group) < 2 or any(BULLET.match(line) for line in group):
        return False
    full = group[:-1]
    longest = max(map(len, group))
    if not WRAPPED[0] <= longest <= WRAPPED[1] or len(group[-1]) > longest:
        return False
    # A folded line breaks where the next word no longer fits.
    fits = [len(line) + 1 + len(after.split()[0]) > longest for line, after in zip(full, group[1:], strict=True)]
    return all(fits) and sum(bool(SENTENCE_END.search(line)) for line in full) <= len(full) / 2


def is_prose(text: str) -> bool:
    """Whether a line reads as a paragraph: it ends a sentence and is longer than a headline, or holds several."""
    if leading_cue(text) and (cue := leading_cue(text)) and cue.strong and cue.kind == "related" and marked(cue):
        return False
    words = len(text.split())
    if SENTENCE_END.search(text):
        return words >= 9 or len(text) >= 60 or bool(INNER_STOP.search(text))
    return words >= 35 or (words >= 15 and bool(INNER_STOP.search(text)))


def _prelude(lines: list[Line], parts: Parts, dating: Dating) -> int:
    """Read what stands above the body and say where the body starts."""
    if not lines:
        return 0
    parts.headline = re.sub(r"(?i)^(?:title|headline)\s*[:：]\s*", "", lines[0].text)
    folded = fold(parts.headline)
    first = next((n for n, x in enumerate(lines[1:], 1) if is_prose(x.text) and not x.bullet), len(lines))
    said = [n for n, x in enumerate(lines[1:], 1) if n <= first + 8 and _says_something(x, folded, dating)]
    above = [n for n in said if n > first]
    # A sentence under the headline with byline, date or the headline again below it is the subheadline, not the body.
    end = first
    if first == 1 and above and _close(lines, above):
        parts.subheadline = lines[1].text
        end = next(
            (n for n in range(max(above) + 1, len(lines)) if is_prose(lines[n].text) and _opens(lines, n)), len(lines)
        )
    after_headline = False
    for number, line in enumerate(lines[1:end], 1):
        if parts.subheadline is not None and number == 1:
            continue
        if fold(line.text) == folded:
            parts.drop("text:headline_again", line)
            after_headline = True
            continue
        if not _metadata(line, parts, dating):
            if (after_headline or CAPTION.search(line.text)) and parts.caption is None:
                parts.caption = line.text
                parts.drop("text:caption", line)
            elif kind := line_kind(line.text):
                parts.drop(f"text:{kind}", line)
            elif line.bullet and parts.byline is None and len(line.text) <= 80:
                parts.byline = line.text
                parts.drop("text:byline", line)
            elif number == 1 and len(line.text.split()) >= 4 and not line.bullet:
                parts.subheadline = line.text
            elif parts.caption is None and number == end - 1 and said and number > max(said):
                parts.caption = line.text
                parts.drop("text:caption", line)
            else:
                parts.drop("text:above_body", line)
        after_headline = False
    return end


def _close(lines: list[Line], above: list[int]) -> bool:
    """Whether what was found under the first sentence starts right there, not after paragraphs of text."""
    return not any(is_prose(lines[n].text) and _opens(lines, n) for n in range(2, min(above)))


def _opens(lines: list[Line], number: int) -> bool:
    """Whether a sentence may open the body: a bullet, or a caption right under the repeated headline, may not."""
    line = lines[number]
    if line.bullet:
        return False
    again = fold(lines[number - 1].text) == fold(lines[0].text)
    return not (again and not line.after_blank and number + 1 < len(lines) and lines[number + 1].after_blank)


def _says_something(line: Line, headline: str, dating: Dating) -> bool:
    """Whether a line is byline, date, count of views or the headline again."""
    if fold(line.text) == headline:
        return True
    return len(line.text) <= 80 and (line.bullet or bool(BYLINE.match(line.text)) or dating.read(line.text) is not None)


def _metadata(line: Line, parts: Parts, dating: Dating) -> bool:
    """Take a line of the prelude as date, count of views or byline."""
    text = line.text
    if len(text) > 120:
        return False
    if found := dating.read(text):
        if MODIFIED.match(text) and parts.modified is None:
            parts.modified = found
        elif parts.published is None:
            parts.published = found
        parts.drop("text:date", line)
        return True
    if views := VIEWS.fullmatch(text):
        if parts.view_count is None and (not text.isdigit() or line.bullet or len(text) < 9):
            parts.view_count = int(re.sub(r"\D", "", views[1]))
        parts.drop("text:view_count", line)
        return True
    if BYLINE.match(text) and len(text.split()) <= 12 and not SENTENCE_END.search(text) and parts.byline is None:
        parts.byline = text
        parts.drop("text:byline", line)
        return True
    return False


def _body(lines: list[Line], parts: Parts, dating: Dating) -> None:
    """Read body, related entries and what must go, down to the end of the text."""
    folded = fold(parts.headline)
    number = 0
    while number < len(lines):
        line = lines[number]
        kind = line_kind(line.text)
        cue = leading_cue(line.text)
        rest = lines[number + 1 :]
        if kind == "copyright" and not any(is_prose(x.text) and len(x.text) > 200 for x in rest):
            for left in lines[number:]:
                parts.drop("text:copyright", left)
            return
        if cue is not None and cue.kind == "related" and not (line.bullet and is_prose(line.text)):
            if not cue.rest and (cue.strong or not any(is_prose(x.text) for x in rest[:1])):
                parts.drop("text:related", line)
                number += 1 + _related(rest, parts, dating)
                continue
            if cue.rest and cue.strong and marked(cue) and len(cue.rest) <= 200:
                parts.drop("text:related", line)
                parts.related.append(Related(cue.rest))
                number += 1
                continue
        if kind is not None:
            parts.drop(f"text:{kind}", line)
            number += 1
            if kind in ("comments", "navigation", "tags", "author") and not any(is_prose(x.text) for x in rest):
                for left in rest:
                    parts.drop(f"text:{kind}", left)
                return
            continue
        if fold(line.text) == folded:
            parts.drop("text:headline_again", line)
        elif _is_heading(line):
            if not any(is_prose(x.text) for x in rest[:3]) and not line.bullet:
                # A section's name after the last paragraph: what follows belongs to the publication, not the article.
                for left in lines[number:]:
                    parts.drop("text:after_the_end", left)
                return
            parts.blocks.append(Block("heading", line.text))
        elif CAPTION.search(line.text) and not is_prose(CAPTION.sub("", line.text)):
            parts.drop("text:caption", line)
        else:
            parts.blocks.append(Block("list_item" if line.bullet else "paragraph", line.text))
        number += 1


def _is_heading(line: Line) -> bool:
    """Whether a line has the look of a heading: short, no sentence."""
    return not line.bullet and len(line.text) <= 90 and not SENTENCE_END.search(line.text)


def _related(lines: list[Line], parts: Parts, dating: Dating) -> int:
    """Read the entries under "Also Read"; give how many lines they take."""
    taken = 0
    for number, line in enumerate(lines):
        found = dating.read(line.text)
        if found is not None:
            if taken and parts.related[-1].published_at is None:
                parts.related[-1] = Related(parts.related[-1].headline, None, found.value)
            parts.drop("text:related", line)
            continue
        if (
            (is_prose(line.text) and not line.bullet)
            or _is_section(line.text)
            or line_kind(line.text)
            or (taken and _is_heading(line) and number + 1 < len(lines) and _goes_on(lines[number:], dating))
        ):
            return number
        parts.related.append(Related(line.text))
        parts.drop("text:related", line)
        taken += 1
    return len(lines)


def _goes_on(lines: list[Line], dating: Dating) -> bool:
    """Whether a short line after an entry heads further text instead of being one more entry."""
    return not lines[0].bullet and lines[1].after_blank and len(lines[0].text.split()) <= 6 and is_prose(lines[1].text)


def _is_section(text: str) -> bool:
    """Whether a line is the name of a section: all capitals, and short."""
    letters = [c for c in text if c.isalpha()]
    return len(text) <= 50 and len(letters) >= 4 and all(c.isupper() for c in letters) and len(text.split()) <= 6


def _evidence(parts: Parts) -> Iterator[Evidence]:
    for name in ("headline", "subheadline", "byline", "view_count"):
        if (value := getattr(parts, name)) is not None:
            yield Evidence(name, "text", value, chosen=True)
    if parts.published is not None:
        yield Evidence("published_at", "text", parts.published.raw, chosen=True)
    if parts.modified is not None:
        yield Evidence("modified_at", "text", parts.modified.raw, chosen=True)
    if parts.caption is not None:
        yield Evidence("lead_image", "text", parts.caption, chosen=True)
