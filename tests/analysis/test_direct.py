"""What answers a question by itself, however short; fictional, made by hand."""

import pytest

from copaper.analysis.direct import admits, declines, doubts, goes_on_from_elsewhere, is_hard_to_say, leans_on_before, names_who, says_how_far


@pytest.mark.parametrize("text", [
    "I don't think so.", "Not directly.", "We might.", "My sense is they won't.", "I would say, to some extent, for the orchards at least.", "Well, probably not.", "They do, but rarely.", "Not at the moment, though we hope to.",
    "I hope so, and the bank thinks the same.", "In principle, yes.", "I'm afraid not.", "To be honest, I doubt it.",
])  # fmt: skip
def test_yes_or_no_in_other_words(text: str) -> None:
    assert says_how_far(text)


@pytest.mark.parametrize("text", [
    "I think that the orchards do well.", "We might buy a lorry in May.", "Not every orchard has a well.", "Sometimes a lorry comes down the pass.", "I hope so many lorries will do.", "They do the pruning in May.", "Maybe a lorry comes.", "In part two there is a list.",
])  # fmt: skip
def test_what_goes_on_to_something_else_is_none(text: str) -> None:
    assert not says_how_far(text)


def test_who_is_named_only_where_that_is_asked() -> None:
    assert names_who("It's going to be me.", "Who drives the lorry?") and names_who("I will.", "And who will drive it?")
    assert not names_who("It's going to be me.", "When does the lorry leave?") and not names_who("It is a red one.", "Who drives the lorry?")


def test_what_is_not_said_is_told_from_what_is() -> None:
    assert is_hard_to_say("I think it's very hard to say.") and not is_hard_to_say("The door is hard to open.")
    assert doubts("Well, I don't think the lorries are too old.") and not doubts("I don't think so much of lorries, and I think they are old.")
    for text in ("We don't publish that; we publish totals.", "I won't comment on that.", "I'm not going to speculate on the price.", "It is not for me to say.", "I am not taking a side on crates.", "I can't accept the wording of it."):
        assert declines(text)
    for text in ("We don't publish on Sundays.", "I won't be there on that day.", "I'm not going to the coast."):
        assert not declines(text)


@pytest.mark.parametrize("text", [
    "It hasn't been possible to count the crates as we do in other years.", "We can't know how many there are.", "I, for my part, haven't read the letter.", "We don't have any lists of that.", "There is no plan for the gate.", "Not yet, but in May.",
    "There has not been any count since the flood.",
])  # fmt: skip
def test_what_was_not_done_or_is_not_there_is_admitted(text: str) -> None:
    assert admits(text)


@pytest.mark.parametrize("text", ["We don't have to count the crates.", "It has been possible to count them.", "I have read the letter.", "The crates that there is no room for go to the coast.", "We can't wait for the summer."])
def test_what_is_there_or_not_asked_for_is_not(text: str) -> None:
    assert not admits(text)


def test_what_leans_on_the_sentence_before_it_is_told_from_what_begins() -> None:
    assert leans_on_before("However, a list is printed in May.") and leans_on_before("And then the guards count them.") and goes_on_from_elsewhere("Otherwise, the crates rot.")
    assert not (leans_on_before("But for the rain we would have come.") or leans_on_before("Instead of crates we use bags.") or leans_on_before("Next week we print a list.") or goes_on_from_elsewhere("But a list is printed in May."))


@pytest.mark.parametrize(("said", "is_it"), [("I wouldn't like to compare the two harbours.", True), ("We don't want to speculate on the price.", True), ("It wouldn't be fair for me to say.", True), ("I would like to compare the two harbours.", False), ("I don't want to compare, but ours is the cheaper harbour.", False), ("We don't want to sell the boats.", False)])
def test_who_would_rather_not_say_declines(said: str, is_it: bool) -> None:
    assert declines(said) is is_it


def test_what_is_hard_to_foresee_is_hard_to_say() -> None:
    assert is_hard_to_say("Well, it's difficult, isn't it, to second-guess what the harbour would have cost.")
    assert not is_hard_to_say("It's difficult to moor a boat in the rain.")
