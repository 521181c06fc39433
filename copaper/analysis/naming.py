"""Another name for a topic of which nobody would know it by its label.

A label is chosen from all that was said in a stretch; a reader sees a dozen sentences of it. Where
not one of these speaks of what the label names, which was said but once or twice, the likeliest
phrase takes its place that those sentences do speak of. The label stays among the key phrases.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from functools import lru_cache

from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

from copaper.analysis.completing import completed
from copaper.analysis.labels import PHRASES, Labeller, Name
from copaper.analysis.units import Unit
from copaper.analysis.widening import further
from copaper.records import Finding, Kind, Theme

SHOWN = 10
"""Findings of a topic, best first, by which it is known beside the sentences that sum it up."""
FIRM = 3
"""Times that a label was said in its stretch from which it stays whatever the sentences say."""
SPEAKS = 0.5
"""Share of a phrase's words, by rarity, that a sentence has to have to speak of it."""
FOCUS = 0.5
"""Share of a phrase's mentions that fall into its topic, at least."""
TWICE = 2
_SHORT = 3
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_ENDING = re.compile(r"(?:['’]s|ies|ied|ing|ed|es|s|y|e)$")
_LINK = re.compile(r"\s+(?:of|for|to|in|on|with|from|and)\s+")
_LOOSE = re.compile(r"\s(?:to|on|with|from)\s")
"""How a phrase is tied together that stood so in one sentence and is no term: "letter with stamp"."""


_NAMES_NOTHING = "context level approach situation piece couple range period place instance copy number set round declaration"
"""What a phrase is of that names the matter of no topic."""


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """Return what a word is known by, whatever its ending."""
    bare = _ENDING.sub("", word)
    return bare if len(bare) >= _SHORT else word


def known_by(text: str) -> frozenset[str]:
    """Return what the words of a heading are known by, whatever their number."""
    words = (word.casefold() for word in _WORD.findall(text))
    return frozenset(stem(word) for word in words if word not in ENGLISH_STOP_WORDS) or frozenset((text.casefold(),))


_EMPTY = frozenset(map(stem, _NAMES_NOTHING.split()))


def renamed(
    themes: Sequence[Theme], findings: Sequence[Finding], units: Sequence[Unit], labeller: Labeller, fixed: Collection[str], announced: Sequence[str] = ()
) -> tuple[Theme, ...]:
    """Return themes, the most salient first, with names that their sentences speak of, made up to the whole terms
    that they are pieces of, also to those that were ``announced``; those whose ids are ``fixed``, as an agenda
    gives their labels, keep them."""
    spread = Counter(word for unit in units for word in known_by(unit.text))

    def rarity(word: str) -> float:
        return math.log((1 + len(units)) / (1 + spread[word])) + 0.01

    taken = [theme.label for theme in themes if theme.id in fixed]
    found = []
    for theme in themes:
        if theme.id not in fixed:
            texts = [known_by(text) for text in _shown(theme, findings)]
            label = _name(theme, texts, rarity, taken, lambda theme=theme: _names_of(theme, units, labeller))
            whole = completed(label, units, labeller.people, announced)
            label = label if known_by(whole) in map(known_by, taken) else whole
            taken.append(label)
            theme = called(theme, label)
        found.append(theme)
    return tuple(found)


def called(theme: Theme, label: str) -> Theme:
    """Return a theme under another label; the one before stays among the key phrases."""
    if label == theme.label:
        return theme
    phrases = (theme.label, *(p for p in theme.phrases if p.casefold() != label.casefold()))
    return theme.model_copy(update={"label": label, "phrases": phrases[:PHRASES]})


def with_what_else(themes: Sequence[Theme], units: Sequence[Unit], labeller: Labeller, fixed: Collection[str]) -> tuple[Theme, ...]:
    """Return themes, the most salient first, of which those whose labels are not ``fixed`` also have what most of their talk is on that these do not name."""
    taken = [theme.label for theme in themes]
    found = []
    for theme in themes:
        if theme.id not in fixed and (said := [unit for unit in said_in(theme, units) if unit.where == "turn"]):
            also = further(theme.label, said, known_by, lambda said=said: labeller.names(said), lambda name, told: _is_fit_beside(name, told, taken))
            taken.extend(also)
            theme = theme.model_copy(update={"also": also})
        found.append(theme)
    return tuple(found)


def _is_fit_beside(name: str, told: Sequence[str], taken: Sequence[str]) -> bool:
    """Tell whether a name can stand beside those that a topic has, and is none of another's."""
    apart = known_by(name).isdisjoint(known_by(" ".join(told))) and not any(squeezed(one) in squeezed(name) or squeezed(name) in squeezed(one) for one in told)
    return apart and head_of(name) not in _EMPTY and not _LOOSE.search(name) and not any(is_like(name, other) for other in taken if other not in told)


def squeezed(name: str) -> str:
    """Return a name's letters and digits alone: "float 16" as "Float16"."""
    return "".join(_WORD.findall(name.casefold()))


def _shown(theme: Theme, findings: Sequence[Finding]) -> list[str]:
    """Return sentences that a reader may see of a theme; questions and links tell nothing of it by themselves."""
    own = [f.statement for f in findings if f.theme == theme.id and f.stands_alone and f.kind not in (Kind.QUESTION, Kind.RESOURCE)]
    return [*(evidence.quote for evidence in theme.summary), *own[:SHOWN]]


def _names_of(theme: Theme, units: Sequence[Unit], labeller: Labeller) -> list[Name]:
    return labeller.names(said_in(theme, units))


def said_in(theme: Theme, units: Sequence[Unit]) -> list[Unit]:
    """Return what was said and written on a theme."""
    def within(unit: Unit) -> bool:
        if unit.where == "message":
            return unit.index in theme.messages
        return any((span.first_turn, span.start) <= (unit.index, unit.start) < (span.last_turn, span.end) for span in theme.spans)

    return [unit for unit in units if within(unit)]


def _name(theme: Theme, texts: Sequence[frozenset[str]], rarity: Callable[[str], float], taken: Sequence[str], names_of: Callable[[], Sequence[Name]]) -> str:
    def speak_of(name: str) -> int:
        words = known_by(name)
        return sum(math.fsum(map(rarity, words & text)) >= SPEAKS * math.fsum(map(rarity, words)) for text in texts)

    def say(name: str) -> int:
        return sum(known_by(name) <= text for text in texts)

    label = theme.label
    first, _, second = label.partition(" and ")
    if second and len(first.split()) > 1 and not say(second) and speak_of(first):
        label = first
    elif second and len(own := [part for part in (first, second) if known_by(part) not in map(known_by, taken)]) == 1:
        label = own[0]
    again = known_by(label) in map(known_by, taken)
    alike = again or any(known_by(label) < other or other < known_by(label) for other in map(known_by, taken))
    if not texts or speak_of(label) and not alike:
        return label
    names = names_of()
    same = [name for name in names if known_by(name.text) == known_by(label)]
    if not alike and any(name.count >= FIRM for name in same):
        return label
    often = max((name.count for name in same if name.focus >= FOCUS and head_of(label) not in _EMPTY), default=0)
    least = 1 if again or not alike and often < TWICE else FIRM * max(often, TWICE) if alike else often + 1  # two names, one within the other, may be right
    for name in names:
        said, spoken_of = say(name.text), speak_of(name.text)
        if " " not in name.text:
            enough = name.count >= FIRM and 3 * said >= 2 * len(texts)
        else:
            enough = said >= TWICE or name.count >= TWICE and said and spoken_of >= max(TWICE, len(texts) / 4)
        fit = name.count >= least and name.focus >= FOCUS and head_of(name.text) not in _EMPTY and not _LOOSE.search(name.text)
        if enough and fit and not any(is_like(name.text, other) for other in taken):
            return name.text[:1].upper() + name.text[1:]
    whole = next((name.text for name in names if name.text.casefold().endswith(f" {label.casefold()}")), label)  # "execution layer clients"
    return whole[:1].upper() + whole[1:]


def head_of(name: str) -> str:
    """Return what the last word before a complement is known by: "version" of "version of credential"."""
    words = _WORD.findall(_LINK.split(name.casefold())[0])
    return stem(words[-1]) if words else name.casefold()


def is_like(one: str, other: str) -> bool:
    """Tell whether two names begin alike or share several words: a reader takes one for the other."""
    begins = [stem(words[0]) if (words := _WORD.findall(name.casefold())) else "" for name in (one, other)]
    return begins[0] == begins[1] or len(known_by(one) & known_by(other)) > 1
