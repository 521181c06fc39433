"""What a statement refers to and does not name, and whether the sentence before it does; fictional."""

from __future__ import annotations

import pytest

from copaper.analysis.referring import Reference, names, unnamed
from copaper.analysis.units import Unit


def unit(nlp, text: str) -> Unit:
    return Unit(0, "turn", 0, 0, len(text), 0.0, "", text, nlp(text)[:])


@pytest.mark.parametrize(
    ("text", "noun", "of"),
    [
        ("We have been working with those depots for a long time.", "depot", "several"),
        ("The growers pay for that particular scale.", "scale", "thing"),
        ("We printed the nine questions on a card.", "question", "several"),
        ("Please don't make it a requirement in the first year.", "", "thing"),
        ("We should ask them before the harvest.", "", "several"),
        ("The depot should prepare for that.", "", "matter"),
        ("I would tell her before the harvest.", "", "somebody"),
        ("Last time I spoke with him, we used the gate.", "", "somebody"),
        ("We paid four ladies and then she made us a list.", "", "somebody"),
        ("By June she had a list of the crates.", "", "somebody"),
        ("We have a slightly different view of the road.", "view", "thing"),
        ("In the valleys where such fences exist nobody complains.", "fence", "several"),
        ("Some of the other costs are difficult to tell.", "cost", "several"),
        ("There is another problem with the gate.", "problem", "thing"),
        ("We look at the reports of this group of growers.", "group", "thing"),
        ("We printed the nine questions of everybody on a card.", "question", "several"),
        ("The client takes it along.", "", "thing"),
        ("I see that as part of a garden service.", "", "matter"),
    ],
)  # fmt: skip
def test_what_is_not_named(nlp, text: str, noun: str, of: str) -> None:
    assert unnamed([unit(nlp, text)])[:1] == [Reference(noun, of)]


@pytest.mark.parametrize(
    "text",
    [
        "We repaired the scale and put it at the gate.",
        "The growers bring their crates before they go to the market.",
        "It is clear that the growers need a road.",
        "It takes an hour to weigh the crates.",
        "This year the depot opened two gates.",
        "The growers of the valley welcome this Bill.",
        "We work with those growers who have no van.",
        "The two depots in the valley were closed.",
        "The depot has a scale, and that scale is new.",
        "The growers tested the scale, and they like that.",
        "It was such a good year for the growers.",
        "Different valleys have different needs.",
        "We have a different gate from the market.",
        "One gate is shut and another gate is open.",
        "On the other side of the road it is dry.",
        "A grower told me that she sold her van.",
        "We know that the rain can make it hard for growers to drive.",
        "If they have a van, the growers drive to the market.",
        "Everybody who has a van should lend it to their neighbours.",
    ],
)
def test_what_is_named_or_stands_for_nothing(nlp, text: str) -> None:
    assert unnamed([unit(nlp, text)]) == []


def test_what_an_earlier_sentence_of_a_statement_names(nlp) -> None:
    first, second = unit(nlp, "The valley has two depots."), unit(nlp, "We have been working with those depots for a year.")
    assert unnamed([second]) and not unnamed([first, second])


def test_a_later_sentence_takes_up_the_one_before_in_other_words(nlp) -> None:
    first = unit(nlp, "We repaired the scale at the gate.")
    assert not unnamed([first, unit(nlp, "That helped the growers with this work.")])
    assert unnamed([unit(nlp, "That helped the growers with this work.")])
    assert unnamed([first, unit(nlp, "We should ask them before the harvest.")]), "several are still not named"


def test_a_noun_with_words_of_its_own_is_told_in_part(nlp) -> None:
    [reference] = unnamed([unit(nlp, "We have been working with these rural depots for a year.")])
    assert reference == Reference("depot", "several", firm=False)


@pytest.mark.parametrize(
    ("before", "reference", "just_before", "named"),
    [
        ("The valley has two depots.", Reference("depot", "several"), False, True),
        ("The valley has two warehouses.", Reference("depot", "several"), True, True),
        ("The valley has two warehouses.", Reference("depot", "several"), False, False),
        ("The valley has a warehouse.", Reference("depot", "several"), True, False),
        ("We bought a scale.", Reference("", "thing"), True, True),
        ("We bought scales.", Reference("", "thing"), True, False),
        ("We bought scales.", Reference("", "several"), True, True),
        ("Nandi counted the crates.", Reference("", "somebody"), True, True),
        ("We counted the crates.", Reference("", "somebody"), True, False),
    ],
)  # fmt: skip
def test_what_the_sentence_before_names(nlp, before: str, reference: Reference, just_before: bool, named: bool) -> None:
    assert names(unit(nlp, before), reference, just_before) is named
