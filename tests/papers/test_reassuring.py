"""What speaks of trouble and tells of none; fictional."""

import pytest

from copaper.papers.reassuring import is_no_doing, is_no_trouble


@pytest.mark.parametrize(
    "said",
    [
        "The fee was not really a problem for us.",
        "We have no plans to close the depot in the hills.",
        "With the new scale growers don't have to worry about the queue.",
        "They are managing the risk of the flood with a second wall.",
        "The second gate gets rid of the queue problem at the depot.",
        "The lid is there to avoid the danger of a fall.",
        "If the bank refuses the loan, we can't pay for the pump.",
        "Option two makes the queue problem worse.",
        "You said that you had concerns about the price of seed.",
        "One of the issues we had to discuss in May is the gate.",
        "A late harvest does not mean that the seed is lost.",
        "Sales would not exist without the road.",
    ],
)
def test_what_denies_mends_or_supposes_trouble_is_no_challenge(said: str):
    assert is_no_trouble(said)


@pytest.mark.parametrize(
    "said",
    [
        "The problem is that nobody mends the road after the rain.",
        "We can't solve the queue problem with one gate.",
        "It is difficult to avoid the danger of a fall at the wall.",
        "There is no longer a problem with the gate, but half of the growers have no scale.",
        "The heart of the problem is that growers skip the count so that they don't have to queue.",
        "You can't get to the depot without a car.",
        "The growers in the hills lose a third of the harvest to the damp.",
    ],
)
def test_trouble_stays_a_challenge(said: str):
    assert not is_no_trouble(said)


@pytest.mark.parametrize(
    ("said", "is_none"),
    [
        ("If we look at the market of last week, we sold half of the goats.", True),
        ("As we saw before, we weigh the goats at the gate.", True),
        ("We are hoping to weigh every goat at the gate.", True),
        ("We weigh every goat at the gate on Mondays.", False),
        ("As the gate is narrow, we weigh one goat at a time.", False),
    ],
)
def test_what_refers_back_or_is_only_meant_is_no_practice(said: str, is_none: bool):
    assert is_no_doing(said) is is_none
