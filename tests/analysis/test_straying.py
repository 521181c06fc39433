"""What may belong to the neighbour of its topic; fictional."""

from __future__ import annotations

import pytest

from copaper.analysis.straying import EDGE, LONG, strays, words_above
from copaper.records import Evidence, Span, Theme

ON_IT, OFF_IT = "The crates at the depot are weighed twice.", "The school has a choir and a hall."


def theme(seconds: float) -> Theme:
    return Theme(id="t", label="Crates", phrases=("scale at depot",), salience=1.0, spans=(Span(first_turn=0, start=0, last_turn=9, end=99, from_time=0.0, to_time=seconds),))


@pytest.mark.parametrize(
    ("words", "time", "seconds", "away"),
    [(OFF_IT, EDGE / 2, 2 * LONG, True), (ON_IT, EDGE / 2, 2 * LONG, False), (OFF_IT, LONG, 2 * LONG, False), (OFF_IT, 2 * LONG - EDGE / 2, 2 * LONG, True), (OFF_IT, EDGE / 2, LONG / 2, False)],
)
def test_what_shares_no_word_with_its_topic_strays_at_its_edges(words: str, time: float, seconds: float, away: bool) -> None:
    said = Evidence(where="turn", index=1, start=0, end=len(words), time=time, participant="p", quote=words)
    assert strays(said, theme(seconds), words_above(theme(seconds))) is away
