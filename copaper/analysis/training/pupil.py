"""The small network that learns what the teacher says; :mod:`copaper.analysis.lastlook` reckons it without jax.

Its words begin as the teacher's, in as many numbers as they vary most in. While it learns it also has to say the teacher's
embedding of a sentence, which the finished network does not need: what it has to know for that helps with the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import jax
import jax.numpy as jnp
import numpy as np

from copaper.analysis.lastlook import HEADS, MOST, TINY
from copaper.analysis.training import optimising
from copaper.analysis.training.optimising import dropped, keys, scaled

WIDTH, WIDE, LAYERS = 192, 512, 2
ROUNDS, SIZE, RATE = 6, 64, 1e-3
DROPPED = 0.1
EMBEDDING = 1.0
"""Weight of the squared distance to the teacher's embedding against the loss of the answers."""
SAMPLE = 15_000
"""Pieces by which it is found in what words vary most."""


def _begun(words: np.ndarray, many: int, embedded: int, seed: int) -> dict[str, np.ndarray]:
    chance = np.random.default_rng(seed)

    def drawn(rows: int, columns: int) -> np.ndarray:
        return (chance.standard_normal((rows, columns)) / np.sqrt(rows)).astype(np.float32)

    def none(size: int) -> np.ndarray:
        return np.zeros(size, np.float32)

    centred = words - words.mean(axis=0)
    _, _, ways = np.linalg.svd(centred[chance.permutation(len(centred))[:SAMPLE]], full_matrices=False)
    own = centred @ ways[:WIDTH].T
    w = {"words": (own / own.std() * 0.05).astype(np.float32), "places": drawn(MOST, WIDTH) * np.float32(0.2)}
    w |= {"answers": drawn(3 * WIDTH, many), "answers +": none(many), "embedding": drawn(3 * WIDTH, embedded), "embedding +": none(embedded)}
    for n in range(LAYERS):
        w |= {f"{n}.asked": drawn(WIDTH, 3 * WIDTH), f"{n}.asked +": none(3 * WIDTH), f"{n}.told": drawn(WIDTH, WIDTH), f"{n}.told +": none(WIDTH)}
        w |= {f"{n}.wide": drawn(WIDTH, WIDE), f"{n}.wide +": none(WIDE), f"{n}.narrow": drawn(WIDE, WIDTH), f"{n}.narrow +": none(WIDTH)}
    for name in ("begin", *(f"{n}.{part}" for n in range(LAYERS) for part in ("told", "narrow"))):
        w |= {f"{name} *": np.ones(WIDTH, np.float32), f"{name} ++": none(WIDTH)}
    return w


def _seen(w: Mapping[str, jax.Array], numbers: jax.Array, there: jax.Array, key: jax.Array | None = None) -> jax.Array:
    """Return (n, 3·d) what the network makes of each text, by the mean, the most and the first of its pieces."""
    chance = keys(key, 2 * LAYERS + 2)
    (n, p), apart = numbers.shape, (1 - there)[:, None, None, :] * -1e9

    def after(told: jax.Array, name: str) -> jax.Array:
        return scaled(told, w[f"{name} *"], w[f"{name} ++"], TINY)

    told = dropped(after(w["words"][numbers] + w["places"][:p], "begin"), next(chance), DROPPED)
    for layer in range(LAYERS):
        asked = (told @ w[f"{layer}.asked"] + w[f"{layer}.asked +"]).reshape(n, p, 3, HEADS, WIDTH // HEADS)
        query, key_, value = asked.transpose(2, 0, 3, 1, 4)
        looks = jax.nn.softmax(query @ key_.transpose(0, 1, 3, 2) / np.sqrt(WIDTH // HEADS) + apart, -1)
        seen = (looks @ value).transpose(0, 2, 1, 3).reshape(n, p, WIDTH) @ w[f"{layer}.told"] + w[f"{layer}.told +"]
        told = after(told + dropped(seen, next(chance), DROPPED), f"{layer}.told")
        wide = jax.nn.relu(told @ w[f"{layer}.wide"] + w[f"{layer}.wide +"])
        told = after(told + dropped(wide @ w[f"{layer}.narrow"] + w[f"{layer}.narrow +"], next(chance), DROPPED), f"{layer}.narrow")
    here = there[:, :, None]
    whole = jnp.concatenate([(told * here).sum(1) / here.sum(1), (told - (1 - here) * 1e9).max(1), told[:, 0]], -1)
    return dropped(whole, next(chance), DROPPED)


def _loss(w: Mapping[str, jax.Array], numbers: jax.Array, there: jax.Array, chances: jax.Array, embedded: jax.Array, weight: jax.Array, key: jax.Array) -> jax.Array:
    seen = _seen(w, numbers, there, key)
    odds, away = seen @ w["answers"] + w["answers +"], seen @ w["embedding"] + w["embedding +"] - embedded
    each = (jnp.logaddexp(0, odds) - chances * odds).sum(-1) + EMBEDDING * (away * away).sum(-1)
    return (each * weight).sum() / weight.sum()


def learn(
    texts: Sequence[Sequence[int]], chances: np.ndarray, embedded: np.ndarray, weight: np.ndarray, words: np.ndarray, *, seed: int = 0, say: Callable[[str], None] = print,
) -> dict[str, np.ndarray]:  # fmt: skip
    """Return the weights of a network that says the (n, k) ``chances`` of n texts, each the numbers of its pieces, whose (n, 384)
    ``embedded`` it had to say as well; it begins with the ``words`` of its teacher."""
    begun = _begun(words, chances.shape[1], embedded.shape[1], seed)
    wanted = [part.astype(np.float32) for part in (chances, embedded, weight)]
    found = optimising.learn(begun, _loss, texts, wanted, rounds=ROUNDS, size=SIZE, rate=RATE, seed=seed, say=say)
    return {name: value for name, value in found.items() if not name.startswith("embedding")}
