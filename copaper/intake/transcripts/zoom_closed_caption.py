"""Zoom's ``closed_caption.txt`` beside a local recording: time of day and words, no speaker."""

from __future__ import annotations

import re

from copaper.intake.export import Export
from copaper.intake.ledger import Ledger
from copaper.intake.registry import Reader
from copaper.intake.transcripts import _captions
from copaper.records import Cue, ExportKind, Reading

READER = Reader("zoom_closed_caption", ExportKind.TRANSCRIPT, "Zoom closed captions (closed_caption.txt)")

_LINE = re.compile(r"^(\d\d):([0-5]\d):([0-5]\d)(?:\.(\d{1,3}))? (?!From )(\S.*)$")


def detects(export: Export) -> int:
    if export.is_binary:
        return 0
    lines = [line for line in export.head.split("\n") if line.strip()]
    timed = sum(1 for line in lines if "\t" not in line and _LINE.match(line))
    return 40 if timed and timed * 3 >= len(lines) * 2 else 0


def read(export: Export) -> Reading:
    ledger = Ledger.of(READER, export)
    cues: list[Cue] = []
    for number, line in enumerate(export.lines, 1):
        found = _LINE.match(line)
        if found:
            hours, minutes, seconds, fraction, words = found.groups()
            start = int(hours) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{fraction or 0}")
            cues.append(Cue(line=number, start=start, end=None, speaker="", text=" ".join(words.split())))
        elif not line.strip():
            ledger.ignore("blank")
            continue
        elif cues:
            cues[-1] = cues[-1]._replace(text=f"{cues[-1].text} {' '.join(line.split())}")
        else:
            ledger.remark("text-outside-cue", number, 1)
            continue
        ledger.read()
    ledger.items.extend(_captions.with_ends(cues))
    ledger.facts["clock"] = "time of day"
    return ledger.close()
