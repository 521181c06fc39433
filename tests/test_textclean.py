"""What a sentence shows of itself: whether it is whole, and whether it is said to one person."""

from __future__ import annotations

import pytest

from copaper.textclean import is_address, is_cut, is_housekeeping, sentences_in, without_told_thanks

TALK = "We keep a book. it is read every Friday, and the owners sign it. Then we"
CUT = [
    ("We keep a book.", False, "a full stop ends it, though the next begins small"),
    ("it is read every Friday, and the owners sign it.", False, "begins small behind a full stop"),
    ("it is read every Friday,", True, "goes on behind the comma"),
    ("it is read", True, "goes on"),
    ("and the owners sign it.", True, "begins within"),
    ("Then we", False, "nothing follows that could tell"),
]


@pytest.mark.parametrize(("piece", "cut", "why"), CUT, ids=[why for _, _, why in CUT])
def test_a_piece_shows_that_it_was_cut(piece: str, cut: bool, why: str) -> None:
    start = TALK.index(piece)
    assert is_cut(TALK, start, start + len(piece)) is cut


def test_what_is_written_short_ends_no_sentence() -> None:
    assert sentences_in("The family of Ms. Dube has the book. It is kept by Dr. Baker and his staff. Is it?") == ["The family of Ms. Dube has the book.", "It is kept by Dr. Baker and his staff.", "Is it?"]
    assert sentences_in("We asked the Mr.") == ["We asked the Mr."] == sentences_in("We asked the Mr. \n") and sentences_in("") == [""] == sentences_in("  ")


def test_three_dots_end_a_sentence_only_before_a_capital() -> None:
    assert sentences_in("We weigh the milk … twice a day. He asked: “Will it pay?” Then … We wrote it down") == ["We weigh the milk … twice a day.", "He asked: “Will it pay?”", "Then …", "We wrote it down"]


def test_a_text_that_begins_small_is_not_cut() -> None:
    text = "we keep a book and read it"
    assert not is_cut(text, 0, len(text))


ADDRESSES = [
    ("So you're saying that the deposit is too high.", True),
    ("I'd be interested in what the fund does about it.", True),
    ("I just wondered about the deposit.", True),
    ("You keep a book of every sale.", False),
    ("The fund is interested in the deposit.", False),
]


@pytest.mark.parametrize(("text", "expected"), ADDRESSES)
def test_who_is_spoken_to(text: str, expected: bool) -> None:
    assert is_address(text) is expected


HOUSEKEEPING = [
    ("In sum, there are two things: please slow down and please keep to one minute.", True),
    ("Some of you naturally speak very quickly.", True),
    ("Our clients are old and we speak too fast on the phone for them.", False),
    ("We have to consider the interpreters when we make the budget of the clinic.", False),
    ("Slow down the water before it takes the soil along.", False),
    ("Sizwe, if you could maybe pull up the chart of the tills.", True),
    ("The list of the tills is for all of you, I posted it there.", True),
    ("How can we bring up the share of girls in our workshops?", False),
    ("The growers dropped it in the second year as too dear.", False),
    ("Could you scroll down a little to the costs?", True),
    ("We want to bring up the standard of every kitchen.", False),
    ("Welcome to the call of the advisers on a Monday in April.", True),
    ("You are welcome to use the form of the advisers.", False),
    ("Perhaps Thandi can give us further details of the fund.", True),
    ("We welcome all traders and give each of them a stall.", False),
    ("We have good morning sales at the station in the week.", False),
    ("Good morning, everybody, and thank you for the form.", True),
    ("The public is excluded from the tender in most towns.", False),
    ("Perhaps Government could give small shops a grant.", False),
    ("Perhaps the owner can say what the shop needs in May.", False),
    ("In accordance with Standing Order 12.3 we close the doors.", True),
    ("We have a launch, and then we spend the rest of the time with the fund.", True),
    ("We move to the second item, the health check of a shop.", True),
    ("We move to the second village when the first has its forms.", False),
    ("If any of us can answer your question in the chat, we'll do so.", True),
    ("Slide 44 has a different picture of the steps.", True),
    ("My name is Nomsa, and I bake bread.", True),
    ("You might want to turn off your video, Nomsa, the line is slow.", True),
    ("For those who cannot see me, I'm a tall old woman with white hair.", True),
    ("The owner is a woman of seventy who bakes bread.", False),
    ("I'm a woman who runs a bakery in a town without a bank.", False),
    ("Love to hear from all of the growers on the new scale.", True),
    ("The children love to hear the old songs.", False),
    ("I was not able to pull up the form on the page of the fund.", True),
    ("All other Standing Order requirements for committees stay as they are.", True),
    ("The trader was not able to pull up the cart from the river.", False),
    ("The wind turned off the lamps of the market.", False),
    ("So I'd like to talk about the survey that we did.", True),
    ("The steps that the owners take are illustrated in pink.", True),
    ("Shall I restart the recording, Nomsa?", True),
    ("Thabo, you're up next with the question on forms.", True),
    ("If you have trouble hearing, please try another browser.", True),
    ("Please put yourself on the queue if you have a reminder.", True),
    ("Could I get a mic check, to see if the audio's working?", True),
    ("We're going to move on now to look at the forms.", True),
    ("I'd like to ask about the forms, because they are too long.", True),
    ("On Thursday we have a short call on the forms.", True),
    ("Tomorrow there is a webinar of the forms office.", True),
    ("Could I share my screen to show the forms?", True),
    ("Every Thursday we have a mentoring panel that visits the bakeries.", False),
    ("On Monday we have a market where the growers sell.", False),
    ("Tomorrow is a better day for the owners.", False),
    ("The owners are going to move on to a bigger shop.", False),
    ("The owners keep a recording of every sale.", False),
    ("The next owner up the road does the same.", False),
    ("A queue forms before the shop on pay day.", False),
    ("The owners like to talk about their books.", False),
    ("A chat with a mentor costs nothing.", False),
    ("The first item in the agenda is the market.", True),
    ("The agenda of the fund is growth.", False),
    ("I wanted to mention that we paid every owner for the day.", False),
    ("The red ones wait and the green ones go to the bank.", False),
]


@pytest.mark.parametrize(("text", "expected"), HOUSEKEEPING)
def test_what_is_about_the_meeting(text: str, expected: bool) -> None:
    assert is_housekeeping(text) is expected


def test_sentences_are_told_by_the_marks_that_end_them() -> None:
    assert sentences_in(" The gate is shut. Who has the key?  Nobody! ") == ["The gate is shut.", "Who has the key?", "Nobody!"]


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Everyone speaks for a minute and the others say thank you.", "Everyone speaks for a minute and the others speak."),
        ("In the end they always say thanks", "In the end they always speak"),
        ("Our team says thank you to nobody.", "Our team says thank you to nobody."),
        ("I say thank you to all of you.", "I say thank you to all of you."),
        ("They say thank you for the seed.", "They say thank you for the seed."),
        ("I want to say thank you.", "I want to say thank you."),
    ],
)
def test_who_is_told_of_as_thanking_thanks_nobody(said, kept):
    assert without_told_thanks(said) == kept
