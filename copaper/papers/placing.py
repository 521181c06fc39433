"""Where each finding stands in a paper: among its kind, with its theme, or before the reviewers alone.

What reviewers decide moves nothing else. What they left out keeps its place, so that nothing they
have not seen moves up; what they took in takes nobody's place, so that nothing they saw is lost.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Sequence

from copaper.papers.choosing import Choice, is_asked
from copaper.papers.sections import belongs, is_brief, is_outcome, is_settled, settles_now, with_own_kind
from copaper.privacy import WITHHELD
from copaper.records import Evidence, Finding, Kind, Session, Status

LEADING = 75
"""Findings of a session, best first, that stand in the paper; the rest goes to the reviewers."""
MOST: dict[Kind, int] = {
    Kind.PRACTICE: 10, Kind.LESSON: 10, Kind.CHALLENGE: 10, Kind.RECOMMENDATION: 10, Kind.RESOURCE: 15,
    Kind.STORY: 5, Kind.QUESTION: 12, Kind.COMMITMENT: 8, Kind.DECISION: 8,
}  # fmt: skip
"""Findings of a kind that a paper shows at most; the others are in the reviewers' annex."""
SAID = 4
"""Statements of no sure kind that are told with a theme, at most."""
LITTLE = 2
"""Statements of a theme that are told with it even if they stand in a section of their kind too."""
_TOLD_TWICE = (Kind.LESSON, Kind.CHALLENGE, Kind.RECOMMENDATION)
"""Kinds that are told with their theme as well as among their kind."""


def kept(findings: Sequence[Finding]) -> list[Finding]:
    """Return those that no reviewer rejected."""
    return [finding for finding in findings if finding.status is not Status.REJECTED]


def _is_among(evidence: Evidence, others: Collection[Evidence]) -> bool:
    """Tell whether words are also, for the most part, those of one of ``others``."""
    return any(
        (evidence.where, evidence.index) == (other.where, other.index)
        and 2 * (min(evidence.end, other.end) - max(evidence.start, other.start)) > min(evidence.end - evidence.start, other.end - other.start)
        for other in others
    )


class Placing:
    """``chosen`` by kind, ``loose`` by theme (of no sure kind), ``leading`` (all of both, best
    first), all with those that reviewers rejected; ``rest`` without them."""

    def __init__(self, session: Session, findings: Sequence[Finding], themes: frozenset[str], safe: Callable[[str], str]) -> None:
        findings = [with_own_kind(finding) for finding in findings]
        self._session, self._choice, self._themes, self._safe = session, Choice(session, findings), themes, safe
        self._rank = {finding.id: number for number, finding in enumerate(findings)}
        self._filled: Counter[Kind | str] = Counter()
        self._led: set[str] = set()
        self.chosen: dict[Kind, list[Finding]] = defaultdict(list)
        self.loose: dict[str, list[Finding]] = defaultdict(list)
        self.leading: list[Finding] = []
        self.rest: list[Finding] = []
        for finding in findings:
            (place := self._place(finding)).append(finding)
            if place is not self.rest:
                self.leading.append(finding)
        self.rest = kept(self.rest)

    def told_with(self, theme: str, quoted: Collection[Evidence] = ()) -> list[Finding]:
        """Return what is told with a theme, best first: what stands nowhere else, and only where that
        is little the best of what has a section of its kind, without what is ``quoted`` there or left to that section."""
        others = sorted((f for kind in _TOLD_TWICE for f in self.chosen[kind] if f.theme == theme and not _is_among(f.evidence[0], quoted)), key=lambda f: self._rank[f.id])
        found = [*self.loose[theme], *others[: max(0, LITTLE - min(SAID, self._filled[theme]))]]
        return kept(sorted(found, key=lambda f: self._rank[f.id]))

    def is_told(self, theme: str, evidence: Evidence) -> bool:
        """Tell whether what is told with a theme alone has these words, so that a quotation of
        them would say them again. What reviewers took in does not count: it takes nobody's place."""
        return any(_is_among(evidence, f.evidence[:1]) for f in self.loose[theme] if f.id in self._led)

    def is_shown(self, evidence: Evidence) -> bool:
        """Tell whether a section of its kind has these words, whatever reviewers said of them."""
        return any(_is_among(evidence, f.evidence[:1]) for found in self.chosen.values() for f in found if f.id in self._led)

    def _place(self, finding: Finding) -> list[Finding]:
        if is_brief(finding) and finding.theme in self._themes:
            self._led.add(finding.id)
            return self.loose[finding.theme]  # it takes nobody's place, and says little anywhere else
        taken = finding.status in (Status.ACCEPTED, Status.EDITED)
        if finding.kind is Kind.QUESTION and not belongs(finding, self._session):
            return self.chosen[finding.kind] if taken else self.rest
        edited = finding.status is Status.EDITED
        sure = finding.kind in (Kind.RESOURCE, Kind.QUESTION) or finding.sure_of_kind and (edited or belongs(finding, self._session))
        if edited and sure and not belongs(finding.model_copy(update={"statement": finding.evidence[0].quote}), self._session):
            self._filled[finding.theme] += 1  # it stood with its theme before: nothing moves up there
        where: Kind | str = finding.kind if sure else finding.theme
        if not sure and finding.theme not in self._themes:
            return self.chosen[finding.kind] if taken else self.rest
        leads = self._leads(finding)
        full = self._filled[where] >= (MOST[finding.kind] if sure else SAID)
        # Whoever edited a statement may have seen it in the paper: it holds its place like those that lead.
        self._filled[where] += leads or finding.status is Status.EDITED
        if leads and not full:
            self._led.add(finding.id)
        if not taken and (full or not leads):
            return self.rest
        return self.chosen[finding.kind] if sure else self.loose[finding.theme]

    def _leads(self, finding: Finding) -> bool:
        """Tell whether a finding is good enough for the paper, if there is room."""
        if finding.kind is Kind.RESOURCE:
            url = finding.fields.get("url", "")
            return bool(url) and not WITHHELD.search(self._safe(url))  # without an address nobody can get at it
        if is_outcome(finding) or finding.kind is Kind.DECISION and settles_now(finding):
            return True  # wherever it ranks: what was decided is what a meeting was for
        if self._rank[finding.id] >= LEADING or not self._choice.is_fit(finding):
            return False
        return is_asked(finding.statement) if finding.kind is Kind.QUESTION else not self._is_of_people(finding)

    def _is_of_people(self, finding: Finding) -> bool:
        """Tell whether a statement speaks of people whose names are withheld, and says little without them."""
        if is_settled(finding.statement):
            return False  # what was decided is worth telling without who will see to it
        said = self._safe(finding.statement)
        return said.startswith("[") or len(WITHHELD.findall(said)) > 1
