"""Who is who: display names taken apart, and pairs that are one person or two."""

from __future__ import annotations

import pytest

from copaper.intake.names import parse, without_remarks
from copaper.intake.people import Mention, People, participant_id
from copaper.intake.settings import PersonCorrection


@pytest.mark.parametrize(
    ("written", "words", "beside"),
    [
        ("Palesa Mokoena", "mokoena palesa", ""),
        ("Mokoena, Palesa (Guest)", "mokoena palesa", ""),
        ("PALESA\u00a0MOKOENA (Unverified)", "mokoena palesa", ""),
        ("Dr. Palesa Mokoena [BAS]", "mokoena palesa", ""),
        ("Élise Brandès (she/her)", "brandes elise", ""),
        ("palesa.mokoena", "mokoena palesa", ""),
        ("PalesaMokoena", "mokoena palesa", ""),
        ("Palesa | Soil Hub", "palesa", "hub soil"),
        ("Palesa Mokoena - Soil Hub", "mokoena palesa", "hub soil"),
        ("Palesa (Soil Hub)", "palesa", "hub soil"),
        ("Digger // Palesa Mokoena", "mokoena palesa", "digger"),
        ("012_Palesa", "palesa", ""),
        ("Palesa's iPhone", "palesa", ""),
        ("iPhone van Palesa", "palesa", ""),
        ("Palesa se Galaxy A12", "palesa", ""),
        ("Jan van Wyk's iPad", "jan van wyk", ""),
        ("Pieter v/d Merwe", "der merwe pieter van", ""),
        ("The Chair (Palesa Mokoena)", "mokoena palesa", ""),
        ("The Chair (Ms Palesa Mokoena (Kuruman East, SAQX))", "mokoena palesa", ""),
        ("Minister of Roads (Palesa Mokoena)", "mokoena palesa", ""),
        ("Facilitator | Palesa Mokoena", "mokoena palesa", ""),
    ],
)
def test_names_are_taken_apart(written: str, words: str, beside: str) -> None:
    name = parse(written)
    assert (" ".join(name.words), " ".join(name.beside)) == (words, beside)
    assert not name.is_bot


@pytest.mark.parametrize("written", ["iPhone", "Galaxy A12", "Speaker 2", "Unknown Speaker", "27825550134", "Call-In User_1", "Guest", "The Chair", "Anonymous Attendee"])  # fmt: skip
def test_some_names_are_nobodys(written: str) -> None:
    assert parse(written).is_nobody


@pytest.mark.parametrize("written", ["Otter.ai", "Fireflies.ai Notetaker Palesa", "read.ai meeting notes", "Palesa's Notetaker", "tl;dv", "Bubbles Notetaker"])  # fmt: skip
def test_note_taking_tools_are_known(written: str) -> None:
    assert parse(written).is_bot


@pytest.mark.parametrize(
    ("written", "shown"),
    [("Palesa Mokoena (Guest)", "Palesa Mokoena"), ("Palesa [BAS] Mokoena", "Palesa Mokoena"), ("(Guest)", "(Guest)")],
)
def test_remarks_are_not_shown(written: str, shown: str) -> None:
    assert without_remarks(written) == shown


ATTENDANCE, CHAT = 0, 1


def people(attending: list[str | Mention], writing: list[str], *corrections: PersonCorrection) -> People:
    mentions = [one if isinstance(one, Mention) else Mention(one, ATTENDANCE) for one in attending]
    return People([*mentions, *(Mention(name, CHAT) for name in writing)], corrections)


ONE = [
    # somebody in the attendance report, the same human in the chat, everybody else there
    ("Palesa Mokoena", "palesa mokoena", []),
    ("Palesa Mokoena", "Mokoena, Palesa (Guest)", []),
    ("Palesa Mokoena", "Palesa", ["Ilse Brand"]),
    ("Palesa Mokoena", "Palesa M", ["Ilse Brand"]),
    ("Palesa Mokoena", "P. Mokoena", ["Ilse Mokoena"]),
    ("Palesa Mokoena", "pmokoena", []),
    ("Palesa Mokoena", "mokoenap", []),
    ("Palesa Mokoena", "PalesaM", []),
    ("Palesa Mokoena", "Palesa's iPhone", []),
    ("Palesa Mokoena", "Palesa Mokoena | Soil Hub", []),
    ("Palesa Mokoena", "BAS - Palesa Mokoena", []),
    ("Palesa Nomsa Mokoena", "Palesa Mokoena", []),
    ("Palesa (Soil Hub)", "palesa", []),
    ("Palesa - Soil Hub", "Palesa | soil hub", []),
    ("Bhekithemba Ngema", "Bhekitemba Ngema", []),
    ("Élise Brandès", "Elise Brandes", []),
]


@pytest.mark.parametrize(("attending", "writing", "others"), ONE, ids=[f"{a} = {b}" for a, b, _ in ONE])
def test_one_human_is_one_person(attending: str, writing: str, others: list[str]) -> None:
    found = people([attending, *others], [writing])
    assert found.find(attending) is found.find(writing)
    assert all(link.reason for link in found.find(writing).links())


TWO = [
    # two names that must stay two, in sight of the others
    ("Palesa Mokoena", "Palesa", ["Palesa Ngema"]),
    ("Palesa Mokoena", "P Mokoena", ["Pule Mokoena"]),
    ("Palesa Mokoena", "Palesa Ngema", []),
    ("Thandi Ngema", "Thando Ngema", []),
    ("Martin Brand", "Martina Brand", []),
    ("Palesa (Soil Hub)", "Palesa (Seed Bank)", []),
    ("Ilse de Brand", "DE", []),
    ("Jan van Wyk", "Van", []),
    ("Palesa Mokoena", "iPhone", []),
    ("Palesa Mokoena", "Fireflies.ai Notetaker Palesa", []),
    ("Speaker 1", "Speaker 2", []),
    ("Galaxy A12", "Galaxy A20", []),
    ("Palesa Mokoena", "27825550134", []),
    ("Anna Brand", "\u0410nna Brand", []),  # a Cyrillic A
]


@pytest.mark.parametrize(("attending", "writing", "others"), TWO, ids=[f"{a} | {b}" for a, b, _ in TWO])
def test_in_doubt_people_stay_two(attending: str, writing: str, others: list[str]) -> None:
    found = people([attending, *others], [writing])
    assert found.find(attending) is not found.find(writing)


def test_the_chair_is_the_only_one_who_is_named_as_chair() -> None:
    found = people([], ["The Chair", "The Chair (Palesa Mokoena (Kuruman, SAQX))", "The Acting Chair (Ilse Brand)", "Ilse Brand"])
    assert found.find("The Chair") is found.find("The Chair (Palesa Mokoena (Kuruman, SAQX))")
    assert found.find("Ilse Brand") is found.find("The Acting Chair (Ilse Brand)")
    assert len(list(found)) == 2


def test_of_two_chairs_with_names_neither_is_the_chair() -> None:
    found = people([], ["The Chair", "The Chair (Palesa Mokoena)", "The Chair (Ilse Brand)"])
    assert len(list(found)) == 3


def test_a_mentor_without_a_name_may_be_any() -> None:
    assert len(list(people([], ["Mentor", "Mentor (Palesa Mokoena)"]))) == 2


def test_one_address_is_one_person() -> None:
    found = people([Mention("iPad", 0, email="p@hub.example"), Mention("Palesa M", 0, email="p@hub.example")], [])
    assert found.find("iPad", "p@hub.example") is found.find("Palesa M", "p@hub.example")


def test_an_office_address_is_not() -> None:
    found = people([Mention("Ilse Brand", 0, email="info@hub.example"), Mention("Palesa Mokoena", 0, email="info@hub.example")], [])
    assert len(list(found)) == 2


def test_two_called_thandi_stay_two_and_the_chat_is_neither() -> None:
    a, b = Mention("Thandi", 0, email="t@hub.example"), Mention("Thandi", 0, email="t@field.example")
    found = people([a, b], ["Thandi"])
    assert len({id(found.find("Thandi", mail)) for mail in ("t@hub.example", "t@field.example", "")}) == 3


def test_a_full_name_under_two_addresses_is_one_person_and_said() -> None:
    a, b = Mention("Palesa Mokoena", 0, email="p@hub.example"), Mention("Palesa Mokoena", 0, email="p@home.example")
    found = people([a, b], [])
    assert len(list(found)) == 1
    assert [notice.code for notice in found.notices] == ["same-name-two-addresses"]


def test_the_report_knows_other_names() -> None:
    found = people([Mention("Sbu", 0, other_names=("Sibusiso Mthethwa",))], ["Sibusiso Mthethwa"])
    assert found.find("Sbu") is found.find("Sibusiso Mthethwa")


def test_a_bracket_behind_two_names_is_their_organisation() -> None:
    found = people([Mention("Palesa", 0, ("LEF",)), Mention("Ilse", 0, ("LEF",))], ["LEF"])
    assert len(list(found)) == 3


def test_who_is_present_twice_at_once_is_two() -> None:
    together = [Mention("Palesa", 0, spans=((0, 3600),)), Mention("Palesa Mokoena", 0, spans=((60, 3500),))]
    assert len(list(people(together, []))) == 2
    renamed = [Mention("Palesa", 0, spans=((0, 600),)), Mention("Palesa Mokoena", 0, spans=((600, 3500),))]
    assert len(list(people(renamed, []))) == 1


def test_settings_go_before_everything() -> None:
    together = PersonCorrection(name="Palesa Mokoena", also=("Digger", "p@hub.example"))
    found = people(["Digger", Mention("Soil Hub", 0, email="p@hub.example")], ["Palesa Mokoena"], together)
    assert len(list(found)) == 1
    assert found.find("Digger").shown() == "Palesa Mokoena"
    apart = PersonCorrection(name="Palesa Mokoena", not_same_as=("Palesa",))
    assert len(list(people(["Palesa Mokoena"], ["Palesa"], apart))) == 2


def test_look_alikes_are_said() -> None:
    found = people(["Anna Brand"], ["\u0410nna Brand"])
    assert [notice.code for notice in found.notices] == ["look-alike-names"]


def test_the_fullest_name_is_shown() -> None:
    assert people(["Palesa M", "PALESA MOKOENA (Guest)"], ["Palesa"]).find("Palesa M").shown() == "PALESA MOKOENA"
    assert people(["palesa mokoena"], ["Palesa Mokoena"]).find("palesa mokoena").shown() == "Palesa Mokoena"


def test_ids_rest_on_the_name_alone() -> None:
    assert participant_id("Palesa Mokoena") == participant_id("MOKOENA, Palésa (Guest)")
    assert participant_id("Palesa Mokoena") != participant_id("Palesa Mokoena", "p@hub.example")
