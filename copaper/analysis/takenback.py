"""Replies that who gave them takes back soon after: "I realise I misspoke". What they say then is their reply."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copaper.analysis.amounts import figures
from copaper.analysis.answers import SHARED, Asked, can_answer, with_neighbours
from copaper.analysis.units import Unit, same_place
from copaper.textclean import straight

SOON = 240.0
"""Seconds after a reply within which whoever gave it takes it back."""
NEXT = 3
"""Sentences behind such words, of the same turn, among which the right one stands."""

_TAKES_BACK = re.compile(
    r"\W*(?:(?:oh|no|sorry|um|uh|wait|actually|yeah|yes|okay|ok|well|so|and|but|right|just|again|(?:I(?:'m| am) )?(?:sorry|afraid)(?: that)?|I (?:just |now |also |do )*(?:think|realise|realize|realised|realized|notice|noticed|see|saw)(?: now)?(?: that)?)\W+){0,5}"
    r"(?:I (?:may |might |must )?(?:have )?(?:misspoke|misspoken)\b|I stand corrected\b|I take (?:that|it) back\b|(?:I )?(?:have to |need to |must |should |let me |want to )(?:just )?correct (?:myself|(?:what|something) I said)|scratch that\b|my mistake\b|"
    r"I (?:was|am) (?:wrong|mistaken|incorrect)(?: (?:there|earlier|before|just now|a moment ago|about (?:that|this|it)|when I said|in saying|in what I said)\b|\W*$)|"
    r"what I (?:just )?said (?:earlier |before |just now )?(?:was|is) (?:wrong|incorrect|not (?:quite |entirely )?(?:right|correct|true))|I (?:said|got|had) (?:that|it) wrong\b|(?:[^.?!]{1,40}\. )?I beg your pardon\W+I (?:misunderstood|misheard)\b|I (?:misunderstood|misheard) (?:you|the question|your question|that)\b)",
    re.I,
)
"""How somebody takes back what they said."""


def set_right(units: Sequence[Unit], runs: Sequence[tuple[int, int]], asked: Asked) -> tuple[tuple[int, int], ...]:
    """Return the passages of a reply, or in their place those with which its speaker sets it right: what they say then has words or numbers
    of the reply or the question."""
    first, last = units[runs[0][0]], runs[-1][1]
    matter = [asked.question, *(units[i] for start, end in runs for i in range(start, end + 1))]
    words = {lemma for unit in matter for lemma in unit.lemmas}
    numbers = {number for unit in matter for number in figures(unit.text)}
    for i, unit in enumerate(units[last + 1 :], last + 1):
        if unit.time - units[last].time > SOON:
            break
        if unit.participant != first.participant or unit.where != first.where or _TAKES_BACK.match(straight(unit.text)) is None:
            continue
        said = [j for j in range(i, min(len(units), i + 1 + NEXT)) if same_place(units[j], unit)]
        for j in said:
            shared = len(words.intersection(units[j].lemmas)) + len(numbers.intersection(figures(units[j].text)))
            if can_answer(units[j]) and shared >= SHARED:
                return (with_neighbours(units, j, [k for k in said if k >= j], asked),)
    return tuple(runs)
