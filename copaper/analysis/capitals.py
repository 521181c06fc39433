"""Capitals that speech recognition sets within a sentence after a pause, and which of them are none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

from lemminflect import getLemma

from copaper.analysis.people import names_of
from copaper.datewords import DATEWORDS
from copaper.nameparts import fold
from copaper.ordinary import given_names
from copaper.records import Session

OFTEN = 3
"""How often a word must stand small within sentences, and how many times as often as with a capital."""

_INSIDE = re.compile(r"(?<=[a-z,] )([A-Z]?[a-z]{2,})\b(?=[ ,.;:!?]|$)")
_ALONE = re.compile(r"(?<=[a-z,] )(?<!\b[Tt]he )(?<!\b[Aa] )(?<!\b[Aa]n )[A-Z][a-z]{2,}\b(?=[,.;:!?]?(?: [a-z]|$)|[.!?]$)")
"""A capital with none beside it: in "the Office For Small Traders" each has one."""
_IN_NAME = re.compile(r"\b[A-Z][\w'’-]* (?:(?:to|of|for|and|on|in|the) )?$")
"""What stands before a word within a name: "Land Bank", "Road to Health"."""
_GOES_ON = re.compile(r" (?:to|of|for|and|on|in|the)(?: the)? [A-Z]")
"""The same behind it."""


def written_small(session: Session) -> frozenset[str]:
    """Return the words that the transcript of a session writes small within its sentences, but for those that may
    name somebody: the participants' names and all given names."""
    seen: Counter[str] = Counter(word for turn in session.turns for word in _INSIDE.findall(turn.text))
    names = names_of(session)
    words = {word for word, times in seen.items() if word.islower() and times >= OFTEN and times >= OFTEN * seen[word.capitalize()]}
    sure, other = given_names()
    return frozenset(word for word in words if fold(word) not in sure | other and fold(word) not in names and word not in DATEWORDS)


def lowered(text: str, small: Collection[str]) -> str:
    """Return ``text`` with a small letter where a capital stands alone within a sentence, on a word of ``small`` or
    on the "-ing" of a verb of which the session has other forms small: "they continue Doing it"."""

    def written(found: re.Match[str]) -> str:
        word = found[0].lower()
        return word if _is_small(word, small) and not (_IN_NAME.search(text, 0, found.start()) or _GOES_ON.match(text, found.end())) else found[0]

    return _ALONE.sub(written, text) if small else text


def _is_small(word: str, small: Collection[str]) -> bool:
    if word in small:
        return True
    return word.endswith("ing") and any(lemma in small for lemma in getLemma(word, upos="VERB", lemmatize_oov=False))
