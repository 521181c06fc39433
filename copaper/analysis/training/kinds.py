"""Learn the kinds of finding from sentences written for the project and from labelled cues.

    python -m copaper.analysis.training.kinds ../shared/webinars/train

``kinds.jsonl`` holds fictional sentences in the register of webinars with their kinds;
``excerpts.txt`` fictional passages of whole conversations, for registers that no meeting at hand
has; ``cues.jsonl`` the kinds of cues of QMSum meetings (MIT), by reading after the code book, as
cue numbers without the words. Writes ``copaper/analysis/data/kinds.json`` and prints the F1 of each
kind per cue, cross-validated by meeting and by passage.

In ``excerpts.txt`` a line begins with a ``#`` and a heading, or is an ``@`` where another person
speaks, or is a cue behind the letters of its kinds (:data:`LETTERS`), ``-`` for none.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
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
PASSAGE_WEIGHT = 0.5
"""Weight of a cue of a written passage: it reads like a transcript, and was none."""
GRAM_WEIGHT = 3.0
"""Weight of the words and word pairs of a sentence, all together, against the cues."""
LEAST = 2
"""Examples that a word or word pair must occur in."""
FOLDS = 10
THRESHOLDS = {
    Kind.PRACTICE: 0.32, Kind.LESSON: 0.25, Kind.CHALLENGE: 0.28, Kind.RECOMMENDATION: 0.45, Kind.RESOURCE: 0.25,
    Kind.STORY: 0.28, Kind.QUESTION: 0.3, Kind.COMMITMENT: 0.3, Kind.DECISION: 0.15,
}  # fmt: skip
"""Chance from which a kind is given: where the cross-validated F1 is about the highest. Committees
are rich in plain talk that uses "should" and "need", hence the caution with recommendations. Decisions
are so rare that their chances stay low."""
LETTERS = {
    "p": Kind.PRACTICE, "l": Kind.LESSON, "c": Kind.CHALLENGE, "r": Kind.RECOMMENDATION, "s": Kind.RESOURCE,
    "t": Kind.STORY, "q": Kind.QUESTION, "m": Kind.COMMITMENT, "d": Kind.DECISION,
}  # fmt: skip


@dataclass(frozen=True)
class Labelled:
    """Units in time with their kinds; ``used`` are those that a reader has labelled, ``gold``
    the labels of each cue by its number."""

    units: Sequence[Unit]
    labels: np.ndarray
    used: np.ndarray
    weight: float
    gold: Mapping[int, np.ndarray]


def written() -> Iterator[Labelled]:
    """Yield the sentences of ``kinds.jsonl``, each by itself."""
    rows = [json.loads(line) for line in (HERE / "kinds.jsonl").read_text("utf-8").splitlines()]
    for row in rows:
        yield _passage([(0, row["text"], _row(row["kinds"]))], WRITTEN_WEIGHT)


def excerpts() -> Iterator[Labelled]:
    """Yield the passages of ``excerpts.txt``."""
    for passage in (HERE / "excerpts.txt").read_text("utf-8").split("\n\n"):
        turn, rows = 0, []
        for line in passage.splitlines()[1:]:
            letters, _, text = line.partition(" ")
            if letters == "@":
                turn += 1
            else:
                rows.append((turn, text, _row([LETTERS[letter] for letter in letters if letter != "-"])))
        yield _passage(rows, PASSAGE_WEIGHT)


def _passage(rows: Sequence[tuple[int, str, np.ndarray]], weight: float) -> Labelled:
    docs = load_model().pipe(text for _, text, _ in rows)
    units = [
        Unit(i, "turn", turn, 0, len(text), 0.0, "", text, doc[:], cue_first=i, cue_last=i)
        for i, ((turn, text, _), doc) in enumerate(zip(rows, docs, strict=True))
    ]
    labels = np.array([row for _, _, row in rows])
    return Labelled(units, labels, np.ones(len(rows), dtype=bool), weight, dict(enumerate(labels)))


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
        gold = {cue: _row(row["kinds"].get(str(cue), ())) for cue in range(row["first"], row["last"] + 1)}
        yield Labelled(units, np.array([_row(k) for k in found]), used, 1.0, gold)


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
    learnt = np.column_stack([model.coef_[0] for model in fitted])
    learnt[len(kinds.dense_names()) :] *= GRAM_WEIGHT
    return kinds.Model(
        grams=grams,
        weights=learnt,
        bias=np.array([float(model.intercept_[0]) for model in fitted]),
        thresholds=np.array([THRESHOLDS[kind] for kind in kinds.KINDS]),
    )


def _sparse(units: Sequence[Unit], grams: dict[str, int]) -> csr_matrix:
    rows, columns, values = [], [], []
    for i, unit in enumerate(units):
        known = [grams[gram] for gram in kinds.grams_of(unit) if gram in grams]
        rows += [i] * len(known)
        columns += known
        values += [GRAM_WEIGHT / np.sqrt(max(1, len(known)))] * len(known)
    return csr_matrix((values, (rows, columns)), shape=(len(units), len(grams)))


def f1(labels: np.ndarray, guess: np.ndarray) -> float:
    """Return F1 of boolean arrays."""
    right = float((labels & guess).sum())
    return 2 * right / max(1.0, float(labels.sum() + guess.sum()))


def cross_validate(texts: Sequence[Labelled], passages: Sequence[Labelled]) -> list[tuple[np.ndarray, np.ndarray]]:
    """Return (labels, chances) of the cues of each passage, by a model that saw no part of it."""
    result: dict[int, tuple[np.ndarray, np.ndarray]] = {}
    for fold in range(FOLDS):
        model = train([*texts, *(part for i, part in enumerate(passages) if i % FOLDS != fold)])
        for i in range(fold, len(passages), FOLDS):
            part = passages[i]
            chances = kinds.of_cues(part.units, kinds.chances(part.units, [cues.count(unit.text) for unit in part.units], model))
            nothing = np.zeros(len(kinds.KINDS))
            result[i] = np.array(list(part.gold.values())), np.array([chances.get(cue, nothing) for cue in part.gold])
    return [result[i] for i in range(len(passages))]


def main(root: Path, say: Callable[[str], None] = print) -> None:
    texts, passages, meetings = list(written()), list(excerpts()), list(labelled(root))
    model = train([*texts, *passages, *meetings])
    found = cross_validate(texts, [*meetings, *passages])
    for name, part in (("meetings", found[: len(meetings)]), ("passages", found[len(meetings) :])):
        labels, chances = (np.vstack(rows) for rows in zip(*part, strict=True))
        for threshold in (model.thresholds, *np.full((5, len(kinds.KINDS)), [[0.2], [0.25], [0.3], [0.35], [0.45]])):
            scores = [f1(labels[:, k], chances[:, k] >= least) for k, least in enumerate(threshold)]
            at = "chosen" if threshold is model.thresholds else f"{threshold[0]:.2f}"
            say(f"{name} {at} micro {f1(labels, chances >= threshold):.3f} " + " ".join(f"{k} {score:.2f}" for k, score in zip(kinds.KINDS, scores, strict=True)))
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
