"""Assembling one session from all that was exported: one clock, one list of people."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from copaper.errors import BadInput
from copaper.intake import clock, people
from copaper.intake.places import province
from copaper.intake.export import Export
from copaper.intake.registry import claim
from copaper.intake.settings import SessionSettings
from copaper.records import (
    Ballot,
    Cue,
    CueMark,
    ExportKind,
    Message,
    Notice,
    Participant,
    Poll,
    Post,
    Presence,
    Reaction,
    Reading,
    Role,
    Session,
    Source,
    Turn,
)
from copaper.textclean import clean

_PAUSE = 120.0
"""Seconds of silence after which the same speaker begins a new turn."""
_LONGEST_TURN = 60_000
"""Characters after which a new turn begins, to bound what is parsed at once."""


def read_session(
    exports: Sequence[Export],
    *,
    session_id: str,
    community_code: str,
    timezone: str,
    day: date,
    settings: SessionSettings,
    mapping: str = "",
) -> Session:
    """Return the session that ``exports`` tell of.

    ``mapping`` is the text of the community's people.csv (name, organisation, province).
    Raises :class:`~copaper.errors.BadInput`: ``nothing-said`` when there is neither speech
    nor chat, or the file's own error when it is the only one.
    """
    zone = ZoneInfo(timezone)
    read, unused, notices = _read_all(exports, settings)
    if not any(r.kind in (ExportKind.TRANSCRIPT, ExportKind.CHAT) and r.items for _, r in read):
        if len(exports) == 1 and unused:
            raise unused[0][1]
        raise BadInput("nothing-said", ", ".join(sorted(export.name for export in exports)))
    start = clock.session_start(read, settings, day, zone)
    if not start.known:
        notices.append(Notice(code="start-assumed"))
    offsets = [clock.offset_of(export, reading, start, settings) for export, reading in read]
    crowd = _Crowd(read, settings, mapping)
    cleaned = 0
    turns, removed = _turns(read, offsets, crowd)
    cleaned += removed
    messages, removed, unmatched = _messages(read, offsets, crowd, start)
    cleaned += removed
    if cleaned:
        notices.append(Notice(code="controls-removed", count=cleaned))
    if unmatched:
        notices.append(Notice(code="reply-unmatched", count=unmatched))
    kinds = {reading.kind for _, reading in read}
    for kind, code in ((ExportKind.TRANSCRIPT, "no-transcript"), (ExportKind.CHAT, "no-chat"), (ExportKind.ATTENDANCE, "no-attendance")):  # fmt: skip
        if kind not in kinds:
            notices.append(Notice(code=code))
    last = max([0.0, *(turn.end for turn in turns), *(message.time for message in messages)])
    end = settings.end.replace(tzinfo=settings.end.tzinfo or zone) if settings.end else None
    if end is None or end <= start.moment:
        ended = [r.ended.replace(tzinfo=zone) for _, r in read if r.ended]
        end = max([start.moment + timedelta(seconds=last), *(e for e in ended if e - start.moment < timedelta(hours=12))])
    title = settings.title or next((r.title for _, r in read if r.title), "")
    sources = tuple(_source(e, r, o) for (e, r), o in zip(read, offsets, strict=True))
    return Session(
        id=session_id,
        community=community_code,
        title=clean(title)[0],
        start=start.moment,
        end=end,
        timezone=timezone,
        platform=settings.platform or _platform(read),
        language=settings.language or "en",
        agenda=tuple(clean(line)[0] for line in settings.agenda),
        turns=turns,
        messages=messages,
        participants=crowd.participants(start.moment, zone, (end - start.moment).total_seconds()),
        polls=_polls(read),
        sources=sources + tuple(_unused(export, error) for export, error in unused),
        direct_messages_dropped=sum(int(r.facts.get("direct messages dropped", 0)) for _, r in read),
        facts={
            "start known from": start.basis,
            **({"fictional": settings.note or "yes"} if settings.fictional else {}),
        },
        warnings=tuple(notices),
    )


def _read_all(exports, settings):
    """Return (readings by kind and beginning), (files that no reader could use), notices."""
    read: list[tuple[Export, Reading]] = []
    unused: list[tuple[Export, BadInput]] = []
    notices: list[Notice] = []
    seen: dict[str, str] = {}
    for export in exports:
        if export.name in settings.ignore:
            continue
        try:
            if export.sha256 in seen:
                notices.append(Notice(code="same-meeting-twice", detail=export.name))
                continue
            seen[export.sha256] = export.name
            read.append((export, claim(export).read(export)))
        except BadInput as error:
            unused.append((export, error))
            notices.append(Notice(code="file-not-used", detail=export.name))
    order = {kind: number for number, kind in enumerate(ExportKind)}
    read.sort(key=lambda pair: (order[pair[1].kind], _first(pair[1]), pair[0].name))
    return _without_doubles(read, notices), unused, notices


def _first(reading: Reading) -> float:
    for item in reading.items:
        if isinstance(item, Cue) and item.start is not None:
            return item.start
        if isinstance(item, Post) and item.time is not None:
            return item.time
    return 0.0


def _without_doubles(read, notices):
    """Drop a transcript that covers the same time as a richer one of the same meeting.

    Two parts of one recording follow one another (their clocks both begin at 0, their words
    differ); the same meeting exported twice shares most of its words.
    """
    kept = []
    for export, reading in read:
        if reading.kind is ExportKind.TRANSCRIPT:
            rival = next((i for i, (_, r) in enumerate(kept) if r.kind is ExportKind.TRANSCRIPT and _same_words(r, reading)), None)
            if rival is not None:
                loser = export
                if _richness(reading) > _richness(kept[rival][1]):
                    loser, kept[rival] = kept[rival][0], (export, reading)
                notices.append(Notice(code="same-meeting-twice", detail=loser.name))
                continue
        kept.append((export, reading))
    return kept


def _richness(reading: Reading) -> tuple[int, int]:
    return sum(bool(cue.speaker) for cue in reading.items), len(reading.items)


def _same_words(a: Reading, b: Reading) -> bool:
    def runs(reading: Reading) -> set[tuple[str, ...]]:
        words = " ".join(item.text for item in reading.items[:400]).casefold().split()
        return {tuple(words[i : i + 5]) for i in range(len(words) - 4)}

    one, other = runs(a), runs(b)
    return bool(one and other) and len(one & other) > 0.5 * min(len(one), len(other))


class _Crowd:
    """Everybody that any source names."""

    def __init__(self, read, settings: SessionSettings, mapping: str) -> None:
        self._read = read
        seen = []
        # Attendance first: it has the fullest names, and addresses.
        for source, (_, reading) in sorted(enumerate(read), key=lambda p: p[1][1].kind is not ExportKind.ATTENDANCE):
            for item in reading.items:
                if isinstance(item, Presence):
                    seen.append(people.Seen(clean(item.name)[0], source, item.other_names, item.email))
                elif isinstance(item, Cue):
                    seen.append(people.Seen(clean(item.speaker)[0] or people.UNKNOWN, source))
                elif isinstance(item, Post):
                    seen.append(people.Seen(clean(item.author)[0], source))
        self._people = people.link(list(dict.fromkeys(seen)), settings.people)
        self._ids: dict[int, str] = {}
        for name in sorted(self._people):
            person = self._people[name]
            self._ids.setdefault(id(person), people.participant_id(person.shown()))
        self._mapping = _mapping(mapping)

    def id_of(self, name: str) -> str:
        """Return the participant's id for a name as written."""
        name = clean(name)[0] or people.UNKNOWN
        return self._ids[id(self._people[name])]

    def withdrawn(self, name: str) -> bool:
        person = self._people[clean(name)[0] or people.UNKNOWN]
        return bool(person.correction and person.correction.withdrawn)

    def participants(self, start, zone, duration: float) -> tuple[Participant, ...]:
        presences: dict[str, list[Presence]] = defaultdict(list)
        active: set[str] = set()
        for _, reading in self._read:
            for item in reading.items:
                if isinstance(item, Presence):
                    presences[self.id_of(item.name)].append(item)
                else:
                    name = getattr(item, "speaker", None) if isinstance(item, Cue) else getattr(item, "author", None)
                    if name is not None:
                        active.add(self.id_of(name))
        found: dict[str, Participant] = {}
        for name in sorted(self._people):
            person = self._people[name]
            id_ = self._ids[id(person)]
            if id_ in found or (person.correction and person.correction.withdrawn):
                continue
            rows = presences.get(id_, [])
            shown = person.shown()
            known = self._mapping.get(people.key(shown), ("", ""))
            role = _role(person, rows)
            found[id_] = Participant(
                id=id_,
                name=shown,
                aliases=tuple(sorted(name for name in person.names if name != shown)),
                role=role,
                organisation=(person.correction and person.correction.organisation)
                or known[0]
                or next((row.organisation for row in rows if row.organisation), ""),
                province=province((person.correction and person.correction.province) or known[1])
                or next((row.province for row in rows if row.province), ""),
                intervals=_intervals(rows, start, zone, duration),
                links=tuple(sorted(person.links, key=lambda l: (l.source, l.name))),
                attended=id_ in active or any(row.attended for row in rows),
            )
        return tuple(sorted(found.values(), key=lambda p: (people.key(p.name), p.id)))


def _role(person: people.Person, rows: list[Presence]) -> Role:
    if person.correction and person.correction.role:
        return person.correction.role
    if any(people.is_bot(name) for name in person.names):
        return Role.BOT
    roles = {people.role_of(row.role) for row in rows}
    return next((role for role in (Role.HOST, Role.PANELLIST) if role in roles), Role.ATTENDEE)


def _mapping(text: str) -> dict[tuple[str, ...], tuple[str, str]]:
    """Read people.csv: name, organisation, province."""
    found = {}
    for row in csv.DictReader(io.StringIO(text)):
        values = {(k or "").strip().casefold(): (v or "").strip() for k, v in row.items() if isinstance(v, str)}
        if values.get("name"):
            found[people.key(values["name"])] = (values.get("organisation", ""), values.get("province", ""))
    return found


def _intervals(rows: list[Presence], start, zone, duration: float) -> tuple[tuple[float, float], ...]:
    """Return presence as the union of all intervals, in seconds, clipped to the session."""
    spans = []
    for row in rows:
        if row.joined:
            since = (row.joined.replace(tzinfo=zone) - start).total_seconds()
            until = (row.left.replace(tzinfo=zone) - start).total_seconds() if row.left else duration
        elif row.offset is not None:
            since, until = row.offset, row.until if row.until is not None else duration
        else:
            continue
        since, until = max(0.0, since), min(duration, until)
        if until > since:
            spans.append((since, until))
    merged: list[tuple[float, float]] = []
    for since, until in sorted(spans):
        if merged and since <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], until))
        else:
            merged.append((since, until))
    return tuple(merged)


def _turns(read, offsets, crowd: _Crowd) -> tuple[tuple[Turn, ...], int]:
    """Join consecutive cues of one speaker into turns, over all transcripts in time."""
    cues = []
    shift = 0.0
    previous_end = 0.0
    removed = 0
    for source, ((export, reading), (offset, basis)) in enumerate(zip(read, offsets, strict=True)):
        if reading.kind is not ExportKind.TRANSCRIPT:
            continue
        # A second part whose clock begins anew follows the first, unless its place is known.
        timed = [cue for cue in reading.items if cue.start is not None]
        if cues and timed and basis == "counted from the start" and timed[0].start + offset < previous_end:
            shift = previous_end
        for number, cue in enumerate(reading.items):
            text, count = clean(cue.text)
            removed += count
            text = " ".join(text.split())
            if not text or crowd.withdrawn(cue.speaker):
                continue
            since = (cue.start if cue.start is not None else float(number)) + offset + shift
            until = (cue.end if cue.end is not None else since) + (offset + shift if cue.end is not None else 0.0)
            cues.append((since, max(since, until), source, cue.line, crowd.id_of(cue.speaker), text))
            previous_end = max(previous_end, until)
    cues.sort(key=lambda cue: cue[0])
    turns: list[Turn] = []
    group: list = []
    size = 0

    def finish() -> None:
        if not group:
            return
        at, marks, parts = 0, [], []
        for index, (since, until, _, line, _, text) in group:
            marks.append(CueMark(at=at, start=since, end=until, line=line, index=index))
            parts.append(text)
            at += len(text) + 1
        first = group[0][1]
        turns.append(
            Turn(
                index=len(turns), participant=first[4], start=first[0], end=max(c[1] for _, c in group),
                text=" ".join(parts), source=first[2], cues=tuple(marks),
            )
        )  # fmt: skip

    for index, cue in enumerate(cues):
        if group:
            last = group[-1][1]
            if cue[4] != last[4] or cue[2] != last[2] or cue[0] - last[1] > _PAUSE or size > _LONGEST_TURN:
                finish()
                group, size = [], 0
        group.append((index, cue))
        size += len(cue[5])
    finish()
    return tuple(turns), removed


def _messages(read, offsets, crowd: _Crowd, start) -> tuple[tuple[Message, ...], int, int]:
    """Return the messages in time, with replies resolved and reactions attached."""
    posts = []
    removed = unmatched = 0
    for source, ((_, reading), (offset, _)) in enumerate(zip(read, offsets, strict=True)):
        if reading.kind is not ExportKind.CHAT:
            continue
        for item in reading.items:
            if isinstance(item, Post) and not crowd.withdrawn(item.author):
                days = (item.day - start.moment.date()).days * 86_400 if item.day and item.wall_clock else 0
                posts.append((max(0.0, (item.time or 0.0) + offset + days), source, item))
    posts.sort(key=lambda post: (post[0], post[1], post[2].line))
    kept: list[dict] = []
    for time, source, post in posts:
        quoted = _bare(post.quoted)
        target = _quoted_message(kept, quoted) if quoted else None
        if post.reaction:
            if target is None:
                unmatched += 1
                continue
            reaction = Reaction(participant=crowd.id_of(post.author), emoji=clean(post.reaction)[0])
            if post.removes_reaction:
                if reaction in kept[target]["reactions"]:
                    kept[target]["reactions"].remove(reaction)
            else:
                kept[target]["reactions"].append(reaction)
            continue
        text, count = clean(post.text)
        removed += count
        if not text.strip():
            continue
        if quoted and target is None:
            unmatched += 1
        kept.append(
            {"time": time, "participant": crowd.id_of(post.author), "text": text.strip(), "reply_to": target,
             "reactions": [], "source": source, "line": post.line, "bare": _bare(text)}
        )  # fmt: skip
    messages = tuple(
        Message(index=i, **{**{k: v for k, v in m.items() if k != "bare"}, "reactions": tuple(m["reactions"])})
        for i, m in enumerate(kept)
    )
    return messages, removed, unmatched


def _bare(text: str) -> str:
    text = clean(text)[0].strip().removesuffix("...").removesuffix("…").rstrip("\ufffd ")
    return " ".join(text.split()).casefold()


def _quoted_message(kept: list[dict], quoted: str) -> int | None:
    """Return the index of the latest message that begins with the quoted words."""
    for index in range(len(kept) - 1, -1, -1):
        if kept[index]["bare"].startswith(quoted):
            return index
    return None


def _polls(read) -> tuple[Poll, ...]:
    """Count the answers of every poll question."""
    answers: dict[str, dict[str, int]] = {}
    voters: dict[str, set[int]] = defaultdict(set)
    for source, (_, reading) in enumerate(read):
        for item in reading.items:
            if not isinstance(item, Ballot):
                continue
            for question, answer in item.answers:
                tally = answers.setdefault(question, {})
                voters[question].add(source * 1_000_000 + item.line)
                for choice in filter(None, (part.strip() for part in answer.split(";"))):
                    tally[choice] = tally.get(choice, 0) + 1
    return tuple(
        Poll(question=question, answers=tuple(sorted(tally.items(), key=lambda a: (-a[1], a[0]))), voters=len(voters[question]))
        for question, tally in answers.items()
    )


def _source(export: Export, reading: Reading, offset: tuple[float, str]) -> Source:
    times = [
        time for item in reading.items
        for time in (getattr(item, "start", None), getattr(item, "end", None), getattr(item, "time", None))
        if isinstance(time, float)
    ]  # fmt: skip
    return Source(
        file=export.name, sha256=export.sha256, bytes=len(export.data), kind=reading.kind, reader=reading.reader,
        encoding=export.encoding, lines=reading.lines, lines_read=reading.lines_read, ignored=reading.ignored,
        items=len(reading.items), first=min(times) if times else None, last=max(times) if times else None,
        offset=offset[0], offset_basis=offset[1], facts=reading.facts,
        warnings=tuple(Notice(code=r.code, line=r.line, count=r.count) for r in reading.remarks),
    )  # fmt: skip


def _unused(export: Export, error: BadInput) -> Source:
    return Source(
        file=export.name, sha256=export.sha256, bytes=len(export.data), kind=None, reader="",
        warnings=(Notice(code="file-not-used", line=error.line, detail=error.problem),),
    )  # fmt: skip


def _platform(read) -> str:
    names = " ".join(reading.reader for _, reading in read)
    return next((title for word, title in (("teams", "Microsoft Teams"), ("zoom", "Zoom"), ("meet", "Google Meet"), ("webex", "Webex")) if word in names), "")
