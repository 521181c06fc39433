"""Zoom's meeting participants report: an optional block on the meeting, then people.

Two variants: one row per person with a total, or one row per joining.
"""

from __future__ import annotations

import re

from copaper.intake.attendance import _tables
from copaper.intake.attendance._people import Table, header_of
from copaper.intake.export import Export
from copaper.intake.ledger import Ledger
from copaper.intake.registry import Reader
from copaper.records import ExportKind, Reading

READER = Reader("zoom_meeting", ExportKind.ATTENDANCE, "Zoom meeting participants report")

_BLOCK = re.compile(r"^\W*(?:Meeting ID|Topic)\b.*\b(?:Start Time|Duration)", re.I)
_PEOPLE = re.compile(r"^\W*Name \(original name\)", re.I | re.M)


def detects(export: Export) -> int:
    if export.is_binary or "Webinar ID" in export.head:
        return 0
    if _PEOPLE.search(export.head):
        return 85
    return 80 if _BLOCK.match(export.head) and re.search(r"^\W*Name\b", export.head, re.M) else 0


def read(export: Export) -> Reading:
    ledger = Ledger(READER.name, READER.kind, len(export.lines))
    rows = list(_tables.rows(export, ledger))
    table = Table(export, rows, ledger, "month first")
    header: dict[str, int] | None = None
    about: dict[str, object] = {}
    block: list[str] | None = None
    for row in rows:
        if row.is_blank:
            ledger.ignore("blank", row.lines)
        elif header is None and (found := header_of(row)):
            header = found
            ledger.ignore("header", row.lines)
        elif header is None:
            ledger.ignore("about the meeting", row.lines)
            if block is None:
                block = [cell.casefold() for cell in row.cells]
            elif not about:
                about = _about(dict(zip(block, row.cells, strict=False)), table)
        else:
            table.presence(row, header, original=True)
    return ledger.close(**about)


def _about(values: dict[str, str], table: Table) -> dict[str, object]:
    return {
        "title": values.get("topic", ""),
        "started": table.clock.read(values.get("start time", "")),
        "ended": table.clock.read(values.get("end time", "")),
    }
