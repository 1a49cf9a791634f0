"""Words that announce boilerplate, looked up. What follows from a cue, context decides."""

import re
from typing import Final, NamedTuple

from extract.line_patterns import sentence_kind
from extract.line_words import LINES, SOCIAL
from extract.related_words import RELATED_STRONG, RELATED_WEAK
from extract.wording import WORD, first_word, fold


class Cue(NamedTuple):
    """A boilerplate phrase that opens a text, and what follows it."""

    kind: str
    strong: bool
    separator: str
    """What stands between the phrase and the rest: a colon, a dash, blanks; empty if nothing follows."""
    rest: str


def _key(phrase: str) -> tuple[str, ...]:
    return tuple(w.strip("'") for w in WORD.findall(fold(phrase)))


def _phrases() -> dict[tuple[str, ...], tuple[str, bool]]:
    """Phrase → kind, strong."""
    table: dict[tuple[str, ...], tuple[str, bool]] = {}
    for languages, strong in ((RELATED_WEAK, False), (RELATED_STRONG, True)):
        for listed in languages.values():
            table.update((_key(phrase), ("related", strong)) for phrase in listed.split(" / "))
    for kind, listed in LINES.items():
        for phrase in listed.split(" / "):
            table.setdefault(_key(phrase), (kind, True))
    table.pop((), None)
    return table


_Meaning = tuple[str, bool]
_Branch = dict[str, tuple["_Branch", _Meaning | None]]


def _tree() -> _Branch:
    """Phrases by their words, one after the other."""
    tree: _Branch = {}
    for phrase, meaning in _phrases().items():
        branch = tree
        for word in phrase[:-1]:
            branch = branch.setdefault(word, ({}, None))[0]
        branch[phrase[-1]] = branch.get(phrase[-1], ({}, None))[0], meaning
    return tree


_TREE: Final = _tree()
_MARK = re.compile(r"^\s*[:：|｜»›>→➤►▶–—-]")


def leading_cue(text: str) -> Cue | None:
    """The longest boilerplate phrase that opens a text; None if it opens with none."""
    if first_word(text) not in _TREE:
        return None
    branch, best = _TREE, None
    for match in WORD.finditer(text, 0, 160):
        if branch is _TREE and match.start() > 6:
            return None
        found = branch.get(fold(match[0]).strip("'"))
        if found is None:
            break
        branch, meaning = found
        if meaning is not None:
            best = meaning, match.end()
    if best is None:
        return None
    (kind, strong), end = best
    tail = text[end:]
    begin = WORD.search(tail)
    separator, rest = (tail, "") if begin is None else (tail[: begin.start()], tail[begin.start() :])
    if begin is not None and begin.start() and tail[begin.start() - 1] in "\"'“„«‘‚(":
        rest = tail[begin.start() - 1 :]
    return Cue(kind, strong, separator, rest.strip())


def marked(cue: Cue) -> bool:
    """Whether a colon, bar, arrow or dash parts the phrase from what follows."""
    return bool(_MARK.match(cue.separator))


def line_kind(text: str) -> str | None:
    """Kind of boilerplate that a whole line is, whatever stands around it; None for ordinary text.

    Weak phrases and phrases with something behind them are no answer here: they need context.
    """
    return kind_with(leading_cue(text), text) if len(text) <= 400 else sentence_kind(text)


def kind_with(cue: Cue | None, text: str) -> str | None:
    """`line_kind` of a text whose leading cue is known."""
    if len(text) > 400:
        return sentence_kind(text)
    if cue is not None and not cue.rest and cue.strong and "?" not in cue.separator.replace("?", "", 1):
        return cue.kind
    if (
        cue is not None
        and not cue.rest
        and not cue.strong
        and cue.separator.strip()[:1] in (":", "»", "›", "→", "…", ">")
    ):
        return cue.kind
    kind = sentence_kind(text)
    return "share" if kind is None and _names_networks(text) else kind


def _names_networks(text: str) -> bool:
    """Whether a line is nothing but names of networks, what is done there, and numbers."""
    if len(text) > 120 or not ((first := first_word(text)) in SOCIAL or first.isdigit()):
        return False
    words = [word.casefold() for word in WORD.findall(text)]
    return (
        1 < len(words) <= 14
        and not SOCIAL.isdisjoint(words)
        and all(word in SOCIAL or word.isdigit() for word in words)
    )
