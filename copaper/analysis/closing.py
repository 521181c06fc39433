"""How a session closes: its last minutes speak of all that went before, and of what comes next.

A chair who sums up stands, by the clock, within the last topic. What is summed up belongs to the topic
that it shares words with, or to none; and when the next session is announced, that is no topic's.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Sequence

from copaper.analysis.ranker import rarity
from copaper.analysis.themes import theme_at
from copaper.analysis.units import Unit, is_content, same_place
from copaper.records import Evidence, Theme
from copaper.textclean import straight

CLOSES, CLOSING = 0.85, 12
"""Share of the spoken sentences after which a session may be closing, and how many at the end of a short one."""
SHARED, AHEAD = 0.5, 1.5
"""Share of an item's words, weighted by how rare they are, that a topic has, and how much more than the next one's it must be."""
OFTEN = 2
"""Times that a topic has a word from which it counts in full."""
EARLY = 0.25
"""Share of a topic's stretch in which an item that was asked for and granted is an item of its own."""
LONGEST = 45
"""Words of an announcement; a longer one is speech without full stops, and says more than that."""
LEADS = 6
"""Words before the day in a sentence that gives it, at most."""
SAID_WITHIN = 60.0
"""Seconds after "next session." within which its day is said."""
BRIEF, OTHERS, ANEW = 12, 2, 25.0
"""Words of whoever says that it is another day, and of these beside the day, at most; and seconds within which it is then said anew."""
FURTHER = 3
"""Sentences after the announcement of the next session that say more of it, at most."""

_WHEN = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|(?-i:March)|april|june|july|august|september|october|november|december|\b(?-i:May)\b|in (?:two|three|four|six|\d) (?:weeks|months)|\b\d{1,2}(?:st|nd|rd|th)\b)"
_SOON = rf"(?:{_WHEN}|\bnext (?:week|month|quarter)\b|\b(?:in|within) (?:a|one|two|three|four|six|\d+) (?:weeks?|months?)\b|\btomorrow\b)"
_WE_WILL = r"\b(?:we(?:'ll| will|'re going to| are going to)|I(?:'ll| will) see you)"
_GATHERING = r"(?:webinar|meeting|session|call|workshop|dialogue|gathering|event|seminar|plenary)s?\b"
_NEXT = re.compile(
    rf"\b(?:the|our|your)(?: very)? next (?:\w+ ){{0,2}}{_GATHERING}(?:'s\b|[^.?!]{{0,40}}\b(?:is|are|will be|takes place|happens|starts|falls)\b).{{0,60}}{_SOON}|"
    rf"\b(?:we|we'll|we will|we're going to) (?:all )?(?:meet|see each other|gather|reconvene|be back|resume|convene)(?: again| next| here)?\b.{{0,40}}(?:{_WHEN}|{_SOON} (?:to|with|for|on) )|"
    rf"{_SOON},? (?:then )?{_WE_WILL} (?:be )?(?:talk|discuss|hear|focus|host|hold|continu|meet|welcom)(?:e|ing)?\b|"
    rf"{_WE_WILL} (?:then |also |certainly )?(?:continue|be continuing|pick (?:this|it|that) up|return to|come back to|be talking|talk|discuss)\b(?! (?:it|this|that)\b)[^.?!]{{0,70}}{_SOON}|"
    rf"\bthe next one(?:'s| is| will be)\b.{{0,40}}(?:{_WHEN}|\b(?:first|second|third|\w+th)\b)|\bsee you (?:all )?(?:again )?on\b.{{0,40}}(?:{_WHEN}|\bthe \w+(?:st|nd|rd|th)\b)|\bsave the date\b.{{0,40}}{_WHEN}|{_WHEN}.{{0,20}}\bin your diar(?:y|ies)\b|\b(?:we(?:'re| are) back|we do this again|do this again)\b.{{0,40}}{_WHEN}|"
    rf"\b(?:there (?:is|will be) no|there's no|we (?:will )?have no|(?:we|there) (?:will not|won't|are not going to) (?:be|have|hold)(?: an?| any)?) (?:\w+ ){{0,2}}{_GATHERING}.{{0,30}}{_SOON}",
    re.I,
)
_MORE = re.compile(r"\b(?:the (?:theme|topic|subject|agenda|focus)|the first item (?:is|will be)\b|(?:we'll|we will|we are going to|we're going to) (?:talk|speak|hear|look|discuss|focus)|if (?:you|anybody|anyone|somebody)(?:'ve| have| has| would| want)|(?:please|do) (?:write|send|tell|let|submit|register|contact|put)|(?:write|send) (?:it |them |that )?to|deadline|until then|same (?:link|time|place|venue)|(?:on|via) (?:teams|zoom)|\w+ o'clock|half past \w+|we'll have the)\b|\bfirst,? then\b", re.I)
"""What is said of the next session beside its date: its theme, and what is asked for it."""
_HEADING = re.compile(rf"^\W*(?:(?:okay|ok|so|and|then|now|right|good|lastly|finally)\W+)*(?:(?:the|our) )?next {_GATHERING}\W*$", re.I)
_DATED = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.{0,40}?(?:\b\d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th)\b|\b(?:first|second|third|\w+th)\b)|"
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?|first|second|third|\w+th|(?:twenty|thirty)-\w+) (?:of )?(?:january|february|(?-i:March)|april|(?-i:May)|june|july|august|september|october|november|december)\b", re.I
)
_WHEN_IS_IT = re.compile(rf"\bwhen(?:'s| is) (?:the |our )?next(?: one| time| {_GATHERING})?\?\W*$", re.I)
_OTHER_DAY = re.compile(r"\b(?:was|were|went|not on|n't|by (?:mon|tues|wednes|thurs|fri|satur|sun)day|deadline|send|submit|register|strike|holiday)\b", re.I)
_INVITES = re.compile(r",? ?\b(?:I|we|(?-i:[A-Z])\w+)(?:'ll| will) send (?:out |round )?(?:a |an |the |you )*(?:new )?(?:invit\w+|link|calendar \w+|thing)\b", re.I)
"""What is said of the invitation."""
_OF_ANOTHER = re.compile(r"^\W*(?:(?:so|and|then|also|oh|but)\W+)*(?:either|I\b|my|his|her|their|they|you|the (?!next\b|session\b|webinar\b|meeting\b|\w+th\b|(?:twenty|thirty)[- ]|first of\b|second of\b|third of\b|date\b)\w+|we(?:'re| are) (?!back\b|on\b|together\b|meeting\b|here\b)\w+)", re.I)
"""A sentence that is on somebody's or something's else day, or gives one of several."""
_OF_OTHERS = re.compile(
    r"\bnext (?:\w+ )?(?:council|board|committee|cabinet|municipal|training|members'?|management|staff|exco|district|ward)\b|\b(?:meeting|session|call|workshop) (?:with (?:the|our)|of the (?!community|circle|cop|network|forum))|\bfor the (?:treasurers|mentors|chairs) only\b|\b(?:and I,? we|to the mayor|talk to the (?!members)|last year|was to be|falls away|funeral|church|choir|wedding|savings club|stokvel)\b|\bor the \w+(?:st|nd|rd|th)\b", re.I
)
"""What is another body's, some people's own, or was."""
_LEAVES_IT = re.compile(r"\bcancel (?:that|it)\b|\b(?:then |so )?we(?:'ll| will) (?:let you know|tell you)\b(?! (?:the|about|how|who|what)\b)", re.I)
"""How whoever announced it leaves the day open after all."""
_TURNED_DOWN = re.compile(r"^\W*(?:(?:chair|sorry|oh|um|uh|but)\W+)*no\b|\bholiday\b|\bI (?:can't|cannot|won't)\b|\bis a (?:sun|satur)day\b", re.I)
"""How others say that it cannot be that day."""
_OF_DAYS = frozenset("it it's its is the of on no not sorry chair oh um uh actually that that's s a".split())
_CLOCK = re.compile(r"\b(?:same (?:link|time|place|hall|venue)|o'clock|half past \w+|quarter (?:past|to) \w+|(?:on|via) (?:zoom|teams)|at (?:eight|nine|ten|eleven|twelve|one|two|three|\d{1,2}(?::\d\d)?)\b)", re.I)
"""What is said with the day of a session: when, and how to get there."""
_A_DAY = re.compile(r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|(?-i:March)|april|(?-i:May)|june|july|august|september|october|november|december|\d{1,2}(?=st\b|nd\b|rd\b|th\b|\b)|(?:(?:twenty|thirty)[- ])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|(?:ten|eleven|twelf|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twentie|thirtie)th)\b", re.I)
_PUT_RIGHT = re.compile(r"\bsorry\b|\bit(?:'s| is) the \d|\bnot the \d|\bwe moved it\b|\bcorrection\b", re.I)
"""How somebody puts the day right."""
_WRAPS_UP = re.compile(
    r"\b(?:(?:wrap|close|finish)(?:ping|ing)? up\b|(?:I'm|I am|we're|we are)(?: now)? (?:going to|about to|gonna) (?:close|finish|stop|end)(?=\W*$|[.,;]| here\b| there\b| now\b| the (?:meeting|session|webinar|call)\b)|any other business\b|"
    r"any ?thing else\b[,.?]? ?(?:that )?(?:any(?:one|body)|some(?:one|body)|people|you|folks)\b|before we (?:close|end|finish|wrap)\b|out of time\b|at time\b)",
    re.I,
)
_NEW_SENTENCE = re.compile(r"(?<=[a-z]) (?=If you(?:'ve| have| want| would|r)?\b|Please\b)")
"""Where speech recognition missed a full stop before a call."""


def by_words(item: Evidence, units: Sequence[Unit], themes: Sequence[Theme]) -> str:
    """Return the id of the topic that has most of the rarer words of an ``item`` of a list, names apart, or an empty string if none has most.

    What is said in the turn of the list itself does not count."""
    own: set[str] = set()
    said: dict[str, Counter[str]] = {theme.id: Counter() for theme in themes}
    for unit in units:
        if (unit.where, unit.index) == (item.where, item.index):
            own.update(word for token, word in zip(unit.tokens, unit.bases, strict=True) if is_content(token) and token.pos_ != "PROPN" and item.start <= unit.start + token.idx - unit.span.start_char < item.end)
        elif unit.where == "turn":
            counts = said.get(theme_at(themes, unit.evidence()))
            if counts is not None:
                counts.update(unit.lemmas)
    words = sorted(word.casefold() for word in own)
    spread = {word: sum(word in counts for counts in said.values()) for word in words}
    weight = {word: rarity(word) * math.log((1 + len(themes)) / (0.5 + max(1, spread[word]))) for word in words}
    total = sum(weight.values())
    fits = sorted(((sum(weight[word] * min(1.0, counts[word] / OFTEN) for word in words), id_) for id_, counts in said.items()), reverse=True)
    if not fits or total <= 0:
        return ""
    (best, id_), second = fits[0], fits[1][0] if len(fits) > 1 else 0.0
    return id_ if best >= SHARED * total and best >= AHEAD * second else ""


def closes_at(units: Sequence[Unit], leading: Collection[str]) -> int:
    """Return from where on whoever leads wraps the whole meeting up: what is said there may be of any topic."""
    places = (i for i, unit in enumerate(units) if i >= CLOSES * len(units) and unit.where == "turn" and unit.participant in leading and _WRAPS_UP.search(straight(unit.text)))
    return next(places, len(units))


def closed_early(at: Evidence, themes: Sequence[Theme]) -> bool:
    """Tell whether most of the topic in which something was settled was still to come: its talk is of something else."""
    here = theme_at(themes, at)
    spans = [span for theme in themes if theme.id == here for span in theme.spans if span.from_time <= at.time <= span.to_time]
    return any(at.time - span.from_time < EARLY * (span.to_time - span.from_time) for span in spans)


def coming(units: Sequence[Unit]) -> tuple[Evidence, ...]:
    """Return where somebody announces the next session near the end, with its day, and what they say of it right after, unless they then leave the day open."""
    told = _announced(units)
    left = told and any(unit.where == "turn" and 0 <= unit.time - told[0].time <= SAID_WITHIN and _LEAVES_IT.search(straight(unit.text)) for unit in units)
    return () if left else told


def _announced(units: Sequence[Unit]) -> tuple[Evidence, ...]:
    spoken = [unit for unit in units if unit.where == "turn"]
    if (named := _under_its_heading(spoken)) is not None:
        return _told(spoken, named)
    # Whoever says it twice has corrected it.
    for place in reversed(range(_closing_from(spoken), len(spoken))):
        text = straight(spoken[place].text)
        if spoken[place].words <= LONGEST and _NEXT.search(text) and not text.rstrip().endswith("?") and not _OF_OTHERS.search(text):
            return _told(spoken, _put_right(spoken, place))
    called = any(_calls_it_up(unit) for unit in spoken[_closing_from(spoken) :])
    for at in reversed(range(_closing_from(spoken), len(spoken))):  # in no words but its day and hour
        if not called and spoken[at].words <= LONGEST and _is_day_of_it(spoken[at]) and _CLOCK.search(straight(spoken[at].text)) and not _OF_OTHERS.search(straight(spoken[at].text)):
            return _told(spoken, _put_right(spoken, at))
    return ()


def _told(spoken: Sequence[Unit], at: int) -> tuple[Evidence, ...]:
    """Return the sentence with the day of the next session, and what its speaker says more of it right after."""
    after = [unit for unit in spoken[at + 1 : at + 1 + FURTHER] if same_place(unit, spoken[at])]
    return (spoken[at].evidence(), *(part for unit in after if (part := _more(unit)) is not None))


def _closing_from(spoken: Sequence[Unit]) -> int:
    """Return from which spoken unit on a session may be closing."""
    return max(0, min(int(CLOSES * len(spoken)), len(spoken) - CLOSING))


def _under_its_heading(spoken: Sequence[Unit]) -> int | None:
    """Return the sentence with the day of what somebody calls up as "next session." near the end: the first that they say within a minute, unless somebody puts it right."""
    heads = [at for at in range(_closing_from(spoken), len(spoken)) if _calls_it_up(spoken[at])]
    for head in reversed(heads):
        soon = [at for at in range(head + 1, len(spoken)) if spoken[at].time - spoken[head].time <= SAID_WITHIN]
        asked = spoken[head].text.rstrip().endswith("?")
        own = [at for at in soon if (spoken[at].participant == spoken[head].participant) is not asked and spoken[at].words <= LONGEST and _is_day_of_it(spoken[at])]
        down = next((at for at in soon if own and at > own[0] and spoken[at].participant != spoken[own[0]].participant and _TURNED_DOWN.search(straight(spoken[at].text))), None)
        if down is not None:
            return next((at for at in own if at > down), None)
        if own:
            return _put_right(spoken, own[0])
    return None


def _calls_it_up(unit: Unit) -> bool:
    """Tell whether somebody calls the next session up, or asks when it is."""
    text = straight(unit.text)
    return _HEADING.match(text) is not None or _WHEN_IS_IT.search(text) is not None


def _put_right(spoken: Sequence[Unit], said: int) -> int:
    """Return where the day that was ``said`` of the next session is put right soon, by whoever said it or, if they do not say it anew, by another; else ``said``."""
    days = _days(spoken[said])
    soon = [at for at in range(said + 1, len(spoken)) if spoken[at].time - spoken[said].time <= SAID_WITHIN]
    right = next((at for at in soon if _puts_right(spoken[at], days, own=same_place(spoken[at], spoken[said]))), None)
    if right is None:
        return said
    anew = [at for at in soon if at >= right and spoken[at].time - spoken[right].time <= ANEW and _is_day_of_it(spoken[at]) and not _days(spoken[at]) <= days]
    who = (spoken[said].participant, spoken[right].participant)
    return next((at for name in who for at in anew if spoken[at].participant == name), said)


def _puts_right(unit: Unit, days: Collection[str], own: bool) -> bool:
    """Tell whether somebody says that it is another day than these, and little else."""
    text = straight(unit.text)
    if text.rstrip().endswith("?") or _OTHER_DAY.search(text) or re.match(r"\W*or\b", text, re.I):
        return False
    rest = [word for word in re.findall(r"[^\W\d_]+", _A_DAY.sub(" ", text)) if word.casefold() not in _OF_DAYS]
    another = bool(_days(unit)) and not _days(unit) <= set(days)
    return (own or another and len(rest) <= OTHERS) and (_PUT_RIGHT.search(text) is not None or another and not own and unit.words <= BRIEF and _OF_ANOTHER.match(text) is None)


def _days(unit: Unit) -> set[str]:
    """Return the days of the week and of the month, and the months, of a sentence."""
    return {word.casefold() for word in _A_DAY.findall(straight(unit.text))}


def _is_day_of_it(unit: Unit) -> bool:
    """Tell whether a sentence gives a day that is to come, and no other one: not by when something is sent, nor of what else there is."""
    text = straight(unit.text)
    text = _INVITES.sub("", text)
    day = _DATED.search(text)
    return day is not None and not text.rstrip().endswith("?") and _OTHER_DAY.search(text) is None and len(text[: day.start()].split()) <= LEADS and _OF_ANOTHER.match(text) is None


def _more(unit: Unit) -> Evidence | None:
    """Return what of a sentence says more of the next session, if anything does."""
    found = _NEW_SENTENCE.search(unit.text)
    begin = found.end() if found else 0
    evidence = unit.evidence()
    return evidence.model_copy(update={"start": unit.start + begin, "quote": unit.text[begin:]}) if _MORE.search(straight(unit.text), begin) else None
