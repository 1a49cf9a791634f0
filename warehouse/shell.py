"""An interactive session on the published warehouse: DuckDB's own command line if it is installed, else Python."""

import code
import os
import shutil
from contextlib import suppress
from pathlib import Path

from warehouse.database import quoted, reading, warehouse_path

BANNER = """warehouse is a DuckDB connection that only reads, for example:
  warehouse.sql("SELECT site, count(*) FROM articles GROUP BY site")
It shows the warehouse as it is now, whatever is loaded meanwhile. Ctrl-D ends the session."""


def shell(data: Path) -> None:
    """Open a session; with DuckDB's command line it takes this process's place. Raises `WarehouseError`.

    The file is opened for reading, which holds up no load: a load puts a new file in its place, and the session keeps
    the one that it has.
    """
    with reading(data) as warehouse:  # also refuses what is no warehouse
        program = shutil.which("duckdb")
        if program is None:
            with suppress(ImportError):
                import readline  # noqa: F401 (arrow keys and history for the prompt)
            code.interact(BANNER, local={"warehouse": warehouse}, exitmsg="")
            return
    path = quoted(warehouse_path(data).absolute())
    begin = f"ATTACH {path} AS warehouse (READ_ONLY); USE warehouse; SET TimeZone = 'UTC';"
    os.execv(program, [program, "-cmd", begin])  # noqa: S606 (the user's own program, no shell between)
