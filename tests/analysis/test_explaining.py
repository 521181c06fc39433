"""Statements are told with the sentences beside them that help to understand them; fictional."""

from __future__ import annotations

import numpy as np
import pytest

from copaper.analysis import explaining
from copaper.analysis.explaining import GAIN, with_what_explains
from copaper.analysis.readers import Verdict
from copaper.analysis.units import Unit, read_units
from copaper.records import Evidence, Finding, Kind
from tests import factories

SENTENCES = ("The roof of the cold store was mended twice last winter.", "The rain came through the roof again in May.", "The growers lost eleven crates of peaches.", "Their insurance covered four of those crates.")
REPLY = ("The council mends the roof every spring.", "Each grower has paid a part of the cost since March.")
ASKED = "Who mends the roof of the cold store at the harbour?"


@pytest.fixture
def liked(monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """How much each whole text is liked; all others hardly."""
    chances: dict[str, float] = {}

    def look(texts: list[str]) -> Verdict:
        found = np.array([chances.get(text, 0.3) for text in texts])
        return Verdict(found, np.ones(len(found)))

    monkeypatch.setattr(explaining, "look", look)
    return chances


def units_of(nlp, *turns: tuple[str, str]) -> list[Unit]:
    return read_units(factories.session(list(turns)), nlp)


def finding(unit: Unit, kind: Kind = Kind.CHALLENGE, **more: object) -> Finding:
    return Finding(**{"id": f"f{unit.position}", "kind": kind, "statement": unit.text, "evidence": (unit.evidence(),), "theme": "t", "confidence": 0.9, "stands_alone": True, **more})


def told(findings: list[Finding], place: int = 0) -> tuple[list[str], list[str]]:
    return [part.quote for part in findings[place].lead], [part.quote for part in findings[place].more]


def test_a_statement_is_told_with_what_makes_it_liked(nlp, liked: dict[str, float]) -> None:
    units = units_of(nlp, ("Nandi", " ".join(SENTENCES)))
    liked[" ".join(SENTENCES[1:3])] = 0.9
    assert told(with_what_explains(units, [finding(units[2])])) == ([SENTENCES[1]], [])
    liked[" ".join(SENTENCES[2:])] = 0.95
    assert told(with_what_explains(units, [finding(units[2])])) == ([], [SENTENCES[3]])


def test_each_sentence_beside_it_has_to_add_something(nlp, liked: dict[str, float]) -> None:
    units = units_of(nlp, ("Nandi", " ".join(SENTENCES)))
    liked[" ".join(SENTENCES[1:3])] = 0.3 + GAIN - 0.01
    assert told(with_what_explains(units, [finding(units[2])])) == ([], [])


def test_what_leads_on_is_told_with_what_it_leads_to_or_not_at_all(nlp, liked: dict[str, float]) -> None:
    own, leads, point = SENTENCES[2], "Nobody in the valley had an answer, but hold up!", SENTENCES[3]
    units = units_of(nlp, ("Nandi", f"{own} {leads} {point}"))
    liked[f"{own} {leads}"] = 0.9
    assert told(with_what_explains(units, [finding(units[0])])) == ([], [])
    liked[f"{own} {leads} {point}"] = 0.9
    assert told(with_what_explains(units, [finding(units[0])])) == ([], [leads, point])


def test_what_is_liked_alone_stands_alone(nlp, liked: dict[str, float]) -> None:
    units = units_of(nlp, ("Nandi", " ".join(SENTENCES)))
    liked[SENTENCES[2]], liked[" ".join(SENTENCES[1:3])] = explaining.GOOD, 1.0
    assert told(with_what_explains(units, [finding(units[2])])) == ([], [])


def test_what_is_told_elsewhere_is_not_told_again_and_another_turn_explains_nothing(nlp, liked: dict[str, float]) -> None:
    units = units_of(nlp, ("Nandi", " ".join(SENTENCES[:2])), ("Sizwe", SENTENCES[2]))
    liked[" ".join(SENTENCES[:2])] = 1.0
    liked[" ".join(SENTENCES[1:3])] = 1.0
    found = with_what_explains(units, [finding(units[1]), finding(units[0]), finding(units[2])])
    assert [told(found, place) for place in range(3)] == [([], [])] * 3
    assert told(with_what_explains(units, [finding(units[1])])) == ([SENTENCES[0]], [])


@pytest.mark.parametrize("lost", ["They never told anybody about that.", "The first is a new roof for the cold store.", "Secondly, the council has a budget for repairs."])
def test_what_would_itself_need_a_sentence_before_it_explains_nothing(nlp, liked: dict[str, float], lost: str) -> None:
    units = units_of(nlp, ("Nandi", f"{SENTENCES[0]} {lost} {SENTENCES[2]}"))
    liked[f"{lost} {SENTENCES[2]}"] = 1.0
    assert told(with_what_explains(units, [finding(units[2])])) == ([], [])


def test_a_reply_goes_on_where_that_helps_and_a_question_that_nobody_answered_is_left_as_it_is(nlp, liked: dict[str, float]) -> None:
    units = units_of(nlp, ("Nandi", ASKED), ("Sizwe", " ".join(REPLY)))
    liked[" ".join((ASKED, *REPLY))] = 0.9
    question = finding(units[0], Kind.QUESTION, fields={"state": "answered"}, answers=(units[1].evidence(),))
    [found] = with_what_explains(units, [question])
    assert [part.quote for part in found.answers] == list(REPLY)
    open_ = question.model_copy(update={"fields": {"state": "open"}})
    assert with_what_explains(units, [open_]) == [open_]


def test_promises_and_what_cannot_stand_in_a_paper_are_left_as_they_are(nlp, liked: dict[str, float]) -> None:
    units = units_of(nlp, ("Nandi", " ".join(SENTENCES)))
    liked[" ".join(SENTENCES[1:3])] = 0.9
    as_they_are = [finding(units[2], Kind.COMMITMENT), finding(units[2], id="g", stands_alone=False)]
    assert with_what_explains(units, as_they_are) == as_they_are
    of_no_unit = finding(units[2]).model_copy(update={"evidence": (Evidence(where="turn", index=0, start=3, end=9, time=0.0, participant=units[2].participant, quote="roof o"),)})
    assert with_what_explains(units, [of_no_unit]) == [of_no_unit]


def test_of_two_that_one_sentence_would_explain_the_first_has_it(nlp, liked: dict[str, float]) -> None:
    units = units_of(nlp, ("Nandi", " ".join(SENTENCES[:3])))
    liked[" ".join(SENTENCES[:2])] = liked[" ".join(SENTENCES[1:3])] = 0.9
    found = with_what_explains(units, [finding(units[2]), finding(units[0])])
    assert [told(found, place) for place in range(2)] == [([SENTENCES[1]], []), ([], [])]


def test_what_stands_in_a_reply_or_within_another_statement_explains_nothing(nlp, liked: dict[str, float]) -> None:
    units = units_of(nlp, ("Nandi", ASKED), ("Sizwe", " ".join(SENTENCES[:3])))
    liked[" ".join(SENTENCES[1:3])] = 0.9
    first, second = units[1].evidence(), units[2].evidence()
    question = finding(units[0], Kind.QUESTION, fields={"state": "answered"}, answers=(first.model_copy(update={"end": second.end, "quote": f"{first.quote} {second.quote}"}),))
    assert told(with_what_explains(units, [question, finding(units[3])]), 1) == ([], [])
    assert told(with_what_explains(units, [finding(units[3])])) == ([SENTENCES[1]], [])
