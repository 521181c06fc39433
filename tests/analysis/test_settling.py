"""What whoever leads puts to all, and how a matter is left; all of it fictional."""

from __future__ import annotations

import pytest

from copaper.analysis.outcomes import outcomes
from copaper.analysis.pipeline import analyse
from copaper.analysis.settling import TO_ALL, left_as, put_to_all, with_refusals
from copaper.analysis.units import read_units
from copaper.records import Ending, EndingState, Kind
from tests import factories
from tests.papers.composing import finding, said, theme

FRONT = [("B", "We sell maize at the rank and the fee is too high for the small traders."), ("C", "Thank you.")]
PUT = "Let me say it so that it's clear: the fee stays at two hundred rand, as a pilot, until December."
FEE = "the fee stays at two hundred rand, as a pilot, until December."


def read(nlp, *turns: tuple[str, str]):
    session = factories.session([*FRONT, *turns])
    chair = next(person.id for person in session.participants if person.name == "C")
    return session, read_units(session, nlp), [chair]


def put(nlp, *turns: tuple[str, str]) -> list[str]:
    _, units, chair = read(nlp, *turns)
    return [" ".join(unit.text for unit in units[one.first : one.last + 1])[one.skipped :] for one in put_to_all(units, chair)]


def left(nlp, *turns: tuple[str, str]) -> list[tuple[EndingState, str, str]]:
    _, units, chair = read(nlp, *turns)
    return [(one.state, " ".join(unit.text for unit in units[one.first : one.last + 1]), units[one.proposed].text if one.proposed is not None else "") for one in left_as(units, chair)]


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ([("C", f"{PUT} Is that right?"), ("S", "That's right. And I'll write to the mayor."), ("C", "Then it's decided.")], FEE),
        ([("C", f"{PUT} Thumbs please?"), ("S", "I see nineteen thumbs. Twenty."), ("C", "Twenty thumbs, none down, so that's decided.")], FEE),
        ([("C", "So the first of October then. The fee stays at two hundred rand in all the ranks. Can you live with that?"), ("S", "I can live with it if it is told to the traders."), ("C", "Decided.")], "So the first of October then. The fee stays at two hundred rand in all the ranks."),
        ([("C", "The three then. Soweto, Durban and Kimberley check the files of the others, five in a hundred. Agreed?"), ("S", "Agreed."), ("B", "Yes.")], "Soweto, Durban and Kimberley check the files of the others, five in a hundred."),
        ([("C", "Five pairs on the telephone, until the end of November, and it comes back here. Anybody against? No. Decided.")], "Five pairs on the telephone, until the end of November, and it comes back here."),
        ([("C", "Can we take it as a decision, that this community uses one diary for the power and the water?"), ("S", "Yes."), ("C", "Okay, decided.")], "this community uses one diary for the power and the water?"),
        ([("C", "We agree, this community, that we'll draft a notice of one page. The draft is ready by the seventeenth of April."), ("S", "Fine.")], "we'll draft a notice of one page. The draft is ready by the seventeenth of April."),
    ],
)  # fmt: skip
def test_what_is_put_to_all_and_agreed_is_told_as_it_was_put(nlp, turns, told):
    [found] = put(nlp, *turns)
    assert found.endswith(told)


YES_AND_CLOSED = [("C", f"{PUT} Is that right?"), ("C", "Then it's decided.")]


@pytest.mark.parametrize(
    "turns",
    [
        [("C", PUT), ("S", "Yes."), ("B", "No, chair, I object. The traders cannot pay it."), ("C", "Then we have no agreement on it.")],
        [("C", PUT), ("S", "Yes."), ("C", "Then it's decided."), ("B", "No, that is not what we agreed.")],
        [("C", "Can we agree that the fee stays at two hundred rand until December?"), ("B", "No, I cannot agree to that at all."), ("C", "Okay. So the parking fee then, that one nobody has a problem with. It's agreed.")],
        [("C", "I propose that the fee stays at two hundred rand until December."), ("B", "I object to that."), ("C", "Fine. Then the venue: we stay at the taxi rank. That's agreed.")],
        [("C", "What we are proposing is that the traders pay three hundred rand from July onwards."), ("B", "Far too much."), ("C", "Okay, three hundred is too much. Two fifty?"), ("B", "Two fifty is fine."), ("C", "Good. It's decided.")],
        [("C", "What we propose is that the traders pay three hundred rand from July."), ("B", "Two hundred stays as it was."), ("C", "Okay, Gerhard has it. That's agreed.")],
        [("C", f"{PUT} But it is only a proposal until the traders have voted on it. Is that right?"), ("S", "Yes."), ("C", "Then it's decided.")],
        [("C", "The association in Soweto pays its guards four hundred rand for the Saturday. Is that right, Gerhard?"), ("B", "It is four fifty."), ("C", "And the braai is on the ninth of August."), ("S", "Yes."), ("C", "Settled.")],
        [("C", "We agreed to meet the mayor on Monday but he cancelled on us."), ("S", "Yes.")],
        [("C", "We agree that it was a terrible year."), ("S", "Yes.")],
        [("C", "We agree to disagree on the fee for the traders of the market."), ("S", "Yes.")],
        [("C", "May I put it like this: Gerhard hates the fee, Refilwe loves it, and I sit in the middle with a headache."), ("S", "Yes.")],
        [("C", "I'd suggest that we speak one by one and mute the microphones."), ("S", "Fine."), ("C", "That is agreed.")],
        [("B", f"{PUT} Is that right?"), ("S", "Yes."), ("B", "Then it's decided.")],
        *([("C", f"{PUT} Is that right?"), ("S", answer), ("C", "Then it's decided.")] for answer in ("Yes, can we first ask the traders?", "Okay, however the traders will never pay that.", "Sure, over my dead body.", "Yes? I missed that.", "The taxi is late.")),
    ],
)  # fmt: skip
def test_what_somebody_objects_to_or_nobody_agrees_to_is_not(nlp, turns):
    _, units, chair = read(nlp, *turns)
    assert put(nlp, *turns) == []
    assert not any(outcome.kind is Kind.DECISION for outcome in outcomes(units, chair))


def test_a_list_at_the_end_that_names_it_once_more_is_the_same_decision(nlp):
    turns = [("C", f"{PUT} Is that right?"), ("S", "That's right."), ("C", "Then it's decided."), ("B", "Thank you for that."), ("C", "So, what did we decide. One, the fee of two hundred rand, until December. Two, the guards at the gate of the depot get new jackets.")]
    _, units, chair = read(nlp, *turns)
    first, second = (outcome for outcome in outcomes(units, chair) if outcome.kind is Kind.DECISION)
    assert first.skipped and units[first.again].text.startswith("One,") and second.listed and units[second.last].text.startswith("Two,")


def test_a_list_holds_no_banter_and_ends_where_the_meeting_goes_on(nlp):
    _, units, chair = read(nlp, ("C", "Okay, what we decided. The fee stays at two hundred rand. Gerhard was quite rude to the plumber on the phone. I have it here. The list of debtors is not accepted. Let's move on to the next item now, please. Sipho has the roof of the hall to mend."))
    assert [units[outcome.last].text for outcome in outcomes(units, chair)] == ["The fee stays at two hundred rand."]


@pytest.mark.parametrize(
    ("said_so", "told"),
    [
        ("I don't think we're going to settle this one today. Gerhard says draw lots, since it is the only clean answer. Palesa says that it isn't fair to people. So it stays open.", "I don't think we're going to settle this one today. Gerhard says draw lots, since it is the only clean answer. Palesa says that it isn't fair to people. So it stays open."),
        ("Thank you. One side signs the note for the client, and the other says that a signature binds the adviser. It stays open.", "One side signs the note for the client, and the other says that a signature binds the adviser. It stays open."),
        ("We'll leave it open, a fixed share by trade or smaller packages.", "We'll leave it open, a fixed share by trade or smaller packages."),
    ],
)  # fmt: skip
def test_what_stays_open_is_told_with_what_it_is(nlp, said_so, told):
    assert left(nlp, ("C", said_so)) == [(EndingState.LEFT_OPEN, told, "")]


def test_what_is_put_off_is_told_with_what_it_is(nlp):
    assert left(nlp, ("C", "So, number eight, the guide to fees. We put it off. It goes as the first item to the next session.")) == [(EndingState.PUT_OFF, "So, number eight, the guide to fees. We put it off. It goes as the first item to the next session.", "")]
    [(state, _, _)] = left(nlp, ("C", "We'll put the demonstration of the dashboard first on the agenda of the next session."))
    assert state is EndingState.PUT_OFF


@pytest.mark.parametrize(
    "words",
    [
        "We leave that one open.",
        "The gate at the taxi rank stays open until six in the evening for the food traders.",
        "Applications for the stalls are late, it is still open until the thirtieth of June.",
        "I leave it open whether the door of the depot was locked.",
        "Let's move the chairs and tables to the back for the next session.",
        "We'll start with the fee now and the training at the next session.",
        "The municipality says that the bylaw on street trade is deferred to the next session.",
    ],
)
def test_what_is_open_or_moved_otherwise_is_not(nlp, words):
    assert left(nlp, ("C", words)) == []


NO_PAY = "I propose that no grant is paid without the form."


def test_a_proposal_that_is_refused_stands_with_the_refusal(nlp):
    refused = "So we're not taking that one forward."
    assert left(nlp, ("B", NO_PAY), ("S", "That punishes the client."), ("C", refused)) == [(EndingState.NOT_AGREED, refused, NO_PAY)]
    announced = "This community must make a list of all who pay late."
    assert left(nlp, ("B", "Chair, I've a proposal."), ("C", "Quickly."), ("B", announced), ("C", "Thirty against. So it's not accepted.")) == [(EndingState.NOT_AGREED, "So it's not accepted.", announced)]


@pytest.mark.parametrize("proposal", ["So what I propose is one register of all clients, shared by the centres.", "We should publish a list of who pays late, every quarter, by name.", "Why don't we put up a list of who pays late.", "So the proposal from the office is that we hold a contest in October."])
@pytest.mark.parametrize("refused", ["Four to twenty-two. It's turned down.", "So we don't take that one.", "That one is rejected.", "Sipho, it's a no, sorry.", "So it's not supported."])
def test_a_refusal_may_be_said_in_many_words(nlp, proposal, refused):
    [(state, said, proposed)] = left(nlp, ("B", proposal), ("S", "That punishes the client."), ("C", refused))
    assert state is EndingState.NOT_AGREED and said in refused and proposed == proposal


@pytest.mark.parametrize(
    "turns",
    [
        [("B", "I propose that we pay two guards for the market."), ("C", "We don't take the main road when it rains. The permit was rejected by the council.")],
        [("B", "I propose that we pay two guards for the market."), ("C", "It's a no from the bank, as always.")],
        [("B", "I suggest that the committee gets new jackets for the marshals."), ("C", "The old price list is not taken forward, the printer made mistakes in it.")],
        [("B", "I propose that we pay two guards for the market."), ("C", "Thank you, that is good. And the tax of the municipality is not accepted by the council.")],
        [("B", "I propose that the fee stays at two hundred rand."), ("S", "I propose that we scrap the fee for the women."), ("C", "So Refilwe's is fine with everybody, and Gerhard's, as proposed and not supported.")],
        [("C", "So it's not accepted.")],
    ],
)  # fmt: skip
def test_no_proposal_is_refused_by_words_on_another(nlp, turns):
    assert left(nlp, *turns) == []


def test_a_finding_that_tells_what_was_refused_is_disputed():
    session = factories.session([("B", NO_PAY), ("C", "We're not taking that one forward.")])
    proposed, refusal = (said(session, "turn", n) for n in range(2))
    ended = theme(0, session).model_copy(update={"endings": (Ending(state=EndingState.NOT_AGREED, said=refusal, reply=proposed),)})
    advice, question, other = (finding(kind, part, id=id_) for kind, part, id_ in ((Kind.RECOMMENDATION, proposed, "a"), (Kind.QUESTION, proposed, "q"), (Kind.RECOMMENDATION, refusal, "o")))
    assert [one.disputed for one in with_refusals([advice, question, other], [ended])] == [(refusal,), (), ()]


def test_what_is_put_so_says_it_of_itself():
    session = factories.session([
        ("Nomsa Khumalo", "Good morning everybody, welcome to the meeting of the rank. Let's start. Bheki, over to you."),
        *[("Bheki Zulu", "The traders of the rank pay the fee to the association on the first Monday of the month."), ("Nomsa Khumalo", "Thank you, Bheki. Sipho, please go ahead."), ("Sipho Dube", "The small traders say that they cannot pay it in the winter.")] * 3,
        ("Nomsa Khumalo", f"{PUT} Is that right?"), ("Sipho Dube", "That's right."), ("Nomsa Khumalo", "Then it's decided. Let's move on to the next item. Sipho, over to you."),
        ("Sipho Dube", "The roof of the hall leaks where the rain comes from the west, and the plumber wants nine thousand rand for it."), ("Nomsa Khumalo", "Thank you, Sipho. That brings us to the end of the meeting. Goodbye everybody."),
    ])  # fmt: skip
    [decided] = [one for one in analyse(session).findings if one.kind is Kind.DECISION]
    assert decided.fields["put"] == TO_ALL and decided.statement == f"T{FEE[1:]}" and decided.evidence[0].quote.startswith("the fee stays")


ASKED = f"{PUT} Is that right?"
CLOSED = ("C", "Then it's decided.")
OBJECTIONS = [
    "Absolutely not.", "I vote no.", "We are not in favour.", "Our branch disagrees.", "Durban abstains and Soweto votes against.", "I want it minuted that Soweto is opposed.", "The women are against it.",
    "Our members have rejected it.", "I have a problem with December.", "The traders will strike over it.", "That is impossible for us.", "Nonsense.", "Count me out.",
]  # fmt: skip


@pytest.mark.parametrize("said", OBJECTIONS)
@pytest.mark.parametrize("first", [True, False])
def test_an_objection_in_whatever_words_leaves_it_undecided(nlp, said, first):
    assert put(nlp, ("C", ASKED), ("S", "Yes."), *([("B", said), CLOSED] if first else [CLOSED, ("B", said)])) == []


@pytest.mark.parametrize("said", [
    "Yes, provided that the guards are paid.", "Yes, subject to what the traders say.", "Yes, once the committee has seen the books.", "Agreed in principle.", "I could agree if it was one hundred.",
    "Sure, with the exception of the women.", "Yes. It should be three hundred.", "Perfect, then it's three hundred for July.", "Yes to the pilot, December is too long.", "I agree with those who want it scrapped.",
    "I agree with Gerhard, the fee is a crime.", "I support the other proposal of the women.", "Good question, chair.", "Good morning, sorry I am late.", "Good luck with that.",
    "Correct me if I am wrong, it was three hundred.", "I'm in Durban, I cannot hear you.", "Yes, chair, I have my hand up.", "Yeah, nah.", "Sure, and pigs fly.",
])  # fmt: skip
def test_a_yes_that_says_something_else_is_none(nlp, said):
    assert put(nlp, ("C", ASKED), ("S", said), CLOSED) == []


@pytest.mark.parametrize("said", ["Yes.", "Agreed, chair.", "Fine with me.", "Yes from Limpopo.", "No objection from Limpopo.", "I support it.", "Ja, for me too.", "KZN is in.", "I see nineteen thumbs. Twenty. Nobody down.", "We agree.", "Yes, that's fine with us."])
def test_a_plain_yes_is_one(nlp, said):
    assert put(nlp, ("C", ASKED), ("S", said), CLOSED) == [FEE]


@pytest.mark.parametrize("turns", [
    [("C", f"{PUT} Thumbs please?"), ("S", "Nineteen thumbs down, two up."), ("C", "Then it's decided, the fee goes.")],
    [("C", f"{PUT} Thumbs please?"), ("S", "Four thumbs down."), ("C", "Right, that's decided.")],
    [("C", "The fee stays at two hundred rand in all of the ranks until December. Anybody against?"), ("S", "Yes."), ("C", "Decided.")],
    [("C", f"{PUT} Any objections?"), ("S", "Yes, I do."), ("C", "Okay."), ("B", "Fine, fine."), ("C", "Right, that's settled.")],
    [("C", ASKED), ("B", "Until June."), ("S", "Yes, June."), CLOSED],
    [("C", f"{PUT} Can you all live with that?"), ("B", "Until June, chair, since the harvest is in July."), ("C", "Okay, until June."), ("S", "Agreed."), CLOSED],
    [("C", ASKED), ("B", "Make it two fifty and we are happy."), ("S", "Agreed."), CLOSED],
    [("C", "What we propose is: the fee is two hundred rand, or the fee is three hundred rand from July. Which one do you agree with?"), ("S", "Yes, the three hundred."), ("C", "Decided.")],
    [("C", "What we propose is either that the fee stays at two hundred or that it goes to three hundred. Agreed?"), ("S", "Yes."), ("C", "Decided.")],
    [("C", "Let me put it like this: the traders in Durban want no fee at all until December. Is that correct?"), ("B", "Correct."), ("C", "Good, that's settled then.")],
    [("C", "We agree that the fee hurts the small traders of the rank in winter."), ("S", "Yes.")],
    [("C", f"{PUT} Can you live with that?"), ("S", "Let me think about it."), ("C", "Okay. Lunch is at one then."), ("S", "Yes."), ("C", "Agreed.")],
    [("B", "I propose that no grant is paid without the form."), ("C", "I don't think there is any support for this yet, so let me ask. Thumbs?"), ("S", "Twenty thumbs."), ("C", "Good, carried.")],
])  # fmt: skip
def test_a_vote_lost_a_change_or_a_choice_is_no_decision(nlp, turns):
    assert put(nlp, *turns) == []


@pytest.mark.parametrize("turns", [
    [("B", "I propose that no grant is paid without the form."), ("C", "I don't think there is any support for this yet, so let me ask. Thumbs?")],
    [("B", "I propose that no grant is paid without the form."), ("C", "And late forms? That is not accepted any more, in the office, since May.")],
    [("C", "I will not accept that the fee for the guards gets postponed to the next session.")],
    [("C", "Let's not let it happen that the fee for the guards is put off to the next session.")],
    [("C", "We'll take the group photo with the mayor at the next meeting.")],
    [("C", "I don't think we can agree more with the women of Durban on the fee for the guards.")],
    [("C", "The position of the treasurer in Durban is still open, so please send names.")],
])  # fmt: skip
def test_what_only_sounds_so_leaves_no_matter(nlp, turns):
    assert left(nlp, *turns) == []
