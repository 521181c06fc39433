"""Where a speaker tells what came of a practice; fictional."""

from __future__ import annotations

import pytest

from copaper.intake.names import UNKNOWN
from copaper.papers.results import WITHIN, came_of_it, divided, tells
from copaper.records import Evidence, Finding, Kind, Session
from tests import factories

OWN = "We lend every grower a scale for the market."
RESULT = "Sixty of the growers came back with a scale, and nine left."


def practice(talk: Session, own: str = OWN) -> Finding:
    text = talk.turns[0].text
    evidence = Evidence(where="turn", index=0, start=0, end=len(own), time=0.0, participant=talk.turns[0].participant, quote=text[: len(own)])
    return Finding(id="f", kind=Kind.PRACTICE, statement=own, evidence=(evidence,), confidence=0.9)


def found(*speech: tuple[str, str], own: str = OWN, kept_out: str = "") -> str | None:
    talk = factories.session(speech)
    result = came_of_it(talk, practice(talk, own), (), lambda part: part.quote == kept_out)
    return result and result.quote


@pytest.mark.parametrize(
    ("said", "result"),
    [
        (RESULT, True),
        ("Of forty that got a scale, thirty are using it today.", True),
        ("Half of them sold more than before, and only three of them left.", True),
        ("Since then the buyers pay by weight.", True),
        ("The price went from nine to twelve rand.", True),
        ("What we found is that the buyers pay more.", True),
        ("Nine out of ten pay us back.", True),
        ("That has helped the women most.", True),
        ("Out of the six we have placed eleven buyers who stayed.", True),
        ("Since they opened again it's nine markets.", True),
        ("The smaller ones worked much better.", True),
        ("It changed everything for the women.", True),
        ("All of the growers have a scale.", False),
        ("We have five scales at the gate.", False),
        ("If sixty of the growers came, we would be glad.", False),
        ("Sixty of the growers will have left by then.", False),
        ("Did sixty of the growers come back?", False),
        ("The first two of these are on the left.", False),
        ("I can tell you how it worked.", False),
        ("We bought the scales in two towns.", False),
    ],
)
def test_only_what_says_so_is_a_result(said: str, result: bool) -> None:
    assert tells(said) is result


def test_it_is_looked_for_further_on_and_in_the_next_turns() -> None:
    assert found(("Nandi", f"{OWN} The scale is blue. {RESULT}")) == RESULT
    assert found(("Nandi", OWN), ("Sipho", "How did it go?"), ("Nandi", RESULT)) == RESULT
    assert found(("Nandi", OWN), ("Sipho", RESULT)) is None, "another's words are no result of it"


def test_at_a_distance_it_has_to_speak_of_the_same_things() -> None:
    far = "Nine of the lorries came back in time."
    assert found(("Nandi", OWN), ("Sipho", "Yes."), ("Nandi", far)) is None
    assert found(("Nandi", OWN), ("Sipho", "Yes."), ("Nandi", f"I gave out ninety scales. {far}")) == f"I gave out ninety scales. {far}"


@pytest.mark.parametrize("between", ["Another thing is the lorry.", "The second practice is the lorry.", "Coming to the lorry."])
def test_nothing_is_taken_from_what_comes_after_it(between: str) -> None:
    assert found(("Nandi", f"{OWN} {between} {RESULT}")) is None


def test_what_stands_elsewhere_or_was_told_is_not_quoted_again() -> None:
    assert found(("Nandi", f"{OWN} {RESULT}"), kept_out=RESULT) is None
    own = "We lend a scale, and since then sixty of the growers came back."
    assert found(("Nandi", f"{own} And since then the buyers pay by weight."), own=own) is None


def test_on_what_condition_it_is_done_is_no_part_of_what_came_of_it() -> None:
    far = "There is a list for it. It hangs by the door. It is signed each day. Nobody minds it."
    came = "And in the end nine of them stayed."
    plain, condition = "The scale goes back on Friday.", "If the scale breaks, it goes back on Friday."
    assert found(("Nandi", f"{OWN} {far} {plain} {came}")) == f"{plain} {came}"
    assert found(("Nandi", f"{OWN} {far} {condition} {came}")) is None


def test_two_minutes_later_it_is_too_late() -> None:
    others = [("Sipho", "We talk of the road."), ("Nandi", "And we do too.")] * (int(WITHIN / 20) + 1)
    assert found(("Nandi", OWN), *others, ("Nandi", RESULT)) is None


def test_of_an_unknown_speaker_nothing_is_taken_for_a_result() -> None:
    assert found((UNKNOWN, f"{OWN} {RESULT}")) is None, "anybody may have said it"


@pytest.mark.parametrize(
    ("after", "goes_on", "came"),
    [
        ("It takes an hour. Sixty of the growers came back with a scale. That was in May.", "It takes an hour.", "Sixty of the growers came back with a scale. That was in May."),
        ("Sixty of the growers came back with a scale.", None, "Sixty of the growers came back with a scale."),
        ("It takes an hour. The scale is blue.", "It takes an hour. The scale is blue.", None),
    ],
)
def test_what_is_said_after_it_is_divided_where_it_tells_what_came_of_it(after: str, goes_on: str | None, came: str | None) -> None:
    talk = factories.session([("Nandi", f"{OWN} {after}")])
    said = Evidence(where="turn", index=0, start=len(OWN) + 1, end=len(OWN) + 1 + len(after), time=0.0, participant=talk.turns[0].participant, quote=after)
    assert [part and part.quote for part in divided(talk, said, lambda part: False)] == [goes_on, came]


def test_a_result_is_told_with_how_early_it_is_and_of_what_so_many_are() -> None:
    assert found(("Nandi", f"{OWN} It is still too early. {RESULT}")) == f"It is still too early. {RESULT}"
    counted = "Out of the six we have placed eleven buyers who stayed."
    assert found(("Nandi", f"{OWN} We held the market in six towns of the hills. {counted}")) == f"We held the market in six towns of the hills. {counted}"
    assert found(("Nandi", f"{OWN} Is it not? {counted}")) is None, "nobody says six of what"
    talk = factories.session([("Nandi", f"{OWN} The scale is blue. It's early days. {RESULT}")])
    after = practice(talk).evidence[0].model_copy(update={"start": len(OWN) + 1, "end": len(talk.turns[0].text), "quote": talk.turns[0].text[len(OWN) + 1 :]})
    assert [part and part.quote for part in divided(talk, after, lambda part: False)] == ["The scale is blue.", f"It's early days. {RESULT}"]


def test_a_result_is_told_with_what_it_is_compared_with() -> None:
    before, since = "Nine of them sold a bag in June.", "Since then forty of them sold one."
    talk = factories.session([("Nandi", f"{OWN} {before} {since} The market is by the river.")])
    said = practice(talk).evidence[0]
    after = said.model_copy(update={"start": len(OWN) + 1, "end": len(OWN) + 1 + len(before), "quote": before})
    assert [part and part.quote for part in divided(talk, after, lambda part: False)] == [None, f"{before} {since}"]
    assert [part and part.quote for part in divided(talk, after, lambda part: part.quote.strip() == since)] == [None, before], "it stands elsewhere, or a reviewer left it out"
