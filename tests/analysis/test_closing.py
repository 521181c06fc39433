"""How a session closes: what is summed up, and what comes next; fictional."""

import pytest

from copaper.analysis.closing import by_words, coming
from copaper.analysis.findings import find
from copaper.analysis.people import people_and_bodies
from copaper.analysis.pipeline import analyse
from copaper.analysis.units import read_units
from copaper.records import Kind, Span, Theme
from tests.factories import session

ROOF = [("Sipho", "The roof of the market hall lets the rain in, and the tin of the roof is thin."), ("Lindiwe", "A roof of straw burns, a roof of tin rusts.")] * 4
PUMP = [("Sipho", "The pump by the river gives no water, and the valve of the pump is broken."), ("Lindiwe", "A pump with a valve of brass lasts for ten years.")] * 4
SUMS_UP = "Let me try to summarise what we have agreed. Sipho brings the valve of the pump by Friday, Lindiwe will ask about the price of the tin by the tenth, Thandi will write the letter by the first of May."


def topics(talk) -> tuple[Theme, ...]:
    """Return one topic on the roof, and one on the pump and the rest."""
    edges = ((0, len(ROOF) - 1), (len(ROOF), len(talk.turns) - 1))
    return tuple(
        Theme(id=name, label=name, salience=0.5, spans=(Span(first_turn=a, start=0, last_turn=b, end=len(talk.turns[b].text), from_time=talk.turns[a].start, to_time=talk.turns[b].start),))
        for name, (a, b) in zip(("roof", "pump"), edges, strict=True)
    )


def test_what_is_summed_up_belongs_to_the_topic_it_shares_words_with_or_to_none(nlp):
    talk = session([*ROOF, *PUMP, ("Chair", SUMS_UP)])
    found = find(talk, read_units(talk, nlp), topics(talk)).findings
    assert {finding.statement.split()[0]: finding.theme for finding in found if finding.kind is Kind.COMMITMENT} == {"Sipho": "pump", "Lindiwe": "roof", "Thandi": ""}


def test_words_that_two_topics_have_tell_of_neither(nlp):
    talk = session([*ROOF, *PUMP, ("Chair", "The roof and the pump are both old.")])
    units = read_units(talk, nlp)
    own = units[-1].evidence()
    assert by_words(own, units, topics(talk)) == "" and by_words(own, units, ()) == ""


@pytest.mark.parametrize(("at", "theme"), [(1, ""), (7, "roof")])
def test_what_is_granted_long_before_its_topic_ends_is_an_item_of_its_own(nlp, at: int, theme: str):
    roof = list(ROOF)
    roof[at - 1 : at + 1] = [("Thandi", "I would like to ask for stage two of the savings pilot."), ("Chair", "You have stage two.")]
    talk = session([*roof, *PUMP])
    [settled] = [finding for finding in find(talk, read_units(talk, nlp), topics(talk)).findings if "outcome" in finding.fields]
    assert settled.theme == theme


NEXT = "The next webinar is on Tuesday the third of May, and the theme will be late rain."


def announced(nlp, *said: tuple[str, str]) -> list[str]:
    talk = session(said)
    found = coming(read_units(talk, nlp))
    for part in found:
        assert talk.turns[part.index].text[part.start : part.end] == part.quote
    return [part.quote for part in found]


def test_the_next_session_is_told_with_what_is_asked_for_it(nlp):
    closing = f"{NEXT} I think after that it has to be rain If you've got a case then please write to me by Friday. I was glad of the songs."
    assert announced(nlp, *ROOF, *PUMP, ("Chair", closing), ("Sipho", "Goodbye.")) == [NEXT, "If you've got a case then please write to me by Friday."]
    assert announced(nlp, *ROOF, *PUMP, ("Chair", NEXT), ("Sipho", "If you have a case, write to the office.")) == [NEXT]


@pytest.mark.parametrize("said", ["The next webinar is on the roof of the hall.", "Is the next webinar on the third of May?", "We will meet again next week and keep going.", "The next session of the council is closed to traders.", "In March our next of kin came to the meeting."])
def test_what_is_like_an_announcement_and_is_none(nlp, said: str):
    assert announced(nlp, *ROOF, *PUMP, ("Chair", said)) == []


def test_what_is_announced_at_the_beginning_is_this_session_or_long_over(nlp):
    assert announced(nlp, ("Chair", NEXT), *ROOF, *PUMP) == []


def test_the_analysis_tells_what_comes_next_and_looks_there_for_names(nlp):
    talk = session([*ROOF, *PUMP, ("Chair", "The next webinar is on Tuesday the third of May, and it will be on what Zorbek is.")])
    units = read_units(talk, nlp)
    found = analyse(talk).coming
    assert found == coming(units) and len(found) == 1
    for announced, told in ((found, True), ((), False)):
        names = people_and_bodies(talk, nlp, units, (), (), frozenset(), announced)
        assert ("Zorbek" in (*names.people, *names.perhaps_people)) is told


@pytest.mark.parametrize(
    "said",
    [
        "Next month, we'll be talking about seeds with a guest from the river farms.",
        "We'll be back next month to mend the pump with the school.",
        "Then we'll continue with the roof of the hall on Thursday.",
        "There will be no call next week, as the hall is being painted.",
    ],
)
def test_what_comes_next_may_be_told_without_the_day(nlp, said: str):
    assert announced(nlp, *ROOF, *PUMP, ("Chair", said)) == [said]


@pytest.mark.parametrize("said", ["We will discuss it next week.", "Next month we paint the hall.", "We will be back next week."])
def test_who_comes_back_to_nobody_knows_what_announces_nothing(nlp, said: str):
    assert announced(nlp, *ROOF, *PUMP, ("Chair", said)) == []


@pytest.mark.parametrize(("closes", "theme"), [("It is late, so I'm going to close.", "roof"), ("It is late, and the hall is cold.", "pump")])
def test_a_question_after_the_close_belongs_to_the_topic_whose_words_it_has(nlp, closes: str, theme: str):
    asked = "Does the rain come in where the tin of the roof is thin, above the market hall?"
    leads = [("Chair", "Let us move on to the next item, Sipho."), ("Sipho", "Good.")] * 3
    talk = session([*ROOF, *leads, *PUMP, *PUMP, *PUMP, ("Chair", closes), ("Lindiwe", asked), ("Sipho", "Yes, the rain comes in where the tin of the roof is thin.")])
    edges = ((0, len(ROOF) - 1), (len(ROOF), len(talk.turns) - 1))
    themes = tuple(one.model_copy(update={"spans": (Span(first_turn=a, start=0, last_turn=b, end=len(talk.turns[b].text), from_time=talk.turns[a].start, to_time=talk.turns[b].start),)}) for one, (a, b) in zip(topics(talk), edges, strict=True))
    [question] = [finding for finding in find(talk, read_units(talk, nlp), themes).findings if finding.kind is Kind.QUESTION]
    assert (question.statement, question.theme) == (asked, theme)


DAY = "It's on Thursday the ninth of July, at ten."


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ([f"Next session. {DAY} The theme is late rain."], [DAY, "The theme is late rain."]),
        ([f"Next session. {DAY}", "Sorry chair, it's the 16th.", "Thursday the sixteenth of July. And the first item will be the pump."], ["Thursday the sixteenth of July.", "And the first item will be the pump."]),
        ([f"Next session. {DAY}", "Noted.", "The taxi strike is on Friday the tenth of July."], [DAY]),
        (["Next session. The last one was on Thursday the fourth of June and it went badly."], []),
        ([f"Next session. {DAY}", "Chair, that is the public holiday.", "Oh. Then Thursday the sixteenth of July."], ["Then Thursday the sixteenth of July."]),
        ([f"Next session. {DAY}", "No, it's the tenth of July, the ninth is a Sunday.", "Oh yes."], []),
        (["Next session. My birthday is on the ninth of July."], []),
        (["Next session. The council meets on Monday the sixth of July."], []),
        (["Next session. Either Thursday the ninth of July or Thursday the sixteenth.", "The second.", "Good, the sixteenth of July."], ["Good, the sixteenth of July."]),
        (["Next session. Not on Thursday the ninth of July, because of the strike."], []),
    ],
)
def test_it_may_be_called_up_and_then_told(nlp, said, told):
    assert announced(nlp, *ROOF, *PUMP, *((("Chair", "Sipho")[n % 2], one) for n, one in enumerate(said))) == told


def test_it_may_be_asked_for_and_told_by_another(nlp):
    assert announced(nlp, *ROOF, *PUMP, ("Chair", "Thank you. Bongani, when's next?"), ("Gert", "It's the fifteenth of September, isn't it?"), ("Bongani", "October. Fifteenth of October, at ten. The theme is late rain.")) == ["Fifteenth of October, at ten.", "The theme is late rain."]


WRONG = ("Lindiwe", "The next session's on Wednesday the fourth of June, in the hall.")
RIGHT = "Thursday the fifth of June, half past nine, in the hall."


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ([WRONG, ("Sipho", "Thursday. It's Thursday the fifth."), ("Lindiwe", f"Sorry. {RIGHT}")], [RIGHT]),
        ([WRONG, ("Sipho", "It is Thursday the fifth of June.")], ["It is Thursday the fifth of June."]),
        ([WRONG, ("Lindiwe", f"No, sorry. {RIGHT}")], [RIGHT]),
        ([WRONG, ("Sipho", "I will be in Durban on Thursday the fifth of June.")], [WRONG[1]]),
        ([WRONG, ("Sipho", "Is it not Thursday the fifth of June?")], [WRONG[1]]),
        ([WRONG, ("Sipho", "Wednesday the fourth of June it is.")], [WRONG[1]]),
        ([("Sipho", "When's next time?"), ("Lindiwe", "The fourth of June, Wednesday."), ("Sipho", "Thursday."), ("Lindiwe", RIGHT)], [RIGHT]),
        ([("Sipho", "When's next time?"), ("Lindiwe", "The fifth of June, Thursday. Ten o'clock. Same link. Late rain first, then the tools. Thanks to Thandi.")], ["The fifth of June, Thursday.", "Ten o'clock.", "Same link.", "Late rain first, then the tools."]),
        ([("Lindiwe", "Then it's Thursday the fifth of June, half past nine, same link.")], ["Then it's Thursday the fifth of June, half past nine, same link."]),
        ([("Lindiwe", "The next one's Thursday the fifth of June, ten o'clock.")], ["The next one's Thursday the fifth of June, ten o'clock."]),
        ([WRONG, ("Sipho", "Or Sunday the first, after church."), ("Lindiwe", "Ha ha, Sipho.")], [WRONG[1]]),
        ([WRONG, ("Sipho", "Sorry, the fourth is my birthday. And Friday the sixth of June we slaughter a sheep.")], [WRONG[1]]),
        ([WRONG, ("Sipho", "Thank you, this was my third time."), ("Lindiwe", "Welcome. We pay the data on Monday the second of June.")], [WRONG[1]]),
        ([("Lindiwe", "The next council meeting is on the fourth of June, so write to your councillor.")], []),
        ([("Lindiwe", "The next meeting of our savings club is on Friday the ninth of May.")], []),
        ([("Lindiwe", "Our next session is on the ninth or the sixteenth of May, please vote.")], []),
        ([WRONG, ("Sipho", "Thank you."), ("Lindiwe", "No, wait, cancel that, the funders come that week. We'll tell you.")], []),
        ([("Lindiwe", "At this point last year we said the next session is in May and nobody came.")], []),
    ],
)
def test_its_day_is_told_as_it_was_put_right(nlp, said, told):
    assert announced(nlp, *ROOF, *PUMP, *said) == told
