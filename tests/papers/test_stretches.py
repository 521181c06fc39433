"""What of accounts and endings leads a paper; fictional."""

from __future__ import annotations

from dataclasses import replace

import pytest

from copaper.papers.against import Against
from copaper.papers.evidence import EvidenceList
from copaper.papers.messages import CHANGED, HEARD, KEY_MESSAGES, LEAST_MESSAGES, MEASURED, REFUSED, SETTLED, Message, key_messages
from copaper.papers.stretches import Stretches, leads_up
from copaper.communities import Policy
from copaper.privacy import Privacy
from copaper.records import Account, Ending, EndingState, Findings, Theme
from tests.papers.composing import TALK, found, said, session, theme


def of_turn(text: str):
    """A session in which one turn says a text, and that text as an account."""
    turn = TALK.turns[0]
    session = TALK.model_copy(update={"turns": (turn.model_copy(update={"text": text, "cues": turn.cues[:1]}), *TALK.turns[1:])})
    return session, Account(where="turn", index=0, start=0, end=len(text), time=turn.start, participant=turn.participant, quote=text)


def stretches(session, listed=lambda said: False, on_topic=lambda said, theme: True) -> Stretches:
    findings: Findings = found(session)
    return Stretches(session, EvidenceList(session, Privacy(session, Policy.ROLES, findings)), Against(findings), listed, on_topic)


LED_UP = "The rain came early that year and everybody was late. "
LESSON = "What we learned is that growers sell more crates where the price list hangs at the gate of the market."


def test_the_lesson_of_an_account_leads():
    session, account = of_turn(f"{LED_UP}{LESSON}")
    [message] = stretches(session).of(theme(0, session), [account])
    assert message.said is not None and message.said.quote.endswith(LESSON)
    assert stretches(session, lambda said: True).of(theme(0, session), [account]) == [], "it stands in a list"


def test_what_only_its_question_explains_leads_not():
    session, account = of_turn(LESSON)
    replied = account.model_copy(update={"asked": said(session, "turn", 3)})
    assert stretches(session).of(theme(0, session), [account]) and stretches(session).of(theme(0, session), [replied]) == []


def test_what_readers_would_not_understand_leads_not():
    session, account = of_turn(f"{LED_UP}{LESSON}")
    for chance, leads in ((0.7, True), (0.5, False)):
        told = account.model_copy(update={"understood": ((0, 0.1), (len(LED_UP), chance))})
        assert bool(stretches(session).of(theme(0, session), [told])) is leads


@pytest.mark.parametrize(
    "text",
    [
        "But the growers walked to the market and came home again with all of their crates.",
        "I had two growers who lost 40 crates on the road to the market in one week of rain.",
        "The scale has more than 40 marks on the side that the growers of the valley can read.",
        "Growers of the valley walk to the market and come home again with what they have left.",
        f"{LESSON[:-1]} and —.",
    ],
)
def test_what_tells_a_case_or_no_result_leads_not(text):
    session, account = of_turn(text)
    assert stretches(session).of(theme(0, session), [account]) == []


def test_what_is_taken_back_at_once_leads_with_that_or_not():
    session, account = of_turn(f"{LESSON} But that was before the market moved to the river.")
    assert [one.said.quote.endswith("river.") for one in stretches(session).of(theme(0, session), [account]) if one.said] == [True], "not without it"


def test_what_is_judged_a_sentence_later_leads_not_without_that():
    session, account = of_turn(f"{LESSON} It was in May. So it's quite difficult to say whether that was because of the list.")
    led = [one.said.quote for one in stretches(session).of(theme(0, session), [account]) if one.said]
    assert all("difficult to say" in words for words in led)
    plain, told = of_turn(f"{LESSON} It was in May. The list hangs there every week.")
    assert stretches(plain).of(theme(0, plain), [told])


@pytest.mark.parametrize(
    ("state", "text", "leads"),
    [
        (EndingState.GRANTED, "Do we have consensus for Stage 2?", False),
        (EndingState.GRANTED, "You have consensus for Stage 2.", True),
        (EndingState.GRANTED, "Yeah, you have consensus.", False),
        (EndingState.GRANTED, "You have consensus for the price list of the market.", True),
        (EndingState.GRANTED, "Does anybody object to the changes?", False),
        (EndingState.GRANTED, "Any objections to option 2?", False),
        (EndingState.NOT_AGREED, "We do not agree on the price list.", True),
        (EndingState.GONE_ALONG, "The price list of the market stays in the hall from July to December in every town.", True),
        (EndingState.GONE_ALONG, "It stays in the hall from July to December in every town of the district.", False),
        (EndingState.GONE_ALONG, "The price list stays.", False),
        (EndingState.PUT_OFF, "We come back to the price list in May.", False),
        (EndingState.CONCLUDED, "Let us all print the price list of the market by the end of May.", True),
        (EndingState.CONCLUDED, "Let us print the price list of the market if the printer works by the end of May.", False),
    ],
)
def test_how_a_topic_ended_leads_if_readers_know_what_that_is(state, text, leads):
    session, said = of_turn(text)
    ended: Theme = theme(0, session).model_copy(update={"endings": (Ending(state=state, said=said),)})
    assert [one.grade for one in stretches(session).ended([ended])] == [REFUSED if state is EndingState.NOT_AGREED else SETTLED] * leads
    assert stretches(session, on_topic=lambda said, theme: False).ended([ended]) == [], "its topic's name may be of another matter"


def test_a_topic_that_was_not_agreed_on_is_told_once_and_results_of_accounts_are_few():
    _, said = of_turn(LESSON)
    many = [Message(f"m{n}", f"t{n}", CHANGED, said=said.model_copy(update={"index": n})) for n in range(KEY_MESSAGES)]
    assert [one.id for one in key_messages([], str, {}, bool, many)] == [f"m{n}" for n in range(LEAST_MESSAGES)]
    counted = [replace(one, grade=MEASURED) for one in many]
    assert len(key_messages([], str, {}, bool, counted)) == KEY_MESSAGES, "results in numbers are worth more"
    small = replace(counted[0], id="small", theme="s", said=said.model_copy(update={"index": 8}))
    shares = {"s": 0.01, "t0": 0.5, "t1": 0.2, "t2": 0.2}
    assert [one.id for one in key_messages([], str, shares, bool, [small, *counted[:3]])] == ["m0", "m1", "m2"], "a small topic where there is little else"
    assert [one.id for one in key_messages([], str, shares, bool, [small, *counted[:2]])] == ["m0", "m1", "small"]
    refused = replace(many[0], id="refused", theme="r", grade=REFUSED, said=said.model_copy(update={"index": 9}))
    assert "refused" not in [one.id for one in key_messages([], str, {}, bool, [refused, *many])]
    assert [one.id for one in key_messages([], str, {}, bool, [refused, *many[:1]])] == ["m0", "refused"]
    twice = [many[0], replace(many[0], id="again", theme="t9")]
    assert [one.id for one in key_messages([], str, {}, bool, twice)] == ["m0"]


@pytest.mark.parametrize(("following", "leads"), [
    ("So we never send a film to the shops.", True), ("So, they came to the market.", True), ("And so I have kept two books since then.", True), ("That's why we send pictures.", True),
    ("So I'll stop there.", False), ("So we can take questions now.", False), ("So the next item is the budget.", False), ("And that means a lot to us.", False), ("We send pictures of it.", False), ("", False),
])  # fmt: skip
def test_what_only_leads_up_to_the_sentence_behind_it_leads_no_paper(following: str, leads: bool) -> None:
    own = "A film of the shop takes fifteen megabytes of the owner's data."
    talk = session((("Thandi Nkosi", f"{own} {following}".strip()),))
    assert leads_up(talk, said(talk, "turn", 0).model_copy(update={"end": len(own), "quote": own})) is leads


def test_what_readers_like_to_hear_leads_where_nothing_else_does():
    told = "Last year in February I was paying 412 rand for a bag of seed in the town of the valley. Four hundred and twelve."
    session, account = of_turn(told)
    [one] = stretches(session).of(theme(0, session), [account])
    assert one.grade == HEARD and one.said.quote == told
    assert one.grade > REFUSED, "everything else comes first"
