"""Plain text in, article out: the text of a page as a reader saved it, without any markup to go by."""

import re
from collections.abc import Iterable, Iterator

from extract.article import Article, Block, Evidence, Explanation, Image, Rejected, Related
from extract.byline import authors_of
from extract.capture import Capture
from extract.cues import leading_cue, line_kind, marked
from extract.digest import content_digest
from extract.plaintext_lines import Line, is_heading, is_prose, is_section, lines_of
from extract.plaintext_prelude import CAPTION, Dating, Parts, read_prelude
from extract.site import Site
from extract.urls import clean_url, url_key
from extract.version import VERSION
from extract.wording import fold
from extract.words import word_count

COPYRIGHT = re.compile(r"(?i)©|\(c\)\s*\d{4}|\bcopyright\b|all rights reserved")


def extract_plaintext(
    capture: Capture, text: str, site: Site | None, flags: tuple[str, ...], *, explain: bool = False
) -> Article | Rejected:
    """Read a saved text from its first line to its footer."""
    lines = list(lines_of(text))
    dating = Dating(site, capture.fetched_at)
    parts = Parts()
    start = read_prelude(lines, parts, dating)
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
        elif is_heading(line):
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
            or is_section(line.text)
            or line_kind(line.text)
            or (taken and is_heading(line) and number + 1 < len(lines) and _goes_on(lines[number:], dating))
        ):
            return number
        parts.related.append(Related(line.text))
        parts.drop("text:related", line)
        taken += 1
    return len(lines)


def _goes_on(lines: list[Line], dating: Dating) -> bool:
    """Whether a short line after an entry heads further text instead of being one more entry."""
    return not lines[0].bullet and lines[1].after_blank and len(lines[0].text.split()) <= 6 and is_prose(lines[1].text)


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
