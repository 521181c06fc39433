"""Where a new topic is likely to begin, learnt from meetings in which people marked the topics.

A linear model over what holds in any meeting: whether the words and the voices before and
after a place are the same, whether words begin there that stay, whether somebody hands over,
thanks or opens. It knows no vocabulary of any field. Trained by
:mod:`copaper.analysis.training.boundaries`.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np

from copaper.analysis.ranker import Linear
from copaper.analysis.units import Unit, told_once

FEATURES = ("near", "far", "words_begin", "voices", "opener", "handover", "handover_after", "handover_before", "thanks", "turn_words", "turn")
NEAR, FAR = 4, 16
"""Blocks on either side whose likeness is told."""
STAYS = 12
"""Blocks in which a word that begins is said at least :data:`OFTEN` times, and not before it for as many."""
OFTEN = 3
_AHEAD = 3

_HANDOVER = re.compile(
    r"\b(?:next (?:up|item|topic|one|agenda|on (?:the|our) agenda|question is|is|we have|speaker|presentation|thing)|"
    r"(?:let'?s|let us|we'?ll|we will|we can|i'?ll|want to|going to|like to|should) (?:now )?(?:move|turn|go|jump|shift|switch|start|begin|continue) (?:on|over|to|into|with|off|back)|"
    r"moving (?:on|to|along)|move on|moves? us (?:on )?to|(?:first|second|third|fourth|fifth|last|final) (?:item|topic|question|agenda|thing|point|session|part)|"
    r"(?:over|hand|pass) (?:it |this |that )?(?:over )?to|on (?:the|our|today'?s) agenda|agenda item|"
    r"we(?:'ve| have) got (?:.{0,30})(?:agenda|next)|brings us to|turn(?:ing)? to|any (?:other|more) (?:questions|comments|business)|"
    r"before we (?:close|end|wrap|finish|move)|wrap(?:ping)? up|all right|alright|main topic|introduce|"
    r"the (?:floor|stage) is yours|questions? (?:now )?(?:from|on|about|to|regarding)|can i (?:turn|move|ask)|thank you (?:all|everyone|very much))\b",
    re.I,
)
_OPENER = re.compile(
    r"^\W*(?:(?:and|um|uh|yeah|yes|well|good|great|perfect|cool)\b\W*)*"
    r"(?:okay|ok|all right|alright|right|so|now|well|good|next|moving|let'?s|thanks?|first|then|finally|anyway)\b",
    re.I,
)
_THANKS = re.compile(r"\b(?:thank(?:s| you)|that'?s (?:it|all|everything)|appreciate)\b", re.I)


class Stretch(NamedTuple):
    """A run of spoken units, ``first`` to ``last`` (positions in the list of spoken units)."""

    first: int
    last: int


def is_handover(text: str) -> bool:
    """Tell whether somebody moves the meeting on."""
    return bool(_HANDOVER.search(text[:400]))


@told_once
def hands_over(unit: Unit) -> bool:
    """Tell whether a unit moves the meeting on."""
    return is_handover(unit.text)


@lru_cache(maxsize=1)
def load() -> Linear:
    """Return the trained model."""
    return Linear.of(json.loads(files("copaper.analysis").joinpath("data/boundaries.json").read_text("utf-8")), FEATURES)


def odds(units: Sequence[Unit], blocks: Sequence[Stretch], lemmas: Sequence[Sequence[str]], matrix: np.ndarray) -> np.ndarray:
    """Return for each block the log-odds that a topic begins with it; the first always does (0).

    ``lemmas`` and ``matrix`` are the words of the blocks, plain and as vectors.
    """
    found = np.round(load().score(describe(units, blocks, lemmas, matrix)), 9)
    found[0] = 0.0
    return found


def describe(units: Sequence[Unit], blocks: Sequence[Stretch], lemmas: Sequence[Sequence[str]], matrix: np.ndarray) -> np.ndarray:
    """Return the table of the blocks' beginnings, (blocks, :data:`FEATURES`)."""
    handovers = [hands_over(unit) for unit in units]
    turn_words: Counter[int] = Counter()
    for unit in units:
        turn_words[unit.index] += unit.words
    told = np.zeros((len(blocks), 7))
    for row, first in zip(told, (block.first for block in blocks), strict=True):
        opening, before = units[first], units[max(0, first - 2) : first]
        row[:] = (
            _OPENER.match(opening.text) is not None,
            handovers[first],
            any(handovers[first + 1 : first + 3]),
            any(handovers[max(0, first - 2) : first]),
            any(_THANKS.search(unit.text) for unit in (*before, opening)),
            np.log1p(turn_words[opening.index]),
            bool(before) and before[-1].index != opening.index,
        )
    return np.column_stack([likeness(matrix, NEAR), likeness(matrix, FAR), _words_begin(lemmas), likeness(_voices(units, blocks), NEAR), told])


def likeness(matrix: np.ndarray, width: int) -> np.ndarray:
    """Return the cosine of what ``width`` rows before each row say and of what it and those after say."""
    sums = np.vstack([np.zeros(matrix.shape[1]), np.cumsum(matrix, axis=0)])
    here = np.arange(len(matrix))
    before = sums[here] - sums[np.maximum(0, here - width)]
    after = sums[np.minimum(len(matrix), here + width)] - sums[here]
    lengths = np.linalg.norm(before, axis=1) * np.linalg.norm(after, axis=1)
    return (before * after).sum(axis=1) / np.maximum(lengths, 1e-9)


def _words_begin(lemmas: Sequence[Sequence[str]]) -> np.ndarray:
    """Return how many words begin to be used in each block or the next two, as a logarithm."""
    places: dict[str, list[int]] = {}
    for block, words in enumerate(lemmas):
        for word in dict.fromkeys(words):
            places.setdefault(word, []).append(block)
    begins = np.zeros(len(lemmas) + _AHEAD)
    for found in places.values():
        for number in range(len(found) - OFTEN + 1):
            anew = number == 0 or found[number] - found[number - 1] > STAYS
            if anew and found[number + OFTEN - 1] - found[number] < STAYS:
                begins[found[number]] += 1
    return np.log1p(sum(begins[ahead : ahead + len(lemmas)] for ahead in range(_AHEAD)))


def _voices(units: Sequence[Unit], blocks: Sequence[Stretch]) -> np.ndarray:
    """Return the words of each speaker in each block."""
    people = {person: number for number, person in enumerate(dict.fromkeys(unit.participant for unit in units))}
    table = np.zeros((len(blocks), len(people)))
    for row, block in zip(table, blocks, strict=True):
        for unit in units[block.first : block.last + 1]:
            row[people[unit.participant]] += unit.words
    return table
