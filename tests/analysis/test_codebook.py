"""Themes are filed under a code book's entry only where its words carry the theme; fictional."""

from __future__ import annotations

import pytest

from copaper.analysis.codebook import file_under
from copaper.communities import CodeBookEntry
from copaper.records import Theme

BOOK = (
    CodeBookEntry(label="Money", keywords=("loan", "lender", "grant", "credit")),
    CodeBookEntry(label="Water", keywords=("rain water", "drip line")),
    CodeBookEntry(label="Soil", keywords=("soil", "compost", "mulch")),
)


@pytest.mark.parametrize(
    ("label", "phrases", "filed"),
    [
        ("Grants for growers", ("lender", "harvest"), "Money"),
        ("Tired growers", ("relief grant", "lender of the valley"), ""),  # said in passing
        ("What the bank asks", ("loan", "lender", "grant", "credit check"), "Money"),
        ("Tired growers", ("rain water tank", "drip line"), "Water"),  # not in passing, though not in the label
        ("Compost before a loan", ("soil of the valley", "lender", "grant"), "Money"),
        ("Compost and mulch", ("loan", "lender"), "Soil"),
    ],
)
def test_a_theme_is_filed_only_where_the_match_is_strong(label, phrases, filed):
    [theme] = file_under([Theme(id="t", label=label, phrases=phrases, salience=0.5, spans=())], BOOK)
    assert theme.code_book == filed
