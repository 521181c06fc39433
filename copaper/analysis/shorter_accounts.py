"""What else somebody told, beside the accounts: shorter stretches of a turn, one after another, as long as they say something.

An account has to be worth it sentence by sentence. Much of what people come to tell is plain: how many, from when on, for how
much, and what came of it. On eleven webinars, whose writers had said what matters in each, stretches chosen by such amounts hold
it as often as the accounts do, for each word that is printed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

import numpy as np

from copaper.analysis.content import amounts_in
from copaper.analysis.edges import widened
from copaper.analysis.passages import goes_on_from, next_of_turn, previous_of_turn
from copaper.analysis.statements import is_whole
from copaper.analysis.thoughts import SHORT, can_begin, can_end, can_stand_within, passes
from copaper.analysis.units import Unit
from copaper.textclean import straight

SHORTEST, LONGEST = 42, 110
"""Words of a shorter account."""
FULL, TOLD_OUT = 85, 0.2
"""Words from which it counts as told out, and what that adds to its worth."""
FULLEST = 260
"""Words of a shorter account that goes on to its point, at most."""
_HALF = re.compile(r"\W*(?:from|to|for|with|by|of|after|before) [^,.?!]{1,40}, (?:that|and|but|who|which)\b", re.I)
"""How a sentence begins that goes on from what was asked or left unsaid: "from the municipality, that it pays"."""
_PROPOSES = re.compile(
    r"\b(?:why don't (?:we|you all)|what if we|shall we|how about we|let's|let us|(?:I|we)(?:'d| would| want to| wanted to| like to)* (?:propose|suggest)|what (?:I|we) (?:propose|suggest)|(?:my|our|the) (?:proposal|suggestion) (?:is|would be)|"
    r"we (?:all )?(?:should|could|must|need to)(?: all| really| also| then| rather)* (?!have\b|be\b|not\b|see\b|say\b)[a-z]+,? (?!(?:ourselves|that we|what we)\b)|(?:this|the|our) (?:community|network|circle|forum|cop|group|members|centres|colleges) (?:should|could|must)\b|we(?:'d| would) need(?: from)? (?:each|every|one|two) (?:centre|college|member|hub|organi[sz]ation|person)?)", re.I
)
"""How somebody proposes something to those who meet: what became of it has to stand beside it."""
_LEADS_UP = re.compile(
    r"\bI(?:'m going to| want to| wanted to| must| have to| should| need to|'d like to| would like to|'ll| will) (?:just |also |really )*be (?:very |quite |a bit |really )*(?:careful|honest|fair|clear|frank|open)\b|"
    r"^\W*(?:(?:and|so|but|now|then)\W+)*what (?:(?:doesn't|does not|didn't|did not) work|(?:went|goes) wrong|(?:works?|worked|helped|helps|failed))\W*$|^\W*(?:(?:and|so|but|now|then)\W+)*(?:the|my|our) (?:first|second|third|other|last) (?:failure|problem|lesson|thing|point|mistake)\W*$", re.I,
)
"""How somebody leads up to a caution, or names what comes: "I want to be careful here", "what doesn't work"."""
_FINITE = frozenset("VBD VBP VBZ".split())
AMOUNT, AMOUNTS = 0.04, 5
"""What each amount that is told adds, and how many count."""


class Shorter(NamedTuple):
    """A stretch of units, with what it is worth."""

    worth: float
    first: int
    last: int


def shorter_accounts(units: Sequence[Unit], value: np.ndarray, leading: Collection[str], taken: Collection[int], fits: Callable[[int, int], bool] = lambda first, last: True) -> list[Shorter]:
    """Return stretches of what others than those ``leading`` said, best first, none of which has a unit of another or one that is ``taken``;
    ``value`` (n,) is what each sentence is worth, and from where to where one goes on must be so that it ``fits``."""
    found: list[Shorter] = []
    amid = [unit.where == "turn" and unit.participant not in leading and place not in taken and passes(units, place) and not _PROPOSES.search(straight(unit.text)) for place, unit in enumerate(units)]
    for first, unit in enumerate(units):
        if not (amid[first] and not unit.text[:1].islower() and can_stand_within(unit) and (is_whole(unit) or _is_own_deed(unit)) and can_begin(units, first) and not _HALF.match(unit.text)):
            continue
        before = previous_of_turn(units, first)
        if before is not None and (unit.words < SHORT or goes_on_from([units[before]], unit)):
            continue
        members, words = [first], unit.words
        while (after := next_of_turn(units, members[-1])) is not None and amid[after] and words + units[after].words <= LONGEST:
            members.append(after)
            words += units[after].words
            if words >= SHORTEST and _ends(units, first, after):
                told = sum(value[place] * units[place].words for place in members) / words
                amounts = {amount for place in members for amount in amounts_in(units[place].text)}
                found.append(Shorter(told + TOLD_OUT * min(1.0, words / FULL) + AMOUNT * min(AMOUNTS, len(amounts)), first, after))
    kept: list[Shorter] = []
    gone: set[int] = set()
    for one in sorted(found, key=lambda one: (-round(one.worth, 9), one.first, one.last)):
        if gone.isdisjoint(range(one.first, one.last + 1)):
            first, last = widened(units, one.first, one.last, FULLEST, lambda place: place not in taken and place not in gone and not _PROPOSES.search(straight(units[place].text)), lambda unit: not _LEADS_UP.search(straight(unit.text)))
            one = one._replace(first=first, last=last) if fits(first, last) else one
            kept.append(one)
            gone.update(range(one.first, one.last + 1))
    return kept


def _ends(units: Sequence[Unit], first: int, last: int) -> bool:
    """Tell whether a shorter account can end with a sentence that is spoken to its end."""
    return can_stand_within(units[last]) and not _LEADS_UP.search(straight(units[last].text)) and can_end(units, first, last)


def _is_own_deed(unit: Unit) -> bool:
    """Tell whether a sentence says what its speaker did, as short as it is: "we don't phone", "I registered"."""
    root = unit.span.root
    verbs = {root.tag_, *(child.tag_ for child in root.children if child.dep_ in ("aux", "neg"))}
    return root.pos_ == "VERB" and not verbs.isdisjoint(_FINITE) and any(child.dep_ == "nsubj" and child.lower_ in ("i", "we") for child in root.children)
