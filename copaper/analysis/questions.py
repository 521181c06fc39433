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
CLOCKS = 60.0
"""Seconds by which the clocks of chat and speech differ, at most."""
_RELAYS = re.compile(r"\b(?:asks|is asking|was asking|wants to know|would like to know|a question (?:in the chat|from))\b", re.I)
READ_OUT, READ_OUT_FLAT = 0.5, 0.75
"""Share of the words of a question from the chat that are spoken where somebody reads it out, and where
speech recognition gave it no question mark."""
ANSWERING = 8
"""Sentences of whoever speaks after it was read out, among which its answer is sought."""
SHARED = 2
"""Words of a question that its answer takes up at least: one alone comes back by chance."""
NEW = 0.3
"""Share of an answer's words that are not the question's: who only repeats a question answers nothing."""

_YES_OR_NO = re.compile(r"\W*(?:(?:well|so|okay|ok|um+|uh+|oh|thanks?(?: you)?)\W+)*(?:yes|yeah|yep|no|nope|not really|not yet|exactly|correct|of course|absolutely|definitely|indeed|it does|it is|we do|we don't|we did|it (?:probably |really )?depends)\b(?! (?:problem|worries))", re.I)
_DEFERS = re.compile(r"\bbefore (?:we|I) (?:get|go|come|answer)|\b(?:collect|gather|take|hold) (?:all )?(?:of )?(?:the|these|those|your|all) questions|\b(?:come|get|go) back to (?:that|it|this|you|your)\b|\bshare my screen|\bat the end of (?:the|this|our)\b", re.I)
"""What puts a question off."""
_AT_A_LOSS = re.compile(r"\b(?:I|we) (?:honestly |really |just |also |still )*(?:don't|do not) (?:honestly |really |yet )*know\b(?! how (?:good|much we|lucky))|\bcan(?:'t|not) (?:answer|say|speak) (?:that|to that|for)\b|\bno idea\b", re.I)
_ON_WHICH = re.compile(r"^\W*(?:(?:and|so|okay|ok)\W+)*(?:on|to|for|as for|regarding) (?:the|your) (?:first|second|third|last|other|next)(?: (?:one|question|part|point))?\W+", re.I)
"""How somebody says which of several questions an answer is to."""
_NEXT = re.compile(r"\b(?:(?:the |our )?(?:next|last|final|first|second|third) (?:set of )?(?:questions?|speakers?) (?:is|are|will|comes?|goes)|questions? (?:now )?from|back to you|over to)\b", re.I)


def answers_to(units: Sequence[Unit], at: int) -> tuple[str, tuple[Evidence, ...]]:
    """Return the state (answered, partly, open) of the question ``units[at]`` and its answer.

    Somebody else's statement counts that takes up the question's words and says more than
    these, or that says yes or no as the next words of the talk. Where a question all but ended a turn,
    what the next speaker says at once may answer it in other words, and counts in part; so does what
    follows a question from the chat that somebody read out. Whatever else follows may be on anything:
    it is no answer.
    """
    asked = units[at]
    wanted = {lemma: rarity(lemma) for lemma in asked.lemmas}
    total = sum(wanted.values()) or 1.0
    if reply := _reply_to_reading(units, at, wanted, READ_OUT * total, "?"):
        return reply
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
    if best_share < ANSWERED and (reply := _reply_to_reading(units, at, wanted, READ_OUT_FLAT * total)):
        return reply
    if best is None:
        reply = _reply_at_once(units, at)
        return ("partly", (reply.evidence(),)) if reply else ("open", ())
    return "answered" if best_share >= ANSWERED and not _is_at_a_loss(units, best) else "partly", (best.evidence(),)


def _is_at_a_loss(units: Sequence[Unit], answer: Unit) -> bool:
    """Tell whether whoever answers says in the same breath that they do not know."""
    at = next(i for i, unit in enumerate(units) if unit is answer)
    own = (unit.text for unit in units[at : at + 3] if (unit.where, unit.index) == (answer.where, answer.index))
    return any(_AT_A_LOSS.search(text.replace("’", "'")) for text in own)


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
            if _defers(unit):
                return None
            if unit.words >= SAYS and not _is_procedure(unit):
                return unit
    return None


def _reply_to_reading(units: Sequence[Unit], at: int, wanted: Mapping[str, float], least: float, end: str = "") -> tuple[str, tuple[Evidence, ...]] | None:
    """Return the state and answer of a question from the chat that was read out in other words, of which
    the reading has at least so much, and this ``end``: of what the next speaker says then, the sentence
    that takes up most of it, or the first of some length."""
    asked = units[at]
    if asked.where != "message":
        return None
    first = next(i for i in range(at, -1, -1) if i == 0 or units[i - 1].time < asked.time - CLOCKS)
    read = next((i for i, unit in enumerate(units[first:], first) if unit.where == "turn" and unit.text.rstrip().endswith(end)
                 and sum(wanted.get(lemma, 0.0) for lemma in set(unit.lemmas)) >= least), None)  # fmt: skip
    if read is None or units[read].time - asked.time > LATER or units[read].participant == asked.participant:
        return None
    following = [unit for unit in units[read + 1 : read + 4 * ANSWERING] if unit.where == "turn" and unit.index > units[read].index]
    if not following or following[0].time - units[read].time > AT_ONCE or following[0].participant == units[read].participant:
        return None
    said = [unit for unit in following if unit.index == following[0].index][:ANSWERING]
    if any(map(_defers, said)):
        return None
    said = [unit for unit in said if unit.words >= SAYS and not unit.text.rstrip().endswith("?") and not _is_procedure(unit)]
    if not said:
        return None
    best = max(said, key=lambda unit: (round(sum(wanted.get(lemma, 0.0) for lemma in set(unit.lemmas)), 9), -unit.position))
    says_so = _YES_OR_NO.match(_ON_WHICH.sub("", best.text.replace("’", "'")))
    return ("answered" if says_so or _taken_up(best, wanted) >= ANSWERED * sum(wanted.values()) else "partly"), (best.evidence(),)


def reads_out(units: Sequence[Unit], at: int, asked: int) -> bool:
    """Tell whether the spoken ``units[at]`` is the question ``units[asked]`` of the chat, read out."""
    spoken, written = units[at], units[asked]
    if spoken.where != "turn" or written.where != "message" or not -CLOCKS <= spoken.time - written.time <= LATER:
        return False
    wanted = {lemma: rarity(lemma) for lemma in written.lemmas}
    own = {lemma: rarity(lemma) for lemma in spoken.lemmas}
    shared = sum(wanted[lemma] for lemma in sorted(own.keys() & wanted.keys()))
    # Who reads a question out says so, or says most of it and little else: another's question has words of its own.
    says_so = _RELAYS.search(spoken.text) is not None
    return bool(wanted) and shared >= READ_OUT * sum(wanted.values()) and (says_so or shared >= READ_OUT_FLAT * sum(own.values()))


def _defers(unit: Unit) -> bool:
    return _DEFERS.search(unit.text) is not None


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
