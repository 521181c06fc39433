"""Numbers of a statement in one way; fictional."""

import pytest

from copaper.papers.numerals import one_way


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("Of 74 crates fifty one were sold, and six were lost.", "Of 74 crates 51 were sold, and six were lost."),
        ("Of 74 crates we sold fifty one, and twenty three were lost.", "Of 74 crates we sold 51, and 23 were lost."),
        ("The store cost one comma nine million rand.", "The store cost 1.9 million rand."),
        ("In twenty seventeen we had no store.", "In 2017 we had no store."),
        ("In two thousand and nineteen we sold 40 crates to about a hundred and ten buyers.", "In 2019 we sold 40 crates to about 110 buyers."),
        ("Since nineteen ninety four the store has had 12 owners.", "Since 1994 the store has had 12 owners."),
        ("It has thirty seven first orders from 21 growers.", "It has 37 first orders from 21 growers."),
        ("Of two hundred, 40 came.", "Of 200, 40 came."),
        ("Of two hundred 40 came.", "Of two hundred 40 came."),
        ("Of thirty three growers twenty nine sell on Mondays.", "Of 33 growers 29 sell on Mondays."),
        ("The crate is twenty two rand. Sixty growers pay it.", "The crate is 22 rand. Sixty growers pay it."),
        ("2 other growers wash their crates.", "Two other growers wash their crates."),
        ("We have 12 growers and fifty thousand rand.", "We have 12 growers and 50,000 rand."),
        ("In the 10years before 1password had 21stcentury doors.", "In the 10 years before 1password had 21stcentury doors."),
        ("On April29 we gave $77.5million to 425,000people, until May2020.", "On April 29 we gave $77.5 million to 425,000 people, until May 2020."),
    ],
)
def test_numbers_are_written_in_one_way(said: str, printed: str):
    assert one_way(said) == printed
    assert one_way(printed) == printed


@pytest.mark.parametrize(
    "said",
    [
        "The h264million codec of April2x is in 3mills of files.",
        "In 2019 forty growers came to the gate.",
        "The twenty fifth of March was the day when 40 growers came.",
        "From twenty thirty growers came with 50 bags.",
        "We have 12 growers and one thousand two hundred trees.",
        "It is a ten minute walk for 40 growers.",
        "Three thousand and ten growers have 20 scales.",
        "We took a hundred crates to 40 growers.",
    ],
)
def test_what_is_not_sure_stays(said: str):
    assert one_way(said) == said


@pytest.mark.parametrize("said", ["The bill went from four thousand one hundred to two thousand three.", "He paid two thousand and five of it."])
def test_a_sum_is_no_year(said):
    assert "2003" not in one_way(said) and "2005" not in one_way(said)
    assert one_way("Since two thousand three we farm there.") == "Since 2003 we farm there."
