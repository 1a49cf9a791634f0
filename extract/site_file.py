"""A site file as it was written: read, and every fault in it told by file, line and key."""

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from extract.site_rules import Discover, KeyedError, Layout, Listing
from extract.toml_lines import Keys, key_lines


class SiteFileError(Exception):
    """A site file that cannot be used: which file, line and key, and what to write instead."""


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file as read: its text, to name lines, and the rules in it."""

    path: Path
    text: str
    rules: dict[str, Any]

    def line(self, keys: Keys) -> int:
        """Line of a key, or of the innermost table or list around it that is written in the file."""
        lines = key_lines(self.text)
        return next((lines[keys[:depth]] for depth in range(len(keys), 0, -1) if keys[:depth] in lines), 1)

    def error(self, keys: Keys, sentence: str) -> SiteFileError:
        where = ".".join(str(key + 1) if isinstance(key, int) else key for key in keys) or "file"
        return SiteFileError(f"{self.path}:{self.line(keys)}: {where}: {sentence}")


def read_site_file(path: Path) -> SiteFile:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise SiteFileError(f"{path}: cannot be read: {error.strerror}") from None
    try:
        # Editors on Windows put a byte order mark in front; it says nothing.
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
        return SiteFile(path, text, tomllib.loads(text))
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise SiteFileError(f"{path}:{line}: this line is not UTF-8: save the file as UTF-8") from None
    except (ValueError, RecursionError) as error:
        found = re.search(r"^(.*) \(at line (\d+), column \d+\)$", str(error))
        message, line = (found[1], int(found[2])) if found else (str(error), max(text.rstrip().count("\n") + 1, 1))
        raise SiteFileError(f"{path}:{line}: not valid TOML: {message}") from None


def most_helpful(errors: ValidationError, source: SiteFile, top: Mapping[str, FieldInfo]) -> SiteFileError:
    """The error to tell of several: a misspelt key first, as it explains the missing one, then in order of lines."""

    def order(error: Any) -> tuple[int, int]:
        return {"extra_forbidden": 0, "missing": 2}.get(error["type"], 1), source.line(error["loc"])

    found = sorted(errors.errors(), key=order)
    error = found[0]
    cause = error.get("ctx", {}).get("error")
    keys: Keys = error["loc"] + (cause.keys if isinstance(cause, KeyedError) else ())
    more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
    return source.error(keys, f"{_advice(error, top)}{more}")


def _advice(error: Any, top: Mapping[str, FieldInfo]) -> str:
    keys: Keys = error["loc"]
    match error["type"]:
        case "extra_forbidden":
            return _unknown_key(keys, top)
        case "missing":
            return "this key is missing: add it"
        case "value_error":
            return str(error["ctx"]["error"])
        case "tuple_type" if keys in {("layout",), ("discover", "listings")} and isinstance(error["input"], dict):
            return f"write [[{'.'.join(map(str, keys))}]] in double brackets: there can be several"
        case "model_type" if isinstance(keys[-1], str):
            return f"write it as one table, [{keys[-1]}]"
        case kind if kind in _WANTED:
            return f"{_WANTED[kind]} (found {_shown(error['input'])})"
        case _:
            return f"{error['msg'].replace('Input should', 'the value should')} (found {_shown(error['input'])})"


_WANTED = {
    "string_type": "write it in quotes",
    "tuple_type": "write a list in [ ]",
    "model_type": "write a table with keys and values",
    "int_type": "write a whole number without quotes",
    "float_type": "write a number without quotes",
    "date_type": "write a day such as 2024-06-01, without quotes or time",
    "string_too_short": "write something in the quotes",
    "too_short": "write at least one",
}
# What authors who know other tools write.
_MEANT = {
    "title": "headline",
    "dek": "subheadline",
    "author": "byline",
    "authors": "byline",
    "date": "published",
    "content": "body",
    "strip": "prune",
    "remove": "prune",
    "url": "homepage",
    "domains": "hosts",
    "rss": "feeds",
    "tz": "timezone",
}


def _shown(value: Any) -> str:
    """A value about as it stands in the file."""
    text = (
        str(value)
        if isinstance(value, date | time | bool)
        else repr(list(value) if isinstance(value, tuple) else value)
    )
    text = text.lower() if isinstance(value, bool) else text
    return text if len(text) <= 80 else f"{text[:80]}…"


def _unknown_key(keys: Keys, top: Mapping[str, FieldInfo]) -> str:
    """Advice on a key that its table does not have: misspelt, or written below the header of another table."""
    tables = dict(_tables(top))
    path = tuple(key for key in keys[:-1] if isinstance(key, str))
    name = str(keys[-1])
    for other, known in tables.items():
        if other != path and name in known:
            place = f"below {_header(other)}" if other else "at the top, above the first [table]"
            return f"this key belongs {place}: move it there"
    if not path and "hosts" not in top and name in {"name", "homepage", "hosts", "examples"}:
        return "this key belongs in the file of a site, not of a family: move it there"
    known = tables.get(path, frozenset())
    close = [_MEANT[name]] if _MEANT.get(name) in known else difflib.get_close_matches(name, sorted(known), n=1)
    return f"there is no such key: did you mean `{close[0]}`?" if close else "there is no such key: remove it"


def _tables(top: Mapping[str, FieldInfo]) -> Iterator[tuple[tuple[str, ...], frozenset[str]]]:
    """The tables of a file, each with the keys it may hold."""
    yield (), frozenset(field.alias or name for name, field in top.items()) - {"stem"}
    yield ("discover",), frozenset(Discover.model_fields)
    yield ("layout",), frozenset(Layout.model_fields)
    yield ("discover", "listings"), frozenset(Listing.model_fields)


def _header(table: tuple[str, ...]) -> str:
    name = ".".join(table)
    return f"[{name}]" if name == "discover" else f"[[{name}]]"
