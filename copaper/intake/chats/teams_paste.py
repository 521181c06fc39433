"""A Teams chat, marked and pasted into a text file: ``[Monday 9:09 PM] Name`` above the words."""

from __future__ import annotations

import re
from datetime import date

from copaper.intake.chats._stamps import Midnight
from copaper.intake.export import Export
from copaper.intake.ledger import Ledger
from copaper.intake.registry import Reader
from copaper.records import ExportKind, Post, Reading

READER = Reader("teams_chat_paste", ExportKind.CHAT, "Microsoft Teams chat, pasted")

_HEAD = re.compile(
    r"\[(?:(?P<day>\d{4}-\d\d-\d\d)|[^\]\d:]{0,30}|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?),?[ \u202f\u00a0]*"
    r"(?P<h>\d{1,2}):(?P<m>[0-5]\d)(?:[ \u202f\u00a0]*(?P<half>[AaPp])\.?[Mm]\.?)?\][ \t]+(?P<name>\S.{0,119})$"
)


def detects(export: Export) -> int:
    if export.is_binary:
        return 0
    return 85 if any(_HEAD.match(line) for line in export.head.split("\n")) else 0


def read(export: Export) -> Reading:
    ledger = Ledger.of(READER, export)
    midnight = Midnight()
    head: re.Match[str] | None = None
    begun = 0
    below: list[str] = []

    def finish() -> None:
        ledger.read(1 + len(below))
        text = "\n".join(below).strip()
        if text:
            time = _seconds(head)
            ledger.items.append(
                Post(
                    line=begun,
                    time=float(time if head["day"] else midnight.carry(time, begun)),
                    wall_clock=True,
                    day=_day(head["day"]),
                    author=head["name"].strip(),
                    text=text,
                )
            )

    for number, line in enumerate(export.lines, 1):
        found = _HEAD.match(line) if line[:1] == "[" else None
        if found:
            if head:
                finish()
            head, begun, below = found, number, []
        elif head:
            below.append(line)
        elif line.strip():
            ledger.remark("orphan-line", number, 1)
        else:
            ledger.ignore("blank")
    if head:
        finish()
    midnight.tell(ledger)
    ledger.facts["clock"] = "time of day"
    return ledger.close()


def _seconds(head: re.Match[str]) -> int:
    hours = int(head["h"])
    if head["half"]:
        hours = hours % 12 + (12 if head["half"] in "Pp" else 0)
    return hours * 3600 + int(head["m"]) * 60


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
