"""What says outright what it is stands in a paper; fictional."""

from copaper.papers.placing import LEADING
from copaper.papers.sections import belongs
from copaper.records import Ending, EndingState, Kind
from tests.papers.composing import SPEECH, block_of, found, headings, paper, said, session, theme
from tests.papers.composing import finding as statement

OUTRIGHT = {"said": "outright"}
TALK = session((*SPEECH, ("Pieter Louw", "What we learned is, the herd needs a gate that shuts."), ("Chair", "Let us come back to the list of the towns at the next meeting.")))


def lesson(**more):
    own = said(TALK, "turn", 4)
    return statement(Kind.LESSON, own, id="own", theme="t0", statement=own.quote, **more)


def test_what_says_its_kind_stands_in_its_section_wherever_it_ranks():
    before = [statement(Kind.STORY, said(TALK, "turn", 0), id=f"s{n}", stands_alone=False) for n in range(LEADING)]
    [item] = block_of(paper(TALK, found(TALK, [*before, lesson(fields=OUTRIGHT)])), "kind-lesson-list").items
    assert item[0].text == "What we learned is, the herd needs a gate that shuts."
    assert "Lessons" not in headings(paper(TALK, found(TALK, [*before, lesson()])))


def test_what_says_its_kind_takes_the_place_of_nothing_that_ranks():
    before = [statement(Kind.STORY, said(TALK, "turn", 0), id=f"s{n}", stands_alone=False) for n in range(LEADING - 1)]
    other = statement(Kind.RECOMMENDATION, said(TALK, "turn", 2), id="last")
    composed = paper(TALK, found(TALK, [lesson(fields=OUTRIGHT), *before, other]))
    assert "last" in block_of(composed, "messages").ids, "it leads, so no list tells it again"
    assert block_of(composed, "kind-recommendation-list") is None


def test_what_is_read_out_is_nobodys_own_advice():
    talk = session((("Chair", "The letter says: “You should keep the gate shut at night and count the herd.”"),))
    own = said(talk, "turn", 0)
    start = own.quote.index("You should")
    read = own.model_copy(update={"start": start, "quote": own.quote[start:-1], "end": own.end - 1})
    assert not belongs(statement(Kind.RECOMMENDATION, read, fields=OUTRIGHT), talk)
    assert belongs(statement(Kind.RECOMMENDATION, own, fields=OUTRIGHT), talk)


def test_topics_that_were_put_off_are_told_among_what_comes_next():
    ended = Ending(state=EndingState.PUT_OFF, said=said(TALK, "turn", 5))
    point = lesson(fields=OUTRIGHT)
    composed = paper(TALK, found(TALK, [point], [theme(0, TALK, endings=(ended,))]))
    assert "".join(run.text for run in block_of(composed, "next-topics").runs) == "What was put off stands with its topic: “Topic number 0”."
    assert [run.to for run in block_of(composed, "next-topics").runs if run.to] == ["theme-t0"]
    assert "What comes next" not in headings(paper(TALK, found(TALK, [point], [theme(0, TALK)])))
