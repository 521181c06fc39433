"""Which sentences are worth writing down, learnt from what human note-takers wrote down.

Two linear models, trained by :mod:`copaper.analysis.training.ranker`. The first says of each
word how likely it is to turn up in notes on the talk around it; the second rates a sentence
by those words, its place, its shape and its turns of phrase. Cf. Galley, "A skip-chain
conditional random field for ranking meeting utterances by importance" (EMNLP 2006), whose
features carry over; the word model replaces his lexical ones, so that no field's vocabulary
is learnt.
"""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np

from copaper.analysis import cues
from copaper.analysis.units import Unit
from copaper.ordinary import background

BLOCK = 400
"""Words of a block, the stretch that a word's weight is told for."""
NOTE = 9.0
"""Content words of an average note (QMSum, training set)."""

WORD_FEATURES = (
    "block", "near", "meeting", "idf", "burst", "speakers", "new", "proper", "verb", "adjective", "long",
)  # fmt: skip
_SHAPE = (
    "words", "content", "density", "turn_words", "in_turn", "from_start", "from_end", "in_meeting", "early", "late",
    "expected", "expected_sum", "expected_top", "expected_mean", "salient_sum", "salient_mean", "salient_top", "overall_cosine", "near_cosine", "local_cosine", "rare", "new", "repeated",
    "noun", "proper", "verb", "adjective", "pronoun", "number", "adverb", "interjection", "joined",
    "past", "modal", "present", "gerund", "first_singular", "first_plural", "second",
    "share_of_words", "share_of_turns", "chair", "words_a_turn", "after_question", "before_words", "after_words", "message",
)  # fmt: skip
FEATURES: tuple[str, ...] = (*_SHAPE, *cues.NAMES)

_TAGS = {"past": ("VBD",), "modal": ("MD",), "present": ("VBZ", "VBP"), "gerund": ("VBG",)}
_PARTS = {
    "noun": ("NOUN",), "proper": ("PROPN",), "verb": ("VERB",), "adjective": ("ADJ",), "pronoun": ("PRON",),
    "number": ("NUM",), "adverb": ("ADV",), "interjection": ("INTJ",), "joined": ("CCONJ", "SCONJ"),
}  # fmt: skip
_PERSONS = {
    "first_singular": frozenset(("i", "me", "my")),
    "first_plural": frozenset(("we", "our", "us")),
    "second": frozenset(("you", "your")),
}


@dataclass(frozen=True)
class Linear:
    """A linear model: ``weights`` and ``bias`` over features scaled by ``mean`` and ``scale``."""

    mean: np.ndarray
    scale: np.ndarray
    weights: np.ndarray
    bias: float

    def score(self, rows: np.ndarray) -> np.ndarray:
        """Return (n,) log-odds for (n, d) ``rows``."""
        return ((rows - self.mean) / self.scale) @ self.weights + self.bias

    @classmethod
    def of(cls, data: Mapping[str, list[float]], names: Sequence[str]) -> Linear:
        """Read {"name": [mean, scale, weight]} and "" for the bias; a missing name is an error."""
        table = np.array([data[name] for name in names])
        return cls(table[:, 0], table[:, 1], table[:, 2], data[""][0])


@lru_cache(maxsize=1)
def load() -> dict[str, Linear]:
    """Return the trained models, "word", "evidence" and "point"."""
    data = json.loads(files("copaper.analysis").joinpath("data/ranker.json").read_text("utf-8"))
    return {
        "word": Linear.of(data["word"], WORD_FEATURES),
        "evidence": Linear.of(data["evidence"], FEATURES),
        "point": Linear.of(data["point"], FEATURES),
    }


@lru_cache(maxsize=50_000)
def rarity(lemma: str) -> float:
    """Return how rare a lemma is in meetings at large, 0.4 to 5.7."""
    meetings, counts = background()
    return math.log((meetings + 1) / (counts.get(lemma, 0) + 0.5))


@dataclass(frozen=True)
class Rating:
    """For each unit the chance that it is ``evidence`` of a note, and what it is worth as a note."""

    evidence: np.ndarray
    worth: np.ndarray


def rate(
    units: Sequence[Unit], counts: Sequence[tuple[int, ...]], models: Mapping[str, Linear] | None = None
) -> Rating:
    """Rate ``units`` (in time) by the trained ``models``; ``counts`` as for :func:`describe`."""
    models = models or load()
    rows = describe(units, counts, models["word"])
    evidence, point = models["evidence"].score(rows), models["point"].score(rows)
    return Rating(sigmoid(evidence), sigmoid((evidence + point) / 2))


def sigmoid(x: np.ndarray) -> np.ndarray:
    return 1.0 / (1.0 + np.exp(-np.clip(x, -30, 30)))


# --- words --------------------------------------------------------------------------


@dataclass(frozen=True)
class Blocks:
    """Stretches of about :data:`BLOCK` words; ``of`` gives each unit's."""

    of: np.ndarray
    rows: tuple[tuple[tuple[str, ...], np.ndarray], ...]
    """For each block its lemmas and their (n, d) features."""


def blocks(units: Sequence[Unit]) -> Blocks:
    """Return the features of every word in every block, in the order of the units."""
    sizes = np.array([unit.words for unit in units], dtype=float)
    before = np.cumsum(sizes) - sizes
    of = (before // BLOCK).astype(int)
    count = int(of.max()) + 1 if len(of) else 0
    inside: list[Counter[str]] = [Counter() for _ in range(count)]
    speakers: list[dict[str, set[str]]] = [defaultdict(set) for _ in range(count)]
    tagged = Counter(pair for unit in units for pair in zip(map(str.casefold, unit.bases), unit.parts, strict=True))
    uses: Counter[str] = Counter()
    for (lemma, _), times in tagged.items():
        uses[lemma] += times
    for unit, block in zip(units, of, strict=True):
        inside[block].update(unit.lemmas)
        for lemma in set(unit.lemmas):
            speakers[block][lemma].add(unit.participant)
    overall: Counter[str] = Counter()
    for counter in inside:
        overall.update(counter)
    total = max(1.0, float(sizes.sum()))
    first: dict[str, int] = {}
    for block, counter in enumerate(inside):
        for lemma in counter:
            first.setdefault(lemma, block)
    rows = []
    for block, counter in enumerate(inside):
        around = range(max(0, block - 1), min(count, block + 2))
        lemmas = tuple(sorted(counter))
        table = []
        width = BLOCK * len(around)
        for lemma in lemmas:
            near = sum([inside[b][lemma] for b in around])
            who = set().union(*[speakers[b].get(lemma, ()) for b in around])
            n = max(1, uses[lemma])
            table.append((
                math.log1p(counter[lemma]), math.log1p(near), math.log1p(overall[lemma]), rarity(lemma),
                math.log((near + 0.5) / width * total / (overall[lemma] + 0.5)), math.log1p(len(who)),
                first[lemma] == block, tagged[lemma, "PROPN"] / n, tagged[lemma, "VERB"] / n, tagged[lemma, "ADJ"] / n, min(len(lemma), 12) / 12,
            ))  # fmt: skip
        rows.append((lemmas, np.array(table, dtype=float).reshape(len(lemmas), len(WORD_FEATURES))))
    return Blocks(of, tuple(rows))


def word_weights(found: Blocks, model: Linear) -> list[dict[str, float]]:
    """Return for each block how likely each lemma is to be in a note on it."""
    return [dict(zip(lemmas, sigmoid(model.score(table)).tolist(), strict=True)) if lemmas else {} for lemmas, table in found.rows]


# --- sentences ------------------------------------------------------------------------


def describe(units: Sequence[Unit], counts: Sequence[tuple[int, ...]], word_model: Linear) -> np.ndarray:
    """Return the (n, d) features of ``units`` (in time), in the order of :data:`FEATURES`.

    ``counts`` are :func:`copaper.analysis.cues.count` of each unit.
    """
    n = len(units)
    if not n:
        return np.zeros((0, len(FEATURES)))
    found = blocks(units)
    weights = word_weights(found, word_model)
    sizes = np.array([max(1, unit.words) for unit in units], dtype=float)
    before = np.cumsum(sizes) - sizes
    total = float(sizes.sum())
    overall, near, local = _cosines(units, before)
    salience = _salience(units)
    turns: dict[tuple[str, int], list[int]] = defaultdict(list)
    for i, unit in enumerate(units):
        turns[unit.where, unit.index].append(i)
    turn_words = {turn: float(sizes[members].sum()) for turn, members in turns.items()}
    said: Counter[str] = Counter()
    taken: Counter[str] = Counter()
    for turn, members in turns.items():
        speaker = units[members[0]].participant
        taken[speaker] += 1
        said[speaker] += turn_words[turn]
    chair = max(taken, key=lambda who: (taken[who], who))
    asks = _asks(units, turns)
    last: dict[str, float] = {}
    rows = []
    for i, unit in enumerate(units):
        members = turns[unit.where, unit.index]
        rows.append((
            *_place(unit, i, members, turn_words[unit.where, unit.index], sizes, before, total),
            *_content(unit, weights[found.of[i]], salience, (overall[i], near[i], local[i]), last, before[i]),
            *_form(unit, sizes[i]),
            said[unit.participant] / total, taken[unit.participant] / len(turns), unit.participant == chair and len(taken) > 1,
            min(said[unit.participant] / taken[unit.participant], 300.0) / 100,
            asks[i], min(sizes[i - 1], 40.0) if i else 0.0, min(sizes[i + 1], 40.0) if i + 1 < n else 0.0,
            unit.where == "message", *counts[i],
        ))  # fmt: skip
    return np.array(rows, dtype=float)


def _place(
    unit: Unit, i: int, members: Sequence[int], turn_words: float, sizes: np.ndarray, before: np.ndarray, total: float
) -> tuple[float, ...]:
    content = len(unit.lemmas)
    k, n = i - members[0], len(members)
    where = float(before[i]) / total
    return (
        math.log1p(sizes[i]), content, content / sizes[i], math.log1p(turn_words), k / (n - 1) if n > 1 else 0.0,
        min(k, 8), min(n - 1 - k, 8), where, where < 0.04, where > 0.96,
    )  # fmt: skip


def _content(
    unit: Unit,
    weights: Mapping[str, float],
    salience: Mapping[str, float],
    cosines: tuple[float, float, float],
    last: dict[str, float],
    at: float,
) -> tuple[float, ...]:
    lemmas, words = unit.lemmas, set(unit.lemmas)
    salient = [salience[lemma] for lemma in words]
    chances = sorted((weights.get(lemma, 0.0) for lemma in words), reverse=True)
    total = sum(chances)
    since = [at - last.get(lemma, -math.inf) for lemma in words]
    new = sum(1 for words_since in since if words_since > 1500)
    repeated = sum(1 for words_since in since if words_since <= 300)
    for lemma in lemmas:
        last[lemma] = at
    return (
        2 * total / (len(lemmas) + NOTE), total, sum(chances[:3]), total / max(1, len(chances)),
        sum(salient), sum(salient) / max(1, len(salient)), max(salient, default=0.0), *cosines,
        sum(map(rarity, words)) / max(1, len(chances)), new, repeated,
    )  # fmt: skip


def _form(unit: Unit, words: float) -> tuple[float, ...]:
    parts, tags, lowers = unit.part_counts, unit.tag_counts, Counter(unit.lowers)
    return (
        *[sum([parts[name] for name in names]) / words for names in _PARTS.values()],
        *[sum([tags[name] for name in names]) / words for names in _TAGS.values()],
        *[sum([lowers[name] for name in names]) / words for names in _PERSONS.values()],
    )


def _asks(units: Sequence[Unit], turns: Mapping[tuple[str, int], Sequence[int]]) -> np.ndarray:
    """Return for each unit whether the turn before its own ended with a question."""
    asked = np.zeros(len(units))
    previous: tuple[str, int] | None = None
    current: tuple[str, int] | None = None
    for i, unit in enumerate(units):
        if unit.where != "turn":
            continue
        if (unit.where, unit.index) != current:
            previous, current = current, (unit.where, unit.index)
        if previous is not None:
            asked[i] = any(units[j].text.rstrip().endswith("?") for j in turns[previous][-3:])
    return asked


def _salience(units: Sequence[Unit]) -> dict[str, float]:
    """Return how much each lemma stands out in the session, 1 for the most salient."""
    counts = Counter(lemma for unit in units for lemma in unit.lemmas)
    raw = {lemma: math.log1p(n) * rarity(lemma) for lemma, n in counts.items()}
    top = max(raw.values(), default=1.0)
    return {lemma: value / top for lemma, value in raw.items()}


def _cosines(units: Sequence[Unit], before: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return each unit's likeness to all, to the 300 and to the 1,400 words around it, itself left out.

    Weights are rarity times log frequency. Running sums make it linear in the session.
    """
    bags = [Counter(unit.lemmas) for unit in units]
    rows: list[list[tuple[str, float]]] = []
    for bag in bags:
        row = [(lemma, (1 + math.log(k)) * rarity(lemma)) for lemma, k in bag.items()]
        length = math.sqrt(sum(v * v for _, v in row)) or 1.0
        rows.append([(lemma, v / length) for lemma, v in row])
    return _against(rows, before, math.inf), _against(rows, before, 150.0), _against(rows, before, 700.0)


def _against(rows: Sequence[Sequence[tuple[str, float]]], before: np.ndarray, width: float) -> np.ndarray:
    low = np.searchsorted(before, before - width)
    high = np.searchsorted(before, before + width)
    sums: dict[str, float] = defaultdict(float)
    square = 0.0
    begin = end = 0
    result = np.zeros(len(rows))
    for i, row in enumerate(rows):
        while end < high[i]:
            for lemma, v in rows[end]:
                square += v * (2 * sums[lemma] + v)
                sums[lemma] += v
            end += 1
        while begin < low[i]:
            for lemma, v in rows[begin]:
                square -= v * (2 * sums[lemma] - v)
                sums[lemma] -= v
            begin += 1
        if row and square > 1e-9:
            own = sum(v * v for _, v in row)
            result[i] = (sum(v * sums[lemma] for lemma, v in row) - own) / math.sqrt(square)
    return result
