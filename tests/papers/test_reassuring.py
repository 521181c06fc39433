"""What speaks of trouble and tells of none; fictional."""

import pytest

from copaper.papers.reassuring import is_no_doing, is_no_trouble, is_refuted, is_taken_back, main_part, without_concession


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
        "I think one of the reasons why some growers did well was that their road was not so difficult.",
        "The new scale allows us to weigh the crates that were not available before.",
        "I would understand that nobody wants to call the market a failure.",
        "We had some trouble with the scale, but it will be fixed later today.",
        "Our priority has been to keep the growers from losing the harvest.",
        "You are right that the queue has worked really well without a risk.",
        "We are not finding a problem with the cold store this month.",
        "The last thing we want to see is that growers lose the harvest.",
        "I wouldn't want growers to think that the fee was a problem.",
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
        "The scale does not allow us to weigh the crates, which is a problem.",
        "I understand the rules, but the queue is too long for the growers.",
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
        ("We are providing additional support that was not there before.", True),
        ("We have moved forward with a plan for the goats of the valley.", True),
        ("I recognise the value of the goats for the valley.", True),
        ("For years we've relied on a reactive approach to the goats.", True),
        ("Just building on Nandi's point, some of the herders weigh every goat.", True),
        ("Coming back to your question, the herders weigh every goat.", True),
        ("Picking up crates at the collection points, we weigh every goat.", False),
        ("We offer help to the herders by weighing their goats at the gate.", False),
        ("We give every herder a support letter for the bank.", False),
        ("We weigh every goat at the gate on Mondays.", False),
        ("As the gate is narrow, we weigh one goat at a time.", False),
    ],
)
def test_what_refers_back_or_is_only_meant_is_no_practice(said: str, is_none: bool):
    assert is_no_doing(said) is is_none


@pytest.mark.parametrize(
    ("said", "is_none"),
    [
        ("To sum up, we've investigated why the crates were late.", True),
        ("We're setting up the new scales for the gate.", True),
        ("On the orchard side, we have finished the second survey.", True),
        ("What we will be doing is that we weigh the crates.", True),
        ("We are making good progress on the crates.", True),
        ("We receive every indication that the rain comes late.", True),
        ("The way the scale works today is that it rounds the weight up.", True),
        ("The way we work now is that a mentor phones the growers.", False),
        ("Every month we're discussing the crates that came back.", False),
        ("We've built a shed in which the crates dry.", False),
        ("We receive the crates at noon and sort them by size.", False),
    ],
)  # fmt: skip
def test_how_far_work_is_or_how_a_thing_works_is_no_practice(said: str, is_none: bool):
    assert is_no_doing(said) is is_none


def test_what_is_granted_at_first_is_not_what_is_told():
    assert without_concession("Even where we've changed the scales, we still have the old weights.").strip() == "we still have the old weights."
    assert without_concession("We weigh each crate, even if it rains.") == "We weigh each crate, even if it rains."
    assert without_concession("We weigh each crate, even if it rains, and write it down.") == "We weigh each crate, even if it rains, and write it down."
    assert without_concession("The crates dry in the shed while it rains, and we count them.") == "The crates dry in the shed while it rains, and we count them."
    assert without_concession(" " * 20_000) == " " * 20_000


def test_what_is_done_for_those_in_trouble_is_no_trouble_itself():
    assert "lost" not in main_part("We keep the store open for growers who have lost their harvest.")
    assert "lost" in main_part("The growers who came in May have lost their harvest.")


def test_what_is_not_good_enough_any_more_is_known_by_the_next_sentence():
    assert is_taken_back(" But we need to be quicker than the rain.")
    assert is_taken_back(" However, it doesn't work in the winter.")
    assert not is_taken_back(" But the growers like it.")


@pytest.mark.parametrize(
    ("following", "refuted"),
    [
        ("But thankfully the wall held.", True),
        ("But in the end it was fine.", True),
        ("That was not the case.", True),
        ("It didn't happen.", True),
        ("But it was raining.", False),
        ("So that is what we have to mend.", False),
        ("That was not easy to mend.", False),
    ],
)
def test_trouble_that_did_not_come_is_known_by_the_next_sentence(following: str, refuted: bool):
    assert is_refuted(following) is refuted


@pytest.mark.parametrize(
    ("said", "is_none"),
    [
        ("We've not closed the depot in the hills.", True),
        ("We do not open the crates on the first day.", False),
        ("We're providing $20 million to growers by giving them crates.", True),
        ("We have commissioned a review of the cold store.", True),
    ],
)
def test_what_was_not_done_or_only_paid_is_no_practice(said: str, is_none: bool):
    assert is_no_doing(said) is is_none
