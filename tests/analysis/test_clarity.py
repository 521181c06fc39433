"""What a sentence leaves unexplained, and what a practice is called."""

from __future__ import annotations

import pytest

from copaper.analysis.clarity import clarity, faults
from copaper.analysis.findings import CLEAR
from copaper.analysis.titles import MOST_WORDS, title_of
from copaper.analysis.units import Unit


def unit(nlp, text: str) -> Unit:
    return Unit(0, "turn", 0, 0, len(text), 0.0, "", text, nlp(text)[:])


ALONE = [
    ("Small traders need help with their tax statements.", True),
    ("It is important that every trader keeps a record of sales.", True),
    ("Those who sell from home were left out of the survey.", True),
    ("The municipality printed the forms because it had a budget.", True),
    ("This year the hub opened two branches in Limpopo.", True),
    ("This household survey form was printed in Sepedi.", True),
    ("We have been working with all of these to open the markets.", False),
    ("That will help them a lot.", False),
    ("There is some money within this for the owners.", False),
    ("The owners bring the papers here for it.", False),
    ("You were saying that the deposit was paid back.", False),
    # One of a list whose head was said before; a false start; an end that asks for more.
    ("The third reason is that nobody prints the forms for the traders.", False),
    ("One is the price of the crates for the traders.", False),
    ("One trader in three keeps a record of sales.", True),
    ("The first traders came to the market in Limpopo in May.", True),
    ("We print our their forms for every trader in Limpopo.", False),
    ("If they will I have a form for the traders of Limpopo.", False),
    ("The traders of Limpopo will use the form for the tax so we", False),
    ("The hub is working with those schools to open a market.", False),
]


@pytest.mark.parametrize(("text", "expected"), ALONE)
def test_a_sentence_can_be_understood_alone(nlp, text: str, expected: bool) -> None:
    assert (clarity(faults(unit(nlp, text))) >= CLEAR) is expected


def test_what_only_the_room_knows_costs_a_little(nlp) -> None:
    assert clarity(faults(unit(nlp, "The request was granted by the council of Limpopo."))) < clarity(faults(unit(nlp, "A request was granted by the council of Limpopo.")))


def test_what_is_printed_before_explains(nlp) -> None:
    before, after = unit(nlp, "The mentors visit every shop."), unit(nlp, "They look at the books with the owner.")
    assert clarity(faults(after, before)) > clarity(faults(after))


TITLES = [
    ("Every month we conduct interviews with the owners of shops.", "Conducting interviews with the owners of shops"),
    ("What we do is we train young women in finance.", "Training young women in finance"),
    ("The hub is travelling the province to find new members.", "Travelling the province"),
    ("We set up a savings club.", "Setting up a savings club"),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_a_practice_is_called_by_what_is_done(nlp, text: str, title: str) -> None:
    assert title_of([unit(nlp, text)]) == title


@pytest.mark.parametrize(
    "text",
    [
        "We do that.",
        "The office is in Polokwane.",
        "I think we have a good idea.",
        "We do not print the forms.",
        "The forms were printed by the municipality.",
        "They like the way it works.",
    ],
)
def test_what_names_no_activity_has_no_title(nlp, text: str) -> None:
    assert title_of([unit(nlp, text)]) == ""


def test_a_title_is_short_and_its_words_were_said(nlp) -> None:
    text = "We visit the spaza shops and the salons and the street vendors and the small farms around the town and the villages of the whole district every week."
    title = title_of([unit(nlp, text)])
    assert 0 < len(title.split()) <= MOST_WORDS
    assert all(word in text for word in title.split()[1:])
