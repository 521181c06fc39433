"""Where somebody says to see a matter otherwise, to be against it, or what worries them: "may I disagree a little bit?"

Whoever objects in a meeting mostly does so politely, and opens with it: what they hold stands behind, in the same turn. That is told
whole, beside what was said for the matter; it is no reply to one sentence, as those of :mod:`copaper.analysis.replies` are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copaper.analysis.passages import next_of_turn
from copaper.analysis.thoughts import can_end, can_stand_within, run_of, stands_first
from copaper.analysis.units import Unit, same_place
from copaper.records import View
from copaper.textclean import ends_as_question, straight

SHORTEST, LONGEST, AT_MOST = 14, 110, 170
"""Words of what is held, at least; how far it goes where it may end before, and at most."""
SHORTEST_WRITTEN = 8
"""Words of a message that holds it, at least."""
FEWEST = 3
"""Words of the sentence with which it ends, at least."""
EARLY = 60
"""Characters of a sentence within which somebody says so."""
SAYS, ENOUGH = 3, 1
"""Words of its matter that a sentence needs to say more than that somebody objects, and where it goes on to what they object to."""
BEHIND = 3
"""Sentences behind that one within which it is said what is held, where it does not say it itself."""

_ADVERBS = (
    r"(?:(?:really|fully|totally|completely|strongly|definitely|absolutely|very much|also|certainly|quite|rather|entirely|respectfully|slightly|somewhat|kind of|sort of|tend to|have to|must|might|"
    r"want to|wanted to|am going to|'m going to|would|'d|will|just|to|like to|love to|partly|a bit|a little(?: bit)?|maybe|actually|personally|still|be) )*"
)
_WORRIES = r"(?:worr(?:y|ies)|concerns?|fears?|hesitations?|reservations?|doubts?)"
_SAYS: dict[View, re.Pattern[str]] = {
    View.OTHERWISE: re.compile(
        rf"\b(?:(?:may|can|could|might|let|if) (?:I|me) {_ADVERBS}(?:(?:may|can|could) {_ADVERBS})?(?:disagree|push back|differ|challenge|play (?:the )?devil|the devil|turn (?:it|that|this) around)|"
        rf"I(?:'d|'ll|'m)? {_ADVERBS}(?:disagree\b(?! more)|push back|beg to differ|differ (?:with|from|on)|take issue with|challenge (?:that|this|the|you|what)|turn (?:it|that|this) around|(?:play )?the,?(?: \w+,)? devil'?s advocate|see (?:it|this|that|things) {_ADVERBS}differently)|"
        rf"I {_ADVERBS}(?:do not|don't|cannot|can't) {_ADVERBS}agree\b(?! more))", re.I,
    ),
    View.AGAINST: re.compile(
        rf"\bI(?:'m|'d| am| would)? {_ADVERBS}(?:opposed(?= to\b)|against (?:it|this|that|the|any|a|having|making|\w+ing)|object(?= to\b))|\bI {_ADVERBS}(?:do not|don't|cannot|can't|won't|will not) {_ADVERBS}support\b|"
        rf"\b(?:my|our) (?:\w+ )?objection(?= (?:is|to)\b)|\bI {_ADVERBS}(?:do not|don't) {_ADVERBS}think (?:that|this|it)(?:'s| is) (?:such )?a (?:good|great|wise) (?:idea|thing)\b", re.I,
    ),
    View.WORRIED: re.compile(
        rf"\b(?:my|our|one|another|the (?:only|main|other|biggest|big)) (?:\w+ )?{_WORRIES}(?: here| there)?(?: (?:with|about) [\w' ]{{2,40}}?)?(?= (?:is|would be)\b)|\bI(?:'m| am) {_ADVERBS}(?:sceptical|skeptical|wary|uneasy|uncomfortable|worried|concerned)(?= (?:about|that|of|with|if|we)\b)|"
        rf"\b(?:I|we) {_ADVERBS}have {_ADVERBS}(?:an?|some|my|our|serious|real|strong|grave|a few|a number of|several) (?:\w+ )?{_WORRIES}(?= (?:about|with|that|on|over|regarding)\b)|\bI(?:'m| am) not {_ADVERBS}(?:convinced|comfortable|happy)(?= (?:about|with|that|by|of)\b)", re.I,
    ),
}
"""How somebody says what they hold, by what it is."""
_NOT_SAID = re.compile(r"\b(?:not|nor|n't|while|although|though|what I|if (?!I\b)|whether|unless|do you|does|did|would you|people who|those who|some|many|may (?!I\b)|no longer|used to)\b[^.;:]*$|\bwhat\W*$", re.I)
"""Words before it that turn it into a supposition, or deny it."""
_STANCE = frozenset(
    """disagree agree push back devil advocate differ challenge object objection support oppose against worry worried concern concerned fear hesitation reservation doubt skeptical
    sceptical wary uncomfortable uneasy convinced comfortable happy view respect point want like say bit little think idea good thing big main primary chair here""".split()
)
"""What says only that somebody objects."""
_TO_WHAT = re.compile(r" (?:with|about|of|to|on|over|by|regarding|that|is|would be|if|we) (?!(?:that|this|it|you|him|her|them|those|these|what|something|a lot)\b)", re.I)
"""How what somebody objects to goes on, if it is named."""
_LEADS_UP = re.compile(r"^\W*(?:(?:ja|nee|so|yes|yeah|yep|well|okay|ok|and|but|no|hi|hello|thank you|thanks|chair|madam chair|mr\.? chair|doctor|dr|prof|professor|minister|sir|madam|sorry|look|right|now|I think|I guess|I mean|I (?:just |only )?(?:want|wanted|have|need) to (?:say|add)(?: here)?(?: that)?|I(?:'d| would) (?:just )?(?:like to )?say(?: that)?|I must (?:say|admit)(?: that)?)\W+)*$", re.I)
"""What is said before it and tells nothing."""


def stance(text: str) -> tuple[View, int, bool] | None:
    """Return what somebody says in a sentence to hold, that they see a matter otherwise, are against it, or worry, with the character at which they do,
    behind what only leads up to it, and whether they say of what."""
    said = straight(text)
    for one, pattern in _SAYS.items():
        found = pattern.search(said)
        if found and found.start() <= EARLY and not _NOT_SAID.search(said, 0, found.start()):
            return one, found.start() if _LEADS_UP.match(said[: found.start()]) else 0, _TO_WHAT.match(said, found.end()) is not None
    return None


def views(units: Sequence[Unit]) -> Iterator[tuple[int, int, int, View]]:
    """Yield where each such view begins and ends among ``units``, which are in time, how many characters of its first sentence only lead up to it, and what it is."""
    beyond = -1
    for place, unit in enumerate(units):
        held = stance(unit.text) if place > beyond else None
        span = None if held is None else _told(units, place, *held[1:]) if unit.where == "turn" else _written(units, place)
        if held and span is not None:
            beyond = span[1]
            yield *span, held[0]


def _told(units: Sequence[Unit], opens: int, skipped: int, to_what: bool) -> tuple[int, int, int] | None:
    """Return the sentences that say what is held, from the one that ``opens`` it, if it says something, or soon behind it."""
    alone = _says(units[opens], ENOUGH if to_what else SAYS)
    for first in [opens] if alone else _behind(units, opens):
        if first == opens and not (skipped or can_stand_within(units[first])) or first != opens and not (_says(units[first], SAYS) and can_stand_within(units[first]) and stands_first(units, first)):
            continue
        words, last = units[first].words, None
        for at in (first, *run_of(units, first, next_of_turn)):
            words += units[at].words if at != first else 0
            if words > AT_MOST or words > LONGEST and last is not None:
                break
            if words >= SHORTEST and units[at].words >= FEWEST and can_end(units, first, at):
                last = at
        return None if last is None else (first, last, skipped if first == opens else 0)
    return None


def _behind(units: Sequence[Unit], place: int) -> Iterator[int]:
    for _ in range(BEHIND):
        after = next_of_turn(units, place)
        if after is None:
            return
        yield after
        place = after


def _written(units: Sequence[Unit], opens: int) -> tuple[int, int, int] | None:
    """Return the message in which somebody says so, if it is not too short."""
    own = [place for place, unit in enumerate(units) if same_place(unit, units[opens])]
    whole = SHORTEST_WRITTEN <= sum(units[place].words for place in own) <= LONGEST and not any(ends_as_question(units[place].text) for place in own)
    return (own[0], own[-1], 0) if whole and sum(len(set(units[place].lemmas) - _STANCE) for place in own) >= SAYS else None


def _says(unit: Unit, least: int) -> bool:
    return len(set(unit.lemmas) - _STANCE) >= least and not ends_as_question(unit.text)
