"""What else a stretch of talk is on than its topic is called by.

Where members put questions in turn, or an item runs into the next, a stretch holds more than one phrase can name: "Wage
subsidy" above an hour of which ten minutes are on it. Above such a stretch a chair would write "Wage subsidy and N95 masks". So a
name that is spoken of in a small part of its stretch gets beside it what most of the rest speaks of.

Two readers of 64 such headings, blind of which was which, took 41 and 39 of those made so for what a chair would write, and 21 and 24 of
the single ones; they held the wider name for the better one in 49 and 45 cases, the single one in 12 and 13.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from copaper.analysis.labels import Name
from copaper.analysis.units import Unit

NEAR = 80
"""Words on either side of a sentence that has a name's words which are on it."""
COVERED = 0.45
"""Share of a stretch's words that are on what its name says, from which that is enough."""
NEW = 0.12
"""Share of them that a further name has to bring."""
OFTEN = 3
"""Sentences of the stretch that have its words, at least."""
FOCUS = 0.5
"""Share of a name's mentions of which more fall into its stretch."""
LIKELIEST = 25
"""Names of a stretch that are looked at, the likeliest first."""
LONG, MOST = 3000, 3
"""Words of a stretch from which it may have so many names; a shorter one has one less."""
_SAYS_LITTLE = re.compile(
    r"\b(?:group|space|side|people|devs?|use|case|step|term|version|update|proposal|document|text|prior art|foot ?gun|toy problem)s?$|"
    r"\b(?:government|millions|thousands|hundreds|billions|mr|mrs|ms|dr|prof|mayor|minister|senator|councillor|premier|president|family|brothers|sisters|and)\b|(?-i:\b[a-z]+ \d+$)", re.I,
)
"""Names that tell nothing beside another."""


def further(
    label: str, said: Sequence[Unit], known: Callable[[str], frozenset[str]], names_of: Callable[[], Sequence[Name]], is_fit: Callable[[str, Sequence[str]], bool]
) -> tuple[str, ...]:
    """Return what else a stretch is called by, in which the units ``said`` were said: the likeliest of further names that most of the rest is
    on. ``known`` says what words are known by, ``is_fit`` whether a name may stand beside others. Two phrases that are a label name enough."""
    if " and " in label or "," in label:
        return ()
    words, lengths = [known(unit.text) for unit in said], [unit.words for unit in said]
    total, told = sum(lengths), [label]
    covered = _near(known(label), words, lengths)
    enough = COVERED * total
    if _share(covered, lengths) >= enough:
        return ()
    usable = ((name.text, known(name.text)) for name in names_of()[:LIKELIEST] if " " in name.text and name.count >= OFTEN and name.focus > FOCUS and not _SAYS_LITTLE.search(name.text))
    near = {text: _near(own, words, lengths) for text, own in usable if sum(own <= one for one in words) >= OFTEN}
    while len(told) < (MOST if total >= LONG else MOST - 1) and _share(covered, lengths) < enough:
        brings = {text: _share([new and not old for new, old in zip(place, covered, strict=True)], lengths) for text, place in near.items() if is_fit(text, told)}
        best = max(brings, key=lambda text: brings[text], default="")
        if not best or brings[best] < NEW * total:
            break
        told.append(best)
        covered = [old or new for old, new in zip(covered, near[best], strict=True)]
    return tuple(told[1:])


def _near(name: frozenset[str], words: Sequence[frozenset[str]], lengths: Sequence[int]) -> list[bool]:
    """Tell of each sentence whether it has the words of a name, or stands near one that has."""
    near = [False] * len(words)
    for place in (place for place, one in enumerate(words) if name <= one):
        for step in (1, -1):
            at, away = place, 0
            while 0 <= at < len(words) and away <= NEAR:
                near[at], away, at = True, away + lengths[at], at + step
    return near


def _share(marked: Sequence[bool], lengths: Sequence[int]) -> int:
    return sum(length for one, length in zip(marked, lengths, strict=True) if one)
