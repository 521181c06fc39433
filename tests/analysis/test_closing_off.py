"""What a chair closes by name; fictional."""

import pytest

from copaper.analysis.announcing import announcements, named_by
from copaper.analysis.boundaries import Stretch
from copaper.analysis.closing_off import closed
from copaper.analysis.units import read_units
from tests.factories import session

NAMES = frozenset(("thandi", "pieter"))
BANKS = " ".join(["A seed bank lends beans in spring.", "The cold room of the seed bank needs no power where the nights are cold, and a lock keeps the baboons away."] * 12)


def closings(nlp, *said):
    units = read_units(session(list(said)), nlp)
    told = announcements(units, NAMES)
    return units, sorted([*told, *closed(units, told, NAMES)])


@pytest.mark.parametrize(
    "said",
    [
        "Anything else on seed banks?",
        "Okay, is there anything else to add on the seed banks?",
        "Does anybody have any other questions or comments about seed banks?",
        "Before we move on, any further thoughts on seed banks or the rest?",
    ],
)
def test_what_is_closed_began_where_it_was_first_spoken_of(nlp, said):
    units, found = closings(nlp, ("Pieter", "The heap is turned."), ("Pieter", BANKS), ("Thandi", said), ("Pieter", "No."))
    assert [(units[one.place].text, one.how, one.name.removeprefix("the ")) for one in found] == [("A seed bank lends beans in spring.", "closed", "seed banks")]
    assert named_by(found, [Stretch(0, len(units) - 1)], units) == {0: "Seed banks"}


@pytest.mark.parametrize("said", ["Anything else on this?", "Any questions on seed banks?", "Anything else on mules?", "We have nothing else on seed banks."])
def test_what_is_asked_first_or_was_not_spoken_of_is_not_closed(nlp, said):
    assert closings(nlp, ("Pieter", BANKS), ("Thandi", said))[1] == []


def test_what_was_called_up_or_was_soon_over_is_not_named_again(nlp):
    said = ("Thandi", "Anything else on seed banks?")
    assert [one.how for one in closings(nlp, ("Thandi", "Let's move on to seed banks."), ("Pieter", BANKS), said)[1]] == ["moves"]
    assert closings(nlp, ("Pieter", "A seed bank lends beans. The seed bank is cold."), said)[1] == []
