"""What may be read first and alone; fictional."""

import pytest

from copaper.papers.prominence import may_lead, reads_well, without_names

GOOD = [
    "The growers of the valley wash the crates by the river in May.",
    "It is clear that the road to the cold store has to be repaired.",
    "It's agreed, we'll print a price list for all the markets.",
    "Those who need a scale can ask the office for one.",
    "We sell berries, plums and figs at the gate of the market.",
    "The hall is full of growers that we have never heard of, because the road is closed.",
    "Every grower should know: The scale at the gate is free.",
    "People wait in the queue at the clinic from five in the morning.",
]
POOR = [
    "The gate is the -- the outer gate of the market that closes at five.",
    "The growers of of the valley wash the crates.",
    "The growers wash their the crates by the river.",
    "It could be one price list a price list of the market.",
    "They were able to, use the scale of the market in May.",
    "There was a scale in the market So nobody had to guess.",
    "Yeah, the growers of the valley wash the crates by the river.",
    "And then the growers of the valley wash the crates by the river.",
    "However, the growers of the valley wash the crates by the river.",
    "In contrast, the growers of the valley wash the crates by the river.",
    "In the valley, though, the growers wash the crates by the river.",
    "For this reason, the growers of the valley wash the crates.",
    "There's a crate, there's a blue box at the gate of the market.",
    "The growers wash the boxes, sorry, the crates by the river.",
    "In fact, the growers of the valley wash the crates by the river.",
    "Similarly, the growers of the valley wash the crates by the river.",
    "The others of the valley wash the crates by the river.",
    "The first would be to weigh the crates at the gate.",
    "You know if the gate is closed, the growers go home.",
    "My queue item says that the growers wash the crates.",
    "We can schedule the overflow item of the growers for May.",
    "On the next slide the growers wash the crates.",
    "The fruits we sold were: plums, figs, apples, pears and quinces.",
    "We sold plums, figs, apples, pears, grapes and quinces.",
    "Sell crates with lids: We also added a lid to each of the crates.",
    "In the Karoo we had a mentoring fund with twenty growers of berries.",
]


@pytest.mark.parametrize("text", GOOD)
def test_a_whole_plain_sentence_reads_well(text: str) -> None:
    assert reads_well(text)


@pytest.mark.parametrize("text", POOR)
def test_a_slip_a_lean_the_meeting_a_list_or_a_scene_does_not(text: str) -> None:
    assert not reads_well(text)


@pytest.mark.parametrize(
    ("message", "leads"),
    [
        ("Young men leave the course in the second month.", False),
        ("In the welding course of our college young men leave in the second month.", True),
        ("Young men leave the course in the second month in Limpopo.", True),
        ("The fund will reach those more remote farms last.", False),
        ("The fund will reach those farms that the road leads to.", True),
        ("The growers leave the fund, I don't know why, in the second month.", False),
        ("[name withheld] weighs the crates of the growers at the gate.", False),
        ("At the beginning you have a list of the crates at the gate.", False),
    ],
)
def test_a_message_names_what_it_is_about(message: str, leads: bool) -> None:
    assert may_lead(message) is leads


@pytest.mark.parametrize(
    ("message", "printed"),
    [
        ("It's agreed, we'll print one price list for all the markets, and [name withheld] drafts it by May.", "It's agreed, we'll print one price list for all the markets …"),
        ("It's agreed, [name withheld] prints one price list for all the markets.", "It's agreed, [name withheld] prints one price list for all the markets."),
        ("It's agreed, we print one price list.", "It's agreed, we print one price list."),
        ("Both [name withheld] and [name withheld] say so of all of the crates.", "Both [name withheld] and [name withheld] say so of all of the crates."),
        ("It's agreed, and [name withheld], [name withheld] and [name withheld] print it by May.", "It's agreed, and [3 people] print it by May."),
    ],
)
def test_a_message_ends_before_the_clause_with_a_withheld_name(message: str, printed: str) -> None:
    assert without_names(message) == printed
