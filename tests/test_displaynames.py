"""What display names tell beside a name: tables of (label, what is read of it)."""

from __future__ import annotations

import pytest

from copaper.displaynames import DisplayName, is_abbreviation, is_held_by_one, is_only_office, may_be_body, taken_apart


@pytest.mark.parametrize(
    ("written", "name", "title", "beside"),
    [
        ("Palesa Mokoena", "Palesa Mokoena", "", ()),
        ("Palesa Mokoena (Facilitator)", "Palesa Mokoena", "Facilitator", ()),
        ("Palesa Mokoena | Moderator", "Palesa Mokoena", "Moderator", ()),
        ("Palesa, Business Adviser, SAQX", "Palesa", "Adviser", ("SAQX",)),
        ("Palesa – Soil Advisor SAQX", "Palesa", "Adviser", ("SAQX",)),
        ("Palesa - SAQX Mentor", "Palesa", "Mentor", ("SAQX",)),
        ("Palesa (Deputy Director of Finance, SAQX)", "Palesa", "Deputy director", ("SAQX",)),
        ("Palesa Mokoena (Minister of Roads, Bridges and Harbours)", "Palesa Mokoena", "Minister", ()),
        ("Palesa Mokoena (Deputy Prime Minister and Minister of Roads)", "Palesa Mokoena", "Minister", ()),
        ("Deputy Minister Palesa Mokoena", "Palesa Mokoena", "Deputy minister", ()),
        ("Hon. Minister Palesa Mokoena", "Palesa Mokoena", "Minister", ()),
        ("Minister of Roads (Palesa Mokoena)", "Palesa Mokoena", "Minister", ()),
        ("The Acting Chair (Ms. Palesa Mokoena (Kuruman East, SAQX))", "Ms. Palesa Mokoena", "Acting chair", ("Kuruman East", "SAQX")),
        ("Facilitator | Palesa Mokoena", "Palesa Mokoena", "Facilitator", ()),
        ("Chairperson - SAQX", "", "Chair", ("SAQX",)),
        ("Head of Programmes – Palesa", "Palesa", "Head", ()),
        ("Palesa (Vice-Chair)", "Palesa", "Vice chair", ()),
        ("Palesa (CEO)", "Palesa", "Chief executive", ()),
        ("Project Manager", "", "Project manager", ()),
        ("Facilitator 2", "", "Facilitator", ()),
        ("Mokoena, Palesa", "Mokoena, Palesa", "", ()),
        ("Palesa Head", "Palesa Head", "", ()),
        ("Palesa (Soil Hub)", "Palesa", "", ("Soil Hub",)),
        ("Palesa (Thabo's Manager)", "Palesa", "", ("Thabo's Manager",)),
        ("Palesa (unclosed", "Palesa", "", ("unclosed",)),
        ("", "", "", ()),
    ],
)
def test_labels_are_taken_apart(written: str, name: str, title: str, beside: tuple[str, ...]) -> None:
    told = taken_apart(written)
    assert (told.name, told.title, told.beside) == (name, title, beside)


@pytest.mark.parametrize("written", ["The Chair", "Minister of Roads", "Leader of the Opposition", "Programme Director", "Interpreter 3"])
def test_an_office_alone_names_nobody(written: str) -> None:
    assert is_only_office(written)


@pytest.mark.parametrize("written", ["Palesa Leader", "Marketing Manager", "Speaker", "General", "Junior", "Executive", "Palesa of Roads"])
def test_what_may_be_a_name_is_no_office_alone(written: str) -> None:
    assert not is_only_office(written)


def test_a_meeting_has_one_chair_but_several_mentors() -> None:
    assert is_held_by_one("The Chair") and is_held_by_one("Minister of Roads")
    assert not is_held_by_one("Mentor") and not is_held_by_one("Chair 2")


@pytest.mark.parametrize("letters", ["UK", "CEO", "EXT", "P1", "MP", "JHB", "Saqx", "IT"])
def test_not_all_letters_are_a_body(letters: str) -> None:
    assert is_abbreviation("SAQX") and is_abbreviation("R&DX")
    assert not is_abbreviation(letters)


@pytest.mark.parametrize("written", ["she/her", "via iPhone", "Guest", "isiZulu", "Cape Town", "2", "remote", "M"])
def test_what_people_share_is_not_always_a_body(written: str) -> None:
    assert may_be_body("Soil Hub")
    assert not may_be_body(written)


@pytest.mark.parametrize(("office", "title"), [("Deputy" + " " * 20_000 + "chair", "Deputy chair"), ("Chair 2 .", "Chair"), ("Chair_b", "Chair"), ("Chair . .", "Chair")])
def test_a_number_behind_an_office_is_no_part_of_it_however_long_the_blanks_are(office, title):
    assert DisplayName("", office).title == title
