"""WebVTT with speakers as ``Name: words`` (Zoom) or ``<v Name>words`` (Teams), or none."""

from __future__ import annotations

import re

from copaper.intake.export import Export
from copaper.intake.ledger import Ledger
from copaper.intake.registry import Reader
from copaper.intake.transcripts import _speakers, _webvtt
from copaper.records import Cue, ExportKind, Reading

READER = Reader("webvtt", ExportKind.TRANSCRIPT, "WebVTT transcript (Zoom, Teams, others)")


def detects(export: Export) -> int:
    if export.is_binary:
        return 0
    if re.match(r"\ufeff?WEBVTT(?:[ \t\n]|$)", export.head):
        return 60
    arrows = len(re.findall(r"^[\d:.]+ --> [\d:.]+", export.head, re.M))
    return 20 if arrows and export.suffix == ".vtt" else 0


def read(export: Export) -> Reading:
    ledger = Ledger(READER.name, READER.kind, len(export.lines))
    cues = list(_webvtt.parse(export.lines, ledger))
    markup = _webvtt.has_markup(cues)
    spoken = [
        (cue, speaker, words)
        for cue in cues
        for speaker, words in (
            _webvtt.voices(cue.payload) if markup else [("", _webvtt.plain_text(cue.payload, False))]
        )
    ]
    names = _speakers.names_in(words for _, speaker, words in spoken if not speaker)
    for cue, speaker, words in spoken:
        if not speaker:
            speaker, words = _speakers.split(words, names)
        if words:
            ledger.items.append(Cue(line=cue.line, start=cue.start, end=cue.end, speaker=speaker, text=words))
    return ledger.close()
