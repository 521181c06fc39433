"""What was proposed and then not agreed: a paper must not tell it as what a session came to.

Only words that say so outright count ("we don't have agreement on the register", "I disagree"),
soon after the proposal, and only where they name its matter: a bare "let's park that" may be said
of anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copaper.analysis.ranker import rarity
from copaper.analysis.replies import stance
from copaper.analysis.statements import is_courtesy
from copaper.analysis.units import Unit
from copaper.analysis.votes import came_out
from copaper.textclean import straight

WITHIN = 900.0
"""Seconds after the proposal."""
SHARED, RARE = 0.5, 2.5
"""Share of the denial's words, weighted by rarity, that are the proposal's, and how rare the rarest of them is."""
LONGEST = 45
"""Words of a denial: a longer one speaks of more than this."""

_NOT = r"(?:not|never|isn't|aren't|wasn't|weren't|haven't|hasn't|didn't|don't|doesn't)"
_FILLS = r"(?:(?:yet|really|quite|fully|have|has|get|got|reach|reached|find|found|been|any|an|a|the|full|in|all|to) ){0,3}"
_US = r"(?:I|we|(?:the|this|our) (?:committee|group|board|meeting|room|panel|council|plenary))"
_NOT_AGREED = re.compile(
    rf"\b(?:(?<!\bthey )(?<!\bwho )(?<!\bthat )(?<!\bthey have )(?<!\bwho have )(?:no|without|{_NOT}) {_FILLS}(?:agreement(?! (?:of|to|with))|consensus(?! \w+s\b| (?:layer|client|mechanism|algorithm|rule)))|"
    rf"{_US}(?:'ve|'re)?(?: (?:have|had|has|are|were|do|did|still|just|really|all|also)){{0,3}} {_NOT} {_FILLS}agreed?|"
    rf"(?:(?:is|was|are|were|been|being|has|have|had|it's|that's|this's) (?:still )?(?:not|never)|isn't|aren't|wasn't|weren't|hasn't been|haven't been) {_FILLS}agreed|(?:^|[,;:] )(?:so |and |okay,? )*not (?:yet |all )?agreed|"
    r"(?:agreement|consensus) (?:was|is|has) not|(?:have|has|is|was|are|were|'ve|'s) (?:been )?parked|(?:will|let's|let us|have to|want to|going to|better) park(?: (?:it|that|this|them|the))|(?:will|to|should) be parked)\b(?! (?:outside|in front|at|near|behind|in)\b)",
    re.I,
)
"""Whoever says so speaks for themselves or for all: what "other delegates might not agree" to is not denied by it."""
_SAYS_THAT = frozenset("agree agreement consensus park have disagree differ respect say think be do want".split())
"""Lemmas of a denial that are not its matter."""

_SPEAKS_AGAINST = re.compile(
    r"\b(?:rejects?|opposes?|votes? against|unnecessary|against (?:this|that|these|those|the (?:amendment|motion|proposal|idea|plan|change)s?|amendments?)\b|"
    r"(?:not|n't|cannot|never) (?:to )?(?:\w+ )?(?:support|accept|agree|back|endorse|vote for|(?:be )?(?:supported|accepted|agreed|needed|necessary|required|helpful|appropriate)))\b",
    re.I,
)
"""Words of somebody who gets what they ask for where something is not agreed."""
_NUMBER = re.compile(r"\b\w*\d\w*\b")
"""What tells one item from another that is called alike: "amendment 2C"."""


@dataclass(frozen=True)
class Denial:
    """A sentence that says of something that it is not agreed, with its matter's lemmas by rarity."""

    unit: Unit
    matter: dict[str, float]
    things: frozenset[str]
    """Those that are nouns there: a proposal that has them as verbs only ("registering") is on another matter."""


def denials(units: Sequence[Unit]) -> list[Denial]:
    """Return the sentences that say outright that something is not agreed, and of what, in time."""
    return list(_denials(units))


def _denials(units: Sequence[Unit]) -> Iterator[Denial]:
    for unit in units:
        text = straight(unit.text)
        is_lost = came_out(text) is False
        if unit.words > LONGEST or text.rstrip().endswith("?") or not is_lost and (is_courtesy(unit) or not (_NOT_AGREED.search(text) or stance(text) is False)):
            continue
        named = {base.lower() for part, base in zip(unit.parts, unit.bases, strict=True) if part == "PROPN"}
        matter = {lemma: rarity(lemma) for lemma in unit.lemmas if lemma not in _SAYS_THAT and lemma not in named}
        if matter:
            yield Denial(unit, matter, _nouns(unit) & matter.keys())


def denied(proposal: Sequence[Unit], found: Sequence[Denial], goes_on: Sequence[Unit] = ()) -> Unit | None:
    """Return the sentence that denies agreement on a ``proposal`` (its units) soonest after it, if there is one: an item by its number,
    if it has one, and nothing that the proposal, or how it ``goes_on``, speaks against."""
    text = straight(" ".join(unit.text for unit in proposal))
    if any(_SPEAKS_AGAINST.search(straight(unit.text)) for unit in (*proposal, *goes_on)):
        return None
    numbers = set(_NUMBER.findall(text.casefold()))
    words = {lemma for unit in proposal for lemma in unit.lemmas}
    things = frozenset(noun for unit in proposal for noun in _nouns(unit))
    last = proposal[-1]
    for denial in found:
        far = denial.unit.time - last.time > WITHIN and came_out(denial.unit.text) is None  # items are voted on long after they are debated
        if far or denial.unit.time < last.time or denial.unit.position <= last.position:
            continue
        of = set(_NUMBER.findall(denial.unit.text.casefold()))
        if of and of.isdisjoint(numbers):
            continue
        shared = [weight for lemma, weight in denial.matter.items() if lemma in words and (lemma in things or lemma not in denial.things)]
        if sum(shared) >= SHARED * sum(denial.matter.values()) and (max(shared, default=0.0) >= RARE or shared and of):
            return denial.unit
    return None


def _nouns(unit: Unit) -> frozenset[str]:
    return frozenset(base.casefold() for part, base in zip(unit.parts, unit.bases, strict=True) if part in ("NOUN", "PROPN"))
