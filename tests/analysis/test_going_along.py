"""What people settle without saying that it is decided; all of it fictional."""

from __future__ import annotations

import pytest

from copaper.analysis.going_along import gone_along
from copaper.analysis.pipeline import analyse
from copaper.analysis.units import read_units
from copaper.records import EndingState
from tests import factories

FRONT = [("B", "The stall at the rank has no roof, and the rain spoils the flour."), ("C", "Thank you.")]


def along(nlp, *turns: tuple[str, str]) -> list[tuple[str, str, str]]:
    """Return what seems settled, what was proposed before, and who went along, of sentences that "C" leads."""
    session = factories.session([*FRONT, *turns])
    units = read_units(session, nlp)
    chair = next(person.id for person in session.participants if person.name == "C")

    def words(first: int, last: int) -> str:
        return " ".join(unit.text for unit in units[first : last + 1])

    return [(words(one.first, one.last), words(*one.proposed) if one.proposed else "", units[one.along].text if one.along is not None else "") for one in gone_along(units, {chair})]


TRY = "So we try it. From July to December the rank pays for the roof, and in January we look at it again."


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ([("S", "I can do that."), ("B", "Fine with me."), ("C", TRY)], (TRY, "", "")),
        ([("C", TRY), ("S", "I can live with that."), ("B", "Ja, let's do it.")], (TRY, "", "I can live with that.")),
        ([("C", "So let me hear if I've got it. One roof, paid by the rank, before the rains. Anybody who's going to lose sleep about it?"), ("S", "No, chair."), ("B", "It's common sense.")], ("One roof, paid by the rank, before the rains.", "", "It's common sense.")),
        ([("S", "I'd say twelve stalls, with a roof for each."), ("B", "Twelve's fine."), ("M", "Makes sense."), ("C", "Twelve, then.")], ("Twelve, then.", "I'd say twelve stalls, with a roof for each.", "")),
        ([("S", "If we say forty bags of flour, from the first of March."), ("B", "I'm in."), ("M", "We're in."), ("C", "Then that's how we'll do it. Forty, from March.")], ("Then that's how we'll do it. Forty, from March.", "If we say forty bags of flour, from the first of March.", "")),
        ([("C", "Fourteen and sixteen stalls with roofs, that's thirty. So why don't we just do it? From July."), ("S", "I'm in."), ("B", "We're in.")], ("Fourteen and sixteen stalls with roofs, that's thirty. So why don't we just do it? From July.", "", "I'm in.")),
    ],
)
def test_what_the_others_go_along_with_is_told(nlp, turns, told):
    assert along(nlp, *turns) == [told]


@pytest.mark.parametrize(
    "turns",
    [
        [("C", TRY), ("S", "I can live with that."), ("M", "And the oven of the school? Can we use it? I mean, as it is."), ("B", "Ja, let's do it.")],  # a reply to that
        [("C", TRY), ("S", "I can live with that.")],  # one is not enough where nobody was asked
        [("C", TRY), ("S", "I can live with that."), ("B", "Ja, fine."), ("M", "No, chair, I object. The rank has no money.")],
        [("C", "So we try it. Tea first, and we meet in the breakout rooms at eleven."), ("S", "Fine with me."), ("B", "Perfect.")],
        [("C", "So let me hear if I've got it. One roof, paid by the rank, before the rains. Anybody who's unhappy?"), ("S", "Yes, I am unhappy, the rank has no money."), ("B", "Against.")],
        [("C", "Last year we said, so we try it, and the roof fell in December."), ("S", "Ja."), ("B", "Yes.")],
        [("S", "So we try it. From July to December the rank pays for the roof."), ("B", "Fine with me."), ("M", "I'm in.")],  # who does not lead
        [("C", "I will check what the roof costs at the hardware. Does that sound right to everybody?"), ("S", "Fine."), ("B", "Perfect.")],
    ],
)
def test_what_is_no_settling_is_not_told(nlp, turns):
    assert along(nlp, *turns) == []


BEFORE = [("B", "The water fee for the households and the paper forms of the training are what the schools talk of. We need one letter on the goats and the tags, the tractor and the clinic.")]


@pytest.mark.parametrize(
    "turns",
    [
        [("C", "So we keep the water fee at forty rand a month for every household."), ("T", "Fine."), ("S", "Works for me."), ("G", "Chair, let us sleep over it, please. Our people have not heard of this.")],
        [("C", "So we write one letter to the Minister in the name of all seven schools."), ("T", "Fine."), ("S", "Works for me."), ("G", "I have no mandate for that, I must go back to my members.")],
        [("C", "So we ask forty rand a bag from the first of June for the tags."), ("T", "Fine."), ("S", "Works for me."), ("G", "Thirty-five, otherwise nobody buys.")],
        [("C", "So we drop the paper forms from March and use the phone only."), ("T", "Fine."), ("S", "Works for me."), ("G", "And what about the gogos who have no phone?")],
        [("C", "So we use the blue tags for the goats from next season on."), ("T", "Fine."), ("S", "Works for me."), ("G", "I hear you, Chair. Our side will keep the red ones.")],
        [("C", "So we share the tractor between the three schools, one week each."), ("T", "Fine."), ("G", "Works for me."), ("C", "On second thoughts, let me first talk to the insurance before we fix that.")],
        [("C", "Okay, so we give the schools the whole budget for a new tractor with leather seats."), ("S", "Deal."), ("T", "Works for me."), ("C", "I'm joking, people.")],
        [("C", "So we write letters and write letters, and nobody ever answers at the clinic."), ("S", "Yes."), ("G", "Ja.")],
        [("C", "So the fee is forty rand from January for all households. Is anybody against?"), ("T", "Nobody here."), ("G", "I am.")],
        [("C", "So we test the ten taps of the households before winter. Any objections?"), ("T", "No, I can't hear you, say again?"), ("G", "No sound here either.")],
        [("C", "The forms went out on Monday, fifty to everybody who registered. Everybody okay?"), ("T", "Yes."), ("G", "Fine, got mine.")],
        [("C", "So we send the forms of the training in June. Gert, did you get yours?"), ("G", "Yes."), ("T", "Yes, me too."), ("S", "Yes.")],
        [("T", "Is the recording on?"), ("S", "Yes."), ("G", "Is tomorrow a holiday?"), ("T", "Yes."), ("C", "Then we write to the clinic about the forms of the training."), ("G", "Which clinic is that?")],
        [("C", "Okay, so we do either the clinic first or the schools first with this money."), ("T", "Fine."), ("G", "Works for me.")],
        [("C", "So we do three groups of ten people, with one person from each school to write down the answers."), ("T", "Fine."), ("G", "Works for me.")],
        [("C", "So we keep the water fee at forty rand for every household. Is anybody against?"), ("T", "No."), ("G", "Zone Two is.")],
        [("C", "So we keep the water fee at forty rand for every household."), ("T", "Fine."), ("S", "Works for me."), ("G", "Hhayi, asivumi.")],
        [("G", "I'm totally against forty rand."), ("T", "Fine."), ("S", "Works for me."), ("C", "So we keep the water fee at forty rand for every household.")],
        [("C", "So we keep the water fee at forty rand for every household."), ("T", "Fine."), ("S", "Works for me."), ("C", "But nothing is decided today, this goes to the general meeting.")],
        [("C", "So we keep the water fee at forty rand for every household."), ("T", "Fine."), ("S", "Works for me."), ("C", "No wait, thirty. Thirty rand, sorry.")],
        [("C", "So we keep the water fee at forty rand for every household."), ("T", "Fine."), ("S", "Works for me."), ("G", "Forty rand, my people cannot pay that.")],
        [("C", "So we keep the water fee at forty rand for every household."), ("T", "Fine."), ("S", "Works for me."), ("G", "Chair, point of order. We don't have a quorum.")],
        [("B", "Can I bring my chair closer to the tractor?"), ("T", "Fine with me."), ("S", "No problem."), ("C", "So we write one letter to the clinic about the goats."), ("G", "Which goats?")],
        [("C", "So we send the tractor to the clinic first. That is one option."), ("T", "Makes sense."), ("S", "Fine with me."), ("C", "The other option is the schools first.")],
        [("C", "Okay, so you mix two spoons of lime with one bucket of water. Everybody with me?"), ("T", "Yes."), ("S", "Yes.")],
        [("C", "Okay, so thirty households have taps and twelve have none."), ("T", "That's right."), ("S", "That's fine.")],
        [("C", "On my farm the goats come in at night. And then we give them water and close the gate."), ("S", "Makes sense."), ("G", "Makes sense.")],
    ],
)  # fmt: skip
def test_what_is_held_back_taken_back_or_something_else_is_not_told(nlp, turns):
    assert along(nlp, *BEFORE, *turns) == []


def test_what_is_changed_later_is_told_with_what_it_changes(nlp):
    turns = [
        ("B", "I'd say ten percent of the takings of the month."), ("S", "Makes sense."), ("T", "Fine with me."), ("C", "Okay, so ten percent of the month it is, for the book of the shops."), *[("B", "The bakers speak of the roof."), ("S", "And of the flour.")] * 8,
        ("B", "Ten percent of a month is far more than she owed."), ("S", "No, then it's a week."), ("T", "Much better."), ("C", "Okay so scrap the month, it's a week's takings."), ("T", "Fine with me."),
    ]  # fmt: skip
    [(now, first, _)] = along(nlp, *turns)
    assert now == "Okay so scrap the month, it's a week's takings." and first == "Okay, so ten percent of the month it is, for the book of the shops."


def test_the_topic_says_that_it_seems_settled():
    session = factories.session([
        ("Nomsa Khumalo", "Good morning everybody, welcome to the meeting of the rank. Let's start. Bheki, over to you."),
        *[("Bheki Zulu", "The stalls of the rank have no roof, and the rain spoils the flour of the bakers."), ("Nomsa Khumalo", "Thank you, Bheki. Sipho, please go ahead."), ("Sipho Dube", "A roof of tin costs nine thousand rand, and the carpenters of the rank build it in a week.")] * 4,
        ("Nomsa Khumalo", TRY), ("Sipho Dube", "I can live with that."), ("Bheki Zulu", "Fine with me."),
        ("Nomsa Khumalo", "Thank you, Sipho. That brings us to the end of the meeting. Goodbye everybody."),
    ])  # fmt: skip
    [ending] = [one for theme in analyse(session).themes for one in theme.endings if one.state is EndingState.GONE_ALONG]
    assert ending.said.quote == TRY and ending.reply is not None and ending.reply.quote == "I can live with that."
