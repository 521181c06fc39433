"""Words that speech recognition may have heard wrong; all talk is invented."""

from __future__ import annotations

import pytest

from copaper.papers.doubtful import perhaps_misheard, with_doubt
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


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("We are on the GBT, on the Green Bean Depot, since May. The GBD is large.", {"GBT": "GBD"}),
        ("We are on the GBT, on the Green Bean Depot, since May.", {}),
        ("We are on the GBT, on the Green Corn Depot, since May. The GBD is large.", {}),
        ("We are on the GBD, on the Green Bean Depot, since May.", {}),
    ],
)
def test_an_abbreviation_that_is_not_made_of_the_words_behind_it(said: str, found: dict[str, str]) -> None:
    assert perhaps_misheard(session([("Ann", said)]), said) == found


def test_what_stands_in_brackets_is_nothing_that_was_heard() -> None:
    assert with_doubt("The SARC and [name withheld] came.", {"SARC": "SARZ", "SARZ": "SARK", "name": "NAMU"}) == "The SARC [SARZ?] and [name withheld] came."


def test_a_word_is_marked_where_it_first_is_no_thing() -> None:
    assert with_doubt("The sauce is for sauce to judge.", {"sauce": "SARS"}) == "The sauce is for sauce [SARS?] to judge."


def test_what_may_have_been_said_stands_behind_the_word_in_brackets() -> None:
    misheard = {"GBT": "GBD", "sauce": "SARS"}
    assert with_doubt("The GBT knows, and sauce will ask the GBT.", misheard) == "The GBT [GBD?] knows, and sauce [SARS?] will ask the GBT."
    assert with_doubt("The GBTs and the sauce are old.", misheard) == "The GBTs and the sauce are old."
