"""The practice register: every practice told in any session, told twice is one entry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from copaper.library.catalogue import Entry
from copaper.library.similarity import groups, similarities
from copaper.records import Finding, Kind, content_id

SAME_PRACTICE = 0.45
"""Cosine from which two statements tell of the same practice. Chosen by reading pairs, not
measured: statements that share most of their words reach it, those that share a topic do not."""


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
        """How many told of it; names that recur across sessions count once."""
        return len(frozenset().union(*(telling.people for telling in self.tellings)))

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
            people = [known[e.participant] for e in finding.evidence if e.participant in known]
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


def practice_register(entries: Sequence[Entry]) -> tuple[RegisterEntry, ...]:
    """Return the register of ``entries``: most corroborated first, then the surest."""
    told = tellings(entries)
    matrix = similarities([telling.finding.statement for telling in told])
    register = []
    for members in groups(matrix, SAME_PRACTICE):
        ordered = tuple(
            sorted((told[i] for i in members), key=lambda t: (-t.finding.confidence, t.session, t.finding.id))
        )
        ids = sorted(telling.finding.id for telling in ordered)
        register.append(RegisterEntry(content_id("practice", *ids), ordered))
    return tuple(
        sorted(register, key=lambda e: (-e.sessions, -e.people, -e.tellings[0].finding.confidence, e.id))
    )
