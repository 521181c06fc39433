"""A heading is completed to the name or term that it is a piece of; fictional."""

import pytest

from copaper.analysis.completing import completed
from copaper.analysis.units import read_units
from tests.factories import session

NOBODY = frozenset()


def label(nlp, text, said, names=NOBODY, announced=()):
    return completed(text, read_units(session([("Thandi", said)]), nlp), names, announced)


TRIALS = "The field trials with growers with disabilities began in May. We paid the growers with disabilities for their time."
WATER = "The shallow water meters fail. We read shallow water meters by hand. Every farm has shallow water meters."
DRAINS = "The Green River Council met on Monday. The levy went to the Green River Council at once."


@pytest.mark.parametrize(
    ("text", "said", "whole"),
    [
        ("River Council", DRAINS, "Green River Council"),
        ("Nations farmers", "We visited the first nations farmers in June. The loan is for first nations farmers only.", "First nations farmers"),
        ("Water meters", WATER, "Shallow water meters"),
        ("Water meters", WATER + " New water meters cost more.", "Shallow water meters"),
        ("Field trials with growers", TRIALS, "Field trials with growers with disabilities"),
        ("Price of seed", "The price of seed for gardens rose. They set the price of the seed for gardens.", "Price of seed for gardens"),
        ("Water meters and River Council", WATER + " " + DRAINS, "Shallow water meters and Green River Council"),
    ],
)
def test_what_nearly_always_stands_with_a_phrase_belongs_to_it(nlp, text, said, whole):
    assert label(nlp, text, said) == whole


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Water meters", "The shallow water meters fail. Water meters cost more. We read the water meters by hand."),
        ("Water meters", "The shallow water meters fail."),
        ("Water meters", "Our water meters fail. Our water meters are old. The new water meters cost more. The new water meters fail too."),
        ("Water meters", "We read water meters. They read water meters."),
        ("Field trials with growers", "The field trials with growers with disabilities began in May."),
        ("Water meters", "We saw the water meters in the morning. We read the water meters in the morning. They fail in the morning."),
    ],
)
def test_what_stands_there_once_or_belongs_to_no_name_stays_out(nlp, text, said):
    assert label(nlp, text, said) == text


def test_nobodys_name_comes_into_a_heading(nlp):
    said = "The Green River Council met on Monday. The levy went to the Green River Council at once."
    assert label(nlp, "River Council", said, frozenset({"green"})) == "River Council"


def test_no_heading_is_made_up_to_more_than_six_words(nlp):
    said = "We like field trials with growers of poor winter wheat. They paid growers of poor winter wheat."
    assert label(nlp, "Field trials with growers", said) == "Field trials with growers"
    assert label(nlp, "Trials with growers", said.replace("winter ", "")) == "Trials with growers of poor wheat", "six words"


def test_who_announced_a_matter_named_it_in_full(nlp):
    assert label(nlp, "Field trials", "Hello.", announced=["cold rooms", "field trials on clay soil"]) == "Field trials on clay soil"
    assert label(nlp, "Trials", "Hello.", announced=["trials on clay soil"]) == "Trials", "one word may begin anything"
    assert label(nlp, "Field trials", "Hello.", announced=["field trials and cold rooms"]) == "Field trials", "another matter"
