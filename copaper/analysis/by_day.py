"""Promises in loose words that have a day: "I'll clean it. Monday, let me say Monday the seventh", "end of the month", to who asked for the names.

What makes them promises is that somebody speaks of themselves and gives a day, in the same breath or as the whole reply to whoever asks for it. What
they do not name stands in the question before them. In doubt nobody promises: a plan of what is usual, a condition or another's words are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from copaper.analysis.outright import dated_behind, is_no_promise, kind_of
from copaper.analysis.settling import FILLED
from copaper.analysis.units import Unit, same_place
from copaper.records import Kind
from copaper.textclean import ends_as_question, is_housekeeping, straight

SOON = 40.0
"""Seconds before a promise within which somebody asked for what it does not name."""
WITHIN, BETWEEN, MOST = 5, 45, 75
"""Sentences behind a promise within which its day is given, words between them, and words of it all, at most."""
REST = 6
"""Words of a turn that gives nothing but a day, beside the day, at most."""
ONLY_DAY = 14
"""Words of a sentence that only gives the day, at most."""
LONGEST = 60
AROUND, TURN = 45, 2
"""Words before a promise, of its turn, among which it is said what it is of, and sentences with which its turn begins, at most."""
ASKS = 45
"""Words of what asks for it, at most."""

_NTH = r"(?:\d{1,2}(?:st|nd|rd|th)\b|(?:twenty|thirty)[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)\b)"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = r"(?:january|february|(?-i:March)|april|(?-i:May)|june|july|august|september|october|november|december)"
_DEFINITE = (
    rf"(?:\b{_WEEKDAY}\b(?:,? (?:the )?{_NTH})?|\bthe {_NTH}(?: of {_MONTH})?(?=\W*$|[,.;]| (?:of|latest|at the latest|before|for|in|and|so|when|then)\b)|\b(?:{_NTH}|\d{{1,2}}) (?:of )?{_MONTH}\b|\b{_MONTH} (?:the )?(?:{_NTH}|\d{{1,2}}\b)|\b(?:the )?end of (?:the |this |next )?(?:week|month|{_MONTH})\b|\b(?:month|week)[- ]end\b|\b(?:tomorrow|tonight|later today)\b(?! (?:we|I|you|they|it|there|is|was)\b)|"
    rf"\b(?:this|next) (?:week|month|{_WEEKDAY})\b|\b(?:before|by|until) (?:lunch|(?:the )?(?:holidays|weekend)|christmas|easter|(?-i:[A-Z])\w+(?:'s)? Day)\b|\b(?:in|within) (?:the next |the coming )?(?:a|one|two|three|four|few|couple of|\d)? ?(?:days?|weeks?)\b)"
)
_DAY = re.compile(_DEFINITE, re.I)
_BY = re.compile(rf"\b(?:by|before|until|not later than|latest)\b[^.?!]{{0,14}}?(?:{_WEEKDAY}|{_NTH}|{_MONTH}|end of|tomorrow|tonight|next (?:week|month)|lunch|(?-i:[A-Z])\w+ Day)|\b{_WEEKDAY},? the {_NTH}|\bthe {_NTH} of {_MONTH}\b|\b(?:{_NTH}|\d{{1,2}}) {_MONTH}\b|\b(?:end of (?:the |this )?(?:week|month)|month[- ]end|tonight|tomorrow|this (?:week|afternoon|evening)|(?:in|within) (?:the next |the coming )?(?:a|one|two|three|few|couple of|\d)? ?(?:days?|weeks?))\b", re.I)
"""A day until which something is done, or the day itself."""
_NEVER = r"(?! (?:not|never|have to|be (?!able to (?:send|give|share|get))|see|meet|say|tell|talk|speak|hear|start|stop|continue|skip|move|come to|come in|explain|remind|refer|point|note|touch|discuss|show (?:my|the (?:screen|slides?))|go (?:on|to|through|back to)|need|want|know|think|remember|forget|mention|only|just (?:say|mention|add|go|start)|hand|give (?:the floor|it over|way)|keep it short|leave|pass|yield|call (?:it|this|that)|assume|guess|open (?:it|the floor)|close|take (?:one|two|the) (?:more )?(?:question|hand|comment)s?|stay|die|retire|turn \d|celebrate|(?:actually )?show you|present|demonstrate|end|begin|sleep|lose|read (?:you|it|this|out)|open (?:at|on)|work (?:until|till)|probably)\b)"
_DEED = r"(?:send|share|circulate|publish|release|launch|put|write|draft|finish|complete|contact|report|bring|prepare|print|translate|clean|cut|make|collect|deliver|issue|give|get|arrange|organi[sz]e|set up|check|ask|phone|call|post|upload|add|fix|update)"
_GLADLY = r"(?: (?:also|then|certainly|definitely|gladly|happily|personally|still|just|try to|try and|make sure (?:to|that I)|see that))*+"
_I_DO = re.compile(
    rf"(?:\bI(?:'ll| will|'m going to| am going to)|(?P<can>\bI(?: can| could|'d be able to))){_GLADLY}{_NEVER} [a-z]+|\bwe(?:'ll| will|'re going to| are going to){_GLADLY}{_NEVER} {_DEED}\b(?! (?:a (?:look|decision)|back|to)\b)|"
    r"(?P<left>\bleave (?:it|that|this|them|him|her|the \w+) (?:with|to) me\b|\byou(?:'ll| will)(?: all)? (?:have|get) (?:it|that|them|the|a|an|my|our|those)\b|\b(?:it|that|they|the \w+)(?:'ll| will| should)(?: all)? be (?:with you|in your inbox|on your (?:desk|phone)|on the (?:website|page|group))\b|\bgive me (?:until|till)\b|\bconsider it done\b)", re.I
)
_ONLY_DAY = re.compile(
    rf"^\W*(?:(?:so|and|ok|okay|say|let's say|let me say|um|uh|shall we say|I'd say|I would say|maybe|probably|you(?:'ll| will) have (?:it|them|that)|it(?:'ll| will| should) be (?:done|ready|there|with you)|should be with you|give me (?:until|till)|what's the|it's|the|and you(?:'ll| will) have (?:it|them)|latest|then|the latest)\b[\s,–—-]*)*(?:(?:by|before|on|until|till|for|in|within|from|not later than|at the latest)\b\s*)?(?:the )?(?:{_DEFINITE})", re.I
)
"""How a sentence begins that only gives the day."""
_OTHERS = re.compile(r"\b(?:is|are|was|were|has|have|had|he|she|they|but|because|if|when|which|who)\b", re.I)
_USUAL = re.compile(r"\b(?:every|each|always|usually|normally|sometimes|generally|often|never|used to|last (?:week|month|year|time|friday|monday)|yesterday|ago|would have|if (?!you (?:like|want)\b)|unless|provided|depends?|whenever|maybe|perhaps|hopefully|might|suppose|imagine|for example|for instance|per (?:day|week|month))\b|\?\W*$", re.I)
_NOT_THEN = re.compile(rf"\bnot (?:this|today|tomorrow|next|before|until|on|by)\b[^,.;]*", re.I)
_COMES_BACK = re.compile(r"\b(?:come|get|report|revert)(?: back)?(?: to you)?,? (?:in writing|by|before|on|with an answer)\b", re.I)
_POINTS = re.compile(r"^\W*(?:(?:and|so|but|yes|ja|um|uh)\W+)*(?:it|that|this|they|them|those|he|she)\b|\b(?:do|got|get|have|send|put|use|take|make) (?:it|that|this|them)\b|\bnot\b|n't\b|\bnever\b", re.I)
_OF_THEM = re.compile(r"^\W*(?:(?:okay|so|right|good)\W+)*and (?:the|your|my|[A-Z])|\b(?:you|your|who)\b(?!.*\b(?:due|deadline|born|start|open|close)\b)|\b(?:do|will|can|could) we (?:get|have|see)\b", re.I)
"""How somebody asks another for something, and not only when it is."""
_PASTLY = re.compile(rf"(?<!end )(?<!middle )(?<!beginning )\b(?:of|from|since|dated) (?:the )?(?:{_MONTH}|{_NTH})[^,.;]*", re.I)
_SESSION = re.compile(r"\b(?:next|our|this|today's|the) (?:\w+ )?(?:session|webinar|meeting|call|plenary)\b", re.I)
_TOLD = re.compile(r"\b(?:said|says?|tells?|told|asked|thought|promised|like),? (?:[\w,]+ ){0,3}?[“\"']?(?:I|we)(?:'ll| will|'m| can)\b|\b(?:they|he|she|people|you) (?:say|said|tell|told|promise|promised)\b|[“\"]", re.I)
_ASKS_FOR = re.compile(r"\b(?:when|by when|what date|who|how soon|can (?:you|we|somebody|someone|I)|could (?:you|we|somebody|someone)|will you|would you|and (?:the|your|my)|please)\b", re.I)
_DAYWORD = re.compile(rf"^(?:{_WEEKDAY}s?|january|february|march|april|may|june|july|august|september|october|november|december|{_NTH}|writing|thing|place|way|person|side|chair|week|month|day|year|end|today|tomorrow|tonight|morning|afternoon|time|date|o'clock|youth|heritage|christmas|easter)$", re.I)


_A_DAY = re.compile(rf"\b{_WEEKDAY}\b|{_NTH}|\b{_MONTH}\b", re.I)


class ByDay(NamedTuple):
    """Where units ``first`` to ``last`` promise something by a day, and where somebody ``asked`` for it, if they do not name it."""

    first: int
    last: int
    asked: int | None


def by_day(units: Sequence[Unit]) -> Iterator[ByDay]:
    """Yield in time what somebody promises by a day in words that do not tell it by themselves; those that do are told outright."""
    beyond = -1
    for at, unit in enumerate(units):
        if at <= beyond or unit.words > LONGEST or is_housekeeping(unit.text):
            continue
        last = _promised(units, at)
        promised = last is not None
        if last is None:
            last = _only_days(units, at)
        if last is None:
            continue
        first, asked = at, None
        if not promised or _leans(units, at, last):
            before = _told_before(units, at) if promised else None
            if before is not None and before == at - 1:
                first = before
            else:
                asked = _asked(units, at) if before is None else before
                if asked is None or not promised and not _OF_THEM.search(straight(units[asked].text)):
                    continue
                turn = [i for i in range(max(0, at - TURN), at) if same_place(units[i], units[at])]
                begins = before is None and turn and (turn[0] == 0 or not same_place(units[turn[0] - 1], units[at]))
                first = turn[0] if begins else at
        elif kind_of(unit.text) is Kind.COMMITMENT and (last == at or dated_behind(units, at) == last):
            continue
        beyond = last
        if not _put_right(units, last):
            yield ByDay(first, last, asked)


def _put_right(units: Sequence[Unit], last: int) -> bool:
    """Tell whether whoever promised soon gives another day, and nothing else: which one holds, only they know."""
    days = {found[0].casefold() for found in _A_DAY.finditer(units[last].text)}
    soon = takewhile(lambda i: units[i].time - units[last].time <= SOON, range(last + 1, len(units)))
    others = ({found[0].casefold() for found in _A_DAY.finditer(units[i].text)} for i in soon if units[i].participant == units[last].participant and not same_place(units[i], units[last]) and _gives_day(units[i], FILLED.sub("", straight(units[i].text))))
    return any(other and not other <= days for other in others)


def _promised(units: Sequence[Unit], at: int) -> int | None:
    """Return with which unit the day is given of what ``units[at]`` says that its speaker does, or None if it is no promise."""
    text = FILLED.sub("", straight(units[at].text))
    will = _I_DO.search(text)
    if will is None or _is_none(text):
        return None
    behind = _PASTLY.sub("", _NOT_THEN.sub("", text[will.start() :]))
    if (_BY if will["can"] else _DAY).search(behind) or _BY.search(_PASTLY.sub("", _NOT_THEN.sub("", text))):
        goes_on = at + 1 < len(units) and same_place(units[at + 1], units[at]) and _gives_day(units[at + 1], FILLED.sub("", straight(units[at + 1].text)))
        return at + goes_on
    words = 0
    for j in range(at + 1, min(len(units), at + 1 + WITHIN)):
        if not same_place(units[j], units[at]):
            return None
        said = FILLED.sub("", straight(units[j].text))
        words += units[j].words
        if _gives_day(units[j], said):
            return j
        if words > BETWEEN or _is_none(said) or _I_DO.search(said) or re.search(r"\bbut\b", said):
            return None
    return None


def _gives_day(unit: Unit, said: str) -> bool:
    """Tell whether a sentence does little but give a day."""
    found = _ONLY_DAY.match(said) if unit.words <= ONLY_DAY and not ends_as_question(unit.text) else None
    return found is not None and not _OTHERS.search(_DAY.sub("", said[found.end() :])) and not _SESSION.search(said)


def _only_days(units: Sequence[Unit], at: int) -> int | None:
    """Return the last unit of a turn that gives nothing but a day, from ``units[at]`` on, where it begins."""
    begins = at == 0 or not same_place(units[at - 1], units[at])
    if units[at].where != "turn" or not begins or not _gives_day(units[at], FILLED.sub("", straight(units[at].text))) or not _BY.search(straight(units[at].text)):
        return None
    turn = list(takewhile(lambda i: same_place(units[i], units[at]), range(at, min(len(units), at + WITHIN))))
    rest = _DAY.sub(" ", " ".join(straight(units[i].text) for i in turn))
    return turn[-1] if len(re.findall(r"\w+", rest)) <= REST and sum(units[i].words for i in turn) <= ONLY_DAY and not any(ends_as_question(units[i].text) or _is_none(straight(units[i].text)) for i in turn) else None


def _is_none(text: str) -> bool:
    return _USUAL.search(text) is not None or _SESSION.search(text) is not None or _TOLD.search(text) is not None or is_no_promise(text)


def _leans(units: Sequence[Unit], at: int, last: int) -> bool:
    """Tell whether a promise is of what its words do not name: "I'll clean it", or "I will"."""
    if not any(_names(units[i]) for i in range(at, last + 1)):
        return True
    will = next((n for n, token in enumerate(units[at].tokens) if token.lower_ in ("'ll", "’ll", "will", "can", "could", "going", "leave", "give")), 0)
    pointing = next((n for n, token in enumerate(units[at].tokens) if n > will and token.lower_ in ("it", "them", "that", "those", "this") and token.pos_ == "PRON" and token.dep_ in ("dobj", "pobj", "nsubj", "ccomp")), None)
    objects = (token.pos_ == "NOUN" and (n < (pointing or 0) or token.dep_ == "dobj") and not _DAYWORD.match(token.lower_) for n, token in enumerate(units[at].tokens))
    return _COMES_BACK.search(straight(units[at].text)) is not None or pointing is not None and not any(objects)


def _told_before(units: Sequence[Unit], at: int) -> int | None:
    """Return which sentence of the same turn names what a promise only points at, if it is near and needs no other itself."""
    words = 0
    for i in range(at - 1, -1, -1):
        words += units[i].words
        if not same_place(units[i], units[at]) or words > AROUND or ends_as_question(units[i].text):
            return None
        if _names(units[i]) and not _POINTS.search(straight(units[i].text)):
            return i
    return None


def _names(unit: Unit) -> bool:
    """Tell whether a sentence names a thing, days apart."""
    return any(token.pos_ == "NOUN" and not _DAYWORD.match(token.lower_) for token in unit.tokens)


def _asked(units: Sequence[Unit], at: int) -> int | None:
    """Return where somebody else asked right before for what a promise does not name."""
    for i in range(at - 1, -1, -1) if units[at].where == "turn" else ():
        if units[at].time - units[i].time > SOON:
            return None
        if units[i].where != "turn" or units[i].participant == units[at].participant or not units[i].text[:1].isupper():
            continue
        said = straight(units[i].text)
        if units[i].words <= ASKS and (ends_as_question(said) or _ASKS_FOR.search(said)) and _names(units[i]) and not _I_DO.search(said):
            return i
    return None
