"""The practice register: every practice told in any session, told twice is one entry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from copaper.library.catalogue import Entry
from copaper.library.similarity import Pairs, alike, groups
from copaper.records import Finding, Kind, content_id

SAME_PRACTICE = 0.4
"""How alike two statements are that tell of the same practice: those that share most of their
rarer words reach it, those that share a topic do not. docs/quality-quarters.md has what was read."""


@dataclass(frozen=True)
class Telling:
    """A practice as it was told in one session."""

    session: str
    community: str
    day: date
    finding: Finding
    people: frozenset[str]
    organisations: frozenset[str]
    provinces: frozenset[str]


@dataclass(frozen=True)
class RegisterEntry:
    """One practice with all its tellings, the surest first."""

    id: str
    tellings: tuple[Telling, ...]

    @property
    def statement(self) -> str:
        return self.tellings[0].finding.statement

    @property
    def sessions(self) -> int:
        return len({telling.session for telling in self.tellings})

    @property
    def communities(self) -> tuple[str, ...]:
        return tuple(sorted({telling.community for telling in self.tellings}))

    @property
    def people(self) -> int:
        """How many told of it or agreed at once; tellers that recur across sessions count once,
        and those who agreed as often as in the one telling where most did."""
        agreed = max(telling.finding.corroboration.people - 1 for telling in self.tellings)
        return len(frozenset().union(*(telling.people for telling in self.tellings))) + agreed

    @property
    def organisations(self) -> int:
        return len(frozenset().union(*(telling.organisations for telling in self.tellings)))

    @property
    def provinces(self) -> int:
        return len(frozenset().union(*(telling.provinces for telling in self.tellings)))


def tellings(entries: Iterable[Entry], kind: Kind = Kind.PRACTICE) -> tuple[Telling, ...]:
    """Return every finding of ``kind`` with who told it."""
    found = []
    for entry in entries:
        known = {person.id: person for person in entry.session.participants}
        for finding in entry.of_kind(kind):
            # The first evidence is the telling; what was said around it is others' as often.
            people = [known[e.participant] for e in finding.evidence[:1] if e.participant in known]
            found.append(
                Telling(
                    entry.session.id,
                    entry.session.community,
                    entry.day,
                    finding,
                    frozenset(person.id for person in people),
                    frozenset(person.organisation for person in people) - {""},
                    frozenset(person.province for person in people) - {""},
                )
            )
    return tuple(found)


def told_alike(entries: Iterable[Entry], least: float) -> tuple[tuple[Telling, ...], Pairs]:
    """Return every telling, and which two (by position) are alike by ``least`` or more."""
    told = tellings(entries)
    return told, alike([telling.finding.statement for telling in told], least)


def practice_register(entries: Sequence[Entry]) -> tuple[RegisterEntry, ...]:
    """Return the register of ``entries``: most corroborated first, then the surest."""
    told, pairs = told_alike(entries, SAME_PRACTICE)
    register = []
    for members in groups(pairs, len(told)):
        ordered = tuple(
            sorted((told[i] for i in members), key=lambda t: (-t.finding.confidence, t.session, t.finding.id))
        )
        ids = sorted(telling.finding.id for telling in ordered)
        register.append(RegisterEntry(content_id("practice", *ids), ordered))
    return tuple(
        sorted(register, key=lambda e: (-e.sessions, -e.people, -e.tellings[0].finding.confidence, e.id))
    )
