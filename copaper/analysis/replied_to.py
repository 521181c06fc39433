"""The question that a statement replies to, where only that says what the statement speaks of.

Asked "would you tell a neighbour who sees a fire?", somebody says "we already encourage people to do so". A paper that
prints the reply alone says nothing. With the question in front it says what was said.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from copaper.analysis.answers import asks, is_procedure
from copaper.analysis.leaning import takes_up_another
from copaper.analysis.naming import stem
from copaper.analysis.passages import previous_of_turn
from copaper.analysis.prefaces import left_open_by_question
from copaper.analysis.questions import is_put
from copaper.analysis.referring import Reference, names, unnamed
from copaper.analysis.statements import hangs
from copaper.analysis.units import Unit

BEFORE = 12
"""Words that somebody says first, to a question, before what this explains: "yes, thank you"."""
SHORTEST, LONGEST, MATTER = 6, 45, 4
"""Words of a question that is carried, and those of its matter at least."""
OPENING = 2
"""Sentences of a statement that have to name what they speak of: later ones mostly take up the first."""
_GOES_BACK = re.compile(r"\b(?:(?:last|previous|earlier|first|other) (?:question|point)|(?:go(?:ing)?|come|coming) back (?:to|on)|(?:pick|take) up on)\b", re.I)
"""How somebody says that they reply to something else first."""


def left_open(told: Sequence[Unit], above: Collection[str] = ()) -> list[Reference]:
    """Return what the first sentences of a statement speak of and do not name, nor do the words whose stems stand ``above`` it."""
    found = [one for one in unnamed(told[:OPENING]) if one.firm and not (one.noun and any(word.startswith(stem(one.noun)) for word in above))]
    return found or ([Reference("", "matter")] if takes_up_another(told[0].text) else [])


def question_for(units: Sequence[Unit], i: int, lost: Sequence[Reference]) -> int | None:
    """Return the question that a reply was given to which begins with ``units[i]``, or hardly before it, if it names, be it in
    other words, all that the reply leaves open (``lost``)."""
    asked = _asked_before(units, i)
    return asked if asked is not None and all(names(units[asked], one, True) for one in lost) else None


def _asked_before(units: Sequence[Unit], i: int) -> int | None:
    first, words = i, 0
    while (before := previous_of_turn(units, first)) is not None:
        first, words = before, words + units[before].words
        if words > BEFORE or asks(units[before]):
            return None
    asked = next((j for j in range(first - 1, -1, -1) if units[j].where == "turn"), None)
    if units[i].where != "turn" or asked is None or any(_GOES_BACK.search(unit.text) for unit in units[first : i + 1]) or units[asked].participant == units[i].participant or units[i].index - units[asked].index > 1:
        return None
    question = units[asked]
    plain = asks(question) and SHORTEST <= question.words <= LONGEST and len(set(question.lemmas)) >= MATTER and is_put(question) and not is_procedure(question) and not hangs(question)
    return asked if plain and not left_open_by_question([question]) else None
