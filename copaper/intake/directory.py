"""``people.csv``: where people of a community come from, as somebody wrote it down who knows them.

Read as tables of people in exports are, in any encoding and with any mark between the cells; but what does
not fit is an error here, as a person can mend it, and a cell in the wrong column would be printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from copaper.errors import BadInput
from copaper.intake.attendance._columns import Header, columns
from copaper.intake.attendance._people import NOTHING
from copaper.intake.attendance._tables import Row, Sheet, table_of
from copaper.intake.export import Export
from copaper.intake.names import parse
from copaper.records import Notice

_SAID = ("organisation", "province")
_KNOWN = ("name", *_SAID)
_NAMES = ("name", "first", "last")

Key = tuple[str, ...]


@dataclass(frozen=True)
class Directory:
    """``people`` holds organisation and province by the key of a name; ``notices`` tell what was not used."""

    people: Mapping[Key, tuple[str, str]] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()

    def of(self, name: str) -> tuple[str, str]:
        """Return organisation and province of who bears ``name``; empty for what is not known."""
        return self.people.get(parse(name).key, ("", ""))

    def __contains__(self, name: str) -> bool:
        return parse(name).key in self.people


def read_directory(export: Export) -> Directory:
    """Read the table of a people.csv.

    Raises :class:`~copaper.errors.BadInput` naming the line: ``people-workbook``, ``encoding``,
    ``people-no-header``, ``people-no-columns``, ``people-quotes`` or ``people-row-long``.
    """
    table, header, rows = _open(export)
    if not header:
        return Directory()
    people: dict[Key, tuple[str, str]] = {}
    notices: dict[str, Notice] = {}

    def remark(code: str, line: int, detail: str = "") -> None:
        found = notices.get(code)
        notices[code] = found.model_copy(update={"count": found.count + 1}) if found else Notice(code=code, line=line, detail=detail)

    first = table.rows[_header_at(table)]
    if unused := _unused(first, header):
        remark("people-column", first.line, unused)
    for row in rows:
        if any(row.cells[len(first.cells) :]):
            raise BadInput("people-row-long", export.name, row.line, cells=len(row.cells), columns=len(first.cells))
        if not (name := _name(row, header)):
            remark("people-no-name", row.line)
            continue
        if len(row.cells) <= max(index for part, index in header.items() if part in _KNOWN):
            remark("people-row-short", row.line)
        said = tuple(_cell(row, header, part) for part in _SAID)
        if people.setdefault(parse(name).key, said) != said:
            remark("people-twice", row.line)
            people[parse(name).key] = said
    return Directory(people, tuple(notices.values()))


def without(export: Export, who: str) -> str | None:
    """Return the text of a people.csv without the rows of ``who``, all else as it is; None where
    there are none."""
    _, header, rows = _open(export)
    gone = {line for row in rows if parse(_name(row, header)).key == parse(who).key for line in range(row.line, row.line + row.lines)}
    return "".join(f"{line}\n" for number, line in enumerate(export.lines, 1) if number not in gone) if gone else None


def _open(export: Export) -> tuple[Sheet, Header, list[Row]]:
    """Return the table, its columns and the rows below them; nothing of a file without a word."""
    if export.is_package or export.is_compound:
        raise BadInput("people-workbook", export.name)
    if export.is_lossy:
        raise BadInput("encoding", export.name, encoding="UTF-8")
    table = table_of(export, _parted_by(export))
    if table.lenient_at:
        raise BadInput("people-quotes", export.name, table.lenient_at)
    at = _header_at(table)
    if at == len(table.rows):
        return table, {}, []
    # What is called by its plain name is meant before what may be another word for it.
    exact = {cell.casefold(): place for place, cell in enumerate(table.rows[at].cells) if cell.casefold() in _KNOWN}
    header = columns(table.rows[at].cells) | exact
    if "name" not in header and not {"first", "last"} <= header.keys():
        raise BadInput("people-no-header", export.name, table.rows[at].line)
    if not any(part in header for part in _SAID):
        raise BadInput("people-no-columns", export.name, table.rows[at].line)
    return table, header, [row for row in table.rows[at + 1 :] if not row.is_blank]


def _parted_by(export: Export) -> str:
    """Return what parts the cells of the header, which holds no texts with marks of their own, or nothing where that is not clear."""
    first = next((line for line in export.lines if line.strip()), "")
    counts = {mark: first.count(mark) for mark in "\t;,"}
    best = max(counts, key=lambda mark: counts[mark])
    return "" if first.casefold().startswith("sep=") or not counts[best] else best


def _header_at(table: Sheet) -> int:
    """Return which row is the first with words; Excel may put ``sep=;`` above it."""
    words = (i for i, row in enumerate(table.rows) if not row.is_blank and row.cells[0].casefold() != "sep=")
    return next(words, len(table.rows))


def _unused(first: Row, header: Header) -> str:
    """Return the names of columns that say nothing here, each with the one that may be meant."""
    used = {index for part, index in header.items() if part in (*_NAMES, *_SAID)}
    missing = [part for part in _KNOWN if part not in header]
    told = []
    for index, cell in enumerate(first.cells):
        if cell and index not in used:
            near = get_close_matches(cell.casefold(), missing, 1, 0.6)
            told.append(f"“{cell}” (“{near[0]}” is meant?)" if near else f"“{cell}”")
    return ", ".join(told)


def _cell(row: Row, header: Header, part: str) -> str:
    index = header.get(part, len(row.cells))
    value = row.cells[index] if index < len(row.cells) else ""
    return "" if value.casefold() in NOTHING else value


def _name(row: Row, header: Header) -> str:
    return _cell(row, header, "name") or " ".join(filter(None, (_cell(row, header, part) for part in ("first", "last"))))
