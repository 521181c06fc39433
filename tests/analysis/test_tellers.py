"""A matter begins where whoever leads gives the floor to somebody who has much to tell; fictional."""

from copaper.analysis.presenters import TELLING
from copaper.analysis.tellers import apart_from, begun_before, tellers
from copaper.analysis.units import read_units
from copaper.nameparts import WORD, fold
from tests import factories

LONG = "We sat with twelve owners for a whole year and most of them came back every month with a bag of slips and a long story about the bank. " * 11


def places(nlp, *turns):
    talk = factories.session(list(turns))
    units = [unit for unit in read_units(talk, nlp) if unit.where == "turn"]
    names = {person.id: frozenset(map(fold, WORD.findall(person.name))) for person in talk.participants}
    return units, [units[place].text for place in tellers(units, [person.id for person in talk.participants if person.name == "Thandi Zulu"], names)]


def test_each_who_is_called_and_tells_much_begins_one_the_first_time(nlp):
    assert len(WORD.findall(LONG)) >= TELLING
    _, found = places(
        nlp, ("Thandi Zulu", "Good morning, everybody, and welcome to this webinar of all nine provinces. Pieter, you said you'd go first."), ("Pieter Botha", LONG), ("Thandi Zulu", "Thank you so much for that, Pieter, it was a lot. Vutomi, and you?"), ("Vutomi Baloyi", LONG),
        ("Thandi Zulu", "Pieter, once more."), ("Pieter Botha", LONG),
    )  # fmt: skip
    assert found == ["Pieter, you said you'd go first.", "Vutomi, and you?"]


def test_nobody_who_says_little_or_was_not_called_by_whoever_leads(nlp):
    assert places(nlp, ("Thandi Zulu", "Vutomi, and you?"), ("Vutomi Baloyi", "We do the same."), ("Thandi Zulu", "Who else?"), ("Pieter Botha", LONG))[1] == []
    assert places(nlp, ("Pieter Botha", "Vutomi, and you?"), ("Vutomi Baloyi", LONG))[1] == []


def test_a_place_near_a_line_of_the_agenda_or_where_the_meeting_moves_on_is_that(nlp):
    units, _ = places(nlp, ("Thandi Zulu", "That was the first item. Now the stalls. Vutomi, and you?"), ("Vutomi Baloyi", LONG))
    assert apart_from([2], {1: 0}, units) == [] and apart_from([2], {}, units) == [2]
    assert begun_before(2, {1: 0.6}, units) == 1 and begun_before(2, {1: -5.0}, units) == 2 and begun_before(2, {}, units) == 2
