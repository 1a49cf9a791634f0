"""Measure a crawl against a bare Scrapy spider that only downloads the same pages, and its memory over a long backfill.

    python -m benchmarks.crawl [--pages N] [--kilobytes K] [--urls N] [--disk DIR]

Both crawl the same server on this machine in the same run; what counts is pages a second of processor time. Then the
site is crawled once more, unchanged. ``--urls`` is the length of the backfill, of which every hundredth page exists; it
is long, so it is only measured when given.
"""

import argparse
import asyncio
import gzip
import json
import multiprocessing
import os
import random
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parent.parent
A_SITEMAP = 2_000

BARE = """
import json, resource, sys
import scrapy
from scrapy.crawler import AsyncCrawlerProcess
given = json.loads(sys.argv[1])
class Bare(scrapy.Spider):
    name = "bare"
    async def start(self):
        for n in range(given["pages"]):
            yield scrapy.Request(f"{given['url']}/news/{n}", dont_filter=True)
    def parse(self, response):
        assert response.status == 200
process = AsyncCrawlerProcess({"LOG_ENABLED": False, "TELNETCONSOLE_ENABLED": False, "REMOTE_CONTROL_ENABLED": False,
                               "CONCURRENT_REQUESTS_PER_DOMAIN": 8, "CONCURRENT_REQUESTS": 8})
before = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
process.crawl(Bare)
process.start()
print(json.dumps({"seconds": sum(resource.getrusage(resource.RUSAGE_SELF)[:2]) - before}))
"""

OURS = """
import json, resource, sys
from pathlib import Path
from crawler.run import CrawlOptions, crawl
from extract.site import load_site
given = json.loads(sys.argv[1])
site = load_site(Path(given["file"]))
memory = []
def watch(progress):
    memory.append(int(Path("/proc/self/statm").read_text().split()[1]) * 4096 >> 20)
before = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
report = crawl(Path(given["data"]), {site.stem: site}, options=CrawlOptions(backfill=given["backfill"]), progress=watch)
counts = report.sites[site.stem]
print(json.dumps({"seconds": sum(resource.getrusage(resource.RUSAGE_SELF)[:2]) - before, "new": counts.new,
                  "found": counts.found, "memory": memory, "requests": counts.requests, "fetched": counts.fetched,
                  "not_modified": counts.not_modified}))
"""


class Server(asyncio.Protocol):
    """Answers with as little work as can be: articles of one packed page, and a sitemap index of as many as wanted."""

    def __init__(self, page: bytes, urls: int, each: int) -> None:
        self.page, self.urls, self.each = page, urls, each

    def connection_made(self, transport: Any) -> None:
        """Keep the connection."""
        self.transport = transport
        host, port = transport.get_extra_info("sockname")
        self.url = f"http://{host}:{port}"

    def data_received(self, data: bytes) -> None:
        """Answer one request; the crawlers do not send the next before."""
        path = data.split(b" ", 2)[1].decode()
        status, kind, coding, body = "200 OK", "text/html; charset=utf-8", "", b""
        if path.startswith("/news/") and int(path[6:]) % self.each == 0:
            coding, body = "Content-Encoding: gzip\r\n", self.page
        elif path == "/index.xml":
            count = range((self.urls + A_SITEMAP - 1) // A_SITEMAP)
            entries = "".join(f"<sitemap><loc>{self.url}/map/{n}.xml</loc></sitemap>" for n in count)
            kind, body = "text/xml", f"<sitemapindex>{entries}</sitemapindex>".encode()
        elif path.startswith("/map/"):
            start = int(path[5:-4]) * A_SITEMAP
            urls = range(start, min(start + A_SITEMAP, self.urls))
            entries = "".join(f"<url><loc>{self.url}/news/{n}</loc></url>" for n in urls)
            kind, body = "text/xml", f"<urlset>{entries}</urlset>".encode()
        else:
            status = "404 Not Found"
        tag = f'"{len(body)}"' if kind == "text/xml" else ""
        if tag and f"If-None-Match: {tag}".encode() in data:
            status, body = "304 Not Modified", b""
        coding += f"ETag: {tag}\r\n" if tag else ""
        head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{coding}Content-Length: {len(body)}\r\n\r\n"
        self.transport.write(head.encode() + body)


def page(kilobytes: int) -> bytes:
    """A page of words, packed as servers do."""
    words = [f"word{n}" for n in range(4000)]
    pick = random.Random(1)  # noqa: S311 (filler)
    text = " ".join(pick.choice(words) for _ in range(kilobytes * 1024 // 8))
    return gzip.compress(f"<html><head><title>Page</title></head><body><p>{text}</p></body></html>".encode())


def serve(port: Any, packed: bytes, urls: int, each: int) -> None:
    """Serve until killed."""

    async def run() -> None:
        server = await asyncio.get_running_loop().create_server(lambda: Server(packed, urls, each), "127.0.0.1", 0)
        port.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(run())


def served(packed: bytes, urls: int, each: int) -> tuple[multiprocessing.Process, str]:
    """Start a server in a process of its own."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=serve, args=(theirs, packed, urls, each), daemon=True)
    process.start()
    return process, f"http://127.0.0.1:{ours.recv()}"


def child(script: str, given: dict[str, Any]) -> dict[str, Any]:
    """Run a contender in a process of its own, so that its processor time is its own."""
    done = subprocess.run(
        [sys.executable, "-c", script, json.dumps(given)],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(done.stderr)
    return dict(json.loads(done.stdout))


def crawl(url: str, folder: Path, *, backfill: bool) -> dict[str, Any]:
    """Crawl the served site with everything: robots, frontier, archive, index, commits."""
    file = folder / "bench.toml"
    host = url.partition("//")[2]
    file.write_text(
        f'name = "Bench"\nhomepage = "{url}/"\nhosts = ["{host}"]\n'
        '[discover]\nsitemaps = ["/index.xml"]\naccept = ["/news/"]\ndelay = 0\n'
    )
    return child(OURS, {"file": str(file), "data": str(folder / "data"), "backfill": backfill})


def speed(pages: int, kilobytes: int, disk: str | None) -> None:
    """Print pages a processor second of both, and their ratio."""
    process, url = served(page(kilobytes), pages, 1)
    with TemporaryDirectory(dir=disk) as folder:
        bare = child(BARE, {"url": url, "pages": pages})["seconds"]
        ours = crawl(url, Path(folder), backfill=False)
        again = crawl(url, Path(folder), backfill=False)
    process.kill()
    if ours["new"] != pages:
        raise SystemExit(f"only {ours['new']} of {pages} pages came in")
    print(f"{pages} pages of {kilobytes} KB")
    print(f"  bare Scrapy spider   {pages / bare:7.1f} pages a processor second")
    print(
        f"  defnews crawl        {pages / ours['seconds']:7.1f} pages a processor second, {bare / ours['seconds']:.2f}x"
    )
    asked, unmodified = again["requests"], again["not_modified"]
    print(f"  crawled again        {asked} requests, {unmodified} answered 304, {again['fetched']} pages fetched")


def memory(urls: int, disk: str | None) -> None:
    """Print a crawl's memory at the tenths of a long backfill."""
    process, url = served(page(20), urls, 100)
    with TemporaryDirectory(dir=disk) as folder:
        ours = crawl(url, Path(folder), backfill=True)
    process.kill()
    told = ours["memory"]
    tenths = [told[min(len(told) - 1, len(told) * n // 10)] for n in range(1, 11)]
    print(f"backfill of {ours['found']} URLs in {ours['seconds']:.0f} processor seconds")
    print(f"  memory at each tenth: {', '.join(map(str, tenths))} MB")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--kilobytes", type=int, default=80, help="size of a page, unpacked")
    parser.add_argument("--urls", type=int, default=0, help="length of the backfill whose memory is measured")
    parser.add_argument("--disk", metavar="DIR", help="where the archive is written")
    given = parser.parse_args()
    speed(given.pages, given.kilobytes, given.disk)
    if given.urls:
        memory(given.urls, given.disk)


if __name__ == "__main__":
    main()
