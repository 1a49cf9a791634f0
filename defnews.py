"""The command line: flags in, one function of the three packages called, an exit code out."""

import errno
import json
import os
import sys
import tempfile
from dataclasses import asdict, is_dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from extract import Capture, Site, SiteFileError, load_sites
from extract.site import load_site, site_files, site_of
from warehouse.archive import Archive, ArchiveError, DiskFull
from warehouse.lock import FolderNotWritable, Locked, hold
from warehouse.state import State, StateError

if TYPE_CHECKING:
    from warehouse.load import LoadReport

DONE, ATTENTION, USAGE, DISK_FULL, LOCKED, INTERRUPTED = 0, 1, 2, 3, 4, 130
LOOPBACK = ("127.", "localhost", "[::1]")

out = Console(highlight=False, soft_wrap=True)
if not out.is_terminal and "COLUMNS" not in os.environ:
    out.width = 140  # as an answer of `query`: 80 columns would cut addresses that a pipe or a file wants whole
err = Console(stderr=True, highlight=False, soft_wrap=True)
app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
)
sites_app = typer.Typer(help="The publications: site files, checked and tried out.", no_args_is_help=True)
app.add_typer(sites_app, name="sites")

Data = Annotated[Path, typer.Option("--data", metavar="DIR", help="Data folder.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object for machines instead of text.")]
Workers = Annotated[int | None, typer.Option(min=1, max=256, help="Extraction processes; one a core if not given.")]
OneSite = Annotated[str | None, typer.Option("--site", metavar="SITE", help="Only this site.")]
Contact = Annotated[str | None, typer.Option(help="Your address, for the sites' owners; goes with each request.")]
DATA = Path("data")
LAGGING = (
    "the search index is older than the warehouse and may lack the newest articles: `defnews load` brings it up to date"
)


class Format(StrEnum):
    """What a query's answer is written as."""

    table = "table"
    csv = "csv"
    jsonl = "jsonl"
    parquet = "parquet"
    markdown = "markdown"


class ExportFormat(StrEnum):
    """What an export is written as."""

    parquet = "parquet"
    jsonl = "jsonl"
    csv = "csv"


class LogFormat(StrEnum):
    """How a crawl's log is written."""

    text = "text"
    json = "json"


class OptOuts(StrEnum):
    """What becomes of pages that ask not to be kept or mined."""

    obey = "obey"
    record = "record"


Log = Annotated[
    LogFormat, typer.Option("--log-format", help="How log and progress are written; json: an object a line.")
]
Policy = Annotated[
    OptOuts, typer.Option("--opt-outs", help="Pages that ask not to be kept or mined: leave out, or keep with a note.")
]


def show_version(wanted: bool) -> None:
    """Print which defnews this is, and end."""
    if wanted:
        from importlib.metadata import version

        out.print(f"defnews {version('defnews')}", markup=False)
        raise typer.Exit(DONE)


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """A clean, queryable warehouse of what the defence press publishes."""


class Wrong(Exception):
    """The user asked for something that is not there: one sentence that says what to do."""


@app.command()
def demo(
    data: Annotated[Path, typer.Option("--data", metavar="DIR", help="Folder the demo keeps its data in.")] = Path(
        "demo-data"
    ),
    port: Annotated[int, typer.Option(min=1, max=65000, help="First of the ports to serve the press on.")] = 8640,
) -> None:
    """Run the whole road on a small defence press served from this machine, and answer two questions."""
    from demo.tour import TourFailed, tour

    try:
        tour(data, port, out.print)
    except TourFailed as error:
        raise Wrong(str(error)) from None


@app.command()
def crawl(
    sites: Annotated[list[str] | None, typer.Argument(metavar="[SITE]...", help="Sites; all if none is named.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="At most this many new articles a site.")] = None,
    since: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Nothing published before.")] = None,
    backfill: Annotated[bool, typer.Option("--backfill", help="Walk the sites' past too, newest first.")] = False,
    due: Annotated[bool, typer.Option("--due", help="Only what is due by now: for cron and timers.")] = False,
    no_load: Annotated[bool, typer.Option("--no-load", help="Leave the loading to `defnews load`.")] = False,
    contact: Contact = None,
    opt_outs: Policy = OptOuts.obey,
    log_format: Log = LogFormat.text,
    every: Annotated[
        int | None, typer.Option(metavar="MINUTES", min=1, max=1440, help="Crawl again and again until interrupted.")
    ] = None,
    as_json: AsJson = False,
    data: Data = DATA,
) -> None:
    """Find and fetch new articles into the archive, then load them."""
    if every is not None:
        from crawler.schedule import repeat

        given = sys.argv[1:]
        at = next(i for i, word in enumerate(given) if word.partition("=")[0] == "--every")
        again = given[:at] + given[at + (1 if "=" in given[at] else 2) :]
        raise typer.Exit(repeat([sys.executable, "-m", "defnews", *again], every, err.print))
    known = known_sites(data)
    refuse_lost_index(data)
    chosen = {name: named(known, name) for name in sites} if sites else known
    code = run_crawl(
        data,
        chosen,
        limit=limit,
        since=since,
        backfill=backfill,
        due=due,
        contact=contact,
        opt_outs=opt_outs.value,
        log_format=log_format.value,
        as_json=as_json,
    )
    if not no_load and code not in (DISK_FULL, INTERRUPTED):
        code = max(code, run_load(data, known, as_json=as_json))
    raise typer.Exit(code)


@app.command()
def load(
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Make the warehouse anew from the archive.")] = False,
    workers: Workers = None,
    as_json: AsJson = False,
    data: Data = DATA,
) -> None:
    """Extract and load what the warehouse does not have yet (all of it, if there is no warehouse)."""
    present(data)
    raise typer.Exit(run_load(data, known_sites(data), rebuild=rebuild, workers=workers, as_json=as_json))


@app.command()
def reextract(
    site: OneSite = None,
    stale: Annotated[
        bool, typer.Option("--stale", help="Rows made by other rules than today's (the default).")
    ] = False,
    everything: Annotated[bool, typer.Option("--all", help="All rows.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what would change; write nothing.")] = False,
    workers: Workers = None,
    as_json: AsJson = False,
    data: Data = DATA,
) -> None:
    """Run today's rules over the stored pages, without the network."""
    from warehouse.load import LoadReport
    from warehouse.reextract import reextract as run_reextract
    from warehouse.screen import load_progress

    if stale and everything:
        raise Wrong("--stale and --all exclude each other: give one of them")
    present(data)
    known = known_sites(data)
    with load_progress(err, quiet=as_json) as progress:
        result = run_reextract(
            data,
            known,
            site=named(known, site).stem if site else None,
            scope="all" if everything else "stale",
            workers=workers,
            progress=progress,
            diff=diff,
        )
    if isinstance(result, LoadReport):
        raise typer.Exit(print_load(result, as_json=as_json))
    if as_json:
        print_json(result)
    else:
        out.print(str(result), markup=False, end="")


@app.command()
def query(
    sql: Annotated[
        str | None, typer.Argument(metavar="SQL|NAME", help="One statement that reads, or a saved query's name.")
    ] = None,
    values: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME=VALUE]...", help="Values for a saved query.")
    ] = None,
    format: Annotated[Format, typer.Option("--format", help="How the answer is written.")] = Format.table,  # noqa: A002
    output: Annotated[Path | None, typer.Option(metavar="FILE", help="Write it here instead of the terminal.")] = None,
    search: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Search; SQL then has hits(url, score, snippet).")
    ] = None,
    data: Data = DATA,
) -> None:
    """Ask the warehouse, reading only; without SQL, list the saved queries."""
    from warehouse.query import run_query, run_saved, saved_queries

    wanted = None
    if search is not None:
        from warehouse.search import Wanted, is_current

        wanted = Wanted(words=search)
        if not is_current(data):
            complain(LAGGING, "note")
    if sql is None:
        table = Table("name", "answers", "values")
        for saved in saved_queries(data).values():
            takes = (f"{p.name}={p.default}" if p.default is not None else f"{p.name}=…" for p in saved.parameters)
            table.add_row(Text(saved.name), Text(saved.description), Text(" ".join(takes)))
        out.print(table)
    elif sql in saved_queries(data):
        given = {word.partition("=")[0]: word.partition("=")[2] for word in values or []}
        run_saved(data, sql, given, format=format.value, output=output, wanted=wanted)
    elif values:
        raise Wrong(f"{values[0]!r} is left over: put the whole SQL statement in quotes")
    else:
        run_query(data, sql, format=format.value, output=output, wanted=wanted)


@app.command()
def search(
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS", help='All must occur. "phrase", OR, NOT, (group), begin*, headline:word.'),
    ],
    site: OneSite = None,
    language: Annotated[str | None, typer.Option(metavar="CODE", help="Only this language, such as en.")] = None,
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Published on this day or later.")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Published on this day or earlier.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=100_000, help="How many articles to show, the best first.")] = 10,
    as_json: AsJson = False,
    data: Data = DATA,
) -> None:
    """Find articles by their words, the best first, each with the passage that answers."""
    from warehouse.search import Wanted, found_object
    from warehouse.search import search as find

    days = {"since": since.date() if since else None, "until": until.date() if until else None}
    found = find(data, Wanted(words=" ".join(words), site=site, language=language, **days), limit=limit)
    if not found.current:
        complain(LAGGING, "note")
    if as_json:
        print_json(found_object(found))
    else:
        from warehouse.screen import print_found

        print_found(out, found)


@app.command()
def shell(data: Data = DATA) -> None:
    """Open DuckDB's own command line on the warehouse, or a Python prompt where there is none; reading only."""
    from warehouse.shell import shell as run_shell

    run_shell(data)


@app.command()
def explain(
    target: Annotated[str, typer.Argument(metavar="URL|FILE", help="An article's address, or a saved page.")],
    site: Annotated[str | None, typer.Option("--site", metavar="SITE", help="Whose rules to apply to a FILE.")] = None,
    as_json: AsJson = False,
    data: Data = DATA,
) -> None:
    """Say how one article came out: evidence for each field, each dropped block with the rule that dropped it."""
    from extract.core import extract_article
    from warehouse.screen import explanation_object, print_explanation

    known = known_sites(data)
    capture, owner = find_capture(data, target, known)
    owner = named(known, site) if site else owner
    result = extract_article(capture, owner, explain=True)
    if as_json:
        print_json(explanation_object(capture.url, result))
    else:
        print_explanation(out, capture.url, result)


@app.command()
def history(
    url: Annotated[str, typer.Argument(metavar="URL", help="Any address of the article.")],
    as_json: AsJson = False,
    data: Data = DATA,
) -> None:
    """Show what an article said when: each text it had, and what changed from one to the next, word by word."""
    from warehouse.history import history as find_history
    from warehouse.screen import print_history

    told = find_history(data, known_sites(data), url)
    if as_json:
        print_json(told)
    else:
        print_history(out, told)


@app.command()
def schedule(
    every: Annotated[int, typer.Option(metavar="MINUTES", min=1, max=1440, help="How often to look.")] = 15,
    contact: Contact = None,
    opt_outs: Policy = OptOuts.obey,
    log_format: Log = LogFormat.text,
    output: Annotated[Path | None, typer.Option(metavar="DIR", help="Write the systemd units here.")] = None,
    data: Data = DATA,
) -> None:
    """Print what makes this installation crawl what is due by itself: systemd units and a crontab line."""
    from crawler.schedule import units

    command = [sys.executable, "-m", "defnews", "crawl", "--due", "--data", str(data.absolute())]
    command += ["--contact", contact] if contact else []
    command += ["--opt-outs", opt_outs.value] if opt_outs != OptOuts.obey else []
    command += ["--log-format", log_format.value] if log_format != LogFormat.text else []
    made = units(command, every)
    files = {"defnews.service": made.service, "defnews.timer": made.timer}
    if output is not None:
        output.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (output / name).write_text(text, encoding="utf-8")
    for name, text in files.items():
        out.print(f"# ~/.config/systemd/user/{name}\n{text}", markup=False)
    out.print("# then: systemctl --user daemon-reload && systemctl --user enable --now defnews.timer", markup=False)
    out.print(f"\n# or, in crontab -e:\n{made.crontab}", markup=False, end="")


@app.command()
def status(as_json: AsJson = False, data: Data = DATA) -> None:
    """Say how each site stands: what is known, what came of it, last success, what is due; the counts add up."""
    from crawler.screen import print_status
    from crawler.status import status as find_status

    present(data)
    state = State(data / "state.sqlite")
    try:
        found = find_status(state, known_sites(data))
    finally:
        state.close()
    if as_json:
        print_json(found)
    else:
        print_status(out, found, datetime.now(UTC))
    raise typer.Exit(ATTENTION if any(site.problems for site in found) else DONE)


@app.command()
def check(
    repair: Annotated[bool, typer.Option("--repair", help="Mend it; nothing is deleted, only set aside.")] = False,
    workers: Workers = None,
    as_json: AsJson = False,
    data: Data = DATA,
) -> None:
    """Check that archive, index and warehouse agree: digests, places, rows."""
    from warehouse.check import check as run_check
    from warehouse.screen import counted

    folder_not_file(data)
    if not data.exists():
        raise Wrong(f"there is nothing in {data}: name your data folder with --data")
    report = run_check(data, known_sites(data), repair=repair, workers=workers)
    if as_json:
        print_json(report)
    else:
        for finding in report.findings:
            out.print(f"{finding.part}: {finding.said}", markup=False)
            if not repair or not finding.repairable:
                out.print(f"  {'--repair would: ' if finding.repairable else ''}{finding.remedy}", markup=False)
        for done in report.repaired:
            out.print(f"repaired: {done}", markup=False)
        looked_at = f"{report.segments} segments, {report.captures} captures, {report.articles} articles"
        faults = counted(len(report.findings), "fault")
        out.print(f"{looked_at}: {'all agree' if report.sound else faults}", markup=False)
    mended = repair and all(finding.repairable for finding in report.findings)
    raise typer.Exit(DONE if report.sound or mended else ATTENTION)


@app.command()
def export(
    output: Annotated[Path, typer.Argument(metavar="OUTPUT", help="A folder for Parquet, a file for the others.")],
    format: Annotated[ExportFormat, typer.Option("--format", help="How it is written.")] = ExportFormat.parquet,  # noqa: A002
    table: Annotated[
        str,
        typer.Option(
            help="articles, article_history, article_stories, stories, captures, rejects, sites, loads, runs."
        ),
    ] = "articles",
    site: OneSite = None,
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Published on this day or later.")
    ] = None,
    data: Data = DATA,
) -> None:
    """Write the warehouse for other programs: Parquet by site and month, JSON Lines, CSV."""
    from warehouse.export import export as run_export

    day = since.date().isoformat() if since else None
    report = run_export(data, output, format=format.value, table=table, site=site, since=day)
    out.print(f"wrote {report.rows} rows to {report.output}", markup=False)


@app.command("import")
def import_(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="WARC, WACZ, saved HTML or plain text.")],
    site: Annotated[str | None, typer.Option("--site", metavar="SITE", help="Whose pages these are.")] = None,
    url: Annotated[str | None, typer.Option(help="Address of a page or text that does not name its own.")] = None,
    no_load: Annotated[bool, typer.Option("--no-load", help="Leave the loading to `defnews load`.")] = False,
    as_json: AsJson = False,
    data: Data = DATA,
) -> None:
    """Bring foreign WARCs, saved pages and plain texts into the archive, then load them."""
    from warehouse.importing import import_files

    known = known_sites(data)
    if url is not None and len(files) > 1:
        raise Wrong("--url is the address of one page: import the files one by one")
    refuse_lost_index(data)
    with hold(data, "crawl"):
        state = State(data / "state.sqlite")
        archive = Archive(data, state)
        try:
            archive.recover()
            imported = import_files(archive, files, known, site=named(known, site) if site else None, url=url)
        finally:
            archive.close()
            state.close()
    for problem in imported.problems:
        complain(problem)
    if as_json:
        print_json(imported)
    else:
        skipped = "".join(f", {count} left out ({reason})" for reason, count in sorted(imported.skipped.items()))
        out.print(f"imported {imported.new} new, {imported.known} known already{skipped}", markup=False)
    code = ATTENTION if imported.problems else DONE
    if not no_load and (imported.new or imported.known):
        code = max(code, run_load(data, known, as_json=as_json))
    raise typer.Exit(code)


@sites_app.command("list")
def sites_list(as_json: AsJson = False, data: Data = DATA) -> None:
    """List the publications we know."""
    known = known_sites(data)
    if as_json:
        return print_json({stem: site.model_dump(mode="json", by_alias=True) for stem, site in known.items()})
    table = Table()
    table.add_column("site", no_wrap=True)
    for name in ("name", "country", "language", "found through", "layouts"):
        table.add_column(name)
    for stem, site in known.items():
        places = {"feed": site.discover.feeds, "sitemap": site.discover.sitemaps, "listing": site.discover.listings}
        found = ", ".join(f"{len(p)} {n}{'s' if len(p) > 1 else ''}" for n, p in places.items() if p)
        table.add_row(stem, site.name, site.country or "", site.language or "", found, str(len(site.layouts)))
    out.print(table)
    return None


@sites_app.command("check")
def sites_check(data: Data = DATA) -> None:
    """Check every site file, yours in DIR/sites too; each fault is named with file, line and key."""
    faults = []
    files = site_files(data / "sites")
    for stem in (s for s in files if not s.startswith("_")):
        try:
            load_site(files[stem], files)
        except SiteFileError as error:
            faults.append(str(error))
    if not faults:
        known = known_sites(data)
        out.print(f"{len(known)} site files are in order")
    for fault in faults:
        complain(fault)
    raise typer.Exit(USAGE if faults else DONE)


@sites_app.command("preview")
def sites_preview(
    site: Annotated[str, typer.Argument(metavar="SITE")],
    limit: Annotated[int, typer.Option(min=1, max=50, help="How many articles to fetch.")] = 3,
    contact: Annotated[str | None, typer.Option(help="Your address, for the site's owner.")] = None,
    data: Data = DATA,
) -> None:
    """Fetch a few of a site's articles into a throw-away folder and show how they come out."""
    from extract.core import extract_article
    from warehouse.screen import print_explanation

    chosen = named(known_sites(data), site)
    with tempfile.TemporaryDirectory(prefix="defnews-preview-") as folder:
        code = run_crawl(Path(folder), {site: chosen}, limit=limit, contact=contact)
        state = State(Path(folder) / "state.sqlite")
        archive = Archive(Path(folder), state)
        for row in archive.index.all():
            out.print()
            print_explanation(out, row.url, extract_article(archive.read(row), chosen, explain=True))
        state.close()
    raise typer.Exit(code)


def run_crawl(data: Path, sites: dict[str, Site], *, as_json: bool = False, **options: Any) -> int:
    """Crawl, show it, and give the exit code."""
    from crawler.run import CrawlOptions
    from crawler.run import crawl as run
    from crawler.screen import crawl_progress, print_report

    hosts = [host for site in sites.values() for host in site.hosts]
    if options.get("contact") is None and not all(host.startswith(LOOPBACK) for host in hosts):
        complain("the sites cannot tell who is calling: name an address with --contact you@example.org", "note")
    since = options.pop("since", None)
    chosen = CrawlOptions(since=since.date() if since else None, **options)
    with crawl_progress(err, quiet=as_json, log_format=chosen.log_format) as progress:
        report = run(data, sites, options=chosen, progress=progress)
    if as_json:
        print_json(report)
    else:
        print_report(out, report)
    for sentence in report.attention:
        if chosen.log_format == "json":
            at = datetime.now(UTC).isoformat(timespec="milliseconds")
            err.out(json.dumps({"at": at, "event": "attention", "sentence": sentence}, ensure_ascii=False))
        else:
            complain(sentence, "attention")
    if report.disk_full:
        return DISK_FULL
    if report.interrupted:
        return INTERRUPTED
    return ATTENTION if report.attention else DONE


def run_load(
    data: Path, sites: dict[str, Site], *, rebuild: bool = False, workers: int | None = None, as_json: bool = False
) -> int:
    """Load, show it, and give the exit code."""
    from warehouse.load import load as run
    from warehouse.screen import load_progress

    with load_progress(err, quiet=as_json) as progress:
        report = run(data, sites, rebuild=rebuild, workers=workers, progress=progress)
    return print_load(report, as_json=as_json)


def print_load(report: "LoadReport", *, as_json: bool) -> int:
    """Show what a load or a re-extraction did, and give the exit code."""
    from warehouse.screen import counted, load_lines

    if as_json:
        print_json(report)
    else:
        for line in load_lines(report):
            out.print(line, markup=False)
    if report.unread:
        lost = f"{counted(report.unread, 'capture')} cannot be read from the archive"
        complain(f"{lost}: `defnews check` says where, and how to mend it", "attention")
    return ATTENTION if report.unread else DONE


def known_sites(data: Path) -> dict[str, Site]:
    """The sites we ship and those in the data folder."""
    folder_not_file(data)
    return load_sites(data / "sites")


def folder_not_file(data: Path) -> None:
    """Refuse a file in the place of the data folder."""
    if data.exists() and not data.is_dir():
        raise Wrong(f"{data} is a file: name a folder with --data")


def named(sites: dict[str, Site], name: str) -> Site:
    """The site of that name, or a sentence that says which there are."""
    from difflib import get_close_matches

    if name in sites:
        return sites[name]
    close = get_close_matches(name, sites, n=1)
    meant = f": did you mean {close[0]}?" if close else ": `defnews sites list` shows those there are"
    raise Wrong(f"there is no site {name!r}{meant}")


def present(data: Path) -> None:
    """Refuse a data folder in which nothing was ever crawled or imported."""
    refuse_lost_index(data)
    if not (data / "state.sqlite").exists():
        raise Wrong(f"there is nothing in {data} yet: run `defnews crawl` or `defnews import` first")


def refuse_lost_index(data: Path) -> None:
    """Refuse an archive without its index: begun anew, all of it would be fetched again."""
    folder_not_file(data)
    path = data / "state.sqlite"
    if not path.exists() and any((data / "archive").glob("*/*/*/*.warc.gz*")):
        raise Wrong(f"{path} is missing: `defnews check --repair` makes it again from the archive")


def find_capture(data: Path, target: str, sites: dict[str, Site]) -> tuple[Capture, Site | None]:
    """The newest capture of a URL in the archive, or a saved page read from a file."""
    path = Path(target)
    if path.is_file():
        from warehouse.importing import NotImportable, saved_page

        try:
            return saved_page(path, sites, nameless=True)
        except NotImportable as error:
            raise Wrong(str(error)) from None
    if "://" not in target:
        raise Wrong(f"there is no file {target}, and addresses begin with https://")
    present(data)
    owner = site_of(target, sites)
    from extract.urls import url_key

    state = State(data / "state.sqlite")
    try:
        archive = Archive(data, state)
        row = archive.index.last(owner.url_key(target) if owner else url_key(target))
        if row is None:
            raise Wrong(f"{target} is neither a file nor in the archive: crawl or import it first")
        return archive.read(row), owner or sites.get(row.site)
    finally:
        state.close()


def print_json(value: object) -> None:
    """Write one JSON object on a line of its own."""

    def plain(item: object) -> object:
        if is_dataclass(item) and not isinstance(item, type):
            return asdict(item)
        if isinstance(item, datetime):
            return item.astimezone(UTC).isoformat()
        return list(item) if isinstance(item, (set, tuple, frozenset)) else str(item)

    sys.stdout.write(json.dumps(value, default=plain, ensure_ascii=False) + "\n")


def complain(sentence: str, kind: str = "error") -> None:
    """Write one sentence to standard error."""
    err.print(Text.assemble((f"{kind}: ", "bold red" if kind == "error" else "bold yellow"), sentence))


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command line; every fault that a user can meet ends in one sentence and an exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    debug = "--debug" in given
    given = data_last([a for a in given if a != "--debug"])
    try:
        try:
            app(given, prog_name="defnews")
        finally:
            sys.stdout.flush()
    except Exception as error:
        if isinstance(error, OSError) and error.errno in (errno.EPIPE, errno.ENOSPC):
            # The interpreter must not trip over the rest of the output at its end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):  # whoever reads it has had enough, as `head` does
            sys.exit(DONE)
        if debug:
            raise
        complain(sentence_for(error))
        sys.exit(code_for(error))
    sys.exit(DONE)


def data_last(arguments: list[str]) -> list[str]:
    """Let ``--data`` stand before the command too."""
    if arguments[:1] == ["--data"]:
        return [*arguments[2:], *arguments[:2]]
    if arguments and arguments[0].startswith("--data="):
        return [*arguments[1:], arguments[0]]
    return arguments


def sentence_for(error: Exception) -> str:
    """One sentence for a fault; one that nobody foresaw says how to see more."""
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return "no room left on the disk: free some space, then run the same command again"
    if known_code(error) is not None:
        return str(error)
    return f"unexpected {type(error).__name__}: {error} (run the same command with --debug to see where)"


def code_for(error: Exception) -> int:
    """Exit code of a fault."""
    code = known_code(error)
    return ATTENTION if code is None else code


def known_code(error: Exception) -> int | None:
    """Exit code of a fault that says itself what to do; None for any other."""
    if isinstance(error, DiskFull) or (isinstance(error, OSError) and error.errno == errno.ENOSPC):
        return DISK_FULL
    if isinstance(error, Locked):
        return LOCKED
    from warehouse.database import WarehouseError

    refused = (Wrong, SiteFileError, FolderNotWritable, ArchiveError, StateError, WarehouseError)
    return USAGE if isinstance(error, refused) else None


if __name__ == "__main__":
    main()
