"""An agenda that is read out names what is then spoken of; fictional."""

import pytest

from copaper.analysis.announcing import BY_NAME, FORETOLD
from copaper.analysis.boundaries import Stretch
from copaper.analysis.foretold import called_by_name, foretold, lines_called, spoken_of
from copaper.analysis.units import read_units
from tests.factories import session

NAMES = frozenset(("thandi", "pieter", "zoe"))
TALK = "The growers share a cold truck on market days and pay for it by the crate. "


def read(nlp, *said):
    return read_units(session([("Zoe", "Welcome to all of you."), *said, ("Pieter", TALK * 60)]), nlp)


@pytest.mark.parametrize(
    ("said", "matters"),
    [
        ("So what's our agenda for today? First we've got a few quick site visits. Then some news on seed grants. And then we'll spend the rest of the time on worm towers. Let's get started.", ["site visits", "seed grants", "worm towers"]),
        ("On our agenda today we have three items: seed grants, soil tests and worm towers.", ["seed grants", "soil tests", "worm towers"]),
        ("First we'll look at seed grants. Then Pieter will take us through the soil tests. Finally we'll talk about worm towers.", ["seed grants", "soil tests", "worm towers"]),
        ("First, Thandi will speak about seed grants. After that, Pieter is going to share the soil tests.", ["seed grants", "soil tests"]),
        ("We have two presentations today, one on seed grants and one on soil tests.", ["seed grants", "soil tests"]),
        ("Here's what we hope to cover: seed grants, and something that few have seen, called a bee hotel.", ["seed grants", "bee hotel"]),
        ("First we'll look at seed grants. And then we'll spend the rest of the hour on what we have been doing to build a reading circle.", ["seed grants", "reading circle"]),
        ("Today's programme is as follows: the small business act, technology adoption and load shedding.", ["small business act", "technology adoption", "load shedding"]),
        ("What we're going to cover today is seed grants, soil tests and worm towers.", ["seed grants", "soil tests", "worm towers"]),
        ("We will start off with seed grants. We'll then move to soil tests. We'll close off with worm towers and a Q&A.", ["seed grants", "soil tests", "worm towers"]),
        ("Our agenda today is Thandi on seed grants, Lerato Dube on soil tests and Vutomi on worm towers.", ["seed grants", "soil tests", "worm towers"]),
        ("on our agenda today we have tiyani on seed grants, vutomi on soil tests, and lutendo on worm towers.", ["seed grants", "soil tests", "worm towers"]),
        ("First we'll hear from Nomvula Khumalo. Then Sibusiso Dlamini will speak about soil tests. Finally we'll look at seed grants.", ["soil tests", "seed grants"]),
    ],
)  # fmt: skip
def test_an_agenda_that_is_read_out_is_found(nlp, said, matters):
    assert [matter.name for matter in foretold(read(nlp, ("Zoe", said)), NAMES)] == matters


@pytest.mark.parametrize(
    "said",
    [
        "On our agenda today are introductions, announcements and a short break.",
        "We've got three speakers today: Nomvula Khumalo from the mill, Vutomi Maluleke and Precious Ravhura.",
        "Here's our agenda: Vutomi's story, Vutomi's market stall and Kagiso's shop.",
        "First there is the cost of transport. Then there is the price of fuel.",
        "First we'll wait for the others. They are on the road.",
        "First we planted the seed and then we waited for rain.",
        "So our agenda for today is full.",
        "I put it on the agenda last week, since the soil tests were late, and the seed grants too.",
        "so on the agenda today we have the seed grants and the soil tests and then whatever else people bring to us we will see",
    ],
)
def test_what_is_none_is_not(nlp, said):
    assert foretold(read(nlp, ("Zoe", said)), NAMES) == []


def test_it_is_read_out_near_the_beginning(nlp):
    agenda = ("Zoe", "On our agenda today we have seed grants, soil tests and worm towers.")
    units = read_units(session([("Pieter", TALK * 60), agenda]), nlp)
    assert foretold(units, NAMES) == []


AGENDA = ("Zoe", "On our agenda today we have seed grants, soil tests and worm towers.")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("So let's get into it with the seed grants.", "seed grants"),
        ("Next, a few quick soil tests.", "soil tests"),
        ("So now I'd like to talk about some work on a worm tower.", "worm towers"),
        ("Pieter, would you take us through the soil tests?", "soil tests"),
    ],
)
def test_it_is_called_up_in_its_words(nlp, said, name):
    units = read(nlp, AGENDA, ("Pieter", "Thank you."), ("Zoe", said))
    [call] = called_by_name(foretold(units, NAMES), units)
    assert (call.name, call.how, units[call.place].text) == (name, BY_NAME if said.startswith("Next,") else FORETOLD, said)


@pytest.mark.parametrize("said", [
    "What do you mean by soil tests?", "Last year the soil tests were cut by half.", "The last soil tests came in May.", "Second, soil tests do not reach the valley.", "Going forward, soil tests should be faster.",
    "This is what the soil tests did for us.", "I'll take soil tests over a loan any day.", "Can I do the soil tests twice in a year?", "We'll get to the soil tests shortly.",
    "The soil tests came back late.", "If we get to the soil tests, that would be good.", "Before we move to the seed grants, a word on parking.", "Let's get a cup of tea.",
])  # fmt: skip
def test_a_mention_is_no_call(nlp, said):
    units = read(nlp, AGENDA, ("Pieter", "Thank you."), ("Zoe", said))
    assert called_by_name(foretold(units, NAMES), units) == []


def test_where_only_the_floor_is_given_the_talk_tells(nlp):
    grants, tests = "The seed grants pay for half of a sack. Seed grants are paid in May. ", "A soil test costs nothing in winter. We send soil tests to the college. "
    units = read_units(session([("Zoe", "Welcome."), AGENDA, ("Zoe", "Over to you, Pieter."), ("Pieter", grants * 12), ("Zoe", "Thank you."), ("Thandi", tests * 12)]), nlp)
    matters = foretold(units, NAMES)
    turn = next(place for place, unit in enumerate(units) if unit.text.startswith("A soil test"))
    assert spoken_of(matters, [], [Stretch(0, turn - 1), Stretch(turn, len(units) - 1)], units) == {0: "Seed grants", 1: "Soil tests"}
    assert spoken_of(matters, called_by_name(matters, units), [Stretch(0, len(units) - 1)], units) == {0: "Seed grants"}


ONE_BY_ONE = "So what are we going to speak about. It's like this. First incubation, what works and what doesn't, that's Thandi. Then first customers, how do you get the one that pays. Then spaza shops, where are we. Then start-up money without debt. And then handing a business over, that's the Dubes. And if there is time, some questions."


def test_matters_may_be_named_one_by_one(nlp):
    assert [matter.name for matter in foretold(read(nlp, ("Zoe", ONE_BY_ONE)), NAMES)] == ["incubation", "first customers", "spaza shops", "start-up money without debt", "handing a business over"]
    assert foretold(read(nlp, ("Zoe", "I came here on foot. First the taxi. Then a long walk. Then the rain. Then two dogs.")), NAMES) == [], "a tale is no list"


def test_who_read_them_out_calls_them_up_by_name_or_by_whose_they_are(nlp):
    units = read(nlp, ("Zoe", ONE_BY_ONE), ("Pieter", TALK * 30), ("Zoe", "Thank you. First customers."), ("Pieter", TALK * 30), ("Zoe", "So, start-up money without debt. Thandi."), ("Pieter", TALK * 30), ("Zoe", "Now, the Dubes."))
    matters = foretold(units, NAMES)
    calls = called_by_name(matters, units, NAMES)
    assert [(call.name, call.how) for call in calls] == [(name, BY_NAME) for name in ("incubation", "first customers", "start-up money without debt", "handing a business over")]
    assert list(lines_called(matters, calls).values()) == [0, 1, 3, 4]
    assert units[calls[0].place - 1].text.startswith("And then handing"), "the first begins behind the list"
    assert lines_called(matters, [calls[2], calls[1]]) == {}, "they are called up in another order"


def test_they_may_be_told_as_what_there_is(nlp):
    said = "There's no agenda that was sent out, but I know what's on it. We've got deliveries in the valley, and the farmers. We've got the savings groups, and I'm glad of it. We've got insurance, don't sigh. Disability. Working with municipalities, for which I need my tablets."
    assert [matter.name for matter in foretold(read(nlp, ("Zoe", said)), NAMES)] == ["deliveries in the valley", "savings groups", "insurance", "Disability", "Working with municipalities"]
