"""How transformers learn from sentences: in batches of like length, by Adam (Kingma and Ba, 2015).

Needed for training alone, so it is no dependency of the package: ``pip install jax safetensors``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import jax
import jax.numpy as jnp
import numpy as np

LENGTHS = (16, 24, 32, 48, 64, 96, 128)
"""Pieces that batches are filled up to: for each length what is learnt by is compiled once."""
WARMING = 0.1
"""Share of all steps in which their size rises; then it falls to nothing."""
FIRST, SECOND, TINY = 0.9, 0.999, 1e-6
STEEPEST = 1.0
"""Length of a slope that is followed as it is; a longer one is shortened to it."""


def filled(length: int) -> int:
    """Return up to how many pieces a text of ``length`` pieces is filled."""
    return next(most for most in LENGTHS if most >= length)


def batches(texts: Sequence[Sequence[int]], size: int, order: Sequence[int] | None = None) -> Iterator[tuple[list[int], np.ndarray, np.ndarray]]:
    """Yield which of ``texts`` are together, with the (size, p) numbers of their pieces and where there is one. The last of a length is filled
    with its first again."""
    order = range(len(texts)) if order is None else order
    for most in LENGTHS:
        alike = [i for i in order if filled(len(texts[i])) == most]
        for start in range(0, len(alike), size):
            members = alike[start : start + size]
            rows = [*members, *members[:1] * (size - len(members))]
            numbers, there = np.zeros((size, most), np.int32), np.zeros((size, most), np.float32)
            for row, i in enumerate(rows):
                numbers[row, : len(texts[i])], there[row, : len(texts[i])] = texts[i], 1.0
            yield members, numbers, there


def scaled(told: jax.Array, scale: jax.Array, moved: jax.Array, tiny: float) -> jax.Array:
    """Return each place with mean 0 and variance 1, then scaled and moved."""
    told = told - told.mean(-1, keepdims=True)
    return told / jnp.sqrt((told * told).mean(-1, keepdims=True) + tiny) * scale + moved


def dropped(values: jax.Array, key: jax.Array | None, share: float) -> jax.Array:
    """Return ``values`` with a ``share`` of them left out at random; all where there is no ``key``."""
    return values if key is None else jnp.where(jax.random.bernoulli(key, 1 - share, values.shape), values / (1 - share), 0)


def keys(key: jax.Array | None, many: int) -> Iterator[jax.Array | None]:
    """Yield so many keys of chance, or none each."""
    return iter([None] * many if key is None else list(jax.random.split(key, many)))


def learn(
    weights: Mapping, loss: Callable, texts: Sequence[Sequence[int]], wanted: Sequence[np.ndarray], *, rounds: int, size: int, rate: float, seed: int, say: Callable[[str], None],
) -> Mapping:  # fmt: skip
    """Return ``weights`` (any tree of arrays) after as many ``rounds`` over ``texts``; ``loss`` is of (weights, numbers, there,
    *wanted of these, key), and ``wanted`` holds arrays with a row for each text."""

    @jax.jit
    def step(weights, first, second, number, rate, numbers, there, rows, key):
        value, slope = jax.value_and_grad(loss)(weights, numbers, there, *rows, key)
        length = jnp.sqrt(sum((part**2).sum() for part in jax.tree.leaves(slope)))
        slope = jax.tree.map(lambda part: part * jnp.minimum(1.0, STEEPEST / length), slope)
        first = jax.tree.map(lambda old, new: FIRST * old + (1 - FIRST) * new, first, slope)
        second = jax.tree.map(lambda old, new: SECOND * old + (1 - SECOND) * new * new, second, slope)
        weights = jax.tree.map(lambda w, a, b: w - rate * (a / (1 - FIRST**number) / (jnp.sqrt(b / (1 - SECOND**number)) + TINY)), weights, first, second)
        return weights, first, second, value

    chance, key = np.random.default_rng(seed), jax.random.key(seed)
    weights = jax.tree.map(jnp.asarray, weights)
    first, second = (jax.tree.map(jnp.zeros_like, weights) for _ in range(2))
    steps, number = rounds * sum(1 for _ in batches(texts, size)), 0
    for turn in range(rounds):
        parts = list(batches(texts, size, [int(i) for i in chance.permutation(len(texts))]))
        chance.shuffle(parts)
        lost = 0.0
        for members, numbers, there in parts:
            number += 1
            rows = [of[[*members, *members[:1] * (size - len(members))]] for of in wanted]
            key, drawn = jax.random.split(key)
            speed = rate * min(1.0, number / (WARMING * steps)) * max(0.01, 1 - number / steps)
            weights, first, second, value = step(weights, first, second, number, speed, numbers, there, rows, drawn)
            lost += float(value)
        say(f"  round {turn + 1} of {rounds}: loss {lost / len(parts):.4f}")
    return jax.tree.map(np.asarray, weights)


def answers(give: Callable, texts: Sequence[Sequence[int]], size: int = 64) -> list[np.ndarray]:
    """Return what ``give`` (numbers, there), which returns arrays with a row for each text, says of all ``texts``."""
    found: list[np.ndarray] = []
    given = jax.jit(give)
    for members, numbers, there in batches(texts, size):
        parts = [np.asarray(part) for part in given(numbers, there)]
        if not found:
            found = [np.zeros((len(texts), part.shape[1]), np.float32) for part in parts]
        for whole, part in zip(found, parts, strict=True):
            whole[members] = part[: len(members)]
    return found
