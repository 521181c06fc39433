"""Who stands beside an item of the agenda says where it begins; fictional."""

import pytest

from copaper.analysis.presenters import handed_over, presenters
from copaper.analysis.units import read_units
from copaper.nameparts import WORD, fold
from tests.factories import session

LONG = "We sat with twelve owners for a whole year and most of them came back every month with a bag of slips and a long story about the bank. " * 3
LINES = ("Opening", "Stalls in winter     L. Dube, Dube Tents", "Seed for schools     Ms Vutomi Baloyi", "Old tents      L. Dube")
PLAIN = ("Opening", "Stalls in winter", "Seed for schools", "Old tents")


def anchors(nlp, *said, lines=LINES, plain=PLAIN, known=None):
    talk = session([("Thandi Zulu", "Good morning, everybody, and welcome to all of you in the nine provinces."), *said])
    units = read_units(talk, nlp)
    leading = [person.id for person in talk.participants if person.name == "Thandi Zulu"]
    by_line = [presenters(line, one, talk) for line, one in zip(lines, plain, strict=True)]
    names = {person.id: frozenset(map(fold, WORD.findall(person.name))) for person in talk.participants}
    return {units[place].text: line for place, line in handed_over(plain, by_line, units, leading, known or {}, names).items()}


def test_a_line_begins_where_whoever_leads_hands_over_to_who_presents_it(nlp):
    said = ("Thandi Zulu", "So that is that. The next thing. Vutomi, you have ten minutes."), ("Vutomi Baloyi", "Can you hear me?"), ("Thandi Zulu", "We do."), ("Vutomi Baloyi", LONG)
    assert anchors(nlp, *said) == {"So that is that.": 2}


def test_the_turn_that_names_its_matter_comes_first(nlp):
    said = ("Thandi Zulu", "I would now like to hear of the seed from Vutomi in the valley."), ("Pieter Botha", "One moment."), ("Thandi Zulu", "Vutomi, please go on with it."), ("Vutomi Baloyi", LONG)
    assert list(anchors(nlp, *said)) == ["I would now like to hear of the seed from Vutomi in the valley."]


@pytest.mark.parametrize(
    "said",
    [
        [("Thandi Zulu", "Vutomi, you have ten minutes."), ("Vutomi Baloyi", "Thank you, we do the same.")],
        [("Pieter Botha", "Vutomi, you have ten minutes."), ("Vutomi Baloyi", LONG)],
        [("Thandi Zulu", "Who wants to add something?"), ("Vutomi Baloyi", LONG)],
        [("Thandi Zulu", "Lerato, you have ten minutes."), ("Lerato Dube", LONG)],
    ],
)
def test_nothing_begins_with_a_few_words_nor_without_being_called_nor_with_who_presents_two_lines(nlp, said):
    assert anchors(nlp, *said) == {}


def test_a_line_that_was_called_up_or_does_not_stand_in_order_begins_nowhere_else(nlp):
    said = ("Thandi Zulu", "Vutomi, you have ten minutes."), ("Vutomi Baloyi", LONG)
    assert anchors(nlp, *said, known={0: 2}) == {}
    assert anchors(nlp, *said, known={9: 1}) == {}, "the line before it is called up later"


def test_lines_typed_small_and_columns_that_only_count_name_nobody_and_nothing(nlp):
    talk = session([("Nandi Delivery", "Good morning, everybody."), ("Lindiwe Dube", "Good morning.")])
    ids = {person.name: person.id for person in talk.participants}
    assert presenters("3. delivery   L. Dube", "Delivery", talk) == {ids["Lindiwe Dube"]}


def test_a_title_before_a_surname_says_who_presents():
    talk = session([("Priya Naicker", "Good morning."), ("Thandi Zulu", "Good morning.")])
    ids = {person.name: person.id for person in talk.participants}
    assert presenters("Does it work? Dr Naicker - and then we close", "Does it work?", talk) == {ids["Priya Naicker"]}
    assert presenters("Does it work? The Naicker report", "Does it work?", talk) == frozenset()
    both = session([("Priya Naicker", "Good morning."), ("Anil Naicker", "Good morning.")])
    assert presenters("Does it work? Dr Naicker", "Does it work?", both) == frozenset()


def test_a_line_that_was_moved_begins_where_who_presents_it_is_called_to_tell_much(nlp):
    said = ("Thandi Zulu", "Then we swap, and the seed comes first. Vutomi, are you there?"), ("Vutomi Baloyi", LONG * 4), ("Thandi Zulu", "Lindiwe Dube of the tents is next, about the winter."), ("Lindiwe Dube", LONG)
    lines, plain = ("Stalls in winter     L. Dube, Dube Tents", "Seed for schools     Ms Vutomi Baloyi"), ("Stalls in winter", "Seed for schools")
    assert sorted(anchors(nlp, *said, lines=lines, plain=plain).values()) == [0, 1]
