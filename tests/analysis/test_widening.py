"""Names that hold what else a stretch of talk is on; fictional."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from copaper.analysis.labels import Name
from copaper.analysis.naming import known_by, with_what_else
from copaper.analysis.on_topic import OnTopic
from copaper.analysis.units import read_units
from copaper.analysis.widening import further
from copaper.records import Evidence, Span, Theme
from tests.factories import session

FISH = "The price of smoked fish is the same at all of the stalls in the harbour this year as it was before."
ROAD = "The road crew has filled the holes behind the school and the road crew will come again in the spring."
TAXI = "Every taxi rank in the town has its own rules on who may load first when the buses come in late."
FILL = "Nobody at the hall has said a word on what the council wants of us in the coming months and years."


def made(label: str, said: list[str], *names: Name, is_fit=lambda name, told: name not in told) -> str:
    units = [SimpleNamespace(text=text, words=len(text.split())) for text in said]
    also = further(label, units, known_by, lambda: names, is_fit)
    return Theme(id="t", label=label, also=also, salience=1.0, spans=()).heading


CREW, RANK = Name("road crew", 6, 1.0), Name("taxi rank", 6, 1.0)


def test_a_name_of_a_part_gets_what_the_rest_is_on():
    assert made("Smoked fish", [FISH, *[FILL] * 6, *[ROAD] * 6], CREW) == "Smoked fish and road crew"


def test_a_name_that_most_is_on_stays_alone():
    assert made("Smoked fish", [*[FISH] * 8, *[ROAD] * 6], CREW) == "Smoked fish"


def test_only_a_long_stretch_has_three():
    said = [FISH, *[FILL] * 6, *[ROAD] * 6, *[FILL] * 8, *[TAXI] * 4, *[FILL] * 8]
    assert made("Smoked fish", said, CREW, RANK) == "Smoked fish and road crew"
    longer = [text for text in (FISH, *[FILL] * 6, *[ROAD] * 6, *[FILL] * 8, *[TAXI] * 6, *[FILL] * 8) for _ in range(5)]
    assert made("Smoked fish", longer, CREW, RANK) in ("Smoked fish, road crew and taxi rank", "Smoked fish, taxi rank and road crew")


def test_a_label_of_two_phrases_names_enough():
    assert made("Health and social services", [FISH, *[FILL] * 6, *[ROAD] * 6], CREW) == "Health and social services"


@pytest.mark.parametrize("name", ["Mayor Fish", "Fish brothers", "working group", "Government of Berry Land", "millions of people", "message 1", "Mr. Piet Fish", "design space", "roads and bridges", "crew"])
def test_what_says_little_stands_beside_no_name(name):
    said = [FISH, *[FILL] * 6, *[f"We had a word on {name} and {name} again, which was long and took us most of the day." for _ in range(6)]]
    assert made("Smoked fish", said, Name(name, 12, 1.0)) == "Smoked fish"


@pytest.mark.parametrize("name", [Name("road crew", 2, 1.0), Name("road crew", 6, 0.3)])
def test_what_is_said_seldom_or_elsewhere_stands_beside_no_name(name):
    assert made("Smoked fish", [FISH, *[FILL] * 6, *[ROAD] * 6], name) == "Smoked fish"


def test_what_another_topic_is_called_by_does_not_stand_in_two(nlp):
    told = session([("A", " ".join((FISH, *[FILL] * 6, *[ROAD] * 6))), ("B", TAXI)])
    units = read_units(told, nlp)
    labeller = SimpleNamespace(names=lambda units: [CREW])

    def themes(other: str) -> tuple[Theme, ...]:
        spans = [Span(first_turn=n, start=0, last_turn=n, end=len(turn.text), from_time=turn.start, to_time=turn.end) for n, turn in enumerate(told.turns)]
        return Theme(id="a", label="Smoked fish", salience=0.9, spans=(spans[0],)), Theme(id="b", label=other, salience=0.1, spans=(spans[1],))

    assert [theme.heading for theme in with_what_else(themes("Taxi rank"), units, labeller, ())] == ["Smoked fish and road crew", "Taxi rank"]
    assert [theme.heading for theme in with_what_else(themes("Road crews"), units, labeller, ())] == ["Smoked fish", "Road crews"]
    assert [theme.heading for theme in with_what_else(themes("Taxi rank"), units, labeller, ("a",))] == ["Smoked fish", "Taxi rank"]


def test_two_topics_get_no_further_name_in_common(nlp):
    told = session([("A", " ".join((FISH, *[FILL] * 6, *[ROAD] * 6))), ("B", " ".join((TAXI, *[FILL] * 6, *[ROAD] * 6)))])
    spans = [Span(first_turn=n, start=0, last_turn=n, end=len(turn.text), from_time=turn.start, to_time=turn.end) for n, turn in enumerate(told.turns)]
    themes = tuple(Theme(id=id_, label=label, salience=0.5, spans=(span,)) for id_, label, span in zip("ab", ("Smoked fish", "Taxi rank"), spans, strict=True))
    found = with_what_else(themes, read_units(told, nlp), SimpleNamespace(names=lambda units: [CREW]), ())
    assert [theme.heading for theme in found] == ["Smoked fish and road crew", "Taxi rank"]


def test_what_is_on_one_part_of_a_name_is_on_its_topic():
    told = session([("A", f"{ROAD} {' '.join([FILL] * 60)} {FISH}")])
    text = told.turns[0].text
    theme = Theme(id="a", label="Smoked fish", also=("road crew", "taxi rank"), salience=1.0, spans=(Span(first_turn=0, start=0, last_turn=0, end=len(text), from_time=0.0, to_time=9000.0),))

    def at(words: str) -> Evidence:
        return Evidence(where="turn", index=0, start=text.index(words), end=text.index(words) + len(words), time=0.0, participant=told.turns[0].participant, quote=words)

    on_topic = OnTopic(told)
    assert on_topic.holds(at(FISH), theme) and on_topic.holds(at(ROAD), theme)
    middle = at(FILL).model_copy(update={"start": len(text) // 2, "end": len(text) // 2 + 40})
    assert not on_topic.holds(middle, theme)
