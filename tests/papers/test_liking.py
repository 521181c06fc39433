"""A paper prints what its readers would probably like to read, and offers the rest to its reviewers; fictional."""

from __future__ import annotations

import pytest

from copaper.papers import liking
from copaper.papers.placing import Placing
from copaper.records import Account, Ending, EndingState, Evidence, Finding, Findings, Kind, Reply, Status, Theme
from tests import factories

TOLD = "The council has paid for eleven new roofs on the cold stores of the harbour."
LEARNT = "The lesson is that a roof which nobody looks after leaks within two winters."
ASKED = "How many of the cold stores at the harbour have a roof that keeps the rain out?"
REPLY = "Eleven of them do, since the council paid for the roofs in March, and four have none."
TALK = factories.session([("Nandi", TOLD), ("Sizwe", LEARNT), ("Nandi", ASKED), ("Sizwe", REPLY)])


def said(index: int) -> Evidence:
    turn = TALK.turns[index]
    return Evidence(where="turn", index=index, start=0, end=len(turn.text), time=turn.start, participant=turn.participant, quote=turn.text)


def finding(kind: Kind, index: int, **more: object) -> Finding:
    return Finding(**{"id": f"{kind.value}-{index}", "kind": kind, "statement": TALK.turns[index].text, "evidence": (said(index),), "theme": "t", "confidence": 0.9, "sure_of_kind": True, "stands_alone": True, **more})


def led(*found: Finding) -> list[str]:
    placing = Placing(TALK, found, frozenset("t"), str)
    return [one.id for one in placing.leading if placing.is_led(one)]


def test_what_is_not_liked_goes_to_the_reviewers(disliked: dict[str, float]) -> None:
    loose = finding(Kind.LESSON, 0, sure_of_kind=False)
    assert led(loose) == [loose.id]
    disliked["The council"] = liking.TOLD - 0.01
    assert led(loose) == []
    assert Placing(TALK, [loose], frozenset("t"), str).rest == [loose]


@pytest.mark.parametrize(("chance", "shown"), [(liking.OUTRIGHT, True), (liking.OUTRIGHT - 0.01, False)])
def test_less_is_asked_of_what_says_its_kind_itself(chance: float, shown: bool, disliked: dict[str, float]) -> None:
    disliked["The lesson"] = chance
    assert bool(led(finding(Kind.LESSON, 1, fields={"said": "outright"}))) is shown


def test_what_is_cut_before_its_point_is_not_told(disliked: dict[str, float]) -> None:
    assert led(finding(Kind.LESSON, 0, statement=f"{TOLD.rstrip('.')} …")) == []


def test_what_reviewers_took_in_stands_whatever_readers_would_say(disliked: dict[str, float]) -> None:
    disliked["The council"] = 0.0
    accepted = finding(Kind.LESSON, 0, sure_of_kind=False, status=Status.ACCEPTED)
    assert Placing(TALK, [accepted], frozenset("t"), str).told_with("t") == [accepted]


def test_an_edited_statement_is_looked_at_as_it_was_said(disliked: dict[str, float]) -> None:
    written = "What the council did is what every council of the valley should do with its cold stores."
    disliked[written] = 0.0
    own = finding(Kind.LESSON, 0, sure_of_kind=False)
    assert led(own.model_copy(update={"statement": written, "status": Status.EDITED})) == led(own)


def test_editing_what_was_left_out_takes_nothing_out_of_the_paper(disliked: dict[str, float]) -> None:
    sentences = [f"The cold store at pier {place} lost its roof, which is a problem for every grower of the valley." for place in ("one", "two", "three", "four")]
    talk = factories.session(list(zip(("Nandi", "Sizwe", "Nandi", "Sizwe"), sentences, strict=True)))
    own = [Evidence(where="turn", index=turn.index, start=0, end=len(turn.text), time=turn.start, participant=turn.participant, quote=turn.text) for turn in talk.turns]
    found = [Finding(id=f"f{place}", kind=Kind.CHALLENGE, statement=words, evidence=(own[place],), theme="t", confidence=0.9, sure_of_kind=True, stands_alone=True) for place, words in enumerate(sentences)]
    disliked |= dict.fromkeys(sentences[:3], 0.0) | {sentences[3]: (liking.LISTED + liking.FURTHER) / 2}
    edited = [one.model_copy(update={"status": Status.EDITED, "statement": f"{one.statement.rstrip('.')} and every trader."}) for one in found[:3]]
    for findings in (found, [*edited, found[3]]):
        placing = Placing(talk, findings, frozenset("t"), str)
        assert [one.id for one in placing.leading if placing.is_led(one)] == ["f3"]
    assert [one.id for one in placing.chosen[Kind.CHALLENGE]] == ["f0", "f1", "f2", "f3"]


@pytest.mark.parametrize(("state", "chance", "shown"), [("answered", 0.1, False), ("answered", 0.9, True), ("open", 0.1, True)])
def test_a_question_that_nobody_answered_is_told_however_it_was_put(state: str, chance: float, shown: bool, disliked: dict[str, float]) -> None:
    disliked[ASKED] = chance
    assert bool(led(finding(Kind.QUESTION, 2, answers=(said(3),) if state == "answered" else (), fields={"state": state}))) is shown


@pytest.mark.parametrize(("others", "shown"), [(0, True), (1, False)])
def test_more_is_asked_of_an_account_beside_another(others: int, shown: bool, disliked: dict[str, float]) -> None:
    disliked["The council"] = (liking.ACCOUNT + liking.FURTHER_ACCOUNT) / 2
    account = Account(**said(0).model_dump())
    assert liking.account_is_liked(account, False, others, str) is shown


def test_an_account_that_readers_like_well_comes_before_one_that_they_like_less(disliked: dict[str, float]) -> None:
    disliked["The council"] = (liking.FURTHER_ACCOUNT + liking.WELL) / 2
    plain, better = (Account(**said(place).model_dump()) for place in (0, 1))
    assert [liking.account_is_liked(account, well, 0, str) for well in (True, False) for account in (plain, better)] == [False, True, True, True]


def test_differences_and_plans_that_say_nothing_are_left_out_and_endings_lead_only_if_they_say_something(disliked: dict[str, float]) -> None:
    disliked["The council"], disliked["The lesson"], disliked[ASKED] = 0.1, 0.1, 0.1
    endings = tuple(Ending(state=state, said=said(0)) for state in (EndingState.PUT_OFF, EndingState.GRANTED))
    theme = Theme(id="t", label="Roofs", salience=1.0, spans=(), endings=endings, replies=(Reply(to=said(1), by=said(3), agrees=True), Reply(to=said(3), by=said(1), agrees=False)))
    found = liking.with_what_is_liked(Findings(session=TALK.id, model="test 1", segments=(), themes=(theme,), findings=(), ahead=(said(2), said(3))), str)
    assert found.themes[0].endings == endings and [liking.ending_may_lead(ending, str) for ending in endings] == [False, True]
    assert liking.ending_may_lead(Ending(state=EndingState.PUT_OFF, said=said(3)), str)
    assert [reply.agrees for reply in found.themes[0].replies] == [False]
    assert found.ahead == (said(3),)


def test_the_network_likes_what_says_something_by_itself(monkeypatch: pytest.MonkeyPatch, disliked: dict[str, float]) -> None:
    from copaper.analysis import lastlook

    monkeypatch.setattr(liking, "liked", lastlook.liked)
    talk = factories.session([("Nandi", "Most small traders in the valley keep no record of what they sell, so no bank will lend them money for stock."), ("Sizwe", "So that is the one they were going to look at for you on the other page.")])
    accounts = [Account(where="turn", index=turn.index, start=0, end=len(turn.text), time=turn.start, participant=turn.participant, quote=turn.text) for turn in talk.turns]
    assert [liking.account_is_liked(account, False, 0, str) for account in accounts] == [True, False]
