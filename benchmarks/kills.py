"""Kill a crawl of 500 articles on 8 sites with SIGKILL at 200 random moments, resume it each time, and count.

    python -m benchmarks.kills [--kills N] [--articles N] [--seed N]

The crawl is begun anew as often as it comes to its end before it was killed often enough. After each, `warcio check`
must pass, every article must be in the archive once, and no request may have been repeated but those in flight: one a
site, as each site is asked for one page at a time.
"""

import argparse
import random
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from killing import SITES, killed_crawl

# Longer than it takes to commit a page, so that a site has one in flight at most.
DELAY = 0.1


def main() -> None:
    """Kill, check and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    moments = random.Random(given.seed)  # noqa: S311 (moments, not secrets)
    started, kills, crawls, repeated, requests = time.monotonic(), 0, 0, 0, 0
    while kills < given.kills:
        with TemporaryDirectory() as folder:
            left = given.kills - kills
            done = killed_crawl(Path(folder), articles=given.articles, delay=DELAY, kills=left, moments=moments)
        done.check(at_once=1)
        kills, crawls, repeated = kills + done.kills, crawls + 1, repeated + done.repeated
        requests += done.asked.total()
        print(f"  crawl {crawls}: {done.kills} kills, {done.repeated} requests repeated", flush=True)
    print(f"{kills} kills over {crawls} crawls of {given.articles} articles on {SITES} sites")
    print(f"  every article archived exactly once, warcio check passed, {time.monotonic() - started:.0f} s")
    print(f"  {repeated} of {requests} article requests repeated, of {kills * SITES} that may have been in flight")


if __name__ == "__main__":
    main()
