"""Which sentences have a subject and a verb that agree; fictional."""

import pytest

from copaper.analysis.soundness import is_sound, with_soundness
from copaper.analysis.units import Unit, read_units
from copaper.records import Evidence, Finding, Kind
from tests import factories

SENTENCES = [
    ("The mentors visit every owner on Friday.", True),
    ("Separate the owner's money from the shop's money.", True),
    ("Every evening you count the cash, you take a photo, and we answer with a thumb.", True),
    ("Identifying and recruiting participants is one of the hardest tasks that we have.", True),
    ("But you know crates without a lid are dangerous the reason being is that they fall.", True),
    ("When the owner buys the crates, the bank pays the deposit.", True),
    ("About 85 per cent of the growers who come are from the river towns.", True),
    # A subject of many with a verb of one, and of one with a verb of many.
    ("Counsellors from the river towns knows what to do with the form.", False),
    ("The owner of the shops have a book of sales.", False),
    # No subject, no main clause, a clause that runs on, a piece with no verb of its own.
    ("Basically, should stick with the crate of the last year, because it is still blue.", False),
    ("When we are weighing the crates of the growers at the gate of the market.", False),
    ("I'm for… I agree with the owner of the shop on the new price.", False),
    ("The road is closed the truck is late the growers are waiting.", False),
    ("The road is closed, the truck is late, and the growers are waiting.", True),
    ("The owner opens the shop, and the alternative of not just closing it.", False),
    ("The problem is that the old scale, currently points to the wrong weight.", False),
    ("We could so any kind of check on the crates would need a scale.", False),
]


def unit(nlp, text: str) -> Unit:
    return Unit(0, "turn", 0, 0, len(text), 0.0, "", text, nlp(text)[:])


@pytest.mark.parametrize(("text", "sound"), SENTENCES)
def test_a_sound_sentence_has_a_subject_and_a_verb_that_agree(nlp, text: str, sound: bool) -> None:
    assert is_sound(unit(nlp, text)) is sound


def test_a_finding_is_sound_if_each_of_its_sentences_is(nlp) -> None:
    good, bad = "The mentors visit every owner on Friday.", "Counsellors from the river towns knows what to do with the form."
    talk = factories.session([("Nandi", f"{good} {bad}")])
    units = read_units(talk, nlp)

    def finding(start: int, end: int) -> Finding:
        own = Evidence(where="turn", index=0, start=start, end=end, time=0.0, participant="p", quote=talk.turns[0].text[start:end])
        return Finding(id=f"{start}-{end}", kind=Kind.LESSON, statement=own.quote, evidence=(own,), confidence=0.5)

    places = [(0, len(good)), (len(good) + 1, len(good) + 1 + len(bad)), (0, len(good) + 1 + len(bad))]
    assert [found.sound for found in with_soundness(units, [finding(*place) for place in places])] == [True, False, False]
