"""Web addresses: whose words they hold, and whose page they lead to. All people and bodies are invented."""

from __future__ import annotations

import pytest

from copaper.addresses import led_to_by_several, project_of, words_of
from copaper.privacy import Privacy
from tests.factories import session

OPEN = "https://github.com/zaaisaam/lists/pull/3"


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://www.seedbank.co.za/in/ThandiNkosi-1a2", ["seedbank", "ThandiNkosi", "Thandi", "Nkosi"]),
        ("https://library.seedbank.com/lists", ["library", "seedbank", "lists"]),
        ("seedbank.org", ["seedbank"]),
    ],
)
def test_the_realm_that_an_address_ends_in_is_no_word_of_it(address: str, words: list[str]) -> None:
    assert words_of(address) == words


def test_a_name_with_an_address_withholds_no_other_address() -> None:
    talk = session([("Thandi (openseed.com)", "We sort the seed.")], [("Sipho Dube", "See https://library.example.com/lists")])
    assert "library.example.com" in Privacy(talk).text(talk.messages[0].text)


@pytest.mark.parametrize(
    ("address", "project"),
    [(OPEN, "lists"), ("https://zaaisaam.github.io/scales/", "scales"), ("https://github.com/zaaisaam", ""), ("https://www.linkedin.com/in/zaaisaam/", "")],
)
def test_the_project_that_an_address_leads_to(address: str, project: str) -> None:
    assert project_of(address) == project


@pytest.mark.parametrize(
    ("second", "stands"),
    [
        (("Sipho Dube", "https://zaaisaam.github.io/scales/"), True),
        (("Thandi Nkosi", "https://zaaisaam.github.io/scales/"), False),  # one giver
        (("Sipho Dube", "https://github.com/zaaisaam/lists/issues/4"), False),  # one project
        (("Sipho Dube", "https://www.linkedin.com/in/zaaisaam/"), False),  # a person's page
    ],
)
def test_an_account_of_code_that_several_lead_to_is_a_bodys(second: tuple[str, str], stands: bool) -> None:
    talk = session([("Thandi Nkosi", "We sort the seed.")], [("Thandi Nkosi", OPEN), second])
    assert (Privacy(talk).text(OPEN) == OPEN) is stands


@pytest.mark.parametrize(("said", "found"), [("See", {"growers"}), ("My slides:", set()), ("And her code:", set())])
def test_an_account_that_somebody_calls_theirs_is_no_bodys(said: str, found: set[str]) -> None:
    messages = [("p1", f"{said} https://github.com/Growers/toolkit"), ("p2", "Here: https://github.com/growers/forms")]
    assert led_to_by_several(messages) == found
