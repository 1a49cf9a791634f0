"""Does everything agree? Archive with its digests, index with archive, warehouse with index, search with warehouse."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from extract.site import Site
from warehouse.examination import examined
from warehouse.findings import Finding
from warehouse.repair import mend
from warehouse.survey import CheckProgress, Survey, opened, surveyed


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What was looked at, what is wrong with it, and what was done about it."""

    segments: int = 0
    captures: int = 0
    articles: int = 0
    findings: tuple[Finding, ...] = ()
    repaired: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether everything agrees."""
        return not self.findings


def check(
    data: Path,
    sites: Mapping[str, Site],
    *,
    repair: bool = False,
    workers: int | None = None,
    progress: CheckProgress | None = None,
) -> CheckReport:
    """Compare all that is at rest; with ``repair`` mend what can be mended. Nothing is deleted, only set aside.

    Without ``repair`` nothing is written and no run is held up: segments that a crawl has open are left out.
    Raises `Locked` (with ``repair``), `DiskFull`.
    """
    done = mend(data, sites, workers=workers) if repair else []
    findings: list[Finding] = []
    survey = Survey()
    if (state := opened(data, findings)) is not None:
        try:
            survey = surveyed(data, state, progress)
        finally:
            state.close()
        findings += survey.findings
    articles, found = examined(data)
    return CheckReport(
        segments=survey.segments,
        captures=survey.captures,
        articles=articles,
        findings=(*findings, *found),
        repaired=tuple(done),
    )
