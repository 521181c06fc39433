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
