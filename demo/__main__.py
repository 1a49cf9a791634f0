"""Serve the press for people: ``python -m demo --port 8640``."""

import argparse
import sys
import time

from demo.press import PUBLICATIONS, Press


def main() -> int:
    """Serve until Ctrl-C."""
    parser = argparse.ArgumentParser(prog="python -m demo", description="Serve a small defence press on this machine.")
    parser.add_argument("--port", type=int, default=8640, help="port of the first publication (default: 8640)")
    parser.add_argument("--articles", type=int, default=24, help="articles a publication (default: 24)")
    parser.add_argument("--corrected", action="store_true", help="with the correction already published")
    options = parser.parse_args()
    if not 1 <= options.port <= 65536 - len(PUBLICATIONS) or options.articles < 1:
        parser.error("name a port below 65530 and at least one article")
    ports = range(options.port, options.port + len(PUBLICATIONS))
    try:
        press = Press(ports, corrected=options.corrected, articles_per_publication=options.articles)
    except OSError as error:
        sys.stderr.write(f"Port {ports[0]} or one of the next is taken ({error.strerror}): name another with --port.\n")
        return 2
    with press:
        for publication in press.publications:
            sys.stdout.write(f"{publication.url}  {publication.name}\n")
        sys.stdout.write("Ctrl-C ends it.\n")
        sys.stdout.flush()
        try:
            while True:
                time.sleep(3600)
        except KeyboardInterrupt:
            return 0


if __name__ == "__main__":
    sys.exit(main())
