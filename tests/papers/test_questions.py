"""How questions stand in a paper: with the topic that they share words with, where they have a reply, else in a table; fictional."""

import pytest

from copaper.library.search import items
from copaper.papers.accounts import SAID
from copaper.papers.leaflets import FLYER, contents
from copaper.papers.asking import asks_the_same
from copaper.papers.questions import passages
from copaper.papers.units import block_units
from copaper.records import DecisionKind, Finding, Kind, Paper, Quote, Run, Session, Status
from copaper.review.decisions import decide
from copaper.textclean import sentences_of
from tests.papers.composing import SPEECH, block_of, finding, found, headings, paper, said, session, theme
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
    assert any(run.text.endswith("on “Buses”") for row in table.rows for run in row[0])


# --- with its topic ---------------------------------------------------------------------------


@pytest.mark.parametrize(("state", "by"), [("answered", "In reply"), ("replied", "In reply"), ("partly", "Perhaps in reply"), ("declined", "Answer declined"), ("refused", "Reply not accepted")])
def test_a_question_with_a_reply_stands_with_it_in_its_topic_and_not_in_the_table(state: str, by: str) -> None:
    composed = asked(state=state, lead=(LEAD,))
    told, reply = block_of(composed, MENTORS), block_of(composed, f"{MENTORS}-reply")
    assert told.runs[0] == Run(text=f"{BEFORE} {ASKED}", bold=True) and told.runs[-1].text == " At\u00a00:00:10"
    assert isinstance(reply, Quote) and reply.runs[0].text == TALK.turns[3].text and reply.attribution == f"{by}: at 0:00:30"
    table, note = block_of(composed, "questions-table"), block_of(composed, "questions-with-topics")
    assert table.ids == ("o",) and table.caption == "Further questions" and note.runs[0].text == "1 question stands above with what was replied, under "
    assert [(run.text, run.to) for run in note.runs if run.to] == [("“Mentoring”", "theme-t0")]
    assert block_of(composed, "theme-t0-elsewhere") is None  # its questions stand here


def test_a_question_that_is_not_sure_to_be_on_its_topic_is_told_where_it_was_asked() -> None:
    off = finding(Kind.QUESTION, said(TALK, "turn", 0), id="off", theme="t1", statement="Who keeps the one book of all traders?", answers=(said(TALK, "turn", 4),), fields={"state": "replied"})
    composed = asked(state="replied", others=(off,))
    ids = [block.id for block in composed.blocks if block.id.startswith("theme-t1")]
    assert ids == ["theme-t1", "theme-t1-about", "theme-t1-also", "theme-t1-question-off", "theme-t1-question-off-reply", "theme-t1-elsewhere"]
    assert block_of(composed, "theme-t1-also").text == SAID and block_of(composed, "questions-table").ids == ("o",)


def test_of_a_reply_that_may_be_none_no_topic_tells_the_words() -> None:
    talk = TALK.model_copy(update={"turns": (*TALK.turns[:3], TALK.turns[3].model_copy(update={"text": "We have been working tirelessly on our harbours."}), TALK.turns[4])})
    evades = said(talk, "turn", 3)
    question = finding(Kind.QUESTION, OWN, id="q", theme="t0", statement="Do you respond to that view?", answers=(evades,), fields={"state": "replied"})
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


def test_a_question_that_is_put_again_is_told_once() -> None:
    again = finding(Kind.QUESTION, said(TALK, "turn", 4), id="again", theme="t1", statement="And who drives that bus to the market of the whole district?", answers=(said(TALK, "turn", 0),), fields={"state": "replied"})
    composed = asked(others=(again,), lead=(LEAD,))
    assert [id_ for id_ in ("o", "again") if block_of(composed, f"theme-t1-question-{id_}") is not None or id_ in block_of(composed, "questions-table").ids] == ["again"]


@pytest.mark.parametrize(("one", "other", "same"), [
    ("What is the total value of the roofs of the market?", "What is the value of the roofs of the whole market?", True),
    ("Who pays for the roofs of the market?", "When were the roofs of the market paid for by the fund of the towns and their mayors?", False),
    ("Who pays?", "Who pays?", False),
    ("Who pays for depot number 1 of the harbour?", "Who pays for depot number 2 of the harbour?", False),
])  # fmt: skip
def test_questions_ask_the_same_in_nearly_the_same_words(one: str, other: str, same: bool) -> None:
    assert asks_the_same(one, other) is same and asks_the_same(other, one) is same


LONG = "The towns pay for those who came in the spring, each by its own means."
LONGER = f"It is a large town{', with towns that came in the spring' * 18}."


@pytest.mark.parametrize(("spoken", "first", "last", "printed"), [
    ("It pays for that. That said, we look at it. We will find a way.", 0, 0, "It pays for that. That said, we look at it. We will find a way."),
    (f"It pays for that. {LONG * 12}", 0, 0, "It pays for that."),
    ("It pays for that. Can you hear me? We will find a way.", 0, 0, "It pays for that."),
    ("It pays for that. I'm wondering when it will pay for the walls.", 0, 0, "It pays for that."),
    ("It pays for that. I would like to ask everybody to wait.", 0, 0, "It pays for that. I would like to ask everybody to wait."),
    ("The roofs are too old for that. That is why we pay for new ones.", 1, 1, "The roofs are too old for that. That is why we pay for new ones."),
    ("The roofs have a fund of the town. It pays for the new ones.", 1, 1, "The roofs have a fund of the town. It pays for the new ones."),
    ("It pays for that. And then there is student—.", 0, 1, "It pays for that."),
    ("It pays for that. And then there is student—. We will find a way.", 0, 0, "It pays for that."),
    ("It is not for us to say. However, the roofs are too old. They let the rain in.", 2, 2, "It is not for us to say. However, the roofs are too old. They let the rain in."),
    ("There is no fund for roofs of a market this year. The towns pay a share of it.", 1, 1, "There is no fund for roofs of a market this year. The towns pay a share of it."),
    ("The market opens at nine tomorrow. The towns pay a share of it.", 1, 1, "The towns pay a share of it."),
    ("On your first question, the roofs of the market are tin. The towns pay a share of it.", 1, 1, "The towns pay a share of it."),
    ("I don't know why tin was so dear last year. The towns pay a share of it.", 1, 1, "The towns pay a share of it."),
    (f"{LONG} {LONGER}", 1, 1, LONGER),
    ("I couldn't speak to my sister about the roofs on Sunday. Ours pays a share of it.", 1, 1, "Ours pays a share of it."),
    ("As to what Nomsa asked about the roofs of the market, I was not there. Ours pays a share of it.", 1, 1, "Ours pays a share of it."),
    ("I can't answer for the other towns. Ours pays a share of it.", 1, 1, "I can't answer for the other towns. Ours pays a share of it."),
    ("Our town stands by its traders. Ours pays a share of it.", 1, 1, "Ours pays a share of it."),
    (f"The market has many doors. {LONG} {LONG} {LONG} {LONG} The towns pay a share of it.", 5, 5, "The towns pay a share of it."),
    ("Thandi. That is why we pay for new ones.", 1, 1, "That is why we pay for new ones."),
])  # fmt: skip
def test_a_reply_is_printed_to_the_end_of_its_turn_where_that_is_not_long(spoken: str, first: int, last: int, printed: str) -> None:
    talk = session((("Anna", "Who pays for the roofs of the market?"), ("Ben", spoken)))
    sentences = sentences_of(spoken, 0, len(spoken))
    reply = said(talk, "turn", 1).model_copy(update={"start": sentences[first][0], "end": sentences[last][1], "quote": spoken[sentences[first][0] : sentences[last][1]]})
    question = finding(Kind.QUESTION, said(talk, "turn", 0), id="q", fields={"state": "answered"}, answers=(reply,))
    assert [part.quote for part in passages(talk, question, lambda part: False)] == [printed]
    assert [part.quote for part in passages(talk, question, lambda part: part.start > 0)][0].startswith((spoken[slice(*sentences[first])], printed) if first == 0 or printed.startswith("It is not") else printed)


def test_a_question_that_several_left_open_says_who_is_who() -> None:
    first, last = said(TALK, "turn", 3), said(TALK, "turn", 4)
    question = finding(Kind.QUESTION, OWN, id="q", theme="t0", statement=ASKED, lead=(LEAD,), fields={"state": "open"})
    for answers, by, words in (((first,), "Left open: at 0:00:30", first.quote), ((first, last), "Left open at 0:00:40", f"A participant: {first.quote} […] I think that the mentor comes too late.")):
        composed = paper(TALK, found(TALK, [question.model_copy(update={"answers": answers})], [theme(0, TALK, label="Mentoring", phrases=("mentor",))]))
        reply = block_of(composed, f"{MENTORS}-reply")
        assert reply.attribution == by and "".join(run.text for run in reply.runs) == words


@pytest.mark.parametrize(("following", "told"), [("The six weeks are long. " * 8, "What was said next, at 0:00:10, may be a reply in other words."), ("The six weeks are long.", "–")])
def test_where_no_reply_was_found_the_paper_says_what_may_be_one(following: str, told: str) -> None:
    talk = session((("Thandeka Mokgosi", SPEECH[3][1]), ("Pieter Louw", following), *SPEECH))
    found_ = [finding(Kind.QUESTION, said(talk, "turn", n), id=f"q{n}", theme="t0", fields={"state": "open"}) for n in (0, 5)]
    table = block_of(paper(talk, found(talk, [found_[0], found_[1].model_copy(update={"statement": "Who drives the bus to the market of the district?"})], [theme(0, talk)])), "questions-table")
    assert "".join(run.text for run in table.rows[0][1]) == told


@pytest.mark.parametrize(("state", "told"), [("answered", "The reply at"), ("declined", "Yes. That gets you back")])
def test_a_yes_that_only_refers_back_is_left_to_its_reader(state: str, told: str) -> None:
    talk = session((("Thandeka Mokgosi", SPEECH[3][1]), ("Pieter Louw", "Yes. That gets you back to the question of the budget."), *SPEECH))
    yes = said(talk, "turn", 1).model_copy(update={"end": 4, "quote": "Yes."})
    asked_ = [finding(Kind.QUESTION, said(talk, "turn", 0), id="q", theme="t0", answers=(yes,), fields={"state": state}), finding(Kind.QUESTION, said(talk, "turn", 5), id="o", theme="t0", statement="Who drives the bus to the market of the district?")]
    printed = [run.text for block in paper(talk, found(talk, asked_, [theme(0, talk)])).blocks for run in ((cell for row in block.rows for cells in row for cell in cells) if block.id == "questions-table" else getattr(block, "runs", ()))]
    assert any(words.startswith(told) for words in printed)
