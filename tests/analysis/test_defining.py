"""What a sentence says what it is; fictional."""

import pytest

from copaper.analysis.defining import defined


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("So a seed bank is a place where growers keep maize for the next season.", "a seed bank"),
        ("Stall days are the things that matter most to our traders.", "Stall days"),
        ("The whole idea behind the scale at the gate is that nobody has to trust the buyer.", "the scale at the gate"),
        ("The repair fund pays for roofs and gutters.", "The repair fund"),
        ("Now, the charter means that nobody pays twice.", ""),
        ("This is a list of the growers.", ""),
        ("The scale is a really good thing for all of us.", ""),
        ("The levy is a problem.", ""),
        ("When you grow maize, you are a member.", ""),
        ("We keep the maize in a barn.", ""),
        ("The trouble with the levy is people do not pay it.", ""),
        ("One problem is when it rains.", ""),
        ("Our question on the levy is what it pays for.", ""),
        ("The chair of the seed bank is a woman from the valley.", ""),
    ],
)
def test_what_is_defined(text: str, what: str) -> None:
    assert defined(text) == what


@pytest.mark.parametrize("text", ["'" * 50_000, "a-" * 50_000, "so, " * 20_000, "the " + "very " * 20_000])
def test_endless_text_defines_nothing(text: str) -> None:
    assert defined(text) == ""


def test_endless_praise_is_read_once() -> None:
    assert defined(f"A levy is a {'really ' * 20_000}thing.") == "A levy"
