"""Lines of keys in TOML documents."""

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.toml_lines import Keys, key_lines

DOCUMENT = '''\
# [not.a] = "table"
name = "x = 1"  # a = 2

[discover] # comment
"feeds" = [
    "a",  # ]
    'b]',
]
listings = [
    { url = "/x", links = "a" },
    { url = "/y", links = "b" },
]
words = """
[layout]
body = "no key"
"""
when = 2024-06-01 10:00:00
discover.not.here = 1

[[layout]]
until = 2024-06-01

[[layout]]
body = 'it # "s'
[layout.inner]
deep = [[1, 2],
  [3]]
[[discover.more]]
x = 1
[ "quo\\u0074ed.key" . 'b' ]
y = 1
'''


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (("name",), 2),
        (("discover",), 4),
        (("discover", "feeds"), 5),
        (("discover", "feeds", 0), 6),
        (("discover", "feeds", 1), 7),
        (("discover", "listings", 1, "url"), 11),
        (("discover", "listings", 1, "links"), 11),
        (("discover", "words"), 13),
        (("discover", "when"), 17),
        (("discover", "discover", "not", "here"), 18),
        (("layout", 0), 20),
        (("layout", 0, "until"), 21),
        (("layout", 1, "body"), 24),
        (("layout", 1, "inner", "deep", 1, 0), 27),
        (("discover", "more", 0, "x"), 29),
        (("quoted.key", "b", "y"), 31),
    ],
)
def test_a_key_is_found_where_it_is_written(keys: Keys, line: int) -> None:
    """Headers, quoted and dotted keys, lists over several lines and inline tables; not what only looks like a key."""
    assert key_lines(DOCUMENT)[keys] == line


def test_nothing_else_is_found() -> None:
    """The keys found are exactly those that the document has."""
    assert set(key_lines(DOCUMENT)) == set(_paths(tomllib.loads(DOCUMENT)))


def test_an_empty_document_has_no_keys() -> None:
    """Neither have comments and blank lines."""
    assert key_lines("") == {}
    assert key_lines("# x = 1\n\n  \n") == {}


names = st.text(st.sampled_from("ab-_.\"'\\ =[]#é"), max_size=4)
texts = st.text(st.sampled_from("ab=[]{}#,'\"\\\n \t."), max_size=12)
values = st.recursive(
    texts | st.integers(-9, 9) | st.booleans() | st.just(1.5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(names, values, max_size=4), st.booleans())
def test_every_document_is_read_as_tomllib_reads_it(rules: dict[str, Any], multiline: bool) -> None:
    """Whatever keys and texts a valid document holds, its keys are found, each at or after the key before it."""
    document = "\n".join(f"{_text(key, False)} = {_written(value, multiline)}" for key, value in rules.items())

    lines = key_lines(document)

    assert tomllib.loads(document) == rules
    assert set(lines) == set(_paths(rules))
    assert list(lines.values()) == sorted(lines.values())
    for key in rules:
        assert document.split("\n")[lines[key,] - 1].startswith(_text(key, False))


def _paths(value: Any, path: Keys = ()) -> list[Keys]:
    items: list[tuple[Any, Any]] = []
    if isinstance(value, dict):
        items = list(value.items())
    elif isinstance(value, list):
        items = list(enumerate(value))
    return [p for key, item in items for p in ((*path, key), *_paths(item, (*path, key)))]


def _written(value: Any, multiline: bool) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_text(k, False)} = {_written(v, multiline)}" for k, v in value.items()) + " }"
    if isinstance(value, list):
        between = ",\n  # ] comment\n" if multiline else ", "
        return "[" + between.join(_written(v, multiline) for v in value) + "]"
    if isinstance(value, str):
        return _text(value, multiline)
    return str(value).lower()


def _text(value: str, multiline: bool) -> str:
    if multiline and "'''" not in value and not value.endswith("'"):
        return f"'''\n{value}'''"
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'
