"""What a paper tells of what is done after a session; fictional."""

import pytest

from copaper.papers.leaflets import BRIEF, contents
from copaper.records import Ending, EndingState, Kind, Status, Task
from tests.papers.composing import SPEECH, TALK, block_of, finding, found, paper, said, session, theme


def test_what_was_announced_is_listed_among_what_comes_next_unless_it_is_told_elsewhere():
    step = said(TALK, "turn", 1)
    composed = paper(TALK, found(TALK, (), [theme(0, TALK)]).model_copy(update={"ahead": (step,)}))
    [item] = block_of(composed, "next-steps-list").items
    assert item[0].text.startswith("“") and "(at 0:" in item[0].text and item[1].cite
    promise = finding(Kind.COMMITMENT, step, id="c")
    again = paper(TALK, found(TALK, [promise], [theme(0, TALK)]).model_copy(update={"ahead": (step,)}))
    assert "next-steps-list" not in [block.id for block in again.blocks]
    struck = paper(TALK, found(TALK, [promise.model_copy(update={"status": Status.REJECTED})], [theme(0, TALK)]).model_copy(update={"ahead": (step,)}))
    assert "next-steps-list" not in [block.id for block in struck.blocks], "what reviewers struck is told nowhere"
    ended = theme(0, TALK, endings=(Ending(state=EndingState.NEXT, said=step),))
    assert "next-steps-list" not in [block.id for block in paper(TALK, found(TALK, (), [ended]).model_copy(update={"ahead": (step,)})).blocks]


def test_a_formula_alone_is_told_as_what_was_agreed():
    ended = theme(0, TALK, endings=(Ending(state=EndingState.GRANTED, said=said(TALK, "turn", 1)),))
    [item] = block_of(paper(TALK, found(TALK, (), [ended])), "theme-t0-came-to").items
    assert item[0].text == "Agreed"


def test_a_step_that_names_somebody_anywhere_is_not_listed():
    talk = session([*SPEECH, ("Pieter Louw", "We will send the new price list to Zorbek Kwanele by the end of May.")])
    findings = found(talk, (), [theme(0, talk)], ahead=(said(talk, "turn", 4), said(talk, "turn", 1)))
    [item] = block_of(paper(talk, findings.model_copy(update={"people_named": ("Zorbek Kwanele",)})), "next-steps-list").items
    assert "visit on site" in item[0].text


def test_what_was_gone_over_and_noted_is_told_as_it_was_said_unless_it_stands_elsewhere():
    over, note = said(TALK, "turn", 1), said(TALK, "message", 0)
    composed = paper(TALK, found(TALK, (), [theme(0, TALK)]).model_copy(update={"gone_over": (over,), "noted": (note,)}))
    runs = block_of(composed, "next-gone-over").runs
    assert runs[0].text.startswith("Gone over at the end (") and over.quote[1:30] in runs[1].text and runs[2].cite
    [item] = block_of(composed, "next-noted-list").items
    assert note.quote[1:10] in item[0].text and item[1].cite
    promise = finding(Kind.COMMITMENT, over, id="c")
    again = paper(TALK, found(TALK, [promise], [theme(0, TALK)]).model_copy(update={"gone_over": (over,)}))
    assert "next-gone-over" not in [block.id for block in again.blocks]


def test_what_was_gone_over_one_by_one_is_listed():
    parts = tuple(said(TALK, "turn", place) for place in (0, 1, 2))
    composed = paper(TALK, found(TALK, (), [theme(0, TALK)]).model_copy(update={"gone_over": parts}))
    assert block_of(composed, "next-gone-over").runs[0].bold
    assert [item[0].text[1:20] for item in block_of(composed, "next-gone-over-list").items] == [part.quote[:19] for part in parts]
    assert contents(composed, BRIEF[0])["columns"][-1][-1][0] == "Gone over at the end"


def test_what_somebody_was_given_to_do_is_told_with_the_reply_unless_it_was_promised_or_stands_elsewhere():
    task = Task(given=said(TALK, "turn", 1), reply=said(TALK, "turn", 2))
    composed = paper(TALK, found(TALK, (), [theme(0, TALK)]).model_copy(update={"tasks": (task,)}))
    assert block_of(composed, "kind-commitment-given").runs[0].bold
    [item] = block_of(composed, "kind-commitment-given-list").items
    assert task.given.quote[1:20] in item[0].text and item[1].cite and item[2].text == " In reply" and task.reply.quote[1:20] in item[3].text
    alone = paper(TALK, found(TALK, (), [theme(0, TALK)]).model_copy(update={"tasks": (Task(given=task.given),)}))
    assert len(block_of(alone, "kind-commitment-given-list").items[0]) == 2
    for elsewhere in (task.given, task.reply):
        promise = finding(Kind.COMMITMENT, elsewhere, id="c")
        again = paper(TALK, found(TALK, [promise], [theme(0, TALK)]).model_copy(update={"tasks": (task,)}))
        assert "kind-commitment-given" not in [block.id for block in again.blocks]


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("So the tin roof comes in July. Then it's decided.", "Said to be decided"),
        ("So we recommend a tin roof to the municipality.", "Recommended"),
        ("So we try the tin roof from July to December.", "Seems settled"),
    ],
)
def test_what_seems_settled_is_called_by_what_was_said_of_it(words, label):
    talk = session([*SPEECH, ("Pieter Louw", words)])
    ended = theme(0, talk, endings=(Ending(state=EndingState.GONE_ALONG, said=said(talk, "turn", 4)),))
    [item] = block_of(paper(talk, found(talk, (), [ended])), "theme-t0-came-to").items
    assert item[0].text == label and item[0].bold
