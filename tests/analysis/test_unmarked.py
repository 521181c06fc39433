"""What can be told of speech without full stops; the calls are made up."""

import pytest

from copaper.analysis import unmarked
from copaper.records import Span
from tests.factories import session


def quotes(found):
    return [said.quote for said in found]


def test_the_agenda_is_what_is_read_out_at_the_beginning():
    talk = session([("Ann", "hello all on the agenda today we have the seed bank and the new price list for the spring market in the old river town okay let us start"), ("Ben", "on the agenda today we have goats and hens and ducks and geese and other fowl of the farm")])
    said = unmarked.agenda(talk)
    assert said.quote.startswith("on the agenda today we have the seed bank") and said.quote == talk.turns[0].text[said.start : said.end]
    assert unmarked.agenda(session([("Ann", "the seed bank is on the hill")])) is None


def test_an_agenda_of_what_every_meeting_has_is_none():
    routine = "on the agenda today we have introductions and relevant community updates and announcements and reminders and then questions on topics for the queue in our next calls"
    assert unmarked.agenda(session([("Ann", routine)])) is None
    assert unmarked.agenda(session([("Ann", f"{routine} and seed banks barley prices crates ferries harvest mills millers rye")])) is not None


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("does this work with rye", True),
        ("is it dry enough for the mill", True),
        ("are there fees there for growers", True),
        ("could that be the mill", True),
        ("is there a fee for growers this year", False),
        ("does the seed bank take barley if growers dry it", False),
        ("isn't the mill the way growers dry barley", False),
        ("Sounds good. Is it open", True),
    ],
)
def test_what_points_at_something_untold(text, points):
    assert unmarked.points_out(text) is points


def test_a_question_that_points_at_something_untold_is_not_quoted():
    assert unmarked.typed(session([], [("Zoe", "Does this work with barley and rye?")])) == []


def test_typed_questions_have_the_reply_that_names_who_asked():
    talk = session([], [("Zoe Hill", "Does the seed bank take barley?"), ("Ann", "nice weather"), ("Ben", "@Zoe only what was dried on the farm"), ("Ben", "who keeps the keys of the seed bank?")])
    assert [(one.question.quote, one.reply and one.reply.quote) for one in unmarked.typed(talk)] == [
        ("Does the seed bank take barley?", "@Zoe only what was dried on the farm"), ("who keeps the keys of the seed bank?", None)
    ]  # fmt: skip


def test_a_yes_to_somebody_by_their_initials_is_a_reply():
    talk = session([], [("Zoe Hill", "Does the seed bank take barley?"), ("Ben", "@ZH hello"), ("Ben", "@ZH yes")])
    assert [one.reply and one.reply.quote for one in unmarked.typed(talk)] == ["@ZH yes"]


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ("and then next week we will skip the call because of the harvest", "next week we will skip the call"),
        ("the spring market workshop is going to be on the 14th in the town hall", "the spring market workshop is going to be on the 14th"),
        ("last week we had a call on Monday about the harvest", None),
        ("we took the crates down next month or so", None),
        ("we will meet again next week on crates and sessions", None),
        ("welcome to the growers call on Monday 4 May we will begin soon", None),
    ],
)
def test_plans_for_days_to_come_are_told(words, begins):
    found = quotes(unmarked.ahead(session([("Ann", words)])))
    assert len(found) == bool(begins) and all(said.startswith(begins) for said in found)


def test_what_is_said_often_is_counted_within_its_topic():
    talk = session([("Ann", "the Seed bank and the seed bank"), ("Ben", "our seed bank is small"), ("Ann", "a price list a price list a price list")])
    span = Span(first_turn=0, start=0, last_turn=1, end=5, from_time=0.0, to_time=15.0)
    assert unmarked.often(talk, [span]) == [("seed bank", 3)]
    assert unmarked.voices(talk, 0.0, 15.0) == {turn.participant for turn in talk.turns[:2]}


def test_no_quotation_ends_within_a_name():
    words = "on the agenda today we have market fees and new stall forms and barley prices and the river ferry for "
    talk = session([("Ann Berg", f"{words * 1}{'very ' * 35}good growers as told by our guest Lindiwe Gumba who knows them")])
    cut = talk.turns[0].text.index(" Gumba")
    assert unmarked._cut(talk.turns[0], 0, cut).quote.endswith("by our guest")


def test_half_a_name_is_cut_off_however_many_words_have_capitals():
    name = " A" * 20_000
    talk = session([("Ann", f"so we will all meet{name} Bee b")])
    end = len("so we will all meet") + len(name)
    assert unmarked._cut(talk.turns[0], 0, end).quote == "so we will all meet"
    assert unmarked._cut(talk.turns[0], 0, len(talk.turns[0].text)).quote == talk.turns[0].text
    small = session([("Ann", f"so{name} b Bee")])
    assert unmarked._cut(small.turns[0], 0, end).quote.startswith("so A A")
