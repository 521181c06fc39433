"""What is reckoned once of every unit of a session, for its themes and its findings alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from copaper.analysis import cues, kinds, ranker, readers
from copaper.analysis.units import Unit


@dataclass(frozen=True)
class Weighed:
    """Of n units: the ``counts`` of their cues, the ``chances`` (n, 9) of each kind, their ``rating``,
    and what surrounds each, by its position (see :func:`copaper.analysis.readers.surroundings`)."""

    counts: Sequence[tuple[int, ...]]
    chances: np.ndarray
    rating: ranker.Rating
    around: Mapping[int, np.ndarray]


def weigh(units: Sequence[Unit], models: Mapping[str, ranker.Linear] | None = None) -> Weighed:
    """Weigh ``units`` (in time); ``models`` rate them in place of those that are shipped."""
    counts = [cues.count(unit.text) for unit in units]
    looks = kinds.look(units, counts)
    rating = ranker.rate(units, counts, models)
    rows = readers.surroundings(units, looks, rating)
    return Weighed(counts, looks.chances, rating, {unit.position: row for unit, row in zip(units, rows, strict=True)})
