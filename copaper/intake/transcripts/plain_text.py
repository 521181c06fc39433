"""A transcript as plain text, with or without speakers and times.

    Thandi Mokoena: words          [00:01:02] Thandi Mokoena: words
    THANDI MOKOENA:                Thandi Mokoena (00:01:02): words
    >> THANDI MOKOENA: words       >> words of somebody else
    words below the name           words and nothing else

The last resort: any other reader that knows a file goes before this one. Where speakers are
named, a line without one goes on with the last. Where none is, the file's name must say that
it is a transcript, as Whisper's does (``talk.mp3.txt``).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from copaper.intake.export import Export
from copaper.intake.registry import Reader
from copaper.intake.transcripts import _captions, _speakers, _webvtt
from copaper.records import Cue, ExportKind, Reading

READER = Reader("plain_text", ExportKind.TRANSCRIPT, "Plain text, with or without speakers (.txt, .docx)")

_STAMP = r"(?:(?P<h>\d{1,2}):)?(?P<m>\d{1,3}):(?P<s>[0-5]\d)(?:\.\d{1,3})?"
_MORNING = 6 * 3600
"""Seconds: no recording runs so long before its first words; a time from here on is a time of day."""
_TIME_FIRST = re.compile(rf"^[\[(]?{_STAMP}[\])]?[ \t]*[-–]?[ \t]*(?P<rest>\S.*)?$")
_TIME_AFTER = re.compile(rf"^(?P<name>[^:\[(\n]{{1,80}}?)[ \t]*[\[(]{_STAMP}[\])]:?[ \t]*(?P<rest>.*)$")
_NAME_ALONE = re.compile(r"(?P<name>[^:\n]{1,80}):[ \t]*$")
_MARKUP = ("{", "<", "[{", "%PDF", "WEBVTT", "#!", "#EXTM3U", "BEGIN:", "---\n")
_SAYS_SO = re.compile(
    r"transcri|transkri|caption|subtitle|whisper|record|GMT\d{8}|zoom|teams|webinar"
    r"|\.(?:wav|mp3|mp4|m4a|ogg|flac|webm|mkv|mov)\b",
    re.I,
)
_LETTERS = re.compile(r"[^\W\d_]")
_SAMPLE = 200
_WORD_SHARE = 0.6
"""Of what is no space, this much is letters in prose, and less in tables, code and logs."""


class _Line(NamedTuple):
    """``name`` may be wrong until the whole file has been seen."""

    number: int
    time: float | None
    name: str
    words: str
    whole: str
    begins: bool = False
    """Whether a captioner marks that somebody begins to speak."""


def detects(export: Export) -> int:
    lines = [line for line in _captions.lines_of(export)[:_SAMPLE] if line.strip()]
    if not lines or any(lines[0].lstrip("\ufeff").startswith(mark) for mark in _MARKUP):
        return 0
    if any("-->" in line for line in lines) or _is_table(lines):
        return 0
    text = "".join("".join(line.split()) for line in lines)
    if len(_LETTERS.findall(text)) < _WORD_SHARE * len(text):
        return 0
    parsed = [_parse(i, line) for i, line in enumerate(lines)]
    names = _names(parsed)
    named = sum(1 for line in parsed if line.name in names)
    if named > 1 and named * 5 > len(lines):
        return 35
    # Words alone might be anything, a recipe too: here the content cannot tell, the name may.
    return 5 if _SAYS_SO.search(export.name) else 0


def _is_table(lines: list[str]) -> bool:
    for mark in "\t;|,":
        counts = {line.count(mark) for line in lines}
        if len(lines) > 1 and len(counts) == 1 and counts != {0}:
            return True
        if mark != "," and sum(1 for line in lines if mark in line) > 0.6 * len(lines):
            return True
    return False


def _parse(number: int, line: str) -> _Line:
    """Take a line apart into time, name and words, as far as it has them."""
    text = line.strip().removeprefix("\ufeff").replace("**", "")
    time, begins = None, _speakers.begins(text)
    text = _speakers.unmarked(text)
    if found := _TIME_FIRST.match(text):
        time = _webvtt.seconds(found["h"], found["m"], found["s"], None)
        text = found["rest"] or ""
        begins, text = begins or _speakers.begins(text), _speakers.unmarked(text)
    elif found := _TIME_AFTER.match(text):
        time = _webvtt.seconds(found["h"], found["m"], found["s"], None)
        return _Line(number, time, found["name"].strip(" -–"), found["rest"], text, begins)
    if found := _NAME_ALONE.match(text):
        return _Line(number, time, found["name"].strip(), "", text, begins)
    name, words = _speakers.split_prefix(text)
    return _Line(number, time, name, words if name else text, text, begins)


def _names(lines: list[_Line]) -> frozenset[str]:
    names = _speakers.names_in(f"{line.name}: {line.words or '-'}" if line.name else line.words for line in lines)
    return frozenset(name for name in names if _speakers.looks_like_name(name))


def read(export: Export) -> Reading:
    ledger = _captions.ledger_for(READER, export)
    lines = [_parse(number, line) for number, line in enumerate(_captions.lines_of(export), 1)]
    names = _names([line for line in lines if line.whole])
    speaker = ""
    now: float | None = None
    blanks = 0
    cues: list[Cue] = []
    for line in lines:
        if not line.whole and line.time is None:
            blanks += 1
            continue
        ledger.read()
        now = line.time if line.time is not None else now
        named = line.name in names
        speaker = line.name if named else "" if line.begins else speaker
        words = " ".join((line.words if named else line.whole).split())
        if words:
            cues.append(Cue(line=line.number, start=now, end=None, speaker=speaker, text=words))
    ledger.ignore("blank", blanks)
    timed = [cue.start for cue in cues if cue.start is not None]
    by_day = bool(timed) and min(timed) >= _MORNING
    if by_day:
        ledger.facts["clock"] = "time of day"
    if timed and len(timed) < len(cues):
        # Words above the first time were said before it.
        first = timed[0] if by_day else 0.0
        cues = [cue if cue.start is not None else cue._replace(start=first) for cue in cues]
    if not timed and cues:
        ledger.remark("no-times", cues[0].line, 0)
    if cues and not names:
        ledger.remark("unknown-speaker", cues[0].line, 0)
    ledger.items.extend(_captions.with_ends(_captions.in_turn(cues)))
    return ledger.close()
