"""Where it is voted on one item after the other, and what came of the one that was debated; fictional."""

import pytest

from copaper.analysis.announcing import announcements
from copaper.analysis.boundaries import Stretch
from copaper.analysis.disputes import denials, denied
from copaper.analysis.endings import endings
from copaper.analysis.outcomes import outcomes
from copaper.analysis.units import read_units
from copaper.analysis.votes import came_out, is_voting, with_their_votes
from tests.analysis.test_endings import whole
from tests.factories import session

DEBATE = [("Sipho", "Motion 3 would close the market on Mondays so that the roof can be mended."), ("Lindiwe", "A closed Monday costs the stalls a tenth of their week.")] * 8
VOTES = [
    ("Host", "The question is that motion 3 be agreed."), ("Host", "All those in favour, please show."), ("Host", "Those against?"), ("Host", "So, motion 3 is not agreed."), ("Host", "Sipho, do you wish to move to a vote on motion 4?"),
    ("Sipho", "Yes, please."), ("Host", "The question is that motion 4 be agreed."), ("Host", "Does any member object?"), ("Host", "Motion 4 is therefore agreed."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "agreed"),
    [
        ("So, five voted for it and two against, and motion 3 is agreed.", True), ("Motions 3 and 4 are therefore carried.", True), ("Amendment 2b is not agreed.", False), ("Clause 7 was rejected.", False),
        ("The motion is agreed.", None), ("If motion 3 is agreed.", None), ("Is motion 3 agreed?", None), ("Motion 3 is agreed to be long.", None),
    ],
)  # fmt: skip
def test_how_an_item_came_out_is_told_by_its_number(said, agreed):
    assert came_out(said) is agreed


@pytest.mark.parametrize("said", [text for _, text in VOTES if text != "Yes, please."] + ["If motion 3 is not agreed, motion 4 will fall.", "There voted five in favour, two against."])
def test_what_is_put_to_the_vote_is_known(said):
    assert is_voting(said)


@pytest.mark.parametrize("said", ["We will put the motion to the members in May.", "The growers voted with their feet.", "Those in the valley pay more for water.", "Clause 7 is the one that protects the tenants."])
def test_what_tells_of_votes_is_no_vote(said):
    assert not is_voting(said)


def test_no_topic_begins_within_votes(nlp):
    units = read_units(session([*DEBATE, *VOTES, *DEBATE]), nlp)
    first = next(place for place, unit in enumerate(units) if unit.text.startswith("All those"))
    end = next(place for place, unit in enumerate(units) if unit.text.startswith("Motion 4 is")) + 1
    assert with_their_votes([Stretch(0, first - 1), Stretch(first, len(units) - 1)], units) == [Stretch(0, end - 1), Stretch(end, len(units) - 1)]
    few = read_units(session([*DEBATE, *VOTES[:2], *DEBATE]), nlp)
    kept = [Stretch(0, 16), Stretch(17, len(few) - 1)]
    assert with_their_votes(kept, few) == kept, "two sentences are no run of votes"


def test_a_topic_ends_with_the_item_that_was_debated(nlp):
    talk = session([*DEBATE, *VOTES])
    units = read_units(talk, nlp)
    [(_, found)] = endings(talk, units, whole(talk, (0.0, 1.0)), outcomes(units)).items()
    assert [(ending.state.value, ending.said.quote) for ending in found] == [("not agreed", "So, motion 3 is not agreed.")]


@pytest.mark.parametrize(
    ("proposal", "found"),
    [
        ("Motion 3 would close the market on Mondays.", True), ("Motion 33 would close the market on Mondays.", False),
        ("I urge you not to support motion 3.", False), ("I ask you to reject motion 3.", False),
    ],
)  # fmt: skip
def test_an_item_is_denied_by_its_number_and_only_to_who_was_for_it(nlp, proposal, found):
    far = [("Lindiwe", "A closed Monday costs the stalls a tenth of their week.")] * 200
    units = read_units(session([("Sipho", proposal), *far, ("Host", "Motion 3 is not agreed.")]), nlp)
    assert units[-1].time - units[0].time > 900
    assert bool(denied(units[:1], denials(units))) is found


def test_who_goes_on_to_speak_against_it_asked_for_its_end(nlp):
    units = read_units(session([("Sipho", "Motion 3 would close the market on Mondays. So it is unnecessary."), ("Host", "Motion 3 is not agreed.")]), nlp)
    assert denied(units[:1], denials(units)) is not None
    assert denied(units[:1], denials(units), units[1:2]) is None


def test_an_item_by_its_number_is_called_up_with_what_it_is_on(nlp):
    for said, name in (
        ("We'll move on now to group 2, which relates to the duty to report on the price of water.", "duty to report on the price of water"),
        ("That takes us on to item four, which deals with fees for stalls.", "fees for stalls"),
        ("This takes us to the third and final part, which is about night markets.", "night markets"),
    ):  # fmt: skip
        assert [one.name for one in announcements(read_units(session([("Host", said)]), nlp), frozenset())] == [name]
