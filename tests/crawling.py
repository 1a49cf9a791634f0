"""Run a crawl in a process of its own, as the reactor of one can be started only once."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
SCRIPT = """
import json, sys
from datetime import date
from dataclasses import asdict
from pathlib import Path
from crawler.run import CrawlOptions, crawl
from extract.site import load_site
given = json.loads(sys.argv[1])
sites = {Path(p).stem: load_site(Path(p)) for p in given["files"]}
options = dict(given["options"])
if options.get("since"):
    options["since"] = date.fromisoformat(options["since"])
seen = []
options = CrawlOptions(**options)
report = crawl(Path(given["data"]), sites, options=options, progress=seen.append, settings=given["settings"])
# Not ru_maxrss: a child begins with its parent's there.
status = Path("/proc/self/status").read_text()
peak = int(status.partition("VmHWM:")[2].split()[0])
print(json.dumps(asdict(report) | {"told": len(seen), "peak_mb": peak // 1024}))
"""
QUICK = {"DEFNEWS_FIRST_BACKOFF": 0.01}


def site_file(folder: Path, stem: str, server_url: str, discover: str, more: str = "") -> Path:
    """Write a site file for a server on loopback."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{stem}.toml"
    host = server_url.partition("//")[2]
    path.write_text(
        f'name = "{stem}"\nhomepage = "{server_url}/"\nhosts = ["{host}"]\n{more}\n[discover]\n{discover}\n'
    )
    return path


def command(data: Path, files: list[Path], settings: Mapping[str, Any] | None = None, **options: Any) -> list[str]:
    """The command line of a crawl."""
    given = {
        "data": str(data),
        "files": [str(f) for f in files],
        "options": options,
        "settings": {**QUICK, **(settings or {})},
    }
    return [sys.executable, "-W", "default", "-c", SCRIPT, json.dumps(given)]


def run(data: Path, files: list[Path], settings: Mapping[str, Any] | None = None, **options: Any) -> dict[str, Any]:
    """Crawl, and give the report."""
    done = subprocess.run(
        command(data, files, settings, **options),
        cwd=ROOT, capture_output=True, text=True, timeout=240, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert not done.stderr, done.stderr
    return dict(json.loads(done.stdout))
