"""The question ledger: every question asked, and whether a later session answered it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from copaper.library.catalogue import Entry
from copaper.library.similarity import alike
from copaper.papers.wording import state_of
from copaper.records import Finding, Kind

ANSWERS = 0.35
"""How much of a question a later finding has to take up to be put beside it as its possible answer."""

_ANSWERING = (Kind.PRACTICE, Kind.LESSON, Kind.RECOMMENDATION, Kind.RESOURCE, Kind.DECISION)

State = Literal["answered", "unopposed", "replied", "partly", "declined", "refused", "open", "left open", "answered later"]
"""Left open is a question to which somebody said that they do not know, declined one that they said they would not answer, refused one whose
reply was none to whoever asked; an open one may have an answer that was not found."""
STILL_ASKED: tuple[State, ...] = ("left open", "open", "refused", "partly", "replied", "declined")
"""States of a question that is to be asked again, the surest first."""


@dataclass(frozen=True)
class LedgerLine:
    """One question; ``answer`` is the finding of a later session that seems to answer it."""

    session: str
    community: str
    day: date
    question: Finding
    state: State
    answer: Finding | None = None
    answered_in: str = ""


def question_ledger(entries: Sequence[Entry]) -> tuple[LedgerLine, ...]:
    """Return every question of ``entries`` (in time), open ones matched with what was found
    in any later session, of any community: one community's practice may answer another's
    question."""
    best: dict[str, tuple[float, str, Entry, Finding]] = {}
    for score, _, question, other, answer in later_answers(entries, ANSWERS):
        best[question.id] = max(best.get(question.id, (0.0, "", other, answer)), (score, answer.id, other, answer), key=lambda found: found[:2])
    lines = []
    for entry in entries:
        for question in entry.of_kind(Kind.QUESTION):
            line = LedgerLine(entry.session.id, entry.session.community, entry.day, question, state_of(question))
            if question.id in best:
                _, _, other, answer = best[question.id]
                line = replace(line, state="answered later", answer=answer, answered_in=other.session.id)
            lines.append(line)
    return tuple(lines)


def later_answers(entries: Sequence[Entry], least: float) -> Iterator[tuple[float, Entry, Finding, Entry, Finding]]:
    """Yield each question that was not answered when it was asked with each later finding that
    takes up its words by ``least`` or more."""
    asked = [(entry, finding) for entry in entries for finding in entry.of_kind(Kind.QUESTION) if state_of(finding) not in ("answered", "unopposed")]
    both = [*asked, *((entry, finding) for entry in entries for finding in entry.of_kind(*_ANSWERING))]
    for (row, column), score in alike([finding.statement for _, finding in both], least, asked=len(asked)).items():
        (entry, question), (other, finding) = both[row], both[column]
        if other.session.start > entry.session.start:
            yield score, entry, question, other, finding
