"""What somebody is asked to send and says that they will; fictional."""

import pytest

from copaper.analysis.findings import find
from copaper.analysis.units import read_units
from copaper.records import Kind
from tests.factories import session

ASKED = "Would you be willing to share the list of the empty stalls with the council?"


def promised(nlp, *said: tuple[str, str]) -> list[tuple[str, list[str]]]:
    """Return what is promised, with what was asked for."""
    talk = session(said)
    return [(finding.evidence[0].quote, [part.quote for part in finding.lead]) for finding in find(talk, read_units(talk, nlp), ()).findings if finding.kind is Kind.COMMITMENT and finding.lead]


@pytest.mark.parametrize(("asked", "reply", "told"), [
    (ASKED, "Well, I think the—. I'm sure that we could do that, but the stalls are small.", "I'm sure that we could do that"),
    ("Perhaps you could send us a note on the stalls.", "Yes. I can send you the numbers of May.", "I can send you the numbers of May."),
    ("The council would be grateful for a list of the stalls.", "We will certainly provide that after the winter.", "We will certainly provide that after the winter."),
])  # fmt: skip
def test_a_promise_is_told_with_what_was_asked_for(nlp, asked: str, reply: str, told: str):
    [(said, lead)] = promised(nlp, ("Sipho", asked), ("Lindiwe", reply))
    assert told in said and "but" not in said and "—" not in said and lead == [asked]


@pytest.mark.parametrize(("asked", "reply"), [
    (ASKED, "I don't think that we can share that with anybody."), (ASKED, "If the bank allows it, we can share that."), (ASKED, "The stalls stand empty since May."), (ASKED, "Can we share that later?"),
    ("Would you share that view of the market?", "I'm sure that we could do that."), ("Could you send your brother to the market hall?", "I'm sure that we could do that."), ("We sent the council a list of the stalls.", "I'm sure that we could do that."),
])  # fmt: skip
def test_what_nobody_promises_or_asked_for_is_not(nlp, asked: str, reply: str):
    assert promised(nlp, ("Sipho", asked), ("Lindiwe", reply)) == []


def test_who_asks_promises_nothing_themselves(nlp):
    assert promised(nlp, ("Sipho", ASKED), ("Sipho", "I'm sure that we could do that.")) == []
