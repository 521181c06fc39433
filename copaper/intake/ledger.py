"""Accounting for every line of an export: read, ignored for a reason, or remarked upon."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from copaper.intake.export import Export
from copaper.records import ExportKind, Item, Reading, Remark

if TYPE_CHECKING:
    from copaper.intake.registry import Reader


@contextmanager
def many_records() -> Iterator[None]:
    """Pause the cycle collector while a reader makes its records: there are hundreds of
    thousands, none in a cycle, and looking through them again and again doubles the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Ledger:
    """What a reader does with each line; :meth:`close` makes the reading.

    A line that no call speaks of counts as remarked under ``line-not-understood``, so a
    reader cannot lose a line in silence.
    """

    def __init__(self, reader: str, kind: ExportKind, lines: int) -> None:
        self.reader, self.kind, self.lines = reader, kind, lines
        self.items: list[Item] = []
        self.facts: dict[str, str] = {}
        self._read = 0
        self._ignored: Counter[str] = Counter()
        self._remarks: dict[str, list[int]] = {}

    @classmethod
    def of(cls, reader: Reader, export: Export, lines: list[str] | None = None) -> Self:
        """Return a ledger for what ``reader`` does with ``export``, or with the ``lines`` of
        a document; it remarks upon bytes that were lost in decoding and upon NULs."""
        ledger = cls(reader.name, reader.kind, len(export.lines if lines is None else lines))
        if lines is None:
            if export.is_lossy:
                ledger.remark("bytes-lost", 1, 0)
            if "\x00" in export.text:
                ledger.remark("nul-bytes", 1, 0)
        return ledger

    def read(self, lines: int = 1) -> None:
        """Count ``lines`` as read."""
        self._read += lines

    def ignore(self, reason: str, lines: int = 1) -> None:
        """Count ``lines`` as left out for ``reason`` ("blank", "header", …)."""
        if lines:
            self._ignored[reason] += lines

    def remark(self, code: str, line: int, lines: int = 1) -> None:
        """Remark upon something at ``line``; ``lines`` is how many lines it accounts for
        (0 when they are read all the same)."""
        entry = self._remarks.setdefault(code, [line, 0, 0])
        entry[1] += 1
        entry[2] += lines

    def close(self, **about: object) -> Reading:
        """Return the reading; ``about`` fills its other fields (title, started, …)."""
        accounted = self._read + sum(self._ignored.values()) + sum(r[2] for r in self._remarks.values())
        if accounted < self.lines:
            self.remark("line-not-understood", 0, self.lines - accounted)
        return Reading(
            reader=self.reader,
            kind=self.kind,
            items=tuple(self.items),
            lines=self.lines,
            lines_read=self._read,
            ignored=dict(sorted(self._ignored.items())),
            remarks=tuple(
                Remark(code=code, line=first, count=count, lines=lines)
                for code, (first, count, lines) in sorted(self._remarks.items())
            ),
            facts=self.facts,
            **about,
        )
