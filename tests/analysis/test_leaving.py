"""Where a topic really ends: what closes it belongs to it; fictional."""

import pytest

from copaper.analysis.boundaries import Stretch
from copaper.analysis.leaving import behind_the_close
from copaper.analysis.units import read_units
from tests.factories import session

DEBATE = [("Sipho", "The stalls by the river stand empty since the flood of May."), ("Lindiwe", "The roof of the market hall lets the rain in at both ends.")] * 4
OPENING = "The seed bank keeps beans, maize and sorghum from forty farms in clay jars. " * 9


def begins(nlp, between: list[tuple[str, str]], opening: tuple[str, str] = ("Naledi", OPENING), called: str = "") -> str:
    """Return the sentence with which the second stretch begins, if words alone let it begin with the first of ``between``."""
    units = read_units(session([*DEBATE, *between, opening]), nlp)
    first = next(place for place, unit in enumerate(units) if unit.text == between[0][1])
    places = {place for place, unit in enumerate(units) if unit.text == called}
    kept, moved = behind_the_close([Stretch(0, first - 1), Stretch(first, len(units) - 1)], units, places)
    assert (kept.first, kept.last + 1, moved.last) == (0, moved.first, len(units) - 1)
    return units[moved.first].text


OPENED = OPENING.split(". ")[0] + "."


@pytest.mark.parametrize(
    "between",
    [
        [("Sipho", "Thank you all.")], [("Sipho", "Okay."), ("Sipho", "I will write it down and come back next time.")], [("Host", "Nothing else in the queue."), ("Host", "No objections that I hear.")],
        [("Host", "Any final thoughts?"), ("Sipho", "No, thank you.")], [("Host", "Is there any opposition to the tin?"), ("Sipho", "We have consensus.")], [("Host", "We are out of time.")],
    ],
)  # fmt: skip
def test_what_closes_a_topic_belongs_to_it(nlp, between):
    assert begins(nlp, between) == OPENED


@pytest.mark.parametrize(
    "between",
    [
        [("Host", "Thank you, now the next item is the seed bank.")], [("Host", "Let us move on to the seeds."), ("Naledi", "Thank you.")], [("Host", "How do you keep the seeds dry?"), ("Naledi", "Thank you.")],
        [("Host", "Naledi will tell us about seeds, thanks."), ("Sipho", "Thank you.")], [("Naledi", "Thank you for having me."), ("Host", "You are muted again.")],
        [("Host", "It rained again on Tuesday in the valley.")], [("Host", "A couple of questions from me on the seeds."), ("Naledi", "Thank you.")],
    ],
)  # fmt: skip
def test_whoever_calls_up_or_asks_on_what_follows_has_begun_it(nlp, between):
    assert begins(nlp, between) == between[0][1]


def test_where_the_next_matter_is_called_up_it_begins(nlp):
    calls = "Naledi has slides."
    assert begins(nlp, [("Host", "Thank you."), ("Sipho", calls)], called=calls) == calls


def test_what_is_said_behind_the_last_thanks_is_on_the_next_matter(nlp):
    next_one = "Seed banks are what Naledi speaks of."
    assert begins(nlp, [("Host", "Thank you all."), ("Host", next_one)]) == next_one


def test_who_thanks_and_goes_on_has_begun(nlp):
    assert begins(nlp, [("Naledi", "Thanks for having me.")], ("Naledi", OPENING)) == "Thanks for having me."


def test_thanks_before_somebody_who_says_little_still_end_the_topic(nlp):
    assert begins(nlp, [("Sipho", "Thank you.")], ("Naledi", "The beans came up in June.")) == "The beans came up in June."


def test_nothing_moves_past_the_end(nlp):
    units = read_units(session([*DEBATE, ("Sipho", "Thank you."), ("Lindiwe", "Thank you.")]), nlp)
    stretches = [Stretch(0, 7), Stretch(8, 9)]
    assert behind_the_close(stretches, units, ()) == [Stretch(0, 8), Stretch(9, 9)]
    assert behind_the_close([], [], ()) == [] and behind_the_close(stretches[:1], units[:8], ()) == stretches[:1]
