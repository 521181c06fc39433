"""Which further questions a session's findings take in, and how they are put; fictional, made by hand."""

import pytest

from copaper.analysis.asked import further_questions, is_put_to_the_vote, only_poses, plainly_put, put_from, told_to, understood
from copaper.analysis.findings import chosen_of, find
from copaper.analysis.questions import is_put
from copaper.analysis.units import read_units
from copaper.analysis.weighing import weigh
from copaper.records import Kind
from tests import factories

ASKED = "Does the harbour office check the cold stores of the small growers before the winter begins?"
REPLY = "Yes, the office checks every cold store in the autumn, and it writes to the growers about what has to be repaired."


def further(nlp, *speech: tuple[str, str], told=(), topic=lambda said: ""):
    """Return the words of the further questions of a session."""
    talk = factories.session(speech)
    units = read_units(talk, nlp)
    weighed = weigh(units)
    places = further_questions(talk, units, weighed.around, chosen_of(talk, units, weighed).fit, understood(units, weighed.around), told, topic)
    return [" ".join(unit.text for unit in units[begin : i + 1]) for begin, i in places]


def test_a_question_that_is_plainly_answered_is_taken_in(nlp) -> None:
    assert further(nlp, ("Nandi", ASKED), ("Sizwe", REPLY)) == [ASKED]


@pytest.mark.parametrize("speech", [
    [("Nandi", ASKED), ("Nandi", "The weather was good in the whole of the valley.")],
    [("Nandi", "Do you wish to move the second motion on the cold stores of the small growers?"), ("Sizwe", "Yes, I move that motion on the cold stores of the growers.")],
    [("Nandi", f"{ASKED} And what does a lorry with four wheels cost?"), ("Sizwe", "Well, I think that the guards have painted a bell for the church.")],
    [("Nandi", f"{ASKED} Because they freeze."), ("Sizwe", REPLY)],
    [("Nandi", "Will you take an intervention on the cold stores of the growers?"), ("Sizwe", "Yes, I take it.")],
    [("Nandi", "Can I just ask about the cold stores of the small growers?"), ("Sizwe", "I don't know how many cold stores of the small growers there are.")],
    [("Nandi", "In light of that, have the growers a cold store at the harbour of the province?"), ("Sizwe", "Yes, they have one.")],
    [("Nandi", "I heard of one who said, 'Does the harbour office check the cold stores of the small growers?"), ("Sizwe", REPLY)],
    [("Nandi", "Did I understand correctly that the growers have a cold store at the harbour?"), ("Sizwe", "Yes, the growers have a cold store at the harbour.")],
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


def test_a_question_that_is_clear_and_answered_is_taken_in_however_readers_would_like_it(nlp) -> None:
    short, reply = "Is Thandi part of the gate committee?", "No, I do not think so, at least not of the gate committee."
    assert further(nlp, ("Nandi", short), ("Sizwe", reply)) == [short]
    assert further(nlp, ("Nandi", "Is he part of the gate committee with you there?"), ("Sizwe", reply)) == []
    assert further(nlp, ("Nandi", short), ("Sizwe", "There was a fire at the mill on the hill, and the lorries came late.")) == []


@pytest.mark.parametrize(("said", "poses"), [
    ("The question is, what becomes of the stores if nobody pays?", True), ("And the big question then becomes: who pays?", True),
    ("My question is, what becomes of the stores?", False), ("What becomes of the question of the stores?", False),
])  # fmt: skip
def test_a_question_may_be_put_to_nobody(nlp, said: str, poses: bool) -> None:
    assert only_poses(read_units(factories.session([("Nandi", said)]), nlp)[0]) is poses


@pytest.mark.parametrize(("said", "printed"), [
    ("Can I just ask a question: what does the lorry cost in a year?", "What does the lorry cost in a year?"),
    ("One last question from me: who pays for the lorry in the winter?", "Who pays for the lorry in the winter?"),
    ("Mr. Chair, who pays for the lorry in the winter?", "Who pays for the lorry in the winter?"),
    ("What my next question, really, is: who pays for the lorry?", "Who pays for the lorry?"),
    ("A question on lorries: who pays for them in the winter?", "A question on lorries: who pays for them in the winter?"),
    ("We have two lorries: who drives them in the winter?", "We have two lorries: who drives them in the winter?"),
    ("Growers, first of all: are you sure that the growers can pay for the lorry?", "Are you sure that the growers can pay for the lorry?"),
    ("A question I have, since we're all here, does anyone pay for the lorry?", "Does anyone pay for the lorry?"),
    ("I think what is fair for me to ask is: perhaps could you name the price of a lorry?", "Perhaps could you name the price of a lorry?"),
    ("Cabinet Secretary, are you in favour of more lorries?", "Are you in favour of more lorries?"),
    ("Can I ask, also, how much do the growers pay?", "How much do the growers pay?"),
    ("Can I ask, also, why on earth it isn't possible to buy a lorry?", "Can I ask, also, why on earth it isn't possible to buy a lorry?"),
    ("Just before we move on to the mill, what do the growers pay for the lorry?", "What do the growers pay for the lorry?"),
    ("You're obviously not going to tell us which, but do any growers pay for the lorry?", "Do any growers pay for the lorry?"),
    ("Before we move over to lorries, who pays for the carts in the winter?", "Before we move over to lorries, who pays for the carts in the winter?"),
    ("Before we go to the bank for a loan, who signs for the growers?", "Before we go to the bank for a loan, who signs for the growers?"),
    ("Before we move the lorry, who pays for its wheels?", "Before we move the lorry, who pays for its wheels?"),
    ("If the growers pay, do the growers pay for the lorry?", "If the growers pay, do the growers pay for the lorry?"),
    ("No no, what do the growers pay for the lorry?", "What do the growers pay for the lorry?"),
    ("No growers pay for the lorry, do they?", "No growers pay for the lorry, do they?"),
    ("On the list of the mill, do you know who pays for the lorry?", "On the list of the mill, do you know who pays for the lorry?"),
])  # fmt: skip
def test_a_question_is_printed_without_what_only_says_that_it_comes(said: str, printed: str) -> None:
    assert plainly_put(said) == printed


def test_a_vote_is_no_question() -> None:
    assert is_put_to_the_vote("Can I see all those in favour?") and is_put_to_the_vote("Does any member object?")
    assert is_put_to_the_vote("Would any of the gate teams like to briefly talk about the scale?") and is_put_to_the_vote("Is that a topic for later?")
    assert is_put_to_the_vote("Would anybody like to start?") and is_put_to_the_vote("Do you want to take that?")
    assert is_put_to_the_vote("Anyone from the mill who wishes to chime in on the lorries?") and is_put_to_the_vote("Do you wish to give an update?")
    assert not is_put_to_the_vote("Anyone from the mill who wishes to sell a lorry?")
    assert not is_put_to_the_vote("Do you want to sell the lorry?")
    assert not is_put_to_the_vote("Does anybody want to start a seed bank in the valley?")
    assert not is_put_to_the_vote("How do you want to respond to the new fee for the lorries?")


LISTED = "The list of the stores is printed once in a year, in the week after the rains."


@pytest.mark.parametrize(("question", "begins"), [
    ("We have heard how hard that makes it for the growers, can the list be printed more often?", 0),
    ("Can the list of the stores be printed twice, since that is what the growers want?", 1),
    ("Do the growers hear of stores that open in May?", 1),
])  # fmt: skip
def test_a_question_is_told_with_the_sentence_that_its_that_stands_for(nlp, question: str, begins: int) -> None:
    units = read_units(factories.session([("Nandi", f"{LISTED} {question}")]), nlp)
    assert put_from(units, 1, 1) == begins


@pytest.mark.parametrize("before", ["Okay, thank you.", "I, in the winter the growers lost the list of the stores."])
def test_a_question_whose_that_nothing_explains_is_not_told(nlp, before: str) -> None:
    units = read_units(factories.session([("Nandi", f"{before} We have heard how hard that makes it for the growers, can the list be printed more often?")]), nlp)
    assert put_from(units, len(units) - 1, len(units) - 1) is None


def test_a_question_that_was_begun_twice_is_not_put(nlp) -> None:
    units = read_units(factories.session([("Nandi", "Do we have, at the gate of the store, do we have a bell for the growers?")]), nlp)
    assert not is_put(units[0])


def test_a_statement_that_is_put_with_a_tag_is_taken_in_with_it_and_told_nowhere_else(nlp) -> None:
    claim = "The cold stores of the harbour office lost half of their small growers in the last winter."
    talk = factories.session([("Nandi", f"{claim} Is that correct?"), ("Sizwe", "No, it was a third of the growers, as the winter was a mild one."), ("Nandi", "Thank you.")])
    told = find(talk, read_units(talk, nlp), ()).findings
    [question] = [finding for finding in told if claim in finding.statement]
    assert question.kind is Kind.QUESTION and question.statement.endswith("Is that correct?") and question.answers


def test_a_call_for_objections_is_taken_in_with_what_was_proposed(nlp) -> None:
    proposal = "We should open the second gate of the harbour office in the first week of May."
    assert further(nlp, ("Nandi", f"{proposal} Any objections?"), ("Sizwe", "None."), ("Nandi", "Okay, great.")) == [f"{proposal} Any objections?"]
    assert further(nlp, ("Nandi", f"{proposal} Any objections?"), ("Sizwe", "Yes, because the guards have no roof over their heads there.")) == []


def test_a_question_before_another_is_taken_in_where_the_reply_is_to_it(nlp) -> None:
    assert further(nlp, ("Nandi", f"{ASKED} And what does a lorry with four wheels cost?"), ("Sizwe", REPLY)) == [ASKED]


@pytest.mark.parametrize("question", ["How did you get the harbour office to show the growers the lists of the stores?", "Have you had to change the cold stores of the small growers of the valley since this flood?"])
def test_with_its_answer_a_question_may_say_you_and_with_much_matter_point_back_once(nlp, question: str) -> None:
    reply = "Yes, we had to change all of the cold stores of the growers after it, and we got the harbour office to show us the lists of the stores by asking for them."
    assert further(nlp, ("Nandi", question), ("Sizwe", reply)) == [question]


@pytest.mark.parametrize(("spoken", "printed"), [
    ("Thandi was asking, does the gate open in May?", "Does the gate open in May?"), ("So Thandi Nkosi asks: who opens the gate in May?", "Who opens the gate in May?"), ("Thandi asked how the gate opens?", "Thandi asked how the gate opens?"),
    ("I think we only have one question in the chat, and it is, does the gate open in May?", "Does the gate open in May?"), ("There's a question from Thandi Nkosi: who opens the gate in May?", "Who opens the gate in May?"),
    ("There's a question from the bank, and who opens the gate in May?", "There's a question from the bank, and who opens the gate in May?"),
])  # fmt: skip
def test_whose_question_somebody_puts_is_left_out(spoken: str, printed: str) -> None:
    assert plainly_put(spoken) == printed


def test_what_a_short_message_says_before_its_question_is_told_with_it(nlp) -> None:
    said = "The law says that no list may be passed on. How does the next guard get the list?"
    for text, led in ((said, 0), (f"{'The winter was long for the guards and the growers of the valley. ' * 2}{said}", None)):
        units = read_units(factories.session([("Sizwe", "Good day.")], [("Nandi", text)]), nlp)
        at = max(i for i, unit in enumerate(units) if unit.where == "message")
        first = next(i for i, unit in enumerate(units) if unit.where == "message")
        assert put_from(units, at, at) == (first if led == 0 else at - 1)


@pytest.mark.parametrize(("before", "question", "begins"), [
    ("What are the best uses of the cold stores for the growers?", "Is there something that the harbour office should do?", 0),
    ("Is it for want of cold stores that the growers leave?", "Or is it the price of the lorries at the harbour?", 0),
    ("What are the best uses of the cold stores for the growers?", "Does the harbour office pay for the lorries of the growers?", 1),
    ("On the cold stores, have you—?", "Is there something that the harbour office should do?", 1),
    ("The growers use the cold stores of the harbour.", "Is there something that the harbour office should do?", 1),
])  # fmt: skip
def test_a_question_that_leans_on_the_one_before_it_is_told_with_that(nlp, before: str, question: str, begins: int) -> None:
    units = read_units(factories.session([("Nandi", f"{before} {question}")]), nlp)
    assert put_from(units, 1, 1) == begins


def test_a_topic_has_a_question_that_is_only_replied_to_if_it_has_no_other(nlp) -> None:
    asked = "Do you feel that the harbour office of the town is open to this course of action in its dispute with the growers?"
    reply = "I went to the valley in May, and the people there told me of the winter, the lorries and the dispute with the guards."
    assert further(nlp, ("Nandi", asked), ("Sizwe", reply)) == []
    assert further(nlp, ("Nandi", asked), ("Sizwe", reply), topic=lambda said: "stores") == [asked]
    both = [("Nandi", asked), ("Sizwe", reply), ("Nandi", ASKED), ("Sizwe", REPLY)]
    assert further(nlp, *both, topic=lambda said: "stores") == [ASKED]
    assert further(nlp, *both, topic=lambda said: "stores" if said.index < 2 else "winter") == [ASKED, asked]


def test_each_topic_has_questions_before_one_has_more(nlp, monkeypatch) -> None:
    monkeypatch.setattr("copaper.analysis.asked.MORE", 2)
    monkeypatch.setattr("copaper.analysis.asked.EACH", 1)
    other = ("Does the bank lend money to the fishermen of the village for their boats?", "Yes, the bank lends money to the fishermen, and they pay for the boats in five years.")
    talk = [("Nandi", ASKED), ("Sizwe", REPLY), ("Nandi", other[0]), ("Sizwe", other[1]), ("Nandi", "Do the guards of the gate wear boots of leather in the rain?"), ("Sizwe", "Yes, the guards of the gate wear boots of leather.")]
    without = {said for _, said in talk[::2]}.difference(further(nlp, *talk))
    assert len(without) == 1 and without.issubset(further(nlp, *talk, topic=lambda said: "own" if said.quote in without else "other"))


def test_a_question_is_told_with_the_or_behind_it(nlp) -> None:
    for behind, with_it in (("Or only those of the mill?", True), ("Or what?", False), ("Who has the key?", False)):
        units = read_units(factories.session([("Nandi", f"Do all of the lorries go to the coast? {behind}")]), nlp)
        assert told_to(units, 0) == int(with_it)
