"""Learn what readers find clear and worth keeping.

    python -m copaper.analysis.training.readers ../shared/webinars/train

``readings.jsonl`` holds what was said by reading of sentences of QMSum meetings (MIT): per
sentence its turn, where it begins and ends there, whether it is clear alone and whether it is
worth keeping; without the words. Of the first half of the sentences every second had been chosen as a finding, a third are the most
noteworthy of their meeting, the rest was drawn at random; of the second half most stood in a paper as it
came out before they were read: what a model likes too well is found nowhere else. Writes ``copaper/analysis/data/readers.json``
and prints, in folds by meeting, how well the two are told (area under the curve).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from copaper.analysis import readers
from copaper.analysis.clarity import faults
from copaper.analysis.pipeline import load_model
from copaper.analysis.ranker import Linear
from copaper.analysis.training.meetings import read_meeting
from copaper.analysis.training.ranker import as_data
from copaper.analysis.units import read_units
from copaper.analysis.weighing import weigh

HERE = Path(__file__).parent
STRENGTH = 0.003
"""Inverse of the regularisation."""
HELD_BACK = 2.0
"""How much more the network's hidden places are held back than other features: there are many, and each says little."""
FOLDS = 8
MODELS = ("clear", "worth")


@dataclass(frozen=True)
class Readings:
    """The sentences of one meeting as ``rows``, and what was said of them, (n, 2)."""

    rows: np.ndarray
    verdicts: np.ndarray


def readings(root: Path) -> Iterator[Readings]:
    """Yield the meetings of ``readings.jsonl``, read from under ``root``."""
    nlp = load_model()
    for line in (HERE / "readings.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        units = read_units(read_meeting(next(root.rglob(row["meeting"]))), nlp)
        around = weigh(units).around
        begins = {(unit.index, unit.start): unit for unit in units if unit.where == "turn"}
        ends = {(unit.index, unit.end): unit for unit in units if unit.where == "turn"}
        rows, verdicts = [], []
        for turn, start, end, clear, worth in row["sentences"]:
            first, last = begins[turn, start], ends[turn, end]
            before = None if first is last else first
            rows.append(readers.describe(last, faults(last, before), around[last.position], before is not None))
            verdicts.append((clear, worth))
        yield Readings(np.array(rows), np.array(verdicts, dtype=bool))


def fit(rows: np.ndarray, wanted: np.ndarray) -> Linear:
    """Fit a logistic regression to (n, d) ``rows``."""
    mean, scale = rows.mean(axis=0), np.maximum(rows.std(axis=0), 0.01)  # some hidden places say nothing
    scale = scale * np.where([name.startswith("place:") for name in readers.FEATURES], HELD_BACK, 1.0)
    model = LogisticRegression(C=STRENGTH, max_iter=1000).fit((rows - mean) / scale, wanted)
    return Linear(mean, scale, model.coef_[0], float(model.intercept_[0]))


def main(root: Path, say: Callable[[str], None] = print) -> None:
    parts = list(readings(root))
    rows, verdicts = np.vstack([part.rows for part in parts]), np.vstack([part.verdicts for part in parts])
    fold = np.concatenate([np.full(len(part.rows), i % FOLDS) for i, part in enumerate(parts)])
    data = {}
    for k, name in enumerate(MODELS):
        score = np.zeros(len(rows))
        for f in range(FOLDS):
            score[fold == f] = fit(rows[fold != f], verdicts[fold != f, k]).score(rows[fold == f])
        say(f"{name}: {verdicts[:, k].mean():.2f} of {len(rows)}, told apart in folds with {roc_auc_score(verdicts[:, k], score):.3f}")
        data[name] = as_data(fit(rows, verdicts[:, k]), readers.FEATURES)
    (HERE.parent / "data" / "readers.json").write_text(json.dumps(data, indent=0, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
