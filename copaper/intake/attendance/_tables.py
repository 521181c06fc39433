"""Tables of attendance reports, text or spreadsheet: rows of cells with their line numbers."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple

from python_calamine import CalamineError, CalamineWorkbook

from copaper.errors import BadInput
from copaper.intake.export import Export
from copaper.intake.ledger import Ledger
from copaper.intake.package import guard
from copaper.intake.registry import Reader

_LONGEST_FIELD = 1 << 20
_MOST_LINES = 40
"""Lines of one record; more is a quotation mark that nobody closed."""
_MOST_CELLS = 20_000_000
_HEAD = 60
"""Rows at the top of a file among which readers look for what they know."""
_SEPARATORS = ("\t", ";", ",", "|")
_FORMULA = re.compile(r'="(.*)"')

csv.field_size_limit(_LONGEST_FIELD)


class Row(NamedTuple):
    """One record: its first line, how many lines it spans, its cells with blanks joined."""

    line: int
    lines: int
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        return not any(self.cells)

    @property
    def filled(self) -> int:
        """How many cells hold anything."""
        return sum(map(bool, self.cells))


@dataclass(frozen=True)
class Sheet:
    """A whole table. ``lines`` counts the lines of the file (rows of a workbook)."""

    rows: tuple[Row, ...]
    lines: int
    elsewhere: int = 0
    """Rows of a workbook's other sheets."""
    nuls: int = 0
    lenient_at: int = 0
    """Line at which the quoting turned out to be broken, or 0."""


def open_table(export: Export, reader: Reader) -> tuple[Sequence[Row], Ledger]:
    """Return the rows of ``export`` and a ledger that already tells how they were read.

    Raises :class:`~copaper.errors.BadInput` ``package-refused`` for an unsafe workbook.
    """
    sheet = table_of(export)
    ledger = Ledger(reader.name, reader.kind, sheet.lines)
    ledger.ignore("other sheet", sheet.elsewhere)
    if sheet.nuls:
        ledger.remark("nul-bytes", 1, 0)
    if sheet.lenient_at:
        ledger.remark("quoting-broken", sheet.lenient_at, 0)
    if _is_cut_off(export, sheet.rows):
        ledger.remark("file-cut-off", sheet.rows[-1].line, 0)
    return sheet.rows, ledger


def _is_cut_off(export: Export, rows: Sequence[Row]) -> bool:
    """Tell whether the last row of a text file ends before its time: it has fewer cells than the row
    above, and no line end."""
    return not export.is_binary and not export.text.endswith("\n") and len(rows) > 2 and 0 < len(rows[-1].cells) < len(rows[-2].cells) and not rows[-1].is_blank


def head(export: Export) -> Sequence[Row]:
    """Return the first rows of a table, for telling what it is; none for what is no table."""
    if export.is_compound or _is_workbook(export):
        return table_of(export).rows[:_HEAD]
    if export.is_binary:
        return ()
    return _text_head(export)


@lru_cache(maxsize=4)
def _text_head(export: Export) -> Sequence[Row]:
    text = export.head
    if len(text) < len(export.text):
        text = text[: text.rfind("\n") + 1]
    return _parse(text.replace("\x00", ""))[0][:_HEAD]


# One export is asked for its table by several readers in a row.
@lru_cache(maxsize=1)
def table_of(export: Export, mark: str = "") -> Sheet:
    """Return the table that a text file or a workbook is; ``mark`` is what parts the cells of a text, if that is known."""
    if export.is_compound or _is_workbook(export):
        return _workbook(export)
    text = export.text
    nuls = text.count("\x00")
    rows, lenient_at = _parse(text.replace("\x00", "") if nuls else text, mark)
    return Sheet(tuple(rows), len(export.lines), nuls=nuls, lenient_at=lenient_at)


# --- text ------------------------------------------------------------------------------


def _parse(text: str, mark: str = "") -> tuple[list[Row], int]:
    """Return the rows, and the line at which the quoting is broken (0 where it is sound).

    The lenient reader of the standard library eats broken quotes in silence, so the strict
    one goes first; a quotation mark that is never closed must not swallow the rest.
    """
    mark = mark or separator(text)
    rows: list[Row] = []
    try:
        rows.extend(_records(text, mark, strict=True))
        return rows, 0
    except csv.Error:
        broken = rows[-1].line + rows[-1].lines if rows else 1
    try:
        rows = list(_records(text, mark, strict=False))
        if all(row.lines <= _MOST_LINES for row in rows):
            return rows, broken
    except csv.Error:
        pass
    lines = text.removesuffix("\n").split("\n")
    return [Row(number, 1, _cells(line.replace('"', "").split(mark))) for number, line in enumerate(lines, 1)], broken


def _records(text: str, mark: str, *, strict: bool) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline="\n"), delimiter=mark, strict=strict)
    before = 0
    for cells in reader:
        yield Row(before + 1, reader.line_num - before, _cells(cells))
        before = reader.line_num


def _cells(cells: Iterable[str]) -> tuple[str, ...]:
    found = tuple([" ".join(cell.split()) for cell in cells])
    # ="2026-03-12" keeps Excel from changing a date; the formula is not part of it.
    if '="' in "".join(found):
        return tuple([_FORMULA.sub(r"\1", cell) for cell in found])
    return found


def separator(text: str) -> str:
    """Return what parts the cells: the mark that stands in most lines of the beginning.

    A comma stands in dates and names too, so a tab or semicolon that is as common wins.
    Excel may say it in a first line ``sep=;``.
    """
    if said := re.match(r"\ufeff?sep=(.)\n", text):
        return said[1]
    sample = [line for line in text[:20_000].split("\n") if line.strip()][:_HEAD]
    counts = {mark: sum(mark in line for line in sample) for mark in _SEPARATORS}
    most = max(counts.values())
    return next((mark for mark in _SEPARATORS if most and counts[mark] >= 0.6 * most), ",")


# --- workbooks -------------------------------------------------------------------------


def _is_workbook(export: Export) -> bool:
    if not export.is_package:
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(export.data)) as package:
            return any(name.startswith("xl/") for name in package.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False  # a damaged package is no table; the readers of documents say so


def _workbook(export: Export) -> Sheet:
    """Read .xlsx or .xls: of its sheets the one that is filled most."""
    guard(export.name, export.data)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(export.data))
        sheets = [book.get_sheet_by_name(name) for name in book.sheet_names]
        if sum(sheet.total_height * sheet.total_width for sheet in sheets) > _MOST_CELLS:
            raise BadInput("package-refused", export.name, reason="it has more than 20 million cells")
        tables = [(sheet.start or (0, 0), sheet.to_python()) for sheet in sheets]
    except (CalamineError, OSError, ValueError, TypeError, IndexError, OverflowError):
        raise BadInput("package-refused", export.name, reason="it is not a workbook that Excel would open") from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # calamine's way of giving up
            raise
        raise BadInput("package-refused", export.name, reason="it is damaged") from None
    if not tables:
        return Sheet((), 0)
    start, table = max(tables, key=lambda one: len(one[1]))
    first = start[0] + 1
    return Sheet(
        tuple(Row(number, 1, _cells(map(_written, cells))) for number, cells in enumerate(table, first)),
        lines=sum(len(other) for _, other in tables),
        elsewhere=sum(len(other) for _, other in tables) - len(table),
    )


def _written(value: object) -> str:
    """Return a cell's value as a text file would have it."""
    match value:
        case None:
            return ""
        case datetime():
            return value.strftime("%Y-%m-%d %H:%M:%S")
        case date():
            return value.isoformat()
        case time():
            return value.strftime("%H:%M:%S")
        case timedelta():
            minutes, seconds = divmod(int(value.total_seconds()), 60)
            return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"
        case bool():
            return "Yes" if value else "No"
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)
