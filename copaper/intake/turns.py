"""Speech: the cues of all transcripts, in time, joined into turns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from copaper.intake.clock import Part
from copaper.intake.roster import Roster, spoken_name
from copaper.records import Cue, CueMark, ExportKind, Notice, Turn
from copaper.textclean import clean

_PAUSE = 120.0
"""Seconds of silence after which the same speaker begins a new turn."""
_LONGEST_TURN = 60_000
"""Characters after which a new turn begins, to bound what is parsed at once."""
_WORDS_PER_SECOND = 2.5


@dataclass(frozen=True)
class _Said:
    """One cue on the session's clock, by one participant."""

    start: float
    end: float
    source: int
    line: int
    participant: str
    text: str


def make_turns(parts: Sequence[Part], roster: Roster) -> tuple[tuple[Turn, ...], tuple[Notice, ...]]:
    """Return all turns in time, with notices on what was removed or estimated.

    A transcript whose clock begins anew after another one follows it: parts of one
    recording. What people who withdrew consent have said is left out.
    """
    said: list[_Said] = []
    removed = 0
    estimated = False
    before = 0.0
    for source, part in enumerate(parts):
        if part.kind is not ExportKind.TRANSCRIPT:
            continue
        cues = _timed([item for item in part.reading.items if isinstance(item, Cue)])
        estimated = estimated or any(item.start is None for item in part.reading.items if isinstance(item, Cue))
        unplaced = part.basis == "counted from the start"
        shift = before if unplaced and cues and said and cues[0][1] + part.offset < before else 0.0
        for cue, start, end in cues:
            text, count = clean(cue.text)
            removed += count
            text = roster.without_withdrawn(" ".join(text.split()))
            name = spoken_name(cue) or ""
            if not text or roster.has_withdrawn(name):
                continue
            # A recording may have begun before second 0 of the session.
            since = max(0.0, start + part.offset + shift)
            until = max(since, end + part.offset + shift)
            said.append(_Said(since, until, source, cue.line, roster.id_of(name), text))
            before = max(before, until)
    said.sort(key=lambda one: one.start)  # stable: cues of one moment keep their order
    notices = []
    if removed:
        notices.append(Notice(code="controls-removed", count=removed))
    if estimated:
        notices.append(Notice(code="times-estimated"))
    return tuple(_turn(index, group) for index, group in enumerate(_groups(said))), tuple(notices)


def _timed(cues: Sequence[Cue]) -> list[tuple[Cue, float, float]]:
    """Return cues with their start and end; a missing time is estimated from the words."""
    found = []
    clock = 0.0
    for cue in cues:
        start = cue.start if cue.start is not None else clock
        length = len(cue.text.split()) / _WORDS_PER_SECOND
        end = cue.end if cue.end is not None else start + (length if cue.start is None else 0.0)
        found.append((cue, start, max(start, end)))
        clock = end
    return found


def _groups(said: Iterable[_Said]) -> Iterable[list[tuple[int, _Said]]]:
    """Yield the numbered cues of one turn after another."""
    group: list[tuple[int, _Said]] = []
    size = 0
    for index, one in enumerate(said):
        if group:
            last = group[-1][1]
            goes_on = one.participant == last.participant and one.source == last.source
            if not goes_on or one.start - last.end > _PAUSE or size > _LONGEST_TURN:
                yield group
                group, size = [], 0
        group.append((index, one))
        size += len(one.text)
    if group:
        yield group


def _turn(index: int, group: Sequence[tuple[int, _Said]]) -> Turn:
    at = 0
    marks = []
    for number, one in group:
        marks.append(CueMark(at=at, start=one.start, end=one.end, line=one.line, index=number))
        at += len(one.text) + 1
    first = group[0][1]
    return Turn(
        index=index,
        participant=first.participant,
        start=first.start,
        end=max(one.end for _, one in group),
        text=" ".join(one.text for _, one in group),
        source=first.source,
        cues=tuple(marks),
    )
