"""What can be told of speech that does not show where sentences end: its agenda, what was put on dates, and what was asked and noted in writing.

No sentence can be cut out of such speech. But whoever reads out an agenda, or says what comes next, does so in a few
set words, behind which words can be quoted as they stand. What was asked aloud, and what moves a meeting on, cannot: of 23
such quotations three could be understood without the recording.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from spacy.lang.en.stop_words import STOP_WORDS

from copaper.analysis.answers import YES_OR_NO
from copaper.analysis.naming import stem
from copaper.analysis.people import bots_of
from copaper.codes import initials
from copaper.records import Evidence, Message, Session, Span, Turn
from copaper.textclean import straight

READ_OUT = range(18, 56)
"""Words of an agenda that is read out that are quoted: a full stop among the first of them ends only a caption."""
OPENING = 600.0
"""Seconds from the first word within which somebody reads out the agenda."""
SHORTEST, LONGEST = 5, 50
"""Words of a question."""
ASKS_WITHIN, REPLY = 9, 5
"""Words of a question within which it begins to ask, and of a message from which it replies whatever its words."""
MATTER, SURE, PLANNED = 2, 3, 8
"""Words of their matter that what comes next, a question and an agenda have to have, the last without what every meeting has: with fewer it is often
a fragment. The first are also the words before "it" that may tell what it is."""
STEM = 5
"""Letters by which words are the same in another form."""
SOON = 300.0
"""Seconds within which somebody writes a reply."""
NEAR = 18
"""Words between a day and what is planned for it."""
AROUND, AHEAD = 6, 60
"""Words around these that are quoted, and words that are quoted of what comes next at most."""
TOGETHER = 150
"""Characters between two plans of a turn that are told as one."""

RUN, SEVERAL = (2, 3), 3
"""Words of what is said several times, and how many times that is."""

NOTE, NOTES = (3, 60), 6
"""Words of a note, at least and at most, and how many somebody writes within minutes who takes notes: fewer are remarks."""
_NO_NOTE = re.compile(
    r"\b(?:I|I'm|I've|I'd|I'll|me|my|mine|we|we're|we've|we'll|us|our|let's|you|your|you're|thanks?|thx|ty|welcome|hi|hello|sorry|congrat\w*|great|please|lol|(?:ha){2,}h?|agreed?|yes|yep|yeah|no(?=[,.!])|nope|same|q)(?!\w)|"
    r"[@?]|https?://|[:;]-?[)D(]|[\U0001F300-\U0001FAFF]", re.I
)
"""What somebody writes of themselves, to others, or with a link."""

_WORD = re.compile(r"[^\s]+")
_NAMED_WORD = re.compile(r"[\w'’-]+|[.?!]")
_STOP = re.compile(r"[.?!](?=\s|$)")
_AGENDA = re.compile(r"\b(?:(?:on )?(?:the|our|today's) agenda(?: for)? (?:today|tonight|this (?:morning|afternoon|evening))|on (?:the|our|today's) agenda (?:we|is|are)|(?:today|this (?:morning|afternoon|evening))(?: I'm| I am)?,? we(?:'re| are|'ll| will)(?: all)?(?: going to)?(?: be)? (?:discuss|talk|look|hear|cover|focus)(?:ing)?)\b", re.I)
"""How somebody says what a meeting is going to speak of."""
_ROUTINE = re.compile(r"\b(?:agenda|topics?|(?:re-?)?introductions?|(?:relevant )?(?:community )?updates?|announcements?|reminders?|housekeeping|queue|questions|q&a|slides?|started|screen|chat|(?:your|the) (?:hands?|calls?|time)|discussions?)\b", re.I)
"""What is a part of every meeting, or of its conduct."""
_CHAIR = re.compile(
    r"\b(?:any (?:\w+ ){0,3}(?:questions?|comments?|thoughts?|concerns?|updates?|objections?|announcements?|feedback|business)|(?:anything|something) else|any(?:one|body) (?:else|new|want|have|like|on)|(?:hear|see) (?:me|us|you|my|this|the screen)|makes? sense|go ahead|go first|want to (?:go|speak|take|start|introduce|say|add|jump|come|share|comment|respond|talk)|like to (?:go|speak|take|start|introduce|say|add|jump|come|share|comment|respond|talk|make|give)|"
    r"(?:is|was) that (?:an? )?(?:okay|ok|right|correct|fair|it|all)|okay with|my approval|(?:want to|wanna|like to|mind) (?:maybe |just |quickly |briefly )*(?:give|giving|talk|take|get|walk|run|kick|cover|go|share|present|speak|say|add|comment|read|summari[sz]e|discuss|introduce)|(?:give|have|get|share) (?:us |me )?(?:an? |any |some )?(?:\w+ )?(?:updates?|overview|summary|context)|walk us|hand up|breaking up|come up|chime in|speak up|how are you|how much time|why don't|(?:your|the|another|a|this) question|are you (?:there|here|still)|sounds? good|next (?:week|call|meeting)|my screen|(?:un)?mute|want me to|raise (?:your|an?)|in the (?:chat|queue)|you know what I|your audio|thank you|thanks|let's|a link|excuse me)\b",
    re.I,
)
"""What a chair asks for the sake of the meeting, or anybody about the call."""
_TRAILS = re.compile(r"(?: (?:and|or|the|an?|of|to|in|on|with|for|is|are|was|we|they|it|that|which|has|have|had|not|as|so|but|when|because|be|by|at|if|will|our|this|just|like)){1,5}$|(?: (?:and|or|the|an?|of|with|our|because|have an)){1,3}\.$", re.I)
"""What a quotation ends on that was cut where it goes on."""
_CAPITAL_NEXT = re.compile(r"[ -](?!I\b)[A-ZÀ-ÖØ-Þ]\w")
_CAPITALS = re.compile(r"(?: (?!I\b)[A-ZÀ-ÖØ-Þ][\w'’.-]*+)++")
"""Between these a name would be cut in two."""
_MONTH = r"(?:january|february|(?-i:March)|april|(?-i:May)|june|july|august|september|october|november|december)"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_WHEN = re.compile(rf"\b(?:next (?:week|month|year|quarter|{_DAY}|time)|(?:the )?following (?:week|month|{_DAY})|in (?:a|two|three|four|six|\d) (?:weeks?|months?)|(?:this|on|every) {_DAY}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th) (?:of )?{_MONTH}|on the \d{{1,2}}(?:st|nd|rd|th)|(?:first|second|third|fourth|last) (?:week|{_DAY}) (?:of|in)|tomorrow|end of (?:the|this) (?:week|month|year|quarter))\b", re.I)
_PLANNED = re.compile(
    r"\b(?:(?:we|I)(?:'ll| will| won't)|we(?:'re| are) (?:going to|gonna|not|skipping|meeting|hosting|having|planning)|(?:there|it) (?:will|won't)|(?:is|are|they're|were) going to (?:be|happen|take place|have|start)|will (?:be|not be|probably|have|take place|happen|start|not have)|"
    r"no (?:\w+ ){0,3}(?:call|meeting|session|webinar)|cancel(?:l?ed|l?ing)?|skip(?:ped|ping)?|(?:is|are) (?:coming up|happening|taking place|the deadline|due)|(?:starts|begins|takes place|opens|closes) (?:on|at|in)|deadline)\b",
    re.I,
)
_OCCASION = re.compile(r"\b(?:calls?|meetings?|meet|sessions?|webinars?|workshops?|conference|events?|plenary|summit|plugfest|deadline|registration|hackathon|face-to-face|training|course|interop(?:erability)?(?: event)?|drafts?|ballots?|elections?|releases?)\b", re.I)
_PAST = re.compile(r"\b(?:welcome|hello|this is|meet again|last (?:week|month|year|time|call|meeting)|yesterday|ago|we (?:did|had|were|talked|met|said)|(?:was|were|had) (?:\w+ )?(?:held|on|at))\b", re.I)
_SUPPOSED = re.compile(r"\b(?:if|would|could|might|maybe|imagine|suppose|say|when)\W*(?:\w+\W+){0,3}$", re.I)
_CLAUSE = re.compile(r"\b(?:(?:and|so|but) )?(?:we|I|the|there|our|this|it|they|please|next|registration|tomorrow)\b", re.I)
_SIGN = re.compile(r"^\s*(?:q\s*[+-]|[+-]\s*[q1]\b|/?s/|\+1|-1|@|present\+|\^|:\w+:)", re.I)
"""How a message begins that is a sign to the queue or to whoever takes minutes, or speaks to one person."""
_CHATS = re.compile(
    r"\b(?:thanks?|thank you|thx|hi|hello|hey|bye|sorry|lol|haha|hope to see you|see you|happy to|count me|add me|add you(?:rself)?|call on you|I(?:'ll| will)|I have to|have to (?:go|drop|jump|leave)|I joined|joined late|great (?:work|question|job|point|presentation)|good (?:question|point)|excellent|hear (?:you|me|anyone|the)|audio|browser|mute[d]?|recording|drop(?:ping)? off|be right back|brb|you(?:'re| are) (?:next|muted)|queue|s/he|ask your|anyone wants|apparently|(?:texted|emailed))\b|[:;]-?[)D(P]|!!|[\U0001F600-\U0001F64F]",
    re.I,
)
"""What people write to one another about the call, or out of courtesy."""
_TO = re.compile(r"\s*@\s?(\w+)\b")
"""How a message begins that replies to somebody."""
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.I)
_ASKS = re.compile(
    r"^\W*(?:(?:so|and|but|or|then)\W+)?(?:who|whose|what|which|when|where|why|how)\b|\b(?:how|what) (?:about|if|much|many|long|often|far|soon)\b|"
    r"\b(?:is|are|was|were|do|does|did|can|could|would|will|should|shall|has|have)(?:n't)? (?:you|we|they|I|it|he|she|there|this|that|these|those|the|your|our|an?|any\w*|some\w*|people)\b|\b(?:wonder(?:ing|ed)?|curious|question)\b",
    re.I,
)
"""How a question begins."""
_POINTS = re.compile(
    r"\b(?P<sure>this|these|those|such|he|she|him|her)\b(?! (?:week|month|year|quarter|call|meeting|session|group|community|\w+day)\b)|"
    r"(?<!is )(?<!are )(?<!n't )\b(?P<there>there)\b(?! (?:is|are|was|were|will|would|won't|should|can|has|have)\b)|"
    r"\b(?P<maybe>it|its|them|they|their|that(?=\W*$| (?:is|was|would|could|does|works?)\b)|(?:is|was|can|could|would|does|will)(?:n't)? that)\b",
    re.I,
)
"""What points at something that may have been told before."""


class Asked(NamedTuple):
    """A question, and the beginning of the reply where it answers outright."""

    question: Evidence
    reply: Evidence | None


def agenda(session: Session) -> Evidence | None:
    """Return where somebody reads out the agenda near the beginning."""
    begun = session.turns[0].start if session.turns else 0.0
    for turn in session.turns:
        calls = list(_AGENDA.finditer(straight(turn.text)))
        for found, again in zip_longest(calls, calls[1:]):
            if turn.cue_at(found.start()).start > begun + OPENING:
                return None
            if again and again.start() < _up_to(turn.text, found.end(), READ_OUT):
                continue  # they begin anew
            said = _cut(turn, found.start(), _up_to(turn.text, found.end(), READ_OUT))
            if len(_matter(_ROUTINE.sub(" ", said.quote[found.end() - found.start() :]))) >= PLANNED:
                return said
    return None


def _up_to(text: str, begin: int, words: range) -> int:
    """Return where what is said from ``begin`` on ends: at a full stop within the range of ``words``, or with the last of them."""
    ends = [word.end() for word in _WORD.finditer(text, begin)][: words.stop]
    return next((end for end in ends[words.start :] if _STOP.match(text, end - 1)), ends[-1] if ends else begin)


def typed(session: Session) -> list[Asked]:
    """Return what was asked in the chat, with what was written in reply to it or to whoever asked, in time."""
    names = {person.id: [word.casefold() for word in re.findall(r"\w+", " ".join((person.name, *person.aliases, *person.codes, *sorted(initials(person.name)))))] for person in session.participants}
    bots = bots_of(session)
    found = []
    for message in session.messages:
        text = straight(message.text).strip()
        matter = _matter(_ADDRESS.sub(" ", text))
        if not text.endswith("?") or message.participant in bots or not SHORTEST <= len(text.split()) <= LONGEST or len(matter) < SURE or _ADDRESS.search(text) or _SIGN.search(text) or _CHAIR.search(text) or _CHATS.search(text) or not _ASKS.search(" ".join(text.split()[:ASKS_WITHIN])) or points_out(text):
            continue
        after = [other for other in session.messages[message.index + 1 :] if other.participant != message.participant and other.time - message.time < SOON]
        to_it = (other for other in after if other.reply_to == message.index or (to := _TO.match(other.text)) and to[1].casefold() in names.get(message.participant, ()))
        reply = next((other for other in to_it if (len(other.text.split()) >= REPLY or YES_OR_NO.match(straight(_TO.sub("", other.text, count=1)))) and not other.text.rstrip().endswith("?") and not _CHATS.search(straight(other.text))), None)
        found.append(Asked(_whole(message), _whole(reply) if reply else None))
    return found


def points_out(text: str) -> bool:
    """Tell whether the last sentence of a text points at what it does not tell: "does this work there", or "it" with nothing of a matter before."""
    last = _STOP.split(text.rstrip(" .?!"))[-1]
    return any(not found["maybe"] or len(_matter(last[: found.start()])) < MATTER for found in _POINTS.finditer(last))


def ahead(session: Session) -> list[Evidence]:
    """Return where somebody says what is planned for a day or week to come, in time."""
    found: list[Evidence] = []
    for turn in session.turns:
        text = straight(turn.text)
        for when in _WHEN.finditer(text):
            said = _plan(turn, text, when.start(), when.end())
            if said is None:
                continue
            if found and found[-1].index == said.index and said.start <= found[-1].end + TOGETHER:
                joined = _evidence(turn, found[-1].start, max(found[-1].end, said.end))
                if len(joined.quote.split()) <= AHEAD:
                    found[-1] = joined
                continue
            found.append(said)
    return found


def _plan(turn: Turn, text: str, begin: int, end: int) -> Evidence | None:
    """Return the words around a day that say what is planned for it, if they do."""
    left, right = _back(text, begin, NEAR), _on(text, end, NEAR)
    around = text[left:right]
    plan = min((found for found in _PLANNED.finditer(text, left, right)), key=lambda found: min(abs(found.start() - begin), abs(found.end() - end)), default=None)
    if plan is None or _PAST.search(around) or _SUPPOSED.search(text[left : min(begin, plan.start())]):
        return None
    first, last = min(begin, plan.start()), max(end, plan.end())
    opens = [found.start() for found in _CLAUSE.finditer(text, _back(text, first, AROUND), first)]
    said = _cut(turn, first if _CLAUSE.match(text, first) else max(opens, default=first), _on(text, last, 2 * AROUND))
    return said if _OCCASION.search(said.quote) and len(_matter(said.quote)) >= MATTER and not points_out(text[said.start : last]) else None


def _back(text: str, at: int, words: int) -> int:
    """Return where the last ``words`` words before a place begin, within what no full stop divides."""
    before = list(_WORD.finditer(text, 0, at))[-words:]
    stop = max((found.end() for found in _STOP.finditer(text, 0, at)), default=0)
    return next((word.start() for word in before if word.start() >= stop), at)


def _on(text: str, at: int, words: int) -> int:
    """Return where the ``words`` words behind a place end, or the full stop before."""
    stop = _STOP.search(text, at)
    ends = [word.end() for word in _WORD.finditer(text, at, stop.start() if stop else len(text))][:words]
    return max(ends, default=at)


def _whole(message: Message) -> Evidence:
    return Evidence(where="message", index=message.index, start=0, end=len(message.text), time=message.time, participant=message.participant, quote=message.text)


def noted(session: Session) -> list[Evidence]:
    """Return the messages of whoever takes notes in the chat, in time: one after another, whole, to nobody, and of what is said."""
    written: dict[str, list[Message]] = defaultdict(list)
    bots = bots_of(session)
    for message in session.messages:
        begins = message.text.lstrip()[:1]
        if NOTE[0] <= len(message.text.split()) <= NOTE[1] and begins.isalnum() and not begins.islower() and message.participant not in bots and not _NO_NOTE.search(straight(message.text)):
            written[message.participant].append(message)
    found: list[Message] = []
    for own in written.values():
        times = sorted(message.time for message in own)
        found += (message for message in own if bisect_right(times, message.time + SOON) - bisect_left(times, message.time - SOON) >= NOTES)
    return [_whole(message) for message in sorted(found, key=lambda message: (message.time, message.index))]


def voices(session: Session, begin: float, end: float) -> frozenset[str]:
    """Return who speaks between two times."""
    return frozenset(turn.participant for turn in session.turns if any(begin <= cue.start < end for cue in turn.cues))


def often(session: Session, spans: Sequence[Span]) -> list[tuple[str, int]]:
    """Return what is said several times within ``spans``: two or three words of the matter that follow one another, in any number, and how many times, most first."""
    times: Counter[str] = Counter()
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for words in map(words_named, said_within(session, spans)):
        for size in RUN:
            for run in zip(*(words[place:] for place in range(size)), strict=False):
                if all(_matter(word) for word in run) and len(set(map(str.casefold, run))) == size:
                    known = " ".join(map(stem, map(str.casefold, run)))
                    times[known] += 1
                    written[known][" ".join(run)] += 1
    found = sorted(((phrase, count) for phrase, count in times.items() if count >= SEVERAL), key=lambda one: (-one[1] * len(one[0].split()), one[0]))
    kept: dict[str, tuple[str, int]] = {}
    for known, count in found:
        phrase = min(written[known], key=lambda form: (-written[known][form], form))
        if not any(_overlap(known, other) for other in kept):
            kept[known] = (phrase, count)
    return [said for said in kept.values() if not _ROUTINE.search(said[0])]


def _overlap(one: str, other: str) -> bool:
    """Tell whether one phrase stands within the other, or both are pieces of a longer one: "working group" and "group of growers"."""
    first, second = one.split(), other.split()
    goes_on = any(len(first) > size <= len(second) - 1 and (first[-size:] == second[:size] or second[-size:] == first[:size]) for size in (1, 2))
    return goes_on or f" {one} " in f" {other} " or f" {other} " in f" {one} "


def said_within(session: Session, spans: Sequence[Span] | None = None) -> Iterator[str]:
    """Yield the captions of ``spans``, or all of them."""
    for turn in session.turns:
        for cue, after in zip_longest(turn.cues, turn.cues[1:]):
            if spans is None or any(span.from_time <= cue.start <= span.to_time for span in spans):
                yield turn.text[cue.at : after.at if after else len(turn.text)]


def words_named(text: str) -> list[str]:
    """Return the words and full stops of a text."""
    return _NAMED_WORD.findall(text)


def _cut(turn: Turn, begin: int, end: int) -> Evidence:
    """Return what a turn says from ``begin`` to ``end``, without the small words on which it would end where the turn goes on,
    and without half a name: a name may be withheld only as a whole."""
    goes_on = turn.text[end:].strip(" .")
    if _CAPITAL_NEXT.match(turn.text, end):
        end = next((run.start() for run in _CAPITALS.finditer(turn.text, begin, end) if run.end() == end), end)
    return _evidence(turn, begin, begin + len(_TRAILS.sub("", turn.text[begin:end])) if goes_on else end)


def _evidence(turn: Turn, begin: int, end: int) -> Evidence:
    quote = turn.text[begin:end].rstrip(" ,")
    return Evidence(where="turn", index=turn.index, start=begin, end=begin + len(quote), time=turn.cue_at(begin).start, participant=turn.participant, quote=quote)


def _matter(text: str) -> set[str]:
    """Return the words of a text that tell what it is about."""
    return {word for word in re.findall(r"[a-z][a-z'-]{2,}|[a-z]*\d\w*|\b[A-Z]{2,}\b", text.casefold()) if word not in STOP_WORDS and word not in _SAYS_LITTLE}


_SAYS_LITTLE = frozenset(
    """yeah yes okay well right know think just like really actually going thing things kind sort stuff lot guess mean want let's that's it's there's we're i'm you're don't
    have got get gets let say said talk talking question questions look looking see little bit quick quickly maybe people everybody everyone today good great sure make makes does doing did done anybody somebody anyone someone kinda gonna maybe cool""".split()
)
