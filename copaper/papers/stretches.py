"""A few sentences of an account, or how a topic ended, that can lead a paper where no single statement of the topic does.

What people told in several sentences says more than any one of them: what was done, and what came of it. A stretch of it leads
only if it says so itself: what was learnt, what is advised, or a result with its number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from copaper.analysis.carried import STEP
from copaper.analysis.content import amounts_in, shapes
from copaper.analysis.findings import UNDERSTOOD
from copaper.analysis.leaning import is_one_of_several
from copaper.analysis.outright import kind_of
from copaper.analysis.statements import clean_following, clean_statement
from copaper.analysis.turning import is_set_up, is_verdict
from copaper.papers.against import Against
from copaper.papers.around import piece
from copaper.papers.choosing import gives_a_result, goes_on, is_telling, matter
from copaper.papers.evidence import EvidenceList
from copaper.papers.foremost import is_advice, is_result, is_told_case, says_the_point, tells_outsiders
from copaper.papers.liking import ending_may_lead, may_lead
from copaper.papers.messages import ADVISED, HEARD, POINT, REFUSED, SETTLED, Message, can_be_read_first, has_changed, result_of
from copaper.papers.outcomes import ending_id, result
from copaper.privacy import WITHHELD
from copaper.records import Account, EndingState, Evidence, Kind, Session, Theme, content_id
from copaper.textclean import sentences_in, sentences_of, straight

JUDGED = 400
"""Letters behind a stretch in which nobody may judge what it tells."""
APART = 60.0
"""Seconds between two stretches of one topic, at least."""
SHORTEST, LONGEST, SENTENCES = 14, 55, 3
"""Words of a stretch, and its sentences, at most."""
BEST = 35
"""Words of a stretch that says enough and not too much."""
LEAST_SAID = 3
"""Words of its matter that a formula has to have in which a topic's outcome leads: "yeah, you have consensus" tells only those who were there."""
ENDED = 3
"""Endings of topics that lead, at most: most papers have them with each topic."""
LEAST_CONCLUDED = 9
"""Words of what somebody said at the end that a topic came to, at least."""
LEAST_SETTLED = 5
"""Words of the matter of what seems settled."""
_TURNS = re.compile(r"\W*(?:but|however|although|though|unfortunately|no\b|not (?:really|quite))\b", re.I)
"""How the sentence after a stretch begins that takes it back, or tells its other side."""
_SO_BEHIND = re.compile(r"\W*(?:and )?(?:so,? (?:we|they|I)(?: have| had|'ve)? (?!(?:can|will|would|could|should|may|might|am|are|going|stop|think|guess|hope|want|look|see|move|go)\b)[a-z]+|that(?:'s| is) why\b|therefore\b|which is why\b)", re.I)
"""How the sentence after a stretch begins that says what follows from it: the stretch only leads up to that."""
_LEADS = (EndingState.GONE_ALONG, EndingState.GRANTED, EndingState.NOT_AGREED, EndingState.SUPPORTED, EndingState.CONCLUDED)
"""How a topic ends that was settled, or was not: what was put off leads no paper."""
_KNOWN_THERE = re.compile(r"(?:[^,.;]{3,40}, )?the (?!(?:problem|point|lesson|reason|result|answer|difference|question|challenge|issue|rest)\b)([a-z]+)(?:'s|n't| (?:is|isn't|was|has|have|will|can|does|did|would|needs|means|gets|got|are|were))\b", re.I)
"""How a sentence begins with what only those know who were there: "the implementation is"."""
_A_CASE = re.compile(r"\W*(?:I|we)(?:'ve| have| had| also| just| only| once){0,3}(?: got| had| have)? (?:an?|one|two|three|four|some|several|\d+) ", re.I)
"""How somebody begins to tell of a few of those whom they know."""
_TO_YOU = re.compile(r"\byou(?:r|'\w+)?\b", re.I)
_OF_ANYTHING = re.compile(r"\W*an? [a-z]+ (?:is|are|can|will|has|does)\b", re.I)
"""How somebody says what is so of anything of a kind, as in a definition."""
_LEANS = re.compile(r"^[^.!?]*\b(?:why|how|too|either|otherwise)[.!]|^\W*what (?:we|I|they) (?:\w+ ){1,2}(?:is|was) (?:that )?(?:the [a-z]+s|they|it|those|these)\b|^[^.!?]*\b(?:do|does|doing|did|done|of|with|to|for|about|in|on|from|get|use) (?:it|them)\b|^\W*\w+ly (?:in|on|at|from|with|by|of|for)\b|^\W*(?:(?:some|about|nearly|almost|just|now) )?[\w-]+ (?:days|weeks|months|years) later\b|^[^.!?]*\b(?:have|has|had) (?:had |got )?(?:that|this|those|these) as\b|\b(?:the idea (?:behind|of|is)|hence the name)\b", re.I)
"""How a stretch begins that leans on the sentence before it, or only explains a name."""
_POINTS = re.compile(r"\b(?:this|that|it|these|those|them|the (?:changes?|proposals?|motion|request|text)|today)\b", re.I)
_SAYS_WHAT = re.compile(r"\b(?:consensus|agree\w*|approv\w*|accept\w*|adopt\w*|carried|withdrawn|support\w*|in favou?r)\b", re.I)
"""How a formula says what came of it, and not only that it did."""
_IF = re.compile(r"\b(?:if|unless)\b", re.I)


@dataclass(frozen=True)
class Stretches:
    """Finds what may lead of the ``accounts`` and endings of topics; ``listed`` tells whether words stand in a list or on a card,
    ``on_topic`` whether they are on what their topic is called by."""

    session: Session
    evidence: EvidenceList
    against: Against
    listed: Callable[[Evidence], bool]
    on_topic: Callable[[Evidence, Theme], bool]

    def found(self, themes: Sequence[Theme], accounts: Mapping[str, Sequence[Account]]) -> list[Message]:
        """Return how topics ended, and the best stretch of the ``accounts`` of each."""
        return [*self.ended(themes), *(one for theme in themes for one in self.of(theme, accounts[theme.id]))]

    def of(self, theme: Theme, accounts: Sequence[Account]) -> list[Message]:
        """Return the best stretch of a topic's ``accounts``, if one can lead, and another that people like to hear."""
        found = [(key, one) for account in accounts for key, one in self._within(theme, account)]
        best = [one for _, one in sorted(found, key=lambda one: one[0])]
        others = (one for one in best[1:] if one.grade == HEARD and one.said and best[0].said and abs(one.said.time - best[0].said.time) > APART)
        return [*best[:1], *islice(others, 1)]

    def ended(self, themes: Sequence[Theme]) -> list[Message]:
        """Return how topics ended that were settled, or were not, those that hold most of the talk; only their names say on what that was."""
        found = [Message(ending_id(e), theme.id, REFUSED if e.state is EndingState.NOT_AGREED else SETTLED, ending=e) for theme in themes for e in theme.endings if e.state in _LEADS and self._is_plain(result(e), e.state) and self.on_topic(e.said, theme) and ending_may_lead(e, self.evidence.safe)]
        share = {theme.id: theme.salience for theme in themes}
        return sorted(found, key=lambda one: -share[one.theme])[:ENDED]

    def _is_plain(self, said: Evidence, state: EndingState) -> bool:
        """Tell whether readers who know what the topic is called know what an ending is on."""
        words = straight(self.evidence.told(said))
        if WITHHELD.search(words) or is_one_of_several(words) or words.rstrip().endswith("?"):
            return False
        if state is EndingState.GONE_ALONG:
            return LEAST_CONCLUDED <= len(words.split()) <= LONGEST and len(matter(words)) >= LEAST_SETTLED and can_be_read_first(words)
        if state is not EndingState.CONCLUDED:
            return STEP.search(words) is not None or len(matter(words)) >= LEAST_SAID and _POINTS.search(words) is None and (state is EndingState.NOT_AGREED or _SAYS_WHAT.search(words) is not None)
        return _IF.search(words) is None and len(words.split()) >= LEAST_CONCLUDED and tells_outsiders(words) and is_advice(words)

    def _within(self, theme: Theme, account: Account) -> Iterator[tuple[tuple[int, int, int, int, int], Message]]:
        parts = [(account.start + start, account.start + end) for start, end in sentences_of(account.quote, 0, len(account.quote))]
        for first in range(account.asked is not None, len(parts)):  # what only a question explains begins no message
            for last in range(first, min(len(parts), first + SENTENCES)):
                said = piece(self.session, account, parts[first][0], parts[last][1])
                if not SHORTEST <= len(said.quote.split()) <= LONGEST or not is_understood(account, said) or WITHHELD.search(self.evidence.quote(said)) or is_judged_behind(self.session, said) or leads_up(self.session, said) or goes_on(said.quote) or self.listed(said) or not self.against.may_be_told(said):
                    continue
                words = told(self.evidence, said)
                grade = _grade(words)
                if grade is None and last == len(parts) - 1 and _may_be_heard(words, said.start == account.start):
                    grade = HEARD  # what stands before an account's end may only lead up to that
                if grade is not None and may_lead(words, well=grade == HEARD):
                    key = (grade, -shapes(words) - gives_a_result(words), abs(len(words.split()) - BEST), said.index, said.start)
                    yield key, Message(content_id("stretch", said.where, said.index, said.start), theme.id, grade, said=said)


def is_understood(account: Account, said: Evidence) -> bool:
    """Tell whether readers would know what the first sentence of a stretch of an account speaks of."""
    chances = [chance for start, chance in account.understood if start <= said.start]
    return not chances or chances[-1] >= UNDERSTOOD


def is_judged_behind(session: Session, said: Evidence) -> bool:
    """Tell whether the sentences behind some words take these back, or say what to hold of them."""
    after = session.turns[said.index].text[said.end :] if said.where == "turn" else ""
    return _TURNS.match(after) is not None or any(map(is_verdict, sentences_in(after[:JUDGED])[:2]))


def leads_up(session: Session, said: Evidence) -> bool:
    """Tell whether the sentence behind some words says what follows from them."""
    return said.where == "turn" and _SO_BEHIND.match(straight(session.turns[said.index].text[said.end :][:JUDGED])) is not None


def told(evidence: EvidenceList, said: Evidence) -> str:
    """Return a stretch as it is printed: its first sentence as a statement, the others as they go on."""
    first, *further = sentences_in(said.quote)
    return " ".join((evidence.told(said.model_copy(update={"quote": first}), clean_statement), *(evidence.told(said.model_copy(update={"quote": part}), clean_following) for part in further)))


def _grade(words: str) -> int | None:
    """Return how good a message a stretch makes, or None if it makes none."""
    if WITHHELD.search(words) or not can_be_read_first(words) or not is_telling(words) or is_told_case(words) or is_set_up(words):
        return None
    sentences = sentences_in(words)
    if not is_advice(words) or _is_known_there(sentences) or _LEANS.search(straight(words)) or _A_CASE.match(straight(words)):
        return None
    if any(kind_of(one) in (Kind.LESSON, Kind.RECOMMENDATION) for one in sentences):
        return ADVISED
    if says_the_point(words) and not _TO_YOU.search(straight(words)):
        return POINT
    return result_of(words) if all(map(is_result, sentences)) and (gives_a_result(words) or has_changed(words)) and not _OF_ANYTHING.match(straight(words)) else None


def _may_be_heard(words: str, begins: bool) -> bool:
    """Tell whether a few sentences with amounts or another shape of news can be read first and alone, whatever they come to; an account ``begins`` so that
    outsiders understand it."""
    if WITHHELD.search(words) or not begins and not can_be_read_first(words) or is_set_up(words) or _is_known_there(sentences_in(words)) or _LEANS.search(straight(words)) or _A_CASE.match(straight(words)):
        return False
    return any(map(shapes, sentences_in(words))) or len(amounts_in(words)) > 1


def _is_known_there(sentences: Sequence[str]) -> bool:
    """Tell whether one of some sentences begins with what none before it has named."""
    begins = [_KNOWN_THERE.match(straight(one)) for one in sentences]
    return any(found is not None and found[1].casefold() not in " ".join(sentences[:place]).casefold() for place, found in enumerate(begins))
