"""The question that a reply needs in front of it; fictional."""

from __future__ import annotations

import pytest

from copaper.analysis.referring import Reference
from copaper.analysis.replied_to import left_open, question_for
from copaper.analysis.units import Unit, read_units
from tests import factories

ASKED = "Would you ask the growers of the valley to bring their own crates to the depot?"


def units_of(nlp, *turns: tuple[str, str]) -> list[Unit]:
    return read_units(factories.session(list(turns)), nlp)


def carried(nlp, asked: str, reply: str, who: str = "Sizwe", at: int = 0) -> str | None:
    units = units_of(nlp, ("Nandi", asked), (who, reply))
    first = next(i for i, unit in enumerate(units) if unit.index == 1) + at if who != "Nandi" else len(units) - 1
    found = question_for(units, first, left_open(units[first : first + 2]))
    return None if found is None else units[found].text


def test_a_reply_is_told_with_the_question_that_names_what_it_speaks_of(nlp) -> None:
    assert carried(nlp, ASKED, "We have asked them for it since the spring.") == ASKED
    in_front = "In terms of the new fee for the growers, is that too high for the small depots?"
    assert carried(nlp, in_front, "It is a little too high for them.") == in_front
    assert carried(nlp, f"Thank you, Chair. {ASKED}", "Yes, thank you. We have asked them for it since the spring.", at=1) == ASKED


@pytest.mark.parametrize(
    ("asked", "reply"),
    [
        ("Is that so?", "We have asked them for it since the spring."),
        ("Would you do that with them in the spring of the year as well?", "We have asked them for it since the spring."),
        ("Who was at the gate of the old harbour when it was raining so much?", "We have asked these depots for it since the spring, and him."),
        (ASKED, "If I can go back to the last question, we have asked them for it since the spring."),
        ("The growers bring their own crates to the depot.", "We have asked them for it since the spring."),
    ],
)  # fmt: skip
def test_no_question_that_says_little_or_names_something_else_is(nlp, asked: str, reply: str) -> None:
    assert carried(nlp, asked, reply) is None


def test_none_is_that_stands_further_back_or_is_ones_own(nlp) -> None:
    assert carried(nlp, ASKED, "The road to the depot is long and the bridge was closed in the winter, as you know. We have asked them for it since the spring.", at=1) is None
    assert carried(nlp, ASKED, "We have asked them for it since the spring.", who="Nandi") is None


def test_what_stands_above_a_topic_is_named(nlp) -> None:
    told = units_of(nlp, ("Nandi", "These children walk to the depot in the morning."))
    assert left_open(told) == [Reference("child", "several")]
    assert left_open(told, frozenset(("children",))) == []
