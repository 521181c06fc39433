"""A file with the agenda, as organisers type it before a session: a line for each item, in ``agenda.txt`` or ``agenda.md``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from copaper.intake.export import Export

LONGEST, MOST = 200, 40
"""Characters of a line, and lines, of what is an agenda."""
FEWEST_LISTED = 2
"""Lines with a number, mark or hour from which on the others are headings, if these are no more."""

FEWEST_TIMED = 3
"""Lines with an hour, or numbered one after another, from which on they alone are the items."""
_COLUMN = "   "
"""What is put between an item and who presents it."""
_INDENTED = re.compile(r"^(?:\t|\s{2,})\s*\S")
_NAMES = frozenset("agenda agendas programme program".split())
_OTHERS = frozenset("chat transcript transcription recording captions attendance attendees participants attendance-report minutes notes".split())
"""Words in the name of a file that is something else, whatever it is on."""
_ENDINGS = frozenset((".txt", ".md", ""))
_LISTED = re.compile(
    r"^\s*(?:(?:item|topic|session)\s+)?(?:\d{1,2}\s*[.):]?|[a-hA-H][.)]|[-•*–])\s+(?=\S)"
    r"(?!(?:am|pm|a\.m\.|p\.m\.|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|[A-Z][a-z]+ (?:road|street|avenue|drive))\b)", re.I
)
_CLOCK = r"\(?(?:[01]?\d|2[0-3])\s?[:.hH]\s?[0-5]\d(?:\s?[ap]\.?m\.?)?\)?"
_TIMED = re.compile(rf"^\s*{_CLOCK}(?:\s*(?:[-–—]|to|until)\s*{_CLOCK})?\s*[|:;,–—-]?\s+(?=\S)")
"""The hour at which an item is planned, before it."""
_NUMBER = re.compile(r"^\s*(\d{1,2})[.):]\s+(?=[^\W\d])")
_HEADED = re.compile(r"^#+\s*")
_SAYS_SOMETHING = re.compile(r"-->|^WEBVTT|\d{1,2}:\d\d:\d\d|^\W*from\b.*\bto\b.*:|^\[?\d{1,4}[/-]\d{1,2}[/-]\d{1,4},? \d{1,2}:\d\d", re.I)
"""What only a transcript or a chat has."""
_NO_ITEM = re.compile(r"(?:\d[ -]?){7,}|https?://|@\w|^\W*$|^agenda\W*$|^\|?[-|: ]+$", re.I)
"""Numbers to call, addresses, rules and the heading."""
_IS_END = re.compile(r"\W*(?:the )?(?:end|ends|close|closes)\W*", re.I)
"""What stands beside the hour at which it is over."""


def is_agenda(export: Export) -> bool:
    """Tell whether a file is called as agendas are, and holds as much as one: a transcript of that name would be longer."""
    name = PurePath(export.name)
    words = set(re.split(r"[\s_.()-]+", name.stem.casefold()))
    if name.suffix.casefold() not in _ENDINGS or words.isdisjoint(_NAMES) or not words.isdisjoint(_OTHERS) or export.is_package or export.is_compound:
        return False
    lines = [line for line in export.text.splitlines() if line.strip()]
    return 0 < len(lines) <= MOST and all(len(line) <= LONGEST for line in lines) and not any(map(_SAYS_SOMETHING.search, lines))


def agenda_in(export: Export) -> tuple[str, ...]:
    """Return the items of an agenda, without hours and numbers, but with those by which a chair may call up an item that is not so many
    from the first; and, if they have any, without the lines that have none, but for who presents an item, on indented lines below it."""
    typed = [line for line in export.text.splitlines() if not _NO_ITEM.search(line)]
    lines = [_HEADED.sub("", line.strip()) for line in typed]
    items: list[str] = []
    chosen = _listed_in(lines)
    for line, written in zip(lines, typed, strict=True):
        if not chosen or line in chosen:
            items.append(_TIMED.sub("", line))
        elif items and _INDENTED.match(written) and not _LISTED.match(line):
            items[-1] += f"{_COLUMN}{line}"
    items = [item for item in items if not _IS_END.fullmatch(item)]
    # Numbers that only count the lines say nothing; others are how a chair calls up an item.
    counted = all((number := _NUMBER.match(item)) is None or int(number[1]) == place for place, item in enumerate(items, 1))
    return tuple(_LISTED.sub("", item) if counted or _NUMBER.match(item) is None else item for item in items)


def _listed_in(lines: Sequence[str]) -> list[str]:
    """Return those lines of an agenda that alone are its items, if some are: with the hour of each, or numbered one after another, or if
    those with a number, mark or hour are no fewer than the others."""
    timed = [line for line in lines if _TIMED.match(line)]
    if len(timed) >= FEWEST_TIMED:
        return timed
    numbered = [line for line in lines if _NUMBER.match(line)]
    if len(numbered) >= FEWEST_TIMED and [int(found[1]) for line in numbered if (found := _NUMBER.match(line))] == list(range(1, len(numbered) + 1)):
        return numbered
    listed = [line for line in lines if _LISTED.match(line) or _TIMED.match(line)]
    return listed if len(listed) >= FEWEST_LISTED and 2 * len(listed) >= len(lines) else []
