"""What somebody says that the meeting came to; fictional."""

import pytest

from copaper.analysis.findings import find
from copaper.analysis.outcomes import _CONSENSUS, _VOTED, PUTS_OFF, outcomes, promises, unsettled
from copaper.analysis.units import read_units
from copaper.records import Kind
from tests.factories import session

PROPOSAL = "I propose that every market office sends its list of empty stalls to the district each month."


def came_to(nlp, *said: tuple[str, str]) -> list[tuple[str, str]]:
    units = read_units(session(said), nlp)
    return [(outcome.kind.value, units[outcome.last].text) for outcome in outcomes(units)]


def test_what_is_settled_as_it_is_said_is_a_decision(nlp):
    settled = "Then it's agreed, we print the price list in Setswana from the first of March."
    assert came_to(nlp, ("Chair", settled)) == [(Kind.DECISION, settled)]
    assert came_to(nlp, ("Chair", "Is it agreed that we print the price list in Setswana?")) == []
    assert came_to(nlp, ("Sipho", "It is agreed if the district pays for the paper of the list.")) == []


def test_what_a_chair_says_is_done_then_is_settled_where_nobody_objected(nlp):
    call, then = "Anybody who wants to speak up against that?", "Okay, so then we will not print the price list of the crates in May."
    assert came_to(nlp, ("Chair", f"{call} {then}")) == [(Kind.DECISION, then)]
    assert came_to(nlp, ("Chair", call), ("Sipho", "Nothing from me."), ("Chair", then)) == [(Kind.DECISION, then)]
    assert came_to(nlp, ("Chair", call), ("Sipho", "I do, as the growers who come late need to see what the others were paid for theirs."), ("Chair", then)) == []
    assert came_to(nlp, ("Chair", f"{call} Okay, so then we move on to the list of the empty stalls of the town.")) == []


@pytest.mark.parametrize(
    ("behind", "settled"),
    [
        ("Everybody okay? Nobody is shouting. Good. It's decided.", True), ("Everybody happy with that? I see thumbs.", True), ("Agreed? I see lots of nods.", True), ("Everybody okay? Then it's settled.", True),
        ("Everybody okay?", False), ("Is that right? It's decided by the bank.", False), ("Everybody okay? Nobody is here yet.", False),
    ],
)  # fmt: skip
def test_who_asks_whether_it_holds_and_sees_that_it_does_has_settled_it(nlp, behind: str, settled: bool):
    said = "So it's agreed that the office of the market counts the stalls in May."
    assert bool(came_to(nlp, ("Chair", f"{said} {behind}"), ("Thandi", "On another matter, the roof of the hall is old."))) is settled


def test_a_bare_word_settles_the_proposal_before_it(nlp):
    units = read_units(session([("Chair", PROPOSAL), ("Sipho", "Fine with me."), ("Chair", "Then it is decided.")]), nlp)
    [outcome] = outcomes(units)
    assert (units[outcome.last].text, units[outcome.confirmed].text) == (PROPOSAL, "Then it is decided.")
    assert came_to(nlp, ("Chair", "We talked for long."), ("Chair", "Then it is decided.")) == []
    assert came_to(nlp, ("Chair", PROPOSAL), *[("Sipho", "The stalls by the river stand empty since May.")] * 12, ("Chair", "Then it is decided.")) == []


def test_the_list_of_what_was_agreed_is_told_item_by_item(nlp):
    found = came_to(
        nlp, ("Chair", "Let me try to summarise what we have agreed. One, the office counts the stalls that stand empty. Lindiwe sends the form by Friday."),
        ("Sipho", "The market hall smells of fresh paint since we opened the windows."), ("Chair", "The rent is not agreed, we have parked it. The next meeting is on the fourth of May. The hall is open until nine."),
    )  # fmt: skip
    assert found == [(Kind.DECISION, "One, the office counts the stalls that stand empty."), (Kind.COMMITMENT, "Lindiwe sends the form by Friday.")]


def test_an_item_that_was_settled_before_is_not_told_again(nlp):
    settled = "Then it's agreed, we print the price list in Setswana from the first of March."
    found = came_to(nlp, ("Chair", settled), *[("Sipho", "The stalls by the river stand empty since May.")] * 3, ("Chair", "Let me repeat what we decided. Two, we print the price list in Setswana."))
    assert found == [(Kind.DECISION, settled)]


def test_the_fuller_words_of_who_proposed_it_stand_before_the_list(nlp):
    proposal = "I propose that the office counts the stalls of the empty row, with the rent and the width of each, and sends me the list for the bank."
    item = "One, the office counts the stalls of the empty row for the bank."
    talk = session([("Chair", proposal), ("Sipho", "Fine with me."), ("Chair", "Then it is decided."), ("Sipho", "The market hall smells of fresh paint."), ("Chair", f"Let me repeat what we decided. {item}")])
    [decision] = [finding for finding in find(talk, read_units(talk, nlp), ()).findings if finding.fields.get("outcome") == "settled"]
    assert decision.statement.startswith("The office counts the stalls of the empty row, with the rent")


@pytest.mark.parametrize(
    ("item", "plainer"),
    [("One, the office counts the stalls of the empty row and sends the list to the bank.", True), ("One, the office sends me the list of the empty stalls in the row.", False), ("One, the empty stalls.", False)],
)
def test_who_sums_up_says_more_plainly_what_was_proposed_to_those_in_the_room(nlp, item: str, plainer: bool):
    _say_again(nlp, "I propose that the office counts the stalls of the empty row and sends me the list for the bank.", item, plainer)


@pytest.mark.parametrize(("item", "plainer"), [("One, the office counts the stalls and sends the list on.", True), ("One, the office counts the stalls as Sipho does.", False)])
@pytest.mark.parametrize("bound", ["", ", unless the bank has it", ", for 500 rand", " by Friday", ", and no stall is closed", ", once the bank agrees", ", for eleven rand", ", and the stalls aren't closed", ", within a fortnight"])
def test_who_sums_up_names_nobody_whom_the_proposal_named_and_loses_nothing_that_binds(nlp, item: str, plainer: bool, bound: str):
    _say_again(nlp, f"I propose that the office counts the stalls of the empty row as in the list of Sipho, and sends me the list for the bank of the town{bound}.", item, plainer and not bound)


def _say_again(nlp, proposal: str, item: str, plainer: bool) -> None:
    talk = session([("Chair", proposal), ("Sipho", "Fine with me."), ("Chair", "Then it is decided."), ("Sipho", "The market hall smells of fresh paint."), ("Chair", f"Let me repeat what we decided. {item}")])
    told = proposal.removeprefix("I propose that ")
    [decision] = [finding for finding in find(talk, read_units(talk, nlp), ()).findings if finding.fields.get("outcome") == "settled"]
    assert decision.statement == (item.removeprefix("One, ").capitalize() if plainer else told[0].upper() + told[1:])
    assert [part.quote for part in (*decision.evidence, *decision.settled)][:2] == ([item, proposal] if plainer else [proposal, "Then it is decided."])


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Lindiwe sends the form by Friday, Sipho has the list by the first of May, and Thandi will print it by the tenth.",
         ["Lindiwe sends the form by Friday", "Sipho has the list by the first of May", "Thandi will print it by the tenth."]),
        ("Lindiwe sends the form by Friday and goes to the bank on the tenth of May.", ["Lindiwe sends the form by Friday", "Lindiwe goes to the bank on the tenth of May."]),
        ("The key that Lindiwe has goes to the bank by Friday and comes back by the tenth of May.", ["The key that Lindiwe has goes to the bank by Friday and comes back by the tenth of May."]),
        ("Lindiwe sends the form by Friday and waits for the bank.", ["Lindiwe sends the form by Friday and waits for the bank."]),
        ("Commitments, Lindiwe sends the form by Friday.", ["Commitments, Lindiwe sends the form by Friday."]),
        ("Lindiwe, Sipho and Thandi will send the form by Friday.", ["Lindiwe, Sipho and Thandi will send the form by Friday."]),
        ("If the bank agrees by Friday, Thandi will sign the lease in May.", ["If the bank agrees by Friday, Thandi will sign the lease in May."]),
        ("I will print the form, and once the ink is dry, Sipho will take it along.", ["I will print the form, and once the ink is dry, Sipho will take it along."]),
        ("I will send the price list by Monday, Friday is a holiday for the office.", ["I will send the price list by Monday, Friday is a holiday for the office."]),
        ("On Friday, after the market closes, the office prints the form.", ["On Friday, after the market closes, the office prints the form."]),
    ],
)  # fmt: skip
def test_each_promise_of_a_sentence_is_one(nlp, said, told):
    [unit] = read_units(session([("Chair", said)]), nlp)
    assert [f"{unit.text[slice(*one.who)]}{unit.text[one.start : one.end]}" for one in promises(unit)] == told


def test_each_promise_is_a_finding_of_its_own(nlp):
    talk = session([("Chair", "Let me try to summarise what we have agreed. One, the office counts the stalls that stand empty. Lindiwe sends the form by Friday, Sipho has the list by the first of May.")])
    promised = [finding for finding in find(talk, read_units(talk, nlp), ()).findings if finding.kind is Kind.COMMITMENT]
    assert [finding.statement for finding in promised] == ["Lindiwe sends the form by Friday.", "Sipho has the list by the first of May."]
    for finding in promised:
        [own] = finding.evidence
        assert talk.turns[own.index].text[own.start : own.end] == own.quote


def test_how_far_something_came_is_told_of_what_was_asked_for(nlp):
    asked = "I would like to ask for stage two of the savings pilot, and just to recall, it runs in four towns of the valley."
    talk = session([("Sipho", asked), ("Chair", "You have stage two."), ("Lindiwe", "Is there more on the list for today?")])
    [settled] = [finding for finding in find(talk, read_units(talk, nlp), ()).findings if finding.kind is Kind.DECISION]
    assert settled.statement == "Stage two of the savings pilot."
    assert (settled.evidence[0].quote, [evidence.quote for evidence in settled.settled]) == (asked, ["You have stage two."])


@pytest.mark.parametrize("before", ["We talked for long.", "I would like to ask for stage two.", "I would like to ask for stage one of the savings pilot."])
def test_how_far_something_came_is_told_of_nothing_where_nobody_says_what(nlp, before: str):
    units = read_units(session([("Sipho", before), ("Chair", "You have stage two.")]), nlp)
    [outcome] = outcomes(units)
    assert (units[outcome.last].text, outcome.brief) == ("You have stage two.", True)


def test_a_vote_without_its_matter_is_that_on_the_motion_before_it_if_it_is_carried(nlp):
    assert came_to(nlp, ("Sipho", PROPOSAL), ("Chair", "The motion is carried.")) == [(Kind.DECISION, PROPOSAL)]
    units = read_units(session([("Sipho", PROPOSAL), ("Chair", "The motion is rejected.")]), nlp)
    [outcome] = outcomes(units)
    assert (units[outcome.last].text, outcome.brief) == ("The motion is rejected.", True)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (PROPOSAL, "Every market office sends its list of empty stalls to the district each month."),
        ("For the next year I would suggest that the stalls by the river stay open.", "For the next year I would suggest that the stalls by the river stay open."),
    ],
)
def test_what_was_proposed_and_agreed_is_told_without_that_it_was_proposed(nlp, said: str, told: str):
    talk = session([("Chair", said), ("Sipho", "Fine with me."), ("Chair", "Then it is decided.")])
    assert [finding.statement for finding in find(talk, read_units(talk, nlp), ()).findings if "outcome" in finding.fields] == [told]


def test_what_was_agreed_is_told_without_that_it_was(nlp):
    talk = session([("Chair", "Then it's agreed that we print the price list in Setswana from the first of March.")])
    assert [finding.statement for finding in find(talk, read_units(talk, nlp), ()).findings if "outcome" in finding.fields] == ["We print the price list in Setswana from the first of March."]


CLAIM = "So we have consensus to print the price list in Setswana from the first of March."


@pytest.mark.parametrize(
    ("after", "settled"),
    [
        ([], True),
        ([("Chair", "Does that sound like a good conclusion?")], False),
        ([("Chair", "Does that sound like a good conclusion?"), ("Sipho", "Yes, that is right.")], True),
        ([("Chair", "Does that sound like a good conclusion?"), ("Sipho", "Who is on the queue?"), ("Lindiwe", "The stalls by the river stand empty.")], False),
        ([("Sipho", "Let us come back to this at the next meeting with the costs.")], False),
        ([("Sipho", "Okay, but could we decide that on Thursday with the costs?")], False),
        ([("Sipho", "A change of that size needs more discussion than that.")], False),
        ([("Sipho", "I will bring the paper for it on Thursday.")], True),
        ([("Sipho", "Thank you."), ("Lindiwe", "Let us come back to the rent at the next meeting.")], True),
        ([("Chair", "I will come back to the rent at the next meeting.")], True),
    ],
)  # fmt: skip
def test_what_is_only_proposed_as_settled_is_no_outcome(nlp, after, settled: bool):
    units = read_units(session([("Chair", CLAIM), *after]), nlp)
    assert [units[outcome.last].text for outcome in outcomes(units) if outcome.kind is Kind.DECISION] == [CLAIM] * settled
    assert bool(unsettled(units)) is not settled


def test_a_finding_that_others_put_off_is_known_as_proposed(nlp):
    talk = session([("Chair", CLAIM), ("Sipho", "Let us come back to this at the next meeting with the costs.")])
    assert [finding.fields for finding in find(talk, read_units(talk, nlp), ()).findings if finding.evidence[0].quote == CLAIM] == [{"outcome": "proposed"}]


def test_a_chair_who_sums_up_tells_no_decision_twice_though_in_other_words(nlp):
    talk = session([
        ("Lindiwe", "Count the stalls that stand empty, so that the rent of the town is known."), ("Chair", PROPOSAL), ("Sipho", "Fine with me."), ("Chair", "Then it is decided. We start with the lists of October."),
        *[("Sipho", "The river rose by a metre in the spring of that year.")] * 12,
        ("Chair", "Let me try to summarise what we have agreed. One, from October the empty stalls are counted, and the list goes to the district. Two, the hall is painted in green."),
    ])  # fmt: skip
    every = find(talk, read_units(talk, nlp), ()).findings
    found = [finding for finding in every if "outcome" in finding.fields]
    assert sum("list goes to the district" in finding.statement for finding in every) == 0
    assert [finding.statement for finding in found] == ["Every market office sends its list of empty stalls to the district each month.", "The hall is painted in green."]
    assert [evidence.quote for evidence in found[0].settled] == ["Then it is decided.", "One, from October the empty stalls are counted, and the list goes to the district."]


PLAIN = [
    "Do we have consensus on printing the price list in Setswana?", "We don't have consensus on printing the price list in Setswana.",
    "I think we have consensus on the list if the district pays for it.", "We have a consensus process for the price list in Setswana.",
    "We have consensus on the list, but not on who pays for it.", "We have an agreement with the college in the next town.", "We have a consensus problem in this field.",
    "We got approval from the district office.", "We have stage fright before each of these.", "We have level two support workers in every school of the district.",
    "You have stage 4 patients who wait for months.", "We have phase 3 trials running in four towns.", "We got stage one funding from the lottery last year.",
    "You have stage one, which is planning, and stage two, which is building.", "The motion was lost in the second reading of last year's council.",
    "The amendment approved by the council is on the web page.", "The budget lost three million rand to fraud at the depots.", "The policy is accepted practice in our clinics.",
    "The plan was approved yesterday at the council without a vote of its members.", "The motion passed three years ago and we still wait.", "The motion is carried out by hand.",
    "The motion was lost on me.", "That's settled down now and we have eleven owners coming each week.", "It is settled by invoice at the end of each month.", "That is agreed with the owner at the first visit.", "The plan accepted that rural schools need more nurses.",
]  # fmt: skip


@pytest.mark.parametrize("said", PLAIN)
def test_what_is_like_an_outcome_and_is_none(nlp, said: str):
    assert came_to(nlp, ("Sipho", PROPOSAL), ("Chair", said)) == []


def test_consensus_that_names_its_matter_is_a_decision(nlp):
    said = "So I think we have consensus on printing the price list in Setswana."
    assert came_to(nlp, ("Chair", said)) == [(Kind.DECISION, said)]


@pytest.mark.parametrize("said", ["I think we have consensus.", "Then I think we have consensus on that."])
def test_consensus_without_its_matter_settles_the_proposal_before_it(nlp, said: str):
    units = read_units(session([("Chair", PROPOSAL), ("Sipho", "Fine with me."), ("Chair", said)]), nlp)
    [outcome] = outcomes(units)
    assert (units[outcome.last].text, units[outcome.confirmed].text) == (PROPOSAL, said)
    assert came_to(nlp, ("Chair", "We talked for long."), ("Chair", said)) == []


def test_what_is_said_twice_at_once_is_one_outcome(nlp):
    assert came_to(nlp, ("Chair", "The motion was carried."), ("Clerk", "The motion is carried.")) == [(Kind.DECISION, "The motion was carried.")]
    assert came_to(nlp, ("Chair", "You have stage two."), ("Clerk", "I think you have stage two.")) == [(Kind.DECISION, "You have stage two.")]


def test_a_looping_recogniser_holds_nothing_up():
    assert PUTS_OFF.search("come back " * 2000) is None
    for pattern in (_VOTED, _CONSENSUS):
        assert pattern.search("with no so so so " * 400) is None
        assert pattern.search("Okay, seeing no hands, so with no objections and " * 400) is None


def test_of_two_outcomes_the_fuller_is_told(nlp):
    fuller = "So we have consensus to print the price list in Setswana and to send it to every market office."
    assert came_to(nlp, ("Chair", "So then we do have consensus on printing the price list."), ("Sipho", "Good."), ("Chair", fuller)) == [(Kind.DECISION, fuller)]


@pytest.mark.parametrize("lead", ["The decisions are made by the province and not by us.", "These decisions were taken in Pretoria long ago.", "Let me go over what was decided in parliament last year.", "Please note what we agreed with the bank in our handbook."])
def test_what_was_decided_elsewhere_begins_no_list(nlp, lead: str):
    assert came_to(nlp, ("Chair", f"{lead} My uncle drives a taxi in Soweto every morning. The children play in the yard until four.")) == []


def test_who_moves_to_a_slide_proposes_nothing(nlp):
    assert came_to(nlp, ("Chair", "Now I move to the slide with the prices of last year and those of this one."), ("Sipho", "Fine."), ("Chair", "That's settled.")) == []


@pytest.mark.parametrize(
    ("asked", "reply", "open_"),
    [
        ("Does anybody object?", "Yes, that costs our traders two fares a day.", True),
        ("Any objections?", "No, that is fine.", False),
        ("Is that okay?", "Right, but I am against it.", True),
        ("Is that okay?", "Yes, that is fine.", False),
    ],
)
def test_a_yes_to_who_asks_for_objections_is_one(nlp, asked: str, reply: str, open_: bool):
    claim = "It is agreed that the fund closes its counter in Umlazi from the first of June."
    units = read_units(session([("Chair", claim), ("Chair", asked), ("Sipho", reply)]), nlp)
    assert bool(unsettled(units)) is open_


def test_a_promise_with_a_long_gap_in_it_takes_no_time(nlp):
    [unit] = read_units(session([("Chair", "Thandi has the form by Friday," + " " * 40 + "Sipho sends the list to all by May.")]), nlp)
    assert len(promises(unit)) >= 1


@pytest.mark.parametrize(("said", "told"), [
    ("So that would be the 9th of May. Okay. We have a date for the market day.", "That would be the 9th of May. […] We have a date for the market day."), ("Okay, we have a name for the market hall.", "We have a name for the market hall."),
    ("We have a date for that.", ""), ("We have a date for the market day if the bank pays.", ""), ("Do we have a date for the market day?", ""), ("We had a date for the market day.", ""),
])  # fmt: skip
def test_what_is_told_as_news_is_a_decision(nlp, said: str, told: str):
    talk = session([("Chair", said)])
    found = [finding for finding in find(talk, read_units(talk, nlp), ()).findings if finding.fields.get("outcome") == "settled"]
    assert [(finding.kind, finding.statement) for finding in found] == ([(Kind.DECISION, told)] if told else [])


@pytest.mark.parametrize(("reply", "agreed"), [("That's not a problem.", True), ("Yes, we can do that.", True), ("That is not what I heard.", False), ("The hall is open until nine.", False)])
def test_a_consensus_is_agreed_if_somebody_says_yes(nlp, reply: str, agreed: bool):
    said = "So yeah, it seems like the sentiment or consensus is to lower the rent of the stalls."
    assert came_to(nlp, ("Chair", said), ("Sipho", reply)) == ([(Kind.DECISION, said)] if agreed else [])
