"""Which statements lead a paper: the key messages, that a reader with three minutes takes away."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from copaper.papers.choosing import carries_itself, gives_a_result, is_telling
from copaper.papers.placing import kept
from copaper.papers.prominence import may_lead, without_names
from copaper.papers.sections import claims_consensus, is_outcome, settles_now
from copaper.records import Finding, Kind

KEY_MESSAGES, LEAST_MESSAGES = 5, 3
"""Messages at most, and how many there are at most where no more was settled, advised, learnt or found."""
SETTLED_WORDS = 9
"""Words, up to a clause with names that are withheld, from which what was settled is a message: less is asked of it than of what somebody holds."""
_LEADING = (Kind.RECOMMENDATION, Kind.LESSON, Kind.PRACTICE, Kind.CHALLENGE, Kind.DECISION)
_SAYS_WHAT_TO_DO = (Kind.RECOMMENDATION, Kind.LESSON, Kind.DECISION)
"""Kinds that a busy reader takes away first."""
SETTLED, ADVISED, FOUND, TOLD, SHORT = range(5)
"""How good a message is: settled, sure of a kind that says what to do, with a number or a result, said clearly, or merely said."""


def key_messages(findings: Iterable[Finding], said: Callable[[Finding], str]) -> list[Finding]:
    """Return the best of ``findings`` (best first) that nobody disputed, what was settled first, one theme after the other;
    ``said`` tells a statement as it is printed. Those that reviewers rejected hold their place and are left out.

    Rather few than poor ones: what leans on words around it is none, whatever else there is.
    """
    may_lead = [(_grade(f, said(f)), f) for f in findings if f.kind in _LEADING and not f.disputed and _may_say_so(f)]
    pool = sorted(((grade, f) for grade, f in may_lead if grade is not None), key=lambda one: (one[0], not one[1].sure_of_kind))
    chosen: dict[str, tuple[int, Finding]] = {}
    used: set[str] = set()
    for fresh, worst in ((True, TOLD), (False, TOLD), (False, SHORT)):
        for grade, finding in pool:
            room = KEY_MESSAGES if grade <= FOUND else LEAST_MESSAGES
            if grade <= worst and len(chosen) < room and finding.id not in chosen and (not fresh or finding.theme not in used):
                chosen[finding.id] = (grade, finding)
                used.add(finding.theme)
    return kept([finding for _, finding in sorted(chosen.values(), key=lambda one: one[0])])


def _may_say_so(finding: Finding) -> bool:
    """Tell whether a statement does not say that something was settled, or that is so."""
    claims = finding.kind is Kind.DECISION or claims_consensus(finding.statement)
    return not claims or is_outcome(finding) or settles_now(finding)


def none_given(marked: bool) -> str:
    """Return why a paper has no key messages; ``marked`` tells whether its transcript shows where sentences end."""
    if marked:
        return "No key messages are given: none of the statements below says enough when it is read alone."
    return "No key messages are given: the transcript was made by speech recognition and does not show where sentences end."


def _grade(finding: Finding, words: str) -> int | None:
    """Return how good a message a finding makes, from :data:`SETTLED` on, or None if it makes none."""
    words = without_names(words)
    if not (finding.sound and carries_itself(words) and may_lead(words)):
        return None
    was_settled = finding.kind is Kind.DECISION and (is_outcome(finding) or settles_now(finding))
    if was_settled and len(words.rstrip(" …").split()) >= SETTLED_WORDS:
        return SETTLED
    if not is_telling(words):
        return None if "…" in words else SHORT
    if finding.sure_of_kind and finding.kind in _SAYS_WHAT_TO_DO:
        return ADVISED
    return FOUND if gives_a_result(words) else TOLD
