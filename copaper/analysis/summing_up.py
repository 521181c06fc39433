"""Where somebody sums a topic up in so many words: "let me sum up", "to dictate a conclusion", or is asked to.

Minutes are written from such passages, and readers who were not there find in them what the topic came to. Only the last part
of a topic counts: at its beginning people recap what was said elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from copaper.analysis.boundaries import hands_over
from copaper.analysis.concluding import IS_THAT_SO, MID_SENTENCE
from copaper.analysis.outcomes import is_contested
from copaper.analysis.statements import is_courtesy
from copaper.analysis.themes import is_late, theme_at
from copaper.analysis.units import Unit, quoted, same_place
from copaper.records import Ending, EndingState, Session, Theme
from copaper.textclean import ends_as_question, is_housekeeping, straight

LATE, AT_LEAST = 0.4, 150.0
"""Share of a topic's stretch, from its end, in which it is summed up, and seconds of it, at least."""
SHORTEST, MOST = 14, 180
"""Words of such a passage."""
DICTATED = 160
"""Words of the turn of somebody who was asked to sum up, at most: a longer one presents what comes next."""
AT_ONCE = 30.0
"""Seconds from the request to it, at most."""
SAYS_ITSELF = 8
"""Words of a sentence from which the reply of somebody who was asked to sum up begins with it: "yes" does not."""
EARLY = 45
"""Characters of a sentence before the words that announce it."""
_ALREADY = 25
"""Words of a turn before them from which they stand in a talk of its own, and sum that up."""

_JUST = r"(?: (?:just|also|then|quickly|briefly|verbally|quick|maybe|perhaps|try to|like to|want to|try and))*"
_SUMS = r"(?:dictate|summari[sz]e|sum(?: (?:it|this|that))? up|recap)"
_OF_ALL = r"(?! (?:up )?(?:the|my|our|your|a|this|that|what|his|her|their|its)?(?: \w+){0,2}? ?(?:motivations?|problems?|background|syntax|history|context|position|last|previous|proposal|introduction|use cases?|slides?|paper|report|petitions?|petition|evidence|question|thoughts|day|week|talk|book|own|number|address|name|e-?mail)\b| (?:up )?(?:what|how|why) (?!(?:we|I|was|has|has been|people|everybody|everyone)\b)| (?:up )?(?:where|how) (?:I|we) (?:stand|got)\b)"
_BEGINS = r"(?:^|[,;:—–-] ?|\b(?:so|and|just|then|okay|ok|yes|yeah|well|now|right|guess|think),? )"
_ANNOUNCES = re.compile(
    rf"(?:\b(?:let me|let's|let us|I(?:'ll| will| can|'d| would| want to| wanna| guess I can| think I can|'m going to))(?: I)?{_JUST} {_SUMS}\b{_OF_ALL}"
    rf"|{_BEGINS}to{_JUST} (?:{_SUMS}\b{_OF_ALL}|conclude(?=[,:.;]|$| (?:then|here|on this)\b)(?!,? I\b))"
    rf"|{_BEGINS}in (?:summary|conclusion)(?=[,:;]| (?:then|so|we|it|there|the)\b)(?!,? I\b)"
    r"|\b(?:the|my|our) (?:key |main |big )?(?:takeaways?|conclusions?|summary)(?: (?:here|today|then|for (?:me|us|today|the notes|this)|from (?:this|today|all (?:of )?this|the discussion)))* (?:is|are|would be)(?=[,:]| (?:that|these|this|as follows|we|to|there|what|people|everybody|everyone)\b)(?! that of\b)"
    r"|\bwhat (?:I|we)(?:'ve| have|'m| am|'re| are)? (?:heard|hearing|taking away|take away)(?: (?:today|here|this (?:morning|afternoon)|from (?:this|today|everybody|everyone|all of you)\w*))+ is\b(?! (?:new|that one)\b))",
    re.I,
)
"""How somebody says that they sum up."""
_ASKED_TO = re.compile(
    rf"\b(?:(?:would|could|can|will) (?:you|somebody|someone|anybody|anyone)|(?:do|did) you (?:want|wish|care)|would you like)\b[^.?!]{{0,40}}?\b(?:{_SUMS}\b{_OF_ALL}|(?:read out|dictate|give|make|write|have|say|state)(?: us)? (?:(?:a|any|some|your|the|our|quick|brief|short|key|main) )*(?:summary|conclusions?|conclud\w+ remarks?|key points|takeaways?)\b(?! of (?:your|his|her|their)\b)|conclude\b(?! (?:that|the|an?|from)\b))",
    re.I,
)
"""How somebody is asked to."""
_LATER = re.compile(
    r"\b(?:async\w*|offline|later|afterwards|(?:in|into|to|for) the (?:notes|minutes)|paste|at the end|tomorrow|next (?:week|month|time|meeting|call|session)|(?:on|until|till|by) (?:mon|tues|wednes|thurs|fri|satur|sun)day|in a (?:minute|moment|bit|while)|after (?:everybody|everyone|the|this))\b", re.I
)
"""When somebody says that they will sum up, if not now."""
_WILL = re.compile(r"\b(?:I|let me|let's|let us)\b", re.I)
_DECLINES = re.compile(
    r"\b(?:rather not|(?:can't|cannot|won't|didn't) (?:really )?(?:sum|say|dictate|remember)|somebody else|someone else|before (?:he|she|they|that|we|I)|no (?:summary|conclusion)|nothing (?:concrete )?to|write (?:it|that|this|something|them)|paste|(?:in|into|to) the (?:notes|minutes)|I(?:'ll| will) (?:do|add|write|put))\b", re.I
)
"""How somebody does not do so who was asked."""
_ON_THE_WAY = re.compile(r"\W*(?:we(?:'re| are) (?:on|at|now|still)\b|(?:the )?(?:item|agenda|floor)\b)", re.I)
"""How somebody says how far the meeting has come."""
_BUT = re.compile(r"\b(?:but|if|unless|although|should|someone|somebody)\b", re.I)
"""What stands behind the words of who only says that they could."""
_ENDS = re.compile(r"^\W*(?:(?:(?:and|so|yeah|okay|I think|I guess)\W+){0,2}(?:that's|that is|that was) (?:it|all|everything|the (?:summary|conclusion))\b|(?:(?:oh|no|sorry|hold on)\W+)*(?:wait|hold on|scratch that|sorry)\b|no\W+(?:that|it|wait|not)\b)", re.I)
"""What ends such a passage: that it was all, or that it was wrong."""
_WRONG = re.compile(
    r"^\W*(?:(?:well|oh|sorry|um|uh|hmm|yeah|yes)\W+)*(?:no\b(?!,? (?:problem|further|more|other|objections?|comments?|questions?|nothing|thank|thanks|not (?:me|from)|I (?:think|agree|don't)|that(?:'s| is| was) (?:all|fine|good|great|right|correct|it|a|an|very)|it(?:'s| is) (?:fine|good|great)))|"
    r"(?:wait|hold on)\b(?!,? (?:is|are|can|am|do) )|actually\b|not quite\b|(?:I|we) (?:don't agree|disagree|never said|(?:have to |must |would |do )?object)\b)|"
    r"\bI don't think (?:so\b|(?:that|it|this)(?:'s| is) (?:right|correct|true|what))|\b(?:that|this|it)(?:'s| is| was|) ?(?:isn't|wasn't|not|wrong)\b(?: (?:right|correct|true|quite|what)\b|\W*$|[,.])",
    re.I,
)
"""How somebody says at once that it is not so."""


def summed_up(session: Session, units: Sequence[Unit], themes: Sequence[Theme]) -> Iterator[tuple[int, int, str, Ending]]:
    """Yield what topics were summed up as: the first and last of ``units``, the topic's id, and the passage as an ending."""
    done = -1
    for i, unit in enumerate(units):
        if unit.where != "turn" or i <= done:
            continue
        first = i if _announces(units, i) else _asked_of(units, i, session)
        if first is None:
            continue
        last = _until(units, first)
        theme = theme_at(themes, units[first].evidence())
        if last is not None and theme and is_late(units[first], theme, themes, LATE, AT_LEAST) and not is_contested(units, last) and not _is_denied(units, last):
            done = last
            yield first, last, theme, Ending(state=EndingState.SUMMED_UP, said=quoted(session, units, first, last))


def _announces(units: Sequence[Unit], at: int) -> bool:
    """Tell whether a sentence says that what was said is summed up, and not what its own speaker has just told at length."""
    text = straight(units[at].text)
    found = _ANNOUNCES.search(text)
    rest = text[found.end() :] if found else ""
    if found is None or found.start() > EARLY or ends_as_question(text) or _WILL.search(found[0]) and _LATER.search(rest) or _ON_THE_WAY.match(rest) or re.search(r"\bcan\b", found[0]) and _BUT.search(rest):
        return False
    before = sum(unit.words for unit in units[max(0, at - _ALREADY) : at] if same_place(unit, units[at]))
    return before <= _ALREADY


def _asked_of(units: Sequence[Unit], at: int, session: Session) -> int | None:
    """Return where somebody begins to sum up who was asked to in ``units[at]``; not where it names another."""
    text = straight(units[at].text)
    if not _ASKED_TO.search(text):
        return None
    reply = next((i for i in range(at + 1, min(len(units), at + 6)) if units[i].where == "turn" and units[i].participant != units[at].participant), None)
    if reply is None or units[reply].time - units[at].time > AT_ONCE:
        return None
    named = {person.id for person in session.participants if (name := person.name.split()) and re.search(rf"\b{re.escape(name[0])}\b", text)}
    if named and units[reply].participant not in named:
        return None
    own = [i for i in range(reply, min(len(units), reply + DICTATED)) if same_place(units[i], units[reply])]
    if sum(units[i].words for i in own) > DICTATED or _LATER.search(straight(units[own[0]].text)) or any(_DECLINES.search(straight(units[i].text)) for i in own[:3]):
        return None
    return next((i for i in own if units[i].words >= SAYS_ITSELF and not is_courtesy(units[i])), None)


def _is_denied(units: Sequence[Unit], last: int) -> bool:
    """Tell whether somebody says right behind ``units[last]`` that it is not so: another, or who answers the own question."""
    behind = (unit for unit in units[last + 1 : last + 4] if unit.where == "turn")
    return any(_WRONG.search(straight(unit.text)) for unit in takewhile(lambda unit: not ends_as_question(unit.text), behind))  # "no" to a question may say that all is well


def _until(units: Sequence[Unit], first: int) -> int | None:
    """Return the last sentence of what sums up from ``first`` on, or None where that says too little."""
    last, words = None, 0
    for i in range(first, len(units)):
        unit, text = units[i], straight(units[i].text)
        if unit.where == "message":
            continue  # others write meanwhile
        if not same_place(unit, units[first]) or ends_as_question(text) or i > first and (_ENDS.search(text) or is_housekeeping(text) or is_courtesy(unit) or hands_over(unit)) or words + unit.words > MOST:
            break
        last, words = i, words + unit.words
    asks = last is not None and last + 1 < len(units) and same_place(units[last + 1], units[first]) and IS_THAT_SO.search(straight(units[last + 1].text)) is not None
    return last if words >= SHORTEST and not asks and not MID_SENTENCE.match(straight(units[first].text)) else None
