"""Which statements lead a paper: the key messages, that a reader with three minutes takes away."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from copaper.analysis.content import shapes
from copaper.analysis.outright import is_outright
from copaper.analysis.settling import TO_ALL
from copaper.analysis.turning import is_set_up, is_verdict
from copaper.papers.choosing import carries_itself, gives_a_result, is_telling, matter
from copaper.papers.foremost import goes_on_well, is_advice, is_result, is_told_case, says_the_point, tells_outsiders
from copaper.papers.placing import is_among
from copaper.papers.prominence import is_broken, may_lead, without_names
from copaper.papers.sections import claims_consensus, is_outcome, settles_now
from copaper.records import Ending, Evidence, Finding, Kind
from copaper.textclean import sentences_in, straight

KEY_MESSAGES, WITH_CHANGES, LEAST_MESSAGES = 5, 4, 3
"""Messages at most, with those that tell what became of something, and with challenges that somebody only told, a change out of an account
or what was not agreed."""
SHARE = 0.1
"""Share of the talk, or the average of the topics if that is less, below which a topic is small: a statement of it leads only
if it says itself what it is, and what an account tells of it last, up to :data:`LEAST_MESSAGES`."""
SETTLED_WORDS = 7
"""Words, up to a clause with names that are withheld, from which what was settled is a message: less is asked of it than of what somebody holds."""
LONGEST = 60
"""Words of a message with the sentences that it is one thought with, at most."""
GAP = "[…]"
"""What is printed for words left out between two sentences."""
MATTER = 5
"""Words of its matter that advice or a challenge has to have if it does not say itself that it is one: less is said of anything."""
_LOST = re.compile(r"^\W*(?:because|the (?:one|ones|other|others) (?:is|are|was|were|has|have|(?:that |which )?(?:I|we|you|they)\b)|each (?:got|gets|has|had|is|was)|inside there's)\b|^\W*(?:the|these|those) [a-z]+ (?:themselves|itself)\b|^\W*(?:un)?like (?:the|that|this|those|these)\b|\b(?:the|an?) (?:\w+ ){1,4}that [^,.;]{5,80}, (?:it|they)(?:'s|'re| (?:is|are|was|were|will|can|has|have|does|do))\b|[—–-]\s*[.,]|\banyway\b|, no, (?:it|one|the|that|not)\b|^\W*(?:(?:Mr|Mrs|Ms)\b\.? ?|Madam |Mister )(?:Chair|Speaker|President)|\bmembers? opposite\b|\b(?:my|our|the) (?:fellow |hon\w*\.? |right |learned )*(?:colleague|member|friend)(?:'s|\b(?! (?:states?|countr|organi|schools?)))", re.I)
"""What is like something told before, is taken up once more in mid-sentence or put right there, breaks off, or is said to the chair or of those who met."""
_FINITE = re.compile(r"\b(?:is|are|was|were|am|has|have|had|do|does|did|can|could|will|would|should|shall|must|may|might|let|let's|(?!(?:tens|hundreds|thousands|lots)\b)[a-z]{2,}(?:ed|[^s\W]s)|(?:I|you|we|they|who|that) (?:\w+ly )?[a-z]+|cannot)\b|'(?:s|re|ll|ve|d|m)\b|n't\b", re.I)
"""A verb of a sentence, or what may be one: none stands in a piece that somebody only added."""
_BY_THE_WAY = re.compile(r"^\W*(?:[\w'-]+ ){1,4}who (?:do|may|might) (?:\w+ )?[a-z]+\b", re.I)
"""How somebody says in passing what those few have to do whom it concerns: "those who do need"."""
_CHANGED = re.compile(r"\b(?:I|we|they|it|he|she|you)(?:'ve|'re| have| are| has)? (?:now (?!going\b|trying\b)|no longer|stopped|switched|moved|changed|went back|gave up)\b|\bno longer\b|\bany ?more\b", re.I)
"""How it is now, as it was not before."""
_ASIDE = re.compile(r"^\W*(?:(?:and|so|but|now|well)\b\W*)*(?:as it happens|by the way|incidentally|in passing|(?:just )?in terms of|just (?:on|to)\b|also\b)", re.I)
"""How somebody says something by the way, or goes on to something else."""
_ALSO = re.compile(r"^[^,;.]{0,40}\balso\b|^[^.!?]*\bas well[.!]", re.I)
"""How a sentence adds to one before it."""
_OF_MORE = re.compile(
    r"^\W*(?:[\w'-]+ ){0,5}[\w'-]+,? (?:however|furthermore|moreover|additionally)\b|^\W*(?:(?:the|these|those|all|my|our|\d+|two|three|four|five|several|some|many|most) )?other (?!than\b)[a-z]+|"
    r"^\W*(?:I|we|they)(?:'ve| have)?(?: just| also| already| recently)? (?:had|held) (?:\w+ ){0,4}(?:discussions?|meetings?|conversations?|talks?|debates?|calls?)\b|\b(?:amendment|recommendation|clause|motion|resolution|option|item)s? (?:number )?\d+[A-Z]?\b", re.I
)
"""How a sentence goes on from another, or to the others; that people met; and what has a number that only those who did know."""
_GOES_ON_FROM = re.compile(r"\W*(?:to|from|until|till|by|on|at|for|with|and|but|or)\b", re.I)
"""How what was settled begins that only changes what was put before."""
_SUM = re.compile(r"^\W*(?:to sum\w*(?: (?:it )?up)?|in (?:summary|short|conclusion))[,:]? ", re.I)
_NUMBER = re.compile(r"\d|%|\b(?:half|twice|doubled|halved|(?:one|two|three)[ -](?:thirds?|quarters?))\b", re.I)
_DATES = re.compile(r"\b\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\b")
_HELD = re.compile(r"^I (?:(?:do|really|also|truly|strongly) )?(?:think|believe)(?: that)? (?=\w)")
"""How somebody says that they hold what follows, as is told beside it."""
_LEADING = (Kind.RECOMMENDATION, Kind.LESSON, Kind.PRACTICE, Kind.CHALLENGE, Kind.DECISION)
_WITH_NEWS = (*_LEADING, Kind.STORY)
"""Kinds of which a statement with a result leads."""
_SAYS_WHAT_TO_DO = (Kind.RECOMMENDATION, Kind.LESSON, Kind.DECISION)
"""Kinds that a busy reader takes away first."""
SETTLED, POINT, ADVISED, MEASURED, CHANGED, TOLD, REFUSED, HEARD = range(8)
"""How good a message is: settled, said to be the point, sure of a kind that says what to do, with a result in numbers, with what became of
something, a challenge said clearly, what was proposed and not agreed, or only what somebody told whom readers like to hear."""


@dataclass(frozen=True)
class Message:
    """What leads a paper: a ``finding``, how a topic ended, or a few sentences of an account (``said``)."""

    id: str
    theme: str
    grade: int
    finding: Finding | None = None
    ending: Ending | None = None
    said: Evidence | None = None

    @property
    def words(self) -> Evidence:
        """The words that it is known by."""
        if self.finding is not None:
            return self.finding.evidence[0]
        found = self.said or (self.ending and self.ending.said)
        assert found is not None, "a message is a finding, an ending or a stretch"
        return found


def key_messages(
    findings: Iterable[Finding], said: Callable[[Finding], str], shares: Mapping[str, float], is_of_kind: Callable[[Finding], bool], others: Iterable[Message] = ()
) -> list[Message]:
    """Return the best of ``findings`` (best first) and of ``others``: all that was settled, then of each theme the best, the themes in the
    order of their share of the talk (``shares``); ``said`` tells a statement as it is printed,
    ``is_of_kind`` whether it stands in the section of its kind. Those that reviewers rejected hold their place: whoever prints leaves them out.

    Rather few than poor ones: what leans on words around it is none, whatever else there is.
    """
    least = min(SHARE, sum(shares.values()) / len(shares)) if shares else 0.0
    may_lead = [(grade_of(f, said(f), is_of_kind(f)), f) for f in findings if f.kind in _WITH_NEWS and (was_put(f) or not f.leans or f.lead) and _may_say_so(f)]

    def is_small(one: Message) -> bool:
        return one.grade > POINT and shares.get(one.theme, 0.0) < least

    found = [one for one in (Message(f.id, f.theme, grade, f) for grade, f in may_lead if grade is not None) if not is_small(one) or one.finding and is_outright(one.finding)]
    chosen: dict[str, Message] = {}
    for one in sorted((*found, *others), key=lambda one: (one.said is not None and is_small(one), one.grade, one.finding is None or not one.finding.sure_of_kind, one.finding is None, -shares.get(one.theme, 0.0))):
        room = LEAST_MESSAGES if one.said is not None and is_small(one) else KEY_MESSAGES if one.grade <= MEASURED else WITH_CHANGES if one.grade == CHANGED and one.said is None else LEAST_MESSAGES
        has_one = one.grade > SETTLED and one.theme and any(other.grade > SETTLED and other.theme == one.theme and one.grade != HEARD for other in chosen.values())
        if len(chosen) < room and not has_one and not any(_says_the_same(one, other) for other in chosen.values()):
            chosen[one.id] = one
    return sorted(chosen.values(), key=lambda one: (one.grade == REFUSED, one.grade > SETTLED, -shares.get(one.theme, 0.0)))


def _says_the_same(one: Message, other: Message) -> bool:
    """Tell whether two messages have the same words, or one that its topic's point was not agreed, which the other tells."""
    if one.finding is not None and other.finding is not None:
        return one.id == other.id
    return is_among(one.words, [other.words]) or one.grade == other.grade == REFUSED and one.theme == other.theme


def _may_say_so(finding: Finding) -> bool:
    """Tell whether a statement does not say that something was settled, or that is so."""
    claims = finding.kind is Kind.DECISION or claims_consensus(finding.statement)
    return not claims or is_outcome(finding) or settles_now(finding)


def was_put(finding: Finding) -> bool:
    """Tell whether whoever led put a decision to those who met in words of their own, which tell all of it."""
    return finding.kind is Kind.DECISION and finding.fields.get("put") == TO_ALL


def can_be_read_first(words: str) -> bool:
    """Tell whether a few sentences can be read first and alone: the first says what it speaks of, and none is lost or an aside."""
    return carries_itself(sentences_in(_HELD.sub("", words))[0]) and _is_understood(words)


def _is_understood(words: str) -> bool:
    first, *further = sentences_in(_HELD.sub("", words))
    lost = _LOST.search(straight(words)) or not _FINITE.search(straight(first)) or _BY_THE_WAY.match(straight(first)) or _OF_MORE.search(straight(first)) or _ALSO.match(straight(first))
    if lost or any(_ASIDE.match(straight(one)) for one in (first, *further)):
        return False
    return may_lead(first) and tells_outsiders(first) and all(goes_on_well(one) and not is_broken(one) for one in further)


def grade_of(finding: Finding, words: str, of_kind: bool) -> int | None:
    """Return how good a message a finding makes, from :data:`SETTLED` on, or None if it makes none."""
    words = without_names(words.replace(f"{GAP} ", ""))
    if was_put(finding) and not finding.disputed and not _GOES_ON_FROM.match(straight(words)):
        return SETTLED
    if not finding.sound or len(words.split()) > LONGEST or not _is_understood(words):
        return None
    was_settled = finding.kind is Kind.DECISION and (is_outcome(finding) or settles_now(finding))
    if was_settled and not finding.disputed and len(words.rstrip(" …").split()) >= SETTLED_WORDS:
        return SETTLED
    if not can_be_read_first(words) or not is_telling(_HELD.sub("", words)) or is_told_case(words) or is_set_up(words):
        return None
    if finding.disputed:
        return REFUSED if of_kind and is_advice(words) else None  # it is printed with "Not agreed"
    if says_the_point(words) and finding.kind is not Kind.STORY and is_advice(_SUM.sub("", words)):
        return POINT
    if of_kind and finding.kind in _SAYS_WHAT_TO_DO and is_advice(words) and (finding.kind is not Kind.RECOMMENDATION or is_outright(finding) or len(matter(words)) >= MATTER):
        return ADVISED
    if not is_result(_SUM.sub("", words)):
        return None
    if (grade := result_of(words)) is not None:
        return grade
    return TOLD if of_kind and finding.kind is Kind.CHALLENGE and len(matter(words)) >= MATTER else None


def result_of(words: str) -> int | None:
    """Return how good a result a few sentences give, or None if they give none."""
    undated = [_DATES.sub("", one) for one in sentences_in(words)]
    if not (gives_a_result(words) or has_changed(words) or any(map(shapes, undated))):
        return None
    return MEASURED if any(_NUMBER.search(one) for one in undated) else CHANGED


def has_changed(words: str) -> bool:
    """Tell whether a few sentences say how something is now, or what became of it."""
    first, *further = sentences_in(words)
    return any(_CHANGED.search(straight(one)) for one in (first, *further)) or any(map(is_verdict, further))
