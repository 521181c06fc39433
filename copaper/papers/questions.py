"""Questions and what was replied to them: as a table in time, or the only one with its topic."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from copaper.papers.addressed import unaddressed
from copaper.papers.around import to_its_end, to_its_turn
from copaper.papers.evading import may_evade
from copaper.papers.evidence import EvidenceList
from copaper.papers.replied import replied
from copaper.papers.wording import BECAME, clock, dotted, shortened, state_of
from copaper.records import Block, Evidence, Finding, Heading, Inline, Paragraph, Run, Session, Table

ANSWER, ITS_END, ITS_TURN = 60, 30, 40
"""Words of a passage of an answer, of what its last sentence goes on with, and of the one behind it that says what is otherwise, at most."""
SHORT_MESSAGE = 25
"""Words of a message that is printed whole where something of it answers: what stands beside that says what it is on."""
TWO_KINDS = "“Replied to” stands where somebody else spoke right after the question, “perhaps replied to” where words on it came later. Whether they answer it, readers judge."


def section(session: Session, questions: Sequence[Finding], chosen: Sequence[Finding], statement: Callable[[Finding], Inline], evidence: EvidenceList, names: Mapping[str, str], is_on: Callable[[Finding], bool], of: int, is_kept_out: Callable[[Evidence], bool]) -> list[Block]:
    """Return the chapter of the questions, of those ``of`` that were found, in the order in which they were asked; ``chosen`` are these and
    those that a reviewer took out, ``names`` are those of the topics, and ``is_on`` tells whether a question is on its. What became of them is not told where the same is true of all: that they were replied to, as the replies show."""
    in_time = sorted(questions, key=lambda question: (question.evidence[0].time, question.evidence[0].index, question.evidence[0].start))
    several = len({question.theme for question in in_time if question.theme in names}) > 1
    topics = [names[question.theme] if several and is_on(question) else "" for question in in_time]
    with evidence.telling_apart([part for question in chosen for part in (question.evidence[0], *question.answers)]):
        rows = [((*statement(question), _asked_at(question, topic, evidence)), answer(session, question, evidence, is_kept_out), (Run(text=BECAME[state_of(question)]),)) for question, topic in zip(in_time, topics, strict=True)]  # in this order marks are numbered as they are read
    states = {state_of(question) for question in in_time}
    header, widths = ("Question", "From the reply", "What became of it"), (18, 23, 7)
    if len(rows) > 1 and {BECAME[state] for state in states} == {BECAME["answered"]}:
        # The last column may go: by its number a reviewer's words in a cell find their place in the next draft.
        header, widths, rows = header[:2], widths[:2], [row[:2] for row in rows]
    explained = [Paragraph(id="questions-about", runs=(Run(text=TWO_KINDS),), style="note")] if "partly" in states and not states.isdisjoint(("answered", "replied")) else []
    return [
        Heading(id="questions", level=1, text="Questions"),
        *explained,
        Table(id="questions-table", caption="What was asked" + (f": {len(rows)} of the {of} questions that were found" if of > len(rows) else ""), header=header, rows=tuple(rows), widths=widths, ids=tuple(question.id for question in in_time)),
    ]


def with_its_topic(session: Session, question: Finding, statement: Inline, evidence: EvidenceList, is_kept_out: Callable[[Evidence], bool]) -> Inline:
    """Return a question with what became of it."""
    reply = (Run(text=": ", italic=True), *answer(session, question, evidence, is_kept_out)) if question.answers else (Run(text=".", italic=True),)
    return (*statement, Run(text=f" {BECAME[state_of(question)]}", italic=True), *reply)


def answer(session: Session, question: Finding, evidence: EvidenceList, is_kept_out: Callable[[Evidence], bool]) -> Inline:
    """Return the passages of an answer, with a mark for what was left out between them; only the time of what may be none. What ``is_kept_out``
    stands elsewhere, or a reviewer left it out."""
    if may_evade(question):
        return (Run(text=f"The reply at {clock(question.answers[0].time)} needs a reader: it does not take up the question in so many words."), evidence.mark(question.answers[0]))
    runs: list[Run] = []
    before: Evidence | None = None
    for given in dict.fromkeys(_whole(session, part, is_kept_out) for part in question.answers):
        said = shortened(unaddressed(replied(evidence.told(given), question.statement)), ANSWER + ITS_END + ITS_TURN)
        said = said + "." * said[-1:].isalnum() if _is_whole_message(session, given) else dotted(said)
        joint = "" if before is None else " " if _follows(session, before, given) else " […] "
        if who := _replies(given, before, evidence):
            runs += [Run(text=joint), Run(text=f"{who}: ", italic=True)] if joint else [Run(text=f"{who}: ", italic=True)]
            joint = ""
        runs += [Run(text=f"{joint}{said}"), evidence.mark(given)]
        before = given
    return tuple(runs) or (Run(text="–"),)


def _whole(session: Session, given: Evidence, is_kept_out: Callable[[Evidence], bool]) -> Evidence:
    """Return all of a short message of which something answers, if it asks nothing, and speech to the end of its sentence."""
    if given.where != "message":
        return to_its_turn(session, to_its_end(session, given, ITS_END), ITS_TURN, is_kept_out)
    text = session.messages[given.index].text
    return given if "?" in text or len(text.split()) > SHORT_MESSAGE else given.model_copy(update={"start": 0, "end": len(text), "quote": text})


def is_broken_off(session: Session, question: Finding) -> bool:
    """Tell whether the reply to a question ends within a sentence, as where somebody was interrupted: what was the point of it is not told."""
    last = _whole(session, question.answers[-1], lambda said: False) if question.answers and not may_evade(question) else None
    return last is not None and last.where == "turn" and dotted(last.quote.rstrip()) != last.quote.rstrip()


def _is_whole_message(session: Session, given: Evidence) -> bool:
    """Tell whether words end with their message: many write no full stop there."""
    return given.where == "message" and not session.messages[given.index].text[given.end :].strip()


def _replies(given: Evidence, before: Evidence | None, evidence: EvidenceList) -> str:
    """Return as what somebody replies if the talk shows it, or that they are not who replied ``before`` and was called so."""
    if before is not None and before.participant == given.participant:
        return ""
    who = evidence.part(given)
    return who or ("" if before is None or not evidence.part(before) else "A participant")


def _asked_at(question: Finding, topic: str, evidence: EvidenceList) -> Run:
    """Return when a question was asked, as what if the talk shows it, and on which topic if one is given."""
    asked = question.evidence[0]
    by, on = evidence.part(asked), f", on “{topic}”" if topic else ""
    return Run(text=f" {f'{by}, at' if by else 'At'} {clock(asked.time)}{on}.", italic=True)


def _follows(session: Session, before: Evidence, given: Evidence) -> bool:
    """Tell whether words stand right behind others, so that nothing is left out between them."""
    if (before.where, before.index) != (given.where, given.index):
        return False
    holder = session.turns[given.index] if given.where == "turn" else session.messages[given.index]
    return not holder.text[before.end : given.start].strip()
