"""The day that is put right at once is told with the promise; fictional."""

import pytest

from copaper.analysis.other_day import names_day, put_right
from copaper.analysis.units import read_units
from tests import factories


@pytest.mark.parametrize(
    ("said", "last"),
    [
        ("I'll send the sheet to everybody. Monday. Okay, Tuesday, because Monday I've got a site visit.", 2),
        ("The page I can give next week. No, not next week, we've got an audit. Fifteenth of December.", 2),
        ("I can do it by the sixth. Or let me say the thirtieth of May.", 1),
        ("I'll send it by Friday. We had rain on Monday and the road was closed for two days.", 0),
        ("I'll send it by Friday. Is Friday good?", 0),
        ("I'll send the list on Friday. Then on Monday we meet the bank.", 0),
        ("I'll phone the bank on Friday. And then, Nomsa, please bring the photos on Monday.", 0),
        ("I'll phone the bank on Friday. May I continue.", 0),
        ("I'll phone the bank on Friday. Sorry, by the end of May.", 1),
        ("I'll send it to all. The truck stood at the gate. Well, on Monday it stood there.", 0),
    ],
)
def test_what_is_told_ends_with_the_day_that_holds(nlp, said, last):
    units = [unit for unit in read_units(factories.session([("Nomsa", said)]), nlp) if unit.where == "turn"]
    assert put_right(units, 0) == last


def test_a_number_of_things_is_no_day(nlp):
    units = [unit for unit in read_units(factories.session([("Nomsa", "We may march on with the second one. That is on the 22nd.")]), nlp) if unit.where == "turn"]
    assert [names_day(unit) for unit in units] == [False, True]
