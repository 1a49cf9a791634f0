"""The full-text index beside the warehouse: a document an article, made from the published warehouse and from nothing else.

One document more, the mark, names the publication of the warehouse that the index shows. It is committed together with the
documents, so an index that a kill left behind is known by it, and the next load brings it up to date.
"""

import json
import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import tantivy
from tantivy.tantivy import __version__ as TANTIVY  # noqa: N812 (it is a constant)

from warehouse.database import WarehouseError

if TYPE_CHECKING:
    import duckdb

# Raise the first with every change of what a document holds or how texts become terms; tantivy's stemmers are the second.
LAYOUT = (1, *TANTIVY.split(".")[:2])
MARK = ":mark"
ATTEMPTS = 5
REWRITTEN = ("meta.json", ".managed.json")  # the files that tantivy replaces; it lets nobody else read them
STEMMED = ("headline", "subheadline", "body")
UNSTEMMED = ("byline", "tags")
EXACT = ("site", "language")


class SearchError(WarehouseError):
    """A search that cannot be answered: one sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class OpenedIndex:
    """An index at one commit."""

    index: tantivy.Index
    searcher: tantivy.Searcher
    publication: str
    """The publication of the warehouse that it shows."""


def search_folder(data: Path) -> Path:
    """Where a data folder's index is."""
    return data / "search"


def schema() -> tantivy.Schema:
    """What a document holds. Texts come as terms already, parted by spaces."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("url_key", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("mark", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("stamp", fast=True)
    builder.add_integer_field("dated_at", indexed=True, fast=True)
    for name in (*EXACT, "stem"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in (*STEMMED, *UNSTEMMED):
        builder.add_text_field(name, tokenizer_name="whitespace")
    return builder.build()


def publication(connection: "duckdb.DuckDBPyConnection") -> str:
    """What tells one publication of the warehouse from every other; empty before the first load."""
    found = connection.execute(
        "SELECT load_id || ' ' || epoch_us(finished_at) FROM loads ORDER BY finished_at DESC, load_id DESC LIMIT 1"
    ).fetchall()
    return str(found[0][0]) if found else ""


def open_index(data: Path) -> OpenedIndex:
    """Open the index for reading. Raises `SearchError` if there is none, or none that this program made."""
    folder = search_folder(data)
    if not (folder / "meta.json").exists():
        raise SearchError(f"there is no search index in {data} yet: run `defnews load`, which makes one")
    try:
        try:
            return _opened(folder)
        except ValueError as error:
            if not any(sign in str(error) for sign in ("PermissionDenied", "ReadOnlyFilesystem")):
                raise
        return _opened_read_only(folder)
    except (ValueError, OSError, LookupError, TypeError) as error:
        raise SearchError(
            f"{folder} is damaged or was made by another version of defnews: run `defnews load`, which makes it anew"
        ) from error
    except BaseException as error:
        if is_panic(error):
            raise SearchError(f"{folder} is damaged: run `defnews load`, which makes it anew") from None
        raise


def _opened(folder: Path) -> OpenedIndex:
    index = tantivy.Index(schema(), str(folder))
    index.config_reader("manual")
    searcher = index.searcher()
    found = searcher.search(tantivy.Query.term_query(index.schema, "url_key", MARK), 1).hits
    mark = json.loads(str(searcher.doc(found[0][1]).get_first("mark")))
    if mark["layout"] != list(LAYOUT):
        raise LookupError("layout")
    return OpenedIndex(index, searcher, mark["publication"])


def _opened_read_only(folder: Path) -> OpenedIndex:
    """Open an index of another user's, in which tantivy cannot write its lock: through links in a folder of our own.

    Without the lock a load may remove a file before it is opened; then its successor is opened.
    """
    for left in reversed(range(ATTEMPTS)):
        with tempfile.TemporaryDirectory(prefix="defnews-search-") as view:
            for path in folder.iterdir():
                if path.name in REWRITTEN:
                    shutil.copyfile(path, Path(view, path.name))
                elif not path.name.startswith("."):
                    Path(view, path.name).symlink_to(path.absolute())
            with suppress(*([ValueError] if left else [])):
                return _opened(Path(view))  # what is open stays open when the links are gone
    raise AssertionError


def is_panic(error: BaseException) -> bool:
    """Whether tantivy came upon something that it thinks impossible, which it says with a `BaseException` of its own."""
    return type(error).__name__ == "PanicException"


def is_damage(error: BaseException) -> bool:
    """Whether an error is tantivy's about its own files."""
    return isinstance(error, (ValueError, OSError)) or is_panic(error)
