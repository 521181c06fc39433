"""What a session takes down itself is found, and nothing else; fictional."""

import pytest

from copaper.analysis.minutes import gone_over, noted
from copaper.analysis.units import read_units
from copaper.records import Role
from tests import factories

TALK = [("Nandi", "We sold bread to the school in the winter, and the school paid us late.")] * 90
LIST = "One, the stall list is kept by the hall from October on. Two, the tap is paid by all the women, 20 rand a month. The fence is not agreed."


def found(nlp, *end: tuple[str, str], leading: str = "Zodwa", early: bool = False) -> list[str]:
    session = factories.session([*end, *TALK] if early else [*TALK, *end])
    lead = [person.id for person in session.participants if person.name == leading]
    return [part.quote for part in gone_over(session, read_units(session, nlp), lead)]


@pytest.mark.parametrize(
    "begin",
    [
        "I'm going to go quickly over what we have.", "So, decisions, let me try.", "What did we decide?", "Let me go over what we've agreed.", "Okay, so what we have agreed.",
        "Let me recap the decisions.", "I read back what was decided.", "So what do we take home?",
    ],
)  # fmt: skip
def test_whoever_leads_goes_over_it_near_the_end(nlp, begin):
    said = found(nlp, ("Zodwa", f"{begin} {LIST}"))
    assert len(said) == 1 and said[0].endswith(LIST)


def test_not_early_nor_whoever_does_not_lead(nlp):
    assert not found(nlp, ("Zodwa", f"So, decisions, let me try. {LIST}"), early=True)
    assert not found(nlp, ("Nandi", f"So, decisions, let me try. {LIST}"))


@pytest.mark.parametrize("said", ["What we have in the hall is a stove and two pots, and the women of the street bring the rest of it on Mondays when they meet there.", "I decided to go over to the school that day, and the women of the street went over to the hall with the pots.", "So what have we learned from the women of the street, who sold their bread at the school and were paid late for it in the winter?"])
def test_what_only_sounds_like_it_is_none(nlp, said):
    assert not found(nlp, ("Zodwa", said))


def test_what_was_forgotten_is_added_and_what_comes_next_is_not(nlp):
    said = found(
        nlp, ("Zodwa", f"So, decisions, let me try. {LIST} Did I forget something?"), ("Nandi", "The keys, chair."), ("Zodwa", "The keys! The hall has the keys until the end of June. Thank you. The next session is in May."),
    )  # fmt: skip
    assert said == [f"So, decisions, let me try. {LIST}", "The keys! The hall has the keys until the end of June."]
    asked = found(nlp, ("Zodwa", f"So, decisions, let me try. {LIST}"), ("Nandi", "The keys, chair."), ("Zodwa", "The keys. Do we want to say that the hall has them?"))
    assert len(asked) == 1


def test_each_thing_of_a_later_turn_is_told_as_well(nlp):
    said = found(
        nlp, ("Zodwa", f"I say it in my words. Decisions. {LIST} Is everybody okay with it?"), ("Nandi", "Yes."), ("Zodwa", "Number two. The ovens. The women share the two ovens until June."), ("Nandi", "Who pays?"),
        ("Zodwa", "We will see."), ("Zodwa", "Then what stays open. The fence and the gate of the hall."), ("Nandi", "Fine."), ("Zodwa", "And the tasks. Piet, the price list, third of July. Did I forget somebody?"), ("Nandi", "No."), ("Zodwa", "The soup is hot now."),
    )  # fmt: skip
    assert said == [LIST, "Number two. The ovens. The women share the two ovens until June.", "Then what stays open. The fence and the gate of the hall.", "And the tasks. Piet, the price list, third of July."]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Noted: Piet sends the price list by 20 November", "Piet sends the price list by 20 November"),
        ("Noted Piet: the price list by 20 November", "the price list by 20 November"),
        ("ACTION 2: the hall opens its books on Monday", "the hall opens its books on Monday"),
        ("NEXT SESSION: Tue 16 February 2027, 09:30, online", "Tue 16 February 2027, 09:30, online"),
        ("For the minutes: the fence was not agreed", "the fence was not agreed"),
        ("Noted, thanks for the price list Piet", None),
        ("Noted on the fence - we paid that one", None),
        ("Action is what we need here in the valley", None),
        ("Noted: yes", None),
        ("Next: who is going to pay for all of this?", None),
        ("Agreed: it is far too late for the fence", None),
    ],
)  # fmt: skip
def test_what_is_typed_to_be_kept_is_noted(typed, kept):
    session = factories.session([("Zodwa", "Good morning.")], [("Piet", typed)])
    assert [part.quote for part in noted(session)] == ([kept] if kept else [])
    assert all(part.quote == session.messages[part.index].text[part.start : part.end] for part in noted(session))


def test_whoever_notes_more_than_once_notes_what_is_agreed_too():
    session = factories.session([("Zodwa", "Good morning.")], [("Piet", "Noted: the hall opens its books"), ("Piet", "Agreed: the tap is paid by all"), ("Nandi", "Agreed: it is late for me now")])
    assert [part.quote for part in noted(session)] == ["the hall opens its books", "the tap is paid by all"]


def test_what_a_tool_types_nobody_noted():
    session = factories.session([("Zodwa", "Good morning.")], [("Notetaker", "Action: Piet sends the price list by Friday")])
    tool = session.participants[-1].model_copy(update={"role": Role.BOT})
    assert noted(session) and not noted(session.model_copy(update={"participants": (*session.participants[:-1], tool)}))
