"""How whoever asks opens a matter; fictional."""

import pytest

from copaper.analysis.announcing import announcements
from copaper.analysis.askers import asked_on
from copaper.analysis.moving_on import FAR, moved_on
from copaper.analysis.units import read_units
from tests.factories import session

NAMES = frozenset(("thandi", "pieter", "zoe", "lerato"))
COMPOST = " ".join(["The heap is turned twice in a dry month and carried to the vineyard by the cart."] * 12)
BANKS = " ".join(["A seed bank lends beans in spring.", "The cold room of a seed bank needs no power where the nights are cold, and a lock keeps the baboons away from it."] * 12)
AFTER = ("Lerato", BANKS)


def opened(nlp, *said):
    units = read_units(session([("Thandi", "We heard of the vineyard."), ("Lerato", COMPOST), *said]), nlp)
    told = announcements(units, NAMES)
    return units, [*told, *asked_on(units, told, NAMES)]


@pytest.mark.parametrize(
    "said",
    [
        "I wanted to ask you about seed banks, and what they cost.",
        "Could I just ask the minister, then, about seed banks?",
        "With regard to seed banks, how many are there?",
        "Thank you. In terms of seed banks, the last report was thin. How many are there?",
        "I'd like to look more specifically at seed banks. How many are there?",
    ],
)
def test_who_is_given_the_floor_opens_a_matter_with_the_chairs_word(nlp, said):
    units, found = opened(nlp, ("Thandi", "Thank you. Pieter."), ("Pieter", said), AFTER)
    assert [(one.how, one.name) for one in found] == [("puts", "seed banks")]
    assert [(units[place].text, likelier) for place, likelier in moved_on(units, found, NAMES).items()] == [("Thank you.", FAR)]


def test_what_is_set_against_each_other_stays_together(nlp):
    _, found = opened(nlp, ("Thandi", "Pieter."), ("Pieter", "I want to ask about the balance between old and new seed banks."), AFTER)
    assert [one.name for one in found] == ["balance between old and new seed banks"]


@pytest.mark.parametrize(
    "said",
    [
        "I wanted to ask you about seed banks later.",
        "With regard to the seed banks that you know, how many are there?",
        "In terms of seed banks, nobody knows.",
        "I wanted to ask about that.",
        "I wanted to ask about mules.",
        "I know why I wanted to ask about seed banks.",
    ],
)
def test_what_is_not_asked_or_not_spoken_of_opens_nothing(nlp, said):
    assert opened(nlp, ("Thandi", "Thank you. Pieter."), ("Pieter", said), AFTER)[1] == []


def test_a_side_question_opens_nothing(nlp):
    asked = ("Pieter", "I wanted to ask you about seed banks. How many are there?")
    assert opened(nlp, ("Thandi", "Pieter."), asked, ("Lerato", "There are two seed banks. One seed bank is new."), ("Thandi", COMPOST))[1] == []
    assert opened(nlp, ("Lerato", "So much for the seed bank of ours. That is another seed bank."), ("Thandi", "Pieter."), asked, AFTER)[1] == []


def test_whoever_goes_on_asking_opens_nothing(nlp):
    asked = "I wanted to ask you about seed banks. How many are there?"
    assert opened(nlp, ("Thandi", asked), AFTER)[1] == []
    assert opened(nlp, ("Pieter", "Is it dear?"), ("Lerato", "Not that I know."), ("Pieter", asked), AFTER)[1] == []
