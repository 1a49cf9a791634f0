"""JSON-LD as found in the wild: read it though it is broken, and find the article that the page is about."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from extract.urls import url_key
from extract.wording import plain

Node = dict[str, Any]

ARTICLE_KINDS = ("Article", "Posting", "Report", "Recipe", "HowTo", "Review", "CreativeWork", "MedicalWebPage")
# Properties that lead to the thing a page is about; any other leads to persons, lists, comments, parts.
_LEADING = ("@graph", "mainEntity", "mainEntityOfPage", "subjectOf", "about")
_DEPTH = 12

_COMMENT = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*$"
)
_LINE_COMMENT = re.compile(r"^\s*//.*$", re.M)
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_BAD_ESCAPE = re.compile(r'\\(?!["\\/bfnrtu])|\\u(?![0-9a-fA-F]{4})')
_SALVAGED = ("headline", "datePublished", "dateModified", "isAccessibleForFree", "articleSection", "url")
_DECODER = json.JSONDecoder(strict=False)


def read_json(text: str) -> tuple[list[Any], bool]:
    """Parse one script's JSON-LD; the second value says that it was broken and what could be saved was taken.

    Only damage that has one reading is repaired: comment and CDATA wrappers, raw line breaks, bad escapes, trailing
    commas, several objects in a row. Of anything else the plain string values of a few properties are taken.
    """
    try:
        return [_DECODER.decode(text.strip())], False
    except (ValueError, RecursionError):
        pass
    repaired = _COMMENT.sub("", _COMMENT.sub("", text.replace("\0", ""))).strip().rstrip(";").strip()
    if "&quot;" in repaired and '"' not in repaired:
        repaired = repaired.replace("&quot;", '"')
    for candidate in (repaired, _TRAILING_COMMA.sub("", _BAD_ESCAPE.sub(r"\\\\", _LINE_COMMENT.sub("", repaired)))):
        try:
            return list(_in_a_row(candidate)), True
        except (ValueError, RecursionError):
            continue
    return _salvage(repaired), True


def _in_a_row(text: str) -> Iterator[Any]:
    position = 0
    while position < len(text):
        value, position = _DECODER.raw_decode(text, position)
        yield value
        while position < len(text) and text[position] in " \t\r\n,;":
            position += 1


def _salvage(text: str) -> list[Any]:
    """Take the first string values of the best-known properties out of JSON that does not parse."""
    kind = re.search(r'"@type"\s*:\s*\[?\s*"(\w*(?:Article|Posting))"', text)
    if kind is None:
        return []
    found: Node = {"@type": kind[1]}
    for key in _SALVAGED:
        if match := re.search(rf'"{key}"\s*:\s*(?:"((?:[^"\\]|\\.)*)"\s*[,}}\]\n]|(true|false))', text):
            try:
                found[key] = json.loads(f'"{match[1]}"', strict=False) if match[2] is None else match[2] == "true"
            except ValueError:
                continue
    names = re.search(r'"author"\s*:\s*(\[?\s*\{[^{}]*\}(?:\s*,\s*\{[^{}]*\})*|"[^"\\]*")', text)
    if names:
        authors = re.findall(r'"name"\s*:\s*"([^"\\]+)"', names[1]) or [names[1].strip('"')]
        found["author"] = [a for a in authors if not a.startswith(("[", "{"))]
    return [found]


def kinds_of(node: Node) -> list[str]:
    """Give the types of an object without their prefix."""
    kinds = node.get("@type")
    return [k.strip().rpartition("/")[2].rpartition(":")[2] for k in _listed(kinds) if isinstance(k, str)]


def nodes_of(documents: Iterable[Any]) -> Iterator[Node]:
    """Walk to every object that stands on its own: top level, ``@graph``, and what a page is said to be about."""
    stack = [(d, 0) for d in reversed(list(documents))]
    while stack:
        value, depth = stack.pop()
        if depth > _DEPTH:
            continue
        if isinstance(value, list):
            stack += [(x, depth + 1) for x in reversed(value)]
        elif isinstance(value, dict):
            yield value
            stack += [(value[k], depth + 1) for k in reversed(_LEADING) if isinstance(value.get(k), dict | list)]


def ids_of(documents: Iterable[Any]) -> dict[str, Node]:
    """Index all objects that have an ``@id`` and say more than that, at any depth."""
    found: dict[str, Node] = {}
    stack = list(documents)
    while stack:
        value = stack.pop()
        if isinstance(value, list):
            stack += value
        elif isinstance(value, dict):
            name = value.get("@id")
            if isinstance(name, str) and len(value) > len(found.get(name, {"@id": name})):
                found[name] = value
            stack += [x for x in value.values() if isinstance(x, dict | list)]
    return found


def is_article(node: Node) -> bool:
    """Whether an object is of a type that articles are published as."""
    return any(kind.endswith(ARTICLE_KINDS) for kind in kinds_of(node))


def article_of(
    nodes: Iterable[Node], addresses: Iterable[str | None], titles: str
) -> tuple[Node | None, tuple[Node, ...]]:
    """Pick the article that the page is: the only one, the one with the page's address, or with one of its titles."""
    articles = tuple(n for n in nodes if is_article(n))
    telling = [n for n in articles if any(n.get(k) for k in ("headline", "datePublished", "author", "articleBody"))]
    if len(telling) <= 1:
        return next(iter(telling or articles[:1]), None), articles
    keys = {url_key(a) for a in addresses if a}
    own = [n for n in telling if any(url_key(a) in keys for a in _addresses_of(n))]
    if not own and titles:
        own = [n for n in telling if (name := plain(n.get("headline"))) and name.casefold() in titles.casefold()]
    if not own and len(telling) == 2:
        own = telling
    # Two objects for one article are usual (a plugin's and the theme's): the fuller one speaks.
    return max(own, key=_fullness, default=None), articles


def _fullness(node: Node) -> int:
    return sum(
        bool(node.get(k)) for k in ("headline", "datePublished", "author", "dateModified", "articleBody", "image")
    )


def _addresses_of(node: Node) -> Iterator[str]:
    for value in (node.get("url"), node.get("@id"), node.get("mainEntityOfPage")):
        for one in _listed(value):
            address = one.get("@id") or one.get("url") if isinstance(one, dict) else one
            if isinstance(address, str) and address.startswith(("http:", "https:")):
                yield address


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
