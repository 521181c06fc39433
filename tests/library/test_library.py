from datetime import date

import pytest

from copaper.errors import BadInput
from copaper.library import similarity
from copaper.library.catalogue import Entry
from copaper.library.ledger import question_ledger
from copaper.library.quarters import Quarter
from copaper.library.register import practice_register
from copaper.library.similarity import alike, groups
from copaper.library.trends import evenness, participation
from copaper.papers import liking
from copaper.records import Corroboration, Evidence, Finding, Findings, Kind, Status
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


def test_words_said_around_a_practice_do_not_stand_behind_it():
    told = entry("a", 1, (Kind.PRACTICE, SAME[0]))
    thanks = told.findings.findings[0].evidence[0].model_copy(update={"participant": "somebody-else"})
    (practice,) = told.findings.findings
    around = practice.model_copy(update={"evidence": (*practice.evidence, thanks)})
    liked = around.model_copy(update={"corroboration": Corroboration(people=3)})
    for finding, people in ((around, 1), (liked, 3)):
        (line,) = practice_register([Entry(told.session, told.findings.model_copy(update={"findings": (finding,)}))])
        assert line.people == people


def test_a_stock_phrase_does_not_make_two_statements_alike():
    local = [f"Local authorities {what}." for what in ("are making different provision", "asked for more teachers", "publish their figures in June")]
    assert alike([*local, *SAME], 0.25).keys() == {(3, 4)}


def test_many_statements_are_compared_block_by_block(monkeypatch):
    texts = [f"{word} {'visit' if n % 2 else 'phone'} owners of small {word} shops in towns" for n, word in enumerate(("bread", "shoe", "paint", "bread", "shoe", "wood", "tea"))]
    whole, asked = alike(texts, 0.01), alike(texts, 0.01, asked=3)
    assert whole and asked and all(i < 3 <= j for i, j in asked)
    monkeypatch.setattr(similarity, "_ROWS", 2)
    assert alike(texts, 0.01) == whole and alike(texts, 0.01, asked=3) == asked


def test_an_open_question_finds_a_later_answer_and_no_earlier_one():
    question = (Kind.QUESTION, "How do we reach business owners who do not come to the mentors?")
    answer = (Kind.PRACTICE, "To reach business owners who do not come, mentors visit the taxi rank.")
    (line,) = question_ledger([entry("a", 1, question, state="open"), entry("b", 2, answer)])
    assert (line.state, line.answered_in) == ("answered later", "b")
    (line,) = question_ledger([entry("a", 1, answer), entry("b", 2, question, state="open")])
    assert (line.state, line.answer) == ("open", None)


def test_a_question_that_somebody_could_not_answer_is_left_open():
    told = entry("a", 1, (Kind.QUESTION, "Who pays for the forms?"), state="open")
    unknown = told.findings.findings[0].model_copy(update={"answers": told.findings.findings[0].evidence})
    (line,) = question_ledger([Entry(told.session, told.findings.model_copy(update={"findings": (unknown,)}))])
    assert line.state == "left open"


def test_new_and_returning_people():
    (quarter,) = participation([entry("a", 1), entry("b", 2), entry("c", 3, speaker="Zoe")])
    assert (quarter.sessions, quarter.people, quarter.new, quarter.speakers) == (3, 2, 2, 2)


@pytest.mark.parametrize("amounts, value", [([], 0.0), ([5], 0.0), ([1, 1], 1.0), ([1, 1, 1, 1], 1.0), ([0, 0], 0.0)])
def test_evenness(amounts, value):
    assert evenness(amounts) == pytest.approx(value)


def test_groups_hold_alike_statements_only():
    assert groups(alike([*SAME, OTHER], 0.45), 3) == [[0, 1], [2]]
    assert alike([], 0.45) == {}


def test_only_what_can_be_taken_in_elsewhere_is_carried_on():
    told = entry("a", 1, (Kind.QUESTION, "Who pays for the forms?"), (Kind.QUESTION, "This is about the forms."), (Kind.COMMITMENT, "I will put the link in the chat."), (Kind.LESSON, OTHER))
    assert [finding.id for finding in told.of_kind(*Kind)] == ["a-0", "a-3"]
    for change, kept in (({"sure_of_kind": False}, False), ({"stands_alone": False}, False), ({"stands_alone": False, "status": Status.ACCEPTED}, True), ({"status": Status.REJECTED}, False)):
        lesson = told.findings.findings[3].model_copy(update=change)
        changed = Entry(told.session, told.findings.model_copy(update={"findings": (lesson,)}))
        assert bool(list(changed.of_kind(Kind.LESSON))) is kept, change


def test_what_readers_would_not_like_is_carried_on_only_if_a_reviewer_took_it_in(monkeypatch):
    monkeypatch.setattr(liking, "liked", lambda text: 0.0)
    told = entry("a", 1, (Kind.LESSON, OTHER))
    taken = told.findings.findings[0].model_copy(update={"status": Status.ACCEPTED})
    assert list(told.of_kind(Kind.LESSON)) == []
    assert list(Entry(told.session, told.findings.model_copy(update={"findings": (taken,)})).of_kind(Kind.LESSON)) == [taken]
