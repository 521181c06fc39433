"""A first topic that is mostly a welcome is called so; fictional."""

import pytest

from copaper.analysis.pipeline import analyse
from copaper.analysis.units import read_units
from copaper.analysis.welcoming import OPENING, begins, is_led_in, is_opening, is_welcome
from tests.analysis.test_segments import FUNDING, MENTORING
from tests.factories import session

WELCOME = (
    "Good morning, everyone, and welcome to our monthly call.", "My name is Thandi, and I have grey hair and a green woollen hat.",
    "Please note that this call is recorded, so turn off your camera if you like.", "I'd like to introduce Sipho, who is wearing a straw hat.",
    "Thank you all for joining today.", "So what's our agenda for today?",
)  # fmt: skip


@pytest.mark.parametrize("said", WELCOME)
def test_a_welcome_is_told_from_the_matter(nlp, said):
    [unit] = read_units(session([("Thandi", said)]), nlp)
    assert is_welcome(unit)


@pytest.mark.parametrize("said", [*FUNDING[:2], *MENTORING[:2]])
def test_the_matter_is_no_welcome(nlp, said):
    assert not any(map(is_welcome, read_units(session([("Thandi", said)]), nlp)))


def test_a_topic_is_an_opening_if_it_has_little_else(nlp):
    assert is_opening(read_units(session([("Thandi", text) for text in (*WELCOME, FUNDING[0])]), nlp))
    assert not is_opening(read_units(session([("Thandi", text) for text in (WELCOME[0], *FUNDING)]), nlp))


def test_who_alone_says_how_it_works_until_the_first_item_opens_the_session(nlp):
    rules = ["Members who want to speak press the green button.", "Each of you has three minutes for a question."]
    alone, two = (read_units(session(list(zip(by, rules, strict=True))), nlp) for by in (("Thandi", "Thandi"), ("Thandi", "Sipho")))
    assert is_opening(alone, called_up=True)
    assert not is_opening(alone) and not is_opening(two, called_up=True)


def test_the_first_minutes_are_called_an_opening_and_nothing_of_them_is_a_phrase():
    found = analyse(session([("Thandi", text) for text in (*WELCOME * 3, *FUNDING * 4, *MENTORING * 4)]))
    first = min(found.themes, key=lambda theme: theme.spans[0].from_time)
    assert (first.label, first.phrases) == (OPENING, ()) and len(found.themes) > 1
    assert [theme.label for theme in found.themes].count(OPENING) == 1


WAITING = ["Hi, is anybody else here?", "Let's give people a few minutes.", "My hat is wet.", "We should be live now."]
OPENED = "Hello everyone, and welcome to the Seed Growers call."


def begun(nlp, *said) -> str:
    units = read_units(session([("Thandi" if i % 2 else "Sipho", text) for i, text in enumerate(said)]), nlp)
    return units[begins(units)].text


def test_a_session_begins_where_those_who_waited_are_greeted(nlp):
    assert begun(nlp, *WAITING, OPENED, *FUNDING) == OPENED


@pytest.mark.parametrize(
    "said",
    [
        (*WAITING[:2], OPENED, *FUNDING),
        (WAITING[0], *WAITING[2:], "Then it rained.", OPENED, *FUNDING),
        (*FUNDING, WAITING[1], *FUNDING, OPENED, *MENTORING),
        (*WAITING, "Hello everyone, we will wait for two minutes.", *FUNDING),
        (*WAITING, *FUNDING),
    ],
    ids=["hardly waited", "nobody waits", "much is said", "the wait is announced", "nobody is greeted"],
)
def test_else_it_begins_with_the_first_words(nlp, said):
    assert begun(nlp, *said) == said[0]


def test_nothing_is_found_in_the_wait(nlp):
    before = [("Sipho", WAITING[1]), *[("Thandi", "My hat is wet.")] * 3, ("Sipho", "We should dry each hat before market day.")]
    found = analyse(session([*before, ("Thandi", OPENED), *[("Sipho", s) for s in FUNDING * 5], *[("Thandi", s) for s in MENTORING * 5]]))
    assert min(span.from_time for theme in found.themes for span in theme.spans) == 50.0
    assert not any("each hat" in finding.statement for finding in found.findings)


def test_a_first_topic_that_whoever_leads_fills_with_welcome_and_plan_is_led_in(nlp):
    units = read_units(session([("Thandi", text) for text in (*WELCOME[:3], *FUNDING[:3])] + [("Sipho", MENTORING[0])]), nlp)
    chair = [units[0].participant]
    assert is_led_in(units, chair)
    assert not is_led_in(units, [units[-1].participant]), "others say it"
    assert not is_led_in(read_units(session([("Thandi", text) for text in FUNDING * 3]), nlp), chair), "nobody is welcomed"
    assert not is_led_in(read_units(session([("Thandi", text) for text in WELCOME * 12]), nlp), chair), "it takes too long"
