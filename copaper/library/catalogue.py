"""The catalogue: every processed session with what was found in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from copaper.library.quarters import Quarter
from copaper.papers.against import Against
from copaper.papers.choosing import is_asked
from copaper.papers.liking import is_liked
from copaper.records import Finding, Findings, Kind, Role, Session, Status
from copaper.textclean import is_housekeeping


@dataclass(frozen=True)
class Entry:
    """One session of the library, its findings beside it."""

    session: Session
    findings: Findings

    @property
    def day(self) -> date:
        return self.session.start.date()

    @property
    def quarter(self) -> Quarter:
        return Quarter.of(self.day)

    def of_kind(self, *kinds: Kind) -> Iterator[Finding]:
        """Yield the findings of these kinds that a reader of another session's paper can take in:
        what reviewers took in, and what no reviewer rejected and nobody spoke against, is sure of its kind, stands alone
        and would be liked as its own paper tells it."""
        against = Against(self.findings)
        for finding in self.findings.findings:
            taken = finding.status in (Status.ACCEPTED, Status.EDITED)
            if finding.kind in kinds and (taken or (finding.status is not Status.REJECTED and _is_fit(finding) and against.stands(finding.evidence[0]))):
                yield finding

    @property
    def people(self) -> frozenset[str]:
        """Ids of the people who were there, note-taking tools left out."""
        return frozenset(
            person.id
            for person in self.session.participants
            if person.attended and person.role is not Role.BOT
        )


def _is_fit(finding: Finding) -> bool:
    if not (finding.sure_of_kind and finding.stands_alone) or is_housekeeping(finding.statement):
        return False
    return is_liked(finding, True, 0, str) and (finding.kind is not Kind.QUESTION or is_asked(finding.statement))


def read_catalogue(processed: Path, communities: Iterable[str] = ()) -> tuple[Entry, ...]:
    """Read every processed session under ``processed``, by date and id.

    A session folder without both ``session.json`` and ``findings.json`` was never finished
    and is left out.
    """
    wanted = frozenset(communities)
    entries = []
    for file in sorted(processed.glob("*/*/session.json")):
        findings = file.with_name("findings.json")
        if (wanted and file.parent.parent.name not in wanted) or not findings.is_file():
            continue
        entries.append(
            Entry(
                Session.from_json(file.read_text(encoding="utf-8")),
                Findings.from_json(findings.read_text(encoding="utf-8")),
            )
        )
    return tuple(sorted(entries, key=lambda entry: (entry.day, entry.session.id)))
