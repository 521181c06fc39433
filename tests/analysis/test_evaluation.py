"""What is handed to the grader: statements with all words that they stand on; fictional."""

from __future__ import annotations

from copaper.evaluation import predict
from copaper.records import Ending, EndingState, Evidence, Finding, Findings, Kind, Theme
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


def test_decisions_and_what_topics_came_to_stand_first_and_nothing_twice() -> None:
    crates = Finding(id="c", kind=Kind.CHALLENGE, statement=TURNS[1][1], evidence=(said(1),), theme="t", confidence=0.9)
    again = crates.model_copy(update={"id": "a", "statement": f"So {TURNS[1][1].lower()}"})
    decided = crates.model_copy(update={"id": "d", "kind": Kind.DECISION, "statement": "We insure the peaches.", "confidence": 0.1})
    summed = factories.session([*TURNS, ("Sizwe", "Let me sum up what we said here. The roof of the hall leaks in May. So it goes.")])
    turn = summed.turns[3]
    passage = Evidence(where="turn", index=3, start=0, end=len(turn.text), time=turn.start, participant=turn.participant, quote=turn.text)
    theme = Theme(id="t", label="Roofs", salience=0.5, spans=(), endings=(Ending(state=EndingState.SUMMED_UP, said=passage), Ending(state=EndingState.GRANTED, said=said(2), reply=said(0))))
    found = Findings(session=summed.id, model="test 1", segments=(), themes=(theme,), findings=(crates, again, decided))
    insights = predict(summed, found, [turn.participant for turn in summed.turns])["insights"]
    assert [(one["type"], one["statement"]) for one in insights] == [
        ("decision", "We insure the peaches."), ("decision", "Let me sum up what we said here."), ("decision", "The roof of the hall leaks in May."), ("decision", TURNS[2][1]), ("decision", TURNS[0][1]), ("challenge", TURNS[1][1]),
    ]  # fmt: skip
    assert [insight["evidence"][0]["quote"] for insight in insights][1:3] == ["Let me sum up what we said here.", "The roof of the hall leaks in May."]


def test_what_has_no_words_is_left_out_and_a_short_summary_stands_whole() -> None:
    lines = ["We print the list of the crates.", "The roof of the hall costs 5000 rand.", "??? !!!"]
    findings = tuple(Finding(id=f"f{n}", kind=Kind.LESSON, statement=line, evidence=(said(1),), theme="t", confidence=0.9) for n, line in enumerate(lines))
    short = factories.session([*TURNS, ("Sizwe", "To sum up: tin lasts. Straw burns. We build.")])
    turn = short.turns[3]
    passage = Evidence(where="turn", index=3, start=0, end=len(turn.text), time=turn.start, participant=turn.participant, quote=turn.text)
    theme = Theme(id="t", label="Roofs", salience=0.5, spans=(), endings=(Ending(state=EndingState.SUMMED_UP, said=passage),))
    insights = predict(short, Findings(session=short.id, model="test 1", segments=(), themes=(theme,), findings=findings), [one.participant for one in short.turns])["insights"]
    assert [one["statement"] for one in insights] == ["To sum up: tin lasts. Straw burns. We build.", *lines[:2]]
