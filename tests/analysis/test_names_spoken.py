"""Who was spoken of: tables of (what was said, the names that are found in it)."""

from __future__ import annotations

import pytest

from copaper.analysis.people import _is_shown_a_thing, _Talk, people_and_bodies
from copaper.analysis.pipeline import analyse
from copaper.analysis.units import read_units
from copaper.records import Finding, Kind
from tests.factories import session


def named(nlp, *said: str):
    talk = session([("Chair", words) for words in said])
    units = read_units(talk, nlp)
    return people_and_bodies(talk, nlp, units, (), (), frozenset())


@pytest.mark.parametrize(
    "said, people",
    [
        ("We work in close touch with Nomvula and her team.", {"Nomvula"}),
        ("It is Lerato's idea to print the forms.", {"Lerato"}),
        ("She reports to Bongani Dube, group director of the agency.", {"Bongani Dube", "Bongani", "Dube"}),
        ("This is Melissa pond is the registrar of the college.", {"Melissa", "Melissa pond"}),
        ("I spoke to Dr Baker about the clinic.", {"Baker"}),
        ("We heard it from Minister Xolwana last week.", {"Xolwana"}),
        ("Over to Zorbek, please.", {"Zorbek"}),
        ("It was Thandi and Zorbek who made the list.", {"Thandi", "Zorbek"}),
        ("My colleague Pieter van der Merwe has the keys.", {"Pieter van der Merwe", "Pieter", "Merwe"}),
        ("The report that Grace Mkhabela wrote is online.", {"Grace Mkhabela", "Mkhabela"}),
        ("If the agencies want to comment, Chase is proposing a new form.", {"Chase"}),
        ("In the end Grace said that the form is too long.", {"Grace"}),
        ("The forms lie in George's shop, and near Alice Dube's.", {"George", "Alice Dube", "Alice", "Dube"}),
        ("One mama, MaZungela, lost it, and MaDube's sister too. Ask Ma Zorbek.", {"MaZungela", "MaDube", "Zorbek"}),
        ("Thank you, Mme Zorbek, and over to Ntate Baker.", {"Zorbek", "Baker"}),
        ("Zorbeks just mentioned in the chat that the form is too long.", {"Zorbeks"}),
        ("Beans just said that the form is too long.", {"Beans"}),
        ("We can proceed, I think Zolu and I have talked it over.", {"Zolu"}),
        ("My question is very similar to Zolu's, that the forms are too long.", {"Zolu"}),
        ("Mark, I will send you the forms. We mark them in the office.", {"Mark"}),
        ("Mark, I think you had your hand up. We mark them.", {"Mark"}),
        ("Mark, why don't you start? Mark, I am sorry, go on. We mark them.", {"Mark"}),
        ("Our director, Mark Waters, and the dean, Grace Field, said so. We mark waters in a field.", {"Mark Waters", "Grace Field"}),
        ("So Mark, over to you. We mark them in the office.", {"Mark"}),
        ("Okay, Mark, have you seen it? We mark them in the office.", {"Mark"}),
        ("We heard the Minister for Health, Housing and the Economy (Ken Waters) about the waters.", {"Ken Waters"}),
        ("India, I think, has done it. August, we found, is late. Hope, I will say, is rare. Grace, if you have it, helps.", set()),
        ("He is head of our best school, Hope Primary, and owner of two shops, Grace Bakery, in a primary bakery.", set()),
        ("You met the Minister for the economy, Ken Waters, about the waters.", {"Ken Waters"}),
        ("And there's a student, Zorbeka, she listens in the morning.", {"Zorbeka"}),
        ("They are young, the one is Zorbeka, she's very strict.", {"Zorbeka"}),
        ("A colleague of mine, Zolu, has the keys.", {"Zolu"}),
        # no names
        ("When he came to Mthatha, he was tired. My sister, in Mthatha, she has it.", set()),
        ("We asked the owner, JSON is hard. Our bank, Moodle, they paid.", set()),
        ("Mark, the form, is on the table. Grace, as they call it, ends in May.", set()),
        ("The minister gave us an account, Grace Period, and waters.", set()),
        ("The Bill and I have a long way to go.", set()),
        ("Ja and I think the forms are too long. Ja, we weigh them.", set()),
        ("We use Moodle and I have a course there.", set()),
        ("I live in Langa and I met the mayor there.", set()),
        ("My point is related to Moodle's forms.", set()),
        ("Growers just mentioned in the chat that the form is too long.", set()),
        ("Others just said that the form is too long.", set()),
        ("Beans just mentioned are too long.", set()),
        ("I think Zolo's point on that settled it.", {"Zolo"}),
        ("They put Zorbek's recommendations into the rules.", {"Zorbek"}),
        ("They put Zorbek's recommendations into the rules. Zorbek met, and Zorbek asks us.", set()),
        ("The growers' point is good, and so is the Harbour's question.", set()),
        ("She said, Mme, I owe the tax man. Over to Mama, please.", set()),
        ("They bought it in Kimberley, near Alice and outside George.", set()),
        ("The Grant says that the shops must register, and this Chase is asking for it.", set()),
        ("The Council put it on GitHub and WhatsApp in Cape Town, in May.", set()),
        ("Will the grace period in the Grant rules hold?", set()),
        ("Thanks to Covid we met online on Monday.", set()),
        ("They walked to Wilson Park and swam in the Jordan River.", set()),
        ("Mr Chair, the Minister Responsible is in London.", set()),
        ("We parse JSON with Zorbek files, and over to Zorbek files again, in Zorbek.", set()),
    ],
)
def test_people_spoken_of(nlp, said, people):
    assert set(named(nlp, said).people) == people


@pytest.mark.parametrize(
    "said, bodies",
    [
        ("She is the registrar of Kwezitown and knows the rules.", {"Kwezitown"}),
        ("They asked Kwezi University for it, and Kwezi agreed.", {"Kwezi University", "Kwezi"}),
        ("We heard that at the University of Zorbek.", {"Zorbek"}),
        ("I work at the Small Business Bureau here.", {"Small Business Bureau"}),
        ("The council and the university met in South Africa.", set()),
        ("The minister of Public Works came from France.", set()),
    ],
)
def test_bodies_that_people_belong_to(nlp, said, bodies):
    assert set(named(nlp, said).bodies) == bodies


def test_what_is_printed_and_in_no_dictionary_is_left_to_the_reviewers():
    words = "The advice that we give to bakers is that Zorbek should keep the till slips of every week, because the lender asks for them."
    told = analyse(session([("Chair", f"{words} And the QXL form is what the lender reads first of all.")] * 6))
    assert "Zorbek" in (*told.people_named, *told.perhaps_named)
    assert "QXL" in told.perhaps_bodies


def test_names_are_looked_for_in_what_was_said_of_a_statement_later():
    later = "It's decided, Lekganyane does it."
    talk = session([("Chair", "I propose that we keep one shared register of all the stalls by the river."), ("Chair", later)])
    found = analyse(talk)
    assert [evidence.quote for finding in found.findings for evidence in finding.settled] == [later]
    assert "Lekganyane" in found.people_named


@pytest.mark.parametrize("where", ["turn", "message"])
def test_whoever_is_named_where_a_story_goes_on_is_found_in_speech_and_chat(nlp, where):
    own, later = "We lost the whole shop in the flood of that March.", "In the end Whitfield paid for the shelves."
    said = [("Zanele", f"{own} {later}")]
    talk = session([("Chair", "Tell us."), *said]) if where == "turn" else session([("Chair", "Tell us.")], said)
    units = read_units(talk, nlp)
    [first] = [unit for unit in units if unit.text == own]
    story = Finding(id="f", kind=Kind.STORY, statement=own, evidence=(first.evidence(),), confidence=0.9)
    assert "Whitfield" in people_and_bodies(talk, nlp, units, (), (story,), frozenset()).people


@pytest.mark.parametrize(
    ("name", "said", "thing"),
    [
        ("Zorbek", ("We build it on top of Zorbek.",), True),
        ("Quelda Zorbek", ("We build it on top of Quelda Zorbek.",), True),
        ("Zorbek", ("It is Thandi from Zorbek who asks.",), True),
        ("Zorbek", ("We build it on top of Zorbek.", "I met Zorbek."), False),
        ("Zorbek", ("It runs in Quelda, Mopax, Zorbek as well.",), True),
        ("Zorbek", ("In May, in Quelda, Zorbek left.",), False),
        ("Zorbek", ("We got a letter from Zorbek.",), False),
        ("Thandi", ("The hat fell on top of Thandi.",), False),
    ],
)
def test_what_is_built_on_or_somebody_is_from_is_nobody(name, said, thing):
    assert _is_shown_a_thing(name, _Talk(said)) is thing


@pytest.mark.parametrize(
    "said, works",
    [
        (("We read the Okoro review, and Amaka Okoro knows it.",), ("Okoro",)),
        (("Both the Vale and Zorbek reports ask for it.",), ("Vale", "Zorbek")),
        (("The Nomvula report is on my desk.",), ()),  # a first name: somebody's own report
        (("Over to Zorbek. The Zorbek report is on my desk.",), ()),  # somebody who is there
        (("Zorbek's report is late.",), ()),
    ],
)
def test_names_that_published_things_go_by(nlp, said, works):
    assert named(nlp, *said).works == works


def test_a_saint_is_nobody(nlp):
    assert "Trinity Saint David" not in named(nlp, "They studied at Trinity Saint David in the town.").people
