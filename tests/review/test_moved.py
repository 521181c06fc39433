"""What reviewers wrote to questions and outcomes that stand elsewhere in the next draft; fictional."""

from __future__ import annotations

from copaper.records import Bullets, DecisionKind, Heading, Paper, Paragraph, Quote, Table
from copaper.review.decisions import decide
from copaper.review.incorporate import incorporate
from tests.review.test_rounds import copy, paper, said, words


def in_a_table(*ids: str) -> Paper:
    rows = tuple((said(f"Who pays for {id_}?", 1), said(f"The fund pays for {id_}.", 1)) for id_ in ids)
    asked = (Heading(id="questions", level=1, text="Questions"), Table(id="questions-table", caption="What was asked", header=("Question", "From the reply"), rows=rows, ids=ids))
    return paper().model_copy(update={"blocks": (*paper().blocks[:-2], *asked, *paper().blocks[-2:])})


def in_their_topic(*ids: str) -> Paper:
    def told(id_: str) -> tuple[Paragraph, Quote]:
        key = f"theme-t1-question-{id_}"
        return Paragraph(id=key, runs=said(f"Who pays for {id_}?", 1)), Quote(id=f"{key}-reply", runs=said(f"The fund pays for {id_}.", 1), attribution="In reply: Chair")

    return paper().model_copy(update={"blocks": (*paper().blocks[:-2], *(block for id_ in ids for block in told(id_)), *paper().blocks[-2:])})


def test_what_was_written_to_a_question_in_the_table_stands_there_and_the_others_in_their_topics():
    old = in_a_table("q1", "q2", "q3")
    struck = copy(old, {"Who pays for q2?": None, "The fund pays for q2.": None}, reviewer="Anna")
    reworded = copy(old, {"The fund pays for q1.": "The fund pays for all of q1."}, reviewer="Ben")
    found = words(incorporate(in_their_topic("q1", "q3"), [struck, reworded]))
    assert "The fund pays for all of q1." in found and "The fund pays for q1." not in found and found.count("Who pays for q1?") == 1
    assert found.count("Who pays for q3?") == 1 and not any("q2" in one for one in found)
    assert found[found.index("What was asked") - 1] == "Questions"


def test_a_question_is_left_out_with_its_reply_whether_or_not_who_replied_was_struck_too():
    base = in_their_topic("q1")
    for by in ("In reply: Chair", None):
        changes = {"Who pays for q1?": None, "The fund pays for q1.": None} | ({} if by else {"In reply: Chair": None})
        assert [(d.kind, d.of, d.about) for d in decide(copy(base, changes))] == [(DecisionKind.REJECT, "finding", "q1")]


def test_a_reply_keeps_to_its_question_where_both_have_other_ids():
    old, new = in_their_topic("q1"), in_their_topic("q7")
    longer = Quote(id="theme-t1-question-q7-reply", runs=said("The fund pays for q1 and for all that the town had asked of it since the spring.", 1), attribution="In reply: Chair")
    asked = Paragraph(id="theme-t1-question-q7", runs=said("Who pays for q1?", 1))
    new = new.model_copy(update={"blocks": tuple({longer.id: longer, asked.id: asked}.get(block.id, block) for block in new.blocks)})
    reworded = copy(old, {"Who pays for q1?": "Who will pay for q1?"})
    ids = [block.id for block in incorporate(new, [reworded]).blocks if "-question-" in block.id]
    assert ids == ["theme-t1-question-q1", "theme-t1-question-q1-reply"]


def test_how_a_topic_ended_is_struck_wherever_it_is_told():
    def ended(list_id: str) -> Paper:
        lines = Bullets(id=list_id, items=(said("Agreed: it is so.", 1), said("Put off: till May.", 1)), ids=("e1", "e2"))
        return paper().model_copy(update={"blocks": (*paper().blocks[:-2], lines, *paper().blocks[-2:])})

    struck = copy(ended("theme-t1-came-to"), {"Put off: till May.": None})
    assert "Put off: till May." not in words(incorporate(ended("theme-t1-also-ended"), [struck]))
