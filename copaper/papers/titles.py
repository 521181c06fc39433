"""What a paper calls its topics and itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from copaper.analysis.naming import head_of, known_by
from copaper.analysis.on_topic import is_planned
from copaper.analysis.units import is_marked
from copaper.papers.choosing import in_sentence
from copaper.papers.evading import is_alike, main_words
from copaper.papers.topics import of_matter
from copaper.papers.wording import capitalised, counted, day, listed
from copaper.privacy import WITHHELD
from copaper.records import Finding, Findings, Kind, Session, Theme

ALONE = 0.5
"""Share of the session's words from which one topic of several can name a paper."""
SUBTITLE = 3
"""Topics that a subtitle names."""


class Titles:
    """The names of a session's topics, and of its paper; ``safe`` withholds what must not appear. ``topical`` are those of the topics that
    are called by their matter, not by when they began."""

    def __init__(self, session: Session, findings: Findings, community: str, safe: Callable[[str], str]) -> None:
        self._session, self._findings, self._community, self._safe = session, findings, community, safe
        self.phrases: Mapping[str, Sequence[str]] = {theme.id: self._phrases(theme) for theme in findings.themes}
        self.names: Mapping[str, str] = self._names()
        self.topical: Mapping[str, str] = {theme.id: self.names[theme.id] for theme in of_matter(findings.themes)}

    def _names(self) -> dict[str, str]:
        """Return what each theme is called; of two with one label, if only in another number, the
        later says what else it is of."""
        names: dict[str, str] = {}
        taken: list[frozenset[str]] = []
        for theme in self._findings.themes:
            name = self._label(theme)
            if known_by(name) in taken:
                more = next((phrase for phrase in self.phrases[theme.id] if not known_by(phrase) & known_by(name)), "")
                more = more or next((phrase for phrase in self.phrases[theme.id] if phrase.casefold() not in name.casefold()), "")
                name = f"{name}: {more}" if more else name
            taken.append(known_by(self._label(theme)))
            names[theme.id] = name
        return names

    def _label(self, theme: Theme) -> str:
        """Return a theme's label with what else it is on, or what else names it if a name had to be withheld from it."""
        label = self._safe(theme.label)
        if not WITHHELD.search(label):
            also = tuple(name for name in map(self._safe, theme.also) if not WITHHELD.search(name))
            return theme.model_copy(update={"label": label, "also": also}).heading
        if phrases := self.phrases[theme.id]:
            return phrases[0][:1].upper() + phrases[0][1:]
        return " ".join(WITHHELD.sub(" ", label).split()) or "Theme without a name"

    def _phrases(self, theme: Theme) -> list[str]:
        return [phrase for phrase in map(self._safe, theme.phrases) if not WITHHELD.search(phrase)]

    def is_on(self, finding: Finding) -> bool:
        """Tell whether a finding is sure to be on its topic: one of the agenda, or one whose name has a word in common with what was said, or
        asked before it, or replied. Where a topic is only called by a phrase of its talk, other matters may stand in it as well."""
        if finding.theme in self._planned or finding.theme not in self.names:
            return finding.theme in self.names
        said = main_words(" ".join(part.quote for part in (finding.evidence[0], *finding.lead, *finding.more, *finding.answers)))
        return any(is_alike(word, other) for word in main_words(self.names[finding.theme]) for other in said)

    @cached_property
    def _planned(self) -> frozenset[str]:
        return frozenset(theme.id for theme in self._findings.themes if is_planned(theme, self._session))

    def within(self, theme: str) -> str:
        """Return a topic's name as it stands within a sentence."""
        return in_sentence(self.names[theme], self.phrases[theme], self._talk)

    @cached_property
    def _talk(self) -> str:
        return " ".join(turn.text for turn in self._session.turns)

    def title(self) -> str:
        """Return the session's title, what was announced as its subject, what it was called, or the topic that holds most of it; where none does, whose session it was and when."""
        on = day(self._session.start.date())
        if self._session.title:
            return self._safe(self._session.title)
        if not self._marked:
            return f"{self._subject or self._community}: what was on the agenda on {on}"
        if self._subject:
            return self._subject
        if not self._findings.themes:
            return f"Session of {on}"
        main = self._main()
        return self.names[main.id] if main else f"{self._community}: what was shared on {on}"

    @cached_property
    def _marked(self) -> bool:
        """Tell whether the transcript shows where sentences end: what else was said, and was shared, nobody can tell."""
        return is_marked(self._session)

    @cached_property
    def _subject(self) -> str:
        """Return what was announced as the subject of a session without an agenda, unless a name in it has to be withheld."""
        said = self._safe(self._findings.subject.quote) if self._findings.subject and not self._session.agenda else ""
        return "" if WITHHELD.search(said) else capitalised(" ".join(said.split()))

    def cited(self) -> str:
        """Return the title as it stands behind the name of the community, which it may begin with."""
        title = self.title()
        own = title.removeprefix(f"{self._community}: ")
        return own[:1].upper() + own[1:] if own != title else title

    def subtitle(self) -> str:
        """Return what follows the title: when it was, or the topics that the title does not name."""
        on = day(self._session.start.date()).replace(" ", "\u00a0")  # a date is not broken over two lines
        if not self._marked:
            return "An outline with times, by which what was said is found in the recording"
        if self._session.title or self._subject or not self._findings.themes or self._main():
            return f"What was shared in the session of {on}"
        matter = of_matter(self._findings.themes)
        named, more = [self.within(theme.id) for theme in matter[:SUBTITLE]], len(matter) - SUBTITLE
        if any(" and " in name or ", " in name or name[-1:].isdigit() for name in named):
            named = [f"“{self.names[theme.id]}”" for theme in matter[:SUBTITLE]]  # else nobody sees where one ends
        return f"On {listed([*named, *([counted(more, 'further topic')] if more > 0 else [])])}"

    def _main(self) -> Theme | None:
        """Return the topic that can name the paper: one whose name is spoken of in its own sentences, and that holds half of
        the session; two of many topics would pass for all."""
        themes = [theme for theme in self._findings.themes if self._is_spoken_of(theme)] or list(self._findings.themes[:1])
        first = themes[0]
        return first if first.salience >= ALONE or len(self._findings.themes) < SUBTITLE else None

    def _is_spoken_of(self, theme: Theme) -> bool:
        """Tell whether the first word of a name's own, without its complement, stands in a sentence of the topic."""
        own: list[Finding] = [f for f in self._findings.findings if f.theme == theme.id and f.stands_alone and f.kind is not Kind.QUESTION]
        texts = [evidence.quote for evidence in (*theme.summary, *(f.evidence[0] for f in own))]
        return not texts or any(head_of(theme.label) in known_by(text) for text in texts)
