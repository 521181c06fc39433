"""Dates and times of attendance reports, whose day and month order no report states."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Literal

Order = Literal["day first", "month first"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan", "feb fev", "mar mär mrt", "apr avr abr", "may mai mei", "jun", "jul", "aug ago aoû", "sep set", "oct okt out", "nov", "dec dez des déc"),
        1,
    )
    for name in names.split()
}  # fmt: skip
_CLOCK = r"(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?\s*([ap]\.?m\.?)?"
_ISO = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}})[T,\s]+{_CLOCK}", re.I)
_WORDS = re.compile(rf"([^\W\d_]{{3,9}})\.?\s+(\d{{1,2}}),?\s+(\d{{4}}),?\s+{_CLOCK}", re.I)
_DAY_WORDS = re.compile(rf"(\d{{1,2}})\.?\s+([^\W\d_]{{3,9}})\.?,?\s+(\d{{4}}),?\s+{_CLOCK}", re.I)
_NUMBERS = re.compile(rf"(\d{{1,2}})[-/.](\d{{1,2}})[-/.](\d{{2,4}})\s*(?:,|à|at|om|um)?\s*{_CLOCK}", re.I)
_SPAN = re.compile(r"(?:(\d+):)?(\d{1,2}):(\d{2})(?:\.\d+)?$")
_UNITS = re.compile(r"(\d+(?:[.,]\d+)?)\s*(h|hr|hrs|hours?|std|godz|uur|u|m|min|mins|minutes?|minuten|s|sec|secs|sek|seconds?)\b", re.I)  # fmt: skip


def day_order(values: Iterable[str], default: Order) -> tuple[Order, bool]:
    """Return the order of day and month in a file's dates, and whether it had to be assumed.

    One value above 12 decides for the whole file.
    """
    numeric = False
    for value in values:
        found = _NUMBERS.search(value)
        if found:
            numeric = True
            if int(found[1]) > 12:
                return "day first", False
            if int(found[2]) > 12:
                return "month first", False
    return default, numeric


@lru_cache(maxsize=65_536)
def moment(value: str, order: Order) -> datetime | None:
    """Return a naive time of day, or None when ``value`` holds none that can be read."""
    value = " ".join(value.replace("\u202f", " ").strip("=\"' ").split())
    if found := _ISO.search(value):
        year, month, day = found[1], found[2], found[3]
    elif found := _NUMBERS.search(value):
        day, month = (found[1], found[2]) if order == "day first" else (found[2], found[1])
        year = found[3]
    elif (found := _WORDS.search(value)) and _month(found[1]):
        month, day, year = _month(found[1]), found[2], found[3]
    elif (found := _DAY_WORDS.search(value)) and _month(found[2]):
        day, month, year = found[1], _month(found[2]), found[3]
    else:
        return None
    hour, minute, second, half = found.groups()[3:7]
    hours = int(hour)
    if half:
        hours = hours % 12 + (12 if half[0].casefold() == "p" else 0)
    years = int(year) + (2000 if int(year) < 100 else 0)
    try:
        return datetime(years, int(month), int(day), hours, int(minute), int(second or 0))
    except ValueError:
        return None


def _month(word: str) -> int:
    return _MONTHS.get(word[:3].casefold(), 0)


def offset(value: str) -> float | None:
    """Return seconds from ``hh:mm:ss`` or ``mm:ss``, or None."""
    found = _SPAN.match(value.strip())
    return int(found[1] or 0) * 3600.0 + int(found[2]) * 60 + int(found[3]) if found else None


def minutes(value: str) -> float | None:
    """Return minutes from ``75``, ``19m 26s``, ``1 hr 2 min`` or ``00:19:26``, or None."""
    value = value.replace("\xa0", " ").strip()
    if re.fullmatch(r"-?\d+(?:[.,]\d+)?", value):
        return float(value.replace(",", "."))
    if (seconds := offset(value)) is not None:
        return seconds / 60
    total, found = 0.0, False
    for amount, unit in _UNITS.findall(value):
        found = True
        first = unit[0].casefold()
        scale = 60.0 if first in "hug" or unit.casefold() == "std" else 1 / 60 if first == "s" else 1.0
        total += float(amount.replace(",", ".")) * scale
    return round(total, 3) if found else None


@dataclass(frozen=True)
class Clock:
    """The day order of one file, to read its times by."""

    order: Order

    def read(self, value: str) -> datetime | None:
        return moment(value, self.order)
