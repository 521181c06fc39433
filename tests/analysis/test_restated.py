"""Replies that whoever asked refuses; replies to several questions; fictional, made by hand."""

import pytest

from copaper.analysis.questions import answers_to
from copaper.analysis.units import read_units
from tests import factories

ASKED = "Do the cold stores have enough guards for the winter?"
BESIDE = "The cold stores have had a new roof since the winter, which the province paid for."
RIGHT = "We have guards for the gate and for the yard until the end of May."


def answered(nlp, *speech: tuple[str, str], at: int = 0) -> tuple[str, list[str]]:
    talk = factories.session(speech)
    state, answers = answers_to(talk, read_units(talk, nlp), at)
    return state, [answer.quote for answer in answers]


@pytest.mark.parametrize("refused", ["But not just about the roof, I am asking about the guards.", "That is not what I asked, what about the guards?", "Minister, you did not answer the question about the guards.", "That's what I'm asking you.", "But that's not really addressing my question.", "Sorry, I didn't understand the answer.", "I am not sure I follow that answer.", "That is not what I asked. Can you please answer the question?", "You did not answer my question. Will you hire more people or not?", "I did not hear an answer. How many will stand at the gate?"])
def test_a_reply_that_is_refused_is_not_quoted_but_the_one_to_the_question_put_again(nlp, refused: str) -> None:
    state, quotes = answered(nlp, ("Nandi", ASKED), ("Sizwe", BESIDE), ("Nandi", refused), ("Sizwe", RIGHT))
    assert quotes == [RIGHT] and state in ("answered", "replied")


def test_a_reply_that_is_refused_and_not_followed_by_another_is_not_quoted(nlp) -> None:
    assert answered(nlp, ("Nandi", ASKED), ("Sizwe", BESIDE), ("Nandi", "That is not what I asked.")) == ("refused", [])


def test_who_finds_a_reply_to_be_none_and_asks_something_else_has_no_second_reply(nlp) -> None:
    other = "I did not hear an answer. Does the minister think that the shepherds of the hills want to hear of the roads to the dairy?"
    assert answered(nlp, ("Nandi", ASKED), ("Sizwe", BESIDE), ("Nandi", other), ("Sizwe", "The shepherds hear of the roads to the dairy every day.")) == ("refused", [])


def test_what_is_said_to_a_later_remark_is_no_reply_to_the_question(nlp) -> None:
    remark = "I wonder whether people will see the guards of the cold stores in the winter, as in my own experience very few of those who work there have heard of any guards at all."
    later = "You have heard right, the guards of the cold stores in the winter are few, and enough of them stay away."
    assert answered(nlp, ("Nandi", ASKED), ("Sizwe", BESIDE), ("Nandi", remark), ("Sizwe", later))[1] == [BESIDE]


def test_a_reply_that_is_thanked_for_stands(nlp) -> None:
    assert answered(nlp, ("Nandi", ASKED), ("Sizwe", BESIDE), ("Nandi", "But that is good to know."), ("Sizwe", RIGHT))[1] == [BESIDE]


BOTH = "When does the gate open in the winter? And who pays the guards of the stores?"
FIRST, SECOND = "On the first one, the gate opens at six in the winter.", "On the second, the province pays the guards of the stores."


@pytest.mark.parametrize(("at", "part"), [(0, FIRST), (1, SECOND)])
def test_of_a_reply_to_two_questions_each_has_its_part(nlp, at: int, part: str) -> None:
    assert answered(nlp, ("Nandi", BOTH), ("Sizwe", f"{FIRST} {SECOND}"), at=at)[1] == [part]


def test_a_question_that_is_asked_alone_has_the_part_with_its_words(nlp) -> None:
    assert answered(nlp, ("Nandi", "Who pays the guards of the stores?"), ("Sizwe", f"{FIRST} {SECOND}"))[1] == [SECOND]


def test_who_only_protests_has_no_answer_in_what_is_resumed_later(nlp) -> None:
    speech = ("Nandi", ASKED), ("Sizwe", "The roof is new."), ("Nandi", "With respect, that is not the question I asked."), ("Sizwe", "And to go on."), ("Chair", "Please let the member finish what she had to say on this."), ("Sizwe", RIGHT)
    assert answered(nlp, ("Nandi", ASKED), ("Sizwe", BESIDE), *speech[2:]) == ("refused", [])


def test_a_question_waits_where_its_asker_ends_with_one_on_the_same(nlp) -> None:
    on = "I have been to three of the stores myself since May, and those who work there are worried about what the cold will do to the crates. They have written to the province twice, and each time they were told that it would look at the money that was left from the last of the harvests, and that was all that anybody heard of it for months."
    assert answered(nlp, ("Nandi", f"{ASKED} {on} So how often have you spoken to them?"), ("Sizwe", RIGHT))[1] == [RIGHT]
    assert answered(nlp, ("Nandi", f"{ASKED} {on} How is the weather by the coast?"), ("Sizwe", RIGHT))[0] != "answered"
