"""Where people agreed and differed: said outright, on something that another person said."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from copaper.analysis.replies import MOST, replies_by_theme, stance, with_replies
from copaper.analysis.themes import join
from copaper.analysis.units import read_units
from copaper.records import CueMark, Findings, Participant, Session, Theme, Turn

START = datetime(2026, 3, 4, 10, tzinfo=UTC)
STANCES = [
    ("I agree with what Thandi told us about the deposit.", True),
    ("Ja, I fully agree that the deposit is too high.", True),
    ("I don't disagree that the deposit is too high.", True),
    ("That is also our experience with the banks in Limpopo.", True),
    ("I don't agree that the deposit is the problem.", False),
    ("Well, I see it differently because our bank asks for none.", False),
    ("I would push back on the deposit a little.", False),
    ("That is not our experience with the banks here.", False),
    ("May I disagree with you on the deposit?", None),
    ("I agree.", None),
    ("If I agree to the deposit I lose the van.", None),
    ("While I agree with you on the deposit, the form is worse.", None),
    ("We agreed to meet on Friday about the deposit.", None),
    ("Some say I agree too fast with the bank on this.", None),
    ("I can't follow that, nor do I agree with the deposit, but go on.", None),
    ("They agree with the bank about the deposit.", None),
    ("To be clear, I agree that the deposit is a third of the loan.", None),
    ("I agree that is a change for the bank, it's just not a reason to drop the deposit.", None),
    ("I agree with the deposit of a third, but the form has to go.", None),
    ("What I do agree with, though, is that the deposit has to come down.", None),
    ("What I do also agree with is that the deposit has to come down.", None),
    ("I agree with the member opposite about one thing: the deposit is a third.", None),
    ("I agree that we should focus on one thing at a time with the bank.", True),
    ("That is what I fully agree with, the deposit is too high.", True),
    ("I concur with everybody else who said that the deposit is too high.", None),
    ("What we do is that we pay the deposit in three parts and the bank has come round to it, I agree with that.", None),
]


@pytest.mark.parametrize(("text", "expected"), STANCES)
def test_a_stance_is_said_outright(text: str, expected: bool | None) -> None:
    assert stance(text) is expected


def session_of(*said: tuple[str, float, str]) -> Session:
    people = dict.fromkeys(who for who, _, _ in said)
    return Session(
        id="s", community="bas", title="", start=START, end=START + timedelta(hours=1), timezone="UTC", messages=(), sources=(),
        participants=tuple(Participant(id=who, name=who) for who in people),
        turns=tuple(
            Turn(index=i, participant=who, start=at, end=at + 5, text=text, cues=(CueMark(index=i, at=0, start=at, end=at + 5, line=i + 1),), source=0)
            for i, (who, at, text) in enumerate(said)
        ),
    )  # fmt: skip


def found_in(nlp, *said: tuple[str, float, str]):
    session = session_of(*said)
    return replies_by_theme(session, read_units(session, nlp), lambda evidence: "t").get("t", ())


DEPOSIT = "The banks ask the traders for a deposit of a third before they lend."


def test_a_reply_is_told_with_what_it_replies_to(nlp) -> None:
    (reply,) = found_in(nlp, ("ann", 0.0, DEPOSIT), ("ben", 10.0, "I don't agree that the banks want a deposit from the traders."))
    assert (reply.agrees, reply.to.quote, reply.by.participant) == (False, DEPOSIT, "ben")


def test_who_agrees_with_somebody_in_the_same_turn_differs_from_another(nlp) -> None:
    differs = "I don't agree that the banks want a deposit from the traders."
    for whom, told in (("Ann", False), ("Zinhle", True)):
        turn = f"The slide was wrong, so I agree with {whom}'s point, which I hold to be a good one in the end. {differs}"
        assert any(not reply.agrees for reply in found_in(nlp, ("ann", 0.0, DEPOSIT), ("ben", 10.0, turn))) is told


def test_a_short_reply_takes_the_next_sentence_along(nlp) -> None:
    text = "I agree with Ann on that. The deposit of the banks keeps the traders out."
    (reply,) = found_in(nlp, ("ann", 0.0, DEPOSIT), ("ben", 10.0, text))
    assert reply.agrees and reply.by.quote == text


@pytest.mark.parametrize(
    "said",
    [
        (("ann", 0.0, DEPOSIT), ("ann", 10.0, "I agree with myself that the banks want a deposit.")),
        (("ann", 0.0, DEPOSIT), ("ben", 10.0, "I agree with the plan to plant maize in the spring.")),
        (("ann", 0.0, DEPOSIT), ("ben", 1000.0, "I agree that the banks want a deposit from the traders.")),
        (("ben", 10.0, "I agree that the banks want a deposit from the traders."),),
        (("ann", 0.0, "I'll turn now to the banks and the deposit that they want from traders."), ("ben", 10.0, "I agree that the banks want a deposit from the traders.")),
        (("ann", 0.0, "Those two want a deposit from the traders before they lend."), ("ben", 10.0, "I agree that the banks want a deposit from the traders.")),
        (("ann", 0.0, "The honourable member is a good colleague of the minister."), ("ben", 10.0, "I agree with my honourable colleague that the maize has to be dry.")),
    ],
    ids=["one's own words", "another matter", "too late", "nobody before", "who runs the meeting", "of whom nobody knows", "only forms of address shared"],
)
def test_what_is_no_reply(nlp, said) -> None:
    assert found_in(nlp, *said) == ()


@pytest.mark.parametrize("turn", ["But", "However,", "The forms are short. But", "It's just that"])
def test_who_agrees_only_to_go_on_with_but_does_not_agree(nlp, turn: str) -> None:
    text = "I agree that the banks want a deposit from the traders."
    assert found_in(nlp, ("ann", 0.0, DEPOSIT), ("ben", 10.0, f"{text} We pay it."))
    assert found_in(nlp, ("ann", 0.0, DEPOSIT), ("ben", 10.0, f"{text} {turn} we never pay it.")) == ()


@pytest.mark.parametrize(
    ("whom", "to"),
    [("Zinhle", "Zinhle Dube"), ("what Zinhle said", "Zinhle Dube"), ("ZD", "Zinhle Dube"), ("you, Zinhle,", "Zinhle Dube"), ("Sipho", None), ("you", "ben"), ("what ben said", "ben")],
)
def test_who_is_named_is_who_is_agreed_with(nlp, whom: str, to: str | None) -> None:
    deposit = "The deposit of a third keeps the traders from the banks of the town."
    said = ("Zinhle Dube", 0.0, deposit), ("ben", 10.0, "The banks of the town ask traders for a deposit of a third, and for papers."), ("cat", 20.0, f"I agree with {whom} that the deposit of a third keeps traders from the banks.")
    assert [reply.to.participant for reply in found_in(nlp, *said)] == ([to] if to else [])


def test_who_is_named_in_the_next_sentence_is_who_is_agreed_with(nlp) -> None:
    text = "I agree, the deposit is too high. I agree with everything that {} said."
    assert found_in(nlp, ("Zinhle Dube", 0.0, DEPOSIT), ("ben", 10.0, text.format("Zinhle")))
    assert found_in(nlp, ("Zinhle Dube", 0.0, DEPOSIT), ("ben", 10.0, text.format("Sipho"))) == ()


def test_who_agrees_shares_more_than_one_word_with_what_was_said_some_time_before(nlp) -> None:
    between = [("eve", 5.0 + number, "The road to the dairy by the river is closed again.") for number in range(3)]
    assert found_in(nlp, ("ann", 0.0, DEPOSIT), *between, ("ben", 20.0, "I agree that a deposit is what kept us out of the new hall.")) == ()
    assert found_in(nlp, ("ann", 0.0, DEPOSIT), ("ben", 20.0, "Thank you for that. It is a hard thing for all. I agree that a deposit is what kept us out of the new hall."))
    assert found_in(nlp, ("ann", 0.0, DEPOSIT), *between, ("ben", 20.0, "I agree that the banks ask too large a deposit of us."))


def test_of_many_who_agree_one_who_differs_is_told(nlp) -> None:
    said = [("ann", 0.0, DEPOSIT), *((f"p{number}", 5.0 + number, "I agree that the banks ask the traders for a deposit.") for number in range(MOST + 1))]
    told = found_in(nlp, *said, ("eve", 20.0, "I see it differently, banks ask few traders for a deposit, and lend to all of the rest in the town by the river."))
    assert len(told) == MOST and [reply.by.participant for reply in told if not reply.agrees] == ["eve"]


def test_of_two_people_one_reply_of_a_kind_is_kept_and_few_in_all(nlp) -> None:
    said = [("ann", 0.0, DEPOSIT)]
    for number in range(6):
        said += [(f"p{number}", 5.0 + number, "I agree that the banks ask the traders for a deposit."), (f"p{number}", 5.5 + number, "I agree that the deposit of the banks is a third.")]
    found = found_in(nlp, *said)
    assert len(found) == MOST
    assert len({reply.by.participant for reply in found}) == MOST
    assert [reply.by.index for reply in found] == sorted(reply.by.index for reply in found)


def test_joined_themes_keep_their_replies(nlp) -> None:
    replies = found_in(nlp, ("ann", 0.0, DEPOSIT), ("ben", 10.0, "I don't agree that the banks want a deposit from the traders."))
    one, other = (Theme(id=id_, label=id_, salience=0.5, spans=()) for id_ in "ab")
    (b,) = with_replies((other,), {"b": replies})
    findings = Findings(session="s", model="m", segments=(), themes=(one, b), findings=())
    assert join(findings, into=one, gone=b).themes[0].replies == replies


@pytest.mark.parametrize("between", ["The banks never ask us for a deposit.", "In our town the traders lend, and no bank asks for a deposit."])
def test_who_denied_it_before_does_not_agree(nlp, between: str) -> None:
    reply = "I agree that the banks ask traders for a deposit before they lend."
    assert found_in(nlp, ("ann", 0.0, DEPOSIT), ("ben", 10.0, "The deposit is paid in three parts here."), ("ann", 20.0, "And the form is long."), ("ben", 30.0, reply))
    assert found_in(nlp, ("ann", 0.0, DEPOSIT), ("ben", 10.0, between), ("ann", 20.0, "And the form is long."), ("ben", 30.0, reply)) == ()


@pytest.mark.parametrize("divided", ["Not all of us see it that way, of course.", "But I'm in the minority here.", "Some of us disagree about the deposit."])
def test_nobody_agreed_where_somebody_says_that_others_do_not(nlp, divided: str) -> None:
    reply = "I agree that the banks ask traders for a deposit before they lend. It keeps them out."
    assert found_in(nlp, ("ann", 0.0, DEPOSIT), ("ben", 10.0, reply), ("cat", 20.0, "The forms are short."))
    assert found_in(nlp, ("ann", 0.0, DEPOSIT), ("ben", 10.0, reply), ("cat", 20.0, divided)) == ()
