"""Where the topic before ends: thanks, what was granted and who does what next belong to it, not to whoever opens what follows.

Words alone divide talk some sentences too early as a rule: nobody speaks of the old matter any more while it is closed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import zip_longest

from copaper.analysis.boundaries import Stretch
from copaper.analysis.units import Unit
from copaper.textclean import ends_as_question, straight

OPENS = 100
"""Words of whoever opens a topic, at least, in one go."""
FAR, WORDS = 14, 130
"""Sentences, and words of them, that may still belong to the topic before."""
SHORT, LONGEST = 20, 40
"""Words of a sentence that closes a topic or stands among those that do, and of one that closes it before somebody opens the next, at most."""
_CLOSES = re.compile(
    r"\b(?:thank(?:s| you)|congrat\w*|appreciate|(?:that's|that is) (?:it|all|everything)\b|(?:out of|at) time\b|(?:are|'re) (?:now |right |just )*(?:on|over) time\b|(?:nothing|nobody|no one)(?: else)? (?:in|on) the queue|(?:the end of |all )the queue\b|"
    r"(?:have|has|had|got|reached|as|no) (?:\w+ )?consensus|no objections?|(?:not|neither|nor) (?:\w+ ){0,3}object\w*|(?:heard|hear|had) (?:\w+ )?support|move on(?=\W*$)|next (?:time|meeting|plenary|call|session|webinar)|(?:I|we)(?:'ll| will) (?:do (?:that|so|it)|write|bring \w+ back|come back|follow up|get it done)|(?:talk|discuss|continue|follow up|chat|speak|discussion|(?:this|that|it)) offline)\b",
    re.I,
)
_GOES_ON = re.compile(
    r"\b(?:(?<!\bit )mov(?:e|ing) (?:on to|to|over)|moving on|(?:first|next|final|last|another|new|couple of|few|on to|question) (?:questions?|topic|item|one|up|thing|presentation)|questions?(?: now| then)? (?:is|are|from|for|on|about|around|regarding)|"
    r"(?:will|'ll|is going to|are going to|wants? to|would like to) (?:tell|talk|speak|present|show|walk|take us)|for (?:coming|joining|having|inviting|the invitation|being here)|welcome\b|guests?\b|hear (?:about|from|on)\b|the floor is yours|go ahead|slides (?:are|is)|please(?=\W*$)|"
    r"(?:turn|go|come|hand|over|back|bring) (?:\w+ ){0,2}?(?:to|in)\b(?! the notes)|the next\b(?! (?:time|meeting|plenary|call|session|webinar))|we have (?:a|an|some)\b|this is (?!all|it|great|good|fine|very))",
    re.I,
)
"""How what follows is called up."""
_ASKS_TO_CLOSE = re.compile(r"\b(?:(?:any|is there|do we have|so|for) (?:\w+ ){0,3}(?:consensus|objections?|opposition|support)|(?:dictate|read|write|give|notes)\b[^.?!]*\b(?:summary|conclusions?|key points)|final (?:thoughts|words|comments)|anything else|any other|fair to say)\b", re.I)
_FILLER = re.compile(r"^\W*(?:(?:okay|ok|all right|alright|right|yeah|yes|no|great|good|perfect|cool|so|well|um|uh|and|fantastic|excellent|sure|stuff|yep)\b\W*)+$", re.I)
"""What says nothing by itself."""


def behind_the_close(stretches: Sequence[Stretch], units: Sequence[Unit], called: Collection[int]) -> list[Stretch]:
    """Return ``stretches`` of the spoken ``units`` that begin behind what closes the topic before; at the places ``called`` the next
    matter is called up, and no stretch begins later."""
    begins = [stretch.first for stretch in stretches[:1]]
    begins += [_first(stretch.first, after.first if after else len(units), units, called) for stretch, after in zip_longest(stretches[1:], stretches[2:]) if stretch]
    return [Stretch(first, end - 1) for first, end in zip(begins, [*begins[1:], len(units)], strict=False)]


def _first(first: int, end: int, units: Sequence[Unit], called: Collection[int]) -> int:
    opening = _opening(first, end, units)
    if opening is not None:
        between = range(first, next((place for place in range(first, opening) if units[place].participant == units[opening].participant), opening))
        small_talk = not any(place in called or _goes_on(units[place]) or units[place].words > (LONGEST if _closes(units[place]) or _ASKS_TO_CLOSE.search(units[place].text) else SHORT) for place in between)
        last = max((place for place in between if _closes(units[place]) or ends_as_question(units[place].text)), default=None)
        if small_talk and last is not None and any(_closes(units[place]) for place in between):
            return next((place for place in range(last + 1, between.stop) if not _FILLER.match(units[place].text)), between.stop)
    at = first
    while at < min(end - 1, first + FAR) and at not in called and not _goes_on(units[at]) and (_FILLER.match(units[at].text) or units[at].words <= SHORT and _closes(units[at])):
        at += 1
    by_another = at > first and units[at].participant != units[at - 1].participant  # who thanks and goes on has begun
    return at if by_another and any(_closes(unit) for unit in units[first:at]) else first


def _opening(first: int, end: int, units: Sequence[Unit]) -> int | None:
    """Return where somebody begins to speak for longer, soon after a place."""
    at, words = first, 0
    while at < end and at - first <= FAR and words <= WORDS:
        after = next((place for place in range(at, end) if units[place].participant != units[at].participant), end)
        said = sum(unit.words for unit in units[at:after])
        if said >= OPENS:
            return at
        at, words = after, words + said
    return None


def _closes(unit: Unit) -> bool:
    return _CLOSES.search(straight(unit.text)) is not None


def _goes_on(unit: Unit) -> bool:
    """Tell whether a sentence calls up what follows, or asks on it."""
    text = straight(unit.text)
    return _GOES_ON.search(text) is not None or ends_as_question(text) and not _ASKS_TO_CLOSE.search(text)
