"""Quotations set apart: what was pulled out of the text to be shown large, and what is left of pointers set as quotations."""

import re
from collections import defaultdict
from typing import Final

from lxml.html import HtmlElement

from extract.draft import POINTERS, Draft, rule_kind
from extract.insets import QUOTED
from extract.leaves import Leaf

_LONGEST: Final = 500  # characters of what is left of a pointer
_WORDS: Final = re.compile(r"\w+")


def emptied_quotes(draft: Draft) -> None:
    """Drop what is left of a block quote that pointed to another article."""
    groups: defaultdict[HtmlElement, list[Leaf]] = defaultdict(list)
    for leaf in draft.leaves:
        if leaf.quote is not None:
            groups[leaf.quote].append(leaf)
    for leaves in groups.values():
        kept = [x for x in leaves if not x.rule]
        pointed = any(rule_kind(x) in POINTERS for x in leaves)
        if (
            pointed
            and kept
            and sum(len(x.text) for x in kept) <= _LONGEST
            and not QUOTED.search(" ".join(x.text for x in kept))
        ):
            for leaf in kept:
                leaf.rule = "prune:remnant"


def pulled_quotes(draft: Draft) -> None:
    """Drop what is pulled out of the text to be shown large: it stands in a paragraph word for word."""
    places = {i for group in draft.insets for i in group} | {
        i for i, x in enumerate(draft.leaves) if x.quote is not None
    }
    places = {
        i for i in places if not draft.leaves[i].rule and draft.leaves[i].item is None and not draft.leaves[i].heading
    }
    if not places:
        return
    texts = [(x, x.text.casefold()) for x in draft.leaves if x.weight and not x.rule]
    for index in places:
        leaf = draft.leaves[index]
        if not 25 <= len(leaf.text) <= 500:
            continue
        words = _WORDS.findall(leaf.text.casefold())
        wanted, longest = " ".join(words), max(words, key=len, default="")
        for other, text in texts:
            if other is not leaf and longest in text and len(bare := _bare(text)) > len(wanted) and wanted in bare:
                draft.drop(index, "pulled_quote")
                break


def _bare(text: str) -> str:
    """A folded text without its marks, as pulled quotes differ from what they repeat."""
    return " ".join(_WORDS.findall(text))
