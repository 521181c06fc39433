"""Who speaks in minutes that somebody types into the chat: "tmokoena: we keep a cash book", each line behind whose words it is."""

from __future__ import annotations

import re
from collections import defaultdict

from copaper.nameparts import WORD, fold
from copaper.namewords import BODIES, PLACES
from copaper.ordinary import given_names, is_ordinary
from copaper.records import Session

LEAST, SHARE, VOICES = 5, 0.5, 2
"""Lines behind a label of whoever takes minutes, at least, their share of what they write, and different labels."""
LETTERS = 2
"""Letters that such a word has more than."""
_LABELLED = re.compile(r"\s*@?(?P<label>[^\W\d_][\w.-]{1,29}):\s+\S")


def speakers_minuted(session: Session) -> frozenset[str]:
    """Return the words that people are called by before what they say in minutes of the chat, folded: names, however they are spelt there."""
    lines: dict[str, list[frozenset[str]]] = defaultdict(list)
    for message in session.messages:
        found = _LABELLED.match(message.text)
        lines[message.participant].append(_names(found["label"]) if found else frozenset())
    return frozenset().union(*(words for found in lines.values() if _takes_minutes(found) for words in found))


def _names(label: str) -> frozenset[str]:
    """Return the words of a label that may be somebody's: as people write their names there, no code, place, body or other word."""
    words = [word[0] for part in re.split(r"[._]", label) for word in WORD.finditer(part)]
    return frozenset(fold(word) for word in words if len(word) > LETTERS and word.replace("-", "").isalpha() and (word[0].islower() or fold(word) in given_names()[0]) and not is_ordinary(fold(word)) and fold(word) not in {*PLACES, *BODIES})


def _takes_minutes(labels: list[frozenset[str]]) -> bool:
    labelled = [words for words in labels if words]
    return len(labelled) >= max(LEAST, SHARE * len(labels)) and len(set(labelled)) >= VOICES
