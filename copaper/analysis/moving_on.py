"""Where somebody moves the meeting on in so many words: a topic is likelier to begin there than some sentences off.

Whoever announces a part of an own talk does so too. It counts if somebody else goes on soon after, as where a chair hands
over, or if the announcement opens a turn, as where a presenter says what the talk is on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from copaper.analysis.announcing import LATER, START, Announcement
from copaper.analysis.ownanswers import speaks_alone
from copaper.analysis.units import LIGHT, Unit, is_content, lemma
from copaper.nameparts import fold
from copaper.ordinary import given_names
from copaper.textclean import straight

SOON = 60
"""Words within which somebody else goes on where the floor is handed over."""
OPENS = 3
"""Sentences of a turn before an announcement that opens it."""
_NEXT = re.compile(
    rf"{START}(?:(?:the|our) )?(?:last up\b|(?:next|last) one(?=\W*$|[,:])|next (?:up\b|on (?:the|our) (?:agenda|list)\b|(?:item|topic|issue|section|presentation|proposal|point)\b(?: up\b| on (?:the|our) (?:agenda|list)\b|(?=\W*$|[,:]| (?:is|are|will|would|we)\b))))",
    re.I,
)
"""How the next item is called up, whether or not it is named."""
_MOVING = re.compile(rf"{START}moving (?:on|along) to\b", re.I)
"""How the meeting is moved on by a sentence that may be long."""
_QUESTIONS = re.compile(r"\bquestions\b", re.I)
"""What is handed on to somebody who asks on something else; a single question may be on the same."""
_QUEUE = re.compile(r"\bqueue\b|\bgo ahead\b", re.I)
"""What calls up somebody who wants to speak on the same."""
_WITHIN = ("question", "listed")
"""Announcements of what is spoken of within a topic."""


def moved_on(units: Sequence[Unit], announced: Sequence[Announcement], names: frozenset[str]) -> list[int]:
    """Return the places of the spoken ``units`` that move the meeting on; ``names`` are folded words of people's names."""
    said = [one for one in announced if one.how not in _WITHIN and (one.how or _QUESTIONS.search(units[one.place].text))]
    found = {one.place for one in announced if one.how and one.how != "question"} if speaks_alone(units) else {place for one in said if (place := _begins(one, units)) is not None}
    found.update(place for place, unit in enumerate(units) if _calls_up_next(unit, names) or _MOVING.match(straight(unit.text)) and _hands_over(place, units))
    return sorted(found - {0})


def _begins(one: Announcement, units: Sequence[Unit]) -> int | None:
    """Return with which unit begins what is announced, where it is no part of an own talk."""
    if one.how in ("talks", "opens") and (first := _opening(one.place, units)) is not None:
        return first
    return one.place if _hands_over(one.place, units) else None


def _hands_over(place: int, units: Sequence[Unit]) -> bool:
    """Tell whether somebody else speaks soon after a unit."""
    words = 0
    for unit in units[place + 1 :]:
        if unit.participant != units[place].participant:
            return True
        words += unit.words
        if words > SOON:
            break
    return False


def _opening(place: int, units: Sequence[Unit]) -> int | None:
    """Return the unit with which somebody begins to speak at most a few sentences before a unit, if that is so."""
    first = place
    while first and units[first - 1].participant == units[place].participant:
        first -= 1
        if place - first > OPENS:
            return None
    return first


def _calls_up_next(unit: Unit, names: frozenset[str]) -> bool:
    """Tell whether the next item is called up, not the next who wants to speak ("next up we have Thandi")."""
    text = straight(unit.text)
    call = _NEXT.match(text)
    if call is None or LATER.search(text) or _QUEUE.search(text):
        return False
    rest = [token for token in unit.tokens if token.idx - unit.span.start_char >= call.end() and is_content(token) and lemma(token) not in LIGHT]
    return not rest or not all(fold(token.text) in names or token.pos_ == "PROPN" and fold(token.text) in given_names()[0] for token in rest)
