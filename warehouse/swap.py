"""Copy and swap: the loader writes a copy of the warehouse that takes the published file's place when it is whole."""

import errno
import fcntl
import os
import shutil
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

import duckdb

from warehouse.database import (
    QUIET,
    STORAGE_VERSION,
    WarehouseError,
    disk_full,
    faults,
    memory_limit,
    migrate,
    quoted,
    refuse_foreign_log,
    refuse_other_schema,
    wal_of,
    warehouse_path,
)

FICLONE = 0x40049409  # linux/fs.h; a copy that shares its blocks until they are written (btrfs, XFS, bcachefs)
KEEP_FREE = 64 << 20
# DuckDB writes a table's last row group anew whenever rows are added to it: its own 122,880 rows would make 200 articles
# cost as much as 100,000. Smaller ones pack a little worse (5 % here). A multiple of 2,048.
ROW_GROUP_ROWS = 8_192
CHUNK = 1 << 30


class WorkingCopy:
    """A private, writable copy of the warehouse, for use under the ``load`` lock.

    ``publish`` makes it the published file in one rename; without that nothing has happened, and what is left of a copy
    whose process was killed is removed by the next one. Raises `WarehouseError`, `DiskFull`.
    """

    connection: duckdb.DuckDBPyConnection

    def __init__(self, data: Path, *, fresh: bool = False) -> None:
        self.published = warehouse_path(data)
        self.path = data / ".warehouse.loading.duckdb"
        self.swap_seconds = 0.0
        self._fresh = fresh
        self._open = False

    def __enter__(self) -> Self:
        self.discard()
        try:
            self._begin(fresh=self._fresh)
        except BaseException:
            self.discard()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.discard()

    def publish(self, *, proceed: bool = False) -> None:
        """Put the copy in the published file's place; with ``proceed`` go on writing to a new copy of that."""
        started = time.monotonic()
        with faults(self.published):
            self.connection.execute("CHECKPOINT warehouse")
            self._close()
            if wal_of(self.path).exists():
                raise WarehouseError(f"{self.path}: DuckDB left its log behind: run the same command again")
            # Nobody writes what is published: without this a plain `duckdb.connect(path)` would open it for writing.
            self.path.chmod(self.path.stat().st_mode & ~0o222)
            with self.path.open("rb") as stream:
                os.fsync(stream.fileno())
            if self.published.exists():
                refuse_foreign_log(self.published)
                _refuse_foreign_writer(self.published)
            self.path.replace(self.published)
            sync_folder(self.published.parent)
        if proceed:
            self._begin(fresh=False)
        self.swap_seconds = time.monotonic() - started

    def discard(self) -> None:
        """Close and remove the copy, and whatever a killed load left."""
        self._close()
        for leftover in (self.path, wal_of(self.path)):
            with suppress(FileNotFoundError):
                leftover.unlink()
        shutil.rmtree(self._spill, ignore_errors=True)

    @property
    def _spill(self) -> Path:
        return self.path.with_name(self.path.name + ".tmp")

    def _begin(self, *, fresh: bool) -> None:
        new = fresh or not self.published.exists()
        with faults(self.published):
            if not self.published.parent.is_dir():
                self.published.parent.mkdir(parents=True)
            if not new:
                refuse_foreign_log(self.published)
                _refuse_foreign_writer(self.published)
                copy_file(self.published, self.path)
            self.connection = duckdb.connect(":memory:", config=QUIET)
            self._open = True
            self.connection.execute(f"SET memory_limit = '{memory_limit()}'")
            self.connection.execute(f"SET temp_directory = {quoted(self._spill)}")
            self.connection.execute("SET TimeZone = 'UTC'")
            # One thread: several write row groups in pieces, join them later and leave a third of the file empty; besides,
            # the other cores are extracting.
            self.connection.execute("SET threads = 1")
            self.connection.execute("SET checkpoint_threshold = '1TB'")  # one checkpoint, when it is published
            self._attach(new)
            if not new:
                refuse_other_schema(self.connection, self.published)
            self.changed_schema = migrate(self.connection)

    def _attach(self, new: bool) -> None:
        """Attach the copy; without a log where DuckDB can (from 1.4): nobody recovers a copy, it is made again."""
        options = [f"STORAGE_VERSION '{STORAGE_VERSION}'"] if new else []
        options.append(f"ROW_GROUP_SIZE {ROW_GROUP_ROWS}")
        for extra in (["RECOVERY_MODE no_wal_writes"], []):
            clause = f" ({', '.join(options + extra)})" if options + extra else ""
            try:
                self.connection.execute(f"ATTACH {quoted(self.path)} AS warehouse{clause}")
            except duckdb.BinderException:
                if not extra:
                    raise
            else:
                break
        self.connection.execute("USE warehouse")

    def _close(self) -> None:
        if self._open:
            self._open = False
            self.connection.close()


def copy_file(source: Path, target: Path) -> None:
    """Copy a file as cheaply as the file system can: shared blocks, else inside the kernel, else by hand.

    Raises `DiskFull` before the first byte if there is no room for it.
    """
    with source.open("rb") as reader, target.open("xb") as writer:
        with suppress(OSError):
            fcntl.ioctl(writer.fileno(), FICLONE, reader.fileno())
            return
        size = os.fstat(reader.fileno()).st_size
        if shutil.disk_usage(target.parent).free < size + KEEP_FREE:
            raise disk_full(source)
        if not _copied_in_kernel(reader, writer, size):
            reader.seek(0)
            writer.seek(0)
            shutil.copyfileobj(reader, writer, 1 << 20)


def sync_folder(folder: Path) -> None:
    """Make a rename in a folder survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _copied_in_kernel(reader: BinaryIO, writer: BinaryIO, size: int) -> bool:
    if not hasattr(os, "copy_file_range"):
        return False
    done = 0
    try:
        while done < size:
            count = os.copy_file_range(reader.fileno(), writer.fileno(), min(CHUNK, size - done), done, done)
            if count == 0:
                return False
            done += count
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise
        return False  # not between these file systems
    return True


def _refuse_foreign_writer(path: Path) -> None:
    """Refuse while another program has the warehouse open for writing: its log would land beside our new file."""
    with path.open("rb") as stream:
        try:
            fcntl.lockf(stream, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in (errno.EACCES, errno.EAGAIN):
                raise WarehouseError(
                    f"{path} is open for writing in another program: close it there, then run this again"
                ) from None
