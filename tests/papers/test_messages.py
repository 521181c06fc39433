"""Which statements lead a paper; fictional."""

from __future__ import annotations

import pytest

from copaper.papers.choosing import carries_itself, gives_a_result, is_telling
from copaper.papers.messages import KEY_MESSAGES, LEAST_MESSAGES, can_be_read_first, key_messages
from copaper.records import Evidence, Finding, Kind


def said(kind: Kind, statement: str, id_: str = "", **more) -> Finding:
    own = Evidence(where="turn", index=0, start=0, end=len(statement), time=0.0, participant="p", quote=statement)
    return Finding(id=id_ or statement, kind=kind, statement=statement, evidence=(own,), confidence=0.9, **more)


def led_by(*findings: Finding, **shares: float) -> list[str]:
    return [finding.id for finding in key_messages(findings, lambda finding: finding.statement, shares, lambda finding: finding.sure_of_kind)]


HELD = [f"The growers of the valley wash the crates by the river in month number {n} of the year." for n in ("one", "two", "three", "four", "five", "six")]
LOST = [
    "The fund counts the ones who could not pay the rent of the cold store in May.",
    "We went back to the wooden crates of the valley and to the river road in May.",
    "For other growers of the valley the road to the cold store will be a quite different one.",
    "The first would be to weigh the crates of the growers at the gate of the market.",
    "Proposed solution 2, it would be the scale by the gate and the crates of the growers.",
    "If you noticed the scale at the gate, the crates of the growers are weighed by the truck.",
    "My primary concern is the health of the growers and of their families in the valley.",
    "Our definition of a small grower is the one that the river towns and the province share.",
    "Growers can ask the office about the crates of the valley, they can ask the office about the road.",
    "The crates of the growers should be could be weighed at the gate of the market.",
]
ADDED = ["A very short way from the gate of the market to the road of the valley.", "Growers who do need a second crate should ask the office of the market for it."]
"""What somebody only added to what was said, or said in passing of a few."""


@pytest.mark.parametrize("statement", LOST)
def test_what_leans_on_other_words_or_says_nothing_leads_no_paper(statement):
    assert not carries_itself(statement)
    assert led_by(said(Kind.LESSON, statement)) == []


@pytest.mark.parametrize("statement", ADDED)
def test_what_was_only_added_or_said_in_passing_leads_no_paper(statement):
    assert not can_be_read_first(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "As it happens, the growers of the valley wash 40 crates a week by the river.",
        "Half of the growers wash their crates. In terms of the market, it has a new scale.",
        "The office should also print the price list of the market in Setswana.",
        "The growers of the valley have to wash the crates of the market as well. That costs 40 rand.",
        "Getting that scale right is what growers of the valley need before the rain.",
        "The main delay comes from the office that prints the price list of the market.",
        "Although numbers are small, twice as many growers as in May bring their crates.",
        "The scale at the gate, however, weighs the crates of the growers twice.",
        "2 other scales of the market weigh the crates of the growers well.",
        "We had quite a large discussion with the growers on the scale of the market.",
        "Motion 12 asks the office to weigh the crates at the gate of the market.",
        "The children themselves are older and wash 40 crates a week by the river.",
        "Because the growers of the valley had no scale, they lost 40 crates in May.",
        "The one we use at the gate of the market weighs 40 crates an hour.",
    ],
)
def test_an_aside_or_what_points_at_a_sentence_before_is_no_message(statement):
    assert not can_be_read_first(statement)


@pytest.mark.parametrize("statement", ["The main lesson is that growers sell their crates before the rain.", "Weighing crates at the gate is cheaper than a visit.", "The only scale of the valley stands at the gate."])
def test_what_names_what_it_speaks_of_can_be_read_first(statement):
    assert can_be_read_first(statement)


def test_few_that_carry_themselves_rather_than_five():
    findings = [said(Kind.CHALLENGE, statement, theme=f"t{n}") for n, statement in enumerate(HELD)]
    assert led_by(*findings) == HELD[:LEAST_MESSAGES]
    lessons = [finding.model_copy(update={"kind": Kind.LESSON}) for finding in findings]
    assert led_by(*lessons) == HELD[:KEY_MESSAGES]
    assert led_by(*(finding.model_copy(update={"sure_of_kind": False}) for finding in findings)) == [], "what nobody called anything is no message"


def test_what_is_said_to_be_the_point_comes_before_advice_and_a_topic_has_one_at_most():
    point = said(Kind.STORY, "The main thing is that growers of the valley sell their crates before the rain.", "point", theme="a")
    point = point.model_copy(update={"kind": Kind.CHALLENGE, "sure_of_kind": False})
    advised = [said(Kind.RECOMMENDATION, f"The province should repair the road to the cold store in month number {n} of the year.", f"r{n}", theme="a") for n in ("one", "two", "three")]
    other = said(Kind.RECOMMENDATION, "The office should print the price list of the market in Setswana.", "other", theme="b")
    assert led_by(*advised, point, other) == ["point", "other"]
    assert led_by(*advised) == ["rone"]
    assert led_by(*advised[:1], other, a=0.2, b=0.8) == ["other", "rone"], "the larger topic first"


def test_main_topics_lead_before_others():
    small, large = (said(Kind.RECOMMENDATION, f"The province should repair the road to the {place} before the berries are ripe.", place, theme=place) for place in ("bakery", "market"))
    assert led_by(small, large, bakery=0.1, market=0.6, farm=0.1) == ["market", "bakery"]


def test_what_was_settled_comes_first_then_what_is_advised_then_what_was_found():
    settled = said(Kind.DECISION, "From May on the office prints the price list in Setswana.", "settled", theme="a", fields={"outcome": "settled"})
    further = said(Kind.DECISION, "From June the fund counts the ones who could not pay for the cold store.", "further", theme="a", fields={"outcome": "settled"})
    advised = said(Kind.RECOMMENDATION, "The province should repair the road to the cold store before the berries are ripe.", "advised", theme="a")
    counted = said(Kind.CHALLENGE, "Out of 40 growers in the valley only eleven have a scale that still works.", "counted", theme="b", sure_of_kind=False)
    merely = said(Kind.CHALLENGE, HELD[0], "merely", theme="c")
    assert led_by(merely, counted, advised, settled) == ["settled", "advised", "counted"], "a challenge that is only told comes where there are few"
    assert led_by(counted, further, settled) == ["further", "settled", "counted"], "all that was settled leads, also of one topic"
    assert led_by(merely, counted) == ["counted", "merely"]


@pytest.mark.parametrize(
    ("kind", "statement", "fields", "leads"),
    [
        (Kind.DECISION, "From May on the office prints the price list of the valley in Setswana.", {}, False),
        (Kind.DECISION, "From May on the office prints the price list of the valley in Setswana.", {"outcome": "settled"}, True),
        (Kind.LESSON, "I think we have consensus that the growers of the valley wash their crates by the river.", {}, False),
        (Kind.LESSON, "The growers of the valley decided to wash their crates by the river in May.", {}, True),
    ],
)
def test_nothing_that_says_it_was_settled_leads_unless_it_was(kind, statement, fields, leads):
    assert led_by(said(kind, statement, fields=fields)) == [statement] * leads


def test_what_was_settled_leads_though_the_names_of_who_will_do_it_are_withheld():
    charter = "It's agreed, we'll print a price list for all the markets, and [name withheld] and [name withheld] draft it by May."
    assert led_by(said(Kind.DECISION, charter)) == [charter]
    of_one = "It's agreed, [name withheld] prints a list for all the markets of the valley by May."
    assert led_by(said(Kind.DECISION, of_one, fields={"outcome": "settled"})) == []
    assert led_by(said(Kind.LESSON, charter)) == []


def test_what_is_not_sound_leads_no_paper():
    lesson = said(Kind.LESSON, HELD[0])
    assert led_by(lesson) == [HELD[0]]
    assert led_by(lesson.model_copy(update={"sound": False})) == []
    assert led_by(said(Kind.LESSON, f"However, {HELD[0]}")) == []


@pytest.mark.parametrize(
    ("statement", "telling"),
    [
        ("The lesson for me is that a refused form costs more than no form.", True),
        ("The solution 2 which weighs the crates at the gate of the market is cheap.", True),
        ("The lesson for us is to find somebody who really wants to talk.", False),
        ("The lesson for us is to find growers who talk to the office by phone.", True),
    ],
)
def test_a_message_has_words_of_its_matter_or_a_result(statement, telling):
    assert is_telling(statement) is telling


@pytest.mark.parametrize(
    ("statement", "result"),
    [
        ("We have 518 school gardens open each day.", True), ("Each day 4,200 children come.", True), ("Out of 18 who left 13 were young.", True), ("It takes a 13 week plan.", True),
        ("We found that the gate fails.", True), ("We found the gate.", False), ("In 2019 we built a gate.", False), ("It is 4 and it is so.", False), ("Form 8221 needs a stamp.", False), ("It costs more than a crate.", True),
    ],
)  # fmt: skip
def test_what_gives_a_result(statement, result):
    assert gives_a_result(statement) is result


def test_a_message_is_of_a_topic_that_holds_a_share_or_says_itself_what_it_is():
    minor = said(Kind.RECOMMENDATION, "The province should repair the road to the cold store before the berries are ripe.", "minor", theme="minor")
    assert led_by(minor, minor=0.04, major=0.96) == []
    assert led_by(minor, minor=0.1, major=0.9) == ["minor"]
    assert led_by(minor.model_copy(update={"fields": {"said": "outright"}}), minor=0.04, major=0.96) == ["minor"]


def test_one_of_many_is_an_example_and_no_message():
    number = "we've got one depot in the valley, where 40 growers sell more crates than in the hills."
    assert led_by(said(Kind.CHALLENGE, number[0].upper() + number[1:])) == []
    assert led_by(said(Kind.CHALLENGE, "In the valley 40 growers sell more crates than those in the hills ever did.")) != []


def test_what_readers_would_not_understand_alone_is_no_message():
    clear = said(Kind.RECOMMENDATION, "We recommend the blue crates to all the growers of the valley for the winter.")
    assert led_by(clear) != [] and led_by(clear.model_copy(update={"leans": True})) == []


def test_what_leans_on_another_sentence_is_no_message():
    assert led_by(said(Kind.RECOMMENDATION, "For this reason, we recommend the blue crates to all the growers of the valley.")) == []
    assert led_by(said(Kind.RECOMMENDATION, "We recommend the blue crates to all the growers of the valley for the winter.")) != []


def test_what_only_leads_up_to_how_it_is_now_is_no_message():
    assert led_by(said(Kind.CHALLENGE, "Among the 40 growers of the valley people used to weigh more crates by hand than at the gate.")) == []
    assert led_by(said(Kind.CHALLENGE, "Among the 40 growers of the valley people weigh more crates by hand than at the gate.")) != []


def test_what_was_agreed_comes_before_what_was_not():
    agreed = said(Kind.DECISION, "We will write a charter for the growers of the valley by the end of October.", "agreed", fields={"outcome": "settled"})
    refused = said(Kind.RECOMMENDATION, "The province should keep one register of the crates that growers borrow in the winter.", "refused")
    against = Evidence(where="turn", index=0, start=0, end=1, time=9.0, participant="p", quote="N")
    refused = refused.model_copy(update={"disputed": (against,)})
    assert led_by(refused, agreed) == ["agreed", "refused"]
    lessons = [said(Kind.LESSON, statement, theme=statement) for statement in HELD[:2]]
    assert led_by(refused, agreed, *lessons) == ["agreed", *HELD[:2]], "what was not agreed is none where there are others"
