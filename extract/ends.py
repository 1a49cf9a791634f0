"""What stands above an article's text and below it: the headline again, bylines, notes on authors, comments."""

from extract.draft import Draft, rule_kind
from extract.leaves import Leaf, ends_sentence
from extract.single_lines import (
    introduced,
    is_about_author,
    is_bio,
    is_byline,
    is_comments_title,
    is_note,
    is_staff_note,
)
from extract.wording import fold

_LEADS = ("", "by ", "about ", "dr. ", "dr ", "prof. ", "professor ", "written by ", "von ", "par ", "por ")
_VERBS = (
    "is",
    "has",
    "was",
    "writes",
    "covers",
    "reports",
    "lives",
    "joined",
    "teaches",
    "ist",
    "schreibt",
    "est",
    "écrit",
    "es",
    "escribe",
    "пише",
)
_TEASER = 200  # characters of a line that leads to something else; what is longer is text


def repeated_headline(draft: Draft) -> None:
    """Drop what stands above the headline, and the headline."""
    wanted = fold(draft.known.headline)
    if not wanted:
        return
    first_prose = next((i for i, x in enumerate(draft.leaves) if x.weight and not x.rule), len(draft.leaves))
    found = [
        i
        for i, x in enumerate(draft.leaves[:60])
        if not x.rule and len(x.text) <= 1.3 * len(wanted) + 20 and _is_headline(draft, i, wanted, first_prose)
    ]
    for index in found:
        draft.drop(index, "headline_again")
    titles = [i for i in found if draft.leaves[i].heading]
    if not titles or draft.known.headline_above:
        return
    above = sum(x.weight for x in draft.leaves[: titles[0]] if not x.rule)
    if above < (0.3 * draft.total if draft.leaves[titles[0]].element.tag == "h1" else 1):
        for index in range(titles[0]):
            draft.drop(index, "above_headline")


def _is_headline(draft: Draft, index: int, wanted: str, first_prose: int) -> bool:
    """Whether a line is the headline: word for word, or nearly so where headlines stand."""
    leaf = draft.leaves[index]
    text = fold(leaf.text)
    if text == wanted:
        return True
    return leaf.heading and (leaf.element.tag == "h1" or index < first_prose) and _alike(text, wanted)


def _alike(a: str, b: str) -> bool:
    """Whether two headlines are one, cut or with the site's name behind it."""
    if min(len(a), len(b)) < 15:
        return a == b
    return a.startswith(b) or b.startswith(a) or _words_shared(a, b) > 0.85


def _words_shared(a: str, b: str) -> float:
    one, two = set(a.split()), set(b.split())
    return len(one & two) / max(len(one | two), 1)


def repeated_subheadline(draft: Draft) -> None:
    """Drop the line under the headline where it stands as one."""
    if draft.known.subheadline:
        under = fold(draft.known.subheadline)
        for index, leaf in enumerate(draft.leaves[:30]):
            if leaf.heading and fold(leaf.text) == under:
                draft.drop(index, "subheadline_again")


def comments(draft: Draft) -> None:
    """Drop what stands below the title of the comments."""
    start = next((i for i, x in enumerate(draft.leaves) if rule_kind(x) == "comments" and i), None)
    if start is None or sum(x.weight for x in draft.leaves[:start]) < 0.5 * draft.total:
        return
    title = draft.leaves[start]
    if not is_comments_title(title.text) or not (
        title.heading or draft.leaves[start - 1].rule or start > 0.6 * len(draft.leaves)
    ):
        return
    text = draft.running_forms(draft.leaves[:start])
    # A box of comments amid the text is followed by more of it.
    apart = draft.form(title) not in text and (not title.heading or title.region is not None)
    for index in range(start, len(draft.leaves)):
        if not (apart and draft.form(draft.leaves[index]) in text):
            draft.drop(index, "comments")


def opening(draft: Draft) -> None:
    """Drop bylines, dates and labels between headline and text."""
    names = {fold(a) for a in draft.known.authors}
    first = next((i for i, x in enumerate(draft.leaves) if not x.rule and x.weight), len(draft.leaves))
    for index in range(first):
        leaf = draft.leaves[index]
        if leaf.rule or leaf.item is not None or leaf.cell is not None or leaf.quote is not None:
            continue
        text = leaf.text
        words = len(text.split())
        if leaf.element.tag == "h1":
            draft.drop(index, "headline_again")
        elif is_byline(text) or (names and any(n and n in fold(text) for n in names) and words <= 16):
            draft.drop(index, "byline")
        elif (leaf.link_share > 0.6 and words <= 8) or (not leaf.heading and words <= 4 and not ends_sentence(text)):
            draft.drop(index, "above_text")


def after_end(draft: Draft) -> None:
    """Drop labels and what is set apart below the last paragraph of the text."""
    last = next((i for i in range(len(draft.leaves) - 1, -1, -1) if _is_running(draft, i)), None)
    if last is None:
        return
    apart = {i for group in draft.insets for i in group}
    below = [i for i in range(last + 1, len(draft.leaves)) if not draft.leaves[i].rule]
    if sum(draft.leaves[i].weight for i in below) > 0.1 * draft.total:
        return
    for index in below:
        leaf = draft.leaves[index]
        if leaf.item is not None or leaf.cell is not None or leaf.quote is not None or leaf.element.tag == "pre":
            continue
        if (index in apart and leaf.weight <= _TEASER) or (not leaf.heading and not ends_sentence(leaf.text)):
            draft.drop(index, "after_end")


def _is_running(draft: Draft, index: int) -> bool:
    leaf = draft.leaves[index]
    return leaf.weight > 0 and not leaf.rule and draft.make(leaf.element) in draft.running


def _opens_with_part(opening: str, name: str) -> bool:
    """Whether a text opens with one name of a person's two or three, and a verb: "Kaplan writes"."""
    parts = name.split()
    return len(parts) in (2, 3) and any(
        len(part) > 2 and part.isalpha() and opening.startswith(tuple(f"{part} {verb} " for verb in _VERBS))
        for part in (parts[0], parts[-1])
    )


def _is_label(leaf: Leaf) -> bool:
    """Whether a line that has gone was the title of a note on the author, not the note."""
    return len(leaf.text.split()) <= 5


def _is_stranger(draft: Draft, index: int, surname: str) -> bool:
    """Whether a person introduced at the end has not been heard of in the text: then it is who wrote it."""
    return surname != "" and not any(surname in x.text for x in draft.leaves[:index] if not x.rule)


def closing(draft: Draft) -> None:
    """Drop author notes, bare links and labels under the text."""
    kept = [i for i, x in enumerate(draft.leaves) if not x.rule]
    names = [fold(a) for a in draft.known.authors if len(a) > 5]
    for index in reversed(kept[-6:]):
        leaf = draft.leaves[index]
        text = leaf.text
        if len(kept) > 3 and len(text) < 700 and names:
            opening = fold(text[:80])
            if any(opening.startswith(tuple(lead + n for lead in _LEADS)) for n in names) and (
                is_about_author(text) or (index in kept[-3:] and is_note(text))
            ):
                draft.drop(index, "author")
                continue
            if index in kept[-3:] and is_note(text) and any(_opens_with_part(opening, n) for n in names):
                draft.drop(index, "author")
                continue
        if (len(kept) > 3 and len(text) < 500 and is_staff_note(text)) or (
            index in kept[-2:] and len(kept) > 3 and _is_stranger(draft, index, introduced(text))
        ):
            draft.drop(index, "author")
    for index in kept[1:]:
        leaf, label = draft.leaves[index], draft.leaves[index - 1]
        if leaf.rule or leaf.heading or leaf.item is not None or len(leaf.text) >= 500:
            continue
        if rule_kind(label) == "author" and _is_label(label) and fold(leaf.text[:80]).startswith(tuple(names)):
            draft.drop(index, "author")
    last = next((i for i in reversed(kept) if not draft.leaves[i].rule and not is_bio(draft.leaves[i].text)), -1)
    for index in kept[-4:]:
        leaf = draft.leaves[index]
        if (
            not leaf.rule
            and index >= last  # nothing but such notes may follow
            and len(leaf.text) < 500
            and rule_kind(draft.leaves[index - 1]) in ("author", "agency", "byline")
            and leaf.item is None
            and (is_bio(leaf.text) or (is_note(leaf.text) and _is_label(draft.leaves[index - 1])))
        ):
            draft.drop(index, "author")
    for index in reversed([i for i in kept if not draft.leaves[i].rule]):
        leaf = draft.leaves[index]
        if leaf.weight or leaf.cell is not None or ends_sentence(leaf.text):
            break
        if leaf.link_share > 0.6 and leaf.item is None:
            draft.drop(index, "below_text")
        elif not leaf.heading:
            break
