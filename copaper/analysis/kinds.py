"""What a sentence is: practice, lesson, challenge and so on, several at once if it says so.

A small network, trained by :mod:`copaper.analysis.training.kinds`, over turns of phrase
(:mod:`copaper.analysis.cues`), the shape of the sentence, those of its neighbours, and word
pairs in which nouns are replaced by their part of speech, so that it learns how people tell a
practice and not what the practices of one field are. spaCy's own vectors of the words in their
sentence, which the parse leaves behind, stand for what no list of phrases holds. It learnt from
labelled sentences, and from what a slower model that knows sentence embeddings says of many
that nobody labelled (Hinton, Vinyals and Dean, "Distilling the knowledge in a neural network", 2015).
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np

from copaper.analysis import cues
from copaper.analysis.outright import kind_of
from copaper.analysis.resources import links
from copaper.analysis.units import Unit
from copaper.records import Kind

KINDS: tuple[Kind, ...] = tuple(Kind)
NEIGHBOUR = 0.3
"""Weight of the sentences before and after, as features and again for the result."""
VECTOR = 0.5
"""Weight of spaCy's context vectors against the cues: there are many, and each says little."""
WIDTH = 96
"""Length of those vectors."""
RHETORICAL = 4
"""A question with more sentences of the same speaker behind it is not put to anybody."""

_SHAPE = (
    "short", "words", "noun", "proper", "verb", "adjective", "pronoun", "number", "past", "any_past", "gerund",
    "present", "modal", "imperative", "we", "i", "you", "they", "she", "our", "not",
)  # fmt: skip
DENSE: tuple[str, ...] = (
    *(f"cue:{name}" for name in cues.NAMES), *(f"shape:{name}" for name in _SHAPE), *(f"vector:{i}" for i in range(WIDTH)),
)  # fmt: skip
_PARTS = ("NOUN", "PROPN", "VERB", "ADJ", "PRON")
_SAID = (("we",), ("i",), ("you",), ("they",), ("he", "she"), ("our",), ("not", "n't"))
_PLAINLY = {
    Kind.QUESTION: re.compile(r"^\W*(?:\w+\W+){0,4}asks? (?:whether|if|how|why|what|when|where|which|who)\b"),
    Kind.CHALLENGE: re.compile(r"\b(?:the|my|our|one|a|another|first|second|main|big|bigger|biggest) (?:challenge|problem|difficulty|obstacle|barrier|hurdle)s? (?:for (?:me|us|them|everybody|(?:the |our )?\w+) |here |there |that (?:we|they) (?:have|face|see|had|faced) )?(?:is|was|are|were)\b"),
    Kind.RECOMMENDATION: re.compile(r"\b(?:i|we|i'd|we'd|would) (?:strongly |really |also |highly )?(?:recommend|suggest|propose|urge)\b"),
    Kind.DECISION: re.compile(r"\b(?:it (?:was|is) (?:decided|agreed|resolved)|(?:we|the \w+)(?:'ve| have| has)? (?:decided|resolved|agreed) (?:to|that|on)|"
                              r"(?:we|you) have consensus)\b"),
    Kind.LESSON: re.compile(r"\b(?:(?:my|the|one|our|a|first|second|main|big|biggest) lessons? (?:for (?:me|us|everybody) |here |that we (?:have )?learn(?:ed|t) )?(?:is|was)|"
                            r"(?:we|i)(?:'ve| have)? (?:also )?learn(?:ed|t) (?:that|how|the hard way)|taught (?:us|me) that)\b"),
}  # fmt: skip
"""Words that say outright what a sentence is."""
PLAIN = {Kind.LESSON: 0.9}
"""The chance that they give it, where it is not .6: a lesson tells of trouble as a rule, and is one none the less."""
_KEPT_PARTS = frozenset(("NOUN", "ADJ", "VERB", "ADV"))


@dataclass(frozen=True)
class Model:
    """One hidden layer of h places, beside a linear function of the same f features for each kind."""

    grams: dict[str, int]
    """Row of each known word pair or word, behind the dense features."""
    inner: np.ndarray
    """(f, h + 9): what each feature adds to the hidden places, and to the kinds straight away."""
    hidden: np.ndarray
    """(h,) what is added to the hidden places."""
    outer: np.ndarray
    """(h, 9)."""
    bias: np.ndarray
    """(9,)."""
    thresholds: np.ndarray
    """(9,) the chance from which a kind is given."""


@dataclass(frozen=True)
class Looks:
    """Of n sentences the ``chances`` (n, 9) of each kind, and what the network's ``hidden`` places (n, h)
    make of them: learnt from sentence embeddings, they hold more of a sentence than its kind."""

    chances: np.ndarray
    hidden: np.ndarray


@lru_cache(maxsize=1)
def load() -> Model:
    """Return the trained model."""
    with files("copaper.analysis").joinpath("data/kinds.npz").open("rb") as file, np.load(file, allow_pickle=False) as data:
        if (names := tuple(data["dense"].tolist())) != dense_names():
            raise ValueError(f"kinds.npz was trained with other features: {set(names) ^ set(dense_names())}")
        parts = {name: data[name].astype(float) for name in ("inner", "hidden", "outer", "bias", "thresholds")}
        return Model(grams={gram: i for i, gram in enumerate(data["grams"].tolist())}, **parts)


def dense_names() -> tuple[str, ...]:
    """Return the names of the features that every sentence has, in order."""
    return (*DENSE, *(f"before:{name}" for name in DENSE), *(f"after:{name}" for name in DENSE))


def grams_of(unit: Unit) -> list[str]:
    """Return the words and word pairs of a sentence, nouns by their part of speech, and its lemmas."""
    sequence, lemmas = [], []
    for part, tag, lower, base in zip(unit.parts, unit.tags, unit.lowers, unit.bases, strict=True):
        if part == "SPACE":
            continue
        if part in ("NOUN", "PROPN", "NUM"):
            sequence.append(part)
        elif part in ("VERB", "AUX"):
            sequence.append(base.lower() + ("_d" if tag == "VBD" else ""))
        elif part == "PUNCT":
            sequence.append("?" if lower == "?" else ",")
        else:
            sequence.append(lower)
        if part in _KEPT_PARTS:
            lemmas.append(f"~{base.lower()}")
    pairs = [f"{a} {b}" for a, b in zip(sequence, sequence[1:], strict=False)]
    return list(dict.fromkeys((*sequence, *pairs, *lemmas)))


def _shape(unit: Unit) -> list[float]:
    """Return the shape of a sentence, in the order of :data:`_SHAPE`."""
    parts, tags, said = unit.part_counts, unit.tag_counts, frozenset(unit.lowers)
    n = max(1, len(unit.tokens) - parts["SPACE"])
    first = next((tag for part, tag in zip(unit.parts, unit.tags, strict=True) if part != "SPACE"), "")
    return [
        n < 5, float(np.log(n)), *(parts[part] / n for part in _PARTS), parts["NUM"] > 0,
        5 * tags["VBD"] / n, tags["VBD"] > 0, 5 * tags["VBG"] / n, 5 * (tags["VBP"] + tags["VBZ"]) / n,
        tags["MD"] > 0, first == "VB", *(not said.isdisjoint(words) for words in _SAID),
    ]  # fmt: skip


def _vector(unit: Unit) -> np.ndarray:
    """Return the mean of the context vectors, or nothing where another model leaves none like those learnt from."""
    tensor = unit.span.doc.tensor[unit.span.start : unit.span.end]
    return tensor.mean(axis=0) if tensor.ndim == 2 and tensor.shape[1:] == (WIDTH,) and len(tensor) else np.zeros(WIDTH)


def neighbours(units: Sequence[Unit]) -> tuple[np.ndarray, np.ndarray]:
    """Return for each unit the index of the one before and after in its turn, or -1."""
    n = len(units)
    before, after = np.full(n, -1), np.full(n, -1)
    last: dict[tuple[str, int], int] = {}
    for i, unit in enumerate(units):
        j = last.get((unit.where, unit.index), -1)
        if j >= 0:
            before[i], after[j] = j, i
        last[unit.where, unit.index] = i
    return before, after


def dense(units: Sequence[Unit], counts: Sequence[Sequence[int]]) -> np.ndarray:
    """Return the (n, 3·d) dense features: one's own, the sentence's before and after it."""
    if not units:
        return np.zeros((0, len(dense_names())))
    shapes, vectors = np.array([_shape(unit) for unit in units], dtype=float), np.array([_vector(unit) for unit in units])
    own = np.hstack([np.minimum(counts, 2), shapes, VECTOR * vectors])
    before, after = neighbours(units)
    padded = np.vstack([own, np.zeros(own.shape[1])])
    return np.hstack([own, NEIGHBOUR * padded[before], NEIGHBOUR * padded[after]])


def chances(units: Sequence[Unit], counts: Sequence[Sequence[int]], model: Model | None = None) -> np.ndarray:
    """Return the (n, 9) chance of each kind for each of ``units`` (in time)."""
    return look(units, counts, model).chances


def look(units: Sequence[Unit], counts: Sequence[Sequence[int]], model: Model | None = None) -> Looks:
    """Return what the network says of each of ``units`` (in time)."""
    model = model or load()
    rows = dense(units, counts)
    width, places = rows.shape[1], len(model.hidden)
    inside = rows @ model.inner[:width]
    for i, unit in enumerate(units):
        known = [model.grams[gram] + width for gram in grams_of(unit) if gram in model.grams]
        if known:
            inside[i] += np.add.reduce(model.inner[known]) / math.sqrt(len(known))
    hidden = np.maximum(inside[:, :places] + model.hidden, 0.0)
    logits = hidden @ model.outer + inside[:, places:] + model.bias
    return Looks(_by_rule(units, counts, _smoothed(units, 1.0 / (1.0 + np.exp(-np.clip(logits, -30, 30))))), hidden)


def _smoothed(units: Sequence[Unit], result: np.ndarray) -> np.ndarray:
    """A practice, a story or a challenge is told in several sentences: lean on the neighbours."""
    before, after = neighbours(units)
    near = ((before >= 0).astype(int) + (after >= 0))[:, None]
    padded = np.vstack([result, np.zeros(len(KINDS))])
    mean = (padded[before] + padded[after]) / np.maximum(near, 1)
    smooth = np.where(near > 0, (result + NEIGHBOUR * mean) / (1 + NEIGHBOUR), result)
    question = KINDS.index(Kind.QUESTION)
    smooth[:, question] = result[:, question]
    return smooth


def _by_rule(units: Sequence[Unit], counts: Sequence[Sequence[int]], result: np.ndarray) -> np.ndarray:
    """What needs no learning: talk about the call, questions put to nobody, links."""
    question, resource = KINDS.index(Kind.QUESTION), KINDS.index(Kind.RESOURCE)
    mark = cues.NAMES.index("question_mark")
    call = [i for i, name in enumerate(cues.NAMES) if name.startswith("call_")]
    _, after = neighbours(units)
    for i, unit in enumerate(units):
        about_call = sum(min(counts[i][c], 1) for c in call)
        if about_call and unit.words < 12 or unit.words < 4:
            result[i] *= 0.3
        if counts[i][mark] and _followers(after, i, RHETORICAL + 1) > RHETORICAL:
            result[i, question] *= 0.4
        said = cues.plain(unit.text)
        for kind, pattern in _PLAINLY.items():
            if not counts[i][mark] and pattern.search(said):
                result[i, KINDS.index(kind)] = max(result[i, KINDS.index(kind)], PLAIN.get(kind, 0.6))
        if (plainly := kind_of(unit.text)) is not None:
            result[i, KINDS.index(plainly)] = max(result[i, KINDS.index(plainly)], PLAIN.get(plainly, 0.6))
        if links(unit.text):
            result[i, resource] = max(result[i, resource], 0.9)
    return result


def _followers(after: np.ndarray, i: int, enough: int) -> int:
    found = 0
    while found < enough and after[i] >= 0:
        i = int(after[i])
        found += 1
    return found


def of_cues(units: Sequence[Unit], result: np.ndarray) -> dict[int, np.ndarray]:
    """Return the (9,) chance of each kind for every cue that a unit runs over, by its number.

    A cue of speech recognition may hold a whole paragraph. That any of its sentences is a
    practice is likelier than that the likeliest of them is one.
    """
    none: dict[int, np.ndarray] = {}
    for unit, chance in zip(units, result, strict=True):
        if unit.cue_first is None:
            continue
        for cue in range(unit.cue_first, (unit.cue_last or unit.cue_first) + 1):
            none[cue] = none.get(cue, np.ones(len(KINDS))) * (1 - chance)
    return {cue: 1 - chance for cue, chance in sorted(none.items())}


def strength(result: np.ndarray, model: Model | None = None) -> np.ndarray:
    """Return chances as shares of the thresholds from which the kinds are given, (n, 9)."""
    return np.round(result / (model or load()).thresholds, 6)


def given(result: np.ndarray, model: Model | None = None) -> list[tuple[Kind, ...]]:
    """Return the kinds of each sentence whose chance reaches the kind's threshold."""
    model = model or load()
    return [tuple(kind for kind, chance, least in zip(KINDS, row, model.thresholds, strict=True) if chance >= least) for row in result]
