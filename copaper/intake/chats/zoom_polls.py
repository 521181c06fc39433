"""Zoom's poll report: who answered what, as pairs of question and answer at the end of a row.

``#,User Name,User Email,Submitted Date/Time`` and then, under no name, question, answer,
question, answer, … Several choices are parted by semicolons. In an anonymous poll everybody
is called "anonymous".
"""

from __future__ import annotations

from copaper.intake.attendance import _tables
from copaper.intake.export import Export
from copaper.intake.registry import Reader
from copaper.nameparts import fold
from copaper.records import Ballot, ExportKind, Reading

READER = Reader("zoom_polls", ExportKind.POLL, "Zoom poll report")

_HEADER = ("#", "user name")
_BEFORE_PAIRS = 4
"""Number, name, address, time."""


def detects(export: Export) -> int:
    return 90 if any(_is_header(row.cells) for row in _tables.head(export)) else 0


def _is_header(cells: tuple[str, ...]) -> bool:
    names = [fold(cell.removeprefix("\ufeff")) for cell in cells[:_BEFORE_PAIRS]]
    return len(names) == _BEFORE_PAIRS and tuple(names[:2]) == _HEADER and names[3].startswith("submitted")


def read(export: Export) -> Reading:
    rows, ledger = _tables.open_table(export, READER)
    header = False
    title, before = "", ""
    for row in rows:
        if row.is_blank:
            ledger.ignore("blank", row.lines)
        elif _is_header(row.cells):
            header = True
            ledger.ignore("header", row.lines)
        elif not header or not row.cells[0].isdecimal():
            title = row.cells[0] if before == "topic" else title
            before = fold(row.cells[0])
            ledger.ignore("about the polls", row.lines)
        else:
            pairs = row.cells[_BEFORE_PAIRS:]
            answers = tuple(
                (question, answer) for question, answer in zip(pairs[::2], pairs[1::2], strict=False) if question and answer
            )
            if not answers:
                ledger.ignore("no answer given", row.lines)
                continue
            ledger.read(row.lines)
            name = row.cells[1]
            ledger.items.append(
                Ballot(line=row.line, name="" if fold(name).startswith("anonymous") else name, answers=answers)
            )
    return ledger.close(title=title)
