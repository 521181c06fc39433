"""Learn what whoever leads does with a matter, from written conversations.

    python -m copaper.analysis.training.steering ../shared/webinars/train

``steering.txt`` holds fictional conversations: whole webinars of which only what leads is kept, and short excerpts, among them
many that only sound like it. A passage begins with ``#`` and a heading; ``@`` is a sentence of others, the last before whoever leads or
the first behind; every other line is a sentence of theirs behind the letters of what it does (:data:`LETTERS`), ``-`` for nothing.
What real talk is like that does nothing of the kind, "I don't know" and "so we decided", is learnt from meetings of QMSum (MIT), whoever says it: nobody labelled
these, so what a first model that learnt from written conversations alone is sure of is left out, and the rest counts little. So do the passages from which
the kinds have learnt (:mod:`copaper.analysis.training.kinds`), in which people tell how they do things: "we pay the driver five rand" settles nothing.
Writes ``copaper/analysis/data/steering.npz``, and prints how it does on webinars held out, three at a time, with all
excerpts to learn from.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

from copaper.analysis.kinds import KINDS
from copaper.analysis.pipeline import load_model
from copaper.analysis.steering import ACTS, BUCKETS, Act, Sentence, features
from copaper.analysis.training.kinds import excerpts
from copaper.analysis.training.meetings import meeting_folders, read_meeting
from copaper.analysis.units import read_units
from copaper.records import Kind

HERE = Path(__file__).parent
STRENGTH = 1.0
"""Inverse of the regularisation."""
LETTERS = {"D": Act.DECIDED, "R": Act.REFUSED, "O": Act.LEFT_OPEN, "P": Act.PUT_OFF, "T": Act.TASK, "N": Act.NEXT, "G": Act.GOES_OVER, "B": Act.BEGINS}
WEBINARS = "Webinar"
"""How the heading of a whole one begins."""
WHOLE_WEIGHT = 3.0
"""What a sentence of a whole webinar counts, beside one of an excerpt: there as much is said that does nothing as in life."""
EVERY, SURE, REAL_WEIGHT = 4, 1.5, 0.3
"""Every so many real meetings are learnt from, without what a first model is so sure of (log-odds), and what a sentence of theirs counts."""
_ACTS = (Kind.DECISION, Kind.COMMITMENT, Kind.QUESTION)
FOLDS = 6


class Passage(NamedTuple):
    """A conversation, and what each of its sentences does."""

    heading: str
    sentences: list[Sentence]
    acts: list[frozenset[Act]]


def passages() -> list[Passage]:
    """Return the conversations of ``steering.txt``."""
    return [_passage(*block.split("\n", 1)) for block in (HERE / "steering.txt").read_text("utf-8").strip().split("\n\n")]


def _passage(heading: str, lines: str) -> Passage:
    found = Passage(heading.removeprefix("# "), [], [])
    turn, led = 0, False
    for line in lines.splitlines():
        letters, text = line.split(" ", 1)
        leads = letters != "@"
        turn += bool(found.sentences) and leads is not led
        led = leads
        found.sentences.append(Sentence(text, turn, leads))
        found.acts.append(frozenset(LETTERS[letter] for letter in letters if letter in LETTERS))
    return found


def table(parts: Sequence[Passage]) -> tuple[csr_matrix, np.ndarray, np.ndarray]:
    """Return what each sentence of those who lead shows, (n, buckets), what it does, (n, acts), and what it counts, (n,)."""
    rows, columns, values, wanted, counts = [], [], [], [], []
    for part in parts:
        for at, one in enumerate(part.sentences):
            if one.leads:
                shown = features(part.sentences, at)
                rows += [len(wanted)] * len(shown)
                columns += shown.keys()
                values += shown.values()
                wanted.append([act in part.acts[at] for act in ACTS])
                counts.append(WHOLE_WEIGHT if part.heading.startswith(WEBINARS) else 1.0)
    return csr_matrix((values, (rows, columns)), shape=(len(wanted), BUCKETS)), np.array(wanted), np.array(counts)


def fit(rows: csr_matrix, wanted: np.ndarray, counts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the weights (acts, buckets) of a logistic regression for each act, and what is added."""
    models = [LogisticRegression(C=STRENGTH, max_iter=500, solver="liblinear", random_state=0).fit(rows, wanted[:, act], counts) for act in range(len(ACTS))]
    return np.vstack([model.coef_[0] for model in models]), np.array([float(model.intercept_[0]) for model in models])


def real(root: Path) -> Iterator[Passage]:
    """Yield meetings under ``root`` as if all who speak led them, and did nothing."""
    nlp = load_model()
    for folder in meeting_folders(root)[::EVERY]:
        said = [Sentence(unit.text, unit.index, True) for unit in read_units(read_meeting(folder), nlp) if unit.where == "turn"]
        yield Passage(folder.name, said, [frozenset()] * len(said))


def practices() -> csr_matrix:
    """Return what the sentences of written passages show (n, buckets), but for those that settle, promise or ask."""
    found: list[csr_matrix] = []
    for part in excerpts():
        said = [Sentence(unit.text, unit.index, True) for unit in part.units]
        rows, _, _ = table([Passage(part.source, said, [frozenset()] * len(said))])
        found.append(rows[~part.labels[:, [KINDS.index(kind) for kind in _ACTS]].any(axis=1)])
    return vstack(found).tocsr()


def with_real(parts: Sequence[Passage], others: csr_matrix, told: csr_matrix) -> tuple[csr_matrix, np.ndarray, np.ndarray]:
    """Return the table of ``parts`` with the sentences of real meetings, ``others`` (n, buckets), that a model of these alone hears nothing in, and of what is only ``told``."""
    rows, wanted, counts = table(parts)
    weights, bias = fit(rows, wanted, counts)
    nothing = np.asarray((others @ weights[: len(ACTS) - 1].T) + bias[: len(ACTS) - 1]).max(axis=1) < SURE  # where a topic begins is hardly told apart
    kept = vstack([others[nothing], told]).tocsr()
    return vstack([rows, kept]).tocsr(), np.vstack([wanted, np.zeros((kept.shape[0], len(ACTS)), dtype=bool)]), np.concatenate([counts, np.full(kept.shape[0], REAL_WEIGHT)])


def held_out(parts: Sequence[Passage], others: csr_matrix, told: csr_matrix) -> tuple[np.ndarray, np.ndarray]:
    """Return what is said of the sentences of whole webinars (n, acts) by models that learnt from none of theirs, and what they do."""
    whole = [part for part in parts if part.heading.startswith(WEBINARS)]
    said, did = [], []
    for fold in range(FOLDS):
        out = whole[fold::FOLDS]
        weights, bias = fit(*with_real([part for part in parts if part not in out], others, told))
        rows, wanted, _ = table(out)
        said.append(np.asarray(rows @ weights.T) + bias)
        did.append(wanted)
    return np.vstack(said), np.vstack(did)


def main(root: Path, say: Callable[[str], None] = print) -> None:
    parts = passages()
    others = vstack([table([part])[0] for part in real(root)]).tocsr()
    told = practices()
    said, did = held_out(parts, others, told)
    for number, act in enumerate(ACTS):
        sure = said[:, number] >= 0
        right = int((did[:, number] & sure).sum())
        say(f"{act}: {int(did[:, number].sum())} sentences of webinars held out, average precision {average_precision_score(did[:, number], said[:, number]):.3f}; {right} of {int(sure.sum())} right that are likelier than not")
    weights, bias = fit(*with_real(parts, others, told))
    scale = np.abs(weights).max(axis=1) / 127.0
    np.savez_compressed(HERE.parent / "data" / "steering.npz", weights=np.round(weights / scale[:, None]).astype(np.int8), scale=scale.astype(np.float32), bias=bias.astype(np.float32))
    say(f"learnt from {sum(one.leads for part in parts for one in part.sentences)} sentences of {len(parts)} conversations, and {others.shape[0]} of real meetings that nobody labelled")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
