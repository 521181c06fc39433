"""Learn where quotations begin and end, from stretches of talk of which readers said where they must begin, how far they must go on, and how far
they may.

    python -m copaper.analysis.training.edges ../shared/webinars/train

``edges.jsonl`` holds stretches of QMSum meetings (MIT) without their words: the turn, where the sentence begins there that has to stand first, where the
quotation begins and ends, and where the earliest and the latest sentence ends with which it is good; of passages of ``excerpts.txt``
the same by the numbers of their lines. ``edges.txt`` holds stretches of fictional webinars: a block begins with ``#`` and a webinar's name,
and each line is a sentence behind a letter: ``b`` before the quotation, ``B`` before it and needed, ``=`` of it, ``+`` without which it must not end,
``o`` with which it may, ``-`` with which it goes too far. Most stretches are the accounts that papers would quote, before these were rounded out;
some were drawn at random.

Both models are conditional logits over the ends, or beginnings, that a stretch may have (McFadden, "Conditional logit analysis of
qualitative choice behavior", 1974), of which several may be right: what is made likely is that one of these is chosen. Writes
``copaper/analysis/data/edges.npz``, and prints how they do on meetings held out.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from copaper.analysis.pipeline import load_model
from copaper.analysis.edges import BUCKETS, FURTHER, SOONER, Part, ahead_of, behind_of, ways_back, ways_on, worth
from copaper.analysis.training.kinds import excerpts, of_lines
from copaper.analysis.training.meetings import read_meeting
from copaper.analysis.units import Unit, read_units

HERE = Path(__file__).parent
STRENGTH = 0.1
"""Inverse of the regularisation."""
FOLDS = 6
WEBINAR = 2.0
"""What a stretch of a webinar counts: papers are mostly of these."""


class Side(NamedTuple):
    """What shows of a quotation at each end, or beginning, that it may have, the earliest and latest of these that are good, counted from its own, and the words
    of the sentences that it may go on by."""

    ways: list[list[Part]]
    earliest: int
    latest: int
    words: tuple[int, ...]


class Stretch(NamedTuple):
    """A quotation of a meeting or passage (``source``): behind and before."""

    source: str
    sides: tuple[Side, Side]
    counts: float


def stretches(root: Path) -> Iterator[Stretch]:
    """Yield all that readers labelled; meetings are read from under ``root``."""
    nlp, passages = load_model(), {part.source: part.units for part in excerpts()}
    for line in (HERE / "edges.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if "passage" in row:
            units = passages[row["passage"]]
            for begins, first, last, earliest, latest in row["stretches"]:
                yield _stretch(row["passage"], units, range(first, last + 1), begins, earliest, latest)
            continue
        units = read_units(read_meeting(next(root.rglob(row["meeting"]))), nlp)
        by_turn: dict[int, list[int]] = {}
        for place, unit in enumerate(units):
            if unit.where == "turn":
                by_turn.setdefault(unit.index, []).append(place)
        for turn, begins, start, end, earliest, latest in row["stretches"]:
            firsts, lasts = ({at(units[place]): place for place in by_turn[turn]} for at in (lambda unit: unit.start, lambda unit: unit.end))
            yield _stretch(row["meeting"], units, [place for place in by_turn[turn] if start <= units[place].start < end], firsts[begins], lasts[earliest], lasts[latest])
    for block in (HERE / "edges.txt").read_text("utf-8").strip().split("\n\n"):
        heading, *lines = block.splitlines()
        letters = [line[0] for line in lines]
        own = [at for at, letter in enumerate(letters) if letter == "="]
        begins, earliest, latest = min([own[0], *_of(letters, "B")]), max([own[-1], *_of(letters, "+")]), max([own[-1], *_of(letters, "+o")])
        yield _stretch(heading.removeprefix("# "), of_lines([line[2:] for line in lines]), own, begins, earliest, latest, WEBINAR)


def _of(letters: Sequence[str], wanted: str) -> list[int]:
    return [at for at, letter in enumerate(letters) if letter in wanted]


def _stretch(source: str, units: Sequence[Unit], own: Sequence[int], begins: int, earliest: int, latest: int, counts: float = 1.0) -> Stretch:
    behind, ahead = behind_of(units, own[-1]), ahead_of(units, own[0])
    ends, firsts = [own[-1], *behind], [own[0], *ahead]
    needed = firsts.index(begins)
    on = Side(ways_on(units, own, behind), ends.index(earliest), ends.index(latest), tuple(units[place].words for place in behind))
    back = Side(ways_back(units, own, ahead), needed, min(len(ahead), needed + (needed > 0)), tuple(units[place].words for place in ahead))
    return Stretch(source, (on, back), counts)


def fit(sides: Sequence[Side], counts: Sequence[float]) -> np.ndarray:
    """Return the weights (buckets,) that make it likeliest that good ones are chosen."""
    rows, columns, values, of, good = [], [], [], [], []
    for number, side in enumerate(sides):
        for way, parts in enumerate(side.ways):
            for places, count in parts:
                rows += [len(of)] * len(places)
                columns += places.tolist()
                values += [count] * len(places)
            of.append(number)
            good.append(side.earliest <= way <= side.latest)
    shown, numbers, right = csr_matrix((values, (rows, columns)), shape=(len(of), BUCKETS)), np.array(of), np.array(good)
    begins, weighs = np.searchsorted(numbers, np.arange(len(sides))), np.array(counts)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        odds = shown @ weights
        odds = np.exp(odds - np.maximum.reduceat(odds, begins)[numbers])
        of_all, of_right = np.add.reduceat(odds, begins), np.add.reduceat(odds * right, begins)
        slope = weighs[numbers] * (odds / of_all[numbers] - odds * right / of_right[numbers])
        return float((weighs * (np.log(of_all) - np.log(of_right))).sum() + 0.5 * weights @ weights / STRENGTH), shown.T @ slope + weights / STRENGTH

    return minimize(loss, np.zeros(BUCKETS), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x


def counted(sides: Sequence[Side], chosen: Sequence[int]) -> str:
    """Return how many quotations are cut, good, and go too far if they go on as far as ``chosen``."""
    cut, far = (sum(wrong) / len(sides) for wrong in ([way < side.earliest for way, side in zip(chosen, sides, strict=True)], [way > side.latest for way, side in zip(chosen, sides, strict=True)]))
    more = sum(sum(side.words[:way]) for way, side in zip(chosen, sides, strict=True)) / len(sides)
    return f"cut {cut:.3f}, good {1 - cut - far:.3f}, too far {far:.3f}, {more:.1f} words more"


def main(root: Path, say: Callable[[str], None] = print) -> None:
    found = list(stretches(root))
    sources = sorted({stretch.source for stretch in found})
    fold = {source: number % FOLDS for number, source in enumerate(np.random.default_rng(0).permutation(sources))}
    weights = []
    for number, (name, each) in enumerate((("ends", FURTHER), ("beginnings", SOONER))):
        several = [stretch for stretch in found if len(stretch.sides[number].ways) > 1]
        chosen: dict[int, int] = {}
        for out in range(FOLDS):
            learnt = [stretch for stretch in several if fold[stretch.source] != out]
            model = fit([stretch.sides[number] for stretch in learnt], [stretch.counts for stretch in learnt])
            chosen |= {at: int(worth(stretch.sides[number].ways, model, each).argmax()) for at, stretch in enumerate(several) if fold[stretch.source] == out}
        for whose, part in (("all", range(len(several))), ("webinars", [at for at, stretch in enumerate(several) if stretch.counts == WEBINAR])):
            sides = [several[at].sides[number] for at in part]
            say(f"{name}, {whose}, {len(sides)} stretches: as they are {counted(sides, [0] * len(sides))}; held out {counted(sides, [chosen[at] for at in part])}; all of it {counted(sides, [len(side.words) for side in sides])}")
        weights.append(fit([stretch.sides[number] for stretch in several], [stretch.counts for stretch in several]))
    scale = np.abs(weights).max(axis=1) / 127.0
    np.savez_compressed(HERE.parent / "data" / "edges.npz", weights=np.round(np.array(weights) / scale[:, None]).astype(np.int8), scale=scale.astype(np.float32))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
