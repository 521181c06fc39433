"""Zoom's closed captions as a file (``.cc.vtt``): no numbers, no speakers, whole seconds."""

from __future__ import annotations

import re

from copaper.intake.export import Export
from copaper.intake.registry import Reader
from copaper.intake.transcripts import _captions
from copaper.records import ExportKind, Reading

READER = Reader("zoom_captions", ExportKind.TRANSCRIPT, "Zoom closed captions (.cc.vtt)")

_TIMES = re.compile(r"^(.*)\n(\d\d:\d\d:\d\d\.\d{3}) --> (\d\d:\d\d:\d\d\.\d{3})(.*)$", re.M)


def detects(export: Export) -> int:
    if not _captions.is_webvtt(export):
        return 0
    cues = _TIMES.findall(export.head)
    plain = all(
        not above and start.endswith(".000") and end.endswith(".000") and not settings
        for above, start, end, settings in cues
    )
    return 70 if len(cues) > 2 and plain else 0


def read(export: Export) -> Reading:
    return _captions.read_webvtt(READER, export)
