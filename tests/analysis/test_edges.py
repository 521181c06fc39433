"""Quotations go on to their point and begin where they can be understood, within what can be told; fictional."""

import json

import numpy as np
import pytest

from copaper.analysis import edges
from copaper.analysis.edges import FURTHEST, ahead_of, behind_of, ways_back, ways_on, widened, worth
from copaper.analysis.training.edges import HERE, counted, fit, stretches
from copaper.analysis.units import read_units
from tests import factories

SET_UP = "We gave each of the twenty stalls a small freezer in May, and the women paid two hundred rand a month for it."
FAILED = "But by August eleven of them were switched off, because the power went every evening and the fish was lost."


def units_of(nlp, *turns: str):
    return [unit for unit in read_units(factories.session([(f"Speaker {n}", text) for n, text in enumerate(turns)]), nlp) if unit.where == "turn"]


def quoted(units, first: int, last: int) -> str:
    return " ".join(unit.text for unit in units[first : last + 1])


def test_a_success_is_told_with_the_failure_behind_it(nlp):
    units = units_of(nlp, f"{SET_UP} Everybody was so happy, there was a cake. {FAILED} Thank you for listening to me, Chair.")
    assert quoted(units, *widened(units, 0, 0, 200)).endswith(FAILED)


@pytest.mark.parametrize("behind", ["Can everybody still hear me?", "Next slide, please.", "Thank you for the question, Chair."])
def test_what_runs_the_meeting_is_never_taken_along(nlp, behind):
    units = units_of(nlp, f"{SET_UP} {behind}")
    assert widened(units, 0, 0, 200) == (0, 0)


def test_no_more_words_than_there_is_room_for_and_nothing_that_is_not_free(nlp):
    units = units_of(nlp, f"{SET_UP} {FAILED}")
    assert widened(units, 0, 0, units[0].words + units[1].words - 1) == (0, 0)
    assert widened(units, 0, 0, 200, lambda place: place != 1) == (0, 0)
    assert widened(units, 0, 0, 200, may_end=lambda unit: unit.position != units[1].position) == (0, 0)


def test_it_begins_with_what_its_first_sentence_speaks_of_unless_it_must_not(nlp):
    units = units_of(nlp, f"So what happened was, my cousin bought a second-hand oven from a hotel in Mthatha. It cost her nine thousand rand, and she paid it off in six months. {FAILED}")
    assert widened(units, 1, 2, 200)[0] == 0
    assert widened(units, 1, 2, 200, back=False)[0] == 1


@pytest.fixture
def as_it_stands(monkeypatch):
    """No model: a quotation ends and begins as it does."""
    monkeypatch.setattr(edges, "_model", lambda: np.zeros((2, edges.BUCKETS)))
    monkeypatch.setattr(edges, "FURTHER", -1.0)
    monkeypatch.setattr(edges, "SOONER", -1.0)


SUM = "I did the sum for the cold room, and from a hundred and forty crates a day it is cheaper to own one."
REST = "The rest is on the sheet that I sent to everybody last week."


@pytest.mark.parametrize(
    ("behind", "told"),
    [
        ("No, hang on, it is a hundred and seventy crates.", 1),
        ("Let me just check. No, it was a hundred and seventy crates.", 2),
        ("The crates are blue. They come from Durban by lorry.", 0),
        ("No, sorry, can everybody still hear me? It is a hundred and seventy crates.", 0),
        ("No, I mean it.", 0),
    ],
)
def test_a_number_is_told_as_it_was_put_right(nlp, as_it_stands, behind, told):
    units = units_of(nlp, f"{SUM} {behind} {REST}")
    assert widened(units, 0, 0, 200) == (0, told)
    assert widened(units, 0, 0, units[0].words + 3) == (0, 0), "there is no room"


def test_where_no_number_was_told_none_is_put_right(nlp, as_it_stands):
    units = units_of(nlp, f"We keep the crates in the cold room of the market. No, hang on, it is a hundred and seventy crates. {REST}")
    assert widened(units, 0, 0, 200) == (0, 0)


def test_sentences_around_are_of_the_same_turn_and_few(nlp):
    units = units_of(nlp, OTHER := "The gate is shut.", " ".join(f"We counted {n} stalls in the street." for n in range(3, 20)), OTHER)
    assert behind_of(units, 1) == list(range(2, 2 + FURTHEST)) and ahead_of(units, 1) == []
    assert ahead_of(units, 7) == [6, 5, 4, 3]


def test_what_shows_is_the_same_for_as_many_ends_as_there_are(nlp):
    units = units_of(nlp, f"{SET_UP} {FAILED}")
    on, back = ways_on(units, [0], [1]), ways_back(units, [1], [0])
    assert len(on) == len(back) == 2 and len(on[1]) > len(on[0])
    zero = np.zeros(1 << 15)
    assert list(worth(on, zero, 0.5)) == [0.0, 0.5]


def test_what_is_learnt_chooses_the_ends_that_readers_chose(nlp, monkeypatch, tmp_path):
    blocks = "\n\n".join(f"# W\nb Good day.\n= We bought {n} hens in May for the school.\n+ But in June {n - 3} of them were gone.\n- The sun shone on the hill." for n in range(5, 13))
    (tmp_path / "edges.txt").write_text(blocks, "utf-8")
    (tmp_path / "edges.jsonl").write_text("", "utf-8")
    monkeypatch.setattr("copaper.analysis.training.edges.HERE", tmp_path)
    found = list(stretches(tmp_path))
    assert [(one.sides[0].earliest, one.sides[0].latest, one.sides[1].earliest) for one in found] == [(1, 1, 0)] * 8
    sides = [one.sides[0] for one in found]
    weights = fit(sides, [one.counts for one in found])
    chosen = [int(worth(side.ways, weights, 0.0).argmax()) for side in sides]
    assert chosen == [1] * 8 and counted(sides, chosen).startswith("cut 0.000, good 1.000")
    assert counted(sides, [0] * 8).startswith("cut 1.000") and "too far 1.000" in counted(sides, [2] * 8)


def test_the_labels_are_whole():
    rows = [json.loads(line) for line in (HERE / "edges.jsonl").read_text("utf-8").splitlines()]
    assert rows and all(turn >= 0 and begins <= start < end <= earliest <= latest for row in rows if "meeting" in row for turn, begins, start, end, earliest, latest in row["stretches"])
    blocks = (HERE / "edges.txt").read_text("utf-8").strip().split("\n\n")
    assert blocks and all(set(line[0] for line in block.splitlines()[1:]) <= set("bB=+o-") and any(line.startswith("= ") for line in block.splitlines()) for block in blocks)


def test_it_ends_with_a_result_that_has_no_verb_if_that_ends_the_turn(nlp):
    units = units_of(nlp, "We went to thirty bakeries last year with a meter and a torch. Of the thirty, nineteen did something. Those nineteen, on average eighteen percent off the bill.")
    assert widened(units, 0, 1, 200)[1] == 2
