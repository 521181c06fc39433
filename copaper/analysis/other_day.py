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
_DAY = re.compile(rf"\b(?:{'|'.join(sorted(DATEWORDS - {'may', 'march'}))}|tomorrow|tonight|(?:next|this) (?:week|month)|the {_NTH}(?! (?!(?:of|and|or|so|because|but|then|at|in|for|if)\b)[a-z])|\d{{1,2}}(?:st|nd|rd|th))\b|^\W*(?:no\W+)?{_NTH}\W*$|\b(?:in|of|by|until|till|before|early|late|mid|end|\d{{1,2}}(?:st|nd|rd|th)?) (?-i:May|March)\b|\b(?-i:May|March) (?:the )?\d", re.I)
_ANEW = re.compile(r"^\W*(?:(?:um|uh|eish|ja|yes)\W+)*(?:no|nee|oka?y|sorry|actually|rather|wait|let me say|let's say|say|make (?:it|that)|or|I mean)\b", re.I)
"""How somebody begins who puts it right."""
SOON = 45
"""Characters of such a sentence within which it names the day."""


def put_right(units: Sequence[Unit], last: int) -> int:
    """Return where somebody has named another day than in sentence ``last`` of theirs, or that day once more, or ``last`` if they do not; where that names none,
    only right behind it."""
    found, place, words = last, last, 0
    for step in range(SENTENCES):
        after = next_of_turn(units, place)
        if after is None or words + units[after].words > WORDS or ends_as_question(units[after].text):
            break
        place, words = after, words + units[after].words
        if _names_it(units[after]):
            found = after
        if not step and found == last and not names_day(units[last]):
            break
    return found


def _names_it(unit: Unit) -> bool:
    """Tell whether a sentence names but the day, or puts one right and tells nothing that was."""
    text, day = straight(unit.text), _DAY.search(straight(unit.text))
    if day is None or "VBD" in unit.tags:
        return False
    return unit.words <= BARE and not {"VERB", "AUX"}.intersection(unit.parts) or _ANEW.match(text) is not None and day.start() <= SOON


def names_day(unit: Unit) -> bool:
    """Tell whether a sentence names a day, or a time to count from."""
    return _DAY.search(straight(unit.text)) is not None
