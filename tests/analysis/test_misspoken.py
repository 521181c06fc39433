"""Numbers and days that are put right in the same breath; fictional."""


import pytest

from copaper.analysis.misspoken import put_right
from copaper.analysis.statements import clean_statement


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("We had thirty, sorry, forty boats in May.", "We had forty boats in May."),
        ("It was 29 – no, 33 of them.", "It was 33 of them."),
        ("It costs R250, sorry, R350 a month.", "It costs R350 a month."),
        ("On Monday, I mean Tuesday, the harbour opens.", "On Tuesday, the harbour opens."),
        ("We counted thirty, no, forty-two stalls.", "We counted forty-two stalls."),
        ("We had ten, no two were alike.", "We had ten, no two were alike."),
        ("Of ten, sorry to say, two left.", "Of ten, sorry to say, two left."),
        ("In May, sorry, forty boats came.", "In May, sorry, forty boats came."),
    ],
)
def test_only_what_is_right_is_told(said, told):
    assert put_right(said) == told and clean_statement(said) == told


def test_long_runs_come_to_an_end():
    assert put_right("thirty, sorry, " * 5_000 + "no, um, " * 5_000)
