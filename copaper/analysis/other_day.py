"""The day that somebody puts right as soon as they have named it: "Monday. Okay, Tuesday, because Monday I've got a site visit."

Whoever reads the first day alone waits on the wrong one, so what puts it right is told with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from copaper.analysis.passages import next_of_turn
from copaper.analysis.units import Unit
from copaper.datewords import DATEWORDS
from copaper.textclean import ends_as_question, straight

SENTENCES, WORDS = 3, 40
"""Sentences behind that are looked at, and words of these, at most."""
BARE = 4
"""Words of a sentence that names but the day."""
_NTH = "(?:twenty[- ]|thirty[- ])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)"
_DAY = re.compile(rf"\b(?:{'|'.join(sorted(DATEWORDS - {'may', 'march'}))}|tomorrow|tonight|(?:next|this) (?:week|month)|the {_NTH}(?! (?!(?:of|and|or|so|because|but|then|at|in|for|if)\b)[a-z])|\d{{1,2}}(?:st|nd|rd|th))\b|^\W*(?:no\W+)?{_NTH}\W*$|\b(?-i:May|March)\b", re.I)
_ANEW = re.compile(r"^\W*(?:(?:um|uh|eish|ja|yes|and)\W+)*(?:no|nee|not|oka?y|well|sorry|actually|rather|wait|let me|let's|say|make (?:it|that)|or|I mean|then|that's)\b", re.I)
"""How somebody begins who puts it right, or says which day it is."""


def put_right(units: Sequence[Unit], last: int) -> int:
    """Return where somebody has named another day than in sentence ``last`` of theirs, or that day once more, or ``last`` if they do not; where that names none,
    only right behind it."""
    found, place, words = last, last, 0
    for step in range(SENTENCES):
        after = next_of_turn(units, place)
        if after is None or words + units[after].words > WORDS or ends_as_question(units[after].text):
            break
        place, words = after, words + units[after].words
        if names_day(units[after]) and (units[after].words <= BARE or _ANEW.match(straight(units[after].text))):
            found = after
        if not step and found == last and not names_day(units[last]):
            break
    return found


def names_day(unit: Unit) -> bool:
    """Tell whether a sentence names a day, or a time to count from."""
    return _DAY.search(straight(unit.text)) is not None
