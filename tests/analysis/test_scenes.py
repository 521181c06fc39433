"""Which sentences only set a scene, and where their point is told; fictional."""

import pytest

from copaper.analysis.findings import find
from copaper.analysis.scenes import WITHIN, comes_to_a_point, is_scene, only_dates, told_out
from copaper.analysis.units import read_units
from tests import factories

SCENE = "In the Karoo we had a mentoring fund with twenty growers of berries."
POINT = "In the end only four of them still had a mentor."


@pytest.mark.parametrize(
    ("text", "scene"),
    [
        (SCENE, True),
        ("In Limpopo there's an office that asked the same questions of every grower.", True),
        ("In twenty seventeen we ran a course for the owners of the river towns.", True),
        ("Two years ago we started a fund, and we gave forty of them a scale.", True),
        ("In Limpopo we had a fund that lost half of its growers.", False),
        ("In twenty seventeen we asked for a fee, and the mayor phoned me.", False),
        ("In some shops there is a book of sales.", False),
        ("On average, we have 518 school gardens open each day.", False),
        ("The growers had a mentor in May.", False),
        ("In Limpopo there was a fund, wasn't there?", False),
    ],
)
def test_what_only_places_a_story_is_a_scene(text: str, scene: bool) -> None:
    assert is_scene(text) is scene


@pytest.mark.parametrize(("text", "point"), [(POINT, True), ("And what they found was a gate.", True), ("A third of the growers left.", True), ("Every grower had a book.", False)])
def test_what_came_of_it(text: str, point: bool) -> None:
    assert comes_to_a_point(text) is point


@pytest.mark.parametrize(("between", "reached"), [((), True), (("Every grower had a book.",), True), (("Every grower had a book.",) * WITHIN, False)])
def test_a_scene_is_told_out_within_a_few_sentences(nlp, between: tuple[str, ...], reached: bool) -> None:
    talk = factories.session([("Nandi", " ".join((SCENE, *between, POINT)))])
    units = read_units(talk, nlp)
    assert told_out(units, 0) == (1 + len(between) if reached else 0)
    assert told_out(units, len(units) - 1) == len(units) - 1


def test_nobody_else_tells_a_scene_out(nlp) -> None:
    talk = factories.session([("Nandi", SCENE), ("Pieter", POINT)])
    assert told_out(read_units(talk, nlp), 0) == 0


def test_a_finding_tells_its_scene_with_what_came_of_it(nlp) -> None:
    scene = "In our valley we have one cold store that all of the growers use in the summer."
    talk = factories.session([("Nandi", f"{scene} They came from the farms by the river. And {POINT[0].lower()}{POINT[1:]}")])
    found = [finding for finding in find(talk, read_units(talk, nlp), ()).findings if finding.statement.startswith(scene)]
    assert [finding.statement for finding in found] == [f"{scene} […] {POINT}"], "what was left out between them shows"
    assert found[0].evidence[0].quote == talk.turns[0].text


@pytest.mark.parametrize(("words", "dates"), [("To clear this up, the last time we spoke of the fund, in May of 2019.", True), ("So a few years ago.", True), ("Thanks to Nandi for the report of last month.", False), ("And what about last week?", False), ("The mill burnt down last year.", False), ("They work in twenty villages.", False)])
def test_a_piece_that_only_dates_what_follows_is_known(nlp, words: str, dates: bool) -> None:
    assert only_dates(read_units(factories.session([("Nandi", words)]), nlp)[0]) is dates
