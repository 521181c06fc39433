"""A first topic that is mostly a welcome is called so; fictional."""

import pytest

from copaper.analysis.pipeline import analyse
from copaper.analysis.units import read_units
from copaper.analysis.welcoming import OPENING, is_opening, is_welcome
from tests.analysis.test_segments import FUNDING, MENTORING
from tests.factories import session

WELCOME = (
    "Good morning, everyone, and welcome to our monthly call.", "My name is Thandi, and I have grey hair and a green woollen hat.",
    "Please note that this call is recorded, so turn off your camera if you like.", "I'd like to introduce Sipho, who is wearing a straw hat.",
    "Thank you all for joining today.", "So what's our agenda for today?",
)  # fmt: skip


@pytest.mark.parametrize("said", WELCOME)
def test_a_welcome_is_told_from_the_matter(nlp, said):
    [unit] = read_units(session([("Thandi", said)]), nlp)
    assert is_welcome(unit)


@pytest.mark.parametrize("said", [*FUNDING[:2], *MENTORING[:2]])
def test_the_matter_is_no_welcome(nlp, said):
    assert not any(map(is_welcome, read_units(session([("Thandi", said)]), nlp)))


def test_a_topic_is_an_opening_if_it_has_little_else(nlp):
    assert is_opening(read_units(session([("Thandi", text) for text in (*WELCOME, FUNDING[0])]), nlp))
    assert not is_opening(read_units(session([("Thandi", text) for text in (WELCOME[0], *FUNDING)]), nlp))


def test_the_first_minutes_are_called_an_opening_and_nothing_of_them_is_a_phrase():
    found = analyse(session([("Thandi", text) for text in (*WELCOME * 3, *FUNDING * 4, *MENTORING * 4)]))
    first = min(found.themes, key=lambda theme: theme.spans[0].from_time)
    assert (first.label, first.phrases) == (OPENING, ()) and len(found.themes) > 1
    assert [theme.label for theme in found.themes].count(OPENING) == 1
