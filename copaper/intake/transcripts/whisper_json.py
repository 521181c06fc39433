"""Whisper's JSON: ``segments`` with start and end in seconds, and perhaps a speaker."""

from __future__ import annotations

from copaper.intake.export import Export
from copaper.intake.ledger import Ledger
from copaper.intake.registry import Reader
from copaper.intake.transcripts import _json
from copaper.records import Cue, ExportKind, Reading

READER = Reader("whisper_json", ExportKind.TRANSCRIPT, "Whisper transcript (.json)")


def detects(export: Export) -> int:
    head = export.head.lstrip("\ufeff \n\t")
    return 90 if head.startswith("{") and '"segments"' in export.text and '"start"' in export.text else 0


def read(export: Export) -> Reading:
    ledger = Ledger.of(READER, export)
    whole = _json.load(export)
    for line, entry in _json.entries(export, "segments"):
        fields = entry if isinstance(entry, dict) else {}
        start, end, text = _json.number(fields.get("start")), _json.number(fields.get("end")), fields.get("text")
        if start is None or end is None or not isinstance(text, str):
            ledger.remark("entry-not-understood", line, 0)
            continue
        speaker = fields.get("speaker")
        if text.strip():
            ledger.items.append(
                Cue(
                    line=line,
                    start=start,
                    end=max(start, end),
                    speaker=speaker.strip() if isinstance(speaker, str) else "",
                    text=" ".join(text.split()),
                )
            )
    if whole is None:
        ledger.remark("file-cut-off", ledger.lines, 0)
    ledger.read(ledger.lines)
    language = (whole or {}).get("language")
    return ledger.close(language=language if isinstance(language, str) else "")
