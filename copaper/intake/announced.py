"""A file with the agenda, as organisers type it before a session: a line for each item, in ``agenda.txt`` or ``agenda.md``."""

from __future__ import annotations

import re
from pathlib import PurePath

from copaper.intake.export import Export

LONGEST, MOST = 200, 40
"""Characters of a line, and lines, of what is an agenda."""
FEWEST_LISTED = 2
"""Lines with a number or mark from which on the others are headings."""

_NAMES = frozenset("agenda programme program".split())
_ENDINGS = frozenset((".txt", ".md", ""))
_LISTED = re.compile(r"^\s*(?:(?:item|topic|session)\s+)?(?:\d{1,2}\s*[.):]?|[a-hA-H][.)]|[-•*–])\s+(?=\S)", re.I)


def is_agenda(export: Export) -> bool:
    """Tell whether a file is called as agendas are, and holds as much as one: a transcript of that name would be longer."""
    name = PurePath(export.name)
    stem = re.split(r"[\s_.-]+", name.stem.casefold())
    if name.suffix.casefold() not in _ENDINGS or _NAMES.isdisjoint((stem[0], stem[-1])) or export.is_package or export.is_compound:
        return False
    lines = [line for line in export.text.splitlines() if line.strip()]
    return 0 < len(lines) <= MOST and all(len(line) <= LONGEST for line in lines)


def agenda_in(export: Export) -> tuple[str, ...]:
    """Return the items of an agenda, without their numbers and, if they have any, without the lines that have none."""
    lines = [line.strip() for line in export.text.splitlines() if line.strip()]
    listed = [line for line in lines if _LISTED.match(line)]
    return tuple(_LISTED.sub("", line) for line in (listed if len(listed) >= FEWEST_LISTED else lines))
