"""One clock for a session: when it began, and what each file's own clock has to be moved by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from copaper.intake.export import Export
from copaper.intake.settings import SessionSettings
from copaper.records import ExportKind, Post, Presence, Reading

_GMT = re.compile(r"GMT(\d{8})-(\d{6})")


@dataclass(frozen=True)
class Start:
    """When second 0 of the session was, and how that is known (in words)."""

    moment: datetime
    basis: str
    known: bool = True


def session_start(
    read: Sequence[tuple[Export, Reading]], settings: SessionSettings, day: date, zone: ZoneInfo
) -> Start:
    """Return when the session began: from session.yaml, else the recording's file name, the
    attendance report, the first message with a time of day; else midnight, as not known."""
    if settings.start:
        start = settings.start
        return Start(start.astimezone(zone) if start.tzinfo else start.replace(tzinfo=zone), "session.yaml")
    named = sorted(found.groups() for export, _ in read if (found := _GMT.search(export.name)))
    for stamp in named:
        try:
            moment = datetime.strptime("".join(stamp), "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        except ValueError:
            continue
        return Start(moment.astimezone(zone), "the recording's file name, which is in GMT")
    started = sorted(r.started for _, r in read if r.started)
    if started:
        return Start(started[0].replace(tzinfo=zone), "the attendance report's start of the meeting")
    posts = [item for _, r in read for item in r.items if isinstance(item, Post) and item.wall_clock]
    if posts:
        first = min(post.time for post in posts)
        begun = datetime.combine(posts[0].day or day, time(), zone) + timedelta(seconds=first)
        return Start(begun, "the first message of the chat")
    joined = sorted(i.joined for _, r in read for i in r.items if isinstance(i, Presence) and i.joined)
    if joined:
        return Start(joined[0].replace(tzinfo=zone), "the first joining in the attendance report")
    return Start(datetime.combine(day, time(), zone), "not known", known=False)


def offset_of(export: Export, reading: Reading, start: Start, settings: SessionSettings) -> tuple[float, str]:
    """Return the seconds that bring a file's clock to the session's, and on what basis."""
    if export.name in settings.clocks:
        return settings.clocks[export.name], "session.yaml"
    if reading.kind is ExportKind.ATTENDANCE:
        return 0.0, "times of day"
    if any(isinstance(item, Post) and item.wall_clock for item in reading.items):
        midnight = start.moment.replace(hour=0, minute=0, second=0, microsecond=0)
        return -(start.moment - midnight).total_seconds(), "times of day, counted from the start"
    if start.basis.startswith("the recording") and (found := _GMT.search(export.name)):
        moment = datetime.strptime("".join(found.groups()), "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        return (moment - start.moment).total_seconds(), "the recording's file name"
    return 0.0, "counted from the start"
