"""What else was said on a finding's matter, by whomever and whenever: the rest of its evidence.

A note rests on several passages that need not stand together. Of the passages that share rare
words with a statement, those are taken that the ranker holds for something to note; on meetings
whose notes are traced to sentences this cites what the notes rest on better than the words
before and after do (``docs/quality-findings.md``).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container, Sequence

import numpy as np
import scipy.sparse as sp

from copaper.analysis.ranker import rarity
from copaper.analysis.units import Unit

LEAST_ALIKE = 0.2
"""Cosine, by rarity, from which a passage is on the matter of a statement."""
LEAST_SHARED = 2
"""Content lemmas that both have."""
SHORTEST = 5
"""Words of a passage."""
MOST = 4
"""Passages about one statement."""
NEARBY = 500.0
"""Words; what was said further away is on the same matter less often, and counts :data:`AFAR`."""
AFAR = 0.3


class Passages:
    """The units of a session, to be asked which of them are on the matter of another;
    ``worth`` is the chance that each is evidence of a note."""

    def __init__(self, units: Sequence[Unit], worth: np.ndarray) -> None:
        self._units, self._worth = units, worth
        words = np.array([unit.words for unit in units], dtype=float)
        self._at = np.cumsum(words) - words
        bags = [frozenset(unit.lemmas) for unit in units]
        spread = Counter(lemma for bag in bags for lemma in bag)
        known = {lemma: place for place, lemma in enumerate(sorted(spread))}
        weight = np.array([rarity(lemma) * math.log((len(units) + 1) / (spread[lemma] + 0.5)) for lemma in known])
        rows = np.repeat(np.arange(len(bags)), [len(bag) for bag in bags])
        columns = np.array([place for bag in bags for place in sorted(known[lemma] for lemma in bag)], dtype=int)
        shape = (len(units), max(1, len(known)))
        self._words = sp.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=shape)
        weighted = sp.csr_matrix((weight[columns] if len(columns) else np.zeros(0), (rows, columns)), shape=shape)
        length = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel())
        self._directions = sp.diags(1.0 / np.where(length > 0, length, 1.0)) @ weighted

    def on_the_matter_of(self, first: int, last: int, taken: Container[int], budget: int) -> list[int]:
        """Return units about what those from ``first`` to ``last`` say, those most worth it first,
        none of ``taken`` and of ``budget`` words at most."""
        alike = self._among(self._directions, first, last)
        score = alike * self._worth
        score[(alike < LEAST_ALIKE) | (self._among(self._words, first, last) < LEAST_SHARED)] = 0.0
        score[np.abs(self._at - self._at[last]) > NEARBY] *= AFAR
        score[first : last + 1] = 0.0
        found: list[int] = []
        for i in sorted(np.flatnonzero(score).tolist(), key=lambda i: (-round(float(score[i]), 9), i)):
            if len(found) == MOST:
                break
            if i not in taken and SHORTEST <= self._units[i].words <= budget:
                found.append(i)
                budget -= self._units[i].words
        return found

    def _among(self, table: sp.csr_matrix, first: int, last: int) -> np.ndarray:
        return (table @ table[first : last + 1].toarray().T).max(axis=1)
