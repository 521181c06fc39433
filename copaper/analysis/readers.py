"""What readers of a paper would say of a sentence: can it be understood alone, is it worth keeping.

Two linear models over what the sentence leaves unexplained (:mod:`copaper.analysis.clarity`), over
its shape, how often the session uses its words, what the ranker makes of it, and what the network
that tells the kinds sees in it. Learnt from sentences of meetings that were read without what stood
around them, among them those that papers had shown. They know no vocabulary of their own, and
carry over from committees to other meetings. Trained by :mod:`copaper.analysis.training.readers`.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np

from copaper.analysis.clarity import FAULTS
from copaper.analysis.kinds import KINDS, Looks
from copaper.analysis.ranker import Linear, Rating, rarity, sigmoid
from copaper.analysis.units import Unit, told_once
from copaper.ordinary import background

LIKED = 0.45
"""Chance that readers find a sentence clear and worth keeping, from which it is shown: of labelled
sentences of training meetings, judged by a model that saw none of their meeting, 79 % were clear from there on and
79 % worth keeping, 67 % both, where 53 and 51 % of all were clear or worth it."""

_SHAPE = (
    "long", "words", "content", "density", "noun", "proper", "pronoun", "verb", "adverb", "interjection", "number",
    "rare", "unknown", "roots", "verbless", "subject", "finite", "commas", "article", "vague", "comparative",
    "asks", "small", "open", "begins_pronoun", "begins_joint", "begins_i", "you", "future", "says", "thinks", "led",
)  # fmt: skip
PLACES = 192
"""Hidden places of the networks that tell the kinds."""
AROUND: tuple[str, ...] = (
    "usual", "most_usual", "least_usual", "worth", "evidence", *(f"kind:{kind.value}" for kind in KINDS), *(f"place:{i}" for i in range(PLACES)),
)  # fmt: skip
FEATURES: tuple[str, ...] = (*(f"fault:{name}" for name in FAULTS), *_SHAPE, *AROUND)

_POINTS = frozenset("it they he she this that these those".split())
_JOINS = frozenset("and but so because or which".split())
_FUTURE = frozenset(("will", "'ll", "going", "gonna"))
_SAYS = frozenset("say mention talk discuss address speak tell ask".split())
_THINKS = frozenset("think guess mean suppose hope".split())
_VAGUE = frozenset("thing something stuff lot kind way one".split())
_FINITE = frozenset(("VBZ", "VBP", "VBD", "MD"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl"))


@dataclass(frozen=True)
class Verdict:
    """For each sentence the chance that a reader finds it ``clear`` alone, and ``worth`` keeping."""

    clear: np.ndarray
    worth: np.ndarray

    @property
    def liked(self) -> np.ndarray:
        """The chance of both, as if they were independent."""
        return self.clear * self.worth


@lru_cache(maxsize=1)
def load() -> dict[str, Linear]:
    """Return the trained models, "clear" and "worth"."""
    data = json.loads(files("copaper.analysis").joinpath("data/readers.json").read_text("utf-8"))
    return {name: Linear.of(data[name], FEATURES) for name in ("clear", "worth")}


def judge(rows: Sequence[Sequence[float]]) -> Verdict:
    """Return what readers would say of sentences, from their rows by :func:`describe`."""
    if not rows:
        return Verdict(np.zeros(0), np.zeros(0))
    table = np.array(rows)
    models = load()
    return Verdict(*(np.round(sigmoid(models[name].score(table)), 9) for name in ("clear", "worth")))


def surroundings(units: Sequence[Unit], looks: Looks, rating: Rating) -> np.ndarray:
    """Return (n, len(AROUND)) what more is known of each of ``units`` than its own words: how usual these
    are in the session, its worth, and what the network of the kinds sees in it."""
    used = Counter(word for unit in units for word in set(unit.lemmas))
    usual = np.zeros((len(units), 3))
    for i, unit in enumerate(units):
        often = [math.log(used[word]) for word in sorted(set(unit.lemmas))] or [0.0]
        usual[i] = sum(often) / len(often), max(often), min(often)
    return np.hstack([usual, rating.worth[:, None], rating.evidence[:, None], looks.chances, looks.hidden])


def describe(unit: Unit, found: Mapping[str, int], around: Sequence[float], led: bool = False) -> list[float]:
    """Return the features of a sentence with its :func:`~copaper.analysis.clarity.faults` and its
    :func:`surroundings`, in the order of :data:`FEATURES`; ``led`` tells whether the sentence before it will be printed with it."""
    return [*(float(found.get(name, 0)) for name in FAULTS), *_of_its_words(unit), led, *around]


@told_once
def _of_its_words(unit: Unit) -> list[float]:
    tokens = [token for token in unit.tokens if not token.is_space]
    n = max(1, len(tokens))
    parts = Counter(token.pos_ for token in tokens)
    lower = [token.lower_ for token in tokens]
    roots = [token for token in tokens if token.dep_ == "ROOT"]
    verbs = frozenset(token.lemma_ for token in tokens if token.pos_ in ("VERB", "AUX"))
    lemmas = unit.lemmas
    known = background()[1]
    text = unit.text.rstrip()
    first = lower[0] if lower else ""
    words = frozenset(lower)
    return [
        math.log(n), n, len(set(lemmas)), len(lemmas) / n,
        *(parts[name] / n for name in ("NOUN", "PROPN", "PRON", "VERB", "ADV")), parts["INTJ"], parts["NUM"],
        sum(map(rarity, lemmas)) / max(1, len(lemmas)), sum(lemma not in known for lemma in lemmas) / max(1, len(lemmas)),
        len(roots), sum(root.pos_ not in ("VERB", "AUX") for root in roots),
        any(token.dep_ in _SUBJECTS and token.head.dep_ == "ROOT" for token in tokens),
        any(root.tag_ in _FINITE or any(child.tag_ in _FINITE for child in root.children) for root in roots),
        lower.count(","), lower.count("the") / n, sum(token.lemma_ in _VAGUE for token in tokens) / n,
        any(token.tag_ in ("JJR", "RBR") for token in tokens),
        "?" in text, not text[:1].isupper(), text[-1:] not in (".", "?", "!"),
        first in _POINTS, first in _JOINS, first == "i", "you" in words, sum(word in _FUTURE for word in lower),
        bool(verbs & _SAYS), bool(verbs & _THINKS),
    ]  # fmt: skip
