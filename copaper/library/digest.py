"""The quarter of all communities together as a paper: the digest of the network."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from copaper.communities import Community
from copaper.library.catalogue import Entry
from copaper.library.ledger import question_ledger
from copaper.library.quarterly import MOST_QUESTIONS, MOST_THEMES, Moved, Report, distinct, paper_of, register_table, themes_over_time
from copaper.library.quarters import Quarter
from copaper.library.register import practice_register
from copaper.papers.wording import counted, day, listed
from copaper.records import Block, Bullets, Heading, Kind, Paper, Paragraph, Run, Table

NETWORK = "network"
"""Name of the folder of the digest over all communities."""
_TOLD = {Kind.PRACTICE: "A practice", Kind.LESSON: "A lesson", Kind.CHALLENGE: "A challenge", Kind.RECOMMENDATION: "A recommendation"}


def digest(entries: Sequence[Entry], communities: Mapping[str, Community], quarter: Quarter, publisher: Community) -> Paper:
    """Return the digest of the network: all ``communities`` by code; ``publisher`` lends its
    publisher and licence."""
    return _Digest(entries, communities, quarter).paper(publisher)


class _Digest(Report):
    def paper(self, publisher: Community) -> Paper:
        about = self._about()
        blocks: list[Block] = [Heading(id="brief", level=1, text="The quarter in brief"), Paragraph(id="about", style="lead", runs=(Run(text=about),))]
        if self.inside:
            blocks += self.sessions(by_community=True)
            for part in (self._each, self._shared, self._answers, self._practices, self.method):
                blocks += part()
            blocks += self.entries()
        network = publisher.model_copy(update={"name": "Network of communities of practice", "code": NETWORK, "purpose": "", "audience": "", "consent": ""})
        return paper_of(network, f"{NETWORK}-{self.quarter}", "Network digest", f"Network digest: {self.quarter.words}", f"What the communities shared, {self.quarter}", self.quarter, about, blocks)

    def _about(self) -> str:
        active = {entry.session.community for entry in self.inside}
        silent = [self.name(code) for code in sorted(self.communities) if code not in active]
        if not active:
            return f"No session of any community in {self.quarter.words} has been processed, so there is nothing to report."
        text = f"{counted(len(active), 'community', 'communities').capitalize()} held {counted(len(self.inside), 'session')} in the quarter {self.quarter.words}."
        if len(active) > 1 and not self._common:
            text += " No theme was spoken of in more than one of them."
        return f"{text} Nothing is known of {listed(silent)} in this quarter." if silent else text

    def _each(self) -> list[Block]:
        """Return what every community spoke of, and the surest of what it found."""
        blocks: list[Block] = [Heading(id="each", level=1, text="What each community spoke of")]
        for code in sorted({entry.session.community for entry in self.inside}, key=self.name):
            own = [entry for entry in self.inside if entry.session.community == code]
            spoken = "; ".join(distinct(label for entry in own for label in self.about(entry, 2)))
            blocks.append(Heading(id=f"each-{code}", level=2, text=self.name(code)))
            if spoken:
                blocks.append(Paragraph(id=f"each-{code}-themes", runs=(Run(text=f"Themes: {spoken}."),)))
            surest = [(kind, max((f for e in own for f in e.of_kind(kind)), key=lambda f: (f.confidence, f.id), default=None)) for kind in _TOLD]
            told = [(found.id, (Run(text=f"{_TOLD[kind]}: ", bold=True), *self.said(found))) for kind, found in surest if found]
            if told:
                blocks.append(Bullets(id=f"each-{code}-list", items=tuple(words for _, words in told), ids=tuple(id_ for id_, _ in told)))
        return blocks

    @cached_property
    def _common(self) -> list[Moved]:
        return [m for m in themes_over_time(self.known) if self.quarter in m.shares and len(m.communities) > 1]

    def _shared(self) -> list[Block]:
        if not self._common:
            return []
        holder = self.inside[0]
        rows = tuple(((Run(text=self.label(holder, m.label)),), (Run(text=listed([self.name(c) for c in m.communities])),)) for m in self._common[:MOST_THEMES])
        return [
            Heading(id="shared", level=1, text="What communities have in common"),
            Table(id="shared-table", caption="Themes of more than one community", header=("Theme", "Communities"), rows=rows, widths=(1, 1)),
        ]

    def _answers(self) -> list[Block]:
        of = {entry.session.id: entry.session.community for entry in self.known}
        sessions = {entry.session.id for entry in self.inside}
        lines = [l for l in question_ledger(self.known) if l.answered_in in sessions and of[l.answered_in] != l.community]
        if not lines:
            return []
        rows = tuple(
            ((Run(text=f"{self.name(l.community)}: ", bold=True), *self.said(l.question)), (Run(text=f"{self.name(of[l.answered_in])}: ", bold=True), *self.said(l.answer)))
            for l in lines[:MOST_QUESTIONS]
        )
        return [
            Heading(id="answers", level=1, text="One community's question, another's experience"),
            Table(id="answers-table", caption="Questions that another community may have answered", header=("Asked", "Said elsewhere"), rows=rows, widths=(1, 1), ids=tuple(l.question.id for l in lines[:MOST_QUESTIONS])),
        ]

    def _practices(self) -> list[Block]:
        sessions = {entry.session.id for entry in self.inside}
        register = [e for e in practice_register(self.known) if any(t.session in sessions for t in e.tellings)]
        if not register:
            return []
        # One community's surest must not crowd out the others: after what was told again, by turns.
        turn: Counter[str] = Counter()
        place = {}
        for entry in register:
            place[entry.id] = (-entry.sessions, 0 if entry.sessions > 1 else turn[entry.communities[0]])
            turn[entry.communities[0]] += entry.sessions == 1
        register.sort(key=lambda entry: place[entry.id])
        return [
            Heading(id="practices", level=1, text="Practice register"),
            register_table(self, register, lambda telling: f"{self.name(telling.community)}, {day(telling.day)}"),
        ]
