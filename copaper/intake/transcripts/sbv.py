"""YouTube's SubViewer captions (.sbv): ``0:00:01.000,0:00:06.000`` above the words."""

from __future__ import annotations

from copaper.intake.export import Export
from copaper.intake.registry import Reader
from copaper.intake.transcripts import _captions, _webvtt
from copaper.records import ExportKind, Reading

READER = Reader("sbv", ExportKind.TRANSCRIPT, "YouTube captions (.sbv)")


def detects(export: Export) -> int:
    if export.is_binary:
        return 0
    return 65 if any(_webvtt.SBV_TIMING.match(line) for line in export.head.split("\n")) else 0


def read(export: Export) -> Reading:
    return _captions.read_webvtt(READER, export, _webvtt.SBV)
