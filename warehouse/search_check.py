"""Is the search index whole, and does it show the published warehouse?"""

import json
import struct
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from warehouse.search_index import SearchError, is_damage, is_panic, open_index, publication, search_folder
from warehouse.search_update import differing

if TYPE_CHECKING:
    import duckdb

MAGIC = (
    1337  # ends every file of tantivy's that is written once, behind a footer with the checksum of what is before it
)
KEPT_UP = ("meta.json", ".managed.json", ".tantivy-meta.lock", ".tantivy-writer.lock")
CHUNK = 1 << 20
BUILT = "it is built from the warehouse, as `defnews load` does"
BUILT_ANEW = "it is set aside and built anew from the warehouse"
FOLLOWED = "it is brought up to date, as `defnews load` does"


def index_faults(data: Path, connection: "duckdb.DuckDBPyConnection") -> list[tuple[str, str]]:
    """What is wrong with the index of a warehouse, and what would mend it; nothing if all is well."""
    folder = search_folder(data)
    if not folder.exists():
        return [(f"{folder} is missing", BUILT)]
    if not folder.is_dir():
        return [(f"{folder} is no folder", BUILT_ANEW)]
    if damaged := [path.name for path in sorted(folder.iterdir()) if path.name not in KEPT_UP and not _is_whole(path)]:
        return [(f"{folder}: {', '.join(damaged)} does not have the checksum it was written with", BUILT_ANEW)]
    try:
        if open_index(data).publication != publication(connection):
            return [(f"{folder} shows an earlier warehouse than the one there is", FOLLOWED)]
        astray = len(differing(data, connection))
    except SearchError:
        return [(f"{folder} is damaged or was made by another version of defnews", BUILT_ANEW)]
    except BaseException as error:
        if is_damage(error) or is_panic(error):
            return [(f"{folder} is damaged: {str(error).partition(chr(10))[0]}", BUILT_ANEW)]
        raise
    return [(f"{astray:,} articles are not in {folder} as the warehouse has them", BUILT_ANEW)] if astray else []


def _is_whole(path: Path) -> bool:
    """Whether a file's content has the CRC-32 that its footer names."""
    try:
        with path.open("rb") as stream:
            size = stream.seek(0, 2)
            stream.seek(-8, 2)
            length, magic = struct.unpack("<II", stream.read(8))
            content = size - 8 - length
            stream.seek(content)
            expected = json.loads(stream.read(length))["crc"]
            stream.seek(0)
            found, left = 0, content
            while left > 0:
                chunk = stream.read(min(CHUNK, left))
                found, left = zlib.crc32(chunk, found), left - len(chunk)
    except FileNotFoundError:
        return True  # a load has done away with it meanwhile
    except (OSError, ValueError, LookupError, TypeError):
        return False
    return bool(magic == MAGIC and found == expected)
