"""Calls for objections that nobody follows: silence is the answer, and whoever asked takes it as one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copaper.analysis.statements import hangs, is_whole
from copaper.analysis.units import Unit, same_place
from copaper.textclean import ends_as_question, straight

SOON = 60.0
"""Seconds after the call within which somebody would have objected."""
SHORT = 8
"""Words of whoever says no more than that they do not object."""
LEAST = 6
"""Words of a proposal."""

_ANYBODY = r"(?:any ?body|any ?one|some ?body|some ?one|people|any of you|anyone else|anybody else)"
_CALLS = re.compile(
    rf"\b(?:is|are) {_ANYBODY}(?: else| here)? (?:\w+ )?(?:against|opposed to|not (?:okay|ok|happy|comfortable|fine|content) with|unhappy with|uncomfortable with)\b|"
    rf"\b(?:does|do|would|did|has|have) {_ANYBODY}(?: else| here)? (?:\w+ )?(?:object|oppose|disagree|(?:have|see|got|had) (?:an? |any )?(?:strong |serious |major )*(?:objections?|opposition))\b|"
    rf"\b{_ANYBODY}(?: else| here)?,? (?:who )?(?:wants?|wishes|wish|would like|willing|cares?) to (?:\w+ )?(?:(?:speak (?:up )?|argue |push back )against|object)\b|"
    r"\b(?:(?:are|is) there|do (?:we|you) have|do I (?:see|hear)) any (?:strong |further |other |more |serious )*(?:objections?|opposition|disagreement)\b|^\W*(?:(?:so|okay|ok|and|then|right)\W+)*(?:any |no )(?:strong |further |other |more )*(?:objections?|opposition)\b",
    re.I,
)
_PROPOSES = re.compile(
    r"\b(?:propos\w+|suggest\w*|recommend\w*|(?:we|I)(?:'ll|'d|'re going to| will| would| should| could| can| are going to| am going to)|let's|let us|the plan is|ask(?:ing)? for|request\w*|seek\w*|move (?:to|that|forward)|motion|should|going to)\b",
    re.I,
)
_TAKEN = re.compile(
    r"\W*(?:(?:so|and|well|right|then|no|cool|great|good|perfect|excellent|lovely|fine|wonderful|all right|alright|okay|ok|thank you|thanks)\b\W*)+(?:$|(?=[A-Z])|(?:(?:so|then|then I|we|let's|let us|I(?:'m| am)?|that's|that is|it's|going|moving|hearing|seeing|not hearing)\b))|"
    r"\W*(?:(?:okay|ok|so|and|well|I'm|I am)\W+)*(?:(?:not )?(?:hearing|seeing) (?:none|no|any|nothing)|I (?:don't|do not) (?:hear|see) (?:any|anybody|anyone|anything)|I (?:hear|see) (?:none|no)|nobody|no one|none\b)",
    re.I,
)
_THEN_WE = re.compile(r"\W*(?:(?:so|and|well|right|cool|great|good|perfect|excellent|all right|alright|okay|ok|thank you|thanks|not hearing any|hearing none)\b\W*)*\b(?:so|then)\b,? (?:(?:then|yes|I think)\b,? )?(?:we(?:'ll| will| won't|'re going to| are going to| can| do| also)|let's|let us)\b(?! (?:\w+ )?(?:move on|go on|come back|go to|see|talk|hear|continue|take a|have (?:a|some|one|the next)|get|start|end|stop|leave it|do that|do so|do it)\b)", re.I)
"""How somebody who called for objections and heard none says what is done then."""
NEXT = 3
"""Sentences behind the call within which they do."""
SAYS = 8
"""Words of that."""
_NOT_AGAINST = re.compile(r"\W*(?:no|nope|none|not (?:from me|me|here|at all)|nothing|fine|good|okay|ok|yes|yeah|sure|go (?:ahead|for it)|sounds (?:good|great|fine)|I(?:'m| am)? (?:fine|okay|ok|good|happy)|(?:no|none) (?:objections?|from))\b", re.I)


def calls_for_objections(text: str) -> bool:
    """Tell whether a sentence asks whether anybody is against something."""
    return ends_as_question(text) and _CALLS.search(straight(text)) is not None


def is_unopposed(units: Sequence[Unit], at: int) -> bool:
    """Tell whether nobody spoke against what the call ``units[at]`` is on before whoever made it took that for consent."""
    call = units[at]
    if call.where != "turn" or not calls_for_objections(call.text):
        return False
    for unit in units[at + 1 :]:
        if unit.time - call.time > SOON:
            return False
        if unit.where != "turn":
            continue
        text = straight(unit.text)
        if unit.participant == call.participant:
            return _TAKEN.match(text) is not None
        if unit.words > SHORT or _NOT_AGAINST.match(text) is None:
            return False
    return False


def decided_then(units: Sequence[Unit], at: int) -> int | None:
    """Return the sentence in which whoever made the call ``units[at]``, which nobody followed, says what is done then, or None where they do not."""
    if not is_unopposed(units, at):
        return None
    own = [i for i in range(at + 1, min(len(units), at + 1 + 2 * NEXT)) if units[i].where == "turn" and units[i].participant == units[at].participant]
    return next((i for i in own[:NEXT] if units[i].words >= SAYS and not ends_as_question(units[i].text) and _THEN_WE.match(straight(units[i].text))), None)


def proposed_before(units: Sequence[Unit], at: int) -> int | None:
    """Return the sentence right before a call for objections that says to what, or None where none does."""
    before = units[at - 1] if at else None
    told = before is not None and same_place(before, units[at]) and before.words >= LEAST and is_whole(before) and not hangs(before)
    return at - 1 if told and _PROPOSES.search(straight(units[at - 1].text)) and not units[at - 1].text.rstrip().endswith("?") else None
