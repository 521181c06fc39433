"""Who speaks in minutes that somebody types into the chat: "tmokoena: we keep a cash book", each line behind whose words it is."""

from __future__ import annotations

import re
from collections import defaultdict

from copaper.nameparts import fold
from copaper.ordinary import is_ordinary
from copaper.records import Session

LEAST, SHARE, VOICES = 5, 0.5, 2
"""Lines behind a label of whoever takes minutes, at least, their share of what they write, and different labels."""
_LABELLED = re.compile(r"\s*@?(?P<label>[^\W\d_][\w.-]{1,29}):\s+\S")


def speakers_minuted(session: Session) -> frozenset[str]:
    """Return what people are called before their words in minutes of the chat, folded: names, however they are spelt there."""
    lines: dict[str, list[str]] = defaultdict(list)
    for message in session.messages:
        found = _LABELLED.match(message.text)
        lines[message.participant].append(fold(found["label"]) if found else "")
    return frozenset(label for found in lines.values() if _takes_minutes(found) for label in found if label and not is_ordinary(label))


def _takes_minutes(labels: list[str]) -> bool:
    labelled = [label for label in labels if label and not is_ordinary(label)]
    return len(labelled) >= max(LEAST, SHARE * len(labels)) and len(set(labelled)) >= VOICES
