"""How questions stand in a paper: with the topic that they share words with, where they have a reply, else in a table; fictional."""

import pytest

from copaper.library.search import items
from copaper.papers.leaflets import FLYER, contents
from copaper.papers.units import block_units
from copaper.records import DecisionKind, Finding, Kind, Paper, Quote, Run, Session, Status
from copaper.review.decisions import decide
from tests.papers.composing import block_of, finding, found, headings, paper, said, session, theme
from tests.review.test_rounds import copy

BEFORE, ASKED = "The traders say that the mentor comes too late.", "How do you respond to that view?"
TALK = session([("Anna", "We keep one book of all traders on the counter."), ("Ben", f"{BEFORE} {ASKED}"), ("Cleo", "Who drives the bus to the market of the district?"), ("Ben", "The mentor comes in the first week now."), ("Dan", "Anna, I think that the mentor comes too late.")])
WHOLE = said(TALK, "turn", 1)
LEAD = WHOLE.model_copy(update={"end": len(BEFORE), "quote": BEFORE})
OWN = WHOLE.model_copy(update={"start": len(BEFORE) + 1, "quote": ASKED})


MENTORS = "theme-t0-question-q"


def asked(talk: Session = TALK, state: str = "open", others: tuple[Finding, ...] = (), **more) -> Paper:
    """A paper of a question on mentors, in this ``state``, and one that shares no word with its topic."""
    question = finding(Kind.QUESTION, OWN, id="q", theme="t0", statement=ASKED, answers=() if state == "open" else (said(TALK, "turn", 3),), fields={"state": state}, leans=True, **more)
    other = finding(Kind.QUESTION, said(TALK, "turn", 2), id="o", theme="t1")
    themes = [theme(0, TALK, label="Mentoring", phrases=("mentor",)), theme(1, TALK, label="Sheds", phrases=("shed",))]
    return paper(talk, found(talk, [question, other, *others], themes))


def rows(talk: Session = TALK, **more) -> list[str]:
    return ["".join(run.text for run in row[0] if not run.cite) for row in block_of(asked(talk, **more), "questions-table").rows]


def test_a_question_stands_behind_what_it_is_on() -> None:
    assert rows(lead=(LEAD,))[0].startswith(f"{BEFORE} {ASKED}")
    assert rows(lead=(said(TALK, "turn", 4),))[0].startswith(f"“I think that the mentor comes too late.” {ASKED}")
    assert rows()[0].startswith(ASKED)


def test_a_question_has_the_topic_with_which_it_shares_a_word() -> None:
    on, off = rows(lead=(LEAD,))
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


# --- with its topic ---------------------------------------------------------------------------


@pytest.mark.parametrize(("state", "by"), [("answered", "In reply"), ("replied", "In reply"), ("partly", "Perhaps in reply"), ("declined", "Answer declined"), ("refused", "Reply not accepted")])
def test_a_question_with_a_reply_stands_with_it_in_its_topic_and_not_in_the_table(state: str, by: str) -> None:
    composed = asked(state=state, lead=(LEAD,))
    told, reply = block_of(composed, MENTORS), block_of(composed, f"{MENTORS}-reply")
    assert told.runs[0] == Run(text=f"{BEFORE} {ASKED}", bold=True) and told.runs[-1].text == " At 0:00:10."
    assert isinstance(reply, Quote) and reply.runs[0].text == TALK.turns[3].text and reply.attribution == f"{by}: at 0:00:30"
    table, note = block_of(composed, "questions-table"), block_of(composed, "questions-with-topics")
    assert table.ids == ("o",) and table.caption == "What else was asked: 1 of the 2 questions that were found"
    assert [(run.text, run.to) for run in note.runs if run.to] == [("“Mentoring”", "theme-t0")]
    assert block_of(composed, "theme-t0-elsewhere") is None  # its questions stand here


def test_a_question_that_is_not_sure_to_be_on_its_topic_stands_in_the_table_with_its_reply() -> None:
    off = finding(Kind.QUESTION, said(TALK, "turn", 0), id="off", theme="t1", statement="Who keeps the one book of all traders?", answers=(said(TALK, "turn", 4),), fields={"state": "replied"})
    table = block_of(asked(state="replied", others=(off,)), "questions-table")
    assert table.ids == ("off", "o") and "".join(run.text for run in table.rows[0][1]) == "I think that the mentor comes too late."


def test_of_a_reply_that_may_be_none_no_topic_tells_the_words() -> None:
    talk = TALK.model_copy(update={"turns": (*TALK.turns[:3], TALK.turns[3].model_copy(update={"text": "We have been working tirelessly on our harbours."}), TALK.turns[4])})
    evades = said(talk, "turn", 3)
    question = finding(Kind.QUESTION, OWN, id="q", theme="t0", statement=ASKED, answers=(evades,), fields={"state": "replied"})
    composed = paper(talk, found(talk, [question, finding(Kind.QUESTION, said(talk, "turn", 2), id="o", theme="t1")], [theme(0, talk, label="Mentoring", phrases=("mentor",))]))
    assert block_of(composed, MENTORS) is None and "q" in block_of(composed, "questions-table").ids


def test_where_all_questions_stand_in_their_topics_there_is_no_table() -> None:
    question = finding(Kind.QUESTION, OWN, id="q", theme="t0", statement=ASKED, lead=(LEAD,), answers=(said(TALK, "turn", 3),), fields={"state": "replied"})
    composed = paper(TALK, found(TALK, [question], [theme(0, TALK, label="Mentoring", phrases=("mentor",))]))
    assert block_of(composed, MENTORS) is not None and "Questions" not in headings(composed) and block_of(composed, "theme-t0-asked-points") is None


def test_of_a_topic_that_tells_nothing_but_what_was_asked_nothing_says_that_no_sentence_is_quoted() -> None:
    composed = asked(state="replied", lead=(LEAD,))
    assert block_of(composed, "theme-t0") is not None and block_of(composed, "theme-t0-nothing") is None


def test_what_reviewers_struck_or_reworded_is_known_by_its_question() -> None:
    base = asked(state="replied", lead=(LEAD,))
    told, reply, by = (unit.words for id_ in (MENTORS, f"{MENTORS}-reply") for unit in block_units(block_of(base, id_)))
    [struck] = decide(copy(base, {told: None, reply: None, by: None}))
    assert (struck.kind, struck.of, struck.about) == (DecisionKind.REJECT, "finding", "q")
    [reworded] = decide(copy(base, {told: told.replace(ASKED, "What do you say to them?")}))
    assert (reworded.kind, reworded.about, reworded.after) == (DecisionKind.EDIT, "q", f"{BEFORE} What do you say to them?")
    [answered] = decide(copy(base, {reply: f"{reply} She walks."}))
    assert (answered.kind, answered.of) == (DecisionKind.EDIT, "text")
    both = decide(copy(base, {told: told.replace(ASKED, "What do you say to them?"), reply: f"{reply} She walks."}))
    assert [(one.kind, one.of) for one in both] == [(DecisionKind.EDIT, "finding"), (DecisionKind.EDIT, "text")] and both[0].after == f"{BEFORE} What do you say to them?"


def test_a_question_that_was_struck_leaves_its_topic() -> None:
    assert block_of(asked(state="replied", lead=(LEAD,), status=Status.REJECTED), MENTORS) is None


def test_search_finds_a_question_by_the_words_of_its_reply() -> None:
    [one] = [item for item in items(asked(state="replied", lead=(LEAD,))) if item.id == "q"]
    assert one.kind is Kind.QUESTION and one.anchor == MENTORS and one.text.startswith(BEFORE) and one.more == TALK.turns[3].text


def test_no_leaflet_quotes_a_reply_without_its_question() -> None:
    composed = asked(state="replied", lead=(LEAD,))
    assert TALK.turns[3].text not in str(contents(composed, FLYER[0]))
    bare = composed.model_copy(update={"blocks": tuple(block.model_copy(update={"id": "theme-t0-quote-1"}) if block.id == f"{MENTORS}-reply" else block for block in composed.blocks)})
    assert TALK.turns[3].text in str(contents(bare, FLYER[0]))
