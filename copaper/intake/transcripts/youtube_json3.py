"""YouTube's json3 captions: events with milliseconds and segments of words.

Events without segments only place a window on the screen; those that append a lone line
break repeat nothing that was said.
"""

from __future__ import annotations

from copaper.intake.export import Export
from copaper.intake.ledger import Ledger
from copaper.intake.registry import Reader
from copaper.intake.transcripts import _json
from copaper.records import Cue, ExportKind, Reading

READER = Reader("youtube_json3", ExportKind.TRANSCRIPT, "YouTube captions (.json3)")


def detects(export: Export) -> int:
    head = export.head.lstrip("\ufeff \n\t")
    return 95 if head.startswith("{") and '"events"' in export.text and '"tStartMs"' in export.text else 0


def read(export: Export) -> Reading:
    ledger = Ledger.of(READER, export)
    without_words = 0
    for line, event in _json.entries(export, "events"):
        fields = event if isinstance(event, dict) else {}
        start, lasts = _json.number(fields.get("tStartMs")), _json.number(fields.get("dDurationMs", 0))
        parts = fields.get("segs", [])
        if start is None or lasts is None or not isinstance(parts, list):
            ledger.remark("entry-not-understood", line, 0)
            continue
        said = "".join(str(part.get("utf8", "")) for part in parts if isinstance(part, dict))
        if not said.strip():
            without_words += 1
            continue
        ledger.items.append(
            Cue(line=line, start=start / 1000, end=(start + lasts) / 1000, speaker="", text=" ".join(said.split()))
        )
    if _json.load(export) is None:
        ledger.remark("file-cut-off", ledger.lines, 0)
    ledger.read(ledger.lines)
    ledger.facts["events without words"] = str(without_words)
    return ledger.close()
