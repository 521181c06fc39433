"""Learn what readers find clear and worth keeping.

    python -m copaper.analysis.training.readers ../shared/webinars/train

``readings.jsonl`` holds what was said by reading of sentences of QMSum meetings (MIT) and of the
passages of ``excerpts.txt``: per sentence its turn and where it begins and ends there, or the numbers
of its first and last line, whether it is clear alone and whether it is worth keeping; without the words. Of the first half of the sentences every second had been chosen as a finding, a third are the most
noteworthy of their meeting, the rest was drawn at random; of the second half most stood in a paper as it
came out before they were read: what a model likes too well is found nowhere else. Writes ``copaper/analysis/data/readers.json``
and prints, in folds by meeting and passage, how well the two are told (area under the curve), and what is true of what a paper would show.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from copaper.analysis import readers
from copaper.analysis.clarity import faults
from copaper.analysis.pipeline import load_model
from copaper.analysis.ranker import Linear, sigmoid
from copaper.analysis.training.kinds import excerpts, headings
from copaper.analysis.training.meetings import read_meeting
from copaper.analysis.training.ranker import as_data
from copaper.analysis.units import Unit, read_units
from copaper.analysis.weighing import weigh

HERE = Path(__file__).parent
STRENGTH = 0.003
"""Inverse of the regularisation."""
HELD_BACK = 2.0
"""How much more the network's hidden places are held back than other features: there are many, and each says little."""
WRITTEN = 2.0
"""Weight of the passages: they are of the registers that papers are mostly of."""
FOLDS = 8
MODELS = ("clear", "worth")


@dataclass(frozen=True)
class Readings:
    """The sentences of one meeting or passage as ``rows``, what was said of them, (n, 2), and what each weighs."""

    rows: np.ndarray
    verdicts: np.ndarray
    weight: float


def readings(root: Path) -> Iterator[Readings]:
    """Yield the meetings of ``readings.jsonl``, read from under ``root``, and its passages."""
    nlp = load_model()
    passages = {heading: part.units for heading, part in zip(headings(), excerpts(), strict=True)}
    for line in (HERE / "readings.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if "passage" in row:
            units = passages[row["passage"]]
            places = [(first, last) for first, last, *_ in row["sentences"]]
        else:
            units = read_units(read_meeting(next(root.rglob(row["meeting"]))), nlp)
            begins = {(unit.index, unit.start): i for i, unit in enumerate(units) if unit.where == "turn"}
            ends = {(unit.index, unit.end): i for i, unit in enumerate(units) if unit.where == "turn"}
            # a sentence that is divided otherwise now than when it was read is none any more
            row["sentences"] = [said for said in row["sentences"] if (said[0], said[1]) in begins and (said[0], said[2]) in ends]
            places = [(begins[turn, start], ends[turn, end]) for turn, start, end, *_ in row["sentences"]]
        yield Readings(_rows(units, places), np.array([sentence[-2:] for sentence in row["sentences"]], dtype=bool), WRITTEN if "passage" in row else 1.0)


def _rows(units: Sequence[Unit], places: Sequence[tuple[int, int]]) -> np.ndarray:
    """Return the features of sentences, each by its first and last unit."""
    around = weigh(units).around
    rows = []
    for first, last in places:
        before = None if first == last else units[first]
        rows.append(readers.describe(units[last], faults(units[last], before), around[units[last].position], before is not None))
    return np.array(rows)


def fit(rows: np.ndarray, wanted: np.ndarray, weight: np.ndarray) -> Linear:
    """Fit two logistic regressions to (n, d) ``rows``, each with its ``weight``, and return their mean: one over all
    features, which tells more, and one over the sentence's own alone, which carries further to meetings unlike those learnt from."""
    mean, scale = rows.mean(axis=0), np.maximum(rows.std(axis=0), 0.01)  # some hidden places say nothing
    scale = scale * np.where([name.startswith("place:") for name in readers.FEATURES], HELD_BACK, 1.0)
    table, own = (rows - mean) / scale, len(readers.FEATURES) - len(readers.AROUND)
    models = [LogisticRegression(C=STRENGTH, max_iter=1000).fit(table[:, :used], wanted, sample_weight=weight) for used in (own, table.shape[1])]
    weights = [np.concatenate([model.coef_[0], np.zeros(table.shape[1] - model.coef_.shape[1])]) for model in models]
    return Linear(mean, scale, sum(weights) / 2, float(sum(model.intercept_[0] for model in models) / 2))


def main(root: Path, say: Callable[[str], None] = print) -> None:
    parts = list(readings(root))
    rows, verdicts = np.vstack([part.rows for part in parts]), np.vstack([part.verdicts for part in parts])
    fold = np.concatenate([np.full(len(part.rows), i % FOLDS) for i, part in enumerate(parts)])
    weight = np.concatenate([np.full(len(part.rows), part.weight) for part in parts])
    data, score = {}, np.zeros((len(rows), len(MODELS)))
    for k, name in enumerate(MODELS):
        for f in range(FOLDS):
            score[fold == f, k] = fit(rows[fold != f], verdicts[fold != f, k], weight[fold != f]).score(rows[fold == f])
        data[name] = as_data(fit(rows, verdicts[:, k], weight), readers.FEATURES)
    liked = sigmoid(score).prod(axis=1)
    for words, among in (("meetings", weight == 1.0), ("passages", weight == WRITTEN)):
        apart = ", ".join(f"{name} {verdicts[among, k].mean():.2f} told apart with {roc_auc_score(verdicts[among, k], score[among, k]):.3f}" for k, name in enumerate(MODELS))
        shown = among & (liked >= readers.LIKED)
        say(f"{words}: {among.sum()} sentences, {apart}; from {readers.LIKED} on {shown.sum()}, {', '.join(f'{verdicts[shown, k].mean():.2f} {name}' for k, name in enumerate(MODELS))}, both {verdicts[shown].all(axis=1).mean():.2f}")
    (HERE.parent / "data" / "readers.json").write_text(json.dumps(data, indent=0, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
