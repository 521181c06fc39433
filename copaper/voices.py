"""Which part people play in a session, as far as the talk itself shows it beyond doubt: who chairs it, who was asked to it
as a guest, and who presents what.

A paper that withholds names has little else to tell its voices apart. Whoever reads the agenda knows these: they give
away no more than it does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple
from weakref import ReferenceType, ref

from copaper.displaynames import taken_apart
from copaper.nameparts import WORD, fold
from copaper.namewords import NOT_NAMES, OFFICES
from copaper.records import Participant, Role, Session, Span, Turn
from copaper.textclean import straight

CHAIR, GUEST, MINISTER, DEPUTY, PRESENTER, SECRETARY = PARTS = "Chair", "Guest", "Minister", "Deputy minister", "Presenter", "Cabinet secretary"

ACTS, BUSY, SECOND, OFTEN, OFTEN_TOO = 5, 3, 0.35, 0.1, 0.2
"""What a chair does to run the meeting, and in how many turns, at least; of a second chair also as a share of the first one's;
and as shares of all turns of the one and of the other."""
LED = 6
"""Times that somebody beside a chair calls others by name who leads a part of the meeting, at least."""
CALLS, CALLS_MORE, CALLS_OFTEN = 12, 2.5, 0.15
"""Times that a chair who does nothing else to run a meeting calls others by name, how many times as often as anybody else, and in which share of their turns, at least."""
OPENING, CLOSING = 0.1, 0.93
"""Shares of the turns until and after which somebody opens or closes a meeting."""
ENDS = 12
"""Words at the end of a turn in which a chair calls whoever speaks next."""
AT_LENGTH, AT_LEAST, MAIN = 300, 45.0, 0.35
"""Words of a turn in which somebody presents; seconds of it that stand in a topic, and the share of the topic's talk that is
the presenter's, at least."""
HAND_OVER = 200
"""Characters at the end of a chair's turn that tell who has the floor."""
FIRST, REACH = 6, 700
"""Turns at the beginning in which guests are welcomed at least, and characters of a welcome."""
MOST_INTRODUCED, INTRODUCTION = 6, 40
"""Turns after a chair has asked guests to introduce themselves, and words of an introduction, at most."""

_WE = r"(?:we(?:'ll| will|'re going to| are going to| can| should| could| shall)?|let's|let us|I(?:'ll| will|'d like to| would like to|'m going to| am going to| want to)?|can (?:we|I)|shall we)"
_RUNS = re.compile(
    rf"\b{_WE} (?:now |just |then |quickly |also )?(?:go|move|turn|get|jump|head) (?:straight |right |back |over )?(?:on(?:to)? )?(?:to|into) (?:(?:the|our|your|a|item|agenda|question|topic|another) )?(?:next|first|second|third|last|final|item|agenda|question|topic|speaker)"
    rf"|\b(?:{_WE}|moving|now) (?:now |just |then )?(?:move|moving) (?:on\b|along\b|forward to\b)"
    rf"|\b{_WE} (?:now |just )?(?:hand|pass|give|turn) (?:it |this |things |the floor |the mic )?(?:over |back |on )?to\b"
    r"|\b(?:over to (?:you|(?-i:[A-Z])\w+)|you have the floor|(?:the )?floor is yours|has the floor|take it away|please go ahead|go ahead, (?:please|(?-i:[A-Z])\w+))\b"
    r"|\b(?:next|first|final|last) (?:up|question|speaker|item|topic|presenter|presentation|on (?:the|our) (?:queue|agenda|list)|in (?:the|our) queue)\b(?:,? (?:is|comes|will be|goes|we have|from|on the|in the)\b|[,:.])"
    r"|\b(?:we (?:have|'ve got) (?:a )?(?:reply|question|comment|point of order|clarifying question) from|(?:is|are) (?:next )?(?:on|in) the queue|the queue is (?:empty|now)|anyone else on the queue)\b"
    r"|\b(?:(?:we(?:'ll| will) )?now (?:go|proceed|continue|return) to|we will (?:continue|proceed) (?:with|to)|I(?:'ll| will) (?:now )?(?:call|invite|bring in)) (?!you\b)"
    r"|\bany (?:other|more|further|final|last) (?:questions|comments|thoughts|topics|business|items|supplementar\w+|points)\b.{0,60}\?"
    r"|\b(?:(?:questions|question) (?:now )?(?:from|is from) (?-i:[A-Z])|supplementar(?:y|ies))\b",
    re.I,
)
"""How people give the floor, take it back, and move a meeting on."""
_OPENS = re.compile(
    r"\bwelcome,? (?:everyone|everybody|all|back|to (?:the|this|our|today))\b|\b(?:let's|let us|shall we|we can|I'll) (?:get|go ahead and get|make a) (?:started|start)\b|\bcall (?:the|this|our) \w*\s?meeting to order\b"
    r"|\b(?:today's|our) agenda\b|\bon (?:the|our|today's) agenda\b",
    re.I,
)
_CLOSES = re.compile(
    r"\bthanks?(?: you)?,?(?: all| everyone| everybody)?(?: so much| very much)?,? for (?:coming|joining|attending|your attendance|being here|your time)\b|\b(?:meeting|session|committee|house) (?:is|stands) (?:now )?adjourned\b"
    r"|\b(?:close|end|conclude|wrap up) (?:the|this|today's|our) (?:meeting|session|call|webinar)\b|\bthat(?:'s| is| was) (?:all|it) (?:for|we have for) (?:today|this)\b|\bsee (?:you|everyone|everybody)(?: all)? (?:next|in (?:two|a)|tomorrow)\b",
    re.I,
)
"""How people open and close a meeting."""
_CHAIRS = r"(?:(?:mr|madam|madame)\.? (?:deputy |vice |acting )?(?:chair(?:man|woman|person)?|speaker)|chair(?:man|woman|person)?)"
_TO_CHAIR = re.compile(rf"^\W*(?:(?:yes|no|okay|so|well|sure|right)\W+)?(?:(?:thank you|thanks)(?: very much| so much)?,? {_CHAIRS}\b|{_CHAIRS},)", re.I)
"""How people begin whom a chair has given the floor."""
_WELCOMES = re.compile(r"\b(?:(?:pleased|delighted|happy|like|want|honou?red|glad|can I|may I|to) (?:also )?(?:to )?(?:welcome|introduce)(?: back)?|(?:am|are|is|'re|'m) joined (?:today |here |now )?by|(?:pleased|delighted|happy) to have)\b", re.I)
_END = re.compile(r"(?<=[a-z]{2})[.?!]\s|\b(?:thank you|apologies)\b", re.I)
_OFFICE = re.compile(
    r"(?-i:(?: [A-Z]{2,3})?),? (?:(?:who is|who's|is|as|the|our|Her Majesty's|His Majesty's) )*(?:[\w'-]+ ){0,4}?(?:minister|secretary|director|commissioner|inspector|head|chief|chair|president|ceo|officer|professor|manager|lead|leader|ambassador|mayor|premier|adviser|advisor|governor|founder|lawyer|registrar|dean|principal)\b",
    re.I,
)
"""What says behind a name what its bearer is."""
_MINISTER = re.compile(r"\b(?:minister|cabinet secretary)\b", re.I)
_SECRETARY = re.compile(r"\bcabinet secretary\b", re.I)
_DEPUTY = re.compile(r"\b(?:deputy|junior|assistant|vice|parliamentary under)[\s-]+(?:minister|cabinet secretary|secretary)\b", re.I)
_INTRODUCE = re.compile(r"\bintroduce (?:yourself|yourselves)\b", re.I)
_STANDS_IN = re.compile(r"\b(?:substitut\w+|standing in|in place of|member of (?:the|this|our) committee)\b", re.I)
"""What is said of somebody who is welcomed as one of those who ask."""
_OF_OURS = re.compile(r"\b(?:[Oo]ur(?! guest\b)|[Mm]y|new)\b")
"""What says of an office, unless a minister's, that its bearer is one of those who welcome: "our new finance officer"."""
_I = r"\b(?:I(?:'m| am|'ll| will|'d like to| would like to| want to| wanted to|'ve been asked to)(?: (?:going to|gonna|just|also|be|here to|now|briefly|quickly))*|let me(?: just)?)"
_PRESENTS = re.compile(
    rf"{_I} (?:present(?:ing)?\b(?! (?:myself|itself|at|here)\b)|shar(?:e|ing) (?:my|the|a|some) (?:screen|slides?|deck|presentation)\b|giv(?:e|ing) (?:you )?(?:a|an|the|this) (?:\w+ )?(?:presentation|update|overview|talk|demo|introduction)\b|walk(?:ing)? (?:you|everyone|everybody|us|people) through)"
    r"|\bnext slide\b|\bmy (?:slides|presentation|talk)\b|\b(?:can|do) (?:you|everyone|everybody|people|folks) (?:all )?see (?:my|the) (?:screen|slides?)"
    r"|\b(?:this is|here is|here's) (?:a|an|the|my|our) (?:[\w'-]+ ){0,3}(?:update|presentation)\b"
    r"|\b(?:I'm|I am|we're|we are|I'd like to|I would like to|we'd like to) (?:just |now |really |also )?(?:ask(?:ing)?|seek(?:ing)?) (?:for |the committee for )?(?:stage|consensus|approval|advancement|feedback)\b",
    re.I,
)
"""How people speak who present something of their own."""
_ASKS_TO = re.compile(
    r"\byou(?:'d| would)? (?:also )?(?:want(?:ed)?|like(?:d)?|were going|are going) to (?:talk|speak|share|give|present|bring|introduce|discuss|walk)\b|\b(?:walk|take|talk) us through\b|\b(?:ready|like|want) to (?:present|introduce (?:this|it|the)|share|walk)\b|\b(?:presentation|demo|updates?) (?:from|by)\b",
    re.I,
)
"""How a chair gives the floor to somebody who presents."""


def parts(session: Session) -> dict[str, str]:
    """Return by id what the talk shows somebody to be throughout: chair, or a guest whom the chair welcomed by their office."""
    turns = [turn for turn in session.turns if turn.text.strip()]
    leading = chairs(session)
    early = [turn for turn in turns[: max(FIRST, len(turns) // 5)] if turn.participant in leading]
    guests = {**_introduced(session, turns, early), **_guests(session, early)}
    if MINISTER not in guests.values():  # told apart only from others
        guests = {id_: MINISTER if part == SECRETARY else part for id_, part in guests.items()}
    return {**guests, **dict.fromkeys(leading, CHAIR)}


def chairs(session: Session) -> list[str]:
    """Return who chairs, whoever does most first: who runs the meeting in more than one way, and is not spoken to as somebody else's meeting is; or two who
    give the floor by turns."""
    runs, calls, frames, busy, total, others = _acts(session)
    acts = Counter({who: runs[who] + calls[who] + frames[who] for who in total if who not in others})
    most = max(acts.values(), default=0)
    found = [
        who
        for who, count in acts.most_common()
        if count >= max(ACTS, SECOND * most)
        and busy[who] >= BUSY
        and count >= (OFTEN if count == most else OFTEN_TOO) * total[who]
        and (sum(map(bool, (runs[who], calls[who], frames[who]))) > 1 or count == most and _calls_most(who, calls, total))
        and (count == most or min(runs[who], calls[who]) > 1)
    ]
    return found or _by_turns(calls, total, others)


def leaders(session: Session) -> list[str]:
    """Return who chairs, and who else calls others to speak by their names so often that they lead a part of the meeting."""
    _, calls, _, _, total, others = _acts(session)
    first = chairs(session)
    return first + [who for who, count in calls.most_common() if first and who not in first and who not in others and count >= max(LED, CALLS_OFTEN * total[who])]


class _Acts(NamedTuple):
    """What people do to run a meeting, counted by id: move it on, call others to speak, open and close it; in how many turns they do any of it, how
    many turns they have; and who spoke to somebody else as its chair."""

    runs: Counter[str]
    calls: Counter[str]
    frames: Counter[str]
    busy: Counter[str]
    total: Counter[str]
    others: frozenset[str]


_counted: dict[int, tuple[ReferenceType[Session], _Acts]] = {}
"""The counts of sessions that are still held, by where they are in memory: a session's own hash reads all of it."""


def _acts(session: Session) -> _Acts:
    """Return what people do to run a meeting, counted once for a session however often it is asked."""
    held = _counted.get(id(session))
    if held is None or held[0]() is not session:
        key = id(session)
        held = _counted[key] = (ref(session, lambda _: _counted.pop(key, None)), _count(session))
    return held[1]


def _count(session: Session) -> _Acts:
    turns = [turn for turn in session.turns if turn.text.strip()]
    called = {person.id: _called(person) for person in session.participants}
    total = Counter(turn.participant for turn in turns)
    busy, runs, calls, frames = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    others: set[str] = set()
    for n, turn in enumerate(turns):
        text, who = straight(turn.text), turn.participant
        after = turns[n + 1] if n + 1 < len(turns) and turns[n + 1].participant != who else None
        run = _RUNS.search(text) is not None
        call = 0 if after is None else _calls(text, called.get(after.participant, frozenset())) + (_TO_CHAIR.search(straight(after.text)) is not None)
        frame = (n < OPENING * len(turns) and _OPENS.search(text) is not None) + (n > CLOSING * len(turns) and _CLOSES.search(text) is not None)
        runs[who] += run
        calls[who] += call
        frames[who] += frame
        busy[who] += bool(run or call or frame)
        if _TO_CHAIR.search(text):
            others.add(who)
    return _Acts(runs, calls, frames, busy, total, frozenset(others))


def _by_turns(calls: Mapping[str, int], total: Mapping[str, int], others: Collection[str]) -> list[str]:
    """Return the two who call others by name far more often than anybody else does, as one alone does who chairs."""
    both = sorted((who for who in calls if who not in others), key=lambda who: -calls[who])[:2]
    next_ = max((count for other, count in calls.items() if other not in both), default=0)
    return both if len(both) == 2 and all(calls[who] >= max(LED, CALLS_MORE * next_, CALLS_OFTEN * total[who]) for who in both) else []


def _calls_most(who: str, calls: Mapping[str, int], total: Mapping[str, int]) -> bool:
    """Tell whether somebody calls others by name far more often than anybody else does: whoever gives the floor in no words but a name."""
    next_ = max((count for other, count in calls.items() if other != who), default=0)
    return calls[who] >= max(CALLS, CALLS_MORE * next_, CALLS_OFTEN * total[who])


def _guests(session: Session, welcoming: Sequence[Turn]) -> dict[str, str]:
    """Return whom a chair welcomes by name and office, before they first speak; who stands in for a member, or holds an office
    of those who welcome, is no guest."""
    found: dict[str, str] = {}
    begins = {turn.participant: turn.index for turn in reversed(session.turns) if turn.text.strip()}
    names = [(person.id, name) for person in session.participants if person.role is not Role.BOT for name in _full_names(person)]
    for turn in welcoming:
        text = straight(turn.text)
        for welcome in _WELCOMES.finditer(text):
            said = _END.split(text[welcome.end() : welcome.end() + REACH])[0]
            places = sorted((*place, id_) for id_, name in names if (place := _place_of(name, said)))
            ends = [*(at for at, _, _ in places[1:]), len(said)]
            for (at, until, id_), end in zip(places, ends, strict=False):
                told = _OFFICE.match(said[until:end])
                if told and turn.index < begins.get(id_, len(session.turns)) and not _STANDS_IN.search(said[at:end]) and (part := _part_of(told[0])):
                    found.setdefault(id_, part)
    return found


def _introduced(session: Session, turns: Sequence[Turn], asking: Sequence[Turn]) -> dict[str, str]:
    """Return who tell their names and offices when a chair asks them to, if one of them then mostly speaks after questions of others."""
    people = {person.id: person for person in session.participants}
    asked = {turn.index for turn in asking if _INTRODUCE.search(straight(turn.text))}
    found: dict[str, str] = {}
    for turn in (turn for n, first in enumerate(turns) if first.index in asked for turn in turns[n + 1 : n + 1 + MOST_INTRODUCED]):
        text = straight(turn.text)
        places = [place for name in _full_names(people[turn.participant]) if (place := _place_of(name, text))] if turn.participant in people else []
        told = _OFFICE.match(text[places[0][1] :]) if places and len(text.split()) <= INTRODUCTION else None
        if told and (part := _part_of(told[0])):
            found[turn.participant] = part
    return found if any(_is_asked(turns, id_) for id_ in found) else {}


def _is_asked(turns: Sequence[Turn], id_: str) -> bool:
    """Tell whether somebody mostly speaks after questions of others."""
    before = [straight(before.text).rstrip() for before, own in pairwise(turns) if own.participant == id_ != before.participant]
    return sum(text.endswith("?") for text in before) > len(before) / 2


def _part_of(office: str) -> str:
    """Return as what somebody is welcomed by their office, or an empty string for one of those who welcome."""
    if _MINISTER.search(office):
        return DEPUTY if _DEPUTY.search(office) else SECRETARY if _SECRETARY.search(office) else MINISTER
    return "" if _OF_OURS.search(office) else GUEST


def _place_of(name: Sequence[str], said: str) -> tuple[int, int] | None:
    """Return where the folded words of a name are first said one after another, from the first to behind the last."""
    words = list(WORD.finditer(said))
    folded = [fold(word[0]) for word in words]
    for first in range(len(words) - len(name) + 1):
        own = words[first : first + len(name)]
        if folded[first : first + len(name)] == list(name) and all(said[one.end() : other.start()].isspace() for one, other in pairwise(own)):
            return own[0].start(), own[-1].end()
    return None


def _full_names(person: Participant) -> list[tuple[str, ...]]:
    """Return the words of somebody's first name and surname as they are said, folded."""
    words = [[fold(word[0]) for word in WORD.finditer(taken_apart(name).name)] for name in (person.name, *person.aliases)]
    bare = [[word for word in own if word not in NOT_NAMES | OFFICES and len(word) > 2] for own in words]
    return sorted({tuple(own[:3]) for own in bare if len(own) > 1})


def _called(person: Participant) -> frozenset[str]:
    """Return the folded words by which somebody may be called to speak."""
    words = {fold(word[0]) for name in (person.name, *person.aliases, *person.codes) for word in WORD.finditer(taken_apart(name).name)}
    return frozenset(word for word in words if len(word) > 2 and word not in NOT_NAMES | OFFICES)


def _calls(text: str, names: frozenset[str]) -> bool:
    """Tell whether a turn ends by calling one of these ``names``."""
    last = [word[0] for word in WORD.finditer(text)][-ENDS:]
    return any(fold(word) in names and word[:1].isupper() for word in last)


class Presenting(NamedTuple):
    """From when to when somebody presents a topic, in seconds from the start."""

    begin: float
    end: float
    participant: str


def presenting(session: Session, spans: Sequence[Span]) -> tuple[Presenting, ...]:
    """Return who presents in each of the ``spans`` of the topics: one who says so at length there, if no other does and none talks longer."""
    turns = [turn for turn in session.turns if turn.text.strip()]
    leading = frozenset(chairs(session))
    asked = {n + 1 for n, turn in enumerate(turns) if turn.participant in leading and _ASKS_TO.search(straight(turn.text)[-HAND_OVER:])}
    long = [turn for n, turn in enumerate(turns) if turn.participant not in leading and len(turn.text.split()) >= AT_LENGTH and (n in asked or _PRESENTS.search(straight(turn.text)))]
    found = []
    for span in spans:
        seconds: Counter[str] = Counter()
        for turn in session.turns:
            seconds[turn.participant] += max(0.0, min(turn.end, span.to_time) - max(turn.start, span.from_time))
        begun = {turn.participant: turn.start for turn in reversed(long) if min(turn.end, span.to_time) - max(turn.start, span.from_time) >= AT_LEAST}
        if len(begun) == 1:
            who, start = next(iter(begun.items()))
            if seconds[who] == max(seconds.values()) and seconds[who] >= MAIN * sum(seconds.values()):
                found.append(Presenting(max(start, span.from_time), span.to_time, who))
    return tuple(found)
