"""Replies that who gave them takes back, and halves of replies; fictional, made by hand."""

import pytest

from copaper.analysis.questions import answers_to
from copaper.analysis.units import read_units
from tests import factories

ASKED = "What happens to the apples if the cold store has no power on the third of May?"
WRONG = "The apples go to the market in the town, as the cold store closes then."
RIGHT = "If the cold store has no power, the apples stay where they are and the council sends ice."
BETWEEN = ("Thabo", "The road to the town is closed in May, and nobody can drive there.")


def quoted(nlp, *speech: tuple[str, str], at: int = 0) -> list[str]:
    talk = factories.session(speech)
    return [answer.quote for answer in answers_to(talk, read_units(talk, nlp), at)[1]]


@pytest.mark.parametrize("back", ["I realise now that I misspoke.", "Yeah. I was wrong there.", "Sorry, I have to correct myself.", "What I said earlier was wrong."])
def test_a_reply_that_is_taken_back_is_not_quoted_but_what_sets_it_right(nlp, back: str) -> None:
    assert quoted(nlp, ("Nandi", ASKED), ("Sizwe", WRONG), BETWEEN, ("Sizwe", f"{back} {RIGHT}")) == [RIGHT]


@pytest.mark.parametrize("speech", [
    (("Sizwe", f"I was wrong about the weather. {RIGHT}"),),
    (("Thabo", f"I misspoke. {RIGHT}"),),
    (("Sizwe", "I misspoke. My name is on the other paper."),),
])  # fmt: skip
def test_what_another_or_on_something_else_is_taken_back_changes_no_reply(nlp, speech: tuple[tuple[str, str], ...]) -> None:
    assert quoted(nlp, ("Nandi", ASKED), ("Sizwe", WRONG), ("Thabo", "The road is closed."), ("Nandi", "Thanks for that, and for the tea."), *speech)[0].startswith(WRONG)


def test_a_yes_to_another_question_behind_it_is_no_reply(nlp) -> None:
    both = "Is there anything in the report on the guards of the harbour? The province pays, doesn't it?"
    own = "The report on the harbour says that the guards come in May."
    assert quoted(nlp, ("Nandi", both), ("Sizwe", f"Yes, it does. {own}")) == [own]
    assert quoted(nlp, ("Nandi", both), ("Sizwe", "Yes, it does, and the harbour knows of the report and of its guards.")) == ["the harbour knows of the report and of its guards."]
    assert quoted(nlp, ("Nandi", both.partition("?")[0] + "?"), ("Sizwe", f"Yes, there is, and the harbour knows of it. {own}"))[0].startswith("Yes, there is")


def test_what_an_example_is_of_is_quoted(nlp) -> None:
    point = "We have to be careful that the province does not pay for what families have always been ready to pay for by themselves in the valley."
    example = "So what happened in the south, for example, is that the boats of rich families were paid by the province, and boats of families who fish for a living were not, so that they had to sell them."
    said = " ".join(quoted(nlp, ("Nandi", "Could you say why the province does not pay for the boats of families who fish?"), ("Sizwe", f"{point} {example}")))
    assert point in said


def test_the_second_half_of_a_question_is_answered_too(nlp) -> None:
    asked = "Are the plans for the harbour still those of the growers' council, and do they go beyond a new roof for the cold store?"
    first, second = "The plans for the harbour are those that the growers' council wrote in the winter after the flood.", "I would argue that these do go beyond a roof for the cold store."
    between = "The winter after the flood was a hard one for the families up there, and many moved to the town. " * 5
    assert quoted(nlp, ("Nandi", asked), ("Sizwe", f"{first} {between} {second}"))[-1] == second


def test_a_reason_for_what_was_said_behind_the_question_is_left_out(nlp) -> None:
    asked, added = "Could you tell us how far the lists of the harvest are?", "Your plan says that there will be none before the winter."
    why, reply = "That's because we have only just begun with them.", "So we will have no lists of the harvest until the council has met in May."
    assert quoted(nlp, ("Nandi", f"{asked} {added}"), ("Sizwe", f"{why} {reply}")) == [reply]
    assert quoted(nlp, ("Nandi", "Why are there no lists of the harvest?"), ("Sizwe", f"{why} {reply}"))[0].startswith(why)


def test_what_a_report_suggested_is_quoted_where_that_was_asked(nlp) -> None:
    asked = "You have read the report on the harbour, so could you tell us what the recommendations are?"
    begun, suggested = "We wanted one because the harbour is still new, and it has been open for two winters only.", "It suggested that there are to be two guards in the yard in the winter."
    assert suggested in quoted(nlp, ("Nandi", asked), ("Sizwe", f"{begun} {suggested}"))[-1]
