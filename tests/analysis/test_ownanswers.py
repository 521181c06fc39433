"""Questions that are answered by whoever put them; fictional, made by hand."""

import pytest

from copaper.analysis import ownanswers
from copaper.analysis.ownanswers import is_announced, own_answer, read_off
from copaper.analysis.questions import answers_to
from copaper.analysis.units import read_units
from tests import factories

ASKED = "Do the cold stores take fruit from the upper valley?"
MORE = "The stores take fruit from every farm that has a number on the list of the province."


def answered(nlp, text: str, at: int) -> tuple[str, list[str]]:
    talk = factories.session([("Nandi", text), ("Sizwe", "Good.")])
    state, answers = answers_to(talk, read_units(talk, nlp), at)
    return state, [answer.quote for answer in answers]


def test_who_says_that_it_is_the_answer_answers(nlp) -> None:
    assert answered(nlp, f"{ASKED} The short answer is yes. {MORE} We had rain.", 0) == ("answered", [f"The short answer is yes. {MORE}"])


def test_yes_behind_an_own_question_answers_it_if_it_stays_with_it(nlp) -> None:
    assert answered(nlp, f"People often ask us this. {ASKED} Yes. {MORE}", 1)[0] == "answered"
    assert answered(nlp, f"{ASKED} Yes. Now the weather.", 0)[0] == "open"


def test_a_question_without_a_cue_only_leads_on(nlp) -> None:
    assert answered(nlp, f"{ASKED} {MORE} And there is more to tell of it in the next weeks, when the list is printed and sent to the farms in the hills.", 0) == ("open", [])


@pytest.mark.parametrize("lead", ["Our next question is:", "People often ask us this."])
def test_an_announced_question_is_answered_by_what_follows(nlp, lead: str) -> None:
    question = ASKED if lead.endswith(".") else ASKED[0].lower() + ASKED[1:]
    text = f"{lead} {question} {MORE} A farm without a number writes to the province, and the province sends it one within two weeks, as a rule by post. Then it is on the list for ten years."
    talk = factories.session([("Nandi", text)])
    units = read_units(talk, nlp)
    at = next(i for i, unit in enumerate(units) if unit.text.endswith("?"))
    assert is_announced(units, at)
    assert answers_to(talk, units, at)[1][0].quote.startswith(MORE)


def test_who_speaks_alone_asks_for_effect_what_is_not_announced(nlp) -> None:
    talk = factories.session([("Nandi", f"{ASKED} The short answer is yes. {MORE}")])
    assert answers_to(talk, read_units(talk, nlp), 0) == ("open", ())


def test_what_another_answered_is_told_by_whoever_asks(nlp) -> None:
    assert answered(nlp, f"{ASKED} I think Thandi answered clearly yes, they take it.", 0) == ("answered", ["I think Thandi answered clearly yes, they take it."])


def test_what_is_passed_to_somebody_else_is_no_own_answer(nlp) -> None:
    units = read_units(factories.session([("Nandi", f"Our next question is: {ASKED} I will hand it over to Sizwe.")]), nlp)
    assert own_answer(units, next(i for i, unit in enumerate(units) if unit.text.endswith("?"))) == []


@pytest.mark.parametrize(("spoken", "printed"), [
    ("Our next question is \"How do I get a number?\".", "How do I get a number?"), ("First, do the stores take fruit?", "Do the stores take fruit?"), ("Next up: When does the gate open?", "When does the gate open?"),
    ("First aid is where?", "First aid is where?"), ("The question of the gate is old, is it not?", "The question of the gate is old, is it not?"),
])  # fmt: skip
def test_what_announces_a_question_is_left_out(spoken: str, printed: str) -> None:
    assert read_off(spoken) == printed


def test_the_next_question_may_be_answered_by_another_where_several_speak(nlp) -> None:
    text = f"Our next question is: {ASKED} {MORE} {MORE} {MORE} {MORE}"
    for speech, own in (([("Nandi", text)], True), ([("Nandi", text), ("Sizwe", "Thank you.")], False)):
        units = read_units(factories.session(speech), nlp)
        assert bool(own_answer(units, next(i for i, unit in enumerate(units) if unit.text.endswith("?")))) is own


def test_of_one_voice_each_question_is_looked_at_once(nlp, monkeypatch) -> None:
    units = read_units(factories.session([("Nandi", f"{ASKED} {MORE} " * 20)]), nlp)
    looked: list[int] = []
    monkeypatch.setattr(ownanswers, "speaks_alone", lambda units: looked.append(1) or True)
    assert all(own_answer(units, i) == [] for i in range(len(units)))
    assert len(looked) <= 40  # once for each question, and once more for whether it is announced
