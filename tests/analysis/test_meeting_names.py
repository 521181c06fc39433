"""What a meeting is called by whoever opens it; fictional."""

import pytest

from copaper.analysis.meeting_names import meeting_name
from copaper.analysis.units import read_units
from tests.factories import session


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Hi there, and welcome to the Seed Growers monthly call.", "Seed Growers monthly call"),
        ("Welcome everyone to the April 5th 2022 market price call.", "market price call"),
        ("So this is market price call number 12.", "market price call number 12"),
        ("Welcome to the third meeting of the Committee on Roads, Water and Education.", "third meeting of the Committee on Roads, Water and Education"),
        ("Welcome everyone to the Market Prices working group.", "Market Prices working group"),
        ("Welcome everyone to the Market Prices working group call.", "Market Prices working group call"),
        ("Welcome to the working group.", ""),
        ("Good morning and welcome to this meeting.", ""),
        ("Welcome to our first monthly call.", ""),
        ("Welcome to meeting number 12.", ""),
        ("This is the market price call that I spoke of.", ""),
        ("Welcome to the Sipho memorial meeting.", ""),
        ("Welcome to the Zorfu Blint call.", ""),
    ],
)
def test_a_meeting_has_the_name_by_which_it_is_opened(nlp, said, name):
    found = meeting_name(read_units(session([("Thandi", said)]), nlp), frozenset({"sipho", "the"}))
    assert (found.quote if found else "") == name


def test_a_name_is_looked_for_at_the_beginning(nlp):
    talk = [("Thandi", "The rain came late.")] * 50 + [("Thandi", "Welcome to the market price call.")]
    assert meeting_name(read_units(session(talk), nlp), frozenset()) is None
