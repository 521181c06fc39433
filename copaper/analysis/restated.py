"""Questions that are put once more because the reply was none: whoever asked says so when they speak next."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copaper.analysis.units import Unit
from copaper.textclean import straight

SOON = 240.0
"""Seconds after a reply begins within which whoever asked takes the floor again."""
TURNS = 4
"""Turns after the reply among which they do."""

_LEADS = (
    r"\W*(?:(?:no|oh|sorry|okay|ok|yes|yeah|well|but|and|so|right|sure|thank you|thanks|with (?:all |due |great )*respect|chair|minister|cabinet secretary|(?:mr|madam|madame)\.? (?:chair\w*|speaker)|"
    r"(?:I|we) (?:understand|know|appreciate|hear|see|get|accept) (?:that|this|all that|what you(?:'re| are) saying))\b[\W]*)*"
)
_REJECTS = re.compile(
    rf"{_LEADS}(?:not (?:just|only) (?:in|about|on|for|with|to)\b|I(?:'m| am| was) (?:actually |really |specifically |more )*(?:referring|asking|talking|speaking)\b(?! to (?:you|someone|somebody|colleagues))|I meant\b|"
    r"(?:that(?:'s| is) (?:exactly |precisely |really |just |actually )?)?what I(?:'m| am| was)(?: actually| really)? (?:asking|getting at|trying to (?:ask|get at|understand))\b|that(?:'s| is| was) not (?:really |quite |exactly |actually )?(?:what I (?:asked|meant|was asking|am asking|'m asking)|(?:(?:answering|addressing) )?(?:my|the) question|an answer)\b|"
    r"(?:that|you|he|she|they|the (?:minister|secretary|government|member)|my (?:honourable |hon\. )?(?:friend|colleague)) (?:still |really |actually )?(?:didn't|did not|hasn't|has not|haven't|have not|doesn't|does not|don't|isn't|is not|wasn't|was not|aren't|are not) (?:really |actually |quite |even )?(?:answer|address)(?:ed|ing)?\b|"
    r"my (?:original |actual )?question (?:was|wasn't|is not|isn't)\b|(?:let me|I'll|I will|can I|may I|I'm going to) (?:just )?(?:rephrase|ask (?:it|that|the question|the same question|you) again|try (?:that |it |this )?(?:again|once more|one more time)|repeat (?:the|my|that) question|go back to my question)\b|"
    r"I(?: still| really)? (?:didn't|did not|don't|do not|am not sure I|wasn't sure I)(?: really| quite| fully)? (?:understand|follow|get|catch) (?:the|your|that) (?:answer|reply|response)\b|"
    r"I (?:didn't|did not|don't think I|still haven't|still didn't|haven't) (?:get|got|gotten|hear|heard|have|had) an answer\b)",
    re.I,
)


def restated_at(units: Sequence[Unit], asker: str, reply: int) -> int | None:
    """Return where the ``asker`` says, when they speak next after the ``reply`` has begun, that it is no answer to what they asked."""
    turns: set[int] = set()
    for i in range(reply + 1, len(units)):
        unit = units[i]
        if unit.where != "turn":
            continue
        turns.add(unit.index)
        if unit.time - units[reply].time > SOON or len(turns) > TURNS + 1:
            return None
        if unit.participant == asker:
            return i if _REJECTS.match(straight(unit.text)) else None
    return None
