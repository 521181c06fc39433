"""From rows of people to presences: what the attendance readers share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from copaper.intake.attendance import _times
from copaper.intake.attendance._tables import Row, columns, names_people, province
from copaper.intake.export import Export
from copaper.intake.ledger import Ledger
from copaper.records import Presence

_ORIGINAL = re.compile(r"^(?P<shown>.+?)\s*\((?P<original>[^()]+)\)$")
_NOTHING = frozenset(("", "--", "-", "na", "n/a", "none", "not applicable"))
_ABSENT = frozenset(("no", "nein", "non", "nao", "nie", "nee"))


class Table:
    """Reads rows under changing headers; knows the file's day order."""

    def __init__(self, export: Export, table: Sequence[Row], ledger: Ledger, default: _times.Order) -> None:
        self.ledger = ledger
        values = [cell for row in table for cell in row.cells if ":" in cell]
        order, assumed = _times.day_order(values, default)
        self.clock = _times.Clock(order)
        ledger.facts["day order"] = order + (" (assumed)" if assumed else "")
        if assumed:
            ledger.remark("day-order-ambiguous", 1, 0)

    def presence(self, row: Row, header: dict[str, int], *, role: str = "", original: bool = False) -> None:
        """Read one row as a presence; a row that names nobody is remarked upon."""
        cell = _cells(row, header)
        name = cell("name") or " ".join(filter(None, (cell("first"), cell("last"))))
        if not name:
            self.ledger.remark("row-without-name", row.line, row.lines)
            return
        others = [cell("original"), cell("alias")]
        if cell("name") and (cell("first") or cell("last")):
            others.append(" ".join(filter(None, (cell("first"), cell("last")))))
        if original and (found := _ORIGINAL.match(name)):
            name = found["shown"]
            others.append(found["original"])
        joined, left = self._moment(cell("join"), row), self._moment(cell("leave"), row)
        since, until = _offset(cell("join")), _offset(cell("leave"))
        if joined and left and left < joined:
            self.ledger.remark("leave-before-join", row.line, 0)
            joined = left = None
        self.ledger.read(row.lines)
        self.ledger.items.append(
            Presence(
                line=row.line,
                name=name,
                other_names=tuple(dict.fromkeys(o for o in others if o and o != name)),
                email=cell("email").casefold(),
                organisation=cell("organisation"),
                province=province(cell("province")),
                role=role or cell("role"),
                joined=joined,
                left=left,
                offset=since,
                until=until,
                minutes=_times.minutes(cell("minutes")) if cell("minutes") else None,
                attended=cell("attended").casefold() not in _ABSENT,
            )
        )

    def _moment(self, value: str, row: Row) -> datetime | None:
        if not value or _times.offset(value) is not None:
            return None
        read = self.clock.read(value)
        if read is None:
            self.ledger.remark("bad-time", row.line, 0)
        return read


def _cells(row: Row, header: dict[str, int]):
    def cell(role: str) -> str:
        index = header.get(role)
        value = row.cells[index] if index is not None and index < len(row.cells) else ""
        return "" if value.casefold() in _NOTHING else value

    return cell


def _offset(value: str) -> float | None:
    return _times.offset(value) if value else None


def header_of(row: Row, *, least: int = 2) -> dict[str, int] | None:
    """Return the columns of a header row that names people, or None if it is no such row."""
    found = columns(row.cells)
    return found if names_people(found) and len(found) >= least else None
