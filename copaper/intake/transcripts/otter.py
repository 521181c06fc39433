"""Otter's text export: ``Name  12:34`` above paragraphs, and a footer that names otter.ai.

Minutes may run past 59 before hours appear. "Unknown Speaker" is nobody. The heads say when
somebody began, not when they ended.
"""

from __future__ import annotations

import re

from copaper.intake.export import Export
from copaper.intake.registry import Reader
from copaper.intake.transcripts import _captions
from copaper.records import ExportKind, Reading

READER = Reader("otter", ExportKind.TRANSCRIPT, "Otter transcript (text, .docx)")

_HEAD = re.compile(
    r"^(?:\*\*)?(?P<name>[^\s*:][^\n*:]{0,80}?)(?:\*\*)?[ \t]{2,9}(?:(?P<h>\d{1,2}):)?(?P<m>\d{1,3}):(?P<s>[0-5]\d)[ \t]*$"
)
_FOOTER = re.compile(r"^[ \t]*Transcribed by https?://otter\.ai/?[ \t]*$", re.I)


def detects(export: Export) -> int:
    lines = _captions.lines_of(export)
    heads = sum(1 for line in lines[:400] if _HEAD.match(line))
    if not heads:
        return 0
    if any(_FOOTER.match(line) for line in lines[-5:]):
        return 95
    if export.is_package:
        return 0  # Word documents with such heads are Teams'
    return 80 if heads > 2 else 50


def read(export: Export) -> Reading:
    return _captions.read_headed(READER, export, _HEAD, lambda line: "footer" if _FOOTER.match(line) else "")
