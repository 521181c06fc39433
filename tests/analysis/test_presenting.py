"""How whoever presents a matter opens it; fictional."""

import pytest

from copaper.analysis.moving_on import moved_on
from copaper.analysis.ownanswers import speaks_alone
from copaper.analysis.presenting import presented
from copaper.analysis.units import read_units
from tests.factories import session

NAMES = frozenset(("thandi", "pieter", "zoe"))
TALK = " ".join(
    [
        "Every seed bank keeps three kinds of beans and two of maize for the whole valley.",
        "A farmer who borrows from the seed bank brings back twice the weight after harvest.",
        "Seed swaps and cold rooms keep it alive in a dry year, and a cold room costs little where the sun dries the seed.",
    ]
    * 3
)


def names_of(nlp, *said):
    return [one.name for one in presented(read_units(session(list(said)), nlp), NAMES)]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("This is a very short update on seed banks.", "seed banks"),
        ("So this is for seed banks, and I hope for your advice.", "seed banks"),
        ("I will be giving some updates on the seed banks.", "seed banks"),
        ("Thanks, I have a quick overview of seed banks.", "seed banks"),
        ("Okay. Seed banks.", "Seed banks"),
        ("The seed bank is a proposal to keep beans for a dry year.", "seed bank"),
        ("Good morning. Thank you. Hello. Okay. Yes. This is a short update on seed banks.", "seed banks"),
        ("So the motivation for seed banks is that some years stay dry.", "seed banks"),
        ("I would like to propose the seed bank for every village.", "seed bank"),
        ("I'm Thandi from the valley and will talk about seed banks.", "seed banks"),
        ("Presenting again seed banks.", "seed banks"),
        ("This is the seed bank update for this year.", "seed bank"),
        ("So I have presented this seed bank proposal before.", "seed bank"),
        ("The seed bank project began in a dry year.", "seed bank project"),
        ("This is meant as a short update on what we found in relation to seed banks.", "seed banks"),
    ],
)
def test_a_turn_of_some_length_is_named_by_how_it_opens(nlp, said, name):
    assert names_of(nlp, ("Zoe", "Please."), ("Thandi", f"{said} {TALK}")) == [name]


@pytest.mark.parametrize(
    "said",
    [
        "So this is a new proposal.",
        "The next project is the seed bank.",
        "The valley's proposal is to keep seed.",
        "The new pilot is small, like a seed bank.",
        "Grain prices.",
        "Thanks, Pieter.",
        "[Laughter.]",
        "Could you give an update on seed banks?",
        "I will give an update on seed banks next week.",
        "If I have an overview of seed banks, I am glad.",
        "Beans, for example.",
        "The motivation for this is that some years stay dry.",
        "This is great, and I like it.",
        "I would like to propose that we begin.",
    ],
)
def test_what_names_nothing_or_is_not_spoken_of_is_left(nlp, said):
    assert names_of(nlp, ("Zoe", "Please."), ("Thandi", f"{said} {TALK}")) == []


def test_a_short_turn_and_the_middle_of_a_talk_open_nothing(nlp):
    assert names_of(nlp, ("Zoe", "Please."), ("Thandi", "This is an update on seed banks. A seed bank lends beans."), ("Zoe", "Thanks.")) == []
    assert names_of(nlp, ("Zoe", "Please."), ("Thandi", f"{TALK} This is an update on seed banks. {TALK}")) == []


def test_a_topic_begins_with_the_turn(nlp):
    units = read_units(session([("Zoe", "Please."), ("Thandi", f"Good morning. This is a short update on seed banks. {TALK}")]), nlp)
    assert [units[place].text for place in moved_on(units, presented(units, NAMES), NAMES)] == ["Good morning."]


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("Let's take a look at what we found.", "what we found"),
        ("Here are some of our next steps.", "next steps"),
        ("Let's talk a little bit about what our key takeaways are.", "key takeaways"),
        ("Key takeaways: beans come first.", "Key takeaways"),
    ],
)
def test_whoever_talks_alone_tells_the_parts(nlp, said, part):
    units = read_units(session([("Thandi", f"{TALK} {said} {TALK}")]), nlp)
    found = presented(units, NAMES)
    assert speaks_alone(units) and [one.name for one in found] == [part]
    assert [units[place].text for place in moved_on(units, found, NAMES)] == [said]


@pytest.mark.parametrize("said", ["Today we will look at what we found.", "Let's look at our findings next week.", "The results were late.", "We will have more to come on findings."])
def test_a_plan_or_a_mention_is_no_part(nlp, said):
    assert names_of(nlp, ("Thandi", f"{TALK} {said} {TALK}")) == []


def test_parts_are_of_a_talk_alone(nlp):
    assert names_of(nlp, ("Zoe", TALK), ("Thandi", f"{TALK} Here are some of our next steps. {TALK}")) == []


def test_what_is_written_beside_one_voice_leaves_it_a_talk(nlp):
    units = read_units(session([("Thandi", TALK)], [("Pieter", "Where is the seed bank?")]), nlp)
    assert speaks_alone(units) and not speaks_alone(read_units(session([("Thandi", TALK), ("Pieter", TALK)]), nlp))
