"""Stretches between which the talk comes back are one topic; fictional."""

import pytest

from copaper.analysis.announcing import announcements
from copaper.analysis.boundaries import Stretch
from copaper.analysis.labels import Labeller
from copaper.analysis.pipeline import analyse
from copaper.analysis.returning import Part, come_back, led_back, returns
from copaper.analysis.units import read_units
from tests.analysis.test_segments import FUNDING, MARKETS, MENTORING
from tests.factories import session

NOBODY = frozenset()
TARIFF = [
    "The water tariff went up twice since the borehole was drilled.", "A household that pays the water tariff late loses its tap for a week.",
    "The council sets the water tariff in June without asking the street committees.", "Nobody on the hill can read the bill that the water tariff is printed on.",
    "Pensioners were promised half of the water tariff in the last budget.", "The water tariff pays for diesel, and the diesel runs the pump.",
]  # fmt: skip
SCHOOL = [
    "The crèche needs a fence before the inspector signs the licence.", "Two teachers share the crèche with forty toddlers and one cook.",
    "Parents paint the crèche in the holidays with paint from the hardware shop.", "The licence of the crèche runs out before the winter term.",
    "An inspector counts the toilets and the fire buckets of every crèche.", "The cook of the crèche grows spinach behind the kitchen wall.",
]  # fmt: skip


def units_of(nlp, *said):
    return read_units(session([("Thandi" if place % 2 else "Pieter", text) for place, text in enumerate(said)]), nlp)


def of(nlp, said, stretches, known=None, agenda=()):
    units = units_of(nlp, *said)
    assert len(units) == len(said)
    found = returns(units, NOBODY, len(agenda))
    return [part.of for part in led_back(stretches, units, found, announcements(units, NOBODY), known or {}, agenda)]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Let's go back to the water tariff for a bit.", ("water", "tariff")),
        ("Okay, back to the water tariff.", ("water", "tariff")),
        ("I'd like to come back to the question of the water tariff, because it worries us.", ("water", "tariff")),
        ("If I can just return to water tariffs.", ("water", "tariff")),
        ("So next is the continuation of the water tariff debate.", ("water", "tariff")),
    ],
)
def test_somebody_says_that_the_talk_comes_back(nlp, said, words):
    [found] = returns(units_of(nlp, said), NOBODY)
    assert found.words == words


@pytest.mark.parametrize(
    "said",
    [
        "We'll come back to the water tariff later.", "People want to go back to work.", "Let's go back to Sipho.",
        "The committee went back to the water tariff in June.", "Can we get back to the slides?",
    ],
)  # fmt: skip
def test_other_ways_back_are_none(nlp, said):
    assert returns(units_of(nlp, said), frozenset(("sipho",))) == []


def test_what_is_come_back_to_is_one_topic(nlp):
    talk = [*TARIFF * 2, *SCHOOL * 4, "Let's go back to the water tariff.", *TARIFF * 3]
    stretches = [Stretch(0, 11), Stretch(12, 23), Stretch(24, 35), Stretch(36, len(talk) - 1)]
    assert of(nlp, talk, stretches) == [0, 1, 2, 0]


def test_a_stretch_is_divided_where_somebody_leads_back(nlp):
    talk = [*TARIFF * 2, *SCHOOL * 4, "Let's go back to the water tariff.", *TARIFF * 3]
    assert of(nlp, talk, [Stretch(0, 11), Stretch(12, len(talk) - 1)]) == [0, 1, 0]


def test_what_follows_has_to_speak_of_it_and_what_lies_between_of_something_else(nlp):
    stretches = [Stretch(0, 11), Stretch(12, 23), Stretch(24, 35), Stretch(36, 54)]
    assert of(nlp, [*TARIFF * 2, *SCHOOL * 4, "Let's go back to the water tariff.", *MENTORING * 4, *MARKETS[:2]], stretches) == [0, 1, 2, 3]
    assert of(nlp, [*TARIFF * 2, *(one for pair in zip(TARIFF * 4, SCHOOL * 4, strict=True) for one in pair)][:36] + ["Let's go back to the water tariff.", *TARIFF * 3], stretches) == [0, 1, 2, 3]


def test_a_line_of_the_agenda_is_called_up_again(nlp):
    agenda = ("Money for small firms", "Care of small children")
    talk = [*FUNDING * 3, *SCHOOL * 4, "Let's go back to item one.", *TARIFF * 3]
    assert of(nlp, talk, [Stretch(0, 11), Stretch(12, 35), Stretch(36, len(talk) - 1)], {0: agenda[0], 1: agenda[1]}, agenda) == [0, 1, 0]


def test_stretches_that_share_what_stands_nowhere_else_are_one_topic(nlp):
    pumps = ["The water tariff pays for the borehole pump.", "A borehole pump needs diesel, and the water tariff buys it.", "The council reads the water tariff aloud beside the borehole pump."]
    talk = [*pumps * 4, *SCHOOL * 4, *MARKETS * 6, *pumps * 4]
    units = units_of(nlp, *talk)
    parts = [Part(Stretch(0, 11), 0), Part(Stretch(12, 35), 1), Part(Stretch(36, 59), 2), Part(Stretch(60, 71), 3)]
    labeller = Labeller(units, NOBODY)
    assert [part.of for part in come_back(parts, units, labeller, ())] == [0, 1, 2, 0]
    assert [part.of for part in come_back(parts, units, labeller, (0, 3))] == [0, 1, 2, 3], "two lines of an agenda"
    most = units_of(nlp, *pumps * 8, *SCHOOL * 2, *MARKETS * 3, *pumps * 8)
    parts_of_most = [Part(Stretch(0, 23), 0), Part(Stretch(24, 35), 1), Part(Stretch(36, 47), 2), Part(Stretch(48, 71), 3)]
    assert [part.of for part in come_back(parts_of_most, most, Labeller(most, NOBODY), ())] == [0, 1, 2, 3], "more than half of the talk"
    other = [*talk[:60], *MENTORING * 3]
    others = units_of(nlp, *other)
    assert [part.of for part in come_back(parts, others, Labeller(others, NOBODY), ())] == [0, 1, 2, 3]


def test_a_topic_that_is_come_back_to_has_both_its_stretches():
    talk = session([("Thandi", s) for s in (*TARIFF * 3, *SCHOOL * 5, "Let's go back to the water tariff.", *TARIFF * 3)])
    found = analyse(talk)
    [theme] = [theme for theme in found.themes if len(theme.spans) > 1]
    assert "tariff" in theme.label.casefold()
    assert theme.spans == tuple(sorted(theme.spans, key=lambda span: span.from_time))
    own = [segment for segment in found.segments if segment.theme == theme.id]
    assert tuple(segment.span for segment in own) == theme.spans and len({segment.id for segment in found.segments}) == len(found.segments)
    assert [segment.span.from_time for segment in found.segments] == sorted(segment.span.from_time for segment in found.segments)
