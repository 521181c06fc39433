"""Capitals that speech recognition sets within a sentence; fictional."""

import pytest

from copaper.analysis.capitals import lowered, written_small
from tests import factories

TALK = factories.session(
    [
        ("Rose Dlamini", "We sell the crate, and the crate is blue, and we do sell the other crate at the bank."),
        ("Thabo", "I sell at the gate, he can sell it, and we do it, they do it, the bank by the river, the bank of the town, we grant it, they grant it, you grant it, a rose, one rose, the rose."),
    ]
)


def test_words_that_are_mostly_small_are_known_but_for_names() -> None:
    small = written_small(TALK)
    assert {"crate", "sell", "bank"} <= small
    assert small.isdisjoint({"rose", "grant", "gate", "river"})  # two may be names, two are said once


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("They keep on Selling what the river Bank has.", "They keep on selling what the river bank has."),
        ("They went to the Land Bank in May.", "They went to the Land Bank in May."),
        ("They hold a Crate for Growers card.", "They hold a Crate for Growers card."),
        ("They hold a Road to Crate card.", "They hold a Road to Crate card."),
        ("They sent it to Thabo and Rose by bus.", "They sent it to Thabo and Rose by bus."),
        ("Crate by crate they come.", "Crate by crate they come."),
        ("They sent it to the Bank by bus.", "They sent it to the Bank by bus."),  # it may be one body
    ],
)
def test_a_stray_capital_goes_and_that_of_a_name_stays(text: str, printed: str) -> None:
    assert lowered(text, written_small(TALK)) == printed
    assert lowered(text, ()) == text
