"""Where whoever leads gives the floor to somebody who has much to tell, the first time that they do: there a matter begins.

Practitioners come to a webinar each with a case of their own. A chair who has no programme calls them by name, and says no more.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from copaper.analysis.presenters import led_by, tells
from copaper.analysis.units import Unit, same_place

NEAR = 300
"""Words between two places that are one."""


def tellers(units: Sequence[Unit], leading: Collection[str], names: Mapping[str, frozenset[str]]) -> list[int]:
    """Return with which of the spoken ``units`` somebody ``leading`` gives the floor to each who tells much for the first time; ``names`` are the folded words of
    the name of each participant."""
    found: list[int] = []
    heard: set[str] = set(leading)
    for at, unit in enumerate(units):
        if unit.participant in heard or at and same_place(units[at - 1], unit) or not tells(units, at):
            continue
        heard.add(unit.participant)
        led = led_by(units, at, found[-1] if found else -1, leading, names.get(unit.participant, frozenset()), frozenset())
        if led is not None:
            found.append(led)
    return found


def apart_from(told: Sequence[int], called: Collection[int], units: Sequence[Unit]) -> list[int]:
    """Return which of the places where somebody begins to tell are not those where a line of the agenda is ``called`` up."""
    return [place for place in told if not any(sum(unit.words for unit in units[min(place, other) : max(place, other)]) < NEAR for other in called)]


def begun_before(place: int, moves: Mapping[int, float], units: Sequence[Unit]) -> int:
    """Return where the meeting ``moves`` on right before somebody begins to tell, or else that place."""
    return next((other for other in sorted(moves, reverse=True) if other <= place and moves[other] > 0 and sum(unit.words for unit in units[other:place]) < NEAR), place)
