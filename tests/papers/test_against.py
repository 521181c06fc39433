"""No statement is told without what was said against it; fictional."""

from __future__ import annotations

import pytest

from copaper.library.catalogue import Entry
from copaper.papers.against import Against, with_it
from copaper.papers.foremost import is_quotable
from copaper.papers.leaflets import BRIEF, contents
from copaper.records import Card, Correction, CorrectionKind, Evidence, Kind, Quote, Reply, Run, Status
from tests.papers.composing import SPEECH, block_of, finding, found, paper, said, session, theme

AGAINST = "No, a form that is filled in tells more than any visit."
TALK = session((*SPEECH, ("Thandeka Mokgosi", AGAINST), ("Pieter Louw", "We shall see about all the others in the autumn.")))
OWN = said(TALK, "turn", 1)
REPLY = said(TALK, "turn", 3).model_copy(update={"start": len(SPEECH[3][1]) + 1, "end": len(SPEECH[3][1]) + 1 + len(AGAINST), "quote": AGAINST, "time": 40.0})
LESSON = finding(Kind.LESSON, OWN, id="l", theme="t0")
WITHOUT, WITH = (found(TALK, [LESSON], [theme(0, TALK, summary=(OWN,))], corrections=corrections) for corrections in ((), (Correction(kind=CorrectionKind.DENIED, of=OWN, by=REPLY),)))


def words(runs) -> str:
    return "".join(run.text for run in runs)


def test_what_was_denied_is_no_key_message_and_stands_in_its_section_with_the_denial():
    assert block_of(paper(TALK, WITHOUT), "messages") is not None
    composed = paper(TALK, WITH)
    assert block_of(composed, "messages") is None
    [item] = block_of(composed, "kind-lesson-list").items if block_of(composed, "kind-lesson-list") else block_of(composed, "theme-t0-lesson-points").items
    assert words(item).startswith("We learned") and words(item).endswith(f" Said against it (at 0:00:40): “{AGAINST}”")
    entries = [block.quote for block in composed.blocks if block.id.startswith("evidence-") and hasattr(block, "quote")]
    assert AGAINST in entries and sum(bool(run.cite) for run in item) == 2


def test_no_leaflet_tells_what_was_denied():
    def in_short(findings) -> str:
        return str(contents(paper(TALK, findings), BRIEF[0]))

    assert "a visit on site tells more" in in_short(WITHOUT) and "a visit on site tells more" not in in_short(WITH)


def test_what_was_denied_opens_no_topic():
    findings = [found(TALK, (), [theme(0, TALK, summary=(OWN,))], corrections=one.corrections) for one in (WITHOUT, WITH)]
    assert [sum(isinstance(block, Quote) for block in paper(TALK, one).blocks) for one in findings] == [1, 0]


@pytest.mark.parametrize(("kind", "label"), [(CorrectionKind.TAKEN_BACK, " Later ("), (CorrectionKind.LIMITED, " Said with it ("), (CorrectionKind.OBJECTED, " In reply (")])
def test_how_it_was_said_against_is_told(kind, label):
    composed = paper(TALK, WITH.model_copy(update={"corrections": (Correction(kind=kind, of=OWN, by=REPLY),)}))
    assert any(label in words(item) for block in composed.blocks if hasattr(block, "items") and block.id.startswith(("kind-", "theme-")) for item in block.items)


def test_what_came_of_a_practice_stands_with_what_its_teller_made_of_it_later():
    result, later = "Of the 30 traders who got a mentor this way, 20 stayed in business.", "If you count all of them it is 20 out of 90."
    talk = session(((*SPEECH[0],), (SPEECH[0][0], result), ("Pieter Louw", "But those 30 chose it."), (SPEECH[0][0], later)))
    own = said(talk, "turn", 0)

    def part(index: int, quote: str) -> Evidence:
        whole = said(talk, "turn", index)
        start = whole.quote.index(quote)
        return whole.model_copy(update={"start": start, "end": start + len(quote), "quote": quote})

    practice = finding(Kind.PRACTICE, part(0, SPEECH[0][1]), id="p", theme="t0", statement="We keep to it: in our office every new trader gets a mentor for the first six weeks of business.")
    corrected = Correction(kind=CorrectionKind.TAKEN_BACK, of=part(0, result), by=part(2, later))
    composed = paper(talk, found(talk, [practice], [theme(0, talk)], corrections=(corrected,)))
    [card] = [block for block in composed.blocks if isinstance(block, Card)]
    [row] = [runs for _, runs in card.rows if result.rstrip(".") in words(runs)]
    assert own.quote and f"Later (at 0:00:30): “{later}”" in words(row)


def test_what_is_told_with_a_statement_is_not_quoted_against_it_again():
    whole = OWN.model_copy(update={"end": 500})
    against = Against(WITH.model_copy(update={"corrections": (Correction(kind=CorrectionKind.LIMITED, of=OWN, by=OWN.model_copy(update={"start": 200, "end": 250})),)}))
    assert against.of(OWN) is not None and against.of(whole) is None


def test_to_what_somebody_differs_stands_with_them_alone():
    differed = found(TALK, [LESSON], [theme(0, TALK, replies=(Reply(to=OWN, by=REPLY, agrees=False),))])
    agreed = found(TALK, [LESSON], [theme(0, TALK, replies=(Reply(to=OWN, by=REPLY, agrees=True),))])
    assert (Against(differed).stands(OWN), Against(agreed).stands(OWN), Against(differed).of(OWN)) == (False, True, None)


def test_what_a_reviewer_reworded_is_printed_as_they_left_it():
    edited = LESSON.model_copy(update={"status": Status.EDITED, "statement": "We learned that some say a visit on site tells more than a form."})
    composed = paper(TALK, WITH.model_copy(update={"findings": (edited,)}))
    assert not any("Said against it" in words(item) for block in composed.blocks if hasattr(block, "items") and block.id.startswith(("kind-", "theme-")) for item in block.items)


def test_a_quarter_tells_nothing_that_was_denied_unless_a_reviewer_took_it_in():
    taken = WITH.model_copy(update={"findings": (LESSON.model_copy(update={"status": Status.ACCEPTED}),)})
    assert [len(list(Entry(TALK, one).of_kind(Kind.LESSON))) for one in (WITHOUT, WITH, taken)] == [1, 0, 1]


@pytest.mark.parametrize(
    ("quote", "quotable"),
    [
        ("The wooden stalls keep the fish market cool all summer.", True),
        ("The preference of myself and others would be to keep the wooden stalls of the market.", False),
        ("For the market we would strongly prefer wooden stalls over stalls of steel.", False),
        ("Most buyers prefer wooden stalls over stalls of steel.", True),
    ],
)
def test_a_preference_is_no_face_of_a_topic(quote, quotable):
    assert is_quotable(quote) is quotable


def test_a_credit_before_what_was_said_against_a_statement_ends_with_one_full_stop():
    later = (Run(text=" Later (the same person, 0:02): “It was less.”"),)
    for credit, printed in ((" – Panellist", " – Panellist."), (" – Member, Lib.", " – Member, Lib.")):
        told = (Run(text="We sold it."), Run(text=credit, italic=True))
        assert [run.text for run in with_it(told, later)] == ["We sold it.", printed, later[0].text]
        assert with_it(told, ()) == told
