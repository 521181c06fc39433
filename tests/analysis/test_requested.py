"""What somebody is asked to send and says that they will; fictional."""

import pytest

from copaper.analysis.findings import find
from copaper.analysis.units import read_units
from copaper.records import Kind
from tests.factories import session

ASKED = "Would you be willing to share the list of the empty stalls with the council?"


def promised(nlp, *said: tuple[str, str]) -> list[tuple[str, list[str]]]:
    """Return what is promised, with what was asked for."""
    talk = session(said)
    return [(finding.evidence[0].quote, [part.quote for part in finding.lead]) for finding in find(talk, read_units(talk, nlp), ()).findings if finding.kind is Kind.COMMITMENT and finding.lead]


@pytest.mark.parametrize(("asked", "reply", "told"), [
    (ASKED, "Yes, we could send you the list in May.", "we could send you the list in May."), (ASKED, "We would be happy to share that with the council.", "We would be happy to share that with the council."),
    (ASKED, "Well, I think the—. I'm sure that we could do that, but the stalls are small.", "I'm sure that we could do that"),
    ("Perhaps you could send us a note on the stalls.", "Yes. I can send you the numbers of May.", "I can send you the numbers of May."),
    ("I wanted to understand how the rent of the stalls came about.", "We can get you that from the council.", "We can get you that from the council."),
    ("Lindiwe, you'll tell us what the bank says about the stalls?", "I will report back at the May meeting.", "I will report back at the May meeting."),
    ("The council would be grateful for a list of the stalls.", "We will certainly provide that after the winter.", "We will certainly provide that after the winter."),
])  # fmt: skip
def test_a_promise_is_told_with_what_was_asked_for(nlp, asked: str, reply: str, told: str):
    [(said, lead)] = promised(nlp, ("Sipho", asked), ("Lindiwe", reply))
    assert told in said and "but" not in said and "—" not in said and lead == [asked]


@pytest.mark.parametrize(("asked", "reply"), [
    ("Can you give an example of a stall that was let?", "I can give you an example of ten such stalls."), ("Who asked about the stalls?", "Let's begin, and I'll let you know in a minute."),
    (ASKED, "I don't think that we can share that with anybody."), (ASKED, "If the bank allows it, we can share that."), (ASKED, "The stalls stand empty since May."), (ASKED, "Can we share that later?"),
    (ASKED, "We can give no figures at all."), (ASKED, "We will provide nothing of the kind to the council."), (ASKED, "I could share that with you, except that it is confidential."),
    (ASKED, "I wish we could send that to all of you."), (ASKED, "I would get into a lot of trouble for that."), (ASKED, "I can give you one reason for that, which is money."),
    (ASKED, "In a perfect world we would share that with the council."), (ASKED, "Normally we can send the list every month."), (ASKED, "We could get the council a new hall for nothing."),
    (ASKED, "I'm not the owner of the hall, but people say we can share the list."), (ASKED, "I'll come back to you on that one, Thandi has the word."), ("What does the bank say about the loan?", "I'll come back to you after the break."),
    ("Would you share that view of the market?", "I'm sure that we could do that."), ("Could you send your brother to the market hall?", "I'm sure that we could do that."), ("We sent the council a list of the stalls.", "I'm sure that we could do that."),
])  # fmt: skip
def test_what_nobody_promises_or_asked_for_is_not(nlp, asked: str, reply: str):
    assert promised(nlp, ("Sipho", asked), ("Lindiwe", reply)) == []


def test_what_somebody_does_not_know_they_may_promise_to_find_out(nlp):
    asked, reply = "What did the bank say about the loan for the stalls?", "I don't know that, but I can find it out."
    assert promised(nlp, ("Sipho", asked), ("Lindiwe", reply)) == [(reply, [asked])]


def test_who_asks_promises_nothing_themselves(nlp):
    assert promised(nlp, ("Sipho", ASKED), ("Sipho", "I'm sure that we could do that.")) == []


PLAN = "I'll count the empty stalls of the market hall with my own people."


@pytest.mark.parametrize(("commits", "told"), [("Fine. I commit to that. Every stall, by the end of May.", "I commit to that. Every stall, by the end of May."), ("I commit to that. Who else?", "I commit to that."), ("I can't commit to that. Not before the end of May.", None)])
def test_what_somebody_commits_to_is_what_they_said_they_would_do(nlp, commits: str, told: str | None):
    speech = ("Sipho", PLAN), ("Lindiwe", "That is more than anybody did before."), ("Sipho", commits)
    assert promised(nlp, *speech) == ([(told, [PLAN])] if told else [])


def test_what_others_say_to_a_plan_leaves_it_the_plan(nlp):
    speech = ("Sipho", PLAN), ("Lindiwe", "It is in the recording now, so in September we all count the stalls again."), ("Sipho", "I commit to that.")
    assert promised(nlp, *speech) == [("I commit to that.", [PLAN])]


def test_what_is_told_with_where_somebody_commits_to_it_is_not_told_twice(nlp):
    talk = session([("Sipho", PLAN), ("Lindiwe", "Good."), ("Sipho", "I commit to that.")])
    assert [f.statement for f in find(talk, read_units(talk, nlp), ()).findings] == ["I commit to that."]


@pytest.mark.parametrize(("plan", "between"), [
    (PLAN, "Fine. We need the names of all the tenants of the council's houses by May."), ("I will never sell the stalls of the market hall.", "Good."), ("If the bank pays, I'll paint the stalls of the market hall.", "Good."),
])  # fmt: skip
def test_who_commits_to_what_another_asked_for_or_to_nothing_firm_is_not_told_with_their_plan(nlp, plan: str, between: str):
    assert promised(nlp, ("Sipho", plan), ("Lindiwe", between), ("Sipho", "I commit to that.")) == []


@pytest.mark.parametrize(("said", "is_one"), [
    ("I don't think you said you would send us the list of the stalls.", False), ("If you promised to send us the figures, we would wait for them.", False), ("Nobody says you promised to share the figures of the hall.", False),
    ("Last year you promised to send us the figures, which came in May.", False), ("You said you would send us the figures of the hall, but you never did.", False),
    ("You did say that you would give the committee a list of the stalls, so we look forward to it.", True),
    ("You promised to send us the figures for the market hall.", True),
    ("You said that the stalls stand empty on the list.", False), ("Did you say that you would send us the figures?", False),
])  # fmt: skip
def test_whoever_reminds_of_a_promise_tells_it(nlp, said: str, is_one: bool):
    talk = session([("Chair", said)])
    assert [f.statement for f in find(talk, read_units(talk, nlp), ()).findings if f.fields.get("outcome") == "promised"] == ([said] if is_one else [])


@pytest.mark.parametrize("between", ["Rather than that, please send the bill of the stalls to the bank.", "We need the stalls of the market for the harvest in May."])
def test_who_wants_something_else_of_a_plan_makes_it_another(nlp, between: str):
    assert promised(nlp, ("Sipho", PLAN), ("Lindiwe", between), ("Sipho", "I commit to that.")) == []


def test_what_a_request_only_points_at_is_told_with_it(nlp):
    speech = ("Sipho", "We wrote a new template for the stalls in July."), ("Lindiwe", "Will you share that template with all of us?"), ("Sipho", "Yes, I will send it to you by the end of next week.")
    [(_, lead)] = promised(nlp, *speech)
    assert lead == ["We wrote a new template for the stalls in July.", "Will you share that template with all of us?"]


@pytest.mark.parametrize(("asked", "reply", "told"), [
    ("Lindiwe, you'll send the page?", "Yes. English and Sesotho, by Monday the 29th of June. Somebody must do the Zulu.", "English and Sesotho, by Monday the 29th of June."),
    ("Would you write the notice for the stalls?", "Sure. The draft by Friday the third of July.", "The draft by Friday the third of July."),
])  # fmt: skip
def test_a_yes_with_a_day_is_a_promise(nlp, asked: str, reply: str, told: str):
    assert promised(nlp, ("Sipho", asked), ("Lindiwe", reply)) == [(told, [asked])]


@pytest.mark.parametrize("reply", ["Yes. The bank closes by Friday for the holidays.", "Yes, the municipality must answer us by Friday the tenth.", "Yeah, we were told that the plumber would be done by the end of May.", "I can try. Refilwe has to give me the numbers by Monday.", "Yes, I will not have the figures by Friday.", "Yes. By the thirteenth of October?", "No. English and Sesotho, by Monday the 29th of June.", "Yes, I might bring the figures by next week.", "Yes, I hope to have the figures by Friday.", "Yes. Refilwe, by Friday the tenth, with the names.", "Yes. Since last week, until the end of June, all of it."])
def test_what_others_do_by_a_day_is_none(nlp, reply: str):
    assert promised(nlp, ("Sipho", "Lindiwe, will you bring the figures of the bank?"), ("Lindiwe", reply)) == []
