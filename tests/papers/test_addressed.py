"""Names that are called and withheld; fictional, made by hand."""

import pytest

from copaper.papers.addressed import unaddressed

NAME = "[name withheld]"


@pytest.mark.parametrize(("said", "printed"), [
    (f"{NAME}, do you have a bell?", "Do you have a bell?"), (f"But, {NAME}, would you ring it?", "But, would you ring it?"), (f"Do you have a bell, {NAME}?", "Do you have a bell?"),
    (f"As always with a bell, {NAME}, it rings.", "As always with a bell, it rings."), (f"You know, {NAME}, that the bells ring.", "You know that the bells ring."),
    (f"{NAME}, to be clear, is there a bell?", "To be clear, is there a bell?"), (f"{NAME}, our ringer, has a bell?", f"{NAME}, our ringer, has a bell?"), (f"{NAME}, who has a bell, rings it.", f"{NAME}, who has a bell, rings it."), (f"Before we go to {NAME}, can I ask?", f"Before we go to {NAME}, can I ask?"), (f"Was it {NAME} who rang?", f"Was it {NAME} who rang?"),
    (f"Who looks into the death of {NAME}?", f"Who looks into the death of {NAME}?"), (f"What did we hear from {NAME}?", f"What did we hear from {NAME}?"), (f"What happened at {NAME}?", f"What happened at {NAME}?"),
    (f"Our ringer, {NAME}, has a bell.", f"Our ringer, {NAME}, has a bell."),
])  # fmt: skip
def test_a_name_that_is_called_is_left_out_and_one_that_is_spoken_of_stays(said: str, printed: str) -> None:
    assert unaddressed(said) == printed


def test_a_question_does_not_say_whose_turn_it_is() -> None:
    assert unaddressed("Finally in this section from me, who pays the mentors?") == "Who pays the mentors?"
    for stays in ("Is it from me, or from him?", "Finally in this section from me, thanks."):
        assert unaddressed(stays) == stays
