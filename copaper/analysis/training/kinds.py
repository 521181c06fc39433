"""Learn the kinds of finding from sentences written for the project and from labelled cues.

    python -m copaper.analysis.training.kinds ../shared/webinars/train

``kinds.jsonl`` holds fictional sentences in the register of webinars with their kinds;
``cues.jsonl`` the kinds of cues of QMSum meetings (MIT), by reading after the code book, as cue
numbers without the words. Writes ``copaper/analysis/data/kinds.json`` and prints the F1 of each
kind, cross-validated by meeting.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, hstack, vstack
from sklearn.linear_model import LogisticRegression

from copaper.analysis import cues, kinds
from copaper.analysis.pipeline import load_model
from copaper.analysis.training.meetings import read_meeting
from copaper.analysis.units import Unit, read_units
from copaper.records import Kind

HERE = Path(__file__).parent
STRENGTH = 1.0
WRITTEN_WEIGHT = 3.0
"""Weight of a written sentence against a labelled cue: it is the kind pure."""
LEAST = 2
"""Examples that a word or word pair must occur in."""
THRESHOLDS = {
    Kind.PRACTICE: 0.3, Kind.LESSON: 0.33, Kind.CHALLENGE: 0.33, Kind.RECOMMENDATION: 0.45, Kind.RESOURCE: 0.25,
    Kind.STORY: 0.25, Kind.QUESTION: 0.33, Kind.COMMITMENT: 0.4, Kind.DECISION: 0.33,
}  # fmt: skip
"""Chance from which a kind is given. The written sentences are poor in plain talk that uses
"should" and "need", hence the caution with recommendations, and rich in pure stories and resources."""


@dataclass(frozen=True)
class Labelled:
    """Units in time with their kinds; ``used`` are those that a reader has labelled."""

    units: Sequence[Unit]
    labels: np.ndarray
    used: np.ndarray
    weight: float


def written() -> Iterator[Labelled]:
    """Yield the sentences of ``kinds.jsonl``, each by itself."""
    rows = [json.loads(line) for line in (HERE / "kinds.jsonl").read_text("utf-8").splitlines()]
    docs = load_model().pipe(row["text"] for row in rows)
    for row, doc in zip(rows, docs, strict=True):
        unit = Unit(0, "turn", 0, 0, len(doc.text), 0.0, "", doc.text, doc[:])
        yield Labelled([unit], _row(row["kinds"])[None, :], np.ones(1, dtype=bool), WRITTEN_WEIGHT)


def labelled(root: Path) -> Iterator[Labelled]:
    """Yield the meetings of ``cues.jsonl``, read from under ``root``."""
    nlp = load_model()
    for line in (HERE / "cues.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        folder = next(root.rglob(row["meeting"]))
        units = [unit for unit in read_units(read_meeting(folder), nlp) if unit.where == "turn"]
        units = [unit for unit in units if row["first"] - 1 <= (unit.cue_first or 0) <= row["last"] + 1]
        found = [sorted({k for cue in range(u.cue_first or 0, (u.cue_last or 0) + 1) for k in row["kinds"].get(str(cue), ())}) for u in units]
        used = np.array([row["first"] <= (unit.cue_first or 0) <= row["last"] for unit in units])
        yield Labelled(units, np.array([_row(k) for k in found]), used, 1.0)


def _row(names: Sequence[str]) -> np.ndarray:
    return np.array([kind.value in names for kind in kinds.KINDS])


def train(parts: Sequence[Labelled]) -> kinds.Model:
    """Return the model learnt from ``parts``."""
    counter = Counter(gram for part in parts for unit, used in zip(part.units, part.used, strict=True) if used for gram in kinds.grams_of(unit))
    grams = {gram: i for i, gram in enumerate(sorted(gram for gram, n in counter.items() if n >= LEAST))}
    tables, targets, weights = [], [], []
    for part in parts:
        rows = kinds.dense(part.units, [cues.count(unit.text) for unit in part.units])[part.used]
        used = [unit for unit, is_used in zip(part.units, part.used, strict=True) if is_used]
        tables.append(hstack([csr_matrix(rows), _sparse(used, grams)]))
        targets.append(part.labels[part.used])
        weights.append(np.full(len(used), part.weight))
    table, target, weight = vstack(tables).tocsr(), np.vstack(targets), np.concatenate(weights)
    fitted = [
        LogisticRegression(C=STRENGTH, max_iter=3000, solver="liblinear", random_state=0).fit(table, target[:, k], sample_weight=weight)
        for k in range(len(kinds.KINDS))
    ]
    return kinds.Model(
        grams=grams,
        weights=np.column_stack([model.coef_[0] for model in fitted]),
        bias=np.array([float(model.intercept_[0]) for model in fitted]),
        thresholds=np.array([THRESHOLDS[kind] for kind in kinds.KINDS]),
    )


def _sparse(units: Sequence[Unit], grams: dict[str, int]) -> csr_matrix:
    rows, columns, values = [], [], []
    for i, unit in enumerate(units):
        known = [grams[gram] for gram in kinds.grams_of(unit) if gram in grams]
        rows += [i] * len(known)
        columns += known
        values += [1 / np.sqrt(max(1, len(known)))] * len(known)
    return csr_matrix((values, (rows, columns)), shape=(len(units), len(grams)))


def f1(labels: np.ndarray, guess: np.ndarray) -> float:
    """Return F1 of boolean arrays."""
    right = float((labels & guess).sum())
    return 2 * right / max(1.0, float(labels.sum() + guess.sum()))


def cross_validate(texts: Sequence[Labelled], meetings: Sequence[Labelled]) -> tuple[np.ndarray, np.ndarray]:
    """Return (labels, chances) of the meetings' units, each by a model that saw no part of it."""
    labels, chances = [], []
    for held_out in range(len(meetings)):
        model = train([*texts, *(m for i, m in enumerate(meetings) if i != held_out)])
        part = meetings[held_out]
        result = kinds.chances(part.units, [cues.count(unit.text) for unit in part.units], model)
        labels.append(part.labels[part.used])
        chances.append(result[part.used])
    return np.vstack(labels), np.vstack(chances)


def main(root: Path, say: Callable[[str], None] = print) -> None:
    texts, meetings = list(written()), list(labelled(root))
    labels, chances = cross_validate(texts, meetings)
    model = train([*texts, *meetings])
    for threshold in (0.25, 0.3, 0.33, 0.36, 0.4):
        scores = [f1(labels[:, k], chances[:, k] >= threshold) for k in range(len(kinds.KINDS))]
        say(f"{threshold:.2f} micro {f1(labels, chances >= threshold):.3f} " + " ".join(f"{kind} {score:.2f}" for kind, score in zip(kinds.KINDS, scores, strict=True)))
    names = [*kinds.dense_names(), *model.grams]
    data = {
        "bias": np.round(model.bias, 4).tolist(),
        "thresholds": {kind.value: float(t) for kind, t in zip(kinds.KINDS, model.thresholds, strict=True)},
        "weights": {name: np.round(row, 3).tolist() for name, row in zip(names, model.weights, strict=True)},
    }
    target = HERE.parent / "data" / "kinds.json"
    target.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":"), indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
