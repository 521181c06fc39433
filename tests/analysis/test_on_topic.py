"""What is on the matter that its topic is called by; fictional."""

from __future__ import annotations

import pytest

from copaper.analysis.on_topic import BEFORE, OnTopic, with_asides
from copaper.analysis.straying import LONG
from copaper.records import Account, Evidence, Findings, Reply, Session, Span, Theme
from tests import factories

ASKED = "Who weighs the honey jars before they leave the valley?"
REPLY = "Two women from the village do it twice a week, and they are paid for each crate."
ROADS = "The road to the school was washed away again, and nobody has mended it since the rains."
BETWEEN = "The school has a choir and a hall, and the children sing there on most days of the week. " * (BEFORE // 9)
TALK = [("Ada", ASKED), ("Ben", REPLY), ("Cy", BETWEEN), ("Dan", ROADS)]


def talk(*agenda: str) -> Session:
    return factories.session(TALK, agenda=agenda)


def said(words: str, turn: int) -> Evidence:
    return Evidence(where="turn", index=turn, start=0, end=len(words), time=0.0, participant="p", quote=words)


def theme(label: str = "Honey jars", seconds: float = 2 * LONG, *accounts: Account) -> Theme:
    return Theme(id="t", label=label, salience=1.0, spans=(Span(first_turn=0, start=0, last_turn=3, end=99, from_time=0.0, to_time=seconds),), accounts=accounts)


def test_what_replies_to_a_question_on_the_matter_is_on_it():
    assert OnTopic(talk()).holds(said(REPLY, 1), theme())


def test_what_is_said_of_something_else_later_in_a_long_stretch_is_not():
    assert not OnTopic(talk()).holds(said(ROADS, 3), theme())


def test_a_common_word_of_a_name_is_not_enough():
    assert not OnTopic(talk()).holds(said(ROADS, 3), theme("School honey"))


@pytest.mark.parametrize(("handed", "on_it"), [("We'll now go to the next speaker.", False), ("That is so.", True)])
def test_who_is_called_up_speaks_of_another_matter_than_whoever_spoke_before(handed: str, on_it: bool):
    session = factories.session([("Ben", BETWEEN), ("Ada", "The honey jars are weighed twice."), ("Cy", handed), ("Dan", ROADS)])
    assert OnTopic(session).holds(said(ROADS, 3), theme()) is on_it


@pytest.mark.parametrize(("label", "seconds", "agenda"), [("Honey jars", LONG / 2, ()), ("Honey jars", 2 * LONG, ("Honey jars",))])
def test_a_short_topic_and_a_planned_one_hold_all_that_is_said_in_them(label: str, seconds: float, agenda: tuple[str, ...]):
    assert OnTopic(talk(*agenda)).holds(said(ROADS, 3), theme(label, seconds))


def test_words_that_begin_alike_are_one():
    assert OnTopic(talk()).holds(said(ROADS, 3), theme("Schooling and roads"))


def test_accounts_know_which_of_them_may_be_on_another_matter():
    accounts = [Account(**said(words, turn).model_dump()) for words, turn in ((ROADS, 3), (REPLY, 1))]
    found = Findings(session="s", model="m", segments=(), themes=(theme("Honey jars", 2 * LONG, *accounts),), findings=())
    assert [one.aside for one in with_asides(found, talk()).themes[0].accounts] == [True, False]


def test_a_reply_is_on_the_matter_if_what_it_replies_to_is():
    roads, honey = said(ROADS, 3), said(REPLY, 1)
    held = theme("Honey jars").model_copy(update={"replies": (Reply(to=honey, by=roads, agrees=False), Reply(to=roads, by=roads, agrees=True))})
    found = Findings(session="s", model="m", segments=(), themes=(held,), findings=())
    assert [one.aside for one in with_asides(found, talk()).themes[0].replies] == [False, True]
