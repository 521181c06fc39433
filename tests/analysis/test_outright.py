"""Sentences that say themselves what they are; fictional."""

import pytest

from copaper.analysis.findings import find
from copaper.analysis.outright import is_gist, kind_of, names_advice, outright, says_by_when, says_without_a_verb
from copaper.analysis.promised import in_own_words
from copaper.analysis.units import read_units
from copaper.records import Kind
from tests.factories import session

LESSONS = (
    "What we learned is that a tank without a lid breeds mosquitoes.",
    "And what I've learned from the flood is, keep the seed in the loft.",
    "So my lesson is, weigh the goats before you buy the feed.",
    "One of the biggest lessons for us was that growers read at night.",
    "We learned the hard way that a pump needs a guard.",
    "The things that we have learned, as always, are around who keeps the key.",
    "We have learned not to sow before the rain.",
    "In hindsight we should have asked the herders first.",
)
ADVICE = (
    "What needs to be done is to weigh the sacks twice at the depot.",
    "My advice to the lenders is to visit the field in the dry month.",
    "One recommendation, if I may, is that the depot opens on Saturdays.",
    "What I would suggest is to plant the hedge before the wall.",
    "I would strongly recommend a second pair of scales.",
    "And please don't ask for a stamp on every page.",
    "I think the municipalities should publish the water table each month.",
    "The agencies that buy seed must pay within thirty days.",
)
PROMISES = (
    "I will report back at the November session.",
    "I'll send the price list to all growers by Friday.",
    "I'm going to draft the letter to the water board.",
    "Yes, I will open an issue for the broken scale reader.",
    "We'll write to the committee with the figures for the north.",
    "I commit to twenty visits to the hill farms.",
    "I'm happy to coordinate the seed exchange in May.",
    "I don't have the figure here, but I can let you know.",
    "I'll go back and check for you.",
    "I can fix the broken scale in the next couple of days.",
    "Next month, we'll release the map of the wells.",
    "We're going to publish the price list later this year.",
)


@pytest.mark.parametrize(("said", "kind"), [*((s, Kind.LESSON) for s in LESSONS), *((s, Kind.RECOMMENDATION) for s in ADVICE), *((s, Kind.COMMITMENT) for s in PROMISES)])
def test_who_says_what_a_sentence_is_need_not_be_guessed_at(said: str, kind: Kind):
    assert kind_of(said) is kind


@pytest.mark.parametrize(
    "said",
    [
        "Is your lesson that a tank needs a lid?",
        "The first lesson is on Monday in the hall.",
        "What needs to be done is not clear to the growers.",
        "What has to happen with the depot is anybody's guess.",
        "What should change at the gate is up to the council.",
        "The lessons to be learned there are for others to find.",
        "Given what we learned about rain, it is a fair question.",
        "I am slow to name a month; I have learnt not to say months, because they move.",
        "The thing we learned about was rain water.",
        "I can't recommend the blue pump to anybody.",
        "As we recommend in the report, the wall is white.",
        "Please don't hesitate to write to the office.",
        "I would encourage members to reject the motion.",
        "I urge the council to reject the amendments of the growers.",
        "We will get back to the price list next week.",
        "The agencies should have paid us in March.",
        "They told us the agencies should pay for the seed.",
        "Now I'll send the link round, so look at the chat.",
        "I can let you know that the well is dry.",
        "I can send a form.",
        "We'll open with the price list.",
        "If the bank agrees I'll send the form on Monday.",
        "My mother said I'll send the goats on Friday.",
        "I will explain the valve by the end of this talk.",
        "I'll send the list by Friday, but that depends on the printer.",
        "I cannot promise that the road will be open.",
    ],
)
def test_what_only_has_the_words_says_nothing_outright(said: str):
    assert kind_of(said) is None


@pytest.mark.parametrize(
    ("said", "is_one"),
    [
        ("The main thing for us is that the seed stays dry.", True),
        ("So the short of it is that most growers sell at the gate.", True),
        ("To sum up, the wells hold and the road does not.", True),
        ("The next step is to weigh every sack at the depot.", True),
        ("Is the main thing that the seed stays dry?", False),
        ("To summarise the petition took him an hour.", False),
        ("The next steps were wet.", False),
    ],
)
def test_who_announces_the_point_of_it_all_is_heard(said: str, is_one: bool):
    assert is_gist(said) is is_one


def test_what_is_announced_is_told_with_the_sentence_that_says_it(nlp):
    units = read_units(session([("Lindiwe", "We tried it twice. My advice is simple. Plant the hedge before you build the wall.")]), nlp)
    [said] = outright(units)
    assert " ".join(unit.text for unit in units[said.first : said.last + 1]) == "My advice is simple. Plant the hedge before you build the wall."


def test_what_somebody_commits_to_stands_in_the_next_sentence(nlp):
    read = read_units(session([("Thandi", "Fine. I commit to that. Twenty visits, by the end of October.")]), nlp)
    [found] = outright(read)
    assert found.kind is Kind.COMMITMENT and read[found.last].text.startswith("Twenty visits")
    assert outright(read_units(session([("Thandi", "Fine. I commit to that.")]), nlp)) == []


def test_what_another_goes_on_to_say_is_not_what_was_announced(nlp):
    talk = session([("Lindiwe", "My advice is simple."), ("Sipho", "Plant the hedge before you build the wall.")])
    assert outright(read_units(talk, nlp)) == []


def test_a_lesson_is_found_however_short_and_is_sure_of_its_kind(nlp):
    talk = session([("Thandi", "The river rose in March. What we learned is, the pump needs a guard at night. The valve is of brass.")])
    [lesson] = [f for f in find(talk, read_units(talk, nlp), ()).findings if f.fields.get("said") == "outright"]
    assert (lesson.statement, lesson.kind, lesson.sure_of_kind) == ("What we learned is, the pump needs a guard at night.", Kind.LESSON, True)


def test_what_leans_on_the_sentence_before_is_told_with_it(nlp):
    talk = session([("Thandi", "The water board wants a map of the wells. I'll draft it by Friday.")])
    [promise] = [f for f in find(talk, read_units(talk, nlp), ()).findings if f.kind is Kind.COMMITMENT]
    assert promise.statement == "The water board wants a map of the wells. I'll draft it by Friday."


RECAP = "Let me try to summarise what we have agreed. Thandi's map by Friday. Sipho has the new valve by the tenth."


def promised(nlp, *said: tuple[str, str]) -> list[tuple[str, int]]:
    talk = session(said)
    return [(f.statement, len(f.settled)) for f in find(talk, read_units(talk, nlp), ()).findings if f.kind is Kind.COMMITMENT]


def test_a_promise_is_told_in_the_words_of_who_made_it(nlp):
    own = "I'll draw a map of the wells and hang it in the depot by Friday."
    assert promised(nlp, ("Thandi", own), ("Chair", RECAP)) == [(own, 1), ("Sipho has the new valve by the tenth.", 0)]


def test_the_list_stands_where_nobody_said_it_before_or_for_another_day(nlp):
    assert promised(nlp, ("Chair", RECAP)) == [("Thandi's map by Friday.", 0), ("Sipho has the new valve by the tenth.", 0)]
    monday = "I'll draw a map of the wells and hang it in the depot by Monday."
    assert (monday, 0) in promised(nlp, ("Thandi", monday), ("Chair", RECAP))


def test_nothing_is_taken_for_a_promise_of_a_list_but_what_is_one(nlp):
    talk = session([("Thandi", LESSONS[0]), ("Chair", RECAP)])
    found = find(talk, read_units(talk, nlp), ()).findings
    listed = [f for f in found if f.kind is Kind.COMMITMENT]
    own = [f for f in found if f.kind is Kind.LESSON]
    assert in_own_words(talk, own, listed) == (own, listed)


def test_a_promise_on_request_is_told_once_with_the_list_behind_it(nlp):
    asked, own = "Will you share the map of the wells with us?", "Yes, I can send you the map by Friday."
    assert promised(nlp, ("Chair", asked), ("Thandi", own), ("Chair", RECAP)) == [(own.removeprefix("Yes, "), 1), ("Sipho has the new valve by the tenth.", 0)]


@pytest.mark.parametrize(
    ("said", "is_one"),
    [
        ("So a recommendation to the council, a short programme for buyers of maize.", True),
        ("A recommendation then, to the, to the mines and the companies: no cash, pay the supplier.", True),
        ("The recommendation stands, to the council and to funders generally: whoever pays for the pump pays for the diesel.", True),
        ("Let's put a recommendation to the board then, that an office that corrects its own error doesn't lose for it.", True),
        ("There was a recommendation to the board, which we rejected: a fee for the traders.", False),
        ("A recommendation to the council, a programme for buyers, was withdrawn in March.", False),
    ],
)
def test_a_recommendation_may_be_named_with_whom_it_goes_to(said: str, is_one: bool):
    assert (kind_of(said) is Kind.RECOMMENDATION) is is_one and names_advice(said) is is_one


def test_by_when_something_is_done_may_stand_behind_what_is_promised(nlp):
    units = read_units(session([("Lindiwe", "I'll send the score card to the office. By next Friday, the 20th of March. The rain was late.")]), nlp)
    [said] = outright(units)
    assert (units[said.first].text, units[said.last].text) == ("I'll send the score card to the office.", "By next Friday, the 20th of March.")
    assert says_without_a_verb("By next Friday, the 20th of March.") and not says_without_a_verb("By Friday the municipality will have cut the water.")
    [alone] = outright(read_units(session([("Lindiwe", "I'll send the score card to the office. By Friday the municipality will have cut the water.")]), nlp))
    assert alone.first == alone.last


def test_who_promises_by_the_way_promises_nothing():
    assert kind_of("I was selling the gates too cheaply, I promise you, I was paying people to take them.") is None


def test_the_day_may_be_said_some_sentences_behind_a_promise(nlp):
    said = "I'll do a checklist for the growers. One page, with the test of the seed. By the eighteenth of September. The rain was late."
    [found] = outright(units := read_units(session([("Lindiwe", said)]), nlp))
    assert found.kind is Kind.COMMITMENT and units[found.last].text == "By the eighteenth of September."
    for between in ("Who else wants the checklist of the growers?", "The growers of the valley have waited for the rain since March, and the ones of the hills since May, and nobody of the council has come to see their maize or the road that was washed away."):
        assert not any(one.last > one.first for one in outright(read_units(session([("Lindiwe", f"I'll do a checklist for the growers. {between} By the eighteenth of September.")]), nlp)))
    assert says_by_when("I'll do it by the fifth of June.") and not says_by_when("I'll do it when the rain comes.")
    assert kind_of("We walk the rows, and then we commit to sixty percent of the count.") is None


@pytest.mark.parametrize("said", ["I will not send the list. By Friday.", "I'll pay when the council pays me. By Friday.", "I'll expect the figures from all of you. By Friday the third.", "I'll note that Gerhard sends the figures. By Monday the ninth.", "I'll bring the list of the stalls. Thandi brings the keys. By Friday the tenth.", "I'll collect it from Refilwe. She must have it ready. By Monday."])
def test_a_day_said_later_makes_no_promise_of_what_is_none(nlp, said: str):
    assert not [one for one in outright(read_units(session([("Lindiwe", said)]), nlp)) if one.last > one.first and one.kind is Kind.COMMITMENT]


@pytest.mark.parametrize("said", ["The recommendation to the council, as I said, is a joke.", "I have no faith in a recommendation to the council, it ends in a drawer.", "Do we need a recommendation to the council, chair, or a letter.", "Our recommendation to the department, which it ignored, cost us two years."])
def test_what_is_said_of_a_recommendation_is_none(said: str):
    assert not names_advice(said)
