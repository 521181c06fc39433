"""Choose few sentences that together stand for most of what was said.

Facility location (cf. Lin and Bilmes, "A class of submodular functions for document
summarization", ACL 2011): every sentence of the session is taken for a note that somebody
might have written, weighted by how much it is worth writing down, and the chosen sentences
are to be like as many of these notes as possible. Greedy choice, which is within 63 % of the
best.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import scipy.sparse as sp

from copaper.analysis.units import Unit

SHORTEST, LONGEST = 5, 60
"""Words of a sentence that can be chosen."""
CONSIDERED = 1500
"""Sentences looked at, those most worth it: keeps ten hours of talk as fast as its parse."""
ENOUGH = 0.5
"""F1 of content words from which two sentences say the same."""
SAME = 0.6
"""F1 above which the second of two sentences is not chosen."""
NEARBY = 1500.0
"""Words; likeness beyond this distance counts half, as one topic's notes are of that topic."""
OWN = 0.3
"""Weight of a sentence's own worth beside what it stands for."""

CLARITY = 0.5
"""How much a sentence's clarity counts: as its root, or less in a sentence of more than
:data:`SHORT` words, most of which explain themselves."""
SHORT = 12


def likeness(units: Sequence[Unit]) -> sp.csr_matrix:
    """Return the (n, n) F1 of the sets of content lemmas of ``units``, sparse."""
    vocabulary: dict[str, int] = {}
    rows, columns = [], []
    for i, unit in enumerate(units):
        for lemma in dict.fromkeys(unit.lemmas):
            rows.append(i)
            columns.append(vocabulary.setdefault(lemma, len(vocabulary)))
    shape = (len(units), max(1, len(vocabulary)))
    bags = sp.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=shape)
    sizes = np.asarray(bags.sum(axis=1)).ravel()
    shared = (bags @ bags.T).tocoo()
    shared.data = 2 * shared.data / (sizes[shared.row] + sizes[shared.col])
    return shared.tocsr()


def choose(units: Sequence[Unit], worth: np.ndarray, clarity: np.ndarray, eligible: np.ndarray, most: int) -> list[int]:
    """Return at most ``most`` of the ``eligible`` units, as indices, the most telling first.

    ``worth`` (0 to 1) is the weight of each unit, ``clarity`` (0 to 1) how well it can be
    understood alone: of two that stand for the same, the clearer is chosen. A sentence too like
    a chosen one is passed over.
    """
    sizes = np.array([len(set(unit.lemmas)) for unit in units])
    fit = np.array([SHORTEST <= unit.words <= LONGEST for unit in units], dtype=bool) & (sizes >= 3)
    order = sorted(np.flatnonzero(sizes >= 3).tolist(), key=lambda i: (-round(float(worth[i]), 9), i))
    looked_at = sorted(order[:CONSIDERED])
    if not looked_at:
        return []
    words = np.array([unit.words for unit in units], dtype=float)
    before = (np.cumsum(words) - words)[looked_at]
    open_ = (fit & eligible)[looked_at]
    alike = likeness([units[i] for i in looked_at]).tocoo()
    row, column, f1 = (part[open_[alike.row]] for part in (alike.row, alike.col, alike.data))
    gain = np.minimum(f1 / ENOUGH, 1.0) ** 2
    gain[np.abs(before[row] - before[column]) > NEARBY] *= 0.5
    ends = np.searchsorted(row, np.arange(len(looked_at) + 1))
    weights = worth[looked_at]
    appeal = clarity[looked_at] ** np.minimum(CLARITY, CLARITY * SHORT / np.maximum(words[looked_at], 1.0))
    share = weights * (30 / max(1e-9, float(weights.sum())))
    best = np.zeros(len(looked_at))
    chosen: list[int] = []
    while len(chosen) < most and open_.any():
        left = np.maximum(0.0, gain - best[column]) * share[column]
        total = appeal * (np.bincount(row, left, len(looked_at)) + OWN * weights)
        pick = int(np.argmax(np.where(open_, np.round(total, 9), -np.inf)))
        chosen.append(looked_at[pick])
        own = slice(ends[pick], ends[pick + 1])
        like = column[own]
        best[like] = np.maximum(best[like], gain[own])
        open_[like[f1[own] > SAME]] = False
        open_[pick] = False
    return chosen


def evidence_of(units: Sequence[Unit], chosen: int, worth: np.ndarray, budget: int) -> tuple[int, int]:
    """Return the first and last unit of the talk around ``chosen`` that belongs to it.

    Grows within the turn or message, towards the side more worth it, up to ``budget`` words.
    """
    first = last = chosen
    words = units[chosen].words
    place = (units[chosen].where, units[chosen].index)

    def value(i: int) -> float:
        inside = 0 <= i < len(units) and (units[i].where, units[i].index) == place
        return float(worth[i]) if inside and words + units[i].words <= budget else -1.0

    while True:
        earlier, later = value(first - 1), value(last + 1)
        if max(earlier, later) < 0:
            return first, last
        if later >= earlier:
            last += 1
            words += units[last].words
        else:
            first -= 1
            words += units[first].words
