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

from copaper.analysis.boundaries import is_handover
from copaper.analysis.statements import is_courtesy
from copaper.analysis.units import Unit, same_place
from copaper.datewords import DATEWORDS
from copaper.records import EndingState, Finding, Kind, Theme
from copaper.textclean import ends_as_question, is_housekeeping, straight

TO_ALL = "to all"
"""How a finding says that whoever leads put it so to those who met."""
WITHIN = 180.0
"""Seconds before "then it's decided" within which it was put to all."""
WANTED = 300.0
"""Seconds before somebody says that a proposal is not taken up within which it was made."""
APART = 60.0
"""Seconds between the last proposal and one of somebody else before it, from which a mere "it" means the last."""
TURNS = 4
"""Turns of whoever leads that are looked at before it."""
FEWEST, MOST = 8, 150
"""Words of what is put to all."""
BRIEF = 4
"""Words of a sentence that says something of it."""
SOON = 75.0
"""Seconds within which somebody agrees to it, or objects."""
NEAR = 40
"""Units behind it that are looked at for that."""
MATTER, NAMED = 3, 2
"""Content lemmas of what is left open or refused, and of what is put off, beside those that say so."""
BACK = 4
"""Sentences of the same turn before it that may say what it is."""
SPOKEN = 90
"""Words of how a matter was left."""

_SO = r"^\W*+(?:(?:okay|ok|so|and|right|well|good|now|but|then|um|uh|all right|alright|great|lovely|thank you|thanks|yes|ja)\b\W*+)*+"
_PUTS = re.compile(
    rf"{_SO}(?:(?:let|may|can) (?:me|I|us|we) (?:just |then |now |try to |please )*(?:say|put|phrase|word|read|state|formulate) (?:it|this|that)(?: (?:like this|like that|this way|differently|again|once more|back|simply|plainly))?(?:,? so(?: that)? (?:it|that|this)(?:'s| is) clear)?(?:\W+that\b)?|"
    r"(?:we|the community|this community|this group|everybody|everyone)(?: now| all| then)? (?:agree|decide)(?:,[^,]{2,30},)?(?: here| today| then)* (?:that|to)\b(?! disagree\b)|(?:the|our|my) (?:proposal|decision|agreement|resolution)(?: then| now)? is(?: this)?(?:\W+that\b)?|"
    r"what (?:we(?:'re| are| would be|'d be)?|I(?:'m| am)?) (?:agree(?:ing)?|decid(?:e|ing)|propos(?:e|ing)|say(?:ing)?)(?: then| now| here)? is(?:\W+that\b)?|(?:I|we)(?:'d| would)? (?:like to )?(?:propose|suggest)(?: then| now)?(?:\W+that\b))\W*",
    re.I,
)
"""How whoever leads begins to say what is to be agreed."""
_ASKS_WHETHER = re.compile(rf"{_SO}(?:then )?(?:for (?:ourselves|us|this community),? )?(?:can|shall|may|could|should) we (?:then |now |all )?(?:take (?:it|this|that) as (?:a |our )?(?:decision|decided|agreed)|agree|decide|say|settle)(?: then| now| on this| here)?,? that\b\W*", re.I)
"""The same as a question, to which others then say yes."""
_FIRM = re.compile(rf"{_SO}(?:we|the community|this community|this group|everybody|everyone)(?: now| all| then)? (?:agree|decide)(?:,[^,]{{2,30}},)?(?: here| today| then)* (?:that|to)\b(?! disagree\b)", re.I)
"""The same where it is agreed as soon as somebody says yes."""
_BINDS = re.compile(r"\b(?:agree|decide)\b[^.?!]{0,60}?\bto\b(?! (?:the|a|an|this|that)\b)|\b(?:will|shall|must|should)\b|'ll\b|\b(?:stays?|remains?|starts?|ends?) (?:at|on|in|as|until|for|from|with)\b", re.I)
"""What tells what is to be from what is thought."""
_ALL = r"(?:everybody|everyone|all|all of you|you all|the (?:meeting|group|community|room))"
_ASKS = re.compile(
    rf"\b(?:can|could|will|would|do|does|shall|may) (?:you|we|I|{_ALL})(?: all| both)? (?:\w+ ){{0,2}}?(?:live with|agree|accept|decide)\b[^?]{{0,60}}\?\W*$|\b(?:any (?:objections?)|any(?:body|one) (?:against|opposed|not happy|who objects)|(?:who|is any(?:body|one)) (?:is )?against)\b[^?]{{0,40}}\?\W*$|"
    rf"\b(?:decided|agreed|thumbs,? please|thumbs)\?\W*$|\b(?:is|are) (?:it|that|this|you|{_ALL}) (?:all )?(?:ok|okay|fine|happy|agreed|good)(?: with (?:that|this|it))? (?:with|for|to) {_ALL}\?\W*$|\b(?:is|are) {_ALL} (?:ok|okay|fine|happy|agreed)\b[^?]{{0,30}}\?\W*$", re.I
)
"""How all are asked whether that holds."""
_ASKS_ONE = re.compile(r"^\W*(?:is that (?:right|correct|fine|ok|okay)|right|correct|agreed|okay|ok|yes)\?\W*$", re.I)
"""The same behind words that say that it is put to all."""
_CLOSES = re.compile(
    r"(?:^|[,;] (?:so|then|and|and so) |\b(?:so|then) )(?:(?:okay|ok|right|good|well|all right|alright)\b\W*+)*+(?:it|that|this|they)(?:'s| is|'re| are) (?:all |then |now |hereby |both )?(?:agreed|decided|settled|resolved|accepted|adopted|approved)\b(?! (?:if|when|unless|or not|down|by|with|in|for|at|through|between|to)\b)|"
    r"^\W*+(?:(?:okay|ok|so|right|good|then|well|no|none|nobody|thank you|thanks)\b\W*+)*+(?:agreed|decided|settled|resolved|adopted|carried)(?: then| everybody| all)?\W*[.!]?\W*$", re.I
)
_ASKS_IT = re.compile(r"\b(?:decided|agreed)\?\W*$", re.I)
_MAY_PRECEDE = re.compile(r"^\W*(?:(?:okay|ok|so|right|good|well|and|then|great|lovely|noted|fine|no|none|nobody|thank you|thanks|thumbs|yes|ja)\b|I see\b|(?:\w+ ){0,2}thumbs\b|any(?:body|one)\b|any objections?\b|who is\b|is any(?:body|one)\b|\.{2,})", re.I)
"""What may stand between what is put to all and "it's decided" in the same turn, and brings up nothing new."""
_FOR_WHOM = r"(?:\W+(?:chair(?:person)?|madam chair|then|too|also|all|everybody|of course|thank you|thanks|please|indeed|absolutely|definitely|with (?:me|us|that|it|this)|(?:for|by|from) (?:me|us|my side|our side|[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?)|to (?:that|it|this)|on (?:that|it|this)|(?-i:[A-Z][\w'’-]+)))*\W*$"
_YES = re.compile(
    r"^\W*+(?:(?:and|so|well|oh|um|uh|okay|ok|no|chair|yes|ja|yeah)\b\W*+)*(?:(?:yes|yeah|yep|ja|aye|agreed?|decided|sure|fine|good|perfect|okay|ok|all right|alright|sharp|correct|(?:that|it|this)(?:'s| is) (?:all )?(?:right|fine|good|correct|okay|ok|fair|reasonable|clear)|no objections?|"
    rf"(?:I'm|we're|I am|we are|(?-i:[A-Z])\w+(?: \w+)? is) (?:happy|fine|okay|ok|in)|(?:I|we) (?:fully |also |both |all |strongly )?(?:agree|support (?:it|this|that)|accept (?:it|this|that))){_FOR_WHOM}|"
    r"I (?:can|could) (?:live with|agree with|accept|support) (?:it|that|this)\b|(?:yes|ja|sure|agreed|okay|ok)\W+(?:and )?I(?:'ll| will)\b(?! (?:not|never|think|see|vote)\b)|(?:I see )?(?:\w+[ -]){0,3}thumbs(?: up)?\W*$)", re.I
)
"""A yes that says nothing else, but for whom, or what its speaker will do."""
_GOES_ALONG = re.compile(
    r"^\W*+(?:(?:and|so|well|um|uh|okay|ok|ja|yes)\b\W*+)*+(?:I(?:'ll| will| can)\b(?! (?:not|never|only)\b)|(?:by|before|on) \w+(?: \w+)?,? the \w+|thank you|thanks|great|lovely|beautiful|(?:\w+[ -]?){1,3}(?: thumbs)?(?: up)?\W*$(?<![a-z]n't)|(?:nobody|none|no one|no(?:t one)?|zero) (?:thumbs )?(?:down|against|opposed)\b|no objections?\b|by \w+\W*$)", re.I
)
"""What may be said by others between what is put to all and "it's decided"."""
_FEW_WORDS = re.compile(r"\b(?:no|not|nonsense|never|against|down|impossible|wait|until|two|three|fifty|hundred|thousand|january|february|march|april|may|june|july|august|september|october|november|december|maybe|perhaps|later|less|more|why|how|who)\b|\d", re.I)
_DOWN = re.compile(r"(?<!\bnone )(?<!\bnobody )(?<!\bno one )(?<!\bnot one )(?<!\bno thumbs )(?<!\bzero )\bdown\b(?! (?:for|to) me\b)", re.I)
_TAKES_BACK = re.compile(r"\b(?:goes|dropp?(?:ed|ing)?|lost|falls|fell|rejected|not|we drop it)\b", re.I)
_ASKS_WHO_OBJECTS = re.compile(r"\bany (?:objections?)\b|\bany(?:body|one) (?:against|opposed|not happy|who objects)\b|\bwho (?:is )?against\b", re.I)
_HELD_BACK = re.compile(r"\?\W*$|\b(?:but|however|only|first|before|until|unless|never|not|n't|wait|hold on|though|although|except|instead|rather|dead body|missed|half|part)\b|n't\b", re.I)
"""What makes a yes none."""
_LIVES = re.compile(r"\bI (?:can|could) live with\b", re.I)
_AGAINST = re.compile(
    r"^\W*+(?:(?:well|um|uh|chair|sorry|eish|hayi|madam|and|so|also)\b\W*+)*+(?:no\b(?!,? (?:objections?|problem|that(?:'s| is) (?:fine|right|good|ok|okay|fair)|it(?:'s| is) (?:fine|right|good|ok|okay)|no,? (?:they|that|it)\b))|nee\b|never\b|against\b|wait\b|hold on\b|but\b|not (?:for|from|like|yet|with|so)\b|over my\b)|"
    r"\b(?:absolutely|certainly|definitely) not\b|\bnot in favou?r\b|\b(?:abstains?|votes? (?:no|against)|vote against|opposed|are against|is against|have rejected|has rejected|have a problem|will strike|count me out|impossible|nonsense|disagrees?)\b|\b(?:it|that) (?:must|should|has to) be (?:\w+ )?(?:hundred|thousand|\d)|\b(?:I|we)(?:'d| would) (?:prefer|rather)\b|\bmake it \w+\b|"
    r"\bI (?:\w+ )?(?:object|disagree|oppose)\b|\bI(?:'m| am) (?:still |also )?(?:against|opposed|not (?:happy|comfortable|convinced|agreeing))\b|\b(?:I|we) (?:can't|cannot|don't|do not|won't|will not) (?:agree|support|accept|live with|want)\b|\b(?:far |way )?too (?:much|little|early|late|high|low|soon)\b|\bno way\b|"
    r"\b(?:we|let's|can we|could we) (?:\w+ )?(?:wait|first)\b|\bI take (?:it|that) back\b|\bnot what we (?:agreed|said|decided)\b|\b(?:no|not an?) agreement\b|\bnot (?:agreed|decided)\b", re.I
)
"""How somebody objects, asks for time, or takes it back."""
_IS_NONE = re.compile(r"\beither\b[^.?!]*\bor\b|\b(?:which (?:one|of)|or the)\b[^.?!]*\b(?:fee|option|other|proposal|date|day|one)\b[^.?!]*\b(?:or|which)\b|(?:^|:)\W*(?:[\w'’-]+ ){1,8}(?:want|wants|wish|wishes|would like|ask for)\b|\blet me ask\b|\b(?:only|just|still) a (?:proposal|draft|suggestion|thought)\b|\bnot (?:yet )?(?:decided|agreed|a decision)\b|\b(?:until|unless|before) (?:\w+ ){1,5}(?:have|has|had) (?:\w+ )?(?:voted|decided|agreed|approved)\b|\b(?:mute|microphones?|one by one|raise your hands?|in the chat)\b", re.I)
"""What is put so is no decision, or one on the meeting."""
_DOOR = re.compile(r"\b(?:gates?|doors?|applications?|registrations?|offices?|shops?|stalls?|lines?|windows?|calls?|markets?|centres?|clinics?|banks?|roads?|floor)\b[^.?!]{0,40}\bopen\b|\bopen (?:until|till|from|to|for|on|at|between|whether|if|till)\b", re.I)
"""What is open and no question."""
_OPEN = re.compile(
    r"\b(?:it|that|this|this one|that one|these|both|those|they|the (?:\w+ ){1,3}?)(?:'s|'re)? ?(?:therefore |then |still )?(?:stays?|remains?|is left|are left|is still|will stay|must stay) open\b|\b(?:we(?:'ll| will| must| should| can)?|let's|let us|I(?:'ll| will)) (?:then |have to )?(?:leave|keep|note|record|put) (?:it|that|this|this one|that one|both)(?: down)? (?:as )?open\b|"
    r"\b(?:do not|don't) (?:think|believe|see) (?:that )?(?:we(?:'re| are)? |us )(?:going to |can |will |could |be able to |'ll )?(?:settl\w+|clos\w+|resolv\w+|solv\w+|decid\w+|agree\w*)\b|\bwe(?:'re| are) not going to (?:settle|close|resolve|decide|agree on) (?:it|this|that)\b|\bwe(?:'ll| will) not (?:settle|close|resolve) (?:it|this|that)\b", re.I
)
_REFUSES = re.compile(
    r"\b(?:it|that|this|the (?:\w+ ){0,2}\w+)(?:'s| is) not (?:accepted|adopted|carried|supported|taken up|taken forward)\b(?! by\b)|\bwe(?:'re| are)(?: therefore)? not (?:taking|going with|adopting|accepting) (?:that|this|it|the \w+)\b|"
    r"\b(?:do not|don't) (?:think|see|hear)(?: that)?(?: there(?:'s| is))? (?:any |enough |much |the )?support for (?:this|that|it)\b|\bthere(?:'s| is) (?:no|not enough|little) support for (?:this|that|it|the (?:proposal|motion|idea))\b|\bas proposed and not (?:supported|accepted|agreed)\b|"
    r"\b(?:it|that|this|(?:that|this) one|the (?:[\w'-]+ ){0,2}[\w'-]+)(?:'s| is| was)(?: then| therefore)? (?:rejected|turned down|voted down)\b(?! by\b)|\b(?:it|that)(?:'s| is) a no\b(?! (?:from|for) )|"
    r"\bwe (?:don't|do not|won't|will not) (?:take|do|have|go (?:with|for)) (?:(?:that|this) one|the (?:[\w'-]+ ){0,2}[\w'-]+)(?=\W*$|[.;] )", re.I
)
_PUTS_OFF = re.compile(
    r"\b(?:(?:is|are|be|gets?) (?:put off|postponed|deferred|held over)|goes|moves|carries over|comes back|stands over)(?: then| over)?(?: as (?:the |a )?(?:\w+ )?(?:item|point|topic))? (?:to|until|till|for|at|in) (?:the next|our next|next) (?:\w+ )?(?:session|meeting|webinar|time)\b|"
    r"\b(?:we(?:'ll| will| must| have to)?|let's|let us|I(?:'ll| will)) (?:then |rather )?(?:(?:put|keep|take|hold|leave|postpone|do) (?:the )?[\w' -]{3,60}?(?: (?:for|on the agenda (?:of|for)|to|until|till|at))|move (?:the )?[\w' -]{3,40}? (?:to|until|till)) (?:the next|our next|next) (?:session|meeting|webinar|time)\b", re.I
)
_VOTES = re.compile(r"\blet me ask\b|\bthumbs\b|\bvote\b|\bwho is (?:for|in favou?r)\b", re.I)
_POINTS_BACK = re.compile(rf"{_SO}(?:it|that|this)(?:'s| is) not\b", re.I)
_KEPT_FROM = re.compile(r"\b(?:not|never|don't|won't|can't|cannot)\b|\bn't\b|\b(?:photos?|lunch|tea|transport|catering|dinner)\b", re.I)
_NO_MATTER = re.compile(r"\bagree more\b|\b(?:settle|pay) the (?:bill|account|invoice)\b|\b(?:positions?|posts?|vacanc\w+|roads?|seats?)\b[^.?!]{0,40}\bopen\b|\bopen\b[^.?!]{0,30}\b(?:roads?|gates?|doors?|lines?)\b", re.I)
"""What is open, agreed or not, and no matter of the meeting."""
_NOT_OURS = re.compile(r"\b(?:says?|said|told|heard|council|municipality|parliament|if|whether|suppose)\b|\bby the (?:way|\w+)\b|\bnow\b", re.I)
"""What tells of others, or supposes."""
_PROPOSAL = re.compile(r"\b(?:what I(?:'d| would|'m| am)? propos(?:e|ing) is\b|the proposal (?:from|of) (?:[\w'-]+ ){1,5}is that\b|(?:we|this (?:community|network|circle|forum)) should(?: all)? (?:publish|put|start|have an?|make|ask|write|buy|set up|create|share)\b|(?:I|we)(?:'d| would)?(?: like to)? (?:therefore |now |also |just )?(?:propose|suggest|move|recommend) (?:that|a|an|the|to|we)\b|(?:my|our) (?:proposal|suggestion|motion) is\b|what (?:I think )?we need(?: here| now| then)? is\b|why (?:don't|can't) we\b|can(?:'t| not)? we not\b|(?:there|we) should be\b|(?:I|we)(?:'d| would) like (?:this community to|that)\b)", re.I)
_ANNOUNCES = re.compile(r"\bI(?:'ve| have|'d like to make| want to make| would like to make)(?: got)? (?:a|one) (?:proposal|suggestion|motion)\b", re.I)
_WELCOMED = re.compile(r"\b(?:that(?:'s| is) (?:a )?(?:very )?(?:good|great|fine|lovely)|good idea|I like (?:it|that)|accepted|let's do (?:it|that)(?=[.!]|$))", re.I)
_OF_ANY = re.compile(r"\b(?:it|that|this|(?:the|your|his|her) (?:proposal|motion|suggestion|idea|list))\b", re.I)
_SOMEBODYS = re.compile(r"\b(?!(?:It|That|This|There|He|She|What|Who|Where|Here|Let|One)['’])[A-Z]\w+['’]s\b(?! not\b)")
"""Whose it is of several."""
_LEANS = re.compile(rf"{_SO}(?:it|that|this|they|those|these|we put it)\b", re.I)
FILLED = re.compile(r",? ?\b(?:um+|uh+|erm?)\b,?", re.I)
"""What fills a pause."""
_SAYS_SO = frozenset("propose proposal suggest suggestion motion support accept adopt fine leave keep stay remain open settle close resolve solve decide agree put session meeting webinar time item agenda think today paper minute next first know note go move take".split())
"""Lemmas that say how a matter is left, and not what it is."""


def _plain(text: str) -> str:
    """Return words without what fills a pause, as patterns are written: as many or fewer."""
    return FILLED.sub("", straight(text))


def with_refusals(findings: Sequence[Finding], themes: Sequence[Theme]) -> tuple[Finding, ...]:
    """Return ``findings`` with those as disputed that tell what whoever led said to be not agreed."""
    refused = [(ending.reply, ending.said) for theme in themes for ending in theme.endings if ending.state is EndingState.NOT_AGREED and ending.reply is not None]

    def told(finding: Finding) -> Finding:
        by = tuple(said for proposed, said in refused if 2 * finding.evidence[0].common(proposed) > finding.evidence[0].end - finding.evidence[0].start)
        return finding.model_copy(update={"disputed": by}) if by and not finding.disputed and finding.kind is not Kind.QUESTION else finding

    return tuple(map(told, findings))


_ONLY_POINTS = re.compile(r"\W*(?:it|this|that|them)\b\W*(?:,|and\b|$)", re.I)
"""What is left of "let me say it, and Yolandi writes"."""
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
    """Return what those ``leading`` put to all and then say to be decided, in time: only where others agree to it and nobody objects, before or behind.

    In doubt nothing was decided: whoever reads "agreed" and was there knows better.
    """
    found: dict[int, Put] = {}
    for place, unit in enumerate(units):
        if unit.where != "turn" or unit.participant not in leading:
            continue
        text = _plain(unit.text)
        asked = ends_as_question(text)
        if (_ASKS_IT if asked else _CLOSES).search(text):
            told = _closed_by(units, place, asked, leading)
            if told is not None:
                found[told[0]] = Put(*told, place)
        elif (firm := _FIRM.match(text)) and not asked and _BINDS.search(text[firm.start() :]):
            told = _block(units, [at for at in range(place, len(units[: place + NEAR])) if same_place(units[at], unit)])
            if told is not None and _holds(units, told[1], told[1], leading):
                found.setdefault(told[0], Put(*told, None))
    ordered = [found[first] for first in sorted(found)]
    return [one for one in ordered if not any(other is not one and other.first <= one.first and one.last <= other.last for other in ordered)]


def _closed_by(units: Sequence[Unit], place: int, asked: bool, leading: Collection[str]) -> tuple[int, int, int] | None:
    """Return what was put to all before words that close it, if others agreed and nobody objects."""
    for number, turn in enumerate(_turns_before(units, place)):
        before = [at for at in turn if at < place]
        told = _block(units, before if asked or number == 0 else turn, closing=asked)
        if told is not None:
            between = [units[at] for at in before if at > told[1]]
            if number == 0 and not asked and any(_MAY_PRECEDE.match(unit.text) is None for unit in between):
                return None
            seen = number == 0 and not asked and any(re.search(r"\bthumbs\b|^\W*(?:no|none|nobody)\b", unit.text, re.I) for unit in (*between, units[place]))
            return told if seen and not _objected(units, place, place, leading) or _holds(units, told[1], place, leading) else None
        if number == 0 and any(_MAY_PRECEDE.match(units[at].text) is None for at in before):
            return None  # whoever closes it speaks of something else first
    return None


def _turns_before(units: Sequence[Unit], place: int) -> Iterator[list[int]]:
    """Yield the places of each turn of the same person that ends with, or soon before, a sentence, the latest first."""
    near = list(takewhile(lambda at: units[place].time - units[at].time <= WITHIN, range(place, -1, -1)))
    own = [at for at in near if units[at].where == "turn" and units[at].participant == units[place].participant]
    for index in list(dict.fromkeys(units[at].index for at in own))[:TURNS]:
        yield sorted(at for at in own if units[at].index == index)


def _block(units: Sequence[Unit], turn: Sequence[int], closing: bool = False) -> tuple[int, int, int] | None:
    """Return the first and last unit of what a turn puts to all, and how many characters only lead up to it, if it does; a turn ``closing`` with a
    question whether it is decided needs no other words for it."""
    for at in reversed(turn):
        if (led := _ASKS_WHETHER.match(straight(units[at].text))) is not None:
            return (at, at, led.end()) if FEWEST <= units[at].words <= MOST and not _IS_NONE.search(units[at].text) else None
    first, skipped = None, 0
    for at in turn:
        if (led := _PUTS.match(straight(units[at].text))) is not None:
            first, skipped = at, led.end()
    behind = [at for at in turn if first is None or at > first]
    asks = next((at for at in behind if ends_as_question(units[at].text) and (_ASKS.search(_plain(units[at].text)) or first is not None and _ASKS_ONE.match(units[at].text))), None)
    if first is None and asks is None and not closing:
        return None
    said = [at for at in turn if (first is None or at >= first) and (asks is None or at < asks)]
    if first is not None and (len(units[first].text[skipped:].split()) < BRIEF or _ONLY_POINTS.match(units[first].text[skipped:])):
        said, skipped = said[1:], 0
    while said and (is_courtesy(units[said[0]]) or is_housekeeping(units[said[0]].text) or ends_as_question(units[said[0]].text) or first is None and units[said[0]].words < BRIEF):
        said, skipped = said[1:], 0
    said = list(takewhile(lambda at: not ends_as_question(units[at].text) and not is_courtesy(units[at]) and not is_housekeeping(units[at].text), said))
    words = " ".join(units[at].text for at in said)
    past = bool(said) and any(token.tag_ == "VBD" and token.lower_ != token.lemma_ for token in units[said[0]].tokens)
    fits = FEWEST <= sum(units[at].words for at in said) <= MOST and not _IS_NONE.search(straight(words)) and not past
    return (said[0], said[-1], skipped) if said and fits else None


def stands(units: Sequence[Unit], proposed: int, closed: int) -> bool:
    """Tell whether what was proposed in one unit is what another says to be decided: nobody objects between them, and whoever closes it speaks of nothing else first."""
    between = [units[at] for at in range(proposed + 1, closed) if units[at].where == "turn"]
    first = [unit for unit in between if same_place(unit, units[closed]) and not same_place(unit, units[proposed])]
    objected = any(_AGAINST.search(_plain(unit.text)) for unit in between if unit.participant != units[closed].participant)
    return not (objected or is_housekeeping(units[proposed].text) or _IS_NONE.search(straight(units[proposed].text)) or any(_MAY_PRECEDE.match(unit.text) is None for unit in first))


def _holds(units: Sequence[Unit], last: int, closed: int, leading: Collection[str]) -> bool:
    """Tell whether others agree to what ends with a unit, before it is ``closed`` or soon after, and nobody objects or says anything else meanwhile."""
    if _objected(units, last, closed, leading):
        return False
    behind = _behind(units, last, closed)
    asks = any(_ASKS_WHO_OBJECTS.search(units[at].text) for at in range(last + 1, closed + 1) if units[at].participant == units[last].participant and ends_as_question(units[at].text))
    yes = [at for at in behind if units[at].participant not in (units[last].participant, units[closed].participant) and _agrees(units[at].text)]
    if asks and any(at <= closed and re.match(r"\W*(?:yes|ja|yeah|yep|aye)\b(?!\W+no\b)", _plain(units[at].text), re.I) for at in yes):
        return False  # "Anybody against?" "Yes."
    plain = all(
        _MAY_PRECEDE.match(_plain(units[at].text)) is not None or _agrees(units[at].text)
        if units[at].participant in leading
        else _agrees(units[at].text) or _goes_along(units[at].text)
        for at in behind
        if at <= closed
    )
    return plain and (bool(yes) or any(units[at].participant != units[last].participant and _agrees(units[at].text) for at in behind))


def _goes_along(text: str) -> bool:
    """Tell whether somebody says something that brings nothing else up: what they will do, a count, thanks."""
    found = _GOES_ALONG.match(_plain(text))
    return found is not None and not (len(text.split()) <= BRIEF and _FEW_WORDS.search(text) and not re.search(r"\b(?:nobody|none|no|zero)\b", text, re.I)) and not _HELD_BACK.search(_plain(text).replace("first", ""))


def _objected(units: Sequence[Unit], last: int, closed: int, leading: Collection[str]) -> bool:
    if any(_DOWN.search(units[at].text) for at in (*_behind(units, last, closed), closed) if at <= closed) or closed > last and _TAKES_BACK.search(units[closed].text.partition("decided")[2]):
        return True
    return any(_AGAINST.search(_plain(units[at].text)) and not (units[at].participant in leading and at <= closed) and not _LIVES.search(units[at].text) for at in _behind(units, last, closed))


def _behind(units: Sequence[Unit], last: int, closed: int) -> list[int]:
    """Return the spoken units behind one that may agree or object, up to some time after it is ``closed``, until whoever leads goes on to something else."""
    found: list[int] = []
    for at in range(last + 1, len(units[: closed + 1 + NEAR])):
        goes_on = at > closed and units[at].participant == units[closed].participant and (ends_as_question(units[at].text) or is_handover(units[at].text))
        if goes_on or at > closed and units[at].time - units[closed].time > SOON:
            break
        if units[at].where == "turn" and at != closed and not (at <= closed and ends_as_question(units[at].text) and units[at].participant == units[last].participant):
            found.append(at)
    return found


def _agrees(text: str) -> bool:
    """Tell whether somebody says yes, and holds nothing back."""
    plain = _plain(text)
    return _YES.match(plain) is not None and (_LIVES.search(plain) is not None or not _HELD_BACK.search(plain))


def left_as(units: Sequence[Unit], leading: Collection[str]) -> Iterator[Left]:
    """Yield how those ``leading`` say that a matter was left which was not decided, in time, if that says of what."""
    beyond, refused = -1, set[int]()
    for place, unit in enumerate(units):
        if place <= beyond or unit.where != "turn" or unit.participant not in leading or ends_as_question(unit.text):
            continue
        text = _plain(unit.text)
        turn = [at for at in range(max(0, place - 10), min(len(units), place + 15)) if same_place(units[at], unit)]
        if _OPEN.search(text) and not _DOOR.search(text) and not _NO_MATTER.search(text) and not re.search(r"\b(?:if|whether)\b", text):
            last = max(at for at in turn if at == place or _OPEN.search(_plain(units[at].text)))
            first = _from_its_matter(units, turn, place, last)
            if first is not None:
                beyond = last
                yield Left(EndingState.LEFT_OPEN, first, last)
        elif _REFUSES.search(text) and not _NOT_OURS.search(text) and not _voted_on(units, turn, place):
            last = max(at for at in turn if at == place or at > place and _REFUSES.search(_plain(units[at].text)))
            proposed = proposal_before(units, place, last, leading)
            if proposed is not None and proposed not in refused:
                beyond = last
                refused.add(proposed)
                yield Left(EndingState.NOT_AGREED, last, last, proposed)
        elif _PUTS_OFF.search(text) and not _NOT_OURS.search(text) and not _KEPT_FROM.search(text):
            first = _from_its_matter(units, turn, place, place, NAMED)
            if first is not None:
                beyond = place
                yield Left(EndingState.PUT_OFF, first, place)


def _voted_on(units: Sequence[Unit], turn: Sequence[int], place: int) -> bool:
    """Tell whether a refusal is only an impression before a vote, or answers whoever leads themselves."""
    behind = any(_VOTES.search(units[at].text) for at in turn if at >= place)
    own = bool(_POINTS_BACK.match(_plain(units[place].text))) and any(at == place - 1 and ends_as_question(units[at].text) for at in turn)
    return behind or own


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


def from_its_matter(units: Sequence[Unit], first: int, last: int) -> int | None:
    """Return with which unit of a turn what is left so in units ``first`` to ``last`` begins to be said, if it is in not too many words."""
    turn = [at for at in range(max(0, first - BACK), last + 1) if same_place(units[at], units[first])]
    return _from_its_matter(units, turn, first, last)


def says_what(units: Sequence[Unit], first: int, last: int) -> bool:
    """Tell whether units ``first`` to ``last`` name a matter, in not too many words: days, numbers and names are none."""
    said = {token.lemma_.casefold() for unit in units[first : last + 1] for token in unit.tokens if token.pos_ in ("NOUN", "VERB", "ADJ") and not token.is_stop and token.lower_ not in DATEWORDS}
    return len(said - _SAYS_SO) >= MATTER and _says(units, first, last, 0)


def is_agreed_to(units: Sequence[Unit], last: int) -> bool:
    """Tell whether somebody says yes soon behind what whoever leads asks all up to a unit, or these say themselves that nobody objects."""
    for at in range(last + 1, min(len(units), last + 1 + NEAR)):
        if units[at].time - units[last].time > SOON:
            return False
        own = units[at].participant == units[last].participant
        if units[at].where == "turn" and (_NOBODY.match(_plain(units[at].text)) if own else _agrees(units[at].text) or _SAYS_YES.search(_plain(units[at].text))):
            return True
    return False


_NOBODY = re.compile(r"\W*(?:no\b(?!,? (?:wait|sorry|not)\b)|none\b|nobody\b|good\b|great\b|lovely\b|thank|decided|agreed|(?:then |so )?(?:it|that)(?:'s| is) (?:decided|agreed|settled)|I see (?:no|thumbs|nods)|\w+ thumbs)", re.I)
"""How whoever asked says that nobody objects."""
_ABSTAINS = re.compile(r"\babstain", re.I)
_SAYS_YES = re.compile(r"(?:^|[,;.] )(?:yes|ja|agreed)\W*$", re.I)
"""How somebody says yes behind what they say yes to."""


def is_no_decision(text: str) -> bool:
    """Tell whether a sentence leaves a choice, tells whose wish something is, or is on the meeting itself."""
    return _IS_NONE.search(straight(text)) is not None


def is_opposed(units: Sequence[Unit], last: int) -> bool:
    """Tell whether the first who says yes or no soon behind what whoever leads says up to a unit objects or asks for time."""
    for at in _behind(units, last, last):
        if units[at].participant != units[last].participant and not _ABSTAINS.search(units[at].text):
            if _agrees(units[at].text) or _SAYS_YES.search(_plain(units[at].text)):
                return False
            if _AGAINST.search(_plain(units[at].text)) and not _LIVES.search(units[at].text):
                return True
    return False


def _says(units: Sequence[Unit], first: int, last: int, least: int = MATTER) -> bool:
    """Tell whether units say what is left so, in not too many words."""
    said = {lemma for unit in units[first : last + 1] for lemma in unit.lemmas} - _SAYS_SO | {token.lower_ for unit in units[first : last + 1] for token in unit.tokens if token.pos_ == "NUM" and token.is_digit}
    return len(said) >= least and sum(unit.words for unit in units[first : last + 1]) <= SPOKEN


def proposal_before(units: Sequence[Unit], place: int, last: int, leading: Collection[str]) -> int | None:
    """Return what somebody else proposed some minutes before a refusal, the one proposal that there is or one of the same matter, unless it was welcomed meanwhile."""
    near = [at for at in range(place - 1, -1, -1) if units[place].time - units[at].time <= WANTED and units[at].where == "turn"]
    made = list(dict.fromkeys(filter(None, (_made(units, at, place) for at in near if units[at].participant not in leading))))
    named = {lemma for at in range(place, last + 1) for lemma in units[at].lemmas} - _SAYS_SO
    alike = [at for at in made if not named.isdisjoint(units[at].lemmas)]
    pronoun = not any(_SOMEBODYS.search(units[at].text) for at in range(place, last + 1)) and any((found := _REFUSES.search(_plain(units[at].text))) and _OF_ANY.search(found[0]) for at in range(place, last + 1))
    proposed = next(iter(alike), None) or (made[0] if pronoun and made and (len({units[at].participant for at in made}) == 1 or units[made[0]].time - units[made[1]].time > APART) else None)
    welcomed = proposed is not None and any(_WELCOMED.search(units[at].text) and units[at].participant in leading for at in near if at > proposed)
    return None if welcomed else proposed


def _made(units: Sequence[Unit], at: int, place: int) -> int | None:
    """Return where somebody says what they propose, if a unit does so or announces it."""
    text = straight(units[at].text)
    if units[at].words >= FEWEST and not ends_as_question(text) and _PROPOSAL.search(text):
        return at
    if not _ANNOUNCES.search(text):
        return None
    return next((then for then in range(at + 1, place) if units[then].participant == units[at].participant and units[then].words >= FEWEST and not ends_as_question(units[then].text)), None)
