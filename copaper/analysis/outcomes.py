"""What a meeting came to, where somebody says so: what was settled, and the chair's own list at the end.

These are few, short and plain, so that neither the choice of findings nor what readers like brings them
up; and nothing matters more to those who were not there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copaper.analysis.units import Unit
from copaper.records import Kind
from copaper.textclean import straight

LISTING = 100.0
"""Seconds for which a list of what was agreed goes on, and sentences of it at most."""
LISTED = 10
PROPOSED = 90.0
"""Seconds before "then it is decided" within which the proposal was made."""
SHORTEST, WHOLE = 5, 8
"""Words of an item of such a list, and of a sentence that says by itself what was settled."""
NAMED = 3
"""The same where it says how far something came, "you have stage 4": what came there is the topic it was said on."""
LONGEST = 60
LEAST_PROMISE = 4
"""Words of each of several promises in one sentence, at least."""
_JOINED = re.compile(r"[\s,;]*(?:[,;]\s*and)?\s*$", re.I)
SAME = 0.75
"""Share of the words of an item that another outcome has, from which it says nothing new."""

_SETTLED = re.compile(r"^(?:(?:and|so|okay|ok|all right|alright|right|good|well|then)\W+)*(?:it|that)(?:'s| is) (?:then |now |hereby )?(?:agreed|decided|resolved|settled)\b(?! (?:if|when|unless|or not|down|by|with|in|for|at|through|between)\b)", re.I)
_LED = (
    r"^(?:(?:and|so|okay|ok|all right|alright|right|good|great|well|then|yes|yeah|perfect|I (?:think|believe|guess)|sounds like|(?:it|that) (?:sounds|looks|seems) like)\W+(?:that )?|"
    r"(?:hearing|seeing|with) (?:no|nothing)[^,]{0,40}, ?)*+"
)
_CONSENSUS = re.compile(
    _LED + r"(?:(?:we|you)(?:'ve)? (?:do |now |also |then )?(?:have|got|reached|have reached|came to) (?:(?:a |full |general |clear )?consensus|(?:full |general )?agreement)"
    r"(?:(?P<what> (?:for|on|to|that) (?!(?:that|this|it)\W*$))|(?: (?:on|to) (?:that|this|it))?(?: then| here| everybody| now)?\W*$)|"
    r"(?:you have|you've got|(?P<ours>we have|we've got)) (?:stage|phase) (?:\d[\d.]*\b|zero\b|one\b|two\b|three\b|four\b|five\b)(?P<step>(?(ours) (?:for|on)\b|(?: (?:for|on|now|then|pending)\b|\W*$))))"
    r"(?!.*\b(?:if|unless|not|isn't|haven't|don't|until|but|would|except)\b)",
    re.I,
)
"""Nobody has "an agreement with" somebody here, and "we have phase 3 trials" tells of something else."""
_VOTED = re.compile(_LED + r"(?:I (?:hereby )?declare )?(?:the|this) (?:motion|amendment|proposal|resolution)s?(?: (?:is|was|are|has been|have been)(?: hereby| now| therefore| thus)?| therefore)? (?:carried|adopted|approved|agreed to|rejected|defeated|withdrawn|lost)(?: unanimously| without (?:a vote|objection))?\W*$", re.I)
_PROPOSES = re.compile(r"\b(?:I|we)(?:'d| would)? (?:therefore |now |also )?(?:(?:propose|suggest) (?:that|to|we)|move that)\b|\b(?:the|my|our) (?:proposal|motion|suggestion)\b.{0,40}\b(?:is|was) (?:that|to)\b", re.I)
_LISTS = re.compile(
    r"\b(?:summari[sz]e|sum up|recap(?:itulate)?|go (?:back )?(?:over|through)|repeat|read (?:out|back)|note) (?:briefly |quickly )?(?:what|the things|everything)(?: that)? (?:we|was|were|has been|have been)(?:'ve| have| all)* ?(?:agreed|decided|settled)(?: today| so far| here| now)?\W*(?:$|[.,:;])|"
    r"\b(?:to summari[sz]e|summari[sz]ing|to recap) (?:the |our |your )?(?:decisions?|commitments?|action (?:items|points)|actions)\b|\b(?:the|our|these) (?:decisions|commitments|action (?:items|points)) (?:of today |today |we (?:made|took) |so far )?(?:are|were)\W*$",
    re.I,
)
_ENDS = re.compile(r"\b(?:next (?:webinar|meeting|session|call|time)|thank|thanks|any (?:other|questions)|if (?:you|anybody|anyone)|goodbye|see you|did I (?:miss|forget))\b", re.I)
_OPEN = re.compile(r"\b(?:(?:isn't|is not|wasn't|not|no) (?:\w+ )?(?:agreed|agreement|decided|consensus)|parked|open question|still open|left open)\b", re.I)
_PROMISED = re.compile(
    r"\b(?:by|before|until|on) (?:the )?(?:end|beginning|middle|close|mon|tues|wednes|thurs|fri|satur|sun|next|this|first|second|third|\w+th\b|twent|thirt|\d|jan|feb|mar|apr|may\b|june|july|aug|sep|oct|nov|dec)|"
    r"\bcommitments?\b|\b(?!it\b|there\b|this\b|that\b)\w+ will (?:send|show|draft|write|bring|share|make|report|prepare|call|ask|find|check|give|look|post|organi[sz]e|host|help|follow)\b|\bI(?:'ll| will)\b",
    re.I,
)


NUMBERED = re.compile(r"^(?:(?:and|so|then)\W+)*(?:(?:number |point )?(?:one|two|three|four|five|six|seven|eight|nine|ten)|first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth|fifth|last(?:ly)?|finally|commitments?|decisions?|actions?)[,:]\s+", re.I)
"""How an item of a list begins, which belongs to the list."""


_ON_CONDITION = re.compile(r"\W*(?:(?:and|but|so|then|or)\W+)*(?:if|unless|once|when|whenever|until|till|while|after|before|because|since|although|though|provided|as (?:soon|long)|in case|should)\b", re.I)
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december".split()
)


@dataclass(frozen=True)
class Outcome:
    """What ``units[first]`` to ``units[last]`` say was settled or promised, and where it was confirmed, if elsewhere."""

    first: int
    last: int
    kind: Kind
    confirmed: int | None = None
    brief: bool = False
    """It does not say by itself what was settled: that is the topic it was said on."""


def outcomes(units: Sequence[Unit]) -> list[Outcome]:
    """Return what somebody says was settled or promised, in time, no sentence twice."""
    found: dict[int, Outcome] = {}
    for outcome in _settled(units):
        if not any(_is_again(units[outcome.last], units[place]) for place in found):
            found[outcome.last] = outcome
    found = {place: outcome for place, outcome in found.items() if outcome.brief or not any(_is_fuller(units[other], units[place]) for other in found if other != place and not found[other].brief)}
    for outcome in _listed(units):
        if not any(_says(units[outcome.last], units[place]) for place in found):
            found[outcome.last] = outcome
    return [found[place] for place in sorted(found)]


def promises(unit: Unit) -> list[tuple[int, int]]:
    """Return where in a sentence each person's promise begins and ends, in characters of its text: "Thandi has
    the form by Friday, Sipho sends the list" makes two. One stands for the whole sentence."""
    text, tokens, begins = unit.text, unit.tokens, [0]
    for place in range(1, len(tokens) - 1):
        token, joint = tokens[place], tokens[place - 1]
        joined = joint.text in (",", ";") or joint.lower_ == "and" and place > 1 and tokens[place - 2].text in (",", ";")
        start = token.idx - unit.span.start_char
        enough = min(len(text[begins[-1] : start].split()), len(text[start:].split())) >= LEAST_PROMISE
        clause = re.split(r"[,;]", text[begins[-1] : start].rstrip(" ,;"))[-1]
        conditional = _ON_CONDITION.match(clause) is not None  # "if the bank agrees, Thandi will sign" is one
        if joined and enough and not conditional and token.pos_ == "PROPN" and token.lower_ not in _DAYS and (token.dep_ == "nsubj" or tokens[place + 1].tag_ in ("VBZ", "MD")):
            begins.append(start)
    return [(start, start + len(_JOINED.sub("", text[start:end]))) for start, end in zip(begins, [*begins[1:], len(text)], strict=True)]


def _is_again(unit: Unit, other: Unit) -> bool:
    """Tell whether somebody says once more what was just said to be settled."""
    return unit.time - other.time <= PROPOSED and unit.lemmas == other.lemmas


def _is_fuller(other: Unit, unit: Unit) -> bool:
    """Tell whether another outcome of the same minutes says all that this one does, and more."""
    return abs(other.time - unit.time) <= PROPOSED and len(other.lemmas) > len(unit.lemmas) and _says(unit, other)


def _says(item: Unit, other: Unit) -> bool:
    """Tell whether an item of a list says no more than another outcome does."""
    words = set(item.lemmas)
    return len(words & set(other.lemmas)) >= SAME * len(words)


def _settled(units: Sequence[Unit]) -> Iterator[Outcome]:
    for i, unit in enumerate(units):
        text = straight(unit.text)
        if text.rstrip().endswith("?") or not NAMED <= unit.words <= LONGEST:
            continue
        came = _VOTED.search(text) or _CONSENSUS.search(text) or _SETTLED.search(text)
        if came is None:
            continue
        if came.re is _CONSENSUS:
            says_what = came["what"] is not None or came["step"] is not None
        else:
            says_what = came.re is _VOTED or unit.words >= WHOLE
        if says_what:
            yield Outcome(i, i, Kind.DECISION, brief=unit.words < WHOLE)
        elif (proposal := _proposal(units, i)) is not None:
            yield Outcome(proposal, proposal, Kind.DECISION, confirmed=i)


def _proposal(units: Sequence[Unit], at: int) -> int | None:
    """Return the last proposal shortly before a sentence that only says that it is decided."""
    for i in range(at - 1, -1, -1):
        if units[at].time - units[i].time > PROPOSED:
            return None
        if WHOLE <= units[i].words <= LONGEST and _PROPOSES.search(straight(units[i].text)) and not units[i].text.rstrip().endswith("?"):
            return i
    return None


def _listed(units: Sequence[Unit]) -> Iterator[Outcome]:
    """Yield the sentences of whoever lists what was agreed, until they speak of something else."""
    for start, lead in enumerate(units):
        if lead.where != "turn" or lead.text.rstrip().endswith("?") or not _LISTS.search(straight(lead.text)):
            continue
        listed = 0
        for i in range(start + 1, len(units)):
            unit, text = units[i], straight(units[i].text)
            if unit.time - lead.time > LISTING or listed == LISTED:
                break
            if unit.where != "turn" or unit.participant != lead.participant:
                continue
            if _ENDS.search(text) or text.rstrip().endswith("?"):
                break
            if SHORTEST <= unit.words <= LONGEST and not _OPEN.search(text):
                listed += 1
                yield Outcome(i, i, Kind.COMMITMENT if _PROMISED.search(text) else Kind.DECISION)
