"""Where a topic is summed up in so many words; fictional."""

import pytest

from tests.analysis.test_concluding import LEADS, ended
from tests.analysis.test_endings import TALK

SAID = "Tin is loud but lasts, straw is cheap and burns. The traders want tin, and the bank pays for half of it."
ASKED = ("Chair", "Sipho, would you like to sum up for the minutes?")


@pytest.mark.parametrize("opening", ["So let me sum up.", "I guess I can dictate a quick summary.", "Okay, so to dictate a conclusion:", "So, in summary,", "The key takeaways from today are these."])
@pytest.mark.parametrize("who", ["Chair", "Sipho", "Nomsa"])
def test_whoever_sums_up_says_what_it_came_to(nlp, opening: str, who: str):
    said = f"{opening} {SAID}"
    assert ended(nlp, *LEADS, *TALK, (who, f"{said} And that's it from me. Any questions?")) == [("t0", "summed up", said)]


def test_whoever_was_asked_to_sum_up_does(nlp):
    assert ended(nlp, *LEADS, *TALK, ASKED, ("Sipho", f"Yes. {SAID}")) == [("t0", "summed up", SAID)]


@pytest.mark.parametrize(
    "said",
    [
        (("Sipho", f"To sum up the background, {SAID}"),),
        (("Sipho", f"So to summarise where I stand. {SAID}"),),
        (("Sipho", f"To conclude, I like tin. {SAID}"),),
        (("Chair", f"Could you sum up what the traders want? {SAID}"),),
        (("Sipho", f"Let me sum up. {SAID} Is that right?"),),
        (("Sipho", "Let me sum up. Tin it is."),),
        (("Sipho", f"{SAID} {SAID} So let me sum up. {SAID}"),),
        (ASKED, ("Sipho", f"I will write something later. {SAID}")),
        (ASKED, ("Sipho", f"Yes. {SAID * 9}")),
        (ASKED, ("Sipho", "Yes. Tin.")),
    ],
)
def test_what_sums_up_something_else_or_nothing_is_no_end(nlp, said: tuple[tuple[str, str], ...]):
    assert [state for _, state, _ in ended(nlp, *LEADS, *TALK, *said) if state == "summed up"] == []


def test_at_the_beginning_people_recap_what_was_said_elsewhere(nlp):
    assert ended(nlp, *LEADS, ("Sipho", f"Let me recap. {SAID}"), *TALK * 3) == []
