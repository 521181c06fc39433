"""What a meeting came to, and what only leads up to it; fictional."""

from __future__ import annotations

import pytest

from copaper.papers.foremost import is_advice, is_quotable, is_result, says_the_point, speaks_for_somebody, tells_outsiders


@pytest.mark.parametrize(
    ("statement", "point"),
    [
        ("The main thing for the growers is that the road stays open.", True),
        ("One lesson from the first season was to weigh the crates twice.", True),
        ("What we quickly learned from the traders was to open on Fridays.", True),
        ("It isn't a shortage of crates; it's the road to the market.", True),
        ("The growers of the valley weigh the crates twice.", False),
        ("The main road to the market was closed in May.", False),
    ],
)
def test_who_says_outright_that_it_is_the_point(statement: str, point: bool):
    assert says_the_point(statement) is point


TOLD = [
    "Businesses that weigh their crates at the market lose fewer of them.",
    "The growers of the valley sell eleven crates of berries a week.",
    "This year the road to the cold store was closed twice.",
    "The market pays the traders, in the end, for what they bring.",
]
LOST = [
    "In May this was the best way to weigh the crates of the growers.",
    "The growers weigh the crates, or whatever they bring to the market.",
    "The growers of the, weigh the crates at the market of the town.",
    "For instance, the growers of the valley weigh the crates in the evening.",
    "We're a small fruit company in the valley and weigh the crates.",
    "From the side of the market, they weigh the crates of the growers.",
    "As Sipho said, the growers of the valley weigh their crates twice.",
    "(The growers of the valley weigh the crates of the market twice.",
    "The scale at the gate, is not used by the growers of the valley.",
    "Well, the growers of the valley weigh their crates at the market.",
    "Please don't weigh it before the growers of the valley are there.",
]


@pytest.mark.parametrize("statement", TOLD)
def test_what_tells_something_to_those_who_were_not_there(statement: str):
    assert tells_outsiders(statement) and is_quotable(statement)


@pytest.mark.parametrize("statement", LOST)
def test_what_only_those_who_were_there_can_take_in(statement: str):
    assert not tells_outsiders(statement) and not is_quotable(statement)


@pytest.mark.parametrize(
    ("statement", "result"),
    [
        ("The growers are eleven crates worse off than they would be by the river.", True),
        ("We sold eleven crates of berries at the market of the town.", True),
        ("We're looking into eleven new scales for the market of the town.", False),
        ("Three years ago the growers sold eleven crates a week.", False),
        ("Last year when the rain came the growers sold no crates.", False),
        ("The market might sell eleven crates a week.", False),
        ("If the road is closed the market sells no crates at all.", False),
        ("You sell eleven crates of berries at the market.", False),
        ("I sell eleven crates of berries at the market.", False),
        ("The valley is made up of eleven farms and a market.", False),
    ],
)
def test_a_result_is_how_something_is_and_no_plan_guess_or_scene(statement: str, result: bool):
    assert is_result(statement) is result


@pytest.mark.parametrize(("advice", "held"), [("The market should open on Fridays.", True), ("Maybe the market should open on Fridays.", False), ("The crates are small, so we need to continue to add to them.", False), ("If the road is closed, the market should open on Fridays.", False)])
def test_advice_is_held_without_doubt(advice: str, held: bool):
    assert is_advice(advice) is held


@pytest.mark.parametrize("quote", ["But the growers weigh their crates at the market.", "We are working on a new scale for the growers of the market.", "Perhaps the growers weigh their crates at the market.", "You weigh the crates at the gate of the market."])
def test_what_heads_no_topic(quote: str):
    assert tells_outsiders(quote) and not is_quotable(quote)


def test_whose_words_they_are_has_to_be_said_of_we_and_of_i():
    assert speaks_for_somebody("In May we weigh the crates.") and speaks_for_somebody("My crates are weighed in May.")
    assert not speaks_for_somebody("The growers weigh their crates in May.")
