"""What a question is on, where it does not say so itself: the sentences before it that name what it points at.

"How do you respond to that view?" can be read behind "some told us that the fee is too high" only. Whoever asks
mostly says so just before, or takes up what was replied last.
"""

from __future__ import annotations

from collections.abc import Sequence

from copaper.analysis.asked import plainly_put
from copaper.analysis.clarity import clarity, faults
from copaper.analysis.confirming import is_tag
from copaper.analysis.cores import TAKES_UP
from copaper.analysis.leaning import takes_up_another
from copaper.analysis.passages import CLEAR, is_broken, previous_of_turn
from copaper.analysis.referring import Reference, names, unnamed
from copaper.analysis.statements import hangs, is_courtesy, is_whole
from copaper.analysis.units import Unit
from copaper.records import Evidence
from copaper.textclean import is_housekeeping, points_at_what_was_shown, straight

BEFORE = 3
"""Sentences before a question that tell what it is on, at most."""
LONGEST, TOGETHER, SHORTEST = 55, 70, 4
"""Words of each of them, and of all, at most, and of one at least."""
SHORT = 40
"""Words of all before a question that tells in part what it is on."""
_OF_WHO_ASKS = ("i", "you", "listed")
"""Faults of clarity that what stands before a question has not: who "you" are shows the reply."""
_OF_NO_MATTER = frozenset("year month week day time moment today minute hour point stage lot bit kind sort way thing case example place people question answer view thought opinion minister chair secretary member colleague".split())
"""Nouns that tell nobody what a question is on."""
AGAIN = 3
"""Sentences at the end of what was said to whoever asks, of which one may name what they then ask about."""


def left_open_by_question(own: Sequence[Unit]) -> list[Reference]:
    """Return what a question, of the units ``own``, points at and does not name: what its later sentences point at stands in the first."""
    first = own[0]
    in_front = TAKES_UP.match(straight(first.text)) is not None  # "in terms of the fee, is that too high?"
    found = [one for one in unnamed([first]) if one.firm and not (in_front and one.of == "matter")]
    return found or [Reference("", "matter")] * (takes_up_another(first.text) or not any(map(_is_matter, own)))


def _is_matter(unit: Unit) -> bool:
    """Tell whether a sentence has a noun of what it is on: "are we still waiting?" has none."""
    return any(token.pos_ in ("NOUN", "PROPN") and token.lemma_.casefold() not in _OF_NO_MATTER for token in unit.tokens)


def preface(units: Sequence[Unit], first: int, last: int) -> tuple[Evidence, ...]:
    """Return the sentences before a question, made of units ``first`` to ``last``, that name what it points at; none where nothing there does."""
    if wanted := left_open_by_question(units[first : last + 1]):
        found = _own(units, first, wanted) or _of_another(units, first, wanted)
    else:
        in_part = unnamed([units[first]])
        found = _own(units, first, in_part, in_other_words=False, room=SHORT) if in_part else ()
    return tuple(_unannounced(units[i].evidence()) for i in found)


def _unannounced(said: Evidence) -> Evidence:
    """Return a sentence without what only says that a question comes: "one last question: some told us ..."."""
    plain = plainly_put(said.quote)
    cut = len(said.quote) - len(plain)
    return said.model_copy(update={"start": said.start + cut, "quote": said.quote[cut:]}) if said.quote[cut + 1 :] == plain[1:] else said


def _own(units: Sequence[Unit], first: int, wanted: Sequence[Reference], *, in_other_words: bool = True, room: int = TOGETHER) -> tuple[int, ...]:
    """Return what whoever asks said right before: from the sentence on that names what is left, be it ``in_other_words``, and is understood alone."""
    found: list[int] = []
    i, left = first, list(wanted)
    for step in range(BEFORE):
        before = previous_of_turn(units, i)
        if before is None or not _can_be_told(units[before]) or units[before].words + sum(units[j].words for j in found) > room:
            return ()
        i = before
        found.insert(0, i)
        left = [one for one in left if not names(units[i], one, in_other_words and step == 0)]
        if not left and _begins_a_thought(units[i]):
            return tuple(found)
    return ()


def _of_another(units: Sequence[Unit], first: int, wanted: Sequence[Reference]) -> tuple[int, ...]:
    """Return the sentence at the end of what somebody else has just said that names what a question takes up with the same noun."""
    spoken = [i for i in range(max(0, first - 4 * AGAIN), first) if units[i].where == "turn"]
    own = units[first]
    said = [i for i in spoken if units[i].participant != own.participant][-AGAIN:]
    if own.where != "turn" or not said or any(not one.noun for one in wanted) or any(units[i].participant == own.participant and i > said[-1] and not is_courtesy(units[i]) for i in spoken):
        return ()
    able = [i for i in said if _can_be_told(units[i]) and _begins_a_thought(units[i]) and all(names(units[i], one, just_before=False) for one in wanted)]
    return (able[-1],) if able else ()


def _can_be_told(unit: Unit) -> bool:
    """Tell whether a sentence is whole and on the matter, so that it can be printed before a question."""
    text = straight(unit.text)
    return SHORTEST <= unit.words <= LONGEST and bool(unit.lemmas) and not (is_courtesy(unit) or is_tag(text) or is_housekeeping(text) or points_at_what_was_shown(text) or is_broken(text.replace("?", ".")))


def _begins_a_thought(unit: Unit) -> bool:
    """Tell whether a sentence is understood without the one before it."""
    found = {name: times for name, times in faults(unit).items() if name not in _OF_WHO_ASKS}
    said = plainly_put(unit.text)
    led = len(said) < len(unit.text)  # behind "one last question:" stands all of it
    return (led or is_whole(unit) and not hangs(unit)) and not takes_up_another(said) and clarity(found) >= CLEAR and not any(one.firm for one in unnamed([unit]))
