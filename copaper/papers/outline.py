"""A paper on speech that does not show where sentences end: an outline with times, by which what was said is found.

No sentence is cut out of such speech. What stands here can be trusted without one: the topics with their times, the agenda as it was read
out and what was said of days to come, and what was asked, told and shared in the chat.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property

from copaper.analysis import unmarked
from copaper.analysis.naming import known_by
from copaper.analysis.unmarked import Asked
from copaper.papers import resources, topics
from copaper.papers.evidence import EvidenceList
from copaper.papers.placing import Placing, kept
from copaper.papers.wording import capitalised, clock, counted, dotted, listed
from copaper.privacy import WITHHELD
from copaper.records import Block, Bullets, Evidence, Finding, Heading, Inline, Kind, Paragraph, Quote, Run, Session, Status, Table, Theme, content_id

PHRASES = 5
"""Phrases of a topic that are told to be said often."""
ASKED, PLANS, SHARED = 15, 6, 8
"""Questions and plans that an outline has at most, and links that it names with a topic."""
UNKNOWN: Inline = (Run(text=""),)
"""What stands beside a question to which nobody replied in writing."""
_TO = re.compile(r"^(?:@\w+|\[(?:handle|name) withheld\])\s*[:,–—-]*\s+")
"""To whom a message is written."""


class Outline:
    """The chapters of an outline on ``session``; ``names`` tell what each of its ``themes`` is called."""

    def __init__(self, session: Session, themes: Sequence[Theme], names: dict[str, str], evidence: EvidenceList, placing: Placing) -> None:
        self._session, self._themes, self._names, self._evidence, self._placing = session, topics.in_time(themes), names, evidence, placing

    @cached_property
    def _told(self) -> frozenset[int]:
        """The messages of which a finding stands in the paper, or stood there before a reviewer took it out."""
        placed = (finding for found in (*self._placing.chosen.values(), *self._placing.loose.values()) for finding in found)
        return frozenset(finding.evidence[0].index for finding in placed if finding.evidence[0].where == "message")

    @cached_property
    def _noted(self) -> list[Evidence]:
        return unmarked.noted(self._session)

    def themes(self, statement: Callable[[Finding], Inline]) -> list[Block]:
        """Return the chapter of topics in time; ``statement`` tells how a finding is printed."""
        if not self._themes:
            return []
        blocks: list[Block] = [Heading(id="themes", level=1, text="What was on the agenda")]
        if (said := unmarked.agenda(self._session)) is not None:
            blocks.append(Quote(id="agenda", attribution=f"At {clock(said.time)}", runs=(Run(text=capitalised(dotted(self._evidence.told(said)))), self._evidence.mark(said))))
        for theme in self._themes:
            key = f"theme-{theme.id}"
            blocks += [Heading(id=key, level=2, text=self._names[theme.id]), Paragraph(id=f"{key}-about", style="note", runs=(Run(text=self._about(theme)),))]
            if often := self._often(theme):
                blocks.append(Paragraph(id=f"{key}-often", runs=(Run(text="Said often: ", bold=True), Run(text=f"{listed(often)}."))))
            if shared := self._shared(theme):
                blocks.append(Paragraph(id=f"{key}-shared", runs=(Run(text="Shared: ", bold=True), *shared, Run(text="."))))
            noted = [one for one in self._noted if one.index in theme.messages and one.index not in self._told and not self._evidence.safe(one.quote).startswith("[")]
            blocks += _listed(f"{key}-noted/{key}-noted-points", "Noted in the chat", [(_id("noted", one), self._item(one)) for one in noted])
            told = topics.as_told(self._placing.told_with(theme.id))
            title = "Written in the chat" if all(f.evidence[0].where == "message" for f in told) else "What was said and written"
            blocks += _listed(f"{key}-said/{key}-points", title, [(f.id, (*statement(f), Run(text=f" ({clock(f.evidence[0].time)})"))) for f in told])
        return blocks

    def questions(self, found: Sequence[Finding], statement: Callable[[Finding], Inline], answer: Callable[[Finding], Inline]) -> list[Block]:
        """Return the chapter of what was asked: those ``found``, which reviewers can judge, and others that were written. Whether somebody
        replied aloud is not known."""
        found = [f for f in found if f.status in (Status.ACCEPTED, Status.EDITED) or not unmarked.points_out(f.statement)]
        others = [asked for asked in unmarked.typed(self._session) if asked.question.index not in self._told and not WITHHELD.search(self._evidence.safe(asked.question.quote))]
        rows: list[tuple[float, str, Asked | Finding]] = [(one.question.time, _id("asked", one.question), one) for one in sorted(others, key=lambda asked: asked.reply is None)[:ASKED]]
        rows += [(finding.evidence[0].time, finding.id, finding) for finding in found]
        if not rows:
            return []
        rows.sort(key=lambda row: row[:2])

        def told(time: float, asked: Asked | Finding) -> tuple[Inline, ...]:
            when = (Run(text=clock(time)),)
            if isinstance(asked, Asked):
                return self._marked(asked.question), when, self._marked(asked.reply) if asked.reply else UNKNOWN
            written = tuple(given for given in asked.answers if given.where == "message")
            return statement(asked), when, answer(asked.model_copy(update={"answers": written})) if written else UNKNOWN

        told_in_time = [told(time, asked) for time, _, asked in rows]
        replied = any(row[-1] is not UNKNOWN for row in told_in_time)
        header, widths = ("Question", "Asked at", "From the reply"), (10, 3, 10)
        columns = 3 if replied else 2
        return [
            Heading(id="questions", level=1, text="Questions"),
            Table(id="questions-table", caption=f"What was asked in the chat{' and replied there' if replied else ''}; a reply that was spoken is in the recording", header=header[:columns], rows=tuple(row[:columns] for row in told_in_time), widths=widths[:columns], ids=tuple(id_ for _, id_, _ in rows)),
        ]

    def comes_next(self) -> list[Block]:
        """Return the chapter of what was said of days to come; the last said tell most of the next session."""
        plans = unmarked.ahead(self._session)[-PLANS:]
        return [Heading(id="next", level=1, text="What comes next"), *_listed("next-plans/next-plans-points", "", [(_id("quoted", one), self._item(one)) for one in plans])] if plans else []

    def _about(self, theme: Theme) -> str:
        spoke = sorted({voice for span in theme.spans for voice in unmarked.voices(self._session, span.from_time, span.to_time)})
        told = [topics.about(self._session, theme, self._themes, self._names[theme.id]), f"{counted(len(spoke), 'person', 'people')} spoke" if len(spoke) > 1 else ""]
        return " · ".join(filter(None, told))

    def _item(self, said: Evidence) -> Inline:
        return (*self._quoted(said), Run(text=f" ({clock(said.time)})"), self._evidence.mark(said))

    def _often(self, theme: Theme) -> list[str]:
        """Return what was said several times, with how many, but for what the topic is called."""
        own = known_by(self._names[theme.id])
        said = ((self._evidence.safe(phrase), times) for phrase, times in unmarked.often(self._session, theme.spans) if not known_by(phrase) <= own)
        found = [(phrase, times) for phrase, times in said if not WITHHELD.search(phrase) and f" {phrase} " in self._printable]
        return [f"{phrase} ({times} times)" for phrase, times in found[:PHRASES]]

    @cached_property
    def _printable(self) -> str:
        """The words of the talk without what is withheld: "told Lindiwe" may be the beginning of a name that is withheld whole."""
        return f" {' '.join(word for turn in self._session.turns for word in unmarked.words_named(self._evidence.safe(turn.text)))} "

    def _marked(self, said: Evidence) -> Inline:
        return (*self._quoted(said), self._evidence.mark(said))

    def _shared(self, theme: Theme) -> list[Run]:
        """Return what was shared while a topic was on, each leading to where its address stands, and how much more."""
        found = [f for f in topics.as_told(kept(self._placing.chosen[Kind.RESOURCE])) if f.theme == theme.id]
        named = [name for name in dict.fromkeys(resources.called(f, self._evidence, {}).rstrip(".") for f in found) if resources.tells_what(name)]
        told = [*named[:SHARED], *([f"{len(named) - SHARED} more"] if len(named) > SHARED else [])]
        return [run for place, name in enumerate(told) for run in ([Run(text="; ")] if place else []) + [Run(text=name, to="resources")]]

    def _quoted(self, said: Evidence) -> Inline:
        """Return words as they were said, with three dots where they were cut: a message was written whole."""
        if said.where == "message":
            return (Run(text=f"“{_TO.sub('', self._evidence.safe(said.quote))}”"),)
        turn, told = self._session.turns[said.index].text, self._evidence.told(said)
        before, after = turn[: said.start].rstrip(), turn[said.end :].strip()
        if before and before[-1] not in ".?!":
            told = f"… {told[:1].lower() if said.quote[:1].islower() else told[:1]}{told[1:]}"
        return (Run(text=f"“{dotted(told) if after.strip('.?!') else told}”"),)


def _listed(ids: str, title: str, lines: Sequence[tuple[str, Inline]]) -> list[Block]:
    """Return lines (id and words) as a list under its ``title``, if it has one; ``ids`` are those of the title and of the list."""
    if not lines:
        return []
    head, key = ids.split("/")
    return [*([Paragraph(id=head, runs=(Run(text=title, bold=True),))] if title else []), Bullets(id=key, items=tuple(words for _, words in lines), ids=tuple(id_ for id_, _ in lines))]


def _id(kind: str, said: Evidence) -> str:
    return content_id(kind, said.where, said.index, said.start)
