"""Sentences that only set a scene, and where the point of them is told.

"In the north we had a fund with twenty growers" says nothing yet: what came of it is in one of the next
sentences. The one without the other can say the opposite of what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from copaper.analysis.units import Unit, same_place
from copaper.textclean import straight

WITHIN = 3
"""Sentences after a scene within which its point has to come."""
TOGETHER = 70
"""Words of both, and of what stands between them, at most."""

_PLACED = (
    r"(?:in (?:the )?(?-i:[A-Z])[\w'-]+(?: (?-i:[A-Z])[\w'-]+)*|in (?:two thousand(?: and)? \w+|(?:nineteen|twenty) [\w-]+|(?:19|20)\d\d|(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: last year)?)|"
    r"(?:last|this|the last|one) (?:year|month|week|spring|summer|autumn|winter|time)|(?:a|one|two|three|four|five|some|\d+) (?:years?|months?|weeks?) ago|(?:in|at) (?:my|our|one) \w+(?: \w+)?)"
)
_SETS = re.compile(
    rf"^(?:(?:and|so|but|now|well|for example|for instance)\W+)*{_PLACED}(?: last year| this year)?,? "
    r"(?:there(?:'s| is| are| was| were)|(?:we|I|they|he|she)(?:'ve| have| has| had)?(?: got| also| then| only)? (?:have|has|had|ran|run|started|began|tried|set up|got|about|an?|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|\d+)\b))\b",
    re.I,
)
_SECOND_DEED = re.compile(r"[,;] (?:and|but|so|yet|because|although) (?:the|a|an|our|my|her|his|their|it|he|she|they|nobody|everybody|half|none|all|most|that)\b", re.I)
"""How a scene goes on to what somebody else did in it: "we asked for a fee, and the mayor phoned"."""
_OF_WHOM = re.compile(r"\b(?:we|I) \w+ [\w-]+ of them\b", re.I)
"""With how many of them something was done is none of what came of it."""
_CAME_OF_IT = re.compile(
    r"\b(?:mistakes?|in the end|since then|as a result|so now|by now|no longer|any ?more|that(?:'s| is| was) (?:why|how|because)|worked|works (?:well|better|best|now|for)|(?:does|did|do)(?:n't| not) (?:work|help|come|pay|move|change|sell|last)|"
    r"fail(?:s|ed)|succeed(?:s|ed)|won|lost|closed|opened|grew|grown|rose|risen|fell|fallen|dropped|doubled|halved|tripled|saved?|sold|paid|changed|moved|stopped|survived?|improved|recovered|reached|made (?:her|him|them|us|me)|"
    r"(?:nobody|no one|everybody|everyone) (?:could|can|came|got|has|had)|per ?cent|(?:half|none|all|most|\d+|two|three|four|five|six|seven|eight|nine|ten) (?:out )?of (?:them|us|those|these)|today (?:she|he|they|we|it)|"
    r"(?:they|we|I|she|he) found (?:was|is|out|that)\b|(?:a|one|two|three) (?:third|quarter|half|fifth|tenth)s? of|of the [\w-]+ (?:there (?:were|was)|only|\w+ (?:are|were) still))\b|%",
    re.I,
)
_DATE = r"(?:back )?in (?:(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: (?:of )?\d{4})?|(?:19|20)\d\d|(?:nineteen|twenty) (?:ten|\w+teen|\w+ty)(?:[ -]\w+)?)"
_DATES_IT = re.compile(
    rf"(?:\W*(?:so|and|well|but|now|yes)\W+)*(?:to [^,.?!]{{3,60}}, )?(?:(?:the )?last time (?:that )?(?:we|I|they) [^,.?!]{{2,60}}(?:, (?:(?:and )?(?:that|it) was )?{_DATE})?|{_DATE}|last (?:year|month|week)|(?:about |some )?(?:an?|a few|some|one|two|three|four|five|ten|\d+) (?:years?|months?|weeks?) ago)\W*", re.I,
)
"""Words that say when something was, and no more: a full stop that was heard behind them parts them from what was then."""
_DATING = 25
"""Words of these, at most."""


def only_dates(unit: Unit) -> bool:
    """Tell whether words say when something was, and not what: "the last time that we met, in May of 2019."."""
    return unit.words <= _DATING and _DATES_IT.fullmatch(straight(unit.text)) is not None


def is_scene(text: str) -> bool:
    """Tell whether a sentence only says when or where there was something, and nothing that came of it."""
    text = straight(text)
    return _SETS.match(text) is not None and not comes_to_a_point(_OF_WHOM.sub(" ", text)) and not _SECOND_DEED.search(text) and not text.rstrip().endswith("?")


def comes_to_a_point(text: str) -> bool:
    """Tell whether words say what came of something."""
    return _CAME_OF_IT.search(straight(text)) is not None


def told_out(units: Sequence[Unit], i: int) -> int:
    """Return the unit with which what unit ``i`` begins has come to its point: ``i`` itself unless that only
    sets a scene, and where no point is within reach."""
    if not is_scene(units[i].text):
        return i
    words = units[i].words
    for j in range(i + 1, min(i + 1 + WITHIN, len(units))):
        words += units[j].words
        if not same_place(units[i], units[j]) or words > TOGETHER:
            return i
        if comes_to_a_point(units[j].text):
            return j
    return i
