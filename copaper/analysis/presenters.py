"""Who presents which line of an agenda, as its organisers typed it, and where each begins: chairs often say only whose turn it is.

"10:40  3. Delivery in the township    O. Motaung, Spinza Deliveries" says that delivery begins where whoever leads hands over to
O. Motaung, if that one then speaks for a while.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from copaper.analysis.boundaries import is_handover
from copaper.analysis.naming import known_by, stem
from copaper.analysis.statements import is_courtesy
from copaper.analysis.units import Unit, same_place
from copaper.nameparts import WORD, fold
from copaper.namewords import TITLES
from copaper.records import Session

COLUMN = re.compile(r"\t+|\s{3,}|\s+\|\s+")
"""What keeps the columns of an agenda apart."""
LONG = 60
"""Words of a turn in which somebody presents, at least."""
TELLING, WITHIN, BETWEEN = 260, 330.0, 0.25
"""Words of a telling, seconds within which they are said, and the share of what others say meanwhile, at most."""
SOON = 150.0
"""Seconds from where whoever leads hands over to somebody until these present."""
NAMES_IT = 7
"""Words of a sentence before it that may be the name of what comes."""


def presenters(line: str, plain: str, session: Session) -> frozenset[str]:
    """Return who of those who took part stands beside an item in a ``line`` of the agenda: by their surname, and what stands before it, if that is a
    name, an initial of one or a title. What the item is called by, ``plain``, names nobody."""
    at = line.casefold().find(plain.casefold())
    beside = f"{line[:at]} {line[at + len(plain) :]}" if at >= 0 else line
    said = [fold(word) for word in WORD.findall(beside)]
    named = frozenset(person.id for person in session.participants if _stands_in(person.name, said))
    titled = [person.id for person in session.participants if _has_title(person.name, said)]
    return named or frozenset(titled if len(titled) == 1 else ())


def _stands_in(name: str, said: Sequence[str]) -> bool:
    words = [fold(word) for word in WORD.findall(name)]
    if len(words) < 2 or words[-1] not in said:
        return False
    before = said[max(0, said.index(words[-1]) - 2) : said.index(words[-1])]
    return any(word in words[:-1] or len(word) == 1 and any(own.startswith(word) for own in words[:-1]) for word in before)


def _has_title(name: str, said: Sequence[str]) -> bool:
    """Tell whether the surname of a ``name`` is ``said`` with a title before it: of several who bear it nobody knows whose it is."""
    words = [fold(word) for word in WORD.findall(name)]
    return len(words) > 1 and any(before in TITLES and surname == words[-1] for before, surname in pairwise(said))


def handed_over(agenda: Sequence[str], by_line: Sequence[frozenset[str]], units: Sequence[Unit], leading: Collection[str], known: Mapping[int, int], names: Mapping[str, Collection[str]]) -> dict[int, int]:
    """Return where whoever leads hands over to those who present a line of the ``agenda`` (place to line), in the order of the lines, beside what is
    ``known``; ``by_line`` says who presents each, and ``names`` are the folded words of the name of each participant. Only those who present one line say which it is."""
    found: dict[int, int] = {}
    moved: dict[int, int] = {}
    placed = set(known.values())
    for line, people in enumerate(by_line):
        alone = {person for person in people if sum(person in others for others in by_line) == 1} - set(leading)
        after = max((place for place, other in (known | found).items() if other < line), default=-1)
        before = min((place for place, other in known.items() if other > line), default=len(units))
        if line in placed or not alone:
            continue
        place = next(
            (led for at in range(after + 1, before) if units[at].participant in alone and _begins_long(units, at) and (led := led_by(units, at, after, leading, names[units[at].participant], known_by(agenda[line]))) is not None),
            None,
        )
        if place is not None:
            found[place] = line
        elif (place := _told_elsewhere(units, alone, leading, names, known | found | moved)) is not None:
            moved[place] = line
    return found | moved


def _told_elsewhere(units: Sequence[Unit], people: Collection[str], leading: Collection[str], names: Mapping[str, Collection[str]], taken: Mapping[int, int]) -> int | None:
    """Return where those who present a line are given the floor to tell much, out of its turn, as it was moved."""
    for at, unit in enumerate(units):
        if unit.participant in people and not (at and same_place(units[at - 1], unit)) and tells(units, at):
            led = led_by(units, at, -1, leading, names[unit.participant], frozenset())
            if led is not None:
                return led if led not in taken else None
    return None


def _begins_long(units: Sequence[Unit], at: int) -> bool:
    """Tell whether a turn begins with a unit in which somebody speaks for a while, or tells much in turns that others hardly break."""
    if at and same_place(units[at - 1], units[at]):
        return False
    words = 0
    for unit in units[at:]:
        if not same_place(unit, units[at]) or words >= LONG:
            break
        words += unit.words
    return words >= LONG or tells(units, at)


def tells(units: Sequence[Unit], at: int) -> bool:
    """Tell whether somebody tells something at length from a unit on, even if others ask in between."""
    own, others = 0, 0
    for unit in units[at:]:
        if unit.time - units[at].time > WITHIN or own >= TELLING:
            break
        if unit.participant == units[at].participant:
            own += unit.words
        else:
            others += unit.words
            if others > BETWEEN * max(own, TELLING):
                break
    return own >= TELLING


def led_by(units: Sequence[Unit], at: int, after: int, leading: Collection[str], name: Collection[str], matter: frozenset[str]) -> int | None:
    """Return with which sentence somebody leading hands over to whoever begins to speak with a unit, named by a word of their ``name``, soon before:
    in the turn that also has a word of the ``matter``, or else in the last."""
    near = [place for place in range(at - 1, after, -1) if units[at].time - units[place].time <= SOON and units[place].participant in leading]
    naming = [place for place in near if not name.isdisjoint(_folded(units[place])) and (not is_courtesy(units[place]) or is_handover(units[place].text))]
    turns = [[place for place in naming if units[place].index == index] for index in dict.fromkeys(units[place].index for place in naming)]
    on_it = [turn for turn in turns if any(not matter.isdisjoint(stem(word) for word in units[place].lowers) for place in near if units[place].index == units[turn[0]].index)]
    if not turns:
        return None
    first = (on_it or turns)[0][-1]
    while first - 1 > after and same_place(units[first - 1], units[first]) and units[first - 1].words <= NAMES_IT and not is_courtesy(units[first - 1]) and not units[first - 1].text.rstrip().endswith("?"):
        first -= 1
    return first


def _folded(unit: Unit) -> set[str]:
    return {fold(word) for word in WORD.findall(unit.text)}
