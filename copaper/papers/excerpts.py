"""Which few sentences of a topic tell it to those who read nothing else.

Those are first that speak of what the topic is called, and with an outcome or a number; how long they are comes last.
What is longer than its place is not cut off but gives whole sentences of itself, that stand alone and keep their point.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from copaper.analysis.content import shapes
from copaper.analysis.naming import known_by
from copaper.analysis.passages import leads_on
from copaper.analysis.turning import goes_on_to_its_point, is_set_up, loses_its_point, tells_of_new
from copaper.papers.choosing import gives_a_result
from copaper.papers.foremost import goes_on_well, is_background, is_quotable, is_result, tells_outsiders
from copaper.papers.liking import is_liked_well
from copaper.papers.messages import can_be_read_first
from copaper.privacy import WITHHELD
from copaper.textclean import sentences_in, straight

FEWEST = 22
"""Words of an excerpt, at least."""
SHORT = 6
"""Words of a first sentence amid a text, at least: a shorter one says what it is about before it, as "forty rand"."""
BEST = 40
"""Words that are neither few nor many."""
ON_IT, NEWS = 2, 3
"""Words of a topic's name, and pieces of news, above which more do not count."""
_NOT_FIRST = re.compile(r"\W*(?:some\b|in (?:(?:19|20)\d\d|(?:nineteen|twenty) [a-z-]+)\b|(?:that|this|these|those|it|they|he|she|another|the others?)\b|(?:ja|yes|yeah|no|so|and|but|well|okay|um|uh|oh|i mean|right|thanks?|sorry)\b|(?:number )?(?:two|three|four|five)(?=[.,:] )|(?:second|third|fourth|fifth)(?:ly)?(?=[.,:] ))", re.I)
"""How no quotation begins that is read alone: with when it was, with some of many, amid what is counted off, with what was named before, or in reply."""
_FINDS = re.compile(r"\W*(?:(?:and|but|so)\W+)?(?:in [^,.]{3,40}, )?(?:there(?:'s| is| was) (?:no|little|clear|strong|good) (?:evidence|sign|proof)\b|(?:the|that|this|their|our) (?:[\w-]+ )?(?:evidence|data|results?|research|surveys?|trials?|numbers|figures) (?:show|suggest|confirm|prove|tell|found|find)|(?:we|they) (?:found|saw|learned|learnt) that\b)", re.I)
"""How a sentence begins that says what was found, of what was tried or looked at before it."""
_POINTS = re.compile(r"\b(?:it|its|they|them|their|he|him|his|she|her|those|these)\b", re.I)
_COUNTS = re.compile(r"\W*(?:and )?(?:number )?(?:one|two|three|four|five|first|second|third|fourth|fifth)(?:ly)?\W*", re.I)
"""What only counts off, among others that an excerpt may not have: neither it nor what stands behind it is told alone."""


class Excerpt(NamedTuple):
    """Some sentences of a text, and whether they have its end."""

    words: str
    ends: bool = True


@lru_cache(maxsize=4096)  # leaflets of several lengths ask the same of each quotation
def excerpts(text: str, most: int) -> tuple[Excerpt, ...]:
    """Return a text of at most so many words, if outsiders understand it, and of a longer one the whole sentences that can be told alone."""
    return tuple(_excerpts(text, most))


def _excerpts(text: str, most: int) -> Iterator[Excerpt]:
    sentences = sentences_in(text)
    if len(text.split()) <= most:
        if sentences and tells_outsiders(sentences[0]) and all(map(goes_on_well, sentences[1:])) and not is_set_up(text):
            yield Excerpt(text)
        return
    for first in range(len(sentences)):
        for last in range(first, len(sentences)):
            told = " ".join(sentences[first : last + 1])
            if len(told.split()) > most:
                break
            alone = first == 0 or len(sentences[first].split()) >= SHORT and _NOT_FIRST.match(straight(told)) is None and _POINTS.search(straight(sentences[first])) is None
            if any(map(_COUNTS.fullmatch, sentences[: last + 1])):
                break
            if len(told.split()) >= FEWEST and alone and can_be_read_first(told) and not _lacks_its_point(text, sentences, first, last):
                yield Excerpt(told, ends=last == len(sentences) - 1)


def _lacks_its_point(text: str, sentences: Sequence[str], first: int, last: int) -> bool:
    """Tell whether some of the sentences of a text lead up to what they do not tell."""
    told = " ".join(sentences[first : last + 1])
    goes_on = any(goes_on_to_its_point(one) and (not place or tells_of_new(one)) for place, one in enumerate(sentences[last + 1 :]))
    finds = any(map(_FINDS.match, sentences[last + 1 : last + 2]))
    return goes_on or finds or leads_on(sentences[last]) or is_set_up(told) or loses_its_point(text, told)


@lru_cache(maxsize=4096)
def by_relevance(name: str, excerpt: Excerpt) -> tuple[bool, bool, bool, int, int]:
    """Order what tells of a topic of this ``name``, the best first."""
    text = excerpt.words
    first, *further = sentences_in(text) or [""]
    shared = min(ON_IT, len(known_by(name) & known_by(text)))
    news = min(NEWS, shapes(text) + gives_a_result(text)) + all(map(is_result, (first, *further)))
    return WITHHELD.search(text) is not None, not _can_be_first(first) or is_background(text), not is_liked_well(text), -(shared + news + excerpt.ends), abs(len(text.split()) - BEST)


def may_be_pulled(text: str) -> bool:
    """Tell whether a quotation can stand by itself, away from its topic."""
    return _can_be_first(sentences_in(text)[0]) and not is_background(text) and "[…]" not in text and not WITHHELD.search(text)


def _can_be_first(sentence: str) -> bool:
    """Tell whether nobody asks what was said before a sentence."""
    return _NOT_FIRST.match(straight(sentence)) is None and is_quotable(sentence)
