"""What stands above the body of a saved text: headline, subheadline, byline, dates, the caption of a picture."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime

from extract.article import Block, Dropped, Related
from extract.cues import line_kind
from extract.date_words import LABEL, UPDATED
from extract.dates import DateFound, parse_printed
from extract.plaintext_lines import SENTENCE_END, Line, is_prose
from extract.site import Site
from extract.wording import fold

VIEWS = re.compile(
    r"(?i)(?:views?|reads?|hits|aufrufe|vues|visitas|перегляд\w*|просмотр\w*|görüntülenme|okunma)?\s*[:：]?\s*"
    r"(\d{1,3}(?:[.,\s]\d{3})+|\d{1,9})\s*(?:views?|reads?|hits|aufrufe|vues|visitas|перегляд\w*|просмотр\w*|görüntülenme|okunma)?"
)
_LAST = re.compile(r"(?i)(?:last|stand)\b")
BYLINE = re.compile(r"(?i)^(?:by|von|par|por|от|автор|yazan|author|written by|reported by)\s*[:：]?\s+\S")
CAPTION = re.compile(
    r"(?i)^(?:photo|image|picture|file photo|illustration|foto|bild|fotos|crédit|fotoğraf|фото)\b.{0,3}[:：]|"
    r"\((?:photo|image|picture|file photo|foto|bild|фото)\b[^)]*\)\s*$"
)


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
        bare = LABEL.sub("", text)
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


def read_prelude(lines: list[Line], parts: Parts, dating: Dating) -> int:
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


def _is_update(text: str) -> bool:
    """Whether the label of a date says that it is the last one: "Updated", "Last", "Stand"."""
    label = LABEL.match(text)
    return label is not None and bool(UPDATED.search(label[0]) or _LAST.match(label[0]))


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
        if _is_update(text) and parts.modified is None:
            parts.modified = found
        elif parts.published is None:
            parts.published = found
        parts.drop("text:date", line)
        return True
    if views := VIEWS.fullmatch(text):
        if parts.view_count is None and (not text.isdecimal() or line.bullet or len(text) < 9):
            parts.view_count = int(re.sub(r"\D", "", views[1]))
        parts.drop("text:view_count", line)
        return True
    if BYLINE.match(text) and len(text.split()) <= 12 and not SENTENCE_END.search(text) and parts.byline is None:
        parts.byline = text
        parts.drop("text:byline", line)
        return True
    return False
