"""Words that speech recognition may have heard wrong; all talk is invented."""

from __future__ import annotations

import pytest

from copaper.papers.doubtful import perhaps_misheard
from tests.factories import session


@pytest.mark.parametrize(
    ("said", "known", "found"),
    [
        # one letter of like sound, said a third as often
        ("The GBT is late. " + "The GBD helps. " * 3, (), {"GBT": "GBD"}),
        ("The GBT is late. " + "The GBD helps. " * 2, (), {}),
        ("The GBT is late. " + "The GBD helps. " * 3, ("GBT",), {}),
        ("The GBR is late. " + "The GBD helps. " * 3, (), {}),
        # a name written otherwise; another number, a place, a word of the language
        ("We met at Zorbekton. " + "Zorbeckton is far. " * 3, (), {"Zorbekton": "Zorbeckton"}),
        ("We met at Zorbecktons. " + "Zorbeckton is far. " * 3, (), {}),
        ("We met in Iceland. " + "Ireland is far. " * 3, (), {}),
        ("Parents met. " + "Parants is far. " * 3, (), {}),
        # an abbreviation that is read as a word
        ("I owe SARS a form, and sauce will ask me for it.", ("SARS",), {"sauce": "SARS"}),
        ("I owe SARS a form, and the sauce is hot.", ("SARS",), {}),
        ("I owe them a form, and sauce will ask me for it.", ("SARS",), {}),
        ("I owe SARS a form, and size matters.", ("SARS",), {}),
        ("I owe SAR(S a form, and sauce will ask me for it.", ("SAR(S",), {}),
    ],
)
def test_what_may_be_misheard(said: str, known: tuple[str, ...], found: dict[str, str]) -> None:
    talk = session([("Ann", said)])
    assert perhaps_misheard(talk, said, known) == found
    assert perhaps_misheard(talk, "Nothing of it.", known) == {}
