"""Any table with a column of names: what a platform or a person wrote as CSV or the like.

The columns are guessed by what they are called; what was guessed is told by ``copaper check``.
"""

from __future__ import annotations

from copaper.intake.attendance import _tables
from copaper.intake.attendance._people import Table, header_of
from copaper.intake.export import Export
from copaper.intake.ledger import Ledger
from copaper.intake.registry import Reader
from copaper.records import ExportKind, Reading

READER = Reader("plain_table", ExportKind.ATTENDANCE, "Table of people")

_SEARCHED = 25
"""Rows among which the header is looked for."""


def detects(export: Export) -> int:
    if export.is_binary or "-->" in export.head:
        return 0
    ledger = Ledger(READER.name, READER.kind, 0)
    head = Export(export.name, export.head.encode("utf-8", "replace"))
    for row in list(_tables.rows(head, ledger))[:_SEARCHED]:
        if header_of(row, least=1) and (len(row.cells) > 1 or export.suffix in (".csv", ".tsv")):
            return 30
    return 0


def read(export: Export) -> Reading:
    ledger = Ledger(READER.name, READER.kind, len(export.lines))
    rows = list(_tables.rows(export, ledger))
    table = Table(export, rows, ledger, "day first")
    header: dict[str, int] | None = None
    for row in rows:
        if row.is_blank:
            ledger.ignore("blank", row.lines)
        elif header is None and (found := header_of(row, least=1)):
            header = found
            ledger.ignore("header", row.lines)
            ledger.facts["columns"] = ", ".join(f"{row.cells[i]} = {role}" for role, i in found.items())
            ledger.remark("columns-guessed", row.line, 0)
        elif header is None:
            ledger.ignore("above the table", row.lines)
        else:
            table.presence(row, header)
    return ledger.close()
