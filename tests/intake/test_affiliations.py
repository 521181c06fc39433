"""What display names show of office, organisation and province, when nobody else tells."""

from __future__ import annotations

import pytest

from copaper.intake.affiliations import organisation_in, Shown, shown_by


def shown(*labels: str, **known: set[str]) -> list[tuple[str, str, str]]:
    return [tuple(one) for one in shown_by([[label] for label in labels], **known)]


def test_an_organisation_is_what_several_people_share() -> None:
    assert shown("Palesa (Soil Hub)", "Thabo | soil hub", "Anele (Digger)") == [("", "Soil Hub", ""), ("", "Soil Hub", ""), ("", "", "")]


def test_one_person_with_two_labels_shares_nothing() -> None:
    assert shown_by([["Digger (Palesa)", "Digger - Palesa"]]) == [Shown()]


def test_an_organisation_is_what_a_list_has_and_written_as_there() -> None:
    assert shown("Palesa - soil hub", bodies={"Soil Hub"}) == [("", "Soil Hub", "")]


def test_after_a_comma_only_what_others_share_follows_a_full_name() -> None:
    assert shown("Palesa Mokoena, Soil Hub", "Thabo (Soil Hub)", "Du Plessis, Anna Maria") == [("", "Soil Hub", ""), ("", "Soil Hub", ""), ("", "", "")]


def test_a_party_goes_before_a_place_that_looks_like_a_body() -> None:
    assert shown("Palesa (Kuruman Centre, SAQX)", "Thabo (Upington, SAQX)")[0] == ("", "SAQX", "")


def test_a_province_is_taken_off_what_stands_before_it() -> None:
    assert shown("Palesa - SAQX KZN", "Naledi – R&DX, Limpopo") == [("", "SAQX", "KwaZulu-Natal"), ("", "R&DX", "Limpopo")]


def test_a_province_in_a_body_s_name_stays_there() -> None:
    assert shown("Palesa | University of the Free State") == [("", "University of the Free State", "")]


def test_letters_are_a_province_only_beside_other_provinces() -> None:
    assert shown("Palesa | GP", "Thabo | GP")[0][2] == ""
    assert shown("Palesa | GP", "Thabo | Limpopo")[0][2] == "Gauteng"
    assert shown("Palesa | GP", provinces={"Limpopo"})[0][2] == "Gauteng"
    assert shown("Palesa | MP", "Thabo | Limpopo")[0][2] == ""  # a member of parliament?


def test_letters_behind_the_names_of_three_make_them_members() -> None:
    assert [office for office, *_ in shown("Palesa Mokoena MPL", "Thabo Sithole MPL", "Anele Dube MPL", "Dr Zinzi Cele")] == ["Member"] * 3 + [""]
    assert {office for office, *_ in shown("Palesa Mokoena AM", "Thabo Sithole AM")} == {""}


def test_capitals_behind_no_full_name_may_be_a_person_s() -> None:
    for label in ("SAQX - PALESA MOKOENA", "Host | PALESA MOKOENA", "Speaker 1 (PALESA MOKOENA)", "iPhone (PALESA)", "PALESA | MOKOENA"):
        assert [body for _, body, _ in shown(label)] == [""], label
    assert [body for _, body, _ in shown("Facilitator - SAQX", "Thabo - SOILHUB", "ANELE DUBE | SOILHUB")] == ["SAQX", "SOILHUB", "SOILHUB"]


def test_long_capitals_behind_a_first_name_may_be_the_surname() -> None:
    shown = [shown_by([[label], ["Ann Bo"]])[0].organisation for label in ("Thandi (MOKOENA)", "Thandi (SEDA)", "Thandi Nkosi (SANRAL)")]
    assert shown == ["", "SEDA", "SANRAL"]


def test_a_surname_is_no_organisation_however_many_have_it() -> None:
    assert [body for _, body, _ in shown("Palesa Mokoena", "Ann Dube (Mokoena)", "Thabo (Mokoena)", "Zinzi Cele SAQX", "Anele - SAQX")] == ["", "", "", "", "SAQX"]


def test_letters_beside_a_full_name_are_an_organisation_if_they_can_be_no_name() -> None:
    shown = [shown_by([[label], ["Ann Bo"]])[0].organisation for label in ("Thandi Nkosi (VC LABZ)", "Thandi (VC LABZ)", "Thandi Nkosi (VC)", "Thandi Nkosi (UI LABZ)")]
    assert shown == ["VC LABZ", "", "", ""]


@pytest.mark.parametrize(("written", "organisation"), [("Invited Expert", ""), ("n/a", ""), ("Freelance", ""), (" Self-employed. ", ""), ("Independent Development Trust", "Independent Development Trust"), ("", "")])
def test_who_belongs_to_none_has_no_organisation(written: str, organisation: str) -> None:
    assert organisation_in(written) == organisation


def test_what_says_that_somebody_belongs_to_none_is_no_organisation_however_many_show_it() -> None:
    assert shown("Palesa (Invited Expert)", "Thabo (Invited Expert)", "Anele (Soil Hub, Freelance)", "Zinzi (Soil Hub)", "Ann Bo | freelance") == [("", "", "")] * 2 + [("", "Soil Hub", "")] * 2 + [("", "", "")]
