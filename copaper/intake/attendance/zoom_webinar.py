"""Zoom's webinar attendee report: sections for host, panellists and attendees.

Each section has its own header; one row per joining; people who registered and did not come
are listed too. Answers to registration questions stand in columns of their own.
"""

from __future__ import annotations

import re

from copaper.intake.attendance import _tables
from copaper.intake.attendance._people import Table, header_of
from copaper.intake.export import Export
from copaper.intake.ledger import Ledger
from copaper.intake.registry import Reader
from copaper.records import ExportKind, Reading

READER = Reader("zoom_webinar", ExportKind.ATTENDANCE, "Zoom webinar attendee or registration report")

_SECTIONS = {"host details": "host", "panelist details": "panellist", "attendee details": "attendee", "other attended": "attendee"}  # fmt: skip


def detects(export: Export) -> int:
    if export.is_binary:
        return 0
    first = export.head.lstrip("\ufeff\"' ")
    if re.match(r"(?:Attendee|Registration|Registrant) Report", first, re.I):
        return 95
    return 80 if "Webinar ID" in export.head and re.search(r"^\W*Attendee Details", export.head, re.M) else 0


def read(export: Export) -> Reading:
    ledger = Ledger(READER.name, READER.kind, len(export.lines))
    rows = list(_tables.rows(export, ledger))
    table = Table(export, rows, ledger, "month first")
    registration = "registra" in export.head[:40].casefold()
    header: dict[str, int] | None = None
    about: dict[str, object] = {}
    block: list[str] = []
    role = "attendee"
    for row in rows:
        first = row.cells[0].strip(" :").casefold() if row.cells else ""
        if row.is_blank:
            ledger.ignore("blank", row.lines)
        elif first in _SECTIONS:
            role, header = _SECTIONS[first], None
            ledger.ignore("section title", row.lines)
        elif header is None and (found := header_of(row)):
            header = found
            ledger.ignore("header", row.lines)
        elif header is None:
            ledger.ignore("about the webinar", row.lines)
            cells = [cell.casefold().strip(":") for cell in row.cells]
            if "topic" in cells:
                block = cells
            elif block and not about:
                values = dict(zip(block, row.cells, strict=False))
                start = values.get("actual start time") or values.get("scheduled time") or values.get("start time", "")
                about = {"title": values.get("topic", ""), "started": table.clock.read(start)}
        else:
            table.presence(row, header, role=role, original=True)
    if registration:
        # Registering is not attending: who came is known from the other sources.
        ledger.items = [item.model_copy(update={"attended": False, "joined": None}) for item in ledger.items]
        ledger.facts["report"] = "registration: tells organisation and province, not presence"
    return ledger.close(**about)
