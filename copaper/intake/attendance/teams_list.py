"""Microsoft Teams' attendance list of 2020: name, action (joined, left), time.

Nobody "leaves" when the meeting ends: whoever has not left stayed until then.
"""

from __future__ import annotations

import re
from datetime import datetime

from copaper.intake.attendance import _tables
from copaper.intake.attendance._columns import columns
from copaper.intake.attendance._people import People
from copaper.intake.export import Export
from copaper.intake.registry import Reader
from copaper.nameparts import fold
from copaper.records import ExportKind, Presence, Reading

READER = Reader("teams_list", ExportKind.ATTENDANCE, "Microsoft Teams attendance list")

_PARTS = frozenset(("name", "action", "time"))
# "Joined before" is somebody who was there when the list began.
_LEFT = re.compile(r"left|saiu|salio|sorti|parti|a quitte|verlassen|opusci\w*|wyszedl|vertrok\w*|verlaten|uscit\w*")


def detects(export: Export) -> int:
    rows = _tables.head(export)
    return 85 if rows and columns(rows[0].cells).keys() >= _PARTS else 0


def read(export: Export) -> Reading:
    rows, ledger = _tables.open_table(export, READER)
    american = any(re.search(r"\d [AP]M$", cell) for row in rows[1:20] for cell in row.cells)
    people = People(rows, ledger, "month first" if american else "day first")
    open_: dict[str, tuple[int, datetime | None]] = {}
    for row in rows:
        if row.is_blank:
            ledger.ignore("blank", row.lines)
            continue
        if not people.header:
            people.begin(row, {part: columns(row.cells)[part] for part in _PARTS})
            continue
        name = people.cell(row, "name")
        if not name or not people.cell(row, "action"):
            ledger.remark("row-too-short", row.line, row.lines)
            continue
        ledger.read(row.lines)
        moment = people.moment(people.cell(row, "time"), row)
        if not _LEFT.search(fold(people.cell(row, "action"))):
            open_.setdefault(name, (row.line, moment))
        elif name in open_:
            line, joined = open_.pop(name)
            if joined and moment and moment < joined:
                ledger.remark("leave-before-join", row.line, 0)
                joined = moment = None
            ledger.items.append(Presence(line=line, name=name, joined=joined, left=moment))
        # Leaving without having joined says nothing more than that they were there.
        else:
            ledger.items.append(Presence(line=row.line, name=name))
    ledger.items += [Presence(line=line, name=name, joined=joined) for name, (line, joined) in open_.items()]
    ledger.items.sort(key=lambda presence: presence.line)
    return ledger.close()
