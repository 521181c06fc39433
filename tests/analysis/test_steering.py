"""What whoever leads does with a matter in words of their own; fictional, and none of it learnt from."""

import pytest

from copaper.analysis.steering import ACTS, LEAST, Act, Sentence, features, log_odds, steered, words_of
from copaper.analysis.tasks import tasks
from copaper.analysis.training.steering import LETTERS, passages
from copaper.analysis.units import read_units
from tests import factories
from tests.analysis.test_concluding import LEADS, ended
from tests.analysis.test_concluding import TALK as ROOFS

TALK = [("Nandi", "We sold bread to the school in the winter, and the school paid us late."), ("Zodwa", "Thank you for telling us of it.")] * 12


def read(nlp, *turns: tuple[str, str], before=TALK):
    session = factories.session([*before, *turns])
    return session, read_units(session, nlp), [person.id for person in session.participants if person.name == "Zodwa"]


def heard(nlp, *turns: tuple[str, str]) -> list[tuple[Act, str]]:
    _, units, leading = read(nlp, *turns)
    return [(one.act, " ".join(unit.text for unit in units[one.first : one.last + 1])) for one in steered(units, leading, tuple(LEAST))]


@pytest.mark.parametrize(
    ("turns", "act", "told"),
    [
        ([("Zodwa", "So that's decided then. The stall costs 90 rand in every town from July. Is anybody against? No.")], Act.DECIDED, "90 rand"),
        ([("Zodwa", "This community recommends to the municipality that the tap stays open on Sundays."), ("Nandi", "Yes.")], Act.DECIDED, "recommends"),
        ([("Zodwa", "I don't think we will solve it today, the fence, so we leave it open, the group doesn't agree."), ("Nandi", "Fine.")], Act.LEFT_OPEN, "fence"),
        ([("Zodwa", "The oven we put off to the next session, it will be first on the programme.")], Act.PUT_OFF, "oven"),
        ([("Nandi", "I propose a lottery."), ("Zodwa", "There is no support for that, Nandi, so the lottery is not taken up, it's a no.")], Act.REFUSED, "lottery"),
        ([("Zodwa", "Nandi, can you send us the price list by the end of July?"), ("Nandi", "I'll do it.")], Act.TASK, "price list"),
    ],
)
def test_plain_words_that_do_so_are_heard(nlp, turns, act, told):
    assert any(found is act and told in said for found, said in heard(nlp, *turns))


@pytest.mark.parametrize(
    "said",
    [
        "The council decided last year that the hall is closed on Sundays.",
        "Have you ever had to choose between two ovens, and what did it cost you?",
        "I agree with you that bread is a hard business to be in.",
        "I don't know what the bank thinks of it, they never wrote to us.",
        "Can you hear me now, and please put your microphone off when you don't speak?",
        "The clinic refused her a certificate, and so she sold nothing for a month.",
        "The shop is open on Saturdays and the women come at six.",
    ],
)
def test_what_only_sounds_like_it_is_not(nlp, said):
    assert heard(nlp, ("Zodwa", said), ("Nandi", "It was the same with us.")) == []


def test_only_who_leads_is_heard_and_the_chat_is_not(nlp):
    said = "So that's decided then. The stall costs 90 rand in every town from July. Is anybody against? No."
    assert heard(nlp, ("Zodwa", said)) and not heard(nlp, ("Nandi", said))


def test_names_days_and_numbers_are_told_as_what_they_are():
    assert words_of("Thandi, um, you send it to Sipho by Friday the 12th of June, second page?") == ["thandi", "you", "send", "it", "to", "<name>", "by", "<day>", "the", "#", "th", "of", "<month>", "<nth>", "page", "?"]
    assert words_of("") == []


def test_what_stands_beside_a_sentence_counts_and_what_is_said_later_in_another_turn_does_not():
    said = [Sentence("We try it.", 1, True), Sentence("Yes.", 2, False), Sentence("Good.", 2, False), Sentence("Next.", 3, True)]
    assert features(said, 0) != features([said[0], Sentence("No.", 2, False), *said[2:]], 0)
    assert features(said, 0) == features([*said[:2], Sentence("Bad.", 2, False), said[3]], 0)
    assert set(log_odds(said)) == {0, 3} and log_odds(said)[0].shape == (len(ACTS),)
    assert log_odds([]) == {}


def test_what_was_learnt_from_is_read_whole():
    found = passages()
    assert all(len(part.sentences) == len(part.acts) and any(one.leads for one in part.sentences) for part in found)
    assert {act for part in found for acts in part.acts for act in acts} == set(LETTERS.values()) == set(Act)
    assert all(not acts for part in found for one, acts in zip(part.sentences, part.acts, strict=True) if not one.leads)


def test_what_all_were_asked_of_and_nobody_is_against_leaves_nothing_open(nlp):
    said = "The roof list becomes a rule for the market hall, as a trial. Five halls try it and we look at it in December. Anybody against? Nobody."
    found = ended(nlp, *LEADS, *ROOFS, ("Chair", said), ("Sipho", "I see twenty thumbs."), ("Chair", "It's decided. Who is next?"))
    assert "left open" not in [state for _, state, quote in found if "Five halls" in quote]


def test_what_somebody_objects_to_first_is_not_told_as_settled(nlp):
    said = "We write one page for the roof, in five languages. Is anybody against? I see thumbs."
    assert ("t0", "gone along") in [(topic, state) for topic, state, _ in ended(nlp, *LEADS, *ROOFS, ("Chair", said), ("Sipho", "Yes, that's fine."))]
    assert "gone along" not in [state for _, state, _ in ended(nlp, *LEADS, *ROOFS, ("Chair", said), ("Sipho", "No, I'm against it, that is too much."))]


def test_one_way_in_which_a_matter_is_left_is_told_of_one_sentence(nlp):
    said = "So we don't have agreement on the roof. I'm going to leave it there, it stays open, it's a good argument."
    found = ended(nlp, *LEADS, *ROOFS, ("Chair", said), ("Sipho", "Fine."))
    assert found and len({quote[:30] for _, _, quote in found}) == len(found)


def given(nlp, *turns: tuple[str, str]) -> list[tuple[str, str]]:
    session, units, leading = read(nlp, *turns)
    return [(task.given.quote, "" if task.reply is None else task.reply.quote) for task in tasks(session, units, leading)]


def test_a_task_is_told_with_a_reply_that_says_more_than_yes(nlp):
    asked = "Nandi, can you send us the price list for the stalls by the end of July?"
    assert given(nlp, ("Zodwa", asked), ("Nandi", "I'll send it on Friday the third of July.")) == [(asked, "I'll send it on Friday the third of July.")]
    assert given(nlp, ("Zodwa", asked), ("Nandi", "Yes.")) == [(asked, "")]


@pytest.mark.parametrize("reply", ["No, I can't, I'm in hospital in July.", "Eish, not me please."])
def test_a_task_that_somebody_refuses_is_none(nlp, reply):
    assert given(nlp, ("Zodwa", "Nandi, can you send us the price list for the stalls by the end of July?"), ("Nandi", reply)) == []


def test_a_task_that_says_nothing_of_what_is_none(nlp):
    assert given(nlp, ("Zodwa", "Nandi, will you do it by Friday?"), ("Nandi", "Yes.")) == []
