"""The day of a session, if it was said when it began."""

from __future__ import annotations

from datetime import date

import pytest

from copaper.intake.saiddate import is_said, month_said
from tests.factories import session

DAY = date(2022, 4, 18)
"""A Monday."""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Welcome to the growers' call on Monday April 18th.", True),
        ("It is the 18th of April, 2022, and it rains.", True),
        ("Today is 18 April.", True),
        ("Good morning, it's Monday, the eighteenth of April.", True),
        ("This is the meeting of 2022-04-18.", True),
        ("Welcome to the call on Tuesday April 18th.", False),  # not that year's
        ("Welcome on April 18th, 2021.", False),
        ("Welcome on April 19th.", False),
        ("Send it by April 18th.", False),
        ("In April we planted 18 beds.", False),
        ("Sit down, second may be best.", False),
    ],
)
def test_the_day_is_said(words: str, said: bool) -> None:
    assert is_said(DAY, session([("Ann", words)]).turns, ()) is said
    assert is_said(DAY, (), session([], [("Ann", words)]).messages) is said


def test_twenty_something_in_words() -> None:
    assert is_said(date(2020, 9, 22), session([("Ann", "It is the twenty-second of September.")]).turns, ())
    assert is_said(date(2020, 9, 22), session([("Ann", "It is September twenty second.")]).turns, ())
    assert not is_said(date(2020, 9, 2), session([("Ann", "It is the twenty-second of September.")]).turns, ())


def test_what_is_said_later_is_no_beginning() -> None:
    talk = session([("Ann", "We plant beans.")] * 70 + [("Ben", "Today is 18 April.")])
    assert not is_said(DAY, talk.turns, ())


@pytest.mark.parametrize(
    ("words", "month"),
    [
        ("Hello and welcome to the growers' monthly call for May 2022.", "May 2022"),
        ("Welcome to our March meeting.", "March"),
        ("Welcome to the April call.", ""),
        ("Welcome to the meeting of April 2021.", "April 2021"),
        ("Welcome to the April call, the next call of May 2022 is on seeds.", ""),
        ("In May we planted beds.", ""),
        ("Welcome to the meeting of 18 May.", ""),
        ("Good morning, this may call for patience.", ""),
        ("Thank you all, the march meeting the river was steep.", ""),
        ("Our May Meeting begins.", "May"),
    ],
)
def test_a_welcome_of_another_month_is_told(words: str, month: str) -> None:
    assert month_said(DAY, session([("Nandi", words)]).turns) == month
