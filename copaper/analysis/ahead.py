"""What somebody says will be done after the session, and when: "the survey will be published this week", "I'll open an issue".

A chair's announcement of the next session is found elsewhere. Here only what has a time, or is outright the next piece of work,
counts: much that "will" be done is only talk of how things work.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from copaper.analysis.passages import next_of_turn
from copaper.analysis.statements import is_whole
from copaper.analysis.units import Unit
from copaper.datewords import DAYS, MONTHS
from copaper.records import Evidence
from copaper.textclean import straight

SHORTEST, LONGEST = 7, 55
"""Words of such a sentence."""
MATTER = 3
"""Content lemmas of it, at least."""
MOST = 6
"""Sentences of a session, at most: those with a time go before those without."""

_DATEWORD = "|".join(f"(?-i:{word.capitalize()})" if word in ("march", "may") else word for word in (*MONTHS, *DAYS))
_UNIT = rf"(?:days?|weeks?|months?|quarters?|years?|spring|summer|autumn|fall|winter|{_DATEWORD})"
_FEW = r"(?:(?:few|couple of|two|three|four|five|six|\d+)(?: (?:to|or) \w+)? )?"
_WHEN = (
    rf"\b(?:(?:end|middle|beginning|start|close) of (?:the |this |next )?{_UNIT}|(?:this|next|(?:in |over |within )?the (?:coming|next)) {_FEW}{_UNIT}|(?:in|within) (?:about |around )?(?:a )?(?:few|couple of|two|three|four|five|six|\d+)(?: (?:to|or) \w+)? (?:days|weeks|months)|"
    rf"(?:by|on|before|until|in) (?:the \w+ of )?(?:{_DATEWORD})|shortly|imminently|tomorrow)\b"
)
_WILL = r"(?:'ll|(?:'re|'m|'s) (?:going|planning|hoping|aiming) to(?! (?:the|an?|my|our)\b)| (?:will(?: be)?|should (?:then |also )?(?:be|have|receive|get)|(?:plan|hope|intend|aim|expect)s to|(?:is|are|am) (?:going|due|planned|expected|scheduled|hoping|planning|intending|set) (?:to|for|in|on)))"
_TALK = r"(?:be )?(?:ask|see|know|remember|recall|notice|understand|say|think|talk|discuss|meet|hear|learn|come|back|return|continue|look|start|move|go|still|on|there|here)"
_BODY = r"(?:agency|association|board|commission|committee|cooperative|council|department|government|group|institute|ministry|municipality|office|organi[sz]ation|secretariat|team|union|university)"
_MADE_KNOWN = r"(?:announced|circulated|delivered|distributed|issued|launched|made (?:available|public)|opened|posted|presented|printed|published|released|sent|shared|shipped|submitted|updated|uploaded)"
_DATED = re.compile(rf"(?:\b(?:I|we|{_BODY}){_WILL}|\b(?:I|we) (?:plan|hope|intend|aim|expect) to)\b(?! {_TALK}(?:ing)?\b)(?=[^.?!]{{0,140}}{_WHEN})|(?<![\w-])(?!(?:who|what)\b)[\w-]{{1,40}}{_WILL}(?: (?:then|also|soon|now|be)){{0,3}} {_MADE_KNOWN}\b(?=[^.?!]{{0,140}}{_WHEN})", re.I)
"""Who does something of their own will, or what is made known, by when: much else that "will" be has a date too."""
_WORK = re.compile(
    r"\b(?:I|we)(?:'ll| will|(?:'m| am|'re| are) going to| plan to| intend to) (?:(?:then|also|just|certainly|definitely|go ahead and|make sure to|try to) )*(?:(?:open|file|create|raise|submit|make|put up) (?:an? |the |another )?(?:\w+ )?(?:issue|pull request|PR|ticket|bug report|draft)\b|send (?:round|around|out)\b)|"
    r"\bwe(?:'ll| will| can) write to you\b|\b(?:we|I) (?:should|need to|will|have to|want to) do (?:some |more |the )?follow[ -]?up work\b",
    re.I,
)
"""What is outright the next piece of work."""
_SUPPOSED = re.compile(r"\b(?:if (?!(?:it's|that's|it is|that is) helpful|you (?:like|wish))|unless|whether|suppose|imagine|would have|used to|last (?:week|month|year)|maybe|perhaps|might|not sure|I (?:guess|thought)|worr(?:y|ied)|afraid|concerned|asking|(?:would|\'d) (?:really )?like|adjourn|suddenly|who say|said|told|yesterday|historically|stated|hypothetical\w*|example|early days|you(?:'ve| have| are|'re))\b|\bnot\b|n't\b|\?\W*$", re.I)
_PERSONAL = re.compile(
    r"\b(?:my|his|her|your|their) (?:\w+ )?(?:aunt|baby|brother|child|children|cousin|dad|daughter|family|father|husband|kids?|mother|mom|mum|nephew|niece|parents|partner|sister|son|uncle|wife)\b|"
    r"\b(?:funeral|wedding|divorce|pregnan\w+|HIV|cancer|chemo\w*|diagnos\w+|illness|medication|sick\w*|surgery|therapy|treatment|disciplin\w+|dismiss\w+|grievance|misconduct|suspen\w+)\b",
    re.I,
)
"""What is of somebody's family, health or conduct: a date does not make it a step."""
_HERE = re.compile(r"\b(?:slides?|screen|recording|agenda|next (?:meeting|session|call|webinar|plenary|time)|(?:this|today's) (?:meeting|session|call|webinar)|chat|minutes left)\b", re.I)
"""What is on the session itself, or the next one, which is announced."""


_UNSURE = re.compile(r"\bwe (?:think|hope) we will\b|\bhaven't (?:yet )?(?:had|got|decided|agreed)\b|\bnot (?:yet |quite |entirely )?(?:sure|certain|confirmed|decided)\b|\bif (?:that|it) (?:happens|is agreed|goes ahead)\b", re.I)
"""How somebody takes back that it will be so."""


def ahead(units: Sequence[Unit]) -> tuple[Evidence, ...]:
    """Return where somebody says what is done after the session, in time."""
    found: list[tuple[bool, Unit]] = []
    for i, unit in enumerate(units):
        text = straight(unit.text)
        if unit.where != "turn" or not SHORTEST <= unit.words <= LONGEST or _SUPPOSED.search(text) or _HERE.search(text) or _PERSONAL.search(text) or len(set(unit.lemmas)) < MATTER:
            continue
        dated = _DATED.search(text)
        said = dated or _WORK.search(text)
        if said and not _leans(unit, said.start()) and is_whole(unit) and not _is_unsure(units, i):
            found.append((dated is not None, unit))
    best = sorted(found, key=lambda one: not one[0])[:MOST]
    return tuple(unit.evidence() for _, unit in sorted(best, key=lambda one: one[1].position))


def _is_unsure(units: Sequence[Unit], i: int) -> bool:
    """Tell whether whoever said what will be done says in the next sentence that it is not sure."""
    after = next_of_turn(units, i)
    return after is not None and _UNSURE.search(straight(units[after].text)) is not None


def _leans(unit: Unit, at: int) -> bool:
    """Tell whether what is said from a character of a sentence on is of what it has not named: "I'll send it to you by Friday"."""
    points = next((n for n, token in enumerate(unit.tokens) if token.idx >= unit.span.start_char + at and token.lower_ in ("it", "this", "that", "them", "these", "those") and token.pos_ == "PRON"), None)
    return points is not None and not any(token.pos_ == "NOUN" for token in unit.tokens[:points])
