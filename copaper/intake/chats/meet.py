"""Google Meet's chat, saved beside the recording as ``.sbv``: ``Name: words`` at its second.

It looks like captions, but every entry names its author, on one line, and stays up for
the same few seconds.
"""

from __future__ import annotations

from copaper.intake.export import Export
from copaper.intake.ledger import Ledger
from copaper.intake.registry import Reader
from copaper.intake.transcripts import _speakers, _webvtt
from copaper.records import ExportKind, Post, Reading

READER = Reader("meet_chat", ExportKind.CHAT, "Google Meet chat (.sbv)")


def detects(export: Export) -> int:
    if export.is_binary:
        return 0
    cues = _webvtt.parse(export.head.split("\n")[:200], Ledger(READER.name, READER.kind, 0), _webvtt.SBV)
    named = [cue for cue in cues if _speakers.split_prefix(cue.payload)[0]]
    lengths = {round(cue.end - cue.start, 3) for cue in cues[:-1]}
    return 80 if cues and len(named) == len(cues) and len(lengths) <= 1 else 0


def read(export: Export) -> Reading:
    ledger = Ledger.of(READER, export)
    for cue in _webvtt.parse(export.lines, ledger, _webvtt.SBV):
        author, words = _speakers.split_prefix(cue.payload)
        if not author:
            ledger.remark("unknown-author", cue.line, 0)
        if words.strip():
            ledger.items.append(Post(line=cue.line, time=cue.start, author=author, text=words.strip()))
    ledger.facts["clock"] = "since the recording began"
    return ledger.close()
