"""What is said against a statement soon after it; fictional."""

import pytest

from copaper.analysis.amounts import amounts
from copaper.analysis.corrections import corrections
from copaper.analysis.units import read_units
from copaper.records import CorrectionKind
from tests.factories import session

CLAIM = "Of the twenty stalls that got a lamp this way, eighteen are open every evening."
RULE = "Every fishmonger with a wooden counter is now banned from the covered market."


def against(nlp, *said: tuple[str, str], chat=()) -> list[tuple[str, str, str]]:
    talk = session(said, chat)
    return [(one.kind.value, one.of.quote, one.by.quote) for one in corrections(talk, read_units(talk, nlp))]


def test_what_is_left_when_somebody_gives_in_to_an_objection(nlp):
    left = "If you count from the first day it's eighteen out of fifty."
    found = against(nlp, ("Sipho", CLAIM), ("Lindiwe", "But those twenty chose it themselves."), ("Sipho", f"Yes, you're right. How many began? {left}"))
    assert (CorrectionKind.TAKEN_BACK, CLAIM, left) in found
    assert not against(nlp, ("Sipho", CLAIM), ("Lindiwe", "The river was high in May."), ("Sipho", f"Yes, you're right. {left}"))


@pytest.mark.parametrize("denial", ["That's simply not true.", "I'm afraid that is wrong.", "Chair, that assertion is not correct.", "I don't think that's the case."])
def test_who_denies_what_was_said_last_denies_it(nlp, denial):
    [(kind, of, by)] = against(nlp, ("Thandi", RULE), ("Minister", f"{denial} Wooden counters were never part of the new rules for hygiene."))
    assert (kind, of) == (CorrectionKind.DENIED, RULE) and by.startswith(denial)


@pytest.mark.parametrize("reply", ["If that is wrong, then please tell me by the end of the week.", "Is that not true?", "That is the wrong way round for the fishermen.", "It was a misunderstanding to me that the boats were late."])
def test_a_supposition_or_a_question_denies_nothing(nlp, reply):
    assert against(nlp, ("Thandi", RULE), ("Minister", reply)) == []


def test_nobody_denies_themselves_nor_what_was_asked(nlp):
    assert against(nlp, ("Thandi", RULE), ("Thandi", "That is not true.")) == []
    assert against(nlp, ("Thandi", "Why is every fishmonger with a wooden counter banned from the covered market?"), ("Minister", "That's not true.")) == []


def test_whoever_sets_something_right_is_quoted_with_what_is_right(nlp):
    right = "The wooden counter of a fishmonger may stay in the covered market until next May."
    assert against(nlp, ("Thandi", RULE), ("Minister", f"I am glad to correct the member. {right}")) == [(CorrectionKind.DENIED, RULE, right)]
    assert against(nlp, ("Thandi", RULE), ("Minister", "I am glad to correct the member. Our harbour has grown since then.")) == []


@pytest.mark.parametrize(
    ("reply", "objects"),
    [
        ("Yeah, but the fishmonger brings his own counter to the market on Fridays.", True),
        ("I'm not convinced that a wooden counter is what keeps a fishmonger out.", True),
        ("No, the market banned no fishmonger for his counter.", True),
        ("But I just want to thank the fishmonger at the market with the wooden counter.", False),
        ("No, I think you have covered the market and the wooden counter.", False),
        ("I absolutely agree, but a fishmonger needs a wooden counter.", False),
        ("But the weather in the mountains was better last summer.", False),
    ],
)
def test_a_reply_with_a_but_or_a_doubt_on_the_same_matter_objects(nlp, reply, objects):
    assert against(nlp, ("Thandi", RULE), ("Sipho", reply)) == ([(CorrectionKind.OBJECTED, RULE, reply)] if objects else [])


def test_another_number_of_the_same_things_is_one_against_it(nlp):
    told = "Only four boats came back to the harbour with a full net."
    assert against(nlp, ("Thandi", told), ("Sipho", "No, it was nine boats.")) == [(CorrectionKind.DENIED, told, "No, it was nine boats.")]
    assert against(nlp, ("Thandi", told), ("Sipho", "No, it was nine weeks.")) == []
    assert against(nlp, ("Thandi", told), ("Sipho", "It was four boats.")) == []


def test_a_sentence_may_take_back_or_limit_the_one_before_it(nlp):
    told = "The whole harbour earns more from mussels than from herring."
    for kind, next_ in (
        (CorrectionKind.TAKEN_BACK, "I misspoke. It is the northern pier that does."),
        (CorrectionKind.LIMITED, "That number leaves out the boats from the islands."),
        (CorrectionKind.LIMITED, "Having said that, it only began in the spring of last year."),
    ):
        [(found, of, by)] = against(nlp, ("Thandi", f"{told} {next_}"))
        assert (found, of) == (kind, told) and next_.startswith(by[:20])
    assert against(nlp, ("Thandi", f"{told} Having said that, my question to the minister is a simple one.")) == []
    assert against(nlp, ("Thandi", f"{told} That is what the ledger of the cooperative shows.")) == []


def test_what_is_said_to_be_one_thing_only_is_limited_by_what_is_added_to_it(nlp):
    told, adds = "The ledger of the fishermen is purely a list of nets.", "The ledger adds the names of all buyers of herring."
    assert against(nlp, ("Thandi", f"{told} {adds}")) == [(CorrectionKind.LIMITED, told, adds)]
    assert against(nlp, ("Thandi", f"The ledger of the fishermen is a list of nets. {adds}")) == []


def test_what_was_found_on_a_makeshift_is_limited_by_saying_so(nlp):
    made, found = "We printed the timetable on a cardboard ticket, and it isn't something we would ever do for travellers.", "All travellers with a cane struggled to read the cardboard ticket."
    assert (CorrectionKind.LIMITED, found, made) in against(nlp, ("Thandi", f"{made} {found}"))
    assert against(nlp, ("Thandi", f"We printed the timetable on a cardboard ticket for travellers. {found}")) == []


def test_a_written_denial_needs_words_in_common(nlp):
    chat = [("Thandi", "The wooden counter keeps every fishmonger out of the market."), ("Sipho", "That is not true.")]
    assert against(nlp, chat=chat) == []
    chat[1] = ("Sipho", "That is not true, no fishmonger lost his place for a wooden counter.")
    assert [kind for kind, _, _ in against(nlp, chat=chat)] == [CorrectionKind.DENIED]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("We counted twenty nine of sixty boats.", [(29.0, ""), (60.0, "boat")]),
        ("About thirty-three percent of 1,200 fishermen came in 2019.", [(33.0, "%"), (1200.0, "fisherman")]),
        ("It cost two million.", [(2_000_000.0, "")]),
        ("No boat came.", []),
    ],
)
def test_numbers_are_read_in_words_and_digits(nlp, text, told):
    [unit] = read_units(session([("Thandi", text)]), nlp)
    assert [(amount.value, amount.of) for amount in amounts(unit)] == told


def test_a_quotation_of_two_sentences_stands_as_it_was_said(nlp):
    talk = session([("Thandi", RULE), ("Minister", "That's not true" + "!" * 40 + " Wooden counters were never part of the new rules for hygiene.")])
    [one] = corrections(talk, read_units(talk, nlp))
    assert one.by.quote == talk.turns[1].text[one.by.start : one.by.end]


NEW_RAMP = "The harbour office always builds us a ramp of its own for the small boats."


@pytest.mark.parametrize("reply", ["So, that ramp hasn't been built, and there are plans not to.", "No, there is no ramp.", "The small ramp does not exist yet."])
def test_what_somebody_tells_of_something_that_there_is_not_is_denied(nlp, reply):
    [(kind, of, by)] = against(nlp, ("Thandi", f"{NEW_RAMP} I wonder whether we missed it."), ("Sipho", reply))
    assert (kind, of) == (CorrectionKind.DENIED, NEW_RAMP) and by.startswith(reply)


@pytest.mark.parametrize("reply", ["So, that lamp hasn't been built, and there are plans not to.", "If that ramp hasn't been built, then let us wait.", "There is no problem."])
def test_what_there_is_not_must_be_what_was_told(nlp, reply):
    assert against(nlp, ("Thandi", NEW_RAMP), ("Sipho", reply)) == []
    assert against(nlp, ("Thandi", "Is there a ramp for the small boats in the harbour?"), ("Sipho", "That ramp hasn't been built.")) == []


@pytest.mark.parametrize(("gives_up", "reply", "is_met"), [
    ("Understood.", "But the stalls of the upper rows have no wire at all.", True), ("Okay, fair enough.", "It is not the lamps that keep the stalls open.", True), ("Okay. I'll try it.", "We hang the lamps from the beam.", True),
    ("Understood.", "We hang the lamps from the beam.", False), ("I'll try the other gate.", "We hang the lamps from the beam.", False), ("Okay.", "It is not the lamps that keep the stalls open.", False),
])  # fmt: skip
def test_what_somebody_does_not_insist_on_is_met_by_the_reply(nlp, gives_up: str, reply: str, is_met: bool):
    assert against(nlp, ("Sipho", CLAIM), ("Lindiwe", "Since when?"), ("Sipho", "Since May."), ("Lindiwe", reply), ("Sipho", gives_up)) == ([(CorrectionKind.OBJECTED, CLAIM, reply)] if is_met else [])


LATER = "Only twelve stalls, all in the old town, so that's not representative!"


@pytest.mark.parametrize(("author", "text", "limited"), [("Sipho", LATER, True), ("Lindiwe", LATER, False), ("Sipho", "All twelve stalls are in the old town, and the lamps are blue.", False)])
def test_of_whom_it_holds_as_its_speaker_says_soon_after(nlp, author, text, limited):
    for found in (
        against(nlp, ("Sipho", f"{CLAIM} We were glad."), ("Lindiwe", "How many stalls did you ask?"), chat=((author, "Yes."), (author, text))),
        against(nlp, ("Sipho", f"{CLAIM} We were glad."), ("Lindiwe", "How many stalls did you ask?"), (author, text)),
    ):
        assert ((CorrectionKind.LIMITED, CLAIM, text) in found) is limited


@pytest.mark.parametrize(("text", "is_limited"), [
    ("Kind regards to you all from the stalls!", False), ("This is just a drawing of one of the stalls.", False), ("The tickets are only for people who have no stalls.", False),
    ("The stalls with a lamp are only for traders who pay.", True), ("So small a sample of stalls is a biased sample.", True),
])  # fmt: skip
def test_one_word_in_common_limits_nothing_unless_that_is_said_outright(nlp, text: str, is_limited: bool):
    found = against(nlp, ("Sipho", f"{CLAIM} We were glad."), ("Lindiwe", "How many did you ask?"), chat=(("Sipho", "Yes."), ("Sipho", text)))
    assert ((CorrectionKind.LIMITED, CLAIM, text) in found) is is_limited


def test_what_its_speaker_reckons_from_a_number_stands_with_it(nlp):
    claim, left = "With a lamp at the gate forty of a hundred stalls stayed open.", "So if you had forty with a lamp, and thirty without, then the difference is ten."
    assert (CorrectionKind.LIMITED, claim, left) in against(nlp, ("Sipho", claim), ("Lindiwe", "And without a lamp?"), ("Sipho", left))
    assert not against(nlp, ("Sipho", claim), ("Lindiwe", "And without a lamp?"), ("Sipho", "So if you had sixty with a lamp, and fifty without, then the difference is ten."))


def test_a_flat_no_denies_the_sum_before_it_with_what_its_speaker_goes_on_to_say(nlp):
    summed_up = ("Chair", "That is a good result. So the oven saves the bakery eleven thousand rand a month.")
    [one] = against(nlp, summed_up, ("Baker", "No. No no. I buy gas now, and the gas is seven thousand four hundred rand a month."))
    assert one[0] == "objected" and one[1].startswith("So the oven") and "seven thousand four hundred" in one[2]
    assert against(nlp, summed_up, ("Baker", "No.")) == []
    assert against(nlp, ("Chair", "Does the oven save eleven thousand rand a month?"), ("Baker", "No. I buy gas now, and the gas is dear.")) == []
    for nothing in ("Eish. I am so sorry to hear that from you.", "No. Thank you, Chair, we have nothing to add."):
        assert against(nlp, summed_up, ("Baker", nothing)) == []
