"""Which sentences have the shape of news; fictional."""

from __future__ import annotations

import numpy as np
import pytest

from copaper.analysis.content import is_news, shapes
from copaper.analysis.findings import NEWS, find
from copaper.analysis.units import read_units
from tests.factories import session


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("In two weeks we weighed 300 crates, and eleven were spoilt.", 1),
        ("In 2019 we weighed 300 crates.", 0),
        ("Stage 2 of option 3 is the scale.", 0),
        ("Multiply by 4 and subtract 2, and then weigh.", 0),
        ("The driver is not paid by the hour, he is paid by the crate.", 1),
        ("The driver isn't paid by the hour any more.", 1),
        ("The scale at the gate is open for growers starting today.", 1),
        ("The new scale has been approved.", 1),
        ("We weighed 300 crates, eleven were spoilt, and nobody weighs them any more.", 2),
        ("This one has two scales and four drivers.", 0),
        ("As you see on the slide, two scales weigh 300 crates.", 0),
        ("Are two scales enough for 300 crates?", 0),
        ("The scale stands at the gate.", 0),
    ],
)
def test_amounts_contrasts_and_announcements_are_shapes_of_news(text: str, count: int):
    assert shapes(text) == count


@pytest.mark.parametrize(
    ("text", "news"),
    [
        ("The fund will not pay for a second scale.", True),
        ("I'm clear that a second scale is not coming this year.", True),
        ("I don't think that the scale is not right.", False),
        ("Yeah, but also, I thought the scale was not at the gate.", False),
        ("The driver takes it along and never weighs.", False),
        ("Isn't the scale at the gate?", False),
        ("The scale stands at the gate.", False),
    ],
)
def test_a_denial_of_the_matter_is_news_and_what_somebody_thinks_is_not(text: str, news: bool):
    assert is_news(text) is news


def test_clear_news_can_stand_in_a_paper_where_readers_like_its_like_less(nlp, monkeypatch):
    texts = ("Between May and June the office weighed 300 crates, and eleven were spoilt.", "The growers of the valley rent a cold store and share the cost of the diesel.")
    talk = session([("Thandi", text) for text in texts])
    units = read_units(talk, nlp)
    monkeypatch.setattr("copaper.analysis.findings._least", lambda liked: 0.99)
    monkeypatch.setattr("copaper.analysis.findings._sure", lambda strength: np.zeros(len(strength), dtype=bool))
    for least, tells in ((NEWS, [True, False]), (0.99, [False, False])):
        monkeypatch.setattr("copaper.analysis.findings.NEWS", least)
        found = {finding.statement: finding.stands_alone for finding in find(talk, units, ()).findings}
        assert [found[text] for text in texts] == tells
