"""What leads up to a question, or is put to somebody for a yes; fictional, made by hand."""

import pytest

from copaper.papers.asking import is_put_for_a_yes, leads_up_to_a_question
from copaper.records import Evidence
from tests import factories

TOLD = "The council wants every cold store to have a guard by the winter."


def said(text: str, quote: str) -> Evidence:
    start = text.index(quote)
    return Evidence(where="turn", index=0, start=start, end=start + len(quote), time=0.0, participant="", quote=quote)


def leads_up(text: str, reply: str = "We will hire two of them in May.") -> bool:
    return leads_up_to_a_question(factories.session([("Nandi", text), ("Sizwe", reply)]), said(text, TOLD))


def test_what_stands_before_the_question_of_a_turn_leads_up_to_it() -> None:
    assert leads_up(f"{TOLD} Only four of the stores have one. What will you do about that? I would like to know.")


@pytest.mark.parametrize("text", [
    f"{TOLD} Only four of the stores have one.",
    f"{TOLD} Is that right?",
    f"{TOLD} Does anybody have a comment on that?",
    f"{TOLD} And why do we want that? Because the apples of last year were taken at night, all of them, and nobody saw who it was.",
    f"What will you do about the guards? {TOLD}",
    f"{TOLD} {'The stores lie far from the town and the road is bad. ' * 12} What will you do about that?",
])  # fmt: skip
def test_what_asks_nothing_soon_after_leads_up_to_no_question(text: str) -> None:
    assert not leads_up(text)


PUT = "So you don't have any worries about the guards of the cold stores."


@pytest.mark.parametrize(("text", "reply", "put"), [
    (PUT, "No, we think that they are very good.", True),
    (f"At this point in time, {PUT[3:]}", "No, not at this point.", True),
    (PUT, "The guards came in May, and two of them left in June.", False),
    (f"{PUT} I have.", "No, we think that they are very good.", False),
])  # fmt: skip
def test_words_on_whoever_says_yes_or_no_to_them_are_put(text: str, reply: str, put: bool) -> None:
    assert is_put_for_a_yes(factories.session([("Nandi", text), ("Sizwe", reply)]), said(text, text if text.endswith(PUT[3:]) else PUT)) is put


def test_a_sentence_of_one_word_over_and_over_is_read() -> None:
    assert leads_up(f"{TOLD} {'any ' * 20_000}?")
    assert leads_up(f"{TOLD} What will any of the guards do about that?") and not leads_up(f"{TOLD} Does any of you, or anybody at the stores, have a comment?")
