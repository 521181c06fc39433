"""What is worth writing down: findings of the nine kinds, each with its evidence.

The ranker says which sentences people would note, the selection picks those that together
stand for the most, the kinds say what each of them is; then come the surest of every kind
that were passed over, and the links that were offered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from copaper.analysis import cues, kinds, ranker
from copaper.analysis.clarity import clarity
from copaper.analysis.confidence import confidence
from copaper.analysis.practices import fields_of
from copaper.analysis.questions import answers_to
from copaper.analysis.resources import offered
from copaper.analysis.selection import choose, evidence_of
from copaper.analysis.statements import clean_statement, first_of_thought, is_courtesy
from copaper.analysis.support import corroboration, repliers
from copaper.analysis.themes import theme_at
from copaper.analysis.titles import title_of
from copaper.analysis.units import Unit, quoted
from copaper.communities import Community
from copaper.records import Evidence, Finding, Kind, Role, Segment, Session, Theme, content_id

MOST = 40
"""Findings chosen to stand for the whole session."""
EXTRA = 6
"""Further findings of each kind, the surest that were passed over."""
QUOTED = 120
"""Words of evidence about one finding."""
LEAST_KIND = 0.25
"""Share of a kind's threshold that a finding must reach: below, nobody would see why it is one."""
SURE = 1.0
"""Share of a kind's threshold from which a finding is shown among its kind; a practice names an
activity as well, and who does it, else it may only tell how a thing works."""
CLEAR = 0.6
"""Clarity from which a finding can be understood alone."""
SHORTEST = 5
"""Words of a statement."""
MANY = 90


@dataclass(frozen=True)
class FindingSet:
    """All findings, best first, and every cue that carries a kind."""

    findings: tuple[Finding, ...]
    cue_kinds: tuple[tuple[int, tuple[Kind, ...]], ...]


def find(
    session: Session,
    units: Sequence[Unit],
    segments: Sequence[Segment],
    themes: Sequence[Theme],
    community: Community | None,
) -> FindingSet:
    """Return the findings of a session, best first; statements never say more than their
    evidence does."""
    if not units:
        return FindingSet((), ())
    counts = [cues.count(unit.text) for unit in units]
    chances = kinds.chances(units, counts)
    given = kinds.given(chances)
    rating = ranker.rate(units, counts)
    strength = kinds.strength(chances)
    begins = [first_of_thought(units, i) for i in range(len(units))]
    eligible = _eligible(session, units, counts, begins) & (strength.max(axis=1) >= LEAST_KIND)
    clear = np.array([_clarity(units, begin, i) if eligible[i] else 0.0 for i, begin in enumerate(begins)])
    chosen = choose(units, rating.worth, clear, eligible, MOST)
    chosen += _extra(units, chances, given, rating.worth, eligible, frozenset(chosen))
    told = {i - 1 for i in chosen if begins[i] == i - 1}  # within the next one's statement
    chosen = [i for i in chosen if i not in told]
    found = [_finding(session, units, themes, rating, chances[i], strength[i], clear[i], begins[i], i) for i in chosen]
    links = offered(session, lambda evidence: theme_at(themes, evidence), repliers(session))
    unique = {finding.statement.casefold(): finding for finding in reversed([*(f for f in found if f is not None), *links])}
    ordered = list(reversed(unique.values()))[:MANY]
    return FindingSet(tuple(ordered), _cue_kinds(units, chances))


def _eligible(
    session: Session, units: Sequence[Unit], counts: Sequence[Sequence[int]], begins: Sequence[int | None]
) -> np.ndarray:
    """Return which units may be findings: not the call itself, not a bot, and whole thoughts."""
    bots = {person.id for person in session.participants if person.role is Role.BOT}
    call = [i for i, name in enumerate(cues.NAMES) if name.startswith("call_")]
    return np.array(
        [
            unit.participant not in bots
            and not (any(count[c] for c in call) and unit.words < 15)
            and begin is not None
            and not is_courtesy(unit)
            for unit, count, begin in zip(units, counts, begins, strict=True)
        ],
        dtype=bool,
    )  # fmt: skip


def _extra(
    units: Sequence[Unit],
    chances: np.ndarray,
    given: Sequence[tuple[Kind, ...]],
    worth: np.ndarray,
    eligible: np.ndarray,
    taken: frozenset[int],
) -> list[int]:
    """Return the surest sentences of each kind that were not chosen, no two near each other."""
    picked: dict[int, float] = {}
    for k, kind in enumerate(kinds.KINDS):
        score = chances[:, k] * (0.5 + worth)
        order = sorted(range(len(units)), key=lambda i: (-round(float(score[i]), 9), i))
        found = 0
        for i in order:
            if found == EXTRA or kind not in given[i]:
                break
            fit = eligible[i] and units[i].words >= 6 and not any(abs(i - j) <= 2 for j in (*taken, *picked))
            if fit and len(set(units[i].lemmas)) >= 3:
                picked[i] = float(score[i])
                found += 1
    return sorted(picked, key=lambda i: (-round(picked[i], 9), i))


def _finding(
    session: Session, units: Sequence[Unit], themes: Sequence[Theme], rating: ranker.Rating, chances: np.ndarray, strength: np.ndarray, clear: float, begin: int, i: int
) -> Finding | None:
    unit, kind = units[i], kinds.KINDS[int(strength.argmax())]
    statement = " ".join(filter(None, (clean_statement(units[j].text) for j in range(begin, i + 1))))
    if len(statement.split()) < SHORTEST:
        return None
    first, last = evidence_of(units, i, rating.evidence, QUOTED)
    own = quoted(session, units, begin, i)
    fields: dict[str, str] = {}
    answers: tuple[Evidence, ...] = ()
    if kind is Kind.QUESTION:
        fields["state"], answers = answers_to(units, i)
    elif kind in (Kind.PRACTICE, Kind.LESSON, Kind.STORY):
        fields = fields_of(unit)
        if title := title_of(units[begin : i + 1]):
            fields["title"] = title
    return Finding(
        id=content_id("finding", session.id, kind, own.where, own.index, own.start, own.quote),
        kind=kind,
        statement=statement,
        evidence=(own, *_around(session, units, (begin, i), first, last)),
        theme=theme_at(themes, own),
        confidence=confidence(float(rating.worth[i]), float(chances.max())),
        sure_of_kind=bool(strength.max() >= SURE) and (kind is not Kind.PRACTICE or "title" in fields),
        stands_alone=clear >= CLEAR,
        corroboration=corroboration(session, own),
        fields=fields,
        answers=answers,
    )


def _clarity(units: Sequence[Unit], begin: int | None, i: int) -> float:
    return clarity(units[i], None if begin in (None, i) else units[begin])


def _around(
    session: Session, units: Sequence[Unit], own: tuple[int, int], first: int, last: int
) -> tuple[Evidence, ...]:
    """Return what was said right before and right after, each as one quotation."""
    return tuple(quoted(session, units, a, b) for a, b in ((first, own[0] - 1), (own[1] + 1, last)) if a <= b)


def _cue_kinds(units: Sequence[Unit], chances: np.ndarray) -> tuple[tuple[int, tuple[Kind, ...]], ...]:
    by_cue = kinds.of_cues(units, chances)
    given = kinds.given(np.array(list(by_cue.values()))) if by_cue else []
    return tuple((cue, tuple(sorted(found))) for cue, found in zip(by_cue, given, strict=True) if found)
