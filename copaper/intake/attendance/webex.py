"""Webex's attendance report: every row repeats the meeting and tells of one joining.

Dates are wrapped as ``="2026-03-12 18:00:00"`` so that Excel leaves them alone.
"""

from __future__ import annotations

from copaper.intake.attendance import _tables
from copaper.intake.attendance._columns import columns
from copaper.intake.attendance._people import People
from copaper.intake.export import Export
from copaper.intake.registry import Reader
from copaper.records import ExportKind, Reading

READER = Reader("webex_attendance", ExportKind.ATTENDANCE, "Webex attendance report")

_HEADER = frozenset(("meeting name", "meeting start time", "display name", "join time"))


def detects(export: Export) -> int:
    rows = _tables.head(export)
    return 90 if rows and _HEADER <= {cell.casefold() for cell in rows[0].cells} else 0


def read(export: Export) -> Reading:
    rows, ledger = _tables.open_table(export, READER)
    people = People(rows, ledger, "month first")
    about: dict[str, object] = {}
    for row in rows:
        if row.is_blank:
            ledger.ignore("blank", row.lines)
        elif not people.header:
            names = [cell.casefold() for cell in row.cells]
            found = columns(["" if name.startswith("meeting ") else name for name in names])
            meeting = {name: index for index, name in enumerate(names) if name.startswith("meeting ")}
            people.begin(row, {**found, **meeting})
        else:
            people.read(row)
            about = about or {
                "title": people.cell(row, "meeting name"),
                "started": people.moment(people.cell(row, "meeting start time"), row),
                "ended": people.moment(people.cell(row, "meeting end time"), row),
            }
    return ledger.close(**about)
