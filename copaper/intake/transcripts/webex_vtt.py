"""Webex's WebVTT: the speaker stands in the cue's id, ``7 "Name" (3023284992)``."""

from __future__ import annotations

import re

from copaper.intake.export import Export
from copaper.intake.ledger import Ledger
from copaper.intake.registry import Reader
from copaper.intake.transcripts import _captions, _webvtt
from copaper.records import ExportKind, Reading

READER = Reader("webex_vtt", ExportKind.TRANSCRIPT, "Webex transcript (.vtt)")

_ID = re.compile(r'\d{1,9}[ \t]+"([^"\n]{1,200})"(?:[ \t]+\(\d+\))?[ \t]*$', re.M)


def detects(export: Export) -> int:
    lines = export.head.split("\n") if _captions.is_webvtt(export) else []
    return 90 if any("-->" in below and _ID.match(line) for line, below in zip(lines, lines[1:], strict=False)) else 0


def read(export: Export) -> Reading:
    ledger = Ledger.of(READER, export)
    spoken = []
    for cue in _webvtt.parse(export.lines, ledger):
        found = _ID.match(cue.id)
        spoken.append((cue, " ".join(found[1].split()) if found else "", _webvtt.plain_text(cue.payload)))
    _captions.add_spoken(ledger, spoken)
    return ledger.close()
