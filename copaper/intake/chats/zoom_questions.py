"""Zoom's question-and-answer report of a webinar.

Some lines about the webinar, then ``#,Question,Asker Name,Asker Email,Answer(s)``; answers
begin with ``Answered by Name:``, or say that the question was answered aloud.
"""

from __future__ import annotations

import re

from copaper.intake.attendance import _tables, _times
from copaper.intake.export import Export
from copaper.intake.registry import Reader
from copaper.nameparts import fold
from copaper.records import AskedQuestion, ExportKind, Reading

READER = Reader("zoom_questions", ExportKind.QUESTIONS, "Zoom questions and answers report")

_COLUMNS = {
    "question": ("question",),
    "asker": ("asker name", "asked by", "name"),
    "answer": ("answer(s)", "answers", "answer"),
    "time": ("question time", "asked at", "created time", "submitted date/time"),
}
_ANSWERS = re.compile(r"(?=\bAnswered by [^:]{1,80}:)")


def detects(export: Export) -> int:
    rows = _tables.head(export)
    if any(_columns(row.cells) for row in rows):
        return 90
    return 60 if rows and _about(rows[0]) == "question and answer report" else 0


def _columns(cells: tuple[str, ...]) -> dict[str, int]:
    names = [fold(cell) for cell in cells]
    found = {part: names.index(name) for part, known in _COLUMNS.items() for name in known[::-1] if name in names}
    return found if {"question", "asker", "answer"} <= found.keys() else {}


def read(export: Export) -> Reading:
    rows, ledger = _tables.open_table(export, READER)
    columns: dict[str, int] = {}
    title, before = "", ""
    order, _ = _times.day_order((cell for row in rows for cell in row.cells), "month first")
    for row in rows:
        if row.is_blank:
            ledger.ignore("blank", row.lines)
        elif not columns:
            columns = _columns(row.cells)
            ledger.ignore("header" if columns else "about the webinar", row.lines)
            if not columns:
                title = row.cells[0] if before == "topic" else title
                before = _about(row)
        else:
            question, asker, answer, time = (_cell(row, columns, part) for part in ("question", "asker", "answer", "time"))
            if not question:
                ledger.remark("row-too-short", row.line, row.lines)
                continue
            ledger.read(row.lines)
            ledger.items.append(
                AskedQuestion(
                    line=row.line,
                    asker=asker,
                    question=question,
                    answers=tuple(part.strip() for part in _ANSWERS.split(answer) if part.strip()),
                    time=_times.moment(time, order) if time else None,
                )
            )
    return ledger.close(title=title)


def _about(row: _tables.Row) -> str:
    """Return the first cell of a row above the table, folded."""
    return fold(row.cells[0]) if row.cells else ""


def _cell(row: _tables.Row, columns: dict[str, int], part: str) -> str:
    index = columns.get(part, -1)
    return row.cells[index] if 0 <= index < len(row.cells) else ""
