"""Assembling one session from all that was exported: one clock, one list of people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from copaper.errors import BadInput
from copaper.intake import clock, messages, turns
from copaper.intake.announced import agenda_in, is_agenda
from copaper.intake.clock import Part
from copaper.intake.directory import Directory
from copaper.intake.export import Export
from copaper.intake.introductions import with_introductions
from copaper.intake.registry import read_export
from copaper.intake.roster import Roster
from copaper.intake.saiddate import is_said, month_said
from copaper.intake.settings import SessionSettings
from copaper.intake.talk import why_no_talk
from copaper.records import Cue, ExportKind, Message, Notice, Post, Reading, Session, Source, Turn
from copaper.textclean import clean

_SPOKEN = (ExportKind.TRANSCRIPT, ExportKind.CHAT)
_ORDER = {kind: number for number, kind in enumerate(ExportKind)}
_MISSING = {
    ExportKind.TRANSCRIPT: "no-transcript",
    ExportKind.CHAT: "no-chat",
    ExportKind.ATTENDANCE: "no-attendance",
}
_PLATFORMS = {"teams": "Microsoft Teams", "zoom": "Zoom", "meet": "Google Meet", "webex": "Webex", "gotowebinar": "GoTo Webinar"}  # fmt: skip
_SOMETHING_ELSE = ("file-binary", "file-unknown")
_LONGEST_SESSION = timedelta(hours=12)
_LONGEST_SILENCE = 3 * 3600.0
"""Seconds between two turns of one file; no lunch is longer."""
_ANEW = 600.0
"""Seconds; a clock that shows less at a file's beginning has begun anew with it."""
_COMPARED = 400
"""Items of two files that are compared to tell whether they are of one meeting."""


def read_session(
    exports: Sequence[Export],
    *,
    session_id: str,
    community_code: str,
    timezone: str,
    day: date,
    settings: SessionSettings,
    directory: Directory = Directory(),
) -> Session:
    """Return the session that ``exports`` tell of.

    ``directory`` is what the community's people.csv says. Raises
    :class:`~copaper.errors.BadInput`: ``nothing-said`` when there is neither speech nor chat,
    ``nothing-readable`` when no line of what looks like either could be read, ``nothing-in-it`` when it has none, ``no-talk`` when what was
    read is no talk, or the error of a file that could not be read at all, if there is one.
    """
    zone = ZoneInfo(timezone)
    agendas = [export for export in exports if is_agenda(export) and not settings.ignores(export.name)]
    found, unused, doubles = _read_all([export for export in exports if export not in agendas], settings, day)
    _refuse_silence(found, unused, exports)
    _refuse_no_talk(found)
    start = clock.session_start(found, settings, day, zone)
    parts = [clock.place(part, start, settings) for part in found]
    roster = Roster(parts, settings, directory)
    spoken, about_speech = turns.make_turns(parts, roster)
    last = max((turn.end for turn in spoken), default=0.0)
    written, about_chat = messages.make_messages(parts, roster, start, last)
    last = max([last, *(message.time for message in written)])
    end = _end(parts, settings, start.moment, last, zone)
    return Session(
        id=session_id,
        community=community_code,
        title=roster.without_withdrawn(clean(settings.title or next((p.reading.title for p in parts if p.reading.title), ""))[0]),
        start=start.moment,
        end=end,
        timezone=timezone,
        platform=settings.platform or _platform(parts),
        language=settings.language or "en",
        agenda=tuple(roster.without_withdrawn(clean(line)[0]) for line in settings.agenda or (line for export in agendas[:1] for line in agenda_in(export))),
        turns=spoken,
        messages=written,
        participants=with_introductions(roster.participants(start, (end - start.moment).total_seconds()), spoken, written),
        polls=messages.count_polls(parts),
        also_withhold=settings.also_withhold,
        let_stand=settings.let_stand,
        sources=(
            *(_source(part, day, zone) for part in parts),
            *(_not_used(export, Notice(code="agenda-read" if export is agendas[0] and not settings.agenda else "agenda-not-read")) for export in agendas),
            *(_not_used(export, Notice(code="same-meeting-twice", detail=f"“{other}”")) for export, other in doubles),
            *(_not_used(export, Notice(code="file-not-used", line=error.line, detail=f"{error.problem} {error.remedy}")) for export, error in unused),
        ),
        direct_messages_dropped=sum(int(p.reading.facts.get("direct messages dropped", 0)) for p in parts),
        facts=_facts(start, spoken, written, settings),
        warnings=_summed(
            [*_about_days(parts, day, zone), *_about_clocks(parts, start), *_about_silence(spoken, parts), *about_speech, *about_chat, *roster.notices, *directory.notices, *_missing(parts)]
        ),
    )


def _facts(start: clock.Start, spoken: Sequence[Turn], written: Sequence[Message], settings: SessionSettings) -> dict[str, str]:
    """Return from what the start is known, what was said of the date, and whether the session is fictional."""
    found = {"start known from": start.basis}
    if not start.known and is_said(start.moment.date(), spoken, written):
        found["date known from"] = "what was said at its beginning"
    if not start.known and (month := month_said(start.moment.date(), spoken)):
        found["month said"] = month
    return {**found, "fictional": settings.note or "yes"} if settings.fictional else found


def _refuse_silence(found: Sequence[Part], unused: Sequence[tuple[Export, BadInput]], exports: Sequence[Export]) -> None:
    """Raise :class:`~copaper.errors.BadInput` where nothing that was read holds speech or chat."""
    if any(part.kind in _SPOKEN and part.reading.items for part in found):
        return
    if unused:  # the file that may be a damaged transcript before one that is something else
        raise min((error for _, error in unused), key=lambda error: error.code in _SOMETHING_ELSE)
    if broken := next((part for part in found if part.kind in _SPOKEN), None):
        line = next((remark.line for remark in broken.reading.remarks), 0)
        raise BadInput("nothing-readable" if line else "nothing-in-it", broken.export.name, line)
    raise BadInput("nothing-said", files=", ".join(sorted(export.name for export in exports)))


def _refuse_no_talk(parts: Sequence[Part]) -> None:
    """Raise :class:`~copaper.errors.BadInput` of a transcript, or of a chat without one, whose words are no talk."""
    kind = ExportKind.TRANSCRIPT if any(part.kind is ExportKind.TRANSCRIPT and part.reading.items for part in parts) else ExportKind.CHAT
    for part in parts:
        if part.kind is kind and (why := why_no_talk([item.text for item in part.reading.items if isinstance(item, Cue | Post)])):
            raise BadInput("no-talk", part.export.name, what=why)


def _read_all(
    exports: Sequence[Export], settings: SessionSettings, day: date
) -> tuple[list[Part], list[tuple[Export, BadInput]], list[tuple[Export, str]]]:
    """Return the readings by kind and beginning, the files that no reader could use, and those
    that tell the same as another, with its name."""
    parts: list[Part] = []
    unused: list[tuple[Export, BadInput]] = []
    doubles: list[tuple[Export, str]] = []
    seen: dict[str, str] = {}
    for export in exports:
        if settings.ignores(export.name):
            continue
        if (first := seen.setdefault(export.sha256, export.name)) != export.name:
            doubles.append((export, first))
            continue
        try:
            parts.append(Part(export, clock.settle(read_export(export), day)))
        except BadInput as error:
            unused.append((export, error))
    parts.sort(key=_place_in_order)
    return _without_doubles(parts, doubles), unused, doubles


def _place_in_order(part: Part) -> tuple:
    """Return what sorts files by kind, then by when their recording began as their names say.

    Without such names, parts whose clocks all begin anew follow one another by name, and
    parts whose clocks run on by their times.
    """
    recorded = clock.recording_start(part.export)
    began = recorded.timestamp() if recorded else 0.0
    return _ORDER[part.kind], recorded is None, began, _first(part) // _ANEW, _natural(part.export.name)


def _natural(name: str) -> list[tuple[int, str]]:
    """Return what sorts "part 10" behind "part 2"."""
    return [(int(number or 0), text) for text, number in re.findall(r"(\D*)(\d{0,9})", name)]


def _first(part: Part) -> float:
    """Return the first time on the file's own clock."""
    for item in part.reading.items[:1]:
        if isinstance(item, Cue):
            return item.start or 0.0
        if isinstance(item, Post):
            return item.time or 0.0
    return 0.0


# --- the same meeting twice ------------------------------------------------------------


def _without_doubles(parts: Sequence[Part], doubles: list[tuple[Export, str]]) -> list[Part]:
    """Drop a transcript or chat that tells the same as a richer one, into ``doubles``.

    Two parts of one recording follow one another and their words differ; the same meeting
    exported in two formats shares most of its words.
    """
    kept: list[Part] = []
    for part in parts:
        rivals = [i for i, other in enumerate(kept) if part.kind in _SPOKEN and other.kind is part.kind and _tell_the_same(other.reading, part.reading)]  # fmt: skip
        if not rivals:
            kept.append(part)
            continue
        loser, winner = part, kept[rivals[0]]
        if _richness(loser.reading) > _richness(winner.reading):
            loser, winner = winner, loser
            kept[rivals[0]] = winner
        doubles.append((loser.export, winner.export.name))
    return kept


def _richness(reading: Reading) -> tuple[int, int, int]:
    """Speakers count most, then times, then how finely it is divided."""
    cues = [item for item in reading.items if isinstance(item, Cue)]
    return sum(bool(cue.speaker) for cue in cues), sum(cue.start is not None for cue in cues), len(reading.items)


def _tell_the_same(a: Reading, b: Reading) -> bool:
    one, other = _fingerprint(a), _fingerprint(b)
    return bool(one and other) and len(one & other) > 0.5 * min(len(one), len(other))


def _fingerprint(reading: Reading) -> set[tuple[str, ...]]:
    """Return runs of five words of a transcript, or the messages of a chat."""
    items = reading.items[:_COMPARED]
    if reading.kind is ExportKind.CHAT:
        return {(post.author.casefold(), post.text.casefold()) for post in items if isinstance(post, Post) and post.text}
    words = " ".join(cue.text for cue in items if isinstance(cue, Cue)).casefold().split()
    return {tuple(words[i : i + 5]) for i in range(len(words) - 4)}


# --- what the session says of itself -----------------------------------------------------


def _end(
    parts: Sequence[Part], settings: SessionSettings, start: datetime, last: float, zone: ZoneInfo
) -> datetime:
    """Return when the session ended: as session.yaml says, else the latest of speech, chat and
    the attendance report's end of the meeting."""
    if settings.end:
        told = settings.end if settings.end.tzinfo else settings.end.replace(tzinfo=zone)
        if told > start:
            return told.astimezone(zone)
    reported = [part.reading.ended.replace(tzinfo=zone) + timedelta(seconds=part.offset) for part in parts if part.reading.ended]
    return max([start + timedelta(seconds=last), *(end for end in reported if end - start < _LONGEST_SESSION)])


def _platform(parts: Sequence[Part]) -> str:
    names = " ".join(part.reading.reader for part in parts)
    return next((title for word, title in _PLATFORMS.items() if word in names), "")


def _about_days(parts: Sequence[Part], day: date, zone: ZoneInfo) -> list[Notice]:
    """Return a notice where two exports are of different days; of one that is not of the session's
    ``day``, its source tells."""
    apart = clock.days_apart(parts, zone) if not any(clock.other_day(part, day, zone) for part in parts) else None
    return [Notice(code="days-apart", detail=f"{apart[0]} and {apart[1]}")] if apart else []


def _about_clocks(parts: Sequence[Part], start: clock.Start) -> list[Notice]:
    notices = []
    if not start.known:
        notices.append(Notice(code="start-assumed"))
    if start.basis == "the first message of the chat" and any(p.kind is ExportKind.TRANSCRIPT for p in parts):
        notices.append(Notice(code="offset-assumed"))
    notices += [Notice(code="other-time-zone", detail="") for p in parts if p.basis.startswith("times of day of another")]
    return notices


def _about_silence(spoken: Sequence[Turn], parts: Sequence[Part]) -> list[Notice]:
    """Return a notice of each gap that no break explains: a time in the transcript is likely wrong."""
    return [
        Notice(code="long-silence", line=after.cues[0].line, detail=f"{parts[after.source].export.name} goes on {(after.start - before.end) / 3600:.0f} hours")
        for before, after in pairwise(spoken)
        if after.source == before.source and after.start - before.end > _LONGEST_SILENCE
    ]


def _missing(parts: Sequence[Part]) -> list[Notice]:
    kinds = {part.kind for part in parts}
    return [Notice(code=code) for kind, code in _MISSING.items() if kind not in kinds]


def _summed(notices: Sequence[Notice]) -> tuple[Notice, ...]:
    """Return the notices, those of one code and detail as one with their counts added."""
    found: dict[tuple[str, str], Notice] = {}
    for notice in notices:
        before = found.get((notice.code, notice.detail))
        found[notice.code, notice.detail] = before.model_copy(update={"count": before.count + notice.count}) if before else notice
    return tuple(found.values())


def _source(part: Part, day: date, zone: ZoneInfo) -> Source:
    export, reading = part.export, part.reading
    other = clock.other_day(part, day, zone)
    times = [
        time
        for item in reading.items
        for time in (getattr(item, name, None) for name in ("start", "end", "time", "offset", "until"))
        if isinstance(time, float)
    ]
    return Source(
        file=export.name,
        sha256=export.sha256,
        bytes=len(export.data),
        kind=reading.kind,
        reader=reading.reader,
        encoding=export.encoding,
        lines=reading.lines,
        lines_read=reading.lines_read,
        ignored=reading.ignored,
        items=len(reading.items),
        first=min(times) if times else None,
        last=max(times) if times else None,
        offset=part.offset,
        offset_basis=part.basis,
        facts=reading.facts,
        warnings=(
            *([Notice(code="other-day", detail=f"{other}, not {day}")] if other else []),
            *(Notice(code=r.code, line=r.line, count=r.count) for r in reading.remarks),
        ),
    )


def _not_used(export: Export, why: Notice) -> Source:
    return Source(
        file=export.name,
        sha256=export.sha256,
        bytes=len(export.data),
        kind=None,
        reader="",
        warnings=(why,),
    )
