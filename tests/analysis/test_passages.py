"""Which sentences are told with a statement: what came of it, and what it stands on; fictional."""

import pytest

from copaper.analysis.findings import find
from copaper.analysis.passages import LONGEST, leads_on, passage
from copaper.analysis.units import read_units
from copaper.records import Kind
from tests import factories

OWN = "Between January and March we sent forty crates to the harbour, and nine were bought."


def beside(nlp, *sentences: str, own: int = 0) -> tuple[list[str], list[str]]:
    """Return what is told before and after the sentence number ``own`` of one turn."""
    units = read_units(factories.session([("Nandi", " ".join(sentences))]), nlp)
    assert [unit.text for unit in units] == list(sentences), "the parser takes these for other sentences"
    lead, more = passage(units, own, own)
    return [units[i].text for i in lead], [units[i].text for i in more]


@pytest.mark.parametrize(
    ("own", "following"),
    [
        (OWN, "From April until June we sent thirty crates, and twenty five were bought."),
        ("We weighed the crates of twelve growers at the gate.", "Seven of them had sold too little."),
        ("We pay the growers on the day of the delivery.", "Since then nobody has left the cooperative."),
        ("We pay the growers on the day of the delivery.", "That is why the women came back to the market."),
        ("The growers like the new scale at the gate.", "But the growers in the valley have no road to the gate."),
        ("Registering with the buyer isn't a contract.", "It is a place in a queue."),
        ("When the adviser called, sixty growers picked up the phone.", "When the student called, it was thirty."),
        ("Ask the grower for the receipt of the scale.", "If the receipt is lost, a letter from the buyer is enough."),
        ("We keep the money of the growers in one box.", "Because unlike a bank, the box has no fees."),
        ("The growers took loans for the new greenhouses.", "Those loans have to be paid back by the winter."),
        ("Many farmers have written to our office about the loans.", "Some wrote in January and have no reply."),
        ("The growers pay for the lorry in the winter.", "So they keep a little money in the box."),
        ("A second gate for the market was put forward by the growers.", "That was turned down by the harbour."),
        ("The growers of the valley would normally wait for the lorry.", "Now the lorry waits for the growers."),
        ("The growers of the valley get one payment in four months.", "If you ask them for a deposit, the box stays empty."),
        ("The crates of the valley are 34 points behind those of the hills.", "In the harbour the gap is 40 points."),
        ("The growers like the new scale at the gate.", "However, the road to the harbour is still closed."),
    ],
)  # fmt: skip
def test_what_came_of_it_and_its_other_side_are_told_with_it(nlp, own: str, following: str) -> None:
    assert beside(nlp, own, following) == ([], [following])


@pytest.mark.parametrize(
    ("own", "following"),
    [
        (OWN, "The harbour has a new crane for the ships."),
        (OWN, "How many crates were bought in June?"),
        (OWN, "For example, nine crates went to the crates of the buyer."),
        (OWN, "Thank you, and nine crates went to the harbour."),
        (OWN, "But the weather in the valley is a separate question."),
        (OWN, "And from April until June we sent thirty crates… the crates went to the gate."),
        (OWN, "From April the buyer said, 'You have to send the crates to the gate."),
        (OWN, "And so in April there were two reasons."),
        ("The growers like the new scale at the gate.", "However, I think the road to the harbour is closed."),
        ("We work with option 2 for the crates.", "The growers of option 3 have the old scale."),
    ],
)  # fmt: skip
def test_what_turns_to_another_matter_or_breaks_off_is_not(nlp, own: str, following: str) -> None:
    assert beside(nlp, own, following) == ([], [])


def test_one_verdict_follows_the_other_in_a_passage(nlp) -> None:
    more = ["So the growers put a plan for the gate to the harbour.", "That was turned down by the harbour."]
    assert beside(nlp, "The growers of the valley wait at the gate of the harbour.", *more) == ([], more)


@pytest.mark.parametrize(
    ("between", "point"),
    [
        ("He'd write his price on the wall and leave.", "We're saying that the growers have to name the price."),
        ("He'd write his price on the wall. He'd leave at noon.", "We're saying that the growers have to name the price."),
        ("Let me come to the price. He'd leave at noon.", ""),
        ("He'd write his price. He'd leave. He'd come back at noon.", ""),
    ],
)
def test_what_tells_how_it_was_is_told_with_how_it_is(nlp, between: str, point: str) -> None:
    own, now = "The buyer would normally come to the market of the growers once.", "We're saying that the growers have to name the price."
    units = read_units(factories.session([("Nandi", f"{own} {between} {now}")]), nlp)
    _, more = passage(units, 0, 0)
    assert [units[i].text for i in more] == ([point] if point else [])


def test_a_conclusion_that_stands_alone_is_told_though_a_sentence_stands_between(nlp) -> None:
    own, between = "Weighing the open crates at the gate takes the growers an hour.", "And everybody in the valley knows that."
    drawn = "So the proposal drops the weighing of open crates."
    assert beside(nlp, own, between, drawn) == ([], [drawn])
    assert beside(nlp, own, between, "So they drop it.") == ([], [])


def test_a_passage_is_one_thought_of_some_length(nlp) -> None:
    more = ["Of the forty crates, nine were bought in March.", "Half of them were bought by the school.", "Two of them were bought by the hospital."]
    assert beside(nlp, OWN, *more) == ([], more[:2])
    long = "From April until June we sent thirty crates to " + " and ".join(["the market of the town"] * (LONGEST // 5)) + "."
    assert beside(nlp, OWN, long) == ([], [])


def test_what_another_says_is_none_of_it(nlp) -> None:
    units = read_units(factories.session([("Nandi", OWN), ("Sipho", "From April until June we sent thirty crates, and twenty five were bought.")]), nlp)
    assert passage(units, 0, 0) == ((), ())


@pytest.mark.parametrize(
    ("before", "own", "led"),
    [
        ("We ask three questions of every grower.", "The questions fit on the back of a card.", True),
        ("We ask three questions of every grower.", "A card hangs at the gate of every farm.", False),
        ("They ask three questions of every grower.", "The questions fit on the back of a card.", False),
        ("Those growers get three questions from us.", "The questions fit on the back of a card.", False),
        ("Do we ask three questions of every grower?", "The questions fit on the back of a card.", False),
        ("We ask the questions of every grower.", "The questions fit on the back of a card.", False),
        ("We ask three questions of every grower.", "The questions of the bank fit on the back of a card.", False),
    ],
)
def test_what_a_statement_takes_for_known_is_told_before_it(nlp, before: str, own: str, led: bool) -> None:
    assert beside(nlp, before, own, own=1) == ([before] if led else [], [])


@pytest.mark.parametrize(
    ("before", "own"),
    [
        ("Twelve growers in the valley have a scale of their own.", "We work with those growers from January to June."),
        ("Our review found two warehouses without a gate.", "The district pays for those depots from January to June."),
        ("The forum wrote a charter for the growers.", "Please don't make it a requirement in the first year."),
        ("The buyer sends us a list of the crates in May.", "The list says what was paid for them."),
        ("The growers say that everything has to be on the system.", "The system has a field for the number of crates."),
    ],
)  # fmt: skip
def test_what_a_statement_refers_to_is_told_before_it(nlp, before: str, own: str) -> None:
    assert beside(nlp, before, own, own=1) == ([before], [])


def test_two_sentences_introduce_a_statement_where_the_second_leans_itself(nlp) -> None:
    first, second, own = "Twelve growers in the valley have a scale of their own.", "They bring their crates in May.", "We work with those growers from January to June."
    assert beside(nlp, first, second, own, own=2)[0] == [first, second]
    assert beside(nlp, "Thank you all.", second, own, own=2)[0] == [], "nobody knows who they are"


@pytest.mark.parametrize("before", ["Twelve growers in the valley use the, okay.", "Let me see those growers.", "They are growers."])
def test_what_says_nothing_itself_introduces_nothing(nlp, before: str) -> None:
    assert beside(nlp, before, "We work with those growers from January to June.", own=1)[0] == []


@pytest.mark.parametrize(("text", "leads"), [("There were two reasons.", True), ("And we asked ourselves why.", True), ("In the Karoo we had a fund with twenty growers.", True), ("Nine crates were bought.", False), ("The stall was ready to open, but hold up!", True)])
def test_what_only_leads_on_ends_no_passage(text: str, leads: bool) -> None:
    assert leads_on(text) is leads


def test_findings_carry_their_passages_word_for_word(nlp) -> None:
    following = "From April until June we sent thirty crates, and twenty five were bought."
    talk = factories.session([("Nandi", f"{OWN} {following}")])
    found = [f for f in find(talk, read_units(talk, nlp), ()).findings if f.evidence[0].quote == OWN]
    assert found and found[0].kind is not Kind.QUESTION
    assert [part.quote for part in found[0].more] == [following]
    assert all(part.quote == talk.turns[part.index].text[part.start : part.end] for part in found[0].more)


def test_a_sentence_of_another_language_is_not_passed_over(nlp) -> None:
    talk = factories.session([("Nandi", f"{OWN} Ons het gewag. From April until June we sent thirty crates, and twenty five were bought.")])
    units = [unit for unit in read_units(talk, nlp) if "gewag" not in unit.text]
    assert len(units) == 2 and passage(units, 0, 0) == ((), ())


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("So there are two things that we are doing at the harbour.", True),
        ("They were clear about the road, for a number of reasons.", True),
        ("In my report I asked them about the price of the crates.", True),
        ("We asked the growers how they weigh and half of them said daily.", False),
        ("There are two things that we do: we weigh and we write.", False),
        ("There are two depots that we use every day.", False),
        ("So for the harbour I see three ways ahead.", True),
        ("There are two further dimensions to it.", True),
        ("We fixed many problems here.", False),
        ("The wage is set by several factors.", False),
        ("In the cold store we use several approaches.", False),
    ],
)  # fmt: skip
def test_what_only_announces_leads_on(text: str, leads: bool) -> None:
    assert leads_on(text) is leads
