"""Which words of a stretch of talk would stand in its heading, learnt from human headings.

A linear model over how a word is used: how often, where, by how many, inside phrases or
alone. It knows no vocabulary, so that it carries over to other fields. Trained by
:mod:`copaper.analysis.training.headwords`.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np

from copaper.analysis.ranker import Linear, rarity
from copaper.analysis.boundaries import hands_over
from copaper.analysis.units import Unit

OPENING = 120
"""Words from the beginning of a stretch that are its opening, and to its end its closing."""
BEFORE = 60
"""Words before a stretch in which it may be announced."""
_PARTS = 5
_SHAPE = (
    "count", "relative", "focus", "share", "rarity", "opening", "before", "handover", "first", "spread", "speakers",
    "questions", "compound", "head", "total", "closing", "long",
)  # fmt: skip
_PAIRS = (("count", "rarity"), ("focus", "count"), ("opening", "rarity"), ("handover", "rarity"))
FEATURES = (*_SHAPE, *(f"{a} {b}" for a, b in _PAIRS))


class Word(NamedTuple):
    """A noun or what goes with one: its lemma, whether it stands in a phrase of several words, and last in it."""

    lemma: str
    compound: bool
    head: bool


@dataclass
class _Use:
    count: int = 0
    opening: int = 0
    closing: int = 0
    before: int = 0
    handover: int = 0
    questions: int = 0
    compound: int = 0
    head: int = 0
    first: float = 0.0
    parts: set[int] = field(default_factory=set)
    speakers: set[str] = field(default_factory=set)


@lru_cache(maxsize=1)
def load() -> Linear:
    """Return the trained model."""
    return Linear.of(json.loads(files("copaper.analysis").joinpath("data/headwords.json").read_text("utf-8")), FEATURES)


def chances(lemmas: Sequence[str], rows: np.ndarray, model: Linear | None = None) -> dict[str, float]:
    """Return for each word of a stretch the chance that it stands in its heading, from :func:`describe`."""
    odds = (model or load()).score(rows)
    return {lemma: float(chance) for lemma, chance in zip(lemmas, np.round(1 / (1 + np.exp(-odds)), 9), strict=True)}


def describe(
    units: Sequence[Unit], before: Sequence[Unit], words: Mapping[int, Sequence[Word]], total: Mapping[str, int], size: int
) -> tuple[list[str], np.ndarray]:
    """Return the words of a stretch (``units``) and their table, (words, features).

    ``before`` is what was said before it, ``words`` are the words of every unit by its
    position, ``total`` their counts in the session, ``size`` the session's words.
    """
    inside = max(1, sum(unit.words for unit in units))
    uses = _uses(units, words, inside)
    _announced(uses, before, words)
    most = max((use.count for use in uses.values()), default=1)
    rest = max(1, size - inside) + 500
    rows = np.zeros((len(uses), len(_SHAPE)))
    for row, (lemma, use) in zip(rows, uses.items(), strict=True):
        elsewhere = max(0, total[lemma] - use.count) + 0.5
        row[:] = (
            math.log1p(use.count), use.count / most, math.log(use.count / inside / (elsewhere / rest)), use.count / max(use.count, total[lemma]),
            rarity(lemma), math.log1p(use.opening), math.log1p(use.before), math.log1p(use.handover), use.first,
            len(use.parts) / _PARTS, math.log(len(use.speakers)), math.log1p(use.questions), use.compound / use.count,
            use.head / use.count, math.log1p(total[lemma]), math.log1p(use.closing), min(len(lemma), 15) / 10,
        )  # fmt: skip
    at = {name: place for place, name in enumerate(_SHAPE)}
    return list(uses), np.column_stack([rows, *(rows[:, at[a]] * rows[:, at[b]] for a, b in _PAIRS)])


def _uses(units: Sequence[Unit], words: Mapping[int, Sequence[Word]], inside: int) -> dict[str, _Use]:
    uses: dict[str, _Use] = {}
    said = 0
    for number, unit in enumerate(units):
        asks = unit.text.rstrip().endswith("?")
        moves_on = number < 4 and hands_over(unit)
        for word in words[unit.position]:
            use = uses.get(word.lemma)
            if use is None:
                use = uses[word.lemma] = _Use(first=min(1.0, said / inside))
            use.count += 1
            use.opening += said < OPENING
            use.closing += said > inside - OPENING
            use.questions += asks
            use.handover += moves_on
            use.compound += word.compound
            use.head += word.head
            use.parts.add(min(_PARTS - 1, said * _PARTS // inside))
            use.speakers.add(unit.participant)
        said += unit.words
    return uses


def _announced(uses: Mapping[str, _Use], before: Sequence[Unit], words: Mapping[int, Sequence[Word]]) -> None:
    """Count what was said of the stretch's words right before it."""
    left = BEFORE
    for unit in reversed(before):
        if left <= 0:
            return
        moves_on = hands_over(unit)
        for lemma, times in Counter(word.lemma for word in words[unit.position]).items():
            if lemma in uses:
                uses[lemma].before += times
                uses[lemma].handover += times if moves_on else 0
        left -= unit.words
