"""Asides that go, restarts that are mended, and what leans on the sentence before; fictional."""

from __future__ import annotations


import pytest

from copaper.analysis.asides import without_asides
from copaper.analysis.leaning import leans_on_another
from copaper.analysis.restarts import is_begun_anew
from copaper.analysis.statements import clean_quotation, clean_statement


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("In most villages, though, the growers weigh the crates twice.", "In most villages, the growers weigh the crates twice."),
        ("The cooperative, however, has bought a second scale for the gate.", "The cooperative has bought a second scale for the gate."),
        ("We did however, buy a second scale for the gate.", "We did buy a second scale for the gate."),
        ("The growers need to, again, count the crates at the gate.", "The growers need to count the crates at the gate."),
        ("As I said before, the growers count the crates at the gate.", "The growers count the crates at the gate."),
        ("If I give you an example, in the valley there are two scales.", "In the valley there are two scales."),
        ("So on, just to be explicit, at the gate there are two scales.", "At the gate there are two scales."),
        ("In other words, nobody counts the crates at the gate.", "Nobody counts the crates at the gate."),
    ],
)
def test_an_aside_goes_with_its_commas(said: str, printed: str) -> None:
    assert clean_statement(said) == printed


@pytest.mark.parametrize(
    "said",
    [
        "We have three depots, again, one in the hills and two in the valley.",
        "The growers weigh the crates again, and the buyer pays.",
        "As I said to the growers in May, the buyer pays.",
        "However many crates the growers bring, the buyer pays.",
        "The crates of the growers who came from the hills on Monday are, however, small.",
        "Though, he paid.",
    ],
)
def test_what_is_no_aside_or_leaves_a_gap_stays(said: str) -> None:
    assert without_asides(said) == said


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("I think we were, we had no crates in May.", "I think we had no crates in May."),
        ("The scale is old, it doesn't really ever, it can't ever weigh a full crate.", "The scale is old, it can't ever weigh a full crate."),
        ("We are, we sell the crates on Monday.", "We sell the crates on Monday."),
        ("The growers know who they are, they come on Monday.", "The growers know who they are, they come on Monday."),
        ("We asked for the fee but they did not, they had no money.", "We asked for the fee but they did not, they had no money."),
        ("If we have, we share the crates.", "If we have, we share the crates."),
    ],
)
def test_a_beginning_that_says_nothing_is_cut(said: str, printed: str) -> None:
    assert clean_statement(said) == printed
    assert clean_quotation(said) == printed, "a quotation loses its false starts as well"


@pytest.mark.parametrize(
    ("said", "broken"),
    [
        ("There's a shed, there's a cold store thing at the gate.", True),
        ("The buyer pays in May, sorry, in June for the crates.", True),
        ("I think they are, they were late, and it was, it is the road.", True),
        ("There's a shed, there's a cold store, and there's a scale.", False),
        ("There's a shed, there's a cold store, there's a scale.", False),
        ("The buyer felt sorry for the growers in June.", False),
    ],
)
def test_what_cannot_be_mended_is_known(said: str, broken: bool) -> None:
    assert is_begun_anew(said) is broken


def test_a_heading_that_is_read_out_goes_from_before_its_sentence() -> None:
    assert clean_statement("GCSS crate sizes GCSS comes with crates in four sizes.") == "GCSS comes with crates in four sizes."
    assert clean_statement("GCSS is cheap but GCSS comes with crates in four sizes.") == "GCSS is cheap but GCSS comes with crates in four sizes."


@pytest.mark.parametrize(
    "said",
    [
        "For this reason, we recommend the blue crates.",
        "A similar cooperative in the valley sells half of its crates.",
        "The growers in the hills do the same job on Mondays.",
        "Those two depots were closed in the winter.",
        "What we learned from this level of care is that it pays.",
        "The growers of such depots pay nothing.",
        "We gave the crates to the other one.",
        "The sad thing is that most people don't, and the crates rot.",
        "The growers would keep both of them.",
        "I would ask what the growers need this thing for.",
        "The problem persists in the valley.",
        "Option two does not help the growers.",
        "4127 allows the growers to sell at the gate.",
    ],
)
def test_what_leans_on_the_sentence_before(said: str) -> None:
    assert leans_on_another(said)
    assert said.startswith("Option") or not leans_on_another(f"The growers of the valley closed two depots. {said}"), "the sentence before stands there"


@pytest.mark.parametrize(
    "said",
    [
        "The scale is similar to the one at the gate.",
        "All growers do the same job on Mondays.",
        "The buyers pay the same price as the growers of the valley.",
        "We closed the depot and sold that depot in May.",
        "We like that part of the valley that has a road.",
        "Things such as crates and scales cost money.",
        "At that point the depot was closed.",
        "One grower has a scale and the other one has a van.",
        "Some growers sort the crates, and many don't.",
        "Many people don't sort the crates.",
        "The problem is that the growers have no road.",
        "The problem with the scale persists.",
        "Option 2 is to sell the crates at the gate.",
        "In option two, the growers sell at the gate.",
        "2019 was a bad year for the growers.",
        "This thing that we call a scale is a box.",
    ],
)
def test_what_has_its_other_end_in_the_sentence(said: str) -> None:
    assert not leans_on_another(said)


def test_long_talk_comes_to_an_end() -> None:
    for text in ("it is, " * 400, "there's a crate, " * 300, "in the valley though, however, " * 200, "the same such similar " * 300, "A" * 2_000, "AB cd ef gh " * 200):
        assert clean_statement(text) and leans_on_another(text) in (True, False) and is_begun_anew(text) in (True, False)
