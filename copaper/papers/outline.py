"""A paper on speech that does not show where sentences end: an outline with times, by which what was said is found.

No sentence is cut out of such speech. What stands here can be trusted without one: the topics with their times, what was
announced and asked and said of days to come, as it was spoken, and what was written in the chat.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property

from copaper.analysis import unmarked
from copaper.analysis.naming import known_by
from copaper.analysis.unmarked import Asked
from copaper.papers import topics
from copaper.papers.evidence import EvidenceList
from copaper.papers.placing import Placing
from copaper.papers.wording import capitalised, clock, counted, dotted, listed
from copaper.privacy import WITHHELD
from copaper.records import Block, Bullets, Evidence, Finding, Heading, Inline, Paragraph, Quote, Run, Session, Table, Theme, content_id

PHRASES = 5
"""Phrases of a topic that are told to be said often."""
ANNOUNCED, ASKED, WRITTEN, PLANS = 12, 15, 12, 6
"""Announcements, questions, messages and plans that an outline has at most."""
SOON = 90.0
"""Seconds before a topic within which what is announced belongs to it, not to the one before."""
_TO = re.compile(r"^(?:@\w+|\[(?:handle|name) withheld\])\s*[:,–—-]*\s+")
"""To whom a message is written."""
_AS_HEARD = "What was announced is quoted as speech recognition wrote it, with its time in the recording."


class Outline:
    """The chapters of an outline on ``session``; ``names`` tell what each of its ``themes`` is called."""

    def __init__(self, session: Session, themes: Sequence[Theme], names: dict[str, str], evidence: EvidenceList, placing: Placing) -> None:
        self._session, self._themes, self._names, self._evidence, self._placing = session, topics.in_time(themes), names, evidence, placing

    @cached_property
    def _told(self) -> frozenset[int]:
        """The messages of which a finding stands in the paper, or stood there before a reviewer took it out."""
        placed = (finding for found in (*self._placing.chosen.values(), *self._placing.loose.values()) for finding in found)
        return frozenset(finding.evidence[0].index for finding in placed if finding.evidence[0].where == "message")

    def themes(self, statement: Callable[[Finding], Inline]) -> list[Block]:
        """Return the chapter of topics in time; ``statement`` tells how a finding is printed."""
        if not self._themes:
            return []
        blocks: list[Block] = [Heading(id="themes", level=1, text="What was on the agenda")]
        if (said := unmarked.agenda(self._session)) is not None:
            blocks.append(Quote(id="agenda", attribution=f"At {clock(said.time)}", runs=(Run(text=capitalised(dotted(self._evidence.told(said)))), self._evidence.mark(said))))
        announced = self._by_theme(unmarked.announced(self._session)[:ANNOUNCED])
        written = self._by_theme(self._written())
        if announced:
            blocks.append(Paragraph(id="agenda-about", style="note", runs=(Run(text=_AS_HEARD),)))
        for theme in self._themes:
            key = f"theme-{theme.id}"
            blocks += [Heading(id=key, level=2, text=self._names[theme.id]), Paragraph(id=f"{key}-about", style="note", runs=(Run(text=self._about(theme)),))]
            often = self._often(theme)
            if words := often or self._spoken_of(theme):
                blocks.append(Paragraph(id=f"{key}-often", runs=(Run(text="Said often: " if often else "Spoken of: ", bold=True), Run(text=f"{listed(words)}."))))
            blocks += self._points(f"{key}-announced", "Announced", announced.get(theme.id, ()))
            told = self._placing.told_with(theme.id)
            on_it = " ".join((self._names[theme.id], *theme.phrases))
            both: list[tuple[float, str, Evidence | Finding]] = [(one.time, _id("quoted", one), one) for one in written.get(theme.id, ()) if unmarked.is_on_the_talk(self._session, one, on_it)]
            both += [(f.evidence[0].time, f.id, f) for f in told]
            lines = [(id_, (*statement(one), Run(text=f" ({clock(time)})")) if isinstance(one, Finding) else self._item(one)) for time, id_, one in sorted(both, key=lambda line: line[:2])]
            title = "Written in the chat" if all(f.evidence[0].where == "message" for f in told) else "What was said and written"
            blocks += _listed(f"{key}-said/{key}-points", title, lines)
        return blocks

    def questions(self, found: Sequence[Finding], statement: Callable[[Finding], Inline], answer: Callable[[Finding], Inline]) -> list[Block]:
        """Return the chapter of what was asked: those ``found``, which reviewers can judge, and others that were written or ended a turn."""
        typed = (asked for asked in unmarked.typed(self._session) if asked.question.index not in self._told)
        others = [asked for asked in (*unmarked.asked(self._session), *typed) if not WITHHELD.search(self._evidence.safe(asked.question.quote))]
        rows: list[tuple[float, str, Asked | Finding]] = [(one.question.time, _id("asked", one.question), one) for one in sorted(others, key=lambda asked: asked.reply is None)[:ASKED]]
        rows += [(finding.evidence[0].time, finding.id, finding) for finding in found]
        if not rows:
            return []
        rows.sort(key=lambda row: row[:2])

        def told(time: float, asked: Asked | Finding) -> tuple[Inline, ...]:
            when = (Run(text=clock(time)),)
            if isinstance(asked, Asked):
                return self._marked(asked.question), when, self._marked(asked.reply) if asked.reply else (Run(text="–"),)
            written = tuple(given for given in asked.answers if given.where == "message")
            return statement(asked), when, answer(asked.model_copy(update={"answers": written}))

        header = ("Question", "Asked at", "How the reply begins")
        return [
            Heading(id="questions", level=1, text="Questions"),
            Table(id="questions-table", caption="What was asked, and the reply where it is direct", header=header, rows=tuple(told(time, asked) for time, _, asked in rows), widths=(10, 3, 10), ids=tuple(id_ for _, id_, _ in rows)),
        ]

    def comes_next(self) -> list[Block]:
        """Return the chapter of what was said of days to come; the last said tell most of the next session."""
        plans = unmarked.ahead(self._session)[-PLANS:]
        return [Heading(id="next", level=1, text="What comes next"), *self._points("next-plans", "", plans)] if plans else []

    def _about(self, theme: Theme) -> str:
        spoke = sorted({voice for span in theme.spans for voice in unmarked.voices(self._session, span.from_time, span.to_time)})
        told = [topics.about(self._session, theme, self._themes, self._names[theme.id]), f"{counted(len(spoke), 'person', 'people')} spoke" if len(spoke) > 1 else ""]
        return " · ".join(filter(None, told))

    def _points(self, key: str, title: str, said: Sequence[Evidence]) -> list[Block]:
        return _listed(f"{key}/{key}-points", title, [(_id("quoted", one), self._item(one)) for one in said])

    def _item(self, said: Evidence) -> Inline:
        return (*self._quoted(said), Run(text=f" ({clock(said.time)}{self._reactions(said)})"), self._evidence.mark(said))

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

    def _spoken_of(self, theme: Theme) -> list[str]:
        """Return the key phrases of a topic that stand so in the talk."""
        talk = " ".join(turn.text for turn in self._session.turns).casefold()
        safe = map(self._evidence.safe, theme.phrases)
        return [phrase for phrase in safe if phrase.casefold() in talk and not WITHHELD.search(phrase) and not known_by(phrase) <= known_by(self._names[theme.id])][:PHRASES]

    def _quoted(self, said: Evidence) -> Inline:
        """Return words as they were said, with three dots where they were cut: a message was written whole."""
        if said.where == "message":
            return (Run(text=f"“{_TO.sub('', self._evidence.safe(said.quote))}”"),)
        turn, told = self._session.turns[said.index].text, self._evidence.told(said)
        before, after = turn[: said.start].rstrip(), turn[said.end :].strip()
        if before and before[-1] not in ".?!":
            told = f"… {told[:1].lower() if said.quote[:1].islower() else told[:1]}{told[1:]}"
        return (Run(text=f"“{dotted(told) if after.strip('.?!') else told}”"),)

    def _reactions(self, said: Evidence) -> str:
        found = self._session.messages[said.index].reactions if said.where == "message" else ()
        return f", {counted(len(found), 'reaction')}" if found else ""

    def _written(self) -> list[Evidence]:
        """Return messages that tell something and stand nowhere else, nor hold a name that is withheld: those with reactions and the longest, in time."""
        found = [said for said in unmarked.written(self._session) if said.index not in self._told and not WITHHELD.search(self._evidence.safe(said.quote))]
        found.sort(key=lambda said: (-len(self._session.messages[said.index].reactions), -len(said.quote), said.index))
        return sorted(found[:WRITTEN], key=lambda said: (said.time, said.index))

    def _by_theme(self, said: Sequence[Evidence]) -> dict[str, list[Evidence]]:
        """Return quotations by their topic: that of the message, or the one that begins soon after, else the last that began."""
        begins = sorted((span.from_time, theme.id) for theme in self._themes for span in theme.spans)
        found: dict[str, list[Evidence]] = {}
        for one in said:
            filed = [theme.id for theme in self._themes if one.where == "message" and one.index in theme.messages]
            ahead = SOON if one.where == "turn" else 0.0
            begun = [id_ for time, id_ in begins if time <= one.time + ahead] or [id_ for _, id_ in begins[:1]]
            if place := filed or begun:
                found.setdefault(place[-1], []).append(one)
        return found


def _listed(ids: str, title: str, lines: Sequence[tuple[str, Inline]]) -> list[Block]:
    """Return lines (id and words) as a list under its ``title``, if it has one; ``ids`` are those of the title and of the list."""
    if not lines:
        return []
    head, key = ids.split("/")
    return [*([Paragraph(id=head, runs=(Run(text=title, bold=True),))] if title else []), Bullets(id=key, items=tuple(words for _, words in lines), ids=tuple(id_ for id_, _ in lines))]


def _id(kind: str, said: Evidence) -> str:
    return content_id(kind, said.where, said.index, said.start)
