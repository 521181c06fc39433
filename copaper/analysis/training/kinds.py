"""Learn the kinds of finding from sentences written for the project and from labelled cues.

    python -m copaper.analysis.training.kinds ../shared/webinars/train

``kinds.jsonl`` holds fictional sentences in the register of webinars with their kinds;
``excerpts.txt`` fictional passages of whole conversations, for registers that no meeting at hand
has; ``cues.jsonl`` the kinds of cues of QMSum meetings (MIT), by reading after the code book, as
cue numbers without the words. The teacher is the mean of two models that learn from these: linear
functions of what the analysis knows of a sentence, and :class:`~copaper.analysis.training.teacher.Kernel`,
which sees its embedding. What the teacher says of the sentences of meetings that nobody labelled is
what the network is to say as well (:mod:`copaper.analysis.training.student`).

Thresholds are where networks that saw nothing of a meeting or passage have the highest F1 on its cues,
as the mean over samples of passages and of stretches of meetings (Breiman, "Bagging predictors", 1996): that curve is flat, and with one
meeting more its top lies elsewhere. Meetings and passages count alike: the former have the labels of one
reader, which are rough, and the latter are richer in kinds than talk. F1 is printed for both.
Writes ``copaper/analysis/data/kinds.npz``.

In ``excerpts.txt`` a line begins with a ``#`` and a heading, or is an ``@`` where another person
speaks, or is a cue behind the letters of its kinds (:data:`LETTERS`), ``-`` for none.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from copaper.analysis import cues, kinds
from copaper.analysis.languages import ENGLISH, language_of
from copaper.analysis.pipeline import load_model
from copaper.analysis.training.meetings import meeting_folders, read_meeting
from copaper.analysis.training.student import Network, learn
from copaper.analysis.training.teacher import Embedder, Kernel
from copaper.analysis.units import Unit, read_units
from copaper.records import Kind

HERE = Path(__file__).parent
STRENGTH = 1.0
WRITTEN_WEIGHT = 3.0
"""Weight of a written sentence, where a cue of one would have 1: it is the kind pure."""
PASSAGE_WEIGHT = 0.5
"""Weight of a cue of a written passage: it reads like a transcript, and was none."""
MEETING_WEIGHT = 0.6
"""Weight of a labelled cue of a meeting: its labels are one reader's, and rough."""
GRAM_WEIGHT = 3.0
"""Weight of the words and word pairs of a sentence, all together, against the cues."""
LEAST = 2
"""Examples that a word or word pair must occur in."""
LEAST_UNLABELLED = 8
"""The same in meetings that nobody labelled."""
UNLABELLED_WEIGHT = 0.5
OWN_LABELS = 0.5
"""Share of a reader's label in what the network is to say of a labelled sentence; the rest is the teacher's."""
SEEDS = (0, 1)
"""One network for each; their answers are averaged."""
HELD_OUT = 4
"""Every so many passages and meetings are held out, in as many turns."""
SAMPLES = 200
LETTERS = {
    "p": Kind.PRACTICE, "l": Kind.LESSON, "c": Kind.CHALLENGE, "r": Kind.RECOMMENDATION, "s": Kind.RESOURCE,
    "t": Kind.STORY, "q": Kind.QUESTION, "m": Kind.COMMITMENT, "d": Kind.DECISION,
}  # fmt: skip


@dataclass(frozen=True)
class Labelled:
    """Units in time with their kinds; ``used`` are those that a reader has labelled, ``gold``
    the labels of each cue by its number. ``source`` is the meeting or passage that they are of; a sentence by itself is of none."""

    units: Sequence[Unit]
    labels: np.ndarray
    used: np.ndarray
    weight: float
    gold: Mapping[int, np.ndarray]
    source: str = ""


def written() -> Iterator[Labelled]:
    """Yield the sentences of ``kinds.jsonl``, each by itself."""
    rows = [json.loads(line) for line in (HERE / "kinds.jsonl").read_text("utf-8").splitlines()]
    for row in rows:
        yield _passage([(0, row["text"], _row(row["kinds"]))], WRITTEN_WEIGHT)


def _passages() -> list[str]:
    return (HERE / "excerpts.txt").read_text("utf-8").split("\n\n")


def headings() -> list[str]:
    """Return what the passages of ``excerpts.txt`` are headed, in order."""
    return [passage.splitlines()[0].removeprefix("# ") for passage in _passages()]


def excerpts() -> Iterator[Labelled]:
    """Yield the passages of ``excerpts.txt``."""
    for heading, passage in zip(headings(), _passages(), strict=True):
        turn, rows = 0, []
        for line in passage.splitlines()[1:]:
            letters, _, text = line.partition(" ")
            if letters == "@":
                turn += 1
            else:
                rows.append((turn, text, _row([LETTERS[letter] for letter in letters if letter != "-"])))
        yield _passage(rows, PASSAGE_WEIGHT, heading)


def of_lines(texts: Sequence[str], turns: Sequence[int] | None = None) -> list[Unit]:
    """Return sentences as units, each of one of the ``turns``, or all of one."""
    docs = load_model().pipe(texts)
    return [Unit(i, "turn", turns[i] if turns else 0, 0, len(text), 0.0, "", text, doc[:], cue_first=i, cue_last=i) for i, (text, doc) in enumerate(zip(texts, docs, strict=True))]


def _passage(rows: Sequence[tuple[int, str, np.ndarray]], weight: float, source: str = "") -> Labelled:
    units = of_lines([text for _, text, _ in rows], [turn for turn, _, _ in rows])
    labels = np.array([row for _, _, row in rows])
    return Labelled(units, labels, np.ones(len(rows), dtype=bool), weight, dict(enumerate(labels)), source)


def labelled(root: Path) -> Iterator[Labelled]:
    """Yield the stretches of meetings of ``cues.jsonl``, read from under ``root``."""
    nlp = load_model()
    for line in (HERE / "cues.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        folder = next(root.rglob(row["meeting"]))
        units = [unit for unit in read_units(read_meeting(folder), nlp) if unit.where == "turn"]
        units = [unit for unit in units if row["first"] - 1 <= (unit.cue_first or 0) <= row["last"] + 1]
        found = [sorted({k for cue in range(u.cue_first or 0, (u.cue_last or 0) + 1) for k in row["kinds"].get(str(cue), ())}) for u in units]
        used = np.array([row["first"] <= (unit.cue_first or 0) <= row["last"] for unit in units])
        gold = {cue: _row(row["kinds"].get(str(cue), ())) for cue in range(row["first"], row["last"] + 1)}
        yield Labelled(units, np.array([_row(k) for k in found]), used, MEETING_WEIGHT, gold, row["meeting"])


def _row(names: Sequence[str]) -> np.ndarray:
    return np.array([kind.value in names for kind in kinds.KINDS])


@dataclass(frozen=True)
class Sentences:
    """What is known of n sentences: (n, f) dense features, word pairs, (n, 384) embeddings."""

    dense: np.ndarray
    grams: Sequence[Sequence[str]]
    embedded: np.ndarray

    @classmethod
    def of(cls, units: Sequence[Unit], embed: Embedder) -> Sentences:
        counts = [cues.count(unit.text) for unit in units]
        return cls(kinds.dense(units, counts).astype(np.float32), [kinds.grams_of(unit) for unit in units], embed([unit.text for unit in units]))

    @classmethod
    def joined(cls, parts: Sequence[Sentences]) -> Sentences:
        return cls(np.vstack([part.dense for part in parts]), [grams for part in parts for grams in part.grams], np.vstack([part.embedded for part in parts]))

    def only(self, used: np.ndarray) -> Sentences:
        return Sentences(self.dense[used], [grams for grams, is_used in zip(self.grams, used, strict=True) if is_used], self.embedded[used])


@dataclass(frozen=True)
class Example:
    """A labelled part with what is known of its sentences."""

    part: Labelled
    known: Sentences

    @cached_property
    def used(self) -> Sentences:
        return self.known.only(self.part.used)


def unlabelled(root: Path, embed: Embedder) -> dict[str, Sentences]:
    """Return the sentences of each committee and research group under ``root``, and of every third
    design team: all of these talk about one remote control."""
    folders = meeting_folders(root)
    design = [folder for folder in folders if not re.search(r"covid|education|_B[a-z]{2}\d", folder.name)]
    left_out = {folder for n, folder in enumerate(design) if n % 3}
    found = {}
    for folder in folders:
        if folder not in left_out:
            units = [unit for unit in read_units(read_meeting(folder), load_model()) if language_of(unit.text) == ENGLISH]
            found[folder.name] = Sentences.of(units, embed)
    return found


class Linear:
    """One logistic regression per kind over dense features and word pairs."""

    def __init__(self, known: Sentences, labels: np.ndarray, weight: np.ndarray) -> None:
        self._grams = numbered(known.grams, LEAST)
        table = self._table(known)
        self._models = [LogisticRegression(C=STRENGTH, max_iter=3000, solver="liblinear", random_state=0).fit(table, labels[:, k], sample_weight=weight) for k in range(labels.shape[1])]

    def __call__(self, known: Sentences) -> np.ndarray:
        """Return (n, 9) log-odds."""
        table = self._table(known)
        return np.column_stack([model.decision_function(table) for model in self._models])

    def _table(self, known: Sentences) -> csr_matrix:
        return hstack([csr_matrix(known.dense), sparse(known.grams, self._grams)]).tocsr()


def numbered(grams: Sequence[Sequence[str]], least: int) -> dict[str, int]:
    """Return a number for each word or word pair that so many sentences have."""
    counter = Counter(gram for found in grams for gram in found)
    return {gram: i for i, gram in enumerate(sorted(gram for gram, n in counter.items() if n >= least))}


def sparse(grams: Sequence[Sequence[str]], numbers: Mapping[str, int]) -> csr_matrix:
    """Return the (n, g) table of word pairs, in which all of a sentence weigh the same together."""
    rows, columns, values = [], [], []
    for i, found in enumerate(grams):
        known = [numbers[gram] for gram in found if gram in numbers]
        rows += [i] * len(known)
        columns += known
        values += [GRAM_WEIGHT / np.sqrt(max(1, len(known)))] * len(known)
    return csr_matrix((np.array(values, dtype=np.float32), (rows, columns)), shape=(len(grams), len(numbers)))


def train(examples: Sequence[Example], others: Sentences, seeds: Sequence[int], say: Callable[[str], None]) -> kinds.Model:
    """Return the model learnt from ``examples`` and from what their teacher says of ``others``; its thresholds are none yet."""
    known = Sentences.joined([example.used for example in examples])
    labels = np.vstack([example.part.labels[example.part.used] for example in examples])
    weight = np.concatenate([np.full(len(example.used.grams), example.part.weight) for example in examples])
    linear, kernel = Linear(known, labels, weight), Kernel(known.embedded, labels, weight)

    def teacher(said: Sentences) -> np.ndarray:
        return 1.0 / (1.0 + np.exp(-np.clip((linear(said) + kernel(said.embedded)) / 2, -30, 30)))

    wanted = np.vstack([OWN_LABELS * labels + (1 - OWN_LABELS) * teacher(known), teacher(others)]).astype(np.float32)
    every = Sentences.joined([known, others])
    names = sorted(numbered(known.grams, LEAST).keys() | numbered(others.grams, LEAST_UNLABELLED).keys())
    grams = {gram: i for i, gram in enumerate(names)}
    weights = np.concatenate([weight, np.full(len(others.grams), UNLABELLED_WEIGHT)])
    table = sparse(every.grams, grams)
    return joined([learn(every.dense, table, every.embedded, wanted, weights, seed=seed, say=say) for seed in seeds], grams)


def joined(networks: Sequence[Network], grams: dict[str, int]) -> kinds.Model:
    """Return the mean of several networks as one."""
    found = [network.weights for network in networks]
    n = len(found)
    rows = [
        np.hstack([*(w[name] for w in found), sum(w[f"{name}_straight"] for w in found) / n]) * scale
        for name, scale in (("dense", 1.0), ("grams", GRAM_WEIGHT))
    ]  # fmt: skip
    return kinds.Model(
        grams=grams,
        inner=np.vstack(rows),
        hidden=np.concatenate([w["hidden"] for w in found]),
        outer=np.vstack([w["outer"] for w in found]) / n,
        bias=sum(w["bias"] for w in found) / n,
        thresholds=np.full(len(kinds.KINDS), np.nan),
    )


def f1(labels: np.ndarray, guess: np.ndarray) -> float:
    """Return F1 of boolean arrays."""
    right = float((labels & guess).sum())
    return 2 * right / max(1.0, float(labels.sum() + guess.sum()))


def of_passages(parts: Sequence[Labelled], model: kinds.Model) -> tuple[np.ndarray, np.ndarray]:
    """Return (labels, chances) of the cues of passages, (n, 9) each."""
    labels, found = [], []
    for part in parts:
        chances = kinds.of_cues(part.units, kinds.chances(part.units, [cues.count(unit.text) for unit in part.units], model))
        labels += list(part.gold.values())
        found += [chances.get(cue, np.zeros(len(kinds.KINDS))) for cue in part.gold]
    return np.array(labels), np.array(found)


def thresholds(parts: Sequence[tuple[np.ndarray, np.ndarray]]) -> np.ndarray:
    """Return for each kind the chance from which it is best given, the mean over samples of ``parts``
    (labels, chances). In each it is where F1 is highest, as the mean of three neighbours."""
    steps = np.round(np.arange(0.08, 0.62, 0.02), 2)
    chance = np.random.default_rng(0)
    best = np.zeros((SAMPLES, len(kinds.KINDS)))
    for sample in best:
        labels, chances = stacked([parts[i] for i in chance.integers(0, len(parts), len(parts))])
        for k in range(len(sample)):
            scores = np.array([f1(labels[:, k], chances[:, k] >= step) for step in steps])
            sample[k] = steps[1 + int(np.argmax(np.convolve(scores, np.ones(3) / 3, "valid")))]
    return best.mean(axis=0)


def stacked(parts: Sequence[tuple[np.ndarray, np.ndarray]]) -> tuple[np.ndarray, np.ndarray]:
    """Return (labels, chances) of several parts as one."""
    labels, chances = (np.vstack(rows) for rows in zip(*parts, strict=True))
    return labels, chances


def main(root: Path, say: Callable[[str], None] = print) -> None:
    embed = Embedder()
    stretches = list(labelled(root))
    parts = [*written(), *excerpts(), *stretches]
    examples = [Example(part, Sentences.of(part.units, embed)) for part in parts]
    sources = list(dict.fromkeys(part.source for part in parts if part.source))
    meetings = frozenset(part.source for part in stretches)
    say("sentences that nobody labelled are read")
    found = unlabelled(root, embed)
    others, unseen = Sentences.joined(list(found.values())), Sentences.joined([said for name, said in found.items() if name not in meetings])
    say(f"{len(others.grams)} sentences; learning without every {HELD_OUT}th passage and meeting, in turn")
    of_meetings, of_others = [], []
    for first in range(HELD_OUT):
        held_out = frozenset(sources[first::HELD_OUT])
        model = train([example for example in examples if example.part.source not in held_out], unseen, SEEDS[:1], say)
        for part in parts:
            if part.source in held_out:
                (of_meetings if part.source in meetings else of_others).append(of_passages([part], model))
    best = np.round((thresholds(of_meetings) + thresholds(of_others)) / 2, 3)
    for name, held in (("meetings", of_meetings), ("passages", of_others)):
        labels, chances = stacked(held)
        each = " ".join(f"{kind} {f1(labels[:, k], chances[:, k] >= best[k]):.2f} from {best[k]}" for k, kind in enumerate(kinds.KINDS))
        say(f"{len(labels)} cues of {name} held out: micro {f1(labels, chances >= best):.3f} {each}")
    final = train(examples, others, SEEDS, say)
    np.savez_compressed(
        HERE.parent / "data" / "kinds.npz",
        dense=np.array(kinds.dense_names()), grams=np.array(list(final.grams)), thresholds=best,
        **{name: getattr(final, name).astype(np.float16) for name in ("inner", "hidden", "outer", "bias")},
    )  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]))
