"""What the chat says after somebody: "the cow pays for the book!" marks the sentence that it repeats.

Whoever types the words of a speaker holds them for the ones to take along. A message repeats a sentence if it
has most of its words, or some of them in quotation marks, from what was said just before.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from copaper.analysis.amounts import amounts
from copaper.analysis.units import Unit
from copaper.textclean import ends_as_question, straight

SOON = 150.0
"""Seconds after a sentence within which it is repeated."""
SHARED, SHARE = 3, 0.5
"""Content words and numbers that a message has in common with a sentence, at least, and which share of its own that is."""
SMALL = 5
"""Numbers below this are said of anything."""
FEW = 2
"""Such words in quotation marks, or numbers, that are enough."""
_QUOTED = re.compile(r"[\"“]([^\"”]{6,120})[\"”]|(?<!\w)['‘]([^'’]{12,120})['’](?!\w)")


def echoed(units: Sequence[Unit]) -> frozenset[int]:
    """Return the positions of the spoken sentences that a message of somebody else repeats; ``units`` are in time."""
    spoken = [unit for unit in units if unit.where == "turn" and not ends_as_question(unit.text)]
    times = [unit.time for unit in spoken]
    found = set()
    for message in units:
        if message.where != "message" or ends_as_question(message.text):
            continue
        near = [unit for unit in spoken[bisect_left(times, message.time - SOON) : bisect_right(times, message.time)] if unit.participant != message.participant]
        said, most = max(((unit, _repeats(message, unit)) for unit in reversed(near)), key=lambda pair: pair[1], default=(None, 0))
        if said is not None and most:
            found.add(said.position)
    return frozenset(found)


def _repeats(message: Unit, unit: Unit) -> int:
    """Return how many words of a sentence a message repeats, 0 if these are not enough."""
    numbers, own = _numbers(message), set(message.lemmas)
    same, shared = numbers & _numbers(unit), own & set(unit.lemmas)
    text = straight(unit.text).casefold()
    in_marks = any(len(words.split()) > FEW and words.strip(" .!?,").casefold() in text for found in _QUOTED.finditer(straight(message.text)) for words in found.groups() if words)
    both = len(shared) + len(same)
    enough = both >= SHARED and both >= SHARE * (len(own) + len(numbers)) or in_marks or len(same) >= FEW
    return max(1, both) if enough else 0


def _numbers(unit: Unit) -> set[float]:
    """Return the amounts of a sentence that are not said of anything."""
    return {amount.value for amount in amounts(unit) if amount.value >= SMALL}
