"""What a paper prints only if its readers would probably like to read it: a last look at whole statements, accounts and replies.

What a finding says that is not liked is offered to the reviewers; how topics ended and what was said of days to come stands in
``findings.json``. How much is asked of each was set by 773 pieces of 32 papers of development meetings and the sample, of which
readers with the transcripts said whether they are right, clear and worth it: of statements told with a topic 72 % were from a chance of
.8 on, 45 from .65 to there, and 25 below, of accounts 66 % from what is asked for here on and 35 below, of questions with a reply 50 and 6.
What meetings agreed on, what somebody promised and what was left open is told however it is put.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from copaper.analysis.asked import is_open
from copaper.analysis.lastlook import liked
from copaper.analysis.outright import is_outright
from copaper.analysis.statements import clean_quotation
from copaper.papers.addressed import unaddressed
from copaper.records import Account, Ending, EndingState, Evidence, Finding, Findings, Kind, Status, Theme, View

TOLD, LISTED, OUTRIGHT, REPLIED, FURTHER = 0.75, 0.4, 0.1, 0.4, 0.65
"""Chance that readers find a text clear and worth keeping, from which it is printed: a statement with its topic, one of its kind, one that
says its kind itself ("the lesson is"), a question with the reply to it; and either of the latter where there are some already."""
WELL, ACCOUNT, FURTHER_ACCOUNT, VIEW, DIFFERED, ENDED, AHEAD = 0.75, 0.5, 0.6, 0.5, 0.6, 0.4, 0.6
"""The same of an account or an excerpt that comes before others, of an account at all, of one beside another, of the view of somebody who does not go along, of where people agreed or differed, of how a topic ended where that leads the paper, and of what was said of days to come."""
LEADS, HEARD = 0.6, 0.85
"""The same of what leads a paper, and of what leads it for nothing else."""
SOME = {Kind.LESSON: 3, Kind.CHALLENGE: 3, Kind.RECOMMENDATION: 3, Kind.QUESTION: 5}
"""How many of a kind are some."""
_ALWAYS = frozenset((Kind.COMMITMENT, Kind.DECISION, Kind.RESOURCE))
_SETTLED = frozenset((EndingState.GRANTED, EndingState.NOT_AGREED, EndingState.UNCHANGED, EndingState.WITHDRAWN))
"""Endings after which a topic is where it will stay."""


def is_liked(finding: Finding, sure: bool, others: int, safe: Callable[[str], str]) -> bool:
    """Tell whether readers would like to read a finding with the sentences that are printed with it, told with its topic or, where that is
    ``sure``, as one of its kind beside so many ``others``; ``safe`` withholds what a policy does."""
    is_question = finding.kind is Kind.QUESTION
    if sure and finding.kind in _ALWAYS or is_question and is_open(finding):
        return True
    if not is_question and finding.statement.rstrip().endswith("…"):
        return False  # what it comes to stands behind where it was cut
    if not sure:
        least = TOLD
    elif is_outright(finding):
        least = OUTRIGHT
    elif others >= SOME.get(finding.kind, others + 1):
        least = FURTHER
    else:
        least = REPLIED if is_question else LISTED
    return liked(" ".join(unaddressed(safe(part)) for part in (*_told(finding.lead), finding.statement, *_told(finding.more), *_told(finding.answers)))) >= least


def is_liked_at_all(words: str) -> bool:
    """Tell whether readers would rather like to read some words than not."""
    return liked(words) >= LISTED


def is_liked_well(words: str) -> bool:
    """Tell whether readers would like to read some words very much, so that they come before others."""
    return liked(words) >= WELL


def may_lead(words: str, well: bool = False) -> bool:
    """Tell whether readers would like to read some words first, or so ``well`` that these need no other reason."""
    return liked(words) >= (HEARD if well else LEADS)


def account_is_liked(account: Account, well: bool, others: int, safe: Callable[[str], str]) -> bool:
    """Tell whether readers would like to read an account ``well``, or at all beside so many ``others`` of its topic; behind the question that it is printed with."""
    return _chance((account.asked, account), safe) >= (WELL if well else FURTHER_ACCOUNT if others else ACCOUNT)


def view_is_liked(view: View, safe: Callable[[str], str]) -> bool:
    """Tell whether readers would like to read the view of somebody who does not go along."""
    return _chance((view,), safe) >= VIEW


def ending_may_lead(ending: Ending, safe: Callable[[str], str]) -> bool:
    """Tell whether readers would like to read how a topic ended away from it, or it is where it will stay."""
    return ending.state in _SETTLED or _chance((ending.said, ending.reply), safe) >= ENDED


def with_what_is_liked(findings: Findings, safe: Callable[[str], str]) -> Findings:
    """Return ``findings`` without what readers would hardly like of where people agreed or differed, and of days to come, nor what sums a topic
    up in words that a reviewer struck or put otherwise."""
    struck = [said for finding in findings.findings if finding.status in (Status.REJECTED, Status.EDITED) for said in (finding.evidence[0], *finding.more)]

    def of(theme: Theme) -> Theme:
        replies = tuple(reply for reply in theme.replies if _chance((reply.to, reply.by), safe) >= DIFFERED)
        endings = tuple(one for one in theme.endings if one.state is not EndingState.SUMMED_UP or not any(one.said.common(said) for said in struck))
        return theme.model_copy(update={"replies": replies, "endings": endings})

    ahead = tuple(part for part in findings.ahead if _chance((part,), safe) >= AHEAD)
    return findings.model_copy(update={"themes": tuple(map(of, findings.themes)), "ahead": ahead})


def _chance(said: Iterable[Evidence | None], safe: Callable[[str], str]) -> float:
    return liked(" ".join(unaddressed(safe(part)) for part in _told(said)))


def _told(said: Iterable[Evidence | None]) -> list[str]:
    return [clean_quotation(part.quote) for part in said if part is not None]
