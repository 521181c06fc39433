"""Marks as printers set them: what a paper says and quotes has them, its annex has the words as they were typed."""

from __future__ import annotations

import pytest

from copaper.papers.typesetting import curly, typeset
from copaper.records import EvidenceEntry, Kind
from tests.papers.composing import finding, found, paper, said, session, theme

SET = [
    ("don't 'do it' now, the teams' book isn't \"done\"", "don’t ‘do it’ now, the teams’ book isn’t “done”"),
    ("“Is a \"red list\" a list?”", "“Is a ‘red list’ a list?”"),
    ("He said \"it's 'fine'\".", "He said “it’s ‘fine’”."),
    ("it's the '90s, and 12\" wide", "it’s the ’90s, and 12\" wide"),
    ("it's at https://town.example.org/list today, it's there", "it’s at https://town.example.org/list today, it’s there"),
    ("https://town.example.org/it's", "https://town.example.org/it's"),
    ("it’s “set” already", "it’s “set” already"),
    ("in the '90s the farmers' union", "in the ’90s the farmers’ union"),
    ("get 'em from the teachers' room, rock 'n' roll", "get ’em from the teachers’ room, rock ’n’ roll"),
    ("a board of 5'10\" by the gate", "a board of 5'10\" by the gate"),
    ("He said 'You must go", "He said ‘You must go"),
    ("o'brien@town.example.org", "o'brien@town.example.org"),
]


@pytest.mark.parametrize(("typed", "set_"), SET, ids=[typed for typed, _ in SET])
def test_apostrophes_and_quotation_marks_are_set_and_addresses_are_not(typed: str, set_: str) -> None:
    assert curly(typed) == set_ and curly(set_) == set_


def test_the_annex_keeps_the_words_as_they_were_typed() -> None:
    words = "We don't count the visits any more. We count what the owner's till says at the end of each week."
    talk = session((("Ayesha Daniels", words),))
    lesson = finding(Kind.LESSON, said(talk, "turn", 0), theme="t0", statement="What we learnt is that we don't count the visits any more.", fields={"said": "outright"})
    composed = typeset(paper(talk, found(talk, [lesson], [theme(0, talk)])))
    entries = [block.quote for block in composed.blocks if isinstance(block, EvidenceEntry)]
    assert any("don't" in quote for quote in entries) and not any("don’t" in quote for quote in entries)
    rest = composed.model_copy(update={"blocks": tuple(block for block in composed.blocks if not isinstance(block, EvidenceEntry))})
    assert "don’t count the visits" in rest.to_json() and "don't" not in rest.to_json()
