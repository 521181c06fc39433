"""Names are looked for in all that a paper may print; fictional."""

from copaper.analysis.printable_talk import looked_through
from copaper.papers.questions import ALL
from copaper.records import Finding, Kind
from tests.papers.composing import said, session

WORDS = "The growers of the valley pay for it. They say so. "


def test_a_reply_is_looked_through_to_where_a_paper_may_begin_it():
    before = WORDS * (ALL // len(WORDS.split()))
    talk = session((("Anna", "Who pays for the roofs of the market? " + "We ask because it rains. " * 30), ("Ben", f"{before}They pay in May. {before}")))
    reply = said(talk, "turn", 1).model_copy(update={"start": len(before), "end": len(before) + 16, "quote": "They pay in May."})
    question = Finding(id="q", kind=Kind.QUESTION, statement="Who pays for the roofs?", evidence=(said(talk, "turn", 0),), answers=(reply,), theme="t", confidence=0.5)
    assert any(talk.turns[1].text.strip() in text for text in looked_through(talk, (), (question,)))
