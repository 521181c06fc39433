"""Statements that are put to somebody to be confirmed; fictional, made by hand."""

import pytest

from copaper.analysis.confirming import is_only_asked, is_tag, put_to_confirm
from copaper.analysis.questions import answers_to
from copaper.analysis.units import read_units
from copaper.records import Evidence
from tests import factories

CLAIM = "The cold stores of the valley lost half of their growers in the winter."


@pytest.mark.parametrize(("text", "tag"), [
    ("Is that correct?", True), ("So is that a fair summary?", True), ("Would that be right?", True), ("Am I right in that?", True), ("Do you accept that?", True), ("Have I understood that correctly?", True),
    ("Is that correct way the only one to the store?", False), ("Is that fair to the growers?", False), ("Is that store open?", False), ("Is that correct.", False),
])  # fmt: skip
def test_a_tag_asks_only_whether_the_sentence_before_it_is_so(text: str, tag: bool) -> None:
    assert is_tag(text) is tag


@pytest.mark.parametrize(("before", "from_it"), [(CLAIM, True), (f"It seems that {CLAIM[0].lower()}{CLAIM[1:]}", True), ("They lost half of the growers.", False), ("I find that quite a high number of growers.", False), ("Did the stores lose half of the growers?", False)])
def test_a_tag_is_told_with_a_statement_that_can_be_read_alone(nlp, before: str, from_it: bool) -> None:
    units = read_units(factories.session([("Nandi", f"{before} Is that correct?")]), nlp)
    assert put_to_confirm(units, 1) == (0 if from_it else None)


def test_yes_to_a_tag_answers_and_is_quoted_with_what_follows(nlp) -> None:
    reply = "Yes. In the upper valley it was more than half of the growers."
    talk = factories.session([("Nandi", f"{CLAIM} Is that correct?"), ("Sizwe", reply)])
    state, answers = answers_to(talk, read_units(talk, nlp), 1)
    assert (state, [answer.quote for answer in answers]) == ("answered", [reply])


@pytest.mark.parametrize(("after", "reply", "only_asked"), [
    (" Is that correct?", "No, it was three of them.", True), (" Is that correct?", "Yes, it was half.", False), (" Is that correct?", "Yes, but only for a week.", True), ("", "No, it was three of them.", False),
])  # fmt: skip
def test_what_is_put_with_a_tag_is_told_by_nobody_unless_the_reply_says_yes(after: str, reply: str, only_asked: bool) -> None:
    talk = factories.session([("Nandi", CLAIM + after), ("Sizwe", reply)])
    said = Evidence(where="turn", index=0, start=0, end=len(CLAIM), time=0.0, participant=talk.turns[0].participant, quote=CLAIM)
    assert is_only_asked(talk, said) is only_asked


@pytest.mark.parametrize(("said", "begins"), [
    (f"{CLAIM} I find that rather a lot. Do you share that view?", 0), ("Growers left the valley. That is sad. Do you share that view?", None), (f"{CLAIM} And so on. I find that rather a lot. Do you share that view?", None),
])  # fmt: skip
def test_a_tag_on_a_verdict_is_told_with_what_that_is_on(nlp, said: str, begins: int | None) -> None:
    units = read_units(factories.session([("Nandi", said)]), nlp)
    assert put_to_confirm(units, len(units) - 1) == begins
