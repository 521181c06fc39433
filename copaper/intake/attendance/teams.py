"""Microsoft Teams' attendance reports since 2021, in any language.

Until 2021: a summary block, then one row per joining. Since 2022 three sections:
``1. Summary``, ``2. Participants`` (who), ``3. In-Meeting activities`` (one row per joining);
the second says who people are, the third when they were there, and adding both would count
everybody twice. Words differ by language, so that parts are told by their digits, places and
values: the first two dates of the summary are the meeting's start and end; a row whose
second and third cells are dates is a person, and the row above the first such the header.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from copaper.intake.attendance import _tables, _times
from copaper.intake.attendance._columns import Header, columns
from copaper.intake.attendance._people import People
from copaper.intake.attendance._tables import Row
from copaper.intake.export import Export
from copaper.intake.registry import Reader
from copaper.records import ExportKind, Presence, Reading

READER = Reader("teams_attendance", ExportKind.ATTENDANCE, "Microsoft Teams attendance report")

_SECTION = re.compile(r"\W{0,9}(\d)\.\s")
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+", re.I)
_PLACES = {"name": 0, "join": 1, "leave": 2, "minutes": 3, "email": 4}
"""Where the columns stand in every version; after them come the role and an id."""


def detects(export: Export) -> int:
    rows = [row for row in _tables.head(export) if not row.is_blank]
    sections = [_section(row) for row in rows]
    if "1" in sections[:2] and "2" in sections:  # a text that only quotes a report has it further down
        return 90
    # The summary of 2021: pairs of cells, of which the third and fourth rows hold dates.
    pairs = [row for row in rows[:8] if row.filled == 2 and len(row.cells) >= 2]
    dated = sum(_is_moment(row.cells[1]) for row in pairs)
    people = any(_is_person(row) for row in rows)
    return 85 if rows and rows[0].filled == 1 and dated == 2 and people else 0


def _section(row: Row) -> str:
    found = _SECTION.match(row.cells[0] + " ") if row.cells and row.filled == 1 else None
    return found[1] if found else ""


def _is_moment(value: str) -> bool:
    return ":" in value and _times.moment(value, "day first") is not None or _times.moment(value, "month first") is not None


def _is_person(row: Row) -> bool:
    return len(row.cells) >= 4 and bool(row.cells[0]) and _is_moment(row.cells[1]) and _is_moment(row.cells[2])


def read(export: Export) -> Reading:
    rows, ledger = _tables.open_table(export, READER)
    american = any(re.search(r"\d [AP]M$", cell) for row in rows[:40] for cell in row.cells)
    people = People(rows, ledger, "month first" if american else "day first")
    headers = _headers(rows)
    section = ""
    summary: list[Row] = []
    known: dict[str, Presence] = {}
    for row in rows:
        if row.is_blank:
            ledger.ignore("blank", row.lines)
        elif found := _section(row):
            section, people.header = found, {}
            ledger.ignore("section title", row.lines)
        elif row.line in headers:
            people.begin(row, headers[row.line])
        elif not people.header:
            ledger.ignore("about the meeting", row.lines)
            summary.append(row)
        else:
            presence = people.read(row)
            if presence and section == "2":
                known[presence.name] = presence
    if known:
        ledger.items = _who_and_when(ledger.items, known)
    return ledger.close(**_about(summary, people))


def _headers(rows: Sequence[Row]) -> dict[int, Header]:
    """Return the header rows by line: each stands right above the first of its people."""
    found: dict[int, Header] = {}
    above: Row | None = None
    searching = True
    for row in rows:
        if row.is_blank or _section(row):
            searching, above = True, None
        elif searching and _is_person(row):
            if above is not None and above.filled >= 4:
                found[above.line] = _columns(above, row)
            searching = False
        else:
            above = row
    return found


def _columns(header: Row, person: Row) -> Header:
    named = columns(header.cells)
    places = {part: index for part, index in _PLACES.items() if index < len(person.cells)}
    if "role" in named:
        places["role"] = named["role"]
    if "email" in named:
        places["email"] = named["email"]
    return places


def _about(summary: Sequence[Row], people: People) -> dict[str, object]:
    moments, titles = [], []
    for row in summary:
        value = row.cells[1] if len(row.cells) > 1 else ""
        if _is_moment(value):
            moments.append(people.moment(value, row))
        elif value and not _ID.fullmatch(value):
            titles.append(value)
    title = titles[0] if titles and titles[0] != "null" else ""
    return {"title": title, "started": moments[0] if moments else None, "ended": moments[1] if len(moments) > 1 else None}


def _who_and_when(items: Sequence[Presence], known: dict[str, Presence]) -> list[Presence]:
    """Return the rows of section 3 with the e-mail and role of section 2; whoever stands
    only in section 2 is taken from there."""
    lines = {presence.line for presence in known.values()}
    joins = [item for item in items if item.line not in lines]
    named = {item.name for item in joins}
    kept = [known[name] for name in known if name not in named]
    for join in joins:
        who = known.get(join.name)
        kept.append(
            join._replace(email=join.email or who.email, role=join.role or who.role) if who else join
        )
    return sorted(kept, key=lambda presence: presence.line)
