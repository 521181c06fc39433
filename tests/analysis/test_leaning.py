"""What a sentence takes for known that only the one before it told; fictional."""

import pytest

from copaper.analysis.leaning import is_one_of_several, takes_up_another


@pytest.mark.parametrize(
    ("text", "leans"),
    [
        ("Most growers weigh the crates, some don't.", False),
        ("So, well, most people don't.", True),
        ("And so in the valley they haven't.", True),
        ("So the growers who have a van know that they don't.", False),
        ("Actually, only the first three are important to us.", True),
        ("The first three growers came by van.", False),
        ("The prices of next year are better still.", True),
        ("so " * 20_000 + "they don't", True),
        ("so " * 20_000 + "not here", False),
    ],
    ids=["told", "begun twice", "a place", "who", "the first of them", "the first of somebody", "than what", "one word over and over", "and nothing else"],
)
def test_who_does_not_do_what_was_told_before(text: str, leans: bool) -> None:
    assert takes_up_another(text) is leans


@pytest.mark.parametrize(("words", "numbered"), [
    ("We prefer option 2 for the gate.", True), ("Approach A costs less than the rest.", True), ("Option two is to paint the gate.", False), ("We approach one grower in May.", False), ("There is an alternative a grower can use.", False),
])  # fmt: skip
def test_what_is_called_by_its_number_is_one_of_several(words: str, numbered: bool) -> None:
    assert is_one_of_several(words) is numbered
