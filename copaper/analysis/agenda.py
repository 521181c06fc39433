"""The agenda, where session.yaml gives one: its lines are the best labels for what followed."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment
from spacy.language import Language

from copaper.analysis.units import Unit, is_content, lemma

FITS = 0.45
"""Share of an agenda line's weight that has to be spoken of in a stretch."""
_ENOUGH = 3
"""Mentions of a word from which it counts in full."""


def label_by(agenda: Sequence[str], stretches: Sequence[Sequence[Unit]], nlp: Language) -> dict[int, str]:
    """Return agenda lines for those of ``stretches`` that talk of them, one line each.

    A line fits a stretch by the words they share, rare ones counting more, and lines keep
    apart: the assignment is the best over all (Hungarian algorithm). Lines without such a
    stretch are given to those that stand in their place between two that have one.
    """
    if not agenda or not stretches:
        return {}
    said = [Counter(word for unit in stretch for word in unit.lemmas) for stretch in stretches]
    lines = [{lemma(token) for token in doc if is_content(token)} for doc in nlp.pipe(agenda)]
    spread = Counter(word for counts in said for word in counts)
    weight = {word: math.log((1 + len(said)) / (0.5 + spread[word])) + 0.1 for words in lines for word in words}
    fit = np.zeros((len(lines), len(said)))
    for row, words in enumerate(lines):
        total = sum(max(weight[word], 0.1) for word in words)
        for column, counts in enumerate(said):
            shared = sum(max(weight[word], 0.1) * min(1.0, counts[word] / _ENOUGH) for word in words)
            fit[row, column] = shared / total if total else 0.0
    rows, columns = linear_sum_assignment(-fit)
    known = {int(c): int(r) for r, c in zip(rows, columns, strict=True) if fit[r, c] >= FITS}
    return {stretch: agenda[line].strip() for stretch, line in sorted((known | _between(known, len(said), len(lines))).items())}


def _between(known: Mapping[int, int], stretches: int, lines: int) -> dict[int, int]:
    """Return the lines of stretches between ``known`` ones, where as many lines are left as stretches."""
    found: dict[int, int] = {}
    places = [(-1, -1), *sorted(known.items()), (stretches, lines)]
    for (stretch, line), (next_stretch, next_line) in zip(places, places[1:], strict=False):
        if known and next_stretch - stretch == next_line - line:
            found.update(zip(range(stretch + 1, next_stretch), range(line + 1, next_line), strict=True))
    return found
