"""Microsoft Teams' attendance reports, in any language: sections are found by their digits.

1. 2020 list       name, action (joined, left), time; a missing "left" means until the end
2. 2021            a summary block, then one row per joining
3. 2022 and later  "1. Summary", "2. Participants", "3. In-Meeting activities": the second
   says who, the third when; adding both would count everybody twice
"""

from __future__ import annotations

import re
from datetime import datetime

from copaper.intake.attendance import _tables
from copaper.intake.attendance._people import Table, header_of
from copaper.intake.export import Export
from copaper.intake.ledger import Ledger
from copaper.intake.registry import Reader
from copaper.records import ExportKind, Presence, Reading
from copaper.privacy import fold

READER = Reader("teams", ExportKind.ATTENDANCE, "Microsoft Teams attendance report")

_SECTION = re.compile(r"^\W*([123])\.\s")
_SUMMARY = re.compile(r"meeting summary|resume de la reunion|besprechungszusammenfassung|podsumowanie spotkania|resumo da reuniao|total number of participants|nombre total de participants|gesamtzahl der teilnehmer", re.I)  # fmt: skip
_LEFT = re.compile(r"left|saiu|sorti|parti|verlassen|salio|opuscil|vertrok|verlaat", re.I)
_START = re.compile(r"^\W*(?:meeting )?start|heure de debut|startzeit|godzina rozpoczecia|inicio|debut", re.I)
_END = re.compile(r"^\W*(?:meeting )?end|heure de fin|endzeit|endzeitpunkt|godzina zakonczenia|fin\b", re.I)
_TITLE = re.compile(r"title|titre|titel|tytul|titulo", re.I)


def detects(export: Export) -> int:
    if export.is_binary:
        return 0
    head = export.head.lstrip("\ufeff")
    if re.match(r"\W*1\.\s", head) and re.search(r"^\W*2\.\s", head, re.M):
        return 90
    if _SUMMARY.search(fold(head[:400])):
        return 85
    first = _tables.columns(tuple(re.split(r"[\t,;]", head.split("\n", 1)[0])))
    return 85 if {"name", "action", "time"} <= set(first) else 0


def read(export: Export) -> Reading:
    ledger = Ledger(READER.name, READER.kind, len(export.lines))
    rows = list(_tables.rows(export, ledger))
    table = Table(export, rows, ledger, "day first")
    header: dict[str, int] | None = None
    section = ""
    about: dict[str, object] = {}
    known: dict[str, Presence] = {}
    actions: list[tuple[int, str, bool, datetime | None]] = []
    for row in rows:
        if row.is_blank:
            ledger.ignore("blank", row.lines)
            continue
        mark = _SECTION.match(row.cells[0] + " ")
        if mark and sum(map(bool, row.cells)) == 1:
            section, header = mark[1], None
            ledger.ignore("section title", row.lines)
        elif header is None and (found := header_of(row)):
            header = found
            ledger.ignore("header", row.lines)
        elif header is None:
            ledger.ignore("about the meeting", row.lines)
            _about(row, table, about)
        elif "action" in header:
            name = row.cells[header["name"]] if header["name"] < len(row.cells) else ""
            if not name or max(header["action"], header["time"]) >= len(row.cells):
                ledger.remark("row-too-short", row.line, row.lines)
                continue
            ledger.read(row.lines)
            left = bool(_LEFT.search(fold(row.cells[header["action"]])))
            actions.append((row.line, name, left, table.clock.read(row.cells[header["time"]])))
        else:
            before = len(ledger.items)
            table.presence(row, header)
            if section == "2" and len(ledger.items) > before:
                known[ledger.items[-1].name] = ledger.items[-1]
    if actions:
        ledger.items.extend(_intervals(actions))
    elif section == "3":
        ledger.items = _joins_with_identity(ledger.items, known)
    return ledger.close(**about)


def _about(row: _tables.Row, table: Table, about: dict[str, object]) -> None:
    if len(row.cells) < 2 or not row.cells[1]:
        return
    name = fold(row.cells[0])
    if _START.search(name):
        about.setdefault("started", table.clock.read(row.cells[1]))
    elif _END.search(name):
        about.setdefault("ended", table.clock.read(row.cells[1]))
    elif _TITLE.search(name):
        about.setdefault("title", row.cells[1])


def _intervals(actions: list[tuple[int, str, bool, datetime | None]]) -> list[Presence]:
    """Pair each joining with the next leaving of the same name."""
    open_: dict[str, tuple[int, datetime | None]] = {}
    found = []
    for line, name, left, time in actions:
        if not left:
            open_.setdefault(name, (line, time))
        elif name in open_:
            begun, joined = open_.pop(name)
            found.append(Presence(line=begun, name=name, joined=joined, left=time))
    found += [Presence(line=line, name=name, joined=joined) for name, (line, joined) in open_.items()]
    return sorted(found, key=lambda presence: presence.line)


def _joins_with_identity(items: list, known: dict[str, Presence]) -> list[Presence]:
    """Keep the rows of section 3, with the e-mail and role of section 2; people who stand
    only in section 2 are kept from there."""
    lines = {presence.line for presence in known.values()}
    joins = [item for item in items if item.line not in lines]
    named = {item.name for item in joins}
    full = [
        item.model_copy(update={"email": item.email or known[item.name].email, "role": item.role or known[item.name].role})
        if item.name in known
        else item
        for item in joins
    ]
    return sorted([*full, *(p for p in known.values() if p.name not in named)], key=lambda item: item.line)
