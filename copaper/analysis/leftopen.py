"""Questions that stay without an answer because somebody says so: whoever asks waits for none now, or the meeting leaves it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copaper.analysis.units import Unit, same_place
from copaper.textclean import straight

NEAR = 3
"""Sentences around a question, of the same breath, among which its asker says that they wait for no answer."""

_STAYS_OPEN = re.compile(
    r"\b(?:leave|left|leaving|keep|park|parked|parking) (?:that|this|it|the question|those) (?:one |question )?open\b|"
    r"\b(?:that|this|it|that one|that question|this question)(?:'s| is| remains| stays)(?: then| also| still| therefore| so| left)* (?:open|an open question|unanswered)(?= for now| today| then|\W*$|[,.;!])|"
    r"\b(?:we|I) (?:don't|do not) have an answer(?: to (?:that|this|it))?(?: today| now| yet| here| for you)?(?=\W*$|[,.;!])|\bnobody (?:here )?(?:has an answer|knows the answer)\b",
    re.I,
)
_WAIVES = re.compile(r"\b(?:we|you|I) (?:\w+ )?(?:cannot|can't|won't|don't) (?:get|have|need|expect) an answer (?:(?:for|to|on) (?:this|that|it) )?(?:now|today|yet|here|right away)\b", re.I)


_OPEN_FOR_SOMEBODY = re.compile(r"\b(?:for|to|with) (?:them|him|her|us|me|you|(?-i:[A-Z])\w+),? (?:it|that|this)(?:'s| is| remains| stays) (?:still )?open\b", re.I)
"""What is open in the books of somebody, and no question: "for them it's still open"."""


def stays_open(unit: Unit) -> bool:
    """Tell whether somebody says of a question that it stays without an answer."""
    return _STAYS_OPEN.search(straight(unit.text)) is not None and _OPEN_FOR_SOMEBODY.search(straight(unit.text)) is None


def waived(units: Sequence[Unit], at: int) -> int | None:
    """Return where whoever puts the question ``units[at]`` says beside it that they wait for no answer now."""
    near = range(max(0, at - NEAR), min(len(units), at + NEAR + 1))
    return next((i for i in near if same_place(units[i], units[at]) and _WAIVES.search(straight(units[i].text))), None)
