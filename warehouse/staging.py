"""Decided captures on their way into the warehouse: counted, and packed into Arrow tables a portion at a time."""

from collections import Counter
from collections.abc import Callable, Sequence

import pyarrow as pa

from extract.article import Article, Rejected
from extract.version import VERSION
from warehouse.index import IndexedCapture
from warehouse.rows import Decided, Result, articles_table, captures_table, outcome, rejects_table

PACK_ROWS = 2_000  # as Python objects; packed they take a quarter of the memory


Tables = tuple[pa.Table, pa.Table, pa.Table]
"""Articles, captures and rejects."""


class Staging:
    """What was decided since the last merge, and counts of all that was decided in this load."""

    def __init__(self, load_id: str) -> None:
        self.tally: Counter[str] = Counter()
        self.reasons: Counter[str] = Counter()
        self.captures = 0
        """Captures staged since the last merge."""

        self.characters = 0
        """Characters of text staged since the last merge."""

        self._load_id = load_id
        self._loose: list[Decided] = []
        self._packed: list[Tables] = []

    def add(self, capture: IndexedCapture, site: str, result: Result) -> None:
        """Stage and count one decided capture."""
        self._loose.append(Decided(capture, site, result))
        self.captures += 1
        if isinstance(result, Article):
            self.characters += len(result.body)
        self._count(result, 1)
        if len(self._loose) >= PACK_ROWS:
            self._pack()

    def tables(self) -> Tables:
        """Articles, captures and rejects staged since the last merge."""
        self._pack()
        articles, captures, rejects = (pa.concat_tables(parts) for parts in zip(*self._packed, strict=True))
        return articles, captures, rejects

    def clear(self) -> None:
        """Forget what was staged: it is merged."""
        self._packed.clear()
        self.captures = self.characters = 0

    def _pack(self) -> None:
        if not self._loose:
            return
        try:
            packed = self._tables(self._loose)
        except ValueError:  # some value fits no column: that capture alone is refused, with the reason
            packed = self._tables([self._fitting(one) for one in self._loose])
        self._packed.append(packed)
        self._loose = []

    def _tables(self, decided: Sequence[Decided]) -> Tables:
        makers: tuple[Callable[[Sequence[Decided], str], pa.Table], ...] = (
            articles_table,
            captures_table,
            rejects_table,
        )
        articles, captures, rejects = (make(decided, self._load_id) for make in makers)
        return articles, captures, rejects

    def _fitting(self, one: Decided) -> Decided:
        try:
            self._tables([one])
        except ValueError as error:
            refused = Rejected(
                reason="error",
                detail=f"a value that no column can hold: {error}".encode(errors="replace").decode(),
                extractor_version=VERSION,
                site_digest=one.result.site_digest if one.result else None,
            )
            self._count(one.result, -1)
            self._count(refused, 1)
            return one._replace(result=refused)
        return one

    def _count(self, result: Result, number: int) -> None:
        self.tally[outcome(result)] += number
        if isinstance(result, Rejected):
            self.reasons[result.reason] += number
