"""What is done after a session; fictional."""


import pytest

from copaper.analysis.ahead import _DATED, MOST, ahead
from copaper.analysis.pipeline import analyse
from copaper.analysis.units import read_units
from tests.analysis.test_endings import TALK
from tests.factories import session


def told(nlp, *said: str) -> list[str]:
    return [part.quote for part in ahead(read_units(session([("Lindiwe", one) for one in said]), nlp))]


@pytest.mark.parametrize(
    "said",
    [
        "We will publish the register of the stalls by the end of May.", "The new price list of the market will be printed this week.", "We intend to send the traders a new form within two weeks.", "The office should have a report on the flood before the end of this month.",
        "So I'll open an issue for the name of the register.", "We should do follow-up work on the prices of the builders.", "If it's helpful we can write to you about the costs of the roof.", "The council will mend the roof of the market hall in May.", "The new price list is due to be sent to all of the traders on Friday.", "We set out a new rule for the stalls, and we intend to publish that this week.",
    ],
)  # fmt: skip
def test_what_is_announced_with_a_time_or_is_outright_the_next_piece_of_work(nlp, said: str):
    assert told(nlp, said) == [said]


@pytest.mark.parametrize(
    "said",
    [
        "We will publish the register of the stalls.", "Will the register of the stalls be published this week?", "If the bank pays we will print the price list this week.", "We will not print the price list of the market this week.", "I'll send it to you by the end of next week.",
        "You will be aware of the price list of the market this week.", "We will talk about the price list of the market next week.", "We will print the slides of this session for the traders this week.", "Traders are worried that the market will close this summer.", "They printed the price list of the market in May.",
        "I'm going to the fair of the traders tomorrow with all of the price lists.", "You've said that the new traders will print the price list of the market this week.", "I will be back in May.", "Historically we will open the gates of the weir in April.", "The minister told us the new form will be sent to the traders by March.", "The river will flood the lower stalls of the market in April.", "My daughter will have her second baby at home in June.",
        "We will bury my old uncle in the village this week.", "The office will start the treatment of the clerk in May.", "The disciplinary letter of the clerk will be sent next week.", "We're going to continue to look at ways to help the traders this summer.", "The register of the stalls opens on its own page and then I can click on each of the rows.",
    ],
)  # fmt: skip
def test_what_is_no_next_step(nlp, said: str):
    assert told(nlp, said) == []


def test_of_many_those_with_a_time_are_told(nlp):
    work = [f"I'll open an issue for the price list of the {thing} market." for thing in ("fish", "bread", "fruit")]
    dated = [f"We will print the price list of the {thing} market this week." for thing in ("tin", "straw", "wool", "cloth", "seed")]
    assert told(nlp, *work, *dated) == [work[0], *dated] and len(told(nlp, *work, *dated)) == MOST


def test_the_analysis_tells_it_and_looks_there_for_names(nlp):
    said = "We will send the price list of the market to Zorbek Kwanele by the end of May."
    found = analyse(session([*TALK, ("Sipho", said), *TALK]))
    assert [part.quote for part in found.ahead] == [said] and "Zorbek Kwanele" in found.people_named


@pytest.mark.parametrize("part", ["word-", "a-a-"])
def test_long_runs_come_to_an_end(part: str):
    assert _DATED.search(part * 5000) is None


@pytest.mark.parametrize(("behind", "sure"), [("Well, we think we will, we haven't had the letter yet.", False), ("The office pays for the paper and the ink.", True)])
def test_what_is_taken_back_at_once_is_not_announced(nlp, behind: str, sure: bool):
    said = "We will publish the register of the stalls by the end of May."
    assert told(nlp, f"{said} {behind}") == [said] * sure
