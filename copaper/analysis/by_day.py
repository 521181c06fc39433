"""Promises in loose words that have a day: "I'll clean it. Monday, let me say Monday the seventh", "end of the month", to who asked for the names.

What makes them promises is that somebody says what they do and gives a day, in the same breath or as the whole reply to whoever asks for it. What
they do not name stands in the question before them. In doubt nobody promises: a plan of what is usual, a condition, what happens by itself or
another's words are none, nor is what somebody calls off.
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
from copaper.textclean import ends_as_question, straight

SOON = 45.0
"""Seconds before a promise within which somebody asked for what it does not name, or its own speaker said what it is."""
CALLED_OFF = 25.0
"""Seconds behind it within which somebody says that it is not needed."""
WITHIN, BETWEEN = 5, 45
"""Sentences behind a promise within which its day is given, and words between them, at most."""
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
_SPAN = r"(?:(?:in|within) (?:the next |the coming )?(?:a|one|two|three|four|few|couple of|\d)? ?(?:days?|weeks?)|(?:a|one) week after)"
_DEFINITE = (
    rf"(?:(?<!\ba )\b{_WEEKDAY}\b(?:,? (?:the )?{_NTH})?|\bthe {_NTH}(?: of {_MONTH})?(?=\W*$|[,.;]| (?:of|latest|at the latest|before|for|in|and|so|when|then)\b)|\b(?:{_NTH}|\d{{1,2}}) (?:of )?{_MONTH}\b|\b{_MONTH} (?:the )?(?:{_NTH}|\d{{1,2}}\b)|\b(?:the )?end of (?:the |this |next )?(?:week|month|{_MONTH})\b|\b(?:mid|middle of|early|late|end) {_MONTH}\b|\b(?:month|week)[- ]end\b|\b(?:tomorrow|tonight|later today)\b(?! (?:we|I|you|they|it|there|is|was)\b)|"
    rf"\b(?:this|next) (?:week|month|{_WEEKDAY})\b|\bthe (?:\w+ )?week of (?:the |{_MONTH})|\b(?:before|by|until|after) (?:lunch|(?:the )?(?:holidays|weekend)|christmas|easter|(?-i:[A-Z])\w+(?:'s)? Day)\b|\b{_SPAN}\b)"
)
_DAY = re.compile(_DEFINITE, re.I)
_BY = re.compile(rf"\b(?:by|before|until|not later than|latest)\b[^.?!]{{0,14}}?(?:{_WEEKDAY}|{_NTH}|{_MONTH}|end of|the \w+ week of|tomorrow|tonight|next (?:week|month)|lunch|the weekend|(?-i:[A-Z])\w+ Day)|\b{_WEEKDAY},? the {_NTH}|\bthe {_NTH} of {_MONTH}\b|\b(?:{_NTH}|\d{{1,2}}) {_MONTH}\b|\b(?:end of (?:the |this )?(?:week|month|{_MONTH})|month[- ]end|tonight|tomorrow|this (?:week|afternoon|evening)|{_SPAN})\b", re.I)
"""A day until which something is done, or the day itself."""
_DEED = (
    r"(?:send|share|circulate|publish|release|launch|put|write|draft|finish|complete|contact|report|bring|prepare|print|translate|clean|cut|make|collect|deliver|issue|give|arrange|organi[sz]e|set up|check|ask|phone|call|chase|find out|post|upload|add|fix|update|do|scan|record|take|revert|come back|get (?:back|it|that|this|them|those|the|you|a copy)|submit|test|count|type|copy|talk to|speak (?:to|with)|raise|carry|"
    r"propose|invite|introduce|mail|e-?mail|whatsapp|forward|order|book|visit|look (?:at|into|over|up)|summari[sz]e|have (?:it|that|them|those|an?|the|my)|provide|furnish|produce|design|build|weld|sew|paint|plant|turn|show you|demonstrate|go (?:and|past|to)|drop|leave|confirm|let (?:you|him|her|them) know|follow up|compile|edit|proofread)"
)
_GLADLY = r"(?: (?:also|then|certainly|definitely|gladly|happily|personally|still|just|try to|try and|make sure (?:to|that I)|see that))*+"
_NEVER = r"(?! (?:take (?:one|two|the) (?:more )?(?:question|hand|comment)s?|leave (?:it|that|you|the meeting)\W*$|leave (?:at|early|now)|put (?:on|myself)|give (?:way|the floor|it over|birth)|do (?:my|anything|nothing|whatever)|bring nothing|have (?:the|a|my) (?:operation|baby|birthday|wedding|exam|holiday|party|rain)|go to (?:bed|sleep|church|the (?:next|funeral|wedding|doctor))|turn \d|call (?:it|this|that|on) |show you (?:the|my) (?:screen|slides?)|make it (?:short|quick))\b)"
_I_DO = re.compile(
    rf"(?:\bI(?:'ll| will| shall|'m going to| am going to|'m gonna)|(?P<can>\bI(?: can| could|'d be able to)|\bI(?:'d| would)(?= have (?:a|an|it)\b)|\bI could)){_GLADLY}{_NEVER} {_DEED}\b|\bwe(?:'ll| will|'re going to| are going to){_GLADLY}{_NEVER} (?!have\b|get the|go\b|take\b|finish\b|complete\b|make\b){_DEED}\b(?! (?:a (?:look|decision)|back|to)\b)|"
    rf"(?P<left>\bleave (?:it|that|this|them|him|her|the \w+) (?:with|to) me\b|\byou(?:'ll| will)(?: all)? (?:have|get) (?:(?:it|that|them|my|our|those)\b|(?={_DEFINITE}))|\byou can have it\b|\b(?:it|that|they)(?:'ll| will| should)(?: all)? be (?:with you|in your inbox|on your (?:desk|phone)|on the (?:website|page|group))\b|\bgive me (?:until|till)\b|\bconsider it done\b)", re.I
)
_UNTIL = re.compile(r"\bgive me (?:until|till)\b", re.I)
"""What names nothing of what is promised."""
_ONLY_DAY = re.compile(
    rf"^\W*(?:(?:so|and|but|ok|okay|say|let's say|let me say|um|uh|shall we say|I'd say|I would say|I can have it|maybe|probably|you(?:'ll| will) have (?:it|them|that)|it(?:'ll| will| should) be (?:done|ready|there|with you)|that should be with you|should be with you|give me (?:until|till)|consider it done|what's the|it's|the|and you(?:'ll| will) have (?:it|them)|latest|then|the latest)\b[\s,–—-]*)*(?:(?:by|before|on|until|till|for|in|within|from|after|not later than|at the latest)\b\s*)?(?:the )?(?:{_DEFINITE})", re.I
)
"""How a sentence begins that only gives the day."""
_OTHERS = re.compile(r"\b(?:is|are|was|were|has|have|had|he|she|they|but|because|if|when|which|who)\b", re.I)
_USUAL = re.compile(
    r"\b(?:every|each|always|usually|normally|sometimes|generally|often|never|nothing|nobody|used to|last (?:week|month|year|time|friday|monday)|yesterday|ago|would have|if (?!you (?:like|want)\b|I'm not\b)|unless|provided|depends?|depending|as long as|only after|subject to|whenever|maybe|perhaps|hopefully|might|suppose|imagine|for example|for instance|"
    r"per (?:day|week|month)|not sure|doubt|once more and|pray|wish|at this rate|the way the|with (?:this|these|that) (?:machine|compost|tool|app)|after (?:registering|you)|ha ha)\b|^\W*should the\b|:|(?<!^)\?\W*$", re.I
)
_OFFERS = re.compile(r"^\W*(?:(?:and|so|um|uh|well|ja|yes)\W+)*(?:I can|I could|I'll|I will|I'd)\b[^?]*\?\W*$", re.I)
"""How somebody offers a day that they still think about."""
_SESSION = re.compile(r"\b(?:next|our|this|today's|the) (?:\w+ )?(?:session|webinar|meeting|call|plenary)\b", re.I)
_TOLD = re.compile(r"\b(?:said|says?|tells?|told|asked|thought|promised|promises|like),?\b[^.;]*?\b(?:I|we)(?:'ll| will|'m| can| could)\b|\b(?:they|he|she|people|you) (?:say|said|tell|told|promise|promised)\b|,? said (?:my|the|our|his|her)\b|[“\"]", re.I)
"""What tells another's words."""
_NOT_THEN = re.compile(r"\bnot (?:this|today|tomorrow|next|before|until|on|by)\b[^,.;]*", re.I)
_PASTLY = re.compile(rf"(?<!end )(?<!middle )(?<!beginning )\b(?:of|from|since|dated|that (?:closes|opens|starts|ends) on|the (?:march|meeting|funeral|wedding|market|event|party) on) (?:the )?(?:{_WEEKDAY}|{_MONTH}|{_NTH})[^,.;]*", re.I)
"""Days of what was, or of something else."""
_COMES_BACK = re.compile(r"^\W*(?:(?:and|so|but|um|uh|then|okay|ok|ja|yes)\W+)*I(?:'ll| will) (?:come|get|report|revert)(?: back)?(?: to (?:you|him|her|them|(?-i:[A-Z])\w+))?,? (?:in writing|by|before|with an answer)\b", re.I)
_POINTS = re.compile(r"^\W*(?:(?:and|so|but|yes|ja|um|uh)\W+)*(?:it|that|this|they|them|those|he|she)\b|\b(?:do|got|get|have|send|put|use|take|make) (?:it|that|this|them)\b|\bnot\b|n't\b|\bnever\b", re.I)
_ASKS_FOR = re.compile(r"\b(?:how soon|can (?:you|somebody|someone)|could (?:you|somebody|someone)|will you|would you|please|(?:I|we)(?:'d| would)? need|(?:I|we)(?:'d| would) like)\b", re.I)
_NO_ASKING = re.compile(r"\b(?:would have (?:thought|believed|known)|how (?:are|is)|isn't it|aren't they|ne|neh|hey)\W*\?|\bwho would have\b", re.I)
_OF_THEM = re.compile(
    r"^\W*(?:(?:okay|so|right|good)\W+)*and (?:the|your|my|(?-i:[A-Z])\w+)\b(?!.*\b(?:who|what|why|how)\b)|\bwhen (?:do|can|will|could) (?:we|I|they|people) (?:get|have|see)\b|\bby when\b|\bwhen (?:can|could|will|would) you (?:send|bring|have|share|finish|do|write|get)\b|\bwho\b[^?]*\b(?:writes?|brings?|sends?|does|do|makes?|phones?|takes?|fixes|types?)\b|\b(?:you(?:'ll| will)|can you|could you|will you) (?:send|share|write|bring|do|have|let)\b|\bwhen would (?:people|we) see\b", re.I
)
"""How somebody asks another for something, and not only when it is."""
_ON_CONDITION = re.compile(r"^\W*(?:(?:but|and|so)\W+)*(?:if|unless|provided|as long as|subject to)\b", re.I)
"""What a promise hangs on, said behind it."""
_NEEDED_NOT = re.compile(r"^\W*(?:(?:oh|chair|no|thanks|sorry)\W+)*(?:no need|not necessary|(?:please )?don't\b(?! worry)|rather not\b|never mind|leave it\b|I(?:'ve| have)? already|already done|I (?:phoned|did|sent) (?:it|him|her|them))\b|\b(?:is|that's) (?:a (?:public )?holiday|a sunday)\b", re.I)
"""How somebody says that it is not needed, or not possible then."""
_CANNOT = re.compile(r"\bthen I (?:can't|cannot|won't)\b", re.I)
_READ_OUT = re.compile(r"\b(?:letter|e-?mail|notice|circular|statement|post|message|smiled|radio|poster)\b", re.I)
"""What is read out or told of somebody, where "we will" are their words."""
_PUTS_RIGHT = re.compile(rf"^\W*(?:(?:no|sorry|oh|or|then|rather|I mean|wait)\W+)+(?:rather |let me say )?(?:on |by |the )?(?:{_DEFINITE}|{_NTH})", re.I)
_SPANS = re.compile(rf"\b{_SPAN}\b", re.I)
"""How long something takes, or until when."""
_A_DAY = re.compile(rf"\b(?:{_WEEKDAY}|tomorrow|tonight|today)\b|{_NTH}|\b{_MONTH}\b", re.I)
_DAYWORD = re.compile(
    rf"^(?:{_WEEKDAY}s?|january|february|march|april|may|june|july|august|september|october|november|december|{_NTH}|writing|thing|things|place|way|person|side|chair|week|weeks|weekend|month|day|days|year|end|middle|today|tomorrow|tonight|morning|afternoon|evening|time|date|hour|hours|minute|minutes|half|o'clock|youth|heritage|christmas|easter|bit|lot|mine|yours|ours|hers|his|theirs)$", re.I
)


_ANY_FORM = frozenset("manager boss director committee board secretariat secretary office colleague team department list page copy photo picture link message mail email answer reply detail word note name voice form file document draft version sample one piece".split())
"""Nouns of whom one asks, or in which form one answers, whatever it is about."""


class ByDay(NamedTuple):
    """Where units ``first`` to ``last`` promise something by a day, and where somebody ``asked`` for it, or it was said what it is, if they do not name it."""

    first: int
    last: int
    asked: int | None


def by_day(units: Sequence[Unit]) -> Iterator[ByDay]:
    """Yield in time what somebody promises by a day in words that do not tell it by themselves; those that do are told outright."""
    beyond = -1
    for at, unit in enumerate(units):
        if at <= beyond or unit.words > LONGEST:
            continue
        last = _promised(units, at)
        promised = last is not None
        if last is None:
            last = _only_days(units, at)
        if last is None:
            continue
        first, asked = at, None
        if promised and _goes_on_from_a_deed(units, at):
            first = at - 1
        elif not promised or _leans(units, at, last):
            before = _told_before(units, at) if promised and not _UNTIL.search(straight(unit.text)) else None
            if before is not None and before == at - 1:
                first = before
            else:
                asked = before if before is not None else _asked(units, at, promised)
                asked = _own_before(units, at) if asked is None and promised else asked
                if asked is None or not promised and not _OF_THEM.search(straight(units[asked].text)):
                    continue
                turn = [i for i in range(max(0, at - TURN), at) if same_place(units[i], units[at])]
                begins = before is None and turn and (turn[0] == 0 or not same_place(units[turn[0] - 1], units[at]))
                first = turn[0] if begins else at
        elif _says_little(units, at, last) and (asks := _asked(units, at, promised)) is not None and (_OF_THEM.search(straight(units[asks].text)) or _ASKS_FOR.search(straight(units[asks].text))):
            asked = asks
        elif kind_of(unit.text) is Kind.COMMITMENT and (last == at or dated_behind(units, at) == last):
            continue
        while last + 1 < len(units) and same_place(units[last + 1], units[last]) and units[last + 1].words <= ONLY_DAY and (_ON_CONDITION.match(units[last + 1].text) or _gives_day(units[last + 1], FILLED.sub("", straight(units[last + 1].text)))):
            last += 1
        beyond = last
        if not _put_right(units, last) and not _called_off(units, last):
            yield ByDay(first, last, asked)


def _goes_on_from_a_deed(units: Sequence[Unit], at: int) -> bool:
    """Tell whether somebody who comes back to others by a day has just said what they do until then: "I'll take it to the product people, ..."."""
    if not _COMES_BACK.search(straight(units[at].text)) or not at or not same_place(units[at - 1], units[at]):
        return False
    before = straight(units[at - 1].text)
    return units[at - 1].words <= LONGEST and _I_DO.search(before) is not None and not _is_none(before) and _names(units[at - 1])


def _put_right(units: Sequence[Unit], last: int) -> bool:
    """Tell whether whoever promised soon gives another day, and nothing else: which one holds, only they know."""
    days = {found[0].casefold() for found in _A_DAY.finditer(units[last].text)}
    soon = [i for i in takewhile(lambda i: units[i].time - units[last].time <= SOON, range(last + 1, len(units))) if units[i].participant == units[last].participant]
    own = any(same_place(units[i], units[last]) and i <= last + 2 and _PUTS_RIGHT.match(straight(units[i].text)) for i in soon)
    others = ({found[0].casefold() for found in _A_DAY.finditer(units[i].text)} for i in soon if not same_place(units[i], units[last]) and _gives_day(units[i], FILLED.sub("", straight(units[i].text))))
    return own or any(other and not other <= days for other in others)


def _called_off(units: Sequence[Unit], last: int) -> bool:
    """Tell whether somebody else says soon that it is not needed, or that the day is none."""
    soon = takewhile(lambda i: units[i].time - units[last].time <= CALLED_OFF, range(last + 1, len(units)))
    return any(units[i].where == "turn" and not same_place(units[i], units[last]) and (_CANNOT if units[i].participant == units[last].participant else _NEEDED_NOT).search(straight(units[i].text)) for i in soon)


def _promised(units: Sequence[Unit], at: int) -> int | None:
    """Return with which unit the day is given of what ``units[at]`` says that its speaker does, or None if it is no promise."""
    text = FILLED.sub("", straight(units[at].text))
    will = _I_DO.search(text)
    if will is None or _is_none(text):
        return None
    if re.match(r"we\b", will[0], re.I) and at and same_place(units[at - 1], units[at]) and _READ_OUT.search(units[at - 1].text):
        return None
    behind = _PASTLY.sub("", _NOT_THEN.sub("", text[will.start() :]))
    if (_BY.search(_SPANS.sub("", behind)) if will["can"] else _DAY.search(behind)) or _BY.search(_PASTLY.sub("", _NOT_THEN.sub("", text[: will.start()]))) and not will["can"] and not re.match(r"\W*(?:so|in)\b", text, re.I):
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
    found = _ONLY_DAY.match(said) if unit.words <= ONLY_DAY and (not ends_as_question(unit.text) or _OFFERS.match(said)) else None
    return found is not None and not _OTHERS.search(_DAY.sub("", said[found.end() :])) and not _SESSION.search(said)


def _only_days(units: Sequence[Unit], at: int) -> int | None:
    """Return the last unit of a turn that gives nothing but a day, from ``units[at]`` on, where it begins."""
    begins = at == 0 or not same_place(units[at - 1], units[at])
    if units[at].where != "turn" or not begins or not _gives_day(units[at], FILLED.sub("", straight(units[at].text))) or not _BY.search(straight(units[at].text)):
        return None
    turn = list(takewhile(lambda i: same_place(units[i], units[at]), range(at, min(len(units), at + WITHIN))))
    rest = _DAY.sub(" ", " ".join(straight(units[i].text) for i in turn))
    tells = any(token.tag_ in ("VBD", "VBZ", "VBP") for i in turn for token in units[i].tokens)
    return turn[-1] if not tells and len(re.findall(r"\w+", rest)) <= REST and sum(units[i].words for i in turn) <= ONLY_DAY and not any(ends_as_question(units[i].text) or _is_none(straight(units[i].text)) for i in turn) else None


def _is_none(text: str) -> bool:
    usual = _USUAL.search(text)
    return usual is not None and not (usual[0].startswith("?") and _OFFERS.match(text)) or _SESSION.search(text) is not None or _TOLD.search(text) is not None or is_no_promise(text)


def _leans(units: Sequence[Unit], at: int, last: int) -> bool:
    """Tell whether a promise is of what its words do not name: "I'll clean it", or "I will"."""
    if not any(_names(units[i]) for i in range(at, last + 1)) or _UNTIL.search(straight(units[at].text)):
        return True
    will = next((n for n, token in enumerate(units[at].tokens) if token.lower_ in ("'ll", "’ll", "will", "can", "could", "going", "leave", "give")), 0)
    pointing = next((n for n, token in enumerate(units[at].tokens) if n > will and token.lower_ in ("it", "them", "that", "those", "this") and token.pos_ == "PRON" and token.dep_ in ("dobj", "pobj", "nsubj", "ccomp")), None)
    objects = (token.pos_ == "NOUN" and (n < (pointing or 0) or token.dep_ in ("dobj", "appos")) and not _DAYWORD.match(token.lower_) for n, token in enumerate(units[at].tokens))
    return _COMES_BACK.search(straight(units[at].text)) is not None or pointing is not None and not any(objects)


def _says_little(units: Sequence[Unit], at: int, last: int) -> bool:
    """Tell whether a promise names only whom one asks or in which form one answers: "I'll ask my manager and come back to you next week"."""
    things = {token.lemma_.casefold() for i in range(at, last + 1) for token in units[i].tokens if token.pos_ == "NOUN" and not _DAYWORD.match(token.lower_)}
    return things <= _ANY_FORM


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


def _own_before(units: Sequence[Unit], at: int) -> int | None:
    """Return what the same person said just before, in a turn of its own, that they will do."""
    near = takewhile(lambda i: units[at].time - units[i].time <= SOON, range(at - 1, -1, -1))
    own = (i for i in near if units[i].participant == units[at].participant and units[i].where == units[at].where and not same_place(units[i], units[at]))
    return next((i for i in own if _I_DO.search(straight(units[i].text)) and _names(units[i]) and not _is_none(straight(units[i].text))), None)


def _names(unit: Unit) -> bool:
    """Tell whether a sentence names a thing, days apart."""
    return any(token.pos_ == "NOUN" and not _DAYWORD.match(token.lower_) for token in unit.tokens)


def _asked(units: Sequence[Unit], at: int, promised: bool) -> int | None:
    """Return where somebody else asked right before for what a promise does not name."""
    between: set[tuple[str, int]] = set()
    for i in range(at - 1, -1, -1) if units[at].where == "turn" else ():
        if units[at].time - units[i].time > SOON:
            return None
        if units[i].where != "turn" or units[i].participant == units[at].participant or not units[i].text[:1].isupper():
            continue
        said = straight(units[i].text)
        asks = (ends_as_question(said) or _ASKS_FOR.search(said)) and not _NO_ASKING.search(said)
        if units[i].words <= ASKS and asks and _names(units[i]) and not _I_DO.search(said):
            return i
        if asks and not promised:
            return None  # a day replies to the last question
        if not any(same_place(units[j], units[i]) and ends_as_question(units[j].text) for j in range(max(0, i - TURN), i)):
            between.add((units[i].where, units[i].index))
        if len(between) > 1:
            return None  # others spoke meanwhile
    return None
