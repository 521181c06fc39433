"""SubRip (.srt), as Whisper, YouTube and editors write it: numbered cues, times with a comma.

Read by the same code as WebVTT: the kept libraries tell no line numbers, and evidence rests
on them.
"""

from __future__ import annotations

import re

from copaper.intake.export import Export
from copaper.intake.registry import Reader
from copaper.intake.transcripts import _captions, _webvtt
from copaper.records import ExportKind, Reading

READER = Reader("srt", ExportKind.TRANSCRIPT, "SubRip captions (.srt)")

_TIMES = re.compile(r"^[ \t]*\d+:\d\d?:\d\d?[,.]\d+[ \t]*-->[ \t]*\d+:\d\d?:\d\d?[,.]\d+", re.M)


def detects(export: Export) -> int:
    if export.is_binary or _captions.is_webvtt(export):
        return 0
    found = _TIMES.search(export.head)
    if not found:
        return 0
    return 60 if "," in found[0] else 30


def read(export: Export) -> Reading:
    return _captions.read_webvtt(READER, export, _webvtt.SRT)
