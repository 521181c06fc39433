"""What somebody is asked to send, and says that they will: "could you let us have the list?" – "I'm sure we can do that".

Where people came to ask, most that is promised is promised so. The reply says little without the request, so the two belong together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copaper.analysis.units import Unit, same_place
from copaper.textclean import straight

SOON = 30.0
"""Seconds after a request within which the next to speak replies to it."""
FIRST = 3
"""Sentences of that turn among which one says so."""
SHORTEST, LONGEST = 5, 60
"""Words of either."""

_SOMETHING = r"(?:notes?|lists?|cop(?:y|ies)|figures?|data|numbers|details?|information|targets?|breakdowns?|reports?|reviews?|papers?|minutes|slides|letters?|evidence|templates?|links?|documents?|forms|contacts|results?|statistics|analys[ie]s)"
_SENDS = r"(?:share|send|provide|supply|forward|circulate|let (?:us|me|the \w+) have|give (?:us|the (?:committee|board|group|panel)))"
_REQUESTS = re.compile(
    rf"\b(?:(?:would|could|can|will) you (?:(?:please|perhaps|maybe|also|just|possibly) )*(?:be (?:willing|able|happy|prepared) to )?|(?:perhaps|maybe) you (?:could|can|would) |(?:be (?:very |most )?grateful|appreciate it) if you (?:could|would) )(?:\w+ )?{_SENDS}\b(?=[^.?!]*\b{_SOMETHING}\b)|"
    rf"(?:\bwould|'d) (?:be (?:very |most )?grateful for|welcome|appreciate) (?:an?|the|some|any) (?:\w+ )?{_SOMETHING}\b",
    re.I,
)
_ASSENTS = re.compile(
    r"\b(?:I|we)(?:'ll|'d| can| could| will| would)(?: (?:certainly|definitely|also|happily|gladly|of course|probably|then|be (?:happy|glad|able|pleased) to))* (?:do (?:that|it|so)|send|share|provide|supply|let you|get|give|have (?:that|it|those|a|the)|write|circulate|forward|find (?:that|it|those|out))\b",
    re.I,
)
_NOT_SO = re.compile(r"\b(?:not|\w+n't|(?<!sure )(?<!certain )that)(?: \w+){0,2} $|\b(?:but|because|whether|unless|when|if(?! (?:that (?:helps|is|would)|it(?:'s| is)|you (?:like|want|wish))\b))\b", re.I)
"""What before such words takes them back."""
_BROKEN_OFF = re.compile(r"(?:—|–|--)\s*\.\s+")
_GOES_ON = re.compile(r"\s*[,;–—-]+\s*(?:but|although|though)\b.*", re.I | re.S)
"""How somebody goes on to something else."""


def requested(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Yield the places of each request to send something, and of the reply that says that it will be done."""
    for i, unit in enumerate(units):
        if unit.where != "turn" or not SHORTEST <= unit.words <= LONGEST or not _REQUESTS.search(straight(unit.text)):
            continue
        after = next((j for j in range(i + 1, len(units)) if units[j].where == "turn" and units[j].participant != unit.participant), None)
        if after is None or units[after].time - unit.time > SOON:
            continue
        said = (j for j in range(after, min(len(units), after + FIRST)) if same_place(units[j], units[after]) and units[j].words <= LONGEST)
        reply = next((j for j in said if promised_in(units[j]) is not None), None)
        if reply is not None:
            yield i, reply


def promised_in(unit: Unit) -> tuple[int, int] | None:
    """Return from where to where a sentence says that something will be done, in characters of its text: without what broke off before, and
    what it goes on to; None where it says no such thing."""
    text = straight(unit.text)
    found = _ASSENTS.search(text)
    if found is None or text.rstrip().endswith("?") or _NOT_SO.search(text, 0, found.start()):
        return None
    start = max((broken.end() for broken in _BROKEN_OFF.finditer(text, 0, found.start())), default=0)
    end = _GOES_ON.search(text, found.end())
    own = start, end.start() if end else len(text)
    return own if len(text[slice(*own)].split()) >= SHORTEST else None
