"""What a topic came to as its chair or presenter says it in passing; fictional."""

import pytest

from copaper.analysis.endings import endings
from copaper.analysis.outcomes import outcomes
from copaper.analysis.units import read_units
from tests.analysis.test_endings import TALK, whole
from tests.factories import session

LEADS = [("Chair", "Welcome everyone, we move on to the first item."), ("Sipho", "Good."), ("Chair", "Let us move on to the next item, Lindiwe."), ("Lindiwe", "Good."), ("Chair", "Let us move on to the next item, Sipho."), ("Sipho", "Good.")]
"""What makes somebody the one who leads."""
ONWARDS = ("Chair", "Okay, let us move on to the next item.")


def ended(nlp, *said: tuple[str, str], parts=((0.0, 1.0),)) -> list[tuple[str, str, str]]:
    talk = session(said)
    units = read_units(talk, nlp)
    found = endings(talk, units, whole(talk, *parts), outcomes(units))
    return [(theme, ending.state.value, ending.said.quote) for theme in sorted(found) for ending in found[theme]]


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("So let's push this to Monday.", "put off"), ("Okay, let's discuss this a week from now with the builders.", "put off"), ("Then let's take the rest of it async.", "put off"), ("I would suggest we revisit the roof in two weeks.", "put off"),
        ("So we'll continue this on the mailing list.", "put off"), ("I don't think we're going to make a decision today.", "put off"), ("We need more data on the rain before we choose a roof.", "put off"), ("Let's defer this until the bank has answered us.", "put off"),
        ("The next step here is to measure the roof of the hall.", "next"), ("So the plan is to measure the roof and to ask three builders.", "next"), ("In terms of next steps, the office writes to the builders of the town.", "next"),
        ("So we'll go with the roof of tin for the market hall.", "concluded"), ("Okay, let's aim for a new roof by the middle of April.", "concluded"), ("Unless something has changed, it probably makes sense to keep the roof and the wall apart.", "concluded"), ("It sounds like there's a lot of interest in a roof of tin.", "concluded"), ("To summarise, if the bank pays we build the roof in May.", "concluded"),
        ("I'll take that as consent to the roof of tin.", "concluded"), ("I'm not hearing any objections to the roof of tin, Sipho.", "concluded"), ("Then the market hall stays as it is.", "unchanged"), ("Let's leave the roof as it is.", "unchanged"),
    ],
)  # fmt: skip
def test_whoever_leads_says_at_the_end_what_it_came_to(nlp, said: str, state: str):
    assert ended(nlp, *LEADS, *TALK, ("Chair", said)) == [("t0", state, said)]


def test_what_is_asked_whether_it_is_so_is_no_conclusion(nlp):
    summed = "To summarise, if the bank pays we build the roof in May."
    assert ended(nlp, *LEADS, *TALK, ("Chair", f"{summed} That was the plan, is that correct?")) == []
    assert ended(nlp, *LEADS, *TALK, ("Chair", f"{summed} That was the plan.")) == [("t0", "summed up", f"{summed} That was the plan.")]
    assert ended(nlp, *LEADS, *TALK, ("Chair", summed)) == [("t0", "concluded", summed)]


@pytest.mark.parametrize(
    "said",
    [
        "Should we push this to Monday?", "If the bank pays, let's push this to Monday.", "Let's move to the roof of the hall.", "Let's go with the next question from Sipho.", "We'll keep this brief and take two questions.", "So we'll use the last five minutes for your questions.",
        "We could discuss this offline after the meeting, but it is up to you.", "Do you want to say what we could discuss next week, or maybe we push this to Monday.",
        "If the bank pays, it makes sense to keep the roof and the wall apart.", "I'm not sure that it makes sense to keep the roof and the wall apart.", "It hardly makes sense to merge the roof and the wall.", "Nobody thinks it makes sense to keep the roof and the wall apart.", "We'll remove the roof of tin unless somebody pays us for it.", "It makes sense to start with the questions of the builders.", "Let's do that.", "We'll see you next week.", "The next step is unclear to all of the traders.", "We don't have to come to a conclusion now.", "So let's use it.", "It sounds like you have a bad line.", "I wanted to note that we can't make a decision today.",
        "So the roof of tin is… we'll review the roof of the hall.", "We need more tin and more straw.", "The builders push the tin to the hall on Monday.", "We'll open up the floor for the roof builders.",
    ],
)  # fmt: skip
def test_what_leads_a_meeting_on_or_is_only_supposed_is_no_end(nlp, said: str):
    assert ended(nlp, *LEADS, *TALK, ("Chair", said)) == []


@pytest.mark.parametrize(("said", "settles"), [
    ("I think what you propose for the roof makes sense, so let's go with tin.", True), ("What they say of the roof makes good sense, so we'll go with tin.", True), ("They say that it makes sense to go with the roof of tin.", False), ("You really think it makes sense to keep the roof and the wall apart.", False),
])  # fmt: skip
def test_assent_to_what_somebody_proposes_settles_and_their_view_does_not(nlp, said: str, settles: bool):
    assert ended(nlp, *LEADS, *TALK, ("Chair", said)) == ([("t0", "concluded", said)] if settles else [])


def test_only_whoever_leads_or_spoke_most_says_so(nlp):
    said = "So we'll go with the roof of tin for the market hall."
    assert ended(nlp, *LEADS, *TALK, ("Zanele", said)) == []
    assert ended(nlp, *TALK, ("Chair", said)) == []  # nobody knows that they lead
    assert ended(nlp, *LEADS, *TALK, ("Sipho", said)) == []  # one of two who speak as much, and that is their plan
    kept = "I'm no longer asking for a roof of tin."
    assert ended(nlp, *LEADS, *TALK, ("Lindiwe", kept)) == [("t0", "withdrawn", kept)]
    assert ended(nlp, *LEADS, *TALK, ("Zanele", kept)) == []


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("So I would like to withdraw this proposal.", "withdrawn"), ("We won't pursue the roof of tin any further.", "withdrawn"), ("I am not going to ask for approval of the roof.", "not asked"), ("There's nothing that I'm asking the group for.", "not asked"),
        ("The office is not going to change its position on tin.", "unchanged"),
    ],
)  # fmt: skip
def test_whoever_presents_says_that_they_give_it_up_or_ask_for_nothing(nlp, said: str, state: str):
    assert ended(nlp, *LEADS, *TALK, ("Lindiwe", said), *TALK[:14]) == [("t0", state, said)]


@pytest.mark.parametrize("said", ["I withdraw that question about the roof.", "We want to withdraw the money from the bank.", "I'm not asking for a roof of gold.", "They will not pursue the roof of tin any further.", "If it rains I withdraw this proposal."])
def test_what_is_like_giving_up_and_is_none(nlp, said: str):
    assert ended(nlp, *LEADS, *TALK, ("Lindiwe", said)) == []


def test_it_is_said_where_the_topic_ends_or_the_chair_moves_on(nlp):
    said = ("Chair", "So let's push this to Monday.")
    assert ended(nlp, *LEADS, *TALK[:20], said, *TALK) == []
    assert ended(nlp, *LEADS, *TALK[:20], said, ONWARDS, *TALK) == [("t0", "put off", said[1])]
    assert ended(nlp, *LEADS, *TALK[:20], said, ("Chair", "The next question is on the queue."), *TALK) == []
    assert ended(nlp, *LEADS, said, ONWARDS, *TALK, *TALK) == []  # that was of the item before


def test_what_others_object_to_or_do_not_confirm_is_no_end(nlp):
    said = "So we'll go with the roof of tin for the market hall."
    assert ended(nlp, *LEADS, *TALK, ("Chair", said), ("Sipho", "I object, straw is cheaper by far.")) == []
    assert ended(nlp, *LEADS, *TALK, ("Chair", f"{said} Does that work for everybody?")) == []
    assert ended(nlp, *LEADS, *TALK, ("Chair", f"{said} Does that work for everybody?"), ("Sipho", "Yes, good.")) == [("t0", "gone along", said)]


def test_what_is_said_while_the_whole_meeting_wraps_up_is_of_the_topic_that_it_names(nlp):
    bees = [("Sipho", "The bees of the valley make honey from clover."), ("Lindiwe", "A hive of bees needs clover and a dry place.")] * 15
    close = [("Chair", "Is there anything else that anybody wants to bring up?"), ("Chair", "So we will review the hive and the clover in May.")]
    parts = ((0.0, 0.53), (0.55, 1.0))
    assert ended(nlp, *LEADS, *bees, *TALK, *close, parts=parts) == [("t0", "concluded", close[1][1])]
    assert ended(nlp, *LEADS, *bees, *TALK, close[1], parts=parts) == [("t1", "concluded", close[1][1])]
    assert ended(nlp, *LEADS, *bees, *TALK, close[0], ("Chair", "So we'll review the lamps and the ladders in May."), parts=parts) == []


def test_who_excuses_themselves_concludes_nothing(nlp):
    assert ended(nlp, *LEADS, *TALK, ("Chair", "I apologize for the long talk on the roof, but we'll return to this and discuss it next month.")) == []
