"""How questions stand in a paper: with what they are on, and the topic that they share words with; fictional."""

import pytest

from copaper.records import Kind, Session, Status
from tests.papers.composing import block_of, finding, found, paper, said, session, theme

BEFORE, ASKED = "The traders say that the mentor comes too late.", "How do you respond to that view?"
TALK = session([("Anna", "We keep one book of all traders on the counter."), ("Ben", f"{BEFORE} {ASKED}"), ("Cleo", "Who drives the bus to the market of the district?"), ("Ben", "The mentor comes in the first week now."), ("Dan", "Anna, I think that the mentor comes too late.")])
WHOLE = said(TALK, "turn", 1)
LEAD = WHOLE.model_copy(update={"end": len(BEFORE), "quote": BEFORE})
OWN = WHOLE.model_copy(update={"start": len(BEFORE) + 1, "quote": ASKED})


def rows(talk: Session = TALK, **more) -> list[str]:
    question = finding(Kind.QUESTION, OWN, id="q", theme="t0", statement=ASKED, answers=(said(TALK, "turn", 3),), fields={"state": "replied"}, leans=True, **more)
    other = finding(Kind.QUESTION, said(TALK, "turn", 2), id="o", theme="t1")
    themes = [theme(0, TALK, label="Mentoring", phrases=("mentor",)), theme(1, TALK, label="Sheds", phrases=("shed",))]
    return ["".join(run.text for run in row[0] if not run.cite) for row in block_of(paper(talk, found(talk, [question, other], themes)), "questions-table").rows]


def test_a_question_stands_behind_what_it_is_on() -> None:
    assert rows(lead=(LEAD,))[0].startswith(f"{BEFORE} {ASKED}")
    assert rows(lead=(said(TALK, "turn", 4),))[0].startswith(f"“I think that the mentor comes too late.” {ASKED}")
    assert rows()[0].startswith(ASKED)


def test_a_question_has_the_topic_with_which_it_or_its_reply_shares_a_word() -> None:
    on, off = rows()
    assert "on “Mentoring”" in on and "on “" not in off


def test_a_question_has_the_topic_that_was_called_up_whatever_its_words() -> None:
    assert "on “Sheds”" in rows(TALK.model_copy(update={"agenda": ("Mentoring", "Sheds")}))[1]


@pytest.mark.parametrize(("status", "words"), [(Status.DRAFT, "Who drives the bus to the market of the district?"), (Status.EDITED, "Who drives there every day of the week?")])
def test_a_question_keeps_its_topic_whatever_reviewers_made_of_its_words(status: Status, words: str) -> None:
    reworded = finding(Kind.QUESTION, said(TALK, "turn", 2), id="o", theme="t1").model_copy(update={"statement": words, "status": status})
    asked = finding(Kind.QUESTION, OWN, id="q", theme="t0", lead=(LEAD,))
    themes = [theme(0, TALK, label="Mentoring", phrases=("mentor",)), theme(1, TALK, label="Buses", phrases=("bus",))]
    table = block_of(paper(TALK, found(TALK, [asked, reworded], themes)), "questions-table")
    assert any(run.text.endswith("on “Buses”.") for row in table.rows for run in row[0])
