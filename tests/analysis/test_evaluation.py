"""What is handed to the grader: statements with all words that they stand on; fictional."""

from __future__ import annotations

from copaper.evaluation import predict
from copaper.records import Evidence, Finding, Findings, Kind
from tests import factories

TURNS = (("Nandi", "The rain came through the roof again in May."), ("Sizwe", "The growers lost eleven crates of peaches."), ("Nandi", "Their insurance covered four of those crates."))
TALK = factories.session(list(TURNS))


def said(index: int) -> Evidence:
    turn = TALK.turns[index]
    return Evidence(where="turn", index=index, start=0, end=len(turn.text), time=turn.start, participant=turn.participant, quote=turn.text)


def test_what_is_told_with_a_statement_is_evidence_of_it_with_its_speaker_and_time() -> None:
    finding = Finding(id="f", kind=Kind.CHALLENGE, statement=TURNS[1][1], evidence=(said(1),), lead=(said(0),), more=(said(2),), theme="", confidence=0.9)
    [insight] = predict(TALK, Findings(session=TALK.id, model="test 1", segments=(), themes=(), findings=(finding,)), [name for name, _ in TURNS])["insights"]
    assert (insight["type"], insight["statement"]) == ("challenge", TURNS[1][1])
    assert [(one["quote"], one["speaker"], one["time"]) for one in insight["evidence"]] == [(TURNS[i][1], TURNS[i][0], TALK.turns[i].start) for i in (1, 0, 2)]
