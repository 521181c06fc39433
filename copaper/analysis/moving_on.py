"""Where somebody moves the meeting on in so many words: a topic is likelier to begin there than some sentences off.

Whoever announces a part of an own talk does so too. It counts if somebody else goes on soon after, as where a chair hands
over, or if the announcement opens a turn, as where a presenter says what the talk is on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from copaper.analysis.announcing import BY_NAME, FORETOLD, LATER, OFTEN, SPEAKS, START, WE, Announcement, ended_by, spoken
from copaper.analysis.ownanswers import speaks_alone
from copaper.analysis.units import LIGHT, Unit, is_content, lemma
from copaper.nameparts import fold
from copaper.ordinary import given_names
from copaper.textclean import straight

ON, FAR, ITEM = 0.6, 1.5, 3.0
"""How much likelier a topic begins where the meeting is moved on, and where that is to questions on what is then spoken of for long, or to an item."""
NEVER = -5.0
"""How much likelier it begins where the same is brought to its point."""
JUST_BEFORE = 12
"""Sentences in which a new matter was not spoken of yet."""
LASTS = 250
"""Words that a matter is spoken of for, at least."""
SOON = 60
"""Words within which somebody else goes on where the floor is handed over."""
OPENS = 3
"""Sentences of a turn before an announcement that opens it."""
GIVES = 30
"""Words in which a chair gives the floor, at most."""
_NEXT = re.compile(
    rf"{START}(?:(?:I think )?{WE}(?: now| just| go ahead and)* (?:move|go|jump|proceed|turn|get|switch|skip)(?: on| over| ahead)? to )?(?:(?:the|our) )?(?:last up\b|(?:next|last) one(?=\W*$|[,:])|next (?:up\b|on (?:the|our) (?:agenda|list)\b|(?:agenda )?(?:item|topic|issue|section|presentation|proposal|point)\b(?: up\b| on (?:the|our) (?:agenda|list)\b|(?=\W*$|[,:]| (?:is|are|will|would|we)\b))))",
    re.I,
)
"""How the next item is called up, whether or not it is named."""
_MOVING = re.compile(rf"{START}moving (?:on|along) to\b", re.I)
"""How the meeting is moved on by a sentence that may be long."""
_QUESTIONS = re.compile(r"\bquestions\b", re.I)
"""What is handed on to somebody who asks on something else; a single question may be on the same."""
_QUEUE = re.compile(r"\bqueue\b|\bgo ahead\b", re.I)
"""What calls up somebody who wants to speak on the same."""
_GOES_ON = re.compile(
    rf"{START}(?:just )?(?:(?:based on|given|in (?:the )?light of) (?:this|that|the|what) (?:conversation|discussion|feedback|(?:we|I)(?:'ve| have)? (?:just )?(?:heard|said|discussed))\b"
    r"|(?:does|is|would) any(?:one|body)(?: else)?(?: here)? (?:feel|think|object|agree|disagree|oppose|opposed|against)\b)",
    re.I,
)
"""How what was spoken of is brought to its point: no topic begins there."""
_ASKED = ("asks", "puts")
"""Announcements of what is asked on, by a chair or by whoever asks."""
_WITHIN = ("question", "listed", "closed")
"""Announcements of what is spoken of within a topic."""


def moved_on(units: Sequence[Unit], announced: Sequence[Announcement], names: frozenset[str]) -> dict[int, float]:
    """Return the places of the spoken ``units`` that move the meeting on or stay, with how much likelier a topic begins there; ``names`` are folded words of people's names."""
    said = [one for one in announced if one.how not in _WITHIN and (one.how or _QUESTIONS.search(units[one.place].text))]
    alone = speaks_alone(units)
    found = {one.place: ON for one in announced if one.how not in ("", "question", "closed")} if alone else {place: ON for one in said if (place := _begins(one, units)) is not None}
    found.update((place, ON) for place, unit in enumerate(units) if _calls_up_next(unit, names) or _MOVING.match(straight(unit.text)) and _hands_over(place, units))
    for one, following in zip_longest(announced, announced[1:]):
        end = following.place if following else len(units)
        if one.how in _ASKED and (place := _begins(one, units)) is not None and is_matter(one, units, end):
            found[place] = FAR
        elif one.how in (FORETOLD, BY_NAME):
            after = ended_by(one, announced, units)
            if sum(unit.words for unit in units[one.place : after.place if after else len(units)]) >= LASTS:
                found[one.place] = ITEM
        elif one.how == "listed" and alone and sum(unit.words for unit in units[one.place:end]) >= LASTS:
            found[one.place] = ITEM
        elif one.how == "line" and one.name and (place := _begins(one, units)) is not None and sum(unit.words for unit in units[place:end]) >= LASTS:
            found[place] = ITEM
    found.update((place, NEVER) for place, unit in enumerate(units) if _GOES_ON.match(straight(unit.text)))
    return {place: likelier for place, likelier in sorted(found.items()) if place}


def is_matter(one: Announcement, units: Sequence[Unit], end: int) -> bool:
    """Tell whether what is announced was not spoken of just before, and is for some time before the ``end``, where something else is."""
    after = units[one.place + 1 : end]
    places = [place for place, unit in enumerate(after) if not set(one.words).isdisjoint(unit.lemmas)]
    lasts = sum(unit.words for unit in after[: places[-1] + 1]) if places else 0
    new = spoken(one.words, units[max(0, one.place - JUST_BEFORE) : one.place], OFTEN) < SPEAKS
    return new and lasts >= LASTS and spoken(one.words, after, OFTEN) >= SPEAKS


def _begins(one: Announcement, units: Sequence[Unit]) -> int | None:
    """Return with which unit begins what is announced, where it is no part of an own talk."""
    if one.how in ("talks", "opens", "puts") and (first := _opening(one.place, units)) is not None:
        return given(first, units) if one.how == "puts" else first
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


def given(first: int, units: Sequence[Unit]) -> int:
    """Return the unit with which somebody else gives the floor in a few words to whoever begins with a unit, or that unit."""
    begin, words = first, 0
    while begin and units[begin - 1].participant == units[first - 1].participant and words <= GIVES:
        begin -= 1
        words += units[begin].words
    return begin if words <= GIVES else first


def _calls_up_next(unit: Unit, names: frozenset[str]) -> bool:
    """Tell whether the next item is called up, not the next who wants to speak ("next up we have Thandi")."""
    text = straight(unit.text)
    call = _NEXT.match(text)
    if call is None or LATER.search(text) or _QUEUE.search(text, call.end()):
        return False
    rest = [token for token in unit.tokens if token.idx - unit.span.start_char >= call.end() and is_content(token) and lemma(token) not in LIGHT]
    return not rest or not all(fold(token.text) in names or token.pos_ == "PROPN" and fold(token.text) in given_names()[0] for token in rest)
