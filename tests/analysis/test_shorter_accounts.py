"""What else somebody told is found beside the accounts; fictional."""

import numpy as np
import pytest

from copaper.analysis.shorter_accounts import LONGEST, SHORTEST, shorter_accounts
from copaper.analysis.units import read_units
from tests import factories

PLAIN = (
    "We keep a stall at the taxi rank with 14 women of the street. Each woman pays 20 rand a week for the gas and the cleaner.",
    "The stall sold 300 plates in the first month and 520 in the third.",
    "The municipality charged us 180 rand for the tap and the bins in June.",
)


def told(nlp, *turns: tuple[str, str], leading=(), taken=()) -> list[str]:
    session = factories.session(turns)
    units = read_units(session, nlp)
    led = [person.id for person in session.participants if person.name in leading]
    return [session.turns[units[one.first].index].text[units[one.first].start : units[one.last].end] for one in shorter_accounts(units, np.full(len(units), 0.5), led, taken)]


def test_a_stretch_of_plain_sentences_is_told_whole(nlp):
    assert told(nlp, ("Nandi", " ".join(PLAIN))) == [" ".join(PLAIN)]


def test_not_what_the_chair_says_or_an_account_has(nlp):
    assert told(nlp, ("Nandi", " ".join(PLAIN)), leading=("Nandi",)) == []
    assert told(nlp, ("Nandi", " ".join(PLAIN)), taken={0, 1}) == []


def test_a_word_that_says_nothing_is_passed_over_and_ends_none(nlp):
    within = f"{PLAIN[0]} That's all. {PLAIN[1]} {PLAIN[2]}"
    assert told(nlp, ("Nandi", within)) == [within]
    assert told(nlp, ("Nandi", f"{' '.join(PLAIN)} That's all.")) == [" ".join(PLAIN)]


def test_more_amounts_come_before_fewer_and_none_overlap(nlp):
    few = "We met the women of the street at the hall and talked with them of the stall. The women were glad of the stall and of the shade of the tree. The hall belongs to the church and the church lends it to the women of the street each winter."
    found = told(nlp, ("Piet", few), ("Nandi", " ".join(PLAIN)))
    assert found == [" ".join(PLAIN), few]


@pytest.mark.parametrize("reply", ["Seventy-two.", "For the women.", "From the municipality, that it pays."])
def test_no_stretch_begins_with_half_a_sentence(nlp, reply):
    assert not any(said.startswith(reply) for said in told(nlp, ("Nandi", f"{reply} {' '.join(PLAIN)}")))


def test_a_stretch_goes_on_to_what_little_is_left_of_its_turn(nlp):
    long = " ".join(PLAIN) + " The women of the street meet on Mondays in the hall of the church and count the plates of the week before they cook. The gas is bought in town by two of them. It lasts nine days."
    found = told(nlp, ("Nandi", long))
    assert len(found) == 1 and found[0].endswith("It lasts nine days.")
    assert SHORTEST < len(found[0].split()) <= LONGEST


@pytest.mark.parametrize("proposal", ["Why don't we put up a list of all stalls.", "We should publish the names of the stalls each quarter.", "What I propose is one list for the whole street.", "This community should pay the tap of the stall."])
def test_what_is_proposed_to_those_who_meet_is_in_none(nlp, proposal):
    assert told(nlp, ("Nandi", f"{' '.join(PLAIN)} {proposal}")) == [" ".join(PLAIN)]
    assert told(nlp, ("Nandi", f"{proposal} {' '.join(PLAIN)}")) == [" ".join(PLAIN)]


@pytest.mark.parametrize("leads", ["I want to be careful here, as the stall is small.", "I must be fair.", "What doesn't work.", "So the second failure."])
def test_none_ends_with_what_only_leads_up_to_a_caution(nlp, leads):
    assert told(nlp, ("Nandi", f"{' '.join(PLAIN)} {leads} Can everybody see the next slide?")) == [" ".join(PLAIN)]
