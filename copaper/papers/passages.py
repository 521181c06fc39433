"""Statements with the sentences beside them that they are one thought with, as a paper prints them.

What stands elsewhere in the paper, or with another statement, is not printed again. Reviewers decide on
what they see: whoever rewords a passage rewords all of it, and what they took in stands as they saw it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from copaper.analysis.asked import plainly_put
from copaper.analysis.passages import BETWEEN
from copaper.analysis.statements import clean_following, clean_statement
from copaper.analysis.scenes import comes_to_a_point
from copaper.papers.addressed import unaddressed
from copaper.papers.around import piece, sentences
from copaper.papers.evidence import EvidenceList
from copaper.papers.numerals import one_way
from copaper.papers.placing import Placing, is_among
from copaper.privacy import WITHHELD
from copaper.records import Evidence, Finding, Kind, Session, Status, Theme
from copaper.textclean import ends_as_question

_ON_CARDS = (Kind.PRACTICE, Kind.STORY)
"""Kinds whose cards quote what was said around a statement by itself."""


@dataclass(frozen=True)
class Passage:
    """The sentences to print before and after a statement, as they were said."""

    lead: tuple[Evidence, ...] = ()
    more: tuple[Evidence, ...] = ()


NONE = Passage()


def passages(session: Session, placing: Placing, safe: Callable[[str], str], themes: Sequence[Theme] = (), stands: Callable[[Evidence], bool] = lambda said: True) -> dict[str, Passage]:
    """Return the passages of the findings of a paper by their ids: none prints what another has, nor anything with a name
    that is withheld (as ``safe`` tells). A story is told in an account of its topic that holds it and ``stands``, if there is one."""
    found: dict[str, Passage] = {}
    used: list[Evidence] = []
    left_out = [finding.evidence[0] for finding in placing.leading if finding.status is Status.REJECTED]
    accounts = {theme.id: theme.accounts for theme in themes}
    for finding in placing.led(Kind.STORY):
        own = finding.evidence[0]
        others = [other for other in placing.leading if other is not finding and placing.is_led(other)]
        for account in accounts.get(finding.theme, ()):
            if account.holds(own) and stands(account) and not any(account.holds(other.evidence[0]) for other in others) and not is_among(account, used) and comes_to_a_point(account.quote) and not WITHHELD.search(safe(account.quote)):
                found[finding.id] = Passage(sentences(session, own, account.start, own.start), sentences(session, own, own.end, account.end))
                used.append(account)
                break
    on_cards = {finding.id for kind in _ON_CARDS for finding in placing.chosen[kind]}
    for finding in placing.leading:
        if not placing.is_led(finding) or finding.id in on_cards:
            continue
        free = [part for part in (*finding.lead, *finding.more) if not (placing.is_placed(part) or is_among(part, used) or WITHHELD.search(safe(part.quote)))]
        named = finding.kind is Kind.QUESTION and not any(WITHHELD.search(unaddressed(safe(part.quote))) for part in finding.lead)  # it can be read behind what it is on only
        needed = named or from_elsewhere(finding.evidence[0], finding.lead)
        fit = [part in free or bool(needed) and not is_among(part, left_out) for part in finding.lead]
        # What a request points at may go; a sentence that goes on from another stands with it or not at all.
        lead = finding.lead if all(fit) else finding.lead[-1:] if finding.kind is Kind.COMMITMENT and fit[-1] and not finding.lead[-1].is_beside(finding.evidence[0]) else ()
        more = finding.more[: next((place for place, part in enumerate(finding.more) if part not in free), len(finding.more))]
        if lead or more:
            found[finding.id] = Passage(lead, more)
            used += (*lead, *more)
    return found


def told(evidence: EvidenceList, passage: Passage, statement: str, own: Evidence) -> str:
    """Return a ``statement``, which stands on its ``own`` words, as it is printed: with the sentences of its ``passage``, a mark for
    what was left out before those behind it, and its numbers in one way."""

    def leading(part: Evidence, clean: Callable[[str], str]) -> str:
        if part.participant != own.participant and ends_as_question(part.quote):
            return asked(evidence, part)
        said = unaddressed(evidence.told(part, clean))
        return said if part.participant == own.participant else f"“{said}”"

    before = [leading(part, clean_following if place else clean_statement) for place, part in enumerate(passage.lead)]
    after = [evidence.told(part, clean_following) for part in passage.more]
    left_out = ["[…]"] if passage.more and passage.more[0].start > own.end + BETWEEN else []
    return one_way(" ".join((*before, statement, *left_out, *after)))


def asked(evidence: EvidenceList, question: Evidence) -> str:
    """Return what stands before a reply that only the question explains."""
    return f"Asked “{put(evidence, question)}”:"


def put(evidence: EvidenceList, question: Evidence) -> str:
    """Return a question as it is printed before the reply to it."""
    return unaddressed(plainly_put(evidence.told(question, clean_statement)))


def from_elsewhere(own: Evidence, lead: Sequence[Evidence]) -> list[Evidence]:
    """Return what leads up to a statement and was said in another turn: what a promise is on, as somebody else asked for it or its maker said."""
    return [part for part in lead if not part.is_beside(own)]


def spoken(finding: Finding) -> str:
    """Return a statement with all that may be printed with it, by which it is known again."""
    return " ".join((*(part.quote for part in finding.lead), finding.statement, *(part.quote for part in finding.more)))


def source(session: Session, finding: Finding, passage: Passage) -> Evidence:
    """Return the words that a statement and its passage were taken from, as one quotation."""
    own = finding.evidence[0]
    parts = (*(part for part in passage.lead if part.is_beside(own)), own, *passage.more)
    return own if len(parts) == 1 else piece(session, own, parts[0].start, parts[-1].end)


def parts(found: Iterable[Passage]) -> list[Evidence]:
    """Return all sentences of passages."""
    return [part for passage in found for part in (*passage.lead, *passage.more)]
