"""A last look at a text that a paper is about to print: would readers understand it as it stands, and like to keep it?

A transformer of two layers (Vaswani et al., "Attention is all you need", 2017) over the pieces of words
(:mod:`copaper.analysis.wordpieces`), reckoned with numpy alone. It learnt from sentences and from whole statements of papers
that were read without what stood around them, by way of a slower one that knows far more of the language (Hinton, Vinyals and
Dean, "Distilling the knowledge in a neural network", 2015). It sees words where :mod:`copaper.analysis.readers`, by which
statements are chosen, sees what a sentence of a meeting leaves open. Trained by :mod:`copaper.analysis.training.lastlook`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

import numpy as np

from copaper.analysis.readers import Verdict
from copaper.analysis.wordpieces import WordPieces

MOST = 128
"""Pieces of a text that are read; what stands behind them counts for nothing."""
BATCH = 32
HEADS = 6
TINY = np.float32(1e-6)
_NEVER = np.float32(-1e9)


class Network:
    """``weights`` by name: ``words`` (pieces, d) and ``places`` (128, d); for each layer n ``n.asked`` (d, 3·d), ``n.told`` (d, d),
    ``n.wide`` (d, f), ``n.narrow`` (f, d); ``answers`` (3·d, 2); what is added behind each (``… +``), and by what each sum is scaled (``… *``) and moved (``… ++``)."""

    def __init__(self, pieces: WordPieces, weights: Mapping[str, np.ndarray]) -> None:
        self._pieces, self._w = pieces, weights
        self._layers = sum(name.endswith(".told") for name in weights)

    def __call__(self, texts: Sequence[str]) -> Verdict:
        """Return what is said of each of ``texts``. Those of like length are reckoned together."""
        found = [self._pieces(text, MOST) for text in texts]
        answers = np.zeros((len(found), 2), dtype=np.float32)
        order = sorted(range(len(found)), key=lambda i: (len(found[i]), i))
        for start in range(0, len(order), BATCH):
            members = order[start : start + BATCH]
            numbers = np.zeros((len(members), len(found[members[-1]])), dtype=np.int64)
            there = np.zeros(numbers.shape, dtype=np.float32)
            for row, i in enumerate(members):
                numbers[row, : len(found[i])], there[row, : len(found[i])] = found[i], 1.0
            answers[members] = self._answers(numbers, there)
        chances = np.round(1.0 / (1.0 + np.exp(-np.clip(answers.astype(float), -30, 30))), 4)
        return Verdict(chances[:, 0], chances[:, 1])

    def _answers(self, numbers: np.ndarray, there: np.ndarray) -> np.ndarray:
        """Return the (n, 2) log-odds of n texts of at most p pieces, from (n, p) ``numbers`` of these and 1 where one is ``there``."""
        w, (n, p) = self._w, numbers.shape
        told = self._scaled(w["words"][numbers] + w["places"][:p], "begin")
        width, apart = told.shape[2], np.where(there[:, None, None, :] > 0, np.float32(0), _NEVER)
        for layer in range(self._layers):
            asked = (told.reshape(n * p, width) @ w[f"{layer}.asked"] + w[f"{layer}.asked +"]).reshape(n, p, 3, HEADS, width // HEADS)
            query, key, value = asked.transpose(2, 0, 3, 1, 4)
            looks = query @ key.transpose(0, 1, 3, 2) / np.float32(np.sqrt(width // HEADS)) + apart
            looks = np.exp(looks - looks.max(axis=-1, keepdims=True))
            looks /= looks.sum(axis=-1, keepdims=True)
            seen = (looks @ value).transpose(0, 2, 1, 3).reshape(n * p, width) @ w[f"{layer}.told"] + w[f"{layer}.told +"]
            told = self._scaled(told + seen.reshape(n, p, width), f"{layer}.told")
            wide = np.maximum(told.reshape(n * p, width) @ w[f"{layer}.wide"] + w[f"{layer}.wide +"], np.float32(0))
            told = self._scaled(told + (wide @ w[f"{layer}.narrow"] + w[f"{layer}.narrow +"]).reshape(n, p, width), f"{layer}.narrow")
        here = there[:, :, None]
        mean, most = (told * here).sum(axis=1) / here.sum(axis=1), np.where(here > 0, told, _NEVER).max(axis=1)
        return np.hstack([mean, most, told[:, 0]]) @ w["answers"] + w["answers +"]

    def _scaled(self, told: np.ndarray, name: str) -> np.ndarray:
        """Return each place with mean 0 and variance 1, then scaled and moved as learnt (Ba, Kiros and Hinton, "Layer normalization", 2016)."""
        told = told - told.mean(axis=-1, keepdims=True)
        return told / np.sqrt((told * told).mean(axis=-1, keepdims=True) + TINY) * self._w[f"{name} *"] + self._w[f"{name} ++"]


def small(weights: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Return ``weights`` as they are kept: the words of a byte for each number, the rest of two; :func:`whole` undoes it."""
    scale = np.abs(weights["words"]).max(axis=1) / 127.0
    return {name: value.astype(np.float16) for name, value in weights.items()} | {"words": np.round(weights["words"] / scale[:, None]).astype(np.int8), "scale": scale.astype(np.float32)}


def whole(kept: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Return the weights of a network from what :func:`small` made of them."""
    weights = {name: value.astype(np.float32) for name, value in kept.items() if name != "scale"}
    return weights | {"words": weights["words"] * kept["scale"][:, None]}


@lru_cache(maxsize=1)
def _network() -> Network:
    with files("copaper.analysis").joinpath("data/lastlook.npz").open("rb") as file, np.load(file, allow_pickle=False) as data:
        kept = {name: data[name] for name in data.files}
    pieces = WordPieces(kept.pop("pieces").tolist())
    return Network(pieces, whole(kept))


def look(texts: Sequence[str]) -> Verdict:
    """Return what the trained network says of ``texts``, as they are printed."""
    return _network()(texts)


@lru_cache(maxsize=4096)
def liked(text: str) -> float:
    """Return the chance that a reader finds a text clear as it stands and worth keeping, 0 to 1."""
    return float(look([text]).liked[0])
