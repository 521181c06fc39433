"""A Teams chat as the common export tools write it: DateTime, From, Content, newest first."""

from __future__ import annotations

import re
from datetime import datetime

from copaper.intake.attendance import _tables, _times
from copaper.intake.export import Export
from copaper.intake.registry import Reader
from copaper.nameparts import fold
from copaper.records import ExportKind, Post, Reading

READER = Reader("teams_chat_csv", ExportKind.CHAT, "Microsoft Teams chat as a table")

_YEAR_FIRST = re.compile(r"\d{4}[-/.]")
_TIME = frozenset(("datetime", "date time", "date", "timestamp", "created", "createddatetime", "sent"))
_FROM = frozenset(("from", "sender", "author", "user"))
_WORDS = frozenset(("content", "message", "text", "body"))


def detects(export: Export) -> int:
    return 90 if any(_columns(row.cells) for row in _tables.head(export)[:3]) else 0


def _columns(cells: tuple[str, ...]) -> tuple[int, int, int] | None:
    """Return where time, author and words stand, if the row is the header."""
    names = [fold(cell.removeprefix("\ufeff")) for cell in cells]
    found = [next((i for i, name in enumerate(names) if name in known), -1) for known in (_TIME, _FROM, _WORDS)]
    return (found[0], found[1], found[2]) if min(found) >= 0 else None


def read(export: Export) -> Reading:
    rows, ledger = _tables.open_table(export, READER)
    columns = None
    found: list[tuple[datetime | None, Post]] = []
    dates = (cell for row in rows for cell in row.cells[:3] if not _YEAR_FIRST.match(cell))
    order, certainty = _times.day_order(dates, "day first")
    if certainty == "assumed":
        ledger.remark("day-order-ambiguous", 1, 0)
    for row in rows:
        if row.is_blank:
            ledger.ignore("blank", row.lines)
        elif columns is None:
            columns = _columns(row.cells)
            ledger.ignore("header" if columns else "above the table", row.lines)
        elif len(row.cells) <= max(columns):
            ledger.remark("row-too-short", row.line, row.lines)
        else:
            ledger.read(row.lines)
            time, author, words = (row.cells[i] for i in columns)
            moment = _times.moment(time, order)
            if moment is None:
                ledger.remark("bad-time", row.line, 0)
            if words:
                found.append((moment, _post(row.line, moment, author, words)))
    known = [moment for moment, _ in found if moment]
    if known and known[0] > known[-1]:
        found.reverse()
        ledger.facts["order"] = "newest first; turned round"
    ledger.items.extend(post for _, post in found)
    ledger.facts["clock"] = "time of day"
    return ledger.close()


def _post(line: int, moment: datetime | None, author: str, words: str) -> Post:
    seconds = float(moment.hour * 3600 + moment.minute * 60 + moment.second) if moment else None
    return Post(
        line=line, time=seconds, wall_clock=True, day=moment.date() if moment else None, author=author, text=words
    )
