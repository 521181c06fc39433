"""The small network that learns what the teacher says, from features that cost nothing.

One hidden layer beside a linear function of the same features, trained by Adam (Kingma and Ba,
2015) with dropout. While it learns it also has to say the sentence's embedding, which the
finished model does not need: what the hidden places have to know for that helps with the kinds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

PLACES = 96
EPOCHS = 9
BATCH = 256
DROPPED = 0.3
"""Share of the hidden places that are left out at random while it learns."""
RATE = 1e-3
EMBEDDING = 0.3
"""Weight of the squared distance to the embedding against the loss of the kinds."""
_FIRST, _SECOND, _TINY = np.float32(0.9), np.float32(0.999), np.float32(1e-8)


@dataclass(frozen=True)
class Network:
    """Weights by name: ``dense`` and ``grams`` (f, h), ``hidden`` (h,), ``outer`` (h, k), ``bias``
    (k,), ``dense_straight`` and ``grams_straight`` (f, k), ``embedding`` (h, 384), ``centre`` (384,)."""

    weights: dict[str, np.ndarray]

    def logits(self, dense: np.ndarray, grams: csr_matrix) -> np.ndarray:
        w = self.weights
        inside = np.maximum(dense @ w["dense"] + grams @ w["grams"] + w["hidden"], 0.0)
        return inside @ w["outer"] + w["bias"] + dense @ w["dense_straight"] + grams @ w["grams_straight"]


def learn(
    dense: np.ndarray, grams: csr_matrix, embedded: np.ndarray, wanted: np.ndarray, weight: np.ndarray, *, seed: int, say: Callable[[str], None] = print,
) -> Network:  # fmt: skip
    """Return the network learnt from n sentences: (n, f) and (n, g) features, (n, 384) embeddings, (n, k) chances."""
    chance = np.random.default_rng(seed)
    kinds = wanted.shape[1]

    def scattered(rows: int, columns: int, scale: float) -> np.ndarray:
        return (chance.standard_normal((rows, columns)) * scale).astype(np.float32)

    w = {
        "dense": scattered(dense.shape[1], PLACES, 0.05), "grams": scattered(grams.shape[1], PLACES, 0.05), "hidden": np.zeros(PLACES, np.float32),
        "outer": scattered(PLACES, kinds, 0.1), "bias": np.full(kinds, -2.0, np.float32),
        "dense_straight": np.zeros((dense.shape[1], kinds), np.float32), "grams_straight": np.zeros((grams.shape[1], kinds), np.float32),
        "embedding": scattered(PLACES, embedded.shape[1], 0.02), "centre": embedded.mean(axis=0).astype(np.float32),
    }  # fmt: skip
    first, second = ({name: np.zeros_like(part) for name, part in w.items()} for _ in range(2))
    weight = (weight / weight.mean()).astype(np.float32)
    step = 0
    for epoch in range(EPOCHS):
        order, lost = chance.permutation(len(dense)), 0.0
        rate = np.float32(RATE * (1 - epoch / EPOCHS))
        for start in range(0, len(order), BATCH):
            members = order[start : start + BATCH]
            x, g, y, n = dense[members], grams[members], wanted[members], np.float32(len(members))
            before = x @ w["dense"] + g @ w["grams"] + w["hidden"]
            kept = ((chance.random(before.shape) > DROPPED) / (1 - DROPPED)).astype(np.float32) * (before > 0)
            inside = before * kept
            logits = inside @ w["outer"] + w["bias"] + x @ w["dense_straight"] + g @ w["grams_straight"]
            lost += float((weight[members, None] * (np.logaddexp(0.0, logits) - y * logits)).sum())
            off = (weight[members, None] * (1.0 / (1.0 + np.exp(-np.clip(logits, -30, 30))) - y) / n).astype(np.float32)
            away = (2 * EMBEDDING / n) * (inside @ w["embedding"] + w["centre"] - embedded[members]).astype(np.float32)
            back = ((off @ w["outer"].T + away @ w["embedding"].T) * kept).astype(np.float32)
            slopes = {
                "dense": x.T @ back, "grams": g.T @ back, "hidden": back.sum(axis=0), "outer": inside.T @ off, "bias": off.sum(axis=0),
                "dense_straight": x.T @ off, "grams_straight": g.T @ off, "embedding": inside.T @ away, "centre": away.sum(axis=0),
            }  # fmt: skip
            step += 1
            for name, slope in slopes.items():
                first[name] += (1 - _FIRST) * (slope - first[name])
                second[name] += (1 - _SECOND) * (slope * slope - second[name])
                w[name] -= rate * (first[name] / (1 - _FIRST**step)) / (np.sqrt(second[name] / (1 - _SECOND**step)) + _TINY)
        say(f"  epoch {epoch + 1} of {EPOCHS}: loss {lost / len(order):.4f}")
    return Network(w)
