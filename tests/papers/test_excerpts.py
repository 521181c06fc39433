"""Which sentences of a topic tell it in short; all of it fictional."""

import pytest

from copaper.papers.excerpts import Excerpt, by_relevance, excerpts, may_be_pulled

GATE = "The growers of the valley asked the harbour for a second gate by the river because the carts wait there for half a day."
CARTS = "Forty carts pass the old gate every morning, and each of the drivers pays nine rand for the bridge and for the shade of the trees."
POINT = "So the growers now drive at night, when the harbour is open and nobody waits at the bridge or at the gate for longer than a minute."


def told(text: str, most: int) -> list[str]:
    return [excerpt.words for excerpt in excerpts(text, most)]


def test_what_fits_is_told_whole_and_of_the_rest_whole_sentences():
    assert told(GATE, 40) == [GATE]
    assert told(f"{GATE} {CARTS}", 30) == [GATE, CARTS]
    assert [excerpt.ends for excerpt in excerpts(f"{GATE} {CARTS}", 30)] == [False, True]


def test_none_stops_before_its_point_or_begins_with_what_was_told_before():
    assert CARTS not in told(f"{GATE} {CARTS} {POINT}", 40) and POINT not in told(f"{GATE} {CARTS} {POINT}", 40)
    assert told(f"{GATE} They wait for half a day at the old gate, and every one of them pays nine rand for the bridge and for the shade of trees.", 30) == [GATE]


def test_none_begins_amid_a_text_with_a_few_words_that_say_what_is_told_before_them():
    assert all(not said.startswith("Nine rand") for said in told(f"{GATE} Nine rand. {CARTS}", 30))
    assert told(f"Nine rand. {CARTS}", 40) == [f"Nine rand. {CARTS}"]


def test_words_that_outsiders_do_not_understand_are_no_excerpt():
    assert told("As she just said, the carts wait there and so on.", 40) == []


def test_what_speaks_of_its_topic_and_has_an_outcome_comes_first():
    about = Excerpt("The second gate of the harbour opened in May, and the carts wait half as long.")
    number, plain = Excerpt("In nine of ten weeks the drivers lost 400 rand, 30 percent more than before."), Excerpt("The drivers like the shade of the trees by the river.")
    assert all(by_relevance("A second gate", one) < by_relevance("A second gate", plain) for one in (about, number))
    assert by_relevance("A second gate", about) < by_relevance("A bridge", about)
    assert by_relevance("Gate", Excerpt("The gate is for [name withheld].")) > by_relevance("Gate", plain)


@pytest.mark.parametrize("quote", ["In 2017 the growers asked for a gate.", "In twenty seventeen the growers asked for a gate.", "Some growers asked the harbour for a gate.", "That gate was closed by the harbour in May.", "Another gate was closed by the harbour.", "The growers asked [name withheld] for a gate."])
def test_what_says_when_or_some_or_points_back_is_pulled_nowhere(quote):
    assert not may_be_pulled(quote)
    assert may_be_pulled("The growers of the valley asked the harbour for a gate.")


def test_none_tells_a_failure_without_what_was_changed_then_or_counts_off():
    failed = "The growers brought two bags each to the seed bank for nine months, and at the end of the year only three of all the bags were used."
    changed = "So they changed the rule, and every grower now weighs the bags at the gate with a neighbour who keeps the list of what was brought and used in the year."
    assert failed in told(f"{failed} {CARTS}", 30)
    assert failed not in told(f"{failed} {CARTS} {changed}", 30)
    assert not any("Two." in one for one in told(f"{failed} Two. {changed}", 50))


def test_none_begins_amid_what_is_counted_off_or_stops_before_what_was_found():
    assert told(f"{GATE} Two. {CARTS}", 40) == [GATE]
    found = "And in the other harbours there is no evidence that a gate by the river was ever used by more than ten carts in a day, or that anybody paid for it."
    assert CARTS not in told(f"{CARTS} There is no evidence that a gate by the river was ever used by more than ten carts in a day.", 28)
    assert CARTS in told(f"{CARTS} {GATE} {found}", 40)


def test_what_presents_something_or_says_how_it_looks_is_pulled_nowhere():
    assert may_be_pulled("Nine of ten growers use the new gate by the river.")
    for text in ("The growers' portal provides a gateway to the forms of the harbour.", "We drew the gate in cool blues, with a large monochrome hero.", "The gate is the second or third, I am blanking on which."):
        assert not may_be_pulled(text)
