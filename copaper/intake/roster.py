"""Who was there: every name of every source as a participant, with role and presence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property

from copaper.contacts import EMAIL_WITHHELD
from copaper.intake.affiliations import Shown, organisation_in, shown_by
from copaper.intake.clock import Part, Start
from copaper.intake.directory import Directory
from copaper.intake.names import UNKNOWN, parse
from copaper.intake.people import Mention, People, Person, Span, participant_id
from copaper.intake.places import known_province, province
from copaper.intake.settings import SessionSettings
from copaper.privacy import Privacy
from copaper.records import AskedQuestion, Cue, ExportKind, Notice, Participant, Post, Presence, Role
from copaper.textclean import clean

_EPOCH = datetime(1, 1, 1)

_ROLES = {
    Role.HOST: "host|organizer|organiser|co-organizer|organisateur|organisator|organizador|organizator|gasheer",
    Role.PANELLIST: "panellist|panelist|presenter|speaker|co-host|referent|presentateur|présentateur|apresentador",
}
_ROLE_OF = {word: role for role, words in _ROLES.items() for word in words.split("|")}


class Roster:
    """Everybody whom the sources of one session name.

    ``directory`` tells what the community's people.csv says of them.
    """

    def __init__(self, parts: Sequence[Part], settings: SessionSettings, directory: Directory = Directory()) -> None:
        self._parts = parts
        self._settings = settings
        self._directory = directory
        self._people = People(list(self._mentions()), settings.people)
        self._ids = self._make_ids()
        self.notices: tuple[Notice, ...] = tuple(self._people.notices)

    def _mentions(self) -> Iterator[Mention]:
        # Attendance first: it has the fullest names, and addresses.
        order = sorted(range(len(self._parts)), key=lambda i: self._parts[i].kind is not ExportKind.ATTENDANCE)
        for source in order:
            rows: dict[tuple[str, str], list[Presence]] = defaultdict(list)
            names: dict[str, None] = {}
            for item in self._parts[source].reading.items:
                if isinstance(item, Presence):
                    rows[_name(item.name), item.email].append(item)
                elif (name := spoken_name(item)) is not None:
                    names.setdefault(name)
                if isinstance(item, AskedQuestion) and item.answers:
                    names.setdefault(UNKNOWN)  # reports do not say who answered
            for (name, email), found in rows.items():
                others = dict.fromkeys(clean(other)[0] for row in found for other in row.other_names)
                spans = tuple(span for row in found if (span := _own_span(row)))
                yield Mention(name, source, tuple(others), email, spans)
            for name in names:
                yield Mention(name, source)

    def _make_ids(self) -> dict[int, str]:
        """Return ids by person: content of the name alone, unless two people share it."""
        same: dict[str, list[Person]] = defaultdict(list)
        for person in self._people:
            same[participant_id(person.shown())].append(person)
        ids: dict[int, str] = {}
        for id_, people in same.items():
            for number, person in enumerate(people):
                more = [] if len(people) == 1 else [*sorted(person.emails)] or [str(number)]
                ids[id(person)] = participant_id(person.shown(), *more) if more else id_
        return ids

    def id_of(self, name: str, email: str = "") -> str:
        """Return the participant's id for a name as a source writes it."""
        return self._ids[id(self._people.find(_name(name), email))]

    def has_withdrawn(self, name: str) -> bool:
        """Tell whether session.yaml says that this person has withdrawn consent."""
        correction = self._people.find(_name(name)).correction
        return bool(correction and correction.withdrawn)

    def without_withdrawn(self, text: str) -> str:
        """Return ``text`` without the names and addresses of those who have withdrawn consent,
        whatever the community's policy: others may have spoken of them."""
        for address in self._withdrawn_addresses:
            text = re.sub(re.escape(address), EMAIL_WITHHELD, text, flags=re.IGNORECASE)
        return self._withdrawn.without_names(text) if self._withdrawn else text

    @cached_property
    def _withdrawn(self) -> Privacy | None:
        people = [person for person in self._people if person.correction and person.correction.withdrawn]
        listed = [correction for correction in self._settings.people if correction.withdrawn]
        known = [(correction.name, correction.also) for correction in listed] + [(person.names[0], person.names) for person in people]
        codes = tuple(code for person in people for code in self._codes_of(person))
        found = [Participant(id=str(n), name=name, aliases=tuple(a for a in also if "@" not in a), codes=codes) for n, (name, also) in enumerate(known) if "@" not in name]
        return Privacy.of(found) if found else None

    @cached_property
    def _withdrawn_addresses(self) -> list[str]:
        told = {n for c in self._settings.people if c.withdrawn for n in (c.name, *c.also) if "@" in n}
        return sorted(told.union(*(p.emails for p in self._people if p.correction and p.correction.withdrawn)))

    def _codes_of(self, person: Person) -> tuple[str, ...]:
        """Return what attendance reports have for somebody's name beside the names under which they appear."""
        told = self._told_codes.get(id(person), set())
        return tuple(sorted(told - set(person.names)))

    @cached_property
    def _told_codes(self) -> dict[int, set[str]]:
        found: dict[int, set[str]] = defaultdict(set)
        for part in self._parts:
            for item in part.reading.items:
                if isinstance(item, Presence) and item.codes:
                    found[id(self._people.find(_name(item.name), item.email))].update(clean(code)[0] for code in item.codes if "@" not in code)
        return found

    def participants(self, start: Start, duration: float) -> tuple[Participant, ...]:
        """Return everybody, by name; who has withdrawn is left out."""
        rows: dict[str, list[tuple[Presence, float]]] = defaultdict(list)
        active: set[str] = set()
        for part in self._parts:
            for item in part.reading.items:
                if isinstance(item, Presence):
                    rows[self.id_of(item.name, item.email)].append((item, part.offset))
                elif (name := spoken_name(item)) is not None:
                    active.add(self.id_of(name))
        found = []
        shown_beside = self._shown_beside(rows)
        for person in self._people:
            correction = person.correction
            if correction and correction.withdrawn:
                continue
            id_ = self._ids[id(person)]
            own = [row for row, _ in rows[id_]]
            shown = person.shown()
            organisation, place = self._directory.of(shown)
            beside = shown_beside[id(person)]
            role, office = _role(person, own, beside)
            found.append(
                Participant(
                    id=id_,
                    name=shown,
                    aliases=tuple(name for name in person.names if name != shown),
                    codes=tuple(code for code in self._codes_of(person) if code != shown),
                    role=role,
                    office=office,
                    organisation=clean((correction and correction.organisation) or organisation_in(organisation) or _most(organisation_in(row.organisation) for row in own) or beside.organisation)[0],
                    province=province(clean((correction and correction.province) or place or _most(row.province for row in own) or beside.province)[0]),
                    intervals=_union(_span(row, offset, start, duration) for row, offset in rows[id_]),
                    links=person.links(),
                    attended=id_ in active or any(row.attended for row in own),
                )
            )  # fmt: skip
        return tuple(sorted(found, key=lambda p: (parse(p.name).key, p.id)))

    def _shown_beside(self, rows: Mapping[str, Sequence[tuple[Presence, float]]]) -> dict[int, Shown]:
        """Return what people's display names show beside the names, by person."""
        people = [person for person in self._people if not person.is_bot]
        told = [row for own in rows.values() for row, _ in own]
        listed = list(self._directory.people.values())
        bodies = {clean(body)[0] for body in (*(row.organisation for row in told), *(body for body, _ in listed)) if organisation_in(body)}
        provinces = {place for place in (*(row.province for row in told), *(place for _, place in listed)) if known_province(place)}
        found = shown_by([person.names for person in people], bodies, provinces)
        return defaultdict(Shown, zip(map(id, people), found, strict=True))


def _name(written: str) -> str:
    return clean(written)[0].strip() or UNKNOWN


def spoken_name(item: object) -> str | None:
    """Return who said or wrote an item; None for what is neither speech nor writing."""
    match item:
        case Cue():
            return _name(item.speaker)
        case Post():
            return _name(item.author)
        case AskedQuestion():
            return _name(item.asker)
    return None


def _most(values: Iterator[str]) -> str:
    """Return the first value that says something."""
    return next((value for value in values if value), "")


def _role(person: Person, rows: Sequence[Presence], beside: Shown) -> tuple[Role, str]:
    """Return somebody's role, and the office beside their name where neither session.yaml nor a report tells the role."""
    if person.correction and person.correction.role:
        return person.correction.role, ""
    if person.is_bot:
        return Role.BOT, ""
    told = {_ROLE_OF.get(row.role.casefold()) for row in rows} - {None} or {_ROLE_OF.get(beside.office.casefold())}
    known = next((role for role in (Role.HOST, Role.PANELLIST) if role in told), None)
    return (known, "") if known else (Role.ATTENDEE, beside.office)


# --- presence ------------------------------------------------------------------------------


def _own_span(row: Presence) -> Span | None:
    """Return presence on the report's own clock, to compare rows of one report by."""
    if row.joined and row.left:
        return (row.joined - _EPOCH).total_seconds(), (row.left - _EPOCH).total_seconds()
    if row.offset is not None and row.until is not None:
        return row.offset, row.until
    return None


def _span(row: Presence, offset: float, start: Start, duration: float) -> Span | None:
    """Return presence in seconds of the session, clipped to it; who has not left stayed."""
    if row.joined:
        since = start.seconds(row.joined) + offset
        until = start.seconds(row.left) + offset if row.left else duration
    elif row.offset is not None:
        since = row.offset + offset
        until = row.until + offset if row.until is not None else duration
    else:
        return None
    return max(0.0, since), min(duration, until)


def _union(spans: Iterator[Span | None]) -> tuple[Span, ...]:
    """Return the union of intervals, in order: overlapping rows must not count twice."""
    merged: list[Span] = []
    for since, until in sorted(span for span in spans if span and span[1] > span[0]):
        if merged and since <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], until))
        else:
            merged.append((since, until))
    return tuple(merged)
