"""Which further questions a session's findings take in, and how they are put; fictional, made by hand."""

import pytest

from copaper.analysis.asked import further_questions, is_put_to_the_vote, plainly_put
from copaper.analysis.findings import chosen_of, find
from copaper.analysis.units import read_units
from copaper.analysis.weighing import weigh
from copaper.records import Kind
from tests import factories

ASKED = "Does the harbour office check the cold stores of the small growers before the winter begins?"
REPLY = "Yes, the office checks every cold store in the autumn, and it writes to the growers about what has to be repaired."


def further(nlp, *speech: tuple[str, str], told=()):
    """Return the words of the further questions of a session."""
    talk = factories.session(speech)
    units = read_units(talk, nlp)
    weighed = weigh(units)
    places = further_questions(talk, units, weighed.around, chosen_of(talk, units, weighed).fit, told)
    return [" ".join(unit.text for unit in units[begin : i + 1]) for begin, i in places]


def test_a_question_that_is_plainly_answered_is_taken_in(nlp) -> None:
    assert further(nlp, ("Nandi", ASKED), ("Sizwe", REPLY)) == [ASKED]


@pytest.mark.parametrize("speech", [
    [("Nandi", ASKED), ("Nandi", "The weather was good in the whole of the valley.")],
    [("Nandi", "Do you wish to move the second motion on the cold stores of the small growers?"), ("Sizwe", "Yes, I move that motion on the cold stores of the growers.")],
    [("Nandi", f"{ASKED} And what does a lorry with four wheels cost?"), ("Sizwe", REPLY)],
    [("Nandi", f"{ASKED} Because they freeze."), ("Sizwe", REPLY)],
    [("Nandi", "I heard of one who said, 'Does the harbour office check the cold stores of the small growers?"), ("Sizwe", REPLY)],
    [("Nandi", "Are you talking about the cold stores of the small growers at the harbour?"), ("Sizwe", "Yes, about the cold stores of the small growers.")],
])  # fmt: skip
def test_what_nobody_answers_and_what_only_moves_the_meeting_on_is_not(nlp, speech) -> None:
    assert further(nlp, *speech) == []


def test_a_question_that_is_told_already_is_not_told_again(nlp) -> None:
    talk = factories.session([("Nandi", ASKED), ("Sizwe", REPLY)])
    told = [finding for finding in find(talk, read_units(talk, nlp), ()).findings if finding.kind is Kind.QUESTION]
    assert len(told) == 1 and further(nlp, ("Nandi", ASKED), ("Sizwe", REPLY), told=told) == []


def test_one_of_two_questions_with_the_same_reply_is_taken_in(nlp) -> None:
    other = "Does the harbour office write to the small growers about the repairs of their cold stores?"
    assert len(further(nlp, ("Nandi", f"{ASKED} {other}"), ("Sizwe", REPLY))) == 1


@pytest.mark.parametrize(("said", "printed"), [
    ("Can I just ask a question: what does the lorry cost in a year?", "What does the lorry cost in a year?"),
    ("One last question from me: who pays for the lorry in the winter?", "Who pays for the lorry in the winter?"),
    ("Mr. Chair, who pays for the lorry in the winter?", "Who pays for the lorry in the winter?"),
    ("A question on lorries: who pays for them in the winter?", "A question on lorries: who pays for them in the winter?"),
    ("We have two lorries: who drives them in the winter?", "We have two lorries: who drives them in the winter?"),
])  # fmt: skip
def test_a_question_is_printed_without_what_only_says_that_it_comes(said: str, printed: str) -> None:
    assert plainly_put(said) == printed


def test_a_vote_is_no_question() -> None:
    assert is_put_to_the_vote("Can I see all those in favour?") and is_put_to_the_vote("Does any member object?")
    assert not is_put_to_the_vote("Do you want to sell the lorry?")
