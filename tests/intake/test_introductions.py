"""Names that stand in no export but were spoken by their bearer."""

from __future__ import annotations

import pytest

from copaper.intake.introductions import names_in, with_introductions
from copaper.privacy import NAME_WITHHELD, Privacy
from tests import factories

SAID = [
    ("Good morning, my name is Nomsa Dlamini and I work in Limpopo.", ["Nomsa Dlamini"]),
    ("Hi all, my name's Pieter van der Merwe, from the hub.", ["Pieter van der Merwe"]),
    ("I'm Ayesha Daniels, and I'm an adviser.", ["Ayesha Daniels"]),
    ("Hello everyone, this is Sipho Nkosi from the cooperative.", ["Sipho Nkosi"]),
    ("I am Lerato Molefe, a mentor at the incubator.", ["Lerato Molefe"]),
    ("good morning my name is nomsa dlamini and i work in limpopo", ["nomsa dlamini"]),
    ("hi my name is nomsa dlamini and I work in limpopo", ["nomsa dlamini"]),
    ("My name is misspelled here.", []),
    ("My name is on the list. This is South Africa from above.", []),
    ("I'm South African, and I'm proud of it.", []),
    ("my name is not important and i will be short", []),
    ("This is Business Advisory work.", []),
    ("It's Monday, and the Small Business Fund is open.", []),
]


@pytest.mark.parametrize(("text", "names"), SAID)
def test_how_people_introduce_themselves(text: str, names: list[str]) -> None:
    assert list(names_in(text)) == names


def test_an_introduced_name_is_withheld_wherever_it_is_spoken() -> None:
    talk = factories.session([("Laptop 3", "My name is Nomsa Dlamini and I bake bread."), ("Pieter", "Thank you, Nomsa.")])
    people = with_introductions(talk.participants, talk.turns, talk.messages)
    assert [person.aliases for person in people if person.name == "Laptop 3"] == [("Nomsa Dlamini",)]
    text = Privacy(talk.model_copy(update={"participants": people})).text("Thank you, Nomsa, for Dlamini's bread.")
    assert text == f"Thank you, {NAME_WITHHELD}, for {NAME_WITHHELD}'s bread."


def test_who_is_known_by_that_name_already_has_no_further_one() -> None:
    talk = factories.session([("Nomsa Dlamini", "My name is Nomsa and I bake bread.")])
    assert with_introductions(talk.participants, talk.turns, talk.messages) == talk.participants
