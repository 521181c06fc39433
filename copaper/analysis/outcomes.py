"""What a meeting came to, where somebody says so: what was settled, and the chair's own list at the end.

These are few, short and plain, so that neither the choice of findings nor what readers like brings them
up; and nothing matters more to those who were not there. Whoever tells as settled what was only proposed
does worse than whoever misses it: so words that settle count only if nobody is asked whether they hold
and nobody puts the matter off, and only with what they are about.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from copaper.analysis.by_day import by_day
from copaper.analysis.outright import BY_WHEN, goes_with
from copaper.analysis.requested import committed, reminded, requested
from copaper.analysis.settling import FILLED, put_to_all, stands
from copaper.analysis.units import Unit, same_place
from copaper.analysis.unopposed import decided_then
from copaper.datewords import DATEWORDS
from copaper.ordinary import given_names
from copaper.records import Kind
from copaper.textclean import straight

LISTING = 100.0
"""Seconds for which a list of what was agreed goes on, and sentences of it at most."""
LISTED = 10
PROPOSED = 90.0
"""Seconds before "then it is decided" within which the proposal was made."""
REQUESTED = 2700.0
"""The same before "you have stage 4": whoever asked for it first told what for."""
AFTERWARDS = 30.0
"""Seconds after a decision in which its matter is still spoken of."""
FIXED = 4
"""Sentences before such news in which it may be said what was fixed."""
SHORTEST, WHOLE = 5, 8
"""Words of an item of such a list, and of a sentence that says by itself what was settled."""
NAMED = 3
"""Words of one that says how far something came, "you have stage 4", and not what."""
MATTER = 3
"""Content lemmas of a sentence that says by itself what was settled, beside those that say that it was."""
LONGEST = 60
ANSWERED, ANSWERS = 60.0, 4
"""Seconds after words that seem to settle something, and sentences of others, within which these may put it off."""
FEW_SHARED = 2
"""Content lemmas that an item of a list shares with the decision that it says again, at least."""
LEAST_PROMISE = 4
"""Words of each of several promises in one sentence, at least."""
_JOINED = re.compile(r"[,;]\s{0,3}and$", re.I)
SAME = 0.75
"""Share of the words of an item that another outcome has, from which it says nothing new."""

_SETTLED = re.compile(r"^(?:(?:and|so|okay|ok|all right|alright|right|good|well|then)\W+)*(?:it|that)(?:'s| is) (?:then |now |hereby )?(?:agreed|decided|resolved|settled)\b(?! (?:if|when|unless|or not|down|by|with|in|for|at|through|between)\b)", re.I)
_SETTLED_THAT = re.compile(_SETTLED.pattern + r"\W*(?:that\b\W*)?(?=\w)", re.I)
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
_IS_CONSENSUS = re.compile(_LED + r"(?:(?:the|our) )?(?:(?:general|overall|rough|current|broad) )?(?:(?:sentiment|preference|feeling) (?:or|and) )?(?:the )?consensus(?: here| then| now)? (?:is|seems)(?: then| now)? to (?!(?:be|have|me|us)\b)\w(?!.*\b(?:if|unless|until|but|would)\b)", re.I)
"""How whoever leads says what they take for agreed: it is, if somebody then says yes."""
_REFUSED = re.compile(r"\b(?:rejected|defeated|withdrawn|lost)\b", re.I)
_NEWS = re.compile(_LED + r"(?:now |then |finally )?we(?:'ve)?(?: now| then| finally)? (?:have|got) (?:a|the|our|an agreed)(?: \w+)? (?:date|venue|winner|name(?=[^,.;]*\W*$))s? for (?!(?:that|this|it|each|every|all|your|people|those)\b)\w(?!.*\b(?:if|unless|not|isn't|don't|until|but|would|already)\b)", re.I)
"""How somebody says in so many words what those who met have just fixed."""
_THAT_WOULD_BE = re.compile(r"\W*(?:(?:and|so|okay|ok|then)\W+)*(?:that|this|it)(?:'d| would| will|'ll) (?:then )?be\b(?=.*(?:\d|(?-i: [A-Z])))(?!.*(?:\b(?:rand|euros?|dollars?|pounds|per ?cent)\b|[$£€%R]\d))", re.I)
_PROPOSES = re.compile(r"\b(?:I|we)(?:'d| would)? (?:therefore |now |also )?(?:(?:propose|suggest) (?:that|to|we)|move that)\b|\b(?:the|my|our) (?:proposal|motion|suggestion)\b.{0,40}\b(?:is|was) (?:that|to)\b", re.I)
_HEADED = r"^\W*(?:(?:okay|ok|so|good|right|well|now|and|thank you|let me just|let me|quickly)\W+)*(?:what (?:did we|have we|we(?:'ve)?) (?:decided?|agreed?)(?: then| today| so far)?|(?:our |the |today's )?(?:decisions|commitments|action items|actions))(?: of today| today| then)?\W*$"
_LISTS = re.compile(
    r"\b(?:summari[sz]e|sum up|recap(?:itulate)?|go (?:back )?(?:over|through)|repeat|read (?:out|back)|note) (?:briefly |quickly )?(?:what|the things|everything)(?: that)? (?:we|was|were|has been|have been)(?:'ve| have| all)* ?(?:agreed|decided|settled)(?: today| so far| here| now)?\W*(?:$|[.,:;])|"
    r"\b(?:to summari[sz]e|summari[sz]ing|to recap) (?:the |our |your )?(?:decisions?|commitments?|action (?:items|points)|actions)\b|\b(?:the|our|these) (?:decisions|commitments|action (?:items|points)) (?:of today |today |we (?:made|took) |so far )?(?:are|were)\W*$|"
    rf"{_HEADED}",
    re.I,
)
_ENDS = re.compile(r"\b(?:move on|moving on|(?:have|take|has) the floor|next item|next (?:webinar|meeting|session|call|time)|thank|thanks|any (?:other|questions)|if (?:you|anybody|anyone)|goodbye|see you|did I (?:miss|forget))\b", re.I)
_OPEN = re.compile(r"\b(?:(?:isn't|is not|wasn't|not|no) (?:\w+ )?(?:agreed|agreement|decided|consensus|accepted|supported|adopted)|parked|open question|(?:still|left|stays?|remains?) open|put off|postponed)\b|^\W*(?:(?:and|so)\W+)*(?:open|recommendations?)\b", re.I)
_ONLY_HEADED = re.compile(_HEADED, re.I)
"""How a list is headed by nothing but what it is: it ends with the turn."""
_WAS_DECIDED = re.compile(r"\b(?:was|were) (?:\w+ )?(?:agreed|accepted|decided|adopted|approved)\b", re.I)
_OF_THE_LIST = re.compile(r"^\W*(?:(?:and|so|but)\W+)*(?:I (?:read|have|was|am|see|think|mean|just)\b|I'm\b|that's (?:it|all|open)\b|there\b)|\b(?:that's|is|are) open\b", re.I)
"""What somebody says of their list, or beside it."""
_PROMISED = re.compile(
    r"\b(?:by|before|until|on) (?:the )?(?:end|beginning|middle|close|mon|tues|wednes|thurs|fri|satur|sun|next|this|first|second|third|\w+th\b|twent|thirt|\d|jan|feb|mar|apr|may\b|june|july|aug|sep|oct|nov|dec)|"
    r"\bcommitments?\b|\b(?!it\b|there\b|this\b|that\b)\w+ will (?:send|show|draft|write|bring|share|make|report|prepare|call|ask|find|check|give|look|post|organi[sz]e|host|help|follow)\b|\bI(?:'ll| will)\b",
    re.I,
)


NUMBERED = re.compile(r"^(?:(?:and|so|then)\W+)*(?:(?:number |point )?(?:one|two|three|four|five|six|seven|eight|nine|ten)|first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth|fifth|last(?:ly)?|finally|commitments?|decisions?|actions?)[,:]\s+", re.I)
"""How an item of a list begins, which belongs to the list."""


_ON_CONDITION = re.compile(r"\W*(?:(?:and|but|so|then|or)\W+)*(?:if|unless|once|when|whenever|until|till|while|after|before|because|since|although|though|provided|as (?:soon|long)|in case|should)\b", re.I)


_CLAIMS = re.compile(
    r"\b(?:we(?:'ve| have)? (?:do |now |also |then )?(?:have|got|reached|come to) (?:a |full |general |clear )?(?:consensus|agreement) (?:to|on|that|for)|"
    r"(?:it|that)(?:'s| is) (?:then |now |hereby )?(?:agreed|decided|resolved|settled)|we(?:'ve| have) (?:now |all |just )?(?:agreed|decided|resolved) (?:that|to|on)|(?:the|our) (?:decision|conclusion) is (?:to|that))\b",
    re.I,
)
"""What says that something is settled, wherever in a sentence."""
_ASKS_ASSENT = re.compile(
    r"^(?:(?:and|so|but|or|okay|now)\W+)*(?:(?:does|do|did|would|will|could|can|is|are|was|has|have|shall|should)(?:n't)? (?:that|this|it|we|you|everybody|everyone|anybody|anyone|people|all|there|those)\b|any (?:objections?|concerns?|opposition|disagreement)|agreed\b|okay\b|ok\b|right\b).*\?\W*$|"
    r"\b(?:right|okay|ok|correct|agreed|yes|is that (?:right|correct|so|ok|okay))\?\W*$|^(?:please )?(?:tell me|correct me|let me know|shout|speak up|stop me) if\b",
    re.I,
)
_ALL_GO_ALONG = re.compile(
    r"\b(?:nobody|no ?one)(?:'s| is)? (?:\w+ly )?(?:shout\w*|object\w*|disagree\w*|against|opposed|says? no|saying no)\b|\bI(?: can)? (?:see|hear) (?:(?:lots of|many|some|a few|the|all|your|only) )*(?:thumbs|nods|nodding|heads|hearts|no (?:hands|objections?|opposition))\b|"
    r"^\W*(?:(?:good|great|lovely|right|okay|ok|then|so)\W+)*(?:it|that)(?:'s| is) (?:then )?(?:decided|agreed|settled)\W*$", re.I,
)
SEEN = 5
"""Sentences behind it within which whoever asks whether something holds says that all go along."""
_ASSENTS = re.compile(r"^\W*(?:(?:and|so|well|oh|I think)\W+)*(?:yes|yeah|yep|ja|aye|agreed|sure|fine|good|great|perfect|okay|ok|alright|all right|sounds (?:good|fine|right|great)|(?:that|it|this)(?:'s| is)? (?:works|fine|good|right|correct|okay|agreed)|no objections?|(?:(?:that|it|this)(?:'s| is) )?(?:not an?|no) (?:problem|issue)|\+1|plus one|I (?:fully |also )?(?:agree|support)|(?:I'm|I am|we're|we are) (?:happy|fine|okay|good)|correct|right|exactly|absolutely|thank you|thanks)\b", re.I)
_ASKS_OBJECTION = re.compile(r"\b(?:objections?|objects?|concerns?|oppos\w+|against|disagree\w*)\b.*\?\W*$", re.I)
_OBJECTION = re.compile(r"^\W*(?:(?:well|oh|um+|uh+)\W+)*(?:yes|yeah|yep|ja|aye|I do|we do|I have|we have)\b", re.I)
_NO = re.compile(r"^\W*(?:no|none|nope|nee)\b", re.I)
"""To who asks for objections a yes is one, and a no is assent."""
_TURNS = re.compile(r"\b(?:but|no|not|against)\b(?! (?:an? )?(?:problem|issue|objections?|concerns?)\b)|n't\b", re.I)
"""What takes an assent back: "right, but ..."."""
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_LATER_MEETING = rf"(?:(?:the |our |a )?(?:next|future|later|following|coming|upcoming) (?:\w+ )?(?:meeting|plenary|session|call|webinar)s?|next time|tomorrow|(?:on |until |till |by )(?:next )?{_DAY}|later (?:this|in the) week|overflow)"
PUTS_OFF = re.compile(
    rf"\b(?:(?:come|came|coming|bring|brings|bringing) (?:(?:this|it|that|them|you|everything) )?back|(?:return|returning) to (?:this|that|it|the \w+)|continu(?:e|ing) (?:this|it|that|the \w+|in|on|at)|revisit|reconvene|resume|decide|discuss|talk (?:about|more)|take (?:this|it|that) up|pick (?:this|it|that) up|vote on (?:this|it|that|the \w+))\b[^.?!]{{0,90}}\b{_LATER_MEETING}\b|"
    rf"\b(?:add|schedule|put|move|use|take)\b[^.?!]{{0,40}}\b(?:overflow (?:topic|item|session|slot)|a continuation)\b|\b(?:take|work|iron|sort|figure|discuss|continue) (?:(?:this|it|that|the (?:rest|details?)|on|out|about) ){{0,3}}offline\b",
    re.I,
)
"""What puts the matter of a meeting off to a later one."""
_OBJECTS = re.compile(
    r"\b(?:(?:needs?|requires?|would need|would require|deserves?) (?:a |full |more )?(?:consensus|discussion|time|thought)|(?:I|we)(?: would| do|'d)? (?:object|disagree|oppose)\b|(?:I|we)(?:'m| am|'re| are) (?:\w+ )?against\b|(?:I|we) (?:do not|don't|can't|cannot|wouldn't) (?:\w+ )?(?:agree|support|accept)\b|"
    r"(?:not|n't) (?:yet |quite |really )?(?:ready|comfortable|agreed|decided|settled|consensus)\b)",
    re.I,
)
_SAYS_THAT = frozenset("agree agreement consensus decide decision settle resolve stage phase motion carry adopt approve reach believe have get".split())
"""Lemmas that say that something was settled, and not what."""
_TAKES_DOWN = frozenset("let say write note minute record tell go put".split())
"""Lemmas of how it is taken down."""
LEAST_NAMED = 2
"""Words of what was settled, at least."""
STEP = re.compile(r"\b(?:stage|phase) (\d[\d.]*|zero|one|two|three|four|five)\b", re.I)
"""A step by its name."""
_REQUESTS = re.compile(
    r"\b(?:I|we)(?:'d| would|'m| am|'re| are| do)? (?:(?:therefore|now|also|just|formally|here) )*(?:(?:like|want|love|hope|have|wish) to )?(?:ask|asking|request|requesting|seek|seeking|propose|proposing|apply|applying)\b[^.?!,;]{0,30}\b(?:stage|phase) (?:\d[\d.]*|zero|one|two|three|four|five)\b"
    r" (?:for|of|on|with) (?!(?:this|that|it|these|those|today|now)\b)",
    re.I,
)
"""How somebody asks for what "you have stage 4" grants, and says for what."""
_LEADS_UP = re.compile(_LED + r"(?:I|we)(?:'d| would)? (?:therefore |now |also )?(?:like to )?(?:propose|suggest|move) that\W+(?=\w)", re.I)
"""What goes before a proposal, and is no longer true once it is agreed."""
_TO_YOU = re.compile(r"\byou(?:rs?)?\b", re.I)
_TO_ME = re.compile(r"\b(?:me|mine|my)\b", re.I)
_BINDS = frozenset(
    """no not never nobody none nothing neither nor cannot unless if until except only without before after once provided within latest earliest most least but
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million half third quarter""".split()
)
"""Words that bind what is decided; of numbers "one" may stand for something else."""
_IN_PASSING = re.compile(r", no \w+(?=,)", re.I)
"""What is said between commas of how something is done: "with the reason, no names, to me"."""
_NEW_CLAUSE = re.compile(r"[,;:]\s+(?:and|but|so|which|because|this|it|just)\b|;\s", re.I)


@dataclass(frozen=True)
class Outcome:
    """What ``units[first]`` to ``units[last]`` say was settled or promised, and where it was confirmed, if elsewhere."""

    first: int
    last: int
    kind: Kind
    confirmed: int | None = None
    again: int | None = None
    """Where a list at the end says it once more."""
    brief: bool = False
    """It does not say by itself what was settled, and nobody else does."""
    granted: bool = False
    """It was asked for, and confirmed as a step reached."""
    asked: int | None = None
    """Where somebody asked for what is promised, which says little without that."""
    listed: bool = False
    """It stands in a list at the end, wherever its matter was talked of."""
    by_day: bool = False
    """It is a promise in words of any kind, with its day."""
    skipped: int | None = None
    """All of it is told, but for so many characters that lead up to it: whoever leads put it so to those who met."""


def outcomes(units: Sequence[Unit], leading: Collection[str] = ()) -> list[Outcome]:
    """Return what somebody says was settled or promised, in time, nothing twice; those ``leading`` may put it in words of their own."""
    found: dict[int, Outcome] = {}
    open_ = unsettled(units)
    for outcome in _settled(units):
        if outcome.last not in open_ and outcome.confirmed not in open_ and not any(_is_again(units[outcome.last], units[place]) for place in found):
            found[outcome.last] = outcome
    found = {place: outcome for place, outcome in found.items() if not any(_is_fuller(units[other], units[place]) for other in found if other != place and not found[other].brief)}
    closed = {outcome.confirmed for outcome in found.values()}
    for put in put_to_all(units, leading):
        if put.closed is None or put.closed not in closed:
            found = {place: outcome for place, outcome in found.items() if not put.first <= place <= put.last}
            found[put.last] = Outcome(put.first, put.last, Kind.DECISION, confirmed=put.closed, skipped=put.skipped)
    for asked, reply in requested(units):
        found.setdefault(reply, Outcome(reply, reply, Kind.COMMITMENT, asked=asked))
    for said, place in committed(units):
        last = place + 1 if goes_with(units, place, place + 1) else place
        found.setdefault(last, Outcome(place, last, Kind.COMMITMENT, asked=said))
    for place in reminded(units):
        found.setdefault(place, Outcome(place, place, Kind.COMMITMENT))
    for one in by_day(units):
        if not any(one.first <= place <= one.last for place in found):
            found[one.last] = Outcome(one.first, one.last, Kind.COMMITMENT, asked=one.asked, by_day=True)
    for outcome in _listed(units):
        item = units[outcome.last]
        before = next((place for place, other in found.items() if _says(item, units[place]) or other.kind is Kind.DECISION and (_names_again(units, item, other) if other.skipped is not None else outcome.kind is other.kind and _recalls(units, item, other))), None)
        if before is None:
            found[outcome.last] = outcome
        elif found[before].again is None and not found[before].listed:
            found[before] = replace(found[before], again=outcome.last)
    return [found[place] for place in sorted(found)]


def unsettled(units: Sequence[Unit]) -> dict[int, int | None]:
    """Return the spoken sentences that say that something is settled though it is only proposed: the same person asks
    next whether it holds and nobody agrees, or somebody else puts it off or objects (at what place, if so)."""
    found: dict[int, int | None] = {}
    for i, unit in enumerate(units):
        text = straight(unit.text)
        if unit.where != "turn" or not _CLAIMS.search(text) or text.rstrip().endswith("?"):
            continue
        reply, agreed = _reply(units, i)
        if reply is not None or _asks_assent(units, i) and not agreed and not _sees_assent(units, i):
            found[i] = reply
    return found


def is_contested(units: Sequence[Unit], at: int) -> bool:
    """Tell whether others put off or object to what a sentence says at once, or its speaker asks whether it holds and nobody agrees."""
    reply, agreed = _reply(units, at)
    return reply is not None or _asks_assent(units, at) and not agreed


def _asks_assent(units: Sequence[Unit], at: int) -> bool:
    return any(same_place(other, units[at]) and _ASKS_ASSENT.search(straight(other.text)) for other in units[at + 1 : at + 3])


def _sees_assent(units: Sequence[Unit], at: int) -> bool:
    """Tell whether whoever asked whether something holds says in the same turn that all go along: by nods or thumbs, or as nobody objects."""
    return any(same_place(other, units[at]) and _ALL_GO_ALONG.search(straight(other.text)) for other in units[at + 1 : at + 1 + SEEN])


def puts_off(unit: Unit) -> bool:
    """Tell whether a sentence puts off or objects to what somebody said to be settled."""
    text = straight(unit.text)
    return PUTS_OFF.search(text) is not None or _OBJECTS.search(text) is not None


def _reply(units: Sequence[Unit], at: int) -> tuple[int | None, bool]:
    """Return where others put off or object to what seems settled, if they do, and else whether they agree; the first counts."""
    others = [i for i in range(at + 1, len(units[: at + 1 + 2 * ANSWERS])) if units[i].participant != units[at].participant]
    against = any(_ASKS_OBJECTION.search(straight(unit.text)) for unit in units[at + 1 : at + 3] if same_place(unit, units[at]))
    for i in others[:ANSWERS]:
        unit, text = units[i], straight(units[i].text)
        if unit.time - units[at].time > ANSWERED:
            break
        if _CLAIMS.search(text) and not text.rstrip().endswith("?"):
            return None, True
        if puts_off(unit) or _OBJECTION.search(text) and against:
            return i, False
        if against and _NO.search(text):
            return None, True
        if _ASSENTS.search(text):
            return (i, False) if _TURNS.search(text) else (None, True)
    return None, False


class Promise(NamedTuple):
    """Where in a sentence a promise begins and ends, in characters of its text, and where the name of whose it is, if that stands before."""

    start: int
    end: int
    who: tuple[int, int] = (0, 0)


def promises(unit: Unit) -> list[Promise]:
    """Return each promise of a sentence: "Thandi has the form by Friday, Sipho sends the list" makes two, as does "Thandi sends the form by
    Friday and goes to the bank on the tenth". One stands for the whole sentence."""
    return [part for one in _each_ones(unit) for part in _each_days(unit, *one)]


def _each_days(unit: Unit, start: int, end: int) -> Iterator[Promise]:
    """Yield what one person promises by one day and what by another."""
    inside = [token for token in unit.tokens if start <= token.idx - unit.span.start_char < end]
    first = next((place for place, token in enumerate(inside) if token.tag_ in ("VBZ", "MD")), 0)
    named = first and inside[first - 1].pos_ == "PROPN" and inside[first - 1].head.dep_ not in ("relcl", "acl", "advcl")  # "the bag that Thandi has" is no name
    who = (start, inside[first].idx - unit.span.start_char) if named else (0, 0)
    begun = start
    for joint, token in zip(inside[first + 1 :], inside[first + 2 :], strict=False):
        at, cut = (one.idx - unit.span.start_char for one in (token, joint))
        if who[1] and joint.lower_ == "and" and token.tag_ == inside[first].tag_ and all(re.search(BY_WHEN, straight(text), re.I) for text in (unit.text[begun:cut], unit.text[at:end])):
            yield Promise(begun, cut - 1, who if begun > start else (0, 0))
            begun = at
    yield Promise(begun, end, who if begun > start else (0, 0))


def _each_ones(unit: Unit) -> list[tuple[int, int]]:
    """Return where in a sentence what each person promises begins and ends."""
    text, tokens, begins = unit.text, unit.tokens, [0]
    for place in range(1, len(tokens) - 1):
        token, joint = tokens[place], tokens[place - 1]
        joined = joint.text in (",", ";") or joint.lower_ == "and" and place > 1 and tokens[place - 2].text in (",", ";")
        start = token.idx - unit.span.start_char
        enough = min(len(text[begins[-1] : start].split()), len(text[start:].split())) >= LEAST_PROMISE
        clause = re.split(r"[,;]", text[begins[-1] : start].rstrip(" ,;"))[-1]
        conditional = _ON_CONDITION.match(clause) is not None  # "if the bank agrees, Thandi will sign" is one
        if joined and enough and not conditional and token.pos_ == "PROPN" and token.lower_ not in DATEWORDS and (token.dep_ == "nsubj" or tokens[place + 1].tag_ in ("VBZ", "MD")):
            begins.append(start)
    return [(start, start + len(_JOINED.sub("", text[start:end].rstrip().rstrip(",;")).rstrip().rstrip(",;"))) for start, end in zip(begins, [*begins[1:], len(text)], strict=True)]


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


def _recalls(units: Sequence[Unit], item: Unit, outcome: Outcome) -> bool:
    """Tell whether an item of a list says no more than was said when something was proposed and decided: a chair sums
    up in words of the talk, not of the proposal alone."""
    own = units[outcome.last]
    ends = units[outcome.last if outcome.confirmed is None else outcome.confirmed].time
    words = set(item.lemmas)
    around = {lemma for unit in units if own.time - PROPOSED <= unit.time <= ends + AFTERWARDS for lemma in unit.lemmas}
    return len(words & around) >= SAME * len(words) and len(words & set(own.lemmas)) >= FEW_SHARED


def _names_again(units: Sequence[Unit], item: Unit, outcome: Outcome) -> bool:
    """Tell whether an item of a list names what was put to all at length."""
    words, told = _named_in(item), {word for unit in units[outcome.first : outcome.last + 1] for word in _named_in(unit)}
    return 2 * len(words & told) >= len(words)


def _named_in(unit: Unit) -> set[str]:
    """Return what a sentence names, numbers with it."""
    return {token.lemma_.casefold() for token in unit.tokens if token.pos_ in ("NOUN", "PROPN", "NUM", "ADJ", "VERB") and not token.is_stop}


def says_again(units: Sequence[Unit], outcome: Outcome) -> int | None:
    """Return where whoever lists what was agreed says more plainly what somebody proposed in words for those who were there: "your list", or
    "to me" and a list like somebody's, if that says no more."""
    again = outcome.again
    if again is None or outcome.kind is not Kind.DECISION or outcome.skipped is not None or units[again].words < WHOLE:
        return None
    start, end = told_of(units[outcome.last], outcome)
    said, told = units[outcome.last].text[start:end], units[again].text
    if _loses(said, told):
        return None
    names_people = _names(units[outcome.last]) and not _names(units[again])  # "a list like Thabo's", which tells nobody else what it is
    plainer = _TO_YOU.search(said) or _TO_ME.search(said) and (names_people or len(said.split()) <= len(told.split()))
    return again if plainer and not (_TO_YOU.search(told) or _TO_ME.search(told)) else None


def _names(unit: Unit) -> bool:
    """Tell whether a sentence names somebody by a given name."""
    return any(token.text.istitle() and any(token.lower_ in names for names in given_names()) for token in unit.tokens)


def _loses(said: str, told: str) -> bool:
    """Tell whether what is told once more has lost a number, a date, a condition or a "not" of what was said."""
    words, others = (re.findall(r"[\w'’]+", straight(text).casefold()) for text in (_IN_PASSING.sub("", said), told))
    return not {word for word in words if word[0].isdigit() or word in DATEWORDS or word in _BINDS or word.endswith("n't")} <= set(others)


def told_of(unit: Unit, outcome: Outcome) -> tuple[int, int]:
    """Return where in a sentence what was settled begins and ends, in characters of its text: without "I propose that",
    "then it's agreed" or "we ask for", and of what was asked for only that."""
    text = straight(unit.text)
    if outcome.kind is not Kind.DECISION or outcome.listed:
        return 0, len(text)
    if outcome.granted and (asked := _REQUESTS.search(text)) and (step := STEP.search(text, asked.start())):
        end = _NEW_CLAUSE.search(text, asked.end())
        return step.start(), end.start() if end else len(text)
    led = _LEADS_UP.match(text) if outcome.confirmed is not None else _SETTLED_THAT.match(text)
    return (led.end(), len(text)) if led and len(text[led.end() :].split()) >= SHORTEST else (0, len(text))


def _settled(units: Sequence[Unit]) -> Iterator[Outcome]:
    for i, unit in enumerate(units):
        text = straight(unit.text)
        if (then := decided_then(units, i)) is not None:
            yield Outcome(then, then, Kind.DECISION, confirmed=i)
        if text.rstrip().endswith("?") or not NAMED <= unit.words <= LONGEST:
            continue
        if _NEWS.match(text):
            yield Outcome(_fixed(units, i), i, Kind.DECISION)
            continue
        if unit.words >= WHOLE and _IS_CONSENSUS.match(text) and _reply(units, i) == (None, True):
            yield Outcome(i, i, Kind.DECISION)
            continue
        came = _VOTED.search(text) or _CONSENSUS.search(text) or _SETTLED.search(text)
        if came is None:
            continue
        says_what = unit.words >= WHOLE and (came.re is not _SETTLED or _names_a_matter(unit)) and (came.re is not _CONSENSUS or came["what"] is not None and len(set(unit.lemmas) - _SAYS_THAT) >= MATTER)
        step = STEP.search(text) is not None
        proposal = None if says_what or _REFUSED.search(text) else _request(units, i) if step else _proposal(units, i)
        if proposal is not None and not step and not stands(units, proposal, i):
            continue
        if proposal is not None:
            yield Outcome(proposal, proposal, Kind.DECISION, confirmed=i, granted=step)
        elif says_what or came.re is not _SETTLED and (came.re is _VOTED or came["what"] is not None or came["step"] is not None):
            yield Outcome(i, i, Kind.DECISION, brief=not says_what)


def _names_a_matter(unit: Unit) -> bool:
    """Tell whether a sentence names what was settled, beside that it was: not "it's decided, so let me say it, and Sipho writes"."""
    said = {(token.lemma_.casefold(), token.pos_) for token in unit.tokens if token.pos_ in ("NOUN", "VERB", "ADJ", "NUM") and token.lemma_.casefold() not in _SAYS_THAT | _TAKES_DOWN and token.lower_ not in DATEWORDS}
    return len(said) >= LEAST_NAMED and any(part in ("NOUN", "NUM") for _, part in said)


def _fixed(units: Sequence[Unit], at: int) -> int:
    """Return where whoever says that there is a date or name said just before which: "so that would be the 9th of May"."""
    near = range(at - 1, max(-1, at - 1 - FIXED), -1)
    return next((i for i in near if same_place(units[i], units[at]) and units[i].words >= SHORTEST and _THAT_WOULD_BE.match(straight(units[i].text))), at)


def _proposal(units: Sequence[Unit], at: int) -> int | None:
    """Return the last proposal shortly before a sentence that only says that it is decided."""
    for i in range(at - 1, -1, -1):
        if units[at].time - units[i].time > PROPOSED:
            return None
        if WHOLE <= units[i].words <= LONGEST and _PROPOSES.search(straight(units[i].text)) and not units[i].text.rstrip().endswith("?"):
            return i
    return None


def _request(units: Sequence[Unit], at: int) -> int | None:
    """Return the last sentence that asked for the step that another says is reached, and said for what."""
    step = STEP.search(units[at].text)
    for i in range(at - 1, -1, -1):
        if step is None or units[at].time - units[i].time > REQUESTED:
            return None
        text = straight(units[i].text)
        if (asked := _REQUESTS.search(text)) and (of := STEP.search(text, asked.start())) and of[1].lower() == step[1].lower():
            return i
    return None


def recapped(units: Sequence[Unit]) -> list[int]:
    """Return the places at which somebody begins to list what was agreed."""
    return [i for i, lead in enumerate(units) if lead.where == "turn" and not lead.text.rstrip().endswith("?") and _LISTS.search(straight(lead.text))]


def _listed(units: Sequence[Unit]) -> Iterator[Outcome]:
    """Yield the sentences of whoever lists what was agreed, until they speak of something else."""
    for start in recapped(units):
        lead = units[start]
        listed = 0
        for i in range(start + 1, len(units)):
            unit, text = units[i], straight(units[i].text)
            if unit.time - lead.time > LISTING or listed == LISTED:
                break
            if unit.where != "turn" or unit.participant != lead.participant:
                continue
            if _ONLY_HEADED.match(straight(lead.text)) and not same_place(unit, lead):
                break
            if any(token.tag_ == "VBD" and token.lower_ != token.lemma_ and not _WAS_DECIDED.search(text) for token in unit.tokens):
                continue
            if _ENDS.search(text) or text.rstrip().endswith("?"):
                break
            if SHORTEST <= unit.words <= LONGEST and not _OPEN.search(text) and not _OF_THE_LIST.search(text):
                listed += 1
                yield Outcome(i, i, Kind.COMMITMENT if _PROMISED.search(FILLED.sub("", text)) else Kind.DECISION, listed=True)
