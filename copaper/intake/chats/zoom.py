"""Zoom's chat logs, in the four grammars that it has written over the years.

1. cloud          ``00:06:46<TAB>Name:<TAB>words`` (seconds since the session began)
2. saved, new     ``10:02:11 From Name to Everyone:`` and tab-indented lines (time of day)
3. saved, middle  ``10:02:11 From  Name  to  Everyone : words``
4. saved, old     ``10:02:11<TAB> From  Name : words``

Saved logs follow the language of the program, and may put the date first. Lines without a time
go on with the message above. Direct messages are personal: they are dropped here and counted.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from copaper.intake.chats._quoting import understand
from copaper.intake.chats._stamps import DAY, Midnight
from copaper.intake.export import Export
from copaper.intake.ledger import Ledger, many_records
from copaper.intake.registry import Reader
from copaper.records import ExportKind, Post, Reading

READER = Reader("zoom_chat", ExportKind.CHAT, "Zoom chat log")

_STAMP = re.compile(r"(?:(\d{4}-\d\d-\d\d)[ T])?(\d{1,2}):([0-5]\d):([0-5]\d)([ \t]{1,3})")
_NO_TIME = re.compile(r"\d\d:(?:[6-9]\d:\d\d|\d\d:[6-9]\d)[ \t]+\S")
_FROM = frozenset("From De Von Van Vanaf Da Från Fra Od Dari Từ 開始 发件人 来自 來自 寄件者".split())
_TO = tuple(f" {word} " for word in "to To An an a A à para Para aan Aan naar till til do kepada đến 終了 對 对 收件者 到".split())
_ASIAN_TO = (" 對 ", " 对 ", " 到 ")
"""Where Chinese names the recipient, it has no word before the sender."""
_PRIVATE = re.compile(
    r"[(（](?:Direct\b|Privately|Direktnachricht|Privat\b|Mensaje directo|En privado|Messages? direct|En privé"
    r"|Mensagem direta|Direk\b|Direct bericht|Privé|私人|私聊|私訊|直接|ダイレクト|プライベート)",
    re.I,
)


_RECORD = re.compile(r"(?m)^((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)\t([^\t:\n]{1,120}):\t([^\n]*(?:\n(?!\d|\Z)[^\n]*)*)(?:\n|\Z)")
"""A message of the first grammar with the lines below it, none of which could begin another."""


class _Head(NamedTuple):
    """A line that begins a message: when, its sender and recipient, and the words after it.

    ``seconds`` counts from midnight or from the start of the session.
    """

    day: str | None
    seconds: int
    sender: str
    recipient: str
    words: str
    cloud: bool


def detects(export: Export) -> int:
    if export.is_binary:
        return 0
    lines = [line for line in export.head.split("\n") if line.strip()]
    heads = sum(1 for line in lines if _begin(line))
    if not heads:
        return 0
    return 90 if heads * 3 >= len(lines) or heads >= 3 else 50


def _begin(line: str) -> _Head | None:
    """Read a line that begins a message; return None for another."""
    stamp = _STAMP.match(line)
    parties = _parties_and_words(line[stamp.end() :]) if stamp else None
    if not parties:
        return None
    day, hours, minutes, secs, _ = stamp.groups()
    return _Head(day, int(hours) * 3600 + int(minutes) * 60 + int(secs), *parties)


@lru_cache(maxsize=DAY)
def _seconds(at: str) -> float:
    return float(int(at[:2]) * 3600 + int(at[3:5]) * 60 + int(at[6:]))


@lru_cache(maxsize=1024)
def _is_bare(name: str) -> bool:
    """Tell whether ``name`` is a sender's and nothing more."""
    return name == name.strip() and name.partition(" ")[0] not in _FROM and "  to  " not in name


def _parties_and_words(rest: str) -> tuple[str, str, str, bool] | None:
    """Read what follows the time: names, in most grammars the words, and whether it is the first."""
    rest = rest.lstrip(" \t")
    name, tab, words = rest.partition(":\t")
    first, _, after = rest.partition(" ")
    if first in _FROM and not (tab and "\t" not in name and " : " not in name and not _addressed(name)):
        return _saved(after.strip())
    if tab and name and "\t" not in name:
        sender, recipient = _parties(name) if "  to  " in name else (name, "")
        return sender.strip(), recipient.strip(), words, True
    if rest.rstrip().endswith(":") and any(word in rest for word in _ASIAN_TO):
        return _saved(rest)
    return None


def _addressed(name: str) -> bool:
    return any(word in name for word in _TO)


def _saved(rest: str) -> tuple[str, str, str, bool] | None:
    """Read ``Name to Everyone:``, ``Name to Everyone : words`` or ``Name : words``."""
    parties, colon, words = rest.partition(" : ")
    if not colon:
        bare = rest.rstrip()
        if bare.endswith((":", "：")):
            parties, words = bare[:-1], ""
        else:
            parties, colon, words = rest.partition(": ")
            if not colon:
                return None
    sender, recipient = _parties(parties)
    return (sender, recipient, words, False) if sender else None


def _parties(text: str) -> tuple[str, str]:
    """Split sender from recipient at the last word for "to"; names rarely hold one."""
    at, word = max((text.rfind(word), word) for word in _TO)
    if at <= 0:
        return text.strip(), ""
    return text[:at].strip(), text[at + len(word) :].strip()


def read(export: Export) -> Reading:
    ledger = Ledger.of(READER, export)
    with many_records():
        _read(export, ledger)
        return ledger.close()


class _Log:
    """The messages of one file as they are read, and what becomes of its lines."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.read = self.direct_messages = 0
        self.wall = False
        self.midnight = Midnight()

    def add(self, number: int, lines: int, head: _Head, text: str) -> None:
        """Take up a message that begins at line ``number`` and has so many ``lines``."""
        day, time, sender, recipient, _, cloud = head
        if _is_private(recipient, sender):
            self.direct_messages += 1
            self.ledger.ignore("direct message", lines)
            return
        self.read += lines
        text = text.strip()
        if not text:
            return
        on = _day(day) if day else None
        since = float(time) if on else float(self.midnight.carry(time, number))
        self.ledger.items.append(_post(number, since, sender, text, not cloud or on is not None, on))


def _read(export: Export, ledger: Ledger) -> None:
    log = _Log(ledger)
    if not _read_cloud(export.text, log):
        _read_lines(export.lines, log)
    log.midnight.tell(ledger)
    ledger.read(log.read)
    if direct := log.direct_messages:
        ledger.facts["direct messages dropped"] = str(direct)
    ledger.facts["clock"] = "time of day" if log.wall else "since the session began"


def _read_cloud(text: str, log: _Log) -> bool:
    """Read a log that is of the first grammar from end to end; return False, and leave ``log``
    as it was, if this one is not. Several times as fast as line by line."""
    posts: list[Post] = []
    midnight = Midnight()
    carry = midnight.carry
    direct = direct_lines = 0
    number = 1
    for stamp, name, words in _RECORD.findall(text):
        if not _is_bare(name):
            return False
        lines = 1
        if "\n" in words:
            lines += words.count("\n")
            words = words.replace("\n\t", "\n")
        if _is_private("", name):
            direct += 1
            direct_lines += lines
        elif words := words.strip():
            posts.append(_post(number, carry(_seconds(stamp), number), name, words, False, None))
        number += lines
    if number <= log.ledger.lines:
        return False  # a message is whole lines, so some lines are of none
    log.ledger.items += posts
    midnight.tell(log.ledger)
    log.read, log.direct_messages = number - 1 - direct_lines, direct
    log.ledger.ignore("direct message", direct_lines)
    return True


def _post(line: int, time: float, author: str, text: str, wall_clock: bool, day: date | None) -> Post:
    said = understand(text) if text[0] == "R" else None  # asked here as well, to save most calls
    if said is None:
        # There are hundreds of thousands, and a call of the class takes twice as long.
        return tuple.__new__(Post, (line, time, author, text, wall_clock, day, "", "", False))
    words, quoted, reaction, removes = said
    return tuple.__new__(Post, (line, time, author, words, wall_clock, day, quoted, reaction, removes))


def _read_lines(lines: list[str], log: _Log) -> None:
    begun: tuple[int, _Head] | None = None
    below: list[str] = []
    blank = 0

    def finish() -> None:
        text = "\n".join([begun[1].words, *[line[1:] if line[:1] == "\t" else line for line in below]])
        log.add(begun[0], 1 + len(below), begun[1], text)

    for number, line in enumerate(lines, 1):
        # A time stands within the first fifteen characters, below a date or without one.
        found = _begin(line) if ":" in line[1:16] else None
        if found is None:
            if _NO_TIME.match(line):
                log.ledger.remark("bad-time", number, 1)  # somebody's message, but not the one's above
            elif begun is not None:
                below.append(line)
            elif line.strip():
                log.ledger.remark("orphan-line", number, 1)
            else:
                blank += 1
            continue
        if begun is not None:
            finish()
        begun, below = (number, found), []
        log.wall = log.wall or not found.cloud
    if begun is not None:
        finish()
    log.ledger.ignore("blank", blank)


@lru_cache(maxsize=1024)
def _is_private(recipient: str, sender: str) -> bool:
    return bool(_PRIVATE.search(f"{recipient} {sender}"))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
