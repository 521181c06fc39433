"""Zoom's registration report: who meant to come, and from which organisation and province.

Registering is not attending: nobody in it is counted as present.
"""

from __future__ import annotations

import re

from copaper.intake.attendance import _tables
from copaper.intake.attendance._columns import header_of
from copaper.intake.attendance._people import People, values_below
from copaper.intake.attendance._tables import Row
from copaper.intake.export import Export
from copaper.intake.registry import Reader
from copaper.records import ExportKind, Reading

READER = Reader("zoom_registration", ExportKind.ATTENDANCE, "Zoom registration report")

_TITLE = re.compile(r"(?:registration|registrant|registrants) report", re.I)
_REGISTERED = frozenset(("registration time", "approval status"))


def detects(export: Export) -> int:
    rows = _tables.head(export)
    if rows and rows[0].cells and _TITLE.match(rows[0].cells[0]):
        return 95
    # Excel keeps the table and loses the lines above it.
    return 75 if any(_is_header(row) for row in rows) else 0


def _is_header(row: Row) -> bool:
    cells = {cell.casefold() for cell in row.cells}
    return _REGISTERED <= cells and "attended" not in cells and header_of(row) is not None


def read(export: Export) -> Reading:
    rows, ledger = _tables.open_table(export, READER)
    people = People(rows, ledger, "month first")
    about: dict[str, str] = {}
    names: Row | None = None
    for row in rows:
        if row.is_blank:
            ledger.ignore("blank", row.lines)
        elif not people.header and (found := header_of(row)):
            people.begin(row, {part: index for part, index in found.items() if part not in ("join", "leave")})
        elif not people.header:
            ledger.ignore("about the webinar", row.lines)
            if names is not None and not about:
                about = values_below(names, row)
            if "topic" in (cell.casefold() for cell in row.cells):
                names = row
        elif (presence := people.read(row)) is not None:
            ledger.items[-1] = presence._replace(attended=False)
    ledger.facts["report"] = "who registered; it does not tell who came"
    return ledger.close(title=about.get("topic", ""))
