"""What must not change when words are shortened, paired or withheld; fictional."""

from __future__ import annotations

import pytest

from copaper.analysis.closing import coming
from copaper.analysis.endings import endings
from copaper.analysis.statements import clean_statement
from copaper.analysis.units import read_units
from copaper.communities import Policy
from copaper.papers.compose import compose
from copaper.papers.outcomes import standing
from copaper.papers.prominence import without_names
from copaper.papers.replied import replied
from copaper.privacy import Privacy
from copaper.records import Kind, Span, Theme
from tests import factories
from tests.papers.composing import COMMUNITY, finding, found, said, session


@pytest.mark.parametrize(
    ("reply", "question"),
    [
        ("As I said we will not open on Fridays, we open on Mondays only.", "When do you open?"),
        ("As I said no to Durban, only Pietermaritzburg gets a depot.", "Who gets a depot?"),
        ("But for the grant we would close the hall.", "Why is it open?"),
        ("For the next quarter we have no money for transport.", "What about transport?"),
        ("On the other hand, we have no money for that.", "Why is that?"),
        ("So far nobody has paid the entry fee.", "Who has paid?"),
        ("Look after the seedlings before you sell anything.", "What should we do?"),
        ("Yes, they get the fee back in May.", "Can members who left still claim?"),
    ],
)
def test_a_reply_keeps_what_it_says(reply: str, question: str):
    assert replied(reply, question) == reply


def test_a_reply_loses_what_only_leads_on_to_it():
    assert replied("On the second question, we pay it in May.", "How do you pay?") == "We pay it in May."
    assert replied("As I said earlier, we pay it in May.", "How do you pay?") == "We pay it in May."


@pytest.mark.parametrize("clause", ["unless [name withheld] objects to it", "but [name withheld] says that it fails", "except [name withheld] and the bakers", "which [name withheld] says is not true"])
def test_no_condition_is_cut_off_with_the_name_in_it(clause: str):
    message = f"The market fund pays for all the taxis to the hall, {clause}."
    assert without_names(message) == message
    assert without_names("The market fund pays for all the taxis to the hall, and [name withheld] drafts it.").endswith("the hall …")


@pytest.mark.parametrize(
    ("words", "ended"),
    [
        ("It doesn't look like there is support for the second stall of tin.", False),
        ("It does not sound like the majority would pay for that hall.", False),
        ("It looks like support staff will carry the crates to the hall.", False),
        ("We have no agreement with the landlord about the roof of the hall.", False),
        ("We park it behind the school every evening of the week.", False),
        ("So the buyers return the empty crates to the hall by Friday every week.", False),
        ("It sounds like the majority supports the second stall of tin.", True),
        ("We don't have agreement on the roof of the hall.", True),
    ],
)
def test_what_sounds_like_an_ending_and_is_none(nlp, words: str, ended: bool):
    talk = factories.session([("Chair", "We talk about the stalls of tin and the roof of the hall today."), ("Sipho", words)])
    units = read_units(talk, nlp)
    whole = Theme(id="t", label="Stalls", salience=1.0, spans=(Span(first_turn=0, start=0, last_turn=1, end=len(talk.turns[1].text), from_time=0.0, to_time=talk.turns[1].end),))
    assert bool(endings(talk, units, [whole], [])) is ended


def test_an_announcement_that_was_corrected_counts_as_corrected(nlp):
    talk = factories.session([("Host", "Our next meeting is on the fourth of May in the hall."), ("Guest", "That is a holiday."), ("Host", "Then our next meeting is on the eleventh of May in the hall.")])
    assert [part.quote for part in coming(read_units(talk, nlp))] == ["Then our next meeting is on the eleventh of May in the hall."]
    other = factories.session([("Host", "Our next meeting is about how we are marching to the town hall, and it may be recorded.")])
    assert coming(read_units(other, nlp)) == ()


@pytest.mark.parametrize(("statement", "shown"), [("The fund pays for every crate that is lost on the way.", True), ("Traders who have not settled the fee get a letter.", True), ("It is agreed that the fund pays for every crate.", False)])
def test_what_was_agreed_says_so_unless_its_own_words_do(statement: str, shown: bool):
    talk = session((("Chair", statement),))
    decided = finding(Kind.DECISION, said(talk, "turn", 0), statement=statement, fields={"outcome": "settled"})
    assert bool(standing(decided)) is shown


@pytest.mark.parametrize("words", ["Well water costs less than town water.", "So few of them pay that we close."])
def test_a_beginning_that_belongs_to_the_sentence_stays(words: str):
    assert clean_statement(words) == words


@pytest.mark.parametrize("policy", [Policy.ROLES, Policy.CHATHAM_HOUSE])
def test_a_name_that_is_a_word_is_withheld_where_what_led_up_to_it_is_gone(policy: Policy):
    talk = session((("Grace Mokoena", "Good morning."), ("Thabo Nkosi", "Who sends the list of the prices to the growers?"), ("Chair", "Yes, Grace will send the list of the prices on Friday.")))
    asked = finding(Kind.QUESTION, said(talk, "turn", 1), fields={"state": "answered"}, answers=(said(talk, "turn", 2),))
    promised = finding(Kind.DECISION, said(talk, "turn", 2), id="d", statement="Grace keeps the ledger of all the crates in the hall.", fields={"outcome": "settled"})
    text = compose(talk, found(talk, [asked, promised]), COMMUNITY, Privacy(talk, policy)).to_json()
    assert "Grace" not in text and "Mokoena" not in text
    assert Privacy(talk, policy).text("Grace is what we need.") != "Grace is what we need."


def test_an_abbreviation_that_names_somebodys_organisation_is_not_spelt_out():
    talk = session((("Guest", "At BL we learned that a list of the stock saves a day at each visit."),))
    talk = talk.model_copy(update={"participants": tuple(p.model_copy(update={"organisation": "Bright Labs"}) for p in talk.participants)})
    known = COMMUNITY.model_copy(update={"abbreviations": {"BL": "Bright Labs"}})
    made = compose(talk, found(talk, [finding(Kind.LESSON, said(talk, "turn", 0))]), known, Privacy(talk, Policy.CHATHAM_HOUSE))
    assert "Bright Labs" not in made.to_json()
