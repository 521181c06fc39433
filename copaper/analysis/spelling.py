"""How the names in a heading are written: with the capitals that they have anywhere in the talk or the chat."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

from copaper.analysis.units import Unit
from copaper.records import Theme

OFTEN, SHARE = 2, 0.2
"""Times that a word must be written with capitals within, and how often of all, to be a name so written."""
PLAIN = 3
"""How many times as often as with one capital, which may be how the name is written."""
_WORD = re.compile(r"[^\W\d_]+")
_SPELT = re.compile(r"\b(?:[A-Z] ){2,}[A-Z]\b")
"""Letters read out one by one: "T I N"."""


def spelt(themes: Sequence[Theme], units: Sequence[Unit], kept: Collection[str]) -> tuple[Theme, ...]:
    """Return themes with the names in their labels and phrases as ``units`` write them; the labels of themes whose ids are ``kept``,
    as an agenda gives them, stay."""
    forms = _capitals(units)
    found = []
    for theme in themes:
        phrases = tuple(dict.fromkeys(written(phrase, forms) for phrase in theme.phrases))
        label = theme.label if theme.id in kept else written(theme.label, forms)
        found.append(theme.model_copy(update={"label": label, "also": tuple(written(name, forms) for name in theme.also), "phrases": phrases}))
    return tuple(found)


def written(text: str, forms: Mapping[str, str]) -> str:
    """Return a heading with each word in its form of ``forms``, if it has one, and letters that were read out joined."""
    joined = _SPELT.sub(lambda letters: letters[0].replace(" ", ""), text)
    return _WORD.sub(lambda word: forms.get(word[0].casefold(), word[0]), joined)


def _capitals(units: Sequence[Unit]) -> dict[str, str]:
    """Return the form with capitals within, by its small letters, of each word that is often enough so written."""
    seen = Counter(word for unit in units for word in _WORD.findall(unit.text))
    all_of: Counter[str] = Counter()
    best: dict[str, str] = {}
    for word, count in sorted(seen.items()):
        small = word.casefold()
        all_of[small] += count
        if any(char.isupper() for char in word[1:]) and count > seen.get(best.get(small, ""), 0):
            best[small] = word
    return {small: word for small, word in best.items() if small not in ENGLISH_STOP_WORDS and len(small) > 1 and seen[word] >= max(OFTEN, SHARE * all_of[small], PLAIN * seen[word.capitalize()])}
