"""What else was said on a statement's matter: passages that share rare words, wherever they stand."""

import numpy as np
import pytest

from copaper.analysis.related import MOST, Passages
from copaper.analysis.units import Unit, read_units
from tests import factories

TALK = [
    ("Thandi", "Our mentors visit each spaza shop before a loan is granted."),
    ("Host", "We have ten minutes left before the tea break of this morning."),
    ("Sipho", "In Limpopo the mentors of a spaza shop came only when the loan was paid out."),
    ("Lindiwe", "The spaza shop that mentors visit pays its loan back."),
    ("Host", "The venue for the next workshop is a hall in Mbombela."),
]


@pytest.fixture(scope="module")
def units(nlp) -> list[Unit]:
    return read_units(factories.session(TALK), nlp)


def about_the_first(units: list[Unit], worth: list[float], taken: tuple[int, ...] = (), budget: int = 100) -> list[int]:
    return Passages(units, np.array(worth)).on_the_matter_of(0, 0, taken, budget)


def test_what_shares_the_matter_is_found_and_the_rest_is_not(units) -> None:
    assert set(about_the_first(units, [0.5] * 5)) == {2, 3}


def test_what_is_more_worth_noting_comes_first(units) -> None:
    assert about_the_first(units, [0.5, 0.5, 0.9, 0.1, 0.5]) == [2, 3]
    assert about_the_first(units, [0.5, 0.5, 0.1, 0.9, 0.5]) == [3, 2]


def test_what_is_worth_nothing_is_not_cited(units) -> None:
    assert about_the_first(units, [0.5, 0.5, 0.0, 0.5, 0.5]) == [3]


def test_what_another_finding_cites_is_not_cited_again(units) -> None:
    assert about_the_first(units, [0.5] * 5, taken=(3,)) == [2]


def test_the_budget_of_words_holds(units) -> None:
    found = about_the_first(units, [0.5, 0.5, 0.4, 0.5, 0.5], budget=units[3].words)
    assert found == [3]
    assert about_the_first(units, [0.5] * 5, budget=3) == []


def test_no_more_than_a_few_are_cited(nlp) -> None:
    many = read_units(factories.session([("Thandi", f"Mentors visit spaza shop number {n} in the township.") for n in range(2 * MOST)]), nlp)
    assert len(about_the_first(many, [0.5] * len(many), budget=1000)) == MOST


def test_a_session_of_nothing_but_light_words_has_none(nlp) -> None:
    few = read_units(factories.session([("Thandi", "Yes."), ("Sipho", "Okay, thank you.")]), nlp)
    assert about_the_first(few, [0.5] * len(few)) == []


@pytest.mark.parametrize(("between", "first"), [(3, "far"), (60, "near")])
def test_what_stands_near_comes_before_what_stands_far(nlp, between: int, first: str) -> None:
    filler = ("Host", "The venue of the workshop is a hall in Mbombela with forty chairs.")
    units = read_units(factories.session([TALK[0], filler, TALK[2], *[filler] * between, TALK[3]]), nlp)
    worth = [0.5] * (len(units) - 1) + [0.9]
    assert about_the_first(units, worth)[0] == (2 if first == "near" else len(units) - 1)
