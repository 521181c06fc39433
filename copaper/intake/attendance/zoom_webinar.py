"""Zoom's webinar attendee report: sections for host, panellists and attendees.

Each section has its own header; one row per joining; people who registered and did not come
are listed too. Answers to registration questions stand in columns of their own.
"""

from __future__ import annotations

from copaper.intake.attendance import _tables
from copaper.intake.attendance._columns import header_of
from copaper.intake.attendance._people import People, first_of, values_below
from copaper.intake.attendance._tables import Row
from copaper.intake.export import Export
from copaper.intake.registry import Reader
from copaper.records import ExportKind, Reading

READER = Reader("zoom_webinar", ExportKind.ATTENDANCE, "Zoom webinar attendee report")

_SECTIONS = {
    "host details": "host",
    "alternative host details": "host",
    "panelist details": "panellist",
    "panellist details": "panellist",
    "attendee details": "attendee",
    "other attended": "attendee",
}


def detects(export: Export) -> int:
    rows = _tables.head(export)
    if rows and _first(rows[0]) == "attendee report":
        return 95
    return 80 if any(_is_about(row) for row in rows) and any(_first(row) in _SECTIONS for row in rows) else 0


def _first(row: Row) -> str:
    return row.cells[0].strip(" :*").casefold() if row.cells else ""


def _is_about(row: Row) -> bool:
    cells = {cell.casefold() for cell in row.cells}
    return "topic" in cells and "webinar id" in cells


def read(export: Export) -> Reading:
    rows, ledger = _tables.open_table(export, READER)
    people = People(rows, ledger, "month first")
    about: dict[str, str] = {}
    names: Row | None = None
    role = "attendee"
    for row in rows:
        if row.is_blank:
            ledger.ignore("blank", row.lines)
        elif _first(row) in _SECTIONS and row.filled == 1:
            role, people.header = _SECTIONS[_first(row)], {}
            ledger.ignore("section title", row.lines)
        elif not people.header and (found := header_of(row)):
            people.begin(row, found)
        elif not people.header:
            ledger.ignore("about the webinar", row.lines)
            if names is not None and not about:
                about = values_below(names, row)
            if _is_about(row):
                names = row
        else:
            people.read(row, role=role, bracket=True)
    start = first_of(about, ("actual start time", "start time"))
    return ledger.close(
        title=about.get("topic", ""),
        started=people.moment(start, names) if names else None,
    )
