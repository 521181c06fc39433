"""Where a meeting is moved on in so many words, a topic is likelier to begin; fictional."""

import pytest

from copaper.analysis.announcing import announcements
from copaper.analysis.moving_on import ITEM, NEVER, ON, moved_on
from copaper.analysis.segments import segment
from copaper.analysis.units import read_units
from tests.analysis.test_segments import FUNDING, MENTORING
from tests.factories import session

NAMES = frozenset(("thandi", "pieter", "zoe"))


def places(nlp, *said):
    units = read_units(session(list(said)), nlp)
    return [units[place].text for place in moved_on(units, announcements(units, NAMES), NAMES)]


@pytest.mark.parametrize(
    "said",
    [
        "We've got some questions now on winter feed from Pieter.",
        "The next questions are from Pieter.",
        "We're going to move on now to talk about grain prices.",
        "Okay, next up is the repair of borehole pumps.",
        "All right, next up.",
        "Okay, next one.",
        "So, last up, the repair of the scales.",
        "So the next item on our agenda is compost.",
        "Next item: compost.",
        "Let's go ahead and move on to the next agenda item.",
        "I think we'll move on to the next section.",
        "Moving on to compost, the last trial had two plots in the valley and one on the hill, and there are some figures of which I am "
        "not sure whether all of you have seen them, or whether they were only in the letter that went out with the minutes of June, so "
        "perhaps you could say a word on these as well before all else.",
    ],
)  # fmt: skip
def test_who_hands_over_moves_the_meeting_on(nlp, said):
    assert places(nlp, ("Zoe", "Thank you."), ("Thandi", said), ("Pieter", "Thanks, I have two points on this.")) == [said]


@pytest.mark.parametrize(
    "said",
    [
        "Next up we have Pieter.",
        "Next up in the queue is somebody from the mill.",
        "The next question goes to Pieter.",
        "The next item and the one before it cost the same.",
        "Next up later today is the repair of borehole pumps.",
        "We bought the next pump from the mill.",
        "Is there anything more before we move on to the next item?",
    ],
)
def test_who_gives_the_floor_or_tells_a_story_does_not(nlp, said):
    assert places(nlp, ("Zoe", "Thank you."), ("Thandi", said), ("Pieter", "Thanks, I have two points on this.")) == []


def test_a_part_of_an_own_talk_is_none(nlp):
    talk = " ".join(["The farmers share a cold truck on market days and pay for it by the crate."] * 8)
    assert places(nlp, ("Zoe", "Please."), ("Thandi", f"{talk} Moving on to grain prices. {talk}"), ("Zoe", "Thanks.")) == []


def test_a_talk_begins_with_the_turn_that_says_what_it_is_on(nlp):
    talk = " ".join(["The farmers share a cold truck on market days and pay for it by the crate."] * 8)
    assert places(nlp, ("Zoe", "Please."), ("Thandi", f"Good morning. I am here to talk about cold trucks. {talk}")) == ["Good morning."]


def test_a_topic_begins_where_the_meeting_is_moved_on(nlp):
    talk = [("Thandi", s) for s in FUNDING * 6] + [("Pieter", s) for s in MENTORING[:2]] + [("Zoe", s) for s in MENTORING * 6]
    units = read_units(session(talk), nlp)
    place = len(FUNDING) * 6 + 2
    assert place not in [stretch.first for stretch in segment(units)]
    assert place in [stretch.first for stretch in segment(units, moved_on={place: ON})]


@pytest.mark.parametrize("said", ["So, just based on this conversation, does anyone feel strongly about the scales?", "Is anybody opposed to the second plot?", "Given what we heard, the plot stays."])
def test_no_topic_begins_where_the_same_is_brought_to_its_point(nlp, said):
    units = read_units(session([*(("Thandi", text) for text in FUNDING * 3), ("Zoe", said), *(("Pieter", text) for text in MENTORING * 3)]), nlp)
    place = next(place for place, unit in enumerate(units) if unit.text == said)
    stays = moved_on(units, [], NAMES)
    assert stays == {place: NEVER}
    assert place not in [stretch.first for stretch in segment(units, moved_on=stays)]


def test_an_item_that_is_called_up_begins_a_topic_if_it_is_spoken_of_for_long(nlp):
    for times, worth in ((40, ITEM), (2, ON)):
        said = [("Pieter", "Thank you."), ("Thandi", "Item two is the repair of borehole pumps."), *[("Zoe", "A pump that stands still costs the farm a day, and the mechanic is two hours off.")] * times, ("Thandi", "The next item is compost."), ("Zoe", "Yes.")]
        units = read_units(session(said), nlp)
        assert moved_on(units, announcements(units, NAMES), NAMES)[1] == worth


def test_a_question_of_a_list_is_an_item_where_one_voice_answers_at_length(nlp):
    asked, answer = "Our next question is \"How do we keep the seed dry?\"", "Seed stays dry in a clay jar with a lid of wax, and a cold room keeps it for a year. " * 16
    for said, likelier in (([asked, answer], ITEM), ([asked, answer[:200]], ON)):
        units = read_units(session([("Thandi", "Welcome to the seed bank."), *(("Thandi", text) for text in said)]), nlp)
        found = moved_on(units, announcements(units, NAMES), NAMES)
        assert [(units[place].text, worth) for place, worth in found.items()] == [(asked, likelier)]
