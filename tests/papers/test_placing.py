"""Where findings stand in a paper: what is a reply is told once; fictional."""

import pytest

from copaper.papers.placing import Placing
from copaper.records import Evidence, Finding, Kind
from tests import factories

ASKED = "How many of the cold stores at the harbour have a roof that keeps the rain out?"
REPLY = "Eleven of the cold stores at the harbour have no roof, which is a problem for every small grower of the valley."
TALK = factories.session([("Nandi", ASKED), ("Sizwe", REPLY)])


def said(index: int) -> Evidence:
    turn = TALK.turns[index]
    return Evidence(where="turn", index=index, start=0, end=len(turn.text), time=turn.start, participant=turn.participant, quote=turn.text)


def finding(kind: Kind, index: int, **more: object) -> Finding:
    return Finding(**{"id": f"{kind.value}-{index}", "kind": kind, "statement": TALK.turns[index].text, "evidence": (said(index),), "theme": "t", "confidence": 0.9, "sure_of_kind": True, "stands_alone": True, **more})


def shown(kind: Kind, *found: Finding) -> list[str]:
    return [one.id for one in Placing(TALK, found, frozenset("t"), str).led(kind)]


CHALLENGE = finding(Kind.CHALLENGE, 1)


@pytest.mark.parametrize(("question", "told"), [
    (finding(Kind.QUESTION, 0, answers=(said(1),), fields={"state": "answered"}), []),
    (finding(Kind.QUESTION, 0, fields={"state": "open"}), [CHALLENGE.id]),
])  # fmt: skip
def test_what_stands_in_a_reply_is_no_challenge_of_its_own(question: Finding, told: list[str]) -> None:
    assert shown(Kind.CHALLENGE, CHALLENGE, question) == told and shown(Kind.QUESTION, CHALLENGE, question) == [question.id]


def test_what_stands_in_a_reply_is_not_told_with_its_topic_too() -> None:
    loose = CHALLENGE.model_copy(update={"sure_of_kind": False})
    for answers, state, told in (((said(1),), "answered", []), ((), "open", [loose.id])):
        placing = Placing(TALK, (loose, finding(Kind.QUESTION, 0, answers=answers, fields={"state": state})), frozenset("t"), str)
        assert [one.id for one in placing.told_with("t")] == told


PREAMBLE = "The growers of the valley have waited for a new roof on their cold stores since the spring of last year."
QUESTION = "What will the council do about that?"
CLEAR = "The council has paid for eleven new roofs on the cold stores of the harbour."
HEARING = factories.session([("Nandi", f"{PREAMBLE} {QUESTION}"), ("Sizwe", CLEAR)])


def of_hearing(index: int, words: str, **more: object) -> Finding:
    turn = HEARING.turns[index]
    own = Evidence(where="turn", index=index, start=0, end=len(words), time=turn.start, participant=turn.participant, quote=words)
    return Finding(**{"id": f"f{index}", "kind": Kind.LESSON, "statement": words, "evidence": (own,), "theme": "t", "confidence": 0.9, "sure_of_kind": False, "stands_alone": True, **more})


@pytest.mark.parametrize(("sure", "beside", "told"), [(False, True, ["f1"]), (False, False, []), (True, True, ["f0", "f1"])])
def test_what_leads_up_to_a_question_gives_way_to_what_was_found(sure: bool, beside: bool, told: list[str]) -> None:
    found = [of_hearing(0, PREAMBLE, kind=Kind.CHALLENGE, sure_of_kind=sure), *([of_hearing(1, CLEAR)] if beside else [])]
    placing = Placing(HEARING, found, frozenset("t"), str)
    assert sorted(one.id for one in placing.leading if placing.is_led(one)) == told


def test_what_is_put_to_somebody_for_a_yes_is_not_told_as_a_fact() -> None:
    put = "So you don't have any worries about the roofs of the cold stores at the harbour."
    talk = factories.session([("Nandi", put), ("Sizwe", "No, none that I would not have had before.")])
    own = Evidence(where="turn", index=0, start=0, end=len(put), time=0.0, participant=talk.turns[0].participant, quote=put)
    finding = of_hearing(0, PREAMBLE, statement=put, evidence=(own,))
    assert not Placing(talk, [finding], frozenset("t"), str).is_led(finding)
    alone = factories.session([("Nandi", put), ("Sizwe", "The roofs are new since May.")])
    assert Placing(alone, [finding], frozenset("t"), str).is_led(finding)


ROOFS = "The council of the harbour has paid for eleven new roofs on the cold stores, and the growers of the valley have paid for the others."
WHICH = "Which of the cold stores at the harbour is still without a roof?"
OFFERING = factories.session([("Nandi", f"{ROOFS} {WHICH}"), ("Sizwe", "None of them.")])


@pytest.mark.parametrize(
    ("words", "kind", "offered"),
    [
        (ROOFS, Kind.LESSON, True),
        ("paid for eleven new roofs on the cold stores", Kind.LESSON, False),
        (WHICH, Kind.QUESTION, True),
        (WHICH, Kind.CHALLENGE, False),
        (ROOFS, Kind.QUESTION, False),
    ],
)
def test_reviewers_are_offered_whole_sentences_and_as_questions_what_asks(words: str, kind: Kind, offered: bool) -> None:
    turn = OFFERING.turns[0]
    start = turn.text.index(words)
    own = Evidence(where="turn", index=0, start=start, end=start + len(words), time=turn.start, participant=turn.participant, quote=words)
    one = Finding(id="f", kind=kind, statement=words, evidence=(own,), theme="t", confidence=0.1)
    assert Placing(OFFERING, [one], frozenset("t"), str).can_be_offered(one) is offered


def test_what_is_not_sure_of_its_kind_would_be_told_with_its_topic() -> None:
    placing = Placing(TALK, [CHALLENGE], frozenset("t"), str)
    assert placing.would_be(CHALLENGE) is Kind.CHALLENGE
    assert placing.would_be(CHALLENGE.model_copy(update={"sure_of_kind": False})) is None
    assert placing.would_be(CHALLENGE.model_copy(update={"sure_of_kind": False, "theme": "none"})) is Kind.CHALLENGE
    calm = CHALLENGE.model_copy(update={"statement": "The roofs of the harbour are not really a problem for any of the growers."})
    assert placing.would_be(calm) is None


DONE = "Two months ago we sent a survey to every cold store of the harbour and asked for the hours without power."
AGAIN = "We sent the cold stores of the harbour a survey, and it asked which hours of the day are without power."
ELSE = "We sent the growers of the valley a box for their peaches, and they brought it back with plums."
TWICE = factories.session([("Nandi", DONE), ("Sizwe", ELSE), ("Nandi", AGAIN), ("Sizwe", AGAIN)])


def test_a_practice_that_somebody_tells_twice_has_one_card() -> None:
    found = []
    for index, turn in enumerate(TWICE.turns):
        own = Evidence(where="turn", index=index, start=0, end=len(turn.text), time=turn.start, participant=turn.participant, quote=turn.text)
        found.append(Finding(id=f"p{index}", kind=Kind.PRACTICE, statement=turn.text, evidence=(own,), theme="t", confidence=0.9, sure_of_kind=True, stands_alone=True, fields={"title": f"Survey {index}"}))
    assert [one.id for one in Placing(TWICE, found, frozenset("t"), str).led(Kind.PRACTICE)] == ["p0", "p1", "p3"]


DEPOTS = factories.session([("Nandi", " ".join(f"Who pays for depot number {n} of the harbour?" for n in range(8))), ("Sizwe", REPLY)])


def depot(n: int, **more: object) -> Finding:
    words = f"Who pays for depot number {n} of the harbour?"
    start = DEPOTS.turns[0].text.index(words)
    own = Evidence(where="turn", index=0, start=start, end=start + len(words), time=0.0, participant=DEPOTS.turns[0].participant, quote=words)
    return Finding(**{"id": f"q{n}", "kind": Kind.QUESTION, "statement": words, "evidence": (own,), "theme": "t", "confidence": 0.9, "stands_alone": True, **more})


@pytest.mark.parametrize(("others", "more", "led"), [(5, {}, True), (7, {}, False), (7, {"leans": False}, True), (7, {"lead": (depot(0).evidence[0],)}, True)])
def test_a_question_on_what_nobody_names_gives_way_to_others(others: int, more: dict, led: bool) -> None:
    found = [depot(0, **{"leans": True, **more}), *(depot(n + 1) for n in range(others))]
    placing = Placing(DEPOTS, found, frozenset("t"), str)
    assert [one.id for one in placing.led(Kind.QUESTION) if one.id == "q0"] == ["q0"] * led
