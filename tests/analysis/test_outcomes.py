"""What somebody says that the meeting came to; fictional."""

from copaper.analysis.outcomes import outcomes
from copaper.analysis.units import read_units
from copaper.records import Kind
from tests.factories import session

PROPOSAL = "I propose that every market office sends its list of empty stalls to the district each month."


def came_to(nlp, *said: tuple[str, str]) -> list[tuple[str, str]]:
    units = read_units(session(said), nlp)
    return [(outcome.kind.value, units[outcome.last].text) for outcome in outcomes(units)]


def test_what_is_settled_as_it_is_said_is_a_decision(nlp):
    settled = "Then it's agreed, we print the price list in Setswana from the first of March."
    assert came_to(nlp, ("Chair", settled)) == [(Kind.DECISION, settled)]
    assert came_to(nlp, ("Chair", "Is it agreed that we print the price list in Setswana?")) == []
    assert came_to(nlp, ("Sipho", "It is agreed if the district pays for the paper of the list.")) == []


def test_a_bare_word_settles_the_proposal_before_it(nlp):
    units = read_units(session([("Chair", PROPOSAL), ("Sipho", "Fine with me."), ("Chair", "Then it is decided.")]), nlp)
    [outcome] = outcomes(units)
    assert (units[outcome.last].text, units[outcome.confirmed].text) == (PROPOSAL, "Then it is decided.")
    assert came_to(nlp, ("Chair", "We talked for long."), ("Chair", "Then it is decided.")) == []
    assert came_to(nlp, ("Chair", PROPOSAL), *[("Sipho", "The stalls by the river stand empty since May.")] * 12, ("Chair", "Then it is decided.")) == []


def test_the_list_of_what_was_agreed_is_told_item_by_item(nlp):
    found = came_to(
        nlp, ("Chair", "Let me try to summarise what we have agreed. One, the office counts the stalls that stand empty. Lindiwe sends the form by Friday."),
        ("Sipho", "I have one more form here."), ("Chair", "The rent is not agreed, we have parked it. The next meeting is on the fourth of May. The hall is open until nine."),
    )  # fmt: skip
    assert found == [(Kind.DECISION, "One, the office counts the stalls that stand empty."), (Kind.COMMITMENT, "Lindiwe sends the form by Friday.")]


def test_an_item_that_was_settled_before_is_not_told_again(nlp):
    settled = "Then it's agreed, we print the price list in Setswana from the first of March."
    found = came_to(nlp, ("Chair", settled), *[("Sipho", "The stalls by the river stand empty since May.")] * 3, ("Chair", "Let me repeat what we decided. Two, we print the price list in Setswana."))
    assert found == [(Kind.DECISION, settled)]


def test_how_far_something_came_is_told_with_its_topic(nlp):
    units = read_units(session([("Sipho", "I would like to ask for stage two of the savings pilot."), ("Chair", "You have stage two."), ("Lindiwe", "Is there more on the list for today?")]), nlp)
    [outcome] = outcomes(units)
    assert (units[outcome.last].text, outcome.kind, outcome.brief) == ("You have stage two.", Kind.DECISION, True)
    assert came_to(nlp, ("Chair", "The motion is carried.")) == [(Kind.DECISION, "The motion is carried.")]


def test_consensus_that_names_its_matter_is_a_decision(nlp):
    said = "So I think we have consensus on printing the price list in Setswana."
    assert came_to(nlp, ("Chair", said)) == [(Kind.DECISION, said)]
    for other in (
        "Do we have consensus on printing the price list in Setswana?", "We don't have consensus on printing the price list in Setswana.",
        "I think we have consensus if the district pays for the list.", "We have a consensus process for the price list in Setswana.",
        "The motion was lost in the second reading of last year's council.", "The amendment approved by the council is on the web page.", "We have stage fright before each of these.",
    ):  # fmt: skip
        assert came_to(nlp, ("Chair", other)) == [], other


def test_consensus_without_its_matter_settles_the_proposal_before_it(nlp):
    units = read_units(session([("Chair", PROPOSAL), ("Sipho", "Fine with me."), ("Chair", "I think we have consensus.")]), nlp)
    [outcome] = outcomes(units)
    assert (units[outcome.last].text, units[outcome.confirmed].text) == (PROPOSAL, "I think we have consensus.")
    assert came_to(nlp, ("Chair", "We talked for long."), ("Chair", "I think we have consensus.")) == []
