"""Rows for people and programs: table, CSV, JSON Lines, Parquet, Markdown."""

import csv
import io
import json
import os
import pydoc
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Literal, TextIO, get_args

from warehouse.database import WarehouseError, faults

if TYPE_CHECKING:
    import pyarrow as pa

Format = Literal["table", "csv", "jsonl", "parquet", "markdown"]
FORMATS: tuple[str, ...] = get_args(Format)

TABLE_ROWS = 1000
CELL = 10  # narrowest column of a table that can still be read
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
FORMULA = re.compile(r"^[=+\-@\t\r\n]|^\s+[=+\-@]")


def answer_in(
    reader: "pa.RecordBatchReader",
    format: str,  # noqa: A002 (the word of the command line)
    *,
    output: Path | None,
    stream: TextIO,
    max_rows: int | None = None,
) -> int:
    """Write an answer to a file, whole or not at all, or to a stream without one; return the number of rows."""
    if output is not None:
        with replacing(output) as target:
            return write(reader, format, target, max_rows)
    if format == "parquet":
        raise WarehouseError("Parquet goes to a file: add --output FILE")
    return _WRITERS[format](reader, stream, max_rows)


def write(
    reader: "pa.RecordBatchReader",
    format: str,  # noqa: A002 (the word of the command line)
    target: BinaryIO,
    max_rows: int | None = None,
) -> int:
    """Write rows to a binary file in any format; return how many."""
    if format == "parquet":
        return write_parquet(reader, target)
    text = io.TextIOWrapper(target, encoding="utf-8", newline="")
    count = _WRITERS[format](reader, text, max_rows)
    text.flush()
    text.detach()
    return count


@contextmanager
def replacing(output: Path) -> Iterator[BinaryIO]:
    """Write a file beside its place and rename it there once it is whole. Raises `WarehouseError`, `DiskFull`."""
    partial = output.with_name(f".{output.name}.{os.getpid()}.partial")
    with faults(output):
        try:
            with partial.open("wb") as target:
                yield target
            partial.replace(output)
        finally:
            with suppress(FileNotFoundError):
                partial.unlink()


def write_parquet(reader: "pa.RecordBatchReader", target: BinaryIO) -> int:
    """Write Parquet with zstd; types stay as they are."""
    import pyarrow.parquet as pq

    count = 0
    with pq.ParquetWriter(target, reader.schema, compression="zstd") as writer:
        for batch in reader:
            writer.write_batch(batch)
            count += batch.num_rows
    return count


def write_csv(reader: "pa.RecordBatchReader", stream: TextIO, max_rows: int | None = None) -> int:
    """Write CSV (RFC 4180) in which no text can become a formula when a spreadsheet opens it."""
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([_harmless(name) for name in reader.schema.names])
    count = 0
    for row in rows(reader):
        writer.writerow([_harmless(value) if isinstance(value, str) else _plain(value) for value in row])
        count += 1
    return count


def write_jsonl(reader: "pa.RecordBatchReader", stream: TextIO, max_rows: int | None = None) -> int:
    """Write one JSON object a line."""
    names = reader.schema.names
    count = 0
    for row in rows(reader):
        stream.write(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, default=_jsonable) + "\n")
        count += 1
    return count


def write_markdown(reader: "pa.RecordBatchReader", stream: TextIO, max_rows: int | None = None) -> int:
    """Write a Markdown table."""

    def cells(values: Sequence[str]) -> str:
        return "| " + " | ".join(value.replace("\\", "\\\\").replace("|", "\\|") for value in values) + " |\n"

    stream.write(cells([shown(name) for name in reader.schema.names]))
    stream.write("|" + " --- |" * len(reader.schema.names) + "\n")
    count = 0
    for row in rows(reader):
        stream.write(cells([shown(value) for value in row]))
        count += 1
    return count


def write_table(reader: "pa.RecordBatchReader", stream: TextIO, max_rows: int | None = None) -> int:
    """Write a table that fits the terminal; rows with too many columns for that one below the other."""
    import pyarrow.types as types
    from rich.cells import cell_len
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(file=stream, highlight=False, soft_wrap=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = 140
    bound = TABLE_ROWS if max_rows is None else max_rows
    found = rows(reader)
    fetched = list(islice(found, bound))
    more = next(found, None) is not None
    names = reader.schema.names
    columns = list(zip(*fetched, strict=True)) or [()] * len(names)
    numeric = [_is_number(field.type) for field in reader.schema]
    rigid = [_is_number(field.type) or types.is_temporal(field.type) for field in reader.schema]

    def cell(value: object) -> Text:
        return Text("NULL", style="dim") if value is None else Text(shown(value))

    widths = [
        max(cell_len(shown(value)) for value in (name, *column)) for name, column in zip(names, columns, strict=True)
    ]
    if fetched and sum(min(width, CELL) + 3 for width in widths) + 1 > console.width:
        table = Table(show_header=False, box=None, pad_edge=False)
        table.add_column(style="bold", no_wrap=True)
        table.add_column(overflow="fold")
        for number, row in enumerate(fetched, start=1):
            table.add_row(Text(f"row {number}", style="dim"), "")
            for name, value in zip(names, row, strict=True):
                table.add_row(Text(shown(name)), cell(value))
    else:
        table = Table(header_style="bold")
        fitted = _fitted(widths, rigid, console.width - 3 * len(widths) - 1)
        for name, is_number, width in zip(names, numeric, fitted, strict=True):
            justify: Literal["left", "right"] = "right" if is_number else "left"
            heading = Text(shown(name))
            table.add_column(heading, justify=justify, width=width, no_wrap=True, overflow="ellipsis")
        for row in fetched:
            table.add_row(*map(cell, row))
    if names == ["explain_key", "explain_value"]:  # drawings, not values
        table = Table.grid()
        for _, drawing in fetched:
            table.add_row(Text("\n".join(CONTROL.sub(" ", line) for line in str(drawing).splitlines())))
    told = f"the first {bound:,} rows of more: csv, jsonl and parquet give all" if more else ""
    with console.capture() as drawn:
        console.print(table)
        console.print(Text(told or f"{len(fetched):,} row{'s' * (len(fetched) != 1)}", style="dim"))
    _show(drawn.get(), stream, console.height if console.is_terminal else None)
    return len(fetched)


def _show(text: str, stream: TextIO, height: int | None) -> None:
    """Write a text; on a terminal that it does not fit, through the user's pager."""
    if height is None or text.count("\n") < height or stream is not sys.stdout:
        stream.write(text)
        return
    os.environ.setdefault("LESS", "FRX")  # colours, and what was read stays on the screen
    pydoc.pager(text)


def _fitted(widths: Sequence[int], rigid: Sequence[bool], room: int) -> list[int]:
    """Column widths that fit: wide texts give way first, numbers and times stay whole while they can."""
    for spared in (rigid, [False] * len(rigid)):
        for cap in range(max(widths, default=1), CELL - 1, -1):
            fitted = [w if spare else min(w, cap) for w, spare in zip(widths, spared, strict=True)]
            if sum(fitted) <= room:
                return fitted
    return [min(width, CELL) for width in widths]


def rows(reader: "pa.RecordBatchReader") -> Iterator[tuple[Any, ...]]:
    """Rows as tuples, in which columns may have the same name."""
    for batch in reader:
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def shown(value: object) -> str:
    """A value as people read it, on one line and without characters that steer a terminal."""
    match value:
        case None:
            text = "NULL"
        case datetime() if value.tzinfo is not None:
            text = value.isoformat(" ", "seconds").replace("+00:00", "Z")
        case list():
            text = ", ".join(shown(item) for item in value)
        case dict():
            text = json.dumps(value, ensure_ascii=False, default=_jsonable)
        case float():
            text = f"{value:,.4g}" if abs(value) < 1e6 else f"{value:,.0f}"
        case _:
            text = str(value)
    return CONTROL.sub(" ", text)


def _is_number(kind: "pa.DataType") -> bool:
    import pyarrow.types as types

    return bool(types.is_integer(kind) or types.is_floating(kind) or types.is_decimal(kind))


def _harmless(text: str) -> str:
    """A text that a spreadsheet shows as it is; a leading apostrophe is how they all mark one."""
    return "'" + text if FORMULA.match(text) else text


def _plain(value: object) -> object:
    if isinstance(value, list | dict):
        return _harmless(json.dumps(value, ensure_ascii=False, default=_jsonable))
    return _jsonable(value) if isinstance(value, datetime | date | time | timedelta | bytes) else value


def _jsonable(value: object) -> object:
    match value:
        case datetime() if value.tzinfo is not None:
            return value.isoformat().replace("+00:00", "Z")
        case datetime() | date() | time():
            return value.isoformat()
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case bytes():
            return value.hex()
        case _:
            return str(value)


_WRITERS: dict[str, Callable[["pa.RecordBatchReader", TextIO, int | None], int]] = {
    "table": write_table,
    "csv": write_csv,
    "jsonl": write_jsonl,
    "markdown": write_markdown,
}
