"""The archive's files: one growing segment a site and month, appended to, synced, closed, and mended after a kill."""

import errno
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

SEGMENT_BYTES = 512 << 20
KEEP_FREE = 16 << 20
OPEN = ".open"
SUFFIX = ".warc.gz"


@dataclass(slots=True)
class Segment:
    """A segment being written."""

    path: Path
    stream: BinaryIO
    size: int
    month: str
    dirty: bool = False


class Segments:
    """The segments below one folder. Errors of the file system pass through as ``OSError``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._open: dict[str, Segment] = {}
        self._full: list[Path] = []
        """Segments that nothing is added to any more, still marked open: what is in them may not be indexed yet."""

    def append(self, site: str, moment: datetime, content: bytes) -> tuple[str, int]:
        """Append a record to a site's segment; gives the segment's name and the record's offset. Not synced yet.

        A record that finds no room leaves nothing behind (``ENOSPC``).
        """
        if shutil.disk_usage(self.folder.parent).free < len(content) + KEEP_FREE:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        segment = self._segment(site, moment)
        try:
            written = 0
            while written < len(content):
                written += os.write(segment.stream.fileno(), memoryview(content)[written:])
        except OSError:
            os.ftruncate(segment.stream.fileno(), segment.size)
            raise
        offset = segment.size
        segment.size += len(content)
        segment.dirty = True
        return self.name(segment.path), offset

    def sync(self) -> None:
        """Bring all that was appended to disk."""
        for segment in self._open.values():
            if segment.dirty:
                os.fdatasync(segment.stream.fileno())
                segment.dirty = False

    def finish_full(self) -> None:
        """Mark full segments closed, once all that is in them is indexed."""
        while self._full:
            self.finish(self._full.pop())

    def close(self, *, finish: bool) -> None:
        """Close the open segments; unless all is indexed they stay marked open for the next start to look at."""
        while self._open:
            _, segment = self._open.popitem()
            segment.stream.close()
            if finish and not segment.dirty:
                self.finish(segment.path)
        if finish:
            self.finish_full()

    def left_open(self) -> list[Path]:
        """Segments that a killed writer left open."""
        return sorted(self.folder.glob(f"*/*/*/*{SUFFIX}{OPEN}"))

    def files(self) -> list[Path]:
        """All segments, open ones too, in order."""
        return sorted(p for p in self.folder.glob("*/*/*/*") if p.name.endswith((SUFFIX, SUFFIX + OPEN)))

    def read(self, name: str, offset: int, length: int) -> bytes:
        """Read a piece of a segment, wherever it is just being closed or reopened to. Raises ``FileNotFoundError``."""
        for path in self._places(name):
            try:
                with path.open("rb") as stream:
                    return os.pread(stream.fileno(), length, offset)
            except FileNotFoundError:
                continue
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(self.folder / name))

    def name(self, path: Path) -> str:
        """What the index calls a segment, open or closed."""
        return path.relative_to(self.folder).as_posix().removesuffix(OPEN)

    def finish(self, path: Path) -> None:
        """Mark an open segment closed; an empty one is no segment."""
        if path.stat().st_size == 0:
            path.unlink()
        else:
            path.rename(path.with_name(path.name.removesuffix(OPEN)))
        sync_folder(path.parent)

    def _places(self, name: str) -> Iterator[Path]:
        closed = self.folder / name
        yield closed
        yield closed.with_name(closed.name + OPEN)
        yield closed

    def _segment(self, site: str, moment: datetime) -> Segment:
        month = moment.strftime("%Y/%m")
        segment = self._open.get(site)
        if segment is not None and (segment.month != month or segment.size >= SEGMENT_BYTES):
            os.fdatasync(segment.stream.fileno())
            segment.stream.close()
            self._full.append(segment.path)
            segment = None
        if segment is None:
            folder = self.folder / site / month
            folder.mkdir(parents=True, exist_ok=True)
            path = self._reopened(folder) or self._created(folder, f"{site}-{moment:%Y%m}")
            segment = Segment(path, path.open("ab", buffering=0), path.stat().st_size, month)
            self._open[site] = segment
        return segment

    def _reopened(self, folder: Path) -> Path | None:
        """The month's newest segment, if there is room in it: frequent runs must not litter the archive."""
        closed = sorted(folder.glob(f"*{SUFFIX}"))
        if not closed or closed[-1].stat().st_size >= SEGMENT_BYTES:
            return None
        path = closed[-1].with_name(closed[-1].name + OPEN)
        closed[-1].rename(path)
        return path

    def _created(self, folder: Path, stem: str) -> Path:
        number = 1
        while any(folder.glob(f"{stem}-{number:05d}.*")):
            number += 1
        path = folder / f"{stem}-{number:05d}{SUFFIX}{OPEN}"
        path.touch()
        for made in (folder, *folder.parents[:4]):
            sync_folder(made)
        return path


def set_aside(path: Path, end: int) -> Path:
    """Cut all from ``end`` on off a file, into a file beside it; gives that file."""
    number = 1
    while (torn := path.with_name(f"{path.name.removesuffix(OPEN)}.{number}.torn")).exists():
        number += 1
    with path.open("rb") as source, torn.open("wb") as target:
        source.seek(end)
        shutil.copyfileobj(source, target)
        target.flush()
        os.fsync(target.fileno())
    sync_folder(path.parent)
    os.truncate(path, end)
    with path.open("rb") as stream:
        os.fsync(stream.fileno())
    return torn


def sync_folder(folder: Path) -> None:
    """Bring a folder's entries to disk, so that a new or renamed file is still there after a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
