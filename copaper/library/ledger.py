"""The question ledger: every question asked, and whether a later session answered it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from copaper.library.catalogue import Entry
from copaper.library.similarity import similarities
from copaper.records import Finding, Kind

ANSWERS = 0.35
"""Cosine from which a later finding is put beside an open question as its possible answer."""

_ANSWERING = (Kind.PRACTICE, Kind.LESSON, Kind.RECOMMENDATION, Kind.RESOURCE, Kind.DECISION)

State = Literal["answered", "partly", "open", "answered later"]


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
    asked = [(entry, finding) for entry in entries for finding in entry.of_kind(Kind.QUESTION)]
    offered = [(entry, finding) for entry in entries for finding in entry.of_kind(*_ANSWERING)]
    texts = [finding.statement for _, finding in (*asked, *offered)]
    matrix = similarities(texts)[: len(asked), len(asked) :]
    lines = []
    for row, (entry, question) in enumerate(asked):
        state = question.fields.get("state", "open")
        answer, where = None, ""
        if state != "answered":
            later = [
                (matrix[row, column], other, finding)
                for column, (other, finding) in enumerate(offered)
                if other.session.start > entry.session.start and matrix[row, column] >= ANSWERS
            ]
            if later:
                _, other, answer = max(later, key=lambda item: (item[0], item[2].id))
                state, where = "answered later", other.session.id
        lines.append(
            LedgerLine(entry.session.id, entry.session.community, entry.day, question, state, answer, where)
        )
    return tuple(lines)
