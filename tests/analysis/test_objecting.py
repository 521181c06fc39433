"""Who does not go along with a matter, and what they hold; all of it fictional."""

from __future__ import annotations

import pytest

from copaper.analysis.accounts import with_accounts
from copaper.analysis.objecting import stance, views
from copaper.analysis.units import read_units
from copaper.analysis.weighing import weigh
from copaper.records import Span, Theme, View
from tests import factories

HELD = "The growers in the hills have no road in the rains and lose half of the maize."
MORE = "Two of them sold the bakkie to pay the taxi."
LONG = " ".join(["The depot in the valley has a roof and a scale and is enough for all of the growers of the district."] * 6)
BEFORE = "The depot in the valley is enough for all the growers of the district."


def held(nlp, *turns: str, messages=()) -> list[tuple[str, View]]:
    session = factories.session([(f"Speaker {n}", text) for n, text in enumerate(turns)], messages)
    units = read_units(session, nlp)
    last = len(session.turns) - 1
    span = Span(first_turn=0, start=0, last_turn=last, end=len(session.turns[last].text), from_time=0.0, to_time=session.turns[last].end)
    theme = Theme(id="a", label="Depot", salience=1.0, spans=(span,), messages=tuple(range(len(session.messages))))
    (theme,) = with_accounts(session, units, weigh(units), (theme,))
    found = [account for account in theme.accounts if account.view]
    for said in found:
        assert said.quote == (session.turns if said.where == "turn" else session.messages)[said.index].text[said.start : said.end]
    return [(said.quote, said.view) for said in found]


@pytest.mark.parametrize(
    ("said", "view"),
    [
        ("May I disagree a little bit?", View.OTHERWISE),
        ("I just want to push back a bit on the depot.", View.OTHERWISE),
        ("Let me be the devil's advocate here.", View.OTHERWISE),
        ("I want to be the, uh, devil's advocate.", View.OTHERWISE),
        ("I'd like to turn that around.", View.OTHERWISE),
        ("I don't agree with one depot for all.", View.OTHERWISE),
        ("I would strongly object to one depot.", View.AGAINST),
        ("I can't support a depot without a road.", View.AGAINST),
        ("I don't think it's a good idea to close the depot.", View.AGAINST),
        ("My bigger worry is that the road is closed.", View.WORRIED),
        ("I'm a bit skeptical about the depot.", View.WORRIED),
        ("We have serious concerns about the road.", View.WORRIED),
    ],
)
def test_how_somebody_says_that_they_do_not_go_along(said, view):
    assert stance(said)[0] is view


@pytest.mark.parametrize(
    "said",
    [
        "I don't disagree with one depot.",
        "I'm not opposed to one depot.",
        "Does anybody here object to one depot?",
        "Those who disagree may say so.",
        "If you disagree, write it into the chat.",
        "I do not have any concerns about the depot.",
        "We don't support other versions of the form.",
        "I couldn't agree more with one depot.",
        "That does not mean I don't think it's a good idea.",
        "The growers worry about the road.",
        "I agree with one depot.",
        "I don't think we should close the depot.",
        "What I don't agree with is one depot.",
    ],
)
def test_who_says_none_of_it(said):
    assert stance(said) is None


def test_what_is_held_is_told_to_its_end_without_what_only_leads_up_to_it(nlp):
    assert held(nlp, LONG, f"Ja, so, I don't agree with one depot for all of the growers. {HELD} {MORE}") == [(f"I don't agree with one depot for all of the growers. {HELD} {MORE}", View.OTHERWISE)]
    assert held(nlp, LONG, f"Thank you, chair. May I disagree a little bit? {HELD} {MORE}") == [(f"{HELD} {MORE}", View.OTHERWISE)]


def test_it_ends_before_a_question_and_in_the_same_turn(nlp):
    assert held(nlp, LONG, f"May I disagree a little bit? {HELD} {MORE} How do you pay for that?", "The municipality pays for the road.") == [(f"{HELD} {MORE}", View.OTHERWISE)]
    assert held(nlp, LONG, "May I disagree a little bit?", HELD) == []


def test_what_only_the_sentence_before_explains_is_not_told(nlp):
    assert held(nlp, LONG, "And my bigger worry is that it will become one of those.") == []


def test_a_message_that_says_so_is_told_whole(nlp):
    assert held(nlp, LONG, HELD, messages=[("Thandi", "One depot for all will ruin the growers in the hills. I don't support it")]) == [("One depot for all will ruin the growers in the hills. I don't support it", View.AGAINST)]
    assert held(nlp, LONG, HELD, messages=[("Thandi", "I don't support it")]) == []


def test_who_leads_a_topic_in_or_says_most_differs_from_nobody(nlp):
    against = f"I don't agree with one depot for all of the growers. {HELD} {MORE}"
    assert held(nlp, f"{BEFORE} {BEFORE} {BEFORE} {BEFORE}", against) == [(against, View.OTHERWISE)]
    assert held(nlp, BEFORE, f"{against} {BEFORE} {BEFORE}", BEFORE) == []


def test_of_one_turn_one_view_is_told(nlp):
    units = read_units(factories.session([("A", f"I disagree with one depot for all of the growers. My worry is that the road to the depot is closed in the rains. {MORE}")]), nlp)
    assert len(list(views(units))) == 1
