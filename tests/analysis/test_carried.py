"""What was asked for and agreed by a formula; fictional."""

import pytest

from copaper.analysis.carried import carried, supported
from copaper.analysis.endings import endings
from copaper.analysis.outcomes import outcomes
from copaper.analysis.units import read_units
from tests.analysis.test_endings import TALK, whole
from tests.factories import session

ASKED = "Any objections to stage two for the tin roof?"


def pairs(nlp, *said: tuple[str, str]) -> list[tuple[str, str]]:
    units = read_units(session(said), nlp)
    return [(units[pair.asked].text, units[pair.closed].text) for pair in carried(units) if pair.asked is not None]


def granted(nlp, *said: tuple[str, str], parts=((0.0, 1.0),)) -> list[tuple[str, str, str]]:
    talk = session(said)
    units = read_units(talk, nlp)
    found = endings(talk, units, whole(talk, *parts), outcomes(units))
    return [(theme, ending.said.quote, ending.state.value) for theme in sorted(found) for ending in found[theme]]


@pytest.mark.parametrize(
    "asked",
    [
        ASKED, "I would like to ask for stage two.", "Do we have stage two?", "So can we have unconditional advancement to stage two?", "Then let's get consensus for the roof of tin for stage two.",
        "I'd like to ask for consensus on mending the market hall.", "Are there any objections to mending the market hall with tin?", "Does anybody object to a roof of tin for the hall?", "I move that the hall gets a roof of tin.",
        "So this is the formal request for stage two.", "It sounds like you have strong support for stage two.",
    ],
)  # fmt: skip
def test_what_was_asked_for_is_told_with_the_formula_that_agrees_to_it(nlp, asked: str):
    assert pairs(nlp, ("Lindiwe", asked), ("Sipho", "I support the tin."), ("Chair", "Congratulations, Lindiwe.")) == [(asked, "Congratulations, Lindiwe.")]


@pytest.mark.parametrize(
    "asked",
    [
        "Any objections to this?", "Any objections?", "I would like to get to the roof now.", "I am not going to ask for stage two.", "Maybe we could ask for stage two.", "If you like it I would ask for stage two.",
        "I would like to move to the next point of the agenda.", "They asked for stage two in May.", "We asked the bank for the tin.",
    ],
)  # fmt: skip
def test_what_does_not_ask_or_not_for_what(nlp, asked: str):
    assert pairs(nlp, ("Lindiwe", asked), ("Chair", "Congratulations, Lindiwe.")) == []


@pytest.mark.parametrize(
    "closed",
    [
        "Congratulations.", "And congratulations, Lindiwe.", "You have stage two.", "So I think you have consensus.", "We have consensus for stage two.", "I'm not hearing any objections.", "Hearing no objections, we go on.", "There are no objections.",
        "That's a positive silence.", "I will take that as consensus.", "The motion is carried.", "So ordered.",
    ],
)  # fmt: skip
def test_formulas_that_agree(nlp, closed: str):
    assert pairs(nlp, ("Lindiwe", ASKED), ("Chair", closed)) == [(ASKED, closed)]


@pytest.mark.parametrize(
    "closed",
    [
        "Hearing no objections, does anyone want to support it?", "If there are no objections we go on.", "Unless somebody objects, I will take that as consensus.", "You have stage three.", "We do not have consensus.",
        "We have consensus in that everybody has spoken.", "Congratulations on the harvest.", "No objections.", "The tin is carried up the hill.",
    ],
)  # fmt: skip
def test_what_is_like_a_formula_and_is_none(nlp, closed: str):
    assert pairs(nlp, ("Lindiwe", ASKED), ("Chair", closed)) == []


def test_no_objections_counts_from_who_asked_for_them(nlp):
    assert pairs(nlp, ("Chair", ASKED), ("Sipho", "Good tin."), ("Chair", "No objections.")) == [(ASKED, "No objections.")]
    assert pairs(nlp, ("Chair", ASKED), ("Sipho", "No objections.")) == []


def test_the_last_formula_close_to_the_question_counts(nlp):
    assert pairs(nlp, ("Lindiwe", ASKED), ("Chair", "That is a positive silence."), ("Sipho", "Good tin."), ("Chair", "Congratulations.")) == [(ASKED, "Congratulations.")]
    assert pairs(nlp, ("Lindiwe", ASKED), *TALK, ("Chair", "Congratulations.")) == []


def test_who_objects_or_puts_off_is_heard(nlp):
    assert pairs(nlp, ("Lindiwe", ASKED), ("Sipho", "I object, the tin is too thin."), ("Chair", "Congratulations.")) == []
    assert pairs(nlp, ("Lindiwe", ASKED), ("Chair", "Congratulations."), ("Sipho", "Wait, I cannot support the tin.")) == []
    asked, closed, later = ("Lindiwe", ASKED), ("Chair", "Congratulations."), "So we don't have agreement on the roof."
    assert granted(nlp, *TALK, asked, closed, *TALK[:8], ("Chair", later)) == [("t0", later, "not agreed")]


def test_it_ends_the_topic_that_led_up_to_it(nlp):
    asked, closed = ("Lindiwe", ASKED), ("Chair", "Congratulations.")
    assert granted(nlp, *TALK, asked, closed) == [("t0", ASKED, "granted")]
    assert granted(nlp, *TALK, asked, closed, *TALK, parts=((0.0, 0.48), (0.49, 1.0))) == [("t0", ASKED, "granted")]
    assert granted(nlp, asked, closed, *TALK, *TALK) == []


def test_a_step_alone_does_not_tell_which_of_two_proposals_takes_it(nlp):
    closed = ("Chair", "Congratulations.")
    alone, other = ("Lindiwe", "Do we have stage two?"), ("Sipho", "Do we have stage three?")
    assert granted(nlp, *TALK, alone, closed) == [("t0", alone[1], "granted")]
    assert granted(nlp, *TALK, alone, closed, *TALK[:4], other, closed) == []
    assert granted(nlp, *TALK, alone, closed, *TALK[:4], ("Sipho", ASKED), closed) == [("t0", ASKED, "granted")]


def test_what_is_told_as_a_decision_is_not_told_again(nlp):
    said = session([*TALK, ("Lindiwe", ASKED), ("Chair", "So we have consensus to mend the roof of the hall with tin.")])
    units = read_units(said, nlp)
    assert [outcome.brief for outcome in outcomes(units)] == [False] and len(carried(units)) == 1
    assert endings(said, units, whole(said, (0.0, 1.0)), outcomes(units)) == {}


@pytest.mark.parametrize("closed", ["We only heard support.", "I have heard nothing but support.", "+1 from Sipho, Thandi and Zanele; no objections"])
def test_support_alone_agrees_to_what_was_asked(nlp, closed: str):
    assert pairs(nlp, ("Lindiwe", ASKED), ("Lindiwe", closed)) == [(ASKED, closed)]


@pytest.mark.parametrize(
    ("asked", "closed"),
    [
        ("So I suppose I'm asking for consensus on these three repairs.", "Sounds like you have it."), ("Are there any objections to these repairs?", "I would say we have consensus."),
        ("Any objections to merging the proposal?", "Congratulations, Lindiwe."), ("Is anybody opposed to this?", "The roof of tin is withdrawn."), ("My request is to have consensus for the roof of tin.", "I believe I have consensus."),
        ("Do we have consensus on this?", "I believe you have consensus on the repairs of the hall."), ("What I would like to ask for is consensus on the roof of tin.", "I will take that as consensus."),
    ],
)  # fmt: skip
def test_what_leans_on_its_topic_is_told_if_it_or_the_formula_names_anything(nlp, asked: str, closed: str):
    assert pairs(nlp, ("Lindiwe", asked), ("Sipho", "I support it."), ("Chair", closed)) == [(asked, closed)]


@pytest.mark.parametrize(("asked", "closed"), [("Is anybody opposed to this?", "It is withdrawn."), ("Do we have consensus on this?", "Sounds like you have it."), ("Where is the tin?", "The roof of tin is approved.")])
def test_what_nothing_names_is_not_told(nlp, asked: str, closed: str):
    assert pairs(nlp, ("Lindiwe", asked), ("Chair", closed)) == []


def test_an_outright_formula_closes_what_was_asked_for_minutes_before(nlp):
    asked, closed = "My request is to have consensus for the roof of tin.", "So we have consensus."
    assert granted(nlp, *TALK, ("Lindiwe", asked), *TALK, ("Chair", closed)) == [("t0", asked, "granted")]
    assert pairs(nlp, ("Lindiwe", asked), ("Chair", closed), *TALK, ("Chair", closed)) == [(asked, closed)], "it is closed"
    assert pairs(nlp, ("Lindiwe", asked), *TALK, ("Chair", "Congratulations.")) == []


PUT = "So if the queue is empty, I'd like to ask for consensus on a roof of tin."
FOR_IT = [("Sipho", "I support the roof of tin."), ("Thandi", "I am in favour of tin."), ("Zanele", "Yes, we also support a roof of tin.")]


def test_what_several_support_and_no_formula_grants_is_told_with_the_last_of_them(nlp):
    assert granted(nlp, *TALK, *FOR_IT, ("Lindiwe", PUT)) == [("t0", PUT, "supported")]
    assert granted(nlp, *TALK, *FOR_IT[1:], ("Lindiwe", PUT)) == []
    assert granted(nlp, *TALK, *FOR_IT, ("Thabo", "I have concerns about tin."), ("Lindiwe", PUT)) == []
    assert granted(nlp, *TALK, *FOR_IT, ("Lindiwe", PUT), ("Chair", "You have consensus.")) == [("t0", PUT, "granted")]
    assert granted(nlp, *TALK, ("Sipho", "I support the clinic."), ("Thandi", "I support the clinic."), ("Zanele", "I support the clinic."), ("Lindiwe", PUT)) == []


def test_what_was_granted_is_no_longer_open(nlp):
    refused = ("Chair", "So we don't have agreement on the roof.")
    assert granted(nlp, *TALK, refused, ("Lindiwe", ASKED), ("Chair", "You have stage two.")) == [("t0", ASKED, "granted")]


def test_what_a_formula_grants_is_not_told_as_supported(nlp):
    units = read_units(session([*TALK, *FOR_IT, ("Lindiwe", PUT), ("Chair", "You have consensus.")]), nlp)
    [pair] = carried(units)
    assert supported(units, [pair]) == []
    assert [found.asked for found in supported(units, [])] == [pair.asked]


@pytest.mark.parametrize(
    "closed",
    ["You have stage two.", "Well, I will take that as consensus for stage two with the new roof.", "It appears that this has achieved consensus, but we should do follow-up work on the drains.", "So we have had no objections to conditional stage two."],
)  # fmt: skip
def test_an_outright_formula_is_told_alone_where_nobody_says_for_what(nlp, closed: str):
    assert granted(nlp, *TALK, ("Chair", closed)) == [("t0", closed, "granted")]
    assert granted(nlp, ("Chair", closed), *TALK, *TALK) == []


@pytest.mark.parametrize(("closed", "told"), [("But you got over the line.", "you got over the line."), ("So congratulations, Lindiwe, you have stage two.", "you have stage two.")])
def test_a_formula_is_told_without_praise_or_a_doubt_before_it(nlp, closed: str, told: str):
    assert granted(nlp, *TALK, ("Chair", closed)) == [("t0", told, "granted")]


@pytest.mark.parametrize("said", ["Congratulations, Lindiwe.", "Sounds like you have it.", "It appears that this has achieved consensus, but not for the roof.", "We had stage plays in the hall.", "Once you have stage two, the bank pays."])
def test_what_says_too_little_is_not_told_alone(nlp, said: str):
    assert granted(nlp, *TALK, ("Chair", said)) == []


def test_of_several_formulas_that_tells_which_says_what_came_of_it(nlp):
    assert pairs(nlp, ("Lindiwe", ASKED), ("Chair", "I think we have consensus for stage two."), ("Chair", "Congratulations, and who writes it down?"))[0][1].startswith("I think")
    assert granted(nlp, *TALK, ("Chair", "Any objections to stage two?"), ("Sipho", "No."), ("Chair", "You have stage two.")) == [("t0", "You have stage two.", "granted")], "the question is not told"


@pytest.mark.parametrize(
    "said",
    [
        "I have stage four cancer.", "So I have stage two.", "We have stage four power cuts tonight.", "You have phase three wires in the shop.", "We stage two plays in the hall.",
        "We have consensus on the history of the hall.", "You have agreement on paper and nothing in the hall.", "We have agreement that the roof is old.",
    ],
)  # fmt: skip
def test_what_may_be_of_anything_is_not_told_alone(nlp, said: str):
    assert granted(nlp, *TALK, ("Chair", said)) == []


def test_alone_a_formula_counts_from_a_chair_or_somebody_else_than_who_presented(nlp, monkeypatch):
    closed = ("Lindiwe", "You have stage two.")  # she says most
    assert granted(nlp, *TALK, closed) == []
    monkeypatch.setattr("copaper.analysis.endings.chairs", lambda talk: [person.id for person in talk.participants if person.name == "Lindiwe"])
    assert granted(nlp, *TALK, closed) == [("t0", closed[1], "granted")]


def test_a_formula_of_another_step_is_another_though_it_comes_soon(nlp):
    units = read_units(session([("Chair", "Great, you have stage two."), *TALK[:2], ("Chair", "Great, you have stage three."), ("Sipho", "Good tin."), ("Chair", "So we have consensus.")]), nlp)
    assert [units[pair.closed].text for pair in carried(units)] == ["Great, you have stage two.", "Great, you have stage three."]


def test_who_does_not_object_proves_more_than_praise(nlp):
    said = ("Lindiwe", ASKED), ("Sipho", "Neither of us is objecting to stage 2.7, if you like."), ("Chair", "Congratulations, Lindiwe.")
    assert pairs(nlp, *said) == [(ASKED, said[1][1])]
    assert pairs(nlp, said[0], ("Sipho", "I am not done with the tin."), said[2]) == [(ASKED, said[2][1])]


@pytest.mark.parametrize(("replies", "for_it"), [(("Thumbs up from Sipho.", "+1, end of message."), True), (("Thumbs up.", "The tin is blue."), False), (("+1", "I cannot support this."), False)])
def test_two_who_say_yes_support_what_is_put_to_all(nlp, replies: tuple[str, str], for_it: bool):
    asked = "Do we have consensus on this letter to the builders?"
    units = read_units(session([("Chair", asked), ("Sipho", replies[0]), ("Lindiwe", replies[1])]), nlp)
    assert [(units[one.asked].text, units[one.support].text) for one in supported(units, [])] == ([(asked, replies[1])] if for_it else [])


def ended(nlp, *said: tuple[str, str]) -> list[tuple[str, str, str]]:
    talk = session((*TALK, *said))
    units = read_units(talk, nlp)
    found = endings(talk, units, whole(talk, (0.0, 1.0)), outcomes(units))
    return [(ending.state.value, ending.said.quote, ending.reply.quote if ending.reply else "") for theme in sorted(found) for ending in found[theme]]


def test_whoever_asks_whether_there_is_consensus_for_a_step_is_told_with_who_supports_it(nlp):
    asked, yes = "Is there consensus for stage 1?", "I support stage 1."
    assert ended(nlp, ("Lindiwe", asked), ("Sipho", yes), ("Naledi", yes)) == [("supported", asked, yes)]
    assert ended(nlp, ("Lindiwe", asked), ("Sipho", yes), ("Naledi", "I support stage 2.")) == []
    assert ended(nlp, ("Lindiwe", "Is there consensus on how malaria spreads?"), ("Sipho", "Yes."), ("Naledi", "Yes, agreed.")) == []


def test_who_is_fine_with_a_step_supports_it_and_who_has_no_concerns_does_not_hold_back(nlp):
    asked = "I would like to go to the queue and ask for stage 3."
    for_it = [("Sipho", "I think it's fine for stage 3."), ("Naledi", "We have no concerns with the tin."), ("Naledi", "We support stage 3."), ("Thabo", "Looks good to me for stage 3.")]
    assert ended(nlp, ("Lindiwe", asked), *for_it) == [("supported", asked, for_it[-1][1])]
    for doubt in ("We have some serious concerns with the tin.", "We have had no concerns, but now we have many concerns."):
        assert ended(nlp, ("Lindiwe", asked), *for_it, ("Chair", doubt)) == []
    hardly = [("Sipho", "It's hardly ready for stage 3."), ("Naledi", "It's fine for stage 3 if the tests pass."), ("Thabo", "I support stage 3 of the clinic.")]
    assert ended(nlp, ("Lindiwe", asked), *hardly) == []
    assert ended(nlp, *for_it, ("Chair", "Next is the clinic."), ("Lindiwe", asked)) == [], "that was on another matter"
