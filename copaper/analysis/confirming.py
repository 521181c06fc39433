"""Statements that somebody puts to another to be confirmed: "..., is that correct?" asks, it does not tell.

The statement belongs to the question. Unless the reply says yes, nobody has said it for a fact.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from copaper.analysis.statements import hangs, is_whole
from copaper.analysis.units import LONGEST, Unit, same_place
from copaper.records import Evidence, Session
from copaper.textclean import straight

LEAST, STATED = 5, 2
"""Words of a statement that is put so, and sentences of it at most."""

_LEADS = r"\W*(?:(?:so|and|or|well|but|now|again|first|just|sorry)\W+)*"
_SO = r"(?:(?:a )?(?:fair|correct|right|true|accurate|reasonable)(?: (?:assessment|summary|statement|comment|description|reading|understanding|reflection|characteri[sz]ation|assumption|thing to say|to say|to assume|way (?:of putting|to put) it))?|the (?:case|intention|plan|idea|aim|expectation)|still the case|your (?:view|understanding|position|experience|assessment)|how you (?:see|understand|read) (?:it|that|this))"
_TAG = re.compile(
    rf"{_LEADS}(?:(?:is|was|isn't|wasn't|would|wouldn't) (?:that|it|this) (?:be |not )?(?:still )?{_SO}(?: or not)?|(?:am I|are we) (?:right|correct|wrong)(?: (?:in|about|on) (?:that|this|thinking that|saying that|thinking so))?|"
    r"(?:have I|did I) (?:got|get|gotten|understood|understand|read) (?:that|this|it|you) (?:right|correctly|rightly)|(?:do|would|don't|wouldn't) you (?:not )?(?:agree|accept|recogni[sz]e|share|say)(?: (?:with )?(?:that|this|so)(?: (?:view|picture|description|assessment|concern|characteri[sz]ation))?)?)\W*\?",
    re.I,
)
_YES = re.compile(
    r"\W*(?:(?:well|so|okay|ok|um+|uh+|oh|I think|I'd say|I would say)\W+)*(?:yes|yeah|yep|yup|absolutely|definitely|exactly|indeed|correct|true|of course|certainly|sure|I (?:do|would|think so|agree|accept that)|it (?:is|was|has|does)(?=\W*$|[.,;!])|"
    r"(?:that|it|this)(?:'s| is| was| would be) (?:(?:absolutely|quite|exactly|certainly|very|a) )*(?:right|correct|true|fair|accurate|the case)|you(?:'re| are) (?:(?:absolutely|quite|exactly) )*(?:right|correct))\b(?!,? but\b)",
    re.I,
)
_IT_SEEMS = re.compile(r"\W*(?:(?:so|and|but|now)\W+)*it (?:would )?(?:seems?|appears?|looks|sounds|follows)\b", re.I)
"""An "it" that points at nothing."""

_POINTS = re.compile(r"\b(?:find|found|think|see|saw|consider|call|make|do|say|said|mean|with|about|of|on|for|like) (?:that|this|it)(?= (?:quite|very|an?|to|as|really|rather|so|is|was)\b|\W*$)", re.I)
"""A "that" for what was said before: "I find that rather a lot"."""


def is_tag(text: str) -> bool:
    """Tell whether a sentence asks only whether the one before it is so."""
    return _TAG.fullmatch(straight(text).rstrip(" \"'”’)")) is not None


def put_to_confirm(units: Sequence[Unit], at: int) -> int | None:
    """Return where the statement begins that the tag ``units[at]`` puts, if it can be read alone, or with the one before it that it
    points at, else None."""
    if not is_tag(units[at].text):
        return None
    for begin in range(at - 1, max(-1, at - 1 - STATED), -1):
        before = units[begin]
        if not same_place(before, units[at]) or not LEAST <= before.words <= LONGEST or before.text.rstrip().endswith("?") or not is_whole(before):
            return None
        if _POINTS.search(straight(before.text)) is None and (not hangs(before) or _IT_SEEMS.match(before.text)):
            return begin
    return None


def is_only_asked(session: Session, said: Evidence) -> bool:
    """Tell whether words are put to somebody with a tag, and the next to speak does not say yes."""
    if said.where != "turn":
        return False
    turn = session.turns[said.index]
    tag = _TAG.match(straight(turn.text[said.end : said.end + 200]))
    if tag is None:
        return False
    following = next((other for other in session.turns[said.index + 1 : said.index + 3] if other.participant != turn.participant), None)
    return following is None or _YES.match(straight(following.text[:200])) is None
