"""Dates and times of attendance reports, whose day and month order no report states."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal

Order = Literal["day first", "month first"]
Certainty = Literal["decided", "assumed", "not needed"]

NO_DAY = date.min
"""Day of a time that stands in a report without one; intake puts the session's in."""

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan sty", "feb fev lut", "mar mär mrt", "apr avr abr kwi", "may mai mei maj", "jun", "jul lip", "aug ago aoû sie", "sep set wrz", "oct okt out paź", "nov lis", "dec dez des déc gru"),
        1,
    )
    for name in names.split()
}  # fmt: skip
_CLOCK = r"(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?\s*([ap]\.?\s?m\.?)?"
_ISO = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}})[T,\s]+{_CLOCK}", re.I)
_WORDS = re.compile(rf"([^\W\d_]{{3,9}})\.?\s+(\d{{1,2}}),?\s+(\d{{4}}),?\s+{_CLOCK}", re.I)
_DAY_WORDS = re.compile(rf"(\d{{1,2}})\.?\s+([^\W\d_]{{3,9}})\.?,?\s+(\d{{4}}),?\s+{_CLOCK}", re.I)
_NUMBERS = re.compile(rf"(?<!\d)(\d{{1,2}})([-/.])(\d{{1,2}})[-/.](\d{{2,4}})\s*(?:,|à|at|om|um)?\s*{_CLOCK}", re.I)
_TIME_OF_DAY = re.compile(r"(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?\s*([ap]\.?\s?m\.?)?", re.I)
_UNITS = re.compile(r"(?<!\d)(\d{1,9}(?:[.,]\d{1,9})?)\s{0,9}(h|hr|hrs|hours?|std|godz|uur|u|m|min|mins|minutes?|minuten|s|sec|secs|sek|seconds?)\b", re.I)  # fmt: skip
_HOUR_UNITS = ("h", "u", "g", "std")


def day_order(values: Iterable[str], default: Order) -> tuple[Order, Certainty]:
    """Return the order of day and month in a file's dates, and how sure that is.

    One value above 12 decides for the whole file; so does a date with dots, which is
    written with the day first everywhere.
    """
    unclear = False
    for value in values:
        found = _NUMBERS.search(value)
        if not found:
            continue
        if found[2] == "." or int(found[1]) > 12:
            return "day first", "decided"
        if int(found[3]) > 12:
            return "month first", "decided"
        # The tenth of October reads the same in either order.
        unclear = unclear or found[1] != found[3]
    return default, "assumed" if unclear else "not needed"


@lru_cache(maxsize=65_536)
def moment(value: str, order: Order) -> datetime | None:
    """Return the naive date and time that ``value`` holds, or None; years of two digits are
    of this century."""
    value = value.replace("\u202f", " ").replace("\xa0", " ").strip("=\"' ")
    if found := _ISO.search(value):
        year, month, day = found[1], found[2], found[3]
        clock = found.groups()[3:7]
    elif found := _NUMBERS.search(value):
        day, month = (found[1], found[3]) if order == "day first" else (found[3], found[1])
        year = found[4]
        clock = found.groups()[4:8]
    elif (found := _WORDS.search(value)) and _month(found[1]):
        month, day, year = _month(found[1]), found[2], found[3]
        clock = found.groups()[3:7]
    elif (found := _DAY_WORDS.search(value)) and _month(found[2]):
        day, month, year = found[1], _month(found[2]), found[3]
        clock = found.groups()[3:7]
    else:
        return None
    years = int(year) + (2000 if int(year) < 100 else 0)
    try:
        return datetime.combine(date(years, int(month), int(day)), _clock(*clock))
    except ValueError:
        return None


def _month(word: str) -> int:
    return _MONTHS.get(word[:3].casefold(), 0)


def _clock(hour: str, minute: str, second: str | None, half: str | None) -> time:
    hours = int(hour)
    if half:
        hours = hours % 12 + (12 if half[0] in "pP" else 0)
    return time(hours, int(minute), int(second or 0))


def time_of_day(value: str) -> time | None:
    """Return the time of day that is all of ``value`` ("18:02", "2:05 PM"), or None."""
    found = _TIME_OF_DAY.fullmatch(value.strip())
    try:
        return _clock(*found.groups()) if found else None
    except ValueError:
        return None


def span(value: str) -> float | None:
    """Return the seconds of ``h:mm:ss`` counted from a start, or None."""
    parts = value.strip().split(":")
    if len(parts) != 3 or not all(part.replace(".", "", 1).isdecimal() and part.isascii() for part in parts):
        return None
    hours, minutes, seconds = parts
    return int(float(hours)) * 3600 + int(float(minutes)) * 60 + float(seconds)


@lru_cache(maxsize=4096)
def minutes(value: str) -> float | None:
    """Return minutes from ``75``, ``19m 26s``, ``1 hr 2 min``, ``00:19:26``, or None."""
    value = value.replace("\xa0", " ").strip()
    if re.fullmatch(r"-?\d+(?:[.,]\d+)?", value):
        return float(value.replace(",", "."))
    if (seconds := span(value)) is not None:
        return round(seconds / 60, 3)
    total = 0.0
    amounts = _UNITS.findall(value)
    for amount, unit in amounts:
        unit = unit.casefold()
        scale = 60.0 if unit.startswith(_HOUR_UNITS) else 1 / 60 if unit[0] == "s" else 1.0
        total += float(amount.replace(",", ".")) * scale
    return round(total, 3) if amounts else None


def swapped(value: datetime) -> datetime | None:
    """Return ``value`` with day and month exchanged, or None where that is no date."""
    try:
        return value.replace(month=value.day, day=value.month)
    except ValueError:
        return None


def next_day(value: datetime) -> datetime:
    """Return the same time a day later, for a time without a day that runs past midnight."""
    return value + timedelta(days=1)
