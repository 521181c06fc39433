"""Where a topic is summed up in so many words; fictional."""

import pytest

from copaper.analysis.endings import endings
from copaper.analysis.outcomes import outcomes
from copaper.analysis.units import read_units
from tests.analysis.test_concluding import LEADS, ended
from tests.analysis.test_endings import TALK, whole
from tests.factories import session

SAID = "Tin is loud but lasts, straw is cheap and burns. The traders want tin, and the bank pays for half of it."
ASKED = ("Chair", "Sipho, would you like to sum up for the minutes?")


@pytest.mark.parametrize("opening", ["So let me sum up.", "I guess I can dictate a quick summary.", "Okay, so to dictate a conclusion:", "So, in summary,", "The key takeaways from today are these."])
@pytest.mark.parametrize("behind", ["", "No, I think that's a good summary.", "No, nothing from me.", "Wait, is my microphone on?"])
@pytest.mark.parametrize("who", ["Chair", "Sipho", "Nomsa"])
def test_whoever_sums_up_says_what_it_came_to(nlp, opening: str, who: str, behind: str):
    said = f"{opening} {SAID}"
    assert ended(nlp, *LEADS, *TALK, (who, f"{said} And that's it from me."), *([("Lindiwe", behind)] if behind else [])) == [("t0", "summed up", said)]


def test_what_others_type_meanwhile_does_not_end_it(nlp):
    speech = [*LEADS, *TALK, ("Chair", "So let me sum up."), ("Chair", SAID)]
    chat = [("Nomsa", "Thank you all")] * (len(speech) + 1)
    talk = session(speech, chat)
    units = read_units(talk, nlp)
    found = endings(talk, units, whole(talk, (0.0, 1.0)), outcomes(units))
    assert [ending.said.quote for ending in found["t0"]] == [f"So let me sum up. {SAID}"]


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
        (ASKED, ("Sipho", f"I would rather not, as I came late. {SAID}")),
        (ASKED, ("Sipho", f"I had it on a slide. If we leave out the last line it may do. I will paste it. {SAID}")),
        (ASKED, ("Lindiwe", f"Before he does that I have another point. {SAID}")),
        (("Chair", "Did you summarise the report of the bank?"), ("Sipho", SAID)),
        (("Chair", "How did the court conclude on the roofs?"), ("Sipho", SAID)),
        *((("Sipho", f"{opening} {SAID}"),) for opening in (
            "I will sum up at the end.", "Let's recap on Monday.", "I can summarise it in the notes.", "I can sum up, but Thandi should do it.", "The summary is in the document.", "To conclude the agreement, the bank signs.",
            "I will sum up what was said on the roof of the market hall at the end of this meeting.", "Just to recap, we are on item four.", "Let me dictate my number to you.", "What I've heard today is new to me.",
            "In summary judgments nobody is heard.", "What I have learned today is this.", "Let me sum up my thoughts for the day.",
        )),
        (("Sipho", f"Let me sum up. {SAID}"), ("Lindiwe", "No, that is wrong. Nobody wants tin.")),
        *((("Sipho", f"Let me sum up. {SAID}"), ("Lindiwe", wrong)) for wrong in ("I don't think that's right.", "That isn't what we said.", "Not quite, the bank pays for none of it.", "Well, actually the bank pays for all of it.", "Hmm. I have to object.")),
        (("Chair", "Could you summarise what the bank does?"), ("Sipho", SAID)),
        (("Sipho", f"let me start. The roof {'of tin ' * 10} is loud, as I said before, and so let me sum up. {SAID}"),),
    ],
)
def test_what_sums_up_something_else_or_nothing_is_no_end(nlp, said: tuple[tuple[str, str], ...]):
    assert [state for _, state, _ in ended(nlp, *LEADS, *TALK, *said) if state == "summed up"] == []


def test_at_the_beginning_people_recap_what_was_said_elsewhere(nlp):
    assert ended(nlp, *LEADS, ("Sipho", f"Let me recap. {SAID}"), *TALK * 3) == []


def test_a_summary_ends_where_it_is_long_or_put_right_and_its_state_is_told_beside_it(nlp):
    long = "Let me sum up. " + "The traders of the lower market want a roof of tin that lasts. " * 20
    [(_, _, told)] = ended(nlp, *LEADS, *TALK, ("Sipho", long))
    assert 150 < len(told.split()) <= 180
    assert ended(nlp, *LEADS, *TALK, ("Sipho", f"Let me sum up. {SAID} No wait, that was the other hall.")) == []
    assert ended(nlp, *LEADS, *TALK, ("Sipho", f"Let me sum up. {SAID} Over to you, Lindiwe. The doors are shut.")) == [("t0", "summed up", f"Let me sum up. {SAID}")]
    off = "So let's push this to Monday."
    assert sorted(state for _, state, _ in ended(nlp, *LEADS, *TALK, ("Chair", f"Let me sum up. {SAID} {off}"))) == ["put off", "summed up"]


def test_a_summary_may_speak_of_what_is_done_later(nlp):
    said = "To sum up, if the straw for the roof of the hall is dry by Monday, the builders begin next week. We pay them in May."
    assert ended(nlp, *LEADS, *TALK, ("Sipho", said)) == [("t0", "summed up", said)]
    other = "In conclusion, we don't want a roof of straw for the hall. Next week the builders begin with the roof of tin."
    assert ended(nlp, *LEADS, *TALK, ASKED, ("Sipho", other)) == [("t0", "summed up", other)]


def test_a_summary_right_behind_a_decision_is_told(nlp):
    claim = "We have consensus to mend the roof of the hall by the end of May."
    assert [state for _, state, _ in ended(nlp, *LEADS, *TALK, ("Chair", claim), ("Sipho", f"Let me sum up. {SAID}"))] == ["summed up"]


def test_somebody_who_waits_long_was_not_asked(nlp):
    wait = [("Chair", "The doors of the hall are open at night.")] * 4
    assert [state for _, state, _ in ended(nlp, *LEADS, *TALK, ASKED, *wait, ("Sipho", SAID)) if state == "summed up"] == []
