"""What a statement, or a question with its reply, is told with so that a reader understands it: the sentences right before and behind it, where they help.

Which ones help is asked of the network that has a last look at what papers print (:mod:`copaper.analysis.lastlook`): the same statement
is shown to it with one or two sentences before it, or behind it, and those are kept with which it is liked best, if that is much.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from copaper.analysis.asked import is_open
from copaper.analysis.lastlook import look
from copaper.analysis.leaning import leans_on_another
from copaper.analysis.passages import TOGETHER, can_be_told, leads_on, next_of_turn, points_back, previous_of_turn, turns_elsewhere, turns_to_another
from copaper.analysis.statements import clean_following, clean_quotation, clean_statement, hangs
from copaper.analysis.units import Unit
from copaper.records import Evidence, Finding, Kind

MOST = 90
"""Findings, best first, that are shown to it, and all questions: a paper prints hardly any others."""
BESIDE = 2
"""Sentences that are told before or behind a statement, at most."""
GOOD = 0.75
"""Chance that readers like a statement, from which it needs nothing beside it."""
GAIN = 0.1
"""How much each sentence beside it has to add to that."""
_COUNTED = re.compile(r"\W*(?:(?:and|so|but|well|now)\W+)*(?:the (?:first|second|third|fourth|next|last|other|rest)\b|(?:first|second|third|last)(?:ly)?,|another\b)", re.I)
"""How one of several things is told of which others stand before or behind it."""
_BY_THEMSELVES = frozenset((Kind.RESOURCE, Kind.COMMITMENT, Kind.DECISION))


def with_what_explains(units: Sequence[Unit], findings: Sequence[Finding]) -> list[Finding]:
    """Return ``findings`` in their order, those that can stand in a paper with the sentences beside them that help to understand them."""
    begins, ends = {(unit.where, unit.index, unit.start): i for i, unit in enumerate(units)}, {(unit.where, unit.index, unit.end): i for i, unit in enumerate(units)}
    ways: dict[str, list[tuple[list[int], list[int], str]]] = {}
    fit = [finding for place, finding in enumerate(findings) if finding.stands_alone and (place < MOST or finding.kind is Kind.QUESTION)]
    told = _within(units, [part for finding in fit for part in (*finding.evidence[:1], *finding.lead, *finding.more, *finding.answers)])
    further = {(part.where, part.index, part.start) for finding in fit for part in finding.more}
    for finding in fit:
        own, end = finding.evidence[0], _end(finding)
        first, last = begins.get((own.where, own.index, own.start)), None if end is None else ends.get((end.where, end.index, end.end))
        if finding.kind not in _BY_THEMSELVES and first is not None and last is not None and (own.where, own.index, own.start) not in further:
            ways[finding.id] = _ways(units, finding, first, last, told)
    alone = dict(zip(ways, look([each[0][2] for each in ways.values()]).liked.tolist(), strict=True))
    wanting = {id_: each[1:] for id_, each in ways.items() if alone[id_] < GOOD}
    chances = iter(look([text for each in wanting.values() for _, _, text in each]).liked.tolist())
    liked = {id_: [(next(chances), before, behind) for before, behind, _ in each] for id_, each in wanting.items()}
    found = []
    for finding in findings:
        before, behind = _best(alone.get(finding.id, 1.0), [way for way in liked.get(finding.id, ()) if told.isdisjoint((*way[1], *way[2]))])
        told.update(before, behind)
        found.append(_with(finding, units, before, behind))
    return found


def _within(units: Sequence[Unit], parts: Sequence[Evidence]) -> set[int]:
    """Return the units that have words of one of some parts."""
    members: dict[tuple[str, int], list[int]] = {}
    for i, unit in enumerate(units):
        members.setdefault((unit.where, unit.index), []).append(i)
    return {i for part in parts for i in members.get((part.where, part.index), ()) if units[i].start < part.end and part.start < units[i].end}


def _end(finding: Finding) -> Evidence | None:
    """Return with which words ends what is told of a finding: a question ends with the reply to it, and one without is looked at by nobody."""
    if finding.kind is Kind.QUESTION:
        return finding.answers[-1] if finding.answers and not is_open(finding) else None
    return (*finding.evidence[:1], *finding.more)[-1]


def _ways(units: Sequence[Unit], finding: Finding, first: int, last: int, told: Collection[int]) -> list[tuple[list[int], list[int], str]]:
    """Return how a finding can be told: alone, then with which units before or behind it, each with all that is told.
    What is ``told`` already is not told again."""
    before = [clean_statement(part.quote) for part in finding.lead]
    behind = [clean_quotation(part.quote) for part in finding.answers] if finding.kind is Kind.QUESTION else [clean_following(part.quote) for part in finding.more]
    beside = [([], []), *((led, []) for led in ([] if before else _beside(units, first, -1, told)) if not _leans(units[led[0]])), *(([], followed) for followed in _beside(units, last, 1, told))]
    found = []
    for led, followed in beside:
        said = [*(clean_following(units[i].text) if place else clean_statement(units[i].text) for place, i in enumerate(led)), *before, finding.statement, *behind, *(clean_following(units[i].text) for i in followed)]
        text = " ".join(said)
        if not (led or followed) or finding.kind is Kind.QUESTION or len(text.split()) <= TOGETHER:
            found.append((led, followed, text))
    return found


def _leans(unit: Unit) -> bool:
    """Tell whether a sentence would itself need the one before it."""
    return hangs(unit) or points_back(unit.text) or leans_on_another(unit.text) or _COUNTED.match(unit.text) is not None


def _beside(units: Sequence[Unit], i: int, step: int, told: Collection[int]) -> list[list[int]]:
    """Return the unit next to unit ``i`` in one direction, and that with the next, each in time and all on the same matter, none ending with
    what leads on to more."""
    found: list[list[int]] = []
    nearer: list[int] = []
    for _ in range(BESIDE):
        j = previous_of_turn(units, i) if step < 0 else next_of_turn(units, i)
        if j is None or j in told or not can_be_told(units[j]):
            break
        later = units[max(i, j)].text
        if turns_elsewhere(later) or turns_to_another(later):
            break
        nearer = [j, *nearer] if step < 0 else [*nearer, j]
        if step < 0 or not leads_on(units[j].text):
            found.append(nearer)
        i = j
    return found


def _best(alone: float, ways: Sequence[tuple[float, list[int], list[int]]]) -> tuple[list[int], list[int]]:
    """Return what is told before and behind a statement, from the chance that it is liked ``alone`` and each way."""
    return max(((alone, [], []), *ways), key=lambda way: round(way[0] - GAIN * (len(way[1]) + len(way[2])), 9))[1:]


def _with(finding: Finding, units: Sequence[Unit], before: Sequence[int], behind: Sequence[int]) -> Finding:
    if not before and not behind:
        return finding
    lead, more = (tuple(units[i].evidence() for i in told) for told in (before, behind))
    further = {"answers": (*finding.answers, *more)} if finding.kind is Kind.QUESTION else {"more": (*finding.more, *more)}
    return finding.model_copy(update={"lead": (*lead, *finding.lead), **further})
