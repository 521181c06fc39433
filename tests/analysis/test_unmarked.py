"""What can be told of speech without full stops; the calls are made up."""

import pytest

from copaper.analysis import unmarked
from copaper.records import Span
from tests.factories import session


def quotes(found):
    return [said.quote for said in found]


def asked_in(*turns: str, chat=()):
    talk = session([(f"Speaker {n % 2}", text) for n, text in enumerate(turns)], chat)
    return [(asked.question.quote, asked.reply and asked.reply.quote) for asked in unmarked.asked(talk)]


def test_the_agenda_is_what_is_read_out_at_the_beginning():
    talk = session([("Ann", "hello all on the agenda today we have the seed bank and the new price list for the spring market in the old river town okay let us start"), ("Ben", "on the agenda today we have goats and hens and ducks and geese and other fowl of the farm")])
    said = unmarked.agenda(talk)
    assert said.quote.startswith("on the agenda today we have the seed bank") and said.quote == talk.turns[0].text[said.start : said.end]
    assert unmarked.agenda(session([("Ann", "the seed bank is on the hill")])) is None


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("okay next up is the seed bank. We have much to say of it.", "the seed bank"),
        ("all right the next item is water rights on the upper river", "water rights on the upper river"),
        ("thanks so let's go ahead and jump into the price list for the spring", "the price list for the spring"),
        ("let's get into the agenda then", None),
        ("next up or do you want to say more on crates", None),
        ("next up is our community updates on barley and rye", None),
        ("next item up this one is on the price of barley", None),
        ("first we have to wash the crates by the river", None),
    ],
)
def test_what_is_announced_is_named(words, quote):
    assert quotes(unmarked.announced(session([("Ann", words)]))) == ([quote] if quote else [])


@pytest.mark.parametrize(("written", "topic", "is_on"), [("Barley is dried on the farm before it comes", "Crates", True), ("The ferry runs on every market day", "Crates", False), ("The ferry takes crates and boxes", "Crates", True)])
def test_a_message_is_on_the_talk_by_its_topic_or_by_what_is_spoken_then(written: str, topic: str, is_on: bool):
    talk = session([("Ann", "we keep barley in the seed bank on the hill")], [("Ben", written)])
    [said] = unmarked.written(session([], [("Ben", written)])) or [unmarked._whole(talk.messages[0])]
    assert unmarked.is_on_the_talk(talk, said, topic) is is_on


def test_the_same_is_announced_once():
    talk = session([("Ann", "next up is the seed bank"), ("Ben", "yes"), ("Ann", "next up is the seed bank on the hill")])
    assert quotes(unmarked.announced(talk)) == ["the seed bank"]


def test_a_question_ends_a_turn_and_its_reply_begins_the_next():
    assert asked_in("so does the seed bank take barley from the upper farms", "well good question the short answer is yes it takes all that is dry enough") == [
        ("does the seed bank take barley from the upper farms", "the short answer is yes it takes all that is dry enough")
    ]
    assert asked_in("is there a channel for growers to write to", "so there's a mailing list and the office on the hill") == [
        ("is there a channel for growers to write to", "there's a mailing list and the office on the hill")
    ]
    assert asked_in("how long does the seed bank keep the barley", "yeah I was at the river last night") == [("how long does the seed bank keep the barley", None)]
    assert asked_in("do you keep barley of the hills in the seed bank", "yes please") == [("do you keep barley of the hills in the seed bank", None)]


@pytest.mark.parametrize(
    "turn",
    [
        "we went to the hill to see what is in the seed bank there",
        "does anybody have any questions on the seed bank",
        "do you want to give us an update on the seed bank",
        "can you see my screen with the seed bank",
        "does the seed bank take barley I don't know but I think we'll see when the farms bring it",
        "does the seed bank take barley from the",
        "is it the one",
        "what's the name of the seed bank",
    ],
    ids=["told", "a chair's", "gives the floor", "the call", "goes on", "breaks off", "no matter", "a fragment"],
)
def test_what_is_no_question_to_a_reader(turn):
    assert asked_in(turn, "yes it is") == []


def test_nobody_is_asked_where_nobody_else_speaks():
    assert asked_in("does the seed bank take barley") == []


def test_what_is_asked_far_into_a_sentence_needs_a_reply():
    turn = "I was at the hill last week with the others and we spoke of it at length do you take barley at the seed bank"
    assert asked_in(turn, "the weather was good") == []
    assert asked_in(turn, "yes we do take it") == [("do you take barley at the seed bank", "yes we do take it")]


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
        ("welcome to the growers call on Monday 4 May we will begin soon", None),
    ],
)
def test_plans_for_days_to_come_are_told(words, begins):
    found = quotes(unmarked.ahead(session([("Ann", words)])))
    assert len(found) == bool(begins) and all(said.startswith(begins) for said in found)


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("The seed bank takes barley of all farms that dry it first", True),
        ("q+ to say that the seed bank takes barley of all farms", False),
        ("@Ann the seed bank takes barley of all farms that dry it", False),
        ("Thanks all for the good talk on barley and the seed bank", False),
        ("which the seed bank then takes of all farms that dry it", False),
        ("Does the seed bank take barley of all farms that dry it?", False),
        ("Seed bank barley rules: https://example.org/seed/bank/barley for all of the farms", False),
        ("barley yes", False),
    ],
)
def test_messages_that_tell_something(text, tells):
    assert quotes(unmarked.written(session([], [("Ann", text)]))) == ([text] if tells else [])


def test_what_is_said_often_is_counted_within_its_topic():
    talk = session([("Ann", "the Seed bank and the seed bank"), ("Ben", "our seed bank is small"), ("Ann", "a price list a price list a price list")])
    span = Span(first_turn=0, start=0, last_turn=1, end=5, from_time=0.0, to_time=15.0)
    assert unmarked.often(talk, [span]) == [("seed bank", 3)]
    assert unmarked.voices(talk, 0.0, 15.0) == {turn.participant for turn in talk.turns[:2]}


def test_no_quotation_ends_within_a_name():
    talk = session([("Ann Berg", "next up is the market fees and the new stall forms as told by our guest Lindiwe Gumba who knows them")])
    assert unmarked.announced(talk)[0].quote.endswith("by our guest")


def test_half_a_name_is_cut_off_however_many_words_have_capitals():
    name = " A" * 20_000
    talk = session([("Ann", f"so we will all meet{name} Bee b")])
    end = len("so we will all meet") + len(name)
    assert unmarked._cut(talk.turns[0], 0, end).quote == "so we will all meet"
    assert unmarked._cut(talk.turns[0], 0, len(talk.turns[0].text)).quote == talk.turns[0].text
    small = session([("Ann", f"so{name} b Bee")])
    assert unmarked._cut(small.turns[0], 0, end).quote.startswith("so A A")
