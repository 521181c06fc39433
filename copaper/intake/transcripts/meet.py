"""Google Meet's transcript, as .docx or as the text of its document.

Above the transcript the document may hold notes that a machine wrote; they are nobody's words
and are never read. Only what stands below the heading "Transcript" counts, and where the
document has times (``00:05:00`` alone on a line, every few minutes), only what stands below
the first of them. Turns between two times share the time between them by their words.
"""

from __future__ import annotations

import re

from copaper.intake.export import Export
from copaper.intake.registry import Reader
from copaper.intake.transcripts import _captions, _speakers, _webvtt
from copaper.records import Cue, ExportKind, Reading

READER = Reader("meet_transcript", ExportKind.TRANSCRIPT, "Google Meet transcript (.docx, text)")

_HEADING = re.compile(r"^[#*\s]*(?:📖\s*)?Transcript[*\s]*$")
_TITLE = re.compile(r"^[#*\s]*(?P<title>\S.{0,300}?)\s+[-–]\s+Transcript[*\s]*$")
_NOTE = "This editable transcript was computer generated"
_TIME = re.compile(r"^[#*\s]*(?P<h>\d\d):(?P<m>[0-5]\d):(?P<s>[0-5]\d)[*\s]*$")
_ENDED = re.compile(r"(?:Transcription|Meeting) ended after (?P<h>\d\d):(?P<m>[0-5]\d):(?P<s>[0-5]\d)")


def detects(export: Export) -> int:
    lines = _captions.lines_of(export)
    if len(lines) > 60_000 or "-->" in (export.head if not export.is_package else ""):
        return 0
    begin = _begin(lines)
    if any(_NOTE in line for line in lines):
        return 90
    titled = any(_TITLE.match(line) for line in lines[:40])
    if begin and titled:
        return 88
    timed = [i for i, line in enumerate(lines[:-1]) if _TIME.match(line)]
    named = sum(1 for i in timed if _speakers.split_prefix(lines[i + 1])[0])
    return 75 if timed and named * 2 > len(timed) else 0


def _begin(lines: list[str]) -> int:
    """Return the index of the first line below the heading, 0 where there is none."""
    headings = [i for i, line in enumerate(lines) if len(line) < 60 and _HEADING.match(line)]
    return headings[-1] + 1 if headings else 0


def read(export: Export) -> Reading:
    lines = _captions.lines_of(export)
    ledger = _captions.ledger_for(READER, export)
    begin = _begin(lines)
    first_time = next((i for i in range(begin, len(lines)) if _TIME.match(lines[i])), None)
    speech_from = begin if first_time is None else first_time
    names = _speakers.names_in(line for line in lines[speech_from:] if _is_speech(line))
    title = ""
    last: float | None = None
    now: float | None = None
    speaker = ""
    cues: list[Cue] = []
    for number, line in enumerate(lines, 1):
        if found := _TITLE.match(line):
            title = found["title"]
        if not line.strip():
            ledger.ignore("blank")
        elif number <= speech_from:
            ledger.ignore("notes and attendees above the transcript")
        elif found := _TIME.match(line):
            now = _webvtt.seconds(found["h"], found["m"], found["s"], None)
            ledger.read()
        elif found := _ENDED.match(line):
            last = _webvtt.seconds(found["h"], found["m"], found["s"], None)
            ledger.ignore("footer")
        elif not _is_speech(line):
            ledger.ignore("footer")
        else:
            named, words = _speakers.split(line, names)
            speaker = named or speaker
            if not speaker:
                ledger.remark("text-outside-cue", number, 1)
                continue
            ledger.read()
            cues.append(Cue(line=number, start=now, end=None, speaker=speaker, text=" ".join(words.split())))
    if first_time is None and cues:
        ledger.remark("no-times", cues[0].line, 0)
    ledger.items.extend(_captions.with_ends(_captions.in_turn(cues, last), last))
    return ledger.close(title=title)


def _is_speech(line: str) -> bool:
    return bool(line.strip()) and not (
        _NOTE in line or _TIME.match(line) or _ENDED.match(line) or _TITLE.match(line) or _HEADING.match(line)
    )
