"""What people settle without saying that it is decided: "so we try it, July to December", and the others go along.

Few who lead a community speak as minutes are written. They say what they heard, or what is done now, some say that they can live with it, and
all go on. That is told as what seems settled, in the words of who said so, and never as decided: whoever was there confirms it. At least two
others go along, one where all are asked, and nobody objects behind.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from copaper.analysis.boundaries import hands_over
from copaper.analysis.settling import FILLED, objects, says_yes
from copaper.analysis.statements import is_courtesy
from copaper.analysis.units import Unit, same_place
from copaper.textclean import ends_as_question, is_housekeeping, straight

BEFORE, BEHIND = 60.0, 60.0
"""Seconds before and behind such words within which others go along, or object."""
PROPOSED = 150.0
"""Seconds before "then that's how we do it" within which it was said how."""
FEWEST, MOST = 6, 110
"""Words of what is told of it."""
ADDS = 50
"""Words of what is added to it in the same breath, at most."""
BRIEF = 7
"""Words of "ten, then", at most."""
SHORT = 16
"""Words of a sentence of somebody who goes along, at most."""
MATTER = 3
"""Content lemmas and numbers of what says by itself what is settled, at least."""
ASKED, ALONE = 1, 2
"""Others who go along, at least, where all are asked and where they are not."""

_SO = r"^\W*+(?:(?:okay|ok|so|and|right|well|good|now|then|um|uh|all right|alright|great|lovely|there|ja|yes|no|mooi|sharp|perfect|fine|thank you|thanks|(?-i:[A-Z])\w+)\b[\s,.!–—-]*+){0,6}+"
_LEADS = r"(?:so|then|okay|ok|right|good|all right|alright|and so|well then|and then)"
_DOES = r"(?:try|test|pilot|start|begin|run|go (?:with|for|ahead)|do|use|keep|drop|leave (?:out|it at)|stick (?:with|to)|write|send|ask|take (?:it|that|this|them) (?:to|from|out)|make it|put (?:it|that|this|them)|have (?:it|one|two|three)|meet|share|pay|give|call it|say|open|close|move|limit|cap|set)"
_HOW = re.compile(rf"\b(?:that|this)(?:'s| is)(?: then| now)? (?:how|what|the way) (?:we|the (?:members|community|group)|everybody|everyone|all of us)(?:'ll| will| are going to|'re going to| can)?(?: (?:then|now|here|all|\w+ here))* {_DOES}\b|\b(?:that|this)(?:'s| is) (?:then )?how (?:we(?:'ll| will)?|the members(?: here)?) (?:do|try|run) it\b", re.I)
"""How somebody closes a matter by pointing at it."""
_WE = re.compile(rf"(?=\W*{_LEADS}\b){_SO}(?:from (?:[\w-]+ ){{1,4}})?(?:we|everybody|everyone|all of us)(?:'ll| will| all| both)* (?!(?:have|had|were|was|are|can|could|should|need|want|say (?:thank|good))\b){_DOES}\b", re.I)
"""How somebody says what is done now: "so we try it"."""
_WHY_NOT = re.compile(rf"{_SO}(?:why don't we|shall we|let's|let us|what if we|can we|how about we)(?: (?:just|then|all|rather|simply|maybe|now))* {_DOES}\b", re.I)
"""The same as a call, to which others say yes."""
_HEARD = re.compile(
    rf"{_SO}(?:then )?(?:let me (?:just |then )*(?:hear|see|check|test|say)(?: back)? (?:if|whether|what) I(?:'ve| have)? (?:got|heard|understood|hear)|what I(?:'m| am|'ve| have)? (?:hear|heard|hearing|got|getting)\b(?! from (?:my|the|our) )|(?:have|do) I (?:got|get|have|understand) (?:it|this|that|you)(?: right)?|tell me if I(?:'ve| have| am|'m)? (?:got|wrong))", re.I
)
"""How somebody says that they tell what all have come to."""
_ASKS_ALL = re.compile(
    r"\b(?:any ?(?:body|one)|some ?(?:body|one)|who|is there (?:any|some)(?:body|one))(?:'s| is| are)?(?: here| else| who)*(?:'s| is)? (?:going to |gonna )?(?:unhappy|not happy|against|can't|cannot|lies? awake|lose sleep|scream\w*|cross|object\w*|disagree\w*|opposed|not okay|not ok|uncomfortable|see(?:s|ing)? a problem|ha(?:s|ve|ving) a problem|hate(?:s)?|going to fight|got a problem|feels? (?:strongly|differently))\b[^?]{0,40}\?\W*$|"
    r"\b(?:can|could|will|would) (?:everybody|everyone|we all|you all|all of (?:you|us)|people) (?:live with|sleep|do|agree|accept|try)\b[^?]{0,40}\?\W*$|\b(?:everybody|everyone|all|you all|we all) (?:okay|ok|fine|happy|good|in|with me|agreed)\b[^?]{0,30}\?\W*$|\bdoes that (?:work|sound (?:right|fair|okay|ok))\b[^?]{0,30}\?\W*$|\bany (?:objections?|screams|tears|complaints)\b[^?]{0,30}\?\W*$",
    re.I,
)
"""How all are asked whether it holds."""
_THEN = re.compile(r"^\W*+(?:(?:okay|ok|so|right|good|ja|yes|and)\b\W*+)*+(?P<what>(?:[\w'-]+ ){0,4}?[\w'-]+)(?:,? then|,? it is|,? then it is)\W*$", re.I)
"""How somebody closes a matter with what it came to: "ten, then"."""
_QUANTITY = re.compile(r"\b(?:\d[\d., ]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred|thousand|half|quarter|january|february|(?-i:March)|april|(?-i:May)|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?:\b|(?=-))", re.I)
_SMALL = frozenset("one two three hundred thousand half".split())
"""Numbers that two sentences share by chance."""
_GIVES = re.compile(r"\b(?-i:[A-Z])[\w'’-]+ (?:writes|drafts|sends|takes|does|brings|makes|collects|asks|checks|signs|keeps|runs|tests) \w+.*,? (?:and )?(?:I|we|(?-i:[A-Z])[\w'’-]+)(?:'ll| will)? (?:sign|write|send|take|do|bring|check|draft|make|help|ask|signs|writes|sends|takes|does|brings|checks|makes|helps|asks)\b", re.I)
"""How somebody hands out what is to be done."""
_GOES_ALONG = re.compile(
    r"^\W*+(?:(?:and|so|well|um|uh|oh|okay|ok|ja|yes|yeah|no|then|chair|chairperson|also|sharp|then yes)\b[\s,.!–—-]*+)*+(?:"
    r"(?:I|we)(?:'m| am|'re| are) (?:\w+ )?(?:in|fine|happy|okay|ok|good|for it|on board|with (?:you|that|it))\b|count (?:me|us) in\b|(?:the \w+|I|we)(?: (?:can|could|would|will)|'ll|'d)(?:,? (?:I|we)(?:'d|'ll))?(?: also| definitely| happily)? (?:do|live with|sleep|try|manage|support|accept|welcome|work with|go with) ?(?:it|that|this|the \w+|with (?:it|that|this)|one|two|three|four|five|six|ten|better)?\b|I(?:'d| would| will|'ll) sleep(?: better)?\b|I can sleep\b|"
    r"(?:that |it |this )?(?:works|makes sense|sounds (?:good|fine|right|fair|reasonable|lovely))\b|(?:it|that|this)(?:'s| is) (?:common sense|fair|fair enough|reasonable|doable|fine|good|better|right|perfect|lekker)\b|common sense\b|fair enough\b|fine(?: (?:by|with|for) (?:me|us))?\W*$|(?:\w+(?:'s| is) )?fine\W*$|no objections?\b|"
    r"(?:sharp|deal|perfect|lekker|lovely|great|done|agreed|supported|absolutely|definitely|hundred per ?cent|a hundred per ?cent|yebo|ewe|siyavuma)\W*$|let's (?:do|try) (?:it|that|this)\b|go for it\b|do it\W*$|good (?:plan|idea)\b|yes\W*$|ja\W*$|"
    r"I (?:like|love|support|second|agree with) (?:it|that|this|the \w+)\b|I(?:'ve| have) (?:got )?(?:no (?:problem|objection)|nothing to add)\b|no problem\b|happy (?:with|to)\b)",
    re.I,
)
"""How people go along in passing."""
_WITHHOLDS = re.compile(r"\?\W*$|\b(?:but|however|unless|until|never|not (?:sure|yet|happy|fine|okay|convinced)|don't|won't|can't|cannot|wouldn't|isn't|rather|instead|disagree|worried|careful)\b", re.I)
_AGAINST = re.compile(r"\b(?:unhappy|not (?:happy|okay|ok)|against|can't|cannot|awake|sleep|scream|cross|object|disagree|opposed|uncomfortable|problem|hate|fight|strongly|differently|objections?|screams|tears|complaints)", re.I)
"""What somebody is who is asked for, where a no says that nobody is."""
_NO = re.compile(r"^\W*(?:(?:um|uh|well|ah)\W+)*(?:no|none|nobody|nope|nee|not (?:me|us|at all|here|from (?:me|us)))\b(?!.*\b(?:but|way|agree|no no)\b)", re.I)
_BUT = re.compile(r"\W*but\b", re.I)
_RESERVED = re.compile(r"\b(?:I can(?:'t| not)|not (?:my|our)|no way|over my|against)\b", re.I)
_I_ALONE = re.compile(rf"{_SO}I\b", re.I)
_NONE = re.compile(
    r"\b(?:break|lunch|tea|coffee|minutes?|mute|microphones?|chat|slides?|screen|hands?|breakout|record(?:ing)?|next (?:item|topic|speaker|question|one)|agenda|questions?|intro\w*|floor|hear from|start with|move on|welcome|close (?:the|this) (?:meeting|session)|wrap|poll|vote|the link|photo|group photo|time check|move to|go to|over to)\b|"
    r"\b(?:said|says|told|used to|last (?:year|month|week|time)|in (?:19|20)\d\d|for example|suppose|imagine|if (?:I|we|you) (?:had|were)|every (?:day|week|month|morning|friday|monday))\b", re.I
)
"""What is on the meeting itself, told of elsewhere, or done all the time."""
_PROPOSES = re.compile(r"\b(?:I(?:'d| would) (?:say|suggest|propose|like|want|go for|prefer)|I (?:want|would like|propose|suggest) to (?:say|propose|suggest)|I (?:suggest|propose|want to say)|if we (?:say|said|do|did|try|take)|what (?:if|about)|how about|could (?:we|be)|we could|maybe (?:we|it)|let's say|why (?:don't|not)|can we (?:say|do|try)|must (?:be|have|come)|should (?:be|have|come))\b", re.I)
_PLAINLY = re.compile(r"\bI(?:'d| would)? (?:suggest|propose)\b", re.I)
"""How somebody proposes in so many words."""


class GoneAlong(NamedTuple):
    """Where units ``first`` to ``last`` say what seems settled; what was ``proposed`` before (its first and last unit), or who went ``along`` behind, if that is told beside it."""

    first: int
    last: int
    proposed: tuple[int, int] | None
    along: int | None


def gone_along(units: Sequence[Unit], leading: Collection[str]) -> list[GoneAlong]:
    """Return in time what those ``leading``, or whoever puts it to all in so many words, say to be done, where others go along and nobody objects."""
    found: list[GoneAlong] = []
    for at, unit in enumerate(units):
        if found and at <= found[-1].last or unit.where != "turn" or unit.words > MOST:
            continue
        turn = [i for i in range(max(0, at - 12), min(len(units), at + 14)) if same_place(units[i], unit)]
        text = FILLED.sub("", straight(unit.text))
        told, asks = _heard(units, turn, at, text), True
        if told is None and unit.participant in leading:
            told = _said(units, turn, at, text)
            asks = any(_ASKS_ALL.search(straight(units[i].text)) for i in turn if i >= at) or _asked_before(units, at)
        if told is None:
            continue
        first, last = told
        along = _along(units, first, max(last, turn[-1]) if asks else last)
        if along is None or len({units[i].participant for i in along}) < (ASKED if asks else ALONE):
            continue
        points = _HOW.search(text) is not None or _THEN.match(text) is not None or _leans(units[first]) or not _says(units, first, last)
        before = found[-1] if points and found and found[-1].proposed is None and unit.time - units[found[-1].last].time <= PROPOSED else None
        proposed = None if not points else (before.first, before.last) if before else _proposed(units, first, last, _THEN.match(text) is not None, _HOW.search(text) is None and _leans(units[first]))
        if not _says(units, first, last) and proposed is None:
            continue
        if before is not None:
            found.pop()
        behind = next((i for i in along if i > last and units[i].where == "turn" and units[i].words > 1 and not _NO.match(units[i].text)), None)
        found.append(GoneAlong(first, last, proposed, behind if proposed is None else None))
    return found


def _asked_before(units: Sequence[Unit], at: int) -> bool:
    """Tell whether the same person asked all soon before whether it holds, and comes back to it only now."""
    near = takewhile(lambda i: units[at].time - units[i].time <= BEFORE, range(at - 1, -1, -1))
    return any(units[i].participant == units[at].participant and _ASKS_ALL.search(straight(units[i].text)) for i in near)


def _heard(units: Sequence[Unit], turn: Sequence[int], at: int, text: str) -> tuple[int, int] | None:
    """Return what somebody says that all have come to, if a sentence begins to: up to where they ask whether it is so."""
    if not _HEARD.match(text):
        return None
    said = [i for i in turn if i > at or i == at and units[at].words > FEWEST + BRIEF]
    said = list(takewhile(lambda i: not ends_as_question(units[i].text) and not is_courtesy(units[i]), said))
    return (said[0], said[-1]) if said and FEWEST <= sum(units[i].words for i in said) <= MOST and not _NONE.search(units[said[0]].text) else None


def _said(units: Sequence[Unit], turn: Sequence[int], at: int, text: str) -> tuple[int, int] | None:
    """Return what whoever leads says is done, if a sentence says so, with what they add in the same breath."""
    asked = ends_as_question(text)
    closes = _ASKS_ALL.search(text) is not None
    calls = _WHY_NOT.match(text) is not None
    brief = units[at].words <= BRIEF and (found := _THEN.match(text)) is not None and _QUANTITY.search(found["what"]) is not None
    if closes:
        before = list(takewhile(lambda i: not ends_as_question(units[i].text) and not is_courtesy(units[i]) and not hands_over(units[i]), [i for i in reversed(turn) if i < at]))
        whole = _QUANTITY.search(text.partition("?")[0]) and units[at].words > FEWEST
        first = before[-1] if before else at if whole else None
        if first is None or _I_ALONE.match(units[first].text) or _NONE.search(" ".join(units[i].text for i in range(first, at + 1))):
            return None
        last = at if whole and not before else at - 1
        return (first, last) if FEWEST <= sum(units[i].words for i in range(first, last + 1)) <= MOST else None
    if not (_HOW.search(text) or brief or not asked and (_WE.match(text) or _GIVES.search(text)) or calls) or _NONE.search(text):
        return None
    behind = list(takewhile(lambda i: not ends_as_question(units[i].text) and not is_courtesy(units[i]) and not hands_over(units[i]) and not is_housekeeping(units[i].text), [i for i in turn if i > at]))
    first = at
    if calls:  # what is called for was mostly said right before
        before = list(takewhile(lambda i: not ends_as_question(units[i].text), [i for i in reversed(turn) if i < at]))
        first = before[-1] if before and sum(units[i].words for i in before) <= MOST // 2 else at
    words, last = units[at].words, at
    for i in behind:
        words += units[i].words
        if words - units[at].words > ADDS:
            break
        last = i
    while last > at and all(token.pos_ in ("PROPN", "PUNCT", "CCONJ") for token in units[last].tokens):
        last -= 1  # who is called upon
    return (first, last) if sum(units[i].words for i in range(first, last + 1)) >= 2 else None


def _along(units: Sequence[Unit], first: int, last: int) -> list[int] | None:
    """Return where others go along before and behind what is said, or None where somebody objects behind."""
    who, start, end = units[first].participant, units[first].time, units[last].time
    found: list[int] = []
    against = False  # whether all were asked last who is against it
    for i in range(max(0, first - 40), min(len(units), last + 40)):
        unit, text = units[i], FILLED.sub("", straight(units[i].text))
        if unit.participant == who and i >= first and ends_as_question(text):
            against = _ASKS_ALL.search(text) is not None and _AGAINST.search(text) is not None
        if unit.participant == who or not start - BEFORE <= unit.time <= end + BEHIND or first <= i <= last:
            continue
        if against and _NO.match(text):
            found.append(i)
            continue
        if i > last and unit.where == "turn" and objects(text) and not _GOES_ALONG.match(text) and not (unit.words < FEWEST and _BUT.match(text)):
            return None
        if unit.words <= SHORT and (says_yes(text) or _GOES_ALONG.match(text)) and not _WITHHOLDS.search(text) and not _RESERVED.search(text):
            found.append(i)
    return found


def _leans(unit: Unit) -> bool:
    """Tell whether a sentence hands out what is to be done with an "it" that it has not named."""
    it = next((n for n, token in enumerate(unit.tokens) if token.lower_ in ("it", "them") and token.dep_ == "dobj"), None)
    return it is not None and not any(token.pos_ == "NOUN" for token in unit.tokens[:it])


def _says(units: Sequence[Unit], first: int, last: int) -> bool:
    """Tell whether units say by themselves what is done."""
    return len(_named(units, first, last)) >= MATTER


def _named(units: Sequence[Unit], first: int, last: int) -> set[str]:
    """Return the content lemmas, numbers and days of units."""
    own = units[first : last + 1]
    return {lemma for unit in own for lemma in unit.lemmas} | {found[0].casefold() for unit in own for found in _QUANTITY.finditer(unit.text)}


def _proposed(units: Sequence[Unit], first: int, last: int, counts: bool, plainly_only: bool) -> tuple[int, int] | None:
    """Return what somebody proposed before words that point at it or say the least of it: it shares a number or a word with them, a number where
    these ``counts``, or was proposed in so many words."""
    own = {found[0].casefold() for found in _QUANTITY.finditer(units[first].text)} if counts else _named(units, first, last) - _SMALL
    plainly: tuple[int, int] | None = None
    for i in range(first - 1, -1, -1):
        unit = units[i]
        if units[first].time - unit.time > PROPOSED:
            break
        if unit.where != "turn" or ends_as_question(unit.text) or unit.words < 4 or not _PROPOSES.search(straight(unit.text)):
            continue
        turn = [j for j in range(i, min(len(units), i + 4)) if same_place(units[j], unit) and not ends_as_question(units[j].text)]
        end = i
        for j in turn[1:]:
            if sum(units[k].words for k in range(i, j + 1)) > MOST // 2:
                break
            end = j
        if not plainly_only and own & _named(units, i, end):
            return i, end
        plainly = plainly or ((i, end) if _PLAINLY.search(straight(unit.text)) else None)
    return plainly
