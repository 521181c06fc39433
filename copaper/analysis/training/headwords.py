"""Learn which words of a stretch of talk stand in the heading that people gave it.

    python -m copaper.analysis.training.headwords ../shared/webinars/train

Writes ``copaper/analysis/data/headwords.json``. Data: topics with their spans of QMSum (Zhong
et al. 2021, MIT), of committees and research meetings. The design meetings are left out: all
are about one product, and what makes a word stand in their headings held nowhere else.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from copaper.analysis import headwords
from copaper.analysis.labels import Labeller
from copaper.analysis.people import names_of
from copaper.analysis.pipeline import load_model
from copaper.analysis.ranker import Linear
from copaper.analysis.themes import BEFORE
from copaper.analysis.training.meetings import meeting_folders, read_meeting
from copaper.analysis.training.ranker import as_data
from copaper.analysis.units import lemma, read_units

STRENGTH = 0.1
"""Inverse of the regularisation."""
LEAST = 3
"""Units of a stretch that is learnt from."""
_ONE_PRODUCT = re.compile(r"_(?:ES|IS|TS)\d")


def folders(root: Path) -> list[Path]:
    """Return the folders of the meetings to learn from."""
    return [folder for folder in meeting_folders(root) if not _ONE_PRODUCT.search(folder.name)]


def examples(root: Path) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Yield for each topic of the meetings the table of its words and whether its heading has them."""
    nlp = load_model()
    for folder in folders(root):
        session = read_meeting(folder)
        units = read_units(session, nlp)
        labeller = Labeller(units, names_of(session))
        spoken = [unit for unit in units if unit.where == "turn"]
        for topic in json.loads((folder / "reference.json").read_text("utf-8"))["topics"]:
            first, last = topic["spans"][0]
            inside = [n for n, unit in enumerate(spoken) if first <= (unit.cue_first or 0) and (unit.cue_last or 0) <= last]
            if len(inside) < LEAST:
                continue
            lemmas, rows = labeller.table(spoken[inside[0] : inside[-1] + 1], spoken[max(0, inside[0] - BEFORE) : inside[0]])
            heading = {lemma(token) for token in nlp(topic["label"]) if not token.is_stop}
            if lemmas:
                yield rows, np.array([word in heading for word in lemmas], dtype=float)


def fit(parts: Sequence[tuple[np.ndarray, np.ndarray]]) -> Linear:
    """Fit a logistic regression to (rows, wanted) of several stretches or meetings; a row of a long one counts less."""
    rows = np.vstack([rows for rows, _ in parts])
    wanted = np.concatenate([wanted for _, wanted in parts])
    weights = np.concatenate([np.full(len(wanted), len(wanted) ** -0.5) for _, wanted in parts])
    mean, scale = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    model = LogisticRegression(C=STRENGTH, max_iter=500).fit((rows - mean) / scale, wanted, sample_weight=weights / weights.mean())
    return Linear(mean, scale, model.coef_[0], float(model.intercept_[0]))


def main(root: Path, say: Callable[[str], None] = print) -> None:
    topics = list(examples(root))
    data = as_data(fit(topics), headwords.FEATURES)
    (Path(__file__).parent.parent / "data" / "headwords.json").write_text(json.dumps(data, indent=0, separators=(",", ":")) + "\n", "utf-8")
    say(f"learnt from {len(topics)} topics")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
