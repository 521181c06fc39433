"""Labels a chair would write on an agenda: noun phrases of a stretch of talk.

The label is the phrase that is said most often and by most inside the stretch rather than in
the rest of the session, and whose words are likely to stand in a heading. Longer phrases win
over their parts when they are said nearly as often (C-value, Frantzi and others 2000). The
key phrases add, one after another, the most that neither the label nor those before have said.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

import numpy as np
from spacy.tokens import Doc, Token

from copaper import ordinary
from copaper.analysis import headwords
from copaper.analysis.headwords import OPENING, Word
from copaper.analysis.statements import NOISE
from copaper.analysis.units import LIGHT, Unit, lemma
from copaper.nameparts import fold
from copaper.namewords import OF_PROVINCES

PHRASES = 8
NAMES = 60
"""Phrases among which a stretch finds another name, at most."""
OFTEN, OF_IT = 3, 0.5
"""Times that a word was said in a stretch, at least, and the share of these that were a longer term's from which it is told as that."""
NAMED = 0.3
"""Share of its mentions that a word is written large, from which it may be a name."""
OFTEN_BEHIND = 0.6
"""Share of its mentions that a phrase stands directly behind the same word, from which it is a piece of a longer term."""
AHEAD = 1.25
"""How much stronger than the next a phrase must be to name a stretch alone."""
LONGEST = 4
"""Words of a noun phrase; with its complement it may have one more."""
SINGLE = 0.5
"""What a single word is worth among key phrases beside a longer phrase of the same words."""
ALONE, PROPER = 0.5, 0.3
"""What a single word, and a name of several words, is worth in a heading."""
LINKS = frozenset("of for to in on with from".split())  # "between" needs both its sides

WEAK_END = frozenset("q&a etc cetera eye thing stuff one way lot bit kind number part area side today moment".split())
WEAK_WORD = frozenset(
    """chair minister member committee meeting session call agenda item discussion presentation
    slide screen chat link mute microphone sound audio share colleague everybody everyone everything gentleman lady
    honourable statement comment view sense idea reason fact term order regard respect""".split()
)  # fmt: skip
TIMES = frozenset(
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
    re hore kea leboha leboga goeie môre mme ntate bo-mme bo-ntate bomme bontate sisi bhuti baba oom tannie ndi matsheloni
    vho nyadzeni""".split()
)
"""Everyday words of other languages that are mixed into English and taken for nouns."""


_GREETINGS = frozenset("dumelang sanibonani sawubona molweni thobela avuxeni ndaa ndi goeie good morning afternoon hello hi hey welcome le".split())
"""How people greet each other, and what they say between."""

_VAGUE = frozenset(
    """particular single certain whole entire specific overall general current previous initial various potential possible
    additional main key important recent actual proper normal common typical similar separate individual own unique exact
    special extra further numerous multiple several quick weird strange fine interesting useful wonderful fantastic obvious
    clear late early high low long short huge easy simple full final original hard wrong beautiful""".split()
)
"""Adjectives that no chair writes on an agenda."""
_AMOUNTS = frozenset("couple number bunch handful dozen pair lot plenty variety majority".split())
"""How much there is of something, which names nothing: "a couple of releases"."""
_COUNTED = frozenset("stage step option item point slide question".split())
"""What is told apart by numbers alone."""
_FIXED = frozenset(("education", "court", "secondary", "level"))
"""What is meant with its "higher" or "lower"."""


@dataclass
class _Phrase:
    count: int = 0
    speakers: set[str] = field(default_factory=set)
    opening: int = 0
    surface: Counter = field(default_factory=Counter)


class Name(NamedTuple):
    """What may name a stretch, as it was said, how often in the stretch, that beside how often in the session, and by how many."""

    text: str
    count: int
    focus: float
    speakers: int = 1


@cache
def background() -> Mapping[str, float]:
    """Return, for lemmas of meetings at large, the share of meetings that use them."""
    meetings, counts = ordinary.background()
    return {word: count / meetings for word, count in counts.items()}


_INTRODUCES = re.compile(r"\b(?:I'd|I would|we'd|let me|allow me|like|want|pleased|happy|glad) (?:like )?to introduce\b|\b(?:let me|to) introduce (?:you|a|our|my|(?-i:[A-Z]))|\bintroduce (?:yourself|myself|themselves|ourselves)\b|\bmy name(?:'s| is)\b", re.I)
"""How somebody says who they or others are: what a person does is no topic."""
_SAID_SO = frozenset(("kinda", "sorta"))
"""What is said within a phrase and written in none."""
_OFFICES = frozenset("deputy prime first cabinet minister secretary chair chairman chairwoman chairperson speaker president premier member mayor madam honourable".split())
"""By which people are spoken to, of which alone no topic is called."""
Key = tuple[str, ...]
"""The lemmas of a phrase."""
Said = tuple[Key, str]
"""A noun phrase as its lemmas and as it was said."""


@dataclass
class Heard:
    """What a unit brings: its noun phrases with their parts, and the words in them."""

    phrases: list[Said] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)


def phrases_in(units: Sequence[Unit]) -> dict[int, Heard]:
    """Return the noun phrases of every unit by its position.

    The chunks of a turn are found once for all its units: asking each unit's span would go
    through the whole turn again every time.
    """
    by_doc: dict[int, list[Unit]] = defaultdict(list)
    for unit in units:
        by_doc[id(unit.span.doc)].append(unit)
    found: dict[int, Heard] = {}
    for group in by_doc.values():
        group.sort(key=lambda unit: unit.span.start)
        starts = [unit.span.start for unit in group]
        chunks: list[list[tuple[Token, ...]]] = [[] for _ in group]
        doc = group[0].span.doc
        noted = [found.span() for found in NOISE.finditer(doc.text)]
        for chunk in doc.noun_chunks:
            if any(start <= chunk[-1].idx < end for start, end in noted):
                continue
            place = bisect_right(starts, chunk.start) - 1
            if place >= 0 and chunk.end <= group[place].span.end:
                chunks[place].append(group[place].tokens[chunk.start - starts[place] : chunk.end - starts[place]])
        for unit, inside in zip(group, chunks, strict=True):
            found[unit.position] = _heard(unit, inside)
    return found


def _heard(unit: Unit, chunks: Sequence[Sequence[Token]]) -> Heard:
    heard = Heard()
    before: list[Token] = []
    for chunk in chunks:
        if len(chunk) == 1 and chunk[0].pos_ == "PRON":  # nearly every other one
            before = []
            continue
        runs = list(_runs(chunk, _number_behind(chunk)))
        for run in runs:
            lemmas = _lemmas(run)
            last = len(lemmas) - 1
            heard.words += (Word(word, last > 0, place == last) for place, word in enumerate(lemmas))
            for size in range(2 if run[-1].pos_ == "NUM" else 1, min(LONGEST, len(lemmas)) + 1):
                heard.phrases.append((lemmas[-size:], _text(_last(run, size))))
        if before and runs:
            heard.phrases += _joined(before, runs[0], unit.span.doc)
        before = runs[-1] if runs and runs[-1][-1] is chunk[-1] else []
    return heard


def _number_behind(chunk: Sequence[Token]) -> Token | None:
    """Return the number that a chunk goes by, as in "EIP 4844" and "grade 12"."""
    last = chunk[-1]
    if last.i + 1 >= len(last.doc) or last.tag_ not in ("NN", "NNP") or lemma(last) in WEAK_WORD:
        return None
    token = last.doc[last.i + 1]
    return token if token.pos_ == "NUM" and token.text.isdigit() else None


def _joined(first: list[Token], second: list[Token], doc: Doc) -> Iterable[Said]:
    """Yield a noun phrase with its complement, "access to health services", or with its fellow,
    "exams and qualifications"."""
    if second[0].i - first[-1].i > 3:
        return
    between = [token for token in doc[first[-1].i + 1 : second[0].i] if token.pos_ != "DET"]
    if len(between) != 1:
        return
    link, head, other = between[0], first[-1], second[-1]
    if link.lower_ == "of" and lemma(head) in _AMOUNTS or link.lower_ == "and" and any(token.pos_ == "NUM" for token in (*first[0].lefts, *head.lefts)):
        return  # "two masons and a joiner"
    complement = link.pos_ == "ADP" and link.lower_ in LINKS and link.head == head and other.head == link
    fellow = link.lower_ == "and" and other.dep_ == "conj" and other.head == head
    if not (complement or fellow):
        return
    short, long = _last(first, 1), _last(first, 2)
    for left in (short, long) if len(long) > len(short) else (short,):
        lemmas = (*_lemmas(left), *_lemmas(second))
        if len(lemmas) <= LONGEST + 1 and len(set(lemmas)) == len(lemmas):
            yield lemmas, f"{_text(left)} {link.lower_} {_text(second)}"


def _lemmas(run: Sequence[Token]) -> Key:
    return tuple(lemma(token) for token in run if token.text != "-")


def _last(run: Sequence[Token], size: int) -> list[Token]:
    """Return the end of a run that holds ``size`` words."""
    words = [token for token in run if token.text != "-"]
    return [token for token in run if token.i >= words[-min(size, len(words))].i]


def _text(run: Sequence[Token]) -> str:
    return "".join(_written(token) + token.whitespace_ for token in (*_grown_to(run[0]), *run)).strip()


def _grown_to(token: Token) -> list[Token]:
    """Return what a word is grown to by hyphens and is no word of a phrase itself: the "in-" of "in-patient care"."""
    doc, at = token.doc, token.i
    while at >= 2 and doc[at - 1].text == "-" and not doc[at - 1].whitespace_ and not doc[at - 2].whitespace_ and doc[at - 2].is_alpha:
        if doc[at].lower_.startswith(doc[at - 2].lower_):  # "p-patients" is a slip
            break
        at -= 2
    return list(doc[at : token.i])


def _runs(chunk: Iterable[Token], number: Token | None) -> Iterable[list[Token]]:
    """Yield the parts of a noun chunk that a phrase may be made of; they end in a noun, or the last in its number."""
    run: list[Token] = []
    for token in chunk:
        if is_word(token) or (token.text == "-" and run):
            run.append(token)
            continue
        yield from _ending_in_a_noun(run)
        run = []
    last = list(_ending_in_a_noun(run))
    yield from ([*run, number] for run in last) if number else last


def _ending_in_a_noun(run: list[Token]) -> Iterable[list[Token]]:
    while run and run[-1].text == "-":
        run.pop()
    if run and run[-1].pos_ in ("NOUN", "PROPN") and not _has_object(run[-1]):
        yield run


def _has_object(token: Token) -> bool:
    """Tell whether a word is rather a verb, taken for a noun: "we asked the state commission the board"."""
    return token.i + 1 < len(token.doc) and token.doc[token.i].whitespace_ == " " and token.doc[token.i + 1].lower_ in ("the", "a", "an")


def _written(token: Token) -> str:
    """Return a word as it is written within a sentence."""
    begins = token.is_sent_start and token.pos_ != "PROPN" and token.text[1:].islower()
    return token.text.lower() if begins else token.text


def greets(name: str) -> bool:
    """Tell whether what was announced is but a greeting: "Dumelang bo-mme le bo-ntate"."""
    words = [word.strip(",.!") for word in name.casefold().split()]
    return words[:1] != [] and words[0] in _GREETINGS and all(word in _MIXED_IN | _GREETINGS for word in words)


def is_word(token: Token) -> bool:
    return (
        token.pos_ in ("NOUN", "PROPN", "ADJ")
        and not token.is_stop
        and len(token.text) > 1
        and any(char.isalpha() for char in token.text)
        and not token.like_url
        and lemma(token) not in LIGHT
        and not _is_vague(token)
    )


def _is_vague(token: Token) -> bool:
    if token.pos_ != "ADJ":
        return False
    return token.lower_ in _VAGUE or (token.tag_ in ("JJR", "JJS") and _FIXED.isdisjoint((token.head.lower_, *(word.lower_ for word in token.doc[token.i + 1 : token.i + 2]))))


class Labeller:
    """Labels for the stretches of one session; ``names`` are folded words of people's names,
    which are never part of a label."""

    def __init__(self, units: Sequence[Unit], names: frozenset[str]) -> None:
        heard = phrases_in(units)
        self._phrases = {position: found.phrases for position, found in heard.items()}
        self._words = {position: found.words for position, found in heard.items()}
        self._total = Counter(key for said in self._phrases.values() for key, _ in said)
        self._longer: dict[Key, set[Key]] = defaultdict(set)
        for key, surface in {pair for said in self._phrases.values() for pair in said}:
            if 2 < len(key) <= LONGEST and LINKS.isdisjoint(words := surface.casefold().split()) and "and" not in words:
                self._longer[key[1:]].add(key)
        self._uses = Counter(word.lemma for words in self._words.values() for word in words)
        self._size = max(1, sum(unit.words for unit in units))
        said = {word for key in self._total for word in key}
        self.people = names
        self._unfit = {word for word in said if fold(word) in names or word in TIMES or word in _MIXED_IN}

    def describe(self, units: Sequence[Unit], before: Sequence[Unit] = ()) -> tuple[str, tuple[str, ...]]:
        """Return (label, key phrases) of a stretch; the label is empty if nothing was said.

        ``before`` is what was said until then: chairs name what comes next.
        """
        found = self._collect(units)
        chances = headwords.chances(*self.table(units, before))
        heads = self._heads(found, chances, units)
        if not heads:
            return "", ()
        named, label = _label(heads, found)
        chosen = _telling(found, chances, named)
        return label, tuple(_surface(found[key]) for key in chosen)

    def names(self, units: Sequence[Unit], before: Sequence[Unit] = ()) -> list[Name]:
        """Return what may name a stretch, the likeliest first, none of it a piece of a longer term: phrases, then single words."""
        found = self._collect(units)
        heads = self._heads(found, headwords.chances(*self.table(units, before)), units, NAMES)
        words = sorted((key for key in found if len(key) == 1), key=lambda key: (-found[key].count, key))
        whole = dict.fromkeys([*(self._whole_term(key) for key, _ in heads if len(key) > 1), *words])
        return [Name(_surface(found[key]), found[key].count, found[key].count / self._total[key], len(found[key].speakers)) for key in whole if key in found]

    def common(self, units: Sequence[Unit]) -> list[Name]:
        """Return the words that were said :data:`OFTEN` in a stretch and name nobody, in no order, each as the term that it mostly is a piece of there."""
        found = self._collect(units)
        said = {key: phrase for key, phrase in found.items() if len(key) == 1 and phrase.count >= OFTEN and not _is_name(key[0], phrase)}
        longer = {key: max((other for other in found if len(other) == 2 and other[-1] == key[0] and found[other].count >= max(2, OF_IT * phrase.count)), key=lambda other: (found[other].count, other), default=key) for key, phrase in said.items()}
        return [Name(_surface(found[longer[key]]), phrase.count, phrase.count / self._total[key], len(phrase.speakers)) for key, phrase in said.items()]

    def sentences(self, units: Sequence[Unit]) -> Counter[Key]:
        """Return in how many of ``units`` each phrase of several words stands, names of people apart."""
        return Counter(key for unit in units for key in {key for key, _ in self._phrases[unit.position]} if len(key) > 1 and self._unfit.isdisjoint(key) and not WEAK_WORD.issuperset(key))

    def _whole_term(self, key: Key) -> Key:
        """Return the term that a phrase is mostly said as part of: "layer clients" always behind "execution"."""
        said = {longer: self._total[longer] for longer in self._longer.get(key, ())}
        best = max(said, key=lambda longer: (said[longer], longer), default=key)
        return self._whole_term(best) if best != key and said[best] > 1 and said[best] >= OFTEN_BEHIND * self._total[key] else key

    def table(self, units: Sequence[Unit], before: Sequence[Unit] = ()) -> tuple[list[str], np.ndarray]:
        """Return the words of a stretch and their table, see :func:`~copaper.analysis.headwords.describe`."""
        return headwords.describe(units, before, self._words, self._uses, self._size)

    def _heads(self, found: Mapping[Key, _Phrase], chances: Mapping[str, float], units: Sequence[Unit], most: int = PHRASES) -> list[tuple[Key, float]]:
        """Return at most so many phrases that may name a stretch with their strengths, the strongest first."""
        size = max(1, sum(unit.words for unit in units))
        said = {key: phrase for key, phrase in found.items() if (phrase.count > 1 or phrase.opening) and not _only_counts(key)}
        scores = {key: self._score(key, phrase, size) * sum(chances[word] for word in key) ** 2 * _fitness(key, phrase, chances) for key, phrase in said.items()}
        heads: list[tuple[Key, float]] = []
        for best in sorted(scores, key=lambda key: (-scores[key], key)):
            if len(heads) == most or scores[best] <= 0:
                break
            key = _fuller(best, found)
            if not any(set(key) <= set(other) or len(set(key) & set(other)) * 2 > len(set(key) | set(other)) for other, _ in heads):
                heads.append((key, scores[best]))
        return heads

    def _collect(self, units: Sequence[Unit]) -> dict[Key, _Phrase]:
        found: dict[Key, _Phrase] = defaultdict(_Phrase)
        words = 0
        for unit in units:
            for key, surface in () if _INTRODUCES.search(unit.text) else self._phrases[unit.position]:
                if key[-1] in WEAK_END or len(set(key)) < len(key) or not _SAID_SO.isdisjoint(key) or not self._unfit.isdisjoint(key) or WEAK_WORD.issuperset(key) or _OFFICES.issuperset(key) or OF_PROVINCES.issuperset(key) or self._names_somebody(surface):
                    continue
                phrase = found[key]
                phrase.count += 1
                phrase.speakers.add(unit.participant)
                phrase.opening += words < OPENING
                phrase.surface[surface] += 1
            words += unit.words
        return found

    def _names_somebody(self, surface: str) -> bool:
        return "-" in surface and any(fold(part) in self.people for part in re.split(r"[\W_]+", surface))

    def _score(self, key: Key, phrase: _Phrase, size: int) -> float:
        elsewhere = (self._total[key] - phrase.count + 0.5) / max(1, self._size - size + 500)
        focus = max(0.0, math.log((phrase.count / size) / elsewhere))
        rarity = sum(-math.log(background().get(word, 0.0) + 0.1) for word in key) / len(key)
        weak = sum(word in WEAK_WORD for word in key)
        length = (0.0, 1.0, 1.75, 2.2, 2.2)[min(len(key), 4)]
        said = phrase.count**0.6 * (1 + 0.25 * math.log(len(phrase.speakers)))
        return said * (1 + focus) * (0.4 + rarity) * length * (1 + 0.75 * min(phrase.opening, 3)) / (1 + weak)


def _is_name(word: str, phrase: _Phrase) -> bool:
    """Tell whether a word may be somebody's name: it is a given name, or was written large within a sentence as often as :data:`NAMED`."""
    large = sum(count for surface, count in phrase.surface.items() if surface[:1].isupper() and not surface.isupper())
    return large >= NAMED * phrase.count or not ordinary.is_ordinary(word) and any(fold(word) in names for names in ordinary.given_names())


def _only_counts(key: Key) -> bool:
    """Tell whether a phrase only says which of several: "stage 3", "conditional stage 3"."""
    return len(key) > 1 and key[-2] in _COUNTED and key[-1][:1].isdigit()


def _fitness(key: Key, phrase: _Phrase, chances: Mapping[str, float]) -> float:
    """Return what the strength of a phrase is worth in a heading.

    Readers of 207 stretches of training meetings, who were shown eight phrases for each, took one of several words written small four
    times in ten, but of bodies and places ("Welsh Government") and of single words one in ten. A phrase is as weak as its weakest word.
    """
    name = _surface(phrase)
    written = [word for word in name.split() if word not in LINKS and word not in ("and", "the")]
    shouted = all(word.isupper() for word in written)
    proper = len(written) > 1 and not shouted and all(word != word.lower() for word in written) and not any(char.isdigit() for char in name)
    return min(chances[word] for word in key) ** 0.5 * (ALONE if len(key) == 1 else 1.0) * (PROPER if proper else 1.0)


def _fuller(key: Key, found: Mapping[Key, _Phrase]) -> Key:
    """Return the most usual phrase of two or three words that holds a single word: "hubs"
    alone tells a reader less than "community hubs"."""
    if len(key) > 1:
        return key
    longer = [k for k in found if len(k) in (2, 3) and key[0] in k and not any(w in WEAK_WORD for w in k) and not _only_counts(k)]
    return max(longer, key=lambda k: (found[k].count * (1 + found[k].opening), k), default=key)


def _surface(phrase: _Phrase) -> str:
    """Return the most usual way in which a phrase was said, with names as written.

    What somebody once wrote small is no name, however often it begins a sentence or a title.
    """
    text = max(phrase.surface, key=lambda s: (phrase.surface[s], s.islower(), s))
    if text.istitle() and text.lower() in phrase.surface:
        text = text.lower()
    return re.sub(r"\s+", " ", text)


def _label(heads: Sequence[tuple[Key, float]], found: Mapping[Key, _Phrase]) -> tuple[frozenset[str], str]:
    """Return a heading of the strongest phrases and its words: one of them if it is telling and far ahead, else two."""
    key, strength = heads[0]
    label = _surface(found[key])
    words = len(label.split())
    alone = words > 2 or (words == 2 and len(heads) > 1 and strength >= AHEAD * heads[1][1])
    named = frozenset(key)
    if not alone:
        for other, _ in heads[1:]:
            second = _surface(found[other])
            if not named & set(other) and len(second.split()) <= 3 and " and " not in second:
                named, label = named | set(other), f"{label} and {second}"
                break
    return named, label[:1].upper() + label[1:]


def _telling(found: Mapping[Key, _Phrase], chances: Mapping[str, float], named: frozenset[str]) -> list[Key]:
    """Return the phrases that together tell most of a stretch beside what its label has ``named``.

    Each brings the words that are new, by their chance to stand in a heading; of phrases that
    bring the same the more usual is taken.
    """
    worth = {key: (1 + math.log(phrase.count + phrase.opening)) ** 0.3 * (SINGLE if len(key) == 1 else 1.0) for key, phrase in found.items()}
    at_most = {key: round(sum(chances[word] for word in key) * worth[key], 9) for key in found}
    ranked = sorted(found, key=lambda key: (-at_most[key], key))
    said = set(named)
    chosen: list[Key] = []
    while len(chosen) < PHRASES:
        best, most = None, 0.0
        for key in ranked:
            if at_most[key] <= most:
                break
            gain = round(sum(chances[word] for word in key if word not in said) * worth[key], 9)
            if gain > most:
                best, most = key, gain
        if best is None:
            break
        chosen.append(best)
        said.update(best)
    return chosen
