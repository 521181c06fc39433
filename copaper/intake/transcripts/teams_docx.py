"""Microsoft Teams transcripts as Word documents, in both layouts.

Newer: one paragraph per turn, ``Name   0:04``, a line break, the words; above them the title,
the date and "Name started transcription". Older: ``0:0:5.100 --> 0:0:8.250``, name, words.
"""

from __future__ import annotations

import re

from copaper.intake.export import Export
from copaper.intake.ledger import Ledger
from copaper.intake.registry import Reader
from copaper.intake.transcripts import _captions, _webvtt
from copaper.records import ExportKind, Reading

READER = Reader("teams_docx", ExportKind.TRANSCRIPT, "Microsoft Teams transcript (.docx)")

_HEAD = re.compile(r"^(?P<name>\S.{0,100}?)[ \u00a0\t]{2,9}(?:(?P<h>\d{1,2}):)?(?P<m>\d{1,3}):(?P<s>[0-5]\d)[ \t]*$")
_STARTED = re.compile(r"^.{1,100} (?:started|stopped) transcription[ \t]*$")
_TITLE = re.compile(r"^(?P<title>.{1,300}?)-\d{8}_\d{6}-.{0,60}$")
_DATE = re.compile(r"\d{1,2} \w{3,12} \d{4}, \d{1,2}:\d\d ?[ap]m$|\w{3,12} \d{1,2}, \d{4}, \d{1,2}:\d\d ?[AP]M$")
_LENGTH = re.compile(r"(?:\d{1,2}h ?)?(?:\d{1,2}m ?)?\d{1,2}s$")


def detects(export: Export) -> int:
    lines = export.document[:400]
    if any(_webvtt.TIMING.match(line) for line in lines):
        return 85
    if any(_HEAD.match(line) for line in lines):
        return 85 if any(_STARTED.match(line) for line in lines) else 75
    return 0


def read(export: Export) -> Reading:
    if any(_webvtt.TIMING.match(line) for line in export.document):
        return _read_older(export)
    reading = _captions.read_headed(READER, export, _HEAD, _aside)
    title = _TITLE.match(export.document[0])
    return reading.model_copy(update={"title": title["title"]}) if title else reading


def _aside(line: str) -> str:
    if _STARTED.match(line):
        return "transcription started or stopped"
    return "header" if _TITLE.match(line) or _DATE.match(line) or _LENGTH.match(line) else ""


def _read_older(export: Export) -> Reading:
    ledger = Ledger.of(READER, export, export.document)
    cues = _webvtt.parse(export.document, ledger, _webvtt.SRT)
    spoken = []
    for cue in cues:
        name, _, words = cue.payload.partition("\n")
        spoken.append((cue, name.strip(), _webvtt.plain_text(words, False)))
    if cues and not any(words for _, _, words in spoken):
        # Captions that somebody pasted into Word: no line of their own for names.
        spoken = [(cue, "", _webvtt.plain_text(cue.payload, False)) for cue in cues]
    _captions.add_spoken(ledger, spoken)
    return ledger.close()
