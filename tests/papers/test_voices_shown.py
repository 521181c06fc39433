"""How a paper tells by whom something was asked, replied and stated where the talk shows it; all sessions are invented."""

from __future__ import annotations

from copaper.papers.evidence import EvidenceList
from copaper.papers.questions import answer
from copaper.privacy import Privacy
from copaper.records import Correction, CorrectionKind, Kind, Quote, Table
from tests.papers.composing import block_of, finding, found, paper, said, session, theme

CHAIR, GUEST, ASKS = "Naledi Botha", "Kofi Adjei", "Rosa Delgado"
WELCOME = "I'm pleased to welcome Kofi Adjei, director of the bakers' guild. "
LESSON = "A mentor who visits the bakery every month tells its owner more than a form does."
OTHER = "In our valley the bakers say that the visits of the mentor cost them a morning."
ANSWER = "The guild pays for nine visits a year and for the van that brings the mentor."
SPEECH = [
    (CHAIR, "Welcome everybody to the bakers' forum. {}Our first item is mentors. Kofi?"),
    (GUEST, LESSON),
    (CHAIR, "Any other questions on that? Rosa, please."),
    (ASKS, "Who pays for the visits of the mentor?"),
    (GUEST, ANSWER),
    (CHAIR, "Then we move on to the next item. Rosa?"),
    (ASKS, OTHER),
    (CHAIR, "How many bakers of the valley have a mentor at all? Kofi."),
    (GUEST, "About 40 of them have one now."),
    (CHAIR, "Thank you all for coming today."),
]


def meeting(welcome: str = WELCOME):
    return session([(name, words.format(welcome)) for name, words in SPEECH])


def words(runs) -> str:
    return "".join(run.text for run in runs)


def printed(talk, corrections=()) -> dict[str, str]:
    """Return each statement of the paper by how it begins."""
    findings = [finding(Kind.LESSON, said(talk, "turn", n), id=f"l{n}", theme="t0") for n in (1, 6)]
    composed = paper(talk, found(talk, findings, [theme(0, talk)], corrections=corrections))
    return {words(item)[:24]: words(item) for block in composed.blocks if hasattr(block, "items") and block.id.startswith(("kind-", "theme-", "messages")) for item in block.items}


def test_where_guests_are_heard_each_statement_tells_whose_it_is_as_far_as_that_is_known():
    assert sorted(line.endswith(" –\u00a0Guest") for line in printed(meeting()).values()) == [False, True]
    assert not any(line.endswith(" –\u00a0Guest") for line in printed(meeting("")).values())


def test_whose_a_statement_is_stands_before_what_was_said_against_it():
    talk = meeting()
    against = Correction(kind=CorrectionKind.OBJECTED, of=said(talk, "turn", 1), by=said(talk, "turn", 6))
    [line] = [line for line in printed(talk, (against,)).values() if "every month" in line]
    assert f" –\u00a0Guest. In reply (at 0:01:00): “{OTHER}”" in line


def test_a_quotation_is_credited_to_who_is_known_by_the_talk():
    talk = meeting()
    composed = paper(talk, found(talk, [], [theme(0, talk, summary=(said(talk, "turn", 1),))]))
    assert [block.attribution for block in composed.blocks if isinstance(block, Quote)] == ["Guest, 0:00:10"]


def test_what_was_asked_tells_who_asked_and_who_replied():
    talk = meeting()
    asked = [finding(Kind.QUESTION, said(talk, "turn", q), id=f"q{q}", theme="t0", fields={"state": "answered"}, answers=(said(talk, "turn", q + 1),)) for q in (3, 7)]
    with_topic = paper(talk, found(talk, asked, [theme(0, talk)]))
    assert [words(block_of(with_topic, f"theme-t0-question-{question.id}").runs).rpartition("?")[2] for question in asked] == [" At\u00a00:00:30", " Chair,\u00a00:01:10"]
    assert [block_of(with_topic, f"theme-t0-question-{question.id}-reply").attribution.partition(", ")[0] for question in asked] == ["In reply: Guest", "In reply: Guest"]
    table = block_of(paper(talk, found(talk, asked)), "questions-table")
    assert isinstance(table, Table)
    assert [words(row[0]).rpartition("? ")[2].rpartition("\u00a0")[2] for row in table.rows] == ["0:00:30", "0:01:10"]
    assert ["Chair,\u00a0" in words(row[0]) for row in table.rows] == [False, True]
    assert [words(row[-1]).startswith("Guest: ") for row in table.rows] == [True, True]


def test_of_several_replies_each_voice_that_is_known_is_told_once_and_no_other_is_taken_for_it():
    talk = meeting()

    def replied(*turns: int) -> str:
        asked = finding(Kind.QUESTION, said(talk, "turn", 3), fields={"state": "answered"}, answers=tuple(said(talk, "turn", n) for n in turns))
        return words(answer(talk, asked, EvidenceList(talk, Privacy(talk)), lambda part: False))

    assert replied(4, 8) == f"Guest: {ANSWER} […] About 40 of them have one now."
    assert replied(4, 6) == f"Guest: {ANSWER} […] A participant: {OTHER}"
    assert replied(6, 8) == f"{OTHER} […] Guest: About 40 of them have one now."


def test_a_message_that_ends_without_a_mark_is_printed_as_a_whole_sentence():
    talk = session(SPEECH, [(ASKS, "Nobody pays for the van yet")])
    asked = finding(Kind.QUESTION, said(talk, "turn", 3), fields={"state": "answered"}, answers=(said(talk, "message", 0),))
    assert words(answer(talk, asked, EvidenceList(talk, Privacy(talk)), lambda part: False)) == "Nobody pays for the van yet."


def test_the_bars_of_who_spoke_say_who_chairs():
    composed = paper(meeting(), found(meeting()))
    [voices] = [block for block in composed.blocks if block.id == "figure-voices"]
    assert any(label.endswith("(chair)") for label, _ in voices.data) and all(label.startswith("Speaker ") for label, _ in voices.data)
