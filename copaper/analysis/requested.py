"""Promises that say little without what they are on: "could you let us have the list?" – "I'm sure we can do that", "what did the bank say?" – "I'll
report back in May", or "I commit to that".

Where people came to ask, most that is promised is promised so. The two belong together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from copaper.analysis.answers import asks
from copaper.analysis.outright import BY_WHEN, kind_of
from copaper.analysis.referring import unnamed
from copaper.analysis.statements import is_whole
from copaper.analysis.units import Unit, lemma, same_place
from copaper.nameparts import fold
from copaper.ordinary import given_names
from copaper.records import Kind
from copaper.textclean import straight

SOON = 30.0
"""Seconds after a request within which the next to speak replies to it."""
BEFORE = 90.0
"""Seconds before a request within which it was told what this only points at."""
TOLD = 3
"""Content lemmas of what somebody else says between what one will do and "I commit to that", from which one may commit to theirs."""
FIRST = 3
"""Sentences of that turn among which one says so."""
SHORTEST, LONGEST = 5, 60
"""Words of either."""
EARLIER = 180.0
"""Seconds before "I commit to that" within which the same person said what they would do."""

_SOMETHING = r"(?:notes?|lists?|cop(?:y|ies)|figures?|data|numbers|details?|information|targets?|breakdowns?|reports?|reviews?|papers?|minutes|slides|letters?|evidence|templates?|links?|documents?|forms|contacts|results?|statistics|analys[ie]s)"
_SENDS = r"(?:share|send|provide|supply|forward|circulate|let (?:us|me|the \w+) have|give (?:us|the (?:committee|board|group|panel)))"
_REQUESTS = re.compile(
    rf"\b(?:(?:would|could|can|will) you (?:(?:please|perhaps|maybe|also|just|possibly) )*(?:be (?:willing|able|happy|prepared) to )?|(?:perhaps|maybe) you (?:could|can|would) |(?:be (?:very |most )?grateful|appreciate it) if you (?:could|would) )(?:\w+ )?{_SENDS}\b(?=[^.?!]*\b{_SOMETHING}\b)|"
    rf"(?:\bwould|'d) (?:be (?:very |most )?grateful for|welcome|appreciate) (?:an?|the|some|any) (?:\w+ )?{_SOMETHING}\b",
    re.I,
)
_NOT_NOW = r"(?! (?:on that one|later|shortly|in a (?:bit|while|second|minute|moment)|after (?:the |this )?(?:break|lunch|tea|questions?|round))\b)"
"""Not as whoever leads a meeting puts a question off: "I'll come back to you after the break"."""
_ASSENTS = re.compile(
    rf"\b(?:I|we)(?:'ll| can| will|(?P<would>'d| could| would))(?: (?:certainly|definitely|also|happily|gladly|of course|probably|then|be (?:happy|glad|able|pleased) to))* (?:do (?:that|it|so)|send|share|provide|supply|let you|(?:get|give|write)(?: to)? (?:you|it|that|those|them|the \w+|an? \w+|everybody|everyone)\b|have (?:that|it|those|an? \w+)(?= (?:for|to|sent|with|of|ready)\b|\W*$)|circulate|forward|find (?:that|it|those|out)|report back|(?:come|get) back to (?:you|them|everybody|everyone|the (?:committee|board|group|panel)){_NOT_NOW}|look into (?:it|that|this))\b",
    re.I,
)
_ASKS_WHETHER = re.compile(rf"\b(?:you(?:'ll| will|'re going to)|(?:will|can|could|would) you)(?: (?:please|perhaps|maybe|also|just|then|still))* (?:{_SENDS}|write|draft|bring|prepare|post|publish|translate|make|check|ask|report|do (?:it|that))\b.*\?\W*$", re.I)
"""Who asks whether somebody will do something: a yes with a day is a promise."""
_YES = re.compile(r"^\W*(?:(?:okay|ok|oh|um|uh|so)\W+)*(?:yes|yeah|yep|ja|sure|of course|certainly|gladly|I (?:will|can)|we (?:will|can))\b", re.I)
_BY_DAY = re.compile(BY_WHEN, re.I)
_WAVERS = re.compile(r"\b(?:not|might|may|could|would|perhaps|maybe|hopes?|hopefully|wish|luck|try)\b|n't\b", re.I)
_WILLING = re.compile(r"\b(?:sure|yes|yeah|certain(?:ly)?|absolutely|definitely|of course|gladly|happily|(?:happy|glad|able|pleased) to)\b", re.I)
"""Without such words "we would send it" and "we could send it" are only supposed."""
_ON_WHAT_IS_ASKED = re.compile(
    rf"\b(?:I|we)(?:'ll| can| will)(?: (?:certainly|definitely|also|happily|gladly|of course|probably|then))* (?:report back|(?:come|get) back to (?:you|them|everybody|everyone|the \w+){_NOT_NOW}|let you know|find (?:that|it) out|look into (?:it|that|this)|(?:get|send|give|provide|write)(?: to)? you(?: with| on)? (?:that|those|it))\b"
    r"(?! (?:about|whether|how|if|when|as soon|in an? (?:second|minute|moment))\b)(?! on (?!that\b|it\b|this\b))",
    re.I,
)
"""What refers to whatever was asked right before."""
_WANTS_TO_KNOW = re.compile(r"\b(?:(?:like|want|wanted|need|love|interested) to (?:know|see|hear|find out|understand|have an understanding))\b|\byou(?:'ll| will) (?:tell|show|send) (?:us|me)\b", re.I)
_COMMITS = re.compile(r"\W*(?:(?:and|so|okay|ok|well|fine|good|yes|then)\W+)*I(?: (?:hereby|do|will|can|happily))* (?:commit to|undertake|promise(?: you)?) (?:that|this|it)\W*$", re.I)
_I_WILL = re.compile(r"\bI(?:'ll| will|'m going to) (?!(?:be|say|stop|tell|have|see|not|never)\b)\w+", re.I)
_REMINDS = re.compile(rf"\byou(?:'ve| have| did)?(?: (?:also|just|kindly|very|all))* (?:say|said|promised|undertook|undertaken|agreed|offered)(?: (?:to )?(?:us|me|the \w+))?(?: (?:earlier|before|that))* (?:you(?:'d| would)|to) (?:\w+ )?{_SENDS}\b(?=[^.?!]*\b{_SOMETHING}\b)", re.I)
"""How somebody reminds another of what they said they would send."""
_OVER = re.compile(r"\blast (?:year|time)\b|\b(?:and|but|which) (?:you|we|they) (?:never|did|didn't|have|haven't|already)\b", re.I)
"""How somebody says what became of such a promise."""
_LOST = re.compile(r"[^.?!]{0,80}?(?:\bnot|n't)\b[^.?!]{0,80}?,? but\s+(?=(?:I|we)\b)", re.I)
"""What somebody lacks who will find it out."""
_NOT_DONE = re.compile(r"\A(?: (?:you|it|that|them|those|the \w+|us|with|of))* (?:no|nothing|none|nobody|only|(?:one|an?) reason)\b|\b(?:if (?!(?:you (?:like|want|wish)|that (?:helps|is|would)|it(?:'s| is))\b)|unless|except)\b", re.I)
"""What behind such words takes them back."""
_NOT_SO = re.compile(r"\b(?:not|never|nobody|no one|\w+n't|(?<!sure )(?<!certain )that)(?: \w+){0,2} $|\b(?:wish|you (?:said|told|promised)|(?:he|she|they|people) (?:says?|said|tells?|told)|normally|usually|ideally|in an? \w+ world|but|because|whether|unless|when|if(?! (?:that (?:helps|is|would)|it(?:'s| is)|you (?:like|want|wish))\b))\b", re.I)
"""What before such words takes them back."""
_BROKEN_OFF = re.compile(r"(?:—|–|--)\s*\.\s+")
_GOES_ON = re.compile(r"\s*[,;–—-]+\s*(?:but|although|though)\b.*", re.I | re.S)
"""How somebody goes on to something else."""


_ASKS_FOR_ELSE = re.compile(r"\b(?:please|instead|rather|need|needs|should|must|not|never|no|but)\b|n't\b", re.I)
"""How somebody who speaks of a plan wants another."""


def requested(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Yield the places of each request to send something, or of a question, and of the reply that says that it will be done."""
    others = _next_of_others(units)
    for i, unit in enumerate(units):
        if unit.where != "turn" or not SHORTEST <= unit.words <= LONGEST:
            continue
        sends, after = _REQUESTS.search(straight(unit.text)) is not None, others[i]
        if after is not None and _ASKS_WHETHER.search(straight(unit.text)) and (dated := _yes_by(units, after, unit.time + SOON)) is not None:
            yield i, dated
            continue
        if after is None or units[after].time - unit.time > SOON or not (sends or after == i + 1 and (asks(unit) or _WANTS_TO_KNOW.search(straight(unit.text)))):
            continue
        said = (j for j in range(after, min(len(units), after + FIRST)) if same_place(units[j], units[after]) and units[j].words <= LONGEST)
        reply = next((j for j in said if promised_in(units[j]) is not None and (sends or _ON_WHAT_IS_ASKED.search(straight(units[j].text)))), None)
        if reply is not None:
            yield i, reply


def _yes_by(units: Sequence[Unit], first: int, until: float) -> int | None:
    """Return the sentence with the day by which somebody does what they were asked, if they begin by saying yes."""
    if units[first].time > until or not _YES.match(straight(units[first].text)):
        return None
    said = (j for j in range(first, min(len(units), first + FIRST)) if same_place(units[j], units[first]) and SHORTEST <= units[j].words <= LONGEST)
    return next((j for j in said if _BY_DAY.search(straight(units[j].text)) and _is_own(units[j]) and kind_of(units[j].text) is not Kind.COMMITMENT and not _NOT_DONE.search(straight(units[j].text))), None)


def _is_own(unit: Unit) -> bool:
    """Tell whether a sentence says what its speaker will do, or only what and when."""
    finite = [token for token in unit.tokens if token.tag_ in ("VBD", "VBZ", "VBP", "MD")]
    said = straight(unit.text)
    if unit.text.rstrip().endswith("?") or _WAVERS.search(said) or any(token.tag_ == "VBD" for token in finite):
        return False
    return not finite and not _of_somebody(unit) or bool(finite) and any(token.lower_ in ("i", "we") and token.dep_ == "nsubj" for token in unit.tokens) and not any(token.dep_ in ("nsubj", "nsubjpass") and token.lower_ not in ("i", "we") for token in unit.tokens)


def _of_somebody(unit: Unit) -> bool:
    """Tell whether a sentence without a verb begins with somebody's name, "Refilwe, by Friday", or tells since or until when something lasts."""
    said = straight(unit.text)
    return any(fold(token.text) in given_names()[0] for token in unit.tokens[:4] if token.text[:1].isupper()) or re.search(r"\b(?:since|until|till)\b", said, re.I) is not None


def _next_of_others(units: Sequence[Unit]) -> list[int | None]:
    """Return for each of ``units`` where somebody else speaks next, or None."""
    found: list[int | None] = [None] * len(units)
    behind: int | None = None  # the next place at which anybody speaks
    for i in range(len(units) - 1, -1, -1):
        if behind is not None:
            found[i] = behind if units[behind].participant != units[i].participant else found[behind]
        behind = i if units[i].where == "turn" else behind
    return found


def named_before(units: Sequence[Unit], asked: int) -> list[int]:
    """Return where somebody spoke soon before a request of what this only points at: "that template"; nowhere if it points at nothing."""
    nouns = {one.noun for one in unnamed([units[asked]]) if one.noun}
    for i in range(asked - 1, -1, -1) if nouns else ():
        if units[asked].time - units[i].time > BEFORE:
            break
        told = units[i].where == "turn" and SHORTEST <= units[i].words <= LONGEST and is_whole(units[i]) and not asks(units[i])
        if told and not nouns.isdisjoint(lemma(token) for token in units[i].tokens if token.pos_ == "NOUN"):
            return [i]
    return []


def committed(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Yield the places of what somebody said they would do, and of where they then commit to that, not to what another told or asked between."""
    for i, unit in enumerate(units):
        if unit.where == "turn" and _COMMITS.match(straight(unit.text)):
            own = (j for j in range(i - 1, -1, -1) if units[j].participant == unit.participant and units[j].where == "turn")
            said = next((j for j in own if SHORTEST <= units[j].words <= LONGEST and not asks(units[j]) and _is_so(_I_WILL, units[j])), None)
            if said is not None and unit.time - units[said].time <= EARLIER and not any(map(partial(_is_of_another, units[said]), units[said + 1 : i])):
                yield said, i


def _is_of_another(said: Unit, other: Unit) -> bool:
    """Tell whether somebody else says something between, and not of what was ``said``, or asks for something else of it."""
    if other.where != "turn" or other.participant == said.participant or len(other.lemmas) < TOLD:
        return False
    return set(other.lemmas).isdisjoint(said.lemmas) or asks(other) or _ASKS_FOR_ELSE.search(straight(other.text)) is not None


def reminded(units: Sequence[Unit]) -> Iterator[int]:
    """Yield the places at which somebody reminds another of what they said they would send."""
    return (i for i, unit in enumerate(units) if unit.where == "turn" and SHORTEST <= unit.words <= LONGEST and not asks(unit) and _is_so(_REMINDS, unit) and not _OVER.search(straight(unit.text)))


def _is_so(pattern: re.Pattern[str], unit: Unit) -> bool:
    """Tell whether a sentence says so, and neither what stands before it nor what stands behind takes it back."""
    text = straight(unit.text)
    found = pattern.search(text)
    return found is not None and not _NOT_SO.search(text, 0, found.start()) and not _NOT_DONE.search(text[found.end() :])


def promised_in(unit: Unit) -> tuple[int, int] | None:
    """Return from where to where a sentence says that something will be done, in characters of its text: without what broke off before, and
    what it goes on to; None where it says no such thing."""
    text = straight(unit.text)
    lost = _LOST.match(text)
    found = _ASSENTS.search(text, lost.end() if lost else 0)
    if found is None or text.rstrip().endswith("?") or found["would"] and not _WILLING.search(text, 0, found.end()) or _NOT_SO.search(text, lost.end() if lost else 0, found.start()) or _NOT_DONE.search(text[found.end() :]):
        return None
    start = max((broken.end() for broken in _BROKEN_OFF.finditer(text, 0, found.start())), default=0)
    end = _GOES_ON.search(text, found.end())
    own = start, end.start() if end else len(text)
    return own if len(text[slice(*own)].split()) >= SHORTEST else None
