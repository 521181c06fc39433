"""Questions: with what was replied to them in the part of the session in which they were asked, the others as a table in time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from types import MappingProxyType

from copaper.papers import topics
from copaper.papers.addressed import unaddressed
from copaper.papers.around import to_its_end, to_its_turn, to_the_end_of_its_turn
from copaper.papers.evading import OF_REPLIES, may_evade, only_refers_back
from copaper.papers.evidence import EvidenceList
from copaper.papers.replied import replied
from copaper.papers.wording import BECAME, LEFT_OPEN, clock, counted, dotted, shortened, state_of
from copaper.records import Account, Block, Bullets, Evidence, Finding, Heading, Inline, Paragraph, Quote, Run, Session, Table, Theme

ALL, ITS_END, ITS_TURN = 140, 30, 40
"""Words of a reply where it goes on (what it comes to, or a "that said", often comes last), of what its last sentence goes on with, and of the one behind it that says what is otherwise, at most."""
AT_LENGTH, AT_ONCE = 25, 60.0
"""Words of what may be a reply that was not recognised, at least, and seconds behind the question within which it begins."""
SHORT_MESSAGE = 25
"""Words of a message that is printed whole where something of it answers: what stands beside that says what it is on."""
TWO_KINDS = "“Replied to” stands where somebody else spoke right after the question, “perhaps replied to” where words on it came later. Whether they answer it, readers judge."
REPLIED = {"answered": "In reply", "replied": "In reply", "partly": "Perhaps in reply", "declined": "Answer declined", "refused": "Reply not accepted", "left open": LEFT_OPEN}
"""What stands before whoever replied, by the state of a question that is told with its reply where it was asked."""


@dataclass(frozen=True)
class Questions:
    """Tells each question once: ``chosen`` are those of the paper and what reviewers took out of it, ``shown`` those that they did not.

    ``names`` are those of the topics, ``is_on`` tells whether a question is on its own, ``statement`` how it is printed, and what
    ``is_kept_out`` stands elsewhere or was left out by a reviewer."""

    session: Session
    evidence: EvidenceList
    themes: Sequence[Theme]
    names: Mapping[str, str]
    chosen: Sequence[Finding]
    shown: Sequence[Finding]
    is_on: Callable[[Finding], bool]
    statement: Callable[[Finding], Inline]
    is_kept_out: Callable[[Evidence], bool]

    @cached_property
    def lone(self) -> Finding | None:
        """The only question, which is told with its topic whatever became of it: a chapter of its own is too much for it."""
        return self.shown[0] if len(self.chosen) == 1 and self.shown and self.shown[0].theme in self.names else None

    def is_told_with_a_topic(self, question: Finding) -> bool:
        """Tell whether a question stands in the part of the session in which it was asked, as it has a reply that is told, or is the only one."""
        return question is self.lone or question.theme in self.names and question.answers != () and state_of(question) in REPLIED and not _may_evade(self.session, question, self.is_kept_out)

    def is_told_in(self, theme: Theme) -> bool:
        """Tell whether a topic tells a question, whatever reviewers said of it."""
        return any(f.theme == theme.id and self.is_told_with_a_topic(f) for f in self.chosen)

    def credited(self, theme: Theme) -> list[Evidence]:
        """Return what a topic tells of questions with whoever said it, whatever reviewers said of it."""
        asked = [f for f in self.chosen if f.theme == theme.id and (len(self.chosen) == 1 or self.is_told_with_a_topic(f))]
        return [*self._credited(asked), *(f.evidence[0] for f in asked if not self.evidence.is_plain(f.evidence[0]))]

    def _credited(self, asked: Sequence[Finding]) -> list[Evidence]:
        """Return what of questions is told with whoever said it: who replied first, and whom the talk shows as what they are."""
        first = [part for f in asked for part in f.answers[:1] if not is_left_by_several(f)]
        return [*first, *(part for f in asked for part in (*f.answers, f.evidence[0]) if self.evidence.part(part))]

    def telling(self, theme: Theme, aside: bool = False, further: Mapping[str, Callable[[], Inline]] = MappingProxyType({})) -> list[topics.Told]:
        """Return how the questions are told, each with the reply to it, that were asked in the part of the session which a topic holds: those on the
        topic, or those that are not sure to be, told ``aside``. ``further`` is what their replies go on with, by the question's id."""
        return [
            topics.Told.of(question.evidence[0], partial(self._with_its_reply, question, further.get(question.id, tuple)))
            for question in self._of(theme) if self._has_reply(question) and self._is_aside(question) is aside
        ]  # fmt: skip

    def going_on(self, theme: Theme, accounts: Sequence[Account]) -> dict[str, Account]:
        """Return by the question's id which of a topic's ``accounts`` begins right where the reply to it ends: both are one, and whoever
        strikes the question strikes both."""
        of_it = [f for f in self.chosen if f.theme == theme.id and self.is_told_with_a_topic(f) and self._has_reply(f)]
        ends = {question.id: passages(self.session, question, self.is_kept_out)[-1] for question in of_it}
        found = ((id_, next((one for one in accounts if one.asked is None and one.start >= end.end and _follows(self.session, end, one)), None)) for id_, end in ends.items())
        return {id_: account for id_, account in found if account is not None}

    def struck(self, accounts: Mapping[str, Sequence[Account]]) -> list[Account]:
        """Return which of the ``accounts`` of each topic went with the reply to a question that a reviewer struck."""
        return [account for theme in self.themes for id_, account in self.going_on(theme, accounts[theme.id]).items() if all(question.id != id_ for question in self.shown)]

    def without_reply(self, theme: Theme) -> list[Block]:
        """Return the session's only question with what became of it, if nobody is sure to have replied to it and it was asked on this topic."""
        found: list[Block] = []
        for question in (one for one in self._of(theme) if not self._has_reply(one)):
            became = (Run(text=f" {BECAME[state_of(question)]}", italic=True), *((Run(text=": ", italic=True), *self._answer(question)) if question.answers else (Run(text=".", italic=True),)))
            found.append(Paragraph(id=f"theme-{theme.id}-{topics.ASKED}", runs=(Run(text="What was asked" if question.answers else "A question", bold=True),)))
            found.append(Bullets(id=f"theme-{theme.id}-{topics.ASKED}-points", items=((*self.statement(question), *became),), ids=(question.id,)))
        return found

    def _of(self, theme: Theme) -> list[Finding]:
        return [f for f in self.shown if f.theme == theme.id and self.is_told_with_a_topic(f)]

    def _has_reply(self, question: Finding) -> bool:
        return question.answers != () and not _may_evade(self.session, question, self.is_kept_out)

    def _is_aside(self, question: Finding) -> bool:
        return question is not self.lone and not self.is_on(question)

    def _with_its_reply(self, question: Finding, further: Callable[[], Inline]) -> list[Block]:
        key = topics.question_block(question.theme, question.id)
        asked, *beside = self.statement(question)
        runs = (asked.model_copy(update={"bold": True}), *beside, self.evidence.asked_at(question.evidence[0]))
        by, reply = self._replied_by(question), self._answer(question, credited=not is_left_by_several(question))
        reply = (*reply, *((Run(text=" "), *more) if (more := further()) else ()))
        return [Paragraph(id=key, runs=runs), Quote(id=f"{key}{topics.REPLY}", attribution=by, runs=reply)]

    def _replied_by(self, question: Finding) -> str:
        """Return what became of a question, who replied, if that is told, and when; of several whose words tell who they are only when the last left it open."""
        told = passages(self.session, question, self.is_kept_out)
        if is_left_by_several(question):
            return f"{LEFT_OPEN} at {clock(told[-1].time)}"
        return f"{REPLIED[state_of(question)]}: {self.evidence.within(told[0])}"

    def section(self, found: int) -> list[Block]:
        """Return the chapter of the questions that no topic tells, of all that were ``found``, in the order in which they were asked. What became of
        them is not told where the same is true of all: that they were replied to, as the replies show."""
        rest = in_time(f for f in self.shown if not self.is_told_with_a_topic(f))
        if not rest:
            return []
        with_topics = [f for f in self.shown if self.is_told_with_a_topic(f)]
        several = len({question.theme for question in rest if question.theme in self.names}) > 1 or bool(with_topics)
        on = [self.names[question.theme] if several and self.is_on(question) else "" for question in rest]
        with self.evidence.telling_apart(self._credited([f for f in self.chosen if not self.is_told_with_a_topic(f)])):
            rows = [((*self.statement(question), self.evidence.asked_at(question.evidence[0], topic)), self._answer(question), (Run(text=BECAME[state_of(question)]),)) for question, topic in zip(rest, on, strict=True)]  # in this order marks are numbered as they are read
        states, bare = {state_of(question) for question in rest}, all(row[1] == (Run(text="–"),) for row in rows)
        header, widths = ("Question", "From the reply", "What became of it"), (30, 8, 10) if bare else (18, 23, 7)
        if len(rows) > 1 and {BECAME[state] for state in states} == {BECAME["answered"]}:
            # The last column may go: by its number a reviewer's words in a cell find their place in the next draft.
            header, widths, rows = header[:2], widths[:2], [row[:2] for row in rows]
        explained = [Paragraph(id="questions-about", runs=(Run(text=TWO_KINDS),), style="note")] if "partly" in states and not states.isdisjoint(("answered", "replied")) else []
        led = [[Run(text=f"“{self.names[theme.id]}”", to=f"theme-{theme.id}")] for theme in topics.in_time(self.themes) if any(f.theme == theme.id for f in with_topics)]
        of = f": {len(rows)} of the {found} questions that were found" if found > len(rows) and not led else ""
        more = f"{counted(len(with_topics), 'question')} {'stands' if len(with_topics) == 1 else 'stand'} above with what was replied, under "
        return [
            Heading(id="questions", level=1, text="Questions"),
            *explained,
            Table(id="questions-table", caption=f"{'Further questions' if led else 'What was asked'}{of}", header=header, rows=tuple(rows), widths=widths, ids=tuple(question.id for question in rest)),
            *([Paragraph(id="questions-with-topics", style="note", runs=(Run(text=more), *topics.joined(led), Run(text=".")))] if led else []),
        ]

    def _answer(self, question: Finding, credited: bool = False) -> Inline:
        return answer(self.session, question, self.evidence, self.is_kept_out, credited)


def in_time(questions: Iterable[Finding]) -> list[Finding]:
    """Return questions in the order in which they were asked."""
    return sorted(questions, key=lambda question: (question.evidence[0].time, question.evidence[0].index, question.evidence[0].start))


def answer(session: Session, question: Finding, evidence: EvidenceList, is_kept_out: Callable[[Evidence], bool], credited: bool = False) -> Inline:
    """Return the passages of an answer, with a mark for what was left out between them; only the time of what may be none. What ``is_kept_out``
    stands elsewhere, or a reviewer left it out. Where the first is ``credited`` beside it, it does not say whose it is."""
    if _may_evade(session, question, is_kept_out):
        return (Run(text=f"The reply at {clock(question.answers[0].time)} needs a reader: its words do not show whether it is one."), evidence.mark(question.answers[0]))
    runs: list[Run] = []
    before: Evidence | None = None
    for given in passages(session, question, is_kept_out):
        said = shortened(unaddressed(replied(evidence.told(given), question.statement)), ALL + ITS_TURN)
        said = said + "." * said[-1:].isalnum() if _is_whole_message(session, given) else dotted(said)
        joint = "" if before is None else " " if _follows(session, before, given) else " […] "
        if who := "" if credited and before is None else _replies(given, before, evidence, is_left_by_several(question)):
            runs += [Run(text=joint), Run(text=f"{who}: ", italic=True)] if joint else [Run(text=f"{who}: ", italic=True)]
            joint = ""
        runs += [Run(text=f"{joint}{said}"), evidence.mark(given)]
        before = given
    return tuple(runs) or _said_next(session, question) or (Run(text="–"),)


def _may_evade(session: Session, question: Finding, is_kept_out: Callable[[Evidence], bool]) -> bool:
    """Tell whether nothing shows that what was said to a question, as it is printed, is a reply to it."""
    if not question.answers or question.fields.get("state") not in OF_REPLIES:
        return False
    return may_evade(question) or only_refers_back(" ".join(part.quote for part in passages(session, question, is_kept_out)))


def _said_next(session: Session, question: Finding) -> Inline:
    """Return when somebody else spoke at length right behind a question to which no reply was found: it may be one, in other words."""
    asked = question.evidence[0]
    behind = (turn for turn in session.turns[asked.index + 1 :] if turn.participant != asked.participant) if asked.where == "turn" else iter(())
    after = next(behind, None)
    if after is None or len(after.text.split()) < AT_LENGTH or after.start - session.turns[asked.index].end > AT_ONCE:
        return ()
    return (Run(text=f"What was said next, at {clock(after.start)}, may be a reply in other words."),)


def passages(session: Session, question: Finding, is_kept_out: Callable[[Evidence], bool]) -> list[Evidence]:
    """Return what is printed of an answer, each once, with what its speaker went on to say of it."""
    found: list[Evidence] = []
    for part in question.answers:
        if not any(other.holds(part) for other in found):
            found.append(_whole(session, to_the_end_of_its_turn(session, part, ALL, is_kept_out, question.statement), is_kept_out))
    return found


def _whole(session: Session, given: Evidence, is_kept_out: Callable[[Evidence], bool]) -> Evidence:
    """Return all of a short message of which something answers, if it asks nothing, and speech to the end of its sentence."""
    if given.where != "message":
        return to_its_turn(session, to_its_end(session, given, ITS_END), ITS_TURN, is_kept_out)
    text = session.messages[given.index].text
    return given if "?" in text or len(text.split()) > SHORT_MESSAGE else given.model_copy(update={"start": 0, "end": len(text), "quote": text})


def is_left_by_several(question: Finding) -> bool:
    """Tell whether several people said something to a question before it was left open."""
    return state_of(question) == "left open" and len({part.participant for part in question.answers}) > 1


def is_broken_off(session: Session, question: Finding) -> bool:
    """Tell whether the reply to a question ends within a sentence, as where somebody was interrupted: what was the point of it is not told."""
    last = _whole(session, question.answers[-1], lambda said: False) if question.answers and not may_evade(question) else None
    return last is not None and last.where == "turn" and dotted(last.quote.rstrip()) != last.quote.rstrip()


def _is_whole_message(session: Session, given: Evidence) -> bool:
    """Tell whether words end with their message: many write no full stop there."""
    return given.where == "message" and not session.messages[given.index].text[given.end :].strip()


def _replies(given: Evidence, before: Evidence | None, evidence: EvidenceList, several: bool) -> str:
    """Return as what somebody replies if the talk shows it, or that they are not who replied ``before`` and was called so, or are the first of ``several``."""
    if before is not None and before.participant == given.participant:
        return ""
    who = evidence.part(given)
    return who or ("A participant" if several and before is None or before is not None and evidence.part(before) else "")


def _follows(session: Session, before: Evidence, given: Evidence) -> bool:
    """Tell whether words stand right behind others, so that nothing is left out between them."""
    if (before.where, before.index) != (given.where, given.index):
        return False
    holder = session.turns[given.index] if given.where == "turn" else session.messages[given.index]
    return not holder.text[before.end : given.start].strip()
