"""Where each key of a TOML document is written, so that an error can name the line; `tomllib` does not say."""

import re
import tomllib
from collections.abc import Iterator

Keys = tuple[str | int, ...]

# Only documents that tomllib has accepted come here, so a token is told by its first signs.
_TOKEN = re.compile(
    r"""
    (?P<skip>\#[^\n]*|[ \t\r]+)
    |(?P<newline>\n)
    |(?P<string>\"{3}(?:\\.|[^\\])*?\"{3,5}|'{3}.*?'{3,5}|"(?:\\.|[^"\\])*"|'[^']*')
    |(?P<mark>[\[\]{},=])
    |(?P<bare>[^\s\#"'\[\]{},=]+)
    """,
    re.DOTALL | re.VERBOSE,
)


def key_lines(text: str) -> dict[Keys, int]:
    """Line of every table, key and array item of a valid TOML document; items are numbered from 0."""
    return _Reader(text).document()


class _Reader:
    def __init__(self, text: str) -> None:
        self.tokens = list(_tokens(text))
        self.at = 0
        self.lines: dict[Keys, int] = {}
        self.items: dict[Keys, int] = {}

    def document(self) -> dict[Keys, int]:
        table: Keys = ()
        while self.at < len(self.tokens):
            kind, text, line = self.tokens[self.at]
            if kind == "newline":
                self.at += 1
            elif text == "[" and kind == "mark":
                double = self.tokens[self.at + 1][:2] == ("mark", "[")
                self.at += 2 if double else 1
                table = self._header(self._names("]"), line, double=double)
                self.at += 2 if double else 1
            else:
                self._assignment(table)
        return self.lines

    def _header(self, names: list[str], line: int, *, double: bool) -> Keys:
        path: Keys = ()
        for depth, name in enumerate(names, 1):
            path = (*path, name)
            self.lines.setdefault(path, line)
            if double and depth == len(names):
                self.items[path] = self.items.get(path, -1) + 1
            if path in self.items:
                path = (*path, self.items[path])
                self.lines.setdefault(path, line)
        return path

    def _assignment(self, table: Keys) -> None:
        line = self.tokens[self.at][2]
        path = table
        for name in self._names("="):
            path = (*path, name)
            self.lines.setdefault(path, line)
        self.at += 1
        self._value(path)

    def _value(self, path: Keys) -> None:
        opening = self._take()
        if opening == "[":
            item = 0
            while self._skip_to_item() != "]":
                self.lines[*path, item] = self.tokens[self.at][2]
                self._value((*path, item))
                item += 1
            self.at += 1
        elif opening == "{":
            while self._skip_to_item() != "}":
                self._assignment(path)
            self.at += 1
        elif self.at < len(self.tokens) and self.tokens[self.at][0] == "bare":
            self.at += 1  # the time of a date written with a blank between them

    def _names(self, end: str) -> list[str]:
        names: list[str] = []
        while self._peek() != end:
            kind, text, _ = self.tokens[self.at]
            if kind == "string":
                names.append(next(iter(tomllib.loads(f"{text} = 0"))))
            else:
                names += [name for name in text.split(".") if name]
            self.at += 1
        return names

    def _skip_to_item(self) -> str:
        while self.tokens[self.at][0] == "newline" or self._peek() == ",":
            self.at += 1
        return self._peek()

    def _peek(self) -> str:
        kind, text, _ = self.tokens[self.at]
        return text if kind == "mark" else ""

    def _take(self) -> str:
        self.at += 1
        kind, text, _ = self.tokens[self.at - 1]
        return text if kind == "mark" else kind


def _tokens(text: str) -> Iterator[tuple[str, str, int]]:
    line = 1
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        if kind != "skip":
            yield kind, match.group(), line
        line += match.group().count("\n")
