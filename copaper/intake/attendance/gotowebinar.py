"""GoTo Webinar's attendee report, as .xls, .xlsx or CSV: blocks, then tables of people."""

from __future__ import annotations

from copaper.intake.attendance import _tables
from copaper.intake.attendance._columns import header_of
from copaper.intake.attendance._people import People, first_of, values_below
from copaper.intake.attendance._tables import Row
from copaper.intake.export import Export
from copaper.intake.registry import Reader
from copaper.records import ExportKind, Reading

READER = Reader("gotowebinar", ExportKind.ATTENDANCE, "GoTo Webinar attendee report")

_BLOCKS = frozenset(("general information", "session details", "attendee details", "staff details"))
_STAFF = "staff details"


def detects(export: Export) -> int:
    firsts = {_first(row) for row in _tables.head(export)}
    return 90 if {"general information", "session details"} <= firsts else 0


def _first(row: Row) -> str:
    return row.cells[0].strip(" :").casefold() if row.cells else ""


def read(export: Export) -> Reading:
    rows, ledger = _tables.open_table(export, READER)
    people = People(rows, ledger, "month first")
    about: dict[str, str] = {}
    names: Row | None = None
    role = ""
    for row in rows:
        if row.is_blank:
            ledger.ignore("blank", row.lines)
        elif _first(row) in _BLOCKS and row.filled == 1:
            role, people.header, names = "panellist" if _first(row) == _STAFF else "", {}, None
            ledger.ignore("section title", row.lines)
        elif not people.header and (found := header_of(row, least=3)):
            people.begin(row, found)
        elif not people.header:
            ledger.ignore("about the webinar", row.lines)
            # Names and values take turns, row by row.
            if names is None:
                names = row
            else:
                about, names = about | values_below(names, row), None
        else:
            people.read(row, role=role)
    started = first_of(about, ("actual start date/time", "start date/time", "actual start time"))
    return ledger.close(
        title=first_of(about, ("webinar name", "webinar title")),
        started=people.moment(started, rows[0]) if started else None,
    )
