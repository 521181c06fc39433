"""Codes and initials by which people are called: withheld as names are, other abbreviations left."""

from __future__ import annotations

from pathlib import Path

import pytest

from copaper.analysis.training.meetings import read_meeting
from copaper.codes import codes_of, initials
from copaper.communities import Policy
from copaper.intake.attendance._columns import columns
from copaper.privacy import LINK_WITHHELD, NAME_WITHHELD, Privacy
from copaper.records import Participant
from tests.factories import session

LIST = (
    Participant(id="1", name="Thandi Nkosi", codes=("TNK",)),
    Participant(id="2", name="Daniel Evertse", codes=("DE",)),
    Participant(id="3", name="Rosa Quint", codes=("RQT",)),
    Participant(id="4", name="MF"),
    Participant(id="5", name="Hana Rossouw"),
    Participant(id="6", name="Wim Botes", codes=("Wimpie",)),
)


def printed(text: str, *, people: tuple[Participant, ...] = LIST, said: tuple[str, ...] = (), policy: Policy = Policy.ROLES) -> str:
    talk = session([("Thandi Nkosi", words) for words in (*said, text)])
    return Privacy(talk.model_copy(update={"participants": people}), policy).text(text).replace(NAME_WITHHELD, "[…]")


@pytest.mark.parametrize(
    "text, shown",
    [
        ("TNK was for the second way.", "[…] was for the second way."),
        ("We share TNK's view of seeds and MF knows why.", "We share […]'s view of seeds and […] knows why."),
        ("I would do as RQT-TNK had it.", "I would do as […] had it."),
        # a country, unless somebody is meant who says or does something, or is named beside others
        ("We sell to shops in DE and FR.", "We sell to shops in DE and FR."),
        ("JS can take a function, and GPT can answer that.", "JS can take a function, and GPT can answer that."),
        ("DE presented the plan in May.", "[…] presented the plan in May."),
        ("I agree with RQT and DE on that.", "I agree with […] and […] on that."),
        # an ordinary abbreviation that is hardly said is whose code it is, where people go by codes
        ("The choice of the champion, and DE, as well.", "The choice of the champion, and […], as well."),
        # initials of whoever is there
        ("HR said that the seeds were late.", "[…] said that the seeds were late."),
        ("Talk to HR before you hire.", "Talk to HR before you hire."),
        ("The HR said nothing.", "The HR said nothing."),
        # somebody who is not there, where people go by codes
        ("Never without YSV. I want YSV's opinion first.", "Never without […]. I want […]'s opinion first."),
        ("The GPU has a driver, and every TQ is slow.", "The GPU has a driver, and every TQ is slow."),
        # a nickname of the list is a name
        ("Ask Wimpie for the keys.", "Ask […] for the keys."),
        ("It holds 40 MF of charge.", "It holds 40 MF of charge."),
    ],
)  # fmt: skip
def test_codes_are_withheld_by_what_they_are(text: str, shown: str) -> None:
    assert printed(text) == shown


@pytest.mark.parametrize(
    "text, shown",
    [
        ("tnk can you show the beds?", "[…] can you show the beds?"),
        ("We asked tnk's group, and Rqt.", "We asked […]'s group, and […]."),
        ("I agree with abe on seeds.", "I agree with […] on seeds."),
        ("Honest abe is a bean.", "Honest abe is a bean."),
        ("It is as suggested, an agreed way.", "It is as suggested, an agreed way."),
        ("de said it in May, and so did mf.", "de said it in May, and so did mf."),
        ("The beds: https://growers.example/rqt/beds", f"The beds: {LINK_WITHHELD}"),
        ("The beds: https://tnk.example/TNK-beds.pdf", f"The beds: {LINK_WITHHELD}"),
        ("The beds: https://growers.example/de/beds.csv", "The beds: https://growers.example/de/beds.csv"),
    ],
)
def test_a_code_is_one_in_small_letters_and_in_a_link_too(text: str, shown: str) -> None:
    assert printed(text, people=(*LIST, Participant(id="7", name="Abel Toli", codes=("ABE", "ORG", "AS", "AN")))) == shown


def test_a_listed_code_that_is_said_once_behind_that_is_somebodys() -> None:
    assert printed("We do it for the reasons that RQT raised.") == "We do it for the reasons that […] raised."
    assert printed("It is something that TNK and I work on.") == "It is something that […] and I work on."
    assert printed("We bought that GPU and that TQ.") == "We bought that GPU and that TQ."


def test_letters_of_nobody_stand_where_people_go_by_names() -> None:
    alone = (Participant(id="1", name="Thandi Nkosi"), Participant(id="2", name="Wim Botes"))
    assert printed("YSV said so, and WB said so.", people=alone) == "YSV said so, and […] said so."


def test_a_use_as_a_person_tells_of_the_others() -> None:
    assert printed("It was the time of WB.", said=("WB asked for water.",)) == "It was the time of […]."
    assert printed("It was the time of WB.", said=("WB asked for water.", "The WB lent money.")) == "It was the time of WB."


def test_a_code_that_is_mostly_a_thing_stands_for_it() -> None:
    people = (Participant(id="1", name="Tina Coe", codes=("TQ",)),)
    said = ("Every TQ has a leak.", "We repaired the TQ twice.")
    assert printed("A TQ costs little.", people=people, said=said) == "A TQ costs little."
    assert printed("TQ said that it costs little.", people=people, said=said) == "[…] said that it costs little."


def test_who_may_be_named_is_named_by_code_too() -> None:
    assert printed("TNK said so.", policy=Policy.NAMED) == "TNK said so."


def test_what_is_kept_is_not_found_again() -> None:
    people = Privacy(session([("Thandi Nkosi", "We sell in DE.")]).model_copy(update={"participants": LIST}), Policy.ROLES)
    assert people.leaks("We sell to shops in DE.") == 0
    assert people.leaks("DE said it, and TNK as well.") == 2


def test_initials_of_names() -> None:
    assert initials("Ann-Marie van der Walt (she/her)") == {"AW", "AMW", "AVDW", "AMVDW"}
    assert initials("Thandi") == frozenset()


def test_tools_have_no_codes() -> None:
    assert codes_of([Participant(id="1", name="ABC", role="bot")]).sure == frozenset()


def test_a_list_of_people_tells_their_codes(tmp_path: Path) -> None:
    (tmp_path / "attendance.csv").write_text("Name,Abbreviation\nThandi Nkosi,TNK\nWim Botes,WB\n", encoding="utf-8")
    (tmp_path / "transcript.vtt").write_text("WEBVTT\n\n00:00.000 --> 00:09.000\nWB: I would ask TNK, who planted the beans.\n", encoding="utf-8")
    read = read_meeting(tmp_path)
    assert {person.name: person.codes for person in read.participants} == {"Thandi Nkosi": ("TNK",), "Wim Botes": ()}
    assert Privacy(read).text(read.turns[0].text) == f"I would ask {NAME_WITHHELD}, who planted the beans."


@pytest.mark.parametrize(
    "header, part",
    [(("Name", "Initials"), "alias"), (("Name", "Participant code"), "alias"), (("Name", "Nickname"), "alias"), (("Full name", "Display name"), "known as"), (("Name", "Username"), "known as")],
)  # fmt: skip
def test_columns_with_short_forms_of_names(header: tuple[str, str], part: str) -> None:
    assert columns(header) == {"name": 0, part: 1}
    assert columns(("Display name", "E-mail"))["name"] == 0


def test_only_what_stands_right_before_a_code_counts_it() -> None:
    assert printed("It was 4 in the morning when TNK came.") == "It was 4 in the morning when […] came."
    assert printed("It holds 40 MF of charge.") == "It holds 40 MF of charge."


def test_codes_in_a_list_of_supporters_are_somebodys() -> None:
    assert printed("+1 from WH, QG, DE, GCL, TNK; no objections") == "+1 from […], […], […], […], […]; no objections"
    assert printed("Seconded by QQZ and TNK.") == "Seconded by […] and […]."
    assert printed("The fund has support from BMZ, GIZ, NRF and DBSA.") == "The fund has support from BMZ, GIZ, NRF and DBSA."


@pytest.mark.parametrize(("text", "shown"), [("Then NC can give an update on that.", "Then […] can give an update on that."), ("We grow beans in NC.", "We grow beans in NC."), ("AI can explain it.", "AI can explain it.")])
def test_a_label_that_is_an_abbreviation_as_well_is_withheld_where_it_can_tell_something(text: str, shown: str) -> None:
    assert printed(text, people=(Participant(id="1", name="NC"), Participant(id="2", name="Ann Iris"))) == shown
