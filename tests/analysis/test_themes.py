"""Which sentences may sum a theme up; fictional."""

from __future__ import annotations

from copaper.analysis.pipeline import analyse
from copaper.analysis.themes import ENOUGH, SUMMARY, central, join, one_of_each_name
from copaper.analysis.units import read_units
from copaper.analysis.weighing import weigh
from tests.analysis.test_segments import FUNDING, MARKETS, MENTORING
from tests.factories import session

WHOLE = (
    "The office of the district weighs every crate of berries at the gate before the truck leaves.", "The growers of the valley rent one cold store and share the cost of the diesel.",
    "The province repaired the road to the cold store after the floods of last winter.", "The buyers of the town pay the growers within two weeks of each delivery.",
    "The mentors visit each farm twice a month and write down what the growers decide.",
)  # fmt: skip
PIECES = tuple(f"{text[4].lower()}{text[5:-1]} and" for text in WHOLE)


def summed_up(nlp, lines: tuple[str, ...]) -> list[str]:
    units = read_units(session([(f"Speaker {n}", line) for n, line in enumerate(lines)]), nlp)
    return [unit.text for unit in central(units, weigh(units).around)]


def test_more_sentences_may_sum_a_theme_up_than_are_quoted_if_they_are_whole(nlp):
    found = summed_up(nlp, WHOLE)
    assert ENOUGH < len(found) <= SUMMARY and set(found) <= set(WHOLE)
    assert len(summed_up(nlp, PIECES)) == ENOUGH


def test_topics_of_one_name_are_one():
    found = analyse(session([("Thandi", s) for s in (*FUNDING * 6, *MENTORING * 6, *MARKETS * 6)]))
    first, second, *others = found.themes
    alike = found.model_copy(update={"themes": (first.model_copy(update={"label": "Small firm"}), second.model_copy(update={"label": "Small firms", "phrases": ("small firms",)}), *others)})
    whole = one_of_each_name(alike)
    assert [theme.label for theme in whole.themes] == ["Small firm", *(theme.label for theme in others)]
    assert whole == join(alike, alike.themes[0], alike.themes[1]) and len(whole.themes[0].spans) == 2
    assert one_of_each_name(found) == found


def test_of_two_topics_of_one_name_the_smaller_has_its_next_phrase():
    found = analyse(session([("Thandi", s) for s in (*FUNDING * 6, *MENTORING * 6, *MARKETS * 6)]))
    first, second, *others = found.themes
    taken = others[0].label.casefold()
    alike = found.model_copy(update={"themes": (first, second.model_copy(update={"label": first.label, "phrases": (first.label, taken, "relief money")}), *others)})
    assert [theme.label for theme in one_of_each_name(alike).themes] == [first.label, "Relief money", *(theme.label for theme in others)]
