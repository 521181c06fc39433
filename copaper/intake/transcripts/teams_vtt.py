"""Microsoft Teams and Stream WebVTT: ids ``GUID/seq-n``, words in ``<v Name>…</v>``.

The voice is sometimes missing, not closed, or there are two in one cue.
"""

from __future__ import annotations

import re

from copaper.intake.export import Export
from copaper.intake.registry import Reader
from copaper.intake.transcripts import _captions
from copaper.records import ExportKind, Reading

READER = Reader("teams_vtt", ExportKind.TRANSCRIPT, "Microsoft Teams transcript (.vtt)")

_ID = re.compile(r"^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:/[\d-]+)?$", re.M | re.I)
_VOICE = re.compile(r"^<v [^<>]+>", re.M)


def detects(export: Export) -> int:
    if not _captions.is_webvtt(export):
        return 0
    if _ID.search(export.head):
        return 85
    return 70 if _VOICE.search(export.head) else 0


def read(export: Export) -> Reading:
    return _captions.read_webvtt(READER, export)
