"""What a session itself takes down of what came of it: whoever leads goes over it once more at the end, or somebody types it into the chat.

Such words are the surest that there are of decisions and promises, as those who were there heard them and could object. They are
quoted whole, and nothing is made of them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from copaper.analysis.people import bots_of
from copaper.analysis.steering import OTHERS_SURER, Act, steered
from copaper.analysis.units import Unit, quoted, same_place
from copaper.records import Evidence, Message, Session
from copaper.textclean import ends_as_question, straight

LATE = 0.75
"""Share of the spoken sentences behind which a session is gone over."""
SHORTEST, LONGEST = 25, 190
"""Words of it, of one turn."""
LEAST_ADDED, ADDED, MEANWHILE, SOON = 8, 60, 15, 45.0
"""Words of what whoever goes over it adds at once, at least and at most, words of others in between, and seconds."""
LEAST_HEARD = 2
"""Sentences of it that settle, refuse, leave open, put off or give to do, at least, where nobody says in so many words that it is gone over."""
OTHERS, LASTS = 2, 0.5
"""Turns of others in between, at most, and seconds that a word takes."""
OFTEN = 2
"""Notes of one writer from which a word counts that agrees with somebody as well: "agreed: ..."."""
AT_MOST = 20
"""Notes that are kept."""

_BEGINS = r"(?:^|[.?!,;:—–-] ?|\b(?:so|and|just|then|okay|ok|yes|now|right|well|let me|let's|I'll|I will|I'm going to|we'll|to|quickly|very) )"
_GOES_OVER = re.compile(
    rf"{_BEGINS}(?:go|run|read|say|walk)(?: (?:just|quickly|very|once more|again|us|you|it|them|that)){{0,2}} (?:back|over|through) (?:quickly |again )?(?:what(?: it is)? (?:we|was|has|have)|everything|the (?:decisions|list|actions|action items|promises))|"
    r"(?:^|[.?!;] ?|\b(?:so|okay|ok|and|now|right|well|then)[,.]? )(?:the |our |today's )?(?:decisions|agreements|action (?:items|points))(?=[,.:]| (?:are|were|then|that|let me|of today)\b)|"
    r"\bwhat (?:did|have|do) we (?:now |actually |all |then )?(?:decided?|agreed?|settled?|resolved?|take (?:away|home|with us))\b|"
    r"\b(?:so|and|then|is|over|of|back|up|through|with|repeat|read|summari[sz]e|recap)[:,]? what (?:we(?:'ve| have)?|was|has been)(?: all| now| just)? (?:decided|agreed|settled|resolved|have|got)\b(?! (?:to|in|from|on|is|are|left|seen|heard|learned|learnt|discussed|time)\b)|"
    rf"{_BEGINS}(?:recap|summari[sz]e|sum up|wrap up) (?:the |our |today's |what )(?:decisions|agreements|actions|action items|we(?:'ve| have) (?:decided|agreed|settled))",
    re.I,
)
"""How somebody begins to go over what came of a session."""
_READ_OUT = re.compile(
    r"\b(?:read|give|tell|go through|run through|take us through|list|repeat|summari[sz]e|recap)(?: (?:us|out|back|for us|quickly|please|to us|all|now|then|just)){0,3} (?:the |our |all the |today's )?(?:promises|decisions|tasks|actions?(?: items| points)?|commitments|resolutions|minutes|list|what (?:we|was|has been))\b", re.I
)
"""How somebody leading asks another to go over it."""
_KEPT = (Act.DECIDED, Act.REFUSED, Act.LEFT_OPEN, Act.PUT_OFF, Act.TASK)
NEAR = 8
"""Sentences behind that within which the other begins."""
_FURTHER = re.compile(
    r"^\W*(?:(?:and|so|okay|ok|then|now|good)\W+)*(?:(?:number|point|decision|item) (?:one|two|three|four|five|six|seven|eight|\d{1,2})\b|(?:second|third|fourth|fifth|last)(?:ly)?[,.:]|(?:then |and )?what (?:stays|remains|is still|we leave|we left) open\b|"
    r"(?:the |our )?(?:tasks|actions|action items|promises|to-dos)[.,:]|who does what\b)|[.!] (?:then |and )*(?:who does what|the tasks)[.,:]", re.I,
)
"""How whoever goes over it comes to the next thing, after others have said something."""
PARTS, IN_ALL = 8, 420
"""Passages that are told of it, and words of these, at most."""
_ASKS = re.compile(r"\b(?:did|have) (?:I|we) (?:forget|forgotten|miss|missed|leave|left)\b|\bwho did I forget\b|\banything (?:I|we)(?:'ve| have)? (?:forgot\w*|missed)\b", re.I)
_ENDS = re.compile(r"\bnext (?:session|meeting|webinar|call|one)\b|\b(?:thank you|thanks|to thank)\b|\bI(?:'d| would|'ll| will) (?:only|just|also) add\b|\b(?:goodbye|bye|go well)\b", re.I)
"""Where it goes over to what comes next."""
_NOTE = re.compile(
    r"^\W*(?:noted(?: by| for)?(?: (?-i:[A-Z])[\w'’.-]*){0,3}|(?:for|to) (?:the )?(?:notes|minutes|record|log)|minuted?|action(?: item| point)?s?(?: \d+)?|decisions?(?: \d+)?|decided|resolved|resolution|to[- ]?do|commitments?|promises?|AP ?\d*)\s*:\s*(?=\S)", re.I,
)
_AGREES = re.compile(r"^\W*agreed(?: (?-i:[A-Z])[\w'’.-]*){0,3}\s*:\s*(?=\S)", re.I)
_NEXT = re.compile(r"^\W*next(?: (?:session|meeting|webinar|date|call))?\s*[:–—-]\s*(?=.*\d)", re.I)
"""How somebody types into the chat what is to be kept."""
_SAYS_SOMETHING = 4
"""Words of a note, at least."""


def gone_over(session: Session, units: Sequence[Unit], leading: Collection[str]) -> tuple[Evidence, ...]:
    """Return where it is gone over near the end what came of a session: where one of those ``leading`` says in so many words that they do, or asks another to read it out,
    with what is added at once, and where anybody does so without saying it."""
    spoken = [unit for unit in units if unit.where == "turn"]
    said = next(filter(None, (_told(session, spoken, begin) for begin in _begins(spoken, leading))), ())
    kept = {place for one in steered(spoken, leading, _KEPT, OTHERS_SURER) for place in range(one.first, one.last + 1)}
    parts = list(said)
    for one in steered(spoken, leading, (Act.GOES_OVER,), OTHERS_SURER):
        ends = next((at for at in range(one.first + 1, one.last + 1) if _ENDS.search(straight(spoken[at].text))), one.last + 1)
        inside = range(one.first, ends)
        if one.first >= LATE * len(spoken) and len(kept.intersection(inside)) >= LEAST_HEARD and sum(spoken[at].words for at in inside) <= LONGEST and not any(spoken[at].evidence().common(part) for at in inside for part in parts):
            parts.append(quoted(session, spoken, one.first, ends - 1))
    parts.sort(key=lambda part: (part.time, part.index, part.start))
    words = [len(part.quote.split()) for part in parts]
    return tuple(part for number, part in enumerate(parts[:PARTS]) if sum(words[: number + 1]) <= IN_ALL)


def _begins(spoken: Sequence[Unit], leading: Collection[str]) -> Iterator[int]:
    """Yield where it is said in so many words that a session is gone over, near its end, the last such place first, or where it is read out."""
    for begin in range(len(spoken) - 1, int(LATE * len(spoken)) - 1, -1):
        if spoken[begin].participant in leading and _GOES_OVER.search(straight(spoken[begin].text)):
            yield begin
    if (begin := _read_out(spoken, leading)) is not None:
        yield begin


def _read_out(spoken: Sequence[Unit], leading: Collection[str]) -> int | None:
    """Return where somebody else begins to read out what came of a session, right after one of those ``leading`` asked for it near the end; the last such place counts."""
    for place in range(len(spoken) - 1, int(LATE * len(spoken)) - 1, -1):
        if spoken[place].participant in leading and _READ_OUT.search(straight(spoken[place].text)):
            behind = [at for at in range(place + 1, min(len(spoken), place + 1 + NEAR)) if spoken[at].participant != spoken[place].participant]
            begin = next((at for at in behind if sum(one.words for one in _run(spoken, at)) >= SHORTEST), None)
            if begin is not None:
                return begin
    return None


def _told(session: Session, spoken: Sequence[Unit], begin: int) -> tuple[Evidence, ...]:
    """Return what is gone over from a sentence on, if it says something."""
    first = begin
    while ends_as_question(spoken[first].text) or spoken[first].words <= _SAYS_SOMETHING and _GOES_OVER.search(straight(spoken[first].text)):
        if first + 1 >= len(spoken) or not same_place(spoken[first], spoken[first + 1]):
            return ()
        first += 1
    own = _run(spoken, first)
    if sum(unit.words for unit in own) < SHORTEST:
        return ()
    runs = [own, *_further(spoken, own[-1])]
    while len(runs) < PARTS and (added := _added(spoken, runs[-1][-1])):
        runs.append(added)
    words = [sum(unit.words for unit in run) for run in runs]
    return tuple(quoted(session, run, 0, len(run) - 1) for number, run in enumerate(runs[:PARTS]) if sum(words[: number + 1]) <= IN_ALL)


def _further(spoken: Sequence[Unit], last: Unit) -> list[list[Unit]]:
    """Return the further things that whoever goes over it comes to in later turns: "number two", "what stays open", "the tasks"."""
    found: list[list[Unit]] = []
    for place, unit in enumerate(spoken):
        if unit.index > last.index and unit.participant == last.participant and _FURTHER.search(straight(unit.text)) and not (found and same_place(found[-1][-1], unit)):
            run = _run(spoken, place)
            found += [run] if sum(one.words for one in run) >= _SAYS_SOMETHING else []
    return found


def _added(spoken: Sequence[Unit], last: Unit) -> list[Unit]:
    """Return what somebody adds to what they have gone over, right after others have said a few words."""
    words, turns = 0, 0
    for place, unit in enumerate(spoken):
        if unit.index <= last.index:
            continue
        if unit.participant == last.participant:
            more = _run(spoken, place) if unit.time - last.time <= SOON + LASTS * last.words else []
            return more if LEAST_ADDED <= sum(one.words for one in more) <= ADDED and not any(ends_as_question(one.text) for one in more) else []
        words += unit.words
        turns += not same_place(unit, spoken[place - 1])
        if words > MEANWHILE or turns > OTHERS:
            break
    return []


def _run(units: Sequence[Unit], first: int) -> list[Unit]:
    """Return the sentences of a turn from one on, up to where it asks whether something is missing, or goes over to what comes next."""
    found: list[Unit] = []
    for unit in units[first:]:
        text = straight(unit.text)
        if not same_place(unit, units[first]) or _ASKS.search(text) or found and (_ENDS.search(text) or ends_as_question(text)) or sum(one.words for one in found) + unit.words > LONGEST:
            break
        found.append(unit)
    return found


def noted(session: Session) -> tuple[Evidence, ...]:
    """Return what somebody, and no note-taking tool, typed into the chat to be kept: "Noted: ...", "Action: ...", in time."""
    bots = bots_of(session)
    found = [(message, match) for message in session.messages if message.participant not in bots and (match := _note(message, session)) is not None]
    return tuple(_as_evidence(message, match.end()) for message, match in found[:AT_MOST] if len(message.text[match.end() :].split()) >= _SAYS_SOMETHING)


def _note(message: Message, session: Session) -> re.Match[str] | None:
    text = message.text
    if text.rstrip().endswith("?"):
        return None
    if (match := _NOTE.match(text) or _NEXT.match(text)) is not None:
        return match
    match = _AGREES.match(text)
    own = sum(other.participant == message.participant and (_NOTE.match(other.text) or _AGREES.match(other.text)) is not None for other in session.messages)
    return match if match is not None and own >= OFTEN else None


def _as_evidence(message: Message, begin: int) -> Evidence:
    text = message.text.rstrip()
    return Evidence(where="message", index=message.index, start=begin, end=len(text), time=message.time, participant=message.participant, quote=text[begin:])
