"""What loads, explanations and checks look like to a person: progress, closing lines, tables."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from extract.article import Article, Explanation, Rejected
from warehouse.loading import LoadProgress, LoadReport
from warehouse.loading import Progress as LoadCallback

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
    if not report.captures:
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
        table = Table("field", "source", "value", title="Evidence, the one taken marked *", title_justify="left")
        for item in explanation.evidence:
            mark = "*" if item.chosen else ""
            table.add_row(Text(f"{item.field}{mark}"), Text(item.source), Text(_short(item.value)))
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
            {"field": e.field, "source": e.source, "value": e.value, "chosen": e.chosen} for e in explanation.evidence
        ],
        "dropped": [{"rule": d.rule, "text": d.text} for d in explanation.dropped],
    }


def _short(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= SHORT else text[: SHORT - 1] + "…"
