"""Which statements lead a paper: the key messages, that a reader with three minutes takes away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from copaper.analysis.outright import is_outright
from copaper.analysis.turning import is_set_up
from copaper.papers.choosing import carries_itself, gives_a_result, is_telling
from copaper.papers.foremost import is_advice, is_result, is_told_case, says_the_point, tells_outsiders
from copaper.papers.prominence import may_lead, without_names
from copaper.papers.sections import claims_consensus, is_outcome, settles_now
from copaper.records import Finding, Kind

KEY_MESSAGES, LEAST_MESSAGES = 5, 3
"""Messages at most, and how many there are at most where no more was settled, advised or said to be the point."""
OF_A_TOPIC = 2
"""Messages of one topic at most."""
SHARE = 0.1
"""Share of the talk, or the average of the topics if that is less, that a message's topic has to hold, unless the message says itself what it is."""
SETTLED_WORDS = 7
"""Words, up to a clause with names that are withheld, from which what was settled is a message: less is asked of it than of what somebody holds."""
_LEADING = (Kind.RECOMMENDATION, Kind.LESSON, Kind.PRACTICE, Kind.CHALLENGE, Kind.DECISION)
_SAYS_WHAT_TO_DO = (Kind.RECOMMENDATION, Kind.LESSON, Kind.DECISION)
"""Kinds that a busy reader takes away first."""
SETTLED, POINT, ADVISED, FOUND, TOLD = range(5)
"""How good a message is: settled, said to be the point, sure of a kind that says what to do, with a number or a result, or a
challenge said clearly."""


def key_messages(findings: Iterable[Finding], said: Callable[[Finding], str], shares: Mapping[str, float], is_of_kind: Callable[[Finding], bool]) -> list[Finding]:
    """Return the best of ``findings`` (best first) that nobody disputed, what was settled first, one theme after the other, those
    first that hold an average share of the talk (``shares``); ``said`` tells a statement as it is printed,
    ``is_of_kind`` whether it stands in the section of its kind. Those that reviewers rejected hold their place: whoever prints leaves them out.

    Rather few than poor ones: what leans on words around it is none, whatever else there is.
    """
    average = sum(shares.values()) / len(shares) if shares else 0.0
    may_lead = [(_grade(f, said(f), is_of_kind(f)), f) for f in findings if f.kind in _LEADING and not (f.disputed or f.leans) and _may_say_so(f)]
    weighty = [(grade, f) for grade, f in may_lead if grade is not None and (grade <= POINT or is_outright(f) or shares.get(f.theme, 0.0) >= min(SHARE, average))]
    pool = sorted(weighty, key=lambda one: (one[0], shares.get(one[1].theme, 0.0) < average, not one[1].sure_of_kind))
    chosen: dict[str, tuple[int, Finding]] = {}
    used: Counter[str] = Counter()
    for of_a_topic in range(1, OF_A_TOPIC + 1):
        for grade, finding in pool:
            room = KEY_MESSAGES if grade <= ADVISED else LEAST_MESSAGES
            if len(chosen) < room and finding.id not in chosen and (used[finding.theme] < of_a_topic or not finding.theme):
                chosen[finding.id] = (grade, finding)
                used[finding.theme] += 1
    return [finding for _, finding in sorted(chosen.values(), key=lambda one: one[0])]


def _may_say_so(finding: Finding) -> bool:
    """Tell whether a statement does not say that something was settled, or that is so."""
    claims = finding.kind is Kind.DECISION or claims_consensus(finding.statement)
    return not claims or is_outcome(finding) or settles_now(finding)


def _grade(finding: Finding, words: str, of_kind: bool) -> int | None:
    """Return how good a message a finding makes, from :data:`SETTLED` on, or None if it makes none."""
    words = without_names(words)
    if not (finding.sound and carries_itself(words) and may_lead(words) and tells_outsiders(words)):
        return None
    was_settled = finding.kind is Kind.DECISION and (is_outcome(finding) or settles_now(finding))
    if was_settled and len(words.rstrip(" …").split()) >= SETTLED_WORDS:
        return SETTLED
    if not is_telling(words) or is_told_case(words) or is_set_up(words):
        return None
    if says_the_point(words):
        return POINT
    if of_kind and finding.kind in _SAYS_WHAT_TO_DO and is_advice(words):
        return ADVISED
    if not is_result(words):
        return None
    if gives_a_result(words):
        return FOUND
    return TOLD if of_kind and finding.kind is Kind.CHALLENGE else None
