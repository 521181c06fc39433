import numpy as np
import pytest

from copaper.analysis import segments
from copaper.analysis.boundaries import is_handover
from copaper.analysis.segments import divide, divide_freely, expected_count, segment, vectors
from copaper.analysis.units import read_units
from tests.factories import session

FUNDING = [
    "The relief fund asks for audited statements and a tax clearance certificate.",
    "Most spaza owners have no statements, so the fund turns their application down.",
    "We prepare the bank statements and the tax clearance before the fund opens.",
    "An application to the fund without a tax number is never looked at.",
]
MENTORING = [
    "A mentor phones the owner every week and asks about the plan.",
    "Mentors who visit the workshop see what no mentoring report says.",
    "We match each mentor with owners in the same trade and language.",
    "After a year the mentor and the owner review the plan together.",
]
MARKETS = [
    "The mine buys vegetables from three farmers in the valley.",
    "A supermarket wants the same carrots in the same bag each morning.",
    "Farmers who share a cold truck reach the supermarket on time.",
    "The mine pays after ninety days, and a farmer cannot wait that long.",
]


def test_talk_is_cut_where_its_topic_turns(nlp):
    told = session([("Thandi", s) for s in FUNDING * 6] + [("Pieter", s) for s in MENTORING * 6] + [("Zoe", s) for s in MARKETS * 6])
    units = read_units(told, nlp)
    stretches = segment(units, count=3)
    topics = [next(t for t in (FUNDING, MENTORING, MARKETS) if unit.text in t) for unit in units]
    for stretch, topic in zip(stretches, (FUNDING, MENTORING, MARKETS), strict=True):
        inside = topics[stretch.first : stretch.last + 1]
        assert inside.count(topic) >= 0.8 * len(inside)
    assert stretches[-1].last == len(units) - 1


def test_the_number_of_topics_follows_the_talk():
    rng = np.random.default_rng(0)

    def talk(topics):
        return np.repeat(np.eye(8)[:topics], 120 // topics, axis=0) + rng.normal(scale=0.05, size=(120, 8))

    assert [len(divide_freely(talk(topics), np.zeros(120), expected=5)) - 1 for topics in (3, 4, 5, 6, 8)] == [3, 4, 5, 6, 8]


def test_talk_without_clear_edges_has_as_many_topics_as_expected():
    drift = np.cumsum(np.random.default_rng(0).normal(size=(120, 8)), axis=0)
    counts = [len(divide_freely(drift, np.zeros(120), expected)) - 1 for expected in (3, 6, 9)]
    assert counts[0] < counts[1] < counts[2]


def test_an_agenda_says_how_many_topics_to_expect(nlp, monkeypatch):
    units = read_units(session([("Thandi", s) for s in (FUNDING + MENTORING + MARKETS) * 10]), nlp)
    asked: list[float] = []
    monkeypatch.setattr(segments, "divide_freely", lambda matrix, bonus, expected, at_length: asked.append(expected) or [0, len(matrix)])
    for planned in (0, 3, 7, 100):
        segment(units, planned=planned)
    assert asked[1:] == [3, 7, 2 * asked[0]]


def test_a_meeting_that_is_moved_on_often_has_more_topics_but_for_the_agenda(nlp, monkeypatch):
    units = read_units(session([("Thandi", s) for s in (FUNDING + MENTORING + MARKETS) * 10]), nlp)
    asked: list[float] = []
    monkeypatch.setattr(segments, "divide_freely", lambda matrix, bonus, expected, at_length: asked.append(expected) or [0, len(matrix)])
    segment(units, moved_on=dict.fromkeys((10, 20), 1.0))
    segment(units, moved_on=dict.fromkeys(range(10, 100, 10), 1.0))
    segment(units, moved_on=dict.fromkeys(range(10, 100, 10), 1.0), planned=3)
    usual = expected_count(sum(unit.words for unit in units))
    segment(units, moved_on=dict.fromkeys((10, 20), 1.0), listed=2)
    assert asked == [usual, segments.MORE * usual, 3, usual + 2]


def test_without_topics_the_number_is_about_the_expected_one():
    flat = np.ones((60, 3))
    assert 2 <= len(divide_freely(flat, np.zeros(60), expected=5)) - 1 <= 5


@pytest.mark.filterwarnings("error")
def test_talk_that_says_one_thing_all_along_is_no_cause_of_warnings():
    assert np.isfinite(vectors([["till", "count", "cash"]] * 12)).all()


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8])
def test_a_division_covers_everything_once(count):
    rng = np.random.default_rng(0)
    edges = divide(rng.normal(size=(40, 6)), np.zeros(40), count)
    assert edges[0] == 0 and edges[-1] == 40
    assert edges == sorted(set(edges)) and len(edges) == count + 1


def test_a_handover_draws_the_edge_to_it():
    matrix = np.ones((20, 3))
    bonus = np.zeros(20)
    bonus[7] = 1.0
    assert divide(matrix, bonus, 2) == [0, 7, 20]


@pytest.mark.parametrize(
    "text, moves_on",
    [
        ("Right, let us move on to the second topic.", True),
        ("Next on the agenda is access to markets.", True),
        ("Over to you, we have ten minutes for this.", True),
        ("The owner moved to Polokwane last year.", False),
        ("Any other questions before we close?", True),
    ],
)
def test_handovers(text, moves_on):
    assert is_handover(text) is moves_on


def test_longer_meetings_have_more_topics():
    counts = [expected_count(words) for words in (500, 5_000, 15_000, 40_000, 400_000)]
    assert counts == sorted(counts) and counts[0] >= 2 and counts[-1] <= 12
