"""Pieces of sentences that look like whole ones; fictional."""

from __future__ import annotations

import pytest

from copaper.analysis.cutshort import is_piece
from copaper.analysis.statements import is_whole
from copaper.analysis.units import read_units
from tests import factories

OWN = "The growers of the valley weigh the crates at the gate."


@pytest.mark.parametrize(
    ("behind", "piece"),
    [
        ("which the buyer takes to the harbour.", True),
        ("of the old market by the river.", True),
        ("that stand in the yard of the market.", True),
        ("by counting them twice.", True),
        ("on the old scale.", True),
        ("on the old scale the price was lower.", False),
        ("when the lorry comes from the harbour.", True),
        ("when the lorry comes, they carry them down.", False),
        ("that is how they know the price.", False),
        ("that shouldn't take long.", False),
        ("we pay them on the day.", False),
        ("Which the buyer takes to the harbour.", False),
        ("", False),
    ],
)
def test_what_goes_on_small_behind_a_full_stop_was_cut(nlp, behind: str, piece: bool) -> None:
    first = read_units(factories.session([("Nandi", f"{OWN} {behind}".strip())]), nlp)[0]
    assert first.text == OWN and is_piece(first) is piece and is_whole(first) is not piece


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("The crates are open in the winter, and even if the lorry has a roof.", True),
        ("The crates are open in the winter, even if the lorry has a roof.", False),
        ("The price goes up with the weight of the crates, end.", True),
        ("We believe from our talks with the growers of the hills.", True),
        ("We believe from our talks that the growers are content.", False),
        ("The buyers are signaling. You should close the gate at noon.", True),
        ("As the buyers were saying. You should close the gate at noon.", False),
    ],
)
def test_what_leads_to_nothing_is_a_piece(nlp, text: str, piece: bool) -> None:
    found = read_units(factories.session([("Nandi", text)]), nlp)
    assert is_piece(found[0]) is piece


@pytest.mark.parametrize(
    ("before", "own", "piece"),
    [
        ("We do not want to lose the keys of the gate.", "And change two locks of the gate.", True),
        ("Please weigh the crates at the gate.", "And write the weight on the card.", False),
        ("We weigh the crates at the gate.", "And please write the weight on the card.", False),
        ("We weigh the crates at the gate.", "And growers write the weight on the card.", False),
    ],
)
def test_a_second_half_tells_nobody_what_to_do(nlp, before: str, own: str, piece: bool) -> None:
    found = read_units(factories.session([("Nandi", f"{before} {own}")]), nlp)
    assert [unit.text for unit in found] == [before, own]
    assert is_piece(found[1]) is piece
