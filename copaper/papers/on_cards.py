"""Practices and stories as cards: what each says in its own words, what was said beside these, and who told it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from copaper.papers import against, around, cards
from copaper.papers.evidence import EvidenceList
from copaper.papers.placing import Placing, is_among
from copaper.papers.printable import printable
from copaper.papers.results import came_of_it, divided
from copaper.papers.wording import capitalised, clock, dotted, listed, marked, sentence
from copaper.privacy import Privacy
from copaper.records import Block, Card, Evidence, Finding, Heading, Inline, Kind, Paragraph, Run, Session, Status

FIRST, NEXT, WENT_ON = "Said first", "Said next", "How it went on"
"""The rows of what was said right before a practice, right after it, and after a story."""
_IDS = {FIRST: "Said before it", NEXT: WENT_ON}
"""Ids of rows that are not their label: drafts under review know them by the one that it had."""


@dataclass(frozen=True)
class OnCards:
    """Makes the cards of a paper. ``names`` are those of the topics, ``statement`` tells a finding as it is printed, ``elsewhere`` is
    what statements are told with, or is not in English: no card quotes it, nor what topics tell in
    ``accounts``, whatever reviewers said of these; it leads to those that are ``printed``, but for the ``lone`` ones, which stand beside them."""

    session: Session
    evidence: EvidenceList
    privacy: Privacy
    placing: Placing
    against: against.Against
    names: dict[str, str]
    statement: Callable[[Finding], Inline]
    elsewhere: Sequence[Evidence]
    accounts: Sequence[Evidence]
    printed: Mapping[str, Sequence[Evidence]]
    lone: Sequence[str]

    def practices(self, found: Sequence[Finding], through: str) -> list[Block]:
        """Return the chapter of practices; ``through`` whom questions go, or nothing where people are named."""
        if not found:
            return []
        several = len({finding.evidence[0].participant for finding in found}) > 1
        told = "What people do, as they told it themselves." if several else "What was told of how it is done."
        told = f"{told} Questions {'to them' if several else 'on it'} go through {through}." if through else told
        about = Paragraph(id="practices-about", runs=(Run(text=told),))
        return [Heading(id="practices", level=1, text="Practices worth trying"), about, *self._cards(Kind.PRACTICE, found)]

    def stories(self, found: Sequence[Finding]) -> list[Block]:
        """Return the chapter of stories."""
        return [Heading(id="stories", level=1, text="Stories"), *self._cards(Kind.STORY, found)] if found else []

    def _cards(self, kind: Kind, found: Sequence[Finding]) -> list[Card]:
        with self.evidence.telling_apart([finding.evidence[0] for finding in self.placing.chosen[kind]]):
            return list(map(self.card, found))

    def card(self, finding: Finding) -> Card:
        """Return the card of a practice or a story, its rows in the order in which they were told as far as that can be."""
        evidence, practice = finding.evidence[0], finding.kind is Kind.PRACTICE
        told = self.told_around(finding)
        rows = [self._quoted(FIRST, told[FIRST])] if FIRST in told else []
        rows.append(("What they do" if practice else "What happened", self.statement(finding)))
        rows += [(label, (Run(text=sentence(self.evidence.safe(value))),)) for label, value in (cards.fields(finding) if practice else ())]
        rows += [self._quoted(label, part) for label, part in told.items() if label != FIRST]
        rows += self._told_in_full(finding, [part for label, part in told.items() if label not in (FIRST, cards.RESULT)])
        rows.append(("Told by" if self.evidence.who(evidence) else "Told", (Run(text=self.evidence.credit(evidence)),)))
        if practice and self.evidence.who(evidence) and (who := self.privacy.contact(evidence.participant)):
            rows.append(("Who to ask", (Run(text=printable(who)),)))
        return Card(id=f"finding-{finding.id}", kind=finding.kind.value, title=self.titles[finding.id], rows=tuple(rows), ids=tuple(_IDS.get(label, label) for label, _ in rows))

    def told_around(self, finding: Finding) -> dict[str, Evidence]:
        """Return what a card quotes beside the finding's own words, and what stands nowhere else, by its label."""
        before = around.before(self.session, finding, self._is_told, self.placing.begins_with(finding)) if finding.kind is Kind.PRACTICE else None
        after = around.after(self.session, finding, self._is_told, self.placing.goes_on_to(finding))
        result = None
        if finding.kind is Kind.PRACTICE and cards.RESULT not in dict(cards.fields(finding)):
            steps = self.placing.steps(finding)
            behind = [divided(self.session, part, self._is_kept_out)[1] for step in steps if (part := around.after(self.session, step, self._is_told)) is not None]
            result = next(filter(None, behind), None) or came_of_it(self.session, finding, [part for part in (before, after, *(step.evidence[0] for step in steps)) if part is not None], self._is_kept_out)
            after, result = divided(self.session, after, self._is_kept_out) if after and result is None else (after, result)
        parts = {FIRST: before, NEXT if finding.kind is Kind.PRACTICE else WENT_ON: after, cards.RESULT: result}
        return {label: part for label, part in parts.items() if part is not None}

    def _is_kept_out(self, evidence: Evidence) -> bool:
        """Tell whether a card does not quote these words: they stand elsewhere, or are not in English."""
        return self.placing.is_placed(evidence) or is_among(evidence, self.elsewhere)

    def _is_told(self, evidence: Evidence) -> bool:
        """Tell whether the same is so, or a topic tells these words in an account: what came of a practice stands on its card all the same."""
        return self._is_kept_out(evidence) or is_among(evidence, self.accounts)

    def _told_in_full(self, finding: Finding, quoted: Sequence[Evidence]) -> list[tuple[str, Inline]]:
        """Return with which topic all of it is told of what a card says in short; with none where the card has ``quoted`` more than that and what came of it."""
        theme = next((theme for theme, found in self.printed.items() if any(all(map(account.holds, (finding.evidence[0], *quoted))) for account in found)), "")
        if theme not in self.names or theme == finding.theme and finding.id in self.lone:
            return []
        return [("Told in full", (Run(text="with the topic "), Run(text=f"“{self.names[theme]}”", to=f"theme-{theme}"), Run(text=".")))]

    def _quoted(self, label: str, part: Evidence) -> tuple[str, Inline]:
        return (label, (Run(text=marked(dotted(capitalised(self.evidence.told(part)))), italic=True), self.evidence.mark(part), *against.beside(self.against.of(part), self.evidence)))

    def beside(self, finding: Finding) -> str:
        """Return the title of the nearest card on what was told right before or behind a lesson, and of the same; an empty string where there is none,
        or a reviewer struck it."""
        told = self.placing.led(Kind.PRACTICE) if finding.kind is Kind.LESSON else []
        near = [(words, practice) for practice in told if (words := around.apart(self.session, finding.evidence[0], practice.evidence[0])) is not None]
        nearest = min(near, key=lambda one: one[0], default=(0, None))[1]
        return self.titles[nearest.id] if nearest is not None and nearest.status is not Status.REJECTED and self.own_title(nearest) else ""

    @cached_property
    def titles(self) -> dict[str, str]:
        """What each card is called, by its finding's id."""
        found = [finding for kind in (Kind.PRACTICE, Kind.STORY) for finding in self.placing.chosen[kind]]
        return cards.titles(found, self.own_title)

    def own_title(self, finding: Finding) -> str:
        """Return the name that a practice or story has of its own, or an empty string."""
        return around.title(self.session, finding, self.evidence.safe)

    def gaps(self, practices: Sequence[Finding]) -> list[str]:
        """Return of which practices nobody said what came of them, or for whom they are."""
        missing = [(f, cards.not_spoken_of(f, self.told_around(f))) for f in practices]
        told = [f"{f'“{title}”' if (title := self.own_title(f)) else f'that of {clock(f.evidence[0].time)}'} ({words})" for f, words in missing if words]
        return [f"Nothing was found on these practices that readers may ask for: {listed(told)}."] if told else []
