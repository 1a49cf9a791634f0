"""Measure extraction against trafilatura, on the demo's press and on a corpus that the user names.

    python -m benchmarks [--corpus DIR] [--pages N] [--memory N]

DIR holds ``gold.jsonl`` (id, url, headline, author, published, body, must_have, must_not_have) and ``html/<id>.html.gz``.
"""

import argparse
import gc
import gzip
import json
import re
import time
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory
from typing import Any

import trafilatura

from demo.press import Press
from extract import Article, Capture, Site, extract_article
from extract.site import load_site

WHEN = datetime(2026, 11, 1, tzinfo=UTC)
Page = tuple[str, bytes, Site | None]
Found = dict[str, Any]


def ours(page: Page, *, with_site: bool = False) -> Found:
    """Extract with our rules, as the loader does."""
    url, body, site = page
    capture = Capture(url=url, fetched_at=WHEN, headers={"content-type": "text/html"}, body=body)
    result = extract_article(capture, site if with_site else None)
    if not isinstance(result, Article):
        return {}
    published = result.published_at.isoformat() if result.published_at else None
    return {
        "body": result.body,
        "headline": result.headline,
        "authors": list(result.authors),
        "published": published,
    }


def peer(page: Page, *, fast: bool = False) -> Found:
    """Extract with trafilatura and its metadata."""
    found = trafilatura.bare_extraction(page[1], url=page[0], with_metadata=True, fast=fast)
    if found is None:
        return {}
    authors = (found.author or "").split("; ")
    return {"body": found.text, "headline": found.title, "authors": authors, "published": found.date}


METHODS: dict[str, Callable[[Page], Found]] = {
    "defnews": ours,
    "defnews, site file": lambda page: ours(page, with_site=True),
    "trafilatura": peer,
    "trafilatura fast": lambda page: peer(page, fast=True),
}


def timed(method: Callable[[Page], Found], pages: list[Page]) -> tuple[list[Found], float]:
    """Run a method over pages; its answers, and processor seconds a page."""
    method(pages[0])
    gc.collect()
    gc.freeze()  # as the loader's workers do: no method pays for what others have left in memory
    started = time.process_time()
    found = [method(page) for page in pages]
    return found, (time.process_time() - started) / len(pages)


def compare(pages: list[Page], gold: list[dict[str, Any]], names: Iterable[str]) -> None:
    """Print speed and quality of each method, speed as a ratio to trafilatura's in this run."""
    results = {name: timed(METHODS[name], pages) for name in names}
    floor = results["trafilatura"][1]
    for name, (found, seconds) in results.items():
        figures = "  ".join(f"{label} {value:.3f}" for label, value in score(gold, found).items())
        print(f"{name:19} {1000 * seconds:6.1f} ms a page  {floor / seconds:4.1f}x  {figures}")


def score(gold: list[dict[str, Any]], found: list[Found]) -> dict[str, float]:
    """Macro averages over pages: word and 4-gram F1 of the body, snippets, date, headline and authors that are right."""
    pairs = list(zip(gold, found, strict=True))
    figures = {
        "word F1": mean(f1(grams(g["body"], 1), grams(p.get("body"), 1)) for g, p in pairs),
        "4-gram F1": mean(f1(grams(g["body"], 4), grams(p.get("body"), 4)) for g, p in pairs),
    }
    for label, key in (("must-have", "must_have"), ("leaked", "must_not_have")):
        shares = [mean(fold(s) in fold(p.get("body")) for s in g[key]) for g, p in pairs if g.get(key)]
        figures |= {label: mean(shares)} if shares else {}
    dated = [(g["published"][:10], (p.get("published") or "")[:10]) for g, p in pairs if g.get("published")]
    titled = [words(g["headline"]) == words(p.get("headline")) for g, p in pairs if g.get("headline")]
    signed = [(g["author"], " ".join(p.get("authors") or [])) for g, p in pairs if g.get("author")]
    figures |= {"date": mean(a == b for a, b in dated)} if dated else {}
    figures |= {"headline": mean(titled)} if titled else {}
    return figures | ({"authors": mean(f1(Counter(words(a)), Counter(words(b))) for a, b in signed)} if signed else {})


def words(text: str | None) -> list[str]:
    """Words in lower case."""
    return re.findall(r"\w+", (text or "").lower())


def fold(text: str | None) -> str:
    """Text in lower case with white space folded."""
    return " ".join((text or "").lower().split())


def grams(text: str | None, size: int) -> Counter[tuple[str, ...]]:
    """Word n-grams, with their number; a shorter text is one."""
    found = words(text)
    return Counter(tuple(found[i : i + size]) for i in range(max(1, len(found) - size + 1)) if found)


def f1(gold: Counter[Any], predicted: Counter[Any]) -> float:
    """F1 of two multisets."""
    if not gold or not predicted:
        return float(not gold and not predicted)
    shared = (gold & predicted).total()
    return 2 * shared / (gold.total() + predicted.total())


def with_layouts(pages: list[Page], gold: list[dict[str, Any]]) -> tuple[list[Page], list[dict[str, Any]]]:
    """Pages with the layout that somebody would write for each: the element that generic extraction names, and the h1."""
    kept = []
    for (url, body, _), truth in zip(pages, gold, strict=True):
        capture = Capture(url=url, fetched_at=WHEN, headers={"content-type": "text/html"}, body=body)
        result = extract_article(capture, explain=True)
        evidence = result.explanation.evidence if result.explanation else ()
        named = next((str(e.value) for e in evidence if e.field == "body" and e.source in ("name", "density")), "")
        if not isinstance(result, Article) or not re.search(r"[.#]", named):
            continue
        fields = {
            "stem": "page",
            "name": "Page",
            "homepage": "https://page.example/",
            "hosts": ("page.example",),
            "layout": ({"body": named, "headline": "h1"},),
        }
        try:
            kept.append(((url, body, Site.model_validate(fields, strict=False)), truth))
        except ValueError:  # a class that is no name in CSS
            continue
    return [page for page, _ in kept], [truth for _, truth in kept]


def memory(pages: list[Page], count: int) -> None:
    """Print the resident memory of one process at each tenth of so many extractions."""
    size = Path("/proc/self/statm")
    told = []
    for number in range(1, count + 1):
        ours(pages[number % len(pages)])
        if number % (count // 10) == 0:
            told.append(int(size.read_text().split()[1]) * 4096 >> 20)
    print(f"{count} extractions in one process: {', '.join(map(str, told))} MB at each tenth")


def press_pages() -> tuple[list[Page], list[dict[str, Any]]]:
    """The demo's pages, with their truths."""
    pages: list[Page] = []
    gold: list[dict[str, Any]] = []
    with Press() as press, TemporaryDirectory() as folder:
        for publication in press.publications:
            path = Path(folder) / f"{publication.stem}.toml"
            path.write_text(publication.site_file(), encoding="utf-8")
            site = load_site(path)
            for truth in publication.articles:
                with urllib.request.urlopen(truth.url) as answer:  # noqa: S310 (our own server on loopback)
                    pages.append((truth.url, answer.read(), site))
                gold.append({"body": truth.body, "headline": truth.headline, "author": " ".join(truth.authors)})
    return pages, gold


def corpus_pages(folder: Path, count: int | None) -> tuple[list[Page], list[dict[str, Any]]]:
    """A corpus's pages, with their ground truth."""
    gold = [json.loads(line) for line in (folder / "gold.jsonl").open(encoding="utf-8")][:count]
    return [
        (g["url"], gzip.decompress((folder / "html" / f"{g['id']}.html.gz").read_bytes()), None) for g in gold
    ], gold


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpus", type=Path, help="folder of a corpus with ground truth")
    parser.add_argument("--pages", type=int, help="only so many pages of the corpus")
    parser.add_argument("--memory", type=int, metavar="N", help="memory of one process over N extractions, and no more")
    options = parser.parse_args()
    pages, gold = press_pages()
    if options.memory:
        if options.corpus:
            pages, gold = corpus_pages(options.corpus, options.pages)
        memory(pages, options.memory)
        return
    print(f"demo press, {len(pages)} pages")
    compare(pages, gold, METHODS)
    if options.corpus:
        pages, gold = corpus_pages(options.corpus, options.pages)
        print(f"{options.corpus.name}, {len(pages)} pages, no site files")
        compare(pages, gold, ("defnews", "trafilatura", "trafilatura fast"))
        pages, gold = with_layouts(pages, gold)
        print(f"{options.corpus.name}, {len(pages)} pages, each with a layout")
        compare(pages, gold, ("defnews", "defnews, site file", "trafilatura"))


if __name__ == "__main__":
    main()
