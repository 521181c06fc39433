"""Labels a chair would write on an agenda: ranked noun phrases of a stretch of talk.

A phrase counts by how often and by how many it is said inside the stretch rather than in the
rest of the session, how rare it is in talk at large (a background of meetings), and whether
it is said where the stretch opens, as chairs name what comes next. Longer phrases win over
their parts when they are said nearly as often (C-value, Frantzi and others 2000).
"""

from __future__ import annotations

import json
import math
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from spacy.tokens import Span, Token

from copaper.analysis.units import _LIGHT, Unit, lemma
from copaper.privacy import fold

PHRASES = 8
AHEAD = 1.25
"""How much stronger than the next a phrase must be to name a stretch alone."""
OPENING = 120
"""Words from the beginning of a stretch that are its opening."""

_WEAK_END = frozenset("etc thing stuff one way lot bit kind number part area side today moment".split())
_WEAK_WORD = frozenset(
    """chair minister member committee meeting session call agenda item discussion presentation
    slide screen chat link mute microphone colleague everybody everyone everything gentleman lady
    honourable statement comment view sense idea reason fact term order regard respect""".split()
)  # fmt: skip
_TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june
    july august september october november december morning afternoon evening night tomorrow
    yesterday tonight weekend fortnight hour lunch first second third fourth fifth sixth seventh
    eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth
    eighteenth nineteenth twentieth thirtieth cent percent percentage""".split()
)
"""A day, an hour or a share is no topic."""

_MIXED_IN = frozenset(
    """ek gou iets nie ons wat vir nog baie dankie jy julle hulle sy is dit daar maar ook molweni
    nonke sawubona sanibonani ngiyabonga siyabonga enkosi dumelang thobela avuxeni aa ndaa
    re hore kea leboha leboga""".split()
)
"""Everyday words of other languages that are mixed into English and taken for nouns."""


_VAGUE = frozenset(
    """particular single certain whole entire specific overall general current previous initial various potential possible
    additional main key important recent actual proper normal common typical similar separate individual own unique exact
    special extra further numerous multiple several quick weird strange fine interesting useful wonderful fantastic obvious
    clear late early high low long short huge easy simple full final original hard""".split()
)
"""Adjectives that no chair writes on an agenda."""
_FIXED = frozenset(("education", "court", "secondary"))
"""What is meant with its "higher" or "lower"."""


@dataclass
class _Phrase:
    count: int = 0
    speakers: set[str] = field(default_factory=set)
    opening: int = 0
    surface: Counter = field(default_factory=Counter)


@cache
def background() -> Mapping[str, float]:
    """Return, for lemmas of meetings at large, the share of meetings that use them."""
    data = json.loads((Path(__file__).parent / "data" / "background.json").read_text("utf-8"))
    return {word: count / data["meetings"] for word, count in data["counts"].items()}


Said = tuple[tuple[str, ...], str]
"""A noun phrase as its lemmas and as it was said."""


def phrases_in(units: Sequence[Unit]) -> dict[int, list[Said]]:
    """Return the noun phrases of every unit by its position.

    The chunks of a turn are found once for all its units: asking each unit's span would go
    through the whole turn again every time.
    """
    by_doc: dict[int, list[Unit]] = defaultdict(list)
    for unit in units:
        by_doc[id(unit.span.doc)].append(unit)
    found: dict[int, list[Said]] = {}
    for group in by_doc.values():
        group.sort(key=lambda unit: unit.span.start)
        starts = [unit.span.start for unit in group]
        chunks: list[list[Span]] = [[] for _ in group]
        for chunk in group[0].span.doc.noun_chunks:
            place = bisect_right(starts, chunk.start) - 1
            if place >= 0 and chunk.end <= group[place].span.end:
                chunks[place].append(chunk)
        for unit, inside in zip(group, chunks, strict=True):
            found[unit.position] = list(_phrases_of(unit, inside))
    return found


def _phrases_of(unit: Unit, chunks: Sequence[Span]) -> Iterable[Said]:
    """Yield (lemmas, words as said) of the noun phrases of a unit, and of their parts."""
    for chunk in chunks:
        yield from _spans(list(chunk))
    for token in unit.span:
        # "access to health services": a noun phrase with its "of/to/for" complement
        if token.pos_ == "ADP" and token.lower_ in ("of", "for", "to", "in", "between") and token.head.pos_ in ("NOUN", "PROPN"):
            objects = [child for child in token.children if child.dep_ == "pobj" and child.pos_ in ("NOUN", "PROPN")]
            if objects and objects[0].i - token.head.i <= 5 and token.head.i < token.i:
                words = [t for t in unit.span.doc[token.head.i : objects[0].i + 1]]
                if all(t.is_alpha or t.text == "-" for t in words) and _is_word(token.head) and _is_word(objects[0]):
                    kept = tuple(lemma(t) for t in words if _is_word(t))
                    if 2 <= len(kept) <= 4:
                        yield kept, " ".join(_written(t) for t in words if t.pos_ != "DET")


def _spans(tokens: list[Token]) -> Iterable[tuple[tuple[str, ...], str]]:
    run: list[Token] = []
    for token in [*tokens, None]:
        if token is not None and (_is_word(token) or (token.text == "-" and run)):
            run.append(token)
            continue
        while run and run[-1].text == "-":
            run.pop()
        words = [t for t in run if t.text != "-"]
        if words and words[-1].pos_ in ("NOUN", "PROPN"):
            for size in range(1, min(4, len(words)) + 1):
                part = words[-size:]
                text = "".join(_written(t) + t.whitespace_ for t in run if t.i >= part[0].i).strip()
                yield tuple(lemma(t) for t in part), text
        run = []


def _written(token: Token) -> str:
    """Return a word as it is written within a sentence."""
    begins = token.is_sent_start and token.pos_ != "PROPN" and token.text[1:].islower()
    return token.text.lower() if begins else token.text


def _is_word(token: Token) -> bool:
    return (
        token.pos_ in ("NOUN", "PROPN", "ADJ")
        and not token.is_stop
        and len(token.text) > 1
        and any(char.isalpha() for char in token.text)
        and not token.like_url
        and lemma(token) not in _LIGHT
        and not _is_vague(token)
    )


def _is_vague(token: Token) -> bool:
    if token.pos_ != "ADJ":
        return False
    return token.lower_ in _VAGUE or (token.tag_ in ("JJR", "JJS") and token.head.lower_ not in _FIXED)


class Labeller:
    """Labels for the stretches of one session; ``names`` are folded words of people's names,
    which are never part of a label."""

    def __init__(self, units: Sequence[Unit], names: frozenset[str]) -> None:
        self._names = names
        self._phrases = phrases_in(units)
        self._total = Counter(key for said in self._phrases.values() for key, _ in said)
        self._size = max(1, sum(unit.words for unit in units))

    def describe(self, units: Sequence[Unit]) -> tuple[str, tuple[str, ...]]:
        """Return (label, key phrases) of a stretch; the label is empty if nothing was said."""
        found = self._collect(units)
        scores = {key: self._score(key, phrase, units) for key, phrase in found.items()}
        ranked = sorted(scores, key=lambda key: (-scores[key], key))
        chosen: list[tuple[str, ...]] = []
        strengths: list[float] = []
        for best in ranked:
            if len(chosen) == PHRASES or scores[best] <= 0:
                break
            key = _fuller(best, found)
            if not any(set(key) <= set(other) or len(set(key) & set(other)) * 2 > len(set(key) | set(other)) for other in chosen):
                chosen.append(key)
                strengths.append(scores[best])
        if not chosen:
            return "", ()
        shown = [_surface(found[key]) for key in chosen]
        return _label(chosen, shown, strengths), tuple(shown)

    def _collect(self, units: Sequence[Unit]) -> dict[tuple[str, ...], _Phrase]:
        found: dict[tuple[str, ...], _Phrase] = defaultdict(_Phrase)
        words = 0
        for unit in units:
            for key, surface in self._phrases[unit.position]:
                if any(fold(word) in self._names for word in key) or all(word in _WEAK_WORD for word in key) or key[-1] in _WEAK_END or any(word in _TIMES or word in _MIXED_IN for word in key):
                    continue
                phrase = found[key]
                phrase.count += 1
                phrase.speakers.add(unit.participant)
                phrase.opening += words < OPENING
                phrase.surface[surface] += 1
            words += unit.words
        return found

    def _score(self, key: tuple[str, ...], phrase: _Phrase, units: Sequence[Unit]) -> float:
        size = max(1, sum(unit.words for unit in units))
        if phrase.count < 2 and not phrase.opening:
            return 0.0
        elsewhere = (self._total[key] - phrase.count + 0.5) / max(1, self._size - size + 500)
        focus = max(0.0, math.log((phrase.count / size) / elsewhere))
        rarity = sum(-math.log(background().get(word, 0.0) + 0.1) for word in key) / len(key)
        weak = sum(word in _WEAK_WORD for word in key)
        length = (0.0, 1.0, 1.75, 2.2, 2.2)[min(len(key), 4)]
        said = phrase.count**0.6 * (1 + 0.25 * math.log(len(phrase.speakers)))
        return said * (1 + focus) * (0.4 + rarity) * length * (1 + 0.75 * min(phrase.opening, 3)) / (1 + weak)


def _fuller(key: tuple[str, ...], found: Mapping[tuple[str, ...], _Phrase]) -> tuple[str, ...]:
    """Return the most usual phrase of two or three words that holds a single word: "hubs"
    alone tells a reader less than "community hubs"."""
    if len(key) > 1:
        return key
    longer = [k for k in found if len(k) in (2, 3) and key[0] in k and not any(w in _WEAK_WORD for w in k)]
    return max(longer, key=lambda k: (found[k].count * (1 + found[k].opening), k), default=key)


def _surface(phrase: _Phrase) -> str:
    """Return the most usual way in which a phrase was said, with names as written.

    What somebody once wrote small is no name, however often it begins a sentence or a title.
    """
    text = max(phrase.surface, key=lambda s: (phrase.surface[s], s.islower(), s))
    if text.istitle() and text.lower() in phrase.surface:
        text = text.lower()
    return re.sub(r"\s+", " ", text)


def _label(keys: Sequence[tuple[str, ...]], shown: Sequence[str], scores: Sequence[float]) -> str:
    """Return a heading of the strongest phrases: one of them if it is telling and far ahead, else two."""
    first = shown[0]
    alone = len(first.split()) > 2 or (len(first.split()) == 2 and len(keys) > 1 and scores[0] >= AHEAD * scores[1])
    if len(keys) > 1 and not alone:
        other = next((text for key, text in zip(keys[1:], shown[1:], strict=True) if not set(key) & set(keys[0]) and len(text.split()) <= 3), "")
        if other:
            first = f"{first} and {other}"
    return first[:1].upper() + first[1:]
