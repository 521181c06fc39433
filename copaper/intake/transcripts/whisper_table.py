"""Whisper's tables: ``start<TAB>end<TAB>text`` in milliseconds under a header, or without one
``text,start,end`` in seconds."""

from __future__ import annotations

import csv

from copaper.intake.export import Export
from copaper.intake.ledger import Ledger
from copaper.intake.registry import Reader
from copaper.records import Cue, ExportKind, Reading

READER = Reader("whisper_table", ExportKind.TRANSCRIPT, "Whisper transcript (.tsv, .csv)")

_HEADER = ["start", "end", "text"]


def detects(export: Export) -> int:
    if export.is_binary:
        return 0
    lines = export.head.removeprefix("\ufeff").split("\n")
    if lines[0].replace(",", "\t").split("\t") == _HEADER:
        return 90
    rows = [line for line in lines[:20] if line]
    complete = rows if len(export.head) == len(export.text) else rows[:-1]
    return 80 if complete and all(_row(line, False) for line in complete) else 0


def _row(line: str, tabs: bool) -> tuple[float, float, str] | None:
    """Return start, end (as numbers) and words of one line."""
    if tabs:
        parts = line.split("\t", 2)
        order = (0, 1, 2)
    else:
        try:
            parts = next(csv.reader([line], strict=True), [])
        except csv.Error:
            return None
        order = (1, 2, 0)
    if len(parts) != 3:
        return None
    start, end, words = (parts[i] for i in order)
    if not (_is_number(start) and _is_number(end) and words.strip()):
        return None
    return float(start), float(end), " ".join(words.split())


def _is_number(text: str) -> bool:
    return text.isascii() and text.replace(".", "", 1).isdecimal() and len(text) < 12


def read(export: Export) -> Reading:
    ledger = Ledger.of(READER, export)
    header = export.lines[0].removeprefix("\ufeff") if export.lines else ""
    comma_header = header.split(",") == _HEADER
    tabs = header.split("\t") == _HEADER
    scale = 1000 if tabs else 1
    for number, line in enumerate(export.lines, 1):
        if number == 1 and (tabs or comma_header):
            ledger.ignore("header")
            continue
        if not line.strip():
            ledger.ignore("blank")
            continue
        row = _row(_moved(line) if comma_header else line, tabs)
        if row is None:
            ledger.remark("entry-not-understood", number, 1)
            continue
        ledger.read()
        start, end, words = row
        ledger.items.append(
            Cue(line=number, start=start / scale, end=max(start, end) / scale, speaker="", text=words)
        )
    return ledger.close()


def _moved(line: str) -> str:
    """Put the words of ``start,end,text`` first, as they are without a header."""
    start, _, rest = line.partition(",")
    end, _, words = rest.partition(",")
    return f"{words},{start},{end}"
