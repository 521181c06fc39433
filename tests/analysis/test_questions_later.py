"""Answers that come later, of whoever says them; fictional, made by hand."""


import pytest

from copaper.analysis.questions import _PASSES_ON, answers_to
from copaper.analysis.units import read_units
from tests import factories

ASKED = "Why do the harbour guards sign the ledger twice?"
TALK = [("Sizwe", "The road to the town is closed in May, and nobody can drive there."), ("Thabo", "I did not know of the road.")]


def quoted(nlp, later: str) -> list[str]:
    talk = factories.session([*TALK, ("Sizwe", later)], [("Nandi", ASKED)])
    units = read_units(talk, nlp)
    at = next(i for i, unit in enumerate(units) if unit.where == "message")
    return [answer.quote for answer in answers_to(talk, units, at)[1]]


def test_a_reason_that_comes_later_answers_why(nlp) -> None:
    reason = "The harbour guards sign the ledger twice because the first name may be washed out by the rain."
    assert quoted(nlp, reason) == [reason]


@pytest.mark.parametrize("later", ["Then the harbour guards who come by night sign the ledger because they have it.", "The harbour guards of the winter sign a ledger that is made of leather."])
def test_what_goes_on_from_something_else_or_gives_no_reason_answers_no_why(nlp, later: str) -> None:
    assert quoted(nlp, later) == []


@pytest.mark.parametrize("part", ["may ", "also "])
def test_long_runs_come_to_an_end(part: str):
    assert _PASSES_ON.search(part * 5000) is None


@pytest.mark.parametrize(("led", "state"), [("I can take the ledger one.", "replied"), ("Let me answer that.", "replied"), ("I can take the bus.", "partly")])
def test_whoever_says_that_they_take_a_question_replies_to_it(nlp, led: str, state: str) -> None:
    talk = factories.session([*TALK, ("Sizwe", f"{led} The guards keep a ledger of leather at the gate since the winter.")], [("Nandi", "How do the guards sign their ledger when a foreign ship comes in by night or in bad weather without its papers and its captain?")])
    units = read_units(talk, nlp)
    at = next(i for i, unit in enumerate(units) if unit.where == "message")
    assert answers_to(talk, units, at)[0] == state
