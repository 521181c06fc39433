"""Google Meet's attendance sheet: first and last name, length of stay, times without a day."""

from __future__ import annotations

from copaper.intake.attendance import _tables
from copaper.intake.attendance._columns import columns, header_of
from copaper.intake.attendance._people import People
from copaper.intake.export import Export
from copaper.intake.registry import Reader
from copaper.records import ExportKind, Reading

READER = Reader("meet_attendance", ExportKind.ATTENDANCE, "Google Meet attendance sheet")

_HEADER = ["first name", "last name", "email", "duration", "time joined", "time exited"]


def detects(export: Export) -> int:
    rows = _tables.head(export)
    return 85 if rows and [cell.casefold() for cell in rows[0].cells[: len(_HEADER)]] == _HEADER else 0


def read(export: Export) -> Reading:
    rows, ledger = _tables.open_table(export, READER)
    people = People(rows, ledger, "day first")
    for row in rows:
        if row.is_blank:
            ledger.ignore("blank", row.lines)
        elif not people.header:
            people.begin(row, header_of(row) or columns(row.cells))
        else:
            people.read(row)
    return ledger.close()
