"""What is announced names the session and its topics, where they speak of it; fictional."""

import pytest

from copaper.analysis.announcing import _CALLS, _SUBJECT, _TALK, FORETOLD, LEFT_OPEN, Announcement, announcements, ended_by, named_by, subject
from copaper.analysis.askers import _ASKS_ON, _FRONT
from copaper.analysis.boundaries import Stretch
from copaper.analysis.closing_off import _CLOSES
from copaper.analysis.moving_on import _GOES_ON, _NEXT
from copaper.analysis.pipeline import analyse
from copaper.analysis.returning import _BACK
from copaper.analysis.units import read_units
from tests.analysis.test_segments import FUNDING, MENTORING
from tests.factories import session

COLD = ["A cold truck costs more than the carrots that it carries.", "Three farmers who share a cold truck reach the supermarket on time."]
NOBODY = frozenset()


def units_of(nlp, *said):
    return read_units(session([("Thandi", text) for text in said]), nlp)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("We're going to move on now to some questions on winter feed from Sipho.", "winter feed"),
        ("Item three, then, is our evidence session with the growers' union on water rights in the valley.", "water rights in the valley"),
        ("Okay, next up is the repair of borehole pumps.", "repair of borehole pumps"),
        ("We've got some specific questions now about the impact of load shedding on cold rooms.", "impact of load shedding on cold rooms"),
        ("So, moving on to grain prices.", "grain prices"),
        ("Now I'd like to talk about soil testing, which we began in May.", "soil testing"),
        ("The last topic for today is the pricing of compost.", "pricing of compost"),
        ("I'm here to talk about seed banks.", "seed banks"),
        ("We are here again to talk about seed banks.", "seed banks"),
        ("Thandi, you wanted to talk about harvest loan limits?", "harvest loan limits"),
        ("So, last up, Pieter, you've put together a survey of wells, for the councils.", "survey of wells"),
        ("Next up, Pieter, you had a note on the harvest loans.", "harvest loans"),
        ("We're going to move on now to the balance between old and new water rights in the upper valley.", "balance between old and new water rights in the upper valley"),
        ("Do you want to bring up harvest loan limits?", "harvest loan limits"),
        ("I am here to talk about Seed.sort.", "Seed.sort"),
        ("Let's talk about our most recent round of field trials with growers with small plots.", "field trials with growers with small plots"),
        ("Let's talk about field trials with the minister.", "field trials"),
        ("The next questions, then, are on compost prices, and I've got Sipho first.", "compost prices"),
        ("The next questions are from Sipho on harvest loans.", "harvest loans"),
        ("Thandi has got a question on irrigation.", "irrigation"),
        ("And if we can just move on now to borehole repair, what did you find?", "borehole repair"),
        ("We'll turn now to explore some of the issues around seed quality.", "seed quality"),
        ("Okay, the last thing is the harvest calendar.", "harvest calendar"),
        ("First up, the new grain store.", "new grain store"),
        ("If you are ready to present on harvest loan limits, please do.", "harvest loan limits"),
        ("Next up, 4471, the weight of the loads.", "weight of the loads"),
        ("Can we start with soil testing and soil testing for small plots?", "soil testing"),
        ("Our next frequently asked question is \"How do I keep my seed dry?\"", "How do I keep my seed dry?"),
        ("Next up: When will the grain store be rebuilt?", "When will the grain store be rebuilt?"),
        ("First, do we test pumps with real farmers?", "Do we test pumps with real farmers?"),
    ],
)
def test_the_noun_phrase_of_an_announcement_is_its_name(nlp, said, name):
    assert [found.name for found in announcements(units_of(nlp, said), NOBODY)] == [name]


@pytest.mark.parametrize(
    "said",
    [
        "Before we move on to soil testing, does anybody have a question?",
        "The farms will move to soil testing when the rain comes.",
        "We're talking about soil testing, not about seed.",
        "Let's move on to the next item.",
        "Next we have Sipho.",
        "Next is WH.",
        "Let's move on to this.",
        "Now I'd like to talk about two cases.",
        "I asked whether you wanted to talk about soil testing.",
        "We are here to talk about this.",
        "Item two is the second reading of the Seeds (Import of Grain) Bill.",
        "I have a question on seed.",
        "My last question is about irrigation.",
        "We're going to be asking some questions on irrigation shortly.",
        "Further questions on irrigation can be put to the farmers.",
        "I'm fine if we move to soil testing.",
        "The next one is connected to a change in the price.",
        "Next up, can you hear me?",
        "First, is it fair to say that?",
        "Our next question is: what do you say to this?",
        "First, what does it cost the farms?",
    ],
)
def test_what_turns_to_nothing_or_has_no_name_announces_nothing(nlp, said):
    assert not any(found.name for found in announcements(units_of(nlp, said), frozenset({"sipho"})))


def test_a_stretch_is_called_what_was_announced_if_it_speaks_of_that(nlp):
    said = ["Let's move on to cold trucks.", *COLD, "Let's move on to school uniforms.", *MENTORING]
    units = units_of(nlp, *said)
    found = named_by(announcements(units, NOBODY), [Stretch(0, 2), Stretch(3, len(units) - 1)], units)
    assert found == {0: "Cold trucks"}, "nobody speaks of uniforms"


def test_an_announcement_rules_until_the_next(nlp):
    units = units_of(nlp, "Let's move on to the relief fund.", FUNDING[0], "Let's move on to cold trucks.", *COLD, *COLD)
    found = named_by(announcements(units, NOBODY), [Stretch(0, len(units) - 1)], units)
    assert found == {0: "Cold trucks"}, "the fund has one sentence of the stretch"


def test_a_part_of_what_is_told_of_an_item_does_not_end_it(nlp):
    talk = "Soil is tested in May, and the farmers pay a third of it."
    for by, name in (("Sipho", "Soil testing in May"), ("Host", "Cold trucks")):
        units = read_units(session([("Host", "The next item is soil testing in May."), *(("Sipho", talk),) * 3, (by, "Turning to cold trucks."), *(("Sipho", f"{COLD[0]} {COLD[1]} In May the soil is tested again."),) * 3]), nlp)
        assert named_by(announcements(units, NOBODY), [Stretch(0, len(units) - 1)], units) == {0: name}


def test_a_part_of_an_own_talk_that_has_its_name_within_does_not_end_it(nlp):
    talk = ["I'd like to talk about the Seeds today.", *(["The seeds lie in clay jars, and seeds dry in the sun."] * 4), "Let's talk about seeds and cold trucks.", *(["Cold trucks cost more than seeds."] * 6)]
    units = read_units(session([("Host", "Please."), *(("Sipho", sentence) for sentence in talk)]), nlp)
    assert named_by(announcements(units, NOBODY), [Stretch(0, len(units) - 1)], units) == {0: "Seeds"}


def test_what_was_listed_as_the_agenda_is_ended_by_others_of_it_or_by_who_runs_the_meeting(nlp):
    units = units_of(nlp, "Now to the soil.", *COLD, "Next up is the cold truck.", *COLD, "Now to the fund.", *COLD, *COLD)
    places = [place for place, unit in enumerate(units) if unit.text.startswith(("Now", "Next"))]
    soil, truck, fund = (Announcement(place, how, "", ()) for place, how in zip(places, (FORETOLD, "line", FORETOLD), strict=True))
    assert ended_by(soil, [soil, truck, fund], units) is fund, "a part of the own talk"
    assert ended_by(truck, [soil, truck, fund], units) is fund and ended_by(fund, [soil, truck, fund], units) is None
    units = read_units(session([("Host", "Now to the soil."), *(("Sipho", COLD[0]),) * 4, ("Host", "Next up is the cold truck."), *(("Sipho", COLD[0]),) * 4]), nlp)
    places = [place for place, unit in enumerate(units) if unit.text.startswith(("Now", "Next"))]
    soil, truck = (Announcement(place, how, "", ()) for place, how in zip(places, (FORETOLD, "line"), strict=True))
    assert ended_by(soil, [soil, truck], units) is truck, "the host goes on"


def test_two_announcements_name_a_stretch_together_where_neither_rules_half(nlp):
    fund = ("The relief fund pays for a fence if two neighbours ask for it.", "Who asks the relief fund for a pump waits for eleven weeks or more.")
    units = units_of(nlp, "Let's move on to cold trucks.", *COLD, "Let's move on to the relief fund.", *fund)
    [both] = named_by(announcements(units, NOBODY), [Stretch(0, len(units) - 1)], units).values()
    assert both == "Cold trucks and relief fund"


def test_what_somebody_hands_over_to_need_hardly_be_spoken_of(nlp):
    for call, name in (("The next questions are on transport networks.", {0: "Transport networks"}), ("Let's talk about transport networks.", {}), ("Next questions on TransNet.", {})):
        units = read_units(session([("Thandi", call), *(("Sipho", text) for text in COLD)]), nlp)
        assert named_by(announcements(units, NOBODY), [Stretch(0, len(units) - 1)], units) == name
    own = units_of(nlp, "Moving on to transport networks.", *COLD)
    assert named_by(announcements(own, NOBODY), [Stretch(0, len(own) - 1)], own) == {}, "who goes on talking hands over to nobody"


def test_a_question_names_what_its_asker_goes_on_to_answer(nlp):
    for asks, answers, name in (("Thandi", "Thandi", {0: "What does a cold truck cost the farmers?"}), ("Thandi", "Sipho", {})):
        units = read_units(session([(asks, "First, what does a cold truck cost the farmers?"), *((answers, text) for text in COLD * 2)]), nlp)
        assert named_by(announcements(units, NOBODY), [Stretch(0, len(units) - 1)], units) == name


def test_an_announcement_rules_until_the_floor_is_given_to_somebody_else(nlp):
    units = units_of(nlp, "Let's move on to cold trucks.", COLD[0], COLD[1], "The next questions are from Sipho.", *MENTORING)
    assert named_by(announcements(units, frozenset({"sipho"})), [Stretch(0, len(units) - 1)], units) == {}


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Item two is our evidence session for our inquiry into grants to improve the tax clearance.", "grants to improve the tax clearance"),
        ("Good morning, everyone, today we are going to be discussing the relief fund in the valley.", "relief fund in the valley"),
        ("Welcome to our webinar on tax clearance, dear colleagues.", "tax clearance"),
        ("We'll move on, then, to item 2, which is our evidence session on the relief fund.", "relief fund"),
        ("We have some news, and we'll spend the rest of the time with something that we call Tax Clearance.", "Tax Clearance"),
        ("We'll move on to item 2, which is our evidence session on the relief fund as it relates to small shops in the valley.", "relief fund as it relates to small shops in the valley"),
        ("Good morning, everyone, and welcome to this webinar.", ""),
        ("Today we are going to be discussing ostrich feathers.", ""),
        ("Today I'm going to talk about the relief fund.", ""),
    ],
)
def test_a_session_is_on_what_is_said_at_its_beginning(nlp, said, name):
    found = subject(units_of(nlp, said, *FUNDING * 4), NOBODY)
    assert (found.quote if found else "") == name


def test_a_law_that_is_called_up_is_what_a_session_is_on(nlp):
    units = units_of(nlp, "Item two this morning is the Seeds (Import of Grain) (Limpopo) Bill: Stage 2 proceedings.", *COLD * 4)
    assert subject(units, NOBODY).quote == "Seeds (Import of Grain) (Limpopo) Bill: Stage 2 proceedings"
    assert subject(units_of(nlp, "Item two is a report on the Seeds (Import of Grain) office.", *COLD * 4), NOBODY) is None


def test_a_subject_is_quoted_where_it_stands_and_names_no_part(nlp):
    talk = session([("Thandi", text) for text in ("Good morning.", "Welcome to our webinar on the relief fund.", *FUNDING * 4)])
    found = analyse(talk)
    turn = talk.turns[found.subject.index]
    assert turn.text[found.subject.start : found.subject.end] == found.subject.quote == "relief fund"
    units = read_units(talk, nlp)
    assert named_by(announcements(units, NOBODY), [Stretch(0, len(units) - 1)], units, found.subject) == {}


def test_what_is_said_in_the_middle_is_no_subject(nlp):
    assert subject(units_of(nlp, *FUNDING * 3, "Today we are going to be discussing the relief fund.", *FUNDING * 3), NOBODY) is None


@pytest.mark.parametrize("said", ["now, ", "let's now then, ", "so, and then ", "next up, ", "session with the ", "I want to ask you, ", "any other questions, "])
def test_repetitions_come_to_an_end(said):
    for pattern in (_CALLS, _SUBJECT, _TALK, LEFT_OPEN, _BACK, _ASKS_ON, _FRONT, _CLOSES, _GOES_ON, _NEXT):
        pattern.search(f"Let's {said * 400}")
        pattern.search(said * 400)
