"""Promises with a day, in words of any kind; all of it fictional."""

from __future__ import annotations

import pytest

from copaper.analysis.by_day import by_day
from copaper.analysis.findings import find
from copaper.analysis.units import read_units
from copaper.records import Kind, Span, Theme
from tests import factories


def promised(nlp, *turns: tuple[str, str]) -> list[tuple[str, str]]:
    units = read_units(factories.session(turns), nlp)
    return [(" ".join(unit.text for unit in units[one.first : one.last + 1]), units[one.asked].text if one.asked is not None else "") for one in by_day(units)]


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ([("C", "When do we get your seed list, the template?"), ("S", "I've got it at home. I'll clean it. Monday, let me say Monday the seventh of June.")], ("I've got it at home. I'll clean it. Monday, let me say Monday the seventh of June.", "When do we get your seed list, the template?")),
        ([("C", "And the names of your six growers?"), ("S", "End of the month. The thirty-first.")], ("End of the month. The thirty-first.", "And the names of your six growers?")),
        ([("S", "I'll take it to the seed people, whether they sell smaller bags. I'll come back to Busi by the fifteenth of October.")], ("I'll take it to the seed people, whether they sell smaller bags. I'll come back to Busi by the fifteenth of October.", "")),
        ([("C", "And the checklist of the growers? Can we use it, all of us? I mean, as it is."), ("S", "Please. Take it."), ("D", "We'd take it as well."), ("S", "I'll send it, with the table of the market, by Friday the fourth.")], ("I'll send it, with the table of the market, by Friday the fourth.", "And the checklist of the growers?")),
        ([("S", "I could have a draft of the letter by the end of this month. By Friday the twenty-ninth.")], ("I could have a draft of the letter by the end of this month. By Friday the twenty-ninth.", "")),
        ([("S", "There's a list of pests, two pages. I'll put it on the table by Wednesday.")], ("There's a list of pests, two pages. I'll put it on the table by Wednesday.", "")),
        ([("S", "I'll write the rules, one page. You'll have it, uh, by the eleventh of June.")], ("I'll write the rules, one page. You'll have it, uh, by the eleventh of June.", "")),
        ([("C", "Who writes it on one page for the growers?"), ("S", "I will. In English and isiZulu. Give me until Friday the fourth.")], ("I will. In English and isiZulu. Give me until Friday the fourth.", "Who writes it on one page for the growers?")),
        ([("S", "I'll cut that piece before anything goes out, from when the table comes up. Tomorrow by twelve.")], ("I'll cut that piece before anything goes out, from when the table comes up. Tomorrow by twelve.", "")),
    ],
)  # fmt: skip
def test_a_promise_is_told_with_its_day_and_what_it_is_of(nlp, turns, told):
    assert promised(nlp, *turns) == [told]


@pytest.mark.parametrize(
    "turns",
    [
        [("S", "I'll clean it. Monday, let me say Monday the seventh.")],  # of what?
        [("S", "He said I'll pay for the seed by Friday, and he never came.")],
        [("S", "Every month I'll bring the eggs to the market by the fifth.")],
        [("S", "If the rain comes I'll plough the field by Friday.")],
        [("S", "I'll be at the funeral until Monday the seventh.")],
        [("S", "I'll see you all on Thursday the third of June.")],
        [("C", "When's the form due?"), ("S", "Tomorrow.")],
        [("S", "I'll check the list of the growers. I'd say by the fourth."), ("C", "That's a holiday."), ("S", "The fifth, then.")],  # which of the two?
        [("S", "We'll have the rain by the end of May.")],
        [("S", "I'll remind you of our statement of May 28 on the seed.")],
        [("S", "I can share the list, but not this week.")],
    ],
)
def test_what_is_no_promise_or_does_not_say_of_what_is_not_told(nlp, turns):
    assert promised(nlp, *turns) == []


@pytest.mark.parametrize(
    "said",
    [
        "I'll bring the trailer on Saturday, as long as the tyre holds.", "Should the rain come, I'll plant the field on Monday.", "I'll bring nothing by Friday.", "I'll watch the rugby on Saturday.", "I'll fly to Durban on Thursday for the wedding.",
        "I'll get my results by Friday.", "I'll expect your forms by Friday the ninth.", "You'll have a lot of mosquitoes next month.", "With this machine I can clean a hundred chairs by lunch.", "The way the cows eat, we'll finish the hay by June.",
        "So I plant it today and in three weeks I'll cut the first leaves.", "In winter I'll clean the tank on a Saturday and in summer on a Sunday.", "The radio had the premier on: we'll deliver ten thousand houses by the end of March.", "I'll take the clinic on Monday, said my grandmother, and on Tuesday she was dead.",
        "I wish that I'll bring home a trophy on Saturday.", "I'll try, but I'm not sure that I can bring the drill by Friday.", "I'll fill in the form for the grant that closes on Friday.", "So a nice man came and said Mama, don't wait, I'll give you the money tomorrow, four percent a month.",
        "And I asked him, I said Mr Dube, you could hold that money till the end of the month, I can put it on call for you.", "I'll bring the chairs on Saturday the seventh. No, sorry, Sunday the eighth.",
    ],
)  # fmt: skip
def test_conditions_stories_and_what_happens_by_itself_are_no_promises(nlp, said):
    assert promised(nlp, ("S", said)) == []


@pytest.mark.parametrize(
    "turns",
    [
        [("C", "When will your visitors from Lesotho arrive?"), ("S", "Tomorrow.")],
        [("C", "What date is your wedding, Thandi?"), ("S", "Saturday the ninth of May.")],
        [("C", "Lindiwe, who can give us the budget?"), ("G", "And when is Heritage Day?"), ("L", "The twenty-fourth of September.")],
        [("C", "Who would have thought that the rain comes so late?"), ("S", "I'll bring it on Friday.")],
        [("S", "I'll phone the plumber of the hall tomorrow."), ("G", "No need, I phoned him this morning.")],
        [("C", "Who brings the missing forty thousand rand back to the stokvel?"), ("G", "Wait, somebody is at my gate."), ("T", "Oh."), ("S", "I'll do it tomorrow.")],
        [("S", "Here is the mayor's letter. We will send the pipe by the end of March.")],
        [("S", "I'll paint the gate of the clinic on Saturday the tenth."), ("C", "Please don't, the department does that.")],
        [("S", "I'll bring the tractor on Saturday the tenth."), ("G", "The tractor is broken, man."), ("S", "Eish, then I can't.")],
        [("S", "I'll bring the chairs on Monday the seventh."), ("G", "Monday is a holiday."), ("S", "Then the day after.")],
    ],
)
def test_what_replies_to_something_else_or_is_called_off_is_none(nlp, turns):
    assert promised(nlp, *turns) == []


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ([("C", "I'd need a draft of the sheet first."), ("S", "I'll send it to you, the thirtieth.")], ("I'll send it to you, the thirtieth.", "I'd need a draft of the sheet first.")),
        ([("S", "I'll write that letter to the forum."), ("C", "Good."), ("S", "And then give me till the ninth of October.")], ("And then give me till the ninth of October.", "I'll write that letter to the forum.")),
        ([("C", "Can you find out whether the fee goes to the council before December?"), ("S", "I'll ask my manager and come back to you next week.")], ("I'll ask my manager and come back to you next week.", "Can you find out whether the fee goes to the council before December?")),
        ([("S", "The list and all the links you'll have tomorrow afternoon.")], ("The list and all the links you'll have tomorrow afternoon.", "")),
    ],
)
def test_what_it_is_of_may_be_said_before_by_anybody(nlp, turns, told):
    assert promised(nlp, *turns) == [told]


def test_it_is_a_commitment_in_its_own_words(nlp):
    session = factories.session([("C", "When do we get your seed list, the template?"), ("S", "I've got it at home. I'll clean it. Monday, let me say Monday the seventh of June.")])
    theme = Theme(id="t0", label="Seed", salience=0.5, spans=(Span(first_turn=0, start=0, last_turn=1, end=len(session.turns[1].text), from_time=0.0, to_time=10.0),))
    [found] = [one for one in find(session, read_units(session, nlp), (theme,)).findings if one.kind is Kind.COMMITMENT]
    assert found.statement == "I've got it at home. I'll clean it. Monday, let me say Monday the seventh of June."
    assert [part.quote for part in found.lead] == ["When do we get your seed list, the template?"]
