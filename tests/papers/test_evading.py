"""Replies that speak of something else; fictional."""

import pytest

from copaper.papers.evading import may_evade, says_something
from copaper.records import Kind
from tests.papers.composing import TALK, block_of, finding, found, paper, said, theme

ASKED = "Will the harbour board lower the mooring fee for trawlers that were damaged in the storm?"


def asked(reply: str, question: str = ASKED, state: str = "partly"):
    evidence = said(TALK, "turn", 3)
    answer = said(TALK, "turn", 0).model_copy(update={"quote": reply})
    return finding(Kind.QUESTION, evidence, id="q", theme="t0", statement=question, answers=(answer,), fields={"state": state})


@pytest.mark.parametrize(
    ("reply", "evades"),
    [
        ("Chair, we have been working very hard with all families of the coast.", True),
        ("Our fishing villages are extremely important to everybody in this country.", True),
        ("This is a difficult time, and our government is doing everything it can.", True),
        ("Yes, and we have been working very hard with all families of the coast.", False),
        ("It is under review, and we have been working very hard with all families.", False),
        ("We have been working very hard to lower the mooring fee for every trawler.", False),
        ("Carpenters in the north asked for the same in the spring.", False),
        ("We don't know, but we have been working very hard with all families.", False),
        ("Yes. That gets you back to the question about the price of diesel.", True),
        ("Yes. That gets you back to the question about the price of diesel, and there the harbour board pays half of the fee for all trawlers from May on.", False),
    ],
)
def test_talk_of_ones_own_merits_may_be_no_reply(reply, evades):
    assert may_evade(asked(reply)) is evades


def test_a_reply_in_the_form_that_was_asked_for_is_one():
    reply = "We have been working very hard with 300 families of the coast."
    assert may_evade(asked(reply)) and not may_evade(asked(reply, "How many trawlers were damaged in the storm?"))


def test_of_what_was_found_to_answer_nobody_doubts():
    assert not may_evade(asked("Our fishing villages are extremely important to everybody in this country.", state="answered"))


def test_of_what_may_be_no_reply_the_paper_gives_the_time():
    other = finding(Kind.QUESTION, said(TALK, "turn", 2), id="o", theme="t0", statement="Who pays for the bus to the courses of the rural towns?")
    question = asked(said(TALK, "turn", 0).quote.replace("In our office", "We are proud that in our office"))
    rows = block_of(paper(TALK, found(TALK, [question, other], [theme(0, TALK)])), "questions-table").rows
    [reply] = [row[1] for row in rows if "mooring" in row[0][0].text]
    assert "".join(run.text for run in reply).startswith("The reply at 0:00:00 needs a reader") and "proud" not in "".join(run.text for run in reply) and reply[-1].cite


@pytest.mark.parametrize(
    ("reply", "says"),
    [
        ("No, never.", True),
        ("The harbour board lowered it for eleven trawlers in the spring.", True),
        ("It needs more thought.", False),
        ("Chair, we have been working very hard with all families of the coast.", False),
    ],
)
def test_what_says_something_to_a_question(reply, says):
    assert says_something(asked(reply)) is says


@pytest.mark.parametrize(("question", "reply", "evades"), [
    ("Why is the money not there yet?", "We are listening to the needs of all harbours.", True),
    ("And how is it that the trawlers have not been paid?", "That is why we made the programme better for them.", True),
    ("Why is the money not there yet?", "Because the bank was closed for the whole of May.", False),
    ("Why is the money not there yet?", "I do not know.", False),
    ("Is the money there yet?", "The bank was closed for the whole of May.", False),
])  # fmt: skip
def test_a_reply_to_why_gives_a_reason_or_may_be_none(question: str, reply: str, evades: bool):
    for state in ("replied", "answered"):
        assert may_evade(asked(reply, question, state=state)) is evades
