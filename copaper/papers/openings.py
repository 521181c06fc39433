"""Which quotations open a topic: those that outsiders understand alone and that stand nowhere else in the paper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from copaper.analysis.confirming import is_only_asked
from copaper.analysis.statements import clean_quotation
from copaper.papers import around, topics
from copaper.papers.against import Against
from copaper.papers.choosing import is_telling, opens_a_topic
from copaper.papers.evidence import EvidenceList
from copaper.papers.foremost import is_quotable
from copaper.papers.liking import is_liked_at_all
from copaper.papers.placing import Placing, is_among
from copaper.papers.prominence import names_what_it_means
from copaper.privacy import WITHHELD
from copaper.records import Evidence, Finding, Kind, Session, Theme

QUOTES = 2
"""Quotations that open a stretch of a theme, at most; further ones where it would have none, or less is told of it."""
SHORTEST = 9
"""Words of a quotation that opens a topic, at least."""
_THANKS = re.compile(r"\W*(?:\w+\W+){0,2}thank(?:s| you)\b(?! to\b)(?:[ ,]+(?!we\b|I\b|the\b)[\w'’]+){0,10}[.!…]*\s*$", re.I)
"""A sentence that does little but thank."""


@dataclass(frozen=True)
class Openings:
    """What may open the topics of a session: nothing that is placed, or ``told`` beside what is placed."""

    session: Session
    findings: Sequence[Finding]
    evidence: EvidenceList
    placing: Placing
    told: Sequence[Evidence]
    against: Against

    def of(self, theme: Theme) -> list[Evidence]:
        """Return what opens a theme: nothing that stands elsewhere in the paper, is disputed or denied, leans on other words, is asked or is
        mostly names that are withheld."""
        ended = [part for ending in theme.endings for part in (ending.said, ending.reply) if part]
        unfit = {finding.evidence[0] for finding in self.findings if finding.disputed or finding.leans or finding.kind is Kind.QUESTION}
        fit = {e for e in theme.summary if e not in unfit and self.against.stands(e) and not is_among(e, ended) and self._can_open(e) and self._tells_without_names(e) and not _THANKS.match(e.quote)}
        found: list[Evidence] = []
        for stretch in topics.by_stretch(theme, theme.summary):
            best, more = ([e for e in part if e in fit] for part in (stretch[:QUOTES], stretch[QUOTES:]))
            found += best + more[: max(0, 1 - len(best), QUOTES - len(best) - self.placing.told(theme.id))]
        return found

    def _tells_without_names(self, said: Evidence) -> bool:
        """Tell whether a quotation is said to nobody by name, and hides one name at most."""
        quote = self.evidence.quote(said)
        return len(WITHHELD.findall(quote)) < 2 and not quote.startswith("[")

    def _can_open(self, said: Evidence) -> bool:
        """Tell whether a quotation can stand at the head of a topic, with what came of it, and stands nowhere else."""
        whole = around.with_its_point(self.session, said) if self.placing.is_marked(said) else None
        if whole is None or is_only_asked(self.session, whole) or not opens_a_topic(whole.quote):
            return False
        words = clean_quotation(whole.quote)
        return is_quotable(words) and is_telling(words, SHORTEST) and names_what_it_means(words) and is_liked_at_all(words) and not self.placing.is_placed(whole) and not is_among(whole, self.told)
