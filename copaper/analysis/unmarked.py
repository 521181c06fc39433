"""What can be told of speech that does not show where sentences end: what was announced, asked and put on dates.

No sentence can be cut out of such speech. But whoever moves a meeting on, asks, or says what comes next does so
in a few set words, and a turn ends where somebody else begins: between these, words can be quoted as they stand.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

from copaper.analysis.answers import YES_OR_NO
from copaper.analysis.people import bots_of
from copaper.codes import initials
from copaper.records import Evidence, Message, Session, Span, Turn
from copaper.textclean import is_housekeeping, straight

NAMED = 14
"""Words behind what announces a matter that are quoted at most."""
READ_OUT = range(18, 56)
"""Words of an agenda that is read out that are quoted: a full stop among the first of them ends only a caption."""
FIRST = 6
"""Words behind an announcement, by which it names something or not."""
OPENING = 600.0
"""Seconds from the first word within which somebody reads out the agenda."""
ANEW = 45.0
"""Seconds within which the same is announced again."""
SHORTEST, LONGEST = 5, 50
"""Words of a question, from how it begins to the end of its turn."""
MATTER, SURE, ASKED = 2, 3, 4
"""Words of its matter that what comes next, a question that is typed or replied to outright, and any other have to have: with fewer it is often a fragment."""
STEM = 5
"""Letters by which words are the same in another form."""
TALK = 180.0
"""Seconds around a message in which something of its matter is spoken of, if it is on the topic."""
LED = 4
"""Words of a caption that may lead up to a question to which nobody replies outright: further on it may be none."""
SOON = 20.0
"""Seconds within which somebody else begins to reply."""
SOON_WRITTEN = 300.0
"""The same where somebody writes."""
REPLY, BEFORE = range(8, 31), 60
"""Words of a reply that are quoted: a full stop among the first of them ends only a caption; and words within which "the short answer is" is looked for."""
NEAR = 18
"""Words between a day and what is planned for it."""
AROUND, AHEAD = 6, 60
"""Words around these that are quoted, and words that are quoted of what comes next at most."""
TOGETHER = 150
"""Characters between two plans of a turn that are told as one."""

RUN, SEVERAL = (2, 3), 3
"""Words of what is said several times, and how many times that is."""

_WORD = re.compile(r"[^\s]+")
_NAMED_WORD = re.compile(r"[\w'’-]+|[.?!]")
_STOP = re.compile(r"[.?!](?=\s|$)")
_NOTHING = r"(?! (?:to|the agenda|agenda|it|that|this|these|here|and)\b)"
_ORDINAL = r"(?:next|first|second|third|fourth|fifth|last|final|main|only)"
_CALLS = re.compile(
    rf"\b(?:next(?: item| one| topic)? up(?: (?:on|for) (?:the|our|today's) (?:agenda|list))?(?: (?:is|are|we have|we've got))?|(?:the|our|today's) {_ORDINAL} (?:agenda )?(?:item|topic)(?: up)?(?: (?:on|for) (?:the|our|today's) (?:agenda|list))? (?:is|will be)|"
    rf"(?:{_ORDINAL} )(?:agenda )?(?:item|topic) (?:up|on (?:the|our|today's) (?:agenda|list))(?: is)?|(?:first|next|finally|lastly) (?:up )?we(?: have|'ve got)(?! to\b)|"
    rf"(?:that|which) brings us(?: on)? to|let's (?:now |just |go ahead and |then )*(?:go|get|jump|move|dive|turn)(?: ahead| on| over| straight| right)*(?: in)?to{_NOTHING})\b",
    re.I,
)
"""How somebody moves a meeting on to a matter, which they name in the next words."""
_AGENDA = re.compile(r"\b(?:(?:on )?(?:the|our|today's) agenda(?: for)? (?:today|tonight|this (?:morning|afternoon|evening))|on (?:the|our|today's) agenda (?:we|is|are)|(?:today|this (?:morning|afternoon|evening))(?: I'm| I am)?,? we(?:'re| are|'ll| will)(?: all)?(?: going to)?(?: be)? (?:discuss|talk|look|hear|cover|focus)(?:ing)?)\b", re.I)
"""How somebody says what a meeting is going to speak of."""
_ROUTINE = re.compile(r"\b(?:introductions?|(?:community )?updates?|re-?introductions?|announcements?|reminders?|housekeeping|queue|questions|slides?|started|screen|chat|your hands?|the call|back)\b", re.I)
"""What is a part of every meeting, or of its conduct."""
_NO_NAME = re.compile(r"(?:or|any|has|have|had|if|so|but|because|actually|let's|I|we|you|this|that|it|here|there)\b", re.I)
"""What does not begin the name of a matter."""
_OPENS = re.compile(
    r"\b(?P<asks>(?:how|what) about|how (?:do|does|did|is|are|can|could|would|will|should|many|much|long|often|far|soon)|what(?:'s| is| are| was| were| do| does| did| can| would| will| kinds? of| sorts? of| happens| if)|"
    r"why (?:is|are|was|do|does|did|would|should|can't|isn't)|(?:when|where) (?:do|does|did|will|is|are|can|could|would|should)|who (?:is|are|was|will|would|can|does)|which (?:\w+ )?(?:is|are|do|does|would|should|one)|"
    r"(?:is|are|was|were|isn't|aren't) (?:it|this|that|the|these|those|your|our|he|she|a)|(?:does|did|can|could|would|will|should|has|doesn't) (?:it|this|that|the|your|our|a))\b(?!'(?!s\b))|"
    r"\b(?P<turned>(?:do|does|did|are|were|can|could|would|will|should|shall|have|has|isn't|aren't|don't(?! I)|doesn't|didn't|can't|couldn't|wouldn't|won't|shouldn't|haven't|hasn't) (?:you|we|they|I(?! mean)|there|anyone|anybody|someone|somebody|people)|is (?:there|anyone|anybody))\b(?!')|"
    r"\b(?P<told>I(?:'m| am| was| just| also)* (?:wonder(?:ing|ed)?|curious)|my (?:next |other |first |second |only |last )?question (?:would be|is(?: around| on| about)?|was|around|on|about))\b",
    re.I,
)
"""How a question begins: with what is asked for or with its verb before a noun, with its verb before "you" or "we", or told as one."""
_OPEN_BEHIND = frozenset("so and but or okay ok yeah yes well right then just like now actually because um uh oh also maybe sorry thanks thank please hi hello basically wondering curious question".split())
"""Words after which a question may open that can as well go on from a sentence: "the problem is the price", "I saw what is there"."""
_NOT_BEHIND = frozenset("i we you they he she it that who which what how where when why this there to know whatever all see things ways".split())
"""Words after which no verb turns before "you" or "we"."""
_CHAIR = re.compile(
    r"\b(?:any (?:\w+ ){0,3}(?:questions?|comments?|thoughts?|concerns?|updates?|objections?|announcements?|feedback|business)|(?:anything|something) else|any(?:one|body) (?:else|new|want|have|like|on)|(?:hear|see) (?:me|us|you|my|this|the screen)|makes? sense|go ahead|go first|want to (?:go|speak|take|start|introduce|say|add|jump|come|share|comment|respond|talk)|like to (?:go|speak|take|start|introduce|say|add|jump|come|share|comment|respond|talk|make|give)|"
    r"(?:is|was) that (?:an? )?(?:okay|ok|right|correct|fair|it|all)|okay with|my approval|(?:want to|wanna|like to|mind) (?:maybe |just |quickly |briefly )*(?:give|giving|talk|take|get|walk|run|kick|cover|go|share|present|speak|say|add|comment|read|summari[sz]e|discuss|introduce)|(?:give|have|get|share) (?:us |me )?(?:an? |any |some )?(?:\w+ )?(?:updates?|overview|summary|context)|walk us|hand up|breaking up|come up|chime in|speak up|how are you|how much time|why don't|(?:your|the|another|a|this) question|are you (?:there|here|still)|sounds? good|next (?:week|call|meeting)|my screen|(?:un)?mute|want me to|raise (?:your|an?)|in the (?:chat|queue)|you know what I|your audio|thank you|thanks|let's|a link|excuse me)\b",
    re.I,
)
"""What a chair asks for the sake of the meeting, or anybody about the call."""
_TALKS_ON = re.compile(r"\b(?:so that's|that's why|that's what|but (?:yes|yeah|no|I|we)|I (?:feel|think|hope|guess|believe|mean|don't|just|would|was|will|can|have|want)|I'(?:ll|m|d|ve)(?! an?\b)|we(?:'ll| will)|so (?:I|we|it's|yeah|yes)|it's just|no matter)\b", re.I)
"""What shows, behind the first words of a question, that its speaker went on to tell something."""
_ASKS = re.compile(rf"{_OPENS.pattern}|^\W*(?:(?:so|and|but|or|then)\W+)?(?:who|what|which|when|where|why|how)\b", re.I)
"""The same of what is written, with a question mark at its end."""
_HANGS = re.compile(r"\b(?:and|the|an?|um|uh|because|if|but)$", re.I)
"""How a turn ends that somebody broke into."""
_TRAILS = re.compile(r"(?: (?:and|or|the|an?|of|to|in|on|with|for|is|are|was|we|they|it|that|which|has|have|had|not|as|so|but|when|because|be|by|at|if|will|our|this|just|like)){1,5}$|(?: (?:and|or|the|an?|of|with|our|because|have an)){1,3}\.$", re.I)
"""What a quotation ends on that was cut where it goes on."""
_CAPITAL_NEXT = re.compile(r"[ -](?!I\b)[A-ZÀ-ÖØ-Þ]\w")
_CAPITALS = re.compile(r"(?: (?!I\b)[A-ZÀ-ÖØ-Þ][\w'’.-]*+)++")
"""Between these a name would be cut in two."""
_REQUEST = re.compile(r"\W*(?:would you mind|(?:can|could|would|will) you)\b", re.I)
_COURTESY = re.compile(r"\W*(?:(?:okay|ok|yeah|yes|thank you|thanks|please|so|all|very much|right|excuse me|sorry)\W*)*", re.I)
_FOR_A_FACT = re.compile(r"\W*(?:(?:what(?! about| if)|how(?! about)|why|when|where|who|which)\b|(?:I|my)\b)", re.I)
_LEADS = r"\W*(?:(?:so|well|okay|ok|um|uh|oh|and|yeah|right|sure|that(?:'s| is)(?: an?)?|an?|very|really|great|excellent|good|fair|interesting|question|point|thank you|thanks)\b\W*){0,6}"
_SAYS = r"(?:yes|yep|yup|no|nope|absolutely|correct|exactly|definitely|of course|certainly|not (?:yet|really|right now|at the moment|necessarily|exactly|at all)|I (?:don't|do not) (?:know(?! (?:if|that) I)|think so|believe so)|I (?:think|believe) so|it depends)\b"
_THERE = r"there(?:'s| is| are| isn't| aren't| will be)\b(?! (?:an? )?(?:good|great|excellent|interesting|fair|other|another)\b)"
_YES_NO = re.compile(
    rf"{_LEADS}(?P<says>{_SAYS})|\W*(?:(?:so|well|okay|ok|um|uh|oh)\W+)*(?P<agrees>(?:yeah|sure)(?= (?:exactly|absolutely|definitely|for sure|it|it's|that|that's|they|they're|we|we're|there|there's|you can|I think (?:so|it|that|we|they))\b))|"
    rf"{_LEADS}(?P<tells>{_THERE}|(?:this|it) is (?:not |only |just )?(?:limited|meant|intended|available|part|planned|open|still|the)\b|it(?: is|'s) not\b|it (?:does|doesn't|will|won't)\b|they (?:do|don't|are|can)\b)",
    re.I,
)
_FACT = re.compile(rf"{_LEADS}(?P<tells>{_THERE})", re.I)
_ONLY_NODS = re.compile(r"\W*(?:$|(?:please|thanks?|thank you|sure|okay|ok|go ahead)\b)", re.I)
"""What follows a "yes" that answers no question: "yes please"."""
_SHORT_ANSWER = re.compile(r"\bthe (?:short |simple |quick |easy )?answer (?:is|would be)\b(?! (?:to|that I)\b)", re.I)
_MONTH = r"(?:january|february|(?-i:March)|april|(?-i:May)|june|july|august|september|october|november|december)"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_WHEN = re.compile(rf"\b(?:next (?:week|month|year|quarter|{_DAY}|time)|(?:the )?following (?:week|month|{_DAY})|in (?:a|two|three|four|six|\d) (?:weeks?|months?)|(?:this|on|every) {_DAY}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th) (?:of )?{_MONTH}|on the \d{{1,2}}(?:st|nd|rd|th)|(?:first|second|third|fourth|last) (?:week|{_DAY}) (?:of|in)|tomorrow|end of (?:the|this) (?:week|month|year|quarter))\b", re.I)
_PLANNED = re.compile(
    r"\b(?:(?:we|I)(?:'ll| will| won't)|we(?:'re| are) (?:going to|gonna|not|skipping|meeting|hosting|having|planning)|(?:there|it) (?:will|won't)|(?:is|are|they're|were) going to (?:be|happen|take place|have|start)|will (?:be|not be|probably|have|take place|happen|start|not have)|"
    r"no (?:\w+ ){0,3}(?:call|meeting|session|webinar)|cancel(?:l?ed|l?ing)?|skip(?:ped|ping)?|(?:is|are) (?:coming up|happening|taking place|the deadline|due)|(?:starts|begins|takes place|opens|closes) (?:on|at|in)|deadline)\b",
    re.I,
)
_OCCASION = re.compile(r"\b(?:calls?|meetings?|meet|sessions?|webinars?|workshops?|conference|events?|plenary|summit|plugfest|deadline|registration|hackathon|face-to-face|training|course|interop(?:erability)?(?: event)?|drafts?|ballots?|elections?|releases?)\b", re.I)
_PAST = re.compile(r"\b(?:welcome|hello|this is|last (?:week|month|year|time|call|meeting)|yesterday|ago|we (?:did|had|were|talked|met|said)|(?:was|were|had) (?:\w+ )?(?:held|on|at))\b", re.I)
_SUPPOSED = re.compile(r"\b(?:if|would|could|might|maybe|imagine|suppose|say|when)\W*(?:\w+\W+){0,3}$", re.I)
_CLAUSE = re.compile(r"\b(?:(?:and|so|but) )?(?:we|I|the|there|our|this|it|they|please|next|registration|tomorrow)\b", re.I)
_SIGN = re.compile(r"^\s*(?:q\s*[+-]|[+-]\s*[q1]\b|/?s/|\+1|-1|@|present\+|\^|:\w+:)", re.I)
"""How a message begins that is a sign to the queue or to whoever takes minutes, or speaks to one person."""
_RELAYS = re.compile(r"^\s*[\w.|]+(?: \w+)? ?: ")
"""How a message begins that writes down what another says."""
_CHATS = re.compile(
    r"\b(?:thanks?|thank you|thx|hi|hello|hey|bye|sorry|lol|haha|hope to see you|see you|happy to|count me|add me|add you(?:rself)?|call on you|I(?:'ll| will)|I have to|have to (?:go|drop|jump|leave)|I joined|joined late|great (?:work|question|job|point|presentation)|good (?:question|point)|excellent|hear (?:you|me|anyone|the)|audio|browser|mute[d]?|recording|drop(?:ping)? off|be right back|brb|you(?:'re| are) (?:next|muted)|queue|s/he|ask your|anyone wants|apparently|(?:texted|emailed))\b|[:;]-?[)D(P]|!!|[\U0001F600-\U0001F64F]",
    re.I,
)
"""What people write to one another about the call, or out of courtesy."""
_LEANS = re.compile(r"^\W*(?:and|but|or|so|because|which|that|this|these|those|it|its|they|he|she|yes|yeah|no|not|see|thought|think|i agree|also|then|though|however|agreed?|same|here|there|me|my|sounds?|seems?|maybe|perhaps|exactly|right|true|as|like|would|could|should|don't|isn't|are|is|was|do|does|did|can|good|great|love|very|just|cool|nice)\b|^\W*\(", re.I)
"""How a message begins that goes on from another, or asks."""
_TO = re.compile(r"\s*@\s?(\w+)\b")
"""How a message begins that replies to somebody."""
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.I)
WRITTEN_SHORTEST, WRITTEN_LONGEST = 9, 60
"""Words of a message that is quoted."""


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
            if len(_matter(said.quote[found.end() - found.start() :])) > 2 * MATTER:
                return said
    return None


def _up_to(text: str, begin: int, words: range) -> int:
    """Return where what is said from ``begin`` on ends: at a full stop within the range of ``words``, or with the last of them."""
    ends = [word.end() for word in _WORD.finditer(text, begin)][: words.stop]
    return next((end for end in ends[words.start :] if _STOP.match(text, end - 1)), ends[-1] if ends else begin)


def announced(session: Session) -> list[Evidence]:
    """Return the names of the matters to which somebody moves the meeting on, in time, without the words that do."""
    found: list[Evidence] = []
    for turn in session.turns:
        for call in _CALLS.finditer(straight(turn.text)):
            said = _from(turn, call.end() + len(turn.text[call.end() :]) - len(turn.text[call.end() :].lstrip(" ,:")), call.end(), NAMED)
            named = " ".join(said.quote.split()[:FIRST])
            anew = found and said.time - found[-1].time < ANEW
            if not anew and not _NO_NAME.match(named) and not _ROUTINE.search(named) and _matter(named):
                found.append(said)
    return found


def asked(session: Session) -> list[Asked]:
    """Return what somebody asked at the end of a turn, where another speaks next, in time."""
    bots = bots_of(session)
    found = []
    for turn, after in zip(session.turns, session.turns[1:], strict=False):
        if turn.participant in bots or after.participant == turn.participant or after.start - turn.end > SOON:
            continue
        if (place := _question_in(straight(turn.text))) is not None:
            question, led = _evidence(turn, *place[:2]), place[2]
            reply = _reply(question.quote, after)
            if reply or led <= LED and len(_matter(question.quote)) >= ASKED:
                found.append(Asked(question, reply))
    return found


def _question_in(text: str) -> tuple[int, int, int] | None:
    """Return where a question begins and ends that ends a turn, and how many words of its caption lead up to it."""
    begin, end = _last_caption(text)
    words = [word for word in _WORD.finditer(text, begin, end)]
    if len(words) < SHORTEST:
        return None
    earliest, latest = words[max(0, len(words) - LONGEST)].start(), words[-SHORTEST].start()
    for opened in _OPENS.finditer(text, earliest, end):
        if opened.start() > latest or not _may_open(opened, text[begin : opened.start()]):
            continue
        own = text[opened.start() : end]
        lost = _TALKS_ON.search(own, opened.end() - opened.start()) or _HANGS.search(own) or _CHAIR.search(own) or is_housekeeping(own)
        return None if lost or len(_matter(own)) < SURE else (opened.start(), end, len(text[begin : opened.start()].split()))
    return None


def _may_open(opened: re.Match[str], before: str) -> bool:
    """Tell whether a question opens behind these words of its caption."""
    last = re.findall(r"[\w']+", before)[-1:]
    if not last:
        return True
    return bool(opened["told"]) or last[0].casefold() in _OPEN_BEHIND or bool(opened["turned"]) and last[0].casefold() not in _NOT_BEHIND


def _last_caption(text: str) -> tuple[int, int]:
    """Return where the last words of a turn begin and end that no full stop divides before a capital, courtesies apart."""
    end = len(text.rstrip(" ."))
    while True:
        stops = [found.end() for found in _STOP.finditer(text, 0, end) if text[found.end() :].lstrip()[:1].isupper()]
        begin = max(stops, default=0)
        if not begin or not _COURTESY.fullmatch(text, begin, end):
            return begin, end
        end = begin - 1


def typed(session: Session) -> list[Asked]:
    """Return what was asked in the chat, with what was written in reply to it or to whoever asked, in time."""
    names = {person.id: [word.casefold() for word in re.findall(r"\w+", " ".join((person.name, *person.aliases, *person.codes, *sorted(initials(person.name)))))] for person in session.participants}
    bots = bots_of(session)
    found = []
    for message in session.messages:
        text = straight(message.text).strip()
        matter = _matter(_ADDRESS.sub(" ", text))
        if not text.endswith("?") or message.participant in bots or not SHORTEST <= len(text.split()) <= LONGEST or len(matter) < SURE or _ADDRESS.search(text) or _SIGN.search(text) or _CHAIR.search(text) or _CHATS.search(text) or not _ASKS.search(" ".join(text.split()[: SHORTEST + LED])):
            continue
        after = [other for other in session.messages[message.index + 1 :] if other.participant != message.participant and other.time - message.time < SOON_WRITTEN]
        to_it = (other for other in after if other.reply_to == message.index or (to := _TO.match(other.text)) and to[1].casefold() in names.get(message.participant, ()))
        reply = next((other for other in to_it if (len(other.text.split()) > LED or YES_OR_NO.match(straight(_TO.sub("", other.text, count=1)))) and not other.text.rstrip().endswith("?") and not _CHATS.search(straight(other.text))), None)
        found.append(Asked(_whole(message), _whole(reply) if reply else None))
    return found


def _reply(question: str, turn: Turn) -> Evidence | None:
    """Return the beginning of a turn that replies, from where it answers outright."""
    text = straight(turn.text)
    head = " ".join(text.split()[:BEFORE])
    if found := _SHORT_ANSWER.search(head):
        return _cut(turn, found.start(), _up_to(turn.text, found.start(), REPLY))
    found = None if _REQUEST.match(question) else _FACT.match(text) if _FOR_A_FACT.match(question) else _YES_NO.match(text)
    if found is None or _ONLY_NODS.match(text, found.end()):
        return None
    begin = next(found.start(name) for name in ("says", "agrees", "tells") if found.groupdict().get(name))
    return _cut(turn, begin, _up_to(turn.text, begin, REPLY))


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
    return said if _OCCASION.search(said.quote) and len(_matter(said.quote)) >= MATTER else None


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


def written(session: Session) -> list[Evidence]:
    """Return messages of the chat that tell something, whole, in time: no signs to the queue, no courtesies, nothing to one person."""
    bots = bots_of(session)
    found = []
    for message in session.messages:
        text = straight(message.text)
        bare = _ADDRESS.sub(" ", text)
        if message.participant in bots or not WRITTEN_SHORTEST <= len(bare.split()) <= WRITTEN_LONGEST or _ADDRESS.search(text) or text.rstrip().endswith("?"):
            continue
        if any(pattern.search(text) for pattern in (_SIGN, _RELAYS, _CHATS, _LEANS)) or is_housekeeping(text) or len(_matter(text)) < 2 * MATTER:
            continue
        found.append(_whole(message))
    return found


def is_on_the_talk(session: Session, said: Evidence, topic: str) -> bool:
    """Tell whether a message has a word of the matter of its ``topic`` or of what is spoken then."""
    spoken = " ".join(turn.text[cue.at : after.at if after else len(turn.text)] for turn in session.turns for cue, after in zip_longest(turn.cues, turn.cues[1:]) if abs(cue.start - said.time) <= TALK)
    own, talk = ({word[:STEM] for word in _matter(text)} for text in (said.quote, f"{topic} {spoken}"))
    return not own.isdisjoint(talk)


def _whole(message: Message) -> Evidence:
    return Evidence(where="message", index=message.index, start=0, end=len(message.text), time=message.time, participant=message.participant, quote=message.text)


def voices(session: Session, begin: float, end: float) -> frozenset[str]:
    """Return who speaks between two times."""
    return frozenset(turn.participant for turn in session.turns if any(begin <= cue.start < end for cue in turn.cues))


def often(session: Session, spans: Sequence[Span]) -> list[tuple[str, int]]:
    """Return what is said several times within ``spans``: two or three words of the matter that follow one another, and how many times, most first."""
    times: Counter[str] = Counter()
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for turn in session.turns:
        for cue, after in zip_longest(turn.cues, turn.cues[1:]):
            if not any(span.from_time <= cue.start <= span.to_time for span in spans):
                continue
            words = words_named(turn.text[cue.at : after.at if after else len(turn.text)])
            for size in RUN:
                for run in zip(*(words[place:] for place in range(size)), strict=False):
                    if all(_matter(word) for word in run) and len(set(map(str.casefold, run))) == size:
                        known = " ".join(run).casefold()
                        times[known] += 1
                        written[known][" ".join(run)] += 1
    found = sorted(((phrase, count) for phrase, count in times.items() if count >= SEVERAL), key=lambda one: (-one[1] * len(one[0].split()), one[0]))
    kept: list[tuple[str, int]] = []
    for phrase, count in found:
        if not any(f" {phrase} " in f" {other.casefold()} " or f" {other.casefold()} " in f" {phrase} " for other, _ in kept):
            kept.append((min(written[phrase], key=lambda form: (-written[phrase][form], form)), count))
    return kept


def words_named(text: str) -> list[str]:
    """Return the words and full stops of a text."""
    return _NAMED_WORD.findall(text)


def _from(turn: Turn, begin: int, end: int, words: int) -> Evidence:
    """Return what a turn says from ``begin``, up to ``words`` words behind ``end`` or the next full stop."""
    return _cut(turn, begin, _on(turn.text, end, words))


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
    return {word for word in re.findall(r"[a-z][a-z'-]{2,}|[a-z]*\d\w*|\b[A-Z]{2,}\b", text.casefold()) if word not in ENGLISH_STOP_WORDS and word not in _SAYS_LITTLE}


_SAYS_LITTLE = frozenset(
    """yeah yes okay well right know think just like really actually going thing things kind sort stuff lot guess mean want let's that's it's there's we're i'm you're don't
    have got get gets let say said talk talking question questions look looking see little bit quick quickly maybe people everybody everyone today good great sure make makes does doing did done anybody somebody anyone someone kinda gonna maybe cool""".split()
)
