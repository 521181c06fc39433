"""How alike short statements are, by the words they share; the same result every time."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer


def similarities(texts: Sequence[str]) -> np.ndarray:
    """Return the (n, n) cosines between ``texts`` over words weighted by rarity.

    Word stems are approximated by character n-grams within words, which also forgives the
    slips of speech recognition.
    """
    if not texts:
        return np.zeros((0, 0))
    words = TfidfVectorizer(stop_words="english", sublinear_tf=True, token_pattern=r"[^\W\d_]{2,}|\d+")
    shapes = TfidfVectorizer(analyzer="char_wb", ngram_range=(4, 5), sublinear_tf=True)
    total = np.zeros((len(texts), len(texts)))
    for vectorizer in (words, shapes):
        try:
            vectors = vectorizer.fit_transform(texts)
        except ValueError:  # nothing but stop words
            continue
        total += (vectors @ vectors.T).toarray() / 2
    return np.clip(total, 0.0, 1.0)


def groups(matrix: np.ndarray, threshold: float) -> list[list[int]]:
    """Group rows whose every pair is at least ``threshold`` alike (complete linkage).

    Greedy from the most alike pair on; groups and their members are in ascending order.
    """
    members: dict[int, set[int]] = {i: {i} for i in range(len(matrix))}
    owner = list(range(len(matrix)))
    rows, columns = np.where(np.triu(matrix, 1) >= threshold)
    pairs = sorted(zip(rows.tolist(), columns.tolist(), strict=True), key=lambda p: (-matrix[p], p))
    for a, b in pairs:
        left, right = members[owner[a]], members[owner[b]]
        if left is right or any(matrix[i, j] < threshold for i in left for j in right):
            continue
        for index in right:
            owner[index] = owner[a]
        left |= right
    return sorted(sorted(members[key]) for key in sorted(set(owner)))
