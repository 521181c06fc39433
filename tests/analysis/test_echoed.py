"""Which spoken sentences the chat repeats; all of it fictional."""

import pytest

from copaper.analysis.echoed import echoed
from copaper.analysis.units import read_units
from tests import factories

SPEECH = (("Nandi", "So the cow pays for the book of every grower."), ("Nandi", "From June on we planted thirty trees, and eleven are alive."), ("Piet", "Who waters the trees of the school in the winter?"))


def repeated(nlp, *messages: tuple[str, str]) -> list[str]:
    units = read_units(factories.session(SPEECH, [("Thabo", "Good morning from the valley!"), *messages]), nlp)
    marked = echoed(units)
    return [unit.text for unit in units if unit.position in marked]


@pytest.mark.parametrize(
    ("written", "place"),
    [("The cow pays for the book!", 0), ("\"the cow pays for\" - we need to sit with it", 0), ("30 trees -> 11 alive...", 1), ("30 → 11", 1)],
)
def test_words_in_quotation_marks_most_of_its_words_or_two_numbers_repeat_a_sentence(nlp, written, place):
    assert repeated(nlp, ("Thabo", written)) == [SPEECH[place][1]]


@pytest.mark.parametrize(
    "written",
    ["A cow is a lot of work.", "Does the cow pay for the book?", "Eleven", "The trees of our school in the winter, who waters them, I would ask the municipality for a tank and two taps", "\"the cow\" again"],
)
def test_a_few_of_its_words_a_question_and_other_words_repeat_none(nlp, written):
    assert repeated(nlp, ("Thabo", written)) == []


def test_nobody_repeats_what_they_said_themselves(nlp):
    assert repeated(nlp, ("Nandi", "The cow pays for the book!")) == []
