"""How a reply is printed beside its question; fictional, made by hand."""

import pytest

from copaper.papers.replied import replied

PAYS = "The fund pays for six weeks."


@pytest.mark.parametrize("spoken_to", ["@Pieter - ", "@pieter ", "[handle withheld] - ", "[name withheld]: "])
def test_whom_a_message_is_to_is_left_out(spoken_to: str) -> None:
    assert replied(f"{spoken_to}{PAYS[0].lower()}{PAYS[1:]}", "Who pays?") == PAYS


def test_a_name_that_is_spoken_to_is_left_out_and_one_that_is_spoken_of_stays() -> None:
    assert replied("[name withheld], we pay for six weeks.", "Who pays?") == "We pay for six weeks."
    for reply in ("[name withheld], who came in May, pays for six weeks.", "[name withheld] pays for six weeks."):
        assert replied(reply, "Who pays?") == reply


@pytest.mark.parametrize("who", ["It's [name withheld], Harbour Fund. ", "Hello everybody, I'm [name withheld] from the Harbour Fund. ", "This is [name withheld]. "])
def test_who_says_so_is_left_out(who: str) -> None:
    assert replied(f"{who}{PAYS}", "For how long is it paid?") == PAYS
    assert replied(f"{who}{PAYS}", "Who pays?") == f"{who}{PAYS}", "it may be the answer"
    payer = f"It's [name withheld] who pays. {PAYS}"
    assert replied(payer, "Who pays?") == payer


@pytest.mark.parametrize("thanks", ["Thank you, Madam Chair. ", "Thank you very much. ", "Thanks, Minister! "])
def test_thanks_are_left_out_and_what_is_thanked_for_stays(thanks: str) -> None:
    assert replied(f"{thanks}{PAYS}", "Who pays?") == PAYS
    assert replied("Thank you for the lorry, which the fund pays.", "Who pays?") == "Thank you for the lorry, which the fund pays."


def test_a_first_sentence_that_breaks_off_is_left_out() -> None:
    assert replied(f"Some of the growers—. {PAYS}", "Who pays?") == PAYS
    whole = f"Some growers—those of the harbour—pay themselves. {PAYS}"
    assert replied(whole, "Who pays?") == whole


def test_a_yes_before_what_is_hard_to_say_is_left_out() -> None:
    assert replied("Yes. It's difficult to say what the fund will pay.", "Does it pay?") == "It's difficult to say what the fund will pay."
    assert replied("Yes. It's difficult to moor a boat.", "Does it pay?") == "Yes. It's difficult to moor a boat."


def test_how_many_things_are_to_come_is_left_out() -> None:
    assert replied(f"So, there are probably two sides to this. First of all, {PAYS[0].lower()}{PAYS[1:]}", "Who pays?") == PAYS
    whole = "There are two sides to this lorry. It is red on the left."
    assert replied(whole, "How is the lorry?") == whole


def test_how_many_there_are_stays_where_that_is_asked() -> None:
    counted = "There were three issues. The roof was the worst of them all."
    assert replied(counted, "How many issues did you find?") == counted
    assert replied(counted, "What did you find?") == "The roof was the worst of them all."


@pytest.mark.parametrize(("reply", "printed"), [
    ("this—the reason is that it rains.", "The reason is that it rains."),
    ("So it is — we think — a good idea for us.", "It is — we think — a good idea for us."),
    ("Yes—we pay it in May.", "Yes—we pay it in May."),
    ("Yes, I'll pick up on that. The fund pays it.", "The fund pays it."),
    ("I can take the second one. The fund pays it.", "The fund pays it."),
    ("I will take the bus. It is late by now.", "I will take the bus. It is late by now."),
])  # fmt: skip
def test_a_false_start_and_who_takes_the_question_are_left_out(reply: str, printed: str) -> None:
    assert replied(reply, "Is it so?") == printed
