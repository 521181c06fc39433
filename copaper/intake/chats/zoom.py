"""Zoom's chat logs, in the four grammars that it has written over the years.

1. cloud          ``00:06:46<TAB>Name:<TAB>words`` (seconds since the session began)
2. saved, new     ``10:02:11 From Name to Everyone:`` and tab-indented lines (time of day)
3. saved, middle  ``10:02:11 From  Name  to  Everyone : words``
4. saved, old     ``10:02:11<TAB> From  Name : words``

A reply is ``Replying to "words…"`` above the answer, a reaction ``Reacted to "words…" with 👍``
or ``👍`` alone in its own message; the quoted words are cut off after some 20 characters.
Direct messages are personal: they are dropped here and only counted.
"""

from __future__ import annotations

import re
from datetime import date

from copaper.intake.export import Export
from copaper.intake.ledger import Ledger
from copaper.intake.registry import Reader
from copaper.records import ExportKind, Post, Reading

READER = Reader("zoom_chat", ExportKind.CHAT, "Zoom chat log")

_CLOCK = r"(?P<h>\d{1,2}):(?P<m>\d\d):(?P<s>\d\d)"
_DAY = r"(?:(?P<day>\d{4}-\d\d-\d\d)[ T])?"
_CLOUD = re.compile(rf"^{_DAY}{_CLOCK}\t(?P<name>[^\t\n]+?):\t(?P<text>.*)$")
_FROM = r"(?:From|De|Von|Van|Da|開始|開始\s*寄件者|发件人|來自|Vanaf)"
_TO = r"(?:to|To|a|A|an|An|aan|naar|à|para|終了|對|对|收件者)"
_SAVED = re.compile(
    rf"^{_DAY}{_CLOCK}(?:\t| ){{1,3}}{_FROM}\s+(?P<name>.+?)\s+{_TO}\s+(?P<to>.+?)\s*[:：](?:\s(?P<text>.*))?$"
)
_OLD = re.compile(rf"^{_DAY}{_CLOCK}(?:\t| ){{1,3}}{_FROM}\s+(?P<name>.+?)\s+[:：](?:\s(?P<text>.*))?$")
_PRIVATE = re.compile(r"\((?:Direct Message|Privately|Direktnachricht|Mensaje directo|Message direct|Privat\w*|私人訊息|私信|ダイレクト ?メッセージ)\)", re.I)  # fmt: skip

_QUOTED = r"[\"“”„](?P<quoted>.*?)[\"“”]"
_REPLY = re.compile(rf"^Replying to {_QUOTED}[ \t]*\n\s*(?P<text>.*)$", re.S)
_REACTED = re.compile(rf"^Reacted to {_QUOTED} with [\"“]?(?P<emoji>[^\"”\n]+)[\"”]?\s*$", re.S)
_REACTED_BARE = re.compile(r"^Reacted to (?P<quoted>.+?) with [\"“](?P<emoji>[^\"”\n]+)[\"”]\s*$", re.S)
_REMOVED = re.compile(rf"^Removed an? (?P<emoji>\S+) reaction from {_QUOTED}\s*$", re.S)


def detects(export: Export) -> int:
    if export.is_binary:
        return 0
    heads = sum(1 for line in export.head.split("\n") if _header(line))
    filled = sum(1 for line in export.head.split("\n") if line.strip())
    if not heads:
        return 0
    return 90 if heads * 3 >= filled or heads >= 3 else 50


def _header(line: str) -> re.Match[str] | None:
    if len(line) < 10 or not line[0].isdigit() or len(line) > 20_000:
        return None
    return _CLOUD.match(line) or _SAVED.match(line) or _OLD.match(line)


def read(export: Export) -> Reading:
    ledger = Ledger(READER.name, READER.kind, len(export.lines))
    wall = False
    dropped = wrapped = 0
    last = -1.0
    head: re.Match[str] | None = None
    body: list[str] = []
    begun = 0

    def finish() -> None:
        nonlocal dropped
        if head is None:
            return
        if _PRIVATE.search(head.groupdict().get("to") or "") or _PRIVATE.search(head["name"]):
            dropped += 1
            ledger.ignore("direct message", len(body))
            return
        ledger.read(len(body))
        text = "\n".join(part.removeprefix("\t") for part in body).strip()
        if text:
            ledger.items.append(_post(head, text, begun, time, wall))

    time = 0.0
    for number, line in enumerate(export.lines, 1):
        found = _header(line)
        if found is None:
            if head is None:
                if line.strip():
                    ledger.remark("orphan-line", number)
                else:
                    ledger.ignore("blank")
            else:
                body.append(line)
            continue
        finish()
        head, begun = found, number
        wall = wall or found.re is not _CLOUD
        time = int(found["h"]) * 3600 + int(found["m"]) * 60 + int(found["s"]) + wrapped
        if found["day"] is None and last - time > 12 * 3600:
            wrapped += 24 * 3600
            time += 24 * 3600
            ledger.remark("time-wrapped", number, 0)
        last = time
        body = [found["text"] or ""]
    finish()
    if dropped:
        ledger.facts["direct messages dropped"] = str(dropped)
    ledger.facts["clock"] = "time of day" if wall else "since the session began"
    return ledger.close()


def _post(head: re.Match[str], text: str, line: int, time: float, wall: bool) -> Post:
    quoted = reaction = ""
    removed = False
    if found := _REACTED.match(text) or _REACTED_BARE.match(text):
        text, quoted, reaction = "", found["quoted"], found["emoji"].strip()
    elif found := _REMOVED.match(text):
        text, quoted, reaction, removed = "", found["quoted"], found["emoji"], True
    elif found := _REPLY.match(text):
        text, quoted = found["text"].strip(), found["quoted"]
    return Post(
        line=line,
        time=float(time),
        wall_clock=wall,
        day=date.fromisoformat(head["day"]) if head["day"] else None,
        author=head["name"].strip(),
        text=text,
        quoted=quoted,
        reaction=reaction,
        removes_reaction=removed,
    )
