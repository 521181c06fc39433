"""What whoever asks says, or has just been told, that names what a question points at; fictional."""

import pytest

from copaper.analysis.findings import find
from copaper.analysis.prefaces import left_open_by_question, preface
from copaper.analysis.units import read_units
from copaper.records import Kind
from tests import factories

SCALES = "The growers of the valley say that the fee for the new scale is too high."


def before(nlp, *turns: tuple[str, str]) -> list[str]:
    """Return what is told before the last sentence that was said."""
    units = read_units(factories.session(turns), nlp)
    return [said.quote for said in preface(units, len(units) - 1, len(units) - 1)]


@pytest.mark.parametrize(
    ("said", "question", "told"),
    [
        (SCALES, "How do you respond to that view, and will the harbour lower the fee?", [SCALES]),
        (f"Thank you. One last question from me: {SCALES[0].lower()}{SCALES[1:]}", "How do you respond to that view?", [f"{SCALES[0].lower()}{SCALES[1:]}"]),
        (f"Thank you very much. {SCALES}", "Does the harbour know which of those growers pay nothing?", [SCALES]),
        (SCALES, "Are we still waiting?", [SCALES]),
        (SCALES, "Will the harbour pay for a new road?", []),
        ("Thank you very much.", "How do you respond to that view?", []),
        ("They told us that it was closed.", "How do you respond to that view?", []),
        ("The small depots in the valley have no roof.", "When will the council help those small depots?", ["The small depots in the valley have no roof."]),
        ("The growers have no road.", "When will the council help those small depots?", []),
    ],
)  # fmt: skip
def test_what_a_question_points_at_is_told_from_where_it_is_named(nlp, said, question, told) -> None:
    assert before(nlp, ("Nandi", f"{said} {question}")) == told


def test_what_was_replied_last_is_told_where_it_names_the_same(nlp) -> None:
    reply = "We have inspected eleven depots without a roof."
    assert before(nlp, ("Sizwe", reply), ("Nandi", "Who pays for those depots?")) == [reply]
    assert before(nlp, ("Sizwe", reply), ("Nandi", "Who pays for those lorries?")) == []
    assert before(nlp, ("Sizwe", reply), ("Nandi", "The council has a new chairman. Who pays for those depots?")) == []


@pytest.mark.parametrize(
    ("question", "leans"),
    [
        ("Who pays for those depots?", True),
        ("Is your aim to see the same approach?", True),
        ("Are you just waiting, or are you continuing to push?", True),
        ("Who pays for the depots of the harbour?", False),
        ("Will this Bill help the growers?", False),
        ("In terms of the fee for the scale, has that been raised?", False),
        ("Will the harbour see to it that no such action comes?", True),
    ],
)
def test_what_is_left_open(nlp, question, leans) -> None:
    assert bool(left_open_by_question(read_units(factories.session([("Nandi", question)]), nlp))) is leans


def test_what_stands_in_the_sentence_before_is_not_left_open(nlp) -> None:
    assert left_open_by_question(read_units(factories.session([("Nandi", "The fee for the scale was raised in the spring. Do you share that view?")]), nlp)) == []


def test_a_finding_has_what_its_question_is_on(nlp) -> None:
    talk = factories.session([("Nandi", f"{SCALES} How does the harbour office respond to that view on the growers?"), ("Sizwe", "The harbour office has no plan to lower the fee for the scale.")])
    asked = next(one for one in find(talk, read_units(talk, nlp), ()).findings if one.kind is Kind.QUESTION)
    assert asked.leans and [said.quote for said in asked.lead] == [SCALES]
