"""Zoom's meeting participants report: an optional block on the meeting, then people.

Two variants: one row per person with a total, or one row per joining. The header of the
people has been ``Name (Original Name)``, ``Name (original name)`` and ``Name``.
"""

from __future__ import annotations

import re
from datetime import datetime

from copaper.intake.attendance import _tables
from copaper.intake.attendance._columns import header_of
from copaper.intake.attendance._people import People, values_below
from copaper.intake.attendance._tables import Row
from copaper.intake.export import Export
from copaper.intake.registry import Reader
from copaper.records import ExportKind, Reading

READER = Reader("zoom_meeting", ExportKind.ATTENDANCE, "Zoom meeting participants report")

_NAME = re.compile(r"name \(original name\)", re.I)
_HOST = re.compile(r"^(?P<name>[^(@]{0,200}?)\s{0,9}\(?(?P<email>[^\s()@]{1,200}@[^\s()]{1,200})?\)?$")


def detects(export: Export) -> int:
    rows = _tables.head(export)
    if any(row.cells and _NAME.fullmatch(row.cells[0]) for row in rows):
        return 85
    return 80 if rows and _is_block(rows[0]) and any(header_of(row) for row in rows[1:]) else 0


def _is_block(row: Row) -> bool:
    """Tell whether a row is the header of the block on the meeting."""
    cells = {cell.casefold() for cell in row.cells}
    return {"topic", "start time"} <= cells and bool(cells & {"meeting id", "id"})


def read(export: Export) -> Reading:
    rows, ledger = _tables.open_table(export, READER)
    people = People(rows, ledger, "month first")
    about: dict[str, str] = {}
    block: Row | None = None
    for row in rows:
        if row.is_blank:
            ledger.ignore("blank", row.lines)
        elif not people.header and not _is_block(row) and (found := header_of(row)):
            people.begin(row, found)
        elif not people.header:
            ledger.ignore("about the meeting", row.lines)
            if block is not None and not about:
                about = values_below(block, row)
            block = block or row
        elif people.cell(row, "waiting").casefold() == "yes":
            # The same person has another row from the moment of being let in.
            ledger.ignore("in the waiting room", row.lines)
        else:
            people.read(row, bracket=True)
    _mark_host(ledger.items, about)
    return ledger.close(
        title=about.get("topic", ""),
        started=_moment(people, about.get("start time", ""), block),
        ended=_moment(people, about.get("end time", ""), block),
    )


def _moment(people: People, value: str, block: Row | None) -> datetime | None:
    return people.moment(value, block) if block else None


def _mark_host(items: list, about: dict[str, str]) -> None:
    """Give the host's role to whoever the block names as host (older: by e-mail alone)."""
    told = _HOST.match(about.get("host", ""))
    mail = about.get("user email", "") or (told["email"] if told and told["email"] else "")
    name = told["name"] if told else ""
    for index, item in enumerate(items):
        if (mail and item.email == mail.casefold()) or (name and item.name == name):
            items[index] = item._replace(role="host")
