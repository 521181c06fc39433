"""How topics end that come to no decision; fictional."""

import pytest

from copaper.analysis.endings import endings, with_endings
from copaper.analysis.outcomes import outcomes
from copaper.analysis.people import people_and_bodies
from copaper.analysis.pipeline import analyse
from copaper.analysis.themes import join
from copaper.analysis.units import read_units
from copaper.records import EndingState, Findings, Span, Theme
from tests.factories import session

TALK = [("Sipho", "The stalls by the river stand empty since the flood of May."), ("Lindiwe", "The roof of the market hall lets the rain in at both ends.")] * 15
OVER = "Let us come back to the roof at the next meeting with the costs."
CLAIM = "We have consensus to mend the roof of the hall by the end of May."


def whole(talk, *parts: tuple[float, float]) -> tuple[Theme, ...]:
    """Return topics, each from and to a share of the turns."""
    found = []
    for n, (start, end) in enumerate(parts):
        first, last = talk.turns[int(start * (len(talk.turns) - 1))], talk.turns[int(end * (len(talk.turns) - 1))]
        found.append(Theme(id=f"t{n}", label=f"Topic {n}", salience=0.5, spans=(Span(first_turn=first.index, start=0, last_turn=last.index, end=len(last.text), from_time=first.start, to_time=last.cues[-1].start),)))
    return tuple(found)


def ended(nlp, *said: tuple[str, str], parts=((0.0, 1.0),)) -> list[tuple[str, str, str]]:
    talk = session(said)
    units = read_units(talk, nlp)
    found = endings(talk, units, whole(talk, *parts), outcomes(units))
    return [(ending.state.value, ending.said.quote, ending.reply.quote if ending.reply else "") for theme in sorted(found) for ending in found[theme]]


@pytest.mark.parametrize(
    ("said", "state"),
    [
        (OVER, "put off"), ("The roof is a big matter and we can continue in an overflow topic on this.", "put off"), ("I would be happier if we can come back tomorrow with a plan of the roof.", "put off"),
        ("Let's work offline about how the roof is to be mended.", "put off"), ("So we don't have agreement on the roof.", "not agreed"), ("I hear no consensus on the roof, so the hall stays as it is.", "not agreed"),
        ("There is no consensus here on who pays for the roof.", "not agreed"), ("That sounds like the majority want a roof of tin.", "leaning"), ("It looks like pretty strong support for a roof of tin.", "leaning"),
    ],
)  # fmt: skip
def test_how_a_topic_ended_is_told_in_plain_words_of_its_end(nlp, said: str, state: str):
    assert ended(nlp, *TALK, ("Chair", said)) == [(state, said, "")]


@pytest.mark.parametrize(
    "said",
    [
        "Could we come back to the roof at the next meeting?", "If we come back to it at the next meeting the rain is over.", "If we can't get consensus on tin, then we mend it with straw.",
        "The builder comes on Thursday and takes the roof off.", "The traders return each spring with their carts.", "We will continue to mend the roofs of today and tomorrow.",
        "There is no consensus about how long a roof of tin lasts.", "The majority of the traders support their children with this.", "We do have time for a continuation tomorrow in the morning.",
        "We did not get consensus on tin in the year of the flood.", "We could not have agreement with the bank in the year of the flood.",
    ],
)  # fmt: skip
def test_what_is_like_an_end_and_is_none(nlp, said: str):
    assert ended(nlp, *TALK, ("Chair", said)) == []


def test_an_end_stands_near_the_end(nlp):
    assert ended(nlp, ("Chair", OVER), *TALK) == []
    assert ended(nlp, *TALK, ("Chair", OVER), *TALK, parts=((0.0, 0.5), (0.55, 1.0))) == [("put off", OVER, "")]
    refused = "So we don't have agreement on the roof."
    assert ended(nlp, *TALK, ("Chair", refused), *TALK[:12]) == [("not agreed", refused, "")] and ended(nlp, ("Chair", refused), *TALK) == []


def test_what_was_settled_after_it_is_the_end(nlp):
    settled = ("Chair", "So we have consensus to mend the roof of the hall with tin.")
    assert ended(nlp, *TALK, ("Chair", OVER), settled) == []
    assert ended(nlp, *TALK, settled, ("Chair", OVER)) == []  # that is what else is to come of it
    assert ended(nlp, *TALK, settled, *TALK, ("Sipho", OVER)) == [("put off", OVER, "")]


def test_what_was_proposed_as_settled_and_put_off_is_told_with_the_reply(nlp):
    asked, reply = f"{CLAIM} Does that seem like a good conclusion?", "A roof of that size is a big matter and requires consensus. Why don't we decide on Thursday."
    assert ended(nlp, ("Chair", asked), ("Sipho", reply), *TALK) == [("proposed", asked, reply)]
    assert ended(nlp, ("Chair", asked), *TALK) == [("proposed", asked, "")]
    assert ended(nlp, ("Chair", asked), ("Sipho", "Yes, good."), *TALK) == []


def test_what_was_asked_for_and_given_is_the_end_of_the_topic_that_it_closes(nlp):
    asked, given = ("Lindiwe", "I would like to ask for stage two today."), ("Chair", "You have stage two.")
    assert ended(nlp, asked, *TALK, given) == [("granted", given[1], "")]  # who asked named nothing but the step
    assert ended(nlp, asked, given, *TALK) == []
    assert ended(nlp, asked, *TALK, given, parts=((0.1, 1.0),)) == []


def test_a_chair_who_sums_up_ends_no_topic(nlp):
    assert ended(nlp, *TALK, ("Chair", "Let me try to summarise what we have agreed. One, the office counts the stalls. The roof is not agreed, we park it.")) == []


def test_a_topic_keeps_the_last_of_each_state(nlp):
    later = "Let us return to the roof at the next session with the costs."
    assert ended(nlp, *TALK, ("Chair", OVER), ("Sipho", "That is fine."), ("Chair", later)) == [("put off", later, "")]


def test_a_topic_that_is_joined_to_another_keeps_its_end(nlp):
    talk = session([*TALK, ("Chair", OVER)])
    one, other = whole(talk, (0.0, 0.5), (0.5, 1.0))
    [ending] = endings(talk, read_units(talk, nlp), (one, other), ())["t1"]
    other = other.model_copy(update={"endings": (ending,)})
    joined = join(Findings(session="s", model="m", segments=(), themes=(one, other), findings=()), one, other)
    assert joined.themes[0].endings == (ending,) and ending.state is EndingState.PUT_OFF


def test_the_analysis_gives_topics_their_ends_and_looks_there_for_names(nlp):
    talk = session([*TALK, ("Chair", "Let us come back to the roof at the next meeting, once we know what Zorbek is.")])
    assert [ending.state for theme in analyse(talk).themes for ending in theme.endings] == [EndingState.PUT_OFF]
    units = read_units(talk, nlp)
    for found, told in ((endings(talk, units, whole(talk, (0.0, 1.0)), ()), True), ({}, False)):
        names = people_and_bodies(talk, nlp, units, with_endings(whole(talk, (0.0, 1.0)), found), (), frozenset())
        assert ("Zorbek" in (*names.people, *names.perhaps_people)) is told


def test_what_was_put_off_is_no_end_where_the_talk_comes_back(nlp):
    talk = session([*TALK, ("Sipho", OVER), *TALK, *TALK])
    units = read_units(talk, nlp)
    first, between, last = whole(talk, (0.0, 0.34), (0.35, 0.6), (0.61, 1.0))
    assert [ending.state for ending in endings(talk, units, (first, between, last), outcomes(units))[first.id]] == [EndingState.PUT_OFF]
    back = first.model_copy(update={"spans": (*first.spans, *last.spans)})
    assert endings(talk, units, (back, between), outcomes(units)) == {}


@pytest.mark.parametrize("reply", ["Well, it sounds like we don't have that.", "I'm afraid we do not have it.", "I think you don't have consensus."])
def test_a_question_whether_there_is_consensus_is_told_with_the_reply_that_there_is_none(nlp, reply: str):
    asked = "So are you seeking consensus to mend the roof?"
    assert ended(nlp, *TALK, ("Chair", asked), ("Lindiwe", reply)) == [("not agreed", asked, reply)]
    assert ended(nlp, *TALK, ("Chair", "So where is the tin for the roof?"), ("Lindiwe", "Well, it sounds like we don't have that.")) == []


@pytest.mark.parametrize("offer", ["We could take this offline, but the time is up, so I leave it to you.", "Do you want us to take this offline.", "We could come back to this at the next meeting, but do you need it?"])
def test_who_only_offers_to_put_a_matter_off_has_not_done_so(nlp, offer: str):
    assert ended(nlp, *TALK, ("Chair", offer)) == []


def test_what_is_put_off_long_after_a_matter_was_closed_is_another(nlp):
    withdrawn, asked, granted = "So I want to withdraw this proposal.", "Is anybody opposed to this?", "The roof of tin is withdrawn."
    assert ended(nlp, *TALK, ("Lindiwe", withdrawn), *TALK[:24], ("Lindiwe", OVER)) == [("withdrawn", withdrawn, "")]
    assert ended(nlp, *TALK, ("Chair", asked), ("Chair", granted), *TALK[:24], ("Lindiwe", OVER)) == [("granted", asked, granted)]
    assert [state for state, *_ in ended(nlp, *TALK, ("Lindiwe", withdrawn), ("Lindiwe", OVER))] == ["withdrawn", "put off"]


def test_what_was_not_agreed_is_told_with_what_was_proposed(nlp):
    proposal, refused = "The council should pay for a roof of tin from the fund of the market.", "So we don't have agreement on the roof."
    doubts = ("Sipho", "That costs more than the traders earn in a year.")
    assert ended(nlp, *TALK, ("Lindiwe", proposal), doubts, ("Chair", refused)) == [("not agreed", refused, proposal)]
    for other in ("Should the council pay for a roof of tin?", "We should paint the stalls by the river in May.", "We should move on from the roof to the stalls.", "The council should not pay for a roof of tin.", "The builder of the roof is asking for his money."):
        assert ended(nlp, *TALK, ("Lindiwe", other), doubts, ("Chair", refused)) == [("not agreed", refused, "")]


def test_an_end_that_points_back_is_told_with_what_it_points_at(nlp):
    def told(*said: tuple[str, str]) -> list[tuple[str, str]]:
        talk = session((*TALK, *said))
        units = read_units(talk, nlp)
        [theme] = whole(talk, (0.0, 1.0))
        found = endings(talk, units, [theme.model_copy(update={"label": "Roof of the hall"})], outcomes(units))
        return [(ending.state.value, ending.said.quote) for ending in found.get("t0", ())]

    plan, over, refused = "We need a plan of the roof with the costs of the tin.", "So let us come back to that at the next meeting.", "So we don't have agreement on the roof of the hall."
    assert told(("Lindiwe", f"{plan} {over}")) == [("put off", f"{plan} {over}")]
    assert told(("Sipho", plan), ("Lindiwe", over)) == [("put off", over)], "another said it"
    assert told(("Lindiwe", f"My cat and my dog are at home. {over}")) == [("put off", over)], "it is on another matter"
    assert told(("Lindiwe", f"{plan} {OVER}")) == [("put off", OVER)], "it names its matter"
    assert told(("Lindiwe", f"{refused} {over}")) == [("not agreed", refused), ("put off", over)], "nothing is told twice"
    assert told(("Lindiwe", f"If we need a plan of the roof, we ask. {over}")) == [("put off", over)]


def test_what_is_parked_is_put_off_and_not_refused(nlp):
    parked = "We'll park that one, and when the council comes we'll ask about the roof of the hall."
    assert ended(nlp, *TALK, ("Chair", parked)) == [("put off", parked, "")]
