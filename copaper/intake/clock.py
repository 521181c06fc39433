"""One clock for a session: when it began, and what each file's own clock has to be moved by.

A transcript counts from the start of the recording, a cloud chat from the start of the
session or recording; saved chats and most attendance reports show times of day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from copaper.intake.attendance._times import NO_DAY, swapped
from copaper.intake.export import Export
from copaper.intake.settings import SessionSettings
from copaper.records import Cue, ExportKind, Post, Presence, Reading

_GMT = re.compile(r"GMT(\d{8})-(\d{6})")
_DAY = re.compile(r"(?<!\d)(20\d\d)[-_]?(0[1-9]|1[0-2])[-_]?(0[1-9]|[12]\d|3[01])(?!\d)")
_A_DAY = timedelta(days=1)
_SLACK = timedelta(minutes=15)
_WIDEST_ZONE = timedelta(hours=14)
_ASSUMED = "(assumed)"
TIME_OF_DAY = "time of day"
"""What readers state as the fact ``clock`` of such a file."""


@dataclass(frozen=True)
class Part:
    """One file of the session: what was read of it, and what its clock is moved by."""

    export: Export
    reading: Reading
    offset: float = 0.0
    basis: str = ""

    @property
    def kind(self) -> ExportKind:
        return self.reading.kind

    @property
    def has_time_of_day(self) -> bool:
        """Tell whether the seconds of a transcript or chat are counted from midnight."""
        return self.reading.facts.get("clock") == TIME_OF_DAY


@dataclass(frozen=True)
class Start:
    """When second 0 of the session was, and how that is known (in words)."""

    moment: datetime
    basis: str
    known: bool = True

    def seconds(self, local: datetime) -> float:
        """Return the second of the session at a naive time of day of the same zone."""
        return (local.replace(tzinfo=self.moment.tzinfo) - self.moment).total_seconds()


# --- days --------------------------------------------------------------------------------


def day_in(name: str) -> date | None:
    """Return the day that the name of a folder or file holds ("2020-09-22", "20200922"), if any."""
    found = _DAY.search(name)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def other_day(part: Part, day: date, zone: ZoneInfo) -> date | None:
    """Return on which day an export was made that is not of the session's ``day``; None if it may be.

    A day before or after may be another time zone's, and a name may tell the day of a download.
    """
    told = _days_told(part, zone)
    if not told and (named := day_in(part.export.name)) and named < day:
        told = {named}
    nearest = min(told, key=lambda other: abs(other - day), default=day)
    return nearest if abs(nearest - day) > _A_DAY else None


def days_apart(parts: Sequence[Part], zone: ZoneInfo) -> tuple[date, date] | None:
    """Return two days that no one session can have: those of two exports more than a day apart."""
    told = [days for part in parts if (days := _days_told(part, zone))]
    latest, earliest = max(map(min, told), default=None), min(map(max, told), default=None)
    return (earliest, latest) if latest and earliest and latest - earliest > _A_DAY else None


def _days_told(part: Part, zone: ZoneInfo) -> set[date]:
    """Return the days on which an export's own dates, or its recording's in its name, fall."""
    recorded = recording_start(part.export)
    days = {recorded.astimezone(zone).date()} if recorded else set()
    days |= {moment.date() for moment in _moments(part.reading)}
    return days | {item.day for item in part.reading.items if isinstance(item, Post) and item.day}


def settle(reading: Reading, day: date) -> Reading:
    """Return ``reading`` with what the session's day tells about its dates.

    Times without a day are given it; where day and month could be either and only the other
    order falls on the session's day, they are exchanged.
    """
    if reading.kind is not ExportKind.ATTENDANCE:
        return reading
    reading = _moved(reading, lambda moment: moment + (datetime.combine(day, time()) - datetime.combine(NO_DAY, time())) if moment.date() <= NO_DAY + timedelta(days=1) else moment)  # fmt: skip
    order = reading.facts.get("day order", "")
    if not order.endswith(_ASSUMED):
        return reading
    moments = [moment for moment in _moments(reading)]
    if any(moment.date() == day for moment in moments):
        return _decided(reading, order.removesuffix(_ASSUMED).strip())
    if any((other := swapped(moment)) and other.date() == day for moment in moments):
        reading = _moved(reading, lambda moment: swapped(moment) or moment)
        return _decided(reading, "month first" if order.startswith("day") else "day first")
    return reading


def _decided(reading: Reading, order: str) -> Reading:
    return reading.model_copy(
        update={
            "facts": {**reading.facts, "day order": f"{order} (by the day of the webinar)"},
            "remarks": tuple(r for r in reading.remarks if r.code != "day-order-ambiguous"),
        }
    )


def _moments(reading: Reading) -> list[datetime]:
    told = [reading.started, reading.ended]
    for item in reading.items:
        if isinstance(item, Presence):
            told += [item.joined, item.left]
    return [moment for moment in told if moment]


def _moved(reading: Reading, move) -> Reading:
    def moved(moment: datetime | None) -> datetime | None:
        return move(moment) if moment else None

    return reading.model_copy(
        update={
            "started": moved(reading.started),
            "ended": moved(reading.ended),
            "items": tuple(
                item._replace(joined=moved(item.joined), left=moved(item.left))
                if isinstance(item, Presence)
                else item
                for item in reading.items
            ),
        }
    )


# --- the start ---------------------------------------------------------------------------


def session_start(parts: Sequence[Part], settings: SessionSettings, day: date, zone: ZoneInfo) -> Start:
    """Return when the session began: from session.yaml, else the recording's file name, the
    attendance report, the first message with a time of day; else midnight, as not known."""
    if settings.start:
        start = settings.start
        return Start(start.astimezone(zone) if start.tzinfo else start.replace(tzinfo=zone), "session.yaml")
    recorded = sorted(moment for part in parts if (moment := recording_start(part.export)))
    if recorded:
        return Start(recorded[0].astimezone(zone), "the recording's file name, which is in GMT")
    started = sorted(part.reading.started for part in parts if part.reading.started)
    if started:
        return Start(started[0].replace(tzinfo=zone), "the attendance report's start of the meeting")
    for kind, basis in ((Cue, "the first words of the transcript"), (Post, "the first message of the chat")):
        if told := [moment for part in parts for moment in _wall_clock_moments(part, kind, day)]:
            return Start(min(told).replace(tzinfo=zone), basis)
    joined = sorted(i.joined for part in parts for i in part.reading.items if isinstance(i, Presence) and i.joined)
    if joined:
        return Start(joined[0].replace(tzinfo=zone), "the first joining in the attendance report")
    return Start(datetime.combine(day, time(), zone), "not known", known=False)


def _wall_clock_moments(part: Part, kind: type, day: date) -> Iterator[datetime]:
    """Yield when the items of ``kind`` were that have a time of day."""
    for item in part.reading.items if part.has_time_of_day else ():
        match item:
            case Cue(start=float(since)) if kind is Cue:
                yield datetime.combine(day, time()) + timedelta(seconds=since)
            case Post(time=since, wall_clock=True) if kind is Post:
                yield datetime.combine(item.day or day, time()) + timedelta(seconds=since or 0.0)


def recording_start(export: Export) -> datetime | None:
    """Return when a recording began, as Zoom writes it into a file's name; else None."""
    found = _GMT.search(export.name)
    if not found:
        return None
    try:
        return datetime.strptime("".join(found.groups()), "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


# --- offsets -----------------------------------------------------------------------------


def place(part: Part, start: Start, settings: SessionSettings) -> Part:
    """Return ``part`` with the seconds that bring its clock to the session's, and the basis.

    A clock that nothing is said about is taken for the session's own.
    """
    offset, basis = _offset(part, start, settings)
    return replace(part, offset=offset, basis=basis)


def _offset(part: Part, start: Start, settings: SessionSettings) -> tuple[float, str]:
    if part.export.name in settings.clocks:
        return settings.clocks[part.export.name], "session.yaml"
    if part.kind is ExportKind.ATTENDANCE:
        shift = _zone_shift(part.reading, start)
        if shift:
            hours = shift / timedelta(hours=1)
            return shift.total_seconds(), f"times of day of another time zone, moved by {hours:+g} hours"
        return 0.0, "times of day" if _moments(part.reading) else "counted from the start"
    if part.has_time_of_day:
        midnight = start.moment.replace(hour=0, minute=0, second=0, microsecond=0)
        return -(start.moment - midnight).total_seconds(), "times of day, counted from the start"
    recorded = recording_start(part.export)
    if recorded and start.basis != "the attendance report's start of the meeting":
        seconds = (recorded - start.moment).total_seconds()
        # session.yaml may name another start than the recording's; then they differ by that.
        return seconds, "the recording's file name"
    return 0.0, "counted from the start"


def _zone_shift(reading: Reading, start: Start) -> timedelta:
    """Return by how many half hours a report's times of day miss a start that is known from
    elsewhere; nought where they do not, or by more than any time zone could."""
    moments = _moments(reading)
    if not moments or start.basis.startswith("the attendance") or start.basis.startswith("the first joining") or not start.known:
        return timedelta()
    local = start.moment.replace(tzinfo=None)
    first, last = min(moments), max(moments)
    if first - _SLACK <= local <= last:
        return timedelta()
    # People join up to half an hour early: the first joining lies just before the start.
    half_hours = round((local - first) / timedelta(minutes=30) - 0.25)
    shift = half_hours * timedelta(minutes=30)
    fits = first + shift - _SLACK <= local <= last + shift
    return shift if fits and abs(shift) <= _WIDEST_ZONE else timedelta()
