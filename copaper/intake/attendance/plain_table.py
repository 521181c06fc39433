"""Any table with a column of names: what a platform or a person wrote as CSV or in Excel.

The columns are guessed by what they are called; what was guessed is told by ``copaper check``.
"""

from __future__ import annotations

from copaper.intake.attendance import _tables
from copaper.intake.attendance._columns import header_of, is_of_people
from copaper.intake.attendance._people import People
from copaper.intake.export import Export
from copaper.intake.registry import Reader
from copaper.records import ExportKind, Reading

READER = Reader("plain_table", ExportKind.ATTENDANCE, "Table of people")

_TABLES = (".csv", ".tsv", ".xlsx", ".xls")


def detects(export: Export) -> int:
    for row in _tables.head(export):
        if header_of(row, least=1) and (len(row.cells) > 1 or export.suffix in _TABLES):
            return 30 if is_of_people(row) else 0
    return 0


def read(export: Export) -> Reading:
    rows, ledger = _tables.open_table(export, READER)
    people = People(rows, ledger, "day first")
    for row in rows:
        if row.is_blank:
            ledger.ignore("blank", row.lines)
        elif not people.header and (found := header_of(row, least=1)):
            people.begin(row, found)
            guessed = sorted(people.header.items(), key=lambda part: part[1])
            ledger.facts["columns"] = ", ".join(f"{row.cells[i] or i + 1} = {part}" for part, i in guessed)
            ledger.remark("columns-guessed", row.line, 0)
        elif not people.header:
            ledger.ignore("above the table", row.lines)
        else:
            people.read(row)
    return ledger.close()
