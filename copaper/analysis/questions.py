"""Questions: whether somebody answered them, by voice or in the chat, and where."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

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
FAR_ON = 0.6
"""The same for an answer that comes when the talk may be of something else, after :data:`AT_HAND` seconds."""
AT_HAND = 300.0
AT_ONCE, ADDED, SAYS = 30.0, 25, 10
"""Seconds from its beginning within which whoever speaks next takes up a question, words that its asker
may add before, and words of a sentence that takes it up."""
SHARED = 2
"""Words of a question that its answer takes up at least: one alone comes back by chance."""
NEW = 0.3
"""Share of an answer's words that are not the question's: who only repeats a question answers nothing."""

_YES_OR_NO = re.compile(r"\W*(?:(?:well|so|okay|ok|um+|uh+|oh|thanks?(?: you)?)\W+)*(?:yes|yeah|yep|no|nope|not really|not yet|exactly|correct|of course|absolutely|definitely|indeed|it does|it is|we do|we don't|we did|it (?:probably |really )?depends)\b(?! (?:problem|worries))", re.I)
_DEFERS = re.compile(r"\bbefore (?:we|I) (?:get|go|come|answer)|\b(?:collect|gather|take|hold) (?:all )?(?:of )?(?:the|these|those|your|all) questions|\b(?:come|get|go) back to (?:that|it|this|you|your)\b|\bshare my screen|\bat the end of (?:the|this|our)\b", re.I)
"""What puts a question off."""
_NEXT = re.compile(r"\b(?:(?:the |our )?(?:next|last|final|first|second|third) (?:set of )?(?:questions?|speakers?) (?:is|are|will|comes?|goes)|questions? (?:now )?from|back to you|over to)\b", re.I)


def answers_to(units: Sequence[Unit], at: int) -> tuple[str, tuple[Evidence, ...]]:
    """Return the state (answered, partly, open) of the question ``units[at]`` and its answer.

    Somebody else's statement counts that takes up the question's words and says more than
    these, or that says yes or no as the next words of the talk. Where a question all but ended a turn,
    what the next speaker says at once may answer it in other words, and counts in part. Whatever else
    follows may be on anything: it is no answer.
    """
    asked = units[at]
    wanted = {lemma: rarity(lemma) for lemma in asked.lemmas}
    total = sum(wanted.values()) or 1.0
    best, best_share, next_speaker = None, 0.0, True
    for unit in units[at + 1 :]:
        delay = unit.time - asked.time
        if delay > (LATER if asked.where == "message" else 2 * SOON):
            break
        if unit.participant == asked.participant or unit.text.rstrip().endswith("?") or _is_procedure(unit):
            continue
        if next_speaker and asked.where == unit.where == "turn":
            if unit.index - asked.index <= 2 and delay <= SOON and _YES_OR_NO.match(unit.text.replace("’", "'")):
                return "answered", (unit.evidence(),)
            next_speaker = False
        share = _taken_up(unit, wanted) / total
        if unit.words >= LEAST_WORDS and share >= (FAR_ON if delay > AT_HAND else PARTLY) and share > best_share + 1e-9:
            best, best_share = unit, share
    if best is None:
        reply = _reply_at_once(units, at)
        return ("partly", (reply.evidence(),)) if reply else ("open", ())
    return "answered" if best_share >= ANSWERED else "partly", (best.evidence(),)


def _reply_at_once(units: Sequence[Unit], at: int) -> Unit | None:
    """Return the next speaker's first sentence of some length, if the question all but ended its turn."""
    asked = units[at]
    if asked.where != "turn" or not asked.text.rstrip().endswith("?"):
        return None
    added, turn = 0, -1
    for unit in units[at + 1 : at + 16]:
        if unit.where != "turn":
            continue
        if unit.index == asked.index:
            added += unit.words
            if added > ADDED:
                return None
        elif turn < 0 and (unit.participant == asked.participant or unit.time - asked.time > AT_ONCE):
            return None
        elif turn not in (-1, unit.index) or unit.text.rstrip().endswith("?"):
            return None
        else:
            turn = unit.index
            if _DEFERS.search(unit.text):
                return None
            if unit.words >= SAYS and not _is_procedure(unit):
                return unit
    return None


def _taken_up(unit: Unit, wanted: Mapping[str, float]) -> float:
    """Return the weight of the question's words that a sentence takes up, nothing if these are
    too few, or all that it has."""
    own = set(unit.lemmas)
    shared = own & wanted.keys()
    if len(shared) < min(SHARED, len(wanted)) or len(own - shared) < NEW * len(own):
        return 0.0
    return sum(wanted[lemma] for lemma in shared)


def _is_procedure(unit: Unit) -> bool:
    """Tell whether a sentence only leads on to the next speaker or question."""
    return is_courtesy(unit) or hands_over(unit) or is_housekeeping(unit.text) or _NEXT.search(unit.text) is not None
