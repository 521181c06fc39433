"""Any WebVTT that no platform's own reader claims; speakers as ``Name: words`` or ``<v Name>``."""

from __future__ import annotations

from copaper.intake.export import Export
from copaper.intake.registry import Reader
from copaper.intake.transcripts import _captions, _webvtt
from copaper.records import ExportKind, Reading

READER = Reader("webvtt", ExportKind.TRANSCRIPT, "WebVTT captions (Whisper and others)")


def detects(export: Export) -> int:
    if _captions.is_webvtt(export):
        return 60
    # A damaged file without its signature: SRT writes commas, so its reader bids higher there.
    lines = export.head.split("\n")
    return 35 if not export.is_binary and any("-->" in line and _webvtt.TIMING.match(line) for line in lines) else 0


def read(export: Export) -> Reading:
    return _captions.read_webvtt(READER, export)
