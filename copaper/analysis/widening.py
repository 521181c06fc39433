"""A topic's name made to hold what else its stretch of talk is on.

Where members put questions in turn, or an item runs into the next, a stretch holds more than one phrase can name: "Wage
subsidy" above an hour of which ten minutes are on it. Of such a stretch a chair would write "Wage subsidy and N95 masks". So a
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
"""Share of a name's mentions that fall into its stretch, at least."""
LIKELIEST = 25
"""Names of a stretch that are looked at, the likeliest first."""
LONG, MOST = 3000, 3
"""Words of a stretch from which it may have so many names; a shorter one has one less."""
_PARTS = re.compile(r",? and |, ")
_SAYS_LITTLE = re.compile(
    r"\b(?:group|space|side|people|devs?|use|case|step|term|version|update|proposal|document|text|prior art|foot ?gun|toy problem)s?$|"
    r"\b(?:government|millions|thousands|hundreds|billions|mr|mrs|ms|dr|prof|and)\b|(?-i:\b[a-z]+ \d+$)", re.I,
)
"""Names that tell nothing beside another."""


def parts_of(label: str) -> list[str]:
    """Return the phrases that a name is made of."""
    return [part for part in _PARTS.split(label) if part]


def widened(
    label: str, said: Sequence[Unit], known: Callable[[str], frozenset[str]], names_of: Callable[[], Sequence[Name]], is_fit: Callable[[str, Sequence[str]], bool]
) -> str:
    """Return a name of a stretch, in which the units ``said`` were said, together with the likeliest of further names that most of the rest
    is on. ``known`` says what words are known by, ``is_fit`` whether a name may stand beside others."""
    words, lengths = [known(unit.text) for unit in said], [unit.words for unit in said]
    total, told = sum(lengths), parts_of(label)
    covered = _any([_near(known(part), words, lengths) for part in told])
    enough = COVERED * total
    if _share(covered, lengths) >= enough:
        return label
    further = {name.text: _near(known(name.text), words, lengths) for name in names_of()[:LIKELIEST] if _is_usable(name, words, known)}
    while len(told) < (MOST if total >= LONG else MOST - 1) and _share(covered, lengths) < enough:
        brings = {text: _share([new and not old for new, old in zip(near, covered, strict=True)], lengths) for text, near in further.items() if is_fit(text, told)}
        best = max(brings, key=lambda text: brings[text], default="")
        if not best or brings[best] < NEW * total:
            break
        told.append(best)
        covered = _any((covered, further[best]))
    return label if told == parts_of(label) else f"{', '.join(told[:-1])} and {told[-1]}"


def _is_usable(name: Name, words: Sequence[frozenset[str]], known: Callable[[str], frozenset[str]]) -> bool:
    """Tell whether a name is a phrase that says something, often enough, and of this stretch."""
    plain = " " in name.text and not _SAYS_LITTLE.search(name.text)
    return plain and name.count >= OFTEN and name.focus >= FOCUS and sum(known(name.text) <= one for one in words) >= OFTEN


def _near(name: frozenset[str], words: Sequence[frozenset[str]], lengths: Sequence[int]) -> list[bool]:
    """Tell of each sentence whether it has the words of a name, or stands near one that has."""
    near = [False] * len(words)
    for place in (place for place, one in enumerate(words) if name <= one):
        for step in (1, -1):
            at, away = place, 0
            while 0 <= at < len(words) and away <= NEAR:
                near[at], away, at = True, away + lengths[at], at + step
    return near


def _any(marks: Sequence[Sequence[bool]]) -> list[bool]:
    return [any(one) for one in zip(*marks, strict=True)]


def _share(marked: Sequence[bool], lengths: Sequence[int]) -> int:
    return sum(length for one, length in zip(marked, lengths, strict=True) if one)
