"""Calibrate confidence on meetings that the ranker has not seen.

    python -m copaper.analysis.training.confidence ../shared/webinars/train

In five folds by meeting: train the ranker on the rest, find the findings of the held-out
meetings, and see whether what each cites overlaps with the evidence of any human note. Fits
a logistic curve to worth and chance of kind, writes ``copaper/analysis/data/confidence.json``
and prints, per fifth of the findings, mean confidence and the share that held.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from copaper.analysis import findings, ranker
from copaper.analysis.training.ranker import Notes, cues_of, read_notes, train
from copaper.analysis.weighing import weigh

FOLDS = 5


def examples(held_out: Sequence[Notes], models: dict[str, ranker.Linear]) -> tuple[list[tuple[float, float]], list[bool]]:
    """Return (log-odds of worth, of kind) of findings and whether each held."""
    rows, held = [], []
    for meeting in held_out:
        units = meeting.units
        weighed = weigh(units, models)
        rating, chances = weighed.rating, weighed.chances
        noted = frozenset().union(*meeting.evidence)
        chosen = findings.chosen_of(meeting.session, units, weighed)
        for begin, i in chosen.places[: findings.MOST]:
            cited = frozenset().union(*(cues_of(units[j]) for j in (*range(begin, i + 1), *chosen.beside[i])))
            rows.append((_logit(float(rating.worth[i])), _logit(float(chances[i].max()))))
            held.append(bool(cited & noted))
    return rows, held


def _logit(p: float) -> float:
    p = min(max(p, 0.001), 0.999)
    return float(np.log(p / (1 - p)))


def calibrate(meetings: Sequence[Notes], say: Callable[[str], None]) -> dict[str, float]:
    """Return the coefficients that :func:`copaper.analysis.confidence.confidence` reads."""
    rows: list[tuple[float, float]] = []
    held: list[bool] = []
    for fold in range(FOLDS):
        seen = [m for i, m in enumerate(meetings) if i % FOLDS != fold]
        more, kept = examples([m for i, m in enumerate(meetings) if i % FOLDS == fold], train(seen))
        rows += more
        held += kept
    table, truth = np.array(rows), np.array(held)
    model = LogisticRegression(C=1.0).fit(table, truth)
    sure = model.predict_proba(table)[:, 1]
    for part in np.array_split(np.argsort(sure, kind="stable"), 5):
        say(f"confidence {sure[part].mean():.2f}: {truth[part].mean():.2f} of {len(part)} held")
    return {"bias": round(float(model.intercept_[0]), 4), "worth": round(float(model.coef_[0][0]), 4), "kind": round(float(model.coef_[0][1]), 4)}


def main(root: Path, say: Callable[[str], None] = print) -> None:
    target = Path(__file__).parent.parent / "data" / "confidence.json"
    target.write_text(json.dumps(calibrate(list(read_notes(root)), say)) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
