"""Which statements lead a paper: the key messages, that a reader with three minutes takes away."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from copaper.papers.choosing import is_telling
from copaper.papers.placing import kept
from copaper.papers.sections import is_brief, is_outcome
from copaper.records import Finding, Kind

KEY_MESSAGES, LEAST_MESSAGES = 5, 3
"""Messages at most, and how many there are of what does not tell a newcomer enough, if nothing better is found."""
SETTLED_WORDS = 9
"""Words from which what was settled is a message: less is asked of it than of what somebody holds."""
_LEADING = (Kind.RECOMMENDATION, Kind.LESSON, Kind.PRACTICE, Kind.CHALLENGE, Kind.DECISION)
_SAYS_WHAT_TO_DO = (Kind.RECOMMENDATION, Kind.LESSON, Kind.DECISION)
"""Kinds that a busy reader takes away first."""


def key_messages(findings: Iterable[Finding], said: Callable[[Finding], str]) -> list[Finding]:
    """Return the best of ``findings`` (best first) that nobody disputed, what was settled first, one theme after the other;
    ``said`` tells a statement as it is printed. Those that reviewers rejected hold their place and are left out."""

    def was_settled(finding: Finding) -> bool:
        return finding.kind is Kind.DECISION and is_outcome(finding)

    def tells(finding: Finding) -> bool:
        words = said(finding)
        return is_telling(words) or was_settled(finding) and "[" not in words and len(words.split()) >= SETTLED_WORDS

    may_lead = [f for f in findings if f.kind in _LEADING and not f.disputed and not is_brief(f)]
    pool = sorted(may_lead, key=lambda f: (not tells(f), not was_settled(f), not (f.sure_of_kind and f.kind in _SAYS_WHAT_TO_DO)))
    chosen: list[Finding] = []
    used: set[str] = set()
    for fresh in (True, False):
        for finding in pool:
            room = KEY_MESSAGES if tells(finding) else LEAST_MESSAGES
            if len(chosen) < room and finding not in chosen and (not fresh or finding.theme not in used):
                chosen.append(finding)
                used.add(finding.theme)
    return kept(chosen)
