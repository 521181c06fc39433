"""What whoever leads puts to those who met in words of their own, and how they then leave it: decided, left open, refused, put off.

"Let me say it so that it's clear: the fee stays, as a pilot, until December. Is that right?" says in a breath what was agreed, and
"then it's decided", a minute later, that it was. Chairs of communities speak so; committees have formulas
(:mod:`copaper.analysis.carried`). Only those who lead are heard here: others claim.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from copaper.analysis.statements import is_courtesy
from copaper.analysis.units import Unit, same_place
from copaper.records import EndingState, Finding, Kind, Theme
from copaper.textclean import ends_as_question, is_housekeeping, straight

TO_ALL = "to all"
"""How a finding says that whoever leads put it so to those who met."""
WITHIN = 180.0
"""Seconds before "then it's decided" within which it was put to all."""
PROPOSED = 300.0
"""The same before somebody says that a proposal is not taken up."""
TURNS = 4
"""Turns of whoever leads that are looked at before it."""
FEWEST, MOST = 8, 150
"""Words of what is put to all."""
BRIEF = 4
"""Words of a sentence that says something of it."""
SOON, ANSWERS = 45.0, 5
"""Seconds and sentences of others within which somebody agrees to it."""
MATTER, NAMED = 3, 2
"""Content lemmas of what is left open or refused, and of what is put off, beside those that say so."""
BACK = 4
"""Sentences of the same turn before it that may say what it is."""
SPOKEN = 90
"""Words of how a matter was left."""

_SO = r"^\W*(?:(?:okay|ok|so|and|right|well|good|now|but|then|um|uh|all right|alright|great|lovely|thank you|thanks|yes|ja)\W+)*"
_PUTS = re.compile(
    rf"{_SO}(?:(?:let|may|can) (?:me|I|us|we) (?:just |then |now |try to |please )*(?:say|put|phrase|word|read|state|formulate) (?:it|this|that)(?: (?:like this|like that|this way|differently|again|once more|back|simply|plainly))?(?:,? so(?: that)? (?:it|that|this)(?:'s| is) clear)?(?:\W+that\b)?|"
    r"(?:we|the community|this community|this group|everybody|everyone)(?:'ve| have)? (?:now |all |then )?(?:agree|agreed|decide|decided)(?:,[^,]{2,30},)?(?: here| today| then)* (?:that|to)\b|(?:the|our|my) (?:proposal|decision|agreement|resolution)(?: then| now)? is(?: this)?(?:\W+that\b)?|"
    r"what (?:we(?:'re| are| would be|'d be)?|I(?:'m| am)?) (?:agree(?:ing)?|decid(?:e|ing)|propos(?:e|ing)|say(?:ing)?)(?: then| now| here)? is(?:\W+that\b)?|(?:I|we)(?:'d| would)? (?:like to )?(?:propose|suggest)(?: then| now)?(?:\W+that\b))\W*",
    re.I,
)
"""How whoever leads begins to say what is to be agreed."""
_ASKS_WHETHER = re.compile(rf"{_SO}(?:then )?(?:for (?:ourselves|us|this community),? )?(?:can|shall|may|could|should) we (?:then |now |all )?(?:take (?:it|this|that) as (?:a |our )?(?:decision|decided|agreed)|agree|decide|say|settle)(?: then| now| on this| here)?,? that\b\W*", re.I)
"""The same as a question, to which others then say yes."""
_FIRM = re.compile(rf"{_SO}(?:(?:let|may|can) (?:me|I|us|we) [^.?!]{{0,40}}\b(?:so(?: that)? (?:it|that|this)(?:'s| is) clear|like this)|(?:we|the community|this community|this group|everybody|everyone)(?:'ve| have)? (?:now |all |then )?(?:agree|agreed|decide|decided)(?:,[^,]{{2,30}},)?(?: here| today| then)* (?:that|to)\b)", re.I)
"""The same where it is agreed as soon as somebody says yes."""
_ASKS = re.compile(
    r"^(?:[\w.'’ -]{0,60}[,.:]? )?(?:(?:is|are|was) (?:that|this|it|you|we|everybody|everyone|all)(?: all| both)? ?(?:right|correct|fine|ok|okay|agreed|good|possible|clear|happy|acceptable|in order)?\b|(?:can|could|will|would|do|does|shall|may) (?:you|we|I|everybody|everyone|all|that|this|it|the \w+)(?: all| both)? (?:\w+ ){0,2}?(?:live with|agree|accept|decide|support|work|do that|take that|say that)\b|"
    r"any (?:objections?|concerns?)|(?:is )?any(?:body|one) (?:against|opposed|not happy)|who is (?:for|against)|thumbs|hands|agreed|decided|right|correct|okay|ok|yes|fine|all right)\b[^?]{0,60}\?\W*$|\b(?:decided|agreed|thumbs,? please|is that (?:right|fine|ok|okay))\?\W*$", re.I
)
"""How it is asked whether that holds."""
_CLOSES = re.compile(
    r"(?:^|[,;] (?:so|then|and|and so) |\b(?:so|then) )(?:(?:okay|ok|so|right|good|well|and|then|all right|alright)\W+)*(?:it|that|this|they)(?:'s| is|'re| are) (?:all |then |now |hereby |both )?(?:agreed|decided|settled|resolved|accepted|adopted|approved)\b(?! (?:if|when|unless|or not|down|by|with|in|for|at|through|between|to)\b)|"
    r"^\W*(?:(?:okay|ok|so|right|good|then|well|no|none|nobody|thank you|thanks)\W+)*(?:agreed|decided|settled|resolved|adopted|carried)(?: then| everybody| all)?\W*[.!]?\W*$", re.I
)
_ASKS_IT = re.compile(r"\b(?:decided|agreed)\?\W*$", re.I)
_YES = re.compile(r"^\W*(?:(?:and|so|well|oh|um|uh|okay|ok)\W+)*(?:yes|yeah|yep|ja|aye|agreed|decided|sure|fine|good|perfect|okay|ok|all right|alright|sharp|correct|(?:that|it|this)(?:'s| is) (?:right|fine|good|correct|okay|ok|fair|reasonable|clear)|no objections?|I (?:can|could) (?:live with|agree|accept|support)|(?:I'm|we're|I am|we are) (?:happy|fine|okay|ok|in)|I (?:\w+ )?(?:agree|support)|I see (?:\w+ )?\w+ thumbs|(?:\w+ )?thumbs)\b(?!.*\b(?:but|not|n't)\b)", re.I)
_NO = re.compile(r"^\W*(?:(?:well|um|uh|chair|sorry)\W+)*(?:no\b(?! objections?)|I (?:do not|don't|cannot|can't)|but\b|not (?:really|quite|yet)|wait|hold on|nee\b)", re.I)
_OPEN = re.compile(
    r"\b(?:it|that|this|this one|that one|these|both|those|they|the (?:\w+ ){1,3}?)(?:'s|'re)? ?(?:therefore |then |still )?(?:stays?|remains?|is left|are left|is still|will stay|must stay) open\b|\b(?:we(?:'ll| will| must| should| can)?|let's|let us|I(?:'ll| will)?) (?:then |have to )?(?:leave|keep|note|record|put) (?:it|that|this|this one|that one|both)(?: down)? (?:as )?open\b|"
    r"\b(?:do not|don't) (?:think|believe|see) (?:that )?(?:we(?:'re| are)? |us )(?:going to |can |will |could |be able to |'ll )?,?(?: um,?| uh,?)? ?(?:settl\w+|clos\w+|resolv\w+|solv\w+|decid\w+|agree\w*)\b|\bwe(?:'re| are) not going to (?:settle|close|resolve|decide|agree on) (?:it|this|that)\b|\bwe(?:'ll| will) not (?:settle|close|resolve|agree on) (?:it|this|that)\b", re.I
)
_REFUSES = re.compile(
    r"\b(?:it|that|this|the (?:\w+ ){0,2}\w+)(?:'s| is| was) not (?:accepted|adopted|carried|supported|taken up|taken forward|going forward)\b|\bwe(?:'re| are)(?: therefore)? not (?:taking|going with|adopting|accepting|doing) (?:that|this|it|the \w+)\b|"
    r"\b(?:do not|don't) (?:think|see|hear)(?: that)?(?: there(?:'s| is))? (?:any |enough |much |the )?support for (?:this|that|it|the \w+)\b|\bthere(?:'s| is) (?:no|not enough|little) support for\b|\bas proposed and not (?:supported|accepted|agreed)\b", re.I
)
_PUTS_OFF = re.compile(
    r"\b(?:(?:is|are|be|gets?|was) (?:put off|postponed|moved|deferred|held over)|goes|moves|carries over|comes back|stands over)(?: then| over)?(?: as (?:the |a )?(?:\w+ )?(?:item|point|topic))? (?:to|until|till|for|at|in) (?:the next|our next|next|the) (?:\w+ )?(?:session|meeting|webinar|time|month|quarter)\b|"
    r"\b(?:we(?:'ll| will| must| have to)?|let's|let us|I(?:'ll| will)) (?:then |now |rather )?(?:put|keep|take|move|hold|leave|postpone|do|start with) (?:the )?[\w' -]{3,60}? (?:for|on the agenda (?:of|for)|to|until|till|at|in) (?:the next|our next|next) (?:session|meeting|webinar|time)\b", re.I
)
_PROPOSAL = re.compile(r"\b(?:(?:I|we)(?:'d| would)?(?: like to)? (?:therefore |now |also |just )?(?:propose|suggest|move|recommend) (?:that|a|an|the|to|we)\b|(?:my|our) (?:proposal|suggestion|motion) is\b|why (?:don't|can't) we\b|can(?:'t| not)? we not\b|(?:there|we) should be\b|(?:I|we)(?: want|(?:'d| would) like) (?:a|an|the|us to|this community to|that)\b)", re.I)
_ANNOUNCES = re.compile(r"\bI(?:'ve| have|'d like to make| want to make| would like to make)(?: got)? (?:a|one) (?:proposal|suggestion|motion)\b", re.I)
_LEANS = re.compile(rf"{_SO}(?:it|that|this|they|those|these)\b", re.I)
_FILLED = re.compile(r",? ?\b(?:um+|uh+|erm?)\b,?", re.I)
_SAYS_SO = frozenset("leave keep stay remain open settle close resolve decide agree put session meeting webinar time item agenda think today paper minute next first know note go move take".split())
"""Lemmas that say how a matter is left, and not what it is."""


def _plain(text: str) -> str:
    """Return words without what fills a pause, as patterns are written: as many or fewer."""
    return _FILLED.sub("", straight(text))


def with_refusals(findings: Sequence[Finding], themes: Sequence[Theme]) -> tuple[Finding, ...]:
    """Return ``findings`` with those as disputed that tell what whoever led said to be not agreed."""
    refused = [(ending.reply, ending.said) for theme in themes for ending in theme.endings if ending.state is EndingState.NOT_AGREED and ending.reply is not None]

    def told(finding: Finding) -> Finding:
        by = tuple(said for proposed, said in refused if 2 * finding.evidence[0].common(proposed) > finding.evidence[0].end - finding.evidence[0].start)
        return finding.model_copy(update={"disputed": by}) if by and not finding.disputed and finding.kind is not Kind.QUESTION else finding

    return tuple(map(told, findings))


BEGINS = re.compile(r"^\W*(?:(?:okay|ok|so|right|good|and|then|well|now)\W+)*", re.I)
"""What stands before what is put to all, and says nothing."""


class Put(NamedTuple):
    """Where whoever leads puts to all what is to be agreed: units ``first`` to ``last``, of the first without so many characters, and where it was ``closed``."""

    first: int
    last: int
    skipped: int
    closed: int | None


class Left(NamedTuple):
    """How a matter was left, in which units, and where it was proposed, if somebody refuses it."""

    state: EndingState
    first: int
    last: int
    proposed: int | None = None


def put_to_all(units: Sequence[Unit], leading: Collection[str]) -> list[Put]:
    """Return what those ``leading`` put to all and then say to be decided, or to which others say yes where they say that it is agreed, in time."""
    found: dict[int, Put] = {}
    for place, unit in enumerate(units):
        if unit.where != "turn" or unit.participant not in leading:
            continue
        text = _plain(unit.text)
        asked = ends_as_question(text)
        if (_ASKS_IT.search(text) if asked else _CLOSES.search(text)) and (not asked or _assent(units, place)):
            for turn in _turns_before(units, place):
                told = _block(units, [at for at in turn if at < place + asked])
                if told is not None:
                    found[told[0]] = Put(*told, place)
                    break
        elif _FIRM.match(text) and not asked:
            told = _block(units, [at for at in range(place, len(units[: place + 30])) if same_place(units[at], unit)])
            if told is not None and _assent(units, told[1]):
                found.setdefault(told[0], Put(*told, None))
    ordered = [found[first] for first in sorted(found)]
    return [one for one in ordered if not any(other is not one and other.first <= one.first and one.last <= other.last for other in ordered)]


def _turns_before(units: Sequence[Unit], place: int) -> Iterator[list[int]]:
    """Yield the places of each turn of the same person that ends with, or soon before, a sentence, the latest first."""
    near = list(takewhile(lambda at: units[place].time - units[at].time <= WITHIN, range(place, -1, -1)))
    own = [at for at in near if units[at].where == "turn" and units[at].participant == units[place].participant]
    for index in list(dict.fromkeys(units[at].index for at in own))[:TURNS]:
        yield sorted(at for at in own if units[at].index == index)


def _block(units: Sequence[Unit], turn: Sequence[int]) -> tuple[int, int, int] | None:
    """Return the first and last unit of what a turn puts to all, and how many characters only lead up to it, if it does."""
    first, skipped = None, 0
    whether = next((at for at in reversed(turn) if (led := _ASKS_WHETHER.match(straight(units[at].text)))), None)
    if whether is not None:
        led = _ASKS_WHETHER.match(straight(units[whether].text))
        return (whether, whether, led.end()) if led and FEWEST <= units[whether].words <= MOST else None
    for at in turn:
        led = _PUTS.match(straight(units[at].text))
        if led is not None:
            first, skipped = at, led.end()
    asks = next((at for at in turn if (first is None or at > first) and ends_as_question(units[at].text) and _ASKS.search(straight(units[at].text))), None)
    if first is None:
        if asks is None:
            return None
        said = [at for at in turn if at < asks]
    else:
        said = [at for at in turn if at >= first and (asks is None or at < asks)]
        if len(units[first].text[skipped:].split()) < BRIEF:
            said, skipped = said[1:], 0
    while said and (is_courtesy(units[said[0]]) or is_housekeeping(units[said[0]].text) or ends_as_question(units[said[0]].text) or first is None and units[said[0]].words < BRIEF):
        said, skipped = said[1:], 0
    said = list(takewhile(lambda at: not ends_as_question(units[at].text) and not is_courtesy(units[at]), said))
    words = sum(units[at].words for at in said)
    return (said[0], said[-1], skipped) if said and FEWEST <= words <= MOST else None


def _assent(units: Sequence[Unit], place: int) -> bool:
    """Tell whether somebody else soon agrees, and nobody says no before."""
    others = [unit for unit in units[place + 1 : place + 1 + 3 * ANSWERS] if unit.where == "turn" and unit.participant != units[place].participant]
    for unit in others[:ANSWERS]:
        text = straight(unit.text)
        if unit.time - units[place].time > SOON + 30 or _NO.match(text):
            return False
        if _YES.match(text):
            return True
    return False


def left_as(units: Sequence[Unit], leading: Collection[str]) -> Iterator[Left]:
    """Yield how those ``leading`` say that a matter was left which was not decided, in time, if that says of what."""
    beyond, refused = -1, set[int | None]()
    for place, unit in enumerate(units):
        if place <= beyond or unit.where != "turn" or unit.participant not in leading or ends_as_question(unit.text):
            continue
        text = _plain(unit.text)
        turn = [at for at in range(max(0, place - 10), min(len(units), place + 15)) if same_place(units[at], unit)]
        if _OPEN.search(text):
            last = max(at for at in turn if at == place or _OPEN.search(_plain(units[at].text)))
            first = _from_its_matter(units, turn, place, last)
            if first is not None:
                beyond = last
                yield Left(EndingState.LEFT_OPEN, first, last)
        elif _REFUSES.search(text):
            last = max(at for at in turn if at == place or at > place and _REFUSES.search(_plain(units[at].text)))
            proposed = _proposal_before(units, place, leading)
            if proposed not in refused and (proposed is not None or _says(units, place, last)):
                beyond = last
                refused.add(proposed)
                yield Left(EndingState.NOT_AGREED, last if proposed is not None else place, last, proposed)
        elif _PUTS_OFF.search(text):
            first = _from_its_matter(units, turn, place, place, NAMED)
            if first is not None:
                beyond = place
                yield Left(EndingState.PUT_OFF, first, place)


def _from_its_matter(units: Sequence[Unit], turn: Sequence[int], place: int, last: int, least: int = MATTER) -> int | None:
    """Return with which unit of a turn what is left so begins to be said: before a sentence that does not say it, or only points at it."""
    first = place
    for before in [at for at in reversed(turn) if at < place][:BACK]:
        if _says(units, first, last, least) and not _LEANS.match(straight(units[first].text)):
            break
        if is_courtesy(units[before]):
            break
        first = before if not ends_as_question(units[before].text) else first
    return first if _says(units, first, last, least) else None


def _says(units: Sequence[Unit], first: int, last: int, least: int = MATTER) -> bool:
    """Tell whether units say what is left so, in not too many words."""
    said = {lemma for unit in units[first : last + 1] for lemma in unit.lemmas} - _SAYS_SO
    return len(said) >= least and sum(unit.words for unit in units[first : last + 1]) <= SPOKEN


def _proposal_before(units: Sequence[Unit], place: int, leading: Collection[str]) -> int | None:
    """Return the last sentence with which somebody else proposed something some minutes before, or the first with which they then say it: "I've a proposal"."""
    near = takewhile(lambda at: units[place].time - units[at].time <= PROPOSED, range(place - 1, -1, -1))
    for at in near:
        if units[at].where == "turn" and units[at].participant not in leading:
            text = straight(units[at].text)
            if units[at].words >= FEWEST and not ends_as_question(text) and _PROPOSAL.search(text):
                return at
            if _ANNOUNCES.search(text):
                return next((then for then in range(at + 1, place) if units[then].participant == units[at].participant and units[then].words >= FEWEST and not ends_as_question(units[then].text)), None)
    return None
