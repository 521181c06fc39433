"""YouTube's automatic captions as WebVTT: each cue repeats the line above it and adds one.

A line whose words carry their own times is new; the same line is then shown once more, and
again in a filler cue of some 10 ms. Each line is kept once, where it first appears.
"""

from __future__ import annotations

import re

from copaper.intake.export import Export
from copaper.intake.ledger import Ledger
from copaper.intake.registry import Reader
from copaper.intake.transcripts import _captions, _webvtt
from copaper.records import ExportKind, Reading

READER = Reader("youtube_vtt", ExportKind.TRANSCRIPT, "YouTube automatic captions (.vtt)")

_WORD_TIME = re.compile(r"<\d\d:\d\d:\d\d\.\d{3}><c")


def detects(export: Export) -> int:
    return 80 if _captions.is_webvtt(export) and _WORD_TIME.search(export.head) else 0


def read(export: Export) -> Reading:
    ledger = Ledger.of(READER, export)
    spoken = []
    above: list[str] = []
    repeated = 0
    for cue in _webvtt.parse(export.lines, ledger):
        shown = [text for line in cue.payload.split("\n") if (text := _webvtt.plain_text(line))]
        new = shown[_overlap(above, shown) :]
        repeated += len(shown) - len(new)
        above = shown or above
        if new:
            spoken.append((cue, "", " ".join(new)))
    _captions.add_spoken(ledger, spoken)
    ledger.facts["repeated caption lines"] = str(repeated)
    return ledger.close()


def _overlap(above: list[str], shown: list[str]) -> int:
    """Return how many of the first lines ``shown`` are the last of those ``above``."""
    for count in range(min(len(above), len(shown)), 0, -1):
        if above[-count:] == shown[:count]:
            return count
    return 0
