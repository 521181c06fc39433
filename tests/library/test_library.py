from datetime import date

import pytest

from copaper.errors import BadInput
from copaper.library.catalogue import Entry
from copaper.library.ledger import question_ledger
from copaper.library.quarters import Quarter
from copaper.library.register import practice_register
from copaper.library.similarity import groups, similarities
from copaper.library.trends import evenness, participation
from copaper.records import Evidence, Finding, Findings, Kind
from tests.factories import START, session


@pytest.mark.parametrize(
    "text, first, last",
    [("2020-Q3", date(2020, 7, 1), date(2020, 9, 30)), ("2020 q4", date(2020, 10, 1), date(2020, 12, 31)), ("2021Q1", date(2021, 1, 1), date(2021, 3, 31))],
)
def test_quarters(text, first, last):
    quarter = Quarter.parse(text)
    assert (quarter.first, quarter.last) == (first, last)
    assert quarter.next.previous == quarter
    assert first in quarter and Quarter.of(last) == quarter


@pytest.mark.parametrize("text", ["2020", "2020-Q5", "Q3", "1999-Q1", ""])
def test_what_is_no_quarter(text):
    with pytest.raises(BadInput):
        Quarter.parse(text)


def entry(id: str, day: int, *found: tuple[Kind, str], speaker: str = "Thandi", **fields: str) -> Entry:
    told = session([(speaker, "Words.")], id=id, start=START.replace(day=day), end=START.replace(day=day, hour=10))
    who = told.participants[0].id
    evidence = Evidence(where="turn", index=0, start=0, end=6, time=0.0, participant=who, quote="Words.")
    findings = tuple(
        Finding(id=f"{id}-{n}", kind=kind, statement=text, evidence=(evidence,), confidence=0.7, fields=fields if kind is Kind.QUESTION else {})
        for n, (kind, text) in enumerate(found)
    )
    return Entry(told, Findings(session=id, model="m", segments=(), themes=(), findings=findings))


SAME = ("Mentors phone the business owner every Friday with four questions.", "Our mentors phone each business owner on Fridays with the same four questions.")
OTHER = "We print the cash book template on one laminated page."


def test_a_practice_that_is_told_again_is_one_entry():
    register = practice_register(
        [entry("a", 1, (Kind.PRACTICE, SAME[0]), (Kind.PRACTICE, OTHER)), entry("b", 2, (Kind.PRACTICE, SAME[1]), speaker="Pieter")]
    )
    assert [(e.sessions, e.people) for e in register] == [(2, 2), (1, 1)]


def test_an_open_question_finds_a_later_answer_and_no_earlier_one():
    question = (Kind.QUESTION, "How do we reach business owners who do not come to the mentors?")
    answer = (Kind.PRACTICE, "To reach business owners who do not come, mentors visit the taxi rank.")
    (line,) = question_ledger([entry("a", 1, question, state="open"), entry("b", 2, answer)])
    assert (line.state, line.answered_in) == ("answered later", "b")
    (line,) = question_ledger([entry("a", 1, answer), entry("b", 2, question, state="open")])
    assert (line.state, line.answer) == ("open", None)


def test_new_and_returning_people():
    (quarter,) = participation([entry("a", 1), entry("b", 2), entry("c", 3, speaker="Zoe")])
    assert (quarter.sessions, quarter.people, quarter.new, quarter.speakers) == (3, 2, 2, 2)


@pytest.mark.parametrize("amounts, value", [([], 0.0), ([5], 0.0), ([1, 1], 1.0), ([1, 1, 1, 1], 1.0), ([0, 0], 0.0)])
def test_evenness(amounts, value):
    assert evenness(amounts) == pytest.approx(value)


def test_groups_hold_alike_statements_only():
    assert groups(similarities([*SAME, OTHER]), 0.45) == [[0, 1], [2]]
    assert groups(similarities([]), 0.45) == []
