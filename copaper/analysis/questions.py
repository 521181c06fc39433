"""Questions: whether somebody answered them, by voice or in the chat, and where."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copaper.analysis.ranker import rarity
from copaper.analysis.boundaries import hands_over
from copaper.analysis.statements import is_courtesy
from copaper.analysis.units import Unit
from copaper.records import Evidence
from copaper.textclean import is_housekeeping

SOON = 120.0
"""Seconds within which the next speaker's words answer a question put by voice."""
LATER = 900.0
"""Seconds within which a question in the chat is answered, if its words come back."""
LEAST_WORDS = 6
ANSWERED, PARTLY = 0.35, 0.15
"""Share of a question's words, weighted by rarity, that its answer takes up."""

_NEXT = re.compile(r"\b(?:(?:the |our )?(?:next|last|final|first|second|third) (?:set of )?(?:questions?|speakers?) (?:is|are|will|comes?|goes)|questions? (?:now )?from|back to you|over to)\b", re.I)


def answers_to(units: Sequence[Unit], at: int) -> tuple[str, tuple[Evidence, ...]]:
    """Return the state (answered, partly, open) of the question ``units[at]`` and its answers.

    Somebody else's statement counts that takes up the question's words. What the next speaker
    says at once after a spoken question answers it at least partly.
    """
    asked = units[at]
    wanted = {lemma: rarity(lemma) for lemma in asked.lemmas}
    total = sum(wanted.values()) or 1.0
    best, best_share, first = None, 0.0, None
    for unit in units[at + 1 :]:
        delay = unit.time - asked.time
        if delay > (LATER if asked.where == "message" else 2 * SOON):
            break
        if unit.participant == asked.participant or unit.words < LEAST_WORDS or unit.text.rstrip().endswith("?"):
            continue
        if first is None and asked.where == unit.where == "turn" and unit.index - asked.index <= 2 and delay <= SOON and not _is_procedure(unit):
            first = unit
        share = sum(wanted.get(lemma, 0.0) for lemma in set(unit.lemmas)) / total
        if share > best_share + 1e-9 and not _is_procedure(unit):
            best, best_share = unit, share
    if best is not None and best_share >= ANSWERED:
        return "answered", _places(first, best)
    if first is not None:
        return "partly", _places(first, best if best_share >= PARTLY else None)
    if best is not None and best_share >= PARTLY:
        return "partly", (best.evidence(),)
    return "open", ()


def _is_procedure(unit: Unit) -> bool:
    """Tell whether a sentence only leads on to the next speaker or question."""
    return is_courtesy(unit) or hands_over(unit) or is_housekeeping(unit.text) or _NEXT.search(unit.text) is not None


def _places(*units: Unit | None) -> tuple[Evidence, ...]:
    found = {unit.position: unit for unit in units if unit is not None}
    return tuple(found[position].evidence() for position in sorted(found))
