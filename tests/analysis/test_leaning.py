"""What a sentence takes for known that only the one before it told; fictional."""

import pytest

from copaper.analysis.leaning import takes_up_another


@pytest.mark.parametrize(
    ("text", "leans"),
    [
        ("Most growers weigh the crates, some don't.", False),
        ("So, well, most people don't.", True),
        ("And so in the valley they haven't.", True),
        ("So the growers who have a van know that they don't.", False),
        ("so " * 20_000 + "they don't", True),
        ("so " * 20_000, False),
    ],
    ids=["told", "begun twice", "a place", "who", "one word over and over", "and nothing else"],
)
def test_who_does_not_do_what_was_told_before(text: str, leans: bool) -> None:
    assert takes_up_another(text) is leans
