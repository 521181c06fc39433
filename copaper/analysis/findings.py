"""What is worth writing down: findings of the nine kinds, each with its evidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from copaper.analysis import cues
from copaper.analysis.resources import is_well_formed, links, title_of
from copaper.analysis.segments import vectors
from copaper.analysis.statements import clean_statement
from copaper.analysis.themes import theme_at
from copaper.analysis.units import Unit
from copaper.communities import Community
from copaper.records import (
    Corroboration,
    Evidence,
    Finding,
    Kind,
    Role,
    Segment,
    Session,
    Theme,
    content_id,
)

MOST = 90
"""Findings of one session at most; the reviewers' annex is not a second transcript."""
SHORTEST, LONGEST = 7, 60
"""Words of a unit that can be a finding by itself."""
ALIKE = 0.6
"""Cosine from which two statements are the same finding."""

_PREFIXES = {
    Kind.PRACTICE: "practice_", Kind.LESSON: "lesson_", Kind.CHALLENGE: "challenge_",
    Kind.RECOMMENDATION: "recommend_", Kind.RESOURCE: "resource_", Kind.STORY: "story_",
    Kind.QUESTION: "question_", Kind.COMMITMENT: "commit_", Kind.DECISION: "decide",
}  # fmt: skip
_WEIGHTS = {"practice_by": 0.4, "practice_sequence": 0.3, "practice_now": 0.3, "practice_use": 0.7,
            "recommend_modal": 0.4, "recommend_could": 0.5, "recommend_we_need": 0.8, "challenge_but": 0.4,
            "story_past": 0.4, "story_person": 0.4, "resource_noun": 0.4, "question_inner": 0.3,
            "question_aux": 0.2, "question_wh": 0.2, "commit_will": 0.8}  # fmt: skip
_CALL = tuple(name for name in cues.NAMES if name.startswith("call_"))


@dataclass(frozen=True)
class FindingSet:
    """All findings, best first, and every cue that carries a kind."""

    findings: tuple[Finding, ...]
    cue_kinds: tuple[tuple[int, tuple[Kind, ...]], ...]


@dataclass(frozen=True)
class _Rated:
    unit: Unit
    kind: Kind
    strength: float
    score: float


def find(
    session: Session,
    units: Sequence[Unit],
    segments: Sequence[Segment],
    themes: Sequence[Theme],
    community: Community | None,
) -> FindingSet:
    """Return the findings of a session, best first; statements never say more than their
    evidence does."""
    kinds = [kinds_of(unit) for unit in units]
    worth = _worth(units)
    rated = []
    for unit, weights, value in zip(units, kinds, worth, strict=True):
        kind = max(weights, key=lambda k: (weights[k], k)) if weights else None
        if kind is None or not SHORTEST <= unit.words <= LONGEST:
            continue
        rated.append(_Rated(unit, kind, weights[kind], value * (0.6 + 0.4 * min(weights[kind], 2.0))))
    chosen = _choose(rated)
    top = max((item.score for item in chosen), default=1.0)
    results = [_finding(session, units, themes, item, item.score / top) for item in chosen]
    results = [*_resources(session, units, themes), *(f for f in results if f is not None)]
    unique = {finding.id: finding for finding in results}
    ordered = sorted(unique.values(), key=lambda f: (-f.confidence, f.id))
    return FindingSet(tuple(ordered), _cue_kinds(units, kinds))


def kinds_of(unit: Unit) -> dict[Kind, float]:
    """Return how strongly a unit's words speak for each kind; empty for talk about the call."""
    hits = dict(zip(cues.NAMES, cues.count(unit.text), strict=True))
    if any(hits[name] for name in _CALL) and unit.words < 20:
        return {}
    weights: dict[Kind, float] = {}
    for kind, prefix in _PREFIXES.items():
        weight = sum(_WEIGHTS.get(name, 1.0) * min(count, 2) for name, count in hits.items() if name.startswith(prefix))
        if weight >= 0.8:
            weights[kind] = weight
    if hits["question_mark"] and unit.words >= 5:
        weights = {Kind.QUESTION: 3.0}
    else:
        weights.pop(Kind.QUESTION, None)
    if links(unit.text):
        weights[Kind.RESOURCE] = 3.0
    return weights


def _worth(units: Sequence[Unit]) -> np.ndarray:
    """Return how much each unit says of what the session and its neighbourhood are about."""
    if not units:
        return np.zeros(0)
    matrix = vectors([unit.lemmas for unit in units])
    norms = np.linalg.norm(matrix, axis=1, keepdims=True)
    matrix = matrix / np.where(norms == 0, 1.0, norms)
    sums = np.vstack([np.zeros(matrix.shape[1]), np.cumsum(matrix, axis=0)])
    n = len(units)
    near = np.zeros(n)
    for i in range(n):
        low, high = max(0, i - 12), min(n, i + 13)
        context = sums[high] - sums[low] - matrix[i]
        length = np.linalg.norm(context)
        near[i] = float(matrix[i] @ context / length) if length else 0.0
    overall = sums[-1]
    length = np.linalg.norm(overall) or 1.0
    general = matrix @ overall / length
    words = np.array([unit.words for unit in units], dtype=float)
    dense = np.array([len(unit.lemmas) / max(1, unit.words) for unit in units])
    return (0.3 + near.clip(0)) * (0.5 + general.clip(0)) * np.clip(words / 22, 0.2, 1.2) * (0.4 + dense)


def _choose(rated: Sequence[_Rated]) -> list[_Rated]:
    """Return the best items, alike ones once."""
    ordered = sorted(rated, key=lambda item: (-round(item.score, 9), item.unit.position))
    chosen: list[_Rated] = []
    seen: list[Counter] = []
    for item in ordered:
        if len(chosen) == MOST:
            break
        lemmas = Counter(item.unit.lemmas)
        if any(_overlap(lemmas, other) > ALIKE for other in seen):
            continue
        chosen.append(item)
        seen.append(lemmas)
    return chosen


def _overlap(a: Counter, b: Counter) -> float:
    shared = sum((a & b).values())
    return shared / max(1, min(sum(a.values()), sum(b.values())))


def _finding(session: Session, units: Sequence[Unit], themes: Sequence[Theme], item: _Rated, relative: float) -> Finding | None:
    evidence = item.unit.evidence()
    statement = clean_statement(item.unit.text)
    if len(statement.split()) < 5:
        return None
    fields: dict[str, str] = {}
    answers: tuple[Evidence, ...] = ()
    if item.kind is Kind.QUESTION:
        answers = _answers(units, item.unit)
        fields["state"] = "answered" if answers else "open"
    return Finding(
        id=content_id("finding", session.id, item.kind, evidence.where, evidence.index, evidence.start, evidence.quote),
        kind=item.kind,
        statement=statement,
        evidence=(evidence,),
        theme=theme_at(themes, evidence),
        confidence=round(0.3 + 0.55 * relative, 3),
        corroboration=_corroboration(session, evidence),
        fields=fields,
        answers=answers,
    )


def _answers(units: Sequence[Unit], question: Unit) -> tuple[Evidence, ...]:
    """Return the sentence of somebody else, soon after, that shares most of its words."""
    wanted = set(question.lemmas)
    best, shared = None, 1
    for unit in units[question.position + 1 :]:
        if unit.time - question.time > 300:
            break
        if unit.participant == question.participant or unit.text.endswith("?") or unit.words < 6:
            continue
        common = len(wanted & set(unit.lemmas))
        if common > shared:
            best, shared = unit, common
    return (best.evidence(),) if best else ()


def _corroboration(session: Session, evidence: Evidence) -> Corroboration:
    if evidence.where != "message":
        return Corroboration()
    message = session.messages[evidence.index]
    people = {evidence.participant, *(reaction.participant for reaction in message.reactions)}
    return Corroboration(people=len(people), reactions=len(message.reactions))


def _resources(session: Session, units: Sequence[Unit], themes: Sequence[Theme]) -> list[Finding]:
    """Return every well-formed link that somebody offered in the chat, each address once."""
    bots = {p.id for p in session.participants if p.role is Role.BOT}
    found: dict[str, Finding] = {}
    for message in session.messages:
        if message.participant in bots:
            continue
        for url in links(message.text):
            if url in found or not is_well_formed(url):
                continue
            start = message.text.index(url)
            evidence = Evidence(
                where="message", index=message.index, start=start, end=start + len(url),
                time=message.time, participant=message.participant, quote=url,
            )  # fmt: skip
            title = title_of(message.text, url)
            found[url] = Finding(
                id=content_id("finding", session.id, "resource", url),
                kind=Kind.RESOURCE,
                statement=title if title[-1] in ".!?" else f"{title}.",
                evidence=(evidence,),
                theme=theme_at(themes, evidence),
                confidence=0.6,
                corroboration=_corroboration(session, evidence),
                fields={"url": url, "title": title},
            )
    return list(found.values())


def _cue_kinds(units: Sequence[Unit], kinds: Sequence[dict[Kind, float]]) -> tuple[tuple[int, tuple[Kind, ...]], ...]:
    by_cue: dict[int, set[Kind]] = defaultdict(set)
    for unit, weights in zip(units, kinds, strict=True):
        if unit.cue_first is None:
            continue
        for cue in range(unit.cue_first, (unit.cue_last or unit.cue_first) + 1):
            by_cue[cue] |= set(weights)
    return tuple((cue, tuple(sorted(found))) for cue, found in sorted(by_cue.items()) if found)
