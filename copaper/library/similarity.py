"""How alike short statements are, by the words they share; the same result every time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

ENOUGH = 25.0
"""Weight of shared words from which two statements can be wholly alike: some five rare words.
Short statements that share a community's stock phrase ("local authorities") stay below."""
_UNSEEN = 200
"""Statements without any of the words, imagined beside the others, so that a word that two of
three statements share is not taken for a common one."""
_STEM = 6
"""Letters that a word is known by; longer endings are mostly grammar."""
_ROWS = 512
"""Statements compared with all others at once; bounds the memory for thousands of them."""
_WORD = re.compile(r"[^\W\d_]{2,}|\d+")
_BITS_OF_WORDS = frozenset(("ll", "re", "ve", "don", "isn", "doesn", "didn"))

Pairs = Mapping[tuple[int, int], float]


def stems(text: str) -> frozenset[str]:
    """Return what the words of ``text`` are known by, without those that every text has."""
    words = (word.casefold() for word in _WORD.findall(text))
    kept = (word for word in words if word not in ENGLISH_STOP_WORDS and word not in _BITS_OF_WORDS)
    return frozenset((word[:-1] if len(word) > 3 and word[-1] == "s" != word[-2] else word)[:_STEM] for word in kept)


def alike(texts: Sequence[str], least: float, *, asked: int = 0) -> dict[tuple[int, int], float]:
    """Return which pairs of ``texts`` (by position, the smaller first) are alike by ``least``
    or more, 0 to 1.

    With ``asked``, the first so many are questions, compared with the others only; an answer
    has to take up the question's words, whatever else it says, while of two statements the
    shorter has to stand in the longer.
    """
    return dict(_pairs([stems(text) for text in texts], least, asked))


def _pairs(found: Sequence[frozenset[str]], least: float, asked: int) -> Iterator[tuple[tuple[int, int], float]]:
    known = {stem: n for n, stem in enumerate(sorted(frozenset().union(*found)))}
    rows = np.repeat(np.arange(len(found)), [len(one) for one in found])
    columns = np.array([known[stem] for one in found for stem in sorted(one)], dtype=np.int64)
    holds = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(found), len(known)))
    weights = np.log((len(found) + _UNSEEN) / (np.asarray(holds.sum(axis=0)).ravel() + 0.5))
    totals, lengths = holds @ weights, np.sqrt(holds @ weights**2)
    totals[totals == 0], lengths[lengths == 0] = 1.0, 1.0
    others = holds[asked:].T.tocsc()
    for first in range(0, asked or len(found), _ROWS):
        block = slice(first, min(first + _ROWS, asked or len(found)))
        shared = (holds[block].multiply(weights).tocsr() @ others).toarray()
        cosines = (holds[block].multiply(weights**2).tocsr() @ others).toarray() / lengths[block, None] / lengths[None, asked:]
        whole = totals[block, None] if asked else np.minimum(totals[block, None], totals[None, :])
        scores = np.sqrt(cosines * shared / whole) * np.minimum(1.0, shared / ENOUGH)
        for row, column in zip(*np.nonzero(scores >= least), strict=True):
            if (pair := (int(row) + first, int(column) + asked))[0] < pair[1]:
                yield pair, float(scores[row, column])


def groups(pairs: Pairs, count: int) -> list[list[int]]:
    """Group ``count`` things so that every two of a group are among ``pairs`` (complete linkage).

    Greedy from the most alike pair on; groups and their members are in ascending order.
    """
    members: dict[int, set[int]] = {i: {i} for i in range(count)}
    owner = list(range(count))
    for a, b in sorted(pairs, key=lambda pair: (-pairs[pair], pair)):
        left, right = members[owner[a]], members[owner[b]]
        if left is right or any((min(i, j), max(i, j)) not in pairs for i in left for j in right):
            continue
        for index in right:
            owner[index] = owner[a]
        left |= right
    return sorted(sorted(members[key]) for key in sorted(set(owner)))
