"""Which of a finding's further passages a paper's annex names beside the statement's own words, to see also.

A finding keeps up to four passages that share words with it, wherever in the session they
were said: measurements need them. Shared words alone do not make a passage a source, so none
has a number in the text, and the annex names only those that were said soon before or after,
or that share so many rare words that they can hardly be on anything else. They may say otherwise.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

from copaper.analysis.naming import stem
from copaper.analysis.ranker import rarity
from copaper.analysis.replies import stance
from copaper.records import Evidence, Finding, Kind
from copaper.textclean import is_housekeeping

SOON = 300.0
"""Seconds before or after the statement's own words."""
ALIKE, SHARED = 0.4, 2
"""Cosine of the words by rarity, and how many both have, from which what was said soon is on the matter."""
MUCH_ALIKE, MANY_SHARED = 0.6, 3
"""The same for what was said at any other time."""
MOST = 2
SHORTEST = 5
"""Words of a passage."""

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_SHORT = 3
_PUSHES_BACK = re.compile(r"\b(?:push(?:ing)? back|not (?:so )?sure (?:about|that)|on the contrary|that is not (?:true|right)|that's not (?:true|right))\b", re.I)


def see_also(finding: Finding) -> tuple[Evidence, ...]:
    """Return the passages beside a statement's own words that are surely on the same matter, in time; of a question none:
    its reply stands beside it."""
    own, *others = finding.evidence
    if finding.kind is Kind.QUESTION:
        return ()
    words = _words(own.quote)
    return tuple(sorted([other for other in others if _is_on_the_matter(own, words, other)][:MOST], key=lambda other: (other.time, other.index, other.start)))


def _is_on_the_matter(own: Evidence, words: Mapping[str, float], other: Evidence) -> bool:
    if len(other.quote.split()) < SHORTEST or "?" in other.quote or is_housekeeping(other.quote):
        return False
    if stance(other.quote) is False or _PUSHES_BACK.search(other.quote):
        return False  # it speaks of the matter, but against the statement
    theirs = _words(other.quote)
    shared = words.keys() & theirs.keys()
    alike = sum(words[word] ** 2 for word in shared) / ((_length(words) * _length(theirs)) or 1.0)
    soon = abs(other.time - own.time) <= SOON
    least, least_shared = (ALIKE, SHARED) if soon else (MUCH_ALIKE, MANY_SHARED)
    return alike >= least and len(shared) >= least_shared


def _words(text: str) -> dict[str, float]:
    """Return what the words of ``text`` are known by, with how rare each is; not those that every text has."""
    found = (word.casefold() for word in _WORD.findall(text))
    return {stem(word): rarity(word) for word in found if word not in ENGLISH_STOP_WORDS and len(word) >= _SHORT and "'" not in word and "’" not in word}


def _length(words: Mapping[str, float]) -> float:
    return math.sqrt(sum(weight**2 for weight in words.values()))
