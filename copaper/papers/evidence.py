"""The evidence annex while a paper is composed: numbers are given as marks are set."""

from __future__ import annotations

from copaper.papers.printable import printable
from copaper.papers.wording import clock
from copaper.privacy import WITHHELD, Privacy
from copaper.records import Evidence, EvidenceEntry, Run, Session, content_id


class EvidenceList:
    """Numbers evidence in the order in which the paper first cites it.

    A paper on several sessions has one list for each; ``beside`` is another one whose
    numbers this one goes on from, and ``label`` says in the annex which session it is.
    """

    def __init__(self, session: Session, privacy: Privacy, *, beside: EvidenceList | None = None, label: str = "") -> None:
        self._session, self._privacy, self._label = session, privacy, label
        self._numbers: dict[tuple, int] = {}
        self._cited: list[tuple[EvidenceList, Evidence]] = beside._cited if beside else []

    def mark(self, evidence: Evidence) -> Run:
        """Return the citation mark of ``evidence``."""
        key = (evidence.where, evidence.index, evidence.start, evidence.end)
        if key not in self._numbers:
            self._cited.append((self, evidence))
            self._numbers[key] = len(self._cited)
        return Run(cite=self._numbers[key])

    def marks(self, evidence: tuple[Evidence, ...]) -> tuple[Run, ...]:
        return tuple(self.mark(item) for item in evidence)

    def marked(self, evidence: Evidence) -> tuple[Run, ...]:
        """Return the mark of what is cited already, or nothing."""
        number = self._numbers.get((evidence.where, evidence.index, evidence.start, evidence.end))
        return (Run(cite=number),) if number else ()

    def quote(self, evidence: Evidence) -> str:
        """Return the words as the policy lets them be printed."""
        return self.safe(evidence.quote)

    def safe(self, text: str) -> str:
        """Return any text of a participant as it may be printed."""
        return printable(self._privacy.text(" ".join(text.split())))

    def who(self, evidence: Evidence) -> str:
        return printable(self._privacy.attribution(evidence.participant))

    def entries(self) -> tuple[EvidenceEntry, ...]:
        """Return the annex, in order of number, with what the lists beside this one cite."""
        return tuple(holder._entry(number, evidence) for number, (holder, evidence) in enumerate(self._cited, 1))

    def _entry(self, number: int, evidence: Evidence) -> EvidenceEntry:
        if evidence.where == "turn":
            turn = self._session.turns[evidence.index]
            file, line = turn.source, turn.cue_at(evidence.start).line
        else:
            message = self._session.messages[evidence.index]
            file, line = message.source, message.line
        place = "Chat" if evidence.where == "message" else "Speech"
        return EvidenceEntry(
            id=f"evidence-{content_id(self._session.id, evidence.where, evidence.index, evidence.start, evidence.end)}",
            number=number,
            time=clock(evidence.time),
            who=self.who(evidence),
            quote=self.quote(evidence),
            source=f"{self._label}{place}, line {line} of file {self._session.sources[file].sha256[:8]}",
        )
