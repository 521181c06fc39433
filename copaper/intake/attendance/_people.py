"""From rows of people to presences: what the attendance readers share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import islice

from copaper.intake.attendance import _times
from copaper.intake.attendance._columns import Header, province_column
from copaper.intake.attendance._tables import Row
from copaper.intake.ledger import Ledger
from copaper.intake.places import province
from copaper.records import Presence

# What stands in brackets after a name and is no other name of the person.
_REMARK = re.compile(r"^(?:guest|unverified|external|ext|host|co-host|me|[^/]*/.*)", re.I)
NOTHING = frozenset(("", "--", "-", "na", "n/a", "none", "null", "not applicable"))
_ABSENT = frozenset(("no", "nein", "non", "nao", "não", "nie", "nee"))
_SAMPLE = 1_000
"""Rows below a header by which is told what its columns hold."""
_START_OF_DAY = 3 * 3600
"""Seconds: a column "first seen" with values below is counted from the start of the session."""


class People:
    """Reads the rows of one report, under one header after another.

    ``default`` is the order of day and month where the file's dates do not tell it.
    """

    def __init__(self, rows: Sequence[Row], ledger: Ledger, default: _times.Order) -> None:
        self.rows, self.ledger = rows, ledger
        dates = (cell for row in rows for cell in row.cells if ":" in cell or "." in cell)
        self.order, certainty = _times.day_order(dates, default)
        if certainty != "not needed":
            ledger.facts["day order"] = f"{self.order} ({certainty})"
        if certainty == "assumed":
            ledger.remark("day-order-ambiguous", 1, 0)
        self.header: Header = {}
        self._counted = False
        self._width = 0

    def begin(self, row: Row, header: Header) -> None:
        """Take ``row`` as the header of the rows that follow it, and account for it."""
        self.ledger.ignore("header", row.lines)
        self.header = dict(header)
        self._width = max(header.values())
        later = list(islice((other for other in self.rows if other.line > row.line), _SAMPLE))
        if "province" not in header and (found := province_column(later, header)) is not None:
            self.header["province"] = found
            self.ledger.facts["provinces in"] = f"column {found + 1}, as told by its values"
        joins = [_at(other, header.get("join")) for other in later]
        spans = [seconds for value in joins if (seconds := _times.span(value)) is not None]
        # "00:04:11" is a time of day or a length of time; a session begins near nought.
        self._counted = bool(spans) and min(spans) < _START_OF_DAY
        if "join" in header and any(joins):
            self.ledger.facts["clock"] = "since the session began" if self._counted else "time of day"

    def cell(self, row: Row, part: str) -> str:
        """Return the cell of ``row`` that plays ``part``; empty where it says nothing."""
        value = _at(row, self.header.get(part))
        return "" if value.casefold() in NOTHING else value

    def moment(self, value: str, row: Row) -> datetime | None:
        """Return a date and time of day; remark upon what cannot be read as one."""
        if not value:
            return None
        if found := _times.moment(value, self.order):
            return found
        if found := _times.time_of_day(value):
            return datetime.combine(_times.NO_DAY, found)
        self.ledger.remark("bad-time", row.line, 0)
        return None

    def read(self, row: Row, *, role: str = "", bracket: bool = False) -> Presence | None:
        """Read one row and account for it; return None for a row that names nobody.

        ``role`` holds for everybody in this part of the report. With ``bracket``, what
        follows a name in brackets is the name under which the person registered.
        """
        values = self._values(row)
        cell = values.get
        whole = " ".join(values[part] for part in ("first", "last") if part in values)
        name = cell("name", "") or whole
        if not name:
            self.ledger.remark("row-without-name", row.line, row.lines)
            return None
        if len(row.cells) <= self._width:
            self.ledger.remark("row-too-short", row.line, 0)
        others = [cell("original", ""), cell("alias", ""), cell("known as", ""), whole]
        if bracket and name.endswith(")"):
            shown, _, original = (part.strip() for part in name[:-1].rpartition("("))
            if shown and original and ")" not in original and not _REMARK.fullmatch(original):
                name = shown
                others.append(original)
        mail = cell("email", "").casefold()
        presence = Presence(
            line=row.line,
            name=name,
            other_names=tuple(dict.fromkeys(o for o in others if o and o != name)),
            email=mail if "@" in mail and "*" not in mail else "",
            organisation=cell("organisation", ""),
            province=province(values["province"]) if "province" in values else "",
            role=role or cell("role", ""),
            minutes=_times.minutes(values["minutes"]) if "minutes" in values else None,
            attended=cell("attended", "").casefold() not in _ABSENT,
            codes=tuple(dict.fromkeys(c for c in (cell("alias", ""), cell("known as", "")) if c and c != name)),
            **self._times(row, cell("join", ""), cell("leave", "")),
        )
        self.ledger.read(row.lines)
        self.ledger.items.append(presence)
        return presence

    def _values(self, row: Row) -> dict[str, str]:
        """Return the cells of ``row`` that say something, by the part they play."""
        cells = row.cells
        return {
            part: cells[index]
            for part, index in self.header.items()
            if index < len(cells) and cells[index].casefold() not in NOTHING
        }

    def _times(self, row: Row, join: str, leave: str) -> dict[str, datetime | float | None]:
        if self._counted:
            since, until = _times.span(join), _times.span(leave)
            if since is not None and until is not None and until < since:
                self.ledger.remark("leave-before-join", row.line, 0)
                since = until = None
            return {"offset": since, "until": until}
        joined, left = self.moment(join, row), self.moment(leave, row)
        if joined and left and left < joined:
            if left.date() == _times.NO_DAY and (joined - left).total_seconds() > 12 * 3600:
                left = _times.next_day(left)
            else:
                self.ledger.remark("leave-before-join", row.line, 0)
                joined = left = None
        return {"joined": joined, "left": left}


def _at(row: Row, index: int | None) -> str:
    return row.cells[index] if index is not None and index < len(row.cells) else ""


def values_below(names: Row, values: Row) -> dict[str, str]:
    """Return what a row of names and the row of values below it say, names folded."""
    pairs = zip(names.cells, values.cells, strict=False)
    return {name.casefold().strip(" :*"): value for name, value in pairs if name and value}


def first_of(values: dict[str, str], names: Iterable[str]) -> str:
    """Return the first of ``values`` that stands under one of ``names``, or empty."""
    return next((values[name] for name in names if values.get(name)), "")
