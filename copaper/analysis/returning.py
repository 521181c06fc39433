"""When the talk comes back: two stretches with others between that are one topic.

Either somebody says so ("let's go back to the water tariff"), what they name was spoken of in one earlier stretch
and hardly since, and what follows does speak of it. Or two stretches are far more like one another than like any
other, and share phrases that hardly stand elsewhere. Less than that tells nothing: in a meeting that is about one
thing throughout, stretches of different matters use the same words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from copaper.analysis.agenda import line_called, without_form
from copaper.analysis.announcing import BEFORE, EARLY, LEFT_OPEN, LONGEST, NO_NAME, START, WE, Announcement
from copaper.analysis.boundaries import Stretch
from copaper.analysis.labels import TIMES, Labeller
from copaper.analysis.ranker import rarity
from copaper.analysis.segments import blocks_of, lemmas_of
from copaper.analysis.units import LIGHT, Unit
from copaper.nameparts import fold
from copaper.ordinary import given_names
from copaper.textclean import straight

NAMED = 8
"""Words behind those that lead back, within which it is said to what."""
TELLING = 2.0
"""How rare the words of a matter are together, at least."""
SPEAKS, OFTEN, AFTER = 0.6, 3, 2
"""Share of a matter's words, by rarity, that a sentence has to have to speak of it, how many sentences an earlier stretch must have
that do, and how many what follows."""
SINCE, FOREMOST = 0.34, 1.5
"""How thick such sentences may be between, beside how thick they are in the earlier stretch, and how much thicker they are there than
in any other stretch before."""
AWAY, ENOUGH = 200, 150
"""Words that are of something else between, and of what is come back to if it does not fill a stretch, at least."""
BEGINS = 0.15
"""Share of a stretch within which whoever leads back opens it."""
LIKER = {1: 1.5, 2: 1.25}
"""How much more two stretches must be like one another than either is like any other, by the number of phrases that are theirs."""
THEIRS, EACH = 0.8, 2
"""Share of a phrase's sentences that stand in the two, from which it is theirs, and how many must stand in each."""
MOST = 0.4
"""Share of all words that the two may have: what makes up half of a meeting has its phrases for itself by chance."""
_RARE, _USUAL = 2, 0.25
"""Blocks in which a word stands, and share of all, between which it tells one matter from another."""

_LEADS = (
    rf"(?:(?:{WE}|\b(?:if|and|so|then|but) (?:I|we) (?:can|could|may|might)|\b(?:I was|I want|I'd like|I would like|we need|we have|we should|I'm going|we're going|just|perhaps|and) to)"
    rf"(?: now| just| also| quickly| briefly| perhaps| maybe| finally){{0,2}} |{START}(?:just |and |to )*)"
)
_BACK = re.compile(
    rf"{_LEADS}(?:(?:go|come|circle|get|turn|jump|switch|loop|move|bring us)(?:ing)?(?: now| just| quickly| briefly)? back(?: now| again| quickly| briefly)?(?: on)? to|return(?:ing)?(?: now| again)? to|revisit(?:ing)?)\b"
    rf"|{START}back to\b|\b(?:the continuation of|(?:continue|continuing|resume|resuming|pick up) (?:with |on )?(?:the|our|that|this) (?:discussion|conversation|debate|item|topic|work|presentation)(?: on| of| about| around| from)?)\b",
    re.I,
)
"""How somebody leads back to what was spoken of before."""
_HINT = re.compile(r"back|return|revisit|continu|resum|pick up", re.I)
"""Without one of these nobody does, which is sooner seen."""
_LATER = re.compile(r"\b(?:later|at the end|in a (?:moment|minute|second|bit)|next (?:time|week|month|meeting|session)|tomorrow|after (?:the|our|this))\b", re.I)
"""What somebody means to come back to at another time."""
_NO_MATTER = (
    NO_NAME | LIGHT | TIMES
    | frozenset("school home business normal order speaker minister chair chairman member colleague side previous earlier original initial stage screen slide board chat meeting session discussion debate list office".split())
)  # fmt: skip
"""What people go back to that is no matter of the talk."""
_HELD_BY = ("VBD", "VBZ", "VBP", "MD")
"""Tags of a verb with which a clause of its own begins."""


class Return(NamedTuple):
    """The spoken unit (its place) with which the talk comes back, and the words of what it comes back to, or the line of the agenda."""

    place: int
    words: tuple[str, ...]
    line: int | None = None


class Part(NamedTuple):
    """A stretch, and the number of the stretch of whose topic it is."""

    stretch: Stretch
    of: int


def returns(units: Sequence[Unit], names: frozenset[str], lines: int = 0) -> list[Return]:
    """Return where in spoken ``units`` somebody leads back to something; ``names`` are folded words of people's names,
    ``lines`` how many the agenda has."""
    found = []
    for place, unit in enumerate(units):
        text = straight(unit.text)
        back = _BACK.search(text) if unit.words <= LONGEST and _HINT.search(text) else None
        if back is None or back.start() > EARLY or LEFT_OPEN.search(text[: back.start()]) or _LATER.search(text):
            continue
        line = line_called(text[back.end() :], lines) if lines else None
        words = () if line is not None else _matter(unit, back.end(), names)
        if words or line is not None:
            found.append(Return(place, words, line))
    return found


def _matter(unit: Unit, at: int, names: frozenset[str]) -> tuple[str, ...]:
    """Return the words that a sentence leads back to, none if they are somebody's name or too usual."""
    words: dict[str, None] = {}
    for token in [token for token in unit.tokens if token.idx - unit.span.start_char >= at][:NAMED]:
        if token.text in ".?!,;:" or token.tag_ in _HELD_BY or words and token.tag_ in ("WDT", "WP", "WRB", "IN") and token.lower_ not in ("of", "for", "in", "on", "about"):
            break
        if fold(token.text) in names or token.pos_ == "PROPN" and fold(token.text) in given_names()[0]:
            return ()
        word = token.lemma_.casefold()
        if token.pos_ in ("NOUN", "PROPN", "ADJ") and not token.is_stop and len(word) > 1 and word not in _NO_MATTER:
            words[word] = None
    return tuple(words) if sum(map(rarity, words)) >= TELLING else ()


def led_back(
    stretches: Sequence[Stretch], units: Sequence[Unit], found: Sequence[Return], calls: Sequence[Announcement], known: Mapping[int, str], agenda: Sequence[str]
) -> list[Part]:
    """Return the stretches in time, each with the number of the one of whose topic it is, which is its own or an earlier one's.

    A stretch in which somebody leads back is divided there, if it does not begin so. What leads back is good until something
    else is announced (``calls``); ``known`` are the lines of the agenda by the stretch that talks of them.
    """
    of = list(range(len(stretches)))
    cut: dict[int, tuple[int, int]] = {}
    for one in found:
        here = next(n for n, stretch in enumerate(stretches) if one.place <= stretch.last)
        if here + 1 < len(stretches) and one.place >= stretches[here + 1].first - BEFORE:
            here += 1
        stretch = stretches[here]
        begins = stretch.first if one.place <= stretch.first + BEGINS * (stretch.last - stretch.first) else one.place
        back = _led_to(one, here, begins, stretches, units, calls, known, agenda) if here not in cut and of[here] == here else None
        if back is not None and begins > stretch.first:
            cut[here] = begins, of[back]
        elif back is not None:
            of[here] = of[back]
    parts: list[Part] = []
    for n, stretch in enumerate(stretches):
        if n in cut:
            begins, back = cut[n]
            parts += [Part(Stretch(stretch.first, begins - 1), of[n]), Part(Stretch(begins, stretch.last), back)]
        else:
            parts.append(Part(stretch, of[n]))
    return parts


def _led_to(
    one: Return, here: int, begins: int, stretches: Sequence[Stretch], units: Sequence[Unit], calls: Sequence[Announcement], known: Mapping[int, str], agenda: Sequence[str]
) -> int | None:
    """Return the number of the earlier stretch to which the talk comes back with the unit ``begins``, if it does."""
    stretch = stretches[here]
    head = units[stretch.first : begins]
    until = next((call.place for call in calls if call.place > max(one.place, begins)), stretch.last + 1)
    after = units[max(begins, one.place + 1) : stretch.last + 1]
    if _words(units[begins : min(until, stretch.last + 1)]) < max(ENOUGH, _words(after) / 2):
        return None
    if one.line is not None:
        line = next((n for n, label in sorted(known.items()) if n < here and label == without_form(agenda[one.line].strip())), None)
        return line if line is not None and _words(units[stretches[line].last + 1 : begins]) >= AWAY else None
    before = [units[s.first : s.last + 1] for s in stretches[:here]] + ([head] if head else [])
    said = [len(_speaking(one.words, part)) for part in before]
    thick = [count / max(1, _words(part)) for count, part in zip(said, before, strict=True)]
    best = max(range(here), key=lambda n: (thick[n], -n), default=None)
    following = _speaking(one.words, after)
    if best is None or said[best] < OFTEN or len(following) < AFTER or following[-1] < len(after) / 3:
        return None
    between = units[stretches[best].last + 1 : begins]
    away = _words(between) >= AWAY and len(_speaking(one.words, between)) <= SINCE * thick[best] * _words(between)
    return best if away and all(thick[best] >= FOREMOST * share for n, share in enumerate(thick) if n != best) else None


def _speaking(words: Sequence[str], units: Sequence[Unit]) -> list[int]:
    """Return which of ``units`` have most of the ``words``, by how rare they are."""
    weights = {word: rarity(word) for word in words}
    least = SPEAKS * sum(weights.values())
    return [i for i, unit in enumerate(units) if sum(weight for word, weight in weights.items() if word in unit.lemmas) >= least]


def _words(units: Sequence[Unit]) -> int:
    return sum(unit.words for unit in units)


def come_back(parts: Sequence[Part], units: Sequence[Unit], labeller: Labeller, named: Collection[int]) -> list[Part]:
    """Return ``parts`` with those that are far more like one another than like any other as one topic, of the earlier; two that
    are ``named`` on the agenda or by who hands over are two."""
    topics = list(dict.fromkeys(part.of for part in parts))
    if len(topics) < 3:
        return list(parts)
    inside = {number: [unit for part in parts if part.of == number for unit in units[part.stretch.first : part.stretch.last + 1]] for number in topics}
    alike = _likeness([inside[number] for number in topics], units)
    phrases = [labeller.sentences(inside[number]) for number in topics]
    total = sum(phrases[1:], phrases[0].copy())
    joined: dict[int, int] = {}
    for later in range(2, len(topics)):
        for earlier in range(later - 1):
            if _words(inside[topics[earlier]]) + _words(inside[topics[later]]) > MOST * _words(units):
                continue
            shared = [p for p, count in phrases[earlier].items() if count >= EACH <= phrases[later][p] and count + phrases[later][p] >= THEIRS * total[p]]
            theirs = [p for p in shared if not any(set(p) < set(other) for other in shared)]
            others = np.delete(alike[[earlier, later]], [earlier, later], axis=1).max()
            apart = topics[earlier] in joined or topics[earlier] in named and topics[later] in named
            if theirs and not apart and alike[earlier, later] >= LIKER[min(len(theirs), max(LIKER))] * others:
                joined[topics[later]] = topics[earlier]
                break
    return [Part(part.stretch, joined.get(part.of, part.of)) for part in parts]


def _likeness(topics: Sequence[Sequence[Unit]], units: Sequence[Unit]) -> np.ndarray:
    """Return the cosines of ``topics`` by their rarer words, to the fifth place; none is like itself."""
    blocks = [" ".join(lemmas) for lemmas in lemmas_of(units, blocks_of(units))]
    try:
        words = TfidfVectorizer(token_pattern=r"\S+", lowercase=False, sublinear_tf=True, min_df=_RARE, max_df=_USUAL).fit(blocks)
    except ValueError:
        return np.zeros((len(topics), len(topics)))
    matrix = words.transform([" ".join(lemma for unit in topic for lemma in unit.lemmas) for topic in topics])
    alike = np.round((matrix @ matrix.T).toarray(), 5)
    np.fill_diagonal(alike, 0.0)
    return alike
