"""How whoever asks opens a matter: "I wanted to ask you about the seed bank", "With regard to the seed bank, is it full?".

Most questions stay within a matter. One is opened where what it names was not spoken of just before, and its words come
back for some time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from copaper.analysis.announcing import LATER, LEFT_OPEN, LONGEST, START, WE, Announcement, phrase_at, words_of
from copaper.analysis.moving_on import given, is_matter
from copaper.analysis.units import Unit
from copaper.textclean import straight

OPENS = 4
"""Sentences of a turn within which it is said what it asks on."""
ASKS = 10
"""Sentences behind these within which it is asked, whoever breaks in."""
AWAY = 150
"""Words that others have said since whoever opens a matter last spoke."""
_NOW = r"(?:,? (?:now|then|first|next|just|also|quickly|briefly|maybe|perhaps|again|a (?:little )?bit)\b){0,4},?"
_ASKS_ON = re.compile(
    rf"(?:{WE}|\bcould I\b|\bif (?:we|I)(?: can| could| may| might)?){_NOW} (?:(?:ask|raise|pick up|touch|press|explore|come back|come in|return)\b(?: (?:you|the minister|him|them|a|an|some|few|my|one|more|final|last|further|brief|quick|question|questions|then|also|both|all|again|please)\b,?){{0,6}}{_NOW} (?:about|on|around|regarding|concerning|to)\b"
    rf"|(?:\w+ ){{0,6}}?look(?:ing)?\b{_NOW}(?: (?:more|very|a bit|quite))?(?: \w+ly)?{_NOW} at\b)",
    re.I,
)
"""How somebody says what a question is on."""
_ASK = re.compile(r"\bask\b", re.I)
"""What says that it is asked, however late the question comes."""
_FRONT = re.compile(
    rf"{START}(?:firstly |finally |lastly )?(?:with regards? to|in relation to|in terms of|in respect of|as regards|regarding|concerning|when it comes to|on (?:the (?:issue|question|subject|point|matter|topic|theme) of|(?=(?:the |your |our )?[\w' -]{{3,60}},)))\b",
    re.I,
)
"""What a question is on that stands in front of it, up to a comma."""


def asked_on(units: Sequence[Unit], told: Sequence[Announcement], names: frozenset[str]) -> list[Announcement]:
    """Return what whoever asks opens in spoken ``units`` beside what is ``told`` already, in time; ``names`` are folded words of people's names."""
    called = {one.place for one in told if one.name}
    said = [one for first, last in _turns(units) if called.isdisjoint(range(given(first, units), first + OPENS)) and (one := _opened(first, last, units, names))]
    ends = sorted({*(one.place for one in (*told, *said)), len(units)})
    return [one for one in said if is_matter(one, units, next(end for end in ends if end > one.place))]


def _turns(units: Sequence[Unit]) -> list[tuple[int, int]]:
    """Return the places of the first and the last unit of each run of one voice."""
    firsts = [place for place, unit in enumerate(units) if not place or units[place - 1].participant != unit.participant]
    return [(first, (following or len(units)) - 1) for first, following in zip_longest(firsts, firsts[1:])]


def _opened(first: int, last: int, units: Sequence[Unit], names: frozenset[str]) -> Announcement | None:
    if given(first, units) == first or not _was_away(first, units):
        return None
    asked = any("?" in unit.text and unit.participant == units[first].participant for unit in units[first : first + OPENS + ASKS])
    for place in range(first, min(last, first + OPENS - 1) + 1):
        unit = units[place]
        text = straight(unit.text)
        call = _ASKS_ON.search(text) or _FRONT.match(text)
        if call is None or not (asked or _ASK.search(call.group())) or unit.words > LONGEST or LATER.search(text) or LEFT_OPEN.search(text[: call.start()]):
            continue
        phrase = phrase_at(unit, call.end(), names)
        if phrase and (call.re is _ASKS_ON or unit.span.doc[phrase[-1].i + 1 :][:1].text in (",", "—", "–", ":")):
            return Announcement(place, "puts", "".join(token.text_with_ws for token in phrase).strip(), words_of(phrase))
    return None


def _was_away(first: int, units: Sequence[Unit]) -> bool:
    """Tell whether whoever begins to speak with a unit has not spoken for some time."""
    words = 0
    for unit in reversed(units[:first]):
        if unit.participant == units[first].participant:
            return False
        words += unit.words
        if words > AWAY:
            break
    return True
