"""Calls for objections that nobody follows; fictional, made by hand."""

import pytest

from copaper.analysis.questions import answers_to
from copaper.analysis.units import read_units
from copaper.analysis.unopposed import calls_for_objections, proposed_before
from tests import factories

CALL = "Is anybody against the second gate at the harbour store?"


@pytest.mark.parametrize(("text", "calls"), [
    (CALL, True), ("Does anyone object to the new list?", True), ("Any objections?", True), ("Are there any strong objections to that?", True), ("Anyone who wants to speak up against that decision?", True), ("Is there anyone willing to speak to that?", False), ("Did the growers object to it?", False), ("Is anybody at the harbour store?", False), ("Nobody was against the gate.", False),
])  # fmt: skip
def test_a_call_for_objections_asks_who_is_against_something(text: str, calls: bool) -> None:
    assert calls_for_objections(text) is calls


@pytest.mark.parametrize(("speech", "state"), [
    ([("Nandi", f"{CALL} Okay. Then we go on to the roof.")], "unopposed"),
    ([("Nandi", CALL), ("Sizwe", "No objection."), ("Nandi", "Great, thank you.")], "unopposed"),
    ([("Nandi", CALL), ("Sizwe", "I am, because a second gate needs a second guard for the whole night."), ("Nandi", "Okay.")], None),
    ([("Nandi", f"{CALL} Because the guard said that he was.")], None),
])  # fmt: skip
def test_nobody_objected_where_only_consent_follows_before_the_asker_goes_on(nlp, speech, state) -> None:
    talk = factories.session(speech)
    found, answers = answers_to(talk, read_units(talk, nlp), 0)
    assert (found == "unopposed") is (state == "unopposed")
    assert found != "unopposed" or answers == ()


@pytest.mark.parametrize(("before", "told"), [("I propose that we open the gate of the harbour store in May.", True), ("The gate of the harbour store has a red bell.", False), ("They will open it in May.", False)])
def test_a_call_is_told_with_the_proposal_right_before_it(nlp, before: str, told: bool) -> None:
    units = read_units(factories.session([("Nandi", f"{before} Any objections?")]), nlp)
    assert proposed_before(units, 1) == (0 if told else None)
