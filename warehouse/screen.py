"""What loads, explanations and checks look like to a person: progress, closing lines, tables."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from itertools import groupby
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from extract.article import Article, Evidence, Explanation, Image, Rejected
from warehouse.formats import CONTROL, shown
from warehouse.history import History
from warehouse.loading import LoadProgress, LoadReport
from warehouse.loading import Progress as LoadCallback
from warehouse.passages import Passage
from warehouse.search import Found

PLAIN_EVERY = 2000
SHORT = 110


@contextmanager
def load_progress(console: Console, *, quiet: bool = False) -> Iterator[LoadCallback | None]:
    """Show how far a load is: a bar on a terminal, a line from time to time elsewhere, nothing if ``quiet``."""
    if quiet:
        yield None
        return
    if not console.is_terminal:

        def line(progress: LoadProgress) -> None:
            if progress.done % PLAIN_EVERY == 0:
                console.print(f"extracted {progress.done} of {progress.total} captures")

        yield line
        return
    columns = (TextColumn("extracting"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    with Progress(*columns, TimeRemainingColumn(), console=console, transient=True) as bar:
        task = bar.add_task("", total=None)

        def move(progress: LoadProgress) -> None:
            said = f"{progress.articles} articles, {progress.rejected} rejected"
            bar.update(task, completed=progress.done, total=progress.total, description=said)

        yield move


def load_lines(report: LoadReport) -> list[str]:
    """Say what a load did, in sums that add up."""
    if not report.captures and not report.unread:
        return [f"nothing new to load: {report.articles} articles in the warehouse"]
    lines = [
        f"loaded {counted(report.captures, 'capture')} in {report.seconds:.1f} s: "
        f"{report.with_article} with an article, {report.rejected} rejected, {report.revisits} seen unchanged"
    ]
    if report.reasons:
        lines.append("rejected: " + ", ".join(f"{count} {reason}" for reason, count in report.reasons.items()))
    lines.append(
        f"{counted(report.new_articles, 'new article')}, {counted(report.new_revisions, 'revision')}; "
        f"{report.articles} articles in the warehouse"
    )
    return lines


def counted(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def print_explanation(console: Console, url: str, result: Article | Rejected) -> None:
    """Show how one capture came out: each field with its evidence, each dropped block with its rule."""
    explanation = result.explanation or Explanation()
    if isinstance(result, Rejected):
        console.print(Text.assemble((f"rejected: {result.reason}", "bold red"), f"  {result.detail}"))
    else:
        console.print(Text(result.headline, style="bold"))
    console.print(Text(url, style="dim"))
    if explanation.evidence:
        table = Table(
            "field", "", "source", "value", "as stated", title="Evidence, what was taken marked *", title_justify="left"
        )
        for field, items in groupby(_by_field(explanation.evidence), key=lambda item: item.field):
            for number, item in enumerate(
                dict.fromkeys((i.source, i.chosen, _plain(i.value), i.detail) for i in items)
            ):
                source, chosen, value, detail = item
                cells = (field if number == 0 else "", "*" if chosen else "", source, _short(value), _short(detail, 60))
                table.add_row(*map(Text, cells), style="bold" if chosen else "dim")
            table.add_section()
        console.print(table)
    if explanation.dropped:
        table = Table("rule", "dropped", title="Dropped blocks", title_justify="left")
        for block in explanation.dropped:
            table.add_row(Text(block.rule), Text(_short(block.text)))
        console.print(table)
    if isinstance(result, Article):
        paragraphs = Table("kind", "text", title=f"Body: {result.word_count} words", title_justify="left")
        for piece in result.blocks:
            paragraphs.add_row(Text(piece.kind), Text(_short(piece.text)))
        console.print(paragraphs)
        if result.flags:
            console.print(Text("flags: " + ", ".join(result.flags)))


def print_history(console: Console, told: History) -> None:
    """Show what an article said when: each text with its time, then what changed from the one before."""
    console.print(Text.assemble((told.url, "bold"), f"  {told.site}"))
    for revision in told.revisions:
        words = f"{revision.word_count} words" + (f" ({revision.words:+d})" if revision.words else "")
        since, until = (f"{moment:%Y-%m-%d %H:%M}" for moment in (revision.seen_from, revision.seen_to))
        seen = f"seen {since}" + (f" to {until}" if until != since else "") + " UTC"
        changed = f": {', '.join(revision.changed)} changed" if revision.changed else ""
        console.print()
        console.print(Text(f"revision {revision.revision}, {seen}, {words}{changed}", style="bold"))
        if not revision.changed:
            console.print(Text(f"  {revision.headline}"))
        for passage in (*revision.headline_change, *revision.body_change):
            console.print(Text("  ").append_text(_passage(passage)))


def _passage(passage: Passage) -> Text:
    """Words that went and came, marked for those who see no colours too."""
    marks = {"same": ("", "", ""), "removed": ("[-", "-]", "red"), "added": ("{+", "+}", "green")}
    parts = []
    for piece in passage.pieces:
        opening, closing, style = marks[piece.kind]
        parts.append(Text(f"{opening}{piece.text}{closing}", style=style))
    return Text(" ").join(parts)


def explanation_object(url: str, result: Article | Rejected) -> Mapping[str, Any]:
    """The same for machines."""
    explanation = result.explanation or Explanation()
    fields = [f for f in type(result).__dataclass_fields__ if f not in ("explanation", "blocks")]
    return {
        "url": url,
        "outcome": "article" if isinstance(result, Article) else "rejected",
        **{name: getattr(result, name) for name in fields if name != "url"},
        "blocks": [{"kind": b.kind, "text": b.text} for b in result.blocks] if isinstance(result, Article) else [],
        "evidence": [
            {"field": e.field, "source": e.source, "value": e.value, "chosen": e.chosen, "detail": e.detail}
            for e in explanation.evidence
        ],
        "dropped": [{"rule": d.rule, "text": d.text} for d in explanation.dropped],
    }


def _by_field(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Bring the candidates of a field together, fields in the order in which they were first told of."""
    order = {name: number for number, name in enumerate(dict.fromkeys(item.field for item in evidence))}
    return sorted(evidence, key=lambda item: order[item.field])


def _plain(value: object) -> str:
    """Show a value as a person would write it."""
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S} UTC"
    if isinstance(value, Image):
        return "  ".join(filter(None, (value.caption, f"© {value.credit}" if value.credit else None, value.url)))
    return str(value)


def print_found(console: Console, found: Found) -> None:
    """Show what a search found: headline, where and when, and the passage with what was looked for in bold."""
    for hit in found.hits:
        day = f"{hit.published_at:%Y-%m-%d}" if hit.published_at else "undated"
        console.print(Text(shown(hit.headline), style="bold"))
        console.print(Text(shown(f"  {day}  {hit.site}  {hit.url}"), style="dim"))
        passage = Text(hit.snippet.text)
        for start, stop in hit.snippet.marks:
            passage.stylize("bold yellow", start, stop)
        passage.plain = CONTROL.sub(lambda match: " " * len(match[0]), passage.plain)
        console.print(Padding(passage, (0, 2)), soft_wrap=False)
    of = f" of {found.total:,}" if found.total > len(found.hits) else ""
    console.print(Text(f"{len(found.hits):,}{of} article{'' if found.total == 1 else 's'}", style="dim"))


def _short(value: object, most: int = SHORT) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= most else text[: most - 1] + "…"
