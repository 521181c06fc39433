"""Zoom's audio transcript (``.transcript.vtt``): numbered cues of one line, ``Name: words``.

The line is written as it was heard, without the standard's tags, so ``<`` and ``&`` are what
somebody said. The clock counts from the start of the recording.
"""

from __future__ import annotations

import re

from copaper.intake.export import Export
from copaper.intake.registry import Reader
from copaper.intake.transcripts import _captions
from copaper.records import ExportKind, Reading

READER = Reader("zoom_transcript", ExportKind.TRANSCRIPT, "Zoom transcript (.transcript.vtt)")

_CUE = re.compile(r"^\d+\n\d\d:\d\d:\d\d\.\d{3} --> \d\d:\d\d:\d\d\.\d{3}\n(.*)$", re.M)
_NAMED = re.compile(r"[^:<\n]{1,120}: ")


def detects(export: Export) -> int:
    if not _captions.is_webvtt(export):
        return 0
    texts = _CUE.findall(export.head)
    named = sum(1 for text in texts if _NAMED.match(text))
    return 75 if texts and named * 2 > len(texts) else 0


def read(export: Export) -> Reading:
    return _captions.read_webvtt(READER, export)
