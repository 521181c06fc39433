"""Learn which words and sentences note-takers write down.

    python -m copaper.analysis.training.ranker ../shared/webinars/train

Writes ``copaper/analysis/data/ranker.json``. Data: QMSum (Zhong et al. 2021, MIT) with the
evidence sentences of ETRI (MIT): for every note of a meeting, the sentences that it rests on.
Three logistic regressions: the words of notes, sentences that are evidence ("evidence"),
sentences that share enough words with a note to stand for it ("point").
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from copaper.analysis import cues, ranker
from copaper.analysis.pipeline import load_model
from copaper.analysis.training.meetings import meeting_folders, read_meeting
from copaper.analysis.units import Unit, is_content, lemma, read_units
from copaper.records import Session

COVERED = 0.3
"""F1 of content lemmas from which a sentence stands for a note."""
STRENGTH = 0.05
"""Inverse of the regularisation, of sentences and of words alike."""


@dataclass(frozen=True)
class Notes:
    """A meeting with what people noted: for each note its lemmas and its evidence cues."""

    session: Session
    units: Sequence[Unit]
    notes: tuple[Counter[str], ...]
    evidence: tuple[frozenset[int], ...]


def read_notes(root: Path) -> Iterator[Notes]:
    """Yield the committees' meetings under ``root`` with their references.

    Committees at work are nearer to a webinar than the design teams and research groups
    that make up the rest: a ranker that learnt from all 155 did worse on every other set.
    """
    nlp = load_model()
    for folder in meeting_folders(root):
        if not re.search(r"_(?:covid|education)_", folder.name):
            continue
        session = read_meeting(folder)
        units = read_units(session, nlp)
        points = json.loads((folder / "reference.json").read_text("utf-8"))["points"]
        docs = nlp.pipe(point["text"] for point in points)
        yield Notes(
            session=session,
            units=units,
            notes=tuple(Counter(lemma(token) for token in doc if is_content(token)) for doc in docs),
            evidence=tuple(frozenset(point.get("central") or ()) for point in points),
        )


def cues_of(unit: Unit) -> frozenset[int]:
    """Return the cues that a spoken unit runs over."""
    return frozenset() if unit.cue_first is None else frozenset(range(unit.cue_first, (unit.cue_last or unit.cue_first) + 1))


def likeness(words: Counter[str], note: Counter[str]) -> float:
    """Return the F1 of two bags of lemmas."""
    shared = sum((words & note).values())
    return 2 * shared / max(1, sum(words.values()) + sum(note.values()))


def word_examples(meeting: Notes) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return (rows, share of notes with the word, number of notes) of a meeting's words.

    Each block's words are held against the notes that rest on it or its neighbours.
    """
    found = ranker.blocks(meeting.units)
    inside: list[set[int]] = [set() for _ in found.rows]
    for unit, block in zip(meeting.units, found.of, strict=True):
        inside[block] |= cues_of(unit)
    rows, shares, sizes = [], [], []
    for block, (lemmas, table) in enumerate(found.rows):
        notes = [n for n, cited in zip(meeting.notes, meeting.evidence, strict=True) if cited & inside[block]]
        if notes and lemmas:
            rows.append(table)
            shares.append(np.array([sum(word in note for note in notes) / len(notes) for word in lemmas]))
            sizes.append(np.full(len(lemmas), float(len(notes))))
    if not rows:
        return np.zeros((0, 0)), np.zeros(0), np.zeros(0)
    return np.vstack(rows), np.concatenate(shares), np.concatenate(sizes)


def targets(meeting: Notes) -> tuple[np.ndarray, np.ndarray]:
    """Return for each unit whether it is evidence and its best likeness to a note."""
    cited = frozenset().union(*meeting.evidence)
    evidence = np.array([bool(cues_of(unit) & cited) for unit in meeting.units])
    best = np.array([max((likeness(Counter(unit.lemmas), note) for note in meeting.notes), default=0.0) for unit in meeting.units])
    return evidence, best


def fit(rows: np.ndarray, wanted: np.ndarray, weights: np.ndarray) -> ranker.Linear:
    """Fit a logistic regression to ``wanted`` (0 to 1) with ``weights``."""
    mean, scale = rows.mean(axis=0), rows.std(axis=0)
    scale = np.where(scale < 1e-9, 1.0, scale)
    scaled = (rows - mean) / scale
    doubled = np.vstack([scaled, scaled])
    labels = np.concatenate([np.ones(len(rows)), np.zeros(len(rows))])
    shares = np.concatenate([wanted, 1 - wanted]) * np.concatenate([weights, weights])
    used = shares > 0
    model = LogisticRegression(C=STRENGTH, max_iter=400).fit(doubled[used], labels[used], sample_weight=shares[used])
    return ranker.Linear(mean, scale, model.coef_[0], float(model.intercept_[0]))


def train(meetings: Sequence[Notes]) -> dict[str, ranker.Linear]:
    """Return the three models learnt from ``meetings``."""
    parts = [word_examples(meeting) for meeting in meetings]
    kept = [part for part in parts if len(part[0])]
    word = fit(*(np.concatenate([part[i] for part in kept]) for i in range(3)))
    rows, evidence, likenesses = [], [], []
    for meeting in meetings:
        rows.append(ranker.describe(meeting.units, [cues.count(unit.text) for unit in meeting.units], word))
        cited, best = targets(meeting)
        evidence.append(cited)
        likenesses.append(best)
    table = np.vstack(rows)
    weight = np.ones(len(table))
    return {
        "word": word,
        "evidence": fit(table, np.concatenate(evidence).astype(float), weight),
        "point": fit(table, (np.concatenate(likenesses) >= COVERED).astype(float), weight),
    }


def as_data(model: ranker.Linear, names: Sequence[str]) -> dict[str, list[float]]:
    """Return a model as :meth:`copaper.analysis.ranker.Linear.of` reads it."""
    table = np.column_stack([model.mean, model.scale, model.weights])
    return {"": [round(model.bias, 6)], **{name: [round(float(v), 6) for v in row] for name, row in zip(names, table, strict=True)}}


def write(models: dict[str, ranker.Linear], target: Path) -> None:
    """Write models to the file that :func:`copaper.analysis.ranker.load` reads."""
    names = {"word": ranker.WORD_FEATURES, "evidence": ranker.FEATURES, "point": ranker.FEATURES}
    data = {name: as_data(model, names[name]) for name, model in models.items()}
    target.write_text(json.dumps(data, indent=0, separators=(",", ":")) + "\n", "utf-8")


def main(root: Path, say: Callable[[str], None] = print) -> None:
    meetings = list(read_notes(root))
    write(train(meetings), Path(__file__).parent.parent / "data" / "ranker.json")
    say(f"learnt from {len(meetings)} meetings, {sum(len(m.units) for m in meetings)} sentences")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
