"""Who does not go along with a matter, and what they hold; all of it fictional."""

from __future__ import annotations

import pytest

from copaper.analysis.objecting import stance, views, with_views
from copaper.analysis.units import read_units
from copaper.records import Span, Stance, Theme
from tests import factories

HELD = "The growers in the hills have no road in the rains and lose half of the maize."
MORE = "Two of them sold the bakkie to pay the taxi."
LONG = " ".join(["The depot in the valley has a roof and a scale and is enough for all of the growers of the district."] * 6)
BEFORE = "The depot in the valley is enough for all the growers of the district."


def held(nlp, *turns: str, messages=()) -> list[tuple[str, Stance]]:
    session = factories.session([(f"Speaker {n}", text) for n, text in enumerate(turns)], messages)
    units = read_units(session, nlp)
    last = len(session.turns) - 1
    span = Span(first_turn=0, start=0, last_turn=last, end=len(session.turns[last].text), from_time=0.0, to_time=session.turns[last].end)
    theme = Theme(id="a", label="Depot", salience=1.0, spans=(span,), messages=tuple(range(len(session.messages))))
    (theme,) = with_views(session, units, (theme,))
    for said in theme.views:
        assert said.quote == (session.turns if said.where == "turn" else session.messages)[said.index].text[said.start : said.end]
    return [(said.quote, said.stance) for said in theme.views]


@pytest.mark.parametrize(
    ("said", "view"),
    [
        ("May I disagree a little bit?", Stance.OTHERWISE),
        ("I just want to push back a bit on the depot.", Stance.OTHERWISE),
        ("Let me be the devil's advocate here.", Stance.OTHERWISE),
        ("I want to be the, uh, devil's advocate.", Stance.OTHERWISE),
        ("I don't agree with one depot for all.", Stance.OTHERWISE),
        ("I would strongly object to one depot.", Stance.AGAINST),
        ("I can't support the depot plan.", Stance.AGAINST),
        ("I don't support it.", Stance.AGAINST),
        ("I don't think it's a good idea to sell the depot.", Stance.AGAINST),
        ("My bigger worry is that the road is bad.", Stance.WORRIED),
        ("May I challenge that?", Stance.OTHERWISE),
        ("I'm a bit skeptical about the depot.", Stance.WORRIED),
        ("We have serious concerns about the road.", Stance.WORRIED),
    ],
)
def test_how_somebody_says_that_they_do_not_go_along(said, view):
    assert stance(said)[0] is view


@pytest.mark.parametrize(
    "said",
    [
        # denied, supposed, or another's
        "With respect, my brother, you speak my mind.",
        "I don't disagree with one depot.",
        "I don't say I'm against the depot in the valley.",
        "I wouldn't say that I'm worried about it.",
        "I don't think that I disagree with the depot.",
        "I'm not opposed to one depot.",
        "Nobody said that I'm opposed to the depot.",
        "I hear people say I am against having the depot.",
        "The opposition said that I am against the depot.",
        "I disagree with one depot for all, is what the chief told the members.",
        "Does anybody here object to one depot?",
        "Those who disagree may say so.",
        "If you disagree, write it into the chat.",
        "How can I disagree with my valuation?",
        "When I disagree with the doctor, the nurse calls.",
        "I do not have any concerns about the depot.",
        "That does not mean I don't think it's a good idea.",
        "What I don't agree with is one depot.",
        # agreement in strong words
        "I couldn't agree more with one depot.",
        "I can't agree with you more on the depot.",
        "I cannot support this programme enough.",
        "I can't agree without the final text, but our party supports the depot.",
        # against those who are against it, or on a condition
        "I disagree with the critics of the depot.",
        "I'm opposed to the view that the depot has failed.",
        "I don't support the objections of the mine to the depot.",
        "I'd be against having the depot if the growers had to pay for it.",
        "I'm against this being put off any longer.",
        "I don't agree that the depot should be dropped.",
        "I don't agree with those who want to close the depot.",
        "I'm not convinced by the arguments against the depot.",
        "I'm concerned that if we do not open the depot the growers will leave.",
        "I'm concerned about the price of maize, so we need the depot.",
        "I am not happy that the committee rejected the depot.",
        "I have some concerns about the roof, but it's a solid plan.",
        "I am against the clock here.",
        "I challenge what we do in the depot every day.",
        # the same words for something else
        "I just want to push back the date of the hearing to Thursday.",
        "Can I push back the deadline for the claims?",
        "I want to challenge you to join the programme.",
        "I can't support two families on the wage that the mine pays.",
        "We don't support other versions of the form.",
        "I see things differently since the depot opened.",
        "My main concern is addressed by the new clause.",
        "I'm concerned with water quality at the university.",
        "I'm concerned that the recording has stopped.",
        "I'm worried about nothing today.",
        # none of it
        "The growers worry about the road.",
        "I agree with one depot.",
        "I'd like to turn it around.",
        "I don't think we should close the depot.",
    ],
)
def test_who_says_none_of_it(said):
    assert stance(said) is None


def test_what_is_held_is_told_to_its_end_without_what_only_leads_up_to_it(nlp):
    assert held(nlp, LONG, f"Ja, so, I don't agree with one depot for all of the growers. {HELD} {MORE}") == [(f"I don't agree with one depot for all of the growers. {HELD} {MORE}", Stance.OTHERWISE)]
    assert held(nlp, LONG, f"Thank you, chair. May I disagree a little bit? {HELD} {MORE}") == [(f"{HELD} {MORE}", Stance.OTHERWISE)]


def test_it_ends_before_a_question_and_in_the_same_turn(nlp):
    assert held(nlp, LONG, f"May I disagree a little bit? {HELD} {MORE} How do you pay for that?", "The municipality pays for the road.") == [(f"{HELD} {MORE}", Stance.OTHERWISE)]
    assert held(nlp, LONG, "May I disagree a little bit?", HELD) == []


def test_what_only_the_sentence_before_explains_is_not_told(nlp):
    assert held(nlp, LONG, "And my bigger worry is that it will become one of those.") == []


def test_a_message_that_says_so_is_told_whole(nlp):
    assert held(nlp, LONG, HELD, messages=[("Thandi", "One depot for all will ruin the growers in the hills. I don't support it")]) == [("One depot for all will ruin the growers in the hills. I don't support it", Stance.AGAINST)]
    assert held(nlp, LONG, HELD, messages=[("Thandi", "I don't support it")]) == []


def test_who_leads_a_topic_in_or_says_most_differs_from_nobody(nlp):
    against = f"I don't agree with one depot for all of the growers. {HELD} {MORE}"
    assert held(nlp, f"{BEFORE} {BEFORE} {BEFORE} {BEFORE}", against) == [(against, Stance.OTHERWISE)]
    assert held(nlp, BEFORE, f"{against} {BEFORE} {BEFORE}", BEFORE) == []


@pytest.mark.parametrize(
    "message",
    [
        "> I don't agree with one depot for all of the growers in the hills",
        "Wonderful depot and a great road for all of us. I'm worried about the price of it though",
        "Please vote: A) I support the depot B) I am against the depot C) I do not know",
        "We got a road. We got a roof for the scale. I don't support the plan for the second depot.",
    ],
)
def test_a_message_that_says_more_or_quotes_another_is_no_view(nlp, message):
    assert held(nlp, LONG, HELD, messages=[("Thandi", message)]) == []


def test_who_may_be_known_by_it_is_not_quoted_though_they_call_the_chair_first(nlp):
    assert held(nlp, LONG, f"Chair, I don't agree with one depot in my constituency of the hills. {HELD} {MORE}") == []


def test_its_time_is_that_of_the_words_with_which_it_begins(nlp):
    session = factories.session([("A", LONG), ("B", "Thank you, chair, yes, I just want to say that"), ("B", f"I don't agree with one depot for all of the growers. {HELD} {MORE}")])
    span = Span(first_turn=0, start=0, last_turn=1, end=len(session.turns[1].text), from_time=0.0, to_time=30.0)
    (theme,) = with_views(session, read_units(session, nlp), (Theme(id="a", label="Depot", salience=1.0, spans=(span,)),))
    assert [(view.time, view.quote[:14]) for view in theme.views] == [(20.0, "I don't agree ")]


def test_of_one_turn_one_view_is_told(nlp):
    units = read_units(factories.session([("A", f"I disagree with one depot for all of the growers. My worry is that the road to the depot is bad in the rains. {MORE}")]), nlp)
    assert len(list(views(units))) == 1


WELCOME = "Good morning everybody and welcome to the meeting of the depot. Thandi, over to you."


def replied(nlp, *turns: tuple[str, str]):
    session = factories.session(turns)
    last = len(session.turns) - 1
    span = Span(first_turn=0, start=0, last_turn=last, end=len(session.turns[last].text), from_time=0.0, to_time=session.turns[last].end)
    (theme,) = with_views(session, read_units(session, nlp), (Theme(id="a", label="Depot", salience=1.0, spans=(span,)),))
    return [(view.quote, None if view.reply is None else view.reply.quote) for view in theme.views]


@pytest.mark.parametrize("said", ["With respect, chair.", "With great respect to my sister, the road is bad.", "With all due respect, no road is that good."])
def test_whoever_speaks_with_respect_sees_it_otherwise(said):
    assert stance(said)[0] is Stance.OTHERWISE


@pytest.mark.parametrize("said", ["With respect to the budget of the depot, we are early.", "They spoke with great respect to the elders.", "With respect for the elders we wait."])
def test_respect_for_something_is_another(said):
    assert stance(said) is None


def test_whoever_says_most_may_differ_from_what_another_said_right_before(nlp):
    mine = " ".join([LONG] * 2)
    told = replied(nlp, ("Thandi", mine), ("Pieter", f"{BEFORE} One depot is cheaper for the office, and nobody is lost."), ("Thandi", f"With respect, I don't agree with that. {HELD} {MORE}"))
    assert [view for view, _ in told] and HELD in told[0][0]
    assert replied(nlp, ("Pieter", "Good."), ("Thandi", f"{mine} I don't agree with that. {HELD} {MORE}")) == [], "in an own talk somebody who is absent is meant"


@pytest.mark.parametrize(
    ("reply", "behind", "told"),
    [
        ("No, that is fair, and the hills are only two of the nine valleys of the district in our figures.", "", True),
        ("But the depot in the hills has no roof, and the maize of the year before was lost there in the rain.", "", True),
        ("It's a very serious point. We could hire the taxi of the school in the rains and bring the maize to the depot.", "", True),
        ("I think you're both right. There is a simple way out of it, and that is a taxi for the bags in the rains.", "", True),
        ("But the depot in the hills has no roof, and the maize of the year before was lost there in the rain.", "No, that's not so, it has one.", False),
        ("I hear you, Zoe, sorry. My microphone was off and the sound was bad, so I missed what was said on the fence.", "", False),
        ("The next item is the fence of the depot and who mends it before the winter of next year comes.", "", False),
    ],
)
def test_what_is_replied_is_told_if_it_takes_it_up_and_is_not_turned_down(nlp, reply, behind, told):
    turns = [("Pieter", LONG), ("Thandi", f"May I disagree a little bit? {HELD} {MORE}"), ("Pieter", reply), *([("Thandi", behind)] if behind else [])]
    [(_, answer)] = replied(nlp, *turns)
    assert (answer is not None) is told


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        ("But the fence of the kraal is the duty of the council, and we wrote three letters to it about that last winter.", False),
        ("But the depot in the hills has no roof, and the maize of the year before was lost there in the rain.", True),
    ],
)
def test_behind_the_next_point_only_what_is_on_the_view_is_its_reply(nlp, reply, told):
    turns = [("Pieter", LONG), ("Thandi", f"May I disagree a little bit? {HELD} {MORE}"), ("Zoe", "Thank you, Thandi. The next point is the fence."), ("Pieter", reply)]
    [(_, answer)] = replied(nlp, *turns)
    assert (answer is not None) is told
