"""Texts as papers print them, with what readers said of them.

``readings.jsonl`` and ``more_readings.jsonl`` hold, without the words, what was said by reading of sentences of QMSum meetings
(MIT), of the passages of ``excerpts.txt`` and of statements that papers of these meetings had printed: a sentence by its turn
and where it begins and ends there, or by the numbers of its first and last line; a statement by the places that it was made of.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from copaper.analysis.pipeline import load_model
from copaper.analysis.statements import clean_quotation
from copaper.analysis.training.kinds import excerpts, headings
from copaper.analysis.training.meetings import read_meeting
from copaper.analysis.units import Unit, read_units
from copaper.textclean import ends_as_question

HERE = Path(__file__).parent
FILES = ("readings.jsonl", "more_readings.jsonl")
PASSAGE = 2.0
"""Weight of what was read in a passage: these are of the registers that papers are mostly of."""
LONGEST = 6
"""Sentences of a text that nobody labelled, at most: quotations of papers are as long."""
REPLY = 3
"""Sentences of a reply behind its question, at most."""


@dataclass(frozen=True)
class Reading:
    """A text of a meeting or passage (``source``), and whether readers found it clear and worth keeping, (2,), 0 to 1; ``printed`` are
    statements of papers."""

    source: str
    text: str
    said: tuple[float, float]
    weight: float = 1.0
    printed: bool = False


def lines() -> Iterator[dict]:
    """Yield what both files hold, a line for each meeting or passage."""
    for name in FILES:
        yield from map(json.loads, (HERE / name).read_text("utf-8").splitlines())


def spoken(folder: Path) -> list[Unit]:
    """Return what was said in the meeting of a folder."""
    return [unit for unit in read_units(read_meeting(folder), load_model()) if unit.where == "turn"]


def as_printed(units: Sequence[Unit]) -> str:
    """Return sentences as a paper quotes them."""
    return clean_quotation(" ".join(unit.text for unit in units))


def readings(said: Mapping[str, Sequence[Unit]]) -> list[Reading]:
    """Return all readings, of the same text of a source one with the mean of what was said of it. ``said`` has what was said in each meeting.
    A sentence that is divided otherwise now than when it was read is none any more."""
    found: dict[tuple[str, str], list[Reading]] = {}
    for one in _readings(said):
        found.setdefault((one.source, one.text), []).append(one)
    return [Reading(*key, tuple(np.mean([one.said for one in alike], axis=0).tolist()), alike[0].weight, any(one.printed for one in alike)) for key, alike in found.items()]


def _readings(said: Mapping[str, Sequence[Unit]]) -> Iterator[Reading]:
    passages = {heading: part.units for heading, part in zip(headings(), excerpts(), strict=True)}
    for line in lines():
        if "passage" in line:
            for first, last, clear, worth in line["sentences"]:
                yield Reading(line["passage"], as_printed(passages[line["passage"]][first : last + 1]), (clear, worth), PASSAGE)
            continue
        units = said[line["meeting"]]
        begins, ends = {(unit.index, unit.start): i for i, unit in enumerate(units)}, {(unit.index, unit.end): i for i, unit in enumerate(units)}
        sentences = [([sentence[:3]], *sentence[3:], False) for sentence in line.get("sentences", ())]
        for places, clear, worth, printed in (*sentences, *((*statement, True) for statement in line.get("statements", ()))):
            if all((turn, start) in begins and (turn, end) in ends for turn, start, end in places):
                text = " ".join(as_printed(units[begins[turn, start] : ends[turn, end] + 1]) for turn, start, end in places)
                yield Reading(line["meeting"], text, (clear, worth), printed=printed)


def like_statements(units: Sequence[Unit], chance: np.random.Generator) -> Iterator[str]:
    """Yield texts like those that papers print: each sentence, by chance with what follows it in its turn, and behind a question what the next one says."""
    for i, unit in enumerate(units):
        turn = [other for other in units[i : i + LONGEST] if other.index == unit.index]
        yield as_printed(turn[:1])
        if len(turn) > 1:
            yield as_printed(turn[: int(chance.integers(2, len(turn) + 1))])
        behind = units[i + 1 : i + 1 + REPLY]
        if ends_as_question(unit.text) and behind and behind[0].index != unit.index:
            many = int(chance.integers(1, REPLY + 1))
            yield f"{as_printed(turn[:1])} {as_printed([other for other in behind[:many] if other.index == behind[0].index])}"
