"""Which sentences turn what was said before them into its point; fictional."""

from __future__ import annotations

import pytest

from copaper.analysis.turning import concludes, counts_alike, goes_for_them, is_set_up, is_verdict, loses_its_point, sums_up, tells_of_new, tells_of_old, what_follows
from copaper.analysis.units import Unit, read_units
from tests import factories


def units(nlp, *sentences: str) -> list[Unit]:
    return read_units(factories.session([("Nandi", " ".join(sentences))]), nlp)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("That was turned down by the harbour.", True),
        ("Those numbers are now beginning to go up again.", True),
        ("Those numbers are in the report of the harbour.", False),
        ("And our proposal was then shelved.", True),
        ("But that's not enough.", True),
        ("It, it doesn't tell them anything.", True),
        ("This is entirely unacceptable.", True),
        ("The trial fell through.", True),
        ("So it's quite difficult to say whether it was a success.", True),
        ("I think it is too early to tell.", True),
        ("It is difficult to say that the gate is open.", False),
        ("That was in March.", False),
        ("This is passed to the gate.", False),
        ("That's a very good position to be in.", True),
        ("And that is not representative.", True),
        ("That's a very good question.", False),
        ("It is a blue crate.", False),
        ("That's a very good position for growers to be in.", True),
        ("So that's a good question.", False),
        ("The gate was closed at noon.", False),
        ("That is what we do.", False),
    ],
)
def test_a_verdict_is_on_all_that_was_told(text: str, verdict: bool) -> None:
    assert is_verdict(text) is verdict


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("We used to weigh the crates by hand.", True, False),
        ("The buyer would normally come once a year.", True, False),
        ("We tried a scale with a battery.", True, False),
        ("A knife is used to open the crates.", False, False),
        ("We are used to weighing the crates.", False, False),
        ("In theory the scale should work in the rain.", True, False),
        ("And we assumed that a cart without a lamp is turned away.", True, False),
        ("The crates came sooner than we expected.", False, False),
        ("Right now they are still let in at the gate.", False, True),
        ("It turned out that the scale stops in the rain.", False, True),
        ("Now we weigh them at the gate.", False, True),
        ("We're saying that the buyer has to come twice.", False, True),
        ("The crates are no longer weighed by hand.", False, True),
        ("Until last year the crates were open, and now we no longer fill those.", False, True),
    ],
)
def test_how_it_was_and_how_it_is(text: str, old: bool, new: bool) -> None:
    assert (tells_of_old(text), tells_of_new(text)) == (old, new)


@pytest.mark.parametrize(
    ("text", "leads_up"),
    [
        ("We used to weigh the crates by hand.", True),
        ("A plan for a second gate was put forward.", True),
        ("To summarise, we've looked at the two scales.", True),
        ("We used to weigh the crates by hand, but the buyer came with a scale.", False),
        ("We used to weigh the crates by hand. Now we weigh them at the gate.", False),
        ("To summarise, the new scale is too slow for the market.", False),
    ],
)
def test_what_only_leads_up_to_how_it_is(text: str, leads_up: bool) -> None:
    assert is_set_up(text) is leads_up


def test_a_text_that_was_cut_before_its_point_lost_it() -> None:
    whole = "We asked for a second gate. That was turned down by the harbour."
    assert loses_its_point(whole, "We asked for a second gate. …")
    assert not loses_its_point(whole, whole)
    assert loses_its_point("We used to weigh by hand. Now we weigh at the gate.", "We used to weigh by hand. …")
    assert not loses_its_point("We asked for a second gate. The gate is blue.", "We asked for a second gate. …")


@pytest.mark.parametrize(
    ("before", "text", "drawn"),
    [
        ("The growers pay for the lorry.", "So it depends on the road.", True),
        ("The growers pay for the lorry.", "So, again, that price is lower in the valley.", True),
        ("The growers pay for the lorry of the market.", "So the growers keep a box for the lorry.", True),
        ("The growers pay for the lorry.", "Therefore the box is full in the winter.", True),
        ("The growers pay for the lorry.", "So that's it.", False),
        ("The growers pay for the lorry.", "So this is the first slide of my presentation.", False),
        ("The growers pay for the lorry.", "So the harbour has a crane.", False),
        ("The growers pay for the lorry.", "The growers keep a box for the lorry.", False),
    ],
)
def test_a_conclusion_is_drawn_from_what_was_said(nlp, before: str, text: str, drawn: bool) -> None:
    first, second = units(nlp, before, text)
    assert concludes(second, frozenset(first.lemmas), counts=False) is drawn


def test_what_counts_something_behind_so_concludes(nlp) -> None:
    (unit,) = units(nlp, "So the boats at the harbour were nine.")
    assert concludes(unit, frozenset(), counts=True) and not concludes(unit, frozenset(), counts=False)


def test_amounts_of_the_same_things_are_set_side_by_side(nlp) -> None:
    one, other, years = units(nlp, "The crates of the valley are 34 points behind.", "In the hills the gap is 40 points.", "The harbour is 40 years old.")
    assert counts_alike(other, one) and not counts_alike(years, one)
    late, later = units(nlp, "The lorry came after 34 minutes.", "The boat came after 40 minutes.")
    assert not counts_alike(later, late)


def test_what_happens_with_those_who_were_told_of(nlp) -> None:
    about, other = units(nlp, "If you ask them for a deposit, the box stays empty.", "If you ask the bank, the box stays empty.")
    assert goes_for_them(about) and not goes_for_them(other)


def test_what_follows_and_what_sums_up() -> None:
    assert what_follows("Which means that the box stays empty.") and not what_follows("Which box stays empty?")
    assert sums_up("So to sum up, the box stays empty.") and not sums_up("The sum in the box is small.")


def test_what_was_only_assumed_leads_up_to_how_it_is() -> None:
    assert is_set_up("In theory the scale should work in the rain.") and is_set_up("We assumed that a cart without a lamp is turned away.")
    assert not is_set_up("We assumed that a cart without a lamp is turned away. Right now they are still let in.")
    assert not is_set_up("The theory of the scale is in the book.")


def test_what_is_cut_off_before_a_denial_loses_its_point() -> None:
    text = "In the end we had forty lists, all signed, and when we went to count the crates, these had not moved."
    assert loses_its_point(text, "In the end we had forty lists, all signed …")
    assert not loses_its_point(text.replace("not moved", "all moved"), "In the end we had forty lists, all signed …")
    assert not loses_its_point(text, text)
